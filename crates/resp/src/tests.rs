//! Replies: their bytes in both versions of the protocol, and the order of output.

use bytes::Bytes;
use proptest::prelude::*;

use super::*;

fn bytes_of(out: &mut OutBuf) -> Vec<u8> {
    let expected = out.len_bytes();
    let sent: Vec<u8> = out
        .take_segments()
        .iter()
        .flat_map(|s| s.as_slice().to_vec())
        .collect();
    assert_eq!((sent.len(), out.len_bytes()), (expected, 0));
    sent
}

fn written(proto: Proto, write: impl Fn(&mut ReplyWriter)) -> String {
    let mut out = OutBuf::new();
    write(&mut ReplyWriter::new(&mut out, proto));
    String::from_utf8(bytes_of(&mut out)).unwrap()
}

type Write = fn(&mut ReplyWriter);

#[test]
fn each_kind_of_reply_in_both_versions() {
    let cases: [(Write, &str, &str); 22] = [
        (|w| w.ok(), "+OK\r\n", "+OK\r\n"),
        (|w| w.simple("PONG"), "+PONG\r\n", "+PONG\r\n"),
        (|w| w.error("ERR a\r\nb"), "-ERR a  b\r\n", "-ERR a  b\r\n"),
        (|w| w.int(0), ":0\r\n", ":0\r\n"),
        (|w| w.int(-1), ":-1\r\n", ":-1\r\n"),
        (
            |w| w.int(i64::MIN),
            ":-9223372036854775808\r\n",
            ":-9223372036854775808\r\n",
        ),
        (|w| w.bulk(b""), "$0\r\n\r\n", "$0\r\n\r\n"),
        (
            |w| w.bulk(b"0123456789"),
            "$10\r\n0123456789\r\n",
            "$10\r\n0123456789\r\n",
        ),
        (|w| w.bulk_int(-12), "$3\r\n-12\r\n", "$3\r\n-12\r\n"),
        (
            |w| w.shared(Bytes::from_static(b"ab")),
            "$2\r\nab\r\n",
            "$2\r\nab\r\n",
        ),
        (|w| w.null(), "$-1\r\n", "_\r\n"),
        (|w| w.null_array(), "*-1\r\n", "_\r\n"),
        (|w| w.array(123), "*123\r\n", "*123\r\n"),
        (|w| w.map(2), "*4\r\n", "%2\r\n"),
        (|w| w.set(2), "*2\r\n", "~2\r\n"),
        (|w| w.push(3), "*3\r\n", ">3\r\n"),
        (|w| w.boolean(true), ":1\r\n", "#t\r\n"),
        (|w| w.boolean(false), ":0\r\n", "#f\r\n"),
        (|w| w.double_text(b"1.5"), "$3\r\n1.5\r\n", ",1.5\r\n"),
        (|w| w.bignum(b"12"), "$2\r\n12\r\n", "(12\r\n"),
        (
            |w| w.verbatim("txt", b"ab"),
            "$2\r\nab\r\n",
            "=6\r\ntxt:ab\r\n",
        ),
        (
            |w| w.fail(&ReplyError::SYNTAX),
            "-ERR syntax error\r\n",
            "-ERR syntax error\r\n",
        ),
    ];
    for (write, resp2, resp3) in cases {
        assert_eq!(written(Proto::Resp2, write), resp2);
        assert_eq!(written(Proto::Resp3, write), resp3);
    }
}

#[test]
fn lengths_may_be_told_afterwards() {
    let nested = |w: &mut ReplyWriter| {
        w.int(1);
        let outer = w.begin();
        let first = w.begin();
        w.int(2);
        w.end_set(first, 1);
        let second = w.begin();
        w.end_map(second, 0);
        w.end_array(outer, 2);
        w.int(3);
    };
    assert_eq!(
        written(Proto::Resp2, nested),
        ":1\r\n*2\r\n*1\r\n:2\r\n*0\r\n:3\r\n"
    );
    assert_eq!(
        written(Proto::Resp3, nested),
        ":1\r\n*2\r\n~1\r\n:2\r\n%0\r\n:3\r\n"
    );
}

#[test]
fn large_values_are_queued_by_reference_and_in_order() {
    let value = Bytes::from(vec![b'x'; SHARED_MIN_BYTES]);
    let mut out = OutBuf::new();
    let mut writer = ReplyWriter::new(&mut out, Proto::Resp2);
    writer.ok();
    writer.shared(value.clone());
    writer.ok();
    let segments = out.take_segments();
    let [
        Segment::Chunk(head),
        Segment::Shared(shared),
        Segment::Chunk(tail),
    ] = &segments[..]
    else {
        panic!("{} segments", segments.len())
    };
    assert_eq!(
        (&head[..], &tail[..]),
        (&b"+OK\r\n$16384\r\n"[..], &b"\r\n+OK\r\n"[..])
    );
    assert_eq!(shared.as_ptr(), value.as_ptr());
}

#[test]
fn lent_buffers_are_used_again() {
    let mut out = OutBuf::new();
    let mut lent = Vec::with_capacity(1000);
    lent.extend_from_slice(b"old");
    let address = lent.as_ptr();
    out.recycle(lent);
    out.append(b"new");
    let segments = out.take_segments();
    assert_eq!(segments[0].as_slice(), b"new");
    assert_eq!(segments[0].as_slice().as_ptr(), address);
    assert!(out.reclaim().is_none());
    out.recycle(Vec::with_capacity(10));
    assert_eq!(out.reclaim().map(|chunk| chunk.capacity()), Some(10));
}

#[test]
fn codes_of_errors_are_their_first_words() {
    assert_eq!(ReplyError::WRONGTYPE.code(), b"WRONGTYPE");
    assert_eq!(ReplyError::new("ODD").code(), b"ODD");
}

/// A tree of replies whose lengths are told afterwards, with values that close chunks.
#[derive(Clone, Debug)]
enum Tree {
    Leaf(usize, bool),
    Node(Vec<Self>),
}

fn tree() -> impl Strategy<Value = Tree> {
    let size = prop_oneof![0usize..30, 15_000usize..70_000];
    let leaf = (size, any::<bool>()).prop_map(|(len, shared)| Tree::Leaf(len, shared));
    leaf.prop_recursive(4, 24, 5, |inner| {
        proptest::collection::vec(inner, 0..5).prop_map(Tree::Node)
    })
}

fn write_tree(tree: &Tree, writer: &mut ReplyWriter, late: bool) {
    match tree {
        Tree::Leaf(len, true) => writer.shared(Bytes::from(vec![b's'; *len])),
        Tree::Leaf(len, false) => writer.bulk(&vec![b'b'; *len]),
        Tree::Node(nodes) if late => {
            let mark = writer.begin();
            nodes.iter().for_each(|node| write_tree(node, writer, late));
            writer.end_array(mark, nodes.len());
        }
        Tree::Node(nodes) => {
            writer.array(nodes.len());
            nodes.iter().for_each(|node| write_tree(node, writer, late));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn late_lengths_yield_the_same_bytes(trees in proptest::collection::vec(tree(), 1..4)) {
        let (mut late, mut early) = (OutBuf::new(), OutBuf::new());
        for tree in &trees {
            write_tree(tree, &mut ReplyWriter::new(&mut late, Proto::Resp2), true);
            write_tree(tree, &mut ReplyWriter::new(&mut early, Proto::Resp2), false);
        }
        prop_assert!(bytes_of(&mut late) == bytes_of(&mut early));
    }
}
