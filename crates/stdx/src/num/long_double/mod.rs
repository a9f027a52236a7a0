//! The 80-bit extended floating point numbers of x86 processors, bit for bit, without needing such
//! a processor: what INCRBYFLOAT and HINCRBYFLOAT compute with.
//!
//! A significand of 64 bits, a binary exponent of 15 bits, every operation rounded to the nearest
//! value with ties to even.

mod format;
mod parse;

pub use parse::TEXT_BYTES_MAX;

use std::cmp::Ordering;
use std::ops::Add;

/// An 80-bit number: finite, infinite, or what an undefined sum gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LongDouble {
    negative: bool,
    magnitude: Magnitude,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Magnitude {
    /// `significand * 2^exponent`. Unless the exponent is [`EXPONENT_MIN`], the significand's top
    /// bit is set; zero has that exponent too.
    Finite {
        significand: u64,
        exponent: i32,
    },
    Infinite,
    NotANumber,
}

/// Weight of the lowest significand bit of the smallest numbers, of which zero is one.
const EXPONENT_MIN: i32 = -16445;
/// Weight of the lowest significand bit of the largest numbers.
const EXPONENT_MAX: i32 = 16383 - 63;

impl LongDouble {
    /// The number that `text` spells, rounded to the nearest.
    ///
    /// Decimal or hexadecimal (`0x1.8p3`), with a sign or without, or `inf` or `infinity` in any
    /// case. `None` for anything else: blanks, `nan`, [`TEXT_BYTES_MAX`] bytes or more, a value too
    /// large, or one so small that it would become zero.
    pub fn parse(text: &[u8]) -> Option<Self> {
        parse::parse(text)
    }

    /// Whether this is neither infinite nor the result of an undefined sum.
    pub fn is_finite(self) -> bool {
        matches!(self.magnitude, Magnitude::Finite { .. })
    }

    /// The text that Valkey stores and replies: rounded to 17 decimals, without trailing zeros and
    /// without exponent. Up to about 4,950 bytes. Infinities are `inf` and `-inf`.
    pub fn to_text(self) -> Vec<u8> {
        format::format(self)
    }

    fn add_finite(self, other: Self) -> Self {
        let (a, b) = (self.scaled(), other.scaled());
        let (large, large_sign, small, small_sign) = if a.exponent >= b.exponent {
            (a, self.negative, b, other.negative)
        } else {
            (b, other.negative, a, self.negative)
        };
        // Room for the carry above, and below for what the smaller one has too much; the lowest bit
        // tells whether anything went lost there, which is all that rounding needs to know.
        let large_bits = u128::from(large.significand) << GUARD_BITS;
        let small_bits = u128::from(small.significand) << GUARD_BITS;
        let distance = (large.exponent - small.exponent) as u32;
        let aligned = small_bits.checked_shr(distance).unwrap_or(0);
        let lost = small_bits.checked_shl(128 - distance.min(128)).unwrap_or(0) != 0;
        let aligned = aligned | u128::from(lost);

        let (negative, bits) = if large_sign == small_sign {
            (large_sign, large_bits + aligned)
        } else if large_bits >= aligned {
            (large_sign, large_bits - aligned)
        } else {
            (small_sign, aligned - large_bits)
        };
        // A difference of nothing is positive.
        let negative = negative && (bits != 0 || large_sign == small_sign);
        Self::rounded(negative, bits, large.exponent - GUARD_BITS as i32, false)
    }

    fn scaled(self) -> Scaled {
        match self.magnitude {
            Magnitude::Finite {
                significand,
                exponent,
            } => Scaled {
                significand,
                exponent,
            },
            _ => Scaled {
                significand: 0,
                exponent: EXPONENT_MIN,
            },
        }
    }

    /// `bits * 2^exponent`, or a little more if `more`, rounded to 64 bits of significand. Needs
    /// at least 66 significant bits, or `more` to be false.
    fn rounded(negative: bool, bits: u128, exponent: i32, more: bool) -> Self {
        let length = (128 - bits.leading_zeros()) as i32;
        let result_exponent = (exponent + length - 64).max(EXPONENT_MIN);
        let drop = result_exponent - exponent;
        let (kept, remainder) = if drop <= 0 {
            (bits << -drop, Ordering::Less)
        } else {
            split_at_bit(bits, drop as u32, more)
        };
        let up = match remainder {
            Ordering::Less => false,
            Ordering::Equal => kept & 1 == 1,
            Ordering::Greater => true,
        };
        let mut significand = kept + u128::from(up);
        let mut exponent = result_exponent;
        if significand > u128::from(u64::MAX) {
            significand >>= 1;
            exponent += 1;
        }
        let magnitude = if significand == 0 {
            Magnitude::Finite {
                significand: 0,
                exponent: EXPONENT_MIN,
            }
        } else if exponent > EXPONENT_MAX {
            Magnitude::Infinite
        } else {
            Magnitude::Finite {
                significand: significand as u64,
                exponent,
            }
        };
        Self {
            negative,
            magnitude,
        }
    }
}

impl Add for LongDouble {
    type Output = Self;

    /// The sum, rounded to the nearest.
    fn add(self, other: Self) -> Self {
        use Magnitude::{Finite, Infinite, NotANumber};
        match (self.magnitude, other.magnitude) {
            (Finite { .. }, Finite { .. }) => self.add_finite(other),
            (NotANumber, _) | (Infinite, Finite { .. }) => self,
            (Infinite, Infinite) if self.negative != other.negative => Self {
                negative: true,
                magnitude: NotANumber,
            },
            _ => other,
        }
    }
}

impl From<i64> for LongDouble {
    /// Exact for every integer.
    fn from(value: i64) -> Self {
        Self::rounded(value < 0, u128::from(value.unsigned_abs()), 0, false)
    }
}

struct Scaled {
    significand: u64,
    exponent: i32,
}

/// Bits kept below the significand while adding.
const GUARD_BITS: u32 = 63;

/// `bits` without its `drop` lowest bits, and how those (and `more` below them) compare with half
/// a unit of what is kept.
fn split_at_bit(bits: u128, drop: u32, more: bool) -> (u128, Ordering) {
    if drop > 128 {
        return (0, Ordering::Less);
    }
    let kept = bits.checked_shr(drop).unwrap_or(0);
    let half = 1u128 << (drop - 1);
    let below = bits & (half | (half - 1));
    let more_than_half = if more {
        Ordering::Greater
    } else {
        Ordering::Equal
    };
    (kept, below.cmp(&half).then(more_than_half))
}

#[cfg(test)]
mod tests;
