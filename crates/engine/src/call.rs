//! Calling a command body: everything a body is given, and what is noted about it afterwards.
//!
//! Must never know where the slots came from, nor where the reply goes.

use command_table::{CommandId, Flags};
use commands::slots::{self, Drawn, SlotWork};
use commands::{BlockOn, Body, BodySettings, CommandContext, Effects, SessionFacts};
use keyspace::{KeyspaceStats, Slot, SlotView};
use mesh::CoreId;
use resp::{Args, OutBuf, ReplyError, ReplyWriter, Segment};
use settings::Param;
use std::sync::Arc;
use stdx::hash::KeyHasher;
use stdx::rng::Rng;

use crate::command_log::{LogKind, LogLimits, Unfinished};
use crate::history::{Event, History, Record, plain};
use crate::latency::{LatencyEvent, LatencyMonitor};
use crate::message::{Caller, Habits};
use crate::replication::{Told, Wrap};
use crate::shared::ControlState;
use crate::slot_load::{Charge, request_bytes};
use crate::stats::{CommandStats, is_short};
use crate::stopwatch::{Stopwatch, Timing};

/// What every body shares on one core.
pub(crate) struct Bodies {
    pub(crate) core: CoreId,
    pub(crate) hasher: KeyHasher,
    pub(crate) settings: Arc<BodySettings>,
    pub(crate) effects: Effects,
    pub(crate) keyspace_stats: KeyspaceStats,
    pub(crate) command_stats: CommandStats,
    pub(crate) rng: Rng,
    pub(crate) history: Option<Box<History>>,
    /// Something of this turn changed a slot, so that the turn takes a stamp of its own.
    pub(crate) wrote: bool,
    /// Bodies called in this turn.
    pub(crate) position: u32,
    /// Replies while a history is kept.
    scratch: OutBuf,
    pub(crate) stopwatch: Stopwatch,
    pub(crate) log_limits: LogLimits,
    /// Durations are kept (`latency-tracking`).
    latency_tracking: bool,
    /// Entries of the logs that their sessions' cores have to complete.
    pub(crate) unfinished: Vec<Unfinished>,
    pub(crate) latency: LatencyMonitor,
    /// What the last body has cost, if that is to be charged to its slot.
    pub(crate) charge: Option<Charge>,
    /// Every request's bytes are counted (`cluster-slot-stats-enabled`).
    pub(crate) slot_stats: bool,
    /// Bytes that the transaction in hand has replied, as far as they are counted.
    pub(crate) exec_bytes: u64,
    /// What the turn has done, for replicas.
    pub(crate) told: Told,
    /// What the last request that was timed took, in nanoseconds.
    last_ns: u64,
}

/// How a body is called.
#[derive(Clone, Copy)]
pub(crate) struct Call {
    pub(crate) command: CommandId,
    pub(crate) body: Body,
    /// Hash of the request's key, if it has but one and that is known.
    pub(crate) hash: Option<u64>,
    /// Inside EXEC: nothing may block, and the history has the transaction as one event.
    pub(crate) in_exec: bool,
    pub(crate) now_ms: i64,
}

impl Call {
    /// A request of its own, outside of a transaction.
    #[inline]
    pub(crate) fn alone(command: CommandId, body: Body, now_ms: i64) -> Self {
        Self {
            command,
            body,
            hash: None,
            in_exec: false,
            now_ms,
        }
    }

    /// As `alone`, for a request in one slot, `hash` being that of its first key.
    #[inline]
    pub(crate) fn in_slot(command: CommandId, body: Body, now_ms: i64, hash: u64) -> Self {
        let hash = command_table::only_key(command).map(|_| hash);
        Self {
            hash,
            ..Self::alone(command, body, now_ms)
        }
    }
}

impl Bodies {
    pub(crate) fn new(
        core: CoreId,
        hasher: KeyHasher,
        control: &ControlState,
        seed: u64,
        history: bool,
        stopwatch: Stopwatch,
    ) -> Self {
        let mut bodies = Self {
            core,
            hasher,
            settings: Arc::clone(&control.bodies),
            effects: Effects::default(),
            keyspace_stats: KeyspaceStats::default(),
            command_stats: CommandStats::default(),
            rng: Rng::new(seed),
            history: history.then(Box::default),
            wrote: false,
            position: 0,
            scratch: OutBuf::new(),
            stopwatch,
            log_limits: LogLimits::of(&control.settings),
            latency_tracking: true,
            unfinished: Vec::new(),
            latency: LatencyMonitor::default(),
            charge: None,
            slot_stats: false,
            exec_bytes: 0,
            told: Told::default(),
            last_ns: 0,
        };
        bodies.adopt(control);
        bodies
    }

    /// Takes over what bodies, times and logs need of a control version.
    pub(crate) fn adopt(&mut self, control: &ControlState) {
        self.settings = Arc::clone(&control.bodies);
        self.log_limits = LogLimits::of(&control.settings);
        self.latency_tracking = control.settings.flag(Param::LatencyTracking);
        let threshold_ms = control.settings.int(Param::LatencyMonitorThreshold);
        self.latency.threshold_ms = u64::try_from(threshold_ms).unwrap_or(0);
        self.effects
            .events
            .set_wanted(crate::key_events::wanted_classes(&control.settings));
        self.slot_stats = control.settings.flag(Param::ClusterSlotStatsEnabled);
        self.stopwatch.every = self.log_limits.wants_every_command() || self.slot_stats;
    }

    /// A command is about to be executed: begins to take its time if that is wanted. `end` follows,
    /// unless the command waits.
    #[inline]
    pub(crate) fn begin(&mut self, command: CommandId) -> Timing {
        self.stopwatch.current = Some(command);
        let weight = if self.stopwatch.every {
            1
        } else {
            self.command_stats.weight(command)
        };
        self.stopwatch.start(command, weight)
    }

    /// Counts a command whose time is not taken.
    pub(crate) fn count(&mut self, command: CommandId) {
        self.stopwatch.current = Some(command);
        self.command_stats.called(command);
    }

    /// The command has been executed: counts it.
    #[inline]
    pub(crate) fn end(&mut self, timing: Timing, args: Args<'_>, caller: &Caller) {
        self.command_stats.called(timing.command);
        if timing.weight > 0 {
            self.note_time(&timing, args, caller);
        }
    }

    fn note_time(&mut self, timing: &Timing, args: Args<'_>, caller: &Caller) {
        let ns = self.stopwatch.stop(timing);
        self.last_ns = ns;
        let command = timing.command;
        self.command_stats
            .took(command, ns, timing.weight, self.latency_tracking);
        let fast = command.spec().flags.contains(Flags::FAST);
        self.latency.note(
            if fast {
                LatencyEvent::FastCommand
            } else {
                LatencyEvent::Command
            },
            ns,
        );
        if self.log_limits.is_slow(ns) {
            let us = i64::try_from(ns / 1000).unwrap_or(i64::MAX);
            let entry = Unfinished::of(LogKind::Slow, us, (command, args), caller);
            self.unfinished.extend(entry);
        }
    }

    /// Logs a reply of so many bytes if that is large.
    #[inline]
    pub(crate) fn note_reply(
        &mut self,
        bytes: usize,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
    ) {
        if bytes as u64 >= self.log_limits.reply_bytes {
            let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
            let entry = Unfinished::of(LogKind::LargeReply, bytes, (command, args), caller);
            self.unfinished.extend(entry);
        }
    }

    /// Calls a body. Its reply, or its error, goes to `out`. Returns what it waits for, if it
    /// found nothing and may wait.
    #[inline(always)]
    pub(crate) fn call(
        &mut self,
        call: Call,
        view: SlotView<'_>,
        args: Args<'_>,
        caller: &Caller,
        out: &mut OutBuf,
    ) -> Option<BlockOn> {
        self.position += 1;
        if self.history.is_some() && !call.in_exec {
            return self.call_recorded(call, view, args, caller, out);
        }
        let block = self.call_plain(call, view, args, caller, out);
        if !self.effects.is_empty() && !call.in_exec {
            self.end_unit(Wrap::IfSeveral);
        }
        block
    }

    /// What has been collected of effects is that of one unit of work, which is over.
    #[cold]
    pub(crate) fn end_unit(&mut self, wrap: Wrap) {
        if self.effects.is_empty() {
            return;
        }
        // Also of what only read and found that a key's time was over.
        self.wrote = true;
        self.position = self.position.max(1);
        self.told.add(&self.effects, wrap);
        self.effects.clear();
    }

    #[inline(always)]
    fn call_plain(
        &mut self,
        call: Call,
        mut view: SlotView<'_>,
        args: Args<'_>,
        caller: &Caller,
        out: &mut OutBuf,
    ) -> Option<BlockOn> {
        self.wrote |= call.command.spec().flags.contains(Flags::WRITE);
        let before_bytes = out.len_bytes();
        let timing = self.begin(call.command);
        let sees_expired = self.sees_expired(caller.habits);
        let mut context = CommandContext {
            keys: view.reborrow(),
            db: caller.db,
            now_ms: call.now_ms,
            hasher: self.hasher,
            hash: call.hash,
            reply: ReplyWriter::new(out, caller.proto),
            effects: &mut self.effects,
            stats: &mut self.keyspace_stats,
            settings: &self.settings,
            rng: &mut self.rng,
            session: SessionFacts {
                no_touch: caller.habits.no_touch(),
                sees_expired,
                deny_blocking: call.in_exec,
            },
            block: None,
        };
        let result = (call.body)(&mut context, args);
        let block = context.block.take();
        if block.is_some() {
            return block;
        }
        if let Err(error) = result {
            self.fail(call.command, &error, caller, out);
        }
        self.end(timing, args, caller);
        let reply_bytes = out.len_bytes() - before_bytes;
        self.note_reply(reply_bytes, call.command, args, caller);
        if timing.weight == 1 {
            self.note_charge(call.command, args, reply_bytes);
        }
        None
    }

    /// The request was timed for itself: its slot bears what it has cost.
    #[cold]
    fn note_charge(&mut self, command: CommandId, args: Args<'_>, reply_bytes: usize) {
        let dear = !is_short(command);
        if dear || self.slot_stats {
            let bytes = (request_bytes(args), reply_bytes as u64);
            self.charge = Some(Charge {
                ns: self.last_ns,
                dear,
                bytes: self.slot_stats.then_some(bytes),
            });
        }
    }

    #[cold]
    fn fail(&mut self, command: CommandId, error: &ReplyError, caller: &Caller, out: &mut OutBuf) {
        self.command_stats.failed(command);
        self.command_stats.error(error.text());
        ReplyWriter::new(out, caller.proto).fail(error);
    }

    #[cold]
    fn call_recorded(
        &mut self,
        call: Call,
        view: SlotView<'_>,
        args: Args<'_>,
        caller: &Caller,
        out: &mut OutBuf,
    ) -> Option<BlockOn> {
        let mut scratch = std::mem::take(&mut self.scratch);
        let block = self.call_plain(call, view, args, caller, &mut scratch);
        self.end_unit(Wrap::IfSeveral);
        let (command, plain_args) = (call.command, plain(args));
        let event = match block {
            Some(_) => Event::Blocked {
                command,
                args: plain_args,
            },
            None => Event::Request {
                command,
                args: plain_args,
            },
        };
        let reply = bytes_of(&mut scratch, out);
        self.scratch = scratch;
        self.record(event, Some(*caller), reply, call.now_ms);
        block
    }

    /// Adds a request to the history, if one is kept, that no plain body executes. Its reply is
    /// not recorded.
    pub(crate) fn record_request(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: Caller,
        now_ms: i64,
    ) {
        if self.history.is_some() {
            let event = Event::Request {
                command,
                args: plain(args),
            };
            self.record(event, Some(caller), Vec::new(), now_ms);
        }
    }

    /// Adds an event to the history, if one is kept.
    pub(crate) fn record(
        &mut self,
        event: Event,
        caller: Option<Caller>,
        reply: Vec<u8>,
        now_ms: i64,
    ) {
        let (core, position) = (self.core, self.position);
        if let Some(history) = &mut self.history {
            history.push(Record {
                stamp: 0,
                reads_only: false,
                core,
                position,
                now_ms,
                caller,
                event,
                reply,
            });
        }
    }

    /// Whether keys whose time is over are there for a session still.
    pub(crate) fn sees_expired(&self, habits: Habits) -> bool {
        habits.imports() && self.settings.keeps_expired
    }

    /// The time for a session that looks at whether keys are there.
    pub(crate) fn seen_ms(&self, habits: Habits, now_ms: i64) -> i64 {
        commands::seen_ms(self.sees_expired(habits), now_ms)
    }

    /// What a walk over slots is done with.
    pub(crate) fn slot_work(&mut self, db: u32, now_ms: i64) -> SlotWork<'_> {
        SlotWork {
            db,
            now_ms,
            settings: &self.settings,
            stats: &mut self.keyspace_stats,
            effects: &mut self.effects,
        }
    }

    /// A key of a slot, each with the same chance.
    pub(crate) fn random_key(&mut self, slot: &mut Slot, db: u32, now_ms: i64) -> Option<Drawn> {
        let mut work = SlotWork {
            db,
            now_ms,
            settings: &self.settings,
            stats: &mut self.keyspace_stats,
            effects: &mut self.effects,
        };
        let mut expired: Vec<Vec<u8>> = Vec::new();
        let key = slots::random_key_slot(slot, &mut work, &mut self.rng, &mut |key| {
            expired.push(key.to_vec());
        });
        // The key that is told is no write, but what went on the way there is.
        for key in expired {
            self.wrote = true;
            self.position += 1;
            self.record(Event::Expired { db, key }, None, Vec::new(), now_ms);
        }
        key
    }

    pub(crate) fn keeps_history(&self) -> bool {
        self.history.is_some()
    }

    /// Something is to be given the turn's stamp: a body was called, or an event recorded.
    pub(crate) fn wants_stamp(&self) -> bool {
        self.position > 0
            || self
                .history
                .as_ref()
                .is_some_and(|history| history.has_unstamped())
    }
}

/// Copies what `from` holds, then moves it behind `to`.
pub(crate) fn bytes_of(from: &mut OutBuf, to: &mut OutBuf) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(from.len_bytes());
    for segment in from.take_segments() {
        bytes.extend_from_slice(segment.as_slice());
        match segment {
            Segment::Chunk(chunk) => to.append(&chunk),
            Segment::Shared(value) => to.append_shared(value),
        }
    }
    bytes
}
