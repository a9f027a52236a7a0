//! LZF, the compression of long strings: runs of bytes as they are, and copies of what came up to
//! 8 KiB before.
//!
//! A control byte below 32 is followed by one literal byte more than it says. In any other, the
//! upper three bits are the length of a copy less two (7: a further byte is added), the lower five
//! and the next byte how far back it begins, less one.

/// Bytes of literals behind one control byte.
const LITERALS_MAX: usize = 32;
/// How far back a copy can reach.
const DISTANCE_MAX: usize = 1 << 13;
const COPY_MIN: usize = 3;
/// Longest copy: 7 and 255, and the two that are not counted.
const COPY_MAX: usize = 7 + 255 + 2;
/// Most bytes that one byte of input can become (three bytes become the longest copy).
const EXPANSION_MAX: usize = COPY_MAX / 3 + 1;
/// Bytes that must be saved.
const GAIN_MIN: usize = 4;
/// Places remembered: as many as a long string is worth, and fewer for short ones, since they have
/// to be forgotten each time.
const PLACES_BITS_MAX: u32 = 14;
const PLACES_BITS_MIN: u32 = 8;

/// The `full` bytes that `packed` stands for; `None` if it does not stand for exactly so many.
pub(crate) fn decompress(packed: &[u8], full: usize) -> Option<Vec<u8>> {
    if full > packed.len().checked_mul(EXPANSION_MAX)? {
        return None;
    }
    let mut out = Vec::new();
    out.try_reserve_exact(full).ok()?;
    let mut rest = packed;
    while let [control, after @ ..] = rest {
        rest = after;
        let control = usize::from(*control);
        if control < LITERALS_MAX {
            let (literals, after) = rest.split_at_checked(control + 1)?;
            rest = after;
            if literals.len() > full - out.len() {
                return None;
            }
            out.extend_from_slice(literals);
            continue;
        }
        let mut length = control >> 5;
        if length == 7 {
            let (more, after) = rest.split_first()?;
            rest = after;
            length += usize::from(*more);
        }
        let (low, after) = rest.split_first()?;
        rest = after;
        let distance = ((control & 31) << 8 | usize::from(*low)) + 1;
        copy(&mut out, length + 2, distance, full)?;
    }
    (out.len() == full).then_some(out)
}

/// Appends `length` bytes that begin `distance` before the end; they may overlap with themselves.
fn copy(out: &mut Vec<u8>, length: usize, distance: usize, full: usize) -> Option<()> {
    let from = out.len().checked_sub(distance)?;
    if length > full - out.len() {
        return None;
    }
    if distance >= length {
        out.extend_from_within(from..from + length);
    } else {
        for at in from..from + length {
            out.push(out[at]);
        }
    }
    Some(())
}

/// Compresses; keeps its memory for the next string.
#[derive(Debug, Default)]
pub(crate) struct Packer {
    /// Where three bytes with a certain hash were seen last, plus one.
    places: Vec<u32>,
    packed: Vec<u8>,
}

impl Packer {
    /// `text` compressed, if that makes it shorter.
    pub(crate) fn pack(&mut self, text: &[u8]) -> Option<&[u8]> {
        let room = text.len().checked_sub(GAIN_MIN)?;
        if u32::try_from(text.len()).is_err() {
            return None;
        }
        let bits =
            (usize::BITS - text.len().leading_zeros()).clamp(PLACES_BITS_MIN, PLACES_BITS_MAX);
        self.places.clear();
        self.places.resize(1 << bits, 0);
        self.packed.clear();
        let (mut at, mut literals) = (0, 0);
        while at + COPY_MIN <= text.len() {
            if self.packed.len() + (at - literals) > room {
                return None;
            }
            let place = &mut self.places[hash(&text[at..], bits)];
            let before = std::mem::replace(place, at as u32 + 1) as usize;
            let found = before > 0
                && at - (before - 1) <= DISTANCE_MAX
                && text[before - 1..before + 2] == text[at..at + COPY_MIN];
            if !found {
                at += 1;
                continue;
            }
            let length = common(text, before - 1, at);
            self.literals(&text[literals..at]);
            self.copy(length, at - (before - 1));
            // What lies inside of a copy is remembered at its end only.
            for inside in (at + length).saturating_sub(2)..at + length {
                if inside > at && inside + COPY_MIN <= text.len() {
                    self.places[hash(&text[inside..], bits)] = inside as u32 + 1;
                }
            }
            at += length;
            literals = at;
        }
        self.literals(&text[literals..]);
        (self.packed.len() <= room).then_some(&self.packed)
    }

    fn literals(&mut self, bytes: &[u8]) {
        for run in bytes.chunks(LITERALS_MAX) {
            self.packed.push(run.len() as u8 - 1);
            self.packed.extend_from_slice(run);
        }
    }

    fn copy(&mut self, length: usize, distance: usize) {
        let (length, distance) = (length - 2, distance - 1);
        let high = (distance >> 8) as u8;
        if length < 7 {
            self.packed.push((length as u8) << 5 | high);
        } else {
            self.packed.push(7 << 5 | high);
            self.packed.push((length - 7) as u8);
        }
        self.packed.push(distance as u8);
    }
}

/// How many bytes from `at` on are those from `before` on.
fn common(text: &[u8], before: usize, at: usize) -> usize {
    let most = (text.len() - at).min(COPY_MAX);
    let pairs = text[before..].iter().zip(&text[at..at + most]);
    pairs.take_while(|(a, b)| a == b).count()
}

fn hash(text: &[u8], bits: u32) -> usize {
    let word = u32::from(text[0]) << 16 | u32::from(text[1]) << 8 | u32::from(text[2]);
    (word.wrapping_mul(0x9e37_79b1) >> (32 - bits)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn repetition_is_saved() {
        let mut packer = Packer::default();
        let text = [b'x'; 10_000];
        let packed = packer.pack(&text).unwrap().to_vec();
        assert!(packed.len() < 150, "{}", packed.len());
        assert_eq!(decompress(&packed, text.len()).unwrap(), text);
        assert_eq!(decompress(&packed, text.len() - 1), None);
        assert_eq!(decompress(&packed, text.len() + 1), None);
        assert!(packer.pack(b"abcdefghijklmnopqrstuvwxyz").is_none());
    }

    #[test]
    fn a_peers_compression_is_read() {
        // What Valkey makes of 40 letters.
        let packed = [1, b'a', b'a', 0xe0, 0x1b, 0, 1, b'a', b'a'];
        assert_eq!(decompress(&packed, 40).unwrap(), [b'a'; 40]);
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_back(
            parts in proptest::collection::vec((0u8..4, 1usize..90), 0..80),
        ) {
            let text: Vec<u8> = parts
                .iter()
                .flat_map(|&(letter, count)| (0..count).map(move |i| letter * 7 + (i % 11) as u8))
                .collect();
            if let Some(packed) = Packer::default().pack(&text) {
                prop_assert!(packed.len() < text.len());
                let full = decompress(packed, text.len());
                prop_assert_eq!(full.as_deref(), Some(&text[..]));
            }
        }

        #[test]
        fn anything_is_unpacked_without_harm(
            bytes in proptest::collection::vec(any::<u8>(), 0..200),
            full in 0usize..2000,
        ) {
            if let Some(out) = decompress(&bytes, full) {
                prop_assert_eq!(out.len(), full);
            }
        }
    }
}
