//! Hashes: fields with values, and fields that expire.
//!
//! A field whose time is over is not there for readers; who writes to it replaces it, and what
//! nobody asks for is removed in time by who looks after the slot. Never knows another family.

mod numbers;
mod random;
mod read;
mod remove;
mod scan;
mod set;

pub use numbers::{hincrby, hincrbyfloat};
pub use random::hrandfield;
pub use read::{hexists, hget, hgetall, hkeys, hlen, hmget, hstrlen, hvals};
pub use remove::hdel;
pub use scan::hscan;
pub use set::{hmset, hset, hsetnx};

use resp::ReplyWriter;
use values::Hash;
use values::hash::{Field, FieldText, Lifetime, Rules};

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
