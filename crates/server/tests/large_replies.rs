//! Large replies on their way to slow readers, with copying and without: what is read is the value
//! as it was when it was asked for, and it takes memory no longer than somebody reads it.

mod common;

use common::{Client, Server, until};

const MIB: usize = 1024 * 1024;
const LEN: usize = 16 * MIB;
const POLICIES: [&str; 3] = ["yes", "no", "auto"];

fn server(policy: &str) -> Server {
    Server::start(&["--zero-copy-replies", policy])
}

/// A value of this length that nothing else in the test looks like.
fn value(seed: u8) -> String {
    let letter = |at: usize| char::from(b'a' + ((at as u64 * 31 + u64::from(seed)) % 23) as u8);
    (0..LEN).map(letter).collect()
}

/// A client that takes little before it reads, and has asked for `key`.
fn slow_reader(server: &Server) -> Client {
    let mut client = server.client();
    rustix::net::sockopt::set_socket_recv_buffer_size(client.socket(), 128 * 1024)
        .expect("a buffer");
    client.send(&["GET", "key"]);
    client
}

/// Output memory of the only client whose last command was GET.
fn reader_output(other: &mut Client) -> Option<usize> {
    let list = other.ask(&["CLIENT", "LIST"]);
    let line = list.split("id=").find(|line| line.contains("cmd=get"))?;
    let word = line
        .split(' ')
        .find_map(|word| word.strip_prefix("omem="))?;
    word.parse().ok()
}

/// Sets the key, has a slow reader ask for it, does `meanwhile`, then reads it.
fn reads_what_it_asked_for(meanwhile: impl Fn(&mut Client)) {
    for policy in POLICIES {
        let server = server(policy);
        let mut other = server.client();
        let old = value(1);
        assert_eq!(other.ask(&["SET", "key", &old]), "+OK");
        let mut reader = slow_reader(&server);
        until("the reply waits", || {
            reader_output(&mut other).filter(|bytes| *bytes > LEN / 2)
        });
        meanwhile(&mut other);
        let head = format!("${LEN}\r\n");
        assert_eq!(reader.read_bytes(head.len()), head.as_bytes());
        assert!(reader.read_bytes(LEN) == old.as_bytes(), "{policy}");
        assert_eq!(reader.read_bytes(2), b"\r\n");
        reader.send(&["PING"]);
        assert_eq!(reader.reply(), "+PONG");
    }
}

#[test]
fn a_value_is_overwritten_while_it_is_read() {
    reads_what_it_asked_for(|other| {
        assert_eq!(other.ask(&["SET", "key", &value(2)]), "+OK");
        assert_eq!(other.ask(&["SET", "another", &value(3)]), "+OK");
    });
}

#[test]
fn a_value_is_changed_in_place_while_it_is_read() {
    reads_what_it_asked_for(|other| {
        assert_eq!(
            other.ask(&["SETRANGE", "key", "1000000", "CHANGED"]),
            format!(":{LEN}")
        );
        assert_eq!(
            other.ask(&["APPEND", "key", "more"]),
            format!(":{}", LEN + 4)
        );
        assert_eq!(other.ask(&["SETBIT", "key", "90000000", "1"]), ":0");
    });
}

#[test]
fn a_value_is_deleted_while_it_is_read() {
    reads_what_it_asked_for(|other| {
        assert_eq!(other.ask(&["DEL", "key"]), ":1");
        assert_eq!(other.ask(&["SET", "another", &value(4)]), "+OK");
    });
}

#[test]
fn everything_is_flushed_while_a_value_is_read() {
    reads_what_it_asked_for(|other| {
        assert_eq!(other.ask(&["FLUSHALL"]), "+OK");
        assert_eq!(other.ask(&["SET", "another", &value(5)]), "+OK");
    });
}

#[test]
fn a_value_expires_while_it_is_read() {
    reads_what_it_asked_for(|other| {
        assert_eq!(other.ask(&["PEXPIRE", "key", "1"]), ":1");
        until("it has expired", || {
            (other.ask(&["DBSIZE"]) == ":0").then_some(())
        });
        assert_eq!(other.ask(&["SET", "another", &value(6)]), "+OK");
    });
}

/// A reader that is cut off takes no memory any more, nor does one that goes by itself.
#[test]
fn readers_that_go_free_what_they_read() {
    for policy in POLICIES {
        let server = server(policy);
        let mut other = server.client();
        let before = server.memory();
        for round in 0..8 {
            assert_eq!(other.ask(&["SET", "key", &value(round)]), "+OK");
            let reader = slow_reader(&server);
            until("the reply waits", || {
                reader_output(&mut other).filter(|bytes| *bytes > LEN / 2)
            });
            match round % 2 {
                0 => drop(reader),
                _ => {
                    let killed = other.ask(&["CLIENT", "KILL", "TYPE", "normal"]);
                    assert_eq!(killed, ":1");
                    until("gone", || {
                        (other.info("connected_clients") == 1).then_some(())
                    });
                    drop(reader);
                }
            }
            assert_eq!(other.ask(&["DEL", "key"]), ":1");
        }
        until("memory is back", || {
            (server.memory() < before + 3 * LEN as u64).then_some(())
        });
    }
}

/// What the kernel reads of a client's output counts against its limit.
#[test]
fn output_that_is_not_copied_counts_against_the_limit() {
    for policy in POLICIES {
        let server = server(policy);
        let mut other = server.client();
        assert_eq!(other.ask(&["SET", "key", &value(7)]), "+OK");
        let words = [
            "CONFIG",
            "SET",
            "client-output-buffer-limit",
            "normal 8mb 0 0",
        ];
        assert_eq!(other.ask(&words), "+OK");
        let _reader = slow_reader(&server);
        until("cut off", || {
            (other.info("client_output_buffer_limit_disconnections") == 1).then_some(())
        });
    }
}

/// The place of a session that has ended may be another's before its connection is gone.
#[test]
fn clients_that_vanish_take_nobody_with_them() {
    let server = Server::start(&[]);
    let mut other = server.client();
    assert_eq!(other.ask(&["SET", "key", &"v".repeat(MIB)]), "+OK");
    for _ in 0..200 {
        let vanishing: Vec<Client> = (0..4)
            .map(|_| {
                let mut client = server.client();
                client.send(&["GET", "key"]);
                assert_eq!(client.read_bytes(1), b"$");
                client
            })
            .collect();
        drop(vanishing);
        let mut next = server.client();
        assert_eq!(next.ask(&["PING"]), "+PONG");
    }
}
