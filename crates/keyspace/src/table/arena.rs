//! The memory of a table's entries: chunks that are filled front to back and compacted in place.
//!
//! An entry is named by a 32-bit reference: chunk number and place in it, in steps of 8 bytes.
//! Freed entries stay where they are as dead bytes until their chunk is compacted; who calls is
//! told when that pays and is told the new places. The arena never reads keys and knows no index.

use super::entry::{HEADER_BYTES, Header, Image, UNIT_BYTES};
use stdx::pool::{Pooled, good_len};

const CHUNK_SHIFT: u32 = 11;

/// Bytes of a chunk at most, except for one that holds a single long entry.
pub(crate) const CHUNK_BYTES: usize = UNIT_BYTES << CHUNK_SHIFT;

/// Chunks of a table at most: 32 GiB of entries. The last number is left out, so that no entry
/// has a reference of all ones.
pub(crate) const CHUNKS_MAX: usize = (1 << (32 - CHUNK_SHIFT)) - 1;

/// Bytes of the longest entry that shares its chunk with others.
pub(crate) const SHARED_ENTRY_MAX: usize = 2048;

/// Up to this a first chunk grows by what each entry needs: there are thousands of tables with a
/// handful of entries.
const EXACT_BYTES_MAX: usize = 2048;

/// Steps by which the capacity of a chunk grows in a small table: half of it is lost on average,
/// in each table.
const SMALL_STEP_BYTES: usize = 512;

/// First capacity of every chunk but the first in a table that is not small.
const CHUNK_BYTES_MIN: usize = 4096;

/// Size at which a chunk of short entries in a small table ends: a page, which goes back to the
/// system as soon as it is not used.
const SMALL_CHUNK_BYTES: usize = 4096;

/// Entries up to this are short: what is lost at the end of a small chunk is little.
const SHORT_ENTRY_MAX: usize = 512;

/// A table with this many chunks is no longer small.
const SMALL_TABLE_CHUNKS: usize = 64;

/// Chunks that are looked at for room before a new one is made.
const ROOM_SEARCH_MAX: u32 = 16;

/// A chunk is taken up again if at least this part of it is unused.
const ROOM_WANTED_PART: usize = 6;

/// Lists of holes: a hole is in the one of its length, in units, modulo this. As many as make
/// [`More`], of which every table with more than a little memory has one, a cache line long.
const HOLE_LISTS: usize = 11;

const _: () = assert!(size_of::<More>() == 64);

/// Bytes of chunks below which no lists of holes are kept: compaction is quick then.
const HOLE_LISTS_FROM: usize = 2048;

/// End of a list of holes; no entry has this reference.
const NO_HOLE: u32 = u32::MAX;

/// Dead bytes below which compaction of a chunk never pays when memory is only to be given back.
const DEAD_BYTES_MIN: usize = 256;

/// Chunks that are looked at when one is to be emptied.
const EMPTIED_SEARCH_MAX: usize = 256;

/// Moving fewer bytes is not worth taking its time.
const TIMED_BYTES_MIN: usize = 2048;

/// A piece of memory with entries from its beginning on.
#[derive(Debug, Default)]
struct Chunk {
    data: Pooled<u8>,
    /// Units of `data` that entries take, dead ones included; not used if `single`.
    used: u16,
    /// Dead units among them.
    dead: u16,
    /// Whether all of the chunk belongs to one long entry.
    single: bool,
}

impl Chunk {
    /// Bytes that entries take.
    #[inline]
    fn len(&self) -> usize {
        if self.single {
            return self.data.len();
        }
        self.used as usize * UNIT_BYTES
    }

    fn dead_bytes(&self) -> usize {
        self.dead as usize * UNIT_BYTES
    }

    /// Bytes of its memory that no live entry takes.
    fn room(&self) -> usize {
        self.data.len() + self.dead_bytes() - self.len()
    }

    fn is_vacant(&self) -> bool {
        self.used == 0 && !self.single
    }

    /// Changes the capacity and keeps the entries.
    fn resize(&mut self, capacity: usize) {
        self.data.resize(capacity);
    }
}

/// A table's entries. What lookups in tables that are not small read comes first.
#[derive(Debug, Default)]
#[repr(C)]
pub(crate) struct Arena {
    /// The chunks but the first, vacant ones among them.
    rest: Box<[Chunk]>,
    /// Chunk 0: small tables need no other.
    first: Chunk,
    /// What only matters once there is more than a little memory.
    more: Option<Box<More>>,
    /// Units of heap of all chunks but those of single entries.
    held: u32,
    /// Units of all entries that are not dead, but for single ones.
    live: u32,
}

/// Where to find room in an arena that is not small.
#[derive(Debug)]
struct More {
    /// First holes of each list. Not all holes are listed: compaction forgets the lists.
    holes: [u32; HOLE_LISTS],
    /// The chunk that is being filled.
    tail: u32,
    /// Where the last search for room ended.
    searched: u32,
    /// Chunks from this number on were never used; not 0.
    fresh: u32,
    /// Bytes of all entries that have a chunk of their own.
    single: usize,
}

impl More {
    const NONE: Self = Self {
        holes: [NO_HOLE; HOLE_LISTS],
        tail: 0,
        searched: 0,
        fresh: 1,
        single: 0,
    };
}

impl Default for More {
    fn default() -> Self {
        Self::NONE
    }
}

/// Entries whose hashes are taken together when a chunk is compacted.
const BATCH: usize = 16;

/// Who is told where entries move.
pub(crate) trait Witness {
    /// The entry, given by its bytes, may move soon; returns the hash of its key.
    fn will_move(&mut self, entry: &[u8]) -> u64;
    /// An entry has another reference now.
    fn has_moved(&mut self, hash: u64, old: u32, new: u32);
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
        let single = self.more().single;
        let more = self.more.as_ref().map_or(0, |more| size_of_val(&**more));
        (
            self.held as usize * UNIT_BYTES + single + size_of_val(&*self.rest) + more,
            self.live as usize * UNIT_BYTES + single,
        )
    }

    #[inline]
    fn more(&self) -> &More {
        static NONE: More = More::NONE;
        self.more.as_deref().unwrap_or(&NONE)
    }

    #[inline]
    fn more_mut(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }

    /// Whether the references are used up but for a few chunks.
    pub(crate) fn is_full(&self) -> bool {
        self.chunks() + ROOM_SEARCH_MAX as usize >= CHUNKS_MAX
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

    /// The bytes from the entry on to the end of its chunk's memory.
    #[inline]
    pub(crate) fn bytes_from(&self, reference: u32) -> &[u8] {
        let (chunk, offset) = split(reference);
        &self.chunk(chunk).data[offset..]
    }

    #[inline]
    pub(crate) fn header(&self, reference: u32) -> Header {
        Header::read(self.bytes_from(reference), 0)
    }

    /// Gives the entry another LRU field; false, and no change, if its time is over.
    #[inline]
    pub(crate) fn use_entry(
        &mut self,
        reference: u32,
        now_ms: i64,
        next: impl FnOnce(u32) -> u32,
    ) -> bool {
        let (chunk, offset) = split(reference);
        let bytes = &mut self.chunk_mut(chunk).data[offset..];
        let header = Header::read(bytes, 0);
        if let Some(at_ms) = header.expire_at(bytes)
            && super::is_over(at_ms, now_ms)
        {
            return false;
        }
        let lru = next(header.lru());
        if lru != header.lru() {
            header.with_lru(lru).write(bytes, 0);
        }
        true
    }

    pub(crate) fn set_header(&mut self, reference: u32, header: Header) {
        let (chunk, offset) = split(reference);
        header.write(&mut self.chunk_mut(chunk).data, offset);
    }

    /// The header and the bytes of an entry.
    #[inline]
    pub(crate) fn entry(&self, reference: u32) -> (Header, &[u8]) {
        let bytes = self.bytes_from(reference);
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

    /// Asks for the header of the chunk in which the entry lies.
    #[inline]
    pub(crate) fn prefetch_chunk(&self, reference: u32) {
        let (chunk, _) = split(reference);
        stdx::prefetch::prefetch_read(self.chunk(chunk));
    }

    /// Asks for the lines of memory in which the first bytes of the entry lie.
    #[inline]
    pub(crate) fn prefetch(&self, reference: u32) {
        const AHEAD_BYTES: usize = 96;
        let (chunk, offset) = split(reference);
        let data = &self.chunk(chunk).data;
        if let Some(bytes) = data.get(offset..) {
            stdx::prefetch::prefetch_bytes(&bytes[..bytes.len().min(AHEAD_BYTES)]);
        }
    }

    /// Writes an entry into a hole of just its length; None if there is none at hand.
    #[inline]
    pub(crate) fn fill_hole(&mut self, image: &Image<'_>) -> Option<u32> {
        let lists = &mut self.more.as_mut()?.holes;
        let len = image.wanted_len();
        let units = u16::try_from(len / UNIT_BYTES).ok()?;
        let list = &mut lists[usize::from(units) % HOLE_LISTS];
        let hole = *list;
        if hole == NO_HOLE {
            return None;
        }
        let (number, offset) = split(hole);
        let chunk = match number.checked_sub(1) {
            None => &mut self.first,
            Some(other) => &mut self.rest[other as usize],
        };
        let header = Header::read(&chunk.data, offset);
        if header.units() != units {
            return None;
        }
        *list = header.next_hole();
        chunk.dead -= units;
        write_image(&mut chunk.data[offset..offset + len], image, units);
        self.live += u32::from(units);
        Some(hole)
    }

    /// The reference that comes after a new hole of `units` in its list; the hole becomes first.
    fn list_hole(&mut self, hole: u32, units: u16) -> u32 {
        if self.more.is_none() && (self.held as usize * UNIT_BYTES) < HOLE_LISTS_FROM {
            return NO_HOLE;
        }
        let list = &mut self.more_mut().holes[usize::from(units) % HOLE_LISTS];
        std::mem::replace(list, hole)
    }

    fn forget_holes(&mut self) {
        if let Some(more) = self.more.as_mut() {
            more.holes.fill(NO_HOLE);
        }
    }

    /// Finds a chunk with room for `len` bytes; an entry longer than [`SHARED_ENTRY_MAX`] gets one
    /// of its own. After one compaction at most it is ready.
    #[inline]
    pub(crate) fn room_for(&mut self, len: usize) -> Room {
        let tail = self.more().tail;
        let chunk = self.chunk(tail);
        if !chunk.single && chunk.len() + len <= chunk.data.len() && len <= SHARED_ENTRY_MAX {
            return Room::Ready(tail);
        }
        self.search_room(len)
    }

    #[cold]
    fn search_room(&mut self, len: usize) -> Room {
        if len > SHARED_ENTRY_MAX {
            return Room::Ready(self.vacant_chunk());
        }
        let roomiest = self.roomiest_chunk(len);
        if let Some(more) = self.more.as_mut() {
            more.searched = (more.searched + ROOM_SEARCH_MAX) % more.fresh;
        }
        if let Some(number) = roomiest {
            self.set_tail(number);
            let chunk = self.chunk(number);
            return if chunk.len() + len <= chunk.data.len() {
                Room::Ready(number)
            } else {
                Room::Compact(number)
            };
        }
        let limit = self.chunk_limit(len);
        let number = match self.growing_chunk(len, limit) {
            Some(number) => number,
            None => self.vacant_chunk(),
        };
        self.set_tail(number);
        self.grow(number, len, limit);
        Room::Ready(number)
    }

    fn set_tail(&mut self, number: u32) {
        if self.more().tail != number {
            self.more_mut().tail = number;
        }
    }

    /// The tail and the next chunks in turn: one search for room looks at them.
    fn some_chunks(&self) -> impl Iterator<Item = u32> + use<> {
        let More {
            tail,
            searched,
            fresh,
            ..
        } = *self.more();
        let others = (0..fresh.min(ROOM_SEARCH_MAX)).map(move |step| (searched + step) % fresh);
        std::iter::once(tail).chain(others)
    }

    /// Of those with room for `len` bytes, and enough to be worth it, the one that has most for
    /// its size: compacting it costs least.
    fn roomiest_chunk(&self, len: usize) -> Option<u32> {
        let rooms = self.some_chunks().filter_map(|number| {
            let chunk = self.chunk(number);
            let (room, capacity) = (chunk.room(), chunk.data.len());
            let worth_it = room >= len && room >= capacity / ROOM_WANTED_PART;
            worth_it.then(|| (room * CHUNK_BYTES / capacity, number))
        });
        rooms.max().map(|(_, number)| number)
    }

    /// One in use that may have more memory.
    fn growing_chunk(&self, len: usize, limit: usize) -> Option<u32> {
        self.some_chunks().find(|number| {
            let chunk = self.chunk(*number);
            !chunk.single && chunk.len() + len <= limit && (*number == 0 || !chunk.is_vacant())
        })
    }

    /// Size at which a chunk ends that is filled with entries of `len` bytes.
    fn chunk_limit(&self, len: usize) -> usize {
        if len <= SHORT_ENTRY_MAX && self.rest.len() < SMALL_TABLE_CHUNKS {
            SMALL_CHUNK_BYTES
        } else {
            CHUNK_BYTES
        }
    }

    /// A chunk that is not in use.
    fn vacant_chunk(&mut self) -> u32 {
        let mut candidates = self.some_chunks();
        if let Some(number) = candidates.find(|number| self.chunk(*number).is_vacant()) {
            return number;
        }
        if self.more().fresh as usize == self.chunks() {
            self.add_chunks();
        }
        let fresh = &mut self.more_mut().fresh;
        *fresh += 1;
        *fresh - 1
    }

    /// Makes the directory longer.
    fn add_chunks(&mut self) {
        let number = self.chunks();
        assert!(
            number < CHUNKS_MAX,
            "a table of one slot holds at most 32 GiB of entries"
        );
        let more = (self.rest.len() / 8).clamp(1, CHUNKS_MAX - number);
        let mut rest = std::mem::take(&mut self.rest).into_vec();
        rest.reserve_exact(more);
        rest.resize_with(rest.len() + more, Chunk::default);
        self.rest = rest.into_boxed_slice();
    }

    /// Gives a chunk the memory for `len` more bytes, and some more up to `limit`.
    fn grow(&mut self, number: u32, len: usize, limit: usize) {
        let chunk = self.chunk_mut(number);
        let needed = chunk.len() + len;
        let before = chunk.data.len();
        let capacity = if number == 0 && needed <= EXACT_BYTES_MAX {
            good_len(needed)
        } else if limit == SMALL_CHUNK_BYTES {
            needed.next_multiple_of(SMALL_STEP_BYTES)
        } else {
            needed.next_power_of_two().max(CHUNK_BYTES_MIN)
        };
        chunk.resize(capacity.min(limit.max(needed)));
        let after = chunk.data.len();
        self.note_held(before, after);
    }

    fn note_held(&mut self, before: usize, after: usize) {
        self.held = self.held - (before / UNIT_BYTES) as u32 + (after / UNIT_BYTES) as u32;
    }

    /// Writes an entry at the end of a chunk that has room for it.
    #[inline]
    pub(crate) fn append(&mut self, number: u32, image: &Image<'_>) -> u32 {
        let len = image.wanted_len();
        if len > SHARED_ENTRY_MAX {
            return self.append_single(number, image, len);
        }
        let units = (len / UNIT_BYTES) as u16;
        self.live += u32::from(units);
        let chunk = self.chunk_mut(number);
        let offset = chunk.len();
        write_image(&mut chunk.data[offset..offset + len], image, units);
        chunk.used += units;
        reference(number, offset)
    }

    #[cold]
    fn append_single(&mut self, number: u32, image: &Image<'_>, len: usize) -> u32 {
        self.more_mut().single += len;
        let chunk = self.chunk_mut(number);
        let before = chunk.data.len();
        chunk.resize(len);
        chunk.single = true;
        write_image(&mut chunk.data, image, 0);
        self.note_held(before, 0);
        reference(number, 0)
    }

    /// Writes an entry over the one at `reference` if it fits there; what is left over, but for
    /// what it is to spare, becomes a hole. The last entry of a chunk may grow into its unused
    /// end. False if it does not fit.
    pub(crate) fn overwrite(&mut self, reference: u32, image: &Image<'_>) -> bool {
        let len = image.exact_len().next_multiple_of(UNIT_BYTES);
        let (number, offset) = split(reference);
        let chunk = self.chunk_mut(number);
        if chunk.single || len > SHARED_ENTRY_MAX {
            return false;
        }
        let old = entry_bytes(Header::read(&chunk.data, offset), 0);
        let mut available = old;
        if old < len {
            if offset + old != chunk.len() || offset + len > chunk.data.len() {
                return false;
            }
            chunk.used += ((len - old) / UNIT_BYTES) as u16;
            available = len;
        }
        let wanted = image.wanted_len();
        let kept = if available < wanted + 2 * UNIT_BYTES {
            available
        } else {
            wanted
        };
        let units = (kept / UNIT_BYTES) as u16;
        write_image(&mut chunk.data[offset..offset + kept], image, units);
        self.live = self.live - (old / UNIT_BYTES) as u32 + u32::from(units);
        self.bury(number, offset + kept, available - kept);
        true
    }

    /// Makes `len` bytes at `offset` a hole, or drops them if they end the chunk.
    fn bury(&mut self, number: u32, offset: usize, len: usize) {
        if len == 0 {
            return;
        }
        let units = (len / UNIT_BYTES) as u16;
        let chunk = self.chunk_mut(number);
        if offset + len == chunk.len() {
            chunk.used -= units;
        } else {
            chunk.dead += units;
        }
        if chunk.dead == chunk.used {
            self.vacate(number);
        } else if offset < chunk.len() {
            let next = self.list_hole(reference(number, offset), units);
            Header::hole(units, next).write(&mut self.chunk_mut(number).data, offset);
        }
    }

    /// Frees an entry; returns its chunk if that should now be compacted.
    pub(crate) fn free(&mut self, reference: u32) -> Option<u32> {
        let (number, offset) = split(reference);
        let chunk = self.chunk(number);
        let len = entry_bytes(Header::read(&chunk.data, offset), chunk.data.len());
        if chunk.single {
            self.vacate(number);
            return None;
        }
        self.live -= (len / UNIT_BYTES) as u32;
        self.bury(number, offset, len);
        self.wants_compaction(number).then_some(number)
    }

    /// Whether a third of the chunk is dead.
    fn wants_compaction(&self, number: u32) -> bool {
        if number as usize >= self.chunks() {
            return false;
        }
        let chunk = self.chunk(number);
        let dead = chunk.dead_bytes();
        dead >= DEAD_BYTES_MIN && dead * 3 > chunk.len()
    }

    /// Returns the memory of a chunk without live entries.
    fn vacate(&mut self, number: u32) {
        let chunk = self.chunk_mut(number);
        let Chunk { data, single, .. } = std::mem::take(chunk);
        if single {
            self.more_mut().single -= data.len();
        } else {
            self.note_held(data.len(), 0);
        }
        self.forget_holes();
        if self.live == 0 && self.more().single == 0 {
            *self = Self::default();
        } else if number as usize + 1 == self.chunks() {
            self.shorten();
        }
    }

    /// Drops the vacant chunks at the end of the directory once they are many.
    fn shorten(&mut self) {
        let vacant = self
            .rest
            .iter()
            .rev()
            .take_while(|chunk| chunk.is_vacant())
            .count();
        if vacant > self.rest.len() / 4 {
            let mut rest = std::mem::take(&mut self.rest).into_vec();
            rest.truncate(rest.len() - vacant);
            self.rest = rest.into_boxed_slice();
            let last = self.rest.len() as u32;
            let more = self.more_mut();
            more.tail = more.tail.min(last);
            more.fresh = more.fresh.min(last + 1);
            more.searched %= more.fresh;
        }
    }

    /// Whether moving the entries of a chunk is worth taking its time.
    pub(crate) fn is_long(&self, number: u32) -> bool {
        self.chunk(number).len() >= TIMED_BYTES_MIN
    }

    /// Moves the live entries of a chunk together.
    pub(crate) fn compact(&mut self, number: u32, witness: &mut impl Witness) {
        self.forget_holes();
        let chunk = self.chunk_mut(number);
        let end = chunk.len();
        let (mut from, mut to) = (0, 0);
        while from < end {
            // The places in the index are asked for some entries ahead.
            let mut batch = [(0, 0, 0); BATCH];
            let mut count = 0;
            while from < end && count < BATCH {
                let header = Header::read(&chunk.data, from);
                let len = entry_bytes(header, end - from);
                if !header.is_dead() {
                    let hash = witness.will_move(&chunk.data[from..from + len]);
                    batch[count] = (from, len, hash);
                    count += 1;
                }
                from += len;
            }
            for (old, len, hash) in &batch[..count] {
                if *old != to {
                    chunk.data.copy_within(*old..*old + *len, to);
                    witness.has_moved(*hash, reference(number, *old), reference(number, to));
                }
                to += len;
            }
        }
        chunk.used = (to / UNIT_BYTES) as u16;
        chunk.dead = 0;
    }

    /// Whether more than a part of the live bytes, and half a kilobyte, is unused.
    #[inline]
    pub(crate) fn is_wasteful(&self, part: u32) -> bool {
        let idle = self.held.saturating_sub(self.live);
        idle > self.live / part + (SMALL_STEP_BYTES / UNIT_BYTES) as u32
    }

    /// A chunk with much unused memory; None if there is none at hand.
    pub(crate) fn chunk_to_empty(&mut self) -> Option<u32> {
        let chunks = self.chunks() as u32;
        let from = self.more().searched % chunks;
        let numbers = (0..chunks).map(|step| (from + step) % chunks);
        let wasted = numbers.take(EMPTIED_SEARCH_MAX).filter_map(|number| {
            let chunk = self.chunk(number);
            let (room, capacity) = (chunk.room(), chunk.data.len());
            let much = !chunk.single && room > capacity / ROOM_WANTED_PART;
            much.then(|| (room * CHUNK_BYTES / capacity, number))
        });
        let found = wasted.max().map(|(_, number)| number);
        if chunks as usize > EMPTIED_SEARCH_MAX {
            self.more_mut().searched = (from + EMPTIED_SEARCH_MAX as u32) % chunks;
        }
        found
    }

    /// Moves the memory of chunks to where it leaves less of it unused around it. At most `max`
    /// chunks, the first ones, are looked at.
    pub(crate) fn settle(&mut self, max: usize) {
        let chunks = std::iter::once(&mut self.first).chain(&mut self.rest);
        for chunk in chunks.take(max).filter(|chunk| !chunk.single) {
            chunk.data.settle();
        }
    }

    /// The references of all live entries of a chunk, with their bytes.
    pub(crate) fn entries_of(&self, number: u32) -> impl Iterator<Item = (u32, &[u8])> {
        let chunk = self.chunk(number);
        let mut from = 0;
        let all = std::iter::from_fn(move || {
            let at = from;
            let rest = chunk
                .data
                .get(at..chunk.len())
                .filter(|rest| !rest.is_empty())?;
            let header = Header::read(rest, 0);
            let len = entry_bytes(header, rest.len());
            from += len;
            Some((header, reference(number, at), &rest[..len]))
        });
        all.filter(|(header, ..)| !header.is_dead())
            .map(|(_, reference, bytes)| (reference, bytes))
    }

    /// Takes a chunk's memory out of the arena: its entries are to be added again, see
    /// [`Self::append_again`]. Nothing may refer to them meanwhile.
    pub(crate) fn take_chunk(&mut self, number: u32) -> Pooled<u8> {
        let chunk = std::mem::take(self.chunk_mut(number));
        self.live -= u32::from(chunk.used - chunk.dead);
        self.note_held(chunk.data.len(), 0);
        self.forget_holes();
        if number as usize + 1 == self.chunks() {
            self.shorten();
        }
        chunk.data
    }

    /// Adds an entry as it was at the end of a chunk that has room for it.
    pub(crate) fn append_again(&mut self, number: u32, entry: &[u8]) -> u32 {
        let units = (entry.len() / UNIT_BYTES) as u16;
        self.live += u32::from(units);
        let chunk = self.chunk_mut(number);
        let offset = chunk.len();
        chunk.data[offset..offset + entry.len()].copy_from_slice(entry);
        chunk.used += units;
        reference(number, offset)
    }

    /// Gives the unused memory of a chunk, but for `room` bytes, back if it is worth it.
    pub(crate) fn shrink(&mut self, number: u32, room: usize) {
        let chunk = self.chunk_mut(number);
        let (before, wanted) = (chunk.data.len(), good_len(chunk.len() + room));
        if wanted < before - before / 4 {
            chunk.resize(wanted);
            self.note_held(before, wanted);
        }
    }

    /// Frees up to `steps` chunks; true when none is left. Only for a table that is dropped.
    pub(crate) fn dissolve_some(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            let done = self.more().tail as usize;
            match self.rest.get_mut(done) {
                None => return true,
                Some(chunk) => *chunk = Chunk::default(),
            }
            self.more_mut().tail += 1;
        }
        false
    }

    /// Begins to free everything, see [`Self::dissolve_some`].
    pub(crate) fn dissolve(&mut self) {
        self.set_tail(0);
    }

    /// Calls `visit` with every entry that is not dead, chunk by chunk.
    #[cfg(test)]
    pub(crate) fn for_each_live(&self, mut visit: impl FnMut(u32, Header)) {
        for number in 0..self.chunks() as u32 {
            let chunk = self.chunk(number);
            let mut offset = 0;
            while offset < chunk.len() {
                let header = Header::read(&chunk.data, offset);
                if !header.is_dead() {
                    visit(reference(number, offset), header);
                }
                offset += entry_bytes(header, chunk.len() - offset);
            }
        }
    }

    /// Recounts what the counters state.
    #[cfg(test)]
    pub(crate) fn assert_accounts(&self) {
        let (mut held, mut live, mut single) = (0, 0, 0);
        for number in 0..self.chunks() as u32 {
            let chunk = self.chunk(number);
            if chunk.single {
                single += chunk.len();
                continue;
            }
            held += chunk.data.len();
            let (mut offset, mut dead) = (0, 0);
            while offset < chunk.len() {
                let header = Header::read(&chunk.data, offset);
                let len = entry_bytes(header, chunk.len() - offset);
                dead += if header.is_dead() { len } else { 0 };
                offset += len;
            }
            assert_eq!(chunk.dead_bytes(), dead, "dead bytes of chunk {number}");
            assert_eq!(offset, chunk.len(), "entries fill chunk {number}");
            live += offset - dead;
        }
        for (list, first) in self.more().holes.iter().enumerate() {
            let mut hole = *first;
            while hole != NO_HOLE {
                let (number, offset) = split(hole);
                assert!(offset < self.chunk(number).len(), "a hole beyond its chunk");
                let header = Header::read(&self.chunk(number).data, offset);
                assert!(header.is_dead() && usize::from(header.units()) % HOLE_LISTS == list);
                hole = header.next_hole();
            }
        }
        let counted = [self.held, self.live].map(|units| units as usize * UNIT_BYTES);
        assert_eq!(counted, [held, live]);
        assert_eq!(self.more().single, single);
    }
}

/// Writes header and parts of an entry that takes all of `place`.
#[inline]
fn write_image(place: &mut [u8], image: &Image<'_>, units: u16) {
    image.header(units, place.len()).write(place, 0);
    let mut at = HEADER_BYTES;
    image.for_each_part(|part| {
        place[at..at + part.len()].copy_from_slice(part);
        at += part.len();
    });
}

#[inline]
fn split(reference: u32) -> (u32, usize) {
    let offset = (reference & ((1 << CHUNK_SHIFT) - 1)) as usize * UNIT_BYTES;
    (reference >> CHUNK_SHIFT, offset)
}

/// Where in its chunk an entry lies, in bytes.
pub(super) fn offset_of(reference: u32) -> usize {
    split(reference).1
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
