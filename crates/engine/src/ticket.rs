//! Tickets: the order in which commands that need several slots get them.
//!
//! Must never know what a ticket is for; it is only an order that all cores agree on.

use mesh::CoreId;

/// Whose turn it is when two commands want the same slot.
///
/// `Urgent` tickets finish what a plain command began (an element pushed for a waiter whose
/// destination lies in another slot): they count as older than every `Normal` one, so that they
/// are never asked to give back a slot in whose middle they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Finishes an effect that is half done.
    Urgent,
    /// A command of a session.
    Normal,
}

/// Drawn once by the coordinating core and kept to the command's end. Smaller is older. The
/// order of the fields is the order of the tickets; no two are equal, because a core never draws
/// the same time twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket {
    /// Urgent before normal.
    pub rank: Rank,
    /// Lamport time at which it was drawn.
    pub time: u64,
    /// The core that coordinates the command.
    pub core: CoreId,
}

/// The Lamport clock of one core. Every packet between cores carries its time, so that a ticket
/// drawn after something was heard is younger than what was heard of.
#[derive(Debug)]
pub(crate) struct LamportClock {
    core: CoreId,
    time: u64,
}

impl LamportClock {
    pub(crate) fn new(core: CoreId) -> Self {
        Self { core, time: 0 }
    }

    pub(crate) fn draw(&mut self, rank: Rank) -> Ticket {
        self.time += 1;
        Ticket {
            rank,
            time: self.time,
            core: self.core,
        }
    }

    pub(crate) fn observe(&mut self, time: u64) {
        self.time = self.time.max(time);
    }

    pub(crate) fn time(&self) -> u64 {
        self.time
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_drawn_after_hearing_of_another_is_younger() {
        let mut first = LamportClock::new(1);
        let mut second = LamportClock::new(0);
        for _ in 0..5 {
            first.draw(Rank::Normal);
        }
        let heard = first.draw(Rank::Normal);
        second.observe(first.time());
        assert!(second.draw(Rank::Normal) > heard);
    }

    #[test]
    fn urgent_tickets_are_older_than_normal_ones() {
        let mut clock = LamportClock::new(0);
        let normal = clock.draw(Rank::Normal);
        assert!(clock.draw(Rank::Urgent) < normal);
    }
}
