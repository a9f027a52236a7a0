//! Keys of requests, held against what Valkey reports.

use proptest::prelude::*;

use super::*;
use crate::{Begin, Find, lookup, resolve};

fn request(line: &str) -> Vec<Vec<u8>> {
    line.split(' ')
        .map(|word| word.as_bytes().to_vec())
        .collect()
}

/// Places of the keys of a request that could run.
fn places(line: &str) -> Vec<usize> {
    let args = request(line);
    let id = resolve(&args[..]).expect("the request could run");
    let mut list = KeyList::new();
    let _ = keys(id, &args[..], &mut list);
    list.indexes().collect()
}

#[test]
fn routing_sees_every_key() {
    let cases: &[(&str, &[usize])] = &[
        ("GET a", &[1]),
        ("PING", &[]),
        ("MSET a 1 b 2 c 3", &[1, 3, 5]),
        ("BLPOP a b c 0", &[1, 2, 3]),
        ("LMOVE a b LEFT RIGHT", &[1, 2]),
        ("BITOP AND d a b", &[2, 3, 4]),
        ("EVAL s 0 x", &[]),
        ("EVAL s 2 a b x", &[3, 4]),
        ("ZUNIONSTORE d 2 a b WEIGHTS 1 2", &[1, 3, 4]),
        ("MSETEX 2 a 1 b 2 EX 3", &[2, 4]),
        ("XREAD COUNT 2 STREAMS a b 0 0", &[4, 5]),
        ("XREADGROUP GROUP g c NOACK STREAMS a b > >", &[6, 7]),
        ("SORT a BY w_* STORE b STORE c", &[1, 7]),
        ("GEORADIUS a 1 2 3 m STORE b STOREDIST c", &[1, 9]),
        ("OBJECT ENCODING a", &[2]),
        ("PFMERGE d", &[1]),
        ("PFMERGE d a b", &[1, 2, 3]),
        ("PUBLISH c m", &[]),
        ("SSUBSCRIBE c d", &[]),
    ];
    for (line, wanted) in cases {
        assert_eq!(places(line), *wanted, "{line}");
    }
    let migrate = [
        &b"MIGRATE"[..],
        b"h",
        b"1",
        b"",
        b"0",
        b"1",
        b"KEYS",
        b"a",
        b"b",
    ];
    let mut list = KeyList::new();
    keys(CommandId::Migrate, &migrate[..], &mut list).expect("MIGRATE names its keys");
    assert_eq!(list.indexes().collect::<Vec<_>>(), [7, 8]);
}

#[test]
fn nonsense_names_no_keys_and_says_so() {
    let mut list = KeyList::new();
    for line in [
        "EVAL s 3 a b",
        "EVAL s -1 a",
        "ZUNIONSTORE d 0 a",
        "ZUNIONSTORE d 9 a",
        "LMPOP x a LEFT",
    ] {
        let args = request(line);
        let id = resolve(&args[..]).expect("the number of arguments is right");
        assert_eq!(keys(id, &args[..], &mut list), Err(KeysError), "{line}");
        assert!(list.is_empty(), "{line}");
    }
}

#[test]
fn a_list_is_emptied_before_use() {
    let mut list = KeyList::new();
    for line in ["MGET a b c", "GET a"] {
        let args = request(line);
        let id = lookup(&args[0]).expect("a command");
        keys(id, &args[..], &mut list).expect("plain keys");
    }
    assert_eq!(
        list.as_slice(),
        [Key {
            index: 1,
            flags: KeyFlags::RO.union(KeyFlags::ACCESS)
        }]
    );
}

#[test]
fn options_decide_how_a_key_is_used() {
    let flags = |line: &str| {
        let args = request(line);
        let mut list = KeyList::new();
        keys(lookup(&args[0]).expect("a command"), &args[..], &mut list).expect("one key");
        list.as_slice()[0].flags
    };
    assert!(!flags("SET k v EX 10").contains(KeyFlags::ACCESS));
    assert!(flags("SET k v get").contains(KeyFlags::ACCESS));
    assert!(!flags("BITFIELD k GET u8 0 GET u8 8").writes());
    assert!(flags("BITFIELD k GET u8 0 SET u8 8 1").writes());
    assert!(flags("BITFIELD k GET u8").writes());
}

#[test]
fn the_generic_rule_reads_keywords_from_both_ends() {
    let rule = |from| crate::KeySpec {
        begin: Begin::Keyword {
            keyword: "KEYS",
            from,
        },
        find: Find::Range {
            last: -1,
            step: 1,
            limit: 0,
        },
        flags: KeyFlags::RO,
        notes: "",
    };
    let found = |from, line: &str| {
        let mut list = KeyList::new();
        rules::apply(&[rule(from)], &request(line)[..], &mut list).expect("keys or none");
        list.indexes().collect::<Vec<_>>()
    };
    assert_eq!(found(1, "X keys a KEYS b"), [2, 3, 4]);
    assert_eq!(found(2, "X keys a KEYS b"), [4]);
    assert_eq!(found(-2, "X a KEYS b keys"), [3, 4]);
    assert_eq!(found(-2, "X a b keys"), [] as [usize; 0]);
    assert_eq!(found(-9, "X keys a"), [] as [usize; 0]);
}

fn arg() -> impl Strategy<Value = Vec<u8>> {
    const WORDS: &[&str] = &[
        "",
        "a",
        "0",
        "1",
        "2",
        "3",
        "-1",
        "+2",
        "07",
        "4294967297",
        "9223372036854775807",
        "99999999999999999999",
        "streams",
        "STORE",
        "storedist",
        "KEYS",
        "get",
        "set",
        "overflow",
        "by",
        "limit",
        "auth",
        "auth2",
        "block",
        "count",
        "group",
        "noack",
    ];
    prop_oneof![
        proptest::sample::select(WORDS).prop_map(|word| word.as_bytes().to_vec()),
        proptest::collection::vec(any::<u8>(), 0..4),
    ]
}

proptest! {
    #[test]
    fn keys_are_arguments_of_the_request(
        id in proptest::sample::select(&CommandId::ALL),
        rest in proptest::collection::vec(arg(), 0..12),
    ) {
        let mut args: Vec<_> = id.full_name().split('|').map(|w| w.as_bytes().to_vec()).collect();
        args.extend(rest);
        let mut list = KeyList::new();
        if resolve(&args[..]) == Ok(id) {
            let found = keys(id, &args[..], &mut list);
            prop_assert!(found.is_ok() || list.is_empty());
            prop_assert!(list.indexes().all(|index| index > 0 && index < args.len()));
            prop_assert!(list.len() < args.len());
            if let Some(only) = only_key(id) {
                prop_assert_eq!(list.indexes().collect::<Vec<_>>(), vec![only]);
            }
        }
    }
}
