//! Integers of 1 to 64 bits that lie anywhere in a row of bits, and what becomes of numbers that
//! do not fit.
//!
//! Never touches a key.

/// Widest integer, in bits; unsigned ones have one bit less, for a reply is a signed number.
const BITS_MAX: u32 = 64;
/// Bytes that an integer may have a part in.
const BYTES_MAX: usize = 9;

/// Width and sign of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FieldType {
    pub(super) signed: bool,
    /// 1 to 64, or to 63 if unsigned.
    pub(super) bits: u32,
}

/// What becomes of a number that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overflow {
    Wrap,
    Saturate,
    Fail,
}

impl FieldType {
    /// Reads `i16` and the like.
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        let (signed, bits) = match text {
            [b'i', bits @ ..] => (true, bits),
            [b'u', bits @ ..] => (false, bits),
            _ => return None,
        };
        let max = if signed { BITS_MAX } else { BITS_MAX - 1 };
        let bits = u32::try_from(stdx::num::parse_i64(bits)?).ok()?;
        (1..=max).contains(&bits).then_some(Self { signed, bits })
    }

    /// The integer at a place counted in bits; zeros follow the last byte.
    pub(super) fn read(self, bytes: &[u8], offset: u64) -> i64 {
        let (window, shift) = self.window(bytes, offset);
        let raw = (window >> shift) as u64 & self.mask();
        match self.signed {
            true => sign_extended(raw, self.bits),
            false => raw as i64,
        }
    }

    /// Writes the low bits of a number; all of them have to be within `bytes`.
    pub(super) fn write(self, bytes: &mut [u8], offset: u64, number: i64) {
        let (window, shift) = self.window(bytes, offset);
        let mask = u128::from(self.mask()) << shift;
        let new = (window & !mask) | ((u128::from(number as u64) << shift) & mask);
        let start = (offset / 8) as usize;
        let touched = &mut bytes[start..self.end(offset)];
        let new = (new << ((16 - BYTES_MAX) * 8)).to_be_bytes();
        touched.copy_from_slice(&new[..touched.len()]);
    }

    /// Bytes that a string needs for an integer at this place.
    pub(super) fn end(self, offset: u64) -> usize {
        (offset + u64::from(self.bits)).div_ceil(8) as usize
    }

    /// The number that is stored for `number`; none if it does not fit and must not be made to.
    pub(super) fn fit(self, number: i128, overflow: Overflow) -> Option<i64> {
        let (min, max) = self.limits();
        if (min..=max).contains(&number) {
            return Some(number as i64);
        }
        match overflow {
            Overflow::Fail => None,
            Overflow::Saturate => Some(number.clamp(min, max) as i64),
            Overflow::Wrap => {
                let raw = number as u64 & self.mask();
                Some(match self.signed {
                    true => sign_extended(raw, self.bits),
                    false => raw as i64,
                })
            }
        }
    }

    /// What SET makes of its argument: for unsigned integers a negative one is a very large one.
    fn as_set(self, argument: i64) -> i128 {
        match self.signed {
            true => i128::from(argument),
            false => i128::from(argument as u64),
        }
    }

    /// The number that SET stores. Signed ones so far below that the distance from the greatest
    /// does not fit into 64 bits saturate at the greatest in Valkey, not at the least.
    pub(super) fn fit_set(self, argument: i64, overflow: Overflow) -> Option<i64> {
        let (_, max) = self.limits();
        let number = self.as_set(argument);
        let is_far_below = max - number > i128::from(i64::MAX);
        if self.signed && self.bits < BITS_MAX && is_far_below && overflow == Overflow::Saturate {
            return Some(max as i64);
        }
        self.fit(number, overflow)
    }

    fn limits(self) -> (i128, i128) {
        match self.signed {
            true => (-(1 << (self.bits - 1)), (1 << (self.bits - 1)) - 1),
            false => (0, (1 << self.bits) - 1),
        }
    }

    fn mask(self) -> u64 {
        u64::MAX >> (BITS_MAX - self.bits)
    }

    /// The nine bytes from the one in which the integer begins, zeros after the last; and how far
    /// from their end it ends.
    fn window(self, bytes: &[u8], offset: u64) -> (u128, u32) {
        let start = usize::try_from(offset / 8).unwrap_or(usize::MAX);
        let mut window = [0; 16];
        if let Some(rest) = bytes.get(start..) {
            let len = rest.len().min(BYTES_MAX);
            window[16 - BYTES_MAX..][..len].copy_from_slice(&rest[..len]);
        }
        let shift = BYTES_MAX as u32 * 8 - (offset % 8) as u32 - self.bits;
        (u128::from_be_bytes(window), shift)
    }
}

fn sign_extended(raw: u64, bits: u32) -> i64 {
    let unused = BITS_MAX - bits;
    (raw << unused) as i64 >> unused
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bit(bytes: &[u8], at: u64) -> bool {
        let byte = bytes.get((at / 8) as usize).copied().unwrap_or(0);
        byte & (0x80 >> (at % 8)) != 0
    }

    /// The integer, put together bit by bit.
    fn naive(field: FieldType, bytes: &[u8], offset: u64) -> i128 {
        let bits = (0..u64::from(field.bits)).map(|i| i128::from(bit(bytes, offset + i)));
        let raw = bits.fold(0, |number, bit| number * 2 + bit);
        match field.signed && raw >= 1 << (field.bits - 1) {
            true => raw - (1 << field.bits),
            false => raw,
        }
    }

    fn every_type() -> impl Iterator<Item = FieldType> {
        let signed = (1..=64).map(|bits| FieldType { signed: true, bits });
        let unsigned = (1..=63).map(|bits| FieldType {
            signed: false,
            bits,
        });
        signed.chain(unsigned)
    }

    fn edges() -> impl Strategy<Value = i64> {
        prop_oneof![
            any::<i64>(),
            -3..4i64,
            Just(i64::MIN),
            Just(i64::MAX),
            (0..63u32, -2..3i64).prop_map(|(bits, near)| (1i64 << bits) + near),
            (0..63u32, -2..3i64).prop_map(|(bits, near)| near - (1i64 << bits)),
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_nothing_else_changes(
            bytes in prop::collection::vec(any::<u8>(), 0..20),
            offset in 0..200u64,
            number in edges(),
        ) {
            for field in every_type() {
                let read = i128::from(field.read(&bytes, offset));
                prop_assert_eq!(read, naive(field, &bytes, offset));
                let mut written = bytes.clone();
                written.resize(bytes.len().max(field.end(offset)), 0);
                let number = field.fit(i128::from(number), Overflow::Wrap).expect("wraps");
                field.write(&mut written, offset, number);
                prop_assert_eq!(field.read(&written, offset), number);
                let inside = offset..offset + u64::from(field.bits);
                for at in (0..written.len() as u64 * 8).filter(|at| !inside.contains(at)) {
                    prop_assert_eq!(bit(&written, at), bit(&bytes, at), "{:?} {}", field, at);
                }
            }
        }

        #[test]
        fn overflow_is_that_of_wide_arithmetic(old in edges(), other in edges()) {
            for field in every_type() {
                let size = 1i128 << field.bits;
                let min = if field.signed { -size / 2 } else { 0 };
                let old = (i128::from(old) - min).rem_euclid(size) + min;
                for sum in [old + i128::from(other), field.as_set(other)] {
                    let fits = min <= sum && sum < min + size;
                    let saturated = sum.max(min).min(min + size - 1);
                    let wrapped = (sum - min).rem_euclid(size) + min;
                    let of = |mode| field.fit(sum, mode).map(i128::from);
                    prop_assert_eq!(of(Overflow::Wrap), Some(wrapped), "{:?} {}", field, sum);
                    prop_assert_eq!(of(Overflow::Saturate), Some(saturated), "{:?} {}", field, sum);
                    prop_assert_eq!(of(Overflow::Fail), fits.then_some(sum), "{:?} {}", field, sum);
                }
            }
        }
    }

    #[test]
    fn types_are_a_letter_and_a_width() {
        for field in every_type() {
            let letter = if field.signed { 'i' } else { 'u' };
            let text = format!("{letter}{}", field.bits);
            assert_eq!(FieldType::parse(text.as_bytes()), Some(field));
        }
        for text in [
            "", "i", "u", "u0", "i0", "u64", "i65", "U8", "x8", "u08", "u+8", "i-8", "u8x", "8",
        ] {
            assert_eq!(FieldType::parse(text.as_bytes()), None, "{text}");
        }
    }
}
