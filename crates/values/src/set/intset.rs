//! A sorted run of integers in one allocation, all as wide as the widest has ever had to be.
//!
//! The bytes are those of Valkey's format: width and number as 32-bit words, then the integers,
//! so that they can be written to files as they are. It knows no limits.

use crate::size_class::{reserve_class, size_class};

/// Bytes before the first integer; an empty set has not even these.
const HEADER_BYTES: usize = 8;
/// Widths of integers in bytes.
const WIDTHS: [usize; 3] = [2, 4, 8];
/// Integers that the header can count.
const LEN_MAX: usize = u32::MAX as usize;

#[derive(Clone, Debug, Default)]
pub(super) struct Intset {
    bytes: Vec<u8>,
}

impl Intset {
    pub(super) const fn new() -> Self {
        Self { bytes: Vec::new() }
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
        let set = Self { bytes: copy };
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
        self.bytes.capacity()
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
            reserve_class(&mut self.bytes, HEADER_BYTES + wide);
            self.bytes.extend_from_slice(&(wide as u32).to_le_bytes());
            self.bytes.extend_from_slice(&[0; 4]);
        } else if wide > self.width() {
            self.widen(wide);
        }
        let Err(index) = self.find(number) else {
            return false;
        };
        let width = self.width();
        reserve_class(&mut self.bytes, width);
        let (at, end) = (HEADER_BYTES + index * width, self.bytes.len());
        self.bytes.resize(end + width, 0);
        self.bytes.copy_within(at..end, at + width);
        self.bytes[at..at + width].copy_from_slice(&number.to_le_bytes()[..width]);
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
        self.bytes.drain(at..at + width);
        if self.bytes.len() == HEADER_BYTES {
            *self = Self::new();
            return true;
        }
        if self.bytes.len() < self.bytes.capacity() / 2 {
            self.bytes.shrink_to(size_class(self.bytes.len()));
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
        self.bytes[4..HEADER_BYTES].copy_from_slice(&len.to_le_bytes());
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
        self.bytes = bytes;
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
