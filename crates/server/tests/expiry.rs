//! Many keys that fall due at once are gone soon after, though nobody asks for them.

mod common;

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use common::{Client, Server, until};

/// Requests sent before replies are read.
const BATCH: usize = 500;

#[test]
fn a_hundred_thousand_keys_that_fall_due_in_one_second_go_by_themselves() {
    for cores in ["1", "2"] {
        let server = Server::start(&["--cores-min", cores, "--cores-max", cores]);
        let mut client = server.client();
        let due_ms = fill_in_time(&mut client, 100_000);
        assert_eq!(client.ask(&["SET", "stays", "x"]), "+OK");
        until("all gone", || {
            (client.ask(&["DBSIZE"]) == ":1").then_some(())
        });
        assert!(now_ms() >= due_ms + 999, "gone before they were due");
        assert_eq!(client.info("expired_keys"), 100_000);
        assert_eq!(client.ask(&["GET", "stays"]), "$x");
    }
}

/// Fills before the first key is due, however slow the machine is. Returns when that is.
fn fill_in_time(client: &mut Client, keys: usize) -> i64 {
    for wait_ms in [1_000, 4_000, 16_000] {
        let due_ms = now_ms() + wait_ms;
        fill(client, keys, due_ms);
        if now_ms() < due_ms {
            return due_ms;
        }
        assert_eq!(client.ask(&["FLUSHALL"]), "+OK");
        assert_eq!(client.ask(&["CONFIG", "RESETSTAT"]), "+OK");
    }
    panic!("filling {keys} keys takes more than 16 s");
}

#[test]
fn a_million_keys_that_fall_due_in_one_second_are_gone_a_second_later() {
    if !common::is_night() {
        return;
    }
    const KEYS: usize = 1_000_000;
    let server = Server::start(&[]);
    let (mut client, mut reader) = (server.client(), server.client());
    for number in 0..1000 {
        assert_eq!(client.ask(&["SET", &format!("stays:{number}"), "x"]), "+OK");
    }
    // Long enough for a debug build to fill, and for the figure before.
    let due_ms = now_ms() + 40_000;
    fill(&mut client, KEYS, due_ms);
    assert!(now_ms() < due_ms - 4_000, "filling took too long");
    let before = latencies(&mut reader, due_ms - 3_000, due_ms - 1_000);
    let meanwhile = latencies(&mut reader, due_ms, due_ms + 1_000);
    let after = latencies(&mut reader, due_ms + 1_000, due_ms + 2_000);
    let left = client.ask(&["DBSIZE"]);
    for (name, times) in [
        ("before", &before),
        ("meanwhile", &meanwhile),
        ("after", &after),
    ] {
        let at = |part: f64| times[(times.len() as f64 * part) as usize];
        println!(
            "GET {name}: {} requests, p50 {:?}, p99 {:?}, p99.9 {:?}",
            times.len(),
            at(0.5),
            at(0.99),
            at(0.999)
        );
    }
    assert_eq!(left, ":1000", "one second after the last was due");
    assert_eq!(client.info("expired_keys"), KEYS as i64);
}

/// Keys of 16 bytes with 64 bytes each, due evenly within the second after `due_ms`.
fn fill(client: &mut Client, keys: usize, due_ms: i64) {
    let value = "v".repeat(64);
    for start in (0..keys).step_by(BATCH) {
        let mut bytes = Vec::new();
        for number in start..start + BATCH {
            let key = format!("key:{number:012}");
            let at_ms = due_ms + (number * 1000 / keys) as i64;
            let words = ["SET", &key, &value, "PXAT", &at_ms.to_string()];
            bytes.extend(common::request(&words));
        }
        client.send_bytes(&bytes);
        assert!(client.read_bytes(5 * BATCH) == b"+OK\r\n".repeat(BATCH));
    }
}

/// How long GETs took, one after the other, from one moment to the other; sorted.
fn latencies(client: &mut Client, from_ms: i64, to_ms: i64) -> Vec<Duration> {
    let wait_ms = u64::try_from(from_ms - now_ms()).unwrap_or(0);
    std::thread::sleep(Duration::from_millis(wait_ms));
    let mut times = Vec::new();
    while now_ms() < to_ms {
        let key = format!("stays:{}", times.len() % 1000);
        let started = Instant::now();
        assert_eq!(client.ask(&["GET", &key]), "$x");
        times.push(started.elapsed());
    }
    times.sort_unstable();
    times
}

fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.expect("a clock after 1970").as_millis() as i64
}
