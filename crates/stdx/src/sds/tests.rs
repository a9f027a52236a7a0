//! Quoting: lines recorded from Valkey, and reading back whatever is shown.

use super::*;
use proptest::prelude::*;

type Recorded = (&'static [u8], Option<&'static [&'static [u8]]>);

/// Lines and what Valkey made of them as inline requests.
#[test]
fn lines_recorded_from_valkey() {
    let recorded: &[Recorded] = &[
        (b"", Some(&[])),
        (b" \t\r\n\x0b\x0c", Some(&[])),
        (b"  PING ", Some(&[b"PING"])),
        (b"a b\tc\r\nd", Some(&[b"a", b"b", b"c", b"d"])),
        (b"a\x0bb c", Some(&[b"a\x0bb", b"c"])),
        (b"\x0ba", Some(&[b"a"])),
        (b"a\\", Some(&[b"a\\"])),
        (b"\"\"", Some(&[b""])),
        (b"''''", Some(&[b""])),
        (b"\"a b\"", Some(&[b"a b"])),
        (b"4''xa", Some(&[b"4xa"])),
        (b"\"4\"zAb", Some(&[b"4zAb"])),
        (b"b\"\x0c\"'b'", Some(&[b"b\x0cb"])),
        (
            b"\"\\n\\r\\t\\b\\a\\q\\\\\\\"\" ",
            Some(&[b"\n\r\t\x08\x07q\\\""]),
        ),
        (b"\"\\x4a\\xFf\\x4\\xg0\" ", Some(&[b"J\xffx4xg0"])),
        (b"'a\\'b\\n' ", Some(&[b"a'b\\n"])),
        (b"\"tx\\\"", Some(&[b"tx\\"])),
        (b"b'a\\\\'", Some(&[b"ba\\\\"])),
        (b"\"tx\\\" ", None),
        (b"\"a", None),
        (b"\"a\\", None),
        (b"a'", None),
    ];
    for (line, args) in recorded {
        let args = args.map(|args| args.iter().map(|arg| arg.to_vec()).collect::<Vec<_>>());
        assert_eq!(split_args(line), args, "{}", line.escape_ascii());
    }
}

#[test]
fn bytes_shown_in_quotes() {
    assert_eq!(quoted_repr(b""), r#""""#);
    assert_eq!(quoted_repr(b"a b~"), r#""a b~""#);
    assert_eq!(quoted_repr(b"\"\\\n\r\t\x07\x08"), r#""\"\\\n\r\t\a\b""#);
    assert_eq!(
        quoted_repr(b"\0\x1b\x7f\x80\xff"),
        r#""\x00\x1b\x7f\x80\xff""#
    );
}

proptest! {
    #[test]
    fn what_is_shown_reads_back(args in prop::collection::vec(
        prop::collection::vec(any::<u8>(), 0..20), 0..5,
    )) {
        let line: Vec<String> = args.iter().map(|arg| quoted_repr(arg)).collect();
        // A blank at the end, where an escape before it still is one.
        let line = line.join(" ") + " ";
        prop_assert!(line.is_ascii());
        prop_assert_eq!(split_args(line.as_bytes()), Some(args));
    }

    #[test]
    fn any_line_is_split_or_refused(line in "[ab\\\\\"'x4\t \n]{0,30}") {
        if let Some(args) = split_args(line.as_bytes()) {
            let taken: usize = args.iter().map(Vec::len).sum();
            prop_assert!(taken <= line.len());
        } else {
            prop_assert!(line.contains(['"', '\'']));
        }
    }
}
