//! Expire times: EXPIRE and TTL with their relatives, PERSIST.

use resp::{Args, ReplyError};

use crate::context::CommandContext;
use crate::decimal::Decimal;
use crate::events::EventClass;
use crate::lifetime::{Wanted, in_seconds, left_ms};
use crate::parse::{ExpireForm, expire_at_ms};

/// EXPIRE key seconds [NX | XX | GT | LT]
pub fn expire(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    set(ctx, args, ExpireForm::Seconds, "expire")
}

/// PEXPIRE key milliseconds [NX | XX | GT | LT]
pub fn pexpire(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    set(ctx, args, ExpireForm::Milliseconds, "pexpire")
}

/// EXPIREAT key unix-time-seconds [NX | XX | GT | LT]
pub fn expireat(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    set(ctx, args, ExpireForm::SecondsAt, "expireat")
}

/// PEXPIREAT key unix-time-milliseconds [NX | XX | GT | LT]
pub fn pexpireat(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    set(ctx, args, ExpireForm::MillisecondsAt, "pexpireat")
}

fn set(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    form: ExpireForm,
    command: &str,
) -> Result<(), ReplyError> {
    let wanted = Wanted::parse(args.tail(3))?;
    let now_ms = ctx.now_ms;
    let at_ms = expire_at_ms(args.get(2), form, now_ms, command)?;
    let key = args.get(1);
    let mut place = ctx.write(key)?;
    if !place.exists() || !wanted.admits(place.expire_at_ms(), at_ms) {
        place.reply.int(0);
        return Ok(());
    }
    place.reply.int(1);
    if at_ms <= now_ms && !place.settings.keeps_expired {
        place.remove();
        ctx.note_expired(key);
        return Ok(());
    }
    place.set_expire(Some(at_ms));
    place.event(EventClass::GENERIC, "expire");
    if form == ExpireForm::MillisecondsAt {
        ctx.effects.request(ctx.db, args);
    } else if ctx.effects.wanted() {
        let at = Decimal::of(at_ms);
        let mut words = vec![b"PEXPIREAT".as_slice(), key, at.text()];
        words.extend(args.tail(3));
        ctx.effects.command(ctx.db, &words);
    }
    Ok(())
}

/// TTL key
pub fn ttl(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, |at_ms, now_ms| {
        in_seconds(left_ms(at_ms, now_ms))
    })
}

/// PTTL key
pub fn pttl(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, left_ms)
}

/// EXPIRETIME key
pub fn expiretime(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, |at_ms, _| in_seconds(at_ms))
}

/// PEXPIRETIME key
pub fn pexpiretime(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, |at_ms, _| at_ms)
}

/// Replies with `form(expire time, now)`, -2 without the key, -1 without an expire time.
fn tell(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    form: impl Fn(i64, i64) -> i64,
) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    let place = ctx.inspect(args.get(1))?;
    let told = match (place.exists(), place.expire_at_ms()) {
        (false, _) => -2,
        (true, None) => -1,
        (true, Some(at_ms)) => form(at_ms, now_ms),
    };
    place.reply.int(told);
    Ok(())
}

/// PERSIST key
pub fn persist(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.write(args.get(1))?;
    if place.expire_at_ms().is_none() {
        place.reply.int(0);
        return Ok(());
    }
    place.set_expire(None);
    place.event(EventClass::GENERIC, "persist");
    place.reply.int(1);
    ctx.effects.request(ctx.db, args);
    Ok(())
}
