//! Waiting for keys: registration in slots, serving, timing out.
//!
//! Must never answer a waiter without having won its claim: serving, timing out, CLIENT UNBLOCK
//! and the end of the connection may race on different cores, and exactly one of them wins.

use std::sync::Arc;

use command_table::CommandId;
use commands::{BlockOn, OnTimeout};
use keyspace::{SlotView, Waiter};
use mesh::{Claim, ClaimWinner};
use resp::{Args, OutBuf, ReplyWriter};
use stdx::slot::slot_of;

use crate::arrival::Rehome;
use crate::call::Call;
use crate::core::Core;
use crate::dispatch::{Binding, binding};
use crate::history::{Event, plain};
use crate::marks::Mark;
use crate::memory::{OUT_OF_MEMORY, needs_memory};
use crate::message::{
    Caller, Job, Message, Outcome, OwnedArgs, Registered, ReplyBytes, SessionId, SlotNote,
    WaiterHandle,
};
use crate::replication::Wrap;
use crate::session::{Blocked, Session, State};
use crate::timers::Timer;

/// A waiter in `slot` could be served if `other` were at hand as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Need {
    pub(crate) slot: u16,
    pub(crate) other: u16,
}

/// What a waiter carries through the slot, opaque to it.
struct BlockedRequest {
    caller: Caller,
    command: CommandId,
    args: OwnedArgs,
}

impl Core {
    /// A handle for a request that may block.
    pub(crate) fn new_waiter(&mut self) -> WaiterHandle {
        self.waiter_ids += 1;
        // Unique in the process: waiters of several cores meet in one slot.
        let id = (u64::from(self.id) << 48) | self.waiter_ids;
        WaiterHandle {
            id,
            claim: Arc::new(Claim::new()),
        }
    }

    /// Executes one request of a job; registers it if it waits.
    pub(crate) fn run_request(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        job: &Job,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) -> Outcome {
        let Binding::Keys(body) = binding(command) else {
            return Outcome::Done;
        };
        let now_ms = view.now_ms(self.now_ms);
        let call = Call::alone(command, body, now_ms);
        let block = self
            .bodies
            .call(call, view.reborrow(), args, &job.caller, out);
        self.charge_one_of(view);
        match (block, &job.waiter) {
            (Some(block), Some(waiter)) => {
                let registered = self.register(command, args, &job.caller, waiter, &block, view);
                Outcome::Blocked(Box::new(registered))
            }
            _ => Outcome::Done,
        }
    }

    /// Registers a waiter with every key it waits for.
    pub(crate) fn register(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        handle: &WaiterHandle,
        block: &BlockOn,
        view: &mut SlotView<'_>,
    ) -> Registered {
        let times = (caller.db, view.now_ms(self.now_ms));
        let fixed = commands::stream::fixed_words((command, args), view, times);
        let request = Arc::new(BlockedRequest {
            caller: *caller,
            command,
            args: with_words(args, &fixed),
        });
        let mut places = Vec::new();
        for &index in &block.keys {
            let Some(key) = args.try_get(index) else {
                continue;
            };
            let slot = slot_of(key);
            let Some(content) = view.slot(slot) else {
                continue;
            };
            let waiter = Waiter {
                id: handle.id,
                claim: Arc::clone(&handle.claim),
                home: caller.home,
                session: pack(caller.session),
                request: request.clone(),
            };
            content.add_waiter(caller.db, key, waiter);
            if command == CommandId::Xreadgroup {
                content.wait_for_any_change(caller.db, key);
            }
            places.push((slot, key.into()));
        }
        Registered {
            deadline_ms: block.deadline_ms,
            on_timeout: block.on_timeout,
            places,
            db: caller.db,
            waiter: handle.id,
        }
    }

    /// Serves waiters of keys that became ready, in all slots of the view, until none can be
    /// served. Returns what is missing for those that need a slot outside of the view.
    pub(crate) fn serve_ready(&mut self, view: &mut SlotView<'_>) -> Vec<Need> {
        let mut needs = Vec::new();
        let mut slots = view.ready_slots();
        while let Some(slot) = slots.pop() {
            let Some(content) = view.slot(slot) else {
                continue;
            };
            for (db, key) in content.take_ready() {
                self.serve_key(view, (slot, db, &key), &mut slots, &mut needs);
            }
        }
        needs
    }

    /// Answers those that wait for a group of a stream that has expired in a slot of this core.
    #[cold]
    pub(crate) fn serve_expired(&mut self, slot: u16) {
        if let Some(content) = self.directory.take_box(slot) {
            let mut held = [content];
            // They need no slot but this one.
            let needs = self.serve_ready(&mut SlotView::Many(&mut held));
            debug_assert!(needs.is_empty());
            let [content] = held;
            self.directory.put(content);
        }
    }

    fn serve_key(
        &mut self,
        view: &mut SlotView<'_>,
        (slot, db, key): (u16, u32, &[u8]),
        slots: &mut Vec<u16>,
        needs: &mut Vec<Need>,
    ) {
        // Those that wait for something else stay before those that are served. A command that
        // found nothing once will find nothing for others until somebody is served.
        let mut before = 0;
        let mut idle: Vec<CommandId> = Vec::new();
        loop {
            let now_ms = view.now_ms(self.now_ms);
            let Some(content) = view.slot(slot) else {
                return;
            };
            let Some(waiter) = content.waiter_at(db, key, before).cloned() else {
                return;
            };
            let Some(request) = waiter.request.downcast_ref::<BlockedRequest>() else {
                return;
            };
            let command = (request.command, request.args.args());
            let ready = !idle.contains(&request.command)
                && commands::waiting::is_ready(command, content, (db, key, now_ms));
            if !ready {
                before += 1;
                if !commands::waiting::differs_by_request(request.command)
                    && !idle.contains(&request.command)
                {
                    idle.push(request.command);
                }
                continue;
            }
            idle.clear();
            let other = commands::other_key(request.command, request.args.args()).map(slot_of);
            // Nobody fetches a slot for a waiter whose wait has ended.
            let waits = waiter.claim.state().is_none();
            if let Some(other) = other.filter(|&other| waits && view.slot(other).is_none()) {
                needs.push(Need { slot, other });
                if let Some(content) = view.slot(slot) {
                    content.signal_ready(db, key);
                }
                return;
            }
            if let Some(content) = view.slot(slot) {
                content.remove_waiter(db, key, waiter.id);
            }
            if !waiter.claim.try_win(ClaimWinner::Served) {
                self.marks.hit(Mark::ClaimLost);
                continue;
            }
            self.marks.hit(Mark::ServeByClaim);
            self.serve_one(view, request, waiter.id, key, now_ms);
            if let Some(other) = other {
                slots.push(other);
            }
        }
    }

    /// Executes a waiter's command for it. Its claim is won.
    fn serve_one(
        &mut self,
        view: &mut SlotView<'_>,
        request: &BlockedRequest,
        waiter: u64,
        key: &[u8],
        now_ms: i64,
    ) {
        let Binding::Keys(body) = binding(request.command) else {
            return;
        };
        let args = at_hand(request, view, key);
        let mut out = OutBuf::new();
        let call = Call {
            command: request.command,
            body,
            hash: None,
            in_exec: true,
            now_ms,
        };
        self.memory.look();
        if self.memory.refuses() && needs_memory(request.command) {
            // As on Valkey, its wait is over; what it waited for stays.
            self.bodies.command_stats.rejected(request.command);
            self.bodies.command_stats.error(OUT_OF_MEMORY.text());
            ReplyWriter::new(&mut out, request.caller.proto).fail(&OUT_OF_MEMORY);
        } else {
            let (caller, out) = (&request.caller, &mut out);
            self.bodies
                .call(call, view.reborrow(), args.args(), caller, out);
            self.charge(slot_of(key));
            self.bodies.end_unit(Wrap::IfSeveral);
        }
        if self.bodies.keeps_history() {
            let mut copy = OutBuf::new();
            let reply = crate::call::bytes_of(&mut out, &mut copy);
            out = copy;
            let event = Event::Served {
                command: request.command,
                args: plain(request.args.args()),
                key: key.to_vec(),
            };
            self.bodies
                .record(event, Some(request.caller), reply, now_ms);
        }
        let caller = request.caller;
        if caller.home == self.id {
            self.served.push_back((caller.session, waiter, out));
        } else {
            let packet = &mut self.outbox[usize::from(caller.home)];
            let reply = packet.store_reply(&mut out);
            packet.messages.push(Message::Served {
                session: caller.session,
                waiter,
                reply,
            });
        }
    }

    /// Sessions of this core that were served since the last call get their replies.
    pub(crate) fn deliver_served(&mut self) {
        while let Some((session, waiter, mut out)) = self.served.pop_front() {
            let reply = ReplyBytes::of(&mut out);
            self.served(session, waiter, reply, &[]);
        }
    }

    /// A waiter of a session of this core was served.
    pub(crate) fn served(&mut self, id: SessionId, waiter: u64, reply: ReplyBytes, bytes: &[u8]) {
        if let Some(to) = self.session_moves.waits_gone.remove(&waiter) {
            self.marks.hit(Mark::ServedOnOldRoute);
            let mut out = OutBuf::new();
            reply.append_to(bytes, &mut out);
            let packet = &mut self.outbox[usize::from(to)];
            let reply = packet.store_reply(&mut out);
            packet.messages.push(Message::Served {
                session: id,
                waiter,
                reply,
            });
            return;
        }
        let id = self.session_of_wait(waiter).unwrap_or(id);
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        match std::mem::replace(&mut session.state, State::Idle) {
            State::Blocked(blocked) if blocked.waiter.id == waiter => {
                self.unregister(&blocked);
                self.unblock(&mut session, |out, _| reply.append_to(bytes, out));
            }
            // Served before the word that it waits has come. That word brings the replies of the
            // requests before it, which go first.
            State::Away {
                waiter: Some(handle),
            } if handle.id == waiter => {
                let mut early = OutBuf::new();
                reply.append_to(bytes, &mut early);
                session.served_early = Some(Box::new(early));
                session.state = State::Away {
                    waiter: Some(handle),
                };
            }
            other => session.state = other,
        }
        self.sessions.put_back(session);
    }

    /// A session begins to wait.
    pub(crate) fn block(&mut self, session: &mut Session, mut blocked: Blocked) {
        if let Some(deadline_ms) = blocked.deadline_ms {
            let timer = Timer::Unblock(session.id, blocked.waiter.id);
            blocked.timer = Some(self.timers.add(deadline_ms, timer));
        }
        self.blocked_clients += 1;
        session.last_command = Some(blocked.command);
        session.state = State::Blocked(Box::new(blocked));
        if session.input_ended {
            // As on Valkey, a client that leaves while it waits is gone at once.
            self.forget_session(session);
        }
    }

    /// A blocked session's time is over.
    pub(crate) fn time_out(&mut self, id: SessionId, waiter: u64) {
        let Some(session) = self.sessions.get_mut(id) else {
            return;
        };
        let State::Blocked(blocked) = &session.state else {
            return;
        };
        if blocked.waiter.id != waiter {
            return;
        }
        if !blocked.waiter.claim.try_win(ClaimWinner::TimedOut) {
            // It was served in the meantime; the reply is on its way.
            self.marks.hit(Mark::TimeoutAgainstServe);
            return;
        }
        self.marks.hit(Mark::TimedOut);
        self.record_end(id, ClaimWinner::TimedOut);
        self.end_wait(id, |out, proto, on_timeout| {
            on_timeout.write(&mut ReplyWriter::new(out, proto))
        });
    }

    /// CLIENT UNBLOCK. Tells whether the client was waiting.
    pub(crate) fn unblock_client(&mut self, id: SessionId, with_error: bool) -> bool {
        let Some(session) = self.sessions.get_mut(id) else {
            return false;
        };
        let State::Blocked(blocked) = &session.state else {
            return false;
        };
        if !blocked.waiter.claim.try_win(ClaimWinner::Unblocked) {
            return false;
        }
        self.record_end(id, ClaimWinner::Unblocked);
        const UNBLOCKED: &str = "UNBLOCKED client unblocked via CLIENT UNBLOCK";
        if with_error {
            self.bodies.command_stats.error(UNBLOCKED.as_bytes());
        }
        self.end_wait(id, |out, proto, on_timeout| {
            let mut reply = ReplyWriter::new(out, proto);
            if with_error {
                reply.error(UNBLOCKED);
            } else {
                on_timeout.write(&mut reply);
            }
        });
        true
    }

    fn record_end(&mut self, id: SessionId, by: ClaimWinner) {
        let Some(session) = self.sessions.get_mut(id) else {
            return;
        };
        let caller = session.caller(self.id);
        self.bodies
            .record(Event::Ended { by }, Some(caller), Vec::new(), self.now_ms);
    }

    /// Ends a wait whose claim was won here.
    fn end_wait(&mut self, id: SessionId, write: impl FnOnce(&mut OutBuf, resp::Proto, OnTimeout)) {
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        if let State::Blocked(blocked) = std::mem::replace(&mut session.state, State::Idle) {
            self.unregister(&blocked);
            self.bodies.count(blocked.command);
            self.unblock(&mut session, |out, proto| {
                write(out, proto, blocked.on_timeout)
            });
        }
        self.sessions.put_back(session);
    }

    fn unblock(&mut self, session: &mut Session, write: impl FnOnce(&mut OutBuf, resp::Proto)) {
        session.commands += 1;
        self.blocked_clients = self.blocked_clients.saturating_sub(1);
        session.active_ms = self.now_ms;
        self.reply_to(session, write);
        session.step_reply_mode();
        self.enlist(session);
    }

    /// Takes a waiter out of the slots where it is registered.
    pub(crate) fn unregister(&mut self, blocked: &Blocked) {
        if let Some(timer) = blocked.timer {
            self.timers.cancel(timer);
        }
        self.end_of_wait_elsewhere(blocked.waiter.id);
        self.unregister_places(&blocked.places, blocked.db, blocked.waiter.id);
    }

    /// As `unregister`, for a waiter whose session is gone.
    pub(crate) fn unregister_places(&mut self, places: &[(u16, Box<[u8]>)], db: u32, waiter: u64) {
        for (slot, key) in places {
            self.note(
                *slot,
                SlotNote::Unblock {
                    db,
                    key: key.clone(),
                    waiter,
                },
            );
        }
    }
}

/// Notes that the session of a waiter is on another core now, if it still waits.
pub(crate) fn rehome(content: &mut keyspace::Slot, rehome: &Rehome) {
    let Some(waiter) = content.waiter_mut(rehome.db, &rehome.key, rehome.waiter) else {
        return;
    };
    let Some(request) = waiter.request.downcast_ref::<BlockedRequest>() else {
        return;
    };
    let request = BlockedRequest {
        caller: Caller {
            home: rehome.home,
            session: rehome.session,
            ..request.caller
        },
        command: request.command,
        args: request.args.clone(),
    };
    waiter.home = rehome.home;
    waiter.session = pack(rehome.session);
    waiter.request = Arc::new(request);
}

/// A waiter's arguments without the keys whose slots are not at hand: those were not written to,
/// so they hold nothing.
fn at_hand(request: &BlockedRequest, view: &mut SlotView<'_>, key: &[u8]) -> OwnedArgs {
    let args = request.args.args();
    if commands::other_key(request.command, args).is_some() {
        return request.args.clone();
    }
    let held = |key: &[u8]| view.slot(slot_of(key)).is_some();
    if let Some(words) = commands::stream::at_hand((request.command, args), held) {
        return OwnedArgs::of(&words);
    }
    let keys = commands::waiting::waited_keys(request.command, args);
    let mut is_kept = |i: usize, arg: &[u8]| {
        !keys.contains(&i) || arg == key || view.slot(slot_of(arg)).is_some()
    };
    let mut kept: Vec<&[u8]> = Vec::with_capacity(args.len());
    let places = args.iter().enumerate();
    kept.extend(
        places
            .filter(|&(i, arg)| is_kept(i, arg))
            .map(|(_, arg)| arg),
    );
    let count = (keys.len() + kept.len() - args.len()).to_string();
    if let Some(place) = commands::waiting::numkeys_place(request.command) {
        kept[place] = count.as_bytes();
    }
    OwnedArgs::of(&kept)
}

/// A request's arguments with other words in some places.
fn with_words(args: Args<'_>, words: &[(usize, Vec<u8>)]) -> OwnedArgs {
    if words.is_empty() {
        return OwnedArgs::copy_of(args);
    }
    let mut all: Vec<&[u8]> = args.iter().collect();
    for (at, word) in words {
        all[*at] = word;
    }
    OwnedArgs::of(&all)
}

fn pack(session: SessionId) -> u64 {
    (u64::from(session.generation) << 32) | u64::from(session.index)
}
