//! A digest of content that ignores how the content is encoded: what DEBUG DIGEST compares.
//!
//! It is no cryptographic hash; it tells honest copies of a data set apart, on any machine.

/// Bytes of a finished digest (40 hexadecimal digits).
pub const DIGEST_BYTES: usize = 20;

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// An order-dependent digest under construction.
#[derive(Clone, Debug)]
pub struct Digest {
    lanes: [u64; 3],
}

impl Default for Digest {
    fn default() -> Self {
        Self::new()
    }
}

impl Digest {
    /// The digest of nothing.
    pub const fn new() -> Self {
        Self {
            lanes: [
                0x243f_6a88_85a3_08d3,
                0x1319_8a2e_0370_7344,
                0xa409_3822_299f_31d0,
            ],
        }
    }

    /// Adds one string, its length included, so that neighbours cannot run into each other.
    pub fn string(&mut self, bytes: &[u8]) {
        self.word(bytes.len() as u64);
        for part in bytes.chunks(8) {
            let mut word = [0u8; 8];
            word[..part.len()].copy_from_slice(part);
            self.word(u64::from_le_bytes(word));
        }
    }

    /// Adds an integer as the string that clients see.
    pub fn integer(&mut self, number: i64) {
        let mut buffer = [0u8; 20];
        self.string(stdx::num::format_i64(number, &mut buffer));
    }

    /// Adds a number that is part of the frame (a type, a time), not of a string.
    pub fn word(&mut self, word: u64) {
        let [a, b, c] = &mut self.lanes;
        *a = mix(*a ^ word);
        *b = mix(b.wrapping_add(word).rotate_left(23));
        *c = mix(*c ^ word.rotate_left(41) ^ *a);
    }

    /// The result.
    pub fn finish(&self) -> [u8; DIGEST_BYTES] {
        let [a, b, c] = self.lanes;
        let mut out = [0u8; DIGEST_BYTES];
        out[..8].copy_from_slice(&mix(a ^ b).to_le_bytes());
        out[8..16].copy_from_slice(&mix(b ^ c).to_le_bytes());
        out[16..].copy_from_slice(&mix(c).to_le_bytes()[..4]);
        out
    }
}

/// Combines the digests of independent parts (keys of a table) whatever their order.
pub fn combine(total: &mut [u8; DIGEST_BYTES], part: &[u8; DIGEST_BYTES]) {
    for (byte, other) in total.iter_mut().zip(part) {
        *byte ^= other;
    }
}

fn mix(word: u64) -> u64 {
    let mut word = word.wrapping_add(MULTIPLIER);
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(strings: &[&[u8]]) -> [u8; DIGEST_BYTES] {
        let mut digest = Digest::new();
        for string in strings {
            digest.string(string);
        }
        digest.finish()
    }

    #[test]
    fn depends_on_content_borders_and_order() {
        assert_eq!(of(&[b"ab", b"c"]), of(&[b"ab", b"c"]));
        assert_ne!(of(&[b"ab", b"c"]), of(&[b"a", b"bc"]));
        assert_ne!(of(&[b"ab", b"c"]), of(&[b"c", b"ab"]));
        assert_ne!(of(&[b"a"]), of(&[b"a\0"]));
        assert_ne!(of(&[]), of(&[b""]));
    }

    #[test]
    fn an_integer_counts_as_its_text() {
        let mut digest = Digest::new();
        digest.integer(-120);
        assert_eq!(digest.finish(), of(&[b"-120"]));
    }

    #[test]
    fn parts_combine_in_any_order() {
        let (a, b) = (of(&[b"a"]), of(&[b"b"]));
        let (mut one, mut other) = ([0; DIGEST_BYTES], [0; DIGEST_BYTES]);
        combine(&mut one, &a);
        combine(&mut one, &b);
        combine(&mut other, &b);
        combine(&mut other, &a);
        assert_eq!(one, other);
        combine(&mut one, &a);
        assert_eq!(one, b);
    }
}
