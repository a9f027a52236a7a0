//! What a slot holds, as parts of a file: for snapshots.
//!
//! Never opens a file, and never knows who reads it.

use keyspace::Slot;
use rdb::Writer;
use rdb::file::{KeyFacts, Use};

use crate::access;
use crate::context::BodySettings;
use crate::reload::stored;

/// What of keys' last use a file tells: what the eviction policy goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UsesTold {
    #[default]
    None,
    IdleTimes,
    Frequencies,
}

/// Keys of one database, with the bytes that stand for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeysSaved {
    pub db: u32,
    pub keys: u64,
    /// Of these, those that expire.
    pub expires: u64,
    pub bytes: usize,
}

/// Writes all keys of a slot, database by database, and tells `done` of each.
pub fn save_slot(
    slot: &Slot,
    now_ms: i64,
    (settings, uses): (&BodySettings, UsesTold),
    writer: &mut Writer,
    done: &mut dyn FnMut(KeysSaved),
) {
    for db in slot.databases() {
        let Some(table) = slot.table(db) else {
            continue;
        };
        let mut saved = KeysSaved {
            db,
            ..KeysSaved::default()
        };
        let before_bytes = writer.as_bytes().len();
        table.scan(0, usize::MAX, &mut |entry| {
            let expire_at_ms = table.expire_at_ms(entry);
            let field = table.lru_field(entry);
            let last_use = match uses {
                UsesTold::None => Use::Untold,
                UsesTold::IdleTimes => {
                    Use::IdleSeconds(access::idle_seconds(field, now_ms).unsigned_abs())
                }
                UsesTold::Frequencies => {
                    let counter = access::frequency(field, now_ms, settings);
                    Use::Frequency(u8::try_from(counter).unwrap_or(u8::MAX))
                }
            };
            let facts = KeyFacts {
                name: table.key(entry),
                expire_at_ms,
                last_use,
            };
            rdb::file::key(&facts, stored(table.value(entry)), writer);
            saved.keys += 1;
            saved.expires += u64::from(expire_at_ms.is_some());
        });
        saved.bytes = writer.as_bytes().len() - before_bytes;
        done(saved);
    }
}
