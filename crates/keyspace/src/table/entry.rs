//! The bytes of one entry: header, optional expiry time, key, value.
//!
//! It knows nothing of chunks or of other entries. An entry begins on a multiple of 8 bytes of its
//! chunk and its length is one, too:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | header |
//! | 0 or 8 | expiry time in unix ms, if the header says so |
//! | 0 or 8 | length of the key, if it is 255 or more |
//! | n | key |
//! | n | value: 1 to 8 bytes of an integer, or a string, a compact collection, an object's number |
//! | 0-255 | unused |

use std::ops::Range;
use values::{Packed, Shape};

/// Entries begin at multiples of this, in bytes, and are that long.
pub(crate) const UNIT_BYTES: usize = 8;

/// Bytes of the header.
pub(crate) const HEADER_BYTES: usize = 8;

/// Most unused bytes at the end of an entry.
pub(crate) const SLACK_MAX: usize = 255;

/// In the header's byte for the length of the key: the length is stated in full before the key.
const LONG_KEY: usize = 255;

const TTL_BYTES: usize = 8;
const LONG_KEY_BYTES: usize = 8;

/// What the value bytes of an entry mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Int,
    Embstr,
    Raw,
    Object,
    Packed,
}

/// The first 8 bytes of an entry.
///
/// Bits 0-1 kind, 2 expiry time present, 3 dead, 4 generation of the expiry record, 5 the object
/// is a compact collection in the entry; 8-15 length of the key; 16-31 units of 8 bytes (0: the
/// whole chunk); 32-55 LRU field; 56-63 slack (of a dead one: 32-63 the next one in a list).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header(u64);

const TTL_BIT: u64 = 1 << 2;
const DEAD_BIT: u64 = 1 << 3;
const GENERATION_BIT: u64 = 1 << 4;
const PACKED_BIT: u64 = 1 << 5;
const LRU_SHIFT: u32 = 32;
const NEXT_SHIFT: u32 = 32;

/// Values of the LRU field are below this.
pub(crate) const LRU_LIMIT: u32 = 1 << 24;

impl Header {
    /// The header of the entry that begins at `offset`.
    #[inline]
    pub(crate) fn read(chunk: &[u8], offset: usize) -> Self {
        let mut word = [0u8; HEADER_BYTES];
        word.copy_from_slice(&chunk[offset..offset + HEADER_BYTES]);
        Self(u64::from_le_bytes(word))
    }

    #[inline]
    pub(crate) fn write(self, chunk: &mut [u8], offset: usize) {
        chunk[offset..offset + HEADER_BYTES].copy_from_slice(&self.0.to_le_bytes());
    }

    /// The header of unused space of `units`, which names another such space (or nothing).
    pub(crate) fn hole(units: u16, next: u32) -> Self {
        Self(DEAD_BIT | u64::from(units) << 16 | u64::from(next) << NEXT_SHIFT)
    }

    /// What a hole names.
    pub(crate) fn next_hole(self) -> u32 {
        (self.0 >> NEXT_SHIFT) as u32
    }

    #[inline]
    pub(crate) fn kind(self) -> Kind {
        match self.0 & (3 | PACKED_BIT) {
            0 => Kind::Int,
            1 => Kind::Embstr,
            2 => Kind::Raw,
            3 => Kind::Object,
            _ => Kind::Packed,
        }
    }

    #[inline]
    pub(crate) fn has_ttl(self) -> bool {
        self.0 & TTL_BIT != 0
    }

    #[inline]
    pub(crate) fn is_dead(self) -> bool {
        self.0 & DEAD_BIT != 0
    }

    pub(crate) fn generation(self) -> bool {
        self.0 & GENERATION_BIT != 0
    }

    pub(crate) fn with_generation(self, generation: bool) -> Self {
        let bit = if generation { GENERATION_BIT } else { 0 };
        Self(self.0 & !GENERATION_BIT | bit)
    }

    /// Units of the entry; 0 if it has a chunk of its own.
    #[inline]
    pub(crate) fn units(self) -> u16 {
        (self.0 >> 16) as u16
    }

    #[inline]
    pub(crate) fn lru(self) -> u32 {
        (self.0 >> LRU_SHIFT) as u32 & (LRU_LIMIT - 1)
    }

    #[inline]
    pub(crate) fn with_lru(self, lru: u32) -> Self {
        let field = u64::from(lru & (LRU_LIMIT - 1)) << LRU_SHIFT;
        Self(self.0 & !(u64::from(LRU_LIMIT - 1) << LRU_SHIFT) | field)
    }

    #[inline]
    pub(crate) fn slack(self) -> usize {
        (self.0 >> 56) as usize
    }

    /// Where the key begins and how long it is; `entry` are the bytes of the entry.
    #[inline]
    fn key_extent(self, entry: &[u8]) -> (usize, usize) {
        let at = HEADER_BYTES + if self.has_ttl() { TTL_BYTES } else { 0 };
        let short = (self.0 >> 8) as u8 as usize;
        if short < LONG_KEY {
            return (at, short);
        }
        (at + LONG_KEY_BYTES, read_word(entry, at) as usize)
    }

    #[inline]
    pub(crate) fn key_range(self, entry: &[u8]) -> Range<usize> {
        let (at, len) = self.key_extent(entry);
        at..at + len
    }

    /// Whether the entry, which may be followed by other bytes, has this key.
    #[inline]
    pub(crate) fn key_is(self, entry: &[u8], key: &[u8]) -> bool {
        let short = (self.0 >> 8) as u8 as usize;
        if short != key.len().min(LONG_KEY) {
            return false;
        }
        entry.get(self.key_range(entry)) == Some(key)
    }

    /// Where the value lies; `entry` are exactly the bytes of the entry.
    #[inline]
    pub(crate) fn value_range(self, entry: &[u8]) -> Range<usize> {
        let key = self.key_range(entry);
        key.end..entry.len() - self.slack()
    }

    #[inline]
    pub(crate) fn expire_at(self, entry: &[u8]) -> Option<i64> {
        self.has_ttl()
            .then(|| read_word(entry, HEADER_BYTES) as i64)
    }
}

/// Overwrites the expiry time of an entry that has one.
pub(crate) fn set_expire_at(entry: &mut [u8], at_ms: i64) {
    entry[HEADER_BYTES..HEADER_BYTES + TTL_BYTES].copy_from_slice(&at_ms.to_le_bytes());
}

#[inline]
fn read_word(bytes: &[u8], at: usize) -> u64 {
    let mut word = [0u8; 8];
    word.copy_from_slice(&bytes[at..at + 8]);
    u64::from_le_bytes(word)
}

fn kind_bits(kind: Kind) -> u64 {
    match kind {
        Kind::Int => 0,
        Kind::Embstr => 1,
        Kind::Raw => 2,
        Kind::Object => 3,
        Kind::Packed => 3 | PACKED_BIT,
    }
}

/// The value bytes of an entry about to be written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Payload<'a> {
    Int(i64),
    Embstr(&'a [u8]),
    Raw(&'a [u8]),
    Object(u32),
    /// At most [`PACKED_COUNT_MAX`] items.
    Packed(Packed<'a>),
}

impl<'a> Payload<'a> {
    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Int(_) => Kind::Int,
            Self::Embstr(_) => Kind::Embstr,
            Self::Raw(_) => Kind::Raw,
            Self::Object(_) => Kind::Object,
            Self::Packed(_) => Kind::Packed,
        }
    }

    /// The bytes of the value but for the head of a compact collection.
    #[inline]
    fn bytes<'b>(&self, buffer: &'b mut [u8; 8]) -> &'b [u8]
    where
        'a: 'b,
    {
        match *self {
            Self::Int(number) => {
                *buffer = number.to_le_bytes();
                &buffer[..int_bytes(number)]
            }
            Self::Embstr(bytes) | Self::Raw(bytes) => bytes,
            Self::Object(number) => {
                buffer[..4].copy_from_slice(&number.to_le_bytes());
                &buffer[..4]
            }
            Self::Packed(packed) => packed.bytes,
        }
    }

    #[inline]
    fn len(&self) -> usize {
        match self {
            Self::Int(number) => int_bytes(*number),
            Self::Embstr(bytes) | Self::Raw(bytes) => bytes.len(),
            Self::Object(_) => 4,
            Self::Packed(packed) => PACKED_HEAD_BYTES + packed.bytes.len(),
        }
    }
}

/// Bytes before those of a compact collection: its shape, and the number of its items.
pub(crate) const PACKED_HEAD_BYTES: usize = 2;

/// Bits of the head that tell the shape; the others count.
const SHAPE_BITS: u32 = 3;

/// Items of a compact collection in an entry at most.
pub(crate) const PACKED_COUNT_MAX: u32 = (1 << (8 * PACKED_HEAD_BYTES as u32 - SHAPE_BITS)) - 1;

fn packed_head(packed: &Packed<'_>) -> [u8; PACKED_HEAD_BYTES] {
    debug_assert!(packed.count <= PACKED_COUNT_MAX);
    ((packed.count << SHAPE_BITS) as u16 | packed.shape as u16).to_le_bytes()
}

/// The compact collection that `bytes` keep.
#[inline]
pub(crate) fn packed_of(bytes: &[u8]) -> Packed<'_> {
    let (head, bytes) = bytes.split_at(PACKED_HEAD_BYTES);
    let head = u16::from_le_bytes([head[0], head[1]]);
    let shape = usize::from(head) & ((1 << SHAPE_BITS) - 1);
    Packed {
        shape: Shape::ALL[shape],
        count: u32::from(head >> SHAPE_BITS),
        bytes,
    }
}

/// Bytes in which an integer is kept.
fn int_bytes(number: i64) -> usize {
    match number {
        -0x80..=0x7f => 1,
        -0x8000..=0x7fff => 2,
        -0x8000_0000..=0x7fff_ffff => 4,
        _ => 8,
    }
}

/// The integer that `bytes` keep.
#[inline]
pub(crate) fn int_of(bytes: &[u8]) -> i64 {
    let mut word = [0u8; 8];
    let len = bytes.len().min(8);
    word[..len].copy_from_slice(&bytes[..len]);
    let unused = 64 - 8 * len as u32;
    (u64::from_le_bytes(word).unbounded_shl(unused) as i64).unbounded_shr(unused)
}

/// Everything of an entry about to be written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Image<'a> {
    pub(crate) key: &'a [u8],
    pub(crate) payload: Payload<'a>,
    pub(crate) expire_at: Option<i64>,
    pub(crate) generation: bool,
    pub(crate) lru: u32,
    /// Bytes to be left unused behind the value, where there is a choice.
    pub(crate) spare: usize,
}

impl Image<'_> {
    /// Bytes needed, without the rounding to whole units.
    #[inline]
    pub(crate) fn exact_len(&self) -> usize {
        let ttl = if self.expire_at.is_some() {
            TTL_BYTES
        } else {
            0
        };
        let long = if self.key.len() >= LONG_KEY {
            LONG_KEY_BYTES
        } else {
            0
        };
        HEADER_BYTES + ttl + long + self.key.len() + self.payload.len()
    }

    /// Bytes that the entry should take, in whole units.
    #[inline]
    pub(crate) fn wanted_len(&self) -> usize {
        (self.exact_len() + self.spare).next_multiple_of(UNIT_BYTES)
    }

    /// The header for an entry of `units` (0: of exactly `len` bytes).
    #[inline]
    pub(crate) fn header(&self, units: u16, len: usize) -> Header {
        let slack = (len - self.exact_len()).min(SLACK_MAX) as u64;
        let ttl = if self.expire_at.is_some() { TTL_BIT } else { 0 };
        let word = kind_bits(self.payload.kind())
            | ttl
            | (self.key.len().min(LONG_KEY) as u64) << 8
            | u64::from(units) << 16
            | slack << 56;
        Header(word)
            .with_lru(self.lru)
            .with_generation(self.generation)
    }

    /// The pieces after the header, first to last, without the slack.
    #[inline]
    pub(crate) fn for_each_part(&self, mut write: impl FnMut(&[u8])) {
        if let Some(at) = self.expire_at {
            write(&at.to_le_bytes());
        }
        if self.key.len() >= LONG_KEY {
            write(&(self.key.len() as u64).to_le_bytes());
        }
        write(self.key);
        if let Payload::Packed(packed) = &self.payload {
            write(&packed_head(packed));
        }
        write(self.payload.bytes(&mut [0; 8]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes_of(image: &Image<'_>, len: usize) -> Vec<u8> {
        let mut bytes = vec![0; HEADER_BYTES];
        image.header((len / 8) as u16, len).write(&mut bytes, 0);
        image.for_each_part(|part| bytes.extend_from_slice(part));
        bytes.resize(len, 0xee);
        bytes
    }

    #[test]
    fn what_was_written_is_read() {
        let long = vec![b'k'; 300];
        for key in [&b""[..], b"k", b"key", &long[..254], &long[..255], &long] {
            for payload in [
                Payload::Int(-5),
                Payload::Embstr(b"value"),
                Payload::Raw(b""),
                Payload::Object(0x01020304),
            ] {
                for expire_at in [None, Some(i64::MAX), Some(-7)] {
                    let image = Image {
                        key,
                        payload,
                        expire_at,
                        generation: true,
                        lru: 0xabcdef,
                        spare: 0,
                    };
                    let bytes = bytes_of(&image, image.exact_len().next_multiple_of(8) + 8);
                    let header = Header::read(&bytes, 0);
                    assert_eq!(&bytes[header.key_range(&bytes)], key);
                    assert_eq!(
                        &bytes[header.value_range(&bytes)],
                        payload.bytes(&mut [0; 8])
                    );
                    assert_eq!(header.expire_at(&bytes), expire_at);
                    assert_eq!(header.kind(), payload.kind());
                    assert_eq!(header.lru(), 0xabcdef);
                    assert!(header.generation() && !header.is_dead());
                    assert!(header.key_is(&bytes, key) && !header.key_is(&bytes, b"other"));
                }
            }
        }
    }

    #[test]
    fn integers_keep_their_value_in_few_bytes() {
        let mut numbers = vec![0, i64::MIN, i64::MAX];
        for shift in 0..63 {
            for near in [-1, 0, 1] {
                numbers.extend([(1i64 << shift) + near, -(1i64 << shift) + near]);
            }
        }
        for number in numbers {
            let mut buffer = [0; 8];
            let bytes = Payload::Int(number).bytes(&mut buffer);
            assert_eq!(int_of(bytes), number);
        }
        assert_eq!(
            (int_bytes(127), int_bytes(128), int_bytes(40_000)),
            (1, 2, 4)
        );
    }

    #[test]
    fn fields_of_the_header_do_not_touch_each_other() {
        let named = Header::hole(7, 0xdead_beef);
        assert_eq!((named.units(), named.next_hole()), (7, 0xdead_beef));
        let header = Header::hole(0xffff, 0);
        assert_eq!(header.units(), 0xffff);
        assert_eq!((header.lru(), header.slack()), (0, 0));
        assert!(header.is_dead() && !header.has_ttl() && !header.generation());
        let changed = header.with_lru(u32::MAX).with_generation(true);
        assert_eq!((changed.units(), changed.lru()), (0xffff, LRU_LIMIT - 1));
        assert_eq!(changed.slack(), 0);
        assert!(changed.generation() && !changed.with_generation(false).generation());
    }
}
