//! MULTI, EXEC, DISCARD, WATCH, UNWATCH.
//!
//! A transaction is a command over the slots of all its keys and of all watched keys: its verdict
//! is read in the boxes it holds, so that no write can come between verdict and body. Must never
//! execute a part of a transaction.

use command_table::CommandId;
use keyspace::{Lookup, Slot, SlotView};
use mesh::CoreId;
use resp::{Args, OutBuf, ReplyError, ReplyWriter};
use stdx::slot::slot_of;

use crate::call::Call;
use crate::core::Core;
use crate::dispatch::{Binding, Flow, binding};
use crate::history::{Event, plain};
use crate::marks::Mark;
use crate::message::{Caller, Job, JobBody, Outcome, OwnedArgs, SlotNote};
use crate::report::CoreReport;
use crate::route::for_each_key;
use crate::session::{Request, Session};

/// A transaction being queued.
#[derive(Debug, Default)]
pub(crate) struct Transaction {
    queued: Vec<Queued>,
    args: OwnedArgs,
    /// A request was refused while queueing: EXEC will refuse the whole.
    pub(crate) failed: bool,
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

/// How EXEC goes on.
pub(crate) enum Plan {
    /// It was refused, or has run; the reply is written.
    Answered,
    /// It runs on this core with these slots.
    Slots(Vec<u16>),
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

    /// Decides where a session's transaction runs: where most of its slots are, but at home if a
    /// command of it concerns the session.
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
        let whole = multi
            .queued
            .iter()
            .any(|queued| needs_whole(queued.command));
        if whole && self.may_run_whole_at_once() {
            self.with_all_slots(|core, view| core.run_exec_at_home(session, view));
            return Plan::Answered;
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
        if !whole && (at_home || coordinator == self.id) {
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
        let (to, body) = if whole {
            (crate::conductor::CONDUCTOR, JobBody::ExecWhole(exec))
        } else {
            (coordinator, JobBody::Exec(exec))
        };
        Plan::Elsewhere(
            to,
            Job {
                caller,
                slots,
                body,
                waiter: None,
            },
        )
    }

    /// Runs a session's transaction on its home core, with everything it needs in the view.
    pub(crate) fn run_exec_at_home(&mut self, session: &mut Session, view: &mut SlotView<'_>) {
        let Some(multi) = session.multi.take() else {
            return;
        };
        let watched = std::mem::take(&mut session.watched);
        let now_ms = view.now_ms(self.now_ms);
        let mut before = self.begin_record(session);
        let caller = session.caller(self.id);
        let passed = self.verdict(&watched, view);
        session.in_exec = true;
        session.exec_commands = Some(multi.queued.len());
        if passed {
            self.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).array(multi.queued.len());
            });
            for queued in &multi.queued {
                let args = multi.args.slice(queued.first, queued.count);
                self.exec_one_at_home(session, queued.command, args, view);
            }
        } else {
            self.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).null_array()
            });
        }
        session.in_exec = false;
        session.exec_commands = Some(0);
        if let Some(before) = &mut before {
            let reply = crate::call::bytes_of(&mut session.out, before);
            std::mem::swap(&mut session.out, before);
            let event = exec_event(&multi.queued, &multi.args, passed);
            self.bodies.record(event, Some(caller), reply, now_ms);
        }
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
        match binding(command) {
            Binding::Session(body) => {
                let before_bytes = session.out.len_bytes();
                let timing = self.bodies.begin(command);
                if command == CommandId::Info {
                    self.held_by_exec = Some(self.report_of(view));
                }
                let flow = body(self, session, args);
                self.held_by_exec = None;
                self.end_home(session, timing, args, before_bytes);
                debug_assert!(
                    matches!(flow, Flow::Done),
                    "{} waits in EXEC",
                    command.name()
                );
            }
            Binding::SlotSession(body) => {
                let before_bytes = session.out.len_bytes();
                let timing = self.bodies.begin(command);
                body(self, session, args, view);
                self.end_home(session, timing, args, before_bytes);
            }
            _ => {
                let caller = session.caller(self.id);
                let mut out = session.take_out();
                self.exec_keys(command, args, &caller, view, &mut out);
                session.give_out(out);
                self.mark_dirty(session);
            }
        }
    }

    /// Runs a transaction of a session of another core, or one that needs every slot.
    pub(crate) fn run_exec(
        &mut self,
        exec: &ExecRequest,
        caller: &Caller,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) -> Outcome {
        let now_ms = view.now_ms(self.now_ms);
        let mut caller_now = *caller;
        let mut replies = OutBuf::new();
        let passed = self.verdict(&exec.watched, view);
        if passed {
            ReplyWriter::new(&mut replies, caller.proto).array(exec.queued.len());
            for queued in &exec.queued {
                let args = exec.args.slice(queued.first, queued.count);
                if !self.exec_sessionless(queued.command, args, &mut caller_now, &mut replies) {
                    self.exec_keys(queued.command, args, &caller_now, view, &mut replies);
                }
            }
        } else {
            ReplyWriter::new(&mut replies, caller.proto).null_array();
        }
        if self.bodies.keeps_history() {
            let reply = crate::call::bytes_of(&mut replies, out);
            let event = exec_event(&exec.queued, &exec.args, passed);
            self.bodies.record(event, Some(*caller), reply, now_ms);
        } else {
            out.append_all(&mut replies);
        }
        Outcome::Selected(caller_now.db)
    }

    /// A command of a transaction that works on keys or channels.
    fn exec_keys(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) {
        match binding(command) {
            Binding::Keys(body) => {
                let now_ms = view.now_ms(self.now_ms);
                let call = Call {
                    command,
                    body,
                    in_exec: true,
                    now_ms,
                };
                self.bodies.call(call, view.reborrow(), args, caller, out);
            }
            Binding::Publish => self.publish(args, caller, view, out),
            Binding::Whole | Binding::EachCore(_) | Binding::Scan => {
                self.call_whole(command, args, caller, view, out);
            }
            Binding::Session(_) | Binding::SlotSession(_) | Binding::Missing => {
                let text = format!(
                    "ERR '{}' cannot be executed on another core in a transaction with a command \
                     over all keys",
                    command.full_name().replace('|', " ")
                );
                ReplyWriter::new(out, caller.proto).error(&text);
            }
        }
    }

    /// Commands that concern the session but need nothing of it.
    fn exec_sessionless(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &mut Caller,
        out: &mut OutBuf,
    ) -> bool {
        let mut reply = ReplyWriter::new(out, caller.proto);
        match command {
            CommandId::Select => match self.database(args.get(1)) {
                Ok(db) => {
                    caller.db = db;
                    reply.ok();
                }
                Err(error) => reply.fail(&error),
            },
            CommandId::Echo => reply.bulk(args.get(1)),
            CommandId::Ping if args.len() == 1 => reply.simple("PONG"),
            CommandId::Ping => reply.bulk(args.get(1)),
            _ => return false,
        }
        self.bodies.count(command);
        true
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

    /// While a history is kept, a transaction's replies are set apart to be recorded.
    fn begin_record(&mut self, session: &mut Session) -> Option<OutBuf> {
        self.bodies.position += 1;
        self.bodies.wrote = true;
        self.bodies
            .keeps_history()
            .then(|| std::mem::take(&mut session.out))
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

fn needs_whole(command: CommandId) -> bool {
    command == CommandId::Debug
        || matches!(
            binding(command),
            Binding::Whole | Binding::EachCore(_) | Binding::Scan
        )
}

fn needs_home(command: CommandId) -> bool {
    matches!(
        binding(command),
        Binding::Session(_) | Binding::SlotSession(_)
    )
}
