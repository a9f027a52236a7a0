//! Which of the 16,384 hash slots a key belongs to: CRC16 of the key, or of its `{tag}`.
//!
//! It knows nothing of who owns a slot.

/// Number of hash slots; a power of two, so that the slot is the low bits of the checksum.
pub const SLOTS: usize = 16384;

/// The hash slot of `key`, always below [`SLOTS`].
///
/// If the key holds `{...}` with something between the first `{` and the first `}` after it, only
/// that something is hashed, so that clients can keep related keys together.
#[inline]
pub fn slot_of(key: &[u8]) -> u16 {
    crc16(hashed_part(key)) & (SLOTS as u16 - 1)
}

#[inline]
fn hashed_part(key: &[u8]) -> &[u8] {
    if lacks_brace(key) {
        return key;
    }
    tagged_part(key)
}

/// Whether there is certainly no `{` in a key that is not long.
#[inline]
fn lacks_brace(key: &[u8]) -> bool {
    const LONG: usize = 64;
    if key.len() > LONG {
        return false;
    }
    let Some(last) = key.last_chunk::<8>() else {
        return !key.contains(&b'{');
    };
    // Whole words, then the last eight bytes, which overlap them unless they are one more.
    let (words, _) = key[..key.len() - 1].as_chunks::<8>();
    let found = words
        .iter()
        .fold(braces(last), |found, word| found | braces(word));
    found == 0
}

/// Not 0 if one of the eight bytes is `{`.
#[inline]
fn braces(bytes: &[u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    let zeros = u64::from_le_bytes(*bytes) ^ (ONES * b'{' as u64);
    zeros.wrapping_sub(ONES) & !zeros & (ONES << 7)
}

fn tagged_part(key: &[u8]) -> &[u8] {
    let Some(open) = memchr::memchr(b'{', key) else {
        return key;
    };
    let after = &key[open + 1..];
    match memchr::memchr(b'}', after) {
        None | Some(0) => key,
        Some(close) => &after[..close],
    }
}

/// CRC16 in the XMODEM variant: polynomial 0x1021, initial value 0, bits not reflected.
#[inline]
pub fn crc16(bytes: &[u8]) -> u16 {
    let mut crc = 0u16;
    let (steps, tail) = bytes.as_chunks::<STEP_BYTES>();
    for step in steps {
        let mut mixed = *step;
        mixed[0] ^= (crc >> 8) as u8;
        mixed[1] ^= crc as u8;
        crc = 0;
        // The two bytes that wait for the last step come last: the others can be ahead of it.
        for (table, byte) in TABLES.iter().zip(mixed.into_iter().rev()) {
            crc ^= table[usize::from(byte)];
        }
    }
    for &byte in tail {
        crc = (crc << 8) ^ TABLES[0][usize::from((crc >> 8) as u8 ^ byte)];
    }
    crc
}

/// Bytes taken at once, each with a table of its own: the lookups do not wait for one another.
const STEP_BYTES: usize = 8;
const POLYNOMIAL: u16 = 0x1021;

/// `TABLES[n][b]`: the checksum of byte `b` followed by `n` zero bytes.
static TABLES: [[u16; 256]; STEP_BYTES] = tables();

const fn tables() -> [[u16; 256]; STEP_BYTES] {
    let mut tables = [[0u16; 256]; STEP_BYTES];
    let mut byte = 0;
    while byte < 256 {
        let mut crc = (byte as u16) << 8;
        let mut bit = 0;
        while bit < 8 {
            crc = (crc << 1) ^ if crc & 0x8000 != 0 { POLYNOMIAL } else { 0 };
            bit += 1;
        }
        tables[0][byte] = crc;
        byte += 1;
    }
    let mut zeros = 1;
    while zeros < STEP_BYTES {
        let mut byte = 0;
        while byte < 256 {
            let crc = tables[zeros - 1][byte];
            tables[zeros][byte] = (crc << 8) ^ tables[0][(crc >> 8) as usize];
            byte += 1;
        }
        zeros += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn slots_recorded_from_valkey() {
        let recorded: [(&[u8], u16); 12] = [
            (b"", 0),
            (b"foo", 12182),
            (b"123456789", 12739),
            (b"{foo}bar", 12182),
            (b"bar{foo}", 12182),
            (b"{}foo", 9500),
            (b"foo{}{bar}", 8363),
            (b"foo{{bar}}zap", 4015),
            (b"foo{bar}{zap}", 5061),
            (b"foo{bar", 15278),
            (b"foo}bar", 7223),
            (b"\xff\x80\xfe{\xff\xfe}", 3374),
        ];
        for (key, slot) in recorded {
            assert_eq!(slot_of(key), slot, "{}", key.escape_ascii());
        }
    }

    #[test]
    fn braces_are_seen_wherever_they_stand() {
        for len in 0..100 {
            let mut key = vec![b'|'; len];
            assert_eq!(hashed_part(&key), key);
            for place in 0..len {
                key[place] = b'{';
                assert!(!lacks_brace(&key), "{place} of {len}");
                key[place] = b'|';
            }
        }
    }

    /// The definition: polynomial division, bit by bit.
    fn crc16_by_definition(bytes: &[u8]) -> u16 {
        let mut crc = 0u16;
        for byte in bytes {
            crc ^= u16::from(*byte) << 8;
            for _ in 0..8 {
                let carry = crc & 0x8000 != 0;
                crc <<= 1;
                if carry {
                    crc ^= 0x1021;
                }
            }
        }
        crc
    }

    proptest! {
        #[test]
        fn checksum_is_its_definition(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
            prop_assert_eq!(crc16(&bytes), crc16_by_definition(&bytes));
        }
    }
}
