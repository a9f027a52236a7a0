//! Moving entries together when much of a table's memory has become unused.
//!
//! A step empties one chunk. It decides nothing about when there is time for it.

use super::Table;
use super::arena::Room;
use super::index::Position;
use super::write::NOWHERE;
use stdx::steps::{Step, timed};

/// More than this part of the live bytes must be unused before entries are moved: after a removal,
/// and where the memory of many tables is settled.
const TIDY_PART: u32 = 3;
const SETTLED_PART: u32 = 16;

/// An entry that has no place yet: its place in the index, and its bytes in the chunk.
struct Moving {
    position: Position,
    offset: usize,
    len: usize,
}

impl Table {
    /// Whether [`Self::tidy`] has something to do: a third may be unused, which hardly ever comes
    /// about but by removing.
    #[inline]
    pub(crate) fn is_untidy(&self) -> bool {
        self.arena.is_wasteful(TIDY_PART)
    }

    /// Moves entries together as long as it pays at all, and memory to where it leaves less unused
    /// around it; about so many pieces.
    pub(crate) fn settle(&mut self, pieces: usize) {
        for _ in 0..pieces {
            if !self.arena.is_wasteful(SETTLED_PART) || self.tidy_step() {
                break;
            }
        }
        self.arena.settle(pieces);
        self.index.settle(pieces);
    }

    /// Moves the entries of a chunk that is hardly used to others; true when nothing is left to
    /// be done.
    pub(crate) fn tidy(&mut self) -> bool {
        !self.is_untidy() || self.tidy_step()
    }

    fn tidy_step(&mut self) -> bool {
        let Some(chunk) = self.arena.chunk_to_empty() else {
            return true;
        };
        let held_before = self.arena.bytes().0;
        timed(Step::Compaction, || self.empty_chunk(chunk));
        // Where nothing is won, nothing will be won by going on.
        self.arena.bytes().0 >= held_before
    }

    fn empty_chunk(&mut self, number: u32) {
        let mut moving = Vec::new();
        for (reference, bytes) in self.arena.entries_of(number) {
            let header = super::entry::Header::read(bytes, 0);
            let hash = self.hasher.hash(&bytes[header.key_range(bytes)]);
            let found = self.index.find(hash, |other| other == reference);
            debug_assert!(found.is_some(), "a live entry is missing in the index");
            if let Some((position, _)) = found {
                moving.push(Moving {
                    position,
                    offset: super::arena::offset_of(reference),
                    len: bytes.len(),
                });
            }
        }
        for entry in &moving {
            self.index.set_reference(entry.position, NOWHERE);
        }
        let data = self.arena.take_chunk(number);
        for entry in &moving {
            let bytes = &data[entry.offset..entry.offset + entry.len];
            let reference = self.append_again(bytes);
            self.index.set_reference(entry.position, reference);
        }
    }

    fn append_again(&mut self, entry: &[u8]) -> u32 {
        loop {
            match self.arena.room_for(entry.len()) {
                Room::Ready(chunk) => return self.arena.append_again(chunk, entry),
                Room::Compact(chunk) => self.compact(chunk),
            }
        }
    }
}
