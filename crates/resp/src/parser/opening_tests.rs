//! The quick ways through the parser against the thorough one: the same requests, the same places.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;

const LIMITS: Limits = Limits {
    authenticated: true,
    bulk_bytes_max: 512 << 20,
};

/// What a parser makes of an input: the arguments of each request, how often a quick way was
/// taken, and how the thorough one ended.
struct Made {
    requests: Vec<Vec<Vec<u8>>>,
    opened: usize,
    end: Parsed,
}

/// Parses all of `input`, with the openings of earlier requests if `quick`.
fn parse(input: &[u8], quick: bool) -> Made {
    let (mut parser, mut req, mut pos) = (Parser::new(), RequestBuf::new(), 0);
    let mut openings: HashMap<u64, Opening> = HashMap::new();
    let (mut requests, mut opened) = (Vec::new(), 0);
    loop {
        let (start, head) = (pos, parser.head(input, pos));
        let known = head.and_then(|head| openings.get(&head.mixed()).filter(|o| o.opens(&head)));
        let mut span = None;
        if let Some(opening) = known.filter(|_| quick) {
            span = parser.next_opened(input, &mut pos, &mut req, opening);
            opened += usize::from(span.is_some());
        }
        if quick {
            span = span.or_else(|| parser.next_usual(input, &mut pos, &mut req));
        }
        let span = match span {
            Some(span) => span,
            None => match parser.next(input, &mut pos, &mut req, &LIMITS) {
                Parsed::Request(span) => span,
                Parsed::Empty => continue,
                end => {
                    return Made {
                        requests,
                        opened,
                        end,
                    };
                }
            },
        };
        if let Some(head) = head
            && let Some(opening) = Opening::of(head, start, req.ranges(span))
        {
            assert!(opening.opens(&head));
            openings.insert(head.mixed(), opening);
        }
        let args = req.args(input, span);
        requests.push(args.iter().map(<[u8]>::to_vec).collect());
    }
}

fn same(input: &[u8]) -> Made {
    let (thorough, quick) = (parse(input, false), parse(input, true));
    assert_eq!(quick.requests, thorough.requests);
    assert_eq!(quick.end, thorough.end);
    quick
}

#[test]
fn what_begins_alike_is_recognized() {
    let pipeline = "*2\r\n$3\r\nGET\r\n$3\r\nabc\r\n".repeat(10);
    assert_eq!(
        same(pipeline.as_bytes()).opened,
        8,
        "the last two are too near to the end"
    );
    let lengths =
        (1..200).map(|len| format!("*2\r\n$3\r\nGET\r\n${len}\r\n{}\r\n", "k".repeat(len)));
    assert_eq!(same(lengths.collect::<String>().as_bytes()).opened, 198);
}

#[test]
fn another_name_count_or_case_is_another_opening() {
    let mixed = "*2\r\n$3\r\nGET\r\n$1\r\na\r\n*2\r\n$3\r\nget\r\n$1\r\nb\r\n\
                 *3\r\n$3\r\nGET\r\n$1\r\na\r\n$1\r\nb\r\n\
                 *2\r\n$3\r\nGEX\r\n$1\r\na\r\n*2\r\n$4\r\nGETX\r\n$1\r\na\r\n";
    assert_eq!(same(mixed.as_bytes()).opened, 0);
    let twice = mixed.repeat(2) + "*2\r\n$4\r\nECHO\r\n$3\r\nend\r\n";
    assert!(same(twice.as_bytes()).opened >= 4);
}

fn request() -> impl Strategy<Value = String> {
    let name = prop_oneof![Just("GET"), Just("SET"), Just("SETEX"), Just("G"), Just("")];
    let arg = prop_oneof![
        Just(String::new()),
        "[a-z]{1,12}",
        "[\r\n$*0-9]{1,9}",
        "[a-c]{90,110}"
    ];
    (name, proptest::collection::vec(arg, 0..12)).prop_map(|(name, args)| {
        let bulk = |arg: &str| format!("${}\r\n{arg}\r\n", arg.len());
        let rest: String = args.iter().map(|arg| bulk(arg)).collect();
        format!("*{}\r\n{}{rest}", args.len() + 1, bulk(name))
    })
}

proptest! {
    #[test]
    fn pipelines_are_read_alike(
        requests in proptest::collection::vec(request(), 1..30),
        cut in any::<prop::sample::Index>(),
        (at, byte) in (any::<prop::sample::Index>(), prop_oneof![any::<u8>(), Just(b'1')]),
    ) {
        let mut input = requests.concat().into_bytes();
        same(&input);
        let place = at.index(input.len());
        input[place] = byte;
        same(&input);
        same(&input[..cut.index(input.len())]);
    }
}
