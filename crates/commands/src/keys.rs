//! Keys in their slots: lookups with lazy expiry, access marks and counters, and writes that tell
//! whoever watches or waits.
//!
//! The one place of this crate that finds, makes and removes the entries of a request's keys.
//! Never knows a command.

mod sets;

use std::borrow::Cow;

use bytes::{Bytes, BytesMut};
use keyspace::{EntryRef, Expire, Lookup, NewValue, Slot, SlotView, Table, Taken, Value};
use resp::{ReplyError, ReplyWriter};
use stdx::num::I64_TEXT_BYTES_MAX;
use stdx::slot::slot_of;
use values::digest::DIGEST_BYTES;
use values::hash::Rules;
use values::{EncodingLimits, Hash, List, Object, SortedSet, Stream};

use crate::access;
use crate::context::{BodySettings, CommandContext, seen_ms};
use crate::events::{EventClass, KeyEvents};
use crate::text::{Text, is_embedded_unless_expiring, new_text};

/// A key of the request, looked up in its slot, with what a body needs to answer about it.
pub(crate) struct KeyPlace<'s, 'a> {
    slot: &'s mut Slot,
    db: u32,
    key: &'s [u8],
    hash: u64,
    now_ms: i64,
    entry: Option<EntryRef>,
    pub(crate) reply: &'s mut ReplyWriter<'a>,
    pub(crate) settings: &'s BodySettings,
    events: &'s mut KeyEvents,
}

/// What a lookup leaves behind.
#[derive(Clone, Copy)]
struct Traces {
    /// Counted as hit or miss.
    counted: bool,
    /// Marks the entry as used.
    marked: bool,
    /// That there is none is an event.
    told: bool,
}

/// Edited strings from this size on are handed to the table instead of being copied into it.
const LONG_BYTES_MIN: usize = 16 * 1024;

/// A body touched a key that is not among those the command table names.
const OUTSIDE: ReplyError =
    ReplyError::fixed("ERR a key of this command lies outside of the slots it was given");

impl<'a> CommandContext<'a> {
    /// Looks a key up to read its value.
    #[inline]
    pub(crate) fn read<'s>(&'s mut self, key: &'s [u8]) -> Result<KeyPlace<'s, 'a>, ReplyError> {
        let marked = !self.session.no_touch;
        self.open(
            key,
            Traces {
                counted: true,
                marked,
                told: true,
            },
        )
    }

    /// Looks a key up to mark it as used, whatever the session says.
    pub(crate) fn touch<'s>(&'s mut self, key: &'s [u8]) -> Result<KeyPlace<'s, 'a>, ReplyError> {
        self.open(
            key,
            Traces {
                counted: true,
                marked: true,
                told: true,
            },
        )
    }

    /// Looks a key up to tell something about it other than its value.
    #[inline]
    pub(crate) fn inspect<'s>(&'s mut self, key: &'s [u8]) -> Result<KeyPlace<'s, 'a>, ReplyError> {
        self.open(
            key,
            Traces {
                counted: true,
                marked: false,
                told: true,
            },
        )
    }

    /// Looks a key up to tell something about how it is kept.
    pub(crate) fn examine<'s>(&'s mut self, key: &'s [u8]) -> Result<KeyPlace<'s, 'a>, ReplyError> {
        self.open(
            key,
            Traces {
                counted: true,
                marked: false,
                told: false,
            },
        )
    }

    /// Looks a key up to write to it.
    #[inline]
    pub(crate) fn write<'s>(&'s mut self, key: &'s [u8]) -> Result<KeyPlace<'s, 'a>, ReplyError> {
        let marked = !self.session.no_touch;
        self.open(
            key,
            Traces {
                counted: false,
                marked,
                told: false,
            },
        )
    }

    /// Looks a key up without a trace.
    #[inline]
    pub(crate) fn peek<'s>(&'s mut self, key: &'s [u8]) -> Result<KeyPlace<'s, 'a>, ReplyError> {
        self.open(
            key,
            Traces {
                counted: false,
                marked: false,
                told: false,
            },
        )
    }

    /// Looks a key up as it lies there, even if its time is over.
    pub(crate) fn look<'s>(&'s mut self, key: &'s [u8]) -> Result<KeyPlace<'s, 'a>, ReplyError> {
        let (db, now_ms) = (self.db, self.now_ms);
        let hash = self.hash_of(key);
        let slot = slot_of_key(&mut self.keys, key).ok_or(OUTSIDE)?;
        let mut entry = None;
        if slot.table(db).is_some() {
            let table = slot.table_mut(db);
            entry = table.find(key, hash, i64::MIN).found();
            // The table dates what is written next by the last lookup.
            table.find(key, hash, now_ms);
        }
        let (reply, settings) = (&mut self.reply, self.settings);
        Ok(KeyPlace {
            slot,
            db,
            key,
            hash,
            now_ms,
            entry,
            reply,
            settings,
            events: &mut self.effects.events,
        })
    }

    /// Removes a key whose time is over. WATCH and EXEC want this of the keys they look at: a key
    /// that has expired must not look unchanged, nor like a change.
    pub fn expire_if_due(&mut self, key: &[u8]) -> Result<(), ReplyError> {
        self.peek(key).map(drop)
    }

    /// Stores a string whatever the key holds, without looking at it first if that cannot matter.
    #[inline]
    pub(crate) fn overwrite(
        &mut self,
        key: &[u8],
        value: &[u8],
        shared: Option<Bytes>,
        expire: Expire,
    ) -> Result<(), ReplyError> {
        debug_assert!(expire != Expire::Keep);
        let hash = self.hash_of(key);
        let slot = slot_of_key(&mut self.keys, key).ok_or(OUTSIDE)?;
        let table = slot.table_mut(self.db);
        if table.expires_len() > 0 || self.effects.events.wants(EventClass::NEW) {
            // What is there may have expired: that is told before it is overwritten.
            self.write(key)?.set_text(value, shared, expire);
            return Ok(());
        }
        let entry = table.set(key, hash, new_text(value, shared), expire);
        table.set_lru_field(entry, access::first(self.now_ms, self.settings));
        slot.signal_modified(self.db, key);
        Ok(())
    }

    /// Notes an event of a key that is not looked up at the moment.
    #[inline]
    pub(crate) fn event(&mut self, class: EventClass, name: &'static str, key: &[u8]) {
        self.effects.events.note(self.db, class, name, key);
    }

    /// Notes that a key is gone because its time was over: counter, event and effect.
    pub(crate) fn note_expired(&mut self, key: &[u8]) {
        self.stats.expired += 1;
        self.event(EventClass::EXPIRED, "expired", key);
        self.effects
            .command(self.db, &[removal(self.settings), key]);
    }

    #[inline(always)]
    fn open<'s>(
        &'s mut self,
        key: &'s [u8],
        traces: Traces,
    ) -> Result<KeyPlace<'s, 'a>, ReplyError> {
        let hash = self.hash_of(key);
        let seen_ms = seen_ms(self.session.sees_expired, self.now_ms);
        let slot = slot_of_key(&mut self.keys, key).ok_or(OUTSIDE)?;
        // Looking must not leave an empty table in each slot of a database.
        let found = match slot.table(self.db) {
            None => Lookup::Missing,
            Some(_) if traces.marked => {
                let (now_ms, settings, rng) = (self.now_ms, self.settings, &mut *self.rng);
                let next = |field| access::next(field, now_ms, settings, rng);
                slot.table_mut(self.db)
                    .find_to_use(key, hash, seen_ms, next)
            }
            Some(table) => table.find(key, hash, seen_ms),
        };
        let entry = match found {
            Lookup::Missing => None,
            Lookup::Found(found) => Some(found),
            Lookup::Expired if self.settings.keeps_expired => None,
            Lookup::Expired => {
                self.remove_expired(key, hash);
                None
            }
        };
        if traces.told && entry.is_none() {
            let events = &mut self.effects.events;
            events.note(self.db, EventClass::KEY_MISS, "keymiss", key);
        }
        if traces.counted {
            match entry {
                Some(_) => self.stats.hits += 1,
                None => self.stats.misses += 1,
            }
        }
        let (reply, settings) = (&mut self.reply, self.settings);
        let (db, now_ms) = (self.db, self.now_ms);
        let slot = slot_of_key(&mut self.keys, key).ok_or(OUTSIDE)?;
        Ok(KeyPlace {
            slot,
            db,
            key,
            hash,
            now_ms,
            entry,
            reply,
            settings,
            events: &mut self.effects.events,
        })
    }

    #[cold]
    fn remove_expired(&mut self, key: &[u8], hash: u64) {
        if let Some(slot) = slot_of_key(&mut self.keys, key) {
            slot.table_mut(self.db).remove(key, hash);
            slot.signal_modified(self.db, key);
            self.note_expired(key);
        }
    }

    #[inline]
    fn hash_of(&self, key: &[u8]) -> u64 {
        debug_assert!(self.hash.is_none_or(|hash| hash == self.hasher.hash(key)));
        self.hash.unwrap_or_else(|| self.hasher.hash(key))
    }
}

/// What the removal of an expired key is called in effects.
pub fn removal(settings: &BodySettings) -> &'static [u8] {
    removal_word(settings.lazy_expire)
}

/// What the removal of an evicted key is called.
pub(crate) fn removal_by_eviction(settings: &BodySettings) -> &'static [u8] {
    removal_word(settings.lazy_eviction)
}

/// What it is called if a command removes a key of its own accord.
pub(crate) fn removal_by_server(settings: &BodySettings) -> &'static [u8] {
    removal_word(settings.lazy_server_del)
}

fn removal_word(lazy: bool) -> &'static [u8] {
    if lazy { b"UNLINK" } else { b"DEL" }
}

/// The slot of `key`. A view of one slot is given for keys of that slot only.
#[inline(always)]
fn slot_of_key<'v>(keys: &'v mut SlotView<'_>, key: &[u8]) -> Option<&'v mut Slot> {
    match keys {
        SlotView::One(slot) => {
            debug_assert_eq!(slot.number(), slot_of(key), "key {:?}", key.escape_ascii());
            Some(slot)
        }
        many => many.slot(slot_of(key)),
    }
}

/// Whether `key` holds a list.
pub(crate) fn holds_list(slot: &mut Slot, db: u32, key: &[u8], now_ms: i64) -> bool {
    let hash = slot.hash(key);
    let table = slot.table_mut(db);
    let found = table.find(key, hash, now_ms).found();
    found.is_some_and(|entry| as_list(table.value(entry)).is_ok())
}

/// Whether `key` holds a sorted set.
pub(crate) fn holds_sorted_set(slot: &mut Slot, db: u32, key: &[u8], now_ms: i64) -> bool {
    let hash = slot.hash(key);
    let table = slot.table_mut(db);
    let found = table.find(key, hash, now_ms).found();
    found.is_some_and(|entry| as_sorted_set(table.value(entry)).is_ok())
}

/// The stream that `key` holds, or whether it holds something else.
pub(crate) fn stream_in<'s>(
    slot: &'s mut Slot,
    (db, key, now_ms): (u32, &[u8], i64),
) -> Result<Option<&'s Stream>, ReplyError> {
    let hash = slot.hash(key);
    let Some(table) = slot.table(db) else {
        return Ok(None);
    };
    let found = table.find(key, hash, now_ms).found();
    found.map(|entry| as_stream(table.value(entry))).transpose()
}

/// Looking.
impl<'a> KeyPlace<'_, 'a> {
    #[inline]
    pub(crate) fn exists(&self) -> bool {
        self.entry.is_some()
    }

    pub(crate) fn type_name(&self) -> Option<&'static str> {
        Some(self.value()?.type_name())
    }

    pub(crate) fn encoding(&self) -> Option<&'static str> {
        let (table, entry) = self.found()?;
        Some(table.encoding(entry, &self.settings.encoding))
    }

    pub(crate) fn expire_at_ms(&self) -> Option<i64> {
        let (table, entry) = self.found()?;
        table.expire_at_ms(entry)
    }

    /// Whether it is a string that is kept as such, with no form of its own for short ones.
    pub(crate) fn is_raw_text(&self) -> bool {
        self.encoding() == Some("raw")
    }

    /// See [`access`].
    pub(crate) fn access_field(&self) -> Option<u32> {
        let (table, entry) = self.found()?;
        Some(table.lru_field(entry))
    }

    /// The string, or the error that it is none.
    #[inline]
    pub(crate) fn text(&self) -> Result<Option<Text<'_>>, ReplyError> {
        self.value().map(Text::of).transpose()
    }

    #[inline]
    pub(crate) fn text_and_reply(
        &mut self,
    ) -> Result<(Option<Text<'_>>, &mut ReplyWriter<'a>), ReplyError> {
        let value = value_of(self.slot, self.db, self.entry);
        Ok((value.map(Text::of).transpose()?, self.reply))
    }

    /// Replies with the string, or with null if there is none.
    #[inline]
    pub(crate) fn reply_text(&mut self) -> Result<(), ReplyError> {
        match self.text_and_reply()? {
            (Some(text), reply) => text.write(reply),
            (None, reply) => reply.null(),
        }
        Ok(())
    }

    /// The list, or the error that it is none.
    pub(crate) fn list(&self) -> Result<Option<Cow<'_, List<'_>>>, ReplyError> {
        self.value().map(as_list).transpose()
    }

    pub(crate) fn list_and_reply(
        &mut self,
    ) -> Result<(Option<Cow<'_, List<'_>>>, &mut ReplyWriter<'a>), ReplyError> {
        let value = value_of(self.slot, self.db, self.entry);
        Ok((value.map(as_list).transpose()?, self.reply))
    }

    /// The hash, or the error that it is none.
    pub(crate) fn hash(&self) -> Result<Option<Cow<'_, Hash<'_>>>, ReplyError> {
        self.value().map(as_hash).transpose()
    }

    #[inline]
    pub(crate) fn hash_and_reply(
        &mut self,
    ) -> Result<(Option<Cow<'_, Hash<'_>>>, &mut ReplyWriter<'a>), ReplyError> {
        let value = value_of(self.slot, self.db, self.entry);
        Ok((value.map(as_hash).transpose()?, self.reply))
    }

    /// The sorted set, or the error that it is none.
    pub(crate) fn sorted_set(&self) -> Result<Option<Cow<'_, SortedSet<'_>>>, ReplyError> {
        self.value().map(as_sorted_set).transpose()
    }

    #[inline]
    pub(crate) fn sorted_set_and_reply(
        &mut self,
    ) -> Result<(Option<Cow<'_, SortedSet<'_>>>, &mut ReplyWriter<'a>), ReplyError> {
        let value = value_of(self.slot, self.db, self.entry);
        Ok((value.map(as_sorted_set).transpose()?, self.reply))
    }

    /// The stream, or the error that it is none.
    pub(crate) fn stream(&self) -> Result<Option<&Stream>, ReplyError> {
        self.value().map(as_stream).transpose()
    }

    #[inline]
    pub(crate) fn stream_and_reply(
        &mut self,
    ) -> Result<(Option<&Stream>, &mut ReplyWriter<'a>), ReplyError> {
        let value = value_of(self.slot, self.db, self.entry);
        Ok((value.map(as_stream).transpose()?, self.reply))
    }

    /// A copy of what the key holds, its expire time included.
    pub(crate) fn duplicate(&self) -> Option<Taken> {
        let (table, entry) = self.found()?;
        Some(table.duplicate(entry))
    }

    /// Digest of the value, however it is encoded.
    pub(crate) fn digest(&self) -> Option<[u8; DIGEST_BYTES]> {
        let (table, entry) = self.found()?;
        Some(table.value_digest(entry))
    }

    /// Bytes that the key takes, with its value and its share of the index.
    pub(crate) fn memory_bytes(&self) -> Option<usize> {
        let (table, entry) = self.found()?;
        Some(table.memory_usage(entry))
    }

    /// What tells the entry from others: DEBUG OBJECT shows it as an address.
    pub(crate) fn identity(&self) -> u64 {
        self.hash
    }

    #[inline]
    pub(crate) fn value(&self) -> Option<Value<'_>> {
        value_of(self.slot, self.db, self.entry)
    }

    #[inline]
    fn found(&self) -> Option<(&Table, EntryRef)> {
        Some((self.slot.table(self.db)?, self.entry?))
    }
}

/// Changing.
impl KeyPlace<'_, '_> {
    /// Stores a value; the entry made or changed is this place's from now on.
    #[inline]
    pub(crate) fn set(&mut self, value: NewValue<'_>, expire: Expire) {
        self.store(value, expire);
        self.modified();
    }

    #[inline]
    fn store(&mut self, value: NewValue<'_>, expire: Expire) {
        let field = self
            .entry
            .is_none()
            .then(|| access::first(self.now_ms, self.settings));
        let table = self.slot.table_mut(self.db);
        let entry = table.set(self.key, self.hash, value, expire);
        if let Some(field) = field {
            table.set_lru_field(entry, field);
            self.event(EventClass::NEW, "new");
        }
        self.entry = Some(entry);
    }

    /// Stores a string as it was received.
    #[inline]
    pub(crate) fn set_text(&mut self, bytes: &[u8], shared: Option<Bytes>, expire: Expire) {
        let value = match new_text(bytes, shared) {
            NewValue::Bytes(bytes)
                if expire == Expire::None
                    && is_embedded_unless_expiring(self.key.len(), bytes.len())
                    && self.expire_at_ms().is_some() =>
            {
                NewValue::Raw(bytes)
            }
            value => value,
        };
        self.set(value, expire);
    }

    /// Writes `bytes` at `offset` of the string or of an absent one, zeros before if it is shorter.
    pub(crate) fn write_at(&mut self, offset: usize, bytes: &[u8]) {
        let end = offset + bytes.len();
        self.edit_text(end, |edited| edited[offset..end].copy_from_slice(bytes));
        self.modified();
    }

    /// Edits the bytes of the string or of an absent one in place, zeros added at its end up to
    /// `len_min`. It is `raw` afterwards. Whoever watches the key is not told: see
    /// [`Self::modified`].
    pub(crate) fn edit_text<R>(&mut self, len_min: usize, edit: impl FnOnce(&mut [u8]) -> R) -> R {
        if let Some(entry) = self.entry
            && let Some(Object::Raw(raw)) = self.slot.table_mut(self.db).object_mut(entry)
        {
            let mut owned = owned(raw);
            if owned.len() < len_min {
                owned.resize(len_min, 0);
            }
            let result = edit(&mut owned);
            *raw = owned.freeze();
            return result;
        }
        let mut digits = [0; I64_TEXT_BYTES_MAX];
        let old = self.text().ok().flatten().unwrap_or(Text::Bytes(&[]));
        let old = old.bytes(&mut digits);
        // Zeros from the operating system cost nothing until they are written to.
        let mut new = vec![0; len_min.max(old.len())];
        new[..old.len()].copy_from_slice(old);
        let result = edit(&mut new);
        self.store_raw(new, Expire::Keep);
        result
    }

    /// Stores an edited string in place of whatever the key holds.
    pub(crate) fn set_raw(&mut self, bytes: Vec<u8>, expire: Expire) {
        self.store_raw(bytes, expire);
        self.modified();
    }

    /// Keeps the string of a key as edited bytes, and tells nobody.
    pub(crate) fn recode(&mut self, bytes: Vec<u8>) {
        if self.entry.is_some() {
            self.store_raw(bytes, Expire::Keep);
        }
    }

    /// Keeps the string as if it had been edited.
    pub(crate) fn make_raw(&mut self) {
        let raw = self
            .found()
            .is_none_or(|(table, entry)| table.is_raw(entry));
        if !raw {
            self.edit_text(0, |_| ());
        }
    }

    fn store_raw(&mut self, bytes: Vec<u8>, expire: Expire) {
        if bytes.len() < LONG_BYTES_MIN {
            self.store(NewValue::Raw(&bytes), expire);
        } else {
            self.store(NewValue::Shared(Bytes::from(bytes)), expire);
        }
    }

    /// Removes the key; false if there was none.
    pub(crate) fn remove(&mut self) -> bool {
        if self.entry.take().is_none() {
            return false;
        }
        self.slot.table_mut(self.db).remove(self.key, self.hash);
        self.modified();
        true
    }

    /// Removes the key and returns what it held.
    pub(crate) fn take(&mut self) -> Option<Taken> {
        self.entry.take()?;
        let taken = self.slot.table_mut(self.db).take(self.key, self.hash);
        self.modified();
        taken
    }

    /// Stores what was taken or copied from elsewhere.
    pub(crate) fn put(&mut self, taken: Taken) {
        if self.entry.is_none() {
            self.event(EventClass::NEW, "new");
        }
        let field = access::first(self.now_ms, self.settings);
        let table = self.slot.table_mut(self.db);
        let entry = table.put(self.key, self.hash, taken);
        table.set_lru_field(entry, field);
        self.entry = Some(entry);
        self.modified();
        self.ready();
    }

    /// See [`access`]; nothing if the key does not exist.
    pub(crate) fn set_access_field(&mut self, field: u32) {
        if let Some(entry) = self.entry {
            self.slot.table_mut(self.db).set_lru_field(entry, field);
        }
    }

    /// Changes when the key expires; nothing if it does not exist.
    pub(crate) fn set_expire(&mut self, at_ms: Option<i64>) {
        let Some(entry) = self.entry else { return };
        let table = self.slot.table_mut(self.db);
        self.entry = Some(table.set_expire(entry, self.key, self.hash, at_ms));
        self.modified();
    }

    /// Changes the collection; None if the key holds a short string, or if `edit` finds another
    /// type than it wants.
    #[inline]
    fn edit_object<R>(
        &mut self,
        entry: EntryRef,
        edit: impl FnOnce(&mut Object<'_>) -> Option<R>,
    ) -> Option<R> {
        let table = self.slot.table_mut(self.db);
        let (entry, result) = table.edit(entry, self.key, self.hash, edit)?;
        self.entry = Some(entry);
        result
    }

    /// Stores a list where nothing is.
    pub(crate) fn put_list(&mut self, list: List<'static>) {
        self.set(NewValue::Object(Object::List(list)), Expire::None);
    }

    /// Changes the list, if there is one; removes the key if none of it is left.
    pub(crate) fn change_list<R>(
        &mut self,
        change: impl FnOnce(&mut List<'_>, &EncodingLimits) -> R,
    ) -> Result<Option<R>, ReplyError> {
        let Some(entry) = self.entry else {
            return Ok(None);
        };
        let limits = &self.settings.encoding;
        let changed = self.edit_object(entry, |object| {
            let list = object.as_list_mut()?;
            Some((change(list, limits), list.is_empty()))
        });
        let (result, is_empty) = changed.ok_or(ReplyError::WRONGTYPE)?;
        if is_empty {
            self.remove();
        } else {
            self.modified();
        }
        Ok(Some(result))
    }

    /// Changes how the list is kept, not what it holds.
    pub(crate) fn recode_list(&mut self, recode: impl FnOnce(&mut List<'_>, &EncodingLimits)) {
        let Some(entry) = self.entry else { return };
        let limits = &self.settings.encoding;
        self.edit_object(entry, |object| {
            recode(object.as_list_mut()?, limits);
            Some(())
        });
    }

    /// Changes the hash, if there is one; removes the key if none of it is left.
    pub(crate) fn edit_hash<R>(
        &mut self,
        edit: impl FnOnce(&mut Hash<'_>, &Rules<'_>) -> R,
    ) -> Option<R> {
        let entry = self.entry?;
        let rules = Rules {
            limits: &self.settings.encoding,
            hasher: self.slot.hasher(),
        };
        let (result, is_empty) = self.edit_object(entry, |object| {
            let hash = object.as_hash_mut()?;
            Some((edit(hash, &rules), hash.is_empty()))
        })?;
        if is_empty {
            self.remove();
        } else {
            self.note_fields();
            self.modified();
        }
        Some(result)
    }

    /// Changes the hash, or an empty one where nothing is; the change leaves something in it.
    pub(crate) fn edit_or_make_hash<R>(
        &mut self,
        edit: impl FnOnce(&mut Hash<'_>, &Rules<'_>) -> R,
    ) -> Result<R, ReplyError> {
        if self.exists() {
            return self.edit_hash(edit).ok_or(ReplyError::WRONGTYPE);
        }
        let rules = Rules {
            limits: &self.settings.encoding,
            hasher: self.slot.hasher(),
        };
        let mut hash = Hash::new();
        let result = edit(&mut hash, &rules);
        self.set(NewValue::Object(Object::Hash(hash)), Expire::None);
        self.note_fields();
        Ok(result)
    }

    /// What changes of collections in this key's slot go by.
    pub(crate) fn rules(&self) -> Rules<'_> {
        Rules {
            limits: &self.settings.encoding,
            hasher: self.slot.hasher(),
        }
    }

    /// Stores a sorted set in place of whatever the key holds.
    pub(crate) fn put_sorted_set(&mut self, set: SortedSet<'static>) {
        self.set(NewValue::Object(Object::SortedSet(set)), Expire::None);
    }

    /// Changes the sorted set, if there is one; removes the key if none of it is left. `edit` says
    /// whether it has changed anything.
    pub(crate) fn edit_sorted_set<R>(
        &mut self,
        edit: impl FnOnce(&mut SortedSet<'_>, &Rules<'_>) -> (bool, R),
    ) -> Option<R> {
        let entry = self.entry?;
        let rules = Rules {
            limits: &self.settings.encoding,
            hasher: self.slot.hasher(),
        };
        let ((changed, result), is_empty) = self.edit_object(entry, |object| {
            let set = object.as_sorted_set_mut()?;
            Some((edit(set, &rules), set.is_empty()))
        })?;
        if is_empty {
            self.remove();
        } else if changed {
            self.modified();
        }
        Some(result)
    }

    /// Changes the stream, if there is one, which may be empty afterwards. Whoever watches the key
    /// is not told: see [`Self::modified`].
    #[inline]
    pub(crate) fn edit_stream<R>(
        &mut self,
        edit: impl FnOnce(&mut Stream, &mut ReplyWriter<'_>, &EncodingLimits) -> R,
    ) -> Result<Option<R>, ReplyError> {
        let Some(entry) = self.entry else {
            return Ok(None);
        };
        let object = self.slot.table_mut(self.db).object_mut(entry);
        let Some(stream) = object.and_then(Object::as_stream_mut) else {
            return Err(ReplyError::WRONGTYPE);
        };
        Ok(Some(edit(stream, self.reply, &self.settings.encoding)))
    }

    /// Stores a stream where nothing is.
    pub(crate) fn put_stream(&mut self, stream: Stream) {
        let object = Object::Stream(Box::new(stream));
        self.set(NewValue::Object(object), Expire::None);
    }

    /// Fields of the hash may expire at other times than before.
    fn note_fields(&mut self) {
        if let Some(entry) = self.entry {
            self.slot.table_mut(self.db).note_fields(entry, self.hash);
        }
    }

    /// Tells whoever waits for the key that it may be served.
    pub(crate) fn ready(&mut self) {
        self.slot.signal_ready(self.db, self.key);
    }

    /// Notes an event of this key.
    #[inline]
    pub(crate) fn event(&mut self, class: EventClass, name: &'static str) {
        self.events.note(self.db, class, name, self.key);
    }

    /// Notes that something was taken out of the key, and that nothing is left if so.
    pub(crate) fn event_of_removal(&mut self, class: EventClass, name: &'static str) {
        self.event(class, name);
        if self.entry.is_none() {
            self.event(EventClass::GENERIC, "del");
        }
    }

    /// Tells whoever watches the key.
    pub(crate) fn modified(&mut self) {
        self.slot.signal_modified(self.db, self.key);
    }
}

/// The bytes of a string for a change, copied if somebody else holds them too.
fn owned(raw: &mut Bytes) -> BytesMut {
    match std::mem::take(raw).try_into_mut() {
        Ok(owned) => owned,
        Err(lent) => BytesMut::from(&lent[..]),
    }
}

#[inline]
fn value_of(slot: &Slot, db: u32, entry: Option<EntryRef>) -> Option<Value<'_>> {
    Some(slot.table(db)?.value(entry?))
}

#[inline]
fn as_hash(value: Value<'_>) -> Result<Cow<'_, Hash<'_>>, ReplyError> {
    match value {
        Value::Packed(packed) => packed.hash().map(Cow::Owned).ok_or(ReplyError::WRONGTYPE),
        Value::Object(Object::Hash(hash)) => Ok(Cow::Borrowed(hash)),
        _ => Err(ReplyError::WRONGTYPE),
    }
}

#[inline]
fn as_sorted_set(value: Value<'_>) -> Result<Cow<'_, SortedSet<'_>>, ReplyError> {
    match value {
        Value::Packed(packed) => packed
            .sorted_set()
            .map(Cow::Owned)
            .ok_or(ReplyError::WRONGTYPE),
        Value::Object(Object::SortedSet(set)) => Ok(Cow::Borrowed(set)),
        _ => Err(ReplyError::WRONGTYPE),
    }
}

fn as_list(value: Value<'_>) -> Result<Cow<'_, List<'_>>, ReplyError> {
    match value {
        Value::Packed(packed) => packed.list().map(Cow::Owned).ok_or(ReplyError::WRONGTYPE),
        Value::Object(Object::List(list)) => Ok(Cow::Borrowed(list)),
        _ => Err(ReplyError::WRONGTYPE),
    }
}

#[inline]
fn as_stream(value: Value<'_>) -> Result<&Stream, ReplyError> {
    match value {
        Value::Object(Object::Stream(stream)) => Ok(stream),
        _ => Err(ReplyError::WRONGTYPE),
    }
}
