//! Blocking commands: a session is parked while the reference does not answer, and both servers
//! must let it go in the same step.

use std::io;
use std::time::{Duration, Instant};

use super::command::{Arg, Command, REFERENCE, SUBJECT};
use super::rules::WAITER;
use super::runner::Runner;
use super::session::Parked;
use super::walker::Walker;
use crate::link::{Link, wait_any};
use crate::wire::Value;

/// How long a server may take to count a session as blocked.
const PARK_PATIENCE: Duration = Duration::from_secs(2);
/// Time for a subject with several cores to register the wait wherever it must be known.
const SETTLE: Duration = Duration::from_millis(1);
/// How long the subject may take to serve a session that the reference has served.
const WAITER_PATIENCE: Duration = Duration::from_millis(500);
/// Timeouts that are waited for.
const SHORT_TIMEOUTS: [&str; 3] = ["0.001", "0.02", "1e-2"];
/// Steps after which a parked session is let go by force.
const PARKED_STEPS_MAX: u64 = 300;

impl Runner {
    /// Sends a command that may wait, alone.
    pub(super) fn blocking_step(&mut self, at: usize) -> io::Result<()> {
        let parked_before = self.parked_count();
        if parked_before * 2 >= self.options.sessions {
            return Ok(());
        }
        let mut commands = vec![self.tables.blocking(&mut self.pool, self.options.sessions)];
        if self.pool.chance(1, 6) {
            // Nobody else acts meanwhile: it is served at once or times out.
            shorten(&mut commands[0], self.pool.pick(&SHORT_TIMEOUTS));
            return self.exchange(at, commands);
        }
        for number in 0..self.pool.rng.below(3) {
            commands.push(Command::plain(&["ECHO", &format!("after {number}")]));
        }
        self.send(at, &commands);
        let mut walkers = [Walker::default(), Walker::default()];
        let waits = self.reference_waits(at, &commands, &mut walkers[REFERENCE], parked_before)?;
        if !waits {
            let outcome = self.sessions[at].converse(&commands, walkers, self.options.patience)?;
            return self.judge(at, &commands, outcome);
        }
        self.report.parked += 1;
        let since_step = self.report.steps;
        let command = commands[0].clone();
        self.sessions[at].parked = Some(Parked {
            commands,
            walkers,
            since_step,
        });
        self.identities[at].parked = true;
        self.sessions[at].links[SUBJECT].flush()?;
        let deadline = Instant::now() + PARK_PATIENCE;
        while blocked_clients(&mut self.control[SUBJECT])? != Some(parked_before + 1) {
            if Instant::now() > deadline || self.subject_answers(at)? {
                let what = format!(
                    "the reference waits, the subject does not: {}",
                    command.shown()
                );
                return self.parked_difference(at, &what);
            }
        }
        std::thread::sleep(SETTLE);
        Ok(())
    }

    /// After each step: whoever the reference has let go must be let go by the subject too.
    pub(super) fn check_parked(&mut self) -> io::Result<()> {
        if self.parked_count() == 0 {
            return Ok(());
        }
        // Whatever the step made the reference send has been sent before it answers this.
        self.control[REFERENCE].ask(&["PING"])?;
        for at in 0..self.sessions.len() {
            let session = &mut self.sessions[at];
            let Some(parked) = &mut session.parked else {
                continue;
            };
            session.links[REFERENCE].fill()?;
            parked.walkers[REFERENCE].take(&mut session.links[REFERENCE], &parked.commands);
            if parked.walkers[REFERENCE].has_replies() || session.links[REFERENCE].is_closed() {
                if let Some(Parked {
                    commands, walkers, ..
                }) = session.parked.take()
                {
                    self.identities[at].parked = false;
                    let told = walkers[REFERENCE]
                        .replies
                        .first()
                        .cloned()
                        .unwrap_or_default();
                    if self.only_reference_looks_anew(at, &commands[0], &told)? {
                        return Ok(());
                    }
                    let session = &mut self.sessions[at];
                    let outcome = session.converse(&commands, walkers, self.options.patience)?;
                    self.released = true;
                    let judged = self.judge(at, &commands, outcome);
                    self.released = false;
                    judged?;
                }
            } else if self.subject_answers(at)? {
                self.parked_difference(at, "the subject answers while the reference waits")?;
            }
        }
        Ok(())
    }

    /// Whether a request for several streams got an error on the reference for the type of a key
    /// that the subject does not look at as long as that key does not concern it. Both are then
    /// brought to the same state.
    fn only_reference_looks_anew(
        &mut self,
        at: usize,
        command: &Command,
        told: &[Vec<u8>],
    ) -> io::Result<bool> {
        let wrong_type = told
            .first()
            .is_some_and(|frame| frame.starts_with(b"-WRONGTYPE "));
        if !wrong_type || command.name() != "XREAD" {
            return Ok(false);
        }
        let link = &mut self.sessions[at].links[SUBJECT];
        if wait_any(&[link], Instant::now() + WAITER_PATIENCE)? {
            return Ok(false);
        }
        self.report.explained(WAITER, "XREAD");
        self.resynchronise(at)?;
        Ok(true)
    }

    /// Lets a parked session go, if there is one (more eagerly one that waits for long).
    pub(super) fn release_step(&mut self, helper: usize) -> io::Result<bool> {
        let parked: Vec<usize> = (0..self.sessions.len())
            .filter(|at| self.sessions[*at].parked.is_some())
            .collect();
        if parked.is_empty() {
            return Ok(false);
        }
        let at = self.pool.pick(&parked);
        let Some(wait) = &self.sessions[at].parked else {
            return Ok(false);
        };
        let long = self.report.steps - wait.since_step > PARKED_STEPS_MAX;
        let sorted = wait.commands[0].name().starts_with("BZ");
        let of_stream = is_of_stream(&wait.commands[0]);
        let key = first_key(&wait.commands[0]);
        match self.pool.rng.below(10) {
            0..5 if !long => {
                let value = self.pool.value();
                let push = if of_stream {
                    let id = self.pool.new_entry_id();
                    Command::plain(&[b"XADD", &key[..], &id, b"f", &value])
                } else if sorted {
                    Command::plain(&[b"ZADD", &key[..], b"1", &value])
                } else {
                    Command::plain(&[b"RPUSH", &key[..], &value])
                };
                self.exchange(helper, vec![push])?;
            }
            9 => self.kill(helper, at)?,
            _ => {
                let bytes = |text: &str| Arg::Bytes(text.as_bytes().to_vec());
                let mut args = vec![bytes("CLIENT"), bytes("UNBLOCK"), Arg::SessionId(at)];
                match self.pool.rng.below(3) {
                    0 => args.push(bytes("ERROR")),
                    1 => args.push(bytes("timeout")),
                    _ => {}
                }
                self.exchange(helper, vec![Command::of(args)])?;
            }
        }
        Ok(true)
    }

    fn parked_count(&self) -> usize {
        self.sessions
            .iter()
            .filter(|session| session.parked.is_some())
            .count()
    }

    /// Waits until the reference has either answered or counts one blocked client more.
    fn reference_waits(
        &mut self,
        at: usize,
        commands: &[Command],
        walker: &mut Walker,
        parked_before: usize,
    ) -> io::Result<bool> {
        let deadline = Instant::now() + PARK_PATIENCE;
        loop {
            let link = &mut self.sessions[at].links[REFERENCE];
            link.flush()?;
            let blocked = blocked_clients(&mut self.control[REFERENCE])?;
            let link = &mut self.sessions[at].links[REFERENCE];
            link.fill()?;
            walker.take(link, commands);
            if walker.has_replies() || link.is_closed() || Instant::now() > deadline {
                return Ok(false);
            }
            if blocked == Some(parked_before + 1) {
                return Ok(true);
            }
        }
    }

    /// Whether the subject has answered a parked command, or hung up.
    fn subject_answers(&mut self, at: usize) -> io::Result<bool> {
        let session = &mut self.sessions[at];
        let Some(parked) = &mut session.parked else {
            return Ok(false);
        };
        let link = &mut session.links[SUBJECT];
        link.fill()?;
        let walker = &mut parked.walkers[SUBJECT];
        walker.take(link, &parked.commands);
        Ok(walker.has_replies() || walker.malformed.is_some() || link.is_closed())
    }

    fn parked_difference(&mut self, at: usize, what: &str) -> io::Result<()> {
        let parked = self.sessions[at].parked.take();
        let reply = parked.map_or_else(Vec::new, |parked| {
            parked.walkers[SUBJECT]
                .replies
                .iter()
                .flatten()
                .flatten()
                .copied()
                .collect()
        });
        let session = Some(&self.sessions[at]);
        self.report
            .difference("(waiting)", at, session, what, [b"(waits)", &reply]);
        self.recover(at)
    }
}

/// XREAD or XREADGROUP, whose second argument is the time to wait.
fn is_of_stream(command: &Command) -> bool {
    command.name().starts_with("XREAD")
}

fn shorten(command: &mut Command, seconds: &str) {
    const MILLIS: &[u8] = b"20";
    let (place, timeout) = if is_of_stream(command) {
        (command.args.get_mut(2), MILLIS)
    } else if command.name().ends_with("MPOP") {
        (command.args.get_mut(1), seconds.as_bytes())
    } else {
        (command.args.last_mut(), seconds.as_bytes())
    };
    if let Some(place) = place {
        *place = Arg::Bytes(timeout.to_vec());
    }
}

fn first_key(command: &Command) -> Vec<u8> {
    let at = if is_of_stream(command) {
        let is_streams = |at: &usize| {
            let word = command.arg(*at).unwrap_or_default();
            word.eq_ignore_ascii_case(b"streams")
        };
        let found = (0..command.args.len()).find(is_streams);
        found.map_or(1, |at| at + 1)
    } else if command.name().ends_with("MPOP") {
        3
    } else {
        1
    };
    command.arg(at).unwrap_or_default().to_vec()
}

/// The count of blocked clients that INFO tells.
fn blocked_clients(control: &mut Link) -> io::Result<Option<usize>> {
    let reply = control.ask(&["INFO", "clients"])?;
    let value = Value::decode(&reply).map_err(io::Error::other)?;
    let text = String::from_utf8_lossy(value.body().unwrap_or_default()).into_owned();
    let count = text
        .lines()
        .find_map(|line| line.strip_prefix("blocked_clients:"));
    Ok(count.and_then(|count| count.trim().parse().ok()))
}
