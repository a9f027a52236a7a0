//! When fields expire: HEXPIRE and HTTL with their relatives, HPERSIST.

use resp::{Args, ReplyError};
use values::Hash;

use super::fields::{exact_fields, fields_from};
use super::note_removed_as_expired;
use super::remove::any_live;
use crate::context::CommandContext;
use crate::decimal::Decimal;
use crate::events::EventClass;
use crate::lifetime::{Wanted, in_seconds, left_ms};
use crate::parse::{ExpireForm, field_expire_at_ms};

/// Replies for a field: there is none, what was asked for is not met or not set, it is done, it
/// was removed at once.
const NO_FIELD: i64 = -2;
const NO_TIME: i64 = -1;
const NOT_MET: i64 = 0;
const DONE: i64 = 1;
const REMOVED: i64 = 2;

/// HEXPIRE key seconds [NX | XX | GT | LT] FIELDS numfields field [field ...]
pub fn hexpire(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    set(ctx, args, ExpireForm::Seconds, "hexpire")
}

/// HPEXPIRE key milliseconds [NX | XX | GT | LT] FIELDS numfields field [field ...]
pub fn hpexpire(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    set(ctx, args, ExpireForm::Milliseconds, "hpexpire")
}

/// HEXPIREAT key unix-time-seconds [NX | XX | GT | LT] FIELDS numfields field [field ...]
pub fn hexpireat(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    set(ctx, args, ExpireForm::SecondsAt, "hexpireat")
}

/// HPEXPIREAT key unix-time-milliseconds [NX | XX | GT | LT] FIELDS numfields field [field ...]
pub fn hpexpireat(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    set(ctx, args, ExpireForm::MillisecondsAt, "hpexpireat")
}

fn set(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    form: ExpireForm,
    command: &str,
) -> Result<(), ReplyError> {
    let mut wanted = Wanted::default();
    let names = fields_from(args, 3, 1, |options| {
        wanted = Wanted::parse(options.map(|i| args.get(i)))?;
        Ok(())
    })?;
    let (key, db, now_ms) = (args.get(1), ctx.db, ctx.now_ms);
    let at_ms = field_expire_at_ms(args.get(2), form, now_ms, command)?;
    let mut place = ctx.write(key)?;
    let over = at_ms <= now_ms;
    let verdicts: Vec<i64> = match place.hash()? {
        None => vec![NO_FIELD; names.len()],
        Some(hash) => {
            let admits =
                |name| verdict(&hash, name, now_ms, |present| wanted.admits(present, at_ms));
            names.iter().map(admits).collect()
        }
    };
    let changes = verdicts.contains(&DONE);
    let mut replies = verdicts.clone();
    if changes {
        place.edit_hash(|hash, rules| {
            for (name, reply) in names.iter().zip(&mut replies) {
                // A name that is given twice meets what its first time has done.
                *reply = verdict(hash, name, now_ms, |present| wanted.admits(present, at_ms));
                if *reply == DONE && over {
                    hash.remove(name);
                    *reply = REMOVED;
                } else if *reply == DONE {
                    hash.set_expire(name, Some(at_ms), rules);
                }
            }
        });
        if over {
            place.event_of_removal(EventClass::HASH, "hexpired");
        } else {
            place.event(EventClass::HASH, "hexpire");
        }
    }
    place.reply.array(replies.len());
    replies.iter().for_each(|&reply| place.reply.int(reply));
    if changes && over {
        let removed = names
            .iter()
            .zip(&replies)
            .filter(|(_, reply)| **reply == REMOVED);
        note_removed_as_expired(ctx, key, removed.map(|(name, _)| name));
    } else if changes && ctx.effects.wanted() {
        let at = Decimal::of(at_ms);
        let words: [(usize, &[u8]); 2] = [(0, b"HPEXPIREAT"), (2, at.text())];
        ctx.effects.request_with(db, args, &words);
    }
    Ok(())
}

/// What becomes of a field if its present expire time is admitted.
fn verdict(hash: &Hash, name: &[u8], now_ms: i64, admits: impl Fn(Option<i64>) -> bool) -> i64 {
    match hash.get_live(name, now_ms) {
        None => NO_FIELD,
        Some(field) if admits(field.expire_at_ms) => DONE,
        Some(_) => NOT_MET,
    }
}

/// HTTL key FIELDS numfields field [field ...]
pub fn httl(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, |at_ms, now_ms| {
        in_seconds(left_ms(at_ms, now_ms))
    })
}

/// HPTTL key FIELDS numfields field [field ...]
pub fn hpttl(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, left_ms)
}

/// HEXPIRETIME key FIELDS numfields field [field ...]
pub fn hexpiretime(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, |at_ms, _| in_seconds(at_ms))
}

/// HPEXPIRETIME key FIELDS numfields field [field ...]
pub fn hpexpiretime(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, |at_ms, _| at_ms)
}

/// Replies with `form(expire time, now)` of each field.
fn tell(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    form: impl Fn(i64, i64) -> i64,
) -> Result<(), ReplyError> {
    let names = exact_fields(args, ReplyError::SYNTAX)?;
    let now_ms = ctx.now_ms;
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    reply.array(names.len());
    for name in names {
        let field = hash.as_deref().and_then(|hash| hash.get_live(name, now_ms));
        reply.int(match field.map(|field| field.expire_at_ms) {
            None => NO_FIELD,
            Some(None) => NO_TIME,
            Some(Some(at_ms)) => form(at_ms, now_ms),
        });
    }
    Ok(())
}

/// HPERSIST key FIELDS numfields field [field ...]
pub fn hpersist(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let names = exact_fields(args, super::fields::COUNT_MISMATCH)?;
    let now_ms = ctx.now_ms;
    let mut place = ctx.write(args.get(1))?;
    let may_change = place
        .hash()?
        .is_some_and(|hash| hash.expiring() > 0 && any_live(&hash, names, now_ms));
    let mut replies = Vec::new();
    let mut changed = false;
    if may_change {
        place.edit_hash(|hash, rules| {
            for name in names {
                let reply = time_state(hash, name, now_ms);
                if reply == DONE {
                    hash.set_expire(name, None, rules);
                    changed = true;
                }
                replies.push(reply);
            }
        });
    } else {
        let hash = place.hash()?;
        replies.extend(names.iter().map(|name| {
            hash.as_deref()
                .map_or(NO_FIELD, |hash| time_state(hash, name, now_ms))
        }));
    }
    if changed {
        place.event(EventClass::HASH, "hpersist");
    }
    place.reply.array(replies.len());
    replies.iter().for_each(|&reply| place.reply.int(reply));
    if changed {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

fn time_state(hash: &Hash, name: &[u8], now_ms: i64) -> i64 {
    match hash.get_live(name, now_ms).map(|field| field.expire_at_ms) {
        None => NO_FIELD,
        Some(None) => NO_TIME,
        Some(Some(_)) => DONE,
    }
}
