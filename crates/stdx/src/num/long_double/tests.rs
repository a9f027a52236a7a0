//! 80-bit floats: sums recorded from Valkey, and laws that hold for all numbers.

use super::*;
use proptest::prelude::*;

/// `augend addend sum` as Valkey's INCRBYFLOAT answered on x86; instead of the sum, `!number` if
/// one of the two was refused and `!sum` if the sum was.
const RECORDED: &str = include_str!("recorded.txt");

fn sum(augend: &str, addend: &str) -> String {
    let parsed = LongDouble::parse(augend.as_bytes()).zip(LongDouble::parse(addend.as_bytes()));
    let Some((augend, addend)) = parsed else {
        return "!number".to_string();
    };
    let sum = augend + addend;
    if !sum.is_finite() {
        return "!sum".to_string();
    }
    String::from_utf8(sum.to_text()).unwrap()
}

#[test]
fn sums_recorded_from_valkey() {
    let mut wrong = Vec::new();
    for line in RECORDED.lines() {
        let [augend, addend, expected] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}");
        };
        for actual in [sum(augend, addend), sum(addend, augend)] {
            if actual != expected {
                wrong.push((augend, addend, expected, actual));
            }
        }
    }
    assert!(
        RECORDED.lines().count() > 300 && wrong.is_empty(),
        "{wrong:#?}"
    );
}

#[test]
fn texts_that_are_refused() {
    for text in [
        "", " 1", "1 ", "\t1", "1\0", "0x1p+", "i", "in", "-", "1e5x",
    ] {
        assert_eq!(LongDouble::parse(text.as_bytes()), None, "{text:?}");
    }
    let mut long = "1".repeat(TEXT_BYTES_MAX / 2);
    long.push('.');
    long.push_str(&"3".repeat(TEXT_BYTES_MAX - 1 - long.len()));
    assert!(LongDouble::parse(long.as_bytes()).is_some());
    long.push('3');
    assert_eq!(LongDouble::parse(long.as_bytes()), None);
}

#[test]
fn largest_number_has_all_its_digits() {
    let text = LongDouble::parse(b"-0x1.fffffffffffffffep16383")
        .unwrap()
        .to_text();
    assert_eq!(text.len(), 4934);
    assert!(text.starts_with(b"-11897314953572317650212638530309702051690633222946"));
    assert!(text.ends_with(b"0"));
    assert_eq!(LongDouble::parse(&text).unwrap().to_text(), text);
}

#[test]
fn integers_are_exact() {
    for value in [0, 1, -1, i64::MAX, i64::MIN, 1 << 53, (1 << 62) + 1] {
        assert_eq!(
            LongDouble::from(value).to_text(),
            value.to_string().into_bytes()
        );
        assert_eq!(
            LongDouble::parse(value.to_string().as_bytes()),
            Some(value.into())
        );
    }
}

/// Doubles are a subset with the same rounding of text, 11 bits coarser: an independent check of
/// parsing for exponents where those 11 bits do not get in the way.
fn nearest_double(value: LongDouble) -> Option<f64> {
    let Magnitude::Finite {
        significand,
        exponent,
    } = value.magnitude
    else {
        return None;
    };
    let (kept, below) = (significand >> 11, significand & 0x7ff);
    // Too near to half way: rounding twice may differ from rounding once.
    if below.abs_diff(0x400) <= 1 {
        return None;
    }
    let kept = kept + (below >> 10);
    let scaled = kept as f64 * 2f64.powi(exponent + 11);
    Some(if value.negative { -scaled } else { scaled })
}

proptest! {
    #[test]
    fn parses_as_doubles_do(digits in "-?[0-9]{1,40}(\\.[0-9]{0,40})?", power in -250i32..250) {
        let text = format!("{digits}e{power}");
        let value = LongDouble::parse(text.as_bytes()).unwrap();
        if let Some(double) = nearest_double(value) {
            prop_assert_eq!(double, text.parse::<f64>().unwrap());
        }
    }

    #[test]
    fn integers_add_exactly(a in -(1i64 << 62)..1 << 62, b in -(1i64 << 62)..1 << 62) {
        prop_assert_eq!(LongDouble::from(a) + LongDouble::from(b), LongDouble::from(a + b));
    }

    #[test]
    fn sums_do_not_depend_on_order(
        a in any::<u64>(), b in any::<u64>(), power in -140i32..0, other in -140i32..0,
    ) {
        let a = LongDouble::parse(format!("0x{a:x}p{power}").as_bytes());
        let b = LongDouble::parse(format!("-0x{b:x}p{other}").as_bytes());
        if let Some((a, b)) = a.zip(b) {
            prop_assert_eq!(a + b, b + a);
        }
    }

    /// Below 128 the nearest number is nearer than half of the last decimal printed.
    #[test]
    fn short_decimals_read_back(whole in 0u32..128, decimals in "[0-9]{0,12}[1-9]", minus: bool) {
        let text = format!("{}{whole}.{decimals}", if minus { "-" } else { "" });
        prop_assert_eq!(LongDouble::parse(text.as_bytes()).unwrap().to_text(), text.into_bytes());
    }

    #[test]
    fn arbitrary_text_is_handled(text in "[-+0-9.eEpPxXinfaty]{0,40}") {
        if let Some(value) = LongDouble::parse(text.as_bytes()) {
            let printed = value.to_text();
            prop_assert!(LongDouble::parse(&printed).is_some());
        }
    }
}
