//! What a server holds while it is measured, and how it gets there. It must never measure
//! requests.

use std::io;
use std::time::Instant;

use stdx::rng::Rng;

use super::collections::Collection;
use super::keys::Keys;
use super::swarm::{Group, Swarm};
use super::workload::{
    Asks, BITMAP_KEY, HYPERLOGLOGS, KEY_PREFIX, LARGE_PREFIX, Operation, Workload, hyperloglog_key,
};
use crate::link::Link;
use crate::process::{Server, pin_this_thread};

/// Connections that load.
const CLIENTS: usize = 50;
/// Requests in flight per connection while loading.
const DEPTH_MAX: usize = 64;
/// Bytes in flight per load thread while loading, however large the values are.
const BATCHES_BYTES_MAX: usize = 64 << 20;
/// Bytes of the value that BITCOUNT counts.
pub const BITMAP_BYTES: usize = 8 << 20;
/// Elements of each HyperLogLog.
pub const HYPERLOGLOG_ELEMENTS: usize = 20_000;
const ELEMENTS_PER_REQUEST: usize = 500;

/// Keys of one length and values of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dataset {
    pub keys: u64,
    pub value_bytes: usize,
    /// More keys with values of another length.
    pub large: Option<Large>,
    /// One large bitmap and ten HyperLogLogs.
    pub bits: bool,
    /// Collections in place of strings.
    pub collection: Option<Collection>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Large {
    pub keys: u64,
    pub value_bytes: usize,
}

impl Dataset {
    pub const fn plain(keys: u64, value_bytes: usize) -> Self {
        Self {
            keys,
            value_bytes,
            large: None,
            bits: false,
            collection: None,
        }
    }

    pub const fn collections((collection, count): (Collection, u64)) -> Self {
        Self {
            collection: Some(collection),
            ..Self::plain(count, 0)
        }
    }

    fn keys_expected(&self) -> u64 {
        let bits = if self.bits {
            1 + HYPERLOGLOGS as u64
        } else {
            0
        };
        self.keys + self.large.map_or(0, |large| large.keys) + bits
    }
}

impl std::fmt::Display for Dataset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(collection) = self.collection {
            return write!(f, "{} {}", self.keys, collection.name());
        }
        write!(f, "{} keys of 16 + {} bytes", self.keys, self.value_bytes)?;
        if let Some(Large { keys, value_bytes }) = self.large {
            write!(f, ", {keys} of 16 + {value_bytes}")?;
        }
        if self.bits {
            write!(
                f,
                ", a bitmap of {BITMAP_BYTES} bytes, {HYPERLOGLOGS} HyperLogLogs"
            )?;
        }
        Ok(())
    }
}

/// Writes the whole dataset and checks the number of keys. Returns the seconds it took.
pub fn load(server: &Server, dataset: &Dataset, cpus: &[usize]) -> io::Result<f64> {
    let start = Instant::now();
    let plain = |operation, from, to| Span {
        operation,
        prefix: KEY_PREFIX,
        value_bytes: dataset.value_bytes,
        from,
        to,
    };
    write(server, cpus, &plain(Operation::Set, 0, dataset.keys))?;
    if let Some(large) = dataset.large {
        let span = Span {
            operation: Operation::Set,
            prefix: LARGE_PREFIX,
            value_bytes: large.value_bytes,
            from: 0,
            to: large.keys,
        };
        write(server, cpus, &span)?;
    }
    if dataset.bits {
        write_bits(server)?;
    }
    check_count(server, dataset.keys_expected())?;
    Ok(start.elapsed().as_secs_f64())
}

/// Keys to be written or deleted, each once.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub operation: Operation,
    pub prefix: [u8; 4],
    pub value_bytes: usize,
    pub from: u64,
    pub to: u64,
}

/// Writes (or deletes) each key of the span once.
pub fn write(server: &Server, cpus: &[usize], span: &Span) -> io::Result<()> {
    let threads = cpus.len() as u64;
    let clients = CLIENTS.div_ceil(cpus.len());
    let depth = (BATCHES_BYTES_MAX / clients / span.value_bytes.max(1)).clamp(1, DEPTH_MAX);
    let clients = clients.min((BATCHES_BYTES_MAX / span.value_bytes.max(1)).max(1));
    let count = span.to - span.from;
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|thread| {
                let cpu = cpus[thread as usize];
                let keys = Keys::Sequential {
                    next: span.from + count * thread / threads,
                    end: span.from + count * (thread + 1) / threads,
                };
                let asks = Asks {
                    operation: span.operation,
                    keys,
                    prefix: span.prefix,
                    value_bytes: span.value_bytes,
                    seed: 0,
                };
                scope.spawn(move || {
                    pin_this_thread(&[cpu])?;
                    let mut works = [Workload::new(asks)];
                    Swarm::connect(server.addr(), &[Group { clients, depth }])?
                        .run(&mut works, None)
                })
            })
            .collect();
        handles
            .into_iter()
            .try_for_each(|handle| join(handle).map(|_| ()))
    })
}

/// Fails if the server does not hold as many keys.
pub fn check_count(server: &Server, keys: u64) -> io::Result<()> {
    let reply = Link::connect(server.addr())?.ask(&["DBSIZE"])?;
    if reply == format!(":{keys}\r\n").as_bytes() {
        return Ok(());
    }
    let got = crate::wire::shown(&reply, 80);
    Err(io::Error::other(format!(
        "DBSIZE is {got} instead of {keys}"
    )))
}

fn write_bits(server: &Server) -> io::Result<()> {
    let mut link = Link::connect(server.addr())?;
    let mut rng = Rng::new(8);
    let bitmap: Vec<u8> = (0..BITMAP_BYTES / 8)
        .flat_map(|_| rng.next_u64().to_le_bytes())
        .collect();
    expect(&link.ask(&[b"SET", BITMAP_KEY.as_bytes(), &bitmap])?, b'+')?;
    for log in 0..HYPERLOGLOGS {
        for _ in 0..HYPERLOGLOG_ELEMENTS / ELEMENTS_PER_REQUEST {
            let mut words = vec!["PFADD".to_string(), hyperloglog_key(log)];
            words.extend((0..ELEMENTS_PER_REQUEST).map(|_| rng.next_u64().to_string()));
            expect(&link.ask(&words)?, b':')?;
        }
    }
    Ok(())
}

fn expect(reply: &[u8], kind: u8) -> io::Result<()> {
    if reply.first() == Some(&kind) {
        return Ok(());
    }
    Err(io::Error::other(crate::wire::shown(reply, 200)))
}

/// What a load thread returns; a panic becomes an error.
pub fn join<T>(handle: std::thread::ScopedJoinHandle<'_, io::Result<T>>) -> io::Result<T> {
    handle
        .join()
        .unwrap_or_else(|_| Err(io::Error::other("a load thread panicked")))
}
