//! One connection's state, and the table of all of them. A place in the table is freed only when
//! the kernel holds nothing of the connection; its next tenant has another generation, so names
//! and completions of the former one find nothing.

use std::os::fd::{AsRawFd, OwnedFd, RawFd};

use crate::event::ConnId;
use crate::fill::Fill;
use crate::segment::Segment;
use crate::send::{InFlight, Outbox};

/// Whether and how a connection is being closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closing {
    No,
    /// When everything queued has been sent.
    AfterFlush,
    /// As soon as the kernel holds nothing of it.
    Now,
}

/// State of the sending side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    Open,
    /// To be shut down when the queue is empty.
    ShutdownWanted,
    /// Shut down, or failed: what is queued is dropped.
    Ended,
}

pub(crate) struct Conn {
    pub(crate) fd: OwnedFd,
    pub(crate) outbox: Outbox,
    pub(crate) closing: Closing,
    /// Where the next bytes go, if not to a receive buffer.
    pub(crate) fill: Option<Box<Fill>>,
    /// A multishot receive is with the kernel.
    pub(crate) receiving: bool,
    /// A cancellation is with the kernel.
    pub(crate) cancelling: bool,
    /// Waits in the reactor's list of receives to be armed.
    pub(crate) listed: bool,
    /// Waits in the reactor's list of sends to be submitted.
    pub(crate) dirty: bool,
    /// The user wants no bytes for now.
    pub(crate) paused: bool,
    /// The user wants to have the socket back: nothing begins any more.
    pub(crate) leaving: bool,
    /// That it can be had has been reported.
    pub(crate) released: bool,
    /// No bytes will come any more.
    pub(crate) recv_ended: bool,
    pub(crate) output: Output,
}

impl Conn {
    pub(crate) fn new(fd: OwnedFd) -> Self {
        Self {
            fd,
            outbox: Outbox::default(),
            closing: Closing::No,
            fill: None,
            receiving: false,
            cancelling: false,
            listed: false,
            dirty: false,
            paused: false,
            leaving: false,
            released: false,
            recv_ended: false,
            output: Output::Open,
        }
    }

    pub(crate) fn raw_fd(&self) -> RawFd {
        self.fd.as_raw_fd()
    }

    /// What is left of both directions, when nothing is with the kernel.
    pub(crate) fn take_sides(&mut self) -> (Vec<Segment>, Option<Vec<u8>>) {
        let filled = self.fill.take().and_then(|fill| fill.into_buffer());
        (self.outbox.take_queue(), filled)
    }

    /// Whether a receive into the buffer ring should be with the kernel.
    pub(crate) fn wants_recv(&self) -> bool {
        self.fill.is_none() && self.wants_bytes()
    }

    /// Whether a receive into the user's memory should be with the kernel.
    pub(crate) fn wants_fill(&self) -> bool {
        let ready = !self.receiving && !self.cancelling && !self.filling();
        ready && self.wants_bytes() && self.fill.as_ref().is_some_and(|fill| !fill.is_full())
    }

    fn wants_bytes(&self) -> bool {
        let stays = !self.leaving && self.closing == Closing::No;
        !self.paused && !self.recv_ended && stays
    }

    /// Whether a receive into the user's memory is with the kernel.
    pub(crate) fn filling(&self) -> bool {
        self.fill.as_ref().is_some_and(|fill| fill.is_in_flight())
    }

    /// Whether a send is with the kernel.
    pub(crate) fn sending(&self) -> bool {
        self.outbox.in_flight() != InFlight::Nothing
    }

    /// Whether something is with the kernel that ends only when it is called back. An inline send
    /// ends by itself, as soon as nothing waits to be submitted: a call back would be in its way.
    pub(crate) fn is_to_be_called_back(&self) -> bool {
        let inline = self.outbox.in_flight() == InFlight::Inline;
        self.receiving || self.filling() || (self.sending() && !inline)
    }

    /// Whether the kernel reads memory of ours without having copied it.
    pub(crate) fn pins_memory(&self) -> bool {
        self.outbox.is_pinned()
    }

    /// Whether the kernel holds something of this connection that ends before its descriptor.
    pub(crate) fn in_flight(&self) -> bool {
        self.receiving || self.sending() || self.cancelling || self.filling()
    }
}

#[derive(Default)]
struct Place {
    generation: u32,
    conn: Option<Conn>,
}

/// All connections of a reactor.
pub(crate) struct Connections {
    places: Vec<Place>,
    free: Vec<u32>,
    limit: u32,
}

impl Connections {
    pub(crate) fn new(limit: u32) -> Self {
        Self {
            places: Vec::new(),
            free: Vec::new(),
            limit,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.places.len() - self.free.len()
    }

    /// Gives the connection back if there are `limit` already.
    pub(crate) fn insert(&mut self, conn: Conn) -> Result<ConnId, Conn> {
        let slot = match self.free.pop() {
            Some(slot) => slot,
            None if self.places.len() < self.limit as usize => {
                self.places.push(Place::default());
                (self.places.len() - 1) as u32
            }
            None => return Err(conn),
        };
        let place = &mut self.places[slot as usize];
        place.conn = Some(conn);
        Ok(ConnId {
            slot,
            generation: place.generation,
        })
    }

    pub(crate) fn get(&self, id: ConnId) -> Option<&Conn> {
        let place = self.places.get(id.slot as usize)?;
        if place.generation == id.generation {
            place.conn.as_ref()
        } else {
            None
        }
    }

    pub(crate) fn get_mut(&mut self, id: ConnId) -> Option<&mut Conn> {
        let place = self.places.get_mut(id.slot as usize)?;
        if place.generation == id.generation {
            place.conn.as_mut()
        } else {
            None
        }
    }

    /// Voids the name and frees its place. Only when nothing is in flight.
    pub(crate) fn remove(&mut self, id: ConnId) -> Option<Conn> {
        let place = self.places.get_mut(id.slot as usize)?;
        if place.generation != id.generation {
            return None;
        }
        let conn = place.conn.take()?;
        debug_assert!(!conn.in_flight());
        place.generation = place.generation.wrapping_add(1);
        self.free.push(id.slot);
        Some(conn)
    }

    /// The names of all connections.
    pub(crate) fn ids(&self) -> Vec<ConnId> {
        let places = self
            .places
            .iter()
            .enumerate()
            .filter(|(_, place)| place.conn.is_some());
        places
            .map(|(slot, place)| ConnId {
                slot: slot as u32,
                generation: place.generation,
            })
            .collect()
    }

    /// Whether the kernel holds something of any connection.
    pub(crate) fn any_in_flight(&self) -> bool {
        self.places
            .iter()
            .any(|place| place.conn.as_ref().is_some_and(Conn::in_flight))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conn() -> Conn {
        Conn::new(std::fs::File::open("/dev/null").expect("/dev/null").into())
    }

    #[test]
    fn a_name_is_void_after_removal_though_its_place_is_reused() {
        let mut table = Connections::new(2);
        let first = table.insert(conn()).ok().expect("room");
        let second = table.insert(conn()).ok().expect("room");
        assert!(table.insert(conn()).is_err());
        assert!(table.remove(first).is_some());
        assert!(table.remove(first).is_none());
        let third = table.insert(conn()).ok().expect("room");
        assert_eq!(third.index(), first.index());
        assert_ne!(third, first);
        assert!(table.get(first).is_none() && table.get_mut(first).is_none());
        assert!(table.get(third).is_some() && table.get(second).is_some());
        assert_eq!(table.len(), 2);
    }
}
