//! Versions of watched keys: WATCH remembers one, EXEC compares.
//!
//! Only keys that somebody watches have a version. Who watches is not known here.

use super::Slot;
use std::collections::BTreeMap;

#[derive(Debug)]
struct Watched {
    version: u64,
    /// Sessions that watch the key.
    count: u32,
}

/// Watched keys by database and name; their number is bounded by what sessions may watch.
#[derive(Debug, Default)]
pub(super) struct Watches {
    keys: BTreeMap<u32, BTreeMap<Box<[u8]>, Watched>>,
}

impl Watches {
    pub(super) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    pub(super) fn touch(&mut self, db: u32, key: &[u8]) {
        if let Some(watched) = self.keys.get_mut(&db).and_then(|keys| keys.get_mut(key)) {
            watched.version += 1;
        }
    }
}

impl Slot {
    /// Watches a key and returns its version. Each call wants its own [`Self::unwatch`].
    pub fn watch(&mut self, db: u32, key: &[u8]) -> u64 {
        let watches = &mut self.attachments.get_or_insert_default().watches;
        let keys = watches.keys.entry(db).or_default();
        let watched = keys.entry(key.into()).or_insert(Watched {
            version: 1,
            count: 0,
        });
        watched.count += 1;
        watched.version
    }

    /// Ends one watch of a key.
    pub fn unwatch(&mut self, db: u32, key: &[u8]) {
        let Some(rare) = self.attachments.as_mut() else {
            return;
        };
        let Some(keys) = rare.watches.keys.get_mut(&db) else {
            return;
        };
        if let Some(watched) = keys.get_mut(key) {
            watched.count -= 1;
            if watched.count == 0 {
                keys.remove(key);
            }
        }
        if keys.is_empty() {
            rare.watches.keys.remove(&db);
            self.drop_empty_attachments();
        }
    }

    /// The version of a key; 0 if nobody watches it.
    pub fn watch_version(&self, db: u32, key: &[u8]) -> u64 {
        let keys = self
            .attachments
            .as_ref()
            .and_then(|rare| rare.watches.keys.get(&db));
        let watched = keys.and_then(|keys| keys.get(key));
        watched.map_or(0, |watched| watched.version)
    }

    /// Says that a key was changed, so that its watches notice.
    #[inline]
    pub fn signal_modified(&mut self, db: u32, key: &[u8]) {
        if let Some(rare) = self.attachments.as_mut() {
            rare.watches.touch(db, key);
            rare.waiters.changed(db, key);
        }
    }

    /// Bumps the watched keys of database `db` that exist there or that come from database
    /// `other`. One whose time is over by the slot's clock comes as if it were not there.
    pub(super) fn touch_existing(&mut self, db: u32, other: u32) {
        let Some(mut rare) = self.attachments.take() else {
            return;
        };
        for (key, watched) in rare.watches.keys.get_mut(&db).into_iter().flatten() {
            if self.has_key(db, key) || self.has_live_key(other, key) {
                watched.version += 1;
            }
        }
        self.attachments = Some(rare);
    }

    /// Whether a key is there, its time over or not.
    pub(super) fn has_key(&self, db: u32, key: &[u8]) -> bool {
        let hash = self.hash(key);
        self.table(db)
            .is_some_and(|table| table.contains(key, hash))
    }

    /// Whether a key is there and its time not over by the slot's clock.
    fn has_live_key(&self, db: u32, key: &[u8]) -> bool {
        let hash = self.hash(key);
        self.table(db)
            .is_some_and(|table| table.contains_live(key, hash, self.now_ms))
    }
}
