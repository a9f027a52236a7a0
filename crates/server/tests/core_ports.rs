//! A port for each core: clients of a cluster find every slot, counts over all ports are exact
//! while slots move, and whoever asks at the wrong port is told at last, but served.

mod common;

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use common::{Client, Server, free_port, request, until};
use redis::TypedCommands;
use redis::cluster::ClusterClient;

const CORES: u16 = 4;
const KEYS: usize = 2_000;
const WORK: Duration = Duration::from_secs(3);
/// About 200 moves a second.
const MOVE_PERIOD: Duration = Duration::from_millis(5);
/// Slots move to their new core for good, then this passes before clients are told.
const SETTLED: Duration = Duration::from_millis(1_000);

/// A server with core ports, and the first of them.
fn start() -> (Server, u16) {
    // Whoever else takes one of these ports meanwhile makes another try necessary.
    let base = until("adjacent free ports", || {
        let base = free_port();
        let bind = |port| std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let last = base.checked_add(CORES - 1)?;
        (base..=last).all(|port| bind(port).is_ok()).then_some(base)
    });
    let (cores, first) = (CORES.to_string(), base.to_string());
    let server = Server::start(&[
        "--cores-min",
        &cores,
        "--cores-max",
        &cores,
        "--cluster-enabled",
        "yes",
        "--cluster-core-ports-base",
        &first,
    ]);
    (server, base)
}

fn at(base: u16, index: u16) -> Client {
    Client::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, base + index)))
}

fn number(reply: &str) -> i64 {
    let text = reply.trim_start_matches(':');
    text.parse()
        .unwrap_or_else(|_| panic!("no number: {reply}"))
}

/// Every core's requests that went to another core.
fn hops(control: &mut Client) -> i64 {
    let told = control.ask(&["INFO", "cores"]);
    let figures = told.split([',', ':', '\n']);
    let hops = figures.filter_map(|figure| figure.strip_prefix("hops="));
    hops.map(number).sum()
}

/// All keys that a scan of one port finds.
fn scan(client: &mut Client, found: &mut BTreeSet<String>) {
    let mut cursor = "0".to_owned();
    loop {
        let reply = client.ask(&["SCAN", &cursor, "COUNT", "100"]);
        let mut words = reply.split(' ').skip(1);
        cursor = words.next().expect("a cursor")[1..].to_owned();
        found.extend(words.skip(1).map(|key| key[1..].to_owned()));
        if cursor == "0" {
            return;
        }
    }
}

#[test]
fn what_all_ports_count_and_scan_is_exact_while_slots_move() {
    let (server, base) = start();
    let mut control = server.client();
    let keys: BTreeSet<String> = (0..KEYS).map(|number| format!("key:{number}")).collect();
    for key in &keys {
        assert_eq!(control.ask(&["SET", key, "x"]), "+OK");
    }
    let stop = AtomicBool::new(false);
    std::thread::scope(|threads| {
        threads.spawn(|| move_slots(&server, &stop));
        let mut ports: Vec<Client> = (0..CORES).map(|index| at(base, index)).collect();
        let end = Instant::now() + WORK;
        while Instant::now() < end {
            let sizes = ports.iter_mut().map(|port| number(&port.ask(&["DBSIZE"])));
            assert_eq!(sizes.sum::<i64>(), KEYS as i64);
            let mut found = BTreeSet::new();
            ports.iter_mut().for_each(|port| scan(port, &mut found));
            assert_eq!(found, keys);
            let named = ports.iter_mut().map(|port| port.ask(&["KEYS", "*"]));
            let named = named.map(|reply| reply.split(' ').count() - 1);
            assert_eq!(named.sum::<usize>(), KEYS);
        }
        stop.store(true, Ordering::Relaxed);
    });
    let first = at(base, 0).ask(&["FLUSHALL"]);
    assert_eq!(first, "+OK");
    let left = number(&control.ask(&["DBSIZE"]));
    assert!(0 < left && left < KEYS as i64, "{left} keys are left");
}

/// Hands slots from core to core until it is told to stop.
fn move_slots(server: &Server, stop: &AtomicBool) {
    let mut mover = server.client();
    let mut turn: u32 = 1;
    while !stop.load(Ordering::Relaxed) {
        turn = turn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (slot, core) = ((turn >> 8) % 16_384, (turn >> 24) % u32::from(CORES));
        let moved = mover.ask(&["RINGKEY", "MOVE", &slot.to_string(), &core.to_string()]);
        assert_eq!(moved, "+OK");
        std::thread::sleep(MOVE_PERIOD);
    }
}

#[test]
fn a_slot_is_redirected_once_it_has_settled() {
    let (server, base) = start();
    let mut control = server.client();
    let mut old = at(base, 0);
    let key = "{06S}:1"; // slot 0 stays announced at its home: another one is needed
    assert_eq!(old.ask(&["CLUSTER", "KEYSLOT", key]), ":0");
    assert_eq!(old.ask(&["SET", key, "1"]), "+OK");
    assert_eq!(control.ask(&["RINGKEY", "MOVE", "0", "3"]), "+OK");
    let key = "{Qi}:1";
    assert_eq!(old.ask(&["CLUSTER", "KEYSLOT", key]), ":1");
    let moved_at = Instant::now();
    assert_eq!(control.ask(&["RINGKEY", "MOVE", "1", "2"]), "+OK");
    let moved = format!("-MOVED 1 127.0.0.1:{}", base + 2);
    let told = until("the redirection", || {
        Some(old.ask(&["SET", key, "1"])).filter(|reply| reply != "+OK")
    });
    assert_eq!(told, moved);
    assert!(moved_at.elapsed() >= SETTLED);
    // Of what is sent together nothing overtakes what was redirected; other slots are served.
    until("a pipeline that is redirected", || {
        let pipeline: Vec<u8> = (0..3)
            .flat_map(|_| [request(&["SET", key, "2"]), request(&["GET", "{5L5}"])].concat())
            .collect();
        old.send_bytes(&pipeline);
        let told: Vec<String> = (0..6).map(|_| old.reply()).collect();
        assert!(
            told.chunks(2).all(|pair| pair == [told[0].as_str(), "$-1"]),
            "{told:?}"
        );
        (told[0] == moved).then_some(())
    });
    // Who goes on asking is served, for a while.
    until("an answer", || {
        (old.ask(&["SET", key, "2"]) == "+OK").then_some(())
    });
    until("another redirection", || {
        (old.ask(&["GET", key]) == moved).then_some(())
    });
    // A transaction is not interrupted, and neither is who insists.
    for _ in 0..3 {
        std::thread::sleep(Duration::from_millis(150));
        assert_eq!(old.ask(&["MULTI"]), "+OK");
        assert_eq!(old.ask(&["INCR", key]), "+QUEUED");
        assert!(old.ask(&["EXEC"]).starts_with("*1 :"));
        assert_eq!(old.ask(&["ASKING"]), "+OK");
        assert!(old.ask(&["GET", key]).starts_with('$'));
    }
    let mut other = at(base, 2);
    assert_eq!(other.ask(&["GET", key]), "$5");
    assert_eq!(old.ask(&["GET", "{06S}:1"]), "$1");
    let ids: BTreeSet<String> = (0..CORES)
        .map(|index| at(base, index).ask(&["CLUSTER", "MYID"]))
        .collect();
    assert_eq!(ids.len(), usize::from(CORES));
    let lone = control.ask(&["CLUSTER", "SLOTS"]);
    assert!(lone.starts_with("*1 *3 :0 :16383 "), "{lone}");
    assert_eq!(control.ask(&["GET", key]), "$5");
}

#[test]
fn a_cluster_client_needs_no_hops() {
    let (server, base) = start();
    let mut control = server.client();
    let nodes = vec![format!("redis://127.0.0.1:{base}")];
    let client = ClusterClient::new(nodes).expect("a client");
    let mut cluster = client.get_connection().expect("a connection");
    for number in 0..KEYS {
        cluster.set(format!("key:{number}"), number).expect("set");
    }
    let before = hops(&mut control);
    for number in 0..KEYS {
        let value = cluster.get_int(format!("key:{number}")).expect("got");
        assert_eq!(value, Some(number as isize));
    }
    let hops_then = hops(&mut control) - before;
    // The first slot of a home range may be elsewhere; here nothing has moved.
    assert!(hops_then < KEYS as i64 / 100, "{hops_then} hops of {KEYS}");
    let stop = AtomicBool::new(false);
    std::thread::scope(|threads| {
        threads.spawn(|| move_slots(&server, &stop));
        let end = Instant::now() + WORK;
        let mut number = 0;
        while Instant::now() < end {
            number = (number + 1) % KEYS;
            let key = format!("key:{number}");
            let value = cluster.get_int(&key).expect("got");
            assert_eq!(value, Some(number as isize), "{key}");
        }
        stop.store(true, Ordering::Relaxed);
    });
    assert!(cluster.check_connection());
    let count: i64 = redis::cmd("DBSIZE").query(&mut cluster).expect("counted");
    assert_eq!(
        count, KEYS as i64,
        "the client adds up what the nodes count"
    );
}
