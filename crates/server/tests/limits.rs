//! What the server says of its memory, and that `maxmemory` holds it, by the system's account.

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;

use common::{PATIENCE, Server};

const MIB: u64 = 1024 * 1024;

/// Requests in one packet.
const DEPTH: usize = 64;

#[test]
fn memory_in_use_agrees_with_resident_memory() {
    for (cores, clients, keys, value_bytes) in [
        ("1", 1, 600_000, 64),
        ("2", 1, 600_000, 64),
        ("1", 1, 10_000, 10 * 1024),
        ("2", 500, 600_000, 64),
    ] {
        let server = Server::start(&["--cores-min", cores, "--cores-max", cores]);
        let connected: Vec<TcpStream> = (0..clients).map(|_| connect(&server)).collect();
        let refused = fill(&connected[0], 0..keys, value_bytes);
        assert_eq!(refused, 0, "nothing limits");
        let mut watcher = server.client();
        let used = watcher.info("used_memory") as u64;
        let rss = server.memory();
        println!("{keys} keys of {value_bytes} on {cores}: {used} bytes used, {rss} resident");
        assert!(used > 40 * MIB, "{used} bytes");
        assert!(used.abs_diff(rss) <= rss / 20, "{used} against {rss}");
        let stats = watcher.ask(&["MEMORY", "STATS"]);
        let count = format!("$keys.count :{keys}");
        assert!(stats.contains(&count), "{stats}");
    }
}

/// Clients that fill a server together.
const WRITERS: usize = 50;

/// More than the program, its rings, and the buffers of these clients take: those are not limited.
const LIMIT_BYTES: u64 = 96 * MIB;

#[test]
fn writers_in_pipelines_do_not_exceed_the_limit() {
    for (cores, value_bytes) in [("1", 64), ("2", 64)] {
        let limit = LIMIT_BYTES.to_string();
        let words = ["--cores-min", cores, "--cores-max", cores, "--maxmemory"];
        let server = Server::start(&[words.as_slice(), &[&limit]].concat());
        // Twice as much as there is room for.
        let keys = 2 * LIMIT_BYTES as usize / (value_bytes + 100) / WRITERS;
        let refused: usize = std::thread::scope(|scope| {
            let fill = |writer: usize| {
                let keys = writer * keys..(writer + 1) * keys;
                let server = &server;
                scope.spawn(move || fill(&connect(server), keys, value_bytes))
            };
            let writers: Vec<_> = (0..WRITERS).map(fill).collect();
            writers.into_iter().map(|w| w.join().expect("filled")).sum()
        });
        let (rss, most) = (server.memory(), server.memory_peak());
        println!("{value_bytes} bytes on {cores}: {refused} refused, {rss} and {most} resident");
        assert!(refused > keys, "{refused} refused of {}", keys * WRITERS);
        assert!(most <= LIMIT_BYTES / 10 * 11, "{most} bytes resident");
        assert!(rss > LIMIT_BYTES / 10 * 8, "only {rss} bytes resident");
        what_needs_no_memory_goes_on(&server);
    }
}

fn what_needs_no_memory_goes_on(server: &Server) {
    let mut client = server.client();
    const REFUSED: &str = "-OOM command not allowed when used memory > 'maxmemory'.";
    let value = "v".repeat(256 * 1024);
    // Until less than that is left.
    let mut more = (0..).map(|number| format!("more:{number}"));
    while client.ask(&["SET", &more.next().expect("endless"), &value]) != REFUSED {}
    assert!(client.ask(&["GET", "key:000000000000"]).starts_with("$v"));
    assert_eq!(client.ask(&["CONFIG", "SET", "maxmemory", "0"]), "+OK");
    assert_eq!(client.ask(&["SET", "a", "1"]), "+OK");
    assert_eq!(client.ask(&["CONFIG", "SET", "maxmemory", "20mb"]), "+OK");
    assert_eq!(client.ask(&["SET", "a", "1"]), REFUSED);
    assert!(server.log().contains("WARNING: the new maxmemory value"));
    assert_eq!(client.ask(&["DEL", "a"]), ":1");
    assert_eq!(client.ask(&["CONFIG", "SET", "maxmemory", "60mb"]), "+OK");
    assert_eq!(client.ask(&["SET", "a", "1"]), REFUSED);
    assert_eq!(client.ask(&["FLUSHALL"]), "+OK");
    common::until("room for a key", || {
        (client.ask(&["SET", "a", "1"]) == "+OK").then_some(())
    });
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(server.address()).expect("connected");
    stream.set_read_timeout(Some(PATIENCE)).expect("timeout");
    stream
}

/// Sets keys, many in each packet. Returns how many were refused for want of memory.
fn fill(mut stream: &TcpStream, keys: std::ops::Range<usize>, value_bytes: usize) -> usize {
    let value = "v".repeat(value_bytes);
    let keys: Vec<usize> = keys.collect();
    let mut refused = 0;
    for batch in keys.chunks(DEPTH) {
        let mut packet = Vec::new();
        for key in batch {
            packet.extend_from_slice(&common::request(&[
                "SET",
                &format!("key:{key:012}"),
                &value,
            ]));
        }
        stream.write_all(&packet).expect("sent");
        let mut replies = Vec::new();
        let mut bytes = [0; 8192];
        while replies.iter().filter(|&&byte| byte == b'\n').count() < batch.len() {
            let count = stream.read(&mut bytes).expect("replies");
            assert_ne!(count, 0, "closed");
            replies.extend_from_slice(&bytes[..count]);
        }
        for reply in String::from_utf8(replies).expect("text").lines() {
            match reply {
                "+OK" => {}
                "-OOM command not allowed when used memory > 'maxmemory'." => refused += 1,
                other => panic!("{other}"),
            }
        }
    }
    refused
}
