//! Elements of the first list of several: LMPOP, BLMPOP.

use resp::{Args, ReplyError};
use stdx::num::parse_i64;

use super::End;
use super::pop::reply_elements;
use crate::context::{BlockOn, CommandContext, OnTimeout};
use crate::decimal::Decimal;
use crate::events::EventClass;
use crate::parse::{deadline_ms, numkeys};

/// What both commands say behind the timeout that one of them has.
struct Request {
    /// Numbers of the arguments that are keys.
    keys: std::ops::Range<usize>,
    end: End,
    count: usize,
}

/// LMPOP numkeys key [key ...] LEFT | RIGHT [COUNT count]
pub fn lmpop(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let request = Request::parse(args, 1)?;
    if !pop_first(ctx, args, &request)? {
        ctx.reply.null_array();
    }
    Ok(())
}

/// BLMPOP timeout numkeys key [key ...] LEFT | RIGHT [COUNT count]
pub fn blmpop(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let request = Request::parse(args, 2)?;
    let deadline_ms = deadline_ms(args.get(1), ctx.now_ms)?;
    if pop_first(ctx, args, &request)? {
        return Ok(());
    }
    if ctx.session.deny_blocking {
        ctx.reply.null_array();
        return Ok(());
    }
    ctx.block = Some(BlockOn {
        keys: request.keys.collect(),
        deadline_ms,
        on_timeout: OnTimeout::NullArray,
    });
    Ok(())
}

impl Request {
    /// Argument `at` is the number of keys.
    fn parse(args: Args<'_>, at: usize) -> Result<Self, ReplyError> {
        let number = numkeys(args.get(at))?;
        let first = at + 1;
        let place = first.checked_add(number).ok_or(ReplyError::SYNTAX)?;
        let end = End::parse(args.try_get(place).ok_or(ReplyError::SYNTAX)?)?;
        let mut count = None;
        let mut words = args.tail(place + 1).iter();
        while let Some(word) = words.next() {
            let value = words.next();
            match value.filter(|_| count.is_none() && word.eq_ignore_ascii_case(b"count")) {
                Some(value) => count = Some(positive(value)?),
                None => return Err(ReplyError::SYNTAX),
            }
        }
        let count = count.unwrap_or(1);
        Ok(Self {
            keys: first..place,
            end,
            count,
        })
    }
}

fn positive(text: &[u8]) -> Result<usize, ReplyError> {
    parse_i64(text)
        .and_then(|count| usize::try_from(count).ok())
        .filter(|&count| count > 0)
        .ok_or(ReplyError::fixed("ERR count should be greater than 0"))
}

/// Pops from the first key that holds a list; false if none does.
fn pop_first(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    request: &Request,
) -> Result<bool, ReplyError> {
    let end = request.end;
    for i in request.keys.clone() {
        let key = args.get(i);
        let mut place = ctx.write(key)?;
        let (list, reply) = place.list_and_reply()?;
        let Some(list) = list else { continue };
        let count = request.count.min(list.len());
        reply.array(2);
        reply.bulk(key);
        reply_elements(reply, &list, end, count);
        place.change_list(|list, limits| end.drop(list, count, limits))?;
        place.event_of_removal(EventClass::LIST, end.popped());
        let name = if end == End::Front { b"LPOP" } else { b"RPOP" };
        let told = Decimal::of(count as i64);
        ctx.effects.command(ctx.db, &[name, key, told.text()]);
        return Ok(true);
    }
    Ok(false)
}
