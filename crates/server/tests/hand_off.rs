//! Slots move between cores while clients work on them: no reply is wrong, nobody is disconnected.

mod common;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use common::work::{GoOn, key, work_undisturbed};
use common::{Client, Server, until};

const CORES: [&str; 6] = [
    "--cores-min",
    "4",
    "--cores-max",
    "4",
    "--balance",
    "manual",
];
const WORK: Duration = Duration::from_secs(3);
/// About 200 moves a second.
const MOVE_PERIOD: Duration = Duration::from_millis(5);

fn slot_of(client: &mut Client, key: &str) -> String {
    client.ask(&["CLUSTER", "KEYSLOT", key])[1..].to_owned()
}

#[test]
fn every_reply_is_right_while_slots_move() {
    let server = Server::start(&CORES);
    let moves = AtomicU64::new(0);
    work_undisturbed(&server, WORK, |mut client, go_on| {
        move_slots(&mut client, &moves, go_on);
    });
    assert!(moves.load(Ordering::Relaxed) > 50, "slots did move");
    let told = server.client().ask(&["RINGKEY", "MOVES", "3"]);
    assert!(told.starts_with("*3"), "{told}");
}

/// Hands slots of the keys in use from core to core.
fn move_slots(client: &mut Client, moves: &AtomicU64, go_on: GoOn<'_>) {
    let mut slots: Vec<String> = Vec::new();
    for kind in [
        "list", "queue", "pair:a", "pair:b", "news", "count", "fixed",
    ] {
        for number in 0..4 {
            slots.push(slot_of(client, &key(kind, number)));
        }
    }
    let mut turn = 0;
    while go_on() {
        turn += 1;
        let slot = &slots[(turn * 7) % slots.len()];
        let core = ((turn * 5 + turn / 11) % 4).to_string();
        assert_eq!(client.ask(&["RINGKEY", "MOVE", slot, &core]), "+OK");
        let owned = client.ask(&["RINGKEY", "SLOTS", slot]);
        assert_eq!(owned, format!("*1 *3 :{slot} :{slot} :{core}"));
        moves.fetch_add(1, Ordering::Relaxed);
        std::thread::sleep(MOVE_PERIOD);
    }
}

#[test]
fn what_cannot_be_moved_is_refused() {
    let server = Server::start(&CORES);
    let mut client = server.client();
    let mut refused = |words: &[&str], text: &str| {
        let words = [&["RINGKEY"], words].concat();
        assert_eq!(client.ask(&words), text, "{words:?}");
    };
    refused(
        &["MOVE", "16384", "0"],
        "-ERR no such slot: they are 0 to 16383",
    );
    refused(
        &["MOVE", "-1", "0"],
        "-ERR no such slot: they are 0 to 16383",
    );
    refused(&["MOVE", "1", "4"], "-ERR no such core: there are 4 cores");
    refused(&["SLOTS", "x"], "-ERR no such slot: they are 0 to 16383");
    refused(
        &["MOVES", "-1"],
        "-ERR value is not an integer or out of range",
    );
    refused(&["MOVE", "1", "0"], "+OK");
    refused(
        &["SLOTS"],
        "*4 *3 :0 :4095 :0 *3 :4096 :8191 :1 *3 :8192 :12287 :2 *3 :12288 :16383 :3",
    );
    assert_eq!(client.ask(&["RINGKEY", "MOVE", "0", "3"]), "+OK");
    assert_eq!(
        client.ask(&["RINGKEY", "SLOTS", "0", "1"]),
        "*2 *3 :0 :0 :3 *3 :1 :1 :0"
    );
    let info = client.ask(&["INFO", "cores"]);
    assert!(info.contains("core3:state=running,slots=4097,"), "{info}");
    assert!(!client.ask(&["INFO"]).contains("# Cores"));
    assert!(client.ask(&["INFO", "cores"]).contains("# Cores"));
    assert_eq!(client.ask(&["COMMAND", "COUNT"]), ":257");
}

/// How long a move takes does not depend on what the slot holds: it is one pointer.
#[test]
fn a_full_slot_moves_as_an_empty_one_does() {
    let keys = if common::is_night() {
        1_000_000
    } else {
        20_000
    };
    let server = Server::start(&CORES);
    let mut client = server.client();
    client.ask(&["SET", "{few}:0", "x"]);
    for batch in 0..keys / 1000 {
        for number in 0..1000 {
            client.send(&["SET", &format!("{{many}}:{batch}:{number}"), "x"]);
        }
        (0..1000).for_each(|_| assert_eq!(client.reply(), "+OK"));
    }
    for tag in ["{few}", "{many}"] {
        let slot = slot_of(&mut client, tag);
        let mut times: Vec<Duration> = (0..400)
            .map(|turn: usize| {
                let core = (turn % 4).to_string();
                let start = Instant::now();
                assert_eq!(client.ask(&["RINGKEY", "MOVE", &slot, &core]), "+OK");
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        // Told, not asserted: the machine decides.
        println!("{tag} median {:?}, p99 {:?}", times[200], times[395]);
    }
    assert_eq!(client.ask(&["GET", "{few}:0"]), "$x");
    let count = format!(":{}", keys + 1);
    until("all keys are there", || {
        (client.ask(&["DBSIZE"]) == count).then_some(())
    });
}
