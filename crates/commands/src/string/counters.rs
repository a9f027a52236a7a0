//! Strings as numbers: INCR and its relatives.

use keyspace::{Expire, NewValue};
use resp::{Args, ReplyError};
use stdx::num::I64_TEXT_BYTES_MAX;
use stdx::num::long_double::LongDouble;

use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::integer;

/// INCR key
pub fn incr(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    add(ctx, args, 1)
}

/// DECR key
pub fn decr(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    add(ctx, args, -1)
}

/// INCRBY key increment
pub fn incrby(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let increment = integer(args.get(2))?;
    add(ctx, args, increment)
}

/// DECRBY key decrement
pub fn decrby(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let increment = integer(args.get(2))?
        .checked_neg()
        .ok_or(ReplyError::fixed("ERR decrement would overflow"))?;
    add(ctx, args, increment)
}

fn add(ctx: &mut CommandContext<'_>, args: Args<'_>, increment: i64) -> Result<(), ReplyError> {
    let mut place = ctx.write(args.get(1))?;
    let old = match place.text()? {
        Some(text) => text.integer()?,
        None => 0,
    };
    let new = old.checked_add(increment).ok_or(ReplyError::OVERFLOW)?;
    place.set(NewValue::Int(new), Expire::Keep);
    place.event(EventClass::STRING, "incrby");
    place.reply.int(new);
    ctx.effects.request(ctx.db, args);
    Ok(())
}

/// INCRBYFLOAT key increment
pub fn incrbyfloat(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let key = args.get(1);
    let mut place = ctx.write(key)?;
    let old = match place.text()? {
        Some(text) => float(text.bytes(&mut [0; I64_TEXT_BYTES_MAX]))?,
        None => float(b"0")?,
    };
    let new = old + float(args.get(2))?;
    if !new.is_finite() {
        return Err(ReplyError::NAN_OR_INFINITY);
    }
    let text = new.to_text();
    place.set(NewValue::Bytes(&text), Expire::Keep);
    place.event(EventClass::STRING, "incrbyfloat");
    place.reply.bulk(&text);
    ctx.effects
        .command(ctx.db, &[b"SET", key, &text, b"KEEPTTL"]);
    Ok(())
}

fn float(text: &[u8]) -> Result<LongDouble, ReplyError> {
    LongDouble::parse(text).ok_or(ReplyError::NOT_FLOAT)
}
