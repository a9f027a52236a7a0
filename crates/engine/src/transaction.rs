//! MULTI, EXEC, DISCARD, WATCH, UNWATCH.
//!
//! A transaction is a command over the slots of all its keys and of all watched keys: its verdict
//! is read in the boxes it holds, so that no write can come between verdict and body. What asks
//! every core, or is over all keys, needs every slot: nobody else does anything meanwhile. Must
//! never execute a part of a transaction.

use command_table::CommandId;
use keyspace::{Lookup, Slot, SlotView};
use mesh::CoreId;
use resp::{Args, OutBuf, ReplyError, ReplyWriter};
use stdx::slot::slot_of;

use crate::call::Call;
use crate::core::Core;
use crate::dispatch::{Binding, Flow, binding};
use crate::history::{Event, plain};
use crate::key_events::is_event_channel;
use crate::marks::Mark;
use crate::memory::needs_memory;
use crate::message::{Caller, Job, JobBody, Outcome, OwnedArgs, Scope, SlotNote};
use crate::replication::Wrap;
use crate::report::CoreReport;
use crate::route::{for_each_cluster_key, for_each_key, reaches_everywhere};
use crate::session::{Asked, Request, Session};
use crate::slot_load::header_bytes;

/// A transaction being queued.
#[derive(Debug, Default)]
pub(crate) struct Transaction {
    queued: Vec<Queued>,
    args: OwnedArgs,
    /// A request was refused while queueing: EXEC will refuse the whole.
    pub(crate) failed: bool,
    /// A command of it needs memory.
    pub(crate) needs_memory: bool,
}

/// One queued command, its arguments in the transaction's.
#[derive(Clone, Copy, Debug)]
struct Queued {
    command: CommandId,
    first: u32,
    count: u32,
}

impl Transaction {
    pub(crate) fn len(&self) -> usize {
        self.queued.len()
    }

    /// Whether its keys are in several slots.
    fn crosses_slots(&self) -> bool {
        let mut only = None;
        self.queued.iter().any(|queued| {
            let args = self.args.slice(queued.first, queued.count);
            let mut crosses = false;
            for_each_cluster_key(queued.command, args, |key| {
                crosses |= slot_of(key) != *only.get_or_insert(slot_of(key));
            });
            crosses
        })
    }

    /// A request was refused: nothing of the transaction will be executed.
    pub(crate) fn fail(&mut self) {
        *self = Self {
            failed: true,
            ..Self::default()
        };
    }
}

/// A watched key: what its version was, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Watched {
    pub slot: u16,
    pub db: u32,
    pub key: Box<[u8]>,
    pub version: u64,
    /// It was there when WATCH looked: that its time is over then is a change.
    pub existed: bool,
}

/// A transaction ready to be executed.
#[derive(Debug, Default)]
pub struct ExecRequest {
    queued: Vec<Queued>,
    args: OwnedArgs,
    watched: Vec<Watched>,
}

impl ExecRequest {
    /// Its commands with their arguments.
    pub(crate) fn commands(&self) -> impl Iterator<Item = (CommandId, Args<'_>)> {
        let queued = self.queued.iter();
        queued.map(|queued| {
            let args = self.args.slice(queued.first, queued.count);
            (queued.command, args)
        })
    }
}

impl Transaction {
    /// Whether something is true of any command that is queued.
    pub(crate) fn any(&self, is: impl Fn(CommandId) -> bool) -> bool {
        self.queued.iter().any(|queued| is(queued.command))
    }
}

/// A transaction in the middle of its execution at home.
pub(crate) struct Executing {
    multi: Box<Transaction>,
    passed: bool,
    /// The first command that was not executed.
    next: usize,
    caller: Caller,
    now_ms: i64,
    /// The session's output: what it has replied before, while the transaction's replies are
    /// written, and these while it waits.
    pub(crate) apart: Option<OutBuf>,
}

/// How EXEC goes on.
pub(crate) enum Plan {
    /// It was refused, or has run; the reply is written.
    Answered,
    /// It runs on this core with these slots.
    Slots(Vec<u16>),
    /// It runs on this core with every slot.
    Whole,
    /// It runs as a job of that core.
    Elsewhere(CoreId, Job),
}

impl Core {
    /// Queues a request of a transaction.
    pub(crate) fn enqueue_in_multi(
        &mut self,
        session: &mut Session,
        command: CommandId,
        request: &Request,
    ) {
        let args = session.requests.args(&session.input, request.span);
        let Some(multi) = &mut session.multi else {
            return;
        };
        if multi.failed {
            // It will be refused: nothing of it needs to be kept.
            self.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).simple("QUEUED")
            });
            return;
        }
        let first = multi.args.push(args);
        let queued_bytes = multi.args.bytes.len() as u64;
        multi.needs_memory |= needs_memory(command);
        multi.queued.push(Queued {
            command,
            first,
            count: args.len() as u32,
        });
        self.reply_to(session, |out, proto| {
            ReplyWriter::new(out, proto).simple("QUEUED")
        });
        if queued_bytes > self.control.settings.client_query_buffer_limit() {
            self.stats.query_buffer_disconnections += 1;
            session.closing = true;
            session.kill = true;
        }
    }

    /// Decides where a session's transaction runs: where most of its slots are, but at home if it
    /// needs all of them, or a command of it concerns the session.
    pub(crate) fn exec_plan(&mut self, session: &mut Session) -> Plan {
        let Some(multi) = &session.multi else {
            self.fail(session, &ReplyError::new("ERR EXEC without MULTI"));
            return Plan::Answered;
        };
        if multi.failed {
            session.multi = None;
            self.unwatch_all(session);
            self.fail(session, &ReplyError::EXEC_ABORT);
            return Plan::Answered;
        }
        if self.control.settings.cluster_enabled() && multi.crosses_slots() {
            session.multi = None;
            self.unwatch_all(session);
            self.fail(session, &ReplyError::CROSSSLOT);
            return Plan::Answered;
        }
        let waits = self.cores > 1;
        let whole = multi.queued.iter().any(|queued| {
            let args = multi.args.slice(queued.first, queued.count);
            needs_whole(queued.command, args) || waits && asks_all(queued.command, args)
        });
        if whole && self.may_run_whole_at_once() {
            self.with_all_slots(|core, view| core.run_exec_at_home(session, view));
            return Plan::Answered;
        }
        if whole {
            return Plan::Whole;
        }
        let mut slots: Vec<u16> = session.watched.iter().map(|watched| watched.slot).collect();
        for queued in &multi.queued {
            let args = multi.args.slice(queued.first, queued.count);
            if queued.command == CommandId::PubsubNumsub {
                slots.extend(args.tail(2).iter().map(slot_of));
            }
            for_each_key(queued.command, args, |key| slots.push(slot_of(key)));
        }
        slots.sort_unstable();
        slots.dedup();
        let at_home = multi.queued.iter().any(|queued| needs_home(queued.command));
        let coordinator = self.busiest_owner(&slots);
        if at_home || coordinator == self.id {
            return Plan::Slots(slots);
        }
        let Some(multi) = session.multi.take() else {
            return Plan::Answered;
        };
        let exec = Box::new(ExecRequest {
            queued: multi.queued,
            args: multi.args,
            watched: std::mem::take(&mut session.watched),
        });
        let caller = session.caller(self.id);
        Plan::Elsewhere(
            coordinator,
            Job {
                caller,
                slots,
                body: JobBody::Exec(exec),
                waiter: None,
            },
        )
    }

    /// Runs a session's transaction on its home core, with everything it needs in the view.
    pub(crate) fn run_exec_at_home(&mut self, session: &mut Session, view: &mut SlotView<'_>) {
        let apart = self.bodies.keeps_history();
        let Some(mut exec) = self.begin_exec(session, view, apart) else {
            return;
        };
        self.execute_queued(session, &mut exec, view);
        debug_assert!(session.is_idle(), "a transaction waits without all slots");
        self.end_exec(session, exec);
    }

    /// Begins a transaction; with `apart`, its replies are not mixed with those before.
    pub(crate) fn begin_exec(
        &mut self,
        session: &mut Session,
        view: &mut SlotView<'_>,
        apart: bool,
    ) -> Option<Executing> {
        let multi = session.multi.take()?;
        let watched = std::mem::take(&mut session.watched);
        let count = multi.queued.len();
        self.bodies.exec_bytes = header_bytes(count);
        let passed = self.verdict(&watched, view);
        let exec = Executing {
            next: if passed { 0 } else { count },
            multi,
            passed,
            caller: session.caller(self.id),
            now_ms: view.now_ms(self.now_ms),
            apart: apart.then(|| std::mem::take(&mut session.out)),
        };
        session.in_exec = true;
        session.exec_commands = Some(count);
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            if passed {
                reply.array(count);
            } else {
                reply.null_array();
            }
        });
        Some(exec)
    }

    /// Executes its commands, until one waits or none is left.
    pub(crate) fn execute_queued(
        &mut self,
        session: &mut Session,
        exec: &mut Executing,
        view: &mut SlotView<'_>,
    ) {
        while let Some(queued) = exec.multi.queued.get(exec.next) {
            exec.next += 1;
            let args = exec.multi.args.slice(queued.first, queued.count);
            self.exec_one_at_home(session, queued.command, args, view);
            if !session.is_idle() {
                return;
            }
        }
        if exec.passed {
            self.charge_exec(view);
        }
    }

    /// Ends it: what it has done bears the stamp of this turn.
    pub(crate) fn end_exec(&mut self, session: &mut Session, exec: Executing) {
        self.bodies.end_unit(Wrap::IfSeveral);
        self.bodies.position += 1;
        self.bodies.wrote = true;
        session.in_exec = false;
        session.exec_commands = Some(0);
        let Some(mut before) = exec.apart else {
            return;
        };
        if self.bodies.keeps_history() {
            let reply = crate::call::bytes_of(&mut session.out, &mut before);
            let event = exec_event(&exec.multi.queued, &exec.multi.args, exec.passed);
            self.bodies
                .record(event, Some(exec.caller), reply, exec.now_ms);
        } else {
            before.append_all(&mut session.out);
        }
        session.out = before;
    }

    fn report_of(&self, view: &mut SlotView<'_>) -> Box<CoreReport> {
        let mut held = Box::<CoreReport>::default();
        view.for_each(&mut |slot| held.count_slot(slot, self.now_ms));
        held
    }

    fn exec_one_at_home(
        &mut self,
        session: &mut Session,
        command: CommandId,
        args: Args<'_>,
        view: &mut SlotView<'_>,
    ) {
        let before_bytes = session.out.len_bytes();
        let timing = match binding(command) {
            Binding::Session(body) | Binding::Asking(body) => {
                let timing = self.bodies.begin(command);
                if is_of_slots(command) {
                    self.held_by_exec = Some(self.report_of(view));
                }
                body(self, session, args);
                self.held_by_exec = None;
                timing
            }
            Binding::SlotSession(body) => {
                let timing = self.bodies.begin(command);
                body(self, session, args, view);
                timing
            }
            _ => {
                let caller = session.caller(self.id);
                let mut out = session.take_out();
                self.exec_keys(command, args, &caller, session.scope, view, &mut out);
                session.give_out(out);
                self.mark_dirty(session);
                return;
            }
        };
        if session.is_idle() {
            self.end_home(session, timing, args, before_bytes);
        } else {
            let args = OwnedArgs::copy_of(args);
            session.asked = Some(Box::new(Asked { timing, args }));
        }
    }

    /// Runs a transaction of a session of another core; all its commands are on keys.
    pub(crate) fn run_exec(
        &mut self,
        exec: &ExecRequest,
        caller: &Caller,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) -> Outcome {
        let now_ms = view.now_ms(self.now_ms);
        let mut replies = OutBuf::new();
        let passed = self.verdict(&exec.watched, view);
        if passed {
            ReplyWriter::new(&mut replies, caller.proto).array(exec.queued.len());
            self.bodies.exec_bytes = header_bytes(exec.queued.len());
            for (command, args) in exec.commands() {
                self.exec_keys(command, args, caller, Scope::ALL, view, &mut replies);
            }
            self.charge_exec(view);
        } else {
            ReplyWriter::new(&mut replies, caller.proto).null_array();
        }
        self.bodies.end_unit(Wrap::IfSeveral);
        if self.bodies.keeps_history() {
            let reply = crate::call::bytes_of(&mut replies, out);
            let event = exec_event(&exec.queued, &exec.args, passed);
            self.bodies.record(event, Some(*caller), reply, now_ms);
        } else {
            out.append_all(&mut replies);
        }
        Outcome::Done
    }

    /// A command of a transaction that works on keys or channels.
    fn exec_keys(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        scope: Scope,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) {
        match binding(command) {
            Binding::Keys(body) => {
                let now_ms = view.now_ms(self.now_ms);
                let call = Call {
                    command,
                    body,
                    hash: None,
                    in_exec: true,
                    now_ms,
                };
                self.bodies.call(call, view.reborrow(), args, caller, out);
                self.charge_in_exec(view);
            }
            Binding::Publish => self.publish(args, caller, view, out),
            Binding::Whole | Binding::EachCore(_) | Binding::InSlot => {
                self.call_whole(command, args, caller, scope, view, out);
            }
            Binding::Session(_)
            | Binding::Asking(_)
            | Binding::SlotSession(_)
            | Binding::Missing => {
                debug_assert!(false, "{} away from home", command.full_name());
            }
        }
    }

    /// Whether all watched keys are as they were; ends the watches.
    fn verdict(&mut self, watched: &[Watched], view: &mut SlotView<'_>) -> bool {
        let now_ms = view.now_ms(self.now_ms);
        let mut unchanged = true;
        let mut over_cores = false;
        for watch in watched {
            over_cores |= self.map.owner(watch.slot) != self.id;
            let Some(slot) = view.slot(watch.slot) else {
                continue;
            };
            unchanged &= slot.watch_version(watch.db, &watch.key) == watch.version;
            unchanged &= !watch.existed || !is_expired(slot, watch.db, &watch.key, now_ms);
            slot.unwatch(watch.db, &watch.key);
        }
        if !unchanged && over_cores {
            self.marks.hit(Mark::WatchLostOverCores);
        }
        unchanged
    }

    /// WATCH, with the slots of its keys in the view.
    pub(crate) fn watch(&mut self, session: &mut Session, args: Args<'_>, view: &mut SlotView<'_>) {
        if session.multi.is_some() {
            self.fail(
                session,
                &ReplyError::new("ERR WATCH inside MULTI is not allowed"),
            );
            return;
        }
        session.exec_commands = session.exec_commands.or(Some(0));
        let now_ms = view.now_ms(self.now_ms);
        for key in args.tail(1) {
            let (slot, db) = (slot_of(key), session.db);
            let same = |w: &Watched| w.slot == slot && w.db == db && *w.key == *key;
            if session.watched.iter().any(same) {
                continue;
            }
            let Some(content) = view.slot(slot) else {
                continue;
            };
            // A key past its time goes now: its disappearance later would look like a change.
            if is_expired(content, db, key, now_ms) {
                self.bodies.slot_work(db, now_ms).expire(content, key);
            }
            let version = content.watch(db, key);
            let existed = exists(content, db, key);
            session.watched.push(Watched {
                slot,
                db,
                key: key.into(),
                version,
                existed,
            });
        }
        self.bodies
            .record_request(CommandId::Watch, args, session.caller(self.id), now_ms);
        self.ok(session);
    }

    /// Ends all watches of a session.
    pub(crate) fn unwatch_all(&mut self, session: &mut Session) {
        for watch in std::mem::take(&mut session.watched) {
            self.note(
                watch.slot,
                SlotNote::Unwatch {
                    db: watch.db,
                    key: watch.key,
                },
            );
        }
    }
}

fn exec_event(queued: &[Queued], args: &OwnedArgs, passed: bool) -> Event {
    let commands = passed.then(|| {
        queued
            .iter()
            .map(|queued| plain(args.slice(queued.first, queued.count)))
            .collect()
    });
    Event::Exec { commands }
}

/// MULTI.
pub(crate) fn multi(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    if session.multi.is_some() {
        core.fail(
            session,
            &ReplyError::new("ERR MULTI calls can not be nested"),
        );
    } else {
        session.multi = Some(Box::default());
        session.exec_commands = Some(0);
        core.ok(session);
    }
    Flow::Done
}

/// DISCARD.
pub(crate) fn discard(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    if session.multi.take().is_none() {
        core.fail(session, &ReplyError::new("ERR DISCARD without MULTI"));
    } else {
        core.unwatch_all(session);
        core.ok(session);
    }
    Flow::Done
}

/// UNWATCH.
pub(crate) fn unwatch(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    core.unwatch_all(session);
    core.ok(session);
    Flow::Done
}

/// EXEC, with all slots in the view.
pub(crate) fn exec(
    core: &mut Core,
    session: &mut Session,
    _args: Args<'_>,
    view: &mut SlotView<'_>,
) {
    core.run_exec_at_home(session, view);
}

fn exists(slot: &Slot, db: u32, key: &[u8]) -> bool {
    let hash = slot.hash(key);
    slot.table(db)
        .is_some_and(|table| table.contains(key, hash))
}

/// Whether a key is there and past its time.
fn is_expired(slot: &mut Slot, db: u32, key: &[u8], now_ms: i64) -> bool {
    let hash = slot.hash(key);
    slot.table(db).is_some()
        && matches!(slot.table_mut(db).find(key, hash, now_ms), Lookup::Expired)
}

/// Whether an asking command tells what is in slots, which a transaction has in hand.
fn is_of_slots(command: CommandId) -> bool {
    matches!(
        command,
        CommandId::Info | CommandId::MemoryStats | CommandId::MemoryDoctor
    )
}

/// Whether the slots of a command are not known before it is executed.
fn needs_whole(command: CommandId, args: Args<'_>) -> bool {
    match binding(command) {
        Binding::Whole | Binding::EachCore(_) | Binding::InSlot => true,
        Binding::Keys(_) => reaches_everywhere(command, args),
        Binding::SlotSession(_) => {
            // Without a channel, UNSUBSCRIBE is for all that the session has by then.
            command == CommandId::Debug || command == CommandId::Unsubscribe && args.len() == 1
        }
        _ => false,
    }
}

/// Whether a command waits for all other cores.
fn asks_all(command: CommandId, args: Args<'_>) -> bool {
    match binding(command) {
        Binding::Asking(_) => true,
        Binding::SlotSession(_) => {
            matches!(command, CommandId::Subscribe | CommandId::Unsubscribe)
                && args.tail(1).iter().any(is_event_channel)
        }
        _ => false,
    }
}

fn needs_home(command: CommandId) -> bool {
    matches!(
        binding(command),
        Binding::Session(_) | Binding::Asking(_) | Binding::SlotSession(_)
    )
}
