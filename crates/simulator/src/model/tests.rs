//! The naive model answers as Valkey does.

use super::*;
use crate::wire::{shown, words};

fn run(model: &mut Model, now_ms: i64, script: &[(&str, &str)]) {
    for (request, expected) in script {
        let args = words(&request.split(' ').collect::<Vec<_>>());
        let with = Circumstances {
            db: 0,
            now_ms,
            resp3: false,
            in_exec: false,
        };
        let got = match model.execute(&with, &args) {
            Done::Reply(reply) => shown(&reply).replace("\\r\\n", " "),
            Done::Waits { keys, deadline_ms } => format!("waits {} {deadline_ms:?}", keys.len()),
            Done::Unknown => "unknown".to_owned(),
        };
        assert_eq!(got.trim(), *expected, "{request}");
    }
}

/// Replies written down from Valkey 9.1.
#[test]
fn answers_like_valkey() {
    let mut model = Model::default();
    run(
        &mut model,
        1000,
        &[
            ("GET a", "$-1"),
            ("SET a 7 PX 10", "+OK"),
            ("INCR a", ":8"),
            ("PTTL a", ":10"),
            ("SET a x IFEQ 8 KEEPTTL", "+OK"),
            ("SET a y NX GET", "$1 x"),
            ("INCR a", "-ERR value is not an integer or out of range"),
            ("APPEND a yz", ":3"),
            ("MSETNX b 1 a 2", ":0"),
            ("RENAME a b", "+OK"),
            ("PTTL b", ":10"),
            ("RENAME a b", "-ERR no such key"),
            ("COPY b c", ":1"),
            ("RPUSH l 1 2 3", ":3"),
            (
                "GET l",
                "-WRONGTYPE Operation against a key holding the wrong kind of value",
            ),
            ("MGET b l", "*2 $3 xyz $-1"),
            ("LMOVE l m LEFT RIGHT", "$1 1"),
            ("BLPOP none l 0", "*2 $1 l $1 2"),
            ("LPOP l 5", "*1 $1 3"),
            ("EXISTS l m", ":1"),
            ("BLPOP none l 0.5", "waits 2 Some(1500)"),
            ("BLMOVE none m LEFT LEFT 0", "waits 1 None"),
            ("DBSIZE", ":3"),
            ("KEYS *", "*3 $1 b $1 c $1 m"),
        ],
    );
    run(
        &mut model,
        1011,
        &[
            ("DBSIZE", ":3"),
            ("KEYS *", "*1 $1 m"),
            ("GET b", "$-1"),
            ("DBSIZE", ":2"),
            ("EXPIRE m 0", ":1"),
            ("EXISTS m", ":0"),
            ("SWAPDB 0 1", "+OK"),
            ("DBSIZE", ":0"),
        ],
    );
}

#[test]
fn traces_tell_reads_from_changes() {
    let mut model = Model::default();
    run(&mut model, 1, &[("SET a 1", "+OK"), ("DEL none", ":0")]);
    assert_eq!(model.take_touched().len(), 2);
    assert_eq!(model.take_changes(), [((0, b"a".to_vec()), false)].into());
    run(
        &mut model,
        1,
        &[
            ("GET a", "$1 1"),
            ("SET a 2 NX", "$-1"),
            ("RENAME a a", "+OK"),
        ],
    );
    assert!(model.take_changes().is_empty());
}
