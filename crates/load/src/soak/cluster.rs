//! The soak of a cluster: clients that follow its map and its redirections, each with keys of its
//! own whose every reply is known, and one that counts and scans all nodes together. It must never
//! use keys of several slots in one request.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use stdx::rng::Rng;
use stdx::slot::{SLOTS, slot_of};

use super::frames::{self, OK, QUEUED, must_be};
use super::{Options, Summary};
use crate::cluster_link::{ClusterLink, Request};
use crate::link::Link;
use crate::wire;

/// Keys of each kind that a client has.
const KEYS: usize = 40;
/// Kinds of keys: numbers, lists, and numbers that only transactions touch.
const KINDS: [&str; 3] = ["number", "list", "pair"];

/// What the threads share.
#[derive(Default)]
struct Shared {
    stop: AtomicBool,
    requests: AtomicU64,
    redirections: AtomicU64,
    core_changes: AtomicU64,
    moves: AtomicU64,
    counts: AtomicU64,
    scans: AtomicU64,
    scan_calls: AtomicU64,
}

/// Runs the soak against the cluster that `options.addr` is a node of. It is emptied first.
pub fn run(options: &Options) -> Result<Summary, String> {
    let start = Instant::now();
    let shared = Shared::default();
    let told = |error: std::io::Error| error.to_string();
    let mut link = ClusterLink::connect(options.addr).map_err(told)?;
    for addr in link.addresses() {
        let reply = link.node(addr).and_then(|node| node.ask(&["FLUSHALL"]));
        must_be("FLUSHALL", OK, &reply.map_err(told)?)?;
    }
    let mut workers = Vec::new();
    for at in 0..options.clients {
        let mut worker = Worker::new(at, options).map_err(told)?;
        worker.begin()?;
        workers.push(worker);
    }
    let keys = (options.clients * KEYS * KINDS.len()) as u64;
    let hops = hops(&mut link)?;
    let sent: u64 = workers.iter().map(|worker| worker.requests).sum();
    let shared = &shared;
    std::thread::scope(|scope| {
        let mut threads = Vec::new();
        for worker in &mut workers {
            threads.push(scope.spawn(move || shared.watch(worker.work(shared))));
        }
        if options.core_changes_every_seconds > 0.0 {
            threads.push(scope.spawn(move || shared.watch(change_cores(options, shared))));
        } else {
            // Over the ports of cores that come and go nothing can be counted.
            threads.push(scope.spawn(move || shared.watch(count(options.addr, keys, shared))));
        }
        if options.moves_per_second > 0.0 {
            threads.push(scope.spawn(move || shared.watch(move_slots(options, shared))));
        }
        let end = start + options.duration;
        while Instant::now() < end && !shared.stop.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_millis(20));
        }
        shared.stop.store(true, Ordering::Relaxed);
        threads.into_iter().try_for_each(|thread| {
            let panicked = |_| Err("a client panicked".to_owned());
            thread.join().unwrap_or_else(panicked)
        })
    })?;
    let all: u64 = workers.iter().map(|worker| worker.requests).sum();
    let hops = self::hops(&mut link)? - hops;
    let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    let checks = BTreeMap::from([
        ("hops, where the server tells", hops),
        ("redirections", read(&shared.redirections)),
        ("requests, all but set-up", all - sent),
        ("slots moved", read(&shared.moves)),
        ("numbers of cores set", read(&shared.core_changes)),
        ("sums of DBSIZE", read(&shared.counts)),
        ("unions of SCAN", read(&shared.scans)),
        ("calls of SCAN, which may be hops", read(&shared.scan_calls)),
    ]);
    Ok(Summary {
        requests: all,
        seconds: start.elapsed().as_secs_f64(),
        checks,
    })
}

impl Shared {
    fn goes_on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }

    /// Whoever fails ends all.
    fn watch(&self, result: Result<(), String>) -> Result<(), String> {
        if result.is_err() {
            self.stop.store(true, Ordering::Relaxed);
        }
        result
    }
}

/// Requests that went from core to core so far; 0 for a server that does not know of such.
fn hops(link: &mut ClusterLink) -> Result<u64, String> {
    let addr = *link.addresses().first().ok_or("no node")?;
    let node = link.node(addr).map_err(|error| error.to_string())?;
    let reply = node.ask(&["INFO", "cores"]);
    let reply = reply.map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&reply);
    let figures = text
        .split(',')
        .filter_map(|field| field.strip_prefix("hops="));
    Ok(figures.filter_map(|hops| hops.parse::<u64>().ok()).sum())
}

/// A client with keys of its own.
struct Worker {
    link: ClusterLink,
    at: usize,
    depth: usize,
    rng: Rng,
    /// By kind and number, how often the key was added to.
    added: Vec<[u64; KINDS.len()]>,
    requests: u64,
}

impl Worker {
    fn new(at: usize, options: &Options) -> std::io::Result<Self> {
        Ok(Self {
            link: ClusterLink::connect(options.addr)?,
            at,
            depth: options.depth,
            rng: Rng::new(options.seed.wrapping_mul(1_000_003) + at as u64),
            added: vec![[0; KINDS.len()]; KEYS],
            requests: 0,
        })
    }

    /// Makes every key exist.
    fn begin(&mut self) -> Result<(), String> {
        let mut expected = Vec::new();
        let mut requests = Vec::new();
        for number in 0..KEYS {
            for kind in 0..KINDS.len() {
                self.add(number, kind, &mut requests, &mut expected);
            }
        }
        self.exchange(&requests, &expected)
    }

    fn work(&mut self, shared: &Shared) -> Result<(), String> {
        while shared.goes_on() {
            let (mut requests, mut expected) = (Vec::new(), Vec::new());
            while requests.len() < self.depth {
                self.ask_one(&mut requests, &mut expected);
            }
            let (before, redirected) = (self.requests, self.link.redirections);
            self.exchange(&requests, &expected)?;
            shared
                .requests
                .fetch_add(self.requests - before, Ordering::Relaxed);
            let redirections = self.link.redirections - redirected;
            shared
                .redirections
                .fetch_add(redirections, Ordering::Relaxed);
        }
        Ok(())
    }

    fn exchange(&mut self, requests: &[Request], expected: &[Vec<u8>]) -> Result<(), String> {
        let replies = self.link.ask_all(requests);
        let replies = replies.map_err(|error| format!("client {}: {error}", self.at))?;
        self.requests += requests.len() as u64;
        for ((request, reply), expected) in requests.iter().zip(&replies).zip(expected) {
            let what = String::from_utf8_lossy(&request.args.join(&b' ')).into_owned();
            must_be(&what, expected, reply)?;
        }
        Ok(())
    }

    fn ask_one(&mut self, requests: &mut Vec<Request>, expected: &mut Vec<Vec<u8>>) {
        let number = self.rng.below(KEYS as u64) as usize;
        let kind = self.rng.below(KINDS.len() as u64) as usize;
        if kind == 2 || self.rng.below(2) == 0 {
            self.add(number, kind, requests, expected);
            return;
        }
        let (slot, key) = self.key(number, kind);
        let count = self.added[number][kind];
        let (args, reply): (Vec<&[u8]>, _) = match kind {
            0 => (
                vec![b"GET", &key],
                frames::bulk(count.to_string().as_bytes()),
            ),
            _ if self.rng.below(2) == 0 => (vec![b"LLEN", &key], frames::int(count as i64)),
            _ => (
                vec![b"LINDEX", &key, b"-1"],
                frames::bulk(count.to_string().as_bytes()),
            ),
        };
        requests.push(request(slot, &args));
        expected.push(reply);
    }

    /// Adds to a key: a number, an element, or both of a pair in a transaction.
    fn add(
        &mut self,
        number: usize,
        kind: usize,
        requests: &mut Vec<Request>,
        expected: &mut Vec<Vec<u8>>,
    ) {
        let (slot, key) = self.key(number, kind);
        self.added[number][kind] += 1;
        let count = self.added[number][kind];
        let text = count.to_string();
        match kind {
            0 => requests.push(request(slot, &[b"INCR", &key])),
            1 => requests.push(request(slot, &[b"RPUSH", &key, text.as_bytes()])),
            _ => {
                requests.push(request(slot, &[b"MULTI"]));
                requests.push(request(slot, &[b"INCR", &key]));
                requests.push(request(slot, &[b"GET", &key]));
                requests.push(request(slot, &[b"EXEC"]));
                expected.extend([OK, QUEUED, QUEUED].map(<[u8]>::to_vec));
                let both = [frames::int(count as i64), frames::bulk(text.as_bytes())];
                expected.push(frames::array(&both));
                return;
            }
        }
        expected.push(frames::int(count as i64));
    }

    fn key(&self, number: usize, kind: usize) -> (u16, Vec<u8>) {
        let key = format!("{}:{}:{number}", KINDS[kind], self.at).into_bytes();
        (slot_of(&key), key)
    }
}

fn request(slot: u16, args: &[&[u8]]) -> Request {
    Request {
        slot,
        args: args.iter().map(|arg| arg.to_vec()).collect(),
    }
}

/// Counts and scans all nodes together: there are `keys` keys all the time.
fn count(addr: SocketAddr, keys: u64, shared: &Shared) -> Result<(), String> {
    let told = |error: std::io::Error| error.to_string();
    let mut link = ClusterLink::connect(addr).map_err(told)?;
    let nodes = link.addresses();
    while shared.goes_on() {
        let mut sum = 0;
        let mut found = BTreeSet::new();
        for &addr in &nodes {
            let node = link.node(addr).map_err(told)?;
            let reply = node.ask(&["DBSIZE"]).map_err(told)?;
            sum += frames::number(&reply).ok_or_else(|| frames::wrong("DBSIZE", b":", &reply))?;
        }
        if u64::try_from(sum) != Ok(keys) {
            return Err(format!("{sum} keys are counted where {keys} are"));
        }
        shared.counts.fetch_add(1, Ordering::Relaxed);
        for &addr in &nodes {
            scan(link.node(addr).map_err(told)?, &mut found, shared)?;
        }
        if found.len() as u64 != keys {
            return Err(format!("{} keys are found where {keys} are", found.len()));
        }
        shared.scans.fetch_add(1, Ordering::Relaxed);
    }
    Ok(())
}

/// All keys of one node.
fn scan(node: &mut Link, found: &mut BTreeSet<Vec<u8>>, shared: &Shared) -> Result<(), String> {
    let mut cursor = b"0".to_vec();
    loop {
        shared.scan_calls.fetch_add(1, Ordering::Relaxed);
        let reply = node.ask(&[&b"SCAN"[..], &cursor, b"COUNT", b"1000"]);
        let reply = reply.map_err(|error| error.to_string())?;
        let items = frames::items(&reply).filter(|items| items.len() == 2);
        let (next, keys) = items
            .and_then(|items| Some((frames::text(items[0])?.to_vec(), frames::texts(items[1])?)))
            .ok_or_else(|| frames::wrong("SCAN", b"(a cursor and keys)", &reply))?;
        found.extend(keys.into_iter().map(<[u8]>::to_vec));
        if next == b"0" {
            return Ok(());
        }
        cursor = next;
    }
}

/// Hands random slots from core to core.
fn move_slots(options: &Options, shared: &Shared) -> Result<(), String> {
    let told = |error: std::io::Error| error.to_string();
    let mut link = Link::connect(options.addr).map_err(told)?;
    let cores = link.ask(&["RINGKEY", "CORES"]).map_err(told)?;
    let cores = wire::Value::decode(&cores).map_err(|error| error.to_string())?;
    let cores = cores.items().map_or(0, <[_]>::len) as u64;
    let period = Duration::from_secs_f64(1.0 / options.moves_per_second.max(0.001));
    let mut rng = Rng::new(options.seed ^ 0x6d_6f_76_65);
    let mut due = Instant::now();
    while shared.goes_on() {
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        due += period;
        let slot = rng.below(SLOTS as u64).to_string();
        let core = rng.below(cores.max(1)).to_string();
        let reply = link.ask(&["RINGKEY", "MOVE", &slot, &core]).map_err(told)?;
        // Where the number of cores changes as well.
        if reply.starts_with(b"-ERR no such core") {
            continue;
        }
        must_be("RINGKEY MOVE", OK, &reply)?;
        shared.moves.fetch_add(1, Ordering::Relaxed);
    }
    Ok(())
}

/// Sets another number of cores every so many seconds.
fn change_cores(options: &Options, shared: &Shared) -> Result<(), String> {
    let told = |error: std::io::Error| error.to_string();
    let mut link = Link::connect(options.addr).map_err(told)?;
    let mut rng = Rng::new(options.seed ^ 0x63_6f_72_65);
    let period = Duration::from_secs_f64(options.core_changes_every_seconds);
    let mut due = Instant::now() + period;
    while shared.goes_on() {
        std::thread::sleep(Duration::from_millis(20));
        if Instant::now() < due {
            continue;
        }
        due += period;
        let cores = (1 + rng.below(options.cores_most)).to_string();
        let args = ["CONFIG", "SET", "cores-min", &cores, "cores-max", &cores];
        let reply = link.ask(&args).map_err(told)?;
        must_be("CONFIG SET cores-min cores-max", OK, &reply)?;
        shared.core_changes.fetch_add(1, Ordering::Relaxed);
    }
    Ok(())
}
