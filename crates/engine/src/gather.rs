//! Questions that every core answers for itself: KEYS, DBSIZE, RANDOMKEY, CLIENT LIST, INFO.
//!
//! An answer over slots is given slot by slot and waits at a lent slot, because lent is never
//! empty; it is consistent per slot, not over all. The asker divides the slots among the cores;
//! what a core does not own any more when it comes to it, the asker asks the next owner for. So
//! every slot is looked at exactly once, however they move. Must never stop a core for longer than
//! a slice.

use std::sync::Arc;

use command_table::CommandId;
use commands::slots;
use keyspace::Slot;
use mesh::{Claim, ClaimWinner, CoreId};
use resp::ReplyWriter;

use crate::call::Bodies;
use crate::command_log::{LogEntry, LogKind};
use crate::core::Core;
use crate::dispatch::Flow;
use crate::hand_off::PastMove;
use crate::keyspace_wide::draw;
use crate::latency::{LatencyEvent, LatencySeries};
use crate::marks::Mark;
use crate::message::{Message, SessionId};
use crate::owner::{Parked, by_core};
use crate::place::{Division, Place};
use crate::report::CoreReport;
use crate::session::{Session, State};
use crate::session_commands::client_filter::Filter;
use crate::session_commands::slot_stats::SlotFigures;

/// Keys looked at before a task lets others have a go.
const SLICE_KEYS_MAX: usize = 8192;

/// All cores are asked so often at most about sessions, however these move meanwhile.
const ROUNDS_MAX: u32 = 16;

/// What is asked.
#[derive(Clone, Debug)]
pub enum Question {
    /// Number of keys of a database.
    Count { db: u32 },
    /// Keys of a database that match a pattern.
    Keys {
        db: u32,
        pattern: Vec<u8>,
        sees_expired: bool,
    },
    /// One key of a database, any.
    Random { db: u32, sees_expired: bool },
    /// Lines of CLIENT LIST.
    Clients(Filter),
    /// CLIENT KILL; counts those that were closed.
    Kill(Filter),
    /// CLIENT UNBLOCK; counts those that were waiting. Once it was, whoever is asked later finds
    /// nobody: it may have come from where it was unblocked.
    Unblock {
        client: u64,
        with_error: bool,
        done: Arc<Claim>,
    },
    /// Everything that INFO needs.
    Report,
    /// The latest hand-offs.
    Moves,
    /// Figures of these slots.
    SlotStats { first: u16, last: u16 },
    /// Figures of the slots that cost most.
    Load { count: usize },
    /// Channels with subscribers that match a pattern.
    Channels(Option<Vec<u8>>),
    /// Has a client go to another core; counts those that will.
    Move { client: u64, to: CoreId },
    /// What is under way, in words.
    Unfinished,
    /// Entries of a log of COMMANDLOG.
    CommandLog(LogKind),
    /// Empties it.
    ResetLog(LogKind),
    /// What the latency monitor has seen.
    Latency,
    /// Forgets the events named, or all; counts them.
    ResetLatency(Vec<Vec<u8>>),
    /// Gives back memory that is not used.
    GiveBack,
}

/// One core's part of an answer.
#[derive(Clone, Debug)]
pub enum Part {
    Count(u64),
    Keys(Vec<Vec<u8>>),
    /// Number of keys, and one of them, each with the same chance; of none, one whose time is over.
    Random(u64, Option<Vec<u8>>),
    /// CLIENT LIST lines by client id.
    Clients(Vec<(u64, Vec<u8>)>),
    Report(Box<CoreReport>),
    Moves(Vec<PastMove>),
    Slots(Vec<SlotFigures>),
    Channels(Vec<Vec<u8>>),
    Log(LogKind, Vec<LogEntry>),
    Latency(Vec<(LatencyEvent, LatencySeries)>),
}

/// What a core has found, and slots of its share that it does not own.
#[derive(Debug)]
pub struct Answer {
    pub part: Part,
    pub rest: Vec<u16>,
}

/// The slots that a core is to answer for.
#[derive(Clone, Debug)]
pub enum Share {
    /// The question is not over slots.
    None,
    /// Those that the division gives to it.
    Of(Division),
    /// These.
    Slots(Box<[u16]>),
}

/// A session's question in progress.
#[derive(Debug)]
pub(crate) struct Gathering {
    question: Arc<Question>,
    pub(crate) command: CommandId,
    /// What the command needs besides the parts (sections of INFO, for example).
    rest: Vec<Vec<u8>>,
    parts: Vec<Part>,
    missing: usize,
    /// How many sessions had moved when all cores were asked, if none was between two cores.
    moves: Option<u64>,
    /// How often they were asked.
    rounds: u32,
}

/// One core's work on an answer.
pub(crate) struct GatherTask {
    home: CoreId,
    session: SessionId,
    question: Arc<Question>,
    share: Share,
    /// The first slot, or place in the list of slots, not looked at yet.
    next: usize,
    answer: Answer,
}

impl Core {
    /// Asks all cores; the session waits. With one core the answer is there at once. In a
    /// transaction this core's part is.
    pub(crate) fn ask(
        &mut self,
        session: &mut Session,
        command: CommandId,
        question: Question,
        rest: Vec<Vec<u8>>,
    ) -> Flow {
        let question = Arc::new(question);
        let share = if question.is_over_slots() {
            Share::Of(self.map.division(session.scope))
        } else {
            Share::None
        };
        let mut gathering = Gathering {
            question: Arc::clone(&question),
            command,
            rest,
            parts: Vec::new(),
            missing: usize::from(self.cores),
            moves: self.settled_session_moves(),
            rounds: 1,
        };
        let asked = (Arc::clone(&question), share.clone());
        let mut own = GatherTask::new(self.id, session.id, asked);
        let at_once = self.cores == 1 || session.in_exec;
        if at_once {
            self.answer_all(&mut own, Some(session));
            if self.cores == 1 {
                self.write_answer(session, command, &gathering.rest, vec![own.answer.part]);
                return Flow::Done;
            }
            gathering.parts.push(own.answer.part);
            gathering.missing -= 1;
        } else {
            self.tasks.push_back(own);
        }
        self.ask_others(session.id, &question, &share, session.in_exec);
        session.state = State::Gathering(Box::new(gathering));
        Flow::Wait
    }

    fn ask_others(
        &mut self,
        session: SessionId,
        question: &Arc<Question>,
        share: &Share,
        in_exec: bool,
    ) {
        for core in 0..self.cores {
            if core != self.id {
                let message = Message::Gather {
                    session,
                    question: Arc::clone(question),
                    share: share.clone(),
                    in_exec,
                };
                self.send(core, message);
            }
        }
    }

    /// How many sessions have moved from core to core; nothing if one may be on its way.
    fn settled_session_moves(&self) -> Option<u64> {
        let begun = self.shared.session_moves.begun.load();
        Some(begun).filter(|&begun| self.shared.session_moves.ended.load() == begun)
    }

    /// Asks all cores again if a session may have been at none of them when each was asked.
    /// Returns whether that is so.
    fn ask_again(&mut self, session: &mut Session) -> bool {
        let State::Gathering(gathering) = &mut session.state else {
            return false;
        };
        let about = gathering.question.is_about_sessions() && !session.in_exec;
        let begun = self.shared.session_moves.begun.load();
        let missed = gathering.moves != Some(begun) && gathering.rounds < ROUNDS_MAX;
        // A client that was found has been found.
        let found = gathering.question.is_about_one() && sum(&gathering.parts) > 0;
        if !about || !missed || found {
            return false;
        }
        self.marks.hit(Mark::QuestionRepeated);
        gathering.rounds += 1;
        gathering.missing = usize::from(self.cores);
        // What was done and counted stays; what was told is told anew.
        gathering
            .parts
            .retain(|part| matches!(part, Part::Count(_)));
        let question = Arc::clone(&gathering.question);
        let moves = self.settled_session_moves();
        if let State::Gathering(gathering) = &mut session.state {
            gathering.moves = moves;
        }
        let asked = (Arc::clone(&question), Share::None);
        self.tasks
            .push_back(GatherTask::new(self.id, session.id, asked));
        self.ask_others(session.id, &question, &Share::None, false);
        true
    }

    /// Another core asks.
    pub(crate) fn gather_for(
        &mut self,
        home: CoreId,
        session: SessionId,
        asked: (Arc<Question>, Share),
        in_exec: bool,
    ) {
        let task = GatherTask::new(home, session, asked);
        if in_exec {
            self.run_task(task);
        } else {
            self.tasks.push_back(task);
        }
    }

    /// Gives each task a slice.
    pub(crate) fn run_tasks(&mut self) {
        if self.held() {
            return;
        }
        for _ in 0..self.tasks.len() {
            let Some(task) = self.tasks.pop_front() else {
                return;
            };
            self.run_task(task);
        }
    }

    /// Goes on with a task until it is done, its slice is, or it meets a slot that is lent or on
    /// its way here.
    pub(crate) fn run_task(&mut self, mut task: GatherTask) {
        if !task.question.is_over_slots() {
            self.answer_all(&mut task, None);
        }
        let mut keys = 0;
        while let Some(slot) = task.next_slot(self.id) {
            match self.directory.place(slot) {
                Place::Moved if self.elsewhere(slot).is_some() => task.answer.rest.push(slot),
                Place::Lent(_) | Place::Moved => {
                    self.park(slot, Parked::Task(Box::new(task)));
                    return;
                }
                Place::Here(_) | Place::Empty => {}
            }
            task.next += 1;
            if let Part::Slots(slots) = &mut task.answer.part {
                slots.push(self.slot_figures(slot));
                continue;
            }
            if let Some(content) = self.directory.peek_mut(slot) {
                keys += task.look(content, self.now_ms, &mut self.bodies);
            }
            if keys > SLICE_KEYS_MAX {
                self.tasks.push_back(task);
                return;
            }
        }
        if task.home == self.id {
            self.gathered(task.session, task.answer);
        } else {
            let message = Message::Gathered {
                session: task.session,
                answer: Box::new(task.answer),
            };
            self.send(task.home, message);
        }
    }

    /// Asks the owners of slots that have moved since they were divided. Returns how many.
    fn ask_on(&mut self, session: SessionId, question: &Arc<Question>, rest: &[u16]) -> usize {
        if !rest.is_empty() {
            self.marks.hit(Mark::QuestionReturned);
        }
        let owners = rest.iter().map(|&slot| (self.map.owner(slot), slot));
        let lists = by_core(owners.collect());
        let count = lists.len();
        for (core, slots) in lists {
            let (question, share) = (Arc::clone(question), Share::Slots(slots.into()));
            if core == self.id {
                let task = GatherTask::new(core, session, (question, share));
                self.tasks.push_back(task);
                continue;
            }
            let message = Message::Gather {
                session,
                question,
                share,
                in_exec: false,
            };
            self.send(core, message);
        }
        count
    }

    /// The whole part at once.
    fn answer_all(&mut self, task: &mut GatherTask, asker: Option<&mut Session>) {
        let question = Arc::clone(&task.question);
        match &*question {
            Question::Clients(filter) => {
                task.answer.part = Part::Clients(self.client_lines(filter, asker));
            }
            Question::Kill(filter) => {
                task.answer.part = Part::Count(self.kill_clients(filter, asker))
            }
            Question::Unblock {
                client,
                with_error,
                done,
            } => {
                let found = done.state().is_none()
                    && self.unblock_by_id(*client, *with_error)
                    && done.try_win(ClaimWinner::Unblocked);
                task.answer.part = Part::Count(u64::from(found));
            }
            Question::Move { client, to } => {
                let moves = self.move_client(*client, *to, asker);
                task.answer.part = Part::Count(u64::from(moves));
            }
            Question::Unfinished => {
                let lines = self
                    .unfinished()
                    .into_iter()
                    .map(|line| (0, line.into_bytes()));
                task.answer.part = Part::Clients(lines.collect());
            }
            Question::Report => {
                task.answer.part = Part::Report(Box::new(self.report(asker.as_deref())))
            }
            Question::Moves => {
                task.answer.part = Part::Moves(self.past_moves().copied().collect());
            }
            Question::Load { count } => {
                task.answer.part = Part::Slots(self.hottest_slots(*count));
            }
            Question::SlotStats { first, last } => {
                let slots = (*first..=*last).filter(|&slot| self.directory.owns(slot));
                task.answer.part = Part::Slots(slots.map(|s| self.slot_figures(s)).collect());
            }
            Question::Channels(pattern) => {
                let names = self.channel_names(pattern.as_deref());
                task.answer.part = Part::Channels(names);
            }
            Question::CommandLog(kind) => {
                task.answer.part =
                    Part::Log(*kind, self.logs.entries(*kind).iter().cloned().collect());
            }
            Question::ResetLog(kind) => self.logs.reset(*kind),
            Question::Latency => {
                let events = self.bodies.latency.events.iter();
                task.answer.part =
                    Part::Latency(events.map(|(event, s)| (*event, s.clone())).collect());
            }
            Question::ResetLatency(names) => {
                task.answer.part = Part::Count(self.bodies.latency.reset(names));
            }
            Question::GiveBack => {
                if let Some(process) = &self.memory.process {
                    process.give_back();
                }
            }
            Question::Count { .. } | Question::Keys { .. } | Question::Random { .. } => {
                self.look_at_all(task);
            }
        }
    }

    fn look_at_all(&mut self, task: &mut GatherTask) {
        for content in self.directory.contents_mut() {
            if task.is_for(self.id, content.number()) {
                task.look(content, self.now_ms, &mut self.bodies);
            }
        }
    }

    fn unblock_by_id(&mut self, client: u64, with_error: bool) -> bool {
        let id = self
            .sessions
            .iter()
            .find(|session| session.client_id == client)
            .map(|session| session.id);
        id.is_some_and(|id| self.unblock_client(id, with_error))
    }

    /// Channels with subscribers among this core's sessions, and those that have just left.
    fn channel_names(&self, pattern: Option<&[u8]>) -> Vec<Vec<u8>> {
        let fits = |name: &&[u8]| pattern.is_none_or(|p| stdx::glob::matches(p, name, false));
        let relays = self.session_moves.relays.values();
        let gone = relays.flat_map(|relay| relay.channels.iter().map(|name| &**name));
        let names = self.channels.names().chain(gone).filter(fits);
        names.map(<[u8]>::to_vec).collect()
    }

    /// A part arrived; with the last one the session has its reply.
    pub(crate) fn gathered(&mut self, id: SessionId, answer: Answer) {
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        if let State::Gathering(gathering) = &mut session.state {
            gathering.parts.push(answer.part);
            gathering.missing -= 1;
            if !answer.rest.is_empty() {
                let question = Arc::clone(&gathering.question);
                gathering.missing += self.ask_on(id, &question, &answer.rest);
            }
            if gathering.missing == 0 && self.ask_again(&mut session) {
                self.put_back(session);
                return;
            }
            if let State::Gathering(gathering) = &session.state
                && gathering.missing == 0
                && let State::Gathering(gathering) =
                    std::mem::replace(&mut session.state, State::Idle)
            {
                let Gathering {
                    command,
                    rest,
                    parts,
                    ..
                } = *gathering;
                self.answer_waiting(session, |core, session| {
                    core.write_answer(session, command, &rest, parts);
                });
                return;
            }
        }
        self.put_back(session);
    }

    fn write_answer(
        &mut self,
        session: &mut Session,
        command: CommandId,
        rest: &[Vec<u8>],
        parts: Vec<Part>,
    ) {
        match command {
            CommandId::Keys | CommandId::PubsubChannels => {
                let lists = parts.into_iter().filter_map(|part| match part {
                    Part::Keys(list) | Part::Channels(list) => Some(list),
                    _ => None,
                });
                let mut all: Vec<Vec<u8>> = lists.flatten().collect();
                if command == CommandId::PubsubChannels {
                    all.sort_unstable();
                    all.dedup();
                }
                self.reply_to(session, |out, proto| {
                    let mut reply = ReplyWriter::new(out, proto);
                    reply.array(all.len());
                    all.iter().for_each(|item| reply.bulk(item));
                });
            }
            CommandId::Randomkey => {
                let key = self.pick(parts);
                self.reply_to(session, |out, proto| {
                    let mut reply = ReplyWriter::new(out, proto);
                    match key {
                        Some(key) => reply.bulk(&key),
                        None => reply.null(),
                    }
                });
            }
            CommandId::ClientList => self.write_client_list(session, parts),
            CommandId::Debug => self.write_lines(session, parts),
            CommandId::Info => self.write_info(session, rest, parts),
            CommandId::Role => self.write_role(session, parts),
            CommandId::RingkeyCores => self.write_cores(session, parts),
            CommandId::RingkeyClientMove => self.write_client_move(session, sum(&parts)),
            CommandId::RingkeyMoves => self.write_moves(session, rest, parts),
            CommandId::RingkeyLoad => self.write_load(session, rest, parts),
            CommandId::ClusterSlotStats => self.write_slot_stats(session, rest, parts),
            CommandId::LatencyHistogram => self.write_histograms(session, rest, parts),
            CommandId::CommandlogGet | CommandId::CommandlogLen => {
                self.write_log(session, command, rest, parts);
            }
            CommandId::CommandlogReset | CommandId::MemoryPurge => self.ok(session),
            CommandId::MemoryStats => self.write_memory_stats(session, parts),
            CommandId::MemoryDoctor => self.write_memory_doctor(session, parts),
            CommandId::LatencyLatest
            | CommandId::LatencyHistory
            | CommandId::LatencyGraph
            | CommandId::LatencyDoctor => self.write_latency(session, command, rest, parts),
            CommandId::ClientKill if rest.is_empty() => {
                let killed = sum(&parts);
                self.write_old_kill(session, killed);
            }
            _ => {
                let count = sum(&parts);
                self.reply_to(session, |out, proto| {
                    ReplyWriter::new(out, proto).int(count as i64);
                });
            }
        }
    }

    fn write_lines(&mut self, session: &mut Session, parts: Vec<Part>) {
        let lines: Vec<Vec<u8>> = parts
            .into_iter()
            .filter_map(|part| {
                if let Part::Clients(lines) = part {
                    Some(lines)
                } else {
                    None
                }
            })
            .flatten()
            .map(|(_, line)| line)
            .collect();
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            reply.array(lines.len());
            lines.iter().for_each(|line| reply.bulk(line));
        });
    }

    /// One of the cores' random keys, each core by its number of keys.
    fn pick(&mut self, parts: Vec<Part>) -> Option<Vec<u8>> {
        let mut total = 0;
        let mut picked = None;
        for part in parts {
            let Part::Random(count, Some(key)) = part else {
                continue;
            };
            if count == 0 {
                picked = picked.or(Some(key));
                continue;
            }
            total += count;
            if self.bodies.rng.below(total) < count {
                picked = Some(key);
            }
        }
        picked
    }
}

fn sum(parts: &[Part]) -> u64 {
    parts
        .iter()
        .map(|part| {
            if let Part::Count(count) = part {
                *count
            } else {
                0
            }
        })
        .sum()
}

impl Question {
    /// Whether a session that is between two cores would be missed.
    fn is_about_sessions(&self) -> bool {
        matches!(
            self,
            Self::Clients(_)
                | Self::Kill(_)
                | Self::Unblock { .. }
                | Self::Move { .. }
                | Self::Channels(_)
                | Self::Report
        )
    }

    /// Whether it is about one client, which is at one core only.
    fn is_about_one(&self) -> bool {
        matches!(self, Self::Unblock { .. } | Self::Move { .. })
    }

    fn is_over_slots(&self) -> bool {
        matches!(
            self,
            Self::Count { .. } | Self::Keys { .. } | Self::Random { .. } | Self::SlotStats { .. }
        )
    }
}

impl GatherTask {
    fn new(home: CoreId, session: SessionId, (question, share): (Arc<Question>, Share)) -> Self {
        let part = match &*question {
            Question::Keys { .. } => Part::Keys(Vec::new()),
            Question::Random { .. } => Part::Random(0, None),
            Question::SlotStats { .. } => Part::Slots(Vec::new()),
            _ => Part::Count(0),
        };
        Self {
            home,
            session,
            question,
            share,
            next: 0,
            answer: Answer {
                part,
                rest: Vec::new(),
            },
        }
    }

    /// Whether the share of a core has this slot.
    fn is_for(&self, core: CoreId, slot: u16) -> bool {
        match &self.share {
            Share::None => false,
            Share::Of(division) => division[usize::from(slot)] == core,
            Share::Slots(slots) => slots.contains(&slot),
        }
    }

    /// The slot to be looked at next, at or after `next`.
    fn next_slot(&mut self, core: CoreId) -> Option<u16> {
        let (first, last) = match &*self.question {
            Question::SlotStats { first, last } => (*first, *last),
            _ => (0, u16::MAX),
        };
        if matches!(self.share, Share::Of(_)) {
            self.next = self.next.max(usize::from(first));
        }
        match &self.share {
            Share::None => None,
            Share::Of(division) => {
                let from = division.get(self.next..)?;
                self.next += from.iter().position(|&owner| owner == core)?;
                u16::try_from(self.next).ok().filter(|&slot| slot <= last)
            }
            Share::Slots(slots) => slots.get(self.next).copied(),
        }
    }

    /// Looks at one slot. Returns the number of keys that were looked at.
    fn look(&mut self, slot: &mut Slot, now_ms: i64, bodies: &mut Bodies) -> usize {
        match (&*self.question, &mut self.answer.part) {
            (Question::Count { db }, Part::Count(count)) => {
                *count += slot.keys(*db) as u64;
                1
            }
            (
                Question::Keys {
                    db,
                    pattern,
                    sees_expired,
                },
                Part::Keys(keys),
            ) => {
                let filter = slots::Filter::matching(pattern);
                let seen_ms = commands::seen_ms(*sees_expired, now_ms);
                slots::keys_slot(slot, *db, seen_ms, &filter, &mut |key| {
                    keys.push(key.to_vec())
                });
                slot.keys(*db)
            }
            (Question::Random { db, sees_expired }, Part::Random(total, picked)) => {
                let seen_ms = commands::seen_ms(*sees_expired, now_ms);
                draw(bodies, slot, (*db, seen_ms), total, picked);
                1
            }
            _ => 0,
        }
    }
}
