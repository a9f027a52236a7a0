//! Values and expire times of fields at once: HGETEX, HSETEX.

use std::ops::Range;

use resp::{Args, ReplyError};
use values::Hash;
use values::hash::Lifetime;

use super::fields::fields_from;
use super::remove::any_live;
use super::{Stored, note_removed_as_expired, reply_value};
use crate::context::CommandContext;
use crate::decimal::Decimal;
use crate::events::EventClass;
use crate::parse::{ExpireForm, field_expire_at_ms};

/// Options of both commands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Options {
    /// How the expire time is stated, and in which argument.
    time: Option<(ExpireForm, usize)>,
    /// PERSIST or KEEPTTL, whichever the command has.
    keyword: bool,
    /// NX, XX: whether the key has to be there.
    key_exists: Option<bool>,
    /// FNX, FXX: whether the fields have to be there.
    fields_exist: Option<bool>,
}

impl Options {
    /// Reads the arguments at `places` but for the key, which may be named FIELDS and then is that
    /// word too, as on Valkey; `keyword` and conditions are what the command has beside expire
    /// times.
    fn parse(
        args: Args<'_>,
        places: Range<usize>,
        keyword: &str,
        conditions: bool,
    ) -> Result<Self, ReplyError> {
        let mut options = Self::default();
        let end = places.end;
        let mut place = places.start.max(2);
        while place < end {
            let word = args.get(place);
            let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
            let form = [
                ("ex", ExpireForm::Seconds),
                ("px", ExpireForm::Milliseconds),
                ("exat", ExpireForm::SecondsAt),
                ("pxat", ExpireForm::MillisecondsAt),
            ]
            .into_iter()
            .find(|(name, _)| is(name));
            let fits = if let Some((_, form)) = form {
                place += 1;
                let other = options.time.is_some_and(|(old, _)| old != form);
                options.time = Some((form, place));
                place < end && !other && !options.keyword
            } else if is(keyword) {
                options.keyword = true;
                options.time.is_none()
            } else if conditions && (is("nx") || is("xx")) {
                agree(&mut options.key_exists, is("xx"))
            } else if conditions && (is("fnx") || is("fxx")) {
                agree(&mut options.fields_exist, is("fxx"))
            } else {
                false
            };
            if !fits {
                return Err(ReplyError::SYNTAX);
            }
            place += 1;
        }
        Ok(options)
    }

    fn at_ms(&self, args: Args<'_>, now_ms: i64, name: &str) -> Result<Option<i64>, ReplyError> {
        self.time
            .map(|(form, place)| field_expire_at_ms(args.get(place), form, now_ms, name))
            .transpose()
    }
}

/// Takes a condition; false if the other was there.
fn agree(condition: &mut Option<bool>, wanted: bool) -> bool {
    condition.replace(wanted).is_none_or(|old| old == wanted)
}

/// HGETEX key [EX seconds | PX milliseconds | EXAT time | PXAT time | PERSIST]
/// FIELDS numfields field [field ...]
pub fn hgetex(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut options = Options::default();
    let names = fields_from(args, 1, 1, |places| {
        options = Options::parse(args, places, "persist", false)?;
        Ok(())
    })?;
    let (key, now_ms) = (args.get(1), ctx.now_ms);
    let mut place = ctx.read(key)?;
    place.hash()?;
    let at_ms = options.at_ms(args, now_ms, "hgetex")?;
    let (hash, reply) = place.hash_and_reply()?;
    reply.array(names.len());
    let over = at_ms.is_some_and(|at_ms| at_ms <= now_ms);
    let mut changed: Vec<&[u8]> = Vec::new();
    for name in names {
        let field = hash.as_deref().and_then(|hash| hash.get_live(name, now_ms));
        let field = field.filter(|_| !(over && changed.contains(&name)));
        reply_value(reply, field);
        let changes = match field {
            None => false,
            Some(field) if options.keyword => {
                field.expire_at_ms.is_some() && !changed.contains(&name)
            }
            Some(_) => at_ms.is_some(),
        };
        if changes {
            changed.push(name);
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    place.edit_hash(|hash, rules| {
        for name in &changed {
            if over {
                hash.remove(name);
            } else {
                hash.set_expire(name, at_ms, rules);
            }
        }
    });
    if over {
        place.event_of_removal(EventClass::HASH, "hexpired");
        note_removed_as_expired(ctx, key, changed.into_iter());
        return Ok(());
    }
    let event = if options.keyword {
        "hpersist"
    } else {
        "hexpire"
    };
    place.event(EventClass::HASH, event);
    tell_times(ctx, key, at_ms, &changed);
    Ok(())
}

/// Tells onwards that fields expire at a time, or never.
fn tell_times(ctx: &mut CommandContext<'_>, key: &[u8], at_ms: Option<i64>, names: &[&[u8]]) {
    if !ctx.effects.wanted() {
        return;
    }
    let (at, count) = (at_ms.map(Decimal::of), Decimal::of(names.len() as i64));
    let mut words = match &at {
        Some(at) => vec![b"HPEXPIREAT".as_slice(), key, at.text()],
        None => vec![b"HPERSIST".as_slice(), key],
    };
    words.extend([b"FIELDS", count.text()]);
    words.extend(names);
    ctx.effects.command(ctx.db, &words);
}

/// HSETEX key [NX | XX] [FNX | FXX] [EX seconds | PX milliseconds | EXAT time | PXAT time |
/// KEEPTTL] FIELDS numfields field value [field value ...]
pub fn hsetex(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut options = Options::default();
    let fields = fields_from(args, 1, 2, |places| {
        options = Options::parse(args, places, "keepttl", true)?;
        Ok(())
    })?;
    let (key, now_ms) = (args.get(1), ctx.now_ms);
    let mut place = ctx.write(key)?;
    place.hash()?;
    // Whether the key is there is asked before the time is read, and the fields after it.
    let place_fits = options
        .key_exists
        .is_none_or(|wanted| wanted == place.exists());
    if !place_fits {
        place.reply.int(0);
        return Ok(());
    }
    let at_ms = options.at_ms(args, now_ms, "hsetex")?;
    if !conditions_met(place.hash()?.as_deref(), fields, options, now_ms) {
        place.reply.int(0);
        return Ok(());
    }
    place.reply.int(1);
    if at_ms.is_some_and(|at_ms| at_ms <= now_ms) {
        store_expired(ctx, key, fields)?;
        return Ok(());
    }
    let lifetime = match at_ms {
        Some(at_ms) => Lifetime::At(at_ms),
        None if options.keyword => Lifetime::Keep,
        None => Lifetime::None,
    };
    let stored = place.edit_or_make_hash(|hash, rules| {
        let mut stored = Stored::default();
        let mut words = fields.iter();
        while let (Some(name), Some(value)) = (words.next(), words.next()) {
            stored.store(hash, (name, value), (lifetime, now_ms), rules);
        }
        stored
    })?;
    stored.note(&mut place);
    place.event(EventClass::HASH, "hset");
    if at_ms.is_some() {
        place.event(EventClass::HASH, "hexpire");
    }
    tell_stored(ctx, args, (options, at_ms), fields);
    Ok(())
}

/// Whether all fields are there, or none of them, if that is asked for.
fn conditions_met(hash: Option<&Hash>, fields: Args<'_>, options: Options, now_ms: i64) -> bool {
    let Some(wanted) = options.fields_exist else {
        return true;
    };
    let there = |name| hash.is_some_and(|hash| hash.get_live(name, now_ms).is_some());
    fields.iter().step_by(2).all(|name| there(name) == wanted)
}

/// What HSETEX does if the time has passed: fields that are there go. As on Valkey, every pair
/// counts as a field that has expired.
fn store_expired(
    ctx: &mut CommandContext<'_>,
    key: &[u8],
    fields: Args<'_>,
) -> Result<(), ReplyError> {
    let names = || fields.iter().step_by(2);
    let now_ms = ctx.now_ms;
    let mut place = ctx.write(key)?;
    let existed = place.exists();
    if !existed {
        place.event(EventClass::NEW, "new");
    }
    let mut removed: Vec<&[u8]> = Vec::new();
    if place
        .hash()?
        .is_some_and(|hash| any_live(&hash, fields, now_ms))
    {
        place.edit_hash(|hash, _| {
            for name in names() {
                if hash.get_live(name, now_ms).is_some() && hash.remove(name) {
                    removed.push(name);
                }
            }
        });
    }
    place.event(EventClass::HASH, "hset");
    place.event(EventClass::HASH, "hexpire");
    place.event_of_removal(EventClass::HASH, "hexpired");
    let not_there = names().count().saturating_sub(removed.len());
    ctx.stats.expired_fields += not_there as u64;
    if removed.is_empty() {
        return Ok(());
    }
    note_removed_as_expired(ctx, key, removed.into_iter());
    Ok(())
}

/// Tells what was stored onwards: the request without its conditions and with an absolute time.
fn tell_stored(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    (options, at_ms): (Options, Option<i64>),
    fields: Args<'_>,
) {
    if !ctx.effects.wanted() {
        return;
    }
    let at = at_ms.map(Decimal::of);
    let mut words = vec![args.get(0), args.get(1)];
    if let (Some((form, place)), Some(at)) = (options.time, &at) {
        let as_sent = form == ExpireForm::MillisecondsAt;
        let name = if as_sent {
            args.get(place - 1)
        } else {
            b"PXAT"
        };
        words.extend([name, at.text()]);
    } else if options.keyword {
        let keyword = |word: &&[u8]| word.eq_ignore_ascii_case(b"keepttl");
        words.extend(args.tail(2).iter().find(keyword));
    }
    let fields_at = args.len() - fields.len() - 2;
    words.extend(args.tail(fields_at.max(2)).iter());
    ctx.effects.command(ctx.db, &words);
}
