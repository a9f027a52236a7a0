//! Many connections driven by one thread, in a closed loop (each sends its next batch when it has
//! all replies to the last) or in an open one (batches are due at fixed times, whatever the server
//! does). It must never know what the requests mean, nor which server answers.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use rustix::buffer::spare_capacity;
use rustix::event::{Timespec, epoll};
use telemetry::Histogram;

use super::connection::Connection;
use super::workload::Workload;

/// A server that answers nobody for so long has failed.
const SILENCE_MAX: Duration = Duration::from_secs(10);
/// After the end of an open loop, how long answers to what was due before it are waited for. What
/// has none by then counts with the time it has waited.
const DRAIN_MAX: Duration = Duration::from_secs(2);

/// Connections that ask alike.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    pub clients: usize,
    /// Requests in a batch.
    pub depth: usize,
}

/// Connections of one load thread.
#[derive(Debug)]
pub struct Swarm {
    poller: OwnedFd,
    clients: Vec<Connection>,
    groups: Vec<Group>,
    /// Of each client.
    group_of: Vec<usize>,
}

/// What a measurement counts.
#[derive(Clone, Default)]
pub struct Tally {
    pub requests: u64,
    /// Once per request: from the sending of its batch (closed loop) or from the time at which it
    /// was due (open loop) to the batch's last reply.
    pub latencies: Histogram,
    /// The longest of them, exactly.
    pub longest: Duration,
    /// Open loop, once per batch: how long after it was due and a connection free it was sent,
    /// which is the load's own delay.
    pub lateness: Histogram,
}

impl Tally {
    /// Adds what another thread has counted.
    pub fn merge(&mut self, other: &Self) {
        self.requests += other.requests;
        self.latencies.merge(&other.latencies);
        self.lateness.merge(&other.lateness);
        self.longest = self.longest.max(other.longest);
    }

    fn count(&mut self, requests: u64, latency: Duration) {
        self.requests += requests;
        self.latencies.record_many(nanos(latency), requests);
        self.longest = self.longest.max(latency);
    }
}

/// When batches are due.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    /// The first; each further one `gap` after the one before.
    pub start: Instant,
    pub gap: Duration,
    /// None is due from here on.
    pub end: Instant,
}

impl Schedule {
    fn due(&self, number: u64) -> Instant {
        self.start + Duration::from_secs_f64(self.gap.as_secs_f64() * number as f64)
    }
}

impl Swarm {
    /// Connects all clients of all groups.
    pub fn connect(addr: SocketAddr, groups: &[Group]) -> io::Result<Self> {
        let mut swarm = Self {
            poller: epoll::create(epoll::CreateFlags::CLOEXEC)?,
            clients: Vec::new(),
            groups: groups.to_vec(),
            group_of: Vec::new(),
        };
        for (group, shape) in groups.iter().enumerate() {
            for _ in 0..shape.clients {
                let client = Connection::open(addr)?;
                let data = epoll::EventData::new_u64(swarm.clients.len() as u64);
                epoll::add(&swarm.poller, &client, data, epoll::EventFlags::IN)?;
                swarm.clients.push(client);
                swarm.group_of.push(group);
            }
        }
        Ok(swarm)
    }

    /// Closed loop: runs batch after batch until `until` (or the keys run out), then waits for the
    /// last replies. `works` has one workload per group, and so has the result. Only what is
    /// answered before `until` is counted.
    pub fn run(
        &mut self,
        works: &mut [Workload],
        until: Option<Instant>,
    ) -> io::Result<Vec<Tally>> {
        let mut tallies = vec![Tally::default(); self.groups.len()];
        let mut busy = 0;
        let start = Instant::now();
        for at in 0..self.clients.len() {
            busy += usize::from(self.next_batch(at, works, start)?);
        }
        let mut events = Vec::with_capacity(self.clients.len());
        let mut going = true;
        while busy > 0 {
            if !self.wait(&mut events, SILENCE_MAX)? {
                return Err(silent());
            }
            for event in &events {
                let at = event.data.u64() as usize;
                let group = self.group_of[at];
                if !self.go_on(at, &works[group])? {
                    continue;
                }
                let now = Instant::now();
                going = going && until.is_none_or(|until| now < until);
                if going {
                    let client = &self.clients[at];
                    tallies[group].count(client.requests(), now - client.since);
                }
                if !going || !self.next_batch(at, works, now)? {
                    busy -= 1;
                }
            }
        }
        Ok(tallies)
    }

    /// Open loop, all clients of one group: each batch goes to the connection that has been free
    /// longest, or waits for one, and its latency counts from the time at which it was due. The
    /// thread never sleeps, so that nothing is sent late because it had to wake up.
    pub fn run_open(&mut self, work: &mut Workload, schedule: Schedule) -> io::Result<Tally> {
        let mut tally = Tally::default();
        let mut free: VecDeque<(usize, Instant)> = (0..self.clients.len())
            .map(|at| (at, schedule.start))
            .collect();
        let mut waiting_for = vec![false; self.clients.len()];
        let mut next = 0;
        let mut heard = Instant::now();
        let mut events = Vec::with_capacity(self.clients.len());
        loop {
            let now = Instant::now();
            let mut due = schedule.due(next);
            while due <= now && due < schedule.end {
                let Some((at, since)) = free.pop_front() else {
                    break;
                };
                tally.lateness.record(nanos(
                    Instant::now().saturating_duration_since(due.max(since)),
                ));
                if !self.start(at, work, due)? {
                    return Ok(tally);
                }
                waiting_for[at] = true;
                next += 1;
                due = schedule.due(next);
            }
            let busy = self.clients.len() - free.len();
            if due >= schedule.end && busy == 0 {
                return Ok(tally);
            }
            if now > schedule.end + DRAIN_MAX {
                self.count_unanswered(&mut tally, &waiting_for, next, &schedule);
                return Ok(tally);
            }
            if !self.wait(&mut events, Duration::ZERO)? {
                if busy == 0 {
                    heard = now;
                } else if now.saturating_duration_since(heard) > SILENCE_MAX {
                    return Err(silent());
                }
                continue;
            }
            heard = now;
            for event in &events {
                let at = event.data.u64() as usize;
                if self.go_on(at, work)? {
                    let now = Instant::now();
                    let client = &self.clients[at];
                    tally.count(client.requests(), now - client.since);
                    waiting_for[at] = false;
                    free.push_back((at, now));
                }
            }
        }
    }

    /// What was due and has no answer has waited until now at least. Their number is bounded by
    /// the schedule's.
    fn count_unanswered(
        &self,
        tally: &mut Tally,
        waiting_for: &[bool],
        mut next: u64,
        schedule: &Schedule,
    ) {
        let now = Instant::now();
        for (client, _) in self
            .clients
            .iter()
            .zip(waiting_for)
            .filter(|(_, waits)| **waits)
        {
            tally.count(
                client.requests(),
                now.saturating_duration_since(client.since),
            );
        }
        while schedule.due(next) < schedule.end {
            let waited = now.saturating_duration_since(schedule.due(next));
            tally.count(self.groups[0].depth as u64, waited);
            next += 1;
        }
    }

    /// Waits for the sockets; false if `patience` passed and none is ready.
    fn wait(&self, events: &mut Vec<epoll::Event>, patience: Duration) -> io::Result<bool> {
        events.clear();
        let timeout = Timespec {
            tv_sec: patience.as_secs() as i64,
            tv_nsec: 0,
        };
        match epoll::wait(&self.poller, spare_capacity(events), Some(&timeout)) {
            Ok(count) => Ok(count > 0),
            Err(rustix::io::Errno::INTR) => Ok(true),
            Err(error) => Err(error.into()),
        }
    }

    /// Sends and receives what can be; true if the client's batch is answered whole.
    fn go_on(&mut self, at: usize, work: &Workload) -> io::Result<bool> {
        if self.clients[at].waits_for_room {
            self.clients[at].send()?;
            self.watch_room(at, true)?;
        }
        self.clients[at].receive(work)
    }

    fn next_batch(&mut self, at: usize, works: &mut [Workload], now: Instant) -> io::Result<bool> {
        self.start(at, &mut works[self.group_of[at]], now)
    }

    /// Sends the client's next batch; false if there is nothing more to ask.
    fn start(&mut self, at: usize, work: &mut Workload, since: Instant) -> io::Result<bool> {
        let depth = self.groups[self.group_of[at]].depth;
        let asked = self.clients[at].start(work, depth, since)?;
        self.watch_room(at, false)?;
        Ok(asked)
    }

    /// Asks the poller for room in the socket if the client waits for it, and no longer if not.
    fn watch_room(&self, at: usize, watched: bool) -> io::Result<()> {
        let client = &self.clients[at];
        if client.waits_for_room == watched {
            return Ok(());
        }
        let mut flags = epoll::EventFlags::IN;
        flags.set(epoll::EventFlags::OUT, client.waits_for_room);
        let data = epoll::EventData::new_u64(at as u64);
        Ok(epoll::modify(&self.poller, client, data, flags)?)
    }
}

fn nanos(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

fn silent() -> io::Error {
    io::Error::other(format!("no reply for {SILENCE_MAX:?}"))
}
