//! What writes are told onwards as.

use super::world::World;

#[test]
fn effects_are_those_of_valkey() {
    let mut world = World::default();
    let now = |seconds: i64| (world.now_ms + seconds * 1000).to_string();
    let recording = include_str!("recorded/effects.txt")
        .replace("<now>", &now(0))
        .replace("<now+1000>", &now(1))
        .replace("<now+100000>", &now(100));
    let mut different = Vec::new();
    for line in recording
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let (request, expected) = line.split_once(" =>").expect(line);
        let effects: Vec<String> = world
            .effects_of(&[request])
            .iter()
            .map(|effect| effect.split_once(' ').expect(effect).1.to_owned())
            .collect();
        let effects = effects.join("; ");
        if effects != expected.strip_prefix(' ').unwrap_or(expected) {
            different.push(format!(
                "{request}\n  Valkey {expected}\n  Ringkey {effects}"
            ));
        }
    }
    assert!(
        different.is_empty(),
        "{} effects\n{}",
        different.len(),
        different.join("\n")
    );
}

#[test]
fn times_in_effects_are_absolute() {
    let mut world = World {
        now_ms: 1_000_000,
        ..World::default()
    };
    let effects = world.effects_of(&[
        "SET a v EX 10",
        "SET a w PX 10 XX",
        "SETEX a 10 v",
        "PSETEX a 10 v",
        "GETEX a EX 20",
        "GETEX a PX 20",
        "EXPIRE a 30",
        "PEXPIRE a 30 LT",
        "EXPIRE a 40 XX",
    ]);
    let expected = [
        "0 SET a v PXAT 1010000",
        "0 SET a w PXAT 1000010",
        "0 SET a v PXAT 1010000",
        "0 SET a v PXAT 1000010",
        "0 PEXPIREAT a 1020000",
        "0 PEXPIREAT a 1000020",
        "0 PEXPIREAT a 1030000",
        "0 PEXPIREAT a 1000030 LT",
        "0 PEXPIREAT a 1040000 XX",
    ];
    assert_eq!(effects, expected);
}

#[test]
fn an_expired_key_is_told_by_whoever_finds_it() {
    for (request, reply, effects) in [
        ("GET k", "$-1\\r\\n", &["UNLINK k"][..]),
        ("EXISTS k", ":0\\r\\n", &["UNLINK k"]),
        ("TTL k", ":-2\\r\\n", &["UNLINK k"]),
        ("DEL k", ":0\\r\\n", &["UNLINK k"]),
        ("SET k w", "+OK\\r\\n", &["UNLINK k", "SET k w"]),
        (
            "SET k w KEEPTTL",
            "+OK\\r\\n",
            &["UNLINK k", "SET k w KEEPTTL"],
        ),
        ("SET k w XX", "$-1\\r\\n", &["UNLINK k"]),
        (
            "SETEX k 1 w",
            "+OK\\r\\n",
            &["UNLINK k", "SET k w PXAT 2051"],
        ),
        ("MSET k w", "+OK\\r\\n", &["UNLINK k", "MSET k w"]),
        ("INCR k", ":1\\r\\n", &["UNLINK k", "INCR k"]),
        ("RPUSH k w", ":1\\r\\n", &["UNLINK k", "RPUSH k w"]),
        ("RENAME k j", "-ERR no such key\\r\\n", &["UNLINK k"]),
        ("SCAN 0", "*2\\r\\n$1\\r\\n0\\r\\n*0\\r\\n", &["UNLINK k"]),
        ("RANDOMKEY", "$-1\\r\\n", &["UNLINK k"]),
        ("SCAN 0 TYPE list", "*2\\r\\n$1\\r\\n0\\r\\n*0\\r\\n", &[]),
        ("KEYS *", "*0\\r\\n", &[]),
        ("DBSIZE", ":1\\r\\n", &[]),
        ("OBJECT ENCODING k", "$-1\\r\\n", &["UNLINK k"]),
        (
            "DEBUG DIGEST-VALUE j",
            "*1\\r\\n+0000000000000000000000000000000000000000\\r\\n",
            &[],
        ),
    ] {
        let mut world = World {
            now_ms: 1_000,
            ..World::default()
        };
        world.line("SET k v PX 50");
        world.now_ms = 1_050;
        assert_eq!(
            world.line("EXISTS k"),
            ":1\\r\\n",
            "lives through its last millisecond"
        );
        world.now_ms = 1_051;
        assert_eq!(world.line(request), reply, "{request}");

        let mut world = World {
            now_ms: 1_000,
            ..World::default()
        };
        world.line("SET k v PX 50");
        world.now_ms = 1_051;
        let expected: Vec<String> = effects.iter().map(|effect| format!("0 {effect}")).collect();
        assert_eq!(world.effects_of(&[request]), expected, "{request}");
        assert_eq!(
            world.stats.expired,
            u64::from(!effects.is_empty()),
            "{request}"
        );
    }
}

#[test]
fn expired_keys_are_deleted_plainly_if_so_configured() {
    let mut world = World {
        now_ms: 1_000,
        ..World::default()
    };
    world.settings.lazy_expire = false;
    let effects = world.effects_of(&["SET k v", "EXPIRE k -1"]);
    assert_eq!(effects, ["0 SET k v", "0 DEL k"]);
    assert_eq!(world.stats.expired, 1);
}

#[test]
fn nothing_is_collected_for_nobody() {
    let mut world = World::default();
    world.line("SET k v EX 10");
    world.line("INCRBYFLOAT n 1");
    assert!(world.effects.is_empty());
}

#[test]
fn effects_name_the_database() {
    let mut world = World::default();
    let effects = world.effects_of(&["SELECT 3", "SET k v", "MOVE k 0", "SELECT 0", "DEL k"]);
    assert_eq!(effects, ["3 SET k v", "3 MOVE k 0", "0 DEL k"]);
}

/// Valkey keeps silent about it, and its log makes another keyspace than the one it is a log of.
#[test]
fn a_string_that_grew_for_a_number_that_did_not_fit_is_told_onwards() {
    let mut world = World::default();
    let request = "BITFIELD k OVERFLOW FAIL INCRBY u8 8 1000";
    assert_eq!(world.effects_of(&[request]), [format!("0 {request}")]);
    assert_eq!(world.line("GET k"), "$2\\r\\n\\x00\\x00\\r\\n");
    assert!(world.effects_of(&[request]).is_empty());
}
