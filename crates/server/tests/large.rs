//! Much at once: large values, pipelines that are never read, readers that are too slow. What the
//! process holds meanwhile is bounded.

mod common;

use std::io::{Read, Write};

use common::{Client, Server, request, until};

const MIB: u64 = 1024 * 1024;

/// Memory that a server may take besides the data of a test.
const BESIDES: u64 = 48 * MIB;

#[test]
fn a_value_of_64_megabytes_in_and_out() {
    let growth = value_in_and_out(64 * MIB);
    assert!(
        growth <= 2 * 64 * MIB + BESIDES,
        "{} MiB for 64 MiB",
        growth / MIB
    );
}

#[test]
fn a_value_of_512_megabytes_in_and_out() {
    if !common::is_night() {
        return;
    }
    let growth = value_in_and_out(512 * MIB);
    println!(
        "512 MiB in and out: the server grew by {} MiB at most",
        growth / MIB
    );
    assert!(
        growth <= 2 * 512 * MIB + BESIDES,
        "{} MiB for 512 MiB",
        growth / MIB
    );
}

/// Sets, gets and deletes a value of this length, twice. Returns by how much the server's memory
/// grew at most.
fn value_in_and_out(len: u64) -> u64 {
    let server = Server::start(&[]);
    let before = server.memory();
    let mut clients = [server.client(), server.client()];
    let part: Vec<u8> = (0..MIB).map(|n| (n % 251) as u8).collect();
    for _ in 0..2 {
        let [client, _] = &mut clients;
        client.send_bytes(format!("*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n${len}\r\n").as_bytes());
        for _ in 0..len / MIB {
            client.send_bytes(&part);
        }
        client.send_bytes(b"\r\n");
        assert_eq!(client.reply(), "+OK");
        get_side_by_side(&mut clients, &part, len);
        assert_eq!(clients[0].ask(&["DEL", "key"]), ":1");
    }
    server.memory_peak() - before
}

/// Both clients get the value of this length, which is made of such parts, at the same time.
fn get_side_by_side(clients: &mut [Client], part: &[u8], len: u64) {
    for client in &mut *clients {
        client.send(&["GET", "key"]);
    }
    let header = format!("${len}\r\n");
    for client in &mut *clients {
        assert_eq!(client.read_bytes(header.len()), header.as_bytes());
    }
    for _ in 0..len / MIB {
        for client in &mut *clients {
            assert!(
                client.read_bytes(part.len()) == part,
                "another value came back"
            );
        }
    }
    for client in clients {
        assert_eq!(client.read_bytes(2), b"\r\n");
        assert_eq!(client.ask(&["STRLEN", "key"]), format!(":{len}"));
    }
}

/// A length that is only promised takes little memory: one huge page, where the system has such.
#[test]
fn promised_lengths_take_little_memory() {
    let server = Server::start(&[]);
    let before = server.memory();
    let clients: Vec<Client> = (0..50)
        .map(|_| {
            let mut client = server.client();
            client.send_bytes(b"*1048576\r\n$3\r\nSET\r\n$536870912\r\nx");
            client
        })
        .collect();
    let mut other = server.client();
    until("all there", || {
        (other.info("connected_clients") == 51).then_some(())
    });
    let growth = server.memory() - before;
    let bound = 50 * 2 * MIB + BESIDES;
    assert!(growth < bound, "{} MiB for 25 GiB promised", growth / MIB);
    drop(clients);
}

#[test]
fn arguments_and_values_beyond_proto_max_bulk_len() {
    let server = Server::start(&["--proto-max-bulk-len", "1mb"]);
    let mut client = server.client();
    client.send_bytes(b"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1048577\r\n");
    assert_eq!(client.reply(), "-ERR Protocol error: invalid bulk length");
    assert_eq!(client.reply(), "closed");
    let mut client = server.client();
    let most = "m".repeat(MIB as usize);
    assert_eq!(client.ask(&["SET", "k", &most]), "+OK");
    let refused = "-ERR string exceeds maximum allowed size (proto-max-bulk-len)";
    assert_eq!(client.ask(&["APPEND", "k", "x"]), refused);
    assert_eq!(client.ask(&["SETRANGE", "k", "1048576", "x"]), refused);
    assert_eq!(client.ask(&["STRLEN", "k"]), ":1048576");
    assert_eq!(
        client.ask(&["CONFIG", "SET", "proto-max-bulk-len", "2mb"]),
        "+OK"
    );
    assert_eq!(client.ask(&["APPEND", "k", "x"]), ":1048577");
}

/// As `valkey-cli --pipe` does: everything is sent before a byte is read.
#[test]
fn hundreds_of_megabytes_sent_before_a_byte_is_read() {
    const KEYS: usize = 1000;
    const ROUNDS: usize = 250;
    for cores in ["1", "2"] {
        let server = Server::start(&["--cores-min", cores, "--cores-max", cores]);
        let before = server.memory();
        let value = "p".repeat(1000);
        let mut round = Vec::new();
        for number in 0..KEYS {
            round.extend(request(&["SET", &format!("key:{number}"), &value]));
        }
        let mut client = server.client();
        for _ in 0..ROUNDS {
            client.send_bytes(&round);
        }
        client.send(&["DBSIZE"]);
        let replies = client.read_bytes(5 * KEYS * ROUNDS);
        assert!(replies == b"+OK\r\n".repeat(KEYS * ROUNDS));
        assert_eq!(client.reply(), format!(":{KEYS}"));
        let growth = server.memory_peak() - before;
        let sent = (round.len() * ROUNDS) as u64;
        assert!(
            growth < BESIDES,
            "{} MiB for {} MiB",
            growth / MIB,
            sent / MIB
        );
    }
}

/// A subscriber that does not read is cut off, and the memory that it took is free again.
#[test]
fn a_subscriber_that_does_not_read_is_disconnected_at_the_hard_limit() {
    let server = Server::start(&[]);
    let mut publisher = server.client();
    let words = [
        "CONFIG",
        "SET",
        "client-output-buffer-limit",
        "pubsub 1mb 0 0",
    ];
    assert_eq!(publisher.ask(&words), "+OK");
    let mut subscriber = server.client();
    assert_eq!(
        subscriber.ask(&["SUBSCRIBE", "news"]),
        "*3 $subscribe $news :1"
    );
    let before = server.memory();
    let message = "n".repeat(50_000);
    let delivered = (0..10_000)
        .take_while(|_| publisher.ask(&["PUBLISH", "news", &message]) == ":1")
        .count();
    assert!(
        delivered > 20 && delivered < 10_000,
        "{delivered} messages delivered"
    );
    assert!(server.memory_peak() < before + BESIDES);
    assert_eq!(
        publisher.info("client_output_buffer_limit_disconnections"),
        1
    );
    until("one client", || {
        (publisher.info("connected_clients") == 1).then_some(())
    });
    assert!(subscriber.read_to_end().len() < (delivered + 1) * 60_000);
}

#[test]
fn a_reader_that_is_too_slow_is_disconnected_at_the_hard_and_at_the_soft_limit() {
    for limit in ["normal 1mb 0 0", "normal 0 1mb 1"] {
        let server = Server::start(&[]);
        let mut other = server.client();
        let words = ["CONFIG", "SET", "client-output-buffer-limit", limit];
        assert_eq!(other.ask(&words), "+OK");
        let value = "s".repeat(300_000);
        assert_eq!(other.ask(&["SET", "key", &value]), "+OK");
        let mut slow = server.client();
        slow.send_bytes(&request(&["GET", "key"]).repeat(200));
        until(limit, || {
            (other.info("connected_clients") == 1).then_some(())
        });
        assert_eq!(other.info("client_output_buffer_limit_disconnections"), 1);
        let got = slow.read_to_end().len();
        assert!(got < 200 * 300_000, "{limit}: everything came");
        let asked = other.ask(&["GET", "key"]);
        assert_eq!(
            asked.len(),
            value.len() + 1,
            "{limit}: one reply within the limit"
        );
    }
}

/// Without a limit, and with one for another class, everything comes in the end.
#[test]
fn a_reader_that_is_slow_but_within_its_limits_gets_everything() {
    let words = ["--client-output-buffer-limit", "pubsub", "1mb", "0", "0"];
    let server = Server::start(&words);
    let mut client = server.client();
    let value = "s".repeat(300_000);
    assert_eq!(client.ask(&["SET", "key", &value]), "+OK");
    let requests = request(&["GET", "key"]).repeat(200);
    client.socket().write_all(&requests).expect("sent");
    client.send(&["QUIT"]);
    let mut other = server.client();
    until("it waits", || {
        (other.info("connected_clients") == 2).then_some(())
    });
    let mut bytes = Vec::new();
    client.socket().read_to_end(&mut bytes).expect("read");
    let reply = format!("$300000\r\n{value}\r\n").into_bytes();
    assert!(bytes == [reply.repeat(200), b"+OK\r\n".to_vec()].concat());
}
