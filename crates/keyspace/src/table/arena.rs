//! The memory of a table's entries: chunks that are filled front to back and compacted in place.
//!
//! An entry is named by a 32-bit reference: chunk number and place in it, in steps of 8 bytes.
//! Freed entries stay where they are as dead bytes until their chunk is compacted; who calls is
//! told when that pays and is told the new places. The arena never reads keys and knows no index.

use super::entry::{HEADER_BYTES, Header, Image, UNIT_BYTES};
use values::size_class::{reserve_class, size_class};

const CHUNK_SHIFT: u32 = 11;

/// Bytes of a chunk at most, except for one that holds a single long entry.
pub(crate) const CHUNK_BYTES: usize = UNIT_BYTES << CHUNK_SHIFT;

/// Chunks of a table at most: 32 GiB of entries.
pub(crate) const CHUNKS_MAX: usize = 1 << (32 - CHUNK_SHIFT);

/// Bytes of the longest entry that shares its chunk with others.
pub(crate) const SHARED_ENTRY_MAX: usize = 2048;

/// First capacity of every chunk but the first.
const CHUNK_BYTES_MIN: usize = 1024;

/// Chunks that are looked at for room before a new one is made.
const ROOM_SEARCH_MAX: usize = 16;

/// A chunk is taken up again if at least this is unused.
const ROOM_WANTED: usize = CHUNK_BYTES / 8;

/// Dead bytes below which compaction of a chunk never pays.
const DEAD_BYTES_MIN: usize = 256;

#[derive(Debug, Default)]
struct Chunk {
    data: Vec<u8>,
    /// Dead bytes among `data`.
    dead: u32,
    /// Whether the chunk belongs to one long entry.
    single: bool,
}

/// A table's entries.
#[derive(Debug, Default)]
pub(crate) struct Arena {
    /// Chunk 0: most tables need no other.
    first: Chunk,
    rest: Vec<Chunk>,
    /// The chunk that is being filled.
    tail: u32,
    /// Bytes of heap of all chunks.
    held: usize,
    /// Bytes of all entries that are not dead.
    live: usize,
}

/// Answer to a wish for room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    /// The chunk has it.
    Ready(u32),
    /// The chunk will have it once it has been compacted: do so and ask again.
    Compact(u32),
}

impl Arena {
    /// Bytes of heap held, and bytes of them that live entries take.
    pub(crate) fn bytes(&self) -> (usize, usize) {
        (
            self.held + self.rest.capacity() * size_of::<Chunk>(),
            self.live,
        )
    }

    /// Whether the references are used up but for a few chunks.
    pub(crate) fn is_full(&self) -> bool {
        self.chunks() + ROOM_SEARCH_MAX >= CHUNKS_MAX
    }

    fn chunks(&self) -> usize {
        self.rest.len() + 1
    }

    #[inline]
    fn chunk(&self, number: u32) -> &Chunk {
        match number.checked_sub(1) {
            None => &self.first,
            Some(other) => &self.rest[other as usize],
        }
    }

    #[inline]
    fn chunk_mut(&mut self, number: u32) -> &mut Chunk {
        match number.checked_sub(1) {
            None => &mut self.first,
            Some(other) => &mut self.rest[other as usize],
        }
    }

    /// The bytes from the entry on to the end of its chunk.
    #[inline]
    pub(crate) fn from_entry(&self, reference: u32) -> &[u8] {
        let (chunk, offset) = split(reference);
        &self.chunk(chunk).data[offset..]
    }

    #[inline]
    pub(crate) fn header(&self, reference: u32) -> Header {
        Header::read(self.from_entry(reference), 0)
    }

    pub(crate) fn set_header(&mut self, reference: u32, header: Header) {
        let (chunk, offset) = split(reference);
        header.write(&mut self.chunk_mut(chunk).data, offset);
    }

    /// The header and the bytes of an entry.
    #[inline]
    pub(crate) fn entry(&self, reference: u32) -> (Header, &[u8]) {
        let bytes = self.from_entry(reference);
        let header = Header::read(bytes, 0);
        (header, &bytes[..entry_bytes(header, bytes.len())])
    }

    pub(crate) fn entry_mut(&mut self, reference: u32) -> &mut [u8] {
        let (chunk, offset) = split(reference);
        let bytes = &mut self.chunk_mut(chunk).data[offset..];
        let header = Header::read(bytes, 0);
        let len = entry_bytes(header, bytes.len());
        &mut bytes[..len]
    }

    /// Asks for the line of memory in which the entry begins, and the next one.
    #[inline]
    pub(crate) fn prefetch(&self, reference: u32) {
        const LINE: usize = 64;
        let (chunk, offset) = split(reference);
        let data = &self.chunk(chunk).data;
        if let Some(byte) = data.get(offset) {
            stdx::prefetch::prefetch_read(byte);
        }
        if let Some(byte) = data.get(offset + LINE) {
            stdx::prefetch::prefetch_read(byte);
        }
    }

    /// Finds a chunk with room for `len` bytes; an entry longer than [`SHARED_ENTRY_MAX`] gets one
    /// of its own. After as many rounds of compaction as there are chunks to search it is ready.
    #[inline]
    pub(crate) fn room_for(&mut self, len: usize) -> Room {
        let chunk = self.chunk(self.tail);
        if !chunk.single
            && chunk.data.len() + len <= chunk.data.capacity().min(CHUNK_BYTES)
            && len <= SHARED_ENTRY_MAX
        {
            return Room::Ready(self.tail);
        }
        self.search_room(len)
    }

    #[cold]
    fn search_room(&mut self, len: usize) -> Room {
        if len > SHARED_ENTRY_MAX {
            return Room::Ready(self.vacant_chunk());
        }
        let tail = self.chunk(self.tail);
        let dead = tail.dead as usize;
        if dead >= len && dead >= tail.data.len() / 8 && !tail.single {
            return Room::Compact(self.tail);
        }
        if tail.data.len() + len > CHUNK_BYTES || tail.single {
            self.tail = self.roomy_chunk(len);
        }
        let number = self.tail;
        if self.chunk(number).data.len() + len > CHUNK_BYTES {
            return Room::Compact(number);
        }
        self.grow(number, len);
        Room::Ready(number)
    }

    /// Another chunk that has, or would have after compaction, room enough to be worth it.
    fn roomy_chunk(&mut self, len: usize) -> u32 {
        let chunks = self.chunks() as u32;
        let wanted = len.max(ROOM_WANTED);
        for step in 1..=ROOM_SEARCH_MAX.min(self.chunks()) as u32 {
            let number = (self.tail + step) % chunks;
            let chunk = self.chunk(number);
            let used = chunk.data.len() - chunk.dead as usize;
            if !chunk.single && used + wanted <= CHUNK_BYTES {
                return number;
            }
        }
        self.new_chunk()
    }

    fn vacant_chunk(&mut self) -> u32 {
        let chunks = self.chunks() as u32;
        for step in 0..ROOM_SEARCH_MAX.min(self.chunks()) as u32 {
            let number = (self.tail + step) % chunks;
            if self.chunk(number).data.is_empty() {
                return number;
            }
        }
        self.new_chunk()
    }

    fn new_chunk(&mut self) -> u32 {
        let number = self.chunks();
        assert!(
            number < CHUNKS_MAX,
            "a table of one slot holds at most 32 GiB of entries"
        );
        if self.rest.len() == self.rest.capacity() {
            let more = (self.rest.len() / 4).max(1);
            self.rest.reserve_exact(more);
        }
        self.rest.push(Chunk::default());
        number as u32
    }

    fn grow(&mut self, number: u32, len: usize) {
        let chunk = self.chunk_mut(number);
        let before = chunk.data.capacity();
        if number == 0 || before > 0 {
            reserve_class(&mut chunk.data, len);
        } else {
            chunk.data.reserve_exact(len.max(CHUNK_BYTES_MIN));
        }
        let after = chunk.data.capacity();
        self.held += after - before;
    }

    /// Writes an entry at the end of a chunk that has room for it.
    #[inline]
    pub(crate) fn append(&mut self, number: u32, image: &Image<'_>) -> u32 {
        let exact = image.exact_len();
        let len = exact.next_multiple_of(UNIT_BYTES);
        let single = len > SHARED_ENTRY_MAX;
        let units = if single { 0 } else { (len / UNIT_BYTES) as u16 };
        if single {
            self.grow(number, len);
        }
        self.live += len;
        let chunk = self.chunk_mut(number);
        chunk.single = single;
        let offset = chunk.data.len();
        let mut header = [0; HEADER_BYTES];
        image.header(units, len).write(&mut header, 0);
        chunk.data.extend_from_slice(&header);
        image.for_each_part(|part| chunk.data.extend_from_slice(part));
        chunk
            .data
            .extend_from_slice(&[0; UNIT_BYTES][..len - exact]);
        reference(number, offset)
    }

    /// Writes an entry over the one at `reference` if it fits there, with the bytes of dead
    /// neighbours behind it; what is left over becomes dead. False if it does not fit.
    pub(crate) fn overwrite(&mut self, reference: u32, image: &Image<'_>) -> bool {
        let len = image.exact_len().next_multiple_of(UNIT_BYTES);
        let (number, offset) = split(reference);
        let Some(available) = self.room_at(number, offset, len) else {
            return false;
        };
        let kept = if available - len < 2 * UNIT_BYTES {
            available
        } else {
            len
        };
        let units = (kept / UNIT_BYTES) as u16;
        let chunk = self.chunk_mut(number);
        image.header(units, kept).write(&mut chunk.data, offset);
        let mut at = offset + HEADER_BYTES;
        image.for_each_part(|part| {
            chunk.data[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        });
        self.live += kept;
        self.bury(number, offset + kept, available - kept);
        true
    }

    /// Takes the bytes of the entry at `offset`, and of as many dead neighbours as `len` needs,
    /// out of the accounts and returns how many they are; None and no change if too few.
    fn room_at(&mut self, number: u32, offset: usize, len: usize) -> Option<usize> {
        let chunk = self.chunk(number);
        if chunk.single || len > SHARED_ENTRY_MAX {
            return None;
        }
        let data = &chunk.data;
        let old = entry_bytes(Header::read(data, offset), 0);
        let mut available = old;
        while available < len && offset + available < data.len() {
            let next = Header::read(data, offset + available);
            if !next.is_dead() {
                return None;
            }
            available += entry_bytes(next, 0);
        }
        if available < len {
            // The last entry of a chunk may grow into its unused end.
            if offset + len > data.capacity().min(CHUNK_BYTES) {
                return None;
            }
            let chunk = self.chunk_mut(number);
            chunk.dead -= (available - old) as u32;
            chunk.data.resize(offset + len, 0);
            available = len;
        } else {
            self.chunk_mut(number).dead -= (available - old) as u32;
        }
        self.live -= old;
        Some(available)
    }

    /// Marks `len` bytes at `offset` as dead, or drops them if they end the chunk.
    fn bury(&mut self, number: u32, offset: usize, len: usize) {
        if len == 0 {
            return;
        }
        let chunk = self.chunk_mut(number);
        if offset + len == chunk.data.len() {
            chunk.data.truncate(offset);
        } else {
            Header::hole((len / UNIT_BYTES) as u16).write(&mut chunk.data, offset);
            chunk.dead += len as u32;
        }
        if chunk.dead as usize == chunk.data.len() {
            self.vacate(number);
        }
    }

    /// Frees an entry; returns its chunk if that should now be compacted.
    pub(crate) fn free(&mut self, reference: u32) -> Option<u32> {
        let (number, offset) = split(reference);
        let chunk = self.chunk(number);
        let len = entry_bytes(Header::read(&chunk.data, offset), chunk.data.len());
        let single = chunk.single;
        self.live -= len;
        if single {
            self.vacate(number);
            return None;
        }
        self.bury(number, offset, len);
        self.wants_compaction(number).then_some(number)
    }

    /// Whether a third of the chunk is dead.
    fn wants_compaction(&self, number: u32) -> bool {
        if number as usize >= self.chunks() {
            return false;
        }
        let chunk = self.chunk(number);
        let dead = chunk.dead as usize;
        dead >= DEAD_BYTES_MIN && dead * 3 > chunk.data.len()
    }

    /// Returns the memory of a chunk without live entries.
    fn vacate(&mut self, number: u32) {
        let chunk = self.chunk_mut(number);
        let capacity = chunk.data.capacity();
        *chunk = Chunk::default();
        self.held -= capacity;
        while self
            .rest
            .last()
            .is_some_and(|chunk| chunk.data.capacity() == 0)
        {
            self.rest.pop();
        }
        if self.rest.len() < self.rest.capacity() / 2 {
            self.rest.shrink_to_fit();
        }
        self.tail = self.tail.min(self.rest.len() as u32);
    }

    /// Moves the live entries of a chunk together. `moved` is told the bytes, the old and the new
    /// reference of each entry that moved.
    pub(crate) fn compact(&mut self, number: u32, mut moved: impl FnMut(&[u8], u32, u32)) {
        let chunk = self.chunk_mut(number);
        let (mut from, mut to) = (0, 0);
        while from < chunk.data.len() {
            let header = Header::read(&chunk.data, from);
            let len = entry_bytes(header, chunk.data.len() - from);
            if !header.is_dead() {
                if to != from {
                    chunk.data.copy_within(from..from + len, to);
                    let entry = &chunk.data[to..to + len];
                    moved(entry, reference(number, from), reference(number, to));
                }
                to += len;
            }
            from += len;
        }
        chunk.data.truncate(to);
        chunk.dead = 0;
    }

    /// Gives the unused memory of a chunk back if it is worth it.
    pub(crate) fn shrink(&mut self, number: u32) {
        let chunk = self.chunk_mut(number);
        let (before, wanted) = (chunk.data.capacity(), size_class(chunk.data.len()));
        if wanted < before - before / 4 {
            chunk.data.shrink_to(wanted);
        }
        let after = chunk.data.capacity();
        self.held -= before - after;
    }

    /// Frees up to `steps` chunks; true when none is left. Only for a table that is dropped.
    pub(crate) fn dissolve_some(&mut self, steps: usize) -> bool {
        self.rest.truncate(self.rest.len().saturating_sub(steps));
        self.rest.is_empty()
    }

    /// Calls `visit` with every entry that is not dead, chunk by chunk.
    #[cfg(test)]
    pub(crate) fn for_each_live(&self, mut visit: impl FnMut(u32, Header)) {
        for number in 0..self.chunks() as u32 {
            let data = &self.chunk(number).data;
            let mut offset = 0;
            while offset < data.len() {
                let header = Header::read(data, offset);
                if !header.is_dead() {
                    visit(reference(number, offset), header);
                }
                offset += entry_bytes(header, data.len() - offset);
            }
        }
    }

    /// Recounts what the counters state.
    #[cfg(test)]
    pub(crate) fn assert_accounts(&self) {
        let (mut held, mut live) = (0, 0);
        for number in 0..self.chunks() as u32 {
            let chunk = self.chunk(number);
            held += chunk.data.capacity();
            let (mut offset, mut dead) = (0, 0);
            while offset < chunk.data.len() {
                let header = Header::read(&chunk.data, offset);
                let len = entry_bytes(header, chunk.data.len() - offset);
                dead += if header.is_dead() { len } else { 0 };
                offset += len;
            }
            assert_eq!(chunk.dead as usize, dead, "dead bytes of chunk {number}");
            assert_eq!(offset, chunk.data.len(), "entries fill chunk {number}");
            live += offset - dead;
        }
        assert_eq!((self.held, self.live), (held, live));
    }
}

#[inline]
fn split(reference: u32) -> (u32, usize) {
    let offset = (reference & ((1 << CHUNK_SHIFT) - 1)) as usize * UNIT_BYTES;
    (reference >> CHUNK_SHIFT, offset)
}

#[inline]
fn reference(chunk: u32, offset: usize) -> u32 {
    chunk << CHUNK_SHIFT | (offset / UNIT_BYTES) as u32
}

/// Bytes of an entry; `rest` are those from its beginning to the end of the chunk.
#[inline]
fn entry_bytes(header: Header, rest: usize) -> usize {
    match header.units() {
        0 => rest,
        units => units as usize * UNIT_BYTES,
    }
}
