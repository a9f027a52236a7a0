//! The logs of COMMANDLOG: slow commands, large requests, large replies.
//!
//! A core logs what its own sessions asked for; whoever reads a log puts the cores' parts together
//! by number. Must never hold more than the settings allow, nor a password.

use std::collections::VecDeque;

use command_table::{CommandId, Flags};
use resp::Args;
use settings::{Param, Settings};

use crate::core::Core;
use crate::message::{Caller, Message, SessionId};
use crate::session::Session;

/// Arguments of an entry at most; the last one then says how many are missing.
const ENTRY_ARGS_MAX: usize = 32;

/// Bytes of an argument at most; what is cut off is counted behind them.
const ENTRY_ARG_BYTES_MAX: usize = 128;

/// Up to this limit the slow log is to hold short commands as well, so that all must be timed.
const EVERY_COMMAND_NS: u64 = 1_000_000;

/// Which log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogKind {
    Slow,
    LargeRequest,
    LargeReply,
}

impl LogKind {
    pub(crate) const ALL: [Self; 3] = [Self::Slow, Self::LargeRequest, Self::LargeReply];

    pub(crate) fn by_name(name: &[u8]) -> Option<Self> {
        match name.to_ascii_lowercase().as_slice() {
            b"slow" => Some(Self::Slow),
            b"large-request" => Some(Self::LargeRequest),
            b"large-reply" => Some(Self::LargeReply),
            _ => None,
        }
    }

    fn length_param(self) -> Param {
        match self {
            Self::Slow => Param::CommandlogSlowExecutionMaxLen,
            Self::LargeRequest => Param::CommandlogLargeRequestMaxLen,
            Self::LargeReply => Param::CommandlogLargeReplyMaxLen,
        }
    }

    /// Entries that the log keeps.
    pub(crate) fn length_max(self, settings: &Settings) -> usize {
        usize::try_from(settings.int(self.length_param())).unwrap_or(0)
    }
}

/// One entry.
#[derive(Clone, Debug, Default)]
pub struct LogEntry {
    /// Unique in the process, rising.
    pub id: u64,
    /// Unix seconds.
    pub at_s: i64,
    /// Microseconds, or bytes.
    pub value: i64,
    pub args: Vec<Vec<u8>>,
    pub addr: String,
    pub name: Vec<u8>,
}

/// From which value on something is logged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LogLimits {
    slow_ns: u64,
    request_bytes: u64,
    pub(crate) reply_bytes: u64,
}

/// One core's logs.
#[derive(Debug, Default)]
pub(crate) struct CommandLogs {
    logs: [VecDeque<LogEntry>; 3],
}

/// An entry that its session's core has to complete.
#[derive(Debug)]
pub(crate) struct Unfinished {
    caller: Caller,
    kind: LogKind,
    entry: LogEntry,
}

impl LogLimits {
    pub(crate) fn of(settings: &Settings) -> Self {
        // Negative: nothing is logged.
        let limit = |param| u64::try_from(settings.int(param)).unwrap_or(u64::MAX);
        Self {
            slow_ns: limit(Param::CommandlogExecutionSlowerThan).saturating_mul(1000),
            request_bytes: limit(Param::CommandlogRequestLargerThan),
            reply_bytes: limit(Param::CommandlogReplyLargerThan),
        }
    }

    pub(crate) fn is_slow(&self, ns: u64) -> bool {
        ns >= self.slow_ns && self.slow_ns != u64::MAX
    }

    /// Short commands may be slow enough for the log.
    pub(crate) fn wants_every_command(&self) -> bool {
        self.slow_ns < EVERY_COMMAND_NS
    }

    /// Whether the request's bytes are worth adding up.
    #[inline]
    pub(crate) fn may_be_large(&self, args: Args<'_>) -> bool {
        let small_bytes = args.len() * resp::LARGE_ARG_BYTES;
        self.request_bytes <= small_bytes as u64 || args.has_large()
    }
}

impl CommandLogs {
    pub(crate) fn entries(&self, kind: LogKind) -> &VecDeque<LogEntry> {
        &self.logs[kind as usize]
    }

    pub(crate) fn reset(&mut self, kind: LogKind) {
        self.logs[kind as usize].clear();
    }

    /// Drops what the settings have no room for any more.
    pub(crate) fn trim(&mut self, settings: &Settings) {
        for kind in LogKind::ALL {
            let log = &mut self.logs[kind as usize];
            let surplus = log.len().saturating_sub(kind.length_max(settings));
            log.drain(..surplus);
        }
    }

    pub(crate) fn add(&mut self, kind: LogKind, entry: LogEntry, settings: &Settings) {
        self.logs[kind as usize].push_back(entry);
        self.trim(settings);
    }
}

impl Unfinished {
    /// An entry for a command that has been executed here. `None`: commands of its kind are not
    /// logged.
    pub(crate) fn of(
        kind: LogKind,
        value: i64,
        (command, args): (CommandId, Args<'_>),
        caller: &Caller,
    ) -> Option<Self> {
        if command.spec().flags.contains(Flags::SKIP_COMMANDLOG) {
            return None;
        }
        let entry = LogEntry {
            value,
            args: shown(command, args),
            ..LogEntry::default()
        };
        Some(Self {
            caller: *caller,
            kind,
            entry,
        })
    }
}

impl Core {
    /// Completes the entries that were made since the last call. `current` is the session in hand,
    /// which is not in the table.
    pub(crate) fn finish_log(&mut self, current: Option<&Session>) {
        self.bodies.latency.file(self.now_ms);
        for Unfinished {
            caller,
            kind,
            entry,
        } in std::mem::take(&mut self.bodies.unfinished)
        {
            if caller.home != self.id {
                let message = Message::Logged {
                    session: caller.session,
                    kind,
                    entry: Box::new(entry),
                };
                self.send(caller.home, message);
            } else {
                let current = current.filter(|session| session.id == caller.session);
                self.log(caller.session, current, kind, entry);
            }
        }
    }

    /// Adds an entry for a session of this core. Its number says when it was completed.
    pub(crate) fn log(
        &mut self,
        id: SessionId,
        current: Option<&Session>,
        kind: LogKind,
        mut entry: LogEntry,
    ) {
        if kind.length_max(&self.control.settings) == 0 {
            return;
        }
        let session = match current {
            Some(session) => Some(session),
            None => self.sessions.get_mut(id).map(|session| &*session),
        };
        if let Some(session) = session {
            entry.addr.clone_from(&session.info.addr);
            entry.name.clone_from(&session.name);
        }
        entry.id = self.shared.log_ids[kind as usize].next() - 1;
        entry.at_s = self.now_ms / 1000;
        self.logs.add(kind, entry, &self.control.settings);
    }

    /// Logs a request of a session of this core if it is a large one.
    #[cold]
    pub(crate) fn log_request(&mut self, session: &Session, command: CommandId, args: Args<'_>) {
        let bytes = request_bytes(args);
        if bytes >= self.bodies.log_limits.request_bytes {
            let caller = session.caller(self.id);
            let value = i64::try_from(bytes).unwrap_or(i64::MAX);
            let entry = Unfinished::of(LogKind::LargeRequest, value, (command, args), &caller);
            self.bodies.unfinished.extend(entry);
        }
    }
}

/// Bytes of a request as it is sent by a client library.
fn request_bytes(args: Args<'_>) -> u64 {
    let digits = |number: usize| u64::from(number.max(1).ilog10()) + 1;
    let header = digits(args.len()) + 3;
    let bulk = |arg: &[u8]| arg.len() as u64 + digits(arg.len()) + 5;
    header + args.iter().map(bulk).sum::<u64>()
}

/// A request's arguments as a log may show them.
fn shown(command: CommandId, args: Args<'_>) -> Vec<Vec<u8>> {
    let kept = if args.len() > ENTRY_ARGS_MAX {
        ENTRY_ARGS_MAX - 1
    } else {
        args.len()
    };
    let mut list: Vec<Vec<u8>> = (0..kept)
        .map(|i| match is_secret(command, args, i) {
            true => b"(redacted)".to_vec(),
            false => shortened(args.get(i)),
        })
        .collect();
    if kept < args.len() {
        list.push(format!("... ({} more arguments)", args.len() - kept).into_bytes());
    }
    list
}

fn shortened(arg: &[u8]) -> Vec<u8> {
    if arg.len() <= ENTRY_ARG_BYTES_MAX {
        return arg.to_vec();
    }
    let mut text = arg[..ENTRY_ARG_BYTES_MAX].to_vec();
    let more = arg.len() - ENTRY_ARG_BYTES_MAX;
    text.extend_from_slice(format!("... ({more} more bytes)").as_bytes());
    text
}

/// Whether an argument may hold a password.
fn is_secret(command: CommandId, args: Args<'_>, index: usize) -> bool {
    match command {
        CommandId::Auth => index > 0,
        CommandId::ConfigSet => {
            index >= 3 && index % 2 == 1 && settings::is_sensitive(args.get(index - 1))
        }
        CommandId::Hello => {
            let is_auth = |i: usize| i >= 2 && args.get(i).eq_ignore_ascii_case(b"auth");
            (1..=2).any(|back| index >= back && is_auth(index - back))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::OwnedArgs;

    fn shown_of(command: CommandId, words: &[&str]) -> Vec<String> {
        let words: Vec<&[u8]> = words.iter().map(|word| word.as_bytes()).collect();
        let shown = shown(command, OwnedArgs::of(&words).args());
        shown
            .into_iter()
            .map(|arg| String::from_utf8_lossy(&arg).into_owned())
            .collect()
    }

    #[test]
    fn passwords_are_not_shown() {
        let config = ["config", "set", "timeout", "5", "requirepass", "secret"];
        assert_eq!(
            shown_of(CommandId::ConfigSet, &config),
            ["config", "set", "timeout", "5", "requirepass", "(redacted)"]
        );
        let hello = ["hello", "3", "AUTH", "default", "secret", "SETNAME", "me"];
        assert_eq!(
            shown_of(CommandId::Hello, &hello),
            [
                "hello",
                "3",
                "AUTH",
                "(redacted)",
                "(redacted)",
                "SETNAME",
                "me"
            ]
        );
        assert_eq!(
            shown_of(CommandId::Auth, &["auth", "secret"]),
            ["auth", "(redacted)"]
        );
    }

    #[test]
    fn long_requests_are_cut_short() {
        let long = "x".repeat(1024);
        let shown = shown_of(CommandId::Set, &["set", "k", &long]);
        assert_eq!(shown[2], format!("{}... (896 more bytes)", "x".repeat(128)));
        let many = vec!["a"; 39];
        let shown = shown_of(CommandId::Mset, &many);
        assert_eq!(shown.len(), ENTRY_ARGS_MAX);
        assert_eq!(shown[31], "... (8 more arguments)");
        assert_eq!(shown_of(CommandId::Mset, &["a"; 32]).len(), 32);
    }

    #[test]
    fn a_log_keeps_its_newest_entries() {
        let mut settings = Settings::default();
        let name: &[u8] = b"slowlog-max-len";
        settings.set_runtime(&[(name, b"2")], true).expect("valid");
        let mut logs = CommandLogs::default();
        for id in 0..5 {
            let entry = LogEntry {
                id,
                ..LogEntry::default()
            };
            logs.add(LogKind::Slow, entry, &settings);
        }
        let ids: Vec<u64> = logs
            .entries(LogKind::Slow)
            .iter()
            .map(|entry| entry.id)
            .collect();
        assert_eq!(ids, [3, 4]);
        assert!(logs.entries(LogKind::LargeReply).is_empty());
    }

    #[test]
    fn a_request_has_the_size_of_its_encoding() {
        let args = OwnedArgs::of(&[b"set", b"testkey", &[b'x'; 1024]]);
        let before = "*3\r\n$3\r\nset\r\n$7\r\ntestkey\r\n$1024\r\n".len() as u64;
        assert_eq!(request_bytes(args.args()), before + 1024 + 2);
    }

    #[test]
    fn only_what_is_slow_enough_is_logged_and_minus_one_is_never() {
        let mut settings = Settings::default();
        let name: &[u8] = b"slowlog-log-slower-than";
        let limits = |settings: &Settings| LogLimits::of(settings);
        assert!(limits(&settings).is_slow(10_000_000) && !limits(&settings).is_slow(9_999_999));
        assert!(!limits(&settings).wants_every_command());
        settings.set_runtime(&[(name, b"-1")], true).expect("valid");
        assert!(!limits(&settings).is_slow(u64::MAX));
        settings.set_runtime(&[(name, b"0")], true).expect("valid");
        assert!(limits(&settings).is_slow(0) && limits(&settings).wants_every_command());
    }
}
