//! DEBUG RELOAD of one slot: every value is written as to a file and read back in its place.
//!
//! Never opens a file, and never knows where the slot came from.

use keyspace::{Expire, NewValue, Slot, Value};
use rdb::{Kind, LoadRules, Loaded, Reader, Stored, Writer};
use resp::ReplyError;
use values::hash::Rules;

use crate::context::BodySettings;
use crate::text::new_text;

const FAILED: ReplyError =
    ReplyError::fixed("ERR Error trying to load the RDB dump, check server logs.");

/// Writes and reads every value of `slot`. Expire times and marks of access stay.
pub fn reload_slot(
    slot: &mut Slot,
    now_ms: i64,
    settings: &BodySettings,
) -> Result<(), ReplyError> {
    let databases: Vec<u32> = slot.databases().collect();
    let mut writer = Writer::new(settings.rdb_compression);
    for db in databases {
        let mut keys: Vec<Box<[u8]>> = Vec::new();
        if let Some(table) = slot.table(db) {
            table.scan(0, usize::MAX, &mut |entry| {
                keys.push(table.key(entry).into())
            });
        }
        for key in keys {
            reload_key(slot, (db, &key), (now_ms, settings), &mut writer)?;
        }
    }
    Ok(())
}

fn reload_key(
    slot: &mut Slot,
    (db, key): (u32, &[u8]),
    (now_ms, settings): (i64, &BodySettings),
    writer: &mut Writer,
) -> Result<(), ReplyError> {
    let rules = LoadRules {
        rules: Rules {
            limits: &settings.encoding,
            hasher: slot.hasher(),
        },
        now_ms,
    };
    let hash = slot.hash(key);
    let table = slot.table_mut(db);
    let Some(entry) = table.find(key, hash, now_ms).found() else {
        return Ok(());
    };
    rdb::save(stored(table.value(entry)), writer);
    let bytes = writer.take();
    let (kind, value) = bytes.split_first().ok_or(FAILED)?;
    let kind = Kind::of(*kind).map_err(|_| FAILED)?;
    let loaded = rdb::load(kind, &mut Reader::new(value), &rules).map_err(|_| FAILED)?;
    let expire = table.expire_at_ms(entry).map_or(Expire::None, Expire::At);
    let field = table.lru_field(entry);
    let entry = match loaded {
        Loaded::Nothing => {
            table.remove(key, hash);
            return Ok(());
        }
        Loaded::Text(text) => table.set(key, hash, new_text(&text, Some(text.clone())), expire),
        Loaded::Object(object) => {
            let entry = table.set(key, hash, NewValue::Object(object), expire);
            table.note_fields(entry, hash);
            entry
        }
    };
    table.set_lru_field(entry, field);
    Ok(())
}

/// A value of a table as the codec takes it.
pub(crate) fn stored(value: Value<'_>) -> Stored<'_> {
    match value {
        Value::Int(number) => Stored::Int(number),
        Value::Str(text) => Stored::Text(text),
        Value::Packed(packed) => Stored::Packed(packed),
        Value::Object(object) => Stored::Object(object),
    }
}

/// Bytes that a value takes in a file, its kind not counted.
pub(crate) fn stored_bytes(value: Value<'_>, settings: &BodySettings) -> usize {
    let mut writer = Writer::new(settings.rdb_compression);
    rdb::save(stored(value), &mut writer);
    writer.as_bytes().len() - 1
}
