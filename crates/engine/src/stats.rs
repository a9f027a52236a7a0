//! Counters of one core: commands, errors, sessions, traffic.
//!
//! Must never influence what is executed. Cores' counters are added up when somebody asks.

use std::collections::BTreeMap;

use command_table::{CommandId, Flags};
use telemetry::Histogram;

/// Kinds of error text counted apart; further ones are dropped and counted together, as Valkey
/// does when a client makes up error codes.
const ERROR_KINDS_MAX: usize = 128;

/// Calls of a short command up to this number are all timed, so that what is called seldom has
/// exact figures.
const EXACT_CALLS: u64 = 1024;

/// Of the later ones one in so many is: reading the clock costs as much as a short body.
const SAMPLE_CALLS: u64 = 32;

/// Calls of one command.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CommandCounts {
    pub calls: u64,
    /// Refused before the body ran.
    pub rejected: u64,
    /// The body answered with an error.
    pub failed: u64,
    /// Time spent in bodies, in nanoseconds; of short commands by sample.
    pub ns: u64,
    /// Calls up to this number are all timed.
    exact_calls: u64,
}

/// Counters of commands and errors.
#[derive(Clone)]
pub struct CommandStats {
    commands: Box<[CommandCounts]>,
    /// Durations of each command that was called.
    histograms: Box<[Option<Histogram>]>,
    errors: BTreeMap<String, u64>,
    pub total_calls: u64,
    pub total_errors: u64,
    /// Time of all commands together, in nanoseconds.
    pub total_ns: u64,
}

impl Default for CommandStats {
    fn default() -> Self {
        let counts = |id: &CommandId| CommandCounts {
            exact_calls: if is_short(*id) { EXACT_CALLS } else { u64::MAX },
            ..CommandCounts::default()
        };
        Self {
            commands: CommandId::ALL.iter().map(counts).collect(),
            histograms: vec![None; CommandId::ALL.len()].into_boxed_slice(),
            errors: BTreeMap::new(),
            total_calls: 0,
            total_errors: 0,
            total_ns: 0,
        }
    }
}

impl std::fmt::Debug for CommandStats {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CommandStats")
            .field("total_calls", &self.total_calls)
            .finish_non_exhaustive()
    }
}

/// Whether the command's time does not depend on how much it finds.
pub(crate) fn is_short(command: CommandId) -> bool {
    command.spec().flags.contains(Flags::FAST) || command == CommandId::Set
}

impl CommandStats {
    /// How many calls the time of the next call stands for; 0: it need not be timed.
    #[inline]
    pub(crate) fn weight(&self, command: CommandId) -> u64 {
        let counts = &self.commands[command as usize];
        if counts.calls < counts.exact_calls {
            1
        } else if counts.calls.is_multiple_of(SAMPLE_CALLS) {
            SAMPLE_CALLS
        } else {
            0
        }
    }

    /// Counts a call.
    #[inline]
    pub(crate) fn called(&mut self, command: CommandId) {
        self.total_calls += 1;
        self.commands[command as usize].calls += 1;
    }

    /// Notes how long a call took that stands for `weight` calls.
    pub(crate) fn took(&mut self, command: CommandId, ns: u64, weight: u64, tracking: bool) {
        let all_ns = ns.saturating_mul(weight);
        self.total_ns = self.total_ns.saturating_add(all_ns);
        let counts = &mut self.commands[command as usize];
        counts.ns = counts.ns.saturating_add(all_ns);
        if tracking {
            let histogram = &mut self.histograms[command as usize];
            histogram.get_or_insert_default().record_many(ns, weight);
        }
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

    /// Calls of short commands, and what is known of the time they took, in nanoseconds.
    pub(crate) fn short(&self) -> (u64, u64) {
        let short = self.commands().filter(|(command, _)| is_short(*command));
        short.fold((0, 0), |(calls, ns), (_, counts)| {
            (calls + counts.calls, ns.saturating_add(counts.ns))
        })
    }

    /// Adds another core's counters to these.
    pub(crate) fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.commands.iter_mut().zip(&other.commands) {
            mine.calls += theirs.calls;
            mine.rejected += theirs.rejected;
            mine.failed += theirs.failed;
            mine.ns = mine.ns.saturating_add(theirs.ns);
        }
        for (mine, theirs) in self.histograms.iter_mut().zip(&other.histograms) {
            if let Some(theirs) = theirs {
                mine.get_or_insert_default().merge(theirs);
            }
        }
        for (code, count) in &other.errors {
            *self.errors.entry(code.clone()).or_default() += count;
        }
        self.total_calls += other.total_calls;
        self.total_errors += other.total_errors;
        self.total_ns = self.total_ns.saturating_add(other.total_ns);
    }

    /// Commands that were called or refused, with their counters.
    pub(crate) fn commands(&self) -> impl Iterator<Item = (CommandId, CommandCounts)> + '_ {
        CommandId::ALL
            .iter()
            .map(|&id| (id, self.commands[id as usize]))
            .filter(|(_, counts)| counts.calls + counts.rejected + counts.failed > 0)
    }

    pub(crate) fn calls(&self, command: CommandId) -> u64 {
        self.commands[command as usize].calls
    }

    /// Durations of a command, if it was called and times are kept.
    pub(crate) fn histogram(&self, command: CommandId) -> Option<&Histogram> {
        self.histograms[command as usize].as_ref()
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
    pub auth_failures: u64,
    pub turns: u64,
    /// Time spent in turns, in nanoseconds.
    pub active_ns: u64,
    /// The longest turn, in nanoseconds.
    pub longest_turn_ns: u64,
    /// Most bodies called in a turn.
    pub most_in_turn: u64,
    /// Time spent with active expiry, in nanoseconds.
    pub expire_ns: u64,
    /// Requests sent to other cores.
    pub hops: u64,
    /// Commands that borrowed slots of other cores.
    pub loans: u64,
    /// Slots given back to an older ticket.
    pub recalls: u64,
    /// Requests that waited because their slot was lent.
    pub waits_on_lent: u64,
    /// Slots handed to this core, and to others.
    pub moves_in: u64,
    pub moves_out: u64,
    /// Runs that came for a slot that had moved.
    pub returned_runs: u64,
    /// Sessions that came from other cores, and went to them.
    pub sessions_in: u64,
    pub sessions_out: u64,
    /// Requests on core ports that were answered with a better port.
    pub redirections: u64,
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
        self.auth_failures += other.auth_failures;
        self.turns += other.turns;
        self.active_ns += other.active_ns;
        self.longest_turn_ns = self.longest_turn_ns.max(other.longest_turn_ns);
        self.most_in_turn = self.most_in_turn.max(other.most_in_turn);
        self.expire_ns += other.expire_ns;
        self.hops += other.hops;
        self.loans += other.loans;
        self.recalls += other.recalls;
        self.waits_on_lent += other.waits_on_lent;
        self.moves_in += other.moves_in;
        self.moves_out += other.moves_out;
        self.returned_runs += other.returned_runs;
        self.sessions_in += other.sessions_in;
        self.sessions_out += other.sessions_out;
        self.redirections += other.redirections;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_commands_are_sampled_once_they_are_many_and_none_is_lost() {
        let mut stats = CommandStats::default();
        let mut call = |command| {
            let weight = stats.weight(command);
            stats.called(command);
            weight
        };
        let stand_for: u64 = (0..EXACT_CALLS + 160).map(|_| call(CommandId::Get)).sum();
        assert_eq!(stand_for, EXACT_CALLS + 160);
        let timed = (0..160).filter(|_| call(CommandId::Get) > 0).count();
        assert_eq!(timed as u64, 160 / SAMPLE_CALLS);
        assert!((0..5_000).all(|_| call(CommandId::Lrange) == 1));
    }

    #[test]
    fn cores_add_up() {
        let mut all = CommandStats::default();
        for weight in [1, SAMPLE_CALLS] {
            let mut one = CommandStats::default();
            one.called(CommandId::Get);
            one.took(CommandId::Get, 2_000, weight, true);
            one.error(b"WRONGTYPE not that");
            all.add(&one);
        }
        let counts = all.commands().next().expect("called").1;
        assert_eq!((counts.calls, counts.ns), (2, 2_000 * (1 + SAMPLE_CALLS)));
        assert_eq!(
            all.histogram(CommandId::Get).map(Histogram::count),
            Some(1 + SAMPLE_CALLS)
        );
        assert_eq!(all.errors().get("WRONGTYPE"), Some(&2));
    }

    #[test]
    fn kinds_of_errors_are_bounded() {
        let mut stats = CommandStats::default();
        (0..500).for_each(|i| stats.error(format!("E{i} text").as_bytes()));
        assert_eq!(
            (stats.errors().len(), stats.total_errors),
            (ERROR_KINDS_MAX, 500)
        );
    }
}
