//! LPUSH, RPUSH, and with an X only where a list is already.

use resp::{Args, ReplyError};
use values::{EncodingLimits, List};

use super::End;
use crate::context::CommandContext;
use crate::events::EventClass;

/// LPUSH key element [element ...]
pub fn lpush(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    push(ctx, args, End::Front, true)
}

/// RPUSH key element [element ...]
pub fn rpush(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    push(ctx, args, End::Back, true)
}

/// LPUSHX key element [element ...]
pub fn lpushx(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    push(ctx, args, End::Front, false)
}

/// RPUSHX key element [element ...]
pub fn rpushx(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    push(ctx, args, End::Back, false)
}

fn push(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    end: End,
    creates: bool,
) -> Result<(), ReplyError> {
    let elements = args.tail(2);
    let mut place = ctx.write(args.get(1))?;
    let extended = place.change_list(|list, limits| {
        extend(list, elements, end, limits);
        list.len()
    })?;
    let len = match extended {
        Some(len) => len,
        None if creates => {
            let mut list = List::new();
            extend(&mut list, elements, end, &place.settings.encoding);
            place.put_list(list);
            elements.len()
        }
        None => {
            place.reply.int(0);
            return Ok(());
        }
    };
    place.event(EventClass::LIST, end.pushed());
    place.ready();
    place.reply.int(len as i64);
    ctx.effects.request(ctx.db, args);
    Ok(())
}

fn extend(list: &mut List, elements: Args<'_>, end: End, limits: &EncodingLimits) {
    match end {
        End::Front => list.extend_front(elements.iter(), limits),
        End::Back => list.extend_back(elements.iter(), limits),
    }
}
