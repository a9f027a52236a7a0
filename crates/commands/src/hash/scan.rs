//! HSCAN.

use resp::{Args, ReplyError};
use stdx::glob;
use stdx::num::I64_TEXT_BYTES_MAX;

use super::reply_text;
use crate::context::CommandContext;
use crate::decimal::unsigned;
use crate::parse::integer;
use crate::slots::parse_cursor;
use crate::text::Text;

/// Fields looked at if the request does not say how many.
const COUNT_DEFAULT: usize = 10;

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
    let wanted = Wanted::parse(args)?;
    let mut fields = Vec::new();
    let next = hash.scan(cursor, wanted.count, &mut |field| {
        let mut digits = [0; I64_TEXT_BYTES_MAX];
        let name = Text::from(field.name);
        let matches = |pattern| glob::matches(pattern, name.bytes(&mut digits), false);
        if field.is_live(now_ms) && wanted.pattern.is_none_or(matches) {
            fields.push(field);
        }
    });
    reply.array(2);
    reply.bulk(&unsigned(next));
    reply.array(fields.len() * if wanted.values { 2 } else { 1 });
    for field in fields {
        reply_text(reply, field.name);
        if wanted.values {
            reply_text(reply, field.value);
        }
    }
    Ok(())
}

struct Wanted<'a> {
    count: usize,
    pattern: Option<&'a [u8]>,
    values: bool,
}

impl<'a> Wanted<'a> {
    fn parse(args: Args<'a>) -> Result<Self, ReplyError> {
        let mut wanted = Self {
            count: COUNT_DEFAULT,
            pattern: None,
            values: true,
        };
        let mut words = args.tail(3).iter();
        while let Some(word) = words.next() {
            let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
            let mut value = || words.next().ok_or(ReplyError::SYNTAX);
            if is("count") {
                let count = integer(value()?)?;
                wanted.count = usize::try_from(count).unwrap_or(0);
                if wanted.count == 0 {
                    return Err(ReplyError::SYNTAX);
                }
            } else if is("match") {
                wanted.pattern = Some(value()?).filter(|pattern| *pattern != b"*");
            } else if is("novalues") {
                wanted.values = false;
            } else if is("noscores") {
                return Err(ReplyError::fixed(
                    "ERR NOSCORES option can only be used in ZSCAN",
                ));
            } else {
                return Err(ReplyError::SYNTAX);
            }
        }
        Ok(wanted)
    }
}
