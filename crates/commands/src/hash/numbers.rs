//! Fields as numbers: HINCRBY, HINCRBYFLOAT.

use resp::{Args, ReplyError};
use stdx::num::I64_TEXT_BYTES_MAX;
use stdx::num::long_double::LongDouble;
use values::hash::Lifetime;

use super::Stored;
use crate::context::CommandContext;
use crate::decimal::Decimal;
use crate::events::EventClass;
use crate::keys::KeyPlace;
use crate::parse::integer;
use crate::text::Text;

const NOT_INTEGER: ReplyError = ReplyError::fixed("ERR hash value is not an integer");
const NOT_FLOAT: ReplyError = ReplyError::fixed("ERR hash value is not a float");
const INFINITE: ReplyError = ReplyError::fixed("ERR value is NaN or Infinity");

/// HINCRBY key field increment
pub fn hincrby(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let increment = integer(args.get(3))?;
    let (key, name, now_ms) = (args.get(1), args.get(2), ctx.now_ms);
    let mut place = ctx.write(key)?;
    let hash = place.hash()?;
    let field = hash.as_deref().and_then(|hash| hash.get_live(name, now_ms));
    let old = match field {
        Some(field) => Text::from(field.value).integer().map_err(|_| NOT_INTEGER)?,
        None => 0,
    };
    let expire_at_ms = field.and_then(|field| field.expire_at_ms);
    // Elsewhere the field may have another expire time by then, or be gone.
    let sure = place.hash()?.is_none_or(|hash| hash.expiring() == 0);
    let new = old.checked_add(increment).ok_or(ReplyError::OVERFLOW)?;
    let text = Decimal::of(new);
    store(&mut place, name, text.text(), now_ms)?;
    place.event(EventClass::HASH, "hincrby");
    place.reply.int(new);
    if sure {
        ctx.effects.request(ctx.db, args);
    } else {
        tell(ctx, (key, name, text.text()), expire_at_ms);
    }
    Ok(())
}

/// HINCRBYFLOAT key field increment
pub fn hincrbyfloat(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let increment = LongDouble::parse(args.get(3)).ok_or(ReplyError::NOT_FLOAT)?;
    if !increment.is_finite() {
        return Err(INFINITE);
    }
    let (key, name, now_ms) = (args.get(1), args.get(2), ctx.now_ms);
    let mut place = ctx.write(key)?;
    let hash = place.hash()?;
    let field = hash.as_deref().and_then(|hash| hash.get_live(name, now_ms));
    let mut digits = [0; I64_TEXT_BYTES_MAX];
    let old = field.map_or(&b"0"[..], |field| {
        Text::from(field.value).bytes(&mut digits)
    });
    let expire_at_ms = field.and_then(|field| field.expire_at_ms);
    let new = LongDouble::parse(old).ok_or(NOT_FLOAT)? + increment;
    if !new.is_finite() {
        return Err(ReplyError::NAN_OR_INFINITY);
    }
    let text = new.to_text();
    store(&mut place, name, &text, now_ms)?;
    place.event(EventClass::HASH, "hincrbyfloat");
    place.reply.bulk(&text);
    tell(ctx, (key, name, &text), expire_at_ms);
    Ok(())
}

fn store(
    place: &mut KeyPlace<'_, '_>,
    name: &[u8],
    value: &[u8],
    now_ms: i64,
) -> Result<(), ReplyError> {
    let stored = place.edit_or_make_hash(|hash, rules| {
        let mut stored = Stored::default();
        stored.store(hash, (name, value), (Lifetime::Keep, now_ms), rules);
        stored
    })?;
    stored.note(place);
    Ok(())
}

/// Tells the value onwards, and when it expires.
fn tell(
    ctx: &mut CommandContext<'_>,
    (key, name, value): (&[u8], &[u8], &[u8]),
    expire_at_ms: Option<i64>,
) {
    match expire_at_ms {
        None => ctx.effects.command(ctx.db, &[b"HSET", key, name, value]),
        Some(at_ms) => {
            let at = Decimal::of(at_ms);
            let words: [&[u8]; 8] = [
                b"HSETEX",
                key,
                b"PXAT",
                at.text(),
                b"FIELDS",
                b"1",
                name,
                value,
            ];
            ctx.effects.command(ctx.db, &words);
        }
    }
}
