//! The bytes of one entry of a listpack: head, data, and the length backwards.
//!
//! It knows nothing of runs: offsets come from the caller and point at whole entries.
//!
//! Heads: `0nnnnnnn` 7-bit number; `10llllll` string; `110nnnnn n` 13-bit integer;
//! `1110llll l` string to 4,095 bytes; `f0` string with a 32-bit length; `f1` `f2` `f3` `f4`
//! integers of 16, 24, 32 and 64 bits; `f5` (never stored in files) string with a 64-bit length.

use super::Item;

const STRING_32: u8 = 0xf0;
const INT_16: u8 = 0xf1;
const INT_24: u8 = 0xf2;
const INT_32: u8 = 0xf3;
const INT_64: u8 = 0xf4;
const STRING_64: u8 = 0xf5;

/// Longest text that can be an integer.
const INT_TEXT_MAX: usize = 20;

/// An entry about to be written.
pub(crate) struct Encoded<'a> {
    head: [u8; 9],
    head_len: u8,
    back: [u8; 5],
    back_len: u8,
    data: &'a [u8],
}

impl<'a> Encoded<'a> {
    /// The shortest form of `value`.
    #[inline]
    pub(crate) fn of(value: &'a [u8]) -> Self {
        let number = if value.len() <= INT_TEXT_MAX {
            stdx::num::parse_i64(value)
        } else {
            None
        };
        let (head, head_len, data) = match number {
            Some(number) => {
                let (head, len) = int_head(number);
                (head, len, &[][..])
            }
            None => {
                let (head, len) = string_head(value.len());
                (head, len, value)
            }
        };
        let (back, back_len) = backward(head_len as usize + data.len());
        Self {
            head,
            head_len,
            back,
            back_len,
            data,
        }
    }

    /// The form of an integer.
    #[inline]
    pub(crate) fn of_int(number: i64) -> Self {
        let (head, head_len) = int_head(number);
        let (back, back_len) = backward(head_len as usize);
        Self {
            head,
            head_len,
            back,
            back_len,
            data: &[],
        }
    }

    /// Bytes of the whole entry.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.head_len as usize + self.data.len() + self.back_len as usize
    }

    /// The pieces of the entry, first to last.
    #[inline]
    pub(crate) fn for_each_part(&self, mut write: impl FnMut(&[u8])) {
        write(&self.head[..self.head_len as usize]);
        write(self.data);
        write(&self.back[..self.back_len as usize]);
    }
}

fn int_head(number: i64) -> ([u8; 9], u8) {
    let mut head = [0u8; 9];
    let bytes = number.to_le_bytes();
    match number {
        0..=127 => {
            head[0] = number as u8;
            (head, 1)
        }
        -4096..=4095 => {
            let low = (number & 0x1fff) as u16;
            head[0] = 0xc0 | (low >> 8) as u8;
            head[1] = low as u8;
            (head, 2)
        }
        -0x8000..=0x7fff => wide_int(INT_16, &bytes[..2]),
        -0x80_0000..=0x7f_ffff => wide_int(INT_24, &bytes[..3]),
        -0x8000_0000..=0x7fff_ffff => wide_int(INT_32, &bytes[..4]),
        _ => wide_int(INT_64, &bytes),
    }
}

fn wide_int(kind: u8, bytes: &[u8]) -> ([u8; 9], u8) {
    let mut head = [0u8; 9];
    head[0] = kind;
    head[1..=bytes.len()].copy_from_slice(bytes);
    (head, bytes.len() as u8 + 1)
}

fn string_head(len: usize) -> ([u8; 9], u8) {
    let mut head = [0u8; 9];
    if len < 64 {
        head[0] = 0x80 | len as u8;
        (head, 1)
    } else if len < 4096 {
        head[0] = 0xe0 | (len >> 8) as u8;
        head[1] = len as u8;
        (head, 2)
    } else if let Ok(len) = u32::try_from(len) {
        wide_int(STRING_32, &len.to_le_bytes())
    } else {
        wide_int(STRING_64, &(len as u64).to_le_bytes())
    }
}

/// The length `len` in groups of 7 bits, to be read from its last byte backwards.
fn backward(len: usize) -> ([u8; 5], u8) {
    let count = backward_len(len);
    let mut bytes = [0u8; 5];
    let mut rest = len;
    for byte in bytes[..count].iter_mut().rev() {
        *byte = (rest & 127) as u8 | 128;
        rest >>= 7;
    }
    bytes[0] &= 127;
    (bytes, count as u8)
}

#[inline]
fn backward_len(len: usize) -> usize {
    match len {
        0..=127 => 1,
        128..=16_382 => 2,
        16_383..=2_097_150 => 3,
        2_097_151..=268_435_454 => 4,
        _ => 5,
    }
}

/// Bytes of head and data of the entry at `at`: where its data begins and how long it is.
#[inline]
fn extent(bytes: &[u8], at: usize) -> (usize, usize) {
    match bytes[at] {
        0..=0x7f => (1, 0),
        head @ 0x80..=0xbf => (1, (head & 63) as usize),
        0xc0..=0xdf => (2, 0),
        head @ 0xe0..=0xef => (2, ((head & 15) as usize) << 8 | bytes[at + 1] as usize),
        STRING_32 => (5, little_endian(bytes, at + 1, 4) as usize),
        INT_16 => (3, 0),
        INT_24 => (4, 0),
        INT_32 => (5, 0),
        STRING_64 => (9, little_endian(bytes, at + 1, 8) as usize),
        _ => (9, 0),
    }
}

/// Bytes of the whole entry at `at`.
#[inline]
pub(crate) fn entry_len(bytes: &[u8], at: usize) -> usize {
    let (head, data) = extent(bytes, at);
    head + data + backward_len(head + data)
}

/// Bytes of the whole entry at `at`, if one that may be stored lies there, its length backwards
/// included.
pub(crate) fn checked_entry_len(bytes: &[u8], at: usize) -> Option<usize> {
    let head = *bytes.get(at)?;
    let width = match head {
        0..=0x7f => 1,
        0xc0..=0xef => 2,
        0x80..=0xbf => 1,
        STRING_32 | INT_32 => 5,
        INT_16 => 3,
        INT_24 => 4,
        INT_64 => 9,
        _ => return None,
    };
    if bytes.len() - at < width {
        return None;
    }
    let (head, data) = extent(bytes, at);
    let (back, back_len) = backward(head + data);
    let end = at.checked_add(head)?.checked_add(data)?;
    let stored = bytes.get(end..end.checked_add(back_len as usize)?)?;
    (stored == &back[..back_len as usize]).then_some(head + data + back_len as usize)
}

/// Bytes of the whole entry that ends at `end`.
#[inline]
pub(crate) fn entry_len_before(bytes: &[u8], end: usize) -> usize {
    let (mut at, mut shift, mut len) = (end, 0, 0usize);
    loop {
        at -= 1;
        len |= ((bytes[at] & 127) as usize) << shift;
        shift += 7;
        if bytes[at] & 128 == 0 || shift >= 35 {
            return len + (end - at);
        }
    }
}

/// The element of the entry at `at`.
#[inline]
pub(crate) fn item_at(bytes: &[u8], at: usize) -> Item<'_> {
    match bytes[at] {
        head @ 0..=0x7f => Item::Int(i64::from(head)),
        head @ 0xc0..=0xdf => {
            let low = u16::from(head & 31) << 8 | u16::from(bytes[at + 1]);
            Item::Int(i64::from((low << 3) as i16 >> 3))
        }
        INT_16 => Item::Int(signed(bytes, at + 1, 2)),
        INT_24 => Item::Int(signed(bytes, at + 1, 3)),
        INT_32 => Item::Int(signed(bytes, at + 1, 4)),
        INT_64 => Item::Int(signed(bytes, at + 1, 8)),
        _ => {
            let (head, data) = extent(bytes, at);
            Item::Bytes(&bytes[at + head..at + head + data])
        }
    }
}

#[inline]
fn little_endian(bytes: &[u8], at: usize, count: usize) -> u64 {
    let mut word = [0u8; 8];
    word[..count].copy_from_slice(&bytes[at..at + count]);
    u64::from_le_bytes(word)
}

#[inline]
fn signed(bytes: &[u8], at: usize, count: usize) -> i64 {
    let unused = 64 - 8 * count as u32;
    (little_endian(bytes, at, count) << unused) as i64 >> unused
}
