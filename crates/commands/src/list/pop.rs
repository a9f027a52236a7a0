//! LPOP, RPOP.

use resp::{Args, ReplyError, ReplyWriter};
use stdx::num::parse_i64;
use values::{Item, List};

use super::End;
use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::wrong_arity;

/// LPOP key [count]
pub fn lpop(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    pop(ctx, args, End::Front)
}

/// RPOP key [count]
pub fn rpop(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    pop(ctx, args, End::Back)
}

fn pop(ctx: &mut CommandContext<'_>, args: Args<'_>, end: End) -> Result<(), ReplyError> {
    let Some(count) = args.try_get(2) else {
        return pop_one(ctx, args, end);
    };
    if args.len() > 3 {
        let name = if end == End::Front { "lpop" } else { "rpop" };
        return Err(wrong_arity(name));
    }
    let count = parse_i64(count)
        .and_then(|count| usize::try_from(count).ok())
        .ok_or(ReplyError::NOT_POSITIVE)?;
    let mut place = ctx.write(args.get(1))?;
    let (list, reply) = place.list_and_reply()?;
    let Some(list) = list else {
        reply.null_array();
        return Ok(());
    };
    let count = count.min(list.len());
    reply_elements(reply, &list, end, count);
    if count > 0 {
        place.change_list(|list, limits| end.drop(list, count, limits))?;
        place.event_of_removal(EventClass::LIST, end.popped());
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

fn pop_one(ctx: &mut CommandContext<'_>, args: Args<'_>, end: End) -> Result<(), ReplyError> {
    let mut place = ctx.write(args.get(1))?;
    let (list, reply) = place.list_and_reply()?;
    let Some(item) = list.as_deref().and_then(|list| end.peek(list)) else {
        reply.null();
        return Ok(());
    };
    reply_item(reply, item);
    place.change_list(|list, limits| end.drop(list, 1, limits))?;
    place.event_of_removal(EventClass::LIST, end.popped());
    ctx.effects.request(ctx.db, args);
    Ok(())
}

/// An array of the first `count` elements seen from `end`.
pub(super) fn reply_elements(reply: &mut ReplyWriter<'_>, list: &List, end: End, count: usize) {
    reply.array(count);
    match end {
        End::Front => list
            .range(0, count)
            .for_each(|item| reply_item(reply, item)),
        End::Back if count == 0 => {}
        End::Back => {
            let from_end = list.iter_back_from(list.len() - 1);
            from_end
                .take(count)
                .for_each(|item| reply_item(reply, item));
        }
    }
}

#[inline]
pub(super) fn reply_item(reply: &mut ReplyWriter<'_>, item: Item<'_>) {
    match item {
        Item::Int(number) => reply.bulk_int(number),
        Item::Bytes(bytes) => reply.bulk(bytes),
    }
}
