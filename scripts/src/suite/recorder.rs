//! Stands between the suite and a server, and writes down what the server refused during each case.
//!
//! The suite announces every case to an external server with `DEBUG LOG "### Starting test ..."`,
//! so the bytes themselves say whose they are. Nothing is changed on the way.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::missing::missing_in_reply;
use crate::Outcome;

/// A case as it was announced, with what the server refused until the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Started {
    pub(super) case: String,
    /// In order, each once.
    pub(super) missing: Vec<String>,
}

/// Forwards connections to a server until it is stopped.
pub(super) struct Recorder {
    address: SocketAddr,
    log: Log,
    stopped: Arc<AtomicBool>,
}

type Log = Arc<Mutex<Vec<Started>>>;

/// Longest start of a line that is looked at.
const LINE_BYTES_MAX: usize = 1024;

const CHUNK_BYTES: usize = 64 * 1024;

const ANNOUNCEMENT: &str = "### Starting test ";

impl Recorder {
    pub(super) fn start(server: SocketAddr) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
        let listener = listener.map_err(|error| format!("no free port: {error}"))?;
        let address = listener
            .local_addr()
            .map_err(|error| format!("no address: {error}"))?;
        let log = Log::default();
        let stopped = Arc::new(AtomicBool::new(false));
        let (theirs, stop) = (Arc::clone(&log), Arc::clone(&stopped));
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                forward(client, server, &theirs);
            }
        });
        Ok(Self {
            address,
            log,
            stopped,
        })
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes no further connections; gives what was written down.
    pub(super) fn stop(self) -> Vec<Started> {
        self.stopped.store(true, Ordering::Relaxed);
        // The listener waits for a connection; this is it.
        let _ = TcpStream::connect(self.address);
        lock(&self.log).clone()
    }
}

fn forward(client: TcpStream, server: SocketAddr, log: &Log) {
    let Ok(server) = TcpStream::connect(server) else {
        return;
    };
    let _ = (client.set_nodelay(true), server.set_nodelay(true));
    let (Ok(client_again), Ok(server_again)) = (client.try_clone(), server.try_clone()) else {
        return;
    };
    let (requests, replies) = (Arc::clone(log), Arc::clone(log));
    thread::spawn(move || pump(client, server, |line| announced(&requests, line)));
    thread::spawn(move || {
        pump(server_again, client_again, |line| refused(&replies, line));
    });
}

/// Copies until one side ends, and shows every line before it is passed on.
fn pump(mut from: TcpStream, mut to: TcpStream, mut see: impl FnMut(&[u8])) {
    let mut chunk = vec![0; CHUNK_BYTES];
    let mut lines = Lines::default();
    loop {
        let length = match from.read(&mut chunk) {
            Ok(0) | Err(_) => break,
            Ok(length) => length,
        };
        lines.feed(&chunk[..length], &mut see);
        if to.write_all(&chunk[..length]).is_err() {
            let _ = from.shutdown(Shutdown::Both);
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}

/// Cuts a stream into lines and keeps only the start of a long one.
#[derive(Default)]
struct Lines {
    line: Vec<u8>,
}

impl Lines {
    fn feed(&mut self, bytes: &[u8], see: &mut impl FnMut(&[u8])) {
        let mut rest = bytes;
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            self.extend(&rest[..end]);
            see(self.line.trim_ascii_end());
            self.line.clear();
            rest = &rest[end + 1..];
        }
        self.extend(rest);
    }

    fn extend(&mut self, bytes: &[u8]) {
        let room = LINE_BYTES_MAX - self.line.len();
        self.line.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }
}

fn announced(log: &Log, line: &[u8]) {
    let Some(rest) = line.strip_prefix(ANNOUNCEMENT.as_bytes()) else {
        return;
    };
    let rest = String::from_utf8_lossy(rest);
    let case = rest
        .rsplit_once(" in tests/")
        .map_or(&*rest, |(name, _)| name);
    lock(log).push(Started {
        case: case.to_string(),
        missing: Vec::new(),
    });
}

fn refused(log: &Log, line: &[u8]) {
    let Some(text) = line.strip_prefix(b"-") else {
        return;
    };
    let Some(missing) = missing_in_reply(&String::from_utf8_lossy(text)) else {
        return;
    };
    if let Some(started) = lock(log).last_mut()
        && !started.missing.contains(&missing)
    {
        started.missing.push(missing);
    }
}

fn lock(log: &Log) -> std::sync::MutexGuard<'_, Vec<Started>> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::{TcpListener, TcpStream};
    use std::thread;

    use super::Recorder;

    const REFUSAL: &[u8] =
        b"-ERR the command 'sadd' is known but not available in this version of Ringkey\r\n";

    #[test]
    fn refusals_belong_to_the_case_announced_before_them() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let server = listener.local_addr().expect("an address");
        let recorder = Recorder::start(server).expect("a recorder");
        let mut client = TcpStream::connect(recorder.address()).expect("a connection");
        let (mut upstream, _) = listener.accept().expect("the recorder's connection");
        let echo = thread::spawn(move || {
            let mut lines = BufReader::new(upstream.try_clone().expect("a clone")).lines();
            while let Some(Ok(line)) = lines.next() {
                let reply: &[u8] = match line.as_str() {
                    "sadd" => REFUSAL,
                    "data" => b"$3\r\n-ERR the command is no error here\r\n",
                    _ => b"+OK\r\n",
                };
                upstream.write_all(reply).expect("sent");
            }
        });
        let mut replies = BufReader::new(client.try_clone().expect("a clone"));
        for (request, lines) in [
            ("### Starting test one [a] in two in tests/unit/x.tcl", 1),
            ("sadd", 1),
            ("sadd", 1),
            ("data", 2),
            ("### Starting test second in tests/unit/x.tcl", 1),
        ] {
            client
                .write_all(format!("{request}\r\n").as_bytes())
                .expect("sent");
            for _ in 0..lines {
                let mut reply = String::new();
                replies.read_line(&mut reply).expect("a reply");
            }
        }
        let log = recorder.stop();
        let cases: Vec<_> = log.iter().map(|started| started.case.as_str()).collect();
        assert_eq!(cases, ["one [a] in two", "second"]);
        assert_eq!(log[0].missing, ["SADD"]);
        assert!(log[1].missing.is_empty());
        drop((client, replies));
        echo.join().expect("the server has ended with its client");
    }
}
