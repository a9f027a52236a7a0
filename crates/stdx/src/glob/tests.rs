//! Globs: tables confirmed by Valkey, and a definition tried against random patterns.

use super::*;
use proptest::prelude::*;

fn is_match(pattern: &str, text: &str) -> bool {
    matches(pattern.as_bytes(), text.as_bytes(), false)
}

#[test]
fn what_matches() {
    let pairs = [
        ("", ""),
        ("hello", "hello"),
        ("h?llo", "hallo"),
        ("h*llo", "hllo"),
        ("h*llo", "heeeello"),
        ("*", "x"),
        ("***", "x"),
        ("a*", "a"),
        ("*a*b*", "xaybz"),
        ("*ab", "aab"),
        ("h[ae]llo", "hello"),
        ("h[^e]llo", "hallo"),
        ("h[a-c]llo", "hbllo"),
        ("h[c-a]llo", "hbllo"),
        ("[a-]", "]"),
        ("[a-]b]", "b"),
        ("[\\]]", "]"),
        ("[a\\-c]", "-"),
        ("[abc", "b"),
        ("[^", "x"),
        ("[^]", "x"),
        ("\\*", "*"),
        ("a\\", "a\\"),
        ("\\\\", "\\"),
        ("]", "]"),
    ];
    let wrong: Vec<_> = pairs
        .iter()
        .filter(|(pattern, text)| !is_match(pattern, text))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn what_does_not_match() {
    let pairs = [
        ("", "x"),
        ("*", ""),
        ("**", ""),
        ("?", ""),
        ("?", "ab"),
        ("hello", "hell"),
        ("hell", "hello"),
        ("h[^e]llo", "hello"),
        ("h[a-c]llo", "hdllo"),
        ("[]", "x"),
        ("[]a]", "]"),
        ("[a\\-c]", "b"),
        ("a*b", "ac"),
        ("*a", "b"),
        ("a[", "a["),
        ("\\*", "x"),
        ("Hello", "hello"),
    ];
    let wrong: Vec<_> = pairs
        .iter()
        .filter(|(pattern, text)| is_match(pattern, text))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn case_is_ignored_on_request_but_not_where_escaped_in_a_class() {
    for (pattern, text, matched) in [
        ("G?T", "get", true),
        ("\\Get", "get", true),
        ("[G]et", "get", true),
        ("[A-Z]et", "get", true),
        ("[^G]et", "get", false),
        ("[\\G]et", "get", false),
        ("[\\g]et", "get", true),
        ("[\\G]et", "Get", true),
    ] {
        assert_eq!(
            matches(pattern.as_bytes(), text.as_bytes(), true),
            matched,
            "{pattern} {text}"
        );
    }
}

#[test]
fn stars_are_limited() {
    let text = vec![b'a'; 3000];
    assert!(matches("*a".repeat(STARS_MAX).as_bytes(), &text, false));
    assert!(matches("**a".repeat(STARS_MAX).as_bytes(), &text, false));
    assert!(!matches(
        "*a".repeat(STARS_MAX + 1).as_bytes(),
        &text,
        false
    ));
}

/// Would take longer than the universe lasts if every star tried every length.
#[test]
fn hostile_patterns_end_soon() {
    let text = vec![b'a'; 20_000];
    let pattern = "a*".repeat(400) + "b";
    assert!(!matches(pattern.as_bytes(), &text, false));
}

/// The meaning of a pattern of letters, `?` and `*`, without regard to time.
fn matches_by_definition(pattern: &[u8], text: &[u8]) -> bool {
    match (pattern, text) {
        ([], []) => true,
        ([b'*', rest @ ..], _) => (0..=text.len()).any(|n| matches_by_definition(rest, &text[n..])),
        ([b'?', rest @ ..], [_, tail @ ..]) => matches_by_definition(rest, tail),
        ([literal, rest @ ..], [byte, tail @ ..]) if literal == byte => {
            matches_by_definition(rest, tail)
        }
        _ => false,
    }
}

/// Every byte that means something in patterns, and one that does not.
const SPECIAL_TEXT: &str = "[-a\\[\\]^*?\\\\]{1,8}";

proptest! {
    #[test]
    fn same_as_trying_everything(pattern in "[ab?*]{0,8}", text in "[ab]{1,8}") {
        let expected = matches_by_definition(pattern.as_bytes(), text.as_bytes());
        prop_assert_eq!(is_match(&pattern, &text), expected);
    }

    #[test]
    fn escaped_text_matches_itself_only(text in SPECIAL_TEXT, other in SPECIAL_TEXT) {
        let pattern: String = text.chars().flat_map(|c| ['\\', c]).collect();
        prop_assert!(is_match(&pattern, &text));
        prop_assert_eq!(is_match(&pattern, &other), text == other);
    }
}
