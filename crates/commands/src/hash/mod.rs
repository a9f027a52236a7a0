//! Hashes: fields with values, and fields that expire.
//!
//! A field whose time is over is not there for readers; who writes to it replaces it, and what
//! nobody asks for is removed in time by who looks after the slot. Never knows another family.

mod expire;
mod fields;
mod numbers;
mod random;
mod read;
mod remove;
mod scan;
mod set;
mod together;

pub use expire::{
    hexpire, hexpireat, hexpiretime, hpersist, hpexpire, hpexpireat, hpexpiretime, hpttl, httl,
};
pub use numbers::{hincrby, hincrbyfloat};
pub use random::hrandfield;
pub use read::{hexists, hget, hgetall, hkeys, hlen, hmget, hstrlen, hvals};
pub use remove::{hdel, hgetdel};
pub use scan::hscan;
pub use set::{hmset, hset, hsetnx};
pub use together::{hgetex, hsetex};

use keyspace::ExpiredFields;
use resp::ReplyWriter;
use values::Hash;
use values::hash::{Field, FieldText, Lifetime, Rules};

use crate::context::CommandContext;
use crate::effects::Effects;
use crate::events::EventClass;
use crate::keys::KeyPlace;
use crate::text::Text;

#[inline]
fn reply_text(reply: &mut ReplyWriter<'_>, text: FieldText<'_>) {
    Text::from(text).write(reply);
}

fn reply_value(reply: &mut ReplyWriter<'_>, field: Option<Field<'_>>) {
    match field {
        Some(field) => reply_text(reply, field.value),
        None => reply.null(),
    }
}

/// Tells that fields, and perhaps with them their hash, are gone because their time was over.
pub fn note_expired_fields(effects: &mut Effects, db: u32, expired: &ExpiredFields<'_>) {
    let key = expired.key;
    effects.events.note(db, EventClass::HASH, "hexpired", key);
    if effects.wanted() {
        let mut words = vec![b"HDEL".as_slice(), key];
        words.extend(expired.names.iter().map(|name| &**name));
        effects.command(db, &words);
    }
    if expired.emptied {
        effects.events.note(db, EventClass::GENERIC, "del", key);
        effects.command(db, &[b"UNLINK", key]);
    }
}

/// Tells onwards that a command removed fields because the time it gave them had passed, and
/// counts them.
fn note_removed_as_expired<'n>(
    ctx: &mut CommandContext<'_>,
    key: &'n [u8],
    names: impl Iterator<Item = &'n [u8]>,
) {
    let mut words = vec![b"HDEL".as_slice(), key];
    words.extend(names);
    ctx.stats.expired_fields += words.len() as u64 - 2;
    ctx.effects.command(ctx.db, &words);
}

/// What storing fields came to.
#[derive(Clone, Copy, Debug, Default)]
struct Stored {
    /// Fields that were not there, or whose time was over.
    created: usize,
    /// Some of these were still kept.
    replaced_expired: bool,
}

impl Stored {
    /// Stores one more field.
    fn store(
        &mut self,
        hash: &mut Hash,
        (name, value): (&[u8], &[u8]),
        (lifetime, now_ms): (Lifetime, i64),
        rules: &Rules<'_>,
    ) {
        let over = hash.expiring() > 0 && hash.get(name).is_some_and(|old| !old.is_live(now_ms));
        let lifetime = match lifetime {
            Lifetime::Keep if over => Lifetime::None,
            lifetime => lifetime,
        };
        let new = hash.set(name, value, lifetime, rules);
        self.created += usize::from(new || over);
        self.replaced_expired |= over;
    }

    /// Tells that what was replaced had expired, if so.
    fn note(self, place: &mut KeyPlace<'_, '_>) {
        if self.replaced_expired {
            place.event(EventClass::HASH, "hexpired");
        }
    }
}
