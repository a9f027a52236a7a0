//! Counters of one core: commands, errors, sessions, traffic.
//!
//! Must never influence what is executed. Cores' counters are added up when somebody asks.

use std::collections::BTreeMap;

use command_table::CommandId;

/// Kinds of error text counted apart; further ones are dropped and counted together, as Valkey
/// does when a client makes up error codes.
const ERROR_KINDS_MAX: usize = 128;

/// Calls of one command.
#[derive(Clone, Copy, Debug, Default)]
pub struct CommandCounts {
    pub calls: u64,
    /// Refused before the body ran.
    pub rejected: u64,
    /// The body answered with an error.
    pub failed: u64,
    /// Thread time spent in bodies, in microseconds.
    pub usec: u64,
}

/// Counters of commands and errors.
#[derive(Clone, Debug)]
pub struct CommandStats {
    commands: Box<[CommandCounts]>,
    errors: BTreeMap<String, u64>,
    pub total_calls: u64,
    pub total_errors: u64,
}

impl Default for CommandStats {
    fn default() -> Self {
        Self {
            commands: vec![CommandCounts::default(); CommandId::ALL.len()].into_boxed_slice(),
            errors: BTreeMap::new(),
            total_calls: 0,
            total_errors: 0,
        }
    }
}

impl CommandStats {
    #[inline]
    pub(crate) fn called(&mut self, command: CommandId) {
        self.total_calls += 1;
        self.commands[command as usize].calls += 1;
    }

    pub(crate) fn failed(&mut self, command: CommandId) {
        self.commands[command as usize].failed += 1;
    }

    pub(crate) fn rejected(&mut self, command: CommandId) {
        self.commands[command as usize].rejected += 1;
    }

    /// Counts an error reply under its first word.
    pub(crate) fn error(&mut self, text: &[u8]) {
        self.total_errors += 1;
        let code = text.split(|&byte| byte == b' ').next().unwrap_or(text);
        let code = String::from_utf8_lossy(code);
        if let Some(count) = self.errors.get_mut(&*code) {
            *count += 1;
        } else if self.errors.len() < ERROR_KINDS_MAX {
            self.errors.insert(code.into_owned(), 1);
        }
    }

    /// Adds another core's counters to these.
    pub(crate) fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.commands.iter_mut().zip(&other.commands) {
            mine.calls += theirs.calls;
            mine.rejected += theirs.rejected;
            mine.failed += theirs.failed;
            mine.usec += theirs.usec;
        }
        for (code, count) in &other.errors {
            *self.errors.entry(code.clone()).or_default() += count;
        }
        self.total_calls += other.total_calls;
        self.total_errors += other.total_errors;
    }

    /// Commands that were called or refused, with their counters.
    pub(crate) fn commands(&self) -> impl Iterator<Item = (CommandId, CommandCounts)> + '_ {
        CommandId::ALL.iter().map(|&id| (id, self.commands[id as usize])).filter(|(_, counts)| {
            counts.calls + counts.rejected + counts.failed > 0
        })
    }

    /// Error codes with how often each was answered.
    pub(crate) fn errors(&self) -> &BTreeMap<String, u64> {
        &self.errors
    }
}

/// Counters of sessions and traffic.
#[derive(Clone, Copy, Debug, Default)]
pub struct SessionStats {
    pub connections_received: u64,
    pub connections_rejected: u64,
    pub input_bytes: u64,
    pub output_bytes: u64,
    pub reads: u64,
    pub writes: u64,
    pub query_buffer_disconnections: u64,
    pub output_buffer_disconnections: u64,
    pub turns: u64,
    /// Requests sent to other cores.
    pub hops: u64,
    /// Commands that borrowed slots of other cores.
    pub loans: u64,
    /// Slots given back to an older ticket.
    pub recalls: u64,
    /// Requests that waited because their slot was lent.
    pub waits_on_lent: u64,
}

impl SessionStats {
    pub(crate) fn add(&mut self, other: &Self) {
        self.connections_received += other.connections_received;
        self.connections_rejected += other.connections_rejected;
        self.input_bytes += other.input_bytes;
        self.output_bytes += other.output_bytes;
        self.reads += other.reads;
        self.writes += other.writes;
        self.query_buffer_disconnections += other.query_buffer_disconnections;
        self.output_buffer_disconnections += other.output_buffer_disconnections;
        self.turns += other.turns;
        self.hops += other.hops;
        self.loans += other.loans;
        self.recalls += other.recalls;
        self.waits_on_lent += other.waits_on_lent;
    }
}
