//! HSCAN.

use resp::{Args, ReplyError};

use super::reply_text;
use crate::context::CommandContext;
use crate::decimal::unsigned;
use crate::member_scan::{OwnOption, Wanted};
use crate::slots::parse_cursor;
use crate::text::Text;

/// HSCAN key cursor [MATCH pattern] [COUNT count] [NOVALUES]
pub fn hscan(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let cursor = parse_cursor(args.get(2)).ok_or(ReplyError::INVALID_CURSOR)?;
    let now_ms = ctx.now_ms;
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    let Some(hash) = hash else {
        reply.array(2);
        reply.bulk(b"0");
        reply.array(0);
        return Ok(());
    };
    let wanted = Wanted::parse(args, OwnOption::NoValues)?;
    let mut fields = Vec::new();
    let next = hash.scan(cursor, wanted.count, &mut |field| {
        if field.is_live(now_ms) && wanted.admits(Text::from(field.name)) {
            fields.push(field);
        }
    });
    reply.array(2);
    reply.bulk(&unsigned(next));
    reply.array(fields.len() * if wanted.bare { 1 } else { 2 });
    for field in fields {
        reply_text(reply, field.name);
        if !wanted.bare {
            reply_text(reply, field.value);
        }
    }
    Ok(())
}
