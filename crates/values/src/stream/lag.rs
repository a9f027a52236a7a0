//! How far a group is behind: what can be said of it from counters alone.

use super::{ENTRIES_READ_UNKNOWN, Group, Stream, StreamId};

impl Stream {
    /// How many entries `group` has yet to read; `None` if deleted ones make that unknown.
    pub fn lag(&self, group: &Group) -> Option<i64> {
        if self.entries_added == 0 {
            return Some(0);
        }
        let added = self.entries_added as i64;
        if group.entries_read != ENTRIES_READ_UNKNOWN && !self.has_gaps_after(group.last_id) {
            return Some(added.wrapping_sub(group.entries_read));
        }
        let read = self.entries_read_at(group.last_id)?;
        Some(added.wrapping_sub(read))
    }

    /// What a group has read once it has read `id` after what it had read before.
    pub fn entries_read_after(&self, group: &Group, id: StreamId) -> i64 {
        // A count stated for a place before the first entry is not relied on.
        let counts = group.entries_read != ENTRIES_READ_UNKNOWN && group.last_id >= self.first_id;
        if counts && !self.has_gaps_after(group.last_id) {
            return group.entries_read.wrapping_add(1);
        }
        if self.entries_added == 0 {
            return group.entries_read;
        }
        self.entries_read_at(id).unwrap_or(ENTRIES_READ_UNKNOWN)
    }

    /// How many entries were added up to `id`, if that can be known.
    pub fn entries_read_at(&self, id: StreamId) -> Option<i64> {
        let (added, len) = (self.entries_added as i64, self.len as i64);
        if added == 0 {
            return Some(0);
        }
        if self.is_empty() && id <= self.last_id {
            return Some(added);
        }
        if id != StreamId::ZERO && id < self.max_deleted_id {
            return None;
        }
        if id >= self.last_id {
            return (id == self.last_id).then_some(added);
        }
        let deleted_before_all =
            self.max_deleted_id == StreamId::ZERO || self.max_deleted_id < self.first_id;
        match id.cmp(&self.first_id) {
            _ if !deleted_before_all => None,
            std::cmp::Ordering::Less => Some(added.wrapping_sub(len)),
            std::cmp::Ordering::Equal => Some(added.wrapping_sub(len).wrapping_add(1)),
            std::cmp::Ordering::Greater => None,
        }
    }

    /// Whether an entry after `id` may have been deleted.
    fn has_gaps_after(&self, id: StreamId) -> bool {
        !self.is_empty() && self.max_deleted_id != StreamId::ZERO && id <= self.max_deleted_id
    }
}
