//! 80-bit numbers to text: 17 decimals, correctly rounded, trailing zeros left out.

use super::{LongDouble, Magnitude};
use num_bigint::BigUint;

const DECIMALS: usize = 17;
const DECIMALS_SCALE: u128 = 10u128.pow(DECIMALS as u32);

pub(super) fn format(value: LongDouble) -> Vec<u8> {
    let digits = match value.magnitude {
        Magnitude::NotANumber => b"nan".to_vec(),
        Magnitude::Infinite => b"inf".to_vec(),
        Magnitude::Finite {
            significand,
            exponent: 1..,
        } => {
            let exponent = value.scaled().exponent as u32;
            (BigUint::from(significand) << exponent)
                .to_string()
                .into_bytes()
        }
        Magnitude::Finite {
            significand,
            exponent,
        } => with_decimals(significand, exponent.unsigned_abs()),
    };
    if value.negative && digits != b"0" {
        [b"-", digits.as_slice()].concat()
    } else {
        digits
    }
}

/// The text of `significand / 2^shift`.
fn with_decimals(significand: u64, shift: u32) -> Vec<u8> {
    let (whole, fraction) = if shift < u64::BITS {
        let whole = significand >> shift;
        (whole, significand - (whole << shift))
    } else {
        (0, significand)
    };
    // Below 2^121, so a shift of more leaves less than half of the last decimal.
    let scaled = u128::from(fraction) * DECIMALS_SCALE;
    let decimals = if shift > 121 {
        0
    } else {
        shifted_to_even(scaled, shift)
    };
    // Rounding may have reached the next whole number.
    let whole = u128::from(whole) + decimals / DECIMALS_SCALE;
    let decimals = decimals % DECIMALS_SCALE;

    let mut text = whole.to_string();
    if decimals != 0 {
        text.push_str(&format!(".{decimals:0DECIMALS$}"));
        text.truncate(text.trim_end_matches('0').len());
    }
    text.into_bytes()
}

/// `bits / 2^shift`, rounded to the nearest, ties to even. `shift` is below 128.
fn shifted_to_even(bits: u128, shift: u32) -> u128 {
    let kept = bits >> shift;
    let below = bits - (kept << shift);
    let half = (1u128 << shift) >> 1;
    let up = below > half || (below == half && shift > 0 && kept & 1 == 1);
    kept + u128::from(up)
}
