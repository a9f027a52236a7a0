//! Values that change their key: RENAME, COPY, MOVE.

use keyspace::Taken;
use resp::{Args, ReplyError};

use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::database;

/// RENAME key newkey
pub fn rename(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (from, to) = (args.get(1), args.get(2));
    if !ctx.write(from)?.exists() {
        return Err(ReplyError::NO_SUCH_KEY);
    }
    if from != to {
        ctx.write(to)?.remove();
        transfer(ctx, from, to)?;
        ctx.effects.request(ctx.db, args);
    }
    ctx.reply.ok();
    Ok(())
}

/// RENAMENX key newkey
pub fn renamenx(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (from, to) = (args.get(1), args.get(2));
    if !ctx.write(from)?.exists() {
        return Err(ReplyError::NO_SUCH_KEY);
    }
    if from == to || ctx.write(to)?.exists() {
        ctx.reply.int(0);
        return Ok(());
    }
    transfer(ctx, from, to)?;
    ctx.effects.request(ctx.db, args);
    ctx.reply.int(1);
    Ok(())
}

/// Moves what is at `from` to `to`, where nothing is.
fn transfer(ctx: &mut CommandContext<'_>, from: &[u8], to: &[u8]) -> Result<(), ReplyError> {
    if let Some(taken) = ctx.peek(from)?.take() {
        ctx.peek(to)?.put(taken);
        ctx.event(EventClass::GENERIC, "rename_from", from);
        ctx.event(EventClass::GENERIC, "rename_to", to);
    }
    Ok(())
}

/// COPY source destination [DB destination-db] [REPLACE]
pub fn copy(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (from, to) = (args.get(1), args.get(2));
    let (mut db, mut replace) = (ctx.db, false);
    let mut words = args.tail(3).iter();
    while let Some(word) = words.next() {
        if word.eq_ignore_ascii_case(b"replace") {
            replace = true;
        } else if word.eq_ignore_ascii_case(b"db") {
            let number = words.next().ok_or(ReplyError::SYNTAX)?;
            db = database(number, ctx.settings.databases)?;
        } else {
            return Err(ReplyError::SYNTAX);
        }
    }
    if db == ctx.db && from == to {
        return Err(ReplyError::SAME_OBJECT);
    }
    let Some(duplicate) = ctx.read(from)?.duplicate() else {
        ctx.reply.int(0);
        return Ok(());
    };
    let copied = in_database(ctx, db, |ctx| put(ctx, to, duplicate, replace))?;
    if copied {
        in_database(ctx, db, |ctx| ctx.event(EventClass::GENERIC, "copy_to", to));
        ctx.effects.request(ctx.db, args);
    }
    ctx.reply.int(i64::from(copied));
    Ok(())
}

/// MOVE key db
pub fn move_key(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let key = args.get(1);
    let db = database(args.get(2), ctx.settings.databases)?;
    if db == ctx.db {
        return Err(ReplyError::SAME_OBJECT);
    }
    let movable =
        ctx.write(key)?.exists() && !in_database(ctx, db, |ctx| Ok(ctx.write(key)?.exists()))?;
    if movable && let Some(taken) = ctx.peek(key)?.take() {
        in_database(ctx, db, |ctx| put(ctx, key, taken, false))?;
        ctx.event(EventClass::GENERIC, "move_from", key);
        in_database(ctx, db, |ctx| {
            ctx.event(EventClass::GENERIC, "move_to", key)
        });
        ctx.effects.request(ctx.db, args);
    }
    ctx.reply.int(i64::from(movable));
    Ok(())
}

/// Puts a value where nothing is, or where something is that may go.
fn put(
    ctx: &mut CommandContext<'_>,
    key: &[u8],
    value: Taken,
    replace: bool,
) -> Result<bool, ReplyError> {
    let mut place = ctx.write(key)?;
    if place.exists() && !replace {
        return Ok(false);
    }
    place.remove();
    place.put(value);
    Ok(true)
}

/// Does something with another database selected.
fn in_database<R>(
    ctx: &mut CommandContext<'_>,
    db: u32,
    act: impl FnOnce(&mut CommandContext<'_>) -> R,
) -> R {
    let selected = std::mem::replace(&mut ctx.db, db);
    let result = act(ctx);
    ctx.db = selected;
    result
}
