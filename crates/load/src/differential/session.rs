//! One client, connected to both servers: the two connections and what is known of its state.
//! It must never decide what to send.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::command::{Command, REFERENCE, SUBJECT};
use super::walker::Walker;
use crate::link::{Link, wait_any};
use crate::wire::{Value, parse_int};

/// Commands remembered for the context of a difference.
const RECENT_MAX: usize = 12;
/// Longest reply remembered there.
const RECENT_REPLY_BYTES: usize = 300;
/// Longest wait for pushes that only one server has delivered.
const PUSH_PATIENCE: Duration = Duration::from_secs(1);

/// A client of both servers.
#[derive(Debug)]
pub struct Session {
    pub links: [Link; 2],
    pub state: State,
    /// Pushed frames not compared yet.
    pub pushes: [VecDeque<(usize, Vec<u8>)>; 2],
    /// Latest commands with the reference's replies.
    pub recent: VecDeque<(Command, Vec<u8>)>,
    /// Commands that wait for something that another session may do.
    pub parked: Option<Parked>,
}

/// A blocking command that the reference has not answered.
#[derive(Debug)]
pub struct Parked {
    pub commands: Vec<Command>,
    pub walkers: [Walker; 2],
    /// Number of the step in which it was sent.
    pub since_step: u64,
}

/// What the replies so far tell about the session.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub in_multi: bool,
    pub queued: Vec<Command>,
    pub resp3: bool,
    pub subscriptions: i64,
}

/// How a conversation ended, per server.
#[derive(Debug)]
pub struct Outcome {
    pub walkers: [Walker; 2],
    pub closed: [bool; 2],
    /// Whether the wait for replies was given up.
    pub late: bool,
}

impl Session {
    /// Connects to both servers.
    pub fn connect(addrs: [SocketAddr; 2]) -> io::Result<Self> {
        Ok(Self {
            links: [
                Link::connect(addrs[REFERENCE])?,
                Link::connect(addrs[SUBJECT])?,
            ],
            state: State::default(),
            pushes: [VecDeque::new(), VecDeque::new()],
            recent: VecDeque::new(),
            parked: None,
        })
    }

    /// Whether RESP2's subscriber mode forbids most commands.
    pub fn is_restricted(&self) -> bool {
        self.state.subscriptions > 0 && !self.state.resp3
    }

    /// Sends what lies in the outboxes and gathers the replies of both servers, until both have
    /// answered everything or hung up. When one has and the other has not, it gets `patience`.
    pub fn converse(
        &mut self,
        commands: &[Command],
        walkers: [Walker; 2],
        patience: Duration,
    ) -> io::Result<Outcome> {
        let mut outcome = Outcome {
            walkers,
            closed: [false; 2],
            late: false,
        };
        let mut deadline = Instant::now() + 2 * patience;
        let mut one_is_done = false;
        loop {
            let mut done = [false; 2];
            for side in [REFERENCE, SUBJECT] {
                let link = &mut self.links[side];
                link.flush()?;
                let walker = &mut outcome.walkers[side];
                walker.take(link, commands);
                done[side] = walker.is_done(commands) || walker.malformed.is_some();
                if !done[side] && link.is_closed() {
                    outcome.closed[side] = true;
                    done[side] = true;
                }
            }
            if done == [true, true] {
                break;
            }
            if done != [false, false] && !one_is_done {
                one_is_done = true;
                deadline = Instant::now() + patience;
            }
            let waiting: Vec<&Link> = self
                .links
                .iter()
                .zip(done)
                .filter(|(_, done)| !done)
                .map(|(link, _)| link)
                .collect();
            if !wait_any(&waiting, deadline)? {
                outcome.late = true;
                break;
            }
            for side in [REFERENCE, SUBJECT] {
                if !done[side] {
                    self.links[side].fill()?;
                }
            }
        }
        self.await_end(commands, &mut outcome, patience)?;
        Ok(outcome)
    }

    /// After a command that makes the server hang up, waits until both have.
    fn await_end(
        &mut self,
        commands: &[Command],
        outcome: &mut Outcome,
        patience: Duration,
    ) -> io::Result<()> {
        if !commands.iter().any(|command| command.closes) || outcome.late {
            return Ok(());
        }
        let deadline = Instant::now() + patience;
        for side in [REFERENCE, SUBJECT] {
            while !self.links[side].is_closed() && wait_any(&[&self.links[side]], deadline)? {
                self.links[side].fill()?;
            }
            outcome.closed[side] = self.links[side].is_closed();
        }
        Ok(())
    }

    /// Moves the walkers' pushes into the session's queues, and waits until both servers have
    /// delivered equally many (or a second has passed).
    pub fn gather_pushes(&mut self, walkers: &mut [Walker; 2]) -> io::Result<()> {
        for (side, walker) in walkers.iter_mut().enumerate() {
            self.pushes[side].extend(walker.pushes.drain(..));
        }
        let deadline = Instant::now() + PUSH_PATIENCE;
        while self.pushes[REFERENCE].len() != self.pushes[SUBJECT].len() {
            let behind = usize::from(self.pushes[REFERENCE].len() > self.pushes[SUBJECT].len());
            let walker = &mut walkers[behind];
            walker.take_pushes(&mut self.links[behind]);
            let came = !walker.pushes.is_empty();
            self.pushes[behind].extend(walker.pushes.drain(..));
            if came {
                continue;
            }
            let link = &mut self.links[behind];
            if walker.malformed.is_some() || link.is_closed() || !wait_any(&[link], deadline)? {
                break;
            }
            link.fill()?;
        }
        Ok(())
    }

    /// Remembers a command with the reference's reply, for the context of a difference.
    pub fn remember(&mut self, command: &Command, frames: &[Vec<u8>]) {
        if self.recent.len() == RECENT_MAX {
            self.recent.pop_front();
        }
        let reply = frames
            .iter()
            .flatten()
            .copied()
            .take(RECENT_REPLY_BYTES)
            .collect();
        self.recent.push_back((command.clone(), reply));
    }
}

impl State {
    /// Follows one command and the frames it was answered with.
    pub fn observe(&mut self, command: &Command, frames: &[Vec<u8>]) {
        let Some(last) = frames.last() else {
            return;
        };
        let name = command.name();
        if self.in_multi && last == b"+QUEUED\r\n" {
            self.queued.push(command.clone());
            return;
        }
        if last.starts_with(b"-") && !last.starts_with(b"-EXECABORT") {
            return;
        }
        match name.as_str() {
            "MULTI" => {
                *self = Self {
                    in_multi: true,
                    queued: Vec::new(),
                    ..self.clone()
                }
            }
            "DISCARD" => self.in_multi = false,
            "EXEC" => {
                self.in_multi = false;
                self.observe_each(last);
            }
            "RESET" => *self = Self::default(),
            "HELLO" => self.resp3 = last.starts_with(b"%"),
            "SUBSCRIBE" | "UNSUBSCRIBE" | "PSUBSCRIBE" | "PUNSUBSCRIBE" => {
                self.subscriptions = last_int(last).unwrap_or(self.subscriptions);
            }
            _ => {}
        }
    }

    fn observe_each(&mut self, reply: &[u8]) {
        let queued = std::mem::take(&mut self.queued);
        // Only HELLO matters, and decoding a large reply costs more than looking for it.
        if !queued.iter().any(|command| command.name() == "HELLO") {
            return;
        }
        if let Ok(Value::Many(_, items)) = Value::decode(reply) {
            for (command, item) in queued.iter().zip(&items) {
                if command.name() == "HELLO" && !item.is_error() {
                    self.resp3 = matches!(item, Value::Many(b'%', _));
                }
            }
        }
    }
}

/// The count that ends a confirmation.
fn last_int(frame: &[u8]) -> Option<i64> {
    let text = frame.strip_suffix(b"\r\n")?;
    let at = text.iter().rposition(|byte| *byte == b':')?;
    parse_int(&text[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn state_follows_the_replies() {
        let mut state = State::default();
        let mut step = |args: &[&str], reply: &str| {
            state.observe(&Command::plain(args), &[reply.as_bytes().to_vec()]);
            (
                state.in_multi,
                state.queued.len(),
                state.resp3,
                state.subscriptions,
            )
        };
        assert_eq!(step(&["multi"], "+OK\r\n"), (true, 0, false, 0));
        assert_eq!(step(&["GET", "a"], "+QUEUED\r\n"), (true, 1, false, 0));
        assert_eq!(step(&["MULTI"], "-ERR nested\r\n"), (true, 1, false, 0));
        assert_eq!(step(&["hello", "3"], "+QUEUED\r\n"), (true, 2, false, 0));
        let reply = "*2\r\n$-1\r\n%1\r\n$1\r\na\r\n:1\r\n";
        assert_eq!(step(&["EXEC"], reply), (false, 0, true, 0));
        let confirmation = ">3\r\n$9\r\nsubscribe\r\n$1\r\nc\r\n:2\r\n";
        assert_eq!(step(&["SUBSCRIBE", "c"], confirmation), (false, 0, true, 2));
        assert_eq!(step(&["RESET"], "+RESET\r\n"), (false, 0, false, 0));
    }
}
