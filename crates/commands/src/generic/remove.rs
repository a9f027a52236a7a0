//! Keys there or not: DEL, UNLINK, EXISTS, TOUCH, TYPE.

use resp::{Args, ReplyError};

use crate::context::CommandContext;
use crate::events::EventClass;

/// DEL key [key ...]
pub fn del(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut removed = 0;
    for key in args.tail(1) {
        let mut place = ctx.peek(key)?;
        if place.remove() {
            place.event(EventClass::GENERIC, "del");
            removed += 1;
        }
    }
    if removed > 0 {
        ctx.effects.request(ctx.db, args);
    }
    ctx.reply.int(removed);
    Ok(())
}

/// UNLINK key [key ...]
pub fn unlink(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    del(ctx, args)
}

/// EXISTS key [key ...]
pub fn exists(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut found = 0;
    for key in args.tail(1) {
        found += i64::from(ctx.inspect(key)?.exists());
    }
    ctx.reply.int(found);
    Ok(())
}

/// TOUCH key [key ...]
pub fn touch(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut found = 0;
    for key in args.tail(1) {
        found += i64::from(ctx.touch(key)?.exists());
    }
    ctx.reply.int(found);
    Ok(())
}

/// TYPE key
pub fn key_type(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let place = ctx.inspect(args.get(1))?;
    let name = place.type_name().unwrap_or("none");
    place.reply.simple(name);
    Ok(())
}
