//! A compact run of strings and integers in one allocation, readable from both ends.
//!
//! The entries have the bytes of Valkey's listpack format, so that they can be written to files
//! as they are; the frame (total size, count, end mark) is implied. Unlike there, room is kept at
//! the front too: pushing to and popping from either end moves nothing. It knows no limits: its
//! owner says when a run is too long.
//!
//! An entry is a head (kind and length), its data, and its own length backwards.

pub(crate) mod encoding;
mod frame;
mod members;
mod pairs;
#[cfg(test)]
mod tests;

pub use members::Probe;
pub use pairs::{PairPlace, Pairs};

use crate::size_class::{reserve_class, size_class};
use encoding::{Encoded, entry_len, entry_len_before, item_at};
use std::borrow::Cow;

/// Bytes of the frame that a stored listpack has around its entries.
pub const FRAME_BYTES: usize = 7;

/// Most bytes of room kept in front of the first entry for pushes to come.
const FRONT_ROOM_MAX: usize = 512;

/// Unused front bytes up to which popping never moves the rest.
const FRONT_SLACK: usize = 256;

/// One element: integers are kept as such and are the same as their decimal text. The order is
/// of no use but for finding equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item<'a> {
    /// An integer in its shortest form.
    Int(i64),
    /// Any other string.
    Bytes(&'a [u8]),
}

impl<'a> Item<'a> {
    /// The text of the element; `buffer` holds it if it is an integer.
    #[inline]
    pub fn text<'b>(&self, buffer: &'b mut [u8; 20]) -> &'b [u8]
    where
        'a: 'b,
    {
        match *self {
            Self::Int(number) => stdx::num::format_i64(number, buffer),
            Self::Bytes(bytes) => bytes,
        }
    }

    /// The text of the element as an owned string.
    pub fn to_vec(&self) -> Vec<u8> {
        self.text(&mut [0; 20]).to_vec()
    }

    /// Whether the element's text is `text`.
    pub fn equals(&self, text: &[u8]) -> bool {
        match *self {
            Self::Bytes(bytes) => bytes == text,
            Self::Int(_) => self.text(&mut [0; 20]) == text,
        }
    }
}

/// A run of elements in one buffer, or in somebody else's until it is changed.
#[derive(Clone, Debug, Default)]
pub struct Listpack<'a> {
    /// Room at the front up to `start`, then the entries to the end.
    bytes: Cow<'a, [u8]>,
    start: u32,
    count: u32,
}

impl<'a> Listpack<'a> {
    /// An empty run; allocates nothing.
    pub const fn new() -> Self {
        Self {
            bytes: Cow::Owned(Vec::new()),
            start: 0,
            count: 0,
        }
    }

    /// The run of `count` entries whose bytes are `entries`, as [`Self::entries`] gives them.
    #[inline]
    pub(crate) fn lent(entries: &'a [u8], count: u32) -> Self {
        Self {
            bytes: Cow::Borrowed(entries),
            start: 0,
            count,
        }
    }

    /// The bytes of all entries.
    #[inline]
    pub(crate) fn entries(&self) -> &[u8] {
        &self.bytes[self.start as usize..]
    }

    /// Whether the run is one that was lent and has not been changed.
    #[inline]
    pub(crate) fn is_lent(&self) -> bool {
        matches!(self.bytes, Cow::Borrowed(_)) && self.start == 0
    }

    /// The same run in a buffer of its own.
    pub fn into_owned(self) -> Listpack<'static> {
        let (bytes, start) = match self.bytes {
            Cow::Owned(bytes) => (bytes, self.start),
            Cow::Borrowed(bytes) => (bytes[self.start as usize..].to_vec(), 0),
        };
        Listpack {
            bytes: Cow::Owned(bytes),
            start,
            count: self.count,
        }
    }

    /// The buffer for a change, with room for `extra` bytes more.
    #[inline]
    fn buffer(&mut self, extra: usize) -> &mut Vec<u8> {
        if let Cow::Borrowed(lent) = self.bytes {
            let mut copy = Vec::with_capacity(size_class(lent.len() + extra));
            copy.extend_from_slice(lent);
            self.bytes = Cow::Owned(copy);
        }
        let buffer = self.bytes.to_mut();
        reserve_class(buffer, extra);
        buffer
    }

    /// Number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        self.count as usize
    }

    /// Whether there is no element.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Bytes that the run takes as a stored listpack: what the limits of settings speak of.
    #[inline]
    pub fn frame_bytes(&self) -> usize {
        self.bytes.len() - self.start as usize + FRAME_BYTES
    }

    /// Bytes of heap in use.
    #[inline]
    pub fn heap_bytes(&self) -> usize {
        match &self.bytes {
            Cow::Owned(bytes) => bytes.capacity(),
            Cow::Borrowed(_) => 0,
        }
    }

    /// Bytes that `value` would add to [`Self::frame_bytes`].
    pub fn cost_of(value: &[u8]) -> usize {
        Encoded::of(value).len()
    }

    /// Appends an element.
    pub fn push_back(&mut self, value: &[u8]) {
        let entry = Encoded::of(value);
        let bytes = self.buffer(entry.len());
        entry.for_each_part(|part| bytes.extend_from_slice(part));
        self.count += 1;
    }

    /// Prepends an element.
    pub fn push_front(&mut self, value: &[u8]) {
        let entry = Encoded::of(value);
        let start = self.start as usize;
        if entry.len() <= start {
            let mut at = start - entry.len();
            self.start = at as u32;
            let bytes = self.buffer(0);
            entry.for_each_part(|part| {
                bytes[at..at + part.len()].copy_from_slice(part);
                at += part.len();
            });
        } else {
            self.grow_front(&entry);
        }
        self.count += 1;
    }

    /// The first element.
    #[inline]
    pub fn front(&self) -> Option<Item<'_>> {
        (self.count > 0).then(|| item_at(&self.bytes, self.start as usize))
    }

    /// The last element.
    #[inline]
    pub fn back(&self) -> Option<Item<'_>> {
        let end = self.bytes.len();
        (self.count > 0).then(|| item_at(&self.bytes, end - entry_len_before(&self.bytes, end)))
    }

    /// Removes the first element and says whether there was one.
    pub fn pop_front(&mut self) -> bool {
        self.remove_range(0, 1) == 1
    }

    /// Removes the last element and says whether there was one.
    pub fn pop_back(&mut self) -> bool {
        self.count > 0 && self.remove_range(self.len() - 1, 1) == 1
    }

    /// The element at `index`, counted from the front.
    pub fn get(&self, index: usize) -> Option<Item<'_>> {
        (index < self.len()).then(|| item_at(&self.bytes, self.offset_of(index)))
    }

    /// The elements from `index` on, towards the back.
    pub fn iter_from(&self, index: usize) -> Forward<'_> {
        let left = self.len().saturating_sub(index);
        Forward {
            bytes: &self.bytes,
            at: self.offset_of(index.min(self.len())),
            left,
        }
    }

    /// The elements from `index` on, towards the front.
    pub fn iter_back_from(&self, index: usize) -> Backward<'_> {
        let left = index.saturating_add(1).min(self.len());
        Backward {
            bytes: &self.bytes,
            end: self.offset_of(left),
            left,
        }
    }

    /// Puts an element before the one at `index` (at the end if `index` is the length or more).
    pub fn insert(&mut self, index: usize, value: &[u8]) {
        if index == 0 {
            return self.push_front(value);
        }
        if index >= self.len() {
            return self.push_back(value);
        }
        let at = self.offset_of(index);
        self.replace_bytes(at, 0, &Encoded::of(value));
        self.count += 1;
    }

    /// Replaces the element at `index` and says whether there is one.
    pub fn set(&mut self, index: usize, value: &[u8]) -> bool {
        if index >= self.len() {
            return false;
        }
        let at = self.offset_of(index);
        let old = entry_len(&self.bytes, at);
        self.replace_bytes(at, old, &Encoded::of(value));
        true
    }

    /// Removes up to `count` elements from `index` on; returns how many they were.
    pub fn remove_range(&mut self, index: usize, count: usize) -> usize {
        let count = count.min(self.len().saturating_sub(index));
        if count == 0 {
            return 0;
        }
        if count == self.len() {
            *self = Self::new();
            return count;
        }
        let from = self.offset_of(index);
        let to = self.offset_of_near(index, from, count);
        self.count -= count as u32;
        if index == 0 {
            self.drop_front_bytes(to - from);
        } else {
            self.buffer(0).drain(from..to);
            self.give_back();
        }
        count
    }

    /// Cuts the run at `index`: the elements from there on are returned.
    pub fn split_off(&mut self, index: usize) -> Listpack<'static> {
        let index = index.min(self.len());
        let at = self.offset_of(index);
        let mut tail = Vec::new();
        reserve_class(&mut tail, self.bytes.len() - at);
        tail.extend_from_slice(&self.bytes[at..]);
        let rest = Listpack {
            bytes: Cow::Owned(tail),
            start: 0,
            count: self.count - index as u32,
        };
        self.buffer(0).truncate(at);
        self.count = index as u32;
        self.give_back();
        rest
    }

    /// Appends all elements of `other`.
    pub fn append(&mut self, other: &Listpack<'_>) {
        let entries = other.entries();
        self.buffer(entries.len()).extend_from_slice(entries);
        self.count += other.count;
    }

    /// Offset of the entry at `index`, or the end for the length; walks from the nearer end.
    fn offset_of(&self, index: usize) -> usize {
        if index <= self.len() / 2 {
            let mut at = self.start as usize;
            for _ in 0..index {
                at += entry_len(&self.bytes, at);
            }
            return at;
        }
        let mut end = self.bytes.len();
        for _ in index..self.len() {
            end -= entry_len_before(&self.bytes, end);
        }
        end
    }

    /// Offset of the entry `count` after that of `index`, which lies at `from`.
    fn offset_of_near(&self, index: usize, from: usize, count: usize) -> usize {
        if count > self.len() - index - count {
            return self.offset_of(index + count);
        }
        let mut at = from;
        for _ in 0..count {
            at += entry_len(&self.bytes, at);
        }
        at
    }

    fn replace_bytes(&mut self, at: usize, old_len: usize, entry: &Encoded<'_>) {
        let (old_end, new_len) = (at + old_len, entry.len());
        let bytes = self.buffer(new_len.saturating_sub(old_len));
        if new_len > old_len {
            let end = bytes.len();
            bytes.resize(end + new_len - old_len, 0);
            bytes.copy_within(old_end..end, at + new_len);
        } else {
            bytes.drain(at + new_len..old_end);
        }
        let mut at = at;
        entry.for_each_part(|part| {
            bytes[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        });
    }

    /// Prepends an entry by moving to a new buffer, with room for the next ones.
    fn grow_front(&mut self, entry: &Encoded<'_>) {
        let content = self.bytes.len() - self.start as usize;
        let room = (content / 2).min(FRONT_ROOM_MAX);
        let mut bytes = Vec::new();
        reserve_class(&mut bytes, room + entry.len() + content);
        bytes.resize(room, 0);
        entry.for_each_part(|part| bytes.extend_from_slice(part));
        bytes.extend_from_slice(self.entries());
        self.bytes = Cow::Owned(bytes);
        self.start = room as u32;
    }

    fn drop_front_bytes(&mut self, count: usize) {
        let start = self.start as usize + count;
        let content = self.bytes.len() - start;
        match u32::try_from(start) {
            Ok(short) if start <= content.max(FRONT_SLACK) => self.start = short,
            _ => {
                self.buffer(0).drain(..start);
                self.start = 0;
                self.give_back();
            }
        }
    }

    /// Returns memory once less than half of it is used.
    fn give_back(&mut self) {
        if let Cow::Owned(bytes) = &mut self.bytes
            && bytes.len() < bytes.capacity() / 2
        {
            bytes.shrink_to(size_class(bytes.len()));
        }
    }
}

/// Walks towards the back.
#[derive(Clone, Debug)]
pub struct Forward<'a> {
    bytes: &'a [u8],
    at: usize,
    left: usize,
}

impl<'a> Iterator for Forward<'a> {
    type Item = Item<'a>;

    #[inline]
    fn next(&mut self) -> Option<Item<'a>> {
        self.left = self.left.checked_sub(1)?;
        let item = item_at(self.bytes, self.at);
        self.at += entry_len(self.bytes, self.at);
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

/// Walks towards the front.
#[derive(Clone, Debug)]
pub struct Backward<'a> {
    bytes: &'a [u8],
    end: usize,
    left: usize,
}

impl<'a> Iterator for Backward<'a> {
    type Item = Item<'a>;

    #[inline]
    fn next(&mut self) -> Option<Item<'a>> {
        self.left = self.left.checked_sub(1)?;
        self.end -= entry_len_before(self.bytes, self.end);
        Some(item_at(self.bytes, self.end))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}
