//! The coordinator's side of a command over several slots: it gathers the boxes, runs the plain
//! single-threaded body with all of them in hand, and sends them home.
//!
//! Must never keep a box longer than the body needs it.

use command_table::CommandId;
use keyspace::{Slot, SlotView};
use mesh::CoreId;
use resp::{Args, OutBuf};
use stdx::slot::slot_of;

use crate::ahead::Announced;
use crate::blocking::Need;
use crate::core::Core;
use crate::dispatch::{Binding, binding};
use crate::marks::Mark;
use crate::message::{Caller, Job, JobBody, Message, Outcome, OwnedArgs, SessionId};
use crate::owner::by_core;
use crate::route::for_each_key;
use crate::session::State;
use crate::ticket::{Rank, Ticket};

/// A command that has not all its slots yet.
pub(crate) struct Loan {
    pub(crate) job: Job,
    /// Slots in hand.
    held: Vec<Box<Slot>>,
    /// Slots that were asked for and have not come.
    waiting: Vec<u16>,
}

impl std::fmt::Display for Loan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let held: Vec<u16> = self.held.iter().map(|content| content.number()).collect();
        let slots = &self.job.slots;
        write!(
            f,
            "of client {} for slots {slots:?} ",
            self.job.caller.client_id
        )?;
        write!(f, "holds {held:?} and waits for {:?}", self.waiting)
    }
}

impl Core {
    /// Coordinates a job: at once if its slots are all here, else with a ticket.
    pub(crate) fn coordinate(&mut self, job: Job) {
        if matches!(
            job.body,
            JobBody::Whole(..) | JobBody::ExecWhole | JobBody::Resize(_) | JobBody::Cut
        ) {
            self.conduct(job);
            return;
        }
        let mut slots = job.slots.iter();
        if self.fence.is_none() && slots.all(|&slot| self.directory.is_free(slot)) {
            let ticket = Ticket {
                rank: Rank::Urgent,
                time: 0,
                core: self.id,
            };
            self.run_job(ticket, job, Vec::new());
            return;
        }
        let ticket = self.clock.draw(Rank::Normal);
        self.stats.loans += 1;
        self.begin_loan(ticket, job, Vec::new());
    }

    /// Asks for the slots of other cores in parallel; own ones are taken last, in the turn in
    /// which the body runs, so that a hot slot never waits for a cold one.
    pub(crate) fn begin_loan(&mut self, ticket: Ticket, job: Job, held: Vec<Box<Slot>>) {
        let is_held = |slot: u16| held.iter().any(|content| content.number() == slot);
        let slots = job.slots.iter().copied();
        let waiting: Vec<u16> = slots
            .filter(|&slot| !is_held(slot) && self.elsewhere(slot).is_some())
            .collect();
        let asked = waiting.clone();
        self.loans.insert(ticket, Loan { job, held, waiting });
        if asked.is_empty() {
            self.take_own(ticket);
        } else {
            self.seek(ticket, &asked);
        }
    }

    /// Slots came for a ticket of this core.
    pub(crate) fn granted(&mut self, ticket: Ticket, boxes: Vec<Box<Slot>>) {
        if self.add_boxes(ticket, boxes) {
            self.take_own(ticket);
        }
    }

    /// Puts slots into the hands of a ticket of this core. Tells whether that was all it waits for.
    pub(crate) fn add_boxes(&mut self, ticket: Ticket, boxes: Vec<Box<Slot>>) -> bool {
        let Some(loan) = self.loans.get_mut(&ticket) else {
            debug_assert!(false, "a grant for a ticket that is not waiting");
            self.send_home(ticket, boxes);
            return false;
        };
        for content in boxes {
            let slot = content.number();
            loan.waiting.retain(|&waiting| waiting != slot);
            loan.held.push(content);
        }
        loan.waiting.is_empty()
    }

    /// Once all slots of other cores are in hand, runs the job if the own ones are free as well.
    /// What has been handed to another core meanwhile is asked for there.
    pub(crate) fn take_own(&mut self, ticket: Ticket) {
        if self.is_fenced_off(ticket) {
            return;
        }
        let Some(loan) = self
            .loans
            .get(&ticket)
            .filter(|loan| loan.waiting.is_empty())
        else {
            return;
        };
        let is_held = |slot: u16| loan.held.iter().any(|content| content.number() == slot);
        let slots = loan.job.slots.iter().copied();
        let missing: Vec<u16> = slots
            .filter(|&slot| !is_held(slot) && !self.directory.is_free(slot))
            .collect();
        if missing.is_empty() {
            if let Some(loan) = self.loans.remove(&ticket) {
                self.run_job(ticket, loan.job, loan.held);
            }
            return;
        }
        if let Some(loan) = self.loans.get_mut(&ticket) {
            loan.waiting.extend_from_slice(&missing);
        }
        // A recall may bring a slot back at once; then it is granted when homecomers settle.
        self.seek(ticket, &missing);
    }

    /// An older ticket wants a slot of ours. If the job has run already, the slot is on its way.
    pub(crate) fn recalled(&mut self, ticket: Ticket, slot: u16) {
        let Some(loan) = self.loans.get_mut(&ticket) else {
            return;
        };
        let Some(index) = loan
            .held
            .iter()
            .position(|content| content.number() == slot)
        else {
            return;
        };
        self.marks.hit(Mark::Recall);
        let content = loan.held.swap_remove(index);
        loan.waiting.push(slot);
        let owner = self.map.owner(slot);
        if owner == self.id {
            self.bring_home(content, false);
        } else {
            self.send(owner, Message::GiveBack { ticket, content });
        }
    }

    /// Runs a job with everything it needs, then sends the slots home.
    fn run_job(&mut self, ticket: Ticket, job: Job, mut held: Vec<Box<Slot>>) {
        for &slot in &job.slots {
            if held.iter().any(|content| content.number() == slot) {
                continue;
            }
            if let Some(content) = self.directory.lend(slot, ticket) {
                held.push(content);
            }
        }
        if self.prefetch {
            // They come from wherever they were used last.
            held.iter()
                .for_each(|content| stdx::prefetch::prefetch_whole(&**content));
        }
        held.sort_unstable_by_key(|content| content.number());
        self.announce_job(&job, &held);
        if held
            .iter()
            .any(|content| self.map.owner(content.number()) != self.id)
        {
            self.marks.hit(Mark::Loan);
        }
        if job.may_write() {
            self.save_held(&mut held);
        }
        let mut out = OutBuf::new();
        let outcome = self.run_job_body(&job, &mut held, &mut out);
        if let Some(outcome) = outcome {
            self.answer(&job.caller, 1, outcome, &mut out);
            self.deliver(None);
        }
        let needs = self.serve_ready(&mut SlotView::Many(&mut held));
        self.part_with(ticket, &job.caller, held, needs);
    }

    /// Asks for the memory that a job will touch.
    fn announce_job(&mut self, job: &Job, held: &[Box<Slot>]) {
        if !self.prefetch {
            return;
        }
        let Self { ahead, bodies, .. } = self;
        let db = job.caller.db;
        let mut announce = |command: CommandId, args: Args<'_>| {
            for_each_key(command, args, |key| {
                ahead.announce_held(Announced {
                    slot: slot_of(key),
                    // The slots are here already.
                    writes: false,
                    db,
                    hash: bodies.hasher.hash(key),
                });
            });
        };
        match &job.body {
            JobBody::Request(command, args) => announce(*command, args.args()),
            JobBody::Exec(exec) => exec
                .commands()
                .for_each(|(command, args)| announce(command, args)),
            _ => return,
        }
        self.ahead.finish_held(held);
    }

    /// The body proper. `None`: it has answered by itself, or there is nobody to answer.
    fn run_job_body(
        &mut self,
        job: &Job,
        held: &mut [Box<Slot>],
        out: &mut OutBuf,
    ) -> Option<Outcome> {
        match &job.body {
            JobBody::Request(command, args) => {
                let view = &mut SlotView::Many(held);
                Some(self.run_request(*command, args.args(), job, view, out))
            }
            JobBody::Exec(exec) => {
                Some(self.run_exec(exec, &job.caller, &mut SlotView::Many(held), out))
            }
            JobBody::Home => {
                self.run_home(job.caller.session, &mut SlotView::Many(held));
                None
            }
            JobBody::Resubscribe => {
                self.resubscribe(job.caller.session, &mut SlotView::Many(held));
                None
            }
            JobBody::Wake
            | JobBody::Whole(..)
            | JobBody::ExecWhole
            | JobBody::Resize(_)
            | JobBody::Cut => None,
        }
    }

    /// A session command of this core has its slots.
    fn run_home(&mut self, id: SessionId, view: &mut SlotView<'_>) {
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        let request = session.queue.front().copied();
        if let Some((request, command)) = request.and_then(|r| Some((r, r.command?))) {
            session.state = State::Idle;
            if let Binding::SlotSession(body) = binding(command) {
                let args = OwnedArgs::copy_of(session.args(&request));
                let before_bytes = session.out.len_bytes();
                let timing = self.bodies.begin(command);
                body(self, &mut session, args.args(), view);
                self.end_home(&session, timing, args.args(), before_bytes);
            }
            self.next(&mut session);
            self.enlist(&mut session);
        }
        self.put_back(session);
    }

    /// Slots of this core that were taken for one body go back to their places.
    pub(crate) fn put_own(&mut self, caller: &Caller, held: Vec<Box<Slot>>, needs: Vec<Need>) {
        let ticket = Ticket {
            rank: Rank::Urgent,
            time: 0,
            core: self.id,
        };
        self.part_with(ticket, caller, held, needs);
    }

    /// Sends slots home, but for those with an element that waits for a waiter whose destination
    /// is elsewhere: these stay lent until it is served, so that nobody sees the element between.
    pub(crate) fn part_with(
        &mut self,
        ticket: Ticket,
        caller: &Caller,
        held: Vec<Box<Slot>>,
        needs: Vec<Need>,
    ) {
        if needs.is_empty() {
            self.send_home(ticket, held);
            return;
        }
        let (kept, home): (Vec<_>, Vec<_>) = held
            .into_iter()
            .partition(|content| needs.iter().any(|need| need.slot == content.number()));
        self.send_home(ticket, home);
        for content in kept {
            let slot = content.number();
            let others = needs
                .iter()
                .filter(|need| need.slot == slot)
                .map(|need| need.other);
            let mut slots: Vec<u16> = others.chain([slot]).collect();
            slots.sort_unstable();
            slots.dedup();
            self.wake(caller, slots, content);
        }
    }

    /// Begins an urgent loan that holds `content` already.
    pub(crate) fn wake(&mut self, caller: &Caller, slots: Vec<u16>, content: Box<Slot>) {
        self.marks.hit(Mark::Wake);
        let ticket = self.clock.draw(Rank::Urgent);
        let slot = content.number();
        let job = Job {
            caller: *caller,
            slots,
            body: JobBody::Wake,
            waiter: None,
        };
        self.begin_loan(ticket, job, vec![content]);
        if !self.loans.contains_key(&ticket) {
            // It has run already, and the slot is home or on its way.
            return;
        }
        // Only now: an older ticket may recall the slot at once, from a loan that must be known.
        let owner = self.map.owner(slot);
        if owner == self.id {
            self.change_holder(slot, ticket);
        } else {
            self.send(owner, Message::Hold { ticket, slot });
        }
    }

    /// Own slots go to their places, others to their owners, one message each.
    fn send_home(&mut self, ticket: Ticket, boxes: Vec<Box<Slot>>) {
        let mut away: Vec<(CoreId, Box<Slot>)> = Vec::new();
        for content in boxes {
            let owner = self.map.owner(content.number());
            if owner == self.id {
                self.bring_home(content, true);
            } else {
                away.push((owner, content));
            }
        }
        for (owner, boxes) in by_core(away) {
            self.send(owner, Message::Return { ticket, boxes });
        }
    }

    /// Loans that only wait for a barrier to pass.
    pub(crate) fn retry_loans(&mut self) {
        let complete: Vec<Ticket> = self
            .loans
            .iter()
            .filter(|(_, loan)| loan.waiting.is_empty())
            .map(|(&ticket, _)| ticket)
            .collect();
        for ticket in complete {
            self.take_own(ticket);
        }
    }

    /// A younger loan of this core would hold up the barrier no longer than its recall takes; an
    /// older one has to end first.
    pub(crate) fn has_loan_older_than(&self, ticket: Ticket) -> bool {
        self.loans.range(..ticket).next().is_some()
    }
}
