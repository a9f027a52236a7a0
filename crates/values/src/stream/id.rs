//! The ids of a stream's entries.
//!
//! It knows how an id is written, not what requests abbreviate.

use stdx::num::I64_TEXT_BYTES_MAX;

/// A moment in unix ms, and a number that tells entries of the same moment apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamId {
    /// Unix time in milliseconds, or whatever the client chose instead.
    pub ms: u64,
    /// Rises within a millisecond.
    pub seq: u64,
}

/// Room for the text of an id.
pub const ID_TEXT_BYTES_MAX: usize = 2 * I64_TEXT_BYTES_MAX + 1;

impl StreamId {
    /// The least id; no entry has it.
    pub const ZERO: Self = Self { ms: 0, seq: 0 };
    /// The greatest id.
    pub const MAX: Self = Self {
        ms: u64::MAX,
        seq: u64::MAX,
    };

    /// An id of two numbers.
    pub const fn new(ms: u64, seq: u64) -> Self {
        Self { ms, seq }
    }

    /// The next greater id; none after the greatest.
    pub fn next(self) -> Option<Self> {
        match self.seq.checked_add(1) {
            Some(seq) => Some(Self { seq, ..self }),
            None => Some(Self::new(self.ms.checked_add(1)?, 0)),
        }
    }

    /// The next smaller id; none before the least.
    pub fn previous(self) -> Option<Self> {
        match self.seq.checked_sub(1) {
            Some(seq) => Some(Self { seq, ..self }),
            None => Some(Self::new(self.ms.checked_sub(1)?, u64::MAX)),
        }
    }

    /// The id as files keep it: both numbers, big-endian.
    pub fn to_bytes(self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.ms.to_be_bytes());
        bytes[8..].copy_from_slice(&self.seq.to_be_bytes());
        bytes
    }

    /// The opposite of [`Self::to_bytes`].
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        let number = u128::from_be_bytes(bytes);
        Self::new((number >> 64) as u64, number as u64)
    }

    /// The id as clients see it: `1700000000000-0`.
    #[inline]
    pub fn text(self, buffer: &mut [u8; ID_TEXT_BYTES_MAX]) -> &[u8] {
        let mut start = put_digits(buffer, ID_TEXT_BYTES_MAX, self.seq) - 1;
        buffer[start] = b'-';
        start = put_digits(buffer, start, self.ms);
        &buffer[start..]
    }

    /// The text as an owned string.
    pub fn to_vec(self) -> Vec<u8> {
        self.text(&mut [0; ID_TEXT_BYTES_MAX]).to_vec()
    }
}

/// Writes digits that end at `end`; where they begin.
#[inline]
fn put_digits(buffer: &mut [u8; ID_TEXT_BYTES_MAX], end: usize, mut number: u64) -> usize {
    let mut at = end;
    loop {
        at -= 1;
        buffer[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            return at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_carry_into_the_moment() {
        let edge = StreamId::new(5, u64::MAX);
        assert_eq!(edge.next(), Some(StreamId::new(6, 0)));
        assert_eq!(StreamId::new(6, 0).previous(), Some(edge));
        assert_eq!(StreamId::MAX.next(), None);
        assert_eq!(StreamId::ZERO.previous(), None);
    }

    #[test]
    fn text_and_bytes_name_the_same_id() {
        for (id, text) in [
            (StreamId::ZERO, "0-0"),
            (StreamId::new(1_700_000_000_000, 12), "1700000000000-12"),
            (StreamId::MAX, "18446744073709551615-18446744073709551615"),
        ] {
            assert_eq!(id.to_vec(), text.as_bytes());
            assert_eq!(StreamId::from_bytes(id.to_bytes()), id);
        }
    }
}
