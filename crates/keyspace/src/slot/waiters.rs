//! Who waits for which key, first come first served, and which of those keys have become ready.
//!
//! A waiter is opaque here: whoever put it in knows what to do with it.

use super::Slot;
use mesh::{Claim, CoreId};
use std::any::Any;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// A session that waits for keys.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// Names the wait; the same in every slot that one command waits in.
    pub id: u64,
    /// Who wins it may end the wait.
    pub claim: Arc<Claim>,
    /// Core of the session.
    pub home: CoreId,
    /// The session on that core.
    pub session: u64,
    /// What to do when a key is ready.
    pub request: Arc<dyn Any + Send + Sync>,
}

/// A key that may serve waiters: database and name.
pub type ReadyKey = (u32, Box<[u8]>);

#[derive(Debug, Default)]
struct Queue {
    waiters: VecDeque<Waiter>,
    /// Whether the key is among the ready ones already.
    ready: bool,
    /// Whether any change of the key, its removal too, makes it ready.
    any_change: bool,
}

/// Waiters by database and key. Their number is bounded by what sessions may wait for.
#[derive(Debug, Default)]
pub(super) struct Waiters {
    keys: BTreeMap<u32, BTreeMap<Box<[u8]>, Queue>>,
    ready: Vec<ReadyKey>,
}

impl Waiters {
    pub(super) fn is_empty(&self) -> bool {
        self.keys.is_empty() && self.ready.is_empty()
    }

    fn queue(&self, db: u32, key: &[u8]) -> Option<&Queue> {
        self.keys.get(&db)?.get(key)
    }

    fn queue_mut(&mut self, db: u32, key: &[u8]) -> Option<&mut Queue> {
        self.keys.get_mut(&db)?.get_mut(key)
    }

    /// A key was changed or removed.
    pub(super) fn changed(&mut self, db: u32, key: &[u8]) {
        if let Some(queue) = self.queue_mut(db, key)
            && queue.any_change
            && !std::mem::replace(&mut queue.ready, true)
        {
            self.ready.push((db, key.into()));
        }
    }

    /// As [`Self::changed`], for all keys of a database.
    pub(super) fn all_changed(&mut self, db: u32) {
        for (key, queue) in self.keys.get_mut(&db).into_iter().flatten() {
            if queue.any_change && !std::mem::replace(&mut queue.ready, true) {
                self.ready.push((db, key.clone()));
            }
        }
    }

    fn forget_if_idle(&mut self, db: u32, key: &[u8]) {
        if let Some(keys) = self.keys.get_mut(&db) {
            if keys.get(key).is_some_and(|queue| queue.waiters.is_empty()) {
                keys.remove(key);
            }
            if keys.is_empty() {
                self.keys.remove(&db);
            }
        }
    }
}

impl Slot {
    /// Adds a waiter behind those that wait for the key already.
    pub fn add_waiter(&mut self, db: u32, key: &[u8], waiter: Waiter) {
        let waiters = &mut self.attachments.get_or_insert_default().waiters;
        let keys = waiters.keys.entry(db).or_default();
        keys.entry(key.into())
            .or_default()
            .waiters
            .push_back(waiter);
    }

    /// From now on any change of a key that is waited for makes it ready, its removal too.
    pub fn wait_for_any_change(&mut self, db: u32, key: &[u8]) {
        if let Some(rare) = self.attachments.as_mut()
            && let Some(queue) = rare.waiters.queue_mut(db, key)
        {
            queue.any_change = true;
        }
    }

    /// Removes the waiter `id` of a key; false if it does not wait there (any more).
    pub fn remove_waiter(&mut self, db: u32, key: &[u8], id: u64) -> bool {
        self.change_queue(db, key, |queue| {
            let place = queue.iter().position(|waiter| waiter.id == id)?;
            queue.remove(place)
        })
        .is_some()
    }

    /// The waiter `id` of a key, to change where its session is.
    pub fn waiter_mut(&mut self, db: u32, key: &[u8], id: u64) -> Option<&mut Waiter> {
        let waiters = &mut self.attachments.as_mut()?.waiters;
        let mut queue = waiters.queue_mut(db, key)?.waiters.iter_mut();
        queue.find(|waiter| waiter.id == id)
    }

    /// Takes the waiter that has waited longest for a key.
    pub fn pop_waiter(&mut self, db: u32, key: &[u8]) -> Option<Waiter> {
        self.change_queue(db, key, VecDeque::pop_front)
    }

    /// The waiter of a key that `before` others wait before.
    pub fn waiter_at(&self, db: u32, key: &[u8], before: usize) -> Option<&Waiter> {
        let rare = self.attachments.as_ref()?;
        rare.waiters.queue(db, key)?.waiters.get(before)
    }

    /// The waiter that has waited longest for a key.
    pub fn first_waiter(&self, db: u32, key: &[u8]) -> Option<&Waiter> {
        self.waiters(db, key).next()
    }

    /// The waiters of a key, longest wait first.
    pub fn waiters(&self, db: u32, key: &[u8]) -> impl Iterator<Item = &Waiter> {
        let queue = self
            .attachments
            .as_ref()
            .and_then(|rare| rare.waiters.queue(db, key));
        queue.into_iter().flat_map(|queue| queue.waiters.iter())
    }

    /// Whether anybody waits for a key.
    #[inline]
    pub fn has_waiters(&self, db: u32, key: &[u8]) -> bool {
        self.attachments
            .as_ref()
            .is_some_and(|rare| rare.waiters.queue(db, key).is_some())
    }

    /// Says that a key now has something for those who wait for it; nothing if nobody does.
    #[inline]
    pub fn signal_ready(&mut self, db: u32, key: &[u8]) {
        let Some(rare) = self.attachments.as_mut() else {
            return;
        };
        if let Some(queue) = rare.waiters.queue_mut(db, key)
            && !std::mem::replace(&mut queue.ready, true)
        {
            rare.waiters.ready.push((db, key.into()));
        }
    }

    /// Whether a key has become ready since [`Self::take_ready`].
    #[inline]
    pub fn has_ready(&self) -> bool {
        self.attachments
            .as_ref()
            .is_some_and(|rare| !rare.waiters.ready.is_empty())
    }

    /// Takes the keys that have become ready, in the order in which they did.
    pub fn take_ready(&mut self) -> Vec<ReadyKey> {
        let Some(rare) = self.attachments.as_mut() else {
            return Vec::new();
        };
        let ready = std::mem::take(&mut rare.waiters.ready);
        for (db, key) in &ready {
            if let Some(queue) = rare.waiters.queue_mut(*db, key) {
                queue.ready = false;
            }
        }
        self.drop_empty_attachments();
        ready
    }

    /// Makes the keys of a database ready that are waited for and exist.
    pub(super) fn signal_existing(&mut self, db: u32) {
        let keys = self
            .attachments
            .as_ref()
            .and_then(|rare| rare.waiters.keys.get(&db));
        let waited: Vec<Box<[u8]>> = keys.map_or(Vec::new(), |keys| keys.keys().cloned().collect());
        for key in waited {
            if self.has_key(db, &key) {
                self.signal_ready(db, &key);
            }
        }
    }

    /// The content of a database is another one.
    pub(super) fn signal_all_changed(&mut self, db: u32) {
        if let Some(rare) = self.attachments.as_mut() {
            rare.waiters.all_changed(db);
        }
    }

    fn change_queue<T>(
        &mut self,
        db: u32,
        key: &[u8],
        change: impl FnOnce(&mut VecDeque<Waiter>) -> Option<T>,
    ) -> Option<T> {
        let rare = self.attachments.as_mut()?;
        let result = change(&mut rare.waiters.queue_mut(db, key)?.waiters);
        rare.waiters.forget_if_idle(db, key);
        self.drop_empty_attachments();
        result
    }
}
