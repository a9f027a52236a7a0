//! The bytes of one bucket of a large hash: its fields one after the other.
//!
//! It knows nothing of hashes, other buckets or time; offsets point at whole entries.
//!
//! An entry is a byte of tag and flags, the lengths of name and value (7 bits a byte), 8 bytes of
//! expire time if it has one, name, value. A value that lies elsewhere is a number of 4 bytes.

use std::ops::Range;

/// The entry has an expire time.
const EXPIRES: u8 = 1;
/// The value lies outside.
const VALUE_OUTSIDE: u8 = 2;
/// Name and value lie outside.
const NAME_OUTSIDE: u8 = 4;
/// The rest of the byte is a part of the name's hash.
const TAG_SHIFT: u32 = 3;

const EXPIRE_BYTES: usize = 8;
/// Bytes of the number of something outside.
const NUMBER_BYTES: usize = 4;

/// The part of a hash that an entry keeps.
#[inline]
pub(super) fn tag_of(hash: u64) -> u8 {
    ((hash >> 59) as u8) << TAG_SHIFT
}

/// Where the parts of an entry lie.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    first: u8,
    start: usize,
    /// Where the expire time begins, or the name if there is none.
    expire: usize,
    pub(super) name: Range<usize>,
    pub(super) value: Range<usize>,
}

impl Entry {
    /// The entry at `at`.
    #[inline]
    pub(super) fn at(bytes: &[u8], at: usize) -> Self {
        let first = bytes[at];
        let (name_len, next) = read_len(bytes, at + 1);
        let (value_len, expire) = read_len(bytes, next);
        let name = expire
            + if first & EXPIRES != 0 {
                EXPIRE_BYTES
            } else {
                0
            };
        let value = name + name_len;
        Self {
            first,
            start: at,
            expire,
            name: name..value,
            value: value..value + value_len,
        }
    }

    #[inline]
    pub(super) fn has_tag(&self, tag: u8) -> bool {
        self.first & !(EXPIRES | VALUE_OUTSIDE | NAME_OUTSIDE) == tag
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.value.end
    }

    #[inline]
    pub(super) fn end(&self) -> usize {
        self.value.end
    }

    #[inline]
    pub(super) fn expires(&self) -> bool {
        self.first & EXPIRES != 0
    }

    #[inline]
    pub(super) fn expire_at_ms(&self, bytes: &[u8]) -> Option<i64> {
        let at = self.expires().then_some(self.expire)?;
        let time = bytes[at..at + EXPIRE_BYTES].try_into().ok()?;
        Some(i64::from_le_bytes(time))
    }

    /// Number of what lies outside, and whether the name does too.
    #[inline]
    pub(super) fn outside(&self, bytes: &[u8]) -> Option<(u32, bool)> {
        if self.first & (VALUE_OUTSIDE | NAME_OUTSIDE) == 0 {
            return None;
        }
        let number = bytes[self.value.start..self.value.start + NUMBER_BYTES]
            .try_into()
            .ok()?;
        Some((u32::from_le_bytes(number), self.first & NAME_OUTSIDE != 0))
    }
}

/// An entry to be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct NewEntry<'a> {
    pub(super) tag: u8,
    pub(super) expire_at_ms: Option<i64>,
    /// Empty if it lies outside.
    pub(super) name: &'a [u8],
    pub(super) value: NewValue<'a>,
}

/// A value, or where it lies.
#[derive(Clone, Copy, Debug)]
pub(super) enum NewValue<'a> {
    Inside(&'a [u8]),
    Outside(u32),
    /// The name as well.
    BothOutside(u32),
}

impl NewEntry<'_> {
    pub(super) fn len(&self) -> usize {
        let value = match self.value {
            NewValue::Inside(value) => value.len(),
            NewValue::Outside(_) | NewValue::BothOutside(_) => NUMBER_BYTES,
        };
        let expire = self.expire_at_ms.map_or(0, |_| EXPIRE_BYTES);
        1 + len_bytes(self.name.len()) + len_bytes(value) + expire + self.name.len() + value
    }

    /// Writes the entry in place of the bytes `old`, which are a whole entry or nothing.
    pub(super) fn write(&self, bytes: &mut Box<[u8]>, old: Range<usize>) {
        let len = self.len();
        let mut grown = std::mem::take(bytes).into_vec();
        let tail = old.end..grown.len();
        let new_end = old.start + len;
        if len > old.len() {
            let more = len - old.len();
            grown.reserve_exact(more);
            grown.resize(tail.end + more, 0);
            grown.copy_within(tail, new_end);
        } else {
            grown.copy_within(tail.clone(), new_end);
            grown.truncate(tail.end - (old.len() - len));
        }
        self.fill(&mut grown[old.start..new_end]);
        *bytes = grown.into_boxed_slice();
    }

    fn fill(&self, mut out: &mut [u8]) {
        let mut put = |part: &[u8]| {
            let (head, rest) = std::mem::take(&mut out).split_at_mut(part.len());
            head.copy_from_slice(part);
            out = rest;
        };
        let (flag, number);
        let value = match self.value {
            NewValue::Inside(value) => {
                flag = 0;
                value
            }
            NewValue::Outside(place) => {
                flag = VALUE_OUTSIDE;
                number = place.to_le_bytes();
                &number
            }
            NewValue::BothOutside(place) => {
                flag = NAME_OUTSIDE;
                number = place.to_le_bytes();
                &number
            }
        };
        let expires = if self.expire_at_ms.is_some() {
            EXPIRES
        } else {
            0
        };
        put(&[self.tag | flag | expires]);
        for len in [self.name.len(), value.len()] {
            let (encoded, used) = encode_len(len);
            put(&encoded[..used]);
        }
        if let Some(at_ms) = self.expire_at_ms {
            put(&at_ms.to_le_bytes());
        }
        put(self.name);
        put(value);
    }
}

/// Removes an entry.
pub(super) fn remove(bytes: &mut Box<[u8]>, old: Range<usize>) {
    let mut shrunk = std::mem::take(bytes).into_vec();
    shrunk.drain(old);
    *bytes = shrunk.into_boxed_slice();
}

/// Bytes that state a length take 7 bits each; two of them say more than is ever kept inside.
const LEN_BYTES_MAX: usize = 2;

fn len_bytes(len: usize) -> usize {
    if len < 0x80 { 1 } else { LEN_BYTES_MAX }
}

fn encode_len(len: usize) -> ([u8; LEN_BYTES_MAX], usize) {
    debug_assert!(len < 1 << 14);
    if len < 0x80 {
        ([len as u8, 0], 1)
    } else {
        ([len as u8 | 0x80, (len >> 7) as u8], LEN_BYTES_MAX)
    }
}

#[inline]
fn read_len(bytes: &[u8], at: usize) -> (usize, usize) {
    let low = bytes[at];
    if low < 0x80 {
        return (low as usize, at + 1);
    }
    let high = bytes[at + 1] as usize;
    ((low & 0x7f) as usize | high << 7, at + LEN_BYTES_MAX)
}
