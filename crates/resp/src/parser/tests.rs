//! The parser against the answers of Valkey 9.1.2 and against a plain model, split everywhere.

use proptest::prelude::*;

use super::*;

const OPEN: Limits = Limits {
    authenticated: true,
    bulk_bytes_max: 512 << 20,
};
const CLOSED: Limits = Limits {
    authenticated: false,
    bulk_bytes_max: 512 << 20,
};

#[derive(PartialEq, Clone)]
enum Event {
    Request(Vec<Vec<u8>>),
    Error(Vec<u8>),
}

impl std::fmt::Debug for Event {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let show = |bytes: &[u8]| match bytes.len() {
            0..200 => bytes.escape_ascii().to_string(),
            len => format!("({len} bytes of {:?})", bytes[0]),
        };
        match self {
            Self::Request(args) => {
                write!(
                    f,
                    "{:?}",
                    args.iter().map(|arg| show(arg)).collect::<Vec<_>>()
                )
            }
            Self::Error(text) => write!(f, "-{}", show(text)),
        }
    }
}

/// Feeds `pieces` one after the other, dropping consumed bytes when `compact` is set.
fn events(pieces: &[&[u8]], limits: &Limits, compact: bool) -> Vec<Event> {
    let (mut parser, mut req) = (Parser::new(), RequestBuf::new());
    let (mut buf, mut pos, mut events) = (Vec::new(), 0, Vec::new());
    for piece in pieces {
        buf.extend_from_slice(piece);
        loop {
            match parser.next(&buf, &mut pos, &mut req, limits) {
                Parsed::Incomplete => break,
                Parsed::Empty => {}
                Parsed::Error(error) => {
                    events.push(Event::Error(error.text().to_vec()));
                    return events;
                }
                Parsed::Request(span) => {
                    let args = req.args(&buf, span);
                    events.push(Event::Request(args.iter().map(<[u8]>::to_vec).collect()));
                    req.clear();
                }
            }
        }
        if compact {
            buf.drain(..pos);
            pos = 0;
        }
    }
    events
}

fn one(input: &[u8]) -> Vec<Event> {
    events(&[input], &OPEN, false)
}

fn request(words: &[&[u8]]) -> Event {
    Event::Request(words.iter().map(|word| word.to_vec()).collect())
}

fn failure(what: &str) -> Event {
    Event::Error([b"ERR Protocol error: ", what.as_bytes()].concat())
}

#[test]
fn empty_requests_are_skipped() {
    let ping = || vec![request(&[b"PING"])];
    for input in [
        "\r\n\r\nPING\r\n",
        "PING\n",
        "  PING  \r\n",
        "*0\r\nPING\r\n",
        "*-1\r\nPING\r\n",
        "*-9999999999\r\nPING\r\n",
        "  \r\nPING\r\n",
        "\t\nPING\r\n",
        "\r\r\nPING\r\n",
        "\n\n\nPING\r\r\n",
        "*1\r\n$4\r\nPING\r\n",
        "\"PING\"\r\n",
    ] {
        assert_eq!(one(input.as_bytes()), ping(), "{input:?}");
    }
}

#[test]
fn malformed_requests_are_answered_as_valkey_does() {
    for (input, what) in [
        ("*\r\nPING\r\n", "invalid multibulk length"),
        ("*a\r\n", "invalid multibulk length"),
        ("*1a\r\n", "invalid multibulk length"),
        ("* 1\r\n", "invalid multibulk length"),
        ("*01\r\n$4\r\nPING\r\n", "invalid multibulk length"),
        ("*-0\r\n", "invalid multibulk length"),
        ("*+1\r\n", "invalid multibulk length"),
        ("*2147483648\r\n", "invalid multibulk length"),
        ("*9223372036854775808\r\n", "invalid multibulk length"),
        ("*1\0\r\n", "invalid multibulk length"),
        ("*1\r\nPING\r\n", "expected '$', got 'P'"),
        ("*1\r\nX4\rX", "expected '$', got 'X'"),
        ("*1\r\n\0\r\n", "expected '$', got '\0'"),
        ("*1\r\n\r\n$4\r\n", "expected '$', got '\r'"),
        ("*1\r\n$\r\nPING\r\n", "invalid bulk length"),
        ("*1\r\n$-1\r\n", "invalid bulk length"),
        ("*1\r\n$536870913\r\n", "invalid bulk length"),
        ("*1\r\n$9223372036854775808\r\n", "invalid bulk length"),
        ("*1\r\n$4x\r\nPING\r\n", "invalid bulk length"),
        ("*1\r\n$04\r\nPING\r\n", "invalid bulk length"),
        ("*1\r\n$4\r\nPINGxx", "invalid CRLF in request"),
        ("*1\r\n$4\r\nPING\rY", "invalid CRLF in request"),
        ("*1\rX$4\r\nPING\r\n", "invalid CRLF in request"),
        ("*a\rX", "invalid CRLF in request"),
        ("*0\rX", "invalid CRLF in request"),
        ("*1\r\n$4\rXPING\r\n", "invalid CRLF in request"),
        ("*1\r\n$a\rX", "invalid CRLF in request"),
        ("PING \"a\r\n", "unbalanced quotes in request"),
        ("PING 'a\r\n", "unbalanced quotes in request"),
        ("ECHO a\"\r\n", "unbalanced quotes in request"),
        ("ECHO \"a\r\nb\"\r\n", "unbalanced quotes in request"),
    ] {
        assert_eq!(one(input.as_bytes()), vec![failure(what)], "{input:?}");
    }
    let quoted = [b"ERR Protocol error: expected '$', got '\xff'".to_vec()];
    assert_eq!(one(b"*1\r\n\xff\r\n"), quoted.map(Event::Error));
}

#[test]
fn what_may_still_become_valid_is_waited_for() {
    for input in [
        "",
        "*",
        "*1",
        "*1\r",
        "*a\r",
        "*1\r\n",
        "*1\r\n$4",
        "*1\r\n$4\r",
        "*1\r\nX",
        "*1\r\nX\r",
        "*1\r\n$4\r\nPING\r",
        "*1\r\n$4\r\nPINGX",
        "*2147483647\r\n",
        "*1\r\n$536870912\r\n",
        "PING",
        "PING\r",
        "*1\n$4\nPING\n",
        "ECHO \"a\\",
        "ECHO a\0b\r\nPING\r\n",
        "\0\nPING\r\n",
    ] {
        assert_eq!(one(input.as_bytes()), vec![], "{input:?}");
    }
}

#[test]
fn words_of_a_line_follow_valkeys_quoting() {
    for (line, words) in [
        (r#""a b" 'c d'"#, vec!["a b", "c d"]),
        (r#"a"b"c''"#, vec!["abc"]),
        (r#""" ''"#, vec!["", ""]),
        (r#"""a"#, vec!["a"]),
        (r#"'a'"b""#, vec!["ab"]),
        (r#"a\nb"#, vec![r"a\nb"]),
        (r#""\x41\n\r\t\b\a\\\"\z""#, vec!["A\n\r\t\x08\x07\\\"z"]),
        (r#"'\x41\'\n'"#, vec![r"\x41'\n"]),
        (r#""\xZZ" "\x4" "\x0g""#, vec!["xZZ", "x4", "x0g"]),
        (r#""a\"c" x"#, vec!["a\"c", "x"]),
        (r#""a\""#, vec!["a\\"]),
        (r#""\""#, vec!["\\"]),
        (r#""\\\""#, vec![r"\\"]),
        (r#"'a\'"#, vec!["a\\"]),
        (r#"x"\"y""#, vec!["x\"y"]),
        ("a\rb\tc", vec!["a", "b", "c"]),
        ("a\x0bb \x0cc", vec!["a\x0bb", "c"]),
        ("\"\\x00b\"", vec!["\0b"]),
    ] {
        let expected: Vec<&[u8]> = words.iter().map(|word| word.as_bytes()).collect();
        assert_eq!(
            one(format!("{line}\r\n").as_bytes()),
            vec![request(&expected)],
            "{line:?}"
        );
    }
    for line in [
        r#""a\" "#,
        r#""a\"b"#,
        r#"a\"b"#,
        r#""a\"c" d""#,
        r#""\x41"#,
        "'a\\'b",
    ] {
        let failed = vec![failure("unbalanced quotes in request")];
        assert_eq!(one(format!("{line}\r\n").as_bytes()), failed, "{line:?}");
    }
}

#[test]
fn lines_have_a_greatest_length_while_unfinished() {
    let filled = |head: &str, fill: char, len: usize| {
        format!("{head}{}", fill.to_string().repeat(len - head.len())).into_bytes()
    };
    for (head, before, fill, what) in [
        ("", 0, 'A', "too big inline request"),
        ("\0", 0, 'A', "too big inline request"),
        ("*", 0, '1', "too big mbulk count string"),
        ("*1\r\n$", 4, '1', "too big bulk count string"),
        ("*1\r\n", 4, 'x', "too big bulk count string"),
    ] {
        let fits = filled(head, fill, 65536 + before);
        assert_eq!(one(&fits), vec![], "{head:?}");
        assert_eq!(
            one(&filled(head, fill, 65537 + before)),
            vec![failure(what)],
            "{head:?}"
        );
    }
    let long = filled("ECHO ", 'A', 70_000);
    let ended = [&long[..], b"\r\n"].concat();
    assert_eq!(
        one(&ended),
        vec![request(&[b"ECHO", &long[5..]])],
        "a line that came whole"
    );
    let invalid = [&filled("*", '1', 70_000)[..], b"\r\n"].concat();
    assert_eq!(one(&invalid), vec![failure("invalid multibulk length")]);
}

#[test]
fn limits_are_stricter_before_authentication() {
    let closed = |input: &[u8]| events(&[input], &CLOSED, false);
    assert_eq!(
        closed(b"*11\r\n"),
        vec![failure("unauthenticated multibulk length")]
    );
    assert_eq!(closed(b"*10\r\n"), vec![]);
    assert_eq!(
        closed(b"*9999999999\r\n"),
        vec![failure("invalid multibulk length")]
    );
    assert_eq!(
        closed(b"*1\r\n$16385\r\n"),
        vec![failure("unauthenticated bulk length")]
    );
    assert_eq!(closed(b"*1\r\n$16384\r\n"), vec![]);
    assert_eq!(
        closed(b"*1\r\n$999999999\r\n"),
        vec![failure("invalid bulk length")]
    );
    let words = [b"w".as_slice(); 13];
    let line = [words.join(&b' '), b"\n".to_vec()].concat();
    assert_eq!(closed(&line), vec![request(&words)]);
}

#[test]
fn the_largest_argument_is_a_setting() {
    let limits = Limits {
        authenticated: true,
        bulk_bytes_max: 1 << 40,
    };
    assert_eq!(
        events(&[b"*1\r\n$1099511627776\r\n"], &limits, true),
        vec![]
    );
    let over = events(&[b"*1\r\n$1099511627777\r\n"], &limits, true);
    assert_eq!(over, vec![failure("invalid bulk length")]);
}

#[test]
fn memory_follows_what_has_come_and_not_what_was_promised() {
    let (mut parser, mut req) = (Parser::new(), RequestBuf::new());
    let promise = b"*2147483647\r\n$536870912\r\nabc";
    let mut pos = 0;
    assert_eq!(
        parser.next(promise, &mut pos, &mut req, &OPEN),
        Parsed::Incomplete
    );
    assert_eq!(
        pos,
        promise.len(),
        "what belongs to a large argument leaves the buffer"
    );
    let bound = super::gathering::PROMISED_BYTES_MAX + 64 * 1024;
    assert!(parser.held_bytes() < bound, "{}", parser.held_bytes());
    parser.shrink();
    assert!(parser.held_bytes() < 64 * 1024, "{}", parser.held_bytes());
}

/// A sixteenth is enough to reserve the whole, which then does not move again.
#[test]
fn a_large_argument_on_its_way_takes_its_own_length_and_little_more() {
    const LEN: usize = 64 << 20;
    let (mut parser, mut req) = (Parser::new(), RequestBuf::new());
    let header = format!("*1\r\n${LEN}\r\n");
    let part = vec![b'p'; 1 << 20];
    let mut pos = 0;
    let begun = parser.next(header.as_bytes(), &mut pos, &mut req, &OPEN);
    assert_eq!(begun, Parsed::Incomplete);
    for come in 1..LEN >> 20 {
        pos = 0;
        let outcome = parser.next(&part, &mut pos, &mut req, &OPEN);
        assert_eq!((outcome, pos), (Parsed::Incomplete, part.len()));
        let (bytes, room) = parser.gathering_bytes();
        assert_eq!(bytes, come << 20);
        let most = if come <= 4 { 2 * bytes } else { LEN };
        assert!(
            room <= most && (come <= 4 || room == LEN),
            "{room} for {bytes}"
        );
    }
}

#[test]
fn a_large_argument_arrives_shared() {
    let big = vec![b'v'; LARGE_ARG_BYTES];
    let input = encode(&[b"SET", b"k", &big, b"EX", b"10"]);
    let (mut parser, mut req, mut pos) = (Parser::new(), RequestBuf::new(), 0);
    let Parsed::Request(span) = parser.next(&input, &mut pos, &mut req, &OPEN) else {
        panic!()
    };
    let args = req.args(&input, span);
    assert_eq!(args.shared(2).as_deref(), Some(&big[..]));
    assert_eq!(args.shared(3), None);
    assert_eq!(
        args.iter().collect::<Vec<_>>(),
        [&b"SET"[..], b"k", &big, b"EX", b"10"]
    );
    assert_eq!(args.tail(3).iter().collect::<Vec<_>>(), [&b"EX"[..], b"10"]);
    assert_eq!((pos, parser.is_inside_request()), (input.len(), false));
}

#[test]
fn several_requests_share_a_request_buffer() {
    let big = vec![b'v'; LARGE_ARG_BYTES + 1];
    let input = [
        encode(&[b"A", &big]),
        b"B \"q w\"\r\n".to_vec(),
        encode(&[b"C", &big, b"x"]),
    ];
    let input = input.concat();
    let (mut parser, mut req, mut pos) = (Parser::new(), RequestBuf::new(), 0);
    let mut spans = Vec::new();
    while let Parsed::Request(span) = parser.next(&input, &mut pos, &mut req, &OPEN) {
        spans.push(span);
    }
    let words = |i: usize| req.args(&input, spans[i]).iter().collect::<Vec<_>>();
    assert_eq!(words(0), [&b"A"[..], &big]);
    assert_eq!(words(1), [b"B".as_slice(), b"q w"]);
    assert_eq!(words(2), [&b"C"[..], &big, b"x"]);
}

/// A long line sent byte by byte is searched once, and so is a request of many arguments.
#[test]
fn slow_senders_cost_linear_time() {
    let line = [vec![b'A'; 60_000], b"\n".to_vec()].concat();
    let many = encode(&vec![b"x".as_slice(); 20_000]);
    for input in [line, many] {
        let pieces: Vec<&[u8]> = input.chunks(1).collect();
        let begun = std::time::Instant::now();
        assert_eq!(events(&pieces, &OPEN, false).len(), 1);
        assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    }
}

fn encode(args: &[&[u8]]) -> Vec<u8> {
    let mut out = format!("*{}\r\n", args.len()).into_bytes();
    for arg in args {
        out.extend_from_slice(format!("${}\r\n", arg.len()).as_bytes());
        out.extend_from_slice(arg);
        out.extend_from_slice(b"\r\n");
    }
    out
}

/// One request of a pipeline: its bytes and what it must yield.
#[derive(Clone)]
struct Case(Vec<u8>, Vec<Event>);

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes: {:?}", self.0.len(), self.1)
    }
}

fn any_request() -> impl Strategy<Value = Case> {
    let small = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..12),
        proptest::collection::vec(any::<u8>(), 95..105),
        Just(b"\r\n$3\r\n".to_vec()),
    ];
    let large = (LARGE_ARG_BYTES - 1..LARGE_ARG_BYTES + 20, any::<u8>())
        .prop_map(|(len, byte)| vec![byte; len]);
    let arg = prop_oneof![20 => small, 1 => large];
    let multi = proptest::collection::vec(arg, 1..13).prop_map(|args| {
        let borrowed: Vec<&[u8]> = args.iter().map(Vec::as_slice).collect();
        Case(encode(&borrowed), vec![Event::Request(args.clone())])
    });
    let inline = (
        "[a-z]{1,9}( [a-z0-9]{0,9}){0,3}",
        prop_oneof![Just("\n"), Just("\r\n")],
    )
        .prop_map(|(text, end)| {
            let words = text
                .split_whitespace()
                .map(|w| w.as_bytes().to_vec())
                .collect();
            Case(
                (text.clone() + end).into_bytes(),
                vec![Event::Request(words)],
            )
        });
    let empty = prop_oneof![Just("*0\r\n"), Just("\r\n"), Just("*-1\r\n"), Just(" \n")]
        .prop_map(|text| Case(text.as_bytes().to_vec(), vec![]));
    prop_oneof![6 => multi, 2 => inline, 1 => empty]
}

/// Places near interesting ones where a large input is cut, each place of a small one.
fn cuts(input: &[u8]) -> Vec<usize> {
    let near = |i: &usize| {
        let around = input[i.saturating_sub(3)..(i + 3).min(input.len())].iter();
        input.len() < 2_000
            || around.clone().any(|b| b"\r\n*$".contains(b))
            || i.is_multiple_of(4_097)
    };
    (0..=input.len()).filter(near).take(3_000).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn pipelines_survive_every_cut(
        requests in proptest::collection::vec(any_request(), 1..6),
        compact in any::<bool>(),
        step in 1usize..40,
    ) {
        let input: Vec<u8> = requests.iter().flat_map(|case| case.0.clone()).collect();
        let expected: Vec<Event> = requests.into_iter().flat_map(|case| case.1).collect();
        prop_assert_eq!(&one(&input), &expected);
        for cut in cuts(&input) {
            let (a, b) = input.split_at(cut);
            prop_assert_eq!(&events(&[a, b], &OPEN, compact), &expected, "cut at {}", cut);
        }
        let pieces: Vec<&[u8]> = input.chunks(step).collect();
        prop_assert_eq!(&events(&pieces, &OPEN, compact), &expected, "pieces of {}", step);
    }

    #[test]
    fn hostile_bytes_are_judged_alike_however_cut(
        parts in proptest::collection::vec(prop_oneof![
            Just("*"), Just("$"), Just("1"), Just("2"), Just("0"), Just("-"), Just("\r\n"),
            Just("\r"), Just("\n"), Just("\0"), Just("a"), Just("\""), Just("'"), Just("\\"),
            Just(" "), Just("*1\r\n$1\r\na\r\n"), Just("*2\r\n$1\r\na\r\n"), Just("9999999999"),
        ], 0..24),
    ) {
        let input = parts.concat().into_bytes();
        let whole = one(&input);
        for cut in 0..=input.len() {
            let (a, b) = input.split_at(cut);
            prop_assert_eq!(&events(&[a, b], &OPEN, true), &whole, "cut at {}", cut);
        }
        let bytes: Vec<&[u8]> = input.chunks(1).collect();
        prop_assert_eq!(&events(&bytes, &OPEN, false), &whole);
    }
}
