//! Strings read and written whole: GET, SET and their relatives.

use keyspace::Expire;
use resp::{Args, ReplyError};
use stdx::num::I64_TEXT_BYTES_MAX;

use super::options::{self, Condition, Expiry, SetOptions};
use crate::context::CommandContext;
use crate::decimal::Decimal;
use crate::events::EventClass;
use crate::keys::KeyPlace;
use crate::parse::{ExpireForm, positive_expire_at_ms};

/// GET key
#[inline]
pub fn get(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    ctx.read(args.get(1))?.reply_text()
}

/// SET key value [NX | XX | IFEQ value] [GET] [EX | PX | EXAT | PXAT time | KEEPTTL]
#[inline]
pub fn set(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    if args.len() > 3 {
        return set_with_options(ctx, args);
    }
    ctx.overwrite(args.get(1), args.get(2), args.shared(2), Expire::None)?;
    ctx.event(EventClass::STRING, "set", args.get(1));
    ctx.effects.request(ctx.db, args);
    ctx.reply.ok();
    Ok(())
}

fn set_with_options(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let options = SetOptions::parse(args)?;
    let (key, value) = (args.get(1), args.get(2));
    let expire_at_ms = options.expiry.at_ms(ctx.now_ms, "set")?;
    let now_ms = ctx.now_ms;
    let mut place = if options.get {
        ctx.read(key)?
    } else {
        ctx.write(key)?
    };
    if options.get {
        place.reply_text()?;
    }
    if !is_met(options.condition, &place)? {
        if !options.get {
            place.reply.null();
        }
        return Ok(());
    }
    let existed = place.exists();
    let expired = expire_at_ms.is_some_and(|at_ms| at_ms <= now_ms);
    match (expire_at_ms, options.expiry) {
        _ if expired => {
            place.remove();
        }
        (Some(at_ms), _) => place.set_text(value, args.shared(2), Expire::At(at_ms)),
        (None, Expiry::Keep) => place.set_text(value, args.shared(2), Expire::Keep),
        (None, _) => place.set_text(value, args.shared(2), Expire::None),
    }
    if !expired {
        place.event(EventClass::STRING, "set");
    }
    if !expired && expire_at_ms.is_some() {
        place.event(EventClass::GENERIC, "expire");
    }
    if !options.get {
        place.reply.ok();
    }
    if expired && existed {
        ctx.note_expired(key);
    }
    if expired || !ctx.effects.wanted() {
        return Ok(());
    }
    match expire_at_ms {
        Some(_) if options.expiry.is_absolute() => ctx.effects.request(ctx.db, args),
        Some(at_ms) => {
            let only_option = args.len() == 5;
            let name = if only_option { args.get(0) } else { b"SET" };
            effect_of_set(ctx, name, args, 2, at_ms);
        }
        None => ctx
            .effects
            .request_without(ctx.db, args, &places_of_get(args)),
    }
    Ok(())
}

fn is_met(condition: Condition<'_>, place: &KeyPlace<'_, '_>) -> Result<bool, ReplyError> {
    Ok(match condition {
        Condition::Always => true,
        Condition::Absent => !place.exists(),
        Condition::Present => place.exists(),
        Condition::Equal(wanted) => match place.text()? {
            Some(text) => text.bytes(&mut [0; I64_TEXT_BYTES_MAX]) == wanted,
            None => false,
        },
    })
}

/// Numbers of the arguments that are the option GET, not the value of another option.
fn places_of_get(args: Args<'_>) -> Vec<usize> {
    let mut places = Vec::new();
    let mut i = 3;
    while let Some(word) = args.try_get(i) {
        if word.eq_ignore_ascii_case(b"get") {
            places.push(i);
        }
        i += if word.eq_ignore_ascii_case(b"ifeq") {
            2
        } else {
            1
        };
    }
    places
}

/// The effect of a SET with an expire time, argument `value` being what was set.
fn effect_of_set(
    ctx: &mut CommandContext<'_>,
    name: &[u8],
    args: Args<'_>,
    value: usize,
    at_ms: i64,
) {
    let at = Decimal::of(at_ms);
    let words = [name, args.get(1), args.get(value), b"PXAT", at.text()];
    ctx.effects
        .command_with(ctx.db, &words, 2, args.shared(value));
}

/// SETNX key value
pub fn setnx(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.write(args.get(1))?;
    if place.exists() {
        place.reply.int(0);
        return Ok(());
    }
    place.set_text(args.get(2), args.shared(2), Expire::None);
    place.event(EventClass::STRING, "set");
    place.reply.int(1);
    ctx.effects.request(ctx.db, args);
    Ok(())
}

/// SETEX key seconds value
pub fn setex(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    set_expiring(ctx, args, ExpireForm::Seconds, "setex")
}

/// PSETEX key milliseconds value
pub fn psetex(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    set_expiring(ctx, args, ExpireForm::Milliseconds, "psetex")
}

fn set_expiring(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    form: ExpireForm,
    command: &str,
) -> Result<(), ReplyError> {
    let at_ms = positive_expire_at_ms(args.get(2), form, ctx.now_ms, command)?;
    ctx.overwrite(args.get(1), args.get(3), args.shared(3), Expire::At(at_ms))?;
    ctx.event(EventClass::STRING, "set", args.get(1));
    ctx.event(EventClass::GENERIC, "expire", args.get(1));
    effect_of_set(ctx, b"SET", args, 3, at_ms);
    ctx.reply.ok();
    Ok(())
}

/// GETSET key value
pub fn getset(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    place.reply_text()?;
    place.set_text(args.get(2), args.shared(2), Expire::None);
    place.event(EventClass::STRING, "set");
    let words = [b"SET".as_slice(), args.get(1), args.get(2)];
    ctx.effects.command_with(ctx.db, &words, 2, args.shared(2));
    Ok(())
}

/// GETDEL key
pub fn getdel(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    place.reply_text()?;
    if place.remove() {
        place.event(EventClass::GENERIC, "del");
        ctx.effects.command(ctx.db, &[b"DEL", args.get(1)]);
    }
    Ok(())
}

/// DELIFEQ key value
pub fn delifeq(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.write(args.get(1))?;
    let equal = is_met(Condition::Equal(args.get(2)), &place)?;
    if equal {
        place.remove();
        place.event(EventClass::GENERIC, "del");
    }
    place.reply.int(i64::from(equal));
    if equal {
        ctx.effects.command(ctx.db, &[b"DEL", args.get(1)]);
    }
    Ok(())
}

/// GETEX key [EX | PX | EXAT | PXAT time | PERSIST]
pub fn getex(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let expiry = options::getex(args)?;
    let now_ms = ctx.now_ms;
    let expire_at_ms = expiry.at_ms(now_ms, "getex")?;
    let key = args.get(1);
    let mut place = ctx.read(key)?;
    place.reply_text()?;
    if !place.exists() {
        return Ok(());
    }
    match expire_at_ms {
        Some(at_ms) if at_ms <= now_ms => {
            place.remove();
            ctx.note_expired(key);
        }
        Some(at_ms) => {
            place.set_expire(Some(at_ms));
            place.event(EventClass::GENERIC, "expire");
            let at = Decimal::of(at_ms);
            ctx.effects.command(ctx.db, &[b"PEXPIREAT", key, at.text()]);
        }
        None if expiry == Expiry::Persist && place.expire_at_ms().is_some() => {
            place.set_expire(None);
            place.event(EventClass::GENERIC, "persist");
            ctx.effects.command(ctx.db, &[b"PERSIST", key]);
        }
        None => {}
    }
    Ok(())
}
