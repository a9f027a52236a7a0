//! Groups of consumers: what each group has read, who has what in hand, and since when.
//!
//! An entry that was given to a consumer and is not acknowledged is *pending*. It is kept once
//! for the group, with its time, count and consumer, and by its id for the consumer.

use super::id::StreamId;
use std::collections::{BTreeMap, BTreeSet};

/// What a group knows of an entry that is not acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending {
    /// When it was given to its consumer last, unix ms.
    pub delivered_ms: i64,
    /// How often it was given.
    pub count: u64,
    /// Who has it.
    pub consumer: ConsumerId,
}

/// A consumer of one group; good as long as it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConsumerId(u32);

/// Whose a pending entry is while a group is put together.
pub(super) const NOBODY: ConsumerId = ConsumerId(u32::MAX);

/// Who reads for a group.
#[derive(Clone, Debug)]
pub struct Consumer {
    name: Box<[u8]>,
    /// When it was last heard of, unix ms.
    pub seen_ms: i64,
    /// When it last was given something, unix ms; -1 if never.
    pub active_ms: i64,
    pending: BTreeSet<StreamId>,
}

impl Consumer {
    /// Its name.
    pub fn name(&self) -> &[u8] {
        &self.name
    }

    /// Number of entries it has in hand.
    pub fn pending_len(&self) -> usize {
        self.pending.len()
    }

    /// Ids of the entries that it has in hand, from `from` on.
    pub fn pending_from(&self, from: StreamId) -> impl Iterator<Item = StreamId> {
        self.pending.range(from..).copied()
    }
}

/// Nobody knows how many entries a group has read.
pub const ENTRIES_READ_UNKNOWN: i64 = -1;

/// A group.
#[derive(Clone, Debug)]
pub struct Group {
    /// The last id that was given to a consumer as new.
    pub last_id: StreamId,
    /// How many entries the group has read, or [`ENTRIES_READ_UNKNOWN`].
    pub entries_read: i64,
    pending: BTreeMap<StreamId, Pending>,
    /// Consumers by number; numbers of removed ones are used again.
    consumers: Vec<Option<Consumer>>,
    names: BTreeMap<Box<[u8]>, u32>,
}

/// Bytes that an unacknowledged entry takes, in the group and at its consumer, about.
const PENDING_BYTES: usize = 84;
/// Bytes that a consumer takes beside its name, twice.
const CONSUMER_BYTES: usize = 128;

impl Group {
    /// A group without consumers that goes on after `last_id`.
    pub fn new(last_id: StreamId, entries_read: i64) -> Self {
        Self {
            last_id,
            entries_read,
            pending: BTreeMap::new(),
            consumers: Vec::new(),
            names: BTreeMap::new(),
        }
    }

    /// Approximate bytes of heap.
    pub fn bytes(&self) -> usize {
        self.pending.len() * PENDING_BYTES + self.names.len() * CONSUMER_BYTES
    }

    /// Number of entries that are not acknowledged.
    pub fn pending_len(&self) -> usize {
        self.pending.len()
    }

    /// An entry, if it is not acknowledged.
    pub fn pending(&self, id: StreamId) -> Option<&Pending> {
        self.pending.get(&id)
    }

    /// Entries that are not acknowledged, from `from` on.
    pub fn pending_from(&self, from: StreamId) -> impl Iterator<Item = (StreamId, &Pending)> {
        self.pending
            .range(from..)
            .map(|(id, pending)| (*id, pending))
    }

    /// The least and the greatest id that are not acknowledged.
    pub fn pending_edges(&self) -> Option<(StreamId, StreamId)> {
        let first = self.pending.first_key_value()?.0;
        let last = self.pending.last_key_value()?.0;
        Some((*first, *last))
    }

    /// Number of consumers.
    pub fn consumers_len(&self) -> usize {
        self.names.len()
    }

    /// Consumers in the order of their names.
    pub fn consumers(&self) -> impl Iterator<Item = (ConsumerId, &Consumer)> {
        self.names.values().filter_map(|&number| {
            let consumer = self.consumers.get(number as usize)?.as_ref()?;
            Some((ConsumerId(number), consumer))
        })
    }

    /// The consumer of a name.
    pub fn find_consumer(&self, name: &[u8]) -> Option<ConsumerId> {
        self.names.get(name).copied().map(ConsumerId)
    }

    /// A consumer; `None` once it is removed.
    pub fn consumer(&self, id: ConsumerId) -> Option<&Consumer> {
        self.consumers.get(id.0 as usize)?.as_ref()
    }

    /// As [`Self::consumer`], to note what it does.
    pub fn consumer_mut(&mut self, id: ConsumerId) -> Option<&mut Consumer> {
        self.consumers.get_mut(id.0 as usize)?.as_mut()
    }

    /// The consumer of a name, made if there is none; whether it was.
    pub fn add_consumer(&mut self, name: &[u8], now_ms: i64) -> (ConsumerId, bool) {
        if let Some(id) = self.find_consumer(name) {
            return (id, false);
        }
        let consumer = Consumer {
            name: name.into(),
            seen_ms: now_ms,
            active_ms: -1,
            pending: BTreeSet::new(),
        };
        // Consumers are few; places of removed ones fill up first.
        let free = if self.names.len() == self.consumers.len() {
            None
        } else {
            self.consumers.iter().position(Option::is_none)
        };
        let number = free.unwrap_or(self.consumers.len());
        if number == self.consumers.len() {
            self.consumers.push(Some(consumer));
        } else {
            self.consumers[number] = Some(consumer);
        }
        self.names.insert(name.into(), number as u32);
        (ConsumerId(number as u32), true)
    }

    /// Removes a consumer and what it has in hand; how many entries that was.
    pub fn remove_consumer(&mut self, name: &[u8]) -> Option<usize> {
        let number = self.names.remove(name)?;
        let consumer = self.consumers.get_mut(number as usize)?.take()?;
        for id in &consumer.pending {
            self.pending.remove(id);
        }
        while self.consumers.last().is_some_and(Option::is_none) {
            self.consumers.pop();
        }
        Some(consumer.pending.len())
    }

    /// Gives an entry to a consumer, whoever had it.
    pub fn give(&mut self, id: StreamId, pending: Pending) {
        let before = self.pending.insert(id, pending).map(|old| old.consumer);
        if before != Some(pending.consumer) {
            if let Some(before) = before.and_then(|before| self.consumer_mut(before)) {
                before.pending.remove(&id);
            }
            if let Some(consumer) = self.consumer_mut(pending.consumer) {
                consumer.pending.insert(id);
            }
        }
    }

    /// Notes another delivery of an entry to the consumer that has it.
    pub fn note_delivery(&mut self, id: StreamId, now_ms: i64) {
        if let Some(pending) = self.pending.get_mut(&id) {
            pending.delivered_ms = now_ms;
            pending.count = pending.count.saturating_add(1);
        }
    }

    /// Removes an entry from what is not acknowledged; whether it was there.
    pub fn acknowledge(&mut self, id: StreamId) -> bool {
        let Some(pending) = self.pending.remove(&id) else {
            return false;
        };
        if let Some(consumer) = self.consumer_mut(pending.consumer) {
            consumer.pending.remove(&id);
        }
        true
    }

    /// Adds a pending entry that is nobody's yet; false if it is there.
    pub(super) fn restore_unowned(&mut self, id: StreamId, pending: Pending) -> bool {
        self.pending.insert(id, pending).is_none()
    }

    /// Whether each pending entry is somebody's.
    pub(super) fn is_consistent(&self) -> bool {
        let owned: usize = self.consumers().map(|(_, who)| who.pending.len()).sum();
        owned == self.pending.len()
    }

    /// Frees up to `steps` entries; true when none is left.
    pub(super) fn free_some(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            let Some((id, pending)) = self.pending.pop_last() else {
                return true;
            };
            if let Some(consumer) = self.consumer_mut(pending.consumer) {
                consumer.pending.remove(&id);
            }
        }
        self.pending.is_empty()
    }
}
