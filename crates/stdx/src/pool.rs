//! Memory in pieces of 64 bytes to 256 KiB, from pages that go back to the operating system one by
//! one: for what a process has millions of, all of it movable by whoever owns it.
//!
//! General allocators keep each size apart; when thousands of owners grow or shrink together, the
//! sizes they have left behind stay resident. Here a page of 4 KiB serves all sizes, a piece takes
//! just its multiple of 64 bytes, and a page without pieces can be given back at once. Pieces of
//! other sizes come from the process allocator.
//!
//! What takes the system long - memory for a huge page, taking memory back - a [`Keeper`] does on a
//! thread that serves nobody.
//!
//! Threads take memory from a shard of their own and give it back to the one that it came from, so
//! that their locks are hardly ever waited for. It never knows what is stored in the pieces.
//!
//! `unsafe` is allowed here because handing out memory is just that: addresses become slices.
#![allow(unsafe_code)]

mod keeper;
mod page;
mod region;
mod shard;

use std::alloc::Layout;
use std::ops::{Deref, DerefMut};
use std::ptr::NonNull;

pub use keeper::Keeper;
use page::UNIT_BYTES;
pub use shard::PoolUsage;

/// Longest piece that comes from the pool, in bytes.
pub const POOLED_BYTES_MAX: usize = 64 * page::PAGE_BYTES;

/// Alignment of every piece, in bytes.
const ALIGN: usize = UNIT_BYTES;

/// A boxed slice whose memory comes from the pool if its length allows it.
pub struct Pooled<T: Copy> {
    start: NonNull<T>,
    len: usize,
}

// SAFETY: it owns its memory as a `Box<[T]>` does; the pool's shards are locked.
unsafe impl<T: Copy + Send> Send for Pooled<T> {}
// SAFETY: as above; shared access is through `&[T]` alone.
unsafe impl<T: Copy + Sync> Sync for Pooled<T> {}

impl<T: Copy> Pooled<T> {
    /// No memory.
    pub const fn new() -> Self {
        Self {
            start: NonNull::dangling(),
            len: 0,
        }
    }

    /// `len` times `value`.
    pub fn filled(value: T, len: usize) -> Self {
        let piece = Self::allocate(len);
        for index in 0..len {
            // SAFETY: the memory is the piece's own and holds `len` values.
            unsafe { piece.start.add(index).write(value) };
        }
        piece
    }

    /// Memory for `len` values, which are not written yet.
    fn allocate(len: usize) -> Self {
        const { assert!(align_of::<T>() <= ALIGN && size_of::<T>() > 0) }
        let Some(layout) = layout_of::<T>(len) else {
            return Self::new();
        };
        let start = match units_of(layout.size()) {
            Some(units) => shard::take(units),
            // SAFETY: the layout is not empty.
            None => NonNull::new(unsafe { std::alloc::alloc(layout) }),
        };
        let Some(start) = start else {
            std::alloc::handle_alloc_error(layout);
        };
        Self {
            start: start.cast(),
            len,
        }
    }
}

impl<T: Copy> Pooled<T> {
    /// Moves to a page that is fuller than its own, if there is one at hand: emptier pages become
    /// free that way. Every move brings the pool nearer to a state without any.
    pub fn settle(&mut self) {
        let Some(layout) = layout_of::<T>(self.len) else {
            return;
        };
        let Some(units) = units_of(layout.size()).filter(|units| *units < page::PAGE_UNITS) else {
            return;
        };
        if let Some(place) = shard::take_fuller(self.start.cast(), units) {
            // SAFETY: both are pieces of at least that many bytes, which belong to this piece
            // alone and do not overlap. The old one is given back below.
            unsafe { place.copy_from_nonoverlapping(self.start.cast(), layout.size()) };
            let moved = Self {
                start: place.cast(),
                len: self.len,
            };
            *self = moved;
        }
    }
}

impl Pooled<u8> {
    /// Changes the length. Bytes up to the lesser of both lengths stay, all others may be
    /// anything. A piece that becomes shorter moves, so that its page may become free.
    pub fn resize(&mut self, len: usize) {
        let (before, after) = (units_of(self.len), units_of(len));
        if before == after && before.is_some() {
            self.len = len;
            return;
        }
        if let (Some(before), Some(after)) = (before, after)
            && before < after
            && shard::extend(self.start, before, after)
        {
            self.len = len;
            return;
        }
        let mut moved = Self::with_any_content(len);
        let kept = len.min(self.len);
        moved[..kept].copy_from_slice(&self[..kept]);
        *self = moved;
    }

    /// `len` bytes that may be anything: what the pool had there before, or zeroes.
    fn with_any_content(len: usize) -> Self {
        if units_of(len).is_some() {
            // Memory of the pool was zeroed by the system or written by an earlier owner.
            return Self::allocate(len);
        }
        Self::filled(0, len)
    }
}

/// The length that a piece of at least `len` bytes takes anyway.
#[inline]
pub fn good_len(len: usize) -> usize {
    if len > POOLED_BYTES_MAX {
        len
    } else {
        len.next_multiple_of(UNIT_BYTES)
    }
}

/// Units of a piece of the pool; None if it does not come from there.
fn units_of(bytes: usize) -> Option<usize> {
    (bytes > 0 && bytes <= POOLED_BYTES_MAX).then(|| good_len(bytes) / UNIT_BYTES)
}

fn layout_of<T>(len: usize) -> Option<Layout> {
    let array = Layout::array::<T>(len).ok()?;
    (array.size() > 0).then(|| array.align_to(ALIGN).ok())?
}

/// Bytes of the calling thread's shard that are lost between pieces, and bytes of its pieces.
pub fn gaps() -> (usize, usize) {
    shard::gaps()
}

/// Bytes that pieces take, those of all threads, right to within some KiB for each of them. Costs
/// one read.
#[inline]
pub fn used_bytes() -> usize {
    shard::used_bytes()
}

/// What the pool holds in all.
pub fn usage() -> PoolUsage {
    shard::usage()
}

impl From<&[u8]> for Pooled<u8> {
    fn from(bytes: &[u8]) -> Self {
        let mut piece = Self::with_any_content(bytes.len());
        piece.copy_from_slice(bytes);
        piece
    }
}

impl<T: Copy> AsRef<[T]> for Pooled<T> {
    fn as_ref(&self) -> &[T] {
        self
    }
}

impl<T: Copy> Drop for Pooled<T> {
    #[inline]
    fn drop(&mut self) {
        let Some(layout) = layout_of::<T>(self.len) else {
            return;
        };
        match units_of(layout.size()) {
            Some(units) => shard::give_back(self.start.cast(), units),
            // SAFETY: it was allocated with this layout and nobody else has it.
            None => unsafe { std::alloc::dealloc(self.start.as_ptr().cast(), layout) },
        }
    }
}

impl<T: Copy> Default for Pooled<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Copy> Deref for Pooled<T> {
    type Target = [T];

    #[inline(always)]
    fn deref(&self) -> &[T] {
        // SAFETY: the piece owns `len` values from `start` on, all of them written.
        unsafe { std::slice::from_raw_parts(self.start.as_ptr(), self.len) }
    }
}

impl<T: Copy> DerefMut for Pooled<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [T] {
        // SAFETY: as in `deref`, and the piece is borrowed exclusively.
        unsafe { std::slice::from_raw_parts_mut(self.start.as_ptr(), self.len) }
    }
}

impl<T: Copy + std::fmt::Debug> std::fmt::Debug for Pooled<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests;
