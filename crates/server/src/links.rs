//! The channels between the cores of this process, and who wakes whom.
//!
//! The cores of the start meet once. One that comes later makes channels to all others and leaves
//! their ends in the exchange, where each takes them between two turns. Must never look into a
//! packet.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Barrier, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use engine::Packet;
use mesh::{CoreId, Doorbell, Receiver, Sender};
use reactor::{Reactor, RingHandle};

/// Packets on their way between two cores at most; more wait with their sender, merged into as
/// many packets as turns have passed. Unanswered runs bound them (engine's own limit).
const CHANNEL_PACKETS: usize = 256;

/// A core that ends and finds a channel full looks again after this time.
const FLUSH_PAUSE: Duration = Duration::from_micros(100);

/// Both directions to another core.
struct Peer {
    to: Sender<Packet>,
    from: Receiver<Packet>,
    /// Packets that found the channel full, oldest first.
    waiting: VecDeque<Packet>,
    doorbell: Arc<Doorbell>,
    handle: Option<RingHandle>,
}

impl Peer {
    /// Both ends of the channels between two cores.
    fn pair(first: &Station, second: &Station) -> (Self, Self) {
        let (to_second, from_first) = mesh::channel(CHANNEL_PACKETS);
        let (to_first, from_second) = mesh::channel(CHANNEL_PACKETS);
        let end = |to, from, other: &Station| Self {
            to,
            from,
            waiting: VecDeque::new(),
            doorbell: Arc::clone(&other.doorbell),
            handle: other.handle.clone(),
        };
        (
            end(to_second, from_second, second),
            end(to_first, from_first, first),
        )
    }
}

/// Where a core can be reached.
#[derive(Default)]
struct Station {
    doorbell: Arc<Doorbell>,
    /// Nothing while the core has no ring.
    handle: Option<RingHandle>,
    /// Channels that wait for this core to take them, by the core at their other end.
    new: Vec<(CoreId, Peer)>,
}

/// What came of the start of a core.
pub(crate) enum Started {
    /// All others have their channels to it.
    Up(CoreId),
    Failed(CoreId, String),
}

#[derive(Default)]
struct Table {
    stations: Vec<Station>,
    /// Cores that have not taken their channel to the newest one.
    awaited: usize,
    /// For core 0.
    started: Option<Started>,
}

/// Where the threads of all cores find each other.
pub(crate) struct Exchange {
    table: Mutex<Table>,
    /// Counts changes of the table that concern others.
    version: AtomicU64,
    everybody: Barrier,
}

impl Exchange {
    fn table(&self) -> MutexGuard<'_, Table> {
        // Every change is whole before the lock is given up.
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Handles of all rings, for threads without one; those of cores that failed or have ended are
    /// absent.
    pub(crate) fn handles(&self) -> Vec<Option<RingHandle>> {
        let table = self.table();
        table
            .stations
            .iter()
            .map(|station| station.handle.clone())
            .collect()
    }

    /// The main thread's part in the meeting of the start.
    pub(crate) fn wait_for_all(&self) {
        self.everybody.wait();
    }

    /// A core that comes later has its ring: it gets channels to all cores with lower numbers, and
    /// they to it.
    pub(crate) fn join(self: &Arc<Self>, id: CoreId, handle: RingHandle) -> Links {
        let mut table = self.table();
        let index = usize::from(id);
        table.stations.truncate(index);
        let own = Station {
            handle: Some(handle),
            ..Station::default()
        };
        let mut links = Links::new(id, Arc::clone(self), Arc::clone(&own.doorbell));
        for other in 0..index {
            let station = &mut table.stations[other];
            let (mine, theirs) = Peer::pair(&own, station);
            station.new.push((id, theirs));
            links.put(other as CoreId, mine);
        }
        table.stations.push(own);
        table.awaited = index;
        links.seen = self.version.fetch_add(1, Ordering::AcqRel) + 1;
        drop(table);
        self.wake_all();
        links
    }

    /// A core could not be started.
    pub(crate) fn fail(&self, id: CoreId, reason: String) {
        self.table().started = Some(Started::Failed(id, reason));
        self.wake_all();
    }

    /// What came of the start of a core, once.
    pub(crate) fn take_started(&self) -> Option<Started> {
        self.table().started.take()
    }

    fn wake_all(&self) {
        for handle in self.handles().into_iter().flatten() {
            handle.wake();
        }
    }
}

/// What one core's thread holds of the channels.
pub(crate) struct Links {
    id: CoreId,
    peers: Vec<Option<Peer>>,
    doorbell: Arc<Doorbell>,
    exchange: Arc<Exchange>,
    /// The version of the exchange that this core knows.
    seen: u64,
    processors: usize,
}

/// Makes the channels between the `cores` cores of the start.
pub(crate) fn connect(cores: CoreId) -> (Vec<Links>, Arc<Exchange>) {
    let count = usize::from(cores);
    let stations: Vec<Station> = (0..count).map(|_| Station::default()).collect();
    let table = Table {
        stations,
        ..Table::default()
    };
    let exchange = Arc::new(Exchange {
        table: Mutex::new(table),
        version: AtomicU64::new(0),
        // The main thread waits as well: it tells when all rings are up.
        everybody: Barrier::new(count + 1),
    });
    let table = exchange.table();
    let mut links: Vec<Links> = (0..cores)
        .map(|id| {
            let doorbell = Arc::clone(&table.stations[usize::from(id)].doorbell);
            Links::new(id, Arc::clone(&exchange), doorbell)
        })
        .collect();
    for first in 0..count {
        for second in first + 1..count {
            let (mine, theirs) = Peer::pair(&table.stations[first], &table.stations[second]);
            links[first].put(second as CoreId, mine);
            links[second].put(first as CoreId, theirs);
        }
    }
    drop(table);
    (links, exchange)
}

impl Links {
    fn new(id: CoreId, exchange: Arc<Exchange>, doorbell: Arc<Doorbell>) -> Self {
        Self {
            id,
            peers: Vec::new(),
            doorbell,
            exchange,
            seen: 0,
            processors: std::thread::available_parallelism().map_or(1, usize::from),
        }
    }

    fn put(&mut self, core: CoreId, peer: Peer) {
        let index = usize::from(core);
        if self.peers.len() <= index {
            self.peers.resize_with(index + 1, || None);
        }
        self.peers[index] = Some(peer);
    }

    /// Gives this core's ring to the others of the start and waits until all have; without a ring
    /// of its own (its set-up failed) it only lets the others go on.
    pub(crate) fn meet(&mut self, own: Option<RingHandle>) {
        self.exchange.table().stations[usize::from(self.id)].handle = own;
        self.exchange.everybody.wait();
        let handles = self.exchange.handles();
        for (peer, handle) in self.peers.iter_mut().zip(handles) {
            if let Some(peer) = peer {
                peer.handle = handle;
            }
        }
    }

    /// Takes channels to cores that have come. Called between two turns.
    #[inline]
    pub(crate) fn take_new(&mut self) {
        if self.exchange.version.load(Ordering::Acquire) != self.seen {
            self.take_new_now();
        }
    }

    #[cold]
    fn take_new_now(&mut self) {
        self.seen = self.exchange.version.load(Ordering::Acquire);
        let exchange = Arc::clone(&self.exchange);
        let mut table = exchange.table();
        let new = std::mem::take(&mut table.stations[usize::from(self.id)].new);
        for (core, peer) in new {
            self.put(core, peer);
            table.awaited = table.awaited.saturating_sub(1);
            if table.awaited == 0 {
                table.started = Some(Started::Up(core));
                if let Some(handle) = &table.stations[0].handle {
                    handle.wake();
                }
            }
        }
    }

    /// A core has said its last word, and will hear nothing more.
    pub(crate) fn let_go(&mut self, core: CoreId, reactor: &mut Reactor) {
        let peer = self.peers.get_mut(usize::from(core));
        if let Some(Peer {
            handle: Some(handle),
            ..
        }) = peer.and_then(Option::take)
        {
            reactor.forget(&handle);
        }
    }

    /// This core ends: sends what waits, however long the others take to make room.
    pub(crate) fn end(&mut self, reactor: &mut Reactor, stop: impl Fn() -> bool) {
        while self.flush_all(reactor) && !stop() {
            std::thread::sleep(FLUSH_PAUSE);
        }
        // Bells are rung with a turn. What else comes of it concerns nobody any more.
        let _ = reactor.turn(Some(Duration::ZERO), &mut Vec::new());
        let mut table = self.exchange.table();
        // The next core of this number may be there already.
        if let Some(station) = table.stations.get_mut(usize::from(self.id))
            && Arc::ptr_eq(&station.doorbell, &self.doorbell)
        {
            station.handle = None;
        }
    }

    /// Sends a packet, or keeps it until there is room. Wakes the receiver if it sleeps. Nobody
    /// misses what is sent to a core that has gone.
    pub(crate) fn send(&mut self, to: CoreId, packet: Packet, reactor: &mut Reactor) {
        if let Some(Some(peer)) = self.peers.get_mut(usize::from(to)) {
            peer.waiting.push_back(packet);
            peer.flush(reactor);
        }
    }

    /// Sends what waits, as far as there is room. Tells whether anything still waits.
    pub(crate) fn flush_all(&mut self, reactor: &mut Reactor) -> bool {
        let mut left = false;
        for peer in self.peers.iter_mut().flatten() {
            if !peer.waiting.is_empty() {
                peer.flush(reactor);
                left |= !peer.waiting.is_empty();
            }
        }
        left
    }

    /// Whether each core has a processor to itself, so that one that looks for packets takes no
    /// time from those that are to send them.
    pub(crate) fn may_linger(&self) -> bool {
        self.peers.iter().flatten().count() < self.processors
    }

    /// Whether a packet has arrived.
    pub(crate) fn has_mail(&self) -> bool {
        let mut peers = self.peers.iter().flatten();
        !peers.all(|peer| peer.from.is_empty())
    }

    /// Hands every packet that has arrived to `take`; tells whether there was any.
    pub(crate) fn receive(&mut self, mut take: impl FnMut(CoreId, Packet)) -> bool {
        let mut any = false;
        for (from, peer) in self.peers.iter_mut().enumerate() {
            let Some(peer) = peer else { continue };
            for packet in peer.from.drain(CHANNEL_PACKETS) {
                take(from as CoreId, packet);
                any = true;
            }
        }
        any
    }

    /// Says that this core is about to sleep. False: something has arrived, it must not.
    pub(crate) fn may_sleep(&mut self) -> bool {
        self.doorbell.prepare_sleep();
        let has_mail = self.has_mail();
        if has_mail {
            self.doorbell.cancel_sleep();
        }
        !has_mail
    }

    /// The sleep is over.
    pub(crate) fn awake(&self) {
        self.doorbell.cancel_sleep();
    }
}

impl Peer {
    fn flush(&mut self, reactor: &mut Reactor) {
        let mut sent = false;
        while let Some(packet) = self.waiting.pop_front() {
            if let Err(packet) = self.to.try_send(packet) {
                self.waiting.push_front(packet);
                break;
            }
            sent = true;
        }
        if sent
            && self.doorbell.must_ring()
            && let Some(handle) = &self.handle
        {
            reactor.ring(handle);
        }
    }
}
