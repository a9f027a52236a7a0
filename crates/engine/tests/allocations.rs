//! The steady path takes no memory from the allocator: pipelines of GET and of SET of keys that are
//! there none at all, SET of new keys what the entries and their places need.
//!
//! A program of its own, because it counts for the whole process.

mod common;

use common::{START_MS, local_client, lone_core};
use engine::{Core, SessionId};
use resp::Segment;

const CLIENTS: usize = 20;
const DEPTH: usize = 64;

struct Server {
    core: Core,
    clients: Vec<SessionId>,
}

impl Server {
    fn new() -> Self {
        let mut core = lone_core();
        let clients = (0..CLIENTS)
            .map(|_| core.open(local_client(), START_MS))
            .collect();
        Self { core, clients }
    }

    /// A pipeline of each client, executed to the end. Returns the bytes of the replies.
    fn serve(&mut self, pipelines: &[Vec<u8>]) -> usize {
        for (client, pipeline) in self.clients.iter().zip(pipelines) {
            self.core.receive(*client, pipeline);
        }
        let mut replied = 0;
        while self.core.has_work() {
            self.core.intake(START_MS);
            self.core.run();
            let mut outputs = std::mem::take(self.core.outputs());
            for (client, segment) in outputs.sends.drain(..) {
                replied += segment.as_slice().len();
                self.core.sent(client, segment.as_slice().len());
                if let Segment::Chunk(chunk) = segment {
                    self.core.recycle_chunk(client, chunk);
                }
            }
            *self.core.outputs() = outputs;
        }
        replied
    }
}

/// One pipeline for each client, of requests with rising numbers from `first` on.
fn pipelines(first: usize, request: impl Fn(usize) -> String) -> Vec<Vec<u8>> {
    let of_client = |client: usize| {
        let numbers = first + client * DEPTH..first + (client + 1) * DEPTH;
        numbers.map(&request).collect::<String>().into_bytes()
    };
    (0..CLIENTS).map(of_client).collect()
}

fn get(number: usize) -> String {
    format!("*2\r\n$3\r\nGET\r\n$8\r\n{number:08}\r\n")
}

fn set(number: usize) -> String {
    format!("*3\r\n$3\r\nSET\r\n$8\r\n{number:08}\r\n$5\r\nvalue\r\n")
}

#[test]
fn pipelined_reads_allocate_nothing_and_writes_only_for_entries() {
    const REQUESTS: usize = CLIENTS * DEPTH;
    let mut server = Server::new();
    let mut next = 0;
    // So many keys that every slot has its table.
    for _ in 0..80 {
        server.serve(&pipelines(next, set));
        next += REQUESTS;
    }
    let reads: Vec<Vec<Vec<u8>>> = (0..8).map(|n| pipelines(n * REQUESTS, get)).collect();
    for pipelines in &reads {
        server.serve(pipelines);
    }
    let mut replied = 0;
    let counted = allocation_counter::measure(|| {
        for pipelines in &reads {
            replied += server.serve(pipelines);
        }
    });
    assert_eq!(replied, 8 * REQUESTS * "$5\r\nvalue\r\n".len());
    assert_eq!(counted.count_total, 0, "{counted:?}");

    let known = pipelines(0, set);
    server.serve(&known);
    let counted = allocation_counter::measure(|| {
        server.serve(&known);
    });
    assert_eq!(counted.count_total, 0, "{counted:?}");

    let new = pipelines(next, set);
    let counted = allocation_counter::measure(|| {
        server.serve(&new);
    });
    // Small tables grow by what each entry needs, and by a bucket now and then.
    assert!(counted.count_total <= 2 * REQUESTS as u64, "{counted:?}");
}
