//! Several strings at once: MGET, MSET, MSETNX.

use keyspace::Expire;
use resp::{Args, ReplyError};

use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::wrong_arity;

/// MGET key [key ...]
pub fn mget(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    ctx.reply.array(args.len() - 1);
    for key in args.tail(1) {
        let mut place = ctx.read(key)?;
        if place.reply_text().is_err() {
            place.reply.null();
        }
    }
    Ok(())
}

/// MSET key value [key value ...]
pub fn mset(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    check_pairs(args, "mset")?;
    set_pairs(ctx, args)?;
    ctx.reply.ok();
    Ok(())
}

/// MSETNX key value [key value ...]
pub fn msetnx(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    check_pairs(args, "msetnx")?;
    for key in args.tail(1).iter().step_by(2) {
        if ctx.write(key)?.exists() {
            ctx.reply.int(0);
            return Ok(());
        }
    }
    set_pairs(ctx, args)?;
    ctx.reply.int(1);
    Ok(())
}

fn check_pairs(args: Args<'_>, command: &str) -> Result<(), ReplyError> {
    if args.len() % 2 == 1 {
        return Ok(());
    }
    Err(wrong_arity(command))
}

fn set_pairs(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    for i in (1..args.len()).step_by(2) {
        ctx.overwrite(
            args.get(i),
            args.get(i + 1),
            args.shared(i + 1),
            Expire::None,
        )?;
        ctx.event(EventClass::STRING, "set", args.get(i));
    }
    ctx.effects.request(ctx.db, args);
    Ok(())
}
