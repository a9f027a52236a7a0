//! The members of a large sorted set with their scores, each stored once, by number.
//!
//! Members of about one length share a page of places of one size; a page without members gives
//! its memory back. It knows nothing of order or hashes.

use super::paged::Paged;
use stdx::size_class::size_class;

/// Longest member that lies in a page.
const INSIDE_MAX: usize = 512;
/// Places of a page.
const PLACES: usize = 128;
const SCORE_BYTES: usize = 8;
/// A place is its score, the number of bytes at its end that are not used, and the member.
const HEAD_BYTES: usize = SCORE_BYTES + 1;
/// Sizes of places go by this.
const STEP_BYTES: usize = 8;
const CLASSES: usize = (HEAD_BYTES + INSIDE_MAX).div_ceil(STEP_BYTES) + 1;
/// This bit tells the numbers of long members.
const LONG: u32 = 1 << 31;
/// No further page, or long place.
const NONE: u32 = u32::MAX;
/// No further free place of a page.
const NO_PLACE: u8 = u8::MAX;

#[derive(Clone, Debug, Default)]
struct Page {
    bytes: Vec<u8>,
    /// Neighbours among the pages of one size that have room, or among those without memory.
    before: u32,
    after: u32,
    /// Size of a place in steps.
    class: u8,
    used: u8,
    /// The first free place, which names the next in its first byte.
    free: u8,
}

#[derive(Clone, Debug)]
enum Long {
    Used(f64, Box<[u8]>),
    /// With the next free one.
    Free(u32),
}

#[derive(Clone, Debug)]
pub(super) struct Members {
    pages: Paged<Page>,
    /// The first page with room, by size.
    open: Box<[u32; CLASSES]>,
    /// The first page without memory.
    empty: u32,
    long: Paged<Long>,
    long_free: u32,
    /// Bytes in pages and of long members.
    bytes: usize,
}

impl Members {
    pub(super) fn new() -> Self {
        Self {
            pages: Paged::new(),
            open: Box::new([NONE; CLASSES]),
            empty: NONE,
            long: Paged::new(),
            long_free: NONE,
            bytes: 0,
        }
    }

    pub(super) fn bytes(&self) -> usize {
        let heads = self.pages.heap_bytes() + self.long.heap_bytes();
        self.bytes + heads + size_of::<[u32; CLASSES]>()
    }

    /// The member of a number that was given out.
    #[inline]
    pub(super) fn text(&self, number: u32) -> &[u8] {
        if number & LONG != 0 {
            return self.long_text(number);
        }
        let place = self.place(number);
        let unused = place[SCORE_BYTES] as usize;
        &place[HEAD_BYTES..place.len() - unused]
    }

    #[inline]
    pub(super) fn score(&self, number: u32) -> f64 {
        if number & LONG != 0 {
            return match &self.long[(number & !LONG) as usize] {
                Long::Used(score, _) => *score,
                Long::Free(_) => 0.0,
            };
        }
        let place = self.place(number);
        let mut bytes = [0; SCORE_BYTES];
        bytes.copy_from_slice(&place[..SCORE_BYTES]);
        f64::from_le_bytes(bytes)
    }

    pub(super) fn set_score(&mut self, number: u32, score: f64) {
        if number & LONG != 0 {
            if let Long::Used(old, _) = &mut self.long[(number & !LONG) as usize] {
                *old = score;
            }
            return;
        }
        let place = self.place_mut(number);
        place[..SCORE_BYTES].copy_from_slice(&score.to_le_bytes());
    }

    /// Asks the processor for a member that will be read soon.
    #[inline]
    pub(super) fn announce(&self, number: u32) {
        if number & LONG == 0 {
            stdx::prefetch::prefetch_read(self.place(number));
        }
    }

    /// Stores a member and returns its number.
    pub(super) fn insert(&mut self, score: f64, member: &[u8]) -> u32 {
        if member.len() > INSIDE_MAX {
            return self.insert_long(score, member);
        }
        let len = HEAD_BYTES + member.len();
        let class = len.div_ceil(STEP_BYTES);
        let number = match self.open[class] {
            NONE => self.open_page(class),
            number => number,
        };
        let page = &mut self.pages[number as usize];
        let size = class * STEP_BYTES;
        let place = if page.free != NO_PLACE {
            let place = page.free;
            page.free = page.bytes[usize::from(place) * size];
            usize::from(place)
        } else {
            let end = page.bytes.len();
            self.bytes += page.add_place(size);
            end / size
        };
        page.used += 1;
        let bytes = &mut page.bytes[place * size..(place + 1) * size];
        bytes[..SCORE_BYTES].copy_from_slice(&score.to_le_bytes());
        bytes[SCORE_BYTES] = (size - len) as u8;
        bytes[HEAD_BYTES..len].copy_from_slice(member);
        if usize::from(page.used) == PLACES {
            self.close_page(number);
        }
        number * PLACES as u32 + place as u32
    }

    /// Frees a number.
    pub(super) fn remove(&mut self, number: u32) {
        if number & LONG != 0 {
            return self.remove_long(number);
        }
        let (number, place) = (number / PLACES as u32, number as usize % PLACES);
        let page = &mut self.pages[number as usize];
        let size = usize::from(page.class) * STEP_BYTES;
        page.bytes[place * size] = page.free;
        page.free = place as u8;
        page.used -= 1;
        let used = usize::from(page.used);
        if used == PLACES - 1 {
            self.link_open(number);
        }
        if used == 0 {
            self.empty_page(number);
        }
    }

    /// Frees up to `steps` pages and long members; true when none is left. Nothing may be looked
    /// up afterwards.
    pub(super) fn free_some(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            if self.pages.pop().is_none() && self.long.pop().is_none() {
                break;
            }
        }
        self.pages.len() == 0 && self.long.len() == 0
    }

    #[inline]
    fn place(&self, number: u32) -> &[u8] {
        let page = &self.pages[number as usize / PLACES];
        let size = usize::from(page.class) * STEP_BYTES;
        let start = number as usize % PLACES * size;
        &page.bytes[start..start + size]
    }

    fn place_mut(&mut self, number: u32) -> &mut [u8] {
        let page = &mut self.pages[number as usize / PLACES];
        let size = usize::from(page.class) * STEP_BYTES;
        let start = number as usize % PLACES * size;
        &mut page.bytes[start..start + size]
    }

    /// A page with room for places of this size.
    fn open_page(&mut self, class: usize) -> u32 {
        let number = if self.empty == NONE {
            self.pages.push(Page::default());
            (self.pages.len() - 1) as u32
        } else {
            let number = self.empty;
            self.empty = self.pages[number as usize].after;
            number
        };
        let page = &mut self.pages[number as usize];
        page.class = class as u8;
        page.free = NO_PLACE;
        self.link_open(number);
        number
    }

    fn link_open(&mut self, number: u32) {
        let class = usize::from(self.pages[number as usize].class);
        let first = std::mem::replace(&mut self.open[class], number);
        let page = &mut self.pages[number as usize];
        page.before = NONE;
        page.after = first;
        if first != NONE {
            self.pages[first as usize].before = number;
        }
    }

    /// Takes a page out of those that have room.
    fn close_page(&mut self, number: u32) {
        let page = &self.pages[number as usize];
        let (class, before, after) = (usize::from(page.class), page.before, page.after);
        match before {
            NONE => self.open[class] = after,
            before => self.pages[before as usize].after = after,
        }
        if after != NONE {
            self.pages[after as usize].before = before;
        }
    }

    fn empty_page(&mut self, number: u32) {
        self.close_page(number);
        let page = &mut self.pages[number as usize];
        self.bytes -= page.bytes.capacity();
        page.bytes = Vec::new();
        page.after = self.empty;
        self.empty = number;
    }

    #[cold]
    fn long_text(&self, number: u32) -> &[u8] {
        match &self.long[(number & !LONG) as usize] {
            Long::Used(_, member) => member,
            Long::Free(_) => &[],
        }
    }

    fn insert_long(&mut self, score: f64, member: &[u8]) -> u32 {
        self.bytes += member.len();
        let long = Long::Used(score, member.into());
        let number = self.long_free;
        if number == NONE {
            self.long.push(long);
            return (self.long.len() - 1) as u32 | LONG;
        }
        let place = &mut self.long[number as usize];
        if let Long::Free(next) = std::mem::replace(place, long) {
            self.long_free = next;
        }
        number | LONG
    }

    fn remove_long(&mut self, number: u32) {
        let number = number & !LONG;
        let free = Long::Free(self.long_free);
        let place = &mut self.long[number as usize];
        if let Long::Used(_, member) = std::mem::replace(place, free) {
            self.bytes -= member.len();
            self.long_free = number;
        }
    }
}

impl Page {
    /// Makes one more place at the end; returns by how much the memory grew.
    fn add_place(&mut self, size: usize) -> usize {
        let (end, before) = (self.bytes.len(), self.bytes.capacity());
        if end + size > before {
            let wanted = size_class(end + size + end / 4).min(PLACES * size);
            self.bytes.reserve_exact(wanted.max(end + size) - end);
        }
        self.bytes.resize(end + size, 0);
        self.bytes.capacity() - before
    }
}
