//! The reactor: what it holds, and the calls that concern all of it. `turn.rs` drives the ring;
//! `accept.rs`, `recv.rs`, `send.rs` and `close.rs` hold the calls and completions of their kind.

mod accept;
mod close;
mod recv;
mod release;
mod send;
mod turn;

use std::collections::{HashMap, VecDeque};
use std::marker::PhantomData;
use std::os::fd::{BorrowedFd, OwnedFd};
use std::time::Duration;

use crate::config::ReactorConfig;
use crate::connection::{Conn, Connections};
use crate::error::{SetupError, SetupStep};
use crate::event::{ConnId, Event, ListenerId, Received};
use crate::inline_check::inline_sends_work;
use crate::net::Address;
use crate::pins::Pins;
use crate::recv_pool::RecvPool;
use crate::ring::{Completion, Plain, Ring};
use crate::segment::ChunkPool;
use crate::setup;
use crate::token::Token;
use crate::wake::{RingHandle, WakeRead};
use crate::zero_copy::ZeroCopy;

pub use close::CloseMode;
pub use release::Parcel;

use accept::Listener;
use send::ShortOutput;

/// Counts since the reactor began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReactorStats {
    /// `turn` calls.
    pub turns: u64,
    /// `io_uring_enter` calls.
    pub enters: u64,
    /// Operations submitted.
    pub submitted: u64,
    /// Completions handled.
    pub completions: u64,
    /// Connections accepted.
    pub accepted: u64,
    /// Connections refused because there were `connections_max`.
    pub refused: u64,
    /// Accepts that failed (out of descriptors, mostly).
    pub accept_failures: u64,
    /// Bytes received.
    pub received_bytes: u64,
    /// Of those, the ones that went straight to the user's memory.
    pub filled_bytes: u64,
    /// Bytes that went there through a receive buffer.
    pub filled_by_copy_bytes: u64,
    /// Receives that found no free buffer and were armed again.
    pub buffer_shortages: u64,
    /// Bytes the kernel took.
    pub sent_bytes: u64,
    /// Sends of which the kernel took only a part.
    pub partial_sends: u64,
    /// Sends without copying that the kernel has let go of.
    pub zero_copy_sends: u64,
    /// Of those, the ones that the kernel had copied after all.
    pub zero_copy_copied: u64,
    /// Doorbells rung at other rings.
    pub rung: u64,
    /// Of those, the ones that had to go through the event descriptor.
    pub rung_otherwise: u64,
}

/// Sockets of one thread: the one that calls [`Reactor::new`]. See the crate's documentation.
pub struct Reactor {
    config: ReactorConfig,
    ring: Ring,
    pool: RecvPool,
    connections: Connections,
    /// What the kernel still reads of connections that are gone.
    orphans: HashMap<ConnId, Box<Pins>>,
    wake: WakeRead,
    listeners: Vec<Listener>,
    /// Rings that were rung, so that a bell that did not ring can be rung another way.
    peers: Vec<Option<RingHandle>>,
    /// Receives to be armed, in order of their turn.
    to_arm: VecDeque<ConnId>,
    /// Connections with something to send and nothing in flight.
    dirty: Vec<ConnId>,
    /// Connections with an inline send in flight.
    inline: Vec<ConnId>,
    short_output: ShortOutput,
    /// Events not yet reported.
    pending: Vec<Event>,
    completions: Vec<Completion>,
    chunks: ChunkPool,
    doorbell: bool,
    stats: ReactorStats,
    /// The ring belongs to the thread that made it.
    not_send: PhantomData<*mut ()>,
}

impl Reactor {
    /// Sets up a ring for the calling thread, which alone may use it.
    pub fn new(mut config: ReactorConfig) -> Result<Self, SetupError> {
        if let Some(fault) = config.fault() {
            return Err(SetupError::config(fault));
        }
        let ring = setup::create(&config)?;
        let pool = RecvPool::new(&ring, config.recv_buffers, config.recv_buffer_bytes)?;
        setup::enable(&ring, config.restrict)?;
        let mut ring = Ring::new(ring);
        config.inline_sends &= inline_sends_work(&mut ring);
        let handle =
            RingHandle::new(&ring).map_err(|error| setup::os(SetupStep::WakeDescriptor, &error))?;
        let connections = Connections::new(config.connections_max);
        Ok(Self {
            config,
            ring,
            pool,
            connections,
            orphans: HashMap::new(),
            wake: WakeRead::new(handle),
            listeners: Vec::new(),
            peers: Vec::new(),
            to_arm: VecDeque::new(),
            dirty: Vec::new(),
            inline: Vec::new(),
            short_output: ShortOutput::new(),
            pending: Vec::new(),
            completions: Vec::new(),
            chunks: ChunkPool::default(),
            doorbell: false,
            stats: ReactorStats::default(),
            not_send: PhantomData,
        })
    }

    /// What this reactor runs on, for INFO and the log.
    pub fn features(&self) -> String {
        let config = &self.config;
        format!(
            "io_uring,linux={},single_issuer,defer_taskrun,accept_multishot,recv_multishot,\
             buf_ring={}x{},msg_ring,inline_send={},zero_copy={},restricted={},spin_us={}",
            setup::release(),
            config.recv_buffers,
            config.recv_buffer_bytes,
            yes_no(config.inline_sends),
            config.zero_copy.word(),
            yes_no(config.restrict),
            config.spin.as_micros(),
        )
    }

    /// Counts since the reactor began.
    pub fn stats(&self) -> ReactorStats {
        ReactorStats {
            enters: self.ring.enters,
            submitted: self.ring.submitted,
            ..self.stats
        }
    }

    /// Open connections, those being closed included.
    pub fn connections(&self) -> usize {
        self.connections.len()
    }

    /// How long a turn looks for completions before it sleeps.
    pub fn set_spin(&mut self, spin: Duration) {
        self.config.spin = spin;
    }

    /// When large values are sent from where they lie, from the next turn on.
    pub fn set_zero_copy(&mut self, zero_copy: ZeroCopy) {
        self.config.zero_copy = zero_copy;
    }

    /// By which other threads wake this reactor.
    pub fn handle(&self) -> RingHandle {
        self.wake.handle().clone()
    }

    /// Rings at another reactor with this turn's submission.
    pub fn ring(&mut self, peer: &RingHandle) {
        let known = |known: &Option<RingHandle>| known.as_ref().is_some_and(|k| k.same(peer));
        let index = match self.peers.iter().position(known) {
            Some(index) => index,
            None => self.note_peer(peer),
        };
        self.stats.rung += 1;
        self.ring
            .push_plain(Plain::Ring(peer.ring_fd()), Token::Rung(index as u32));
    }

    fn note_peer(&mut self, peer: &RingHandle) -> usize {
        let free = self.peers.iter().position(Option::is_none);
        let index = free.unwrap_or_else(|| {
            self.peers.push(None);
            self.peers.len() - 1
        });
        self.peers[index] = Some(peer.clone());
        index
    }

    /// That reactor will not be rung any more: its descriptors may go.
    pub fn forget(&mut self, peer: &RingHandle) {
        for known in &mut self.peers {
            known.take_if(|known| known.same(peer));
        }
    }

    /// Takes over a connected socket, made elsewhere; the descriptor comes back if there are
    /// `connections_max` already. Receiving begins with the next turn.
    pub fn adopt(&mut self, fd: OwnedFd) -> Result<ConnId, OwnedFd> {
        make_blocking(&fd);
        let id = self
            .connections
            .insert(Conn::new(fd))
            .map_err(|conn| conn.fd)?;
        self.settle(id);
        Ok(id)
    }

    /// Gives the socket away, if the kernel holds nothing of it and nothing is queued: in the
    /// turn of its `Accepted`, for example. Its name is void then.
    pub fn detach(&mut self, conn: ConnId) -> Option<OwnedFd> {
        let state = self.connections.get(conn)?;
        if state.in_flight() || !state.outbox.is_empty() {
            return None;
        }
        self.remove(conn).map(|state| state.fd)
    }

    /// Voids a name. Memory that the kernel still reads stays until it has let go.
    fn remove(&mut self, conn: ConnId) -> Option<Conn> {
        let mut state = self.connections.remove(conn)?;
        if state.outbox.is_pinned()
            && let Some(pins) = state.outbox.take_pins()
        {
            self.orphans.insert(conn, pins);
        }
        Some(state)
    }

    /// The socket, for options and addresses.
    pub fn socket(&self, conn: ConnId) -> Option<BorrowedFd<'_>> {
        use std::os::fd::AsFd;
        self.connections.get(conn).map(|state| state.fd.as_fd())
    }

    /// Address of the other end; one system call.
    pub fn peer_address(&self, conn: ConnId) -> Address {
        self.socket(conn).map_or(Address::Unknown, Address::of_peer)
    }

    /// Address of this end; one system call.
    pub fn local_address(&self, conn: ConnId) -> Address {
        self.socket(conn)
            .map_or(Address::Unknown, Address::of_local)
    }

    /// The bytes of a `Received` of the last turn; empty for older ones.
    pub fn bytes(&self, data: Received) -> &[u8] {
        self.pool.bytes(data)
    }

    /// Whether the kernel holds memory of ours, or may hand us something yet.
    fn in_flight(&self) -> bool {
        self.wake.in_flight()
            || self.connections.any_in_flight()
            || !self.orphans.is_empty()
            || self.listeners.iter().any(Listener::in_flight)
    }

    /// An empty chunk for output, with capacity if one has been sent and can be used again.
    pub fn take_chunk(&mut self) -> Vec<u8> {
        self.chunks.take()
    }
}

fn yes_no(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}

/// The ring answers EAGAIN instead of waiting on a non-blocking socket.
fn make_blocking(socket: &OwnedFd) {
    if let Ok(flags) = rustix::fs::fcntl_getfl(socket) {
        let _ = rustix::fs::fcntl_setfl(socket, flags - rustix::fs::OFlags::NONBLOCK);
    }
}

/// Rounds of waiting for cancelled operations before their memory is given up.
const DROP_ROUNDS: u32 = 20;
const DROP_ROUND: Duration = Duration::from_millis(50);

impl Drop for Reactor {
    /// Takes everything back from the kernel; what it does not give back is leaked, never freed.
    fn drop(&mut self) {
        for id in self.connections.ids() {
            self.close(id, CloseMode::Now);
        }
        for index in 0..self.listeners.len() {
            self.unlisten(ListenerId(index as u32));
        }
        self.ring.push_plain(Plain::CancelAll, Token::CancelAll);
        for _ in 0..DROP_ROUNDS {
            if !self.in_flight() {
                return;
            }
            if self
                .ring
                .submit_and_wait(Some(DROP_ROUND), Duration::ZERO)
                .is_err()
            {
                break;
            }
            self.take_completions();
        }
        if self.in_flight() {
            self.pool.leak();
        }
    }
}
