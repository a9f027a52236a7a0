//! Doubles: texts recorded from Valkey, and reading back whatever is written.

use super::*;
use proptest::prelude::*;

fn text_of(value: f64) -> String {
    String::from_utf8(format_f64(value, &mut [0; F64_TEXT_BYTES_MAX]).to_vec()).unwrap()
}

#[test]
fn texts_recorded_from_valkey() {
    let recorded = [
        ("1", "1"),
        ("0.1", "0.1"),
        ("-0", "-0"),
        ("1e16", "10000000000000000"),
        ("1e17", "100000000000000000"),
        ("1e18", "1000000000000000000"),
        ("9e18", "9e+18"),
        ("1e20", "1e+20"),
        ("1e21", "1e+21"),
        ("4611686018427387904", "4611686018427387904"),
        ("4611686018427388928", "4611686018427389000"),
        ("-4611686018427387904", "-4611686018427387904"),
        ("9223372036854775807", "9223372036854776000"),
        ("9007199254740993", "9007199254740992"),
        ("12345678912345678912", "12345678912345680000"),
        ("100000000000000000000000", "99999999999999990000000"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ("4.9e-324", "5e-324"),
        ("1e-4", "0.0001"),
        ("1e-5", "0.00001"),
        ("1e-7", "1e-7"),
        ("0.000123", "0.000123"),
        ("0.00012345", "1.2345e-4"),
        ("0.000001234", "1.234e-6"),
        ("0.0123456", "0.0123456"),
        ("-1.5e-10", "-1.5e-10"),
        ("1234567.25", "1234567.25"),
        ("12345678.9", "12345678.9"),
        ("+1", "1"),
        ("1.", "1"),
        (".5", "0.5"),
        ("INF", "inf"),
        ("+inf", "inf"),
        ("-infinity", "-inf"),
    ];
    for (input, output) in recorded {
        let value = parse_f64(input.as_bytes()).unwrap_or_else(|| panic!("{input}"));
        assert_eq!(text_of(value), output, "{input}");
    }
}

#[test]
fn texts_that_are_no_double() {
    let refused: [&[u8]; 18] = [
        b"", b" 1", b"1 ", b"nan", b"-nan", b"NaN", b"nan(1)", b"0x10", b"1e", b"e5", b".", b"-",
        b"1_0", b"1e400", b"-1e400", b"1e-400", b"1\0", b"\xff",
    ];
    for text in refused {
        assert_eq!(parse_f64(text), None, "{}", text.escape_ascii());
    }
    assert_eq!(parse_f64(b"0e-400"), Some(0.0));
    assert_eq!(parse_f64(b"-0.00").map(f64::is_sign_negative), Some(true));
}

proptest! {
    #[test]
    fn every_double_reads_back(bits: u64) {
        let value = f64::from_bits(bits);
        let text = text_of(value);
        if value.is_nan() {
            prop_assert_eq!(text, "nan");
        } else {
            let back = parse_f64(text.as_bytes());
            prop_assert_eq!(back.map(f64::to_bits), Some(bits), "{}", text);
        }
    }

    #[test]
    fn decimals_of_few_digits_read_back(
        digits in -99_999_999_999i64..99_999_999_999, scale in -30i32..30,
    ) {
        let value: f64 = format!("{digits}e{scale}").parse().unwrap();
        prop_assert_eq!(parse_f64(text_of(value).as_bytes()), Some(value));
    }
}

#[test]
fn seventeen_digits() {
    for (value, text) in [
        (1e16, "10000000000000000"),
        (1e17, "1e+17"),
        (1.234_567_890_123_456_8e17, "1.2345678901234568e+17"),
        (1e300, "1.0000000000000001e+300"),
        (1e-7, "9.9999999999999995e-08"),
        (0.1, "0.10000000000000001"),
        (-0.1, "-0.10000000000000001"),
        (0.0001, "0.0001"),
        (1e-5, "1.0000000000000001e-05"),
        (5e-324, "4.9406564584124654e-324"),
        (17_179_869_184.5, "17179869184.5"),
        (100_000.0, "100000"),
        (-2.6, "-2.6000000000000001"),
        (0.0, "0"),
        (-0.0, "-0"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
    ] {
        assert_eq!(f64_in_17_digits(value), text);
    }
}
