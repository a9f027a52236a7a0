//! Many connections driven by one thread: each sends a batch, waits for all its replies, and
//! sends the next. It must never know what the requests mean, nor which server answers.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use rustix::buffer::spare_capacity;
use rustix::event::{Timespec, epoll};
use telemetry::Histogram;

use super::workload::{Asked, Workload};

/// Bytes per read; a whole batch of replies mostly fits.
const READ_BYTES: usize = 64 * 1024;
/// A server that answers nobody for so long has failed.
const SILENCE_MAX: Duration = Duration::from_secs(10);

/// Connections of one load thread.
#[derive(Debug)]
pub struct Swarm {
    poller: OwnedFd,
    clients: Vec<Client>,
    depth: usize,
}

#[derive(Debug)]
struct Client {
    stream: TcpStream,
    batch: Vec<u8>,
    sent: usize,
    asked: Vec<Asked>,
    answered: usize,
    inbox: Vec<u8>,
    filled: usize,
    sent_at: Instant,
    waits_for_room: bool,
}

/// What a measurement counts.
#[derive(Clone, Default)]
pub struct Tally {
    pub requests: u64,
    /// From the sending of a batch to its last reply, once per request.
    pub latencies: Histogram,
}

impl Swarm {
    /// Connects `clients` times.
    pub fn connect(addr: SocketAddr, clients: usize, depth: usize) -> io::Result<Self> {
        let poller = epoll::create(epoll::CreateFlags::CLOEXEC)?;
        let mut swarm = Self {
            poller,
            clients: Vec::new(),
            depth,
        };
        for at in 0..clients {
            let stream = TcpStream::connect(addr)?;
            stream.set_nodelay(true)?;
            stream.set_nonblocking(true)?;
            let data = epoll::EventData::new_u64(at as u64);
            epoll::add(&swarm.poller, &stream, data, epoll::EventFlags::IN)?;
            swarm.clients.push(Client {
                stream,
                batch: Vec::new(),
                sent: 0,
                asked: Vec::new(),
                answered: 0,
                inbox: vec![0; READ_BYTES],
                filled: 0,
                sent_at: Instant::now(),
                waits_for_room: false,
            });
        }
        Ok(swarm)
    }

    /// Runs batch after batch until `until` (or the keys run out), then waits for the last
    /// replies. Only what is answered before `until` is counted.
    pub fn run(&mut self, work: &mut Workload, until: Option<Instant>) -> io::Result<Tally> {
        let mut tally = Tally::default();
        let mut busy = 0;
        let start = Instant::now();
        for at in 0..self.clients.len() {
            busy += usize::from(self.next_batch(at, work, start)?);
        }
        let mut events = Vec::with_capacity(self.clients.len());
        let mut going = true;
        while busy > 0 {
            events.clear();
            self.wait(&mut events)?;
            for event in &events {
                let event: &epoll::Event = event;
                let at = event.data.u64() as usize;
                if self.clients[at].waits_for_room {
                    self.send(at)?;
                }
                if !self.receive(at, work)? {
                    continue;
                }
                let now = Instant::now();
                going = going && until.is_none_or(|until| now < until);
                if going {
                    let client = &self.clients[at];
                    let nanos = (now - client.sent_at).as_nanos() as u64;
                    tally.requests += client.asked.len() as u64;
                    tally
                        .latencies
                        .record_many(nanos, client.asked.len() as u64);
                }
                if !going || !self.next_batch(at, work, now)? {
                    busy -= 1;
                }
            }
        }
        Ok(tally)
    }

    fn wait(&self, events: &mut Vec<epoll::Event>) -> io::Result<()> {
        let timeout = Timespec {
            tv_sec: SILENCE_MAX.as_secs() as i64,
            tv_nsec: 0,
        };
        match epoll::wait(&self.poller, spare_capacity(events), Some(&timeout)) {
            Ok(0) => Err(io::Error::other(format!("no reply for {SILENCE_MAX:?}"))),
            Ok(_) | Err(rustix::io::Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Sends the client's next batch; false if there is nothing more to ask.
    fn next_batch(&mut self, at: usize, work: &mut Workload, now: Instant) -> io::Result<bool> {
        let client = &mut self.clients[at];
        client.batch.clear();
        client.asked.clear();
        client.sent = 0;
        client.answered = 0;
        client.sent_at = now;
        work.fill(self.depth, &mut client.batch, &mut client.asked);
        if client.asked.is_empty() {
            return Ok(false);
        }
        self.send(at)?;
        Ok(true)
    }

    fn send(&mut self, at: usize) -> io::Result<()> {
        let client = &mut self.clients[at];
        while client.sent < client.batch.len() {
            match client.stream.write(&client.batch[client.sent..]) {
                Ok(count) => client.sent += count,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let waits = client.sent < client.batch.len();
        if waits != client.waits_for_room {
            client.waits_for_room = waits;
            let out = if waits {
                epoll::EventFlags::OUT
            } else {
                epoll::EventFlags::empty()
            };
            let data = epoll::EventData::new_u64(at as u64);
            epoll::modify(
                &self.poller,
                &client.stream,
                data,
                epoll::EventFlags::IN | out,
            )?;
        }
        Ok(())
    }

    /// Reads and checks replies; true if the batch is answered whole.
    fn receive(&mut self, at: usize, work: &Workload) -> io::Result<bool> {
        let client = &mut self.clients[at];
        if client.filled == client.inbox.len() {
            client.inbox.resize(client.filled * 2, 0);
        }
        match client.stream.read(&mut client.inbox[client.filled..]) {
            Ok(0) => return Err(io::Error::other("the server closed a connection")),
            Ok(count) => client.filled += count,
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(false),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(false),
            Err(error) => return Err(error),
        }
        let mut read = 0;
        while client.answered < client.asked.len() {
            let asked = client.asked[client.answered];
            let inbox = &client.inbox[read..client.filled];
            match work
                .check(asked, &client.batch, inbox)
                .map_err(io::Error::other)?
            {
                Some(len) => read += len,
                None => break,
            }
            client.answered += 1;
        }
        let done = client.answered == client.asked.len();
        if read == client.filled {
            client.filled = 0;
        } else if done {
            return Err(io::Error::other("more replies than requests"));
        } else {
            client.inbox.copy_within(read..client.filled, 0);
            client.filled -= read;
        }
        Ok(done)
    }
}
