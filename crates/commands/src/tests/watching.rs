//! Which requests a watcher notices, and which counters they move.

use super::world::World;

const SETUP: [&str; 4] = ["SET s abc", "RPUSH l a b c", "SET n 5 EX 100", "SET {n}2 6"];

#[test]
fn changes_are_noticed_and_nothing_else() {
    for (key, line, noticed) in [
        ("s", "SET s abc", true),
        ("s", "SET s x NX", false),
        ("s", "SET s x IFEQ y", false),
        ("s", "SET s x IFEQ abc", true),
        ("s", "SET s x EXAT 1", true),
        ("missing", "SET missing x EXAT 1", false),
        ("missing", "SET missing x", true),
        ("s", "SETNX s x", false),
        ("s", "GETSET s x", true),
        ("s", "GETDEL s", true),
        ("s", "GET s", false),
        ("s", "GETEX s", false),
        ("s", "GETEX s PERSIST", false),
        ("n", "GETEX n PERSIST", true),
        ("s", "GETEX s EX 10", true),
        ("s", "APPEND s x", true),
        ("s", "SETRANGE s 0 \"\"", false),
        ("s", "SETRANGE s 0 x", true),
        ("n", "INCR n", true),
        ("s", "INCR s", false),
        ("l", "INCR l", false),
        ("n", "INCRBYFLOAT n 0", true),
        ("s", "MSET s 1", true),
        ("missing", "MSETNX s 1 missing 2", false),
        ("s", "DEL s", true),
        ("missing", "DEL missing", false),
        ("s", "EXPIRE s 10", true),
        ("s", "EXPIRE s 10 XX", false),
        ("s", "EXPIRE s -1", true),
        ("n", "PERSIST n", true),
        ("s", "PERSIST s", false),
        ("s", "TOUCH s", false),
        ("s", "RENAME s t", true),
        ("t", "RENAME s t", true),
        ("s", "RENAME s s", false),
        ("l", "RENAMENX s l", false),
        ("s", "COPY s t", false),
        ("t", "COPY s t", true),
        ("s", "MOVE s 1", true),
        ("l", "RPUSH l x", true),
        ("l", "LPUSHX l x", true),
        ("missing", "LPUSHX missing x", false),
        ("l", "LPOP l", true),
        ("l", "LPOP l 0", false),
        ("l", "LPOP l 9", true),
        ("l", "LRANGE l 0 -1", false),
        ("l", "LMOVE l m LEFT LEFT", true),
        ("m", "LMOVE l m LEFT LEFT", true),
        ("l", "LMOVE l l LEFT RIGHT", true),
        ("l", "LMOVE l s LEFT LEFT", false),
        ("l", "BLPOP l 0", true),
        ("m", "BLMOVE l m LEFT LEFT 0", true),
        ("s", "FLUSHDB", true),
        ("missing", "FLUSHALL", false),
        ("s", "SWAPDB 0 1", true),
        ("s", "OBJECT ENCODING s", false),
    ] {
        assert_eq!(is_noticed(key, line), noticed, "{key} and {line}");
    }
}

#[test]
fn changes_of_bits_are_noticed_if_something_differs() {
    for (key, line, noticed) in [
        ("s", "SETBIT s 7 1", false),
        ("s", "SETBIT s 7 0", true),
        ("s", "SETBIT s 24 0", true),
        ("n", "SETBIT n 0 0", false),
        ("missing", "SETBIT missing 0 0", true),
        ("s", "BITFIELD s SET u8 0 97", false),
        ("s", "BITFIELD s GET u8 0 INCRBY u8 0 1", true),
        ("missing", "BITFIELD missing GET u8 0", false),
        ("s", "BITOP NOT s s", true),
        ("s", "BITOP NOT t s", false),
        ("s", "BITOP NOT s missing", true),
        ("missing", "BITOP NOT missing missing", false),
    ] {
        assert_eq!(is_noticed(key, line), noticed, "{key} and {line}");
    }
}

/// Whether someone who watches `key` notices a request.
fn is_noticed(key: &str, line: &str) -> bool {
    let mut world = World::default();
    SETUP.iter().for_each(|line| drop(world.line(line)));
    let before = world.slot(key.as_bytes()).watch(0, key.as_bytes());
    world.line(line);
    before != world.slot(key.as_bytes()).watch_version(0, key.as_bytes())
}

#[test]
fn a_watched_key_that_expires_is_noticed_when_it_is_looked_at() {
    let mut world = World {
        now_ms: 1_000,
        ..World::default()
    };
    world.line("SET k v PX 10");
    let before = world.slot(b"k").watch(0, b"k");
    world.now_ms = 1_011;
    assert_eq!(world.slot(b"k").watch_version(0, b"k"), before);
    world.line("EXISTS k");
    assert_ne!(world.slot(b"k").watch_version(0, b"k"), before);
}

#[test]
fn lookups_for_reading_are_counted() {
    for (line, hits, misses) in [
        ("GET k", 1, 0),
        ("GET missing", 0, 1),
        ("GET l", 1, 0),
        ("SET k v", 0, 0),
        ("SET k v GET", 1, 0),
        ("SET missing v GET", 0, 1),
        ("SET k v XX", 0, 0),
        ("MGET k l missing", 2, 1),
        ("EXISTS k missing", 1, 1),
        ("TOUCH k missing", 1, 1),
        ("TTL k", 1, 0),
        ("EXPIRE k 10", 0, 0),
        ("INCR missing", 0, 0),
        ("COPY k k2", 1, 0),
        ("RENAME k k2", 0, 0),
        ("LRANGE l 0 -1", 1, 0),
        ("LPOP l", 0, 0),
        ("DEL k", 0, 0),
        ("OBJECT ENCODING missing", 0, 1),
        ("MEMORY USAGE k", 0, 0),
    ] {
        let mut world = World::default();
        world.line("SET k v");
        world.line("RPUSH l a");
        world.line(line);
        assert_eq!(
            (world.stats.hits, world.stats.misses),
            (hits, misses),
            "{line}"
        );
    }
}

#[test]
fn access_is_dated_unless_the_session_leaves_no_trace() {
    let idle = |world: &mut World| world.line("OBJECT IDLETIME k");
    for (line, leaves_no_trace, seconds) in [
        ("GET k", false, 0),
        ("GET k", true, 5),
        ("TOUCH k", true, 0),
        ("EXISTS k", false, 5),
        ("TTL k", false, 5),
        ("TYPE k", false, 5),
        ("OBJECT ENCODING k", false, 5),
        ("APPEND k x", false, 0),
        ("SET k x", true, 0),
    ] {
        let mut world = World::default();
        world.line("SET k v");
        world.now_ms += 5_000;
        world.session.no_touch = leaves_no_trace;
        world.line(line);
        assert_eq!(idle(&mut world), format!(":{seconds}\\r\\n"), "{line}");
    }
}

#[test]
fn access_is_counted_if_the_policy_says_so() {
    let mut world = World::default();
    world.settings.counts_accesses = true;
    world.line("SET k v");
    assert_eq!(world.line("OBJECT FREQ k"), ":5\\r\\n");
    (0..200).for_each(|_| drop(world.line("GET k")));
    let counted = world.line("OBJECT FREQ k");
    let counted: u32 = counted[1..counted.len() - 4].parse().expect("a number");
    assert!((7..20).contains(&counted), "{counted}");
    assert!(
        world
            .line("OBJECT IDLETIME k")
            .starts_with("-ERR An LFU maxmemory policy is selected")
    );
    assert_eq!(world.line("OBJECT IDLETIME missing"), "$-1\\r\\n");
}
