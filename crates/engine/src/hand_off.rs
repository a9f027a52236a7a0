//! Hand-off: a slot goes from the core that owns it to another one, for good, while everything
//! runs. It is a loan whose return address is another core.
//!
//! Whoever asks for it draws a ticket, which waits in the slot's queue like that of any command; in
//! its turn the owner changes the map, sends the box and lets go of it. So between two cores there
//! is nothing but the box, and nobody executes anything on it meanwhile. What else the old owner
//! has about the slot goes along or after it:
//!
//! | what | how |
//! |---|---|
//! | tables, lifetimes, waiters, watches, subscribers per core, the slot's clock | in the box |
//! | tickets that wait for the slot | with the box; they keep their order |
//! | other hand-offs of the slot | go to the new owner, with their tickets |
//! | parked runs of other cores' sessions | returned to their sessions with the replies so far |
//! | parked sessions of this core, notes, questions | go on as if they had just come |
//! | due times, freeing in steps | the new owner notes them; the old one finds nothing there |
//!
//! Messages that were sent to the old owner find the slot moved; `message.rs` says of each kind
//! what becomes of it. Each time one is turned away, its sender or its next receiver has heard of
//! the move through a channel and reads the map as it is after it, so none goes in circles;
//! one that comes before the box waits for it.
//!
//! **Who has published.** Messages of a channel come from the owner of its slot in the order of the
//! slot, and who subscribes at the new owner must not hear what was published at the old one. So
//! the old owner tells the other cores that the slot leaves, behind everything it has sent them,
//! and each passes on its word to the new owner, which uses the slot once all words have come.
//! Behind a core's word all that it had to say of its patterns has come as well: the new owner
//! knows of every pattern that the old one knew. Where nobody has ever subscribed, no word is asked
//! for.
//!
//! **Barriers.** No hand-off begins at a core while a barrier stands there, and none is under way
//! when a core says that it is ready; so every box is in a directory when those are collected. One
//! that comes while the new owner's directory is still on its way home waits for it.
//!
//! Must never know what a slot holds, nor leave a slot with two owners or none.

use std::collections::{BTreeMap, VecDeque};

use keyspace::Slot;
use mesh::CoreId;

use crate::core::Core;
use crate::crew::CoreStage;
use crate::hand_off_stages::{Event, Stage};
use crate::marks::Mark;
use crate::message::{Message, SessionId};
use crate::owner::Parked;
use crate::slot_load::SlotAccount;
use crate::ticket::{Rank, Ticket};

/// Hand-offs that a core remembers for whoever asks.
const MOVES_KEPT_MAX: usize = 128;

/// Where a slot is to go.
#[derive(Clone, Copy, Debug)]
pub struct Errand {
    pub(crate) ticket: Ticket,
    pub(crate) slot: u16,
    pub(crate) to: CoreId,
    /// The session that waits for it, and its core.
    pub(crate) asker: Option<(CoreId, SessionId)>,
}

/// Everything of a slot that travels. Handing a slot to another node would put this on a wire.
pub struct Shipment {
    pub(crate) ticket: Ticket,
    pub(crate) content: Box<Slot>,
    /// Tickets that wait for the slot, oldest first.
    pub(crate) tickets: Vec<Ticket>,
    /// Words of other cores to be awaited.
    pub(crate) words: u16,
    /// What the slot has cost.
    pub(crate) account: SlotAccount,
}

/// A hand-off at the old owner.
#[derive(Debug)]
struct Going {
    errand: Errand,
    stage: Stage,
    asked_ns: u64,
    left_ns: u64,
    keys: u64,
}

/// A hand-off at the new owner.
struct Coming {
    stage: Stage,
    words: u16,
    landed: Option<(CoreId, Shipment)>,
}

/// A hand-off that is over, as its old owner remembers it.
#[derive(Clone, Copy, Debug)]
pub struct PastMove {
    pub slot: u16,
    pub from: CoreId,
    pub to: CoreId,
    /// When it was over, in unix milliseconds.
    pub at_ms: i64,
    /// Keys of all databases.
    pub keys: u64,
    /// Waiting for the slot to be free, in nanoseconds.
    pub waited_ns: u64,
    /// From its leaving to the word that it has come, in nanoseconds.
    pub travelled_ns: u64,
}

/// One core's hand-offs. Those in progress are no more than there are sessions, each of which waits
/// for its own, and what the driver asks for.
#[derive(Default)]
pub(crate) struct HandOffs {
    /// Asked for on this core: slots, where they are to go, and who waits for it.
    asked: VecDeque<(u16, CoreId, Option<SessionId>)>,
    going: BTreeMap<Ticket, Going>,
    coming: BTreeMap<Ticket, Coming>,
    /// What waited here for slots that are gone.
    redirected: VecDeque<(u16, Parked)>,
    past: VecDeque<PastMove>,
}

impl HandOffs {
    /// The ticket is that of a hand-off from this core.
    pub(crate) fn has(&self, ticket: Ticket) -> bool {
        self.going.contains_key(&ticket)
    }

    /// Something is to be carried on.
    pub(crate) fn has_work(&self) -> bool {
        !(self.asked.is_empty() && self.redirected.is_empty())
    }

    /// Those in progress on this core, giving and taking.
    pub(crate) fn pending(&self) -> (usize, usize) {
        (self.asked.len() + self.going.len(), self.coming.len())
    }
}

impl Core {
    /// Asks for a slot to be handed to core `to`, whoever owns it. It happens in one of the next
    /// turns; nothing happens if there is no such slot or core.
    pub fn hand_off(&mut self, slot: u16, to: CoreId) {
        if usize::from(slot) < stdx::slot::SLOTS && to < self.cores {
            self.ask_for_hand_off(slot, to, None);
        }
    }

    /// As `hand_off`, for a session of this core that waits until the slot is there. Both exist.
    pub(crate) fn ask_for_hand_off(&mut self, slot: u16, to: CoreId, asker: Option<SessionId>) {
        self.hand_offs.asked.push_back((slot, to, asker));
    }

    /// The latest hand-offs from this core that are over, oldest first.
    pub fn past_moves(&self) -> impl Iterator<Item = &PastMove> {
        self.hand_offs.past.iter()
    }

    /// The core that owns the slot, if it is another one; nothing if this core owns it, or it is on
    /// its way here.
    pub(crate) fn elsewhere(&self, slot: u16) -> Option<CoreId> {
        if self.directory.owns(slot) {
            return None;
        }
        Some(self.map.owner(slot)).filter(|&owner| owner != self.id)
    }

    /// Has a slot handed over: here if it is this core's, else at its owner.
    pub(crate) fn run_errand(&mut self, errand: Errand) {
        let Errand {
            ticket, slot, to, ..
        } = errand;
        if let Some(owner) = self.elsewhere(slot) {
            self.send(owner, Message::Move(errand));
            return;
        }
        // A core that has left gets no more.
        if to == self.id || to >= self.cores {
            self.tell_asker(&errand);
            return;
        }
        let mut stage = Stage::Unknown;
        stage.step(Event::Asked);
        let now_ns = self.bodies.stopwatch.now_ns();
        let going = Going {
            errand,
            stage,
            asked_ns: now_ns,
            left_ns: now_ns,
            keys: 0,
        };
        self.hand_offs.going.insert(ticket, going);
        let recalls = self.stats.recalls;
        match self.lend_or_queue(slot, ticket) {
            Some(content) => self.ship(ticket, content),
            None => self.marks.hit(Mark::HandOffQueued),
        }
        if self.stats.recalls > recalls {
            self.marks.hit(Mark::HandOffRecall);
        }
    }

    /// The slot is a hand-off's: it leaves.
    pub(crate) fn ship(&mut self, ticket: Ticket, content: Box<Slot>) {
        // What was published here leaves before it.
        self.deliver(None);
        let slot = content.number();
        let now_ns = self.bodies.stopwatch.now_ns();
        let Some(going) = self.hand_offs.going.get_mut(&ticket) else {
            debug_assert!(false, "a slot for a hand-off that is over");
            self.directory.put(content);
            return;
        };
        if going.errand.to >= self.cores {
            self.call_off(ticket, content);
            return;
        }
        going.stage.step(Event::TurnCame);
        going.left_ns = now_ns;
        going.keys = content.databases().map(|db| content.keys(db) as u64).sum();
        let to = going.errand.to;
        self.directory.part_with(slot);
        self.stand_in = None;
        self.map.hand(slot, to);
        self.stats.moves_out += 1;
        self.mark_load(&content);
        let queue = self.queues.remove(&slot).unwrap_or_default();
        let (others, tickets): (Vec<Ticket>, Vec<Ticket>) = queue
            .tickets
            .into_iter()
            .filter(|&waiting| waiting != ticket)
            .partition(|&waiting| self.hand_offs.has(waiting));
        if !tickets.is_empty() {
            self.marks.hit(Mark::HandOffWithTickets);
        }
        let parked = queue.parked.into_iter().map(|parked| (slot, parked));
        self.hand_offs.redirected.extend(parked);
        let words = self.ask_for_words(ticket, to);
        let shipment = Shipment {
            ticket,
            content,
            tickets,
            words,
            account: self.loads.take(slot),
        };
        self.send(to, Message::HandOff(Box::new(shipment)));
        for other in others {
            self.ask_elsewhere(other);
        }
    }

    /// The core that a slot was to go to has left meanwhile.
    fn call_off(&mut self, ticket: Ticket, content: Box<Slot>) {
        let slot = content.number();
        if let Some(mut going) = self.hand_offs.going.remove(&ticket) {
            going.stage.step(Event::CalledOff);
            self.tell_asker(&going.errand);
        }
        if let Some(queue) = self.queues.get_mut(&slot) {
            queue.tickets.retain(|&waiting| waiting != ticket);
        }
        self.directory.put(content);
        self.came_home.push_back(slot);
    }

    /// A hand-off of a slot that has gone elsewhere is its new owner's affair.
    fn ask_elsewhere(&mut self, ticket: Ticket) {
        if let Some(mut going) = self.hand_offs.going.remove(&ticket) {
            going.stage.step(Event::WentElsewhere);
            self.marks.hit(Mark::HandOffOvertaken);
            self.run_errand(going.errand);
        }
    }

    /// Tells the other cores that what was sent to them before must be there before the slot is
    /// used. Returns how many words of theirs the new owner awaits.
    fn ask_for_words(&mut self, ticket: Ticket, to: CoreId) -> u16 {
        if !self.channels.were_used {
            return 0;
        }
        let mut words = 0;
        for core in 0..self.cores {
            if core != self.id && core != to {
                let pass_to = Some(to);
                self.send(core, Message::Word { ticket, pass_to });
                words += 1;
            }
        }
        words
    }

    /// A core says that it has what the old owner had sent, or is to say so.
    pub(crate) fn word_came(&mut self, ticket: Ticket, pass_to: Option<CoreId>) {
        if let Some(core) = pass_to {
            let pass_to = None;
            self.send(core, Message::Word { ticket, pass_to });
            return;
        }
        let coming = self.coming(ticket);
        coming.stage.step(Event::Word);
        coming.words += 1;
        self.settle_arrival(ticket);
    }

    /// A box came.
    pub(crate) fn landed(&mut self, from: CoreId, shipment: Shipment) {
        let ticket = shipment.ticket;
        let waits = shipment.words;
        let coming = self.coming(ticket);
        coming.stage.step(Event::BoxCame);
        let early = coming.words;
        coming.landed = Some((from, shipment));
        if early < waits {
            self.marks.hit(Mark::HandOffAwaitsWords);
        }
        self.settle_arrival(ticket);
    }

    fn coming(&mut self, ticket: Ticket) -> &mut Coming {
        self.hand_offs.coming.entry(ticket).or_insert(Coming {
            stage: Stage::Unknown,
            words: 0,
            landed: None,
        })
    }

    /// Boxes that came while the directory was away.
    pub(crate) fn settle_arrivals(&mut self) {
        let tickets: Vec<Ticket> = self.hand_offs.coming.keys().copied().collect();
        for ticket in tickets {
            self.settle_arrival(ticket);
        }
    }

    /// Puts a box in its place if nothing is to be awaited any more.
    fn settle_arrival(&mut self, ticket: Ticket) {
        let joins = matches!(self.crew.stage, CoreStage::Joining(_));
        if joins || self.fence.is_some_and(|fence| fence.sent) {
            self.marks.hit(Mark::HandOffAwaitsDirectory);
            return;
        }
        let ready = |coming: &&mut Coming| {
            let landed = coming.landed.as_ref();
            landed.is_some_and(|(_, shipment)| shipment.words == coming.words)
        };
        let Some(coming) = self.hand_offs.coming.get_mut(&ticket).filter(ready) else {
            return;
        };
        coming.stage.step(Event::AllClear);
        let landed = self.hand_offs.coming.remove(&ticket);
        let Some((from, shipment)) = landed.and_then(|coming| coming.landed) else {
            return;
        };
        let mut content = shipment.content;
        let slot = content.number();
        self.expiry.note(&content);
        self.reclaiming.note(&mut content, 0);
        self.directory.arrive(content);
        self.note_slot_to_save(slot);
        self.loads.put(slot, shipment.account);
        self.stand_in = None;
        for ticket in shipment.tickets {
            self.queues.entry(slot).or_default().insert(ticket);
        }
        self.came_home.push_back(slot);
        self.stats.moves_in += 1;
        self.marks.hit(Mark::HandOff);
        self.send(from, Message::Confirmed { ticket });
    }

    /// The new owner has the slot.
    pub(crate) fn confirmed(&mut self, ticket: Ticket) {
        let Some(mut going) = self.hand_offs.going.remove(&ticket) else {
            debug_assert!(false, "word of a hand-off that is over");
            return;
        };
        going.stage.step(Event::Confirmed);
        let past = PastMove {
            slot: going.errand.slot,
            from: self.id,
            to: going.errand.to,
            at_ms: self.now_ms,
            keys: going.keys,
            waited_ns: going.left_ns.saturating_sub(going.asked_ns),
            travelled_ns: self.bodies.stopwatch.now_ns().saturating_sub(going.left_ns),
        };
        self.remember_move(past);
        self.tell_asker(&going.errand);
    }

    /// Notes a hand-off that is over.
    pub(crate) fn remember_move(&mut self, past: PastMove) {
        if self.hand_offs.past.len() >= MOVES_KEPT_MAX {
            self.hand_offs.past.pop_front();
        }
        self.hand_offs.past.push_back(past);
    }

    /// Another core remembers them.
    pub(crate) fn forget_moves(&mut self) {
        self.hand_offs.past.clear();
    }

    fn tell_asker(&mut self, errand: &Errand) {
        match errand.asker {
            Some((home, session)) if home == self.id => self.acknowledged(session),
            Some((home, session)) => self.send(home, Message::Acknowledge { session }),
            None => {}
        }
    }

    /// A box has left and is not known to have come.
    pub(crate) fn has_hand_off_under_way(&self) -> bool {
        let mut going = self.hand_offs.going.values();
        going.any(|going| going.stage == Stage::UnderWay)
    }

    /// Begins what was asked for on this core, each hand-off with a ticket of its own.
    pub(crate) fn begin_hand_offs(&mut self) {
        while let Some((slot, to, asker)) = self.hand_offs.asked.pop_front() {
            let errand = Errand {
                ticket: self.clock.draw(Rank::Normal),
                slot,
                to,
                asker: asker.map(|session| (self.id, session)),
            };
            self.run_errand(errand);
        }
    }

    /// What waited for a slot that has gone is dealt with anew.
    pub(crate) fn redirect(&mut self) {
        while let Some((slot, parked)) = self.hand_offs.redirected.pop_front() {
            self.marks.hit(Mark::HandOffWithParked);
            self.resume(slot, parked);
            self.deliver(None);
        }
    }

    /// Notes that a hand-off was of a slot with something particular in it.
    fn mark_load(&mut self, content: &Slot) {
        let load = content.load();
        for (mark, has) in [
            (Mark::HandOffWithWaiters, load.waiters),
            (Mark::HandOffWithWatches, load.watches),
            (Mark::HandOffWithSubscribers, load.subscribers),
            (Mark::HandOffWithDueKeys, content.next_due_ms().is_some()),
        ] {
            if has {
                self.marks.hit(mark);
            }
        }
    }
}
