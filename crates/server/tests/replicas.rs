//! A replica gets the data set as it was at one moment, and everything since, once.

mod common;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use common::{PATIENCE, Server, until};

const KEYS: usize = 2_000;
const WRITERS: usize = 3;
/// So much is written before the replica comes, and after it.
const ROUNDS: usize = 6_000;

/// What the writers have to do with each other.
#[derive(Default)]
struct Work {
    over: AtomicBool,
    rounds: AtomicUsize,
}

impl Work {
    fn await_rounds(&self, rounds: usize) {
        let done = || self.rounds.load(Ordering::Relaxed);
        let wanted = done() + rounds;
        until("much is written", || (done() >= wanted).then_some(()));
    }
}

#[test]
fn snapshot_and_stream_join_exactly_while_all_write() {
    for cores in ["1", "4"] {
        let server = Server::start(&["--cores-min", cores, "--cores-max", cores]);
        let work = Work::default();
        let replayed = std::thread::scope(|scope| {
            let writer = |seed| {
                let (server, work) = (&server, &work);
                scope.spawn(move || write_until(server, seed, work))
            };
            let writers: Vec<_> = (0..WRITERS).map(writer).collect();
            work.await_rounds(ROUNDS);
            let mut replica = Replica::attach(&server);
            work.await_rounds(ROUNDS);
            work.over.store(true, Ordering::Relaxed);
            for writer in writers {
                writer.join().expect("written");
            }
            let mut client = server.client();
            assert_eq!(client.ask(&["SET", "the:end", "1"]), "+OK");
            replica.replay_until("the:end");
            replica.content
        });
        let mut client = server.client();
        let count = client.ask(&["DBSIZE"]);
        assert_eq!(count, format!(":{}", replayed.len()), "{cores} cores");
        for (key, value) in &replayed {
            let found = client.ask(&["GET", key]);
            assert_eq!(found, format!("${value}"), "{key} on {cores} cores");
        }
    }
}

/// Counts, moves numbers from key to key, and does several things at once, over all slots.
fn write_until(server: &Server, seed: usize, work: &Work) {
    let mut client = server.client();
    let mut number = seed;
    while !work.over.load(Ordering::Relaxed) {
        work.rounds.fetch_add(1, Ordering::Relaxed);
        number = (number * 7 + 11 + seed) % KEYS;
        let [one, other] = [number, KEYS - number].map(|n| format!("n:{n}"));
        client.ask(&["INCR", &one]);
        match number % 5 {
            0 => drop(client.ask(&["RENAME", &one, &other])),
            1 => drop(client.ask(&["MSET", &one, "1", &other, "2"])),
            2 => {
                client.ask(&["MULTI"]);
                client.ask(&["INCR", &one]);
                client.ask(&["INCRBY", &other, "3"]);
                client.ask(&["EXEC"]);
            }
            3 => drop(client.ask(&["DEL", &other])),
            _ => {}
        }
    }
}

#[test]
fn effects_come_in_their_order_and_with_their_database() {
    for cores in ["1", "4"] {
        let server = Server::start(&["--cores-min", cores, "--cores-max", cores]);
        let mut client = server.client();
        let mut replica = Replica::attach(&server);
        for command in [
            "SET k v EX 100000",
            "SADD s a",
            "SPOP s",
            "INCRBYFLOAT n 1.5",
            "GET missing",
            "SELECT 3",
            "XADD stream 5-* f v",
            "MULTI",
            "SET a 1",
            "SET b{other} 2",
            "EXEC",
            "MULTI",
            "GET a",
            "EXEC",
            "PUBLISH c m",
        ] {
            client.ask(&command.split(' ').collect::<Vec<_>>());
        }
        let mut told = Vec::new();
        while told.last().is_none_or(|last| last != "PUBLISH c m") {
            told.push(replica.next_command().join(" "));
        }
        assert!(told[1].starts_with("SET k v PXAT "), "{told:?}");
        told[1].truncate("SET k v PXAT ".len());
        let expected = [
            "SELECT 0",
            "SET k v PXAT ",
            "SADD s a",
            "SREM s a",
            "SET n 1.5 KEEPTTL",
            "SELECT 3",
            "XADD stream 5-0 f v",
            "MULTI",
            "SET a 1",
            "SET b{other} 2",
            "EXEC",
            "PUBLISH c m",
        ];
        assert_eq!(told, expected, "{cores} cores");
        let info = client.ask(&["INFO", "replication"]);
        assert!(info.contains("connected_slaves:1"), "{info}");
        assert!(info.contains("state=online"), "{info}");
        let list = client.ask(&["CLIENT", "LIST", "TYPE", "replica"]);
        assert!(list.contains("flags=S"), "{list}");
        assert_eq!(client.ask(&["CLIENT", "KILL", "TYPE", "replica"]), ":1");
        assert!(replica.is_closed());
    }
}

#[test]
fn what_a_replica_says_is_not_answered() {
    let server = Server::start(&["--cores-min", "2", "--cores-max", "2"]);
    let mut client = server.client();
    assert!(client.ask(&["PSYNC", "?", "-1"]).starts_with("-ERR PSYNC"));
    let options = ["REPLCONF", "listening-port", "77", "capa", "eof"];
    assert_eq!(client.ask(&options), "+OK");
    let mut replica = Replica::attach(&server);
    replica.say("REPLCONF ACK 0\r\n");
    client.ask(&["SET", "k", "1"]);
    assert_eq!(replica.next_command(), ["SELECT", "0"]);
    assert_eq!(replica.next_command(), ["SET", "k", "1"]);
    replica.say("PING\r\n");
    assert!(replica.is_closed(), "a replica that asks is disconnected");
}

/// One that has loaded what it was sent, strings in database 0.
struct Replica {
    input: BufReader<TcpStream>,
    content: BTreeMap<String, String>,
}

impl Replica {
    fn attach(server: &Server) -> Self {
        let mut stream = TcpStream::connect(server.address()).expect("connected");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        stream.write_all(b"SYNC\r\n").expect("sent");
        let mut input = BufReader::new(stream);
        let length = loop {
            let line = line_of(&mut input);
            if let Some(length) = line.strip_prefix('$') {
                break length.parse().expect("a length");
            }
            assert_eq!(line, "", "only line ends come before the length");
        };
        let mut file = vec![0; length];
        input.read_exact(&mut file).expect("a file");
        Self {
            input,
            content: load(&file),
        }
    }

    fn say(&mut self, words: &str) {
        let sent = self.input.get_mut().write_all(words.as_bytes());
        sent.expect("sent");
    }

    fn is_closed(&mut self) -> bool {
        self.input.read_to_end(&mut Vec::new()).is_ok()
    }

    /// The next command but PING.
    fn next_command(&mut self) -> Vec<String> {
        loop {
            let count = number_after('*', &line_of(&mut self.input));
            let mut words = Vec::new();
            for _ in 0..count {
                let length = number_after('$', &line_of(&mut self.input));
                let mut word = vec![0; length + 2];
                self.input.read_exact(&mut word).expect("a word");
                word.truncate(length);
                words.push(String::from_utf8(word).expect("text"));
            }
            if words != ["ping"] {
                return words;
            }
        }
    }

    fn replay_until(&mut self, last: &str) {
        let mut inside = false;
        while !self.content.contains_key(last) {
            let words = self.next_command();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            match words.as_slice() {
                ["SELECT", "0"] => {}
                ["MULTI"] => assert!(!std::mem::replace(&mut inside, true)),
                ["EXEC"] => assert!(std::mem::replace(&mut inside, false)),
                ["SET", key, value] => drop(self.content.insert((*key).into(), (*value).into())),
                ["INCR", key] => self.add(key, 1),
                ["INCRBY", key, by] => self.add(key, by.parse().expect("a number")),
                ["MSET", pairs @ ..] => pairs.chunks(2).for_each(|pair| {
                    self.content.insert(pair[0].into(), pair[1].into());
                }),
                ["DEL", key] => drop(self.content.remove(*key)),
                ["RENAME", from, to] => {
                    let value = self
                        .content
                        .remove(*from)
                        .expect("what is renamed is there");
                    self.content.insert((*to).into(), value);
                }
                other => panic!("{other:?}"),
            }
        }
    }

    fn add(&mut self, key: &str, by: i64) {
        let value = self.content.entry(key.into()).or_insert_with(|| "0".into());
        *value = (value.parse::<i64>().expect("a number") + by).to_string();
    }
}

fn line_of(input: &mut impl BufRead) -> String {
    let mut line = String::new();
    input.read_line(&mut line).expect("a line");
    line.trim_end().to_owned()
}

fn number_after(sign: char, line: &str) -> usize {
    let digits = line
        .strip_prefix(sign)
        .and_then(|digits| digits.parse().ok());
    digits.unwrap_or_else(|| panic!("{line:?}"))
}

/// The strings of a file.
fn load(file: &[u8]) -> BTreeMap<String, String> {
    let (head, mut rest) = file.split_at(9);
    assert_eq!(head, b"VALKEY080");
    let mut content = BTreeMap::new();
    loop {
        match byte_of(&mut rest) {
            0xfa => drop((string_of(&mut rest), string_of(&mut rest))),
            0xfe => assert_eq!(length_of(&mut rest), Ok(0), "database 0"),
            0xfb => drop((length_of(&mut rest), length_of(&mut rest))),
            0 => {
                let key = string_of(&mut rest);
                let twice = content.insert(key, string_of(&mut rest));
                assert_eq!(twice, None);
            }
            0xff => {
                assert_eq!(rest.len(), 8, "a checksum");
                return content;
            }
            other => panic!("{other:#x}"),
        }
    }
}

fn byte_of(rest: &mut &[u8]) -> u8 {
    let (&byte, after) = rest.split_first().expect("more");
    *rest = after;
    byte
}

/// A length, or the kind of a number that stands in its place.
fn length_of(rest: &mut &[u8]) -> Result<usize, u8> {
    match byte_of(rest) {
        byte @ 0..0x40 => Ok(byte.into()),
        byte @ 0x40..0x80 => Ok(usize::from(byte & 0x3f) << 8 | usize::from(byte_of(rest))),
        byte => Err(byte),
    }
}

fn string_of(rest: &mut &[u8]) -> String {
    let bytes = match length_of(rest) {
        Ok(length) => {
            let (text, after) = rest.split_at(length);
            *rest = after;
            return String::from_utf8(text.to_vec()).expect("text");
        }
        Err(0xc0) => 1,
        Err(0xc1) => 2,
        Err(0xc2) => 4,
        Err(other) => panic!("{other:#x}"),
    };
    let (number, after) = rest.split_at(bytes);
    *rest = after;
    let negative = number.last().is_some_and(|&last| last > 0x7f);
    let mut whole = [if negative { 0xff } else { 0 }; 8];
    whole[..bytes].copy_from_slice(number);
    i64::from_le_bytes(whole).to_string()
}
