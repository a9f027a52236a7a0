//! Drives all connections of a soak with one thread, and ends it: everybody comes to rest, then
//! everything is compared once more.

use std::collections::BTreeMap;
use std::io;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use rustix::buffer::spare_capacity;
use rustix::event::{Timespec, epoll};
use stdx::rng::Rng;

use super::changer::Changer;
use super::checker::{Checker, queued_tokens};
use super::frames::{self, must_be};
use super::mixed::{Mixed, check_sum};
use super::mover::Mover;
use super::optimist::Optimist;
use super::queues::{Worker, token_name};
use super::subscriber::Subscriber;
use super::world::{ACCOUNTS, BALANCE, COUNTERS, OPTIMISTS, QUEUES, TOKENS, World, key};
use super::{Actor, Options};
use crate::link::{Flip, Link};
use crate::wire;

const WORKERS: usize = 16;
const OPTIMISTIC_CLIENTS: usize = 4;
const SUBSCRIBERS: usize = 4;
/// A server that answers nobody for so long has failed.
const SILENCE_MAX: Duration = Duration::from_secs(20);
/// Between two reports of progress.
const PROGRESS_PERIOD: Duration = Duration::from_secs(10);

/// What a soak did.
#[derive(Clone, Debug)]
pub struct Summary {
    pub requests: u64,
    pub seconds: f64,
    pub checks: BTreeMap<&'static str, u64>,
}

struct Member {
    link: Link,
    actor: Box<dyn Actor>,
    waits_for_room: bool,
}

struct Soak {
    poller: OwnedFd,
    members: Vec<Member>,
    /// Those among the members that work by the clock.
    by_clock: Vec<usize>,
    world: World,
}

/// Runs the whole soak. The first wrong reply ends it with an error that names it.
pub fn run(options: &Options, mut progress: impl FnMut(&World, f64)) -> Result<Summary, String> {
    let start = Instant::now();
    let mut control = Link::connect(options.addr).map_err(|error| error.to_string())?;
    set_up(&mut control)?;
    let cores = match options.moves_per_second > 0.0 {
        true => cores(&mut control)?,
        false => 1,
    };
    let mut soak = Soak::connect(options, cores).map_err(|error| error.to_string())?;
    if options.flip {
        soak.plan_flip(options);
    }
    let end = start + options.duration;
    let mut next_progress = start + PROGRESS_PERIOD;
    while Instant::now() < end {
        soak.turn(Duration::from_millis(100))?;
        if Instant::now() >= next_progress {
            progress(&soak.world, start.elapsed().as_secs_f64());
            next_progress += PROGRESS_PERIOD;
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    soak.come_to_rest()?;
    soak.finish(&mut control)?;
    Ok(Summary {
        requests: soak.world.requests,
        seconds,
        checks: soak.world.checks,
    })
}

/// How many cores the server has.
fn cores(control: &mut Link) -> Result<u64, String> {
    let reply = control.ask(&["RINGKEY", "CORES"]);
    let reply = reply.map_err(|error| error.to_string())?;
    let line = reply.split(|&byte| byte == b'\r').next();
    line.and_then(|line| line.strip_prefix(b"*"))
        .and_then(wire::parse_int)
        .and_then(|cores| u64::try_from(cores).ok())
        .ok_or_else(|| format!("no cores: {}", wire::shown(&reply, 200)))
}

/// Empties the server and writes what is shared.
fn set_up(control: &mut Link) -> Result<(), String> {
    let mut expect = |args: &[&[u8]], reply: &[u8]| {
        let got = control.ask(args).map_err(|error| error.to_string())?;
        must_be(&String::from_utf8_lossy(&args.join(&b' ')), reply, &got)
    };
    expect(&[b"FLUSHALL"], frames::OK)?;
    let balance = BALANCE.to_string();
    for at in 0..ACCOUNTS {
        expect(
            &[b"SET", &key("account", at), balance.as_bytes()],
            frames::OK,
        )?;
    }
    for token in 0..TOKENS {
        // Two of each at most in a queue: the reply is the queue's length.
        let len = frames::int((token / QUEUES + 1) as i64);
        expect(
            &[b"RPUSH", &key("queue", token % QUEUES), &token_name(token)],
            &len,
        )?;
    }
    Ok(())
}

impl Soak {
    fn connect(options: &Options, cores: u64) -> io::Result<Self> {
        let mut actors: Vec<Box<dyn Actor>> = Vec::new();
        // Subscribers first: every message is to reach all of them.
        for at in 0..SUBSCRIBERS {
            let over_channels = options.order_over_channels;
            actors.push(Box::new(Subscriber::new(at, at % 2 == 1, over_channels)));
        }
        for at in 0..WORKERS {
            actors.push(Box::new(Worker::new(at, options.seed + at as u64)));
        }
        for at in 0..OPTIMISTIC_CLIENTS {
            actors.push(Box::new(Optimist::new(at)));
        }
        let mut by_clock = vec![actors.len()];
        actors.push(Box::new(Checker::new()));
        if options.moves_per_second > 0.0 {
            by_clock.push(actors.len());
            let mover = Mover::new(cores, options.moves_per_second, options.seed);
            actors.push(Box::new(mover));
        }
        if options.core_changes_every_seconds > 0.0 {
            by_clock.push(actors.len());
            let every_seconds = options.core_changes_every_seconds;
            let changer = Changer::new(options.cores_most, every_seconds, options.seed);
            actors.push(Box::new(changer));
        }
        for at in 0..options.clients {
            let seed = options.seed.wrapping_mul(1_000_003) + at as u64;
            actors.push(Box::new(Mixed::new(at, options.depth, seed)));
        }
        let mut soak = Self {
            poller: epoll::create(epoll::CreateFlags::CLOEXEC)?,
            members: Vec::new(),
            by_clock,
            world: World::new(options.seed, options.clients),
        };
        soak.world.receivers = SUBSCRIBERS as i64;
        for (at, actor) in actors.into_iter().enumerate() {
            let link = Link::connect(options.addr)?;
            let data = epoll::EventData::new_u64(at as u64);
            epoll::add(&soak.poller, &link, data, epoll::EventFlags::IN)?;
            soak.members.push(Member {
                link,
                actor,
                waits_for_room: false,
            });
            if at < SUBSCRIBERS {
                soak.subscribe(at)?;
            }
        }
        for at in 0..soak.members.len() {
            soak.ask(at).map_err(io::Error::other)?;
        }
        Ok(soak)
    }

    /// Corrupts one byte of what the last client receives, somewhere in its first replies.
    fn plan_flip(&mut self, options: &Options) {
        let mut rng = Rng::new(options.seed);
        if let Some(member) = self.members.last_mut() {
            let at = member.link.received_bytes() + rng.below(100_000);
            member.link.plan_flip(Flip {
                at,
                mask: 1 << rng.below(8),
            });
        }
    }

    /// Waits until a subscriber is one.
    fn subscribe(&mut self, at: usize) -> io::Result<()> {
        self.ask(at).map_err(io::Error::other)?;
        while self.members[at].actor.pending() > 0 {
            let frame = self.members[at].link.await_frame(SILENCE_MAX)?;
            self.members[at]
                .actor
                .reply(&mut self.world, &frame)
                .map_err(io::Error::other)?;
        }
        Ok(())
    }

    /// Serves every connection that has something to read. Returns whether any had.
    fn turn(&mut self, patience: Duration) -> Result<bool, String> {
        let failed = |error: &dyn std::fmt::Display| error.to_string();
        let mut events: Vec<epoll::Event> = Vec::with_capacity(self.members.len());
        let timeout = Timespec {
            tv_sec: 0,
            tv_nsec: i64::from(patience.subsec_nanos()),
        };
        match epoll::wait(&self.poller, spare_capacity(&mut events), Some(&timeout)) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(failed(&error)),
        }
        for event in &events {
            let at = event.data.u64() as usize;
            self.read(at)?;
            self.ask(at)?;
        }
        for at in self.by_clock.clone() {
            self.ask(at)?;
        }
        Ok(!events.is_empty())
    }

    fn read(&mut self, at: usize) -> Result<(), String> {
        let member = &mut self.members[at];
        let told = |what: String| format!("{}: {what}", member.actor.name());
        member
            .link
            .fill_once()
            .map_err(|error| told(error.to_string()))?;
        loop {
            let inbox = member.link.inbox();
            let len = match wire::frame_len(inbox) {
                Ok(Some(len)) => len,
                Ok(None) => break,
                Err(error) => {
                    let name = member.actor.name();
                    return Err(format!("{name}: {error}: {}", wire::shown(inbox, 200)));
                }
            };
            self.world.requests += 1;
            let outcome = member.actor.reply(&mut self.world, &inbox[..len]);
            outcome.map_err(|error| format!("{}: {error}", member.actor.name()))?;
            member.link.consume(len);
        }
        if member.link.is_closed() {
            return Err(format!(
                "{}: the server closed the connection",
                member.actor.name()
            ));
        }
        Ok(())
    }

    fn ask(&mut self, at: usize) -> Result<(), String> {
        let member = &mut self.members[at];
        member.actor.ask(&mut self.world, member.link.outbox());
        let outcome = member.link.flush().and_then(|()| {
            let waits = member.link.wants_write();
            if waits != member.waits_for_room {
                member.waits_for_room = waits;
                let out = if waits {
                    epoll::EventFlags::OUT
                } else {
                    epoll::EventFlags::empty()
                };
                let data = epoll::EventData::new_u64(at as u64);
                epoll::modify(
                    &self.poller,
                    &member.link,
                    data,
                    epoll::EventFlags::IN | out,
                )?;
            }
            Ok(())
        });
        outcome.map_err(|error| format!("{}: {error}", member.actor.name()))
    }

    /// Lets everybody finish what is begun.
    fn come_to_rest(&mut self) -> Result<(), String> {
        self.world.stopping = true;
        self.world.appends.finish_all();
        let mut silent_since = Instant::now();
        loop {
            for at in 0..self.members.len() {
                self.ask(at)?;
            }
            let busy: Vec<String> = self
                .members
                .iter()
                .filter(|member| member.actor.pending() > 0)
                .map(|member| member.actor.name())
                .collect();
            if busy.is_empty() && self.world.appends.finished.is_empty() {
                return Ok(());
            }
            if self.turn(Duration::from_millis(100))? {
                silent_since = Instant::now();
            } else if silent_since.elapsed() > SILENCE_MAX {
                return Err(format!(
                    "no reply for {SILENCE_MAX:?}; still waiting: {} (subscribers wait for \
                     messages that were published)",
                    busy.join(", ")
                ));
            }
        }
    }

    /// Compares everything once more, at rest.
    fn finish(&mut self, control: &mut Link) -> Result<(), String> {
        for member in &self.members {
            member
                .actor
                .finish(control)
                .map_err(|error| format!("{}: {error}", member.actor.name()))?;
        }
        let mut ask = |args: &[Vec<u8>]| control.ask(args).map_err(|error| error.to_string());
        for at in 0..COUNTERS + OPTIMISTS {
            let (name, counter) = if at < COUNTERS {
                (key("counter", at), &self.world.counters[at])
            } else {
                (
                    key("optimist", at - COUNTERS),
                    &self.world.optimists[at - COUNTERS],
                )
            };
            let shown = String::from_utf8_lossy(&name).into_owned();
            counter
                .check()
                .map_err(|error| format!("{shown}: {error}"))?;
            let text = counter.answered.to_string();
            let expected = Some(text.as_bytes()).filter(|_| counter.answered > 0);
            let got = ask(&[b"GET".to_vec(), name])?;
            must_be(
                &format!("GET {shown}"),
                &frames::bulk_or_null(expected),
                &got,
            )?;
        }
        let mut accounts = vec![b"MGET".to_vec()];
        accounts.extend((0..ACCOUNTS).map(|at| key("account", at)));
        check_sum(&ask(&accounts)?)?;
        let mut queues = Vec::new();
        for at in 0..QUEUES {
            let args = [
                b"LRANGE".to_vec(),
                key("queue", at),
                b"0".to_vec(),
                b"-1".to_vec(),
            ];
            queues.push(ask(&args)?);
        }
        let tokens = queued_tokens(&frames::array(&queues))?;
        if tokens.len() != TOKENS {
            return Err(format!(
                "of {TOKENS} tokens only {tokens:?} are left in the queues"
            ));
        }
        Ok(())
    }
}
