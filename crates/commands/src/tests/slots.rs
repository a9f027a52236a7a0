//! Commands over all keys of a slot, and commands whose keys lie in several.

use std::collections::BTreeSet;

use keyspace::{SlotView, Taken, TakenValue};
use proptest::prelude::*;
use resp::{Limits, OutBuf, Parsed, Parser, ReplyWriter, RequestBuf, Segment};
use stdx::slot::slot_of;

use super::world::World;
use crate::slots::{self, Filter};
use crate::{CommandContext, string};

#[test]
fn keys_may_lie_in_different_slots() {
    let keys: BTreeSet<u16> = ["a", "b", "c"].map(|key| slot_of(key.as_bytes())).into();
    assert_eq!(keys.len(), 3, "the test needs three slots");
    let mut world = World::default();
    for (line, reply) in [
        ("MSET a 1 b 2", "+OK\\r\\n"),
        ("RENAME a c", "+OK\\r\\n"),
        (
            "MGET a b c",
            "*3\\r\\n$-1\\r\\n$1\\r\\n2\\r\\n$1\\r\\n1\\r\\n",
        ),
        ("COPY b a", ":1\\r\\n"),
        ("EXISTS a b c", ":3\\r\\n"),
        ("DEL a b c", ":3\\r\\n"),
        ("RPUSH a 1 2", ":2\\r\\n"),
        ("LMOVE a b LEFT LEFT", "$1\\r\\n1\\r\\n"),
        ("BLPOP c b 0", "*2\\r\\n$1\\r\\nb\\r\\n$1\\r\\n1\\r\\n"),
        ("MSETNX a 1 c 2", ":0\\r\\n"),
        ("EXISTS c", ":0\\r\\n"),
    ] {
        assert_eq!(world.line(line), reply, "{line}");
    }
}

#[test]
fn a_key_outside_of_the_slots_at_hand_is_an_error() {
    let mut world = World::default();
    let mut one = vec![Box::new(keyspace::Slot::new(slot_of(b"a"), &world.config))];
    let mut out = OutBuf::new();
    let words: [&[u8]; 3] = [b"MGET", b"a", b"b"];
    let result = world.with_args(&words, |world, args| {
        let mut ctx = CommandContext {
            keys: SlotView::Many(&mut one),
            db: 0,
            now_ms: 0,
            hasher: world.config.hasher,
            hash: None,
            reply: ReplyWriter::new(&mut out, world.proto),
            effects: &mut world.effects,
            stats: &mut world.stats,
            settings: &world.settings,
            rng: &mut stdx::rng::Rng::new(1),
            session: world.session,
            block: None,
        };
        string::mget(&mut ctx, args)
    });
    assert!(result.is_err_and(|error| error.code() == b"ERR"));
}

#[test]
fn databases_are_apart() {
    let mut world = World::default();
    world.line("MSET a 0 b 0");
    world.line("SELECT 1");
    world.line("SET a 1");
    assert_eq!(world.line("GET b"), "$-1\\r\\n");
    assert_eq!(world.line("DBSIZE"), ":1\\r\\n");
    world.line("SWAPDB 0 1");
    assert_eq!(world.line("GET a"), "$1\\r\\n0\\r\\n");
    assert_eq!(world.line("DBSIZE"), ":2\\r\\n");
    world.line("FLUSHDB");
    assert_eq!(world.line("DBSIZE"), ":0\\r\\n");
    world.line("SELECT 0");
    assert_eq!(world.line("GET a"), "$1\\r\\n1\\r\\n");
    world.line("FLUSHALL");
    assert_eq!(world.line("DBSIZE"), ":0\\r\\n");
}

#[test]
fn looking_into_an_unused_database_leaves_nothing_behind() {
    let mut world = World {
        db: 7,
        ..World::default()
    };
    for line in [
        "GET k",
        "DEL k",
        "EXPIRE k 1",
        "LPOP k",
        "BLPOP k 0",
        "SET k v XX",
    ] {
        world.line(line);
        assert!(world.slot(b"k").table(7).is_none(), "{line}");
    }
}

#[test]
fn scan_filters_by_pattern_and_type_and_removes_expired_keys_that_match() {
    let mut world = World::default();
    world.line("MSET {t}a 1 {t}b 2 {t}old 3 {t}other 4");
    world.line("RPUSH {t}list x");
    world.line("PEXPIRE {t}old 1");
    world.line("RPUSH {t}oldlist x");
    world.line("PEXPIRE {t}oldlist 1");
    world.now_ms += 10;
    for (line, keys, left) in [
        ("SCAN 0 MATCH {t}?", vec!["{t}a", "{t}b"], 6),
        ("SCAN 0 TYPE list MATCH *o*", vec![], 5),
        ("SCAN 0 TYPE list", vec!["{t}list"], 5),
        ("SCAN 0 TYPE string", vec!["{t}a", "{t}b", "{t}other"], 4),
        ("SCAN 0", vec!["{t}a", "{t}b", "{t}list", "{t}other"], 4),
    ] {
        let reply = world.line(line);
        let found: Vec<&str> = reply
            .split("\\r\\n")
            .filter(|part| part.starts_with('{'))
            .collect();
        assert_eq!(found, keys, "{line}");
        assert_eq!(world.line("DBSIZE"), format!(":{left}\\r\\n"), "{line}");
    }
}

#[test]
fn a_random_key_is_any_of_them_but_never_an_expired_one() {
    let mut world = World::default();
    assert_eq!(world.line("RANDOMKEY"), "$-1\\r\\n");
    world.line("MSET {t}a 1 {t}b 2 {t}c 3");
    world.line("PEXPIRE {t}c 1");
    world.now_ms += 10;
    let seen: BTreeSet<String> = (0..50).map(|_| world.line("RANDOMKEY")).collect();
    let expected = ["$4\\r\\n{t}a\\r\\n", "$4\\r\\n{t}b\\r\\n"].map(str::to_owned);
    assert_eq!(seen, expected.into());
}

#[test]
fn digests_depend_on_content_alone() {
    let digest = |lines: &[&str]| {
        let mut world = World::default();
        lines.iter().for_each(|line| drop(world.line(line)));
        let mut total = [0; 20];
        world
            .slots
            .values()
            .for_each(|slot| slots::digest_slot(slot, &mut total));
        total
    };
    let plain = digest(&["SET a 12", "RPUSH l 1 2"]);
    assert_eq!(
        plain,
        digest(&["RPUSH l 1", "SET a 1", "APPEND a 2", "RPUSH l 2"])
    );
    assert_ne!(plain, digest(&["SET a 12", "RPUSH l 2 1"]));
    assert_ne!(plain, digest(&["SET b 12", "RPUSH l 1 2"]));
    assert_ne!(plain, digest(&["SET a 12", "RPUSH l 1 2", "MOVE a 1"]));
    assert_ne!(plain, digest(&["SET a 12", "RPUSH l 1 2", "EXPIRE a 100"]));
    assert_eq!(digest(&["SET a 1", "DEL a"]), [0; 20]);
}

#[test]
fn cursors_are_read_as_c_does() {
    let cursor = |text: &[u8]| {
        let mut world = World::default();
        let words: [&[u8]; 2] = [b"SCAN", text];
        world.with_args(&words, |_, args| {
            slots::parse_scan(args).map(|scan| scan.cursor).ok()
        })
    };
    for (text, expected) in [
        (&b"0"[..], Some(0)),
        (b" 17", Some(17)),
        (b"\t+5", Some(5)),
        (b"007", Some(7)),
        (b"-0", Some(0)),
        (b" -1", Some(u64::MAX)),
        (b"18446744073709551615", Some(u64::MAX)),
        (b"5\0junk", Some(5)),
        (b"-1", None),
        (b"18446744073709551616", None),
        (b"5 ", None),
        (b"+ 5", None),
        (b"++5", None),
        (b" ", None),
        (b"", None),
        (b"0x1", None),
    ] {
        assert_eq!(cursor(text), expected, "{}", text.escape_ascii());
    }
}

#[test]
fn a_large_value_is_stored_and_replied_without_a_copy() {
    let value = vec![b'v'; 100_000];
    let mut request = format!("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n${}\r\n", value.len()).into_bytes();
    request.extend_from_slice(&value);
    request.extend_from_slice(b"\r\n");
    let limits = Limits {
        authenticated: true,
        bulk_bytes_max: 1 << 20,
    };
    let (mut req, mut pos) = (RequestBuf::new(), 0);
    let Parsed::Request(span) = Parser::new().next(&request, &mut pos, &mut req, &limits) else {
        panic!("incomplete")
    };
    let args = req.args(&request, span);
    let received = args.shared(2).expect("large").as_ptr();
    let mut world = World::default();
    assert_eq!(world.run_args(args), b"+OK\r\n");
    let mut out = OutBuf::new();
    let words: [&[u8]; 2] = [b"GET", b"k"];
    world.with_args(&words, |world, args| world.run_into(args, &mut out));
    let segments = out.take_segments();
    let sent = segments.iter().find_map(|segment| match segment {
        Segment::Shared(value) => Some(value.as_ptr()),
        Segment::Chunk(_) => None,
    });
    assert_eq!(sent, Some(received));
    drop(segments);
    world.line("APPEND k !");
    assert_eq!(world.line("STRLEN k"), ":100001\\r\\n");
}

#[test]
fn a_moved_value_keeps_its_encoding() {
    let mut world = World::default();
    world.line("SET k ab");
    world.line("APPEND k c");
    for line in ["RENAME k j", "COPY j k", "RENAME k l"] {
        world.line(line);
    }
    assert_eq!(world.line("OBJECT ENCODING l"), "$3\\r\\nraw\\r\\n");
    let hash = world.slot(b"l").hash(b"l");
    let taken = world.slot(b"l").table_mut(0).take(b"l", hash);
    assert!(matches!(taken, Some(Taken { value: TakenValue::Raw(text), .. }) if text == b"abc"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A walk returns every key that is there from its beginning to its end, whatever comes and
    /// goes meanwhile.
    #[test]
    fn scan_misses_nothing(
        lasting in proptest::collection::btree_set(0u16..2_000, 1..300),
        passing in proptest::collection::vec((any::<bool>(), 2_000u16..4_000), 0..300),
        count in 1usize..30,
    ) {
        let mut world = World::default();
        let name = |key: u16| format!("{{t}}{key}").into_bytes();
        for &key in &lasting {
            world.run(&[b"SET", &name(key), b"v"]);
        }
        let mut passing = passing.into_iter();
        let mut found = BTreeSet::new();
        let mut position = 0;
        loop {
            let step = world.scan_step(slot_of(b"{t}"), &Filter::ALL, position, count);
            found.extend(step.1);
            position = step.0;
            if position == 0 {
                break;
            }
            for (add, key) in passing.by_ref().take(5) {
                let words: [&[u8]; 3] = [if add { b"SET" } else { b"DEL" }, &name(key), b"v"];
                world.run(&words[..if add { 3 } else { 2 }]);
            }
        }
        for key in lasting {
            prop_assert!(found.contains(&name(key)), "{} is missing", key);
        }
    }
}

#[test]
fn a_list_that_turns_keeps_its_encoding() {
    let mut world = World::default();
    world.settings.encoding.list_max_listpack_size = 4;
    for line in ["RPUSH l 1 2 3 4 5", "LPOP l 2"] {
        world.line(line);
    }
    world.settings.encoding.list_max_listpack_size = 1;
    world.line("RPUSH one 1 2");
    world.line("LPOP one");
    assert_eq!(world.line("LMOVE one one LEFT RIGHT"), "$1\\r\\n2\\r\\n");
    assert_eq!(world.line("OBJECT ENCODING one"), "$9\\r\\nquicklist\\r\\n");
    world.settings.encoding.list_max_listpack_size = 4;
    let encoding = |world: &mut World| world.line("OBJECT ENCODING l");
    assert_eq!(encoding(&mut world), "$9\\r\\nquicklist\\r\\n");
    for line in [
        "LMOVE l l LEFT RIGHT",
        "RPOPLPUSH l l",
        "LMOVE l l LEFT LEFT",
    ] {
        world.line(line);
        assert_eq!(encoding(&mut world), "$9\\r\\nquicklist\\r\\n", "{line}");
    }
}
