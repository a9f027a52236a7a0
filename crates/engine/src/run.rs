//! Runs: pieces of other cores' sessions' pipelines, and the execution of one request in one slot.
//!
//! Must never execute the requests of a run out of order; a run whose slot is lent waits whole, and
//! one whose slot has moved goes home.

use command_table::{CommandId, Flags};
use commands::{BlockOn, Body};
use keyspace::SlotView;
use resp::{Args, OutBuf};

use crate::call::Call;
use crate::core::Core;
use crate::dispatch::{Binding, binding};
use crate::marks::Mark;
use crate::message::{
    Caller, Outcome, OwnedArgs, Packet, Registered, ReplyBytes, Run, RunRequest, SessionId,
    WaiterHandle,
};
use crate::owner::{Parked, ParkedRun};
use crate::session::{Blocked, State};
use crate::upkeep::RECLAIM_STEPS;

/// A request in one slot, its arguments lying elsewhere.
#[derive(Clone, Copy)]
pub(crate) struct SlotRequest {
    pub(crate) command: CommandId,
    pub(crate) slot: u16,
    /// Of its first key.
    pub(crate) hash: u64,
}

impl Core {
    /// A run arrived: executes it, or keeps it where it has to wait.
    pub(crate) fn start_run(&mut self, run: &Run, packet: &Packet) {
        let first = run.first as usize;
        let requests = &packet.requests[first..first + run.count as usize];
        let mut out = self.run_out.take().unwrap_or_default();
        if self.held() {
            let parked = copy_run(run, requests, packet, 0, out);
            self.held_runs.push_back(parked);
            return;
        }
        for (next, request) in requests.iter().enumerate() {
            if self.has_moved(request.slot) {
                self.turn_back(&run.caller, next, &mut out);
                self.run_out = Some(out);
                return;
            }
            if !self.directory.is_free(request.slot) {
                self.marks.hit(Mark::RunParked);
                let parked = copy_run(run, requests, packet, next, out);
                self.park(request.slot, Parked::Run(Box::new(parked)));
                return;
            }
            let args = packet.args.slice(request.first, request.count);
            let last = next + 1 == requests.len();
            let waiter = run.waiter.as_deref().filter(|_| last);
            if let Some(outcome) = self.execute_run(request, args, &run.caller, waiter, &mut out) {
                self.answer(&run.caller, run.count, outcome, &mut out);
                self.run_out = Some(out);
                return;
            }
        }
        self.answer(&run.caller, run.count, Outcome::Done, &mut out);
        self.run_out = Some(out);
    }

    /// Goes on with a run that waited.
    pub(crate) fn continue_run(&mut self, mut run: ParkedRun) {
        let count = run.requests.len() as u32;
        while run.next < run.requests.len() {
            let request = run.requests[run.next];
            if self.has_moved(request.slot) {
                self.turn_back(&run.caller, run.next, &mut run.out);
                return;
            }
            if !self.directory.is_free(request.slot) {
                self.park(request.slot, Parked::Run(Box::new(run)));
                return;
            }
            run.next += 1;
            let args = run.args.slice(request.first, request.count);
            let waiter = run
                .waiter
                .as_deref()
                .filter(|_| run.next == run.requests.len());
            let outcome = self.execute_run(&request, args, &run.caller, waiter, &mut run.out);
            if let Some(outcome) = outcome {
                self.answer(&run.caller, count, outcome, &mut run.out);
                return;
            }
        }
        self.answer(&run.caller, count, Outcome::Done, &mut run.out);
    }

    /// Another core owns the slot by now.
    fn has_moved(&self, slot: u16) -> bool {
        self.elsewhere(slot).is_some()
    }

    /// The rest of a run goes home, behind the replies of its first `executed` requests: its slot
    /// has another owner by now.
    fn turn_back(&mut self, caller: &Caller, executed: usize, out: &mut OutBuf) {
        self.marks.hit(Mark::RunReturned);
        self.stats.returned_runs += 1;
        self.answer(caller, executed as u32, Outcome::Done, out);
    }

    /// One request of a run. `Some`: it waits, and is registered.
    fn execute_run(
        &mut self,
        request: &RunRequest,
        args: Args<'_>,
        caller: &Caller,
        waiter: Option<&WaiterHandle>,
        out: &mut OutBuf,
    ) -> Option<Outcome> {
        let request = SlotRequest {
            command: request.command,
            slot: request.slot,
            hash: request.hash,
        };
        let blocked = self.execute_in_slot(&request, args, caller, waiter, out)?;
        let Blocked {
            deadline_ms,
            on_timeout,
            places,
            db,
            waiter,
            ..
        } = blocked;
        Some(Outcome::Blocked(Box::new(Registered {
            deadline_ms,
            on_timeout,
            places,
            db,
            waiter: waiter.id,
        })))
    }

    /// Executes one request in a slot that is here. `Some`: it found nothing and waits.
    pub(crate) fn execute_in_slot(
        &mut self,
        request: &SlotRequest,
        args: Args<'_>,
        caller: &Caller,
        waiter: Option<&WaiterHandle>,
        out: &mut OutBuf,
    ) -> Option<Blocked> {
        let Binding::Keys(body) = binding(request.command) else {
            self.execute_special(request, args, caller, out);
            return None;
        };
        let block = self.execute_body(request, body, args, caller, out)?;
        self.wait_in_slot(request, args, caller, waiter, &block)
    }

    /// Calls a plain body in its slot, which is here, and looks after the slot. `Some`: it found
    /// nothing and would wait.
    #[inline(always)]
    pub(crate) fn execute_body(
        &mut self,
        request: &SlotRequest,
        body: Body,
        args: Args<'_>,
        caller: &Caller,
        out: &mut OutBuf,
    ) -> Option<BlockOn> {
        let SlotRequest {
            command,
            slot,
            hash,
        } = *request;
        if self.replication.saving != 0 && command.spec().flags.contains(Flags::WRITE) {
            self.save_before_change(slot);
        }
        let content = self.directory.here(slot)?;
        let now_ms = content.now_ms(self.now_ms);
        let call = Call::in_slot(command, body, now_ms, hash);
        let view = SlotView::One(content);
        let block = self.bodies.call(call, view, args, caller, out);
        self.loads.count(slot);
        if self.bodies.charge.is_some() {
            self.charge(slot);
        }
        if block.is_none() {
            if command.spec().flags.contains(Flags::WRITE) {
                self.after_write(slot, caller);
            } else {
                self.directory.settle(slot);
            }
        }
        block
    }

    /// Registers a request that would wait in its slot, which is here. Nothing, if the slot has
    /// gone meanwhile.
    #[cold]
    pub(crate) fn wait_in_slot(
        &mut self,
        request: &SlotRequest,
        args: Args<'_>,
        caller: &Caller,
        waiter: Option<&WaiterHandle>,
        block: &BlockOn,
    ) -> Option<Blocked> {
        let command = request.command;
        let handle = waiter.cloned().unwrap_or_else(|| self.new_waiter());
        let content = self.directory.take_box(request.slot)?;
        let mut held = [content];
        let view = &mut SlotView::Many(&mut held);
        let registered = self.register(command, args, caller, &handle, block, view);
        let [content] = held;
        self.directory.put(content);
        Some(blocked(registered, handle, command))
    }

    /// Looks after a slot that a body has changed: serves waiters, notes due keys, frees what was
    /// too large to be freed at once.
    #[inline]
    fn after_write(&mut self, slot: u16, caller: &Caller) {
        let Some(content) = self.directory.peek_mut(slot) else {
            return;
        };
        if content.has_ready() {
            self.serve_slot(slot, caller);
            return;
        }
        self.expiry.note(content);
        self.reclaiming.note(content, RECLAIM_STEPS);
        self.directory.settle(slot);
    }

    #[cold]
    fn serve_slot(&mut self, slot: u16, caller: &Caller) {
        let Some(content) = self.directory.take_box(slot) else {
            return;
        };
        let mut held = vec![content];
        let needs = self.serve_ready(&mut SlotView::Many(&mut held));
        self.put_own(caller, held, needs);
    }

    /// The answer to a run or a job of one of this core's sessions.
    pub(crate) fn finish(
        &mut self,
        id: SessionId,
        executed: u32,
        outcome: Outcome,
        append: impl FnOnce(&mut OutBuf),
    ) {
        let Some(mut session) = self.sessions.take(id) else {
            if let Outcome::Blocked(registered) = outcome {
                self.unregister_all(&registered);
            }
            return;
        };
        let State::Away { waiter } = std::mem::replace(&mut session.state, State::Idle) else {
            self.sessions.put_back(session);
            return;
        };
        let last = (executed as usize)
            .checked_sub(1)
            .and_then(|last| session.queue.get(last).copied());
        session
            .queue
            .drain(..(executed as usize).min(session.queue.len()));
        // A command that waits is counted when it is answered.
        let waits = matches!(outcome, Outcome::Blocked(_)) && session.served_early.is_none();
        session.commands += u64::from(executed - u32::from(waits && executed > 0));
        session.last_command = last
            .and_then(|request| request.command)
            .or(session.last_command);
        let early = session.served_early.take();
        let served_early = early.is_some();
        self.reply_to(&mut session, |out, _| {
            append(out);
            if let Some(mut early) = early {
                ReplyBytes::of(&mut early).append_to(&[], out);
            }
        });
        if !waits && executed > 0 {
            session.step_reply_mode();
        }
        match (outcome, waiter) {
            (Outcome::Blocked(registered), _) if served_early => {
                self.unregister_all(&registered);
                self.enlist(&mut session);
            }
            (Outcome::Blocked(registered), Some(handle)) => {
                let command = session.last_command.unwrap_or(CommandId::Blpop);
                self.block(&mut session, blocked(*registered, handle, command));
            }
            _ if session.has_input() => self.enlist(&mut session),
            _ => {}
        }
        self.put_back(session);
    }

    fn unregister_all(&mut self, registered: &Registered) {
        self.unregister_places(&registered.places, registered.db, registered.waiter);
    }

    /// An answer came from a core: another run may go there.
    pub(crate) fn answered(&mut self, from: u16) {
        let unanswered = &mut self.unanswered[usize::from(from)];
        *unanswered = unanswered.saturating_sub(1);
    }
}

/// A session's view of having been registered.
pub(crate) fn blocked(registered: Registered, waiter: WaiterHandle, command: CommandId) -> Blocked {
    Blocked {
        waiter,
        command,
        deadline_ms: registered.deadline_ms,
        on_timeout: registered.on_timeout,
        places: registered.places,
        db: registered.db,
        timer: None,
    }
}

/// A run that has to wait takes its arguments out of the packet.
fn copy_run(
    run: &Run,
    requests: &[RunRequest],
    packet: &Packet,
    next: usize,
    out: OutBuf,
) -> ParkedRun {
    let mut args = OwnedArgs::default();
    let requests = requests
        .iter()
        .map(|request| {
            let first = args.push(packet.args.slice(request.first, request.count));
            RunRequest { first, ..*request }
        })
        .collect();
    ParkedRun {
        caller: run.caller,
        requests,
        args,
        next,
        waiter: run.waiter.clone(),
        out,
    }
}
