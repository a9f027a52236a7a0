//! The tools against a server of a few lines: what two equal servers answer agrees, what one
//! answers wrongly is found, and corrupted bytes are noticed. No real server is needed.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use load::bench::Skew;
use load::bench::keys::Keys;
use load::bench::swarm::{Group, Schedule, Swarm};
use load::bench::workload::{Asks, KEY_PREFIX, Operation, Workload};
use load::differential::{Options, Runner};
use load::wire::{self, Value, push_bulk};

/// Answers every command by rule, without any data; each `fault_every`th one wrongly.
struct Fake {
    fault_every: u64,
    connections: AtomicU64,
    answered: AtomicU64,
}

/// What one connection has agreed on.
#[derive(Default)]
struct Connection {
    id: u64,
    silent: bool,
    skip_next: bool,
    subscriptions: i64,
}

enum Answer {
    Reply(Vec<u8>),
    Last(Vec<u8>),
}

impl Fake {
    fn start(fault_every: u64) -> SocketAddr {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let addr = listener.local_addr().expect("an address");
        let fake = Arc::new(Self {
            fault_every,
            connections: AtomicU64::new(0),
            answered: AtomicU64::new(0),
        });
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let fake = Arc::clone(&fake);
                std::thread::spawn(move || fake.serve(stream));
            }
        });
        addr
    }

    fn serve(&self, mut stream: TcpStream) {
        let id = self.connections.fetch_add(1, Ordering::Relaxed) + 1;
        let mut connection = Connection {
            id,
            ..Connection::default()
        };
        let mut inbox = Vec::new();
        let mut chunk = [0; 65_536];
        loop {
            let count = stream.read(&mut chunk).unwrap_or(0);
            if count == 0 {
                return;
            }
            inbox.extend_from_slice(&chunk[..count]);
            while let Some((args, len)) = request(&inbox) {
                inbox.drain(..len);
                let (reply, last) = match args {
                    None => (b"-ERR Protocol error\r\n".to_vec(), true),
                    Some(args) if args.is_empty() => (Vec::new(), false),
                    Some(args) => match self.answer(&args, &mut connection) {
                        Answer::Reply(reply) => (reply, false),
                        Answer::Last(reply) => (reply, true),
                    },
                };
                if stream.write_all(&reply).is_err() || last {
                    return;
                }
            }
        }
    }

    fn answer(&self, args: &[Vec<u8>], connection: &mut Connection) -> Answer {
        let words: Vec<String> = args
            .iter()
            .map(|arg| String::from_utf8_lossy(arg).to_ascii_uppercase())
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut bulk = Vec::new();
        let reply = match words[..] {
            ["QUIT", ..] => return Answer::Last(b"+OK\r\n".to_vec()),
            ["CLIENT", "ID"] => format!(":{}\r\n", connection.id).into_bytes(),
            ["CLIENT", "REPLY", "ON"] => {
                connection.silent = false;
                b"+OK\r\n".to_vec()
            }
            ["CLIENT", "REPLY", mode @ ("OFF" | "SKIP")] => {
                connection.silent |= mode == "OFF";
                connection.skip_next = mode == "SKIP";
                return Answer::Reply(Vec::new());
            }
            ["PING", _] => {
                push_bulk(&mut bulk, &args[1]);
                bulk
            }
            ["RESET"] => b"+RESET\r\n".to_vec(),
            ["EXEC", ..] => b"*0\r\n".to_vec(),
            ["RANDOMKEY"] => b"$-1\r\n".to_vec(),
            ["SCAN", ..] => b"*2\r\n$1\r\n0\r\n*0\r\n".to_vec(),
            ["INFO", ..] => {
                push_bulk(&mut bulk, b"# Clients\r\nblocked_clients:0\r\n");
                bulk
            }
            [
                "SUBSCRIBE" | "PSUBSCRIBE" | "UNSUBSCRIBE" | "PUNSUBSCRIBE",
                ..,
            ] => {
                // As real servers do, counts change; these only need to be the same twice.
                connection.subscriptions = 0;
                format!(
                    "*3\r\n$9\r\nsubscribe\r\n$1\r\nx\r\n:{}\r\n",
                    connection.subscriptions
                )
                .into_bytes()
            }
            ["GET" | "APPEND" | "LRANGE" | "INCRBY", ..] => self.data_reply(args),
            ["MULTI"] | ["SET", ..] => b"+OK\r\n".to_vec(),
            _ => b"-ERR unknown\r\n".to_vec(),
        };
        let silent = connection.silent || std::mem::take(&mut connection.skip_next);
        Answer::Reply(if silent { Vec::new() } else { reply })
    }

    fn data_reply(&self, args: &[Vec<u8>]) -> Vec<u8> {
        let number = self.answered.fetch_add(1, Ordering::Relaxed) + 1;
        let wrong = self.fault_every > 0 && number.is_multiple_of(self.fault_every);
        let len: usize = args.iter().map(Vec::len).sum();
        format!(":{}\r\n", len + usize::from(wrong)).into_bytes()
    }
}

/// The first request in `inbox` and its length; no arguments for an empty one, `None` instead of
/// arguments for a broken one.
fn request(inbox: &[u8]) -> Option<(Option<Vec<Vec<u8>>>, usize)> {
    if inbox.first() == Some(&b'*') {
        return match wire::frame_len(inbox) {
            Ok(Some(len)) => {
                let value = Value::decode(&inbox[..len]).ok()?;
                let args = value.items().unwrap_or_default();
                let texts: Option<Vec<Vec<u8>>> = args
                    .iter()
                    .map(|arg| arg.text().map(<[u8]>::to_vec))
                    .collect();
                Some((texts, len))
            }
            Ok(None) => None,
            // A count below -1 is an empty request to Valkey, everything else is an error.
            Err(_) if inbox.starts_with(b"*-") => {
                let len = inbox.iter().position(|byte| *byte == b'\n')? + 1;
                Some((Some(Vec::new()), len))
            }
            Err(_) => Some((None, inbox.len())),
        };
    }
    let Some(end) = inbox.iter().position(|byte| *byte == b'\n') else {
        return (inbox.len() > 65_536).then_some((None, inbox.len()));
    };
    let line = String::from_utf8_lossy(&inbox[..end]).into_owned();
    if ["POST", "Host:", "SET \"unb"]
        .iter()
        .any(|start| line.starts_with(start))
    {
        return Some((None, inbox.len()));
    }
    let words = line
        .split_whitespace()
        .map(|word| word.as_bytes().to_vec())
        .collect();
    Some((Some(words), end + 1))
}

fn compared(fault_every: u64, flips: u64) -> (bool, u64) {
    let options = Options {
        addrs: [Fake::start(0), Fake::start(fault_every)],
        commands: 3_000,
        seed: 20_261_123,
        sessions: 4,
        content_every: 1_000,
        patience: Duration::from_millis(300),
        flips,
        shown_max: 0,
        follower: None,
    };
    let mut runner = Runner::start(options).expect("connected");
    let passed = runner.run(|_| {}).expect("no failure of its own");
    (passed, runner.report().differences)
}

#[test]
fn equal_servers_agree() {
    assert_eq!(compared(0, 0), (true, 0));
}

#[test]
fn one_wrong_reply_in_a_hundred_is_found() {
    let (passed, differences) = compared(100, 0);
    assert!(!passed && differences > 0, "{differences}");
}

#[test]
fn a_flipped_byte_is_noticed() {
    let (noticed, differences) = compared(0, 1);
    assert!(noticed && differences > 0, "{differences}");
}

#[test]
fn the_load_counts_right_replies_and_refuses_wrong_ones() {
    let addr = Fake::start(0);
    let run = |operation| {
        let keys = Keys::Sequential {
            next: 0,
            end: 1_000,
        };
        let mut works = [workload(operation, keys)];
        let group = Group {
            clients: 5,
            depth: 16,
        };
        Swarm::connect(addr, &[group]).and_then(|mut swarm| swarm.run(&mut works, None))
    };
    let tallies = run(Operation::Set).expect("SET is answered +OK");
    assert_eq!(tallies[0].requests, 1_000);
    assert!(run(Operation::Get).is_err(), "GET is answered a number");
}

fn workload(operation: Operation, keys: Keys) -> Workload {
    Workload::new(Asks {
        operation,
        keys,
        prefix: KEY_PREFIX,
        value_bytes: 64,
        seed: 1,
    })
}

/// Answers SETs of the workload in batches of one, but nothing from the `stall_at`th on for so
/// long.
fn start_stalling(stall_at: usize, stall: Duration) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let addr = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut chunk = [0; 4096];
        for answered in 0.. {
            if !matches!(stream.read(&mut chunk), Ok(1..)) {
                return;
            }
            if answered == stall_at {
                std::thread::sleep(stall);
            }
            if stream.write_all(b"+OK\r\n").is_err() {
                return;
            }
        }
    });
    addr
}

/// One client that sets a key every `gap_ms` for `whole_ms`.
fn open_loop(addr: std::net::SocketAddr, gap_ms: u64, whole_ms: u64) -> load::bench::swarm::Tally {
    let group = Group {
        clients: 1,
        depth: 1,
    };
    let mut swarm = Swarm::connect(addr, &[group]).expect("connected");
    let mut work = workload(Operation::Set, Keys::random(1, 100, Skew::Uniform));
    let start = Instant::now();
    let schedule = Schedule {
        start,
        gap: Duration::from_millis(gap_ms),
        end: start + Duration::from_millis(whole_ms),
    };
    swarm.run_open(&mut work, schedule).expect("answered")
}

#[test]
fn an_open_loop_counts_from_the_time_a_request_was_due() {
    let stall = Duration::from_millis(200);
    let addr = start_stalling(20, stall);
    let tally = open_loop(addr, 2, 500);
    // Everything that was due is counted, though for 200 ms nothing could be sent.
    assert_eq!((tally.requests, tally.latencies.count()), (250, 250));
    assert!(tally.longest >= stall, "{:?}", tally.longest);
    // A closed loop would have seen one slow request. About 100 were due in the stall, and had to
    // wait for what was left of it: about a quarter of all for more than 50 ms.
    let slow = 250 - tally.latencies.count_up_to(50_000_000);
    assert!(slow >= 60, "{slow}");
}

#[test]
fn what_an_open_loop_never_gets_counts_with_the_time_it_waited() {
    let addr = start_stalling(10, Duration::from_secs(3_600));
    let tally = open_loop(addr, 1, 100);
    assert_eq!(tally.requests, 100);
    // 90 of them, and the histogram ends at one second.
    assert_eq!(100 - tally.latencies.count_up_to(900_000_000), 90);
    assert!(tally.longest > Duration::from_secs(1));
}
