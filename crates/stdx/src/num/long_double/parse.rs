//! Text to 80-bit numbers, rounded correctly whatever the number of digits.

use super::{EXPONENT_MIN, LongDouble, Magnitude};
use num_bigint::BigUint;

/// Texts of this many bytes or more are no numbers, as on Valkey.
pub const TEXT_BYTES_MAX: usize = 5 * 1024;

pub(super) fn parse(text: &[u8]) -> Option<LongDouble> {
    if text.len() >= TEXT_BYTES_MAX {
        return None;
    }
    let (negative, unsigned) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    if unsigned.eq_ignore_ascii_case(b"inf") || unsigned.eq_ignore_ascii_case(b"infinity") {
        return Some(LongDouble {
            negative,
            magnitude: Magnitude::Infinite,
        });
    }
    let (parts, value) = match unsigned {
        [b'0', b'x' | b'X', rest @ ..] => {
            let parts = Parts::split(rest, 16)?;
            let value = hexadecimal(negative, &parts);
            (parts, value)
        }
        _ => {
            let parts = Parts::split(unsigned, 10)?;
            let value = decimal(negative, &parts);
            (parts, value)
        }
    };
    let became_zero = value.scaled().significand == 0 && !parts.digits.is_empty();
    (value.is_finite() && !became_zero).then_some(value)
}

/// `digits` read as one integer, times base (2 if hexadecimal) to `exponent`.
struct Parts {
    /// Values of the digits, without leading and trailing zeros.
    digits: Vec<u8>,
    exponent: i32,
}

/// Exponents beyond are cut to this: with [`TEXT_BYTES_MAX`] digits of 4 bits and the range of
/// the numbers, the value is infinite or zero all the same.
const EXPONENT_LIMIT: i32 = 100_000;

impl Parts {
    fn split(text: &[u8], base: u32) -> Option<Self> {
        let marker = if base == 16 { b'p' } else { b'e' };
        let mantissa_len = text
            .iter()
            .position(|byte| byte | 0x20 == marker)
            .unwrap_or(text.len());
        let (mantissa, exponent) = text.split_at(mantissa_len);
        let mut exponent = match exponent {
            [] => 0,
            [_, exponent @ ..] => split_exponent(exponent)?,
        };
        let bits_per_digit = if base == 16 { 4 } else { 1 };
        let mut digits = Vec::with_capacity(mantissa.len());
        let (mut points, mut seen) = (0, 0);
        for byte in mantissa {
            if *byte == b'.' {
                points += 1;
                continue;
            }
            let digit = char::from(*byte).to_digit(base)? as u8;
            seen += 1;
            exponent -= bits_per_digit * points;
            if digit != 0 || !digits.is_empty() {
                digits.push(digit);
            }
        }
        while let Some(0) = digits.last() {
            digits.pop();
            exponent += bits_per_digit;
        }
        (points <= 1 && seen > 0).then_some(Self { digits, exponent })
    }
}

fn split_exponent(text: &[u8]) -> Option<i32> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    if digits.is_empty() {
        return None;
    }
    let mut exponent = 0;
    for byte in digits {
        let digit = char::from(*byte).to_digit(10)? as i32;
        exponent = (exponent * 10 + digit).min(EXPONENT_LIMIT);
    }
    Some(if negative { -exponent } else { exponent })
}

fn hexadecimal(negative: bool, parts: &Parts) -> LongDouble {
    // 32 digits fill 128 bits, of which the first digit may leave three empty.
    let (head, tail) = parts.digits.split_at(parts.digits.len().min(32));
    let bits = head
        .iter()
        .fold(0u128, |bits, digit| bits << 4 | u128::from(*digit));
    let exponent = parts.exponent + 4 * tail.len() as i32;
    LongDouble::rounded(negative, bits, exponent, !tail.is_empty())
}

fn decimal(negative: bool, parts: &Parts) -> LongDouble {
    let count = parts.digits.len() as i32;
    if count == 0 || count + parts.exponent < DECIMAL_EXPONENT_MIN {
        return LongDouble::rounded(negative, 0, EXPONENT_MIN, false);
    }
    if count + parts.exponent > DECIMAL_EXPONENT_MAX {
        return LongDouble {
            negative,
            magnitude: Magnitude::Infinite,
        };
    }
    let power = parts.exponent.unsigned_abs();
    if count <= SHORT_DIGITS && power <= SHORT_DIGITS as u32 {
        let integer = parts
            .digits
            .iter()
            .fold(0, |sum, digit| sum * 10 + u64::from(*digit));
        return short_decimal(negative, integer, parts.exponent);
    }
    let integer = BigUint::from_radix_be(&parts.digits, 10).unwrap_or_default();
    let power = BigUint::from(10u32).pow(power);
    let (quotient, exponent, more) = if parts.exponent >= 0 {
        (integer * power, 0, false)
    } else {
        // As many bits of quotient as rounding needs, and a few more.
        let shift = (power.bits() + 70).saturating_sub(integer.bits());
        let shifted = integer << shift;
        let quotient = &shifted / &power;
        let more = &quotient * &power != shifted;
        (quotient, -(shift as i32), more)
    };
    let drop = quotient.bits().saturating_sub(128);
    let top = &quotient >> drop;
    let more = more || &top << drop != quotient;
    let bits = top
        .iter_u64_digits()
        .rev()
        .fold(0, |bits, word| bits << 64 | u128::from(word));
    LongDouble::rounded(negative, bits, exponent + drop as i32, more)
}

/// Numbers below ten to this are zero: the smallest one is 3.6e-4951.
const DECIMAL_EXPONENT_MIN: i32 = -4960;
/// Numbers of ten to this and above are infinite: the largest one is 1.2e4932.
const DECIMAL_EXPONENT_MAX: i32 = 4940;
/// So many digits fit in 64 bits, as does ten to this.
const SHORT_DIGITS: i32 = 19;

/// Ordinary numbers without large arithmetic. `integer` is not 0, `|exponent| <= SHORT_DIGITS`.
fn short_decimal(negative: bool, integer: u64, exponent: i32) -> LongDouble {
    let power = 10u64.pow(exponent.unsigned_abs());
    if exponent >= 0 {
        let bits = u128::from(integer) * u128::from(power);
        return LongDouble::rounded(negative, bits, 0, false);
    }
    let power = u128::from(power);
    let shift = integer.leading_zeros() + 64;
    let dividend = u128::from(integer) << shift;
    let (quotient, remainder) = (dividend / power, (dividend % power) << EXTRA_BITS);
    let bits = (quotient << EXTRA_BITS) | (remainder / power);
    let exponent = -((shift + EXTRA_BITS) as i32);
    LongDouble::rounded(negative, bits, exponent, remainder % power != 0)
}

/// A dividend of 128 bits by a divisor of up to 64 bits may leave a quotient of just 64; so many
/// more are worked out for rounding. Divisors are at least 10, so there is room for them.
const EXTRA_BITS: u32 = 3;
