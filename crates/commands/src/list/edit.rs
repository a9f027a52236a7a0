//! Lists changed anywhere: LINSERT, LSET, LREM, LTRIM.

use resp::{Args, ReplyError};
use values::listpack::Probe;

use super::range::{bounds, from_front};
use crate::context::CommandContext;
use crate::draw::parse_count;
use crate::events::EventClass;
use crate::parse::integer;

/// LINSERT key BEFORE | AFTER pivot element
pub fn linsert(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let after = if args.get(2).eq_ignore_ascii_case(b"after") {
        1
    } else if args.get(2).eq_ignore_ascii_case(b"before") {
        0
    } else {
        return Err(ReplyError::SYNTAX);
    };
    let mut place = ctx.write(args.get(1))?;
    let (list, reply) = place.list_and_reply()?;
    let Some(list) = list else {
        reply.int(0);
        return Ok(());
    };
    let (pivot, element) = (Probe::new(args.get(3)), args.get(4));
    let Some(index) = list.iter().position(|item| pivot.is(item)) else {
        reply.int(-1);
        place.recode_list(|list, limits| list.expect(element, limits));
        return Ok(());
    };
    let len = list.len() + 1;
    place.change_list(|list, limits| list.insert(index + after, element, limits))?;
    place.event(EventClass::LIST, "linsert");
    place.reply.int(len as i64);
    ctx.effects.request(ctx.db, args);
    Ok(())
}

/// LSET key index element
pub fn lset(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.write(args.get(1))?;
    let len = place.list()?.ok_or(ReplyError::NO_SUCH_KEY)?.len();
    // Valkey keeps 32 bits of the index.
    let index = i64::from(integer(args.get(2))? as i32);
    let element = args.get(3);
    let Some(index) = from_front(index, len).filter(|&index| index < len) else {
        place.recode_list(|list, limits| list.expect(element, limits));
        return Err(ReplyError::fixed("ERR index out of range"));
    };
    place.change_list(|list, limits| list.set(index, element, limits))?;
    place.event(EventClass::LIST, "lset");
    place.reply.ok();
    ctx.effects.request(ctx.db, args);
    Ok(())
}

/// LREM key count element
pub fn lrem(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let count = parse_count(args.get(2))?;
    let element = args.get(3);
    let most = match usize::try_from(count.unsigned_abs()) {
        Ok(0) | Err(_) => usize::MAX,
        Ok(most) => most,
    };
    let mut place = ctx.write(args.get(1))?;
    let wanted = Probe::new(element);
    let there = place
        .list()?
        .is_some_and(|list| list.iter().any(|item| wanted.is(item)));
    let removed = if there {
        place.change_list(|list, limits| list.remove_equal(element, most, count < 0, limits))?
    } else {
        None
    };
    let removed = removed.unwrap_or(0);
    if removed > 0 {
        place.event_of_removal(EventClass::LIST, "lrem");
    }
    place.reply.int(removed as i64);
    if removed > 0 {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// LTRIM key start stop
pub fn ltrim(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (start, stop) = (integer(args.get(2))?, integer(args.get(3))?);
    let mut place = ctx.write(args.get(1))?;
    let Some(len) = place.list()?.map(|list| list.len()) else {
        place.reply.ok();
        return Ok(());
    };
    let (from, to) = bounds(start, stop, len);
    place.change_list(|list, limits| {
        list.remove_range(to, len - to, limits);
        list.remove_range(0, from, limits);
    })?;
    place.event_of_removal(EventClass::LIST, "ltrim");
    place.reply.ok();
    if to - from < len {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}
