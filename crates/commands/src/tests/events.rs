//! What happens to keys is told as Valkey tells it.

use super::world::World;
use crate::EventClass;

const EVERYTHING: [EventClass; 10] = [
    EventClass::GENERIC,
    EventClass::STRING,
    EventClass::LIST,
    EventClass::HASH,
    EventClass::SET,
    EventClass::ZSET,
    EventClass::STREAM,
    EventClass::EXPIRED,
    EventClass::NEW,
    EventClass::KEY_MISS,
];

fn listening(classes: &[EventClass]) -> World {
    let mut world = World::default();
    let all = classes
        .iter()
        .fold(EventClass::default(), |all, &class| all | class);
    world.effects.events.set_wanted(all);
    world
}

fn events_of(world: &mut World, line: &str) -> String {
    world.line(line);
    let events = world.effects.events.take();
    let shown: Vec<String> = events
        .iter()
        .map(|event| format!("{} {} {}", event.db, event.name, event.key.escape_ascii()))
        .collect();
    shown.join("; ")
}

#[test]
fn events_are_those_of_valkey() {
    let mut world = listening(&EVERYTHING);
    let mut different = Vec::new();
    let lines = include_str!("recorded/events.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let (request, expected) = line.split_once(" =>").expect(line);
        let events = events_of(&mut world, request);
        if events != expected.trim() {
            different.push(format!(
                "{request}\n  Valkey  {expected}\n  Ringkey {events}"
            ));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn an_expired_key_is_told_of_when_it_is_found() {
    let mut world = listening(&EVERYTHING);
    events_of(&mut world, "SET k v PX 10");
    world.now_ms += 11;
    assert_eq!(events_of(&mut world, "GET k"), "0 expired k; 0 keymiss k");
    events_of(&mut world, "SET k v PX 10");
    world.now_ms += 11;
    assert_eq!(
        events_of(&mut world, "SET k v"),
        "0 expired k; 0 new k; 0 set k"
    );
}

#[test]
fn only_what_is_wanted_is_noted() {
    let mut world = listening(&[EventClass::LIST]);
    assert_eq!(events_of(&mut world, "SET k v EX 100"), "");
    assert_eq!(events_of(&mut world, "LPUSH l a"), "0 lpush l");
    assert_eq!(events_of(&mut world, "LPOP l"), "0 lpop l");
    assert!(World::default().effects.events.is_empty());
}
