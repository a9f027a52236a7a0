//! A sorted run of integers in one allocation, all as wide as the widest has ever had to be.
//!
//! The bytes are those of Valkey's format: width and number as 32-bit words, then the integers,
//! so that they can be written to files as they are. It knows no limits.

use crate::size_class::{reserve_class, size_class};
use std::borrow::Cow;

/// Bytes before the first integer; an empty set has not even these.
const HEADER_BYTES: usize = 8;
/// Widths of integers in bytes.
const WIDTHS: [usize; 3] = [2, 4, 8];
/// Integers that the header can count.
const LEN_MAX: usize = u32::MAX as usize;

#[derive(Clone, Debug, Default)]
pub(super) struct Intset<'a> {
    /// Somebody else's until they are changed.
    bytes: Cow<'a, [u8]>,
}

impl<'a> Intset<'a> {
    pub(super) const fn new() -> Self {
        Self {
            bytes: Cow::Owned(Vec::new()),
        }
    }

    /// From the bytes that [`Self::as_bytes`] gives.
    #[inline]
    pub(super) fn lent(bytes: &'a [u8]) -> Self {
        Self {
            bytes: Cow::Borrowed(bytes),
        }
    }

    /// Whether the bytes are still somebody else's.
    #[inline]
    pub(super) fn is_lent(&self) -> bool {
        matches!(self.bytes, Cow::Borrowed(_))
    }

    pub(super) fn into_owned(self) -> Intset<'static> {
        Intset {
            bytes: Cow::Owned(self.bytes.into_owned()),
        }
    }

    /// The bytes for a change, with room for `extra` more.
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

    /// From the bytes of the format; none if they are not exactly that.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (header, content) = bytes.split_at_checked(HEADER_BYTES)?;
        let width = u32::from_le_bytes(header[..4].try_into().ok()?) as usize;
        let len = u32::from_le_bytes(header[4..].try_into().ok()?) as usize;
        if !WIDTHS.contains(&width) || Some(content.len()) != len.checked_mul(width) {
            return None;
        }
        if len == 0 {
            return Some(Self::new());
        }
        let mut copy = Vec::new();
        reserve_class(&mut copy, bytes.len());
        copy.extend_from_slice(bytes);
        let set = Self {
            bytes: Cow::Owned(copy),
        };
        let rises = (1..len).all(|i| set.at(i - 1) < set.at(i));
        rises.then_some(set)
    }

    /// The bytes of the format.
    pub(super) fn as_bytes(&self) -> &[u8] {
        const EMPTY: [u8; HEADER_BYTES] = [2, 0, 0, 0, 0, 0, 0, 0];
        if self.bytes.is_empty() {
            &EMPTY
        } else {
            &self.bytes
        }
    }

    pub(super) fn heap_bytes(&self) -> usize {
        match &self.bytes {
            Cow::Owned(bytes) => bytes.capacity(),
            Cow::Borrowed(_) => 0,
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.bytes.len().saturating_sub(HEADER_BYTES) / self.width()
    }

    /// Whether another integer would be too many for the format.
    pub(super) fn is_full(&self) -> bool {
        self.len() >= LEN_MAX
    }

    pub(super) fn get(&self, index: usize) -> Option<i64> {
        (index < self.len()).then(|| self.at(index))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = i64> + '_ {
        (0..self.len()).map(|index| self.at(index))
    }

    #[inline]
    pub(super) fn contains(&self, number: i64) -> bool {
        self.find(number).is_ok()
    }

    /// False if it is there already.
    pub(super) fn add(&mut self, number: i64) -> bool {
        let wide = width_of(number);
        if self.bytes.is_empty() {
            let bytes = self.buffer(HEADER_BYTES + wide);
            bytes.extend_from_slice(&(wide as u32).to_le_bytes());
            bytes.extend_from_slice(&[0; 4]);
        } else if wide > self.width() {
            self.widen(wide);
        }
        let Err(index) = self.find(number) else {
            return false;
        };
        let width = self.width();
        let bytes = self.buffer(width);
        let (at, end) = (HEADER_BYTES + index * width, bytes.len());
        bytes.resize(end + width, 0);
        bytes.copy_within(at..end, at + width);
        bytes[at..at + width].copy_from_slice(&number.to_le_bytes()[..width]);
        self.count();
        true
    }

    /// False if there is none.
    pub(super) fn remove(&mut self, number: i64) -> bool {
        let Ok(index) = self.find(number) else {
            return false;
        };
        let width = self.width();
        let at = HEADER_BYTES + index * width;
        let bytes = self.buffer(0);
        bytes.drain(at..at + width);
        if bytes.len() == HEADER_BYTES {
            *self = Self::new();
            return true;
        }
        if bytes.len() < bytes.capacity() / 2 {
            bytes.shrink_to(size_class(bytes.len()));
        }
        self.count();
        true
    }

    #[inline]
    fn width(&self) -> usize {
        self.bytes.first().map_or(WIDTHS[0], |&width| width.into())
    }

    fn count(&mut self) {
        let len = self.len() as u32;
        self.buffer(0)[4..HEADER_BYTES].copy_from_slice(&len.to_le_bytes());
    }

    #[inline]
    fn at(&self, index: usize) -> i64 {
        let width = self.width();
        let at = HEADER_BYTES + index * width;
        let (mut word, text) = ([0; 8], &self.bytes[at..at + width]);
        word[..width].copy_from_slice(text);
        let unused = 64 - 8 * width as u32;
        (u64::from_le_bytes(word) << unused) as i64 >> unused
    }

    /// Where a number is, or where it belongs.
    #[inline]
    fn find(&self, number: i64) -> Result<usize, usize> {
        let (mut low, mut high) = (0, self.len());
        // Numbers often come in rising order.
        if high > 0 && number > self.at(high - 1) {
            return Err(high);
        }
        while low < high {
            let middle = (low + high) / 2;
            match self.at(middle).cmp(&number) {
                std::cmp::Ordering::Equal => return Ok(middle),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        Err(low)
    }

    fn widen(&mut self, width: usize) {
        let mut bytes = Vec::new();
        reserve_class(&mut bytes, HEADER_BYTES + (self.len() + 1) * width);
        bytes.extend_from_slice(&(width as u32).to_le_bytes());
        bytes.extend_from_slice(&self.bytes[4..HEADER_BYTES]);
        for number in self.iter() {
            bytes.extend_from_slice(&number.to_le_bytes()[..width]);
        }
        self.bytes = Cow::Owned(bytes);
    }
}

fn width_of(number: i64) -> usize {
    if i16::try_from(number).is_ok() {
        WIDTHS[0]
    } else if i32::try_from(number).is_ok() {
        WIDTHS[1]
    } else {
        WIDTHS[2]
    }
}
