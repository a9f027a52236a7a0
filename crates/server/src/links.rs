//! The channels between the cores of this process, and who wakes whom.
//!
//! Must never look into a packet.

use std::collections::VecDeque;
use std::sync::{Arc, Barrier, Mutex, PoisonError};

use engine::Packet;
use mesh::{CoreId, Doorbell, Receiver, Sender};
use reactor::{Reactor, RingHandle};

/// Packets on their way between two cores at most; more wait with their sender, merged into as
/// many packets as turns have passed. Unanswered runs bound them (engine's own limit).
const CHANNEL_PACKETS: usize = 256;

/// What one core's thread holds of the channels.
pub(crate) struct Links {
    id: CoreId,
    to: Vec<Option<Sender<Packet>>>,
    from: Vec<Option<Receiver<Packet>>>,
    /// Packets that found their channel full, oldest first.
    waiting: Vec<VecDeque<Packet>>,
    doorbells: Arc<[Doorbell]>,
    handles: Vec<Option<RingHandle>>,
    meeting: Arc<Meeting>,
    may_linger: bool,
}

/// Where the threads exchange the handles of their rings, once, at start.
pub(crate) struct Meeting {
    handles: Mutex<Vec<Option<RingHandle>>>,
    everybody: Barrier,
}

impl Meeting {
    /// Handles of all rings, for threads without one; those of cores that failed are absent.
    pub(crate) fn handles(&self) -> Vec<Option<RingHandle>> {
        self.handles
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// Makes the channels between `cores` cores.
pub(crate) fn connect(cores: CoreId) -> (Vec<Links>, Arc<Meeting>) {
    let count = usize::from(cores);
    let doorbells: Arc<[Doorbell]> = (0..count).map(|_| Doorbell::new()).collect();
    let meeting = Arc::new(Meeting {
        handles: Mutex::new(vec![None; count]),
        // The main thread waits as well: it tells when all rings are up.
        everybody: Barrier::new(count + 1),
    });
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let may_linger = count <= processors;
    let mut links: Vec<Links> = (0..cores)
        .map(|id| Links {
            id,
            to: (0..count).map(|_| None).collect(),
            from: (0..count).map(|_| None).collect(),
            waiting: (0..count).map(|_| VecDeque::new()).collect(),
            doorbells: Arc::clone(&doorbells),
            handles: Vec::new(),
            meeting: Arc::clone(&meeting),
            may_linger,
        })
        .collect();
    for from in 0..count {
        for to in 0..count {
            if from != to {
                let (sender, receiver) = mesh::channel(CHANNEL_PACKETS);
                links[from].to[to] = Some(sender);
                links[to].from[from] = Some(receiver);
            }
        }
    }
    (links, meeting)
}

impl Links {
    /// Gives this core's ring to the others and waits until all have; without a ring of its own
    /// (its set-up failed) it only lets the others go on.
    pub(crate) fn meet(&mut self, own: Option<RingHandle>) {
        {
            let mut handles = self
                .meeting
                .handles
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            handles[usize::from(self.id)] = own;
        }
        self.meeting.everybody.wait();
        self.handles = self.meeting.handles();
    }

    /// Sends a packet, or keeps it until there is room. Wakes the receiver if it sleeps.
    pub(crate) fn send(&mut self, to: CoreId, packet: Packet, reactor: &mut Reactor) {
        self.waiting[usize::from(to)].push_back(packet);
        self.flush(to, reactor);
    }

    /// Sends what waits, as far as there is room. Tells whether anything still waits.
    pub(crate) fn flush_all(&mut self, reactor: &mut Reactor) -> bool {
        let mut left = false;
        for to in 0..self.to.len() {
            if !self.waiting[to].is_empty() {
                self.flush(to as CoreId, reactor);
                left |= !self.waiting[to].is_empty();
            }
        }
        left
    }

    fn flush(&mut self, to: CoreId, reactor: &mut Reactor) {
        let index = usize::from(to);
        let Some(sender) = &mut self.to[index] else {
            return;
        };
        let mut sent = false;
        while let Some(packet) = self.waiting[index].pop_front() {
            if let Err(packet) = sender.try_send(packet) {
                self.waiting[index].push_front(packet);
                break;
            }
            sent = true;
        }
        if sent
            && self.doorbells[index].must_ring()
            && let Some(Some(handle)) = self.handles.get(index)
        {
            reactor.ring(handle);
        }
    }

    /// Whether each core has a processor to itself, so that one that looks for packets takes no
    /// time from those that are to send them.
    pub(crate) fn may_linger(&self) -> bool {
        self.may_linger
    }

    /// Whether a packet has arrived.
    pub(crate) fn has_mail(&self) -> bool {
        !self.from.iter().flatten().all(Receiver::is_empty)
    }

    /// Hands every packet that has arrived to `take`; tells whether there was any.
    pub(crate) fn receive(&mut self, mut take: impl FnMut(CoreId, Packet)) -> bool {
        let mut any = false;
        for (from, receiver) in self.from.iter_mut().enumerate() {
            let Some(receiver) = receiver else { continue };
            for packet in receiver.drain(CHANNEL_PACKETS) {
                take(from as CoreId, packet);
                any = true;
            }
        }
        any
    }

    /// Says that this core is about to sleep. False: something has arrived, it must not.
    pub(crate) fn may_sleep(&mut self) -> bool {
        let doorbell = &self.doorbells[usize::from(self.id)];
        doorbell.prepare_sleep();
        let has_mail = self.has_mail();
        if has_mail {
            doorbell.cancel_sleep();
        }
        !has_mail
    }

    /// The sleep is over.
    pub(crate) fn awake(&self) {
        self.doorbells[usize::from(self.id)].cancel_sleep();
    }
}

/// The main thread's part in the meeting.
pub(crate) fn wait_for_all(meeting: &Meeting) {
    meeting.everybody.wait();
}
