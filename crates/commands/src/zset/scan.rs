//! ZSCAN.

use resp::{Args, ReplyError};
use stdx::glob;
use stdx::num::{F64_TEXT_BYTES_MAX, I64_TEXT_BYTES_MAX, f64_in_17_digits, format_f64};

use super::reply_member;
use crate::context::CommandContext;
use crate::decimal::unsigned;
use crate::parse::integer;
use crate::slots::parse_cursor;

/// Elements looked at if the request does not say how many.
const COUNT_DEFAULT: usize = 10;

/// ZSCAN key cursor [MATCH pattern] [COUNT count] [NOSCORES]
pub fn zscan(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let cursor = parse_cursor(args.get(2)).ok_or(ReplyError::INVALID_CURSOR)?;
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let Some(set) = set else {
        reply.array(2);
        reply.bulk(b"0");
        reply.array(0);
        return Ok(());
    };
    let wanted = Wanted::parse(args)?;
    let large = set.as_listpack().is_none();
    let mut elements = Vec::new();
    let next = set.scan(cursor, wanted.count, &mut |element| {
        let mut digits = [0; I64_TEXT_BYTES_MAX];
        let matches = |pattern| glob::matches(pattern, element.member.text(&mut digits), false);
        if wanted.pattern.is_none_or(matches) {
            elements.push(element);
        }
    });
    reply.array(2);
    reply.bulk(&unsigned(next));
    reply.array(elements.len() * if wanted.scores { 2 } else { 1 });
    for element in elements {
        reply_member(reply, element.member);
        if wanted.scores {
            // Here scores are texts, whatever the protocol, and those of large sets in full.
            if large {
                reply.bulk(f64_in_17_digits(element.score).as_bytes());
            } else {
                reply.bulk(format_f64(element.score, &mut [0; F64_TEXT_BYTES_MAX]));
            }
        }
    }
    Ok(())
}

struct Wanted<'a> {
    count: usize,
    pattern: Option<&'a [u8]>,
    scores: bool,
}

impl<'a> Wanted<'a> {
    fn parse(args: Args<'a>) -> Result<Self, ReplyError> {
        let mut wanted = Self {
            count: COUNT_DEFAULT,
            pattern: None,
            scores: true,
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
            } else if is("noscores") {
                wanted.scores = false;
            } else if is("novalues") {
                return Err(ReplyError::fixed(
                    "ERR NOVALUES option can only be used in HSCAN",
                ));
            } else {
                return Err(ReplyError::SYNTAX);
            }
        }
        Ok(wanted)
    }
}
