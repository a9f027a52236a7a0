//! Doubles as text, as Valkey reads scores and prints doubles in its replies.

use super::grisu;
use super::integer::{I64_TEXT_BYTES_MAX, format_i64};

/// Bytes that [`format_f64`] may need: sign, 17 digits and 7 zeros, point or exponent.
pub const F64_TEXT_BYTES_MAX: usize = 32;

/// The double nearest to the decimal `text`.
///
/// `inf` and `infinity` in any case are numbers too, signs and a missing digit on one side of the
/// point are fine. `None` for anything else: blanks, `nan`, hexadecimal, a value too large for a
/// double, or one so small that it would become zero.
pub fn parse_f64(text: &[u8]) -> Option<f64> {
    let value: f64 = str::from_utf8(text).ok()?.parse().ok()?;
    if value.is_nan() {
        return None;
    }
    let unsigned = text
        .strip_prefix(b"-")
        .or(text.strip_prefix(b"+"))
        .unwrap_or(text);
    let spelled_out = unsigned.first().is_some_and(u8::is_ascii_alphabetic);
    if value.is_infinite() && !spelled_out {
        return None;
    }
    let mantissa = unsigned
        .split(|byte| byte | 0x20 == b'e')
        .next()
        .unwrap_or_default();
    if value == 0.0 && mantissa.iter().any(|byte| (b'1'..=b'9').contains(byte)) {
        return None;
    }
    Some(value)
}

/// Writes `value` as Valkey's replies do and returns the part of `buffer` that was written.
///
/// Integers up to 2^62 in full; otherwise few digits that read back as the same double, with an
/// exponent if the number is very small or large; `inf`, `-inf`, `nan`, `-0`.
pub fn format_f64(value: f64, buffer: &mut [u8; F64_TEXT_BYTES_MAX]) -> &[u8] {
    let mut text = Text { buffer, len: 0 };
    if value.is_nan() {
        text.put(b"nan");
    } else if value.is_infinite() {
        text.put(if value > 0.0 { b"inf" } else { b"-inf" });
    } else if value == 0.0 {
        text.put(if value.is_sign_positive() {
            b"0"
        } else {
            b"-0"
        });
    } else if value.abs() <= INTEGER_MAX && value.trunc() == value {
        text.put(format_i64(value as i64, &mut [0; I64_TEXT_BYTES_MAX]));
    } else {
        put_decimal(&mut text, value);
    }
    let Text { buffer, len } = text;
    &buffer[..len]
}

/// `value` in up to 17 digits, as C prints it with `%.17g`: what ZSCAN tells of large sets.
pub fn f64_in_17_digits(value: f64) -> String {
    const DIGITS: i32 = 17;
    if !value.is_finite() || value == 0.0 {
        return String::from_utf8_lossy(format_f64(value, &mut [0; F64_TEXT_BYTES_MAX])).into();
    }
    let scientific = format!("{:.*e}", DIGITS as usize - 1, value.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let digits = mantissa.replace('.', "");
    let digits = digits.trim_end_matches('0');
    let sign = if value < 0.0 { "-" } else { "" };
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    if !(-4..DIGITS).contains(&exponent) {
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        let direction = if exponent < 0 { '-' } else { '+' };
        return format!(
            "{sign}{first}{point}{rest}e{direction}{:02}",
            exponent.abs()
        );
    }
    let whole = exponent + 1;
    if whole <= 0 {
        return format!("{sign}0.{}{digits}", zeros(-whole));
    }
    match digits.split_at_checked(whole as usize) {
        Some((before, after)) if !after.is_empty() => format!("{sign}{before}.{after}"),
        _ => format!("{sign}{digits}{}", zeros(whole - digits.len() as i32)),
    }
}

/// Integers up to here are printed in full: 2^62.
const INTEGER_MAX: f64 = (1u64 << 62) as f64;
/// Zeros that are written behind the digits before an exponent is used instead.
const TRAILING_ZEROS_MAX: i32 = 6;

struct Text<'a> {
    buffer: &'a mut [u8; F64_TEXT_BYTES_MAX],
    len: usize,
}

impl Text<'_> {
    fn put(&mut self, bytes: &[u8]) {
        self.buffer[self.len..self.len + bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    fn put_zeros(&mut self, count: i32) {
        for _ in 0..count {
            self.put(b"0");
        }
    }
}

fn put_decimal(text: &mut Text<'_>, value: f64) {
    if value < 0.0 {
        text.put(b"-");
    }
    let decimal = grisu::decimal_of(value.abs());
    let (digits, exponent) = (decimal.digits(), decimal.exponent);
    let count = digits.len() as i32;
    // The exponent that the number has with one digit before the point.
    let scientific = exponent + count - 1;

    if exponent >= 0 && scientific <= count + TRAILING_ZEROS_MAX {
        text.put(digits);
        text.put_zeros(exponent);
    } else if exponent < 0 && (exponent > -7 || scientific.abs() < 4) {
        let before_point = count + exponent;
        if before_point <= 0 {
            text.put(b"0.");
            text.put_zeros(-before_point);
            text.put(digits);
        } else {
            let (whole, fraction) = digits.split_at(before_point as usize);
            text.put(whole);
            text.put(b".");
            text.put(fraction);
        }
    } else {
        put_scientific(text, digits, scientific);
    }
}

fn put_scientific(text: &mut Text<'_>, digits: &[u8], exponent: i32) {
    text.put(&digits[..1]);
    if digits.len() > 1 {
        text.put(b".");
        text.put(&digits[1..]);
    }
    text.put(if exponent < 0 { b"e-" } else { b"e+" });
    text.put(format_i64(
        i64::from(exponent.abs()),
        &mut [0; I64_TEXT_BYTES_MAX],
    ));
}

#[cfg(test)]
mod tests;
