//! An element from one list to another: LMOVE, RPOPLPUSH.

use resp::{Args, ReplyError};
use values::{EncodingLimits, List};

use super::End;
use crate::context::CommandContext;
use crate::events::EventClass;

/// Between taking an element and putting it back, a list keeps its encoding.
const UNPACKED: EncodingLimits = EncodingLimits {
    list_max_listpack_size: 0,
    ..EncodingLimits::DEFAULT
};

/// LMOVE source destination LEFT | RIGHT LEFT | RIGHT
pub fn lmove(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let ends = (End::parse(args.get(3))?, End::parse(args.get(4))?);
    if shift(ctx, args.get(1), args.get(2), ends)? {
        ctx.effects.request(ctx.db, args);
    } else {
        ctx.reply.null();
    }
    Ok(())
}

/// RPOPLPUSH source destination
pub fn rpoplpush(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    if shift(ctx, args.get(1), args.get(2), (End::Back, End::Front))? {
        ctx.effects.request(ctx.db, args);
    } else {
        ctx.reply.null();
    }
    Ok(())
}

/// Moves an element and replies with it, or does and replies nothing if there is no source.
pub(super) fn shift(
    ctx: &mut CommandContext<'_>,
    source: &[u8],
    destination: &[u8],
    (from, to): (End, End),
) -> Result<bool, ReplyError> {
    if ctx.write(source)?.list()?.is_none() {
        return Ok(false);
    }
    if source == destination {
        let mut place = ctx.write(source)?;
        let moved = place.change_list(|list, limits| {
            if list.len() == 1 {
                return from.peek(list).map(|item| item.to_vec());
            }
            let element = from.take(list, &UNPACKED)?;
            to.push(list, &element, limits);
            Some(element)
        })?;
        let moved = moved.flatten().unwrap_or_default();
        place.event(EventClass::LIST, to.pushed());
        place.event(EventClass::LIST, from.popped());
        place.ready();
        place.reply.bulk(&moved);
        return Ok(true);
    }
    ctx.write(destination)?.list()?;
    let mut place = ctx.peek(source)?;
    let moved = place.change_list(|list, limits| from.take(list, limits))?;
    let moved = moved.flatten().unwrap_or_default();
    let emptied = !place.exists();
    let mut place = ctx.peek(destination)?;
    if place
        .change_list(|list, limits| to.push(list, &moved, limits))?
        .is_none()
    {
        let mut list = List::new();
        to.push(&mut list, &moved, &place.settings.encoding);
        place.put_list(list);
    }
    place.event(EventClass::LIST, to.pushed());
    place.ready();
    place.reply.bulk(&moved);
    ctx.event(EventClass::LIST, from.popped(), source);
    if emptied {
        ctx.event(EventClass::GENERIC, "del", source);
    }
    Ok(true)
}
