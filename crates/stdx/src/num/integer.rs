//! 64-bit integers as decimal text, in the one canonical form of each.

/// Bytes that [`format_i64`] may need: a sign and 19 digits.
pub const I64_TEXT_BYTES_MAX: usize = 20;

/// The integer that `text` is the canonical form of.
///
/// Strict, because the result may replace the text in storage: no sign but a leading `-`, no
/// blanks, no leading zeros, no `-0`. `None` also if the value needs more than 64 bits.
#[inline]
pub fn parse_i64(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    match digits {
        [] => return None,
        [b'0', rest @ ..] => return (!negative && rest.is_empty()).then_some(0),
        _ => {}
    }
    if digits.len() >= I64_TEXT_BYTES_MAX {
        return None;
    }
    let mut magnitude = 0u64;
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        // 19 digits fit in 64 bits without a sign.
        magnitude = magnitude * 10 + u64::from(digit);
    }
    if negative {
        0i64.checked_sub_unsigned(magnitude)
    } else {
        i64::try_from(magnitude).ok()
    }
}

/// Writes `value` in decimal at the end of `buffer` and returns the part that was written.
#[inline]
pub fn format_i64(value: i64, buffer: &mut [u8; I64_TEXT_BYTES_MAX]) -> &[u8] {
    let mut rest = value.unsigned_abs();
    let mut start = I64_TEXT_BYTES_MAX;
    while rest >= 100 {
        start -= 2;
        buffer[start..start + 2].copy_from_slice(&PAIRS[(rest % 100) as usize]);
        rest /= 100;
    }
    if rest >= 10 {
        start -= 2;
        buffer[start..start + 2].copy_from_slice(&PAIRS[rest as usize]);
    } else {
        start -= 1;
        buffer[start] = b'0' + rest as u8;
    }
    if value < 0 {
        start -= 1;
        buffer[start] = b'-';
    }
    &buffer[start..]
}

/// `00` to `99`: two digits cost one division.
static PAIRS: [[u8; 2]; 100] = pairs();

const fn pairs() -> [[u8; 2]; 100] {
    let mut pairs = [[0u8; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number] = [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
        number += 1;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_canonical_form_is_an_integer() {
        let good: [(&str, i64); 6] = [
            ("0", 0),
            ("7", 7),
            ("-1", -1),
            ("1000000000000000000", 1_000_000_000_000_000_000),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775808", i64::MIN),
        ];
        for (text, value) in good {
            assert_eq!(parse_i64(text.as_bytes()), Some(value), "{text}");
        }
        let bad = [
            "",
            "-",
            "+1",
            " 1",
            "1 ",
            "01",
            "-0",
            "-01",
            "00",
            "1a",
            "a",
            "--1",
            "1.0",
            "0x1",
            "9223372036854775808",
            "-9223372036854775809",
            "9999999999999999999",
            "10000000000000000000",
            "99999999999999999999",
            "100000000000000000000",
            "1\0",
        ];
        for text in bad {
            assert_eq!(parse_i64(text.as_bytes()), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn text_and_back(value: i64, shift in 0u32..64) {
            let value = value >> shift;
            let mut buffer = [0; I64_TEXT_BYTES_MAX];
            let text = format_i64(value, &mut buffer);
            prop_assert_eq!(str::from_utf8(text).unwrap(), value.to_string());
            prop_assert_eq!(parse_i64(text), Some(value));
        }

        /// Whatever is accepted is what formatting would have written.
        #[test]
        fn accepted_text_is_canonical(text in "[-+ ]?[0-9]{0,21}") {
            let expected = text.parse::<i64>().ok().filter(|value| value.to_string() == text);
            prop_assert_eq!(parse_i64(text.as_bytes()), expected);
        }
    }

    #[test]
    fn extremes_fit_the_buffer() {
        let mut buffer = [0; I64_TEXT_BYTES_MAX];
        assert_eq!(format_i64(i64::MIN, &mut buffer), b"-9223372036854775808");
        assert_eq!(format_i64(i64::MAX, &mut buffer), b"9223372036854775807");
        assert_eq!(format_i64(0, &mut buffer), b"0");
        assert_eq!(format_i64(100, &mut buffer), b"100");
    }
}
