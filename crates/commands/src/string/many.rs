//! Several strings at once: MGET, MSET, MSETNX, MSETEX.

use keyspace::Expire;
use resp::{Args, ReplyError};
use stdx::num::parse_i64;

use super::options::{Condition, Expiry, SetOptions};
use crate::context::CommandContext;
use crate::decimal::Decimal;
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

/// MSETEX numkeys key value [key value ...] [NX | XX] [EX | PX | EXAT | PXAT time | KEEPTTL]
pub fn msetex(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let behind_pairs = 2 + 2 * number_of_keys(args.get(1))?;
    if behind_pairs > args.len() {
        return Err(ReplyError::SYNTAX);
    }
    let options = SetOptions::parse_msetex(args, behind_pairs)?;
    let expire_at_ms = options.expiry.at_ms(ctx.now_ms, "msetex")?;
    let pairs = (2..behind_pairs).step_by(2);
    if options.condition != Condition::Always {
        let wanted = options.condition == Condition::Present;
        for place in pairs.clone() {
            if ctx.write(args.get(place))?.exists() != wanted {
                ctx.reply.int(0);
                return Ok(());
            }
        }
    }
    let expire = match (expire_at_ms, options.expiry) {
        (Some(at_ms), _) => Expire::At(at_ms),
        (None, Expiry::Keep) => Expire::Keep,
        (None, _) => Expire::None,
    };
    for place in pairs {
        let (key, value) = (args.get(place), args.get(place + 1));
        let mut key = ctx.write(key)?;
        key.set_text(value, args.shared(place + 1), expire);
        key.event(EventClass::STRING, "set");
        if expire_at_ms.is_some() {
            key.event(EventClass::GENERIC, "expire");
        }
    }
    ctx.reply.int(1);
    match expire_at_ms {
        Some(at_ms) if !options.expiry.is_absolute() => {
            effect_of_msetex(ctx, args, behind_pairs, at_ms);
        }
        _ => ctx.effects.request(ctx.db, args),
    }
    Ok(())
}

/// Tells the request with its expire time in the form that means the same at any time.
fn effect_of_msetex(ctx: &mut CommandContext<'_>, args: Args<'_>, options: usize, at_ms: i64) {
    if !ctx.effects.wanted() {
        return;
    }
    let at = Decimal::of(at_ms);
    let mut replaced: Vec<(usize, &[u8])> = Vec::new();
    let mut place = options;
    while let Some(word) = args.try_get(place) {
        if [b"nx", b"xx"]
            .iter()
            .any(|name| word.eq_ignore_ascii_case(*name))
        {
            place += 1;
        } else {
            replaced.extend([(place, b"PXAT".as_slice()), (place + 1, at.text())]);
            place += 2;
        }
    }
    ctx.effects.request_with(ctx.db, args, &replaced);
}

fn number_of_keys(text: &[u8]) -> Result<usize, ReplyError> {
    let number = parse_i64(text).and_then(|number| i32::try_from(number).ok());
    let number = number.and_then(|number| usize::try_from(number).ok());
    number.filter(|number| *number > 0).ok_or(ReplyError::fixed(
        "ERR invalid numkeys value or out of range",
    ))
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
