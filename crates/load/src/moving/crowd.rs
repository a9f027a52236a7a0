//! Some clients on one thread, each in a closed loop, and when and how fast every batch was
//! answered. It must never know what the requests mean; an error among the replies ends it.

use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::link::{Link, wait_any};
use crate::wire;

/// A server that answers nobody for so long has failed.
const SILENCE_MAX: Duration = Duration::from_secs(20);

/// A batch that was answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sample {
    /// When its last reply came.
    pub at: Instant,
    pub took: Duration,
}

/// Appends a batch and says how many replies it has.
pub(super) type Batch<'a> = &'a mut dyn FnMut(&mut Vec<u8>) -> usize;

struct Client {
    link: Link,
    since: Instant,
    open: usize,
}

/// Sends batch after batch on each of so many connections until told to stop.
pub(super) fn run(
    addr: SocketAddr,
    clients: usize,
    batch: Batch<'_>,
    stop: &AtomicBool,
) -> io::Result<Vec<Sample>> {
    let mut crowd = Vec::new();
    for _ in 0..clients {
        crowd.push(Client {
            link: Link::connect(addr)?,
            since: Instant::now(),
            open: 0,
        });
    }
    let mut samples = Vec::new();
    for client in &mut crowd {
        begin(client, batch)?;
    }
    while crowd.iter().any(|client| client.open > 0) {
        let links: Vec<&Link> = crowd.iter().map(|client| &client.link).collect();
        if !wait_any(&links, Instant::now() + SILENCE_MAX)? {
            return Err(io::Error::other(format!("no reply for {SILENCE_MAX:?}")));
        }
        for client in &mut crowd {
            client.link.flush()?;
            take_replies(client)?;
            if client.open > 0 || stop.load(Ordering::Relaxed) {
                continue;
            }
            let at = Instant::now();
            let took = at - client.since;
            samples.push(Sample { at, took });
            begin(client, batch)?;
        }
    }
    Ok(samples)
}

fn begin(client: &mut Client, batch: Batch<'_>) -> io::Result<()> {
    client.open = batch(client.link.outbox());
    client.since = Instant::now();
    client.link.flush()
}

fn take_replies(client: &mut Client) -> io::Result<()> {
    client.link.fill()?;
    while client.open > 0 {
        let Some(len) = wire::frame_len(client.link.inbox()).map_err(io::Error::other)? else {
            break;
        };
        let frame = &client.link.inbox()[..len];
        if frame.first() == Some(&b'-') {
            return Err(io::Error::other(wire::shown(frame, 200)));
        }
        client.link.consume(len);
        client.open -= 1;
    }
    if client.open > 0 && client.link.is_closed() {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(())
}

/// Those that were answered in a span.
pub(super) fn within(samples: &[Sample], from: Instant, until: Instant) -> Vec<Duration> {
    let first = samples.partition_point(|sample| sample.at < from);
    let end = samples.partition_point(|sample| sample.at < until);
    samples[first..end.max(first)]
        .iter()
        .map(|sample| sample.took)
        .collect()
}
