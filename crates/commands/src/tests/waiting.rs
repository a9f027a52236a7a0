//! Requests that wait, and who tells them that there is something.

use std::sync::Arc;

use command_table::CommandId;
use keyspace::{Slot, Waiter};

use super::world::World;
use crate::list::is_ready;
use crate::{BlockOn, OnTimeout, other_key};

fn wait_in(slot: &mut Slot, db: u32, key: &[u8]) {
    let (claim, request) = (Arc::default(), Arc::new(()));
    slot.add_waiter(
        db,
        key,
        Waiter {
            id: 1,
            claim,
            home: 0,
            session: 1,
            request,
        },
    );
}

#[test]
fn a_request_that_finds_nothing_says_what_it_waits_for() {
    for (line, keys, deadline_ms) in [
        ("BLPOP a b c 0", vec![1, 2, 3], None),
        ("BRPOP a 0.5", vec![1], Some(1_500)),
        ("BLPOP a a 2", vec![1, 2], Some(3_000)),
        ("BLMOVE a b LEFT RIGHT 1", vec![1], Some(2_000)),
        ("BRPOPLPUSH a b 0", vec![1], None),
    ] {
        let mut world = World {
            now_ms: 1_000,
            ..World::default()
        };
        assert_eq!(world.line(line), "", "{line}");
        let on_timeout = OnTimeout::NullArray;
        assert_eq!(
            world.block,
            Some(BlockOn {
                keys,
                deadline_ms,
                on_timeout
            }),
            "{line}"
        );
    }
}

#[test]
fn where_nothing_may_wait_the_answer_is_null() {
    let mut world = World::default();
    world.session.deny_blocking = true;
    for (line, reply) in [
        ("BLPOP a b 0", "*-1\\r\\n"),
        ("BRPOP a 0", "*-1\\r\\n"),
        ("BLMOVE a b LEFT RIGHT 0", "$-1\\r\\n"),
        ("BRPOPLPUSH a b 0", "$-1\\r\\n"),
        (
            "BLPOP a x",
            "-ERR timeout is not a float or out of range\\r\\n",
        ),
    ] {
        assert_eq!(world.line(line), reply, "{line}");
        assert_eq!(world.block, None, "{line}");
    }
}

#[test]
fn whatever_puts_a_list_under_a_key_makes_it_ready() {
    for (setup, line, ready) in [
        ("", "RPUSH {k} a", true),
        ("", "LPUSH {k} a", true),
        ("RPUSH {k}src a", "RENAME {k}src {k}", true),
        ("RPUSH {k}src a", "RENAMENX {k}src {k}", true),
        ("RPUSH {k}src a", "COPY {k}src {k}", true),
        ("RPUSH {k}src a", "LMOVE {k}src {k} LEFT LEFT", true),
        ("RPUSH {k}src a", "RPOPLPUSH {k}src {k}", true),
        ("", "SET {k} a", false),
        ("", "RPUSH {k}src a", false),
        ("", "RPUSHX {k} a", false),
    ] {
        let mut world = World::default();
        if !setup.is_empty() {
            world.line(setup);
        }
        wait_in(world.slot(b"{k}"), 0, b"{k}");
        world.line(line);
        let told = !world.slot(b"{k}").take_ready().is_empty();
        assert_eq!(told, ready, "{line}");
        let now_ms = world.now_ms;
        let can = is_ready(CommandId::Blpop, world.slot(b"{k}"), 0, b"{k}", now_ms);
        assert_eq!(can, ready, "{line}");
    }
}

#[test]
fn only_living_lists_serve_and_only_those_that_wait_for_lists() {
    let mut world = World {
        now_ms: 1_000,
        ..World::default()
    };
    world.line("RPUSH k a");
    world.line("PEXPIRE k 10");
    let mut ready = |command, db, now_ms| is_ready(command, world.slot(b"k"), db, b"k", now_ms);
    assert!(ready(CommandId::Brpoplpush, 0, 1_010));
    assert!(!ready(CommandId::Brpoplpush, 0, 1_011));
    assert!(!ready(CommandId::Blpop, 1, 1_000));
    assert!(!ready(CommandId::Get, 0, 1_000));
}

#[test]
fn moving_needs_the_other_key_as_well() {
    let key = |id, words: &[&str]| {
        let mut world = World::default();
        let words: Vec<&[u8]> = words.iter().map(|word| word.as_bytes()).collect();
        world.with_args(&words, |_, args| other_key(id, args).map(<[u8]>::to_vec))
    };
    let moved = key(
        CommandId::Blmove,
        &["BLMOVE", "a", "b", "LEFT", "LEFT", "0"],
    );
    assert_eq!(moved.as_deref(), Some(&b"b"[..]));
    let pushed = key(CommandId::Brpoplpush, &["BRPOPLPUSH", "a", "b", "0"]);
    assert_eq!(pushed.as_deref(), Some(&b"b"[..]));
    assert_eq!(key(CommandId::Blpop, &["BLPOP", "a", "b", "0"]), None);
}
