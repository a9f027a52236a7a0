//! A stream taken apart and put together again, as files and payloads hold it.
//!
//! What comes from outside is checked whole: a stream that was put together cannot be told from
//! one that was filled.

use super::group::{Group, Pending};
use super::node::{Malformed, Node};
use super::{GROUP_BYTES, Stream, StreamId};

/// The numbers of a stream beside its blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Entries that live.
    pub len: u64,
    /// The greatest id ever in use.
    pub last_id: StreamId,
    /// The first entry that lives; zero if none does.
    pub first_id: StreamId,
    /// The greatest id that was deleted one by one.
    pub max_deleted_id: StreamId,
    /// Entries ever added.
    pub entries_added: u64,
}

impl Stream {
    /// The blocks in rising order: the id of a block, and its listpack, frame included.
    pub fn blocks(&self) -> impl Iterator<Item = (StreamId, &[u8])> {
        let tail = self.tail.as_ref().map(|(base, node)| (base, node));
        self.full
            .iter()
            .chain(tail)
            .map(|(base, node)| (*base, node.bytes()))
    }

    /// The numbers beside the blocks.
    pub fn counters(&self) -> Counters {
        Counters {
            len: self.len,
            last_id: self.last_id,
            first_id: self.first_id,
            max_deleted_id: self.max_deleted_id,
            entries_added: self.entries_added,
        }
    }

    /// Adds a block behind those that are there, without touching the counters: see
    /// [`Self::finish`].
    pub fn push_block(&mut self, base: StreamId, listpack: &[u8]) -> Result<(), Malformed> {
        let (node, last) = Node::from_bytes(base, listpack)?;
        if last.is_none() {
            return Err(Malformed("a block has no entries"));
        }
        if let Some((before, node)) = &self.tail {
            let end = super::last_of(*before, node).unwrap_or(*before);
            if base <= end {
                return Err(Malformed("blocks are not in order"));
            }
        }
        self.heap += node.heap_bytes();
        self.len += node.live();
        if let Some((before, node)) = self.tail.replace((base, node)) {
            self.full.insert(before, node);
        }
        Ok(())
    }

    /// Sets the counters once all blocks are there. `first_id` is looked up, whatever it is stated
    /// to be.
    pub fn finish(&mut self, counters: &Counters) -> Result<(), Malformed> {
        if counters.len != self.len {
            return Err(Malformed("a stream states another number of entries"));
        }
        if self.last_live_id() > counters.last_id {
            return Err(Malformed("a stream's last id is before its last entry"));
        }
        if counters.entries_added < self.len {
            return Err(Malformed("a stream has more entries than were ever added"));
        }
        self.last_id = counters.last_id;
        self.max_deleted_id = counters.max_deleted_id;
        self.entries_added = counters.entries_added;
        self.find_first();
        Ok(())
    }

    /// Adds a group that was put together by [`Group::restore_pending`] and
    /// [`Group::restore_consumer`].
    pub fn push_group(&mut self, name: &[u8], group: Group) -> Result<(), Malformed> {
        if !group.is_consistent() {
            return Err(Malformed("a pending entry has no consumer"));
        }
        if self.groups.contains_key(name) {
            return Err(Malformed("a group is there twice"));
        }
        self.heap += GROUP_BYTES + name.len() + group.bytes();
        self.groups.insert(name.into(), group);
        Ok(())
    }
}

impl Group {
    /// Adds an entry to what is not acknowledged; whose it is, [`Self::restore_consumer`] says.
    pub fn restore_pending(
        &mut self,
        id: StreamId,
        delivered_ms: i64,
        count: u64,
    ) -> Result<(), Malformed> {
        let pending = Pending {
            delivered_ms,
            count,
            consumer: super::group::NOBODY,
        };
        self.restore_unowned(id, pending)
            .then_some(())
            .ok_or(Malformed("an entry is pending twice"))
    }

    /// Adds a consumer and gives it the pending entries that `pending` names.
    pub fn restore_consumer(
        &mut self,
        name: &[u8],
        (seen_ms, active_ms): (i64, i64),
        pending: impl Iterator<Item = StreamId>,
    ) -> Result<(), Malformed> {
        let (consumer, is_new) = self.add_consumer(name, seen_ms);
        if !is_new {
            return Err(Malformed("a consumer is there twice"));
        }
        if let Some(consumer) = self.consumer_mut(consumer) {
            consumer.active_ms = active_ms;
        }
        for id in pending {
            match self.pending(id).copied() {
                Some(entry) if entry.consumer == super::group::NOBODY => {
                    self.give(id, Pending { consumer, ..entry });
                }
                Some(_) => return Err(Malformed("two consumers have one pending entry")),
                None => return Err(Malformed("a consumer has an entry that is not pending")),
            }
        }
        Ok(())
    }
}
