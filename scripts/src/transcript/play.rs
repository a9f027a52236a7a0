//! Plays a transcript against a target: compares the replies, or records them.

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

use super::expect::{Captures, Expect, UNORDERED};
use super::frame::Frame;
use super::script::{Expected, Item, Script, Step};
use super::target::{Connection, Received, Target};
use crate::Outcome;

/// Longest time for an expected reply, and for a request to be seen waiting.
const REPLY_LIMIT: Duration = Duration::from_secs(5);
const BLOCKED_LIMIT: Duration = Duration::from_secs(3);
const POLL: Duration = Duration::from_millis(2);

/// Pause between two pieces of raw bytes, so that they arrive apart.
const PIECE_PAUSE: Duration = Duration::from_millis(10);

/// When recording, nothing more is expected after so much silence.
const SETTLE: Duration = Duration::from_millis(30);

/// At the end of a file nothing may come any more.
const LAST_LOOK: Duration = Duration::from_millis(5);

/// Most differences that are told of one file.
const FAILURES_MAX: usize = 8;

/// Longest text that `${x*N}` makes, in bytes.
const REPEAT_MAX: usize = 64 << 20;

/// One difference, with the place in the file.
#[derive(Debug)]
pub struct Failure {
    pub path: String,
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// What came of playing.
pub struct Played {
    pub failures: Vec<Failure>,
    /// The file with the replies of this target, when recording.
    pub text: String,
}

/// Plays a transcript and compares.
pub fn play(script: &Script, target: &mut dyn Target) -> Played {
    run(script, target, false)
}

/// Plays a transcript and takes the replies into its text; patterns that still fit stay.
pub fn record(script: &Script, target: &mut dyn Target) -> Played {
    run(script, target, true)
}

fn run(script: &Script, target: &mut dyn Target, recording: bool) -> Played {
    let mut player = Player {
        target,
        sessions: BTreeMap::new(),
        captures: Captures::new(),
        recording,
        text: Vec::new(),
    };
    let mut failures = Vec::new();
    let mut fail = |line: usize, message: String| {
        failures.push(Failure {
            path: script.path.clone(),
            line,
            message,
        });
        failures.len() >= FAILURES_MAX
    };
    for (index, item) in script.items.iter().enumerate() {
        match player.play_item(item, &script.items[index + 1..]) {
            Ok(()) => {}
            Err(Trouble::Differs(message)) => {
                if fail(item.line, message) {
                    break;
                }
            }
            Err(Trouble::Lost(message)) => {
                fail(item.line, message);
                break;
            }
        }
    }
    let last_line = script.items.last().map_or(0, |item| item.line);
    if failures.is_empty()
        && let Err(message) = player.nothing_left()
    {
        failures.push(Failure {
            path: script.path.clone(),
            line: last_line,
            message,
        });
    }
    let mut text = player.text.join("\n");
    text.push('\n');
    Played { failures, text }
}

/// What went wrong in a step.
enum Trouble {
    /// The reply was read, and is not the expected one: the rest can be played.
    Differs(String),
    /// It is not known any more which reply belongs to what.
    Lost(String),
}

impl From<String> for Trouble {
    fn from(message: String) -> Self {
        Self::Lost(message)
    }
}

struct Player<'a> {
    target: &'a mut dyn Target,
    sessions: BTreeMap<String, Session>,
    captures: Captures,
    recording: bool,
    text: Vec<String>,
}

struct Session {
    connection: Box<dyn Connection>,
    inbox: Vec<u8>,
    outbox: Vec<u8>,
    blocked: bool,
    ended: bool,
}

impl Player<'_> {
    fn play_item(&mut self, item: &Item, following: &[Item]) -> Result<(), Trouble> {
        let name = item.connection.as_str();
        let replaces = matches!(item.step, Step::Replies(_) | Step::Unrecorded { .. });
        if !(self.recording && replaces) {
            self.text.extend(item.text.iter().cloned());
        }
        match &item.step {
            Step::Note => {}
            Step::Held(arguments) => self.hold(name, arguments)?,
            Step::Request(arguments) => {
                self.hold(name, arguments)?;
                self.after_sending(name, following)?;
            }
            Step::Raw(bytes) => {
                let bytes = self.substitute(bytes)?;
                self.session(name)?.outbox.extend_from_slice(&bytes);
                self.session(name)?.flush();
                self.target.wait(PIECE_PAUSE);
                self.after_sending(name, following)?;
            }
            Step::Replies(expected) if self.recording => self.record_replies(name, expected, 1)?,
            Step::Replies(expected) => self.compare(name, expected)?,
            Step::Unrecorded { unordered } if self.recording => {
                let first = self.text.len();
                self.record_replies(name, &[], 1)?;
                if *unordered {
                    self.text[first].push_str(UNORDERED);
                }
            }
            Step::Unrecorded { .. } => {
                return Err(Trouble::Lost(
                    "`<?` is not recorded yet: cargo x compat --record".into(),
                ));
            }
            Step::Blocked => self.wait_until_blocked(name)?,
            Step::Quiet(time) => self.expect_quiet(name, *time)?,
            Step::Closed => self.expect_closed(name)?,
            Step::Close => drop(self.sessions.remove(name)),
            Step::HalfClose => self.session(name)?.connection.half_close(),
            Step::Wait(time) => self.target.wait(*time),
        }
        Ok(())
    }

    fn session(&mut self, name: &str) -> Outcome<&mut Session> {
        if !self.sessions.contains_key(name) {
            let connection = self.target.connect()?;
            let session = Session {
                connection,
                inbox: Vec::new(),
                outbox: Vec::new(),
                blocked: false,
                ended: false,
            };
            self.sessions.insert(name.to_string(), session);
        }
        self.sessions
            .get_mut(name)
            .ok_or_else(|| "no such connection".to_string())
    }

    /// Adds a request to what the connection sends next.
    fn hold(&mut self, name: &str, arguments: &[Vec<u8>]) -> Outcome<()> {
        let mut request = Vec::with_capacity(arguments.len());
        for argument in arguments {
            request.push(self.substitute(argument)?);
        }
        encode_request(&request, &mut self.session(name)?.outbox);
        Ok(())
    }

    /// Sends; when recording, a request without expected replies gets those that come.
    fn after_sending(&mut self, name: &str, following: &[Item]) -> Result<(), Trouble> {
        self.session(name)?.flush();
        if !self.recording {
            return Ok(());
        }
        let next = following
            .iter()
            .find(|item| !matches!(item.step, Step::Note));
        match next
            .filter(|item| item.connection == name)
            .map(|item| &item.step)
        {
            Some(
                Step::Replies(_)
                | Step::Unrecorded { .. }
                | Step::Blocked
                | Step::Quiet(_)
                | Step::Raw(_),
            ) => Ok(()),
            Some(Step::Closed) => self.record_replies(name, &[], 0),
            _ => self.record_replies(name, &[], 1),
        }
    }

    fn compare(&mut self, name: &str, expected: &[Expected]) -> Result<(), Trouble> {
        let mut differences = Vec::new();
        for wanted in expected {
            let session = self.session(name)?;
            let frame = session.next_frame(REPLY_LIMIT)?;
            session.blocked = false;
            let Some(frame) = frame else {
                let missing = wanted.text.join("\n    ");
                let state = if session.ended {
                    "the server closed"
                } else {
                    "no reply"
                };
                return Err(Trouble::Lost(format!("{state}; expected\n    {missing}")));
            };
            if !wanted.expect.fits(&frame, &mut self.captures) {
                let wanted = wanted.text.join("\n    ");
                let got = frame.lines().join("\n    ");
                differences.push(format!("expected\n    {wanted}\n  got\n    {got}"));
            }
        }
        if differences.is_empty() {
            return Ok(());
        }
        Err(Trouble::Differs(differences.join("\n  ")))
    }

    /// Reads until silence; keeps the old lines of replies that still fit.
    fn record_replies(
        &mut self,
        name: &str,
        old: &[Expected],
        at_least: usize,
    ) -> Result<(), Trouble> {
        let wanted = at_least.max(old.len());
        let mut count = 0;
        loop {
            let limit = if count < wanted { REPLY_LIMIT } else { SETTLE };
            let session = self.session(name)?;
            let Some(frame) = session.next_frame(limit)? else {
                break;
            };
            session.blocked = false;
            let kept = old
                .get(count)
                .filter(|old| old.expect.fits(&frame, &mut self.captures));
            let lines = match kept {
                Some(old) => old.text.clone(),
                None => new_lines(name, &frame, old.get(count).map(|old| &old.expect)),
            };
            self.text.extend(lines);
            count += 1;
        }
        if count < at_least {
            return Err(Trouble::Lost("nothing to record: no reply came".into()));
        }
        Ok(())
    }

    fn wait_until_blocked(&mut self, name: &str) -> Result<(), Trouble> {
        self.session(name)?.blocked = true;
        let wanted = self
            .sessions
            .values()
            .filter(|session| session.blocked)
            .count() as u64;
        let end = Instant::now() + BLOCKED_LIMIT;
        while self.target.blocked_sessions()? < wanted {
            if Instant::now() >= end {
                return Err(Trouble::Lost(format!(
                    "not {wanted} sessions blocked in the server"
                )));
            }
            self.target.wait(POLL);
        }
        self.expect_quiet(name, POLL)
    }

    fn expect_quiet(&mut self, name: &str, time: Duration) -> Result<(), Trouble> {
        match self.session(name)?.next_frame(time)? {
            None => Ok(()),
            Some(frame) => {
                let got = frame.lines().join("\n    ");
                Err(Trouble::Lost(format!("expected silence, got\n    {got}")))
            }
        }
    }

    fn expect_closed(&mut self, name: &str) -> Result<(), Trouble> {
        let session = self.session(name)?;
        if let Some(frame) = session.next_frame(REPLY_LIMIT)? {
            let got = frame.lines().join("\n    ");
            return Err(Trouble::Lost(format!(
                "expected the end of the connection, got\n    {got}"
            )));
        }
        if !session.ended {
            return Err(Trouble::Lost(
                "the server did not close the connection".into(),
            ));
        }
        self.sessions.remove(name);
        Ok(())
    }

    fn nothing_left(&mut self) -> Outcome<()> {
        for (name, session) in &mut self.sessions {
            if let Some(frame) = session.next_frame(LAST_LOOK)? {
                let got = frame.lines().join("\n    ");
                return Err(format!(
                    "connection '{name}' got more at the end:\n    {got}"
                ));
            }
        }
        Ok(())
    }

    /// Replaces `${name}` by what a pattern captured, and `${text*N}` by N times the text.
    fn substitute(&self, argument: &[u8]) -> Outcome<Vec<u8>> {
        let mut result = Vec::new();
        let mut rest = argument;
        while let Some(start) = find(rest, b"${") {
            let Some(end) = find(&rest[start..], b"}") else {
                break;
            };
            result.extend_from_slice(&rest[..start]);
            let inner = String::from_utf8_lossy(&rest[start + 2..start + end]).into_owned();
            let repeat = inner
                .rsplit_once('*')
                .map(|(text, n)| (text, n.parse::<usize>().ok()));
            if let Some((text, Some(times))) = repeat {
                if text.len().saturating_mul(times) > REPEAT_MAX {
                    return Err(format!("${{{inner}}} is longer than {REPEAT_MAX} bytes"));
                }
                result.extend_from_slice(text.repeat(times).as_bytes());
            } else {
                let value = self.captures.get(&inner);
                let value = value.ok_or_else(|| format!("no pattern captured '{inner}'"))?;
                result.extend_from_slice(value.as_bytes());
            }
            rest = &rest[start + end + 1..];
        }
        result.extend_from_slice(rest);
        Ok(result)
    }
}

impl Session {
    fn flush(&mut self) {
        let bytes = std::mem::take(&mut self.outbox);
        if !bytes.is_empty() {
            self.connection.send(&bytes);
        }
    }

    /// The next reply; `None` if none came within `limit` or the server closed.
    fn next_frame(&mut self, limit: Duration) -> Outcome<Option<Frame>> {
        self.flush();
        let end = Instant::now() + limit;
        loop {
            if let Some((frame, length)) = Frame::decode(&self.inbox)? {
                self.inbox.drain(..length);
                return Ok(Some(frame));
            }
            let left = end.saturating_duration_since(Instant::now());
            if self.ended || left.is_zero() {
                return self.at_frame_end().map(|()| None);
            }
            match self.connection.receive(&mut self.inbox, left) {
                Received::Data => {}
                Received::Nothing if self.inbox.is_empty() => return Ok(None),
                Received::Nothing => {}
                Received::Closed => self.ended = true,
            }
        }
    }

    fn at_frame_end(&self) -> Outcome<()> {
        if self.inbox.is_empty() {
            return Ok(());
        }
        let bytes = super::quote::escape(&self.inbox[..self.inbox.len().min(200)]);
        Err(format!("an incomplete reply: '{bytes}'"))
    }
}

/// Lines for a reply that was not there, or was different.
fn new_lines(name: &str, frame: &Frame, old: Option<&Expect>) -> Vec<String> {
    let mut lines: Vec<String> = frame
        .lines()
        .iter()
        .map(|line| format!("{name}< {line}"))
        .collect();
    if old.is_some_and(Expect::is_unordered) {
        lines[0].push_str(UNORDERED);
    }
    lines
}

fn encode_request(arguments: &[Vec<u8>], out: &mut Vec<u8>) {
    out.extend_from_slice(format!("*{}\r\n", arguments.len()).as_bytes());
    for argument in arguments {
        out.extend_from_slice(format!("${}\r\n", argument.len()).as_bytes());
        out.extend_from_slice(argument);
        out.extend_from_slice(b"\r\n");
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}
