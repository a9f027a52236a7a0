//! Questions that every core answers for itself: KEYS, DBSIZE, RANDOMKEY, CLIENT LIST, INFO.
//!
//! An answer over slots is given slot by slot and waits at a lent slot, because lent is never
//! empty; it is consistent per slot, not over all. Must never stop a core for longer than a slice.

use std::sync::Arc;

use command_table::CommandId;
use commands::slots;
use keyspace::Slot;
use mesh::CoreId;
use resp::ReplyWriter;

use crate::call::Bodies;
use crate::command_log::{LogEntry, LogKind};
use crate::core::Core;
use crate::dispatch::Flow;
use crate::latency::{LatencyEvent, LatencySeries};
use crate::message::{Message, SessionId};
use crate::owner::Parked;
use crate::place::Place;
use crate::report::CoreReport;
use crate::session::{Session, State};
use crate::session_commands::client_filter::Filter;

/// Keys looked at before a task lets others have a go.
const SLICE_KEYS_MAX: usize = 8192;

/// What is asked.
#[derive(Clone, Debug)]
pub enum Question {
    /// Number of keys of a database.
    Count { db: u32 },
    /// Keys of a database that match a pattern.
    Keys { db: u32, pattern: Vec<u8> },
    /// One key of a database, any.
    Random { db: u32 },
    /// Lines of CLIENT LIST.
    Clients(Filter),
    /// CLIENT KILL; counts those that were closed.
    Kill(Filter),
    /// CLIENT UNBLOCK; counts those that were waiting.
    Unblock { client: u64, with_error: bool },
    /// Everything that INFO needs.
    Report,
    /// Channels with subscribers that match a pattern.
    Channels(Option<Vec<u8>>),
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
    /// Number of keys, and one of them, each with the same chance.
    Random(u64, Option<Vec<u8>>),
    /// CLIENT LIST lines by client id.
    Clients(Vec<(u64, Vec<u8>)>),
    Report(Box<CoreReport>),
    Channels(Vec<Vec<u8>>),
    Log(LogKind, Vec<LogEntry>),
    Latency(Vec<(LatencyEvent, LatencySeries)>),
}

/// A session's question in progress.
#[derive(Debug)]
pub(crate) struct Gathering {
    pub(crate) command: CommandId,
    /// What the command needs besides the parts (sections of INFO, for example).
    rest: Vec<Vec<u8>>,
    parts: Vec<Part>,
    missing: usize,
}

/// One core's work on an answer.
pub(crate) struct GatherTask {
    home: CoreId,
    session: SessionId,
    question: Arc<Question>,
    /// The first slot not looked at yet.
    next: usize,
    part: Part,
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
        let mut gathering = Gathering {
            command,
            rest,
            parts: Vec::new(),
            missing: usize::from(self.cores),
        };
        let mut own = GatherTask::new(self.id, session.id, Arc::clone(&question));
        let at_once = self.cores == 1 || session.in_exec;
        if at_once {
            self.answer_all(&mut own, Some(session));
            if self.cores == 1 {
                self.write_answer(session, command, &gathering.rest, vec![own.part]);
                return Flow::Done;
            }
            gathering.parts.push(own.part);
            gathering.missing -= 1;
        } else {
            self.tasks.push_back(own);
        }
        for core in 0..self.cores {
            if core != self.id {
                let message = Message::Gather {
                    session: session.id,
                    question: Arc::clone(&question),
                    in_exec: session.in_exec,
                };
                self.send(core, message);
            }
        }
        session.state = State::Gathering(Box::new(gathering));
        Flow::Wait
    }

    /// Another core asks.
    pub(crate) fn gather_for(
        &mut self,
        home: CoreId,
        session: SessionId,
        question: Arc<Question>,
        in_exec: bool,
    ) {
        let task = GatherTask::new(home, session, question);
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

    /// Goes on with a task until it is done, its slice is, or it meets a lent slot.
    pub(crate) fn run_task(&mut self, mut task: GatherTask) {
        if !task.question.is_over_slots() {
            self.answer_all(&mut task, None);
        } else {
            let mut keys = 0;
            while let Some(slot) = self.directory.next_owned(task.next) {
                if matches!(self.directory.place(slot), Place::Lent(_)) {
                    self.park(slot, Parked::Task(Box::new(task)));
                    return;
                }
                task.next = usize::from(slot) + 1;
                if let Some(content) = self.directory.peek_mut(slot) {
                    keys += task.look(content, self.now_ms, &mut self.bodies);
                }
                if keys > SLICE_KEYS_MAX {
                    self.tasks.push_back(task);
                    return;
                }
            }
        }
        if task.home == self.id {
            self.gathered(task.session, task.part);
        } else {
            let message = Message::Gathered {
                session: task.session,
                part: Box::new(task.part),
            };
            self.send(task.home, message);
        }
    }

    /// The whole part at once.
    fn answer_all(&mut self, task: &mut GatherTask, asker: Option<&mut Session>) {
        let question = Arc::clone(&task.question);
        match &*question {
            Question::Clients(filter) => {
                task.part = Part::Clients(self.client_lines(filter, asker));
            }
            Question::Kill(filter) => task.part = Part::Count(self.kill_clients(filter, asker)),
            Question::Unblock { client, with_error } => {
                let id = self
                    .sessions
                    .iter()
                    .find(|s| s.client_id == *client)
                    .map(|s| s.id);
                let done = id.is_some_and(|id| self.unblock_client(id, *with_error));
                task.part = Part::Count(u64::from(done));
            }
            Question::Unfinished => {
                let lines = self
                    .unfinished()
                    .into_iter()
                    .map(|line| (0, line.into_bytes()));
                task.part = Part::Clients(lines.collect());
            }
            Question::Report => task.part = Part::Report(Box::new(self.report(asker.as_deref()))),
            Question::Channels(pattern) => {
                let fits = |name: &&[u8]| {
                    pattern
                        .as_ref()
                        .is_none_or(|p| stdx::glob::matches(p, name, false))
                };
                let names = self
                    .channels
                    .names()
                    .filter(fits)
                    .map(<[u8]>::to_vec)
                    .collect();
                task.part = Part::Channels(names);
            }
            Question::CommandLog(kind) => {
                task.part = Part::Log(*kind, self.logs.entries(*kind).iter().cloned().collect());
            }
            Question::ResetLog(kind) => self.logs.reset(*kind),
            Question::Latency => {
                let events = self.bodies.latency.events.iter();
                task.part = Part::Latency(events.map(|(event, s)| (*event, s.clone())).collect());
            }
            Question::ResetLatency(names) => {
                task.part = Part::Count(self.bodies.latency.reset(names));
            }
            Question::GiveBack => {
                if let Some(process) = &self.memory.process {
                    process.give_back();
                }
            }
            Question::Count { .. } | Question::Keys { .. } | Question::Random { .. } => {
                for content in self.directory.contents_mut() {
                    task.look(content, self.now_ms, &mut self.bodies);
                }
            }
        }
    }

    /// A part arrived; with the last one the session has its reply.
    pub(crate) fn gathered(&mut self, id: SessionId, part: Part) {
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        if let State::Gathering(gathering) = &mut session.state {
            gathering.parts.push(part);
            gathering.missing -= 1;
            if gathering.missing == 0
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
    fn is_over_slots(&self) -> bool {
        matches!(
            self,
            Self::Count { .. } | Self::Keys { .. } | Self::Random { .. }
        )
    }
}

impl GatherTask {
    fn new(home: CoreId, session: SessionId, question: Arc<Question>) -> Self {
        let part = match &*question {
            Question::Keys { .. } => Part::Keys(Vec::new()),
            Question::Random { .. } => Part::Random(0, None),
            _ => Part::Count(0),
        };
        Self {
            home,
            session,
            question,
            next: 0,
            part,
        }
    }

    /// Looks at one slot. Returns the number of keys that were looked at.
    fn look(&mut self, slot: &mut Slot, now_ms: i64, bodies: &mut Bodies) -> usize {
        match (&*self.question, &mut self.part) {
            (Question::Count { db }, Part::Count(count)) => {
                *count += slot.keys(*db) as u64;
                1
            }
            (Question::Keys { db, pattern }, Part::Keys(keys)) => {
                let filter = slots::Filter::matching(pattern);
                slots::keys_slot(slot, *db, now_ms, &filter, &mut |key| {
                    keys.push(key.to_vec())
                });
                slot.keys(*db)
            }
            (Question::Random { db }, Part::Random(total, picked)) => {
                let count = slot.keys(*db) as u64;
                if count > 0 {
                    *total += count;
                    if bodies.rng.below(*total) < count
                        && let Some(key) = bodies.random_key(slot, *db, now_ms)
                    {
                        *picked = Some(key.into());
                    }
                }
                1
            }
            _ => 0,
        }
    }
}
