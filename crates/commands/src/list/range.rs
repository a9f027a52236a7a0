//! Lists read without change: LLEN, LRANGE, LINDEX.

use resp::{Args, ReplyError};

use super::pop::reply_item;
use crate::context::CommandContext;
use crate::parse::integer;

/// LLEN key
pub fn llen(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (list, reply) = place.list_and_reply()?;
    reply.int(list.map_or(0, |list| list.len()) as i64);
    Ok(())
}

/// LRANGE key start stop
pub fn lrange(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (start, stop) = (integer(args.get(2))?, integer(args.get(3))?);
    let mut place = ctx.read(args.get(1))?;
    let (list, reply) = place.list_and_reply()?;
    let Some(list) = list else {
        reply.array(0);
        return Ok(());
    };
    let (from, to) = bounds(start, stop, list.len());
    reply.array(to - from);
    list.range(from, to - from)
        .for_each(|item| reply_item(reply, item));
    Ok(())
}

/// The elements from `start` to `stop`, both counted from the end if negative and both included;
/// as from and to, the latter not included.
pub(super) fn bounds(start: i64, stop: i64, len: usize) -> (usize, usize) {
    let count = len as i64;
    let place = |index: i64| {
        if index < 0 {
            index.saturating_add(count)
        } else {
            index
        }
    };
    let from = place(start).max(0);
    let to = place(stop).saturating_add(1).clamp(0, count);
    if from < to {
        (from as usize, to as usize)
    } else {
        (0, 0)
    }
}

/// LINDEX key index
pub fn lindex(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (list, reply) = place.list_and_reply()?;
    let Some(list) = list else {
        reply.null();
        return Ok(());
    };
    let index = integer(args.get(2))?;
    match from_front(index, list.len()).and_then(|index| list.get(index)) {
        Some(item) => reply_item(reply, item),
        None => reply.null(),
    }
    Ok(())
}

/// The place of an element counted from the end if negative.
pub(super) fn from_front(index: i64, len: usize) -> Option<usize> {
    let from_front = if index < 0 {
        index.saturating_add(len as i64)
    } else {
        index
    };
    usize::try_from(from_front).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_follow_valkey() {
        for (start, stop, len, expected) in [
            (0, -1, 9, (0, 9)),
            (5, 2, 9, (0, 0)),
            (-100, 2, 9, (0, 3)),
            (3, 100, 9, (3, 9)),
            (100, 200, 9, (0, 0)),
            (-2, -1, 9, (7, 9)),
            (0, -100, 9, (0, 0)),
            (i64::MIN, i64::MAX, 9, (0, 9)),
            (i64::MAX, i64::MAX, 9, (0, 0)),
            (i64::MIN, i64::MIN, 9, (0, 0)),
        ] {
            assert_eq!(
                bounds(start, stop, len),
                expected,
                "{start} {stop} of {len}"
            );
        }
    }
}
