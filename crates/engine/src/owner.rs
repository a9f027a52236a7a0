//! The owner's side of a slot: lending it, asking for it back, and what waits while it is away or
//! on its way here.
//!
//! Must never know what a ticket will do with a slot. Waiting only ever goes from a younger
//! ticket to an older one, so that there is no deadlock wherever slots live.

use keyspace::Slot;
use mesh::CoreId;
use resp::OutBuf;

use crate::core::Core;
use crate::gather::GatherTask;
use crate::marks::Mark;
use crate::message::{Caller, Message, OwnedArgs, RunRequest, SessionId, SlotNote, WaiterHandle};
use crate::place::{Lent, Place};
use crate::ticket::Ticket;

/// Work that waits for a slot and needs nothing else.
pub(crate) enum Parked {
    /// The request at the head of a session of this core.
    Session(SessionId),
    /// The rest of another core's run.
    Run(Box<ParkedRun>),
    /// A change nobody waits for.
    Note(SlotNote),
    /// An answer slot by slot.
    Task(Box<GatherTask>),
}

/// A run of another core's session that was interrupted; it owns its arguments.
pub(crate) struct ParkedRun {
    pub(crate) caller: Caller,
    pub(crate) requests: Vec<RunRequest>,
    pub(crate) args: OwnedArgs,
    /// The first request that was not executed yet.
    pub(crate) next: usize,
    pub(crate) waiter: Option<Box<WaiterHandle>>,
    /// Replies so far.
    pub(crate) out: OutBuf,
}

/// A barrier that this core takes part in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fence {
    /// So many cores there are afterwards.
    pub(crate) cores: CoreId,
    /// Younger tickets get no slot while it stands.
    pub(crate) ticket: Ticket,
    /// The conductor was told that nothing older is left here; nothing is executed any more.
    pub(crate) ready: bool,
    /// The core that is to have the directory as soon as all slots are home.
    pub(crate) collect: Option<CoreId>,
    /// It has the directory.
    pub(crate) sent: bool,
}

impl Core {
    /// Another core's ticket (or one of ours) wants slots of this core.
    pub(crate) fn borrow(&mut self, ticket: Ticket, slots: &[u16]) {
        if slots.iter().any(|&slot| self.elsewhere(slot).is_some()) {
            self.marks.hit(Mark::BorrowForwarded);
        }
        self.seek(ticket, slots);
    }

    /// Asks for slots on behalf of a ticket: here for those of this core, at their owners for the
    /// others.
    pub(crate) fn seek(&mut self, ticket: Ticket, slots: &[u16]) {
        let mut boxes: Vec<Box<Slot>> = Vec::new();
        let mut elsewhere: Vec<(CoreId, u16)> = Vec::new();
        for &slot in slots {
            match self.elsewhere(slot) {
                Some(owner) => elsewhere.push((owner, slot)),
                None => boxes.extend(self.lend_or_queue(slot, ticket)),
            }
        }
        for (owner, slots) in by_core(elsewhere) {
            self.send(owner, Message::Borrow { ticket, slots });
        }
        if boxes.is_empty() {
            return;
        }
        if ticket.core == self.id {
            self.granted(ticket, boxes);
        } else {
            self.send(ticket.core, Message::Grant { ticket, boxes });
        }
    }

    /// Lends a slot at once if it is free, else queues the ticket in its order. An older ticket
    /// has the slot recalled from a younger one.
    pub(crate) fn lend_or_queue(&mut self, slot: u16, ticket: Ticket) -> Option<Box<Slot>> {
        if self.admits(ticket)
            && let Some(content) = self.directory.lend(slot, ticket)
        {
            return Some(content);
        }
        self.marks.hit(Mark::TicketQueued);
        self.queues.entry(slot).or_default().insert(ticket);
        self.recall_for(slot, ticket);
        None
    }

    /// A younger ticket than a standing barrier's gets nothing.
    pub(crate) fn is_fenced_off(&self, ticket: Ticket) -> bool {
        self.fence.is_some_and(|fence| ticket > fence.ticket)
    }

    /// Whether a ticket may have a slot now, for all that barriers say. A hand-off never begins
    /// while one stands.
    fn admits(&self, ticket: Ticket) -> bool {
        self.fence.is_none() || !(self.is_fenced_off(ticket) || self.hand_offs.has(ticket))
    }

    /// The oldest ticket in a slot's queue that may have it.
    fn oldest_admitted(&self, slot: u16) -> Option<Ticket> {
        let mut tickets = self.queues.get(&slot)?.tickets.iter().copied();
        tickets.find(|&ticket| self.admits(ticket))
    }

    /// Takes a ticket out of a slot's queue.
    fn unqueue(&mut self, slot: u16, ticket: Ticket) {
        if let Some(queue) = self.queues.get_mut(&slot) {
            queue.tickets.retain(|&waiting| waiting != ticket);
            if queue.is_empty() {
                self.queues.remove(&slot);
            }
        }
    }

    /// Asks the holder of a slot for it, if it is younger than `ticket` and was not asked yet.
    pub(crate) fn recall_for(&mut self, slot: u16, ticket: Ticket) {
        let Some(lent) = self.directory.lent_mut(slot) else {
            return;
        };
        if lent.recalled || lent.holder <= ticket {
            return;
        }
        lent.recalled = true;
        let holder = lent.holder;
        self.stats.recalls += 1;
        self.queues.entry(slot).or_default().insert(holder);
        if holder.core == self.id {
            self.recalled(holder, slot);
        } else {
            self.send(
                holder.core,
                Message::Recall {
                    ticket: holder,
                    slot,
                },
            );
        }
    }

    /// Slots come back from a body that is done with them.
    pub(crate) fn bring_all_home(&mut self, boxes: Vec<Box<Slot>>) {
        for content in boxes {
            self.bring_home(content, true);
        }
    }

    /// A slot came home; `done` says whether its ticket has run or waits on.
    pub(crate) fn bring_home(&mut self, mut content: Box<Slot>, done: bool) {
        let slot = content.number();
        let Some(lent) = self.directory.lent_mut(slot).map(|lent| *lent) else {
            debug_assert!(false, "slot {slot} came home without having been lent");
            return;
        };
        if done
            && lent.recalled
            && let Some(queue) = self.queues.get_mut(&slot)
        {
            queue.tickets.retain(|&ticket| ticket != lent.holder);
        }
        if done {
            self.loads.count(slot);
        }
        if !done {
            match self.pass_on(content) {
                Some(back) => content = back,
                None => return,
            }
        }
        self.expiry.note(&content);
        self.reclaiming.note(&mut content, 0);
        self.directory.put(content);
        self.came_home.push_back(slot);
    }

    /// What was given back goes on to the oldest ticket at once: an element in it may wait for a
    /// waiter whose destination is elsewhere, and nobody may see it before. Returns the slot if
    /// nobody may have it now.
    fn pass_on(&mut self, content: Box<Slot>) -> Option<Box<Slot>> {
        let slot = content.number();
        let Some(ticket) = self.oldest_admitted(slot) else {
            return Some(content);
        };
        if self.hand_offs.has(ticket) {
            self.ship(ticket, content);
            return None;
        }
        self.unqueue(slot, ticket);
        if let Some(lent) = self.directory.lent_mut(slot) {
            *lent = Lent {
                holder: ticket,
                recalled: false,
            };
        }
        if ticket.core != self.id {
            self.send(
                ticket.core,
                Message::Grant {
                    ticket,
                    boxes: vec![content],
                },
            );
        } else if self.add_boxes(ticket, vec![content]) {
            self.complete.push_back(ticket);
        }
        None
    }

    /// The holder of a lent slot goes on with it under another ticket.
    pub(crate) fn change_holder(&mut self, slot: u16, ticket: Ticket) {
        let Some(lent) = self.directory.lent_mut(slot) else {
            return;
        };
        let before = std::mem::replace(&mut lent.holder, ticket);
        let was_recalled = std::mem::replace(&mut lent.recalled, false);
        let Some(queue) = self.queues.get_mut(&slot) else {
            return;
        };
        if was_recalled {
            queue.tickets.retain(|&waiting| waiting != before);
        }
        if let Some(&oldest) = queue.tickets.first() {
            self.recall_for(slot, oldest);
        }
    }

    /// Lets go on what waited for slots that came home. Called between two units of work, never
    /// inside one, so that a chain of waiting commands costs no stack.
    pub(crate) fn settle_homecomers(&mut self) {
        loop {
            self.redirect();
            if let Some(ticket) = self.complete.pop_front() {
                self.take_own(ticket);
                continue;
            }
            let Some(slot) = self.came_home.pop_front() else {
                return;
            };
            if self.held() {
                // The barrier waits for the tickets that are older; its release goes over the rest.
                if self
                    .queues
                    .get(&slot)
                    .is_some_and(|queue| !queue.tickets.is_empty())
                {
                    self.grant_next(slot);
                }
                continue;
            }
            self.resume_parked(slot);
            self.grant_next(slot);
        }
    }

    /// Executes what waits for this slot alone, as long as the slot is here.
    fn resume_parked(&mut self, slot: u16) {
        // What parks anew meanwhile goes to the end; it had its turn.
        let count = self.queues.get(&slot).map_or(0, |queue| queue.parked.len());
        for _ in 0..count {
            if !self.directory.is_free(slot) {
                return;
            }
            let Some(parked) = self
                .queues
                .get_mut(&slot)
                .and_then(|q| q.parked.pop_front())
            else {
                break;
            };
            self.resume(slot, parked);
            // Before anybody else has the slot, and subscribes or unsubscribes.
            self.deliver(None);
        }
    }

    /// Goes on with what was parked, wherever its slot is now.
    pub(crate) fn resume(&mut self, slot: u16, parked: Parked) {
        match parked {
            Parked::Session(id) => self.resume_session(id),
            Parked::Run(run) => self.continue_run(*run),
            Parked::Note(note) => self.note(slot, note),
            Parked::Task(task) => self.run_task(*task),
        }
    }

    fn grant_next(&mut self, slot: u16) {
        if !self.directory.is_free(slot) {
            return;
        }
        let Some(queue) = self.queues.get_mut(&slot) else {
            return;
        };
        if queue.tickets.is_empty() {
            if queue.is_empty() {
                self.queues.remove(&slot);
            } else {
                self.came_home.push_back(slot);
            }
            return;
        }
        let Some(ticket) = self.oldest_admitted(slot) else {
            return;
        };
        let Some(content) = self.directory.lend(slot, ticket) else {
            return;
        };
        if self.hand_offs.has(ticket) {
            self.ship(ticket, content);
            return;
        }
        self.unqueue(slot, ticket);
        if ticket.core == self.id {
            self.granted(ticket, vec![content]);
        } else {
            self.send(
                ticket.core,
                Message::Grant {
                    ticket,
                    boxes: vec![content],
                },
            );
        }
    }

    /// Parks work for a slot that is lent, or on its way here.
    pub(crate) fn park(&mut self, slot: u16, parked: Parked) {
        self.stats.waits_on_lent += 1;
        self.marks.hit(if self.directory.owns(slot) {
            Mark::WaitOnLent
        } else {
            Mark::WaitOnArrival
        });
        self.queues
            .entry(slot)
            .or_default()
            .parked
            .push_back(parked);
    }

    /// A note for a slot: applied, parked or passed on.
    pub(crate) fn note(&mut self, slot: u16, note: SlotNote) {
        if let Some(owner) = self.elsewhere(slot) {
            self.send(owner, Message::Note { slot, note });
            return;
        }
        match *self.directory.place(slot) {
            Place::Here(_) => self.apply_note(slot, note),
            // An empty slot has no watches, waiters or subscribers.
            Place::Empty => {
                if let SlotNote::Rehome(rehome) = note {
                    self.tell_rehomed(rehome.home, rehome.session);
                }
            }
            Place::Lent(_) | Place::Moved => {
                let queue = self.queues.entry(slot).or_default();
                queue.parked.push_back(Parked::Note(note));
            }
        }
    }

    /// A note came from another core.
    pub(crate) fn note_came(&mut self, slot: u16, note: SlotNote) {
        if self.elsewhere(slot).is_some() {
            self.marks.hit(Mark::NoteForwarded);
        }
        self.note(slot, note);
    }

    fn apply_note(&mut self, slot: u16, note: SlotNote) {
        let Some(content) = self.directory.peek_mut(slot) else {
            return;
        };
        match note {
            SlotNote::Unwatch { db, key } => content.unwatch(db, &key),
            SlotNote::Unblock { db, key, waiter } => {
                content.remove_waiter(db, &key, waiter);
            }
            SlotNote::Unsubscribe { channel, core } => {
                content.unsubscribe(&channel, core);
            }
            SlotNote::Rehome(rehome) => {
                crate::blocking::rehome(content, &rehome);
                self.tell_rehomed(rehome.home, rehome.session);
            }
        }
        self.directory.settle(slot);
    }
}

/// Things by the core they are for, each core once, in the order of first mention.
pub(crate) fn by_core<T>(things: Vec<(CoreId, T)>) -> Vec<(CoreId, Vec<T>)> {
    let mut lists: Vec<(CoreId, Vec<T>)> = Vec::new();
    for (core, thing) in things {
        match lists.iter_mut().find(|(other, _)| *other == core) {
            Some((_, list)) => list.push(thing),
            None => lists.push((core, vec![thing])),
        }
    }
    lists
}
