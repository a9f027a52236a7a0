//! A session's progress: the gates every request passes, then its execution here, by another
//! core, or by a job.
//!
//! Must never let a request overtake an earlier one of the same session.

use command_table::{CommandId, Flags, LookupError};
use keyspace::SlotView;
use mesh::CoreId;
use resp::{Args, ReplyError, ReplyWriter};
use stdx::slot::slot_of;

use crate::call::Call;
use crate::core::Core;
use crate::dispatch::{Binding, Flow, binding};
use crate::marks::Mark;
use crate::memory::{OUT_OF_MEMORY, needs_memory};
use crate::message::{Job, JobBody, Message, OwnedArgs, Run, RunRequest};
use crate::owner::Parked;
use crate::place::Place;
use crate::replication::HUB;
use crate::route::{ArgsList, Route, slots_of};
use crate::run::SlotRequest;
use crate::session::{
    Asked, ReplyMode, Request, SESSION_REQUESTS_MAX, SESSION_TURN_OUTPUT_BYTES_MAX, Session, State,
};
use crate::shared::ControlState;
use crate::stopwatch::Timing;

/// Runs and jobs that one core may have with another and not have answered. Each answer has its
/// place: answers are never refused, and there are no more of them than this.
pub(crate) const UNANSWERED_MAX: u32 = 4096;

/// Unsent output above which a session executes nothing until its client has read some.
pub(crate) const OUTPUT_PAUSE_BYTES: usize = 1024 * 1024 * 1024;

/// What became of the request at the head of the queue.
pub(crate) enum Step {
    /// Executed, or refused; it has left the queue.
    Next,
    /// The session waits for something; the request stays where it is until that comes.
    Waits,
}

impl Core {
    /// Executes what the session has, as far as it may in this turn. Returns the number of
    /// requests that were done.
    pub(crate) fn advance(&mut self, session: &mut Session) -> usize {
        let mut done = 0;
        let output_before = session.out.len_bytes();
        while Self::may_go_on(session) {
            self.mind_memory();
            if session.queue.is_empty() {
                self.parse(session);
            }
            if session.queue.is_empty() {
                self.end_of_input(session);
                return done;
            }
            let produced = session.out.len_bytes().saturating_sub(output_before);
            if session.unsent_bytes > OUTPUT_PAUSE_BYTES {
                session.output_paused = true;
                return done;
            }
            if done >= SESSION_REQUESTS_MAX || produced > SESSION_TURN_OUTPUT_BYTES_MAX {
                self.enlist(session);
                return done;
            }
            let plain = self.advance_steadily(session, SESSION_REQUESTS_MAX - done, output_before);
            if plain > 0 {
                done += plain;
                continue;
            }
            match self.step(session) {
                Step::Next => done += 1,
                Step::Waits => break,
            }
        }
        done
    }

    /// No whole request is left.
    fn end_of_input(&mut self, session: &mut Session) {
        if let Some(error) = session.take_broken() {
            self.bodies.command_stats.error(error.text());
            self.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).fail(&error)
            });
            session.closing = true;
        } else if session.input_ended {
            session.closing = true;
            self.mark_dirty(session);
        }
    }

    fn step(&mut self, session: &mut Session) -> Step {
        let Some(&request) = session.queue.front() else {
            return Step::Waits;
        };
        if request.command.is_none() && is_of_a_browser(session.args(&request)) {
            session.closing = true;
            session.kill = true;
            self.mark_dirty(session);
            self.warn_of_browser(session);
            return self.next(session);
        }
        if session.follows && request.command != Some(CommandId::Replconf) {
            // As on Valkey, a replica that would be answered is disconnected.
            self.forget_session(session);
            return Step::Waits;
        }
        let memory = self.memory.refuses();
        if let Err(refused) = gates(&self.control, memory, session, &request) {
            self.refuse(session, &request, &refused);
            return self.next(session);
        }
        let Some(command) = request.command else {
            return self.next(session);
        };
        if self.pausing.on && self.postpones(session, command) {
            return Step::Waits;
        }
        if session.multi.is_some() && !is_immediate_in_multi(command) {
            self.enqueue_in_multi(session, command, &request);
            return self.next(session);
        }
        if self.memory.is_strained() && would_need_memory(session, command) {
            self.marks.hit(Mark::EvictionWaited);
            self.enlist(session);
            return Step::Waits;
        }
        session.active_ms = self.now_ms;
        let args = session.requests.args(&session.input, request.span);
        if self.bodies.log_limits.may_be_large(args) {
            self.log_request(session, command, args);
        }
        match request.route {
            Route::Slot { slot, hash } => match *self.directory.place(slot) {
                Place::Here(_) | Place::Empty => {
                    let head = SlotRequest {
                        command,
                        slot,
                        hash,
                    };
                    self.execute_here(session, &head, &request)
                }
                Place::Lent(_) | Place::Moved => match self.elsewhere(slot) {
                    Some(owner) => self.go_to(session, &request, slot, owner),
                    None => {
                        session.state = State::Parked;
                        self.park(slot, Parked::Session(session.id));
                        Step::Waits
                    }
                },
            },
            Route::Home => self.execute_home(session, command, &request),
            Route::Slots | Route::HomeSlots => self.execute_over_slots(session, command, &request),
            Route::Whole => self.execute_whole(session, command, &request),
        }
    }

    /// The head of the queue is done with.
    pub(crate) fn next(&mut self, session: &mut Session) -> Step {
        if let Some(request) = session.queue.pop_front() {
            session.commands += 1;
            session.last_command = request.command.or(session.last_command);
        }
        session.step_reply_mode();
        self.deliver(Some(session));
        Step::Next
    }

    fn refuse(&mut self, session: &mut Session, request: &Request, refused: &ReplyError) {
        let known = named(session, request);
        session.last_command = known;
        if let Some(command) = known {
            self.bodies.command_stats.rejected(command);
        }
        let aborted = (known == Some(CommandId::Exec)).then(|| aborting(refused));
        if aborted.is_some() {
            session.multi = None;
            self.unwatch_all(session);
        }
        let error = aborted.as_ref().unwrap_or(refused);
        self.bodies.command_stats.error(error.text());
        if let Some(multi) = &mut session.multi {
            multi.fail();
        }
        self.reply_to(session, |out, proto| {
            ReplyWriter::new(out, proto).fail(error)
        });
    }

    /// One slot, and it is here: the body runs at once.
    fn execute_here(
        &mut self,
        session: &mut Session,
        head: &SlotRequest,
        request: &Request,
    ) -> Step {
        let caller = session.caller(self.id);
        let args = session.requests.args(&session.input, request.span);
        let mut dropped = resp::OutBuf::new();
        let out = match session.reply_mode {
            ReplyMode::On | ReplyMode::SkipNext => &mut session.out,
            ReplyMode::Off | ReplyMode::SkipNow => &mut dropped,
        };
        let blocked = self.execute_in_slot(head, args, &caller, None, out);
        self.mark_dirty(session);
        if let Some(blocked) = blocked {
            session.queue.pop_front();
            session.last_command = Some(head.command);
            self.block(session, blocked);
            return Step::Waits;
        }
        self.next(session)
    }

    /// Another core owns the slot of the request at the head of the queue.
    #[inline]
    fn go_to(
        &mut self,
        session: &mut Session,
        request: &Request,
        slot: u16,
        owner: CoreId,
    ) -> Step {
        let keyed = |command| matches!(binding(command), Binding::Keys(_));
        if session.core_port.is_some()
            && request.command.is_some_and(keyed)
            && let Some(moved) = self.redirection(session, slot, owner)
        {
            self.refuse(session, request, &moved);
            return self.next(session);
        }
        self.send_run(session, owner)
    }

    /// The requests at the head of the queue that belong to one other core go there together.
    fn send_run(&mut self, session: &mut Session, owner: CoreId) -> Step {
        if self.unanswered[usize::from(owner)] >= UNANSWERED_MAX {
            self.enlist(session);
            return Step::Waits;
        }
        let steady = self.is_steady(session);
        let memory = self.memory.refuses();
        let packet = &mut self.outbox[usize::from(owner)];
        let first = packet.requests.len() as u32;
        let mut blocking = false;
        for request in session.queue.iter().take(SESSION_REQUESTS_MAX) {
            let (Some(command), Route::Slot { slot, hash }) = (request.command, request.route)
            else {
                break;
            };
            // The head goes there in any case: the map may have changed since it was looked at.
            let is_head = packet.requests.len() as u32 == first;
            let elsewhere = !is_head
                && (self.pausing.on
                    || self.map.owner(slot) != owner
                    || session.redirected.keeps(slot, self.now_ms));
            let passes = || gates(&self.control, memory, session, request).is_ok();
            if elsewhere || !(steady || passes()) {
                break;
            }
            let args = session.requests.args(&session.input, request.span);
            packet.requests.push(RunRequest {
                command,
                slot,
                hash,
                first: packet.args.push(args),
                count: args.len() as u32,
            });
            blocking = command.spec().flags.contains(Flags::BLOCKING);
            if blocking || session.reply_mode != ReplyMode::On {
                break;
            }
        }
        let count = packet.requests.len() as u32 - first;
        let waiter = blocking.then(|| self.new_waiter());
        if count < session.queue.len() as u32 {
            self.marks.hit(Mark::RunForOther);
        }
        self.stats.hops += u64::from(count);
        self.note_affinity(session, owner, count);
        let run = Run {
            caller: session.caller(self.id),
            first,
            count,
            waiter: waiter.clone().map(Box::new),
        };
        self.send(owner, Message::Run(run));
        self.unanswered[usize::from(owner)] += 1;
        session.state = State::Away { waiter };
        Step::Waits
    }

    fn execute_home(
        &mut self,
        session: &mut Session,
        command: CommandId,
        request: &Request,
    ) -> Step {
        let (Binding::Session(body) | Binding::Asking(body) | Binding::EachCore(body)) =
            binding(command)
        else {
            return self.next(session);
        };
        if command == CommandId::Sync && self.id != HUB {
            // It is executed there.
            self.move_client(session.client_id, HUB, Some(session));
            return Step::Waits;
        }
        // The body may change the session, its buffers included: it gets arguments of its own.
        let args = OwnedArgs::copy_of(session.args(request));
        let before_bytes = session.out.len_bytes();
        let timing = self.bodies.begin(command);
        let flow = body(self, session, args.args());
        match flow {
            Flow::Done => {
                self.end_home(session, timing, args.args(), before_bytes);
                self.next(session)
            }
            Flow::Wait => {
                session.asked = Some(Box::new(Asked { timing, args }));
                session.queue.pop_front();
                session.last_command = Some(command);
                Step::Waits
            }
        }
    }

    /// Notes time and reply of a session command that has been executed.
    pub(crate) fn end_home(
        &mut self,
        session: &Session,
        timing: Timing,
        args: Args<'_>,
        before_bytes: usize,
    ) {
        let caller = session.caller(self.id);
        self.bodies.end(timing, args, &caller);
        let bytes = session.out.len_bytes().saturating_sub(before_bytes);
        self.bodies.note_reply(bytes, timing.command, args, &caller);
    }

    /// The other cores have answered: `write` replies, and the session goes on, with its
    /// transaction if it is in one.
    pub(crate) fn answer_waiting(
        &mut self,
        mut session: Box<Session>,
        write: impl FnOnce(&mut Self, &mut Session),
    ) {
        let paused = self.resume_exec(&mut session);
        let before_bytes = session.out.len_bytes();
        let asked = session.asked.take();
        if let Some(asked) = &asked {
            self.bodies.stopwatch.current = Some(asked.timing.command);
        }
        write(self, &mut session);
        self.mark_dirty(&mut session);
        if let Some(asked) = &asked {
            self.end_home(&session, asked.timing, asked.args.args(), before_bytes);
        }
        if let Some(paused) = paused {
            self.go_on_exec(session, *paused);
            return;
        }
        session.commands += u64::from(asked.is_some());
        session.step_reply_mode();
        self.enlist(&mut session);
        self.put_back(session);
    }

    /// Several slots: at once if all are here, else a job, coordinated by the core that owns most
    /// of them (a tie goes to this one).
    fn execute_over_slots(
        &mut self,
        session: &mut Session,
        command: CommandId,
        request: &Request,
    ) -> Step {
        let home = request.route == Route::HomeSlots;
        let slots = if command == CommandId::Exec {
            self.bodies.stopwatch.current = Some(command);
            match self.exec_plan(session) {
                crate::transaction::Plan::Answered => {
                    self.bodies.count(command);
                    return self.next(session);
                }
                crate::transaction::Plan::Slots(slots) => slots,
                crate::transaction::Plan::Whole => {
                    let job = Job {
                        caller: session.caller(self.id),
                        slots: Vec::new(),
                        body: JobBody::ExecWhole,
                        waiter: None,
                    };
                    return self.hand_over(session, self.id, job, None);
                }
                crate::transaction::Plan::Elsewhere(coordinator, job) => {
                    self.bodies.count(command);
                    return self.hand_over(session, coordinator, job, None);
                }
            }
        } else {
            home_slots(session, command, session.args(request))
        };
        let mut all = slots.iter();
        if self.fence.is_none() && all.all(|&slot| self.directory.is_free(slot)) {
            return self.execute_over_own(session, command, request, &slots);
        }
        let caller = session.caller(self.id);
        let blocking = command.spec().flags.contains(Flags::BLOCKING);
        let waiter = blocking.then(|| self.new_waiter());
        let (coordinator, body) = if home {
            (self.id, JobBody::Home)
        } else {
            let args = OwnedArgs::copy_of(session.args(request));
            (self.busiest_owner(&slots), JobBody::Request(command, args))
        };
        let job = Job {
            caller,
            slots,
            body,
            waiter: waiter.clone(),
        };
        self.hand_over(session, coordinator, job, waiter)
    }

    /// The session waits for a job.
    fn hand_over(
        &mut self,
        session: &mut Session,
        coordinator: CoreId,
        job: Job,
        waiter: Option<crate::message::WaiterHandle>,
    ) -> Step {
        session.state = State::Away { waiter };
        if coordinator == self.id {
            self.new_jobs.push_back(job);
        } else {
            self.unanswered[usize::from(coordinator)] += 1;
            self.send(coordinator, Message::Job(Box::new(job)));
        }
        Step::Waits
    }

    /// Several slots, all of them here.
    fn execute_over_own(
        &mut self,
        session: &mut Session,
        command: CommandId,
        request: &Request,
        slots: &[u16],
    ) -> Step {
        let mut held = self.directory.take_own(slots);
        if command.spec().flags.contains(Flags::WRITE)
            || !matches!(binding(command), Binding::Keys(_))
        {
            self.save_held(&mut held);
        }
        let caller = session.caller(self.id);
        let mut blocked = None;
        match binding(command) {
            Binding::SlotSession(body) => {
                let args = OwnedArgs::copy_of(session.args(request));
                let before_bytes = session.out.len_bytes();
                let timing = self.bodies.begin(command);
                body(self, session, args.args(), &mut SlotView::Many(&mut held));
                self.end_home(session, timing, args.args(), before_bytes);
            }
            Binding::Keys(body) => {
                let mut out = session.take_out();
                let args = session.requests.args(&session.input, request.span);
                let view = &mut SlotView::Many(&mut held);
                let now_ms = view.now_ms(self.now_ms);
                let call = Call::alone(command, body, now_ms);
                let block = self
                    .bodies
                    .call(call, view.reborrow(), args, &caller, &mut out);
                self.charge_one_of(view);
                if let Some(block) = block {
                    let waiter = self.new_waiter();
                    let registered = self.register(command, args, &caller, &waiter, &block, view);
                    blocked = Some(crate::run::blocked(registered, waiter, command));
                }
                session.give_out(out);
            }
            _ => {}
        }
        let needs = self.serve_ready(&mut SlotView::Many(&mut held));
        self.put_own(&caller, held, needs);
        self.mark_dirty(session);
        if let Some(blocked) = blocked {
            session.queue.pop_front();
            self.block(session, blocked);
            return Step::Waits;
        }
        self.next(session)
    }

    fn execute_whole(
        &mut self,
        session: &mut Session,
        command: CommandId,
        request: &Request,
    ) -> Step {
        let args = OwnedArgs::copy_of(session.args(request));
        let caller = session.caller(self.id);
        let scope = session.scope;
        if self.may_run_whole_at_once() {
            let mut out = session.take_out();
            self.with_all_slots(|core, view| {
                core.call_whole_alone(command, args.args(), &caller, scope, view, &mut out);
            });
            session.give_out(out);
            self.mark_dirty(session);
            return self.next(session);
        }
        let body = JobBody::Whole(command, args, scope);
        let job = Job {
            caller,
            slots: Vec::new(),
            body,
            waiter: None,
        };
        self.hand_over(session, self.id, job, None)
    }

    /// The core that owns most of the slots; a tie goes to this one, else to the lowest.
    pub(crate) fn busiest_owner(&self, slots: &[u16]) -> CoreId {
        let mut counts = vec![0_u32; usize::from(self.cores)];
        for &slot in slots {
            if let Some(count) = counts.get_mut(usize::from(self.map.owner(slot))) {
                *count += 1;
            }
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        if counts.get(usize::from(self.id)) == Some(&most) {
            return self.id;
        }
        counts.iter().position(|&count| count == most).unwrap_or(0) as CoreId
    }

    /// A parked session's slot is here.
    pub(crate) fn resume_session(&mut self, id: crate::message::SessionId) {
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        if matches!(session.state, State::Parked) {
            session.state = State::Idle;
            if matches!(self.step(&mut session), Step::Next) {
                self.enlist(&mut session);
            }
        }
        self.put_back(session);
    }
}

/// The conditions under which a request is executed at all, in Valkey's order; `memory_exceeded`
/// is one of them.
fn gates(
    control: &ControlState,
    memory_exceeded: bool,
    session: &Session,
    request: &Request,
) -> Result<(), ReplyError> {
    let has = |flag: Flags| {
        request
            .command
            .is_some_and(|c| c.spec().flags.contains(flag))
    };
    let locked = !session.authenticated && control.settings.requirepass().is_some();
    let authenticates =
        || named(session, request).is_some_and(|c| c.spec().flags.contains(Flags::NO_AUTH));
    if locked && !authenticates() {
        return Err(ReplyError::NOAUTH);
    }
    let Some(command) = request.command else {
        let args = ArgsList(session.args(request));
        let error = command_table::resolve(&args).err();
        let text = error.map_or_else(|| b"ERR unknown command".to_vec(), |e| e.text(&args));
        return Err(ReplyError::from_bytes(text));
    };
    if session.multi.is_some() && has(Flags::NO_MULTI) {
        return Err(ReplyError::new(format!(
            "ERR Command '{}' not allowed inside a transaction",
            command.full_name()
        )));
    }
    if crosses_slots(control, session, request, command) {
        return Err(ReplyError::CROSSSLOT);
    }
    if memory_exceeded && would_need_memory(session, command) {
        return Err(OUT_OF_MEMORY);
    }
    if session.subscription_count() > 0 && session.proto == resp::Proto::Resp2 {
        crate::pubsub::allowed_while_subscribed(command)?;
    }
    if matches!(binding(command), Binding::Missing) {
        return Err(ReplyError::new(format!(
            "ERR the command '{}' is known but not available in this version of Ringkey",
            command.full_name().replace('|', " ")
        )));
    }
    Ok(())
}

/// Whether a request has keys in several slots, which no node of a cluster takes, but for those of
/// MSETEX. (EXEC looks at the keys of its transaction itself.)
#[inline]
fn crosses_slots(
    control: &ControlState,
    session: &Session,
    request: &Request,
    command: CommandId,
) -> bool {
    match request.route {
        Route::Slots => control.settings.cluster_enabled() && command != CommandId::Msetex,
        Route::HomeSlots | Route::Whole
            if matches!(
                command,
                CommandId::Watch | CommandId::Sort | CommandId::SortRo
            ) =>
        {
            control.settings.cluster_enabled() && slots_of(command, session.args(request)).len() > 1
        }
        _ => false,
    }
}

/// Whether a command needs memory, or a transaction that is to be executed holds one that does.
fn would_need_memory(session: &Session, command: CommandId) -> bool {
    let queued = || {
        session
            .multi
            .as_ref()
            .is_some_and(|multi| multi.needs_memory)
    };
    needs_memory(command) || command == CommandId::Exec && queued()
}

/// Slots of a request over several; not all of them are named in it.
pub(crate) fn home_slots(session: &Session, command: CommandId, args: Args<'_>) -> Vec<u16> {
    let mut slots: Vec<u16> = match command {
        CommandId::Debug => crate::session_commands::debug::slots(args),
        CommandId::PubsubNumsub => args.tail(2).iter().map(slot_of).collect(),
        CommandId::Unsubscribe if args.len() == 1 => {
            let channels = session.subscriptions.iter().flat_map(|subs| &subs.channels);
            channels.map(|channel| slot_of(channel)).collect()
        }
        _ => return slots_of(command, args),
    };
    slots.sort_unstable();
    slots.dedup();
    slots
}

/// The command that a request names, also if its number of arguments is wrong.
fn named(session: &Session, request: &Request) -> Option<CommandId> {
    request.command.or_else(
        || match command_table::resolve(&ArgsList(session.args(request))) {
            Err(LookupError::Arity { id }) => Some(id),
            _ => None,
        },
    )
}

/// Commands that act at once although a transaction is being queued.
fn is_immediate_in_multi(command: CommandId) -> bool {
    matches!(
        command,
        CommandId::Exec
            | CommandId::Discard
            | CommandId::Multi
            | CommandId::Watch
            | CommandId::Quit
            | CommandId::Reset
    )
}

/// Whether a request begins as HTTP does: a browser may have been lured into sending commands in
/// the body, so that nothing that follows is executed or answered.
fn is_of_a_browser(args: Args<'_>) -> bool {
    let first = args.try_get(0).unwrap_or_default();
    first.eq_ignore_ascii_case(b"post") || first.eq_ignore_ascii_case(b"host:")
}

/// An EXEC that is refused ends its transaction, and says so.
fn aborting(refused: &ReplyError) -> ReplyError {
    const ABORTED: &[u8] = b"EXECABORT";
    let text = refused.text();
    if text.starts_with(ABORTED) {
        return refused.clone();
    }
    let mut told = ABORTED.to_vec();
    told.extend_from_slice(b" Transaction discarded because of: ");
    told.extend_from_slice(text.strip_prefix(b"ERR ").unwrap_or(text));
    ReplyError::from_bytes(told)
}
