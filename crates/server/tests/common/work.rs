//! Clients that work and check every reply, whatever the cores do meanwhile.
//!
//! Must never change what a client may expect: what disturbs them must not be noticed.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::{Client, Server};

/// Keys that nobody changes, in a database of their own.
const FIXED_KEYS: usize = 300;
/// Elements that go round among queues.
const TOKENS: usize = 6;
const QUEUES: usize = 4;

/// Keys of this kind; few, so that what moves hits them.
pub(crate) fn key(kind: &str, number: usize) -> String {
    format!("{kind}:{number}")
}

/// Whether to go on.
pub(crate) type GoOn<'a> = &'a (dyn Fn() -> bool + Sync);

/// Clients of all kinds work for so long, while `disturb` does what they must not notice.
pub(crate) fn work_undisturbed(
    server: &Server,
    period: Duration,
    disturb: impl FnOnce(Client, GoOn<'_>) + Send,
) {
    let mut control = server.client();
    assert_eq!(control.ask(&["SELECT", "1"]), "+OK");
    for number in 0..FIXED_KEYS {
        assert_eq!(control.ask(&["SET", &key("fixed", number), "x"]), "+OK");
    }
    assert_eq!(control.ask(&["SELECT", "0"]), "+OK");
    for token in 0..TOKENS {
        let queue = key("queue", token % QUEUES);
        control.ask(&["RPUSH", &queue, &token.to_string()]);
    }
    let stop = AtomicBool::new(false);
    let go_on = || !stop.load(Ordering::Relaxed);
    let go_on: GoOn<'_> = &go_on;
    std::thread::scope(|scope| {
        let mut workers = Vec::new();
        for worker in 0..3 {
            let (mut one, mut two, mut three) = (server.client(), server.client(), server.client());
            workers.push(scope.spawn(move || append(&mut one, worker, go_on)));
            workers.push(scope.spawn(move || pass_tokens(&mut two, worker, go_on)));
            workers.push(scope.spawn(move || write_pairs(&mut three, worker, go_on)));
        }
        let (mut counter, mut looker) = (server.client(), server.client());
        workers.push(scope.spawn(move || transact(&mut counter, go_on)));
        workers.push(scope.spawn(move || look_at_all(&mut looker, go_on)));
        let (mut speaker, mut hearer) = (server.client(), server.client());
        assert_eq!(
            hearer.ask(&["SUBSCRIBE", "news:0"]),
            "*3 $subscribe $news:0 :1"
        );
        workers.push(scope.spawn(move || publish(&mut speaker, &mut hearer, go_on)));
        let mut sleeper = server.client();
        let mut waker = server.client();
        workers.push(scope.spawn(move || wake(&mut sleeper, &mut waker, go_on)));
        let disturber = server.client();
        workers.push(scope.spawn(move || disturb(disturber, go_on)));
        std::thread::sleep(period);
        stop.store(true, Ordering::Relaxed);
        for worker in workers {
            worker.join().expect("a worker found nothing wrong");
        }
    });
    let lengths = (0..QUEUES).map(|queue| number(&control.ask(&["LLEN", &key("queue", queue)])));
    assert_eq!(lengths.sum::<i64>(), TOKENS as i64, "no token is lost");
}

pub(crate) fn number(reply: &str) -> i64 {
    let text = reply.trim_start_matches([':', '$']);
    text.parse()
        .unwrap_or_else(|_| panic!("no number: {reply}"))
}

/// A list only this worker appends to: every reply is its length, and nothing changes places.
fn append(client: &mut Client, worker: usize, go_on: GoOn<'_>) {
    let list = key("list", worker);
    let mut count = 0;
    while go_on() {
        // A pipeline over several slots: what comes back comes in order.
        let other = key("other", count % 50);
        client.send(&["RPUSH", &list, &count.to_string()]);
        client.send(&["SET", &other, &count.to_string()]);
        client.send(&["LINDEX", &list, "-1"]);
        count += 1;
        assert_eq!(client.reply(), format!(":{count}"));
        assert_eq!(client.reply(), "+OK");
        assert_eq!(client.reply(), format!("${}", count - 1));
    }
    assert_eq!(client.ask(&["LINDEX", &list, "0"]), "$0");
    assert_eq!(client.ask(&["LLEN", &list]), format!(":{count}"));
}

/// Takes a token out of a queue, waiting for it, and puts it into another.
fn pass_tokens(client: &mut Client, worker: usize, go_on: GoOn<'_>) {
    let mut turn = worker;
    while go_on() {
        turn += 1;
        let (from, to) = (
            key("queue", turn % QUEUES),
            key("queue", (turn * 3 + 1) % QUEUES),
        );
        if turn.is_multiple_of(2) {
            let moved = client.ask(&["BLMOVE", &from, &to, "LEFT", "RIGHT", "0.05"]);
            assert!(moved.starts_with('$'), "{moved}");
            continue;
        }
        let popped = client.ask(&["BLPOP", &from, &key("queue", (turn + 1) % QUEUES), "0.05"]);
        if let Some(token) = popped
            .strip_prefix("*2 ")
            .and_then(|two| two.rsplit('$').next())
        {
            let pushed = client.ask(&["RPUSH", &to, token]);
            assert!(number(&pushed) <= TOKENS as i64, "{pushed}");
        }
    }
}

/// Two keys on two slots, written together, are never read apart.
fn write_pairs(client: &mut Client, worker: usize, go_on: GoOn<'_>) {
    let (a, b) = (key("pair:a", worker % 2), key("pair:b", worker % 2));
    let mut turn = 0;
    while go_on() {
        turn += 1;
        let value = format!("{worker}-{turn}");
        assert_eq!(client.ask(&["MSET", &a, &value, &b, &value]), "+OK");
        let read = client.ask(&["MGET", &a, &b]);
        let values: Vec<&str> = read.split(' ').collect();
        assert_eq!(values[1], values[2], "{read}");
    }
}

/// Increments by WATCH and EXEC: with nobody else at it, none is refused and none is lost.
fn transact(client: &mut Client, go_on: GoOn<'_>) {
    let (first, second) = (key("count", 0), key("count", 1));
    let mut count = 0;
    while go_on() {
        assert_eq!(client.ask(&["WATCH", &first, &second]), "+OK");
        assert_eq!(client.ask(&["MULTI"]), "+OK");
        assert_eq!(client.ask(&["INCR", &first]), "+QUEUED");
        assert_eq!(client.ask(&["INCR", &second]), "+QUEUED");
        count += 1;
        assert_eq!(client.ask(&["EXEC"]), format!("*2 :{count} :{count}"));
    }
}

/// Questions over all slots miss none and count none twice.
fn look_at_all(client: &mut Client, go_on: GoOn<'_>) {
    assert_eq!(client.ask(&["SELECT", "1"]), "+OK");
    let all = format!(":{FIXED_KEYS}");
    while go_on() {
        assert_eq!(client.ask(&["DBSIZE"]), all);
        let keys = client.ask(&["KEYS", "*"]);
        assert!(keys.starts_with(&format!("*{FIXED_KEYS} ")), "{keys}");
        assert!(client.ask(&["RANDOMKEY"]).starts_with("$fixed:"));
        let mut found: Vec<String> = Vec::new();
        let mut cursor = "0".to_owned();
        loop {
            let page = client.ask(&["SCAN", &cursor, "COUNT", "1000"]);
            let mut words = page.split(' ').skip(1);
            cursor = words
                .next()
                .expect("a cursor")
                .trim_start_matches('$')
                .to_owned();
            found.extend(words.skip(1).map(str::to_owned));
            if cursor == "0" || !go_on() {
                break;
            }
        }
        if cursor == "0" {
            found.sort_unstable();
            found.dedup();
            assert_eq!(found.len(), FIXED_KEYS);
        }
    }
}

/// A subscriber hears every message of a channel, in order.
fn publish(speaker: &mut Client, hearer: &mut Client, go_on: GoOn<'_>) {
    let mut count = 0;
    while go_on() {
        for _ in 0..10 {
            count += 1;
            let told = speaker.ask(&["PUBLISH", "news:0", &count.to_string()]);
            assert_eq!(told, ":1");
        }
        for number in count - 9..=count {
            assert_eq!(hearer.reply(), format!("*3 $message $news:0 ${number}"));
        }
    }
}

/// A client that waits for ever for one of several keys is served, in its turn.
fn wake(sleeper: &mut Client, waker: &mut Client, go_on: GoOn<'_>) {
    let keys = [key("bed", 0), key("bed", 1), key("bed", 2)];
    let mut turn = 0;
    while go_on() {
        turn += 1;
        sleeper.send(&["BLPOP", &keys[0], &keys[1], &keys[2], "0"]);
        std::thread::sleep(Duration::from_millis(turn as u64 % 20));
        let key = &keys[turn % keys.len()];
        assert_eq!(waker.ask(&["RPUSH", key, &turn.to_string()]), ":1");
        assert_eq!(sleeper.reply(), format!("*2 ${key} ${turn}"));
    }
}
