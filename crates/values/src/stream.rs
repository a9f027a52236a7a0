//! Streams: entries in the order of their ids, and the groups that read them.
//!
//! Entries lie in blocks, each a listpack of Valkey's format, and blocks in the order of their
//! first ids. The last block, to which entries are added, lies beside the index of the others, so
//! that a small stream is one listpack. It knows no requests; times come as arguments.

mod group;
mod id;
mod iter;
mod lag;
mod node;
mod restore;
#[cfg(test)]
mod tests;
mod tree;

pub use group::{Consumer, ConsumerId, ENTRIES_READ_UNKNOWN, Group, Pending};
pub use id::{ID_TEXT_BYTES_MAX, StreamId};
pub use iter::{Entries, EntriesBack};
pub use node::{Entry, Fields, Malformed};
pub use restore::Counters;

use crate::digest::Digest;
use crate::limits::EncodingLimits;
use node::Node;
use std::collections::BTreeMap;

/// Bytes of fields and values that an entry may have, and of a block if its limit is larger.
pub const ENTRY_BYTES_MAX: usize = 1 << 30;
/// Most bytes that a new block has room for at once.
const ROOM_BYTES_MAX: usize = 4096;
/// Bytes that a block takes in the index, about.
const INDEX_BYTES: usize = 64;
/// Bytes that a group takes beside its content, about.
const GROUP_BYTES: usize = 200;

/// A stream; may be empty.
#[derive(Clone, Debug, Default)]
pub struct Stream {
    /// All blocks but the last, by the id of their first entry.
    full: BTreeMap<StreamId, Node>,
    /// The last block; none exactly if there are no blocks.
    tail: Option<(StreamId, Node)>,
    /// Entries that live.
    len: u64,
    last_id: StreamId,
    /// The first entry that lives; zero if none does.
    first_id: StreamId,
    max_deleted_id: StreamId,
    /// Entries ever added.
    entries_added: u64,
    groups: BTreeMap<Box<[u8]>, Group>,
    /// Heap bytes of all blocks, and of all groups.
    heap: usize,
}

/// What to remove from the start of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trim {
    /// What stays.
    pub keep: Keep,
    /// Whole blocks only.
    pub approximate: bool,
    /// Most entries to remove, 0 for any number.
    pub limit: u64,
}

/// What stays when a stream is trimmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// So many entries, the last ones.
    Len(u64),
    /// Entries with this id or a greater one.
    From(StreamId),
}

impl Stream {
    /// An empty stream.
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of entries.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The greatest id that was ever in use.
    pub fn last_id(&self) -> StreamId {
        self.last_id
    }

    /// The id of the first entry; zero if there is none.
    pub fn first_id(&self) -> StreamId {
        self.first_id
    }

    /// The greatest id that was deleted one by one.
    pub fn max_deleted_id(&self) -> StreamId {
        self.max_deleted_id
    }

    /// Entries ever added.
    pub fn entries_added(&self) -> u64 {
        self.entries_added
    }

    /// Valkey's name of the encoding.
    pub fn encoding(&self) -> &'static str {
        "stream"
    }

    /// Approximate heap use in bytes, in constant time.
    pub fn bytes(&self) -> usize {
        size_of::<Self>() + self.heap + self.full.len() * INDEX_BYTES
    }

    /// The id of the last entry that lives; zero if there is none.
    pub fn last_live_id(&self) -> StreamId {
        if self.is_empty() {
            return StreamId::ZERO;
        }
        let mut back = self.range_back(StreamId::ZERO, StreamId::MAX);
        back.next().map_or(StreamId::ZERO, |entry| entry.id)
    }

    /// The id of the first entry that is kept, deleted or not: nothing before it can be trimmed.
    pub fn first_kept_id(&self) -> StreamId {
        let first = self.first_block();
        let id = first.and_then(|(base, node)| node.walk(base).next_id());
        id.unwrap_or(StreamId::ZERO)
    }

    /// Adds an entry. Its id is greater than [`Self::last_id`]; names and values alternate in
    /// `fields`, `pairs` of them.
    pub fn append<'v>(
        &mut self,
        id: StreamId,
        fields: impl Iterator<Item = &'v [u8]> + Clone,
        pairs: usize,
        limits: &EncodingLimits,
    ) {
        debug_assert!(id > self.last_id);
        let new_bytes: usize = fields.clone().map(<[u8]>::len).sum();
        let full = self
            .tail
            .as_ref()
            .is_some_and(|(_, node)| is_full(node, new_bytes, limits));
        if full || self.tail.is_none() {
            self.begin_block(id, fields.clone(), pairs);
        }
        if let Some((base, node)) = &mut self.tail {
            let before = node.heap_bytes();
            node.append(*base, id, fields, pairs);
            self.heap = self.heap - before + node.heap_bytes();
        }
        self.len += 1;
        self.entries_added = self.entries_added.saturating_add(1);
        self.last_id = id;
        if self.len == 1 {
            self.first_id = id;
        }
    }

    /// Deletes an entry; whether it was there.
    pub fn delete(&mut self, id: StreamId) -> bool {
        let Some((base, node)) = self.block_of_mut(id) else {
            return false;
        };
        let before = node.heap_bytes();
        if !node.delete(base, id) {
            return false;
        }
        let (live, after) = (node.live(), node.heap_bytes());
        self.heap = self.heap - before + after;
        if live == 0 {
            self.remove_block(base);
        }
        self.len -= 1;
        self.max_deleted_id = self.max_deleted_id.max(id);
        if id == self.first_id {
            self.find_first();
        }
        true
    }

    /// Removes entries from the start; how many they were.
    pub fn trim(&mut self, trim: &Trim) -> u64 {
        let mut removed = 0;
        while let Some((base, node)) = self.first_block() {
            let live = node.live();
            if matches!(trim.keep, Keep::Len(len) if self.len <= len)
                || trim.limit > 0 && removed + live > trim.limit
            {
                break;
            }
            let whole = match trim.keep {
                Keep::Len(len) => self.len - live >= len,
                // As on Valkey the last one counts even if it was deleted.
                Keep::From(id) => node
                    .walk(base)
                    .at_end()
                    .previous_id()
                    .is_none_or(|last| last < id),
            };
            if whole {
                self.remove_block(base);
                self.len -= live;
                removed += live;
            } else {
                if !trim.approximate {
                    removed += self.trim_block(base, trim.keep);
                }
                break;
            }
        }
        if removed > 0 {
            self.find_first();
        }
        removed
    }

    /// Sets what XSETID sets.
    pub fn set_last_id(&mut self, id: StreamId) {
        self.last_id = id;
    }

    /// Sets what XSETID sets.
    pub fn set_entries_added(&mut self, count: u64) {
        self.entries_added = count;
    }

    /// Sets what XSETID sets.
    pub fn set_max_deleted_id(&mut self, id: StreamId) {
        self.max_deleted_id = id;
    }

    /// Number of groups.
    pub fn groups_len(&self) -> usize {
        self.groups.len()
    }

    /// Groups in the order of their names.
    pub fn groups(&self) -> impl Iterator<Item = (&[u8], &Group)> {
        self.groups.iter().map(|(name, group)| (&**name, group))
    }

    /// The group of a name.
    pub fn group(&self, name: &[u8]) -> Option<&Group> {
        self.groups.get(name)
    }

    /// Adds a group; false if there is one of the name.
    pub fn add_group(&mut self, name: &[u8], group: Group) -> bool {
        if self.groups.contains_key(name) {
            return false;
        }
        self.heap += GROUP_BYTES + name.len() + group.bytes();
        self.groups.insert(name.into(), group);
        true
    }

    /// Removes a group.
    pub fn remove_group(&mut self, name: &[u8]) -> Option<Group> {
        let group = self.groups.remove(name)?;
        self.heap -= GROUP_BYTES + name.len() + group.bytes();
        Some(group)
    }

    /// Changes a group, if it is there. What it reads of the stream is [`Reader`]'s to tell.
    pub fn edit_group<R>(
        &mut self,
        name: &[u8],
        edit: impl FnOnce(&mut Group, Reader<'_>) -> R,
    ) -> Option<R> {
        // Groups are taken out, so that the change may look at the entries.
        let mut groups = std::mem::take(&mut self.groups);
        let edited = groups.get_mut(name).map(|group| {
            let before = group.bytes();
            let result = edit(group, Reader(self));
            (result, before, group.bytes())
        });
        self.groups = groups;
        let (result, before, after) = edited?;
        self.heap = self.heap - before + after;
        Some(result)
    }

    /// Mixes entries and their ids into `digest`.
    pub fn digest(&self, digest: &mut Digest) {
        for entry in self.range(StreamId::ZERO, StreamId::MAX) {
            digest.word(entry.id.ms);
            digest.word(entry.id.seq);
            let mut buffer = [0; 20];
            for (name, value) in entry.fields() {
                digest.string(name.text(&mut buffer));
                digest.string(value.text(&mut buffer));
            }
        }
    }

    /// Frees at most about `steps` allocations; true when nothing worth a further step is left.
    pub fn free_some(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            if self.full.pop_last().is_none() {
                return self.free_some_groups(steps);
            }
        }
        false
    }

    fn free_some_groups(&mut self, steps: usize) -> bool {
        let Some(mut last) = self.groups.last_entry() else {
            return true;
        };
        if last.get_mut().free_some(steps) {
            last.remove();
        }
        self.groups.is_empty()
    }

    /// Makes room for `id` in a block of its own.
    fn begin_block<'v>(
        &mut self,
        id: StreamId,
        fields: impl Iterator<Item = &'v [u8]> + Clone,
        pairs: usize,
    ) {
        let mut room = 0;
        if let Some((base, mut node)) = self.tail.take() {
            // The next block will be about as large as this one.
            room = node.bytes().len().min(ROOM_BYTES_MAX);
            self.heap -= node.heap_bytes();
            node.shrink();
            self.heap += node.heap_bytes();
            self.full.insert(base, node);
        }
        let node = Node::new(fields, pairs, room);
        self.heap += node.heap_bytes();
        self.tail = Some((id, node));
    }

    /// The block in which an id would be.
    fn block_of_mut(&mut self, id: StreamId) -> Option<(StreamId, &mut Node)> {
        match &mut self.tail {
            Some((base, node)) if *base <= id => Some((*base, node)),
            _ => {
                let (base, node) = self.full.range_mut(..=id).next_back()?;
                Some((*base, node))
            }
        }
    }

    fn first_block(&self) -> Option<(StreamId, &Node)> {
        let first = self.full.first_key_value();
        first
            .or(self.tail.as_ref().map(|(base, node)| (base, node)))
            .map(|(base, node)| (*base, node))
    }

    fn remove_block(&mut self, base: StreamId) {
        let gone = match &self.tail {
            Some((tail, _)) if *tail == base => {
                let gone = self.tail.take().map(|(_, node)| node);
                self.tail = self.full.pop_last();
                gone
            }
            _ => self.full.remove(&base),
        };
        self.heap -= gone.map_or(0, |node| node.heap_bytes());
    }

    /// Removes entries from the start of a block of which some stay.
    fn trim_block(&mut self, base: StreamId, keep: Keep) -> u64 {
        let mut left = match keep {
            Keep::Len(len) => self.len.saturating_sub(len),
            Keep::From(_) => u64::MAX,
        };
        let Some((_, node)) = self.block_of_mut(base) else {
            return 0;
        };
        let before = node.heap_bytes();
        let removed = node.delete_first(base, |id| {
            let wanted = left > 0 && !matches!(keep, Keep::From(from) if id >= from);
            left -= u64::from(wanted);
            wanted
        });
        let after = node.heap_bytes();
        self.heap = self.heap - before + after;
        self.len -= removed;
        removed
    }

    fn find_first(&mut self) {
        let first = self.range(StreamId::ZERO, StreamId::MAX).next();
        self.first_id = first.map_or(StreamId::ZERO, |entry| entry.id);
    }
}

/// What a group may read while it is changed.
#[derive(Clone, Copy)]
pub struct Reader<'a>(&'a Stream);

impl<'a> Reader<'a> {
    /// The stream, without its groups.
    pub fn stream(self) -> &'a Stream {
        self.0
    }
}

fn is_full(node: &Node, new_bytes: usize, limits: &EncodingLimits) -> bool {
    let bytes_max = match limits.stream_node_max_bytes {
        0 => ENTRY_BYTES_MAX,
        bytes => bytes.min(ENTRY_BYTES_MAX),
    };
    let entries_max = limits.stream_node_max_entries;
    node.bytes().len() + new_bytes >= bytes_max || entries_max > 0 && node.entries() >= entries_max
}

/// The last live entry of a block.
fn last_of(base: StreamId, node: &Node) -> Option<StreamId> {
    let mut walk = node.walk(base).at_end();
    Some(walk.previous_entry()?.id)
}
