//! SSCAN.

use resp::{Args, ReplyError};

use super::reply_member;
use crate::context::CommandContext;
use crate::decimal::unsigned;
use crate::member_scan::{OwnOption, Wanted};
use crate::slots::parse_cursor;
use crate::text::Text;

/// SSCAN key cursor [MATCH pattern] [COUNT count]
pub fn sscan(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let cursor = parse_cursor(args.get(2)).ok_or(ReplyError::INVALID_CURSOR)?;
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.set_and_reply()?;
    let Some(set) = set else {
        reply.array(2);
        reply.bulk(b"0");
        reply.array(0);
        return Ok(());
    };
    let wanted = Wanted::parse(args, OwnOption::None)?;
    let mut members = Vec::new();
    let next = set.scan(cursor, wanted.count, &mut |member| {
        if wanted.admits(Text::from(member)) {
            members.push(member);
        }
    });
    reply.array(2);
    reply.bulk(&unsigned(next));
    reply.array(members.len());
    for member in members {
        reply_member(reply, member);
    }
    Ok(())
}
