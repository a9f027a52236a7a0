//! Fields whose time comes: what readers and writers see of them, and how they are removed.

use super::world::World;
use crate::{EventClass, note_expired_fields};

fn with_expired_fields() -> World {
    let mut world = World::default();
    world.line("HSET h a 1 b 2 c 3 d 4");
    world.line("HPEXPIRE h 10 FIELDS 3 a b c");
    world.now_ms += 10;
    assert_eq!(
        world.line("HEXISTS h a"),
        ":1\\r\\n",
        "lives through its last millisecond"
    );
    world.now_ms += 1;
    world
}

/// Removes what is due; what that yields as effects, and as events.
fn expire(world: &mut World, budget: usize) -> (Vec<String>, Vec<String>, bool) {
    world.effects.clear();
    world.effects.set_wanted(true);
    world
        .effects
        .events
        .set_wanted(EventClass::HASH | EventClass::GENERIC);
    let now_ms = world.now_ms;
    let World {
        slots,
        effects,
        stats,
        ..
    } = world;
    let mut more = false;
    for slot in slots.values_mut() {
        more |= slot.expire_fields(now_ms, budget, stats, &mut |db, gone| {
            note_expired_fields(effects, db, &gone);
        });
    }
    let told = effects.iter().map(|(_, args)| {
        let mut words: Vec<&[u8]> = args.iter().collect();
        words
            .get_mut(2..)
            .into_iter()
            .for_each(<[_]>::sort_unstable);
        words.join(&b' ').escape_ascii().to_string()
    });
    let told = told.collect();
    let events = effects.events.take();
    (
        told,
        events.iter().map(|event| event.name.to_owned()).collect(),
        more,
    )
}

#[test]
fn nobody_reads_a_field_whose_time_is_over_but_it_still_counts() {
    for (request, reply) in [
        ("HGET h a", "$-1\\r\\n"),
        ("HMGET h a d", "*2\\r\\n$-1\\r\\n$1\\r\\n4\\r\\n"),
        ("HGETALL h", "*2\\r\\n$1\\r\\nd\\r\\n$1\\r\\n4\\r\\n"),
        ("HKEYS h", "*1\\r\\n$1\\r\\nd\\r\\n"),
        ("HVALS h", "*1\\r\\n$1\\r\\n4\\r\\n"),
        ("HEXISTS h a", ":0\\r\\n"),
        ("HSTRLEN h a", ":0\\r\\n"),
        ("HLEN h", ":4\\r\\n"),
        ("HTTL h FIELDS 1 a", "*1\\r\\n:-2\\r\\n"),
        ("HPEXPIRETIME h FIELDS 1 a", "*1\\r\\n:-2\\r\\n"),
        ("HPERSIST h FIELDS 1 a", "*1\\r\\n:-2\\r\\n"),
        ("HEXPIRE h 100 FIELDS 1 a", "*1\\r\\n:-2\\r\\n"),
        ("HEXPIRE h 0 FIELDS 1 a", "*1\\r\\n:-2\\r\\n"),
        ("HGETEX h EX 100 FIELDS 1 a", "*1\\r\\n$-1\\r\\n"),
        ("HGETDEL h FIELDS 1 a", "*1\\r\\n$-1\\r\\n"),
        ("HDEL h a", ":0\\r\\n"),
        ("HSETEX h FXX FIELDS 1 a 5", ":0\\r\\n"),
        ("HRANDFIELD h", "$1\\r\\nd\\r\\n"),
        ("HRANDFIELD h 10", "*1\\r\\n$1\\r\\nd\\r\\n"),
        ("HRANDFIELD h -2", "*2\\r\\n$1\\r\\nd\\r\\n$1\\r\\nd\\r\\n"),
        (
            "HSCAN h 0 NOVALUES",
            "*2\\r\\n$1\\r\\n0\\r\\n*1\\r\\n$1\\r\\nd\\r\\n",
        ),
    ] {
        let mut world = with_expired_fields();
        assert_eq!(world.line(request), reply, "{request}");
        assert!(world.effects_of(&[request]).is_empty(), "{request}");
        assert_eq!(world.line("HLEN h"), ":4\\r\\n", "{request}");
    }
}

#[test]
fn who_writes_to_an_expired_field_makes_it_anew() {
    for (request, reply, effect) in [
        ("HSET h a 9", ":1\\r\\n", "HSET h a 9"),
        ("HSETNX h a 9", ":1\\r\\n", "HSET h a 9"),
        ("HINCRBY h a 9", ":9\\r\\n", "HSET h a 9"),
        ("HINCRBYFLOAT h a 9", "$1\\r\\n9\\r\\n", "HSET h a 9"),
        (
            "HSETEX h FNX KEEPTTL FIELDS 1 a 9",
            ":1\\r\\n",
            "HSETEX h KEEPTTL FIELDS 1 a 9",
        ),
    ] {
        let mut world = with_expired_fields();
        assert_eq!(world.effects_of(&[request]), [format!("0 {effect}")]);
        assert_eq!(
            world.line("HTTL h FIELDS 1 a"),
            "*1\\r\\n:-1\\r\\n",
            "{request}"
        );
        let mut world = with_expired_fields();
        world.effects.events.set_wanted(EventClass::HASH);
        assert_eq!(world.line(request), reply);
        let events = world.effects.events.take();
        assert_eq!(events[0].name, "hexpired", "{request}");
    }
}

#[test]
fn what_nobody_asks_for_is_removed_in_steps() {
    let mut world = with_expired_fields();
    assert_eq!(world.slot(b"h").next_due_ms(), Some(world.now_ms));
    let (told, events, more) = expire(&mut world, 100);
    assert_eq!(told, ["HDEL h a b c"]);
    assert_eq!(events, ["hexpired"]);
    assert_eq!((world.line("HLEN h"), more), (":1\\r\\n".to_owned(), false));
    assert_eq!(world.slot(b"h").next_due_ms(), None);
    assert_eq!(world.stats.expired_fields, 3);
    world.line("HPEXPIRE h 5 FIELDS 1 d");
    world.now_ms += 5;
    assert!(expire(&mut world, 100).0.is_empty());
    world.now_ms += 1;
    let (told, events, _) = expire(&mut world, 100);
    assert_eq!(
        (told, events),
        (
            vec!["HDEL h d".to_owned(), "UNLINK h".to_owned()],
            vec!["hexpired".to_owned(), "del".to_owned()],
        )
    );
    assert_eq!(world.line("EXISTS h"), ":0\\r\\n");
}

/// Many fields of several hashes: each step removes about as many as it may.
#[test]
fn a_step_is_bounded_and_all_go_in_the_end() {
    let mut world = World::default();
    for number in 0..3_000 {
        world.line(&format!(
            "HSETEX {{t}}{} PX {} FIELDS 1 f{number} v",
            number % 3,
            number + 1
        ));
    }
    world.line("HSET {t}0 stays v");
    world.now_ms += 5_000;
    let mut left = 3_000;
    loop {
        let (_, _, more) = expire(&mut world, 50);
        let now_left = 3_000 - world.stats.expired_fields as usize;
        assert!(left - now_left <= 50 + 60, "{left} to {now_left}");
        left = now_left;
        if !more {
            break;
        }
    }
    assert_eq!(left, 0);
    assert_eq!(
        world.line("HGETALL {t}0"),
        "*2\\r\\n$5\\r\\nstays\\r\\n$1\\r\\nv\\r\\n"
    );
    assert_eq!(world.line("EXISTS {t}0 {t}1 {t}2"), ":1\\r\\n");
}

/// The record goes where the hash goes, and ends with it.
#[test]
fn a_hash_that_is_moved_copied_or_overwritten_takes_its_times_along() {
    let fresh = || {
        let mut world = World::default();
        world.line("HSETEX {h} PX 10 FIELDS 1 a 1");
        world
    };
    for (request, gone) in [
        ("RENAME {h} {h}2", "HDEL {h}2 a; UNLINK {h}2"),
        (
            "COPY {h} {h}2",
            "HDEL {h} a; UNLINK {h}; HDEL {h}2 a; UNLINK {h}2",
        ),
        ("HSETEX {h} FIELDS 1 a 2", ""),
        ("HPERSIST {h} FIELDS 1 a", ""),
        ("HDEL {h} a", ""),
        ("SET {h} v", ""),
        ("DEL {h}", ""),
        ("HPEXPIRE {h} 100000 FIELDS 1 a", ""),
        ("FLUSHALL", ""),
    ] {
        let mut world = fresh();
        world.line(request);
        world.now_ms += 20;
        let mut told = expire(&mut world, 100).0;
        let order = |word: &String| word.split(' ').nth(1).map(str::to_owned);
        told.sort_by_key(order);
        assert_eq!(told.join("; "), gone, "{request}");
        let later = world.slot(b"{h}").next_due_ms();
        assert_eq!(
            later.is_some(),
            request.starts_with("HPEXPIRE"),
            "{request}"
        );
    }
}
