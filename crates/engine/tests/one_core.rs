//! One core as its driver sees it: bytes of clients in, replies out.
//!
//! Knows nothing of what is inside. What needs several cores or an order of messages is the
//! simulator's; what needs a socket is the transcripts'.

mod common;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use common::{START_MS, local_client, lone_core};
use engine::{Action, Core, MemoryFigures, ProcessMemory, SessionId};

/// Turns until a test calls it a hang.
const TURNS_MAX: usize = 100_000;

/// A server of one core, and what its clients have received.
struct Server {
    core: Core,
    now_ms: i64,
    received: BTreeMap<SessionId, Vec<u8>>,
    /// Reads nothing: its output stays unsent.
    lazy: Option<SessionId>,
}

impl Server {
    fn new() -> Self {
        Self {
            core: lone_core(),
            now_ms: START_MS,
            received: BTreeMap::new(),
            lazy: None,
        }
    }

    fn client(&mut self) -> SessionId {
        self.core.open(local_client(), self.now_ms)
    }

    /// Turns until nothing is left to do.
    fn work(&mut self) {
        for _ in 0..TURNS_MAX {
            self.turn();
            if !self.core.has_work() {
                return;
            }
        }
        panic!("the core does not come to rest");
    }

    fn turn(&mut self) {
        self.core.intake(self.now_ms);
        self.core.run();
        let outputs = self.core.outputs();
        outputs.closes.clear();
        outputs.throttles.clear();
        for (client, segment) in std::mem::take(&mut outputs.sends) {
            let bytes = segment.as_slice();
            if self.lazy != Some(client) {
                self.core.sent(client, bytes.len());
            }
            let received = self.received.entry(client).or_default();
            // Enough of a large value to know it by.
            received.extend_from_slice(&bytes[..bytes.len().min(LARGE)]);
        }
    }

    fn send(&mut self, client: SessionId, bytes: &[u8]) {
        self.core.receive(client, bytes);
        self.work();
    }

    /// Sends a request in one piece; gives everything that came since the last one.
    fn ask(&mut self, client: SessionId, words: &[&str]) -> String {
        let words: Vec<&[u8]> = words.iter().map(|word| word.as_bytes()).collect();
        self.send(client, &request(&words));
        self.heard(client)
    }

    fn heard(&mut self, client: SessionId) -> String {
        let bytes = self.received.remove(&client).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn pass_ms(&mut self, ms: i64) {
        self.now_ms += ms;
        self.work();
    }

    /// A field of the line that CLIENT LIST has for a client, as a client of its own sees it.
    fn field(&mut self, client_id: usize, field: &str) -> usize {
        let looker = self.client();
        let list = self.ask(looker, &["CLIENT", "LIST", "ID", &client_id.to_string()]);
        let value = list
            .split([' ', '\r', '\n'])
            .find_map(|word| word.strip_prefix(field)?.strip_prefix('='));
        value
            .and_then(|value| value.parse().ok())
            .unwrap_or_else(|| panic!("no number {field} in {list}"))
    }
}

/// Bytes of a large reply that are kept.
const LARGE: usize = 1 << 16;

fn request(words: &[&[u8]]) -> Vec<u8> {
    let mut bytes = format!("*{}\r\n", words.len()).into_bytes();
    for word in words {
        bytes.extend_from_slice(format!("${}\r\n", word.len()).as_bytes());
        bytes.extend_from_slice(word);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes
}

#[test]
fn a_watched_key_of_one_database_does_not_hide_that_of_another() {
    let mut server = Server::new();
    let (watcher, writer) = (server.client(), server.client());
    for db in ["0", "1"] {
        assert_eq!(server.ask(watcher, &["SELECT", db]), "+OK\r\n");
        assert_eq!(server.ask(watcher, &["WATCH", "key"]), "+OK\r\n");
    }
    server.ask(writer, &["SELECT", "1"]);
    server.ask(writer, &["SET", "key", "value"]);
    server.ask(watcher, &["MULTI"]);
    server.ask(watcher, &["GET", "key"]);
    assert_eq!(server.ask(watcher, &["EXEC"]), "*-1\r\n");
}

#[test]
fn nothing_is_executed_after_quit() {
    let mut server = Server::new();
    let (client, other) = (server.client(), server.client());
    let mut pipeline = request(&[b"SET", b"before", b"1"]);
    pipeline.extend(request(&[b"QUIT"]));
    pipeline.extend(request(&[b"SET", b"after", b"1"]));
    server.send(client, &pipeline);
    assert_eq!(server.heard(client), "+OK\r\n+OK\r\n");
    assert_eq!(server.ask(other, &["EXISTS", "before"]), ":1\r\n");
    assert_eq!(server.ask(other, &["EXISTS", "after"]), ":0\r\n");
}

#[test]
fn a_slot_without_keys_is_given_back() {
    let mut server = Server::new();
    for key in ["a", "b", "c"] {
        let client = server.client();
        assert_eq!(server.ask(client, &["RPUSH", key, "element"]), ":1\r\n");
        assert_eq!(server.ask(client, &["LPOP", key]), "$7\r\nelement\r\n");
        assert_eq!(server.ask(client, &["SET", key, "value"]), "+OK\r\n");
        assert_eq!(server.ask(client, &["DEL", key]), ":1\r\n");
        assert_eq!(server.ask(client, &["GET", key]), "$-1\r\n");
        server.core.closed(client);
        server.work();
        assert_eq!(server.core.left_behind(), Vec::<String>::new());
    }
}

#[test]
fn a_client_that_does_not_read_is_answered_up_to_a_gibibyte() {
    const VALUE_BYTES: usize = 64 << 20;
    let mut server = Server::new();
    let (lazy, other) = (server.client(), server.client());
    let value = vec![b'v'; VALUE_BYTES];
    server.send(other, &request(&[b"SET", b"large", &value]));
    assert_eq!(server.heard(other), "+OK\r\n");
    server.lazy = Some(lazy);
    for number in 1..=16 {
        server.ask(lazy, &["GET", "large"]);
        server.ask(lazy, &["SET", "reached", &number.to_string()]);
    }
    let reached = |server: &mut Server| server.ask(other, &["GET", "reached"]);
    assert_eq!(reached(&mut server), "$2\r\n15\r\n");
    server.core.sent(lazy, VALUE_BYTES);
    server.work();
    assert_eq!(reached(&mut server), "$2\r\n15\r\n", "half is still unread");
    server.core.sent(lazy, 8 * VALUE_BYTES);
    server.work();
    assert_eq!(reached(&mut server), "$2\r\n16\r\n");
}

#[test]
fn a_turn_has_room_for_many_replies_of_one_client_but_not_for_all() {
    const VALUE_BYTES: usize = 8 * 1024;
    let mut server = Server::new();
    let client = server.client();
    server.send(client, &request(&[b"SET", b"key", &[b'v'; VALUE_BYTES]]));
    assert_eq!(server.heard(client), "+OK\r\n");
    let get = request(&[b"GET", b"key"]);
    for (requests, fewest, most) in [(1, 1, 1), (24, 24, 24), (60, 30, 40)] {
        server.core.receive(client, &get.repeat(requests));
        server.turn();
        let told = server.heard(client).len() / VALUE_BYTES;
        assert!((fewest..=most).contains(&told), "{told} of {requests}");
        server.work();
        let later = server.heard(client).len() / VALUE_BYTES;
        assert_eq!(told + later, requests);
    }
}

#[test]
fn qbuf_is_what_was_received_and_not_parsed() {
    let mut server = Server::new();
    let client = server.client();
    let rest = b"*2\r\n$3\r\nGET\r\n$3\r\nke";
    let mut bytes = request(&[b"BLPOP", b"list", b"0"]);
    bytes.extend_from_slice(rest);
    server.send(client, &bytes);
    assert_eq!(server.field(1, "qbuf"), rest.len());
    let pusher = server.client();
    server.ask(pusher, &["RPUSH", "list", "element"]);
    assert_eq!(
        server.heard(client),
        "*2\r\n$4\r\nlist\r\n$7\r\nelement\r\n"
    );
    server.send(client, b"y\r\n");
    assert_eq!(server.heard(client), "$-1\r\n");
    assert_eq!(server.field(1, "qbuf"), 0);
}

#[test]
fn a_client_that_sends_in_pieces_has_a_buffer_until_it_is_idle() {
    const OWN_BYTES: usize = 16 * 1024;
    let mut server = Server::new();
    let client = server.client();
    let bytes = request(&[b"SET", b"key", &[b'v'; 1000]]);
    server.send(client, &bytes[..500]);
    let room = server.field(1, "qbuf") + server.field(1, "qbuf-free");
    assert!((OWN_BYTES..2 * OWN_BYTES).contains(&room), "{room} bytes");
    assert_eq!(server.heard(client), "", "no answer inside of a request");
    server.send(client, &bytes[500..]);
    assert_eq!(server.heard(client), "+OK\r\n");
    server.pass_ms(5_000);
    let room = server.field(1, "qbuf") + server.field(1, "qbuf-free");
    assert_eq!(room, 0, "an idle client has no buffer");
}

#[test]
fn memory_of_clients_counts_their_buffers() {
    let mut server = Server::new();
    let (client, looker) = (server.client(), server.client());
    let of_clients = |server: &mut Server| -> usize {
        let info = server.ask(looker, &["INFO", "memory"]);
        let mut lines = info.lines();
        let value = lines.find_map(|line| line.strip_prefix("mem_clients_normal:"));
        value.and_then(|value| value.parse().ok()).unwrap()
    };
    let before = of_clients(&mut server);
    server.send(client, &request(&[b"SET", b"key", &[b'v'; 9000]])[..8000]);
    let after = of_clients(&mut server);
    let room = server.field(1, "qbuf") + server.field(1, "qbuf-free");
    assert!(room >= 16 * 1024, "{room} bytes");
    let grown = after.checked_sub(before).expect("more than before");
    assert!(
        (room..room + 1024).contains(&grown),
        "{grown} of {room} bytes"
    );
}

#[test]
fn a_buffer_that_is_used_by_more_than_half_is_kept_as_it_is() {
    let mut server = Server::new();
    let client = server.client();
    // 40,000 bytes in pieces: the buffer doubles to 64 KiB and is used by more than half.
    let bytes = request(&[b"SET", b"key", &[b'v'; 40_000]]);
    let room = |server: &mut Server| server.field(1, "qbuf") + server.field(1, "qbuf-free");
    for piece in bytes[..39_000].chunks(1000) {
        server.send(client, piece);
    }
    let before = room(&mut server);
    assert!(before > 48_000, "{before} bytes");
    server.pass_ms(300);
    assert_eq!(room(&mut server), before);
    server.send(client, &bytes[39_000..]);
    server.pass_ms(300);
    server.pass_ms(300);
    let after = room(&mut server);
    assert!(after < before, "{after} bytes of {before} are kept");
}

#[test]
fn buffers_do_not_grow_with_the_number_of_requests() {
    let mut server = Server::new();
    let client = server.client();
    for _ in 0..5_000 {
        assert_eq!(server.ask(client, &["PING"]), "+PONG\r\n");
    }
    let memory = server.field(1, "tot-mem");
    assert!(memory < 8 * 1024, "{memory} bytes after 70,000");
}

/// A process whose memory is what a test says.
#[derive(Default)]
struct Memory(AtomicU64);

impl ProcessMemory for Memory {
    fn used_bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    fn figures(&self) -> MemoryFigures {
        MemoryFigures {
            used: self.used_bytes(),
            ..MemoryFigures::default()
        }
    }

    fn give_back(&self) {}

    fn report(&self) -> String {
        String::new()
    }
}

const REFUSED: &str = "-OOM command not allowed when used memory > 'maxmemory'.\r\n";

#[test]
fn what_is_in_use_is_looked_at_again_for_each_batch() {
    let mut server = Server::new();
    let memory = Arc::new(Memory::default());
    server.core.set_memory(Arc::clone(&memory) as _);
    let client = server.client();
    memory.0.store(1000, Ordering::Relaxed);
    server.ask(client, &["CONFIG", "SET", "maxmemory", "1000"]);
    assert_eq!(server.ask(client, &["SET", "a", "1"]), "+OK\r\n");
    memory.0.store(1001, Ordering::Relaxed);
    assert_eq!(server.ask(client, &["SET", "a", "2"]), REFUSED);
    assert_eq!(server.ask(client, &["GET", "a"]), "$1\r\n1\r\n");
    memory.0.store(1000, Ordering::Relaxed);
    assert_eq!(server.ask(client, &["SET", "a", "3"]), "+OK\r\n");
}

#[test]
fn a_limit_below_what_is_in_use_is_logged() {
    let mut server = Server::new();
    let memory = Arc::new(Memory(AtomicU64::new(5000)));
    server.core.set_memory(memory);
    let client = server.client();
    let logged = |server: &mut Server| {
        let actions = server.core.outputs().actions.drain(..);
        actions
            .filter(|action| matches!(action, Action::Log(_)))
            .count()
    };
    for (limit, lines) in [("4999", 1), ("5000", 0), ("0", 0), ("1", 1)] {
        server.ask(client, &["CONFIG", "SET", "maxmemory", limit]);
        assert_eq!(logged(&mut server), lines, "{limit}");
    }
    server.ask(client, &["CONFIG", "SET", "timeout", "7"]);
    assert_eq!(logged(&mut server), 0, "only a new limit is");
}

#[test]
fn a_core_that_knows_of_no_process_limits_nothing() {
    let mut server = Server::new();
    let client = server.client();
    server.ask(client, &["CONFIG", "SET", "maxmemory", "1"]);
    assert_eq!(server.ask(client, &["SET", "a", "1"]), "+OK\r\n");
}

#[test]
fn the_bytes_of_a_slot_are_those_that_valkey_counts() {
    let mut server = Server::new();
    let client = server.client();
    server.ask(
        client,
        &["CONFIG", "SET", "cluster-slot-stats-enabled", "yes"],
    );
    let mut traffic = |requests: &[&[&str]]| {
        server.ask(client, &["CONFIG", "RESETSTAT"]);
        for request in requests {
            server.ask(client, request);
        }
        server.pass_ms(300);
        let load = server.ask(client, &["RINGKEY", "LOAD", "1"]);
        let number = |field: &str| -> u64 {
            let after = load.split(field).nth(1).expect("the field");
            let number = after.split([':', '\r']).nth(2).expect("a number");
            number.parse().expect("digits")
        };
        (number("input_bytes"), number("output_bytes"))
    };
    assert_eq!(traffic(&[&["SET", "a", "1"]]), (27, 5));
    assert_eq!(traffic(&[&["GET", "a"], &["GET", "a"]]), (40, 14));
    assert_eq!(traffic(&[&["LPUSH", "a", "x"]]), (29, 68));
    let multi: &[&str] = &["MULTI"];
    let exec: &[&str] = &["EXEC"];
    assert_eq!(traffic(&[multi, &["GET", "a"], exec]), (49, 22));
    let several: &[&[&str]] = &[multi, &["SET", "a", "1"], &["GET", "a"], exec];
    assert_eq!(traffic(several), (76, 41));
    assert_eq!(traffic(&[&["MSET", "{a}1", "x", "{a}2", "y"]]), (48, 5));
}
