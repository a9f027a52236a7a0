//! Bytes copied on the way of a large value, in and out, as the driver of a core counts them.

mod common;

use common::{START_MS, local_client, lone_core};
use engine::{Core, SessionId};
use resp::Segment;

/// What a receive buffer of the driver holds.
const BUFFER_BYTES: usize = 8 * 1024;

/// A core and its driver, which lends and fills memory as the kernel would.
struct Driver {
    core: Core,
    client: SessionId,
    /// Bytes of requests that came through receive buffers, or were moved with their memory.
    copied_in: usize,
    /// Where the memory lies that was filled last.
    filled_at: Option<*const u8>,
}

/// A reply: bytes that were copied into it, and the values that it borrows.
#[derive(Default)]
struct Reply {
    copied: Vec<u8>,
    borrowed: Vec<bytes::Bytes>,
}

impl Driver {
    fn new() -> Self {
        let mut core = lone_core();
        core.lend_input();
        let client = core.open(local_client(), START_MS);
        Self {
            core,
            client,
            copied_in: 0,
            filled_at: None,
        }
    }

    /// Sends a request and takes its reply.
    fn ask(&mut self, request: &[u8]) -> Reply {
        let mut left = request;
        let mut reply = Reply::default();
        while !left.is_empty() {
            let (now, later) = left.split_at(left.len().min(BUFFER_BYTES));
            self.core.receive(self.client, now);
            self.copied_in += now.len();
            left = later;
            self.turn(&mut left, &mut reply);
        }
        reply
    }

    fn turn(&mut self, left: &mut &[u8], reply: &mut Reply) {
        loop {
            self.core.intake(0);
            self.core.run();
            let outputs = self.core.outputs();
            let lent = std::mem::take(&mut outputs.lent);
            for (_, segment) in outputs.sends.drain(..) {
                match segment {
                    Segment::Chunk(chunk) => reply.copied.extend(chunk),
                    Segment::Shared(value) => reply.borrowed.push(value),
                }
            }
            for (id, mut memory, wanted) in lent {
                assert!(memory.capacity() - memory.len() >= wanted);
                let place = memory.as_ptr();
                if self.filled_at.is_some_and(|before| before != place) {
                    self.copied_in += memory.len();
                }
                self.filled_at = Some(place);
                let (now, later) = left.split_at(wanted);
                memory.extend_from_slice(now);
                *left = later;
                self.core.filling(id, wanted);
                self.core.filled(id, memory);
            }
            if !self.core.has_work() {
                return;
            }
        }
    }
}

fn set(len: usize) -> Vec<u8> {
    let mut request = format!("*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n${len}\r\n").into_bytes();
    request.extend((0..len).map(|at| (at % 251) as u8));
    request.extend_from_slice(b"\r\n");
    request
}

const GET: &[u8] = b"*2\r\n$3\r\nGET\r\n$3\r\nkey\r\n";

#[test]
fn a_large_value_goes_out_from_where_it_lies_and_only_its_frame_is_copied() {
    for len in [16 * 1024, 64 * 1024, 1 << 20, 16 << 20] {
        let mut driver = Driver::new();
        let request = set(len);
        assert_eq!(driver.ask(&request).copied, b"+OK\r\n");
        let replies = [driver.ask(GET), driver.ask(GET)];
        for reply in &replies {
            assert_eq!(reply.copied, format!("${len}\r\n\r\n").as_bytes());
            assert_eq!(reply.borrowed.len(), 1);
            assert!(reply.borrowed[0] == request[request.len() - len - 2..request.len() - 2]);
        }
        let places = replies.map(|reply| reply.borrowed[0].as_ptr());
        assert_eq!(places[0], places[1], "both borrow one value");
    }
}

/// What is received through a buffer is copied; the rest comes to where it stays. Only the part
/// after which a long promise is believed moves once.
#[test]
fn a_large_value_comes_in_to_where_it_stays() {
    for (len, copied_max) in [
        (256 * 1024, 2 * BUFFER_BYTES),
        (1 << 20, 2 * BUFFER_BYTES),
        (16 << 20, (1 << 20) + 2 * BUFFER_BYTES),
    ] {
        let mut driver = Driver::new();
        assert_eq!(driver.ask(&set(len)).copied, b"+OK\r\n");
        assert!(
            driver.copied_in <= copied_max,
            "{} of {len} bytes copied",
            driver.copied_in
        );
        let reply = driver.ask(GET);
        assert_eq!(Some(reply.borrowed[0].as_ptr()), driver.filled_at);
    }
}

/// A value that is replaced while a reply borrows it is not changed.
#[test]
fn a_borrowed_value_outlives_its_key() {
    let mut driver = Driver::new();
    let request = set(1 << 20);
    driver.ask(&request);
    let old = driver.ask(GET);
    for words in ["SETRANGE key 5 x", "APPEND key x", "DEL key", "FLUSHALL"] {
        driver.ask(format!("{words}\r\n").as_bytes());
        assert!(old.borrowed[0] == request[request.len() - (1 << 20) - 2..request.len() - 2]);
    }
}
