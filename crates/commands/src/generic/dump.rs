//! Values as bytes: DUMP, RESTORE.

use bytes::Bytes;
use keyspace::{Expire, Taken, TakenValue};
use rdb::{LoadRules, Loaded, PayloadError, Reader, Versions, Writer};
use resp::{Args, ReplyError};
use values::hash::Rules;

use crate::access;
use crate::context::CommandContext;
use crate::decimal::Decimal;
use crate::events::EventClass;
use crate::keys::{KeyPlace, removal_by_server};
use crate::parse::integer;
use crate::reload::stored;

const BUSY_KEY: ReplyError = ReplyError::fixed("BUSYKEY Target key name already exists.");
const INVALID_TTL: ReplyError = ReplyError::fixed("ERR Invalid TTL value, must be >= 0");
const BAD_DATA: ReplyError = ReplyError::fixed("ERR Bad data format");

/// DUMP key
pub fn dump(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let place = ctx.read(args.get(1))?;
    let Some(value) = place.value() else {
        place.reply.null();
        return Ok(());
    };
    let mut writer = Writer::new(place.settings.rdb_compression);
    rdb::save(stored(value), &mut writer);
    let mut payload = writer.take();
    rdb::seal(&mut payload);
    place.reply.shared(Bytes::from(payload));
    Ok(())
}

/// What RESTORE is asked for beside key and payload.
#[derive(Default)]
struct Options {
    replace: bool,
    absolute: bool,
    idle_seconds: Option<i64>,
    frequency: Option<u8>,
}

impl Options {
    fn parse(args: Args<'_>) -> Result<Self, ReplyError> {
        let mut options = Self::default();
        let mut words = args.tail(4).iter();
        while let Some(word) = words.next() {
            match word.to_ascii_lowercase().as_slice() {
                b"replace" => options.replace = true,
                b"absttl" => options.absolute = true,
                b"idletime" if options.frequency.is_none() => {
                    let seconds = integer(words.next().ok_or(ReplyError::SYNTAX)?)?;
                    if seconds < 0 {
                        return Err(ReplyError::fixed(
                            "ERR Invalid IDLETIME value, must be >= 0",
                        ));
                    }
                    options.idle_seconds = Some(seconds);
                }
                b"freq" if options.idle_seconds.is_none() => {
                    let frequency = integer(words.next().ok_or(ReplyError::SYNTAX)?)?;
                    let frequency = u8::try_from(frequency).map_err(|_| {
                        ReplyError::fixed("ERR Invalid FREQ value, must be >= 0 and <= 255")
                    })?;
                    options.frequency = Some(frequency);
                }
                _ => return Err(ReplyError::SYNTAX),
            }
        }
        Ok(options)
    }

    /// The entry's mark of its last access, if it is stated and the policy has a use for it.
    fn access_field(&self, place: &KeyPlace<'_, '_>, now_ms: i64) -> Option<u32> {
        if place.settings.counts_accesses {
            let frequency = self.frequency?;
            return Some(access::counted(frequency, now_ms));
        }
        Some(access::unused_for(self.idle_seconds?, now_ms))
    }
}

/// RESTORE key ttl payload [REPLACE] [ABSTTL] [IDLETIME seconds] [FREQ frequency]
pub fn restore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let key = args.get(1);
    let options = Options::parse(args)?;
    if ctx.write(key)?.exists() && !options.replace {
        return Err(BUSY_KEY);
    }
    let ttl = integer(args.get(2))?;
    if ttl < 0 {
        return Err(INVALID_TTL);
    }
    let loaded = load(ctx, args.get(3))?;
    let now_ms = ctx.now_ms;
    let expire_at_ms = match ttl {
        0 => None,
        ttl if options.absolute => Some(ttl),
        // What lies beyond the end of time is over, as it is for Valkey.
        ttl => Some(now_ms.wrapping_add(ttl)),
    };
    let mut place = ctx.peek(key)?;
    let replaced = place.remove();
    let over = expire_at_ms.is_some_and(|at_ms| at_ms <= now_ms);
    let taken = match loaded {
        Loaded::Nothing => None,
        _ if over => None,
        Loaded::Text(text) => {
            let expire = expire_at_ms.map_or(Expire::None, Expire::At);
            place.set_text(&text, Some(text.clone()), expire);
            place.ready();
            Some(())
        }
        Loaded::Object(object) => {
            place.put(Taken {
                value: TakenValue::Object(object),
                expire_at_ms,
            });
            Some(())
        }
    };
    if taken.is_some() {
        if let Some(field) = options.access_field(&place, now_ms) {
            place.set_access_field(field);
        }
        place.event(EventClass::GENERIC, "restore");
        tell(ctx, args, expire_at_ms.filter(|_| !options.absolute));
    } else if replaced {
        place.event(EventClass::GENERIC, "del");
        let word = removal_by_server(ctx.settings);
        ctx.effects.command(ctx.db, &[word, key]);
    }
    ctx.reply.ok();
    Ok(())
}

fn load(ctx: &CommandContext<'_>, payload: &[u8]) -> Result<Loaded, ReplyError> {
    let versions = if ctx.settings.rdb_any_version {
        Versions::Relaxed
    } else {
        Versions::Strict
    };
    let (kind, value) =
        rdb::open(payload, versions, !ctx.settings.rdb_unchecked).map_err(|error| match error {
            PayloadError::Envelope => {
                ReplyError::fixed("ERR DUMP payload version or checksum are wrong")
            }
            PayloadError::Foreign(kind) => {
                ReplyError::new(format!("ERR Unsupported foreign data type: {kind}"))
            }
            PayloadError::Value(_) => BAD_DATA,
        })?;
    let rules = LoadRules {
        rules: Rules {
            limits: &ctx.settings.encoding,
            hasher: ctx.hasher,
        },
        // As on Valkey, fields whose time is over come too, and go as such fields do.
        now_ms: i64::MIN,
    };
    rdb::load(kind, &mut Reader::new(value), &rules).map_err(|_| BAD_DATA)
}

/// The effect: the request, with the moment at which the key expires if it stated a duration.
fn tell(ctx: &mut CommandContext<'_>, args: Args<'_>, expire_at_ms: Option<i64>) {
    let Some(at_ms) = expire_at_ms else {
        return ctx.effects.request(ctx.db, args);
    };
    if ctx.effects.wanted() {
        let at = Decimal::of(at_ms);
        let mut words: Vec<&[u8]> = args.iter().collect();
        words[2] = at.text();
        words.push(b"ABSTTL");
        ctx.effects.command_with(ctx.db, &words, 3, args.shared(3));
    }
}
