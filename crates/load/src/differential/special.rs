//! Steps with a plan of their own: silenced replies, whole scans, killed connections, broken
//! requests, passwords.

use std::io;
use std::time::{Duration, Instant};

use super::batch::fatal;
use super::command::{Arg, Command, Expect, REFERENCE, SUBJECT};
use super::content::scan_all;
use super::runner::Runner;
use crate::link::{Link, wait_any};
use crate::wire::{self, Value};

/// One step in so many is special; kinds in parts of that.
const PARTS: u64 = 10_000;
/// How long a killed connection may take to close.
const CLOSE_PATIENCE: Duration = Duration::from_secs(2);

impl Runner {
    /// Does a special step, if the dice say so.
    pub(super) fn special_step(&mut self) -> io::Result<bool> {
        let Some(at) = self.idle_session() else {
            return Ok(false);
        };
        match self.pool.rng.below(PARTS) {
            0..500 => self.blocking_step(at)?,
            500..900 => return self.release_step(at),
            900..950 => {
                let commands = self.silenced();
                self.exchange(at, commands)?;
            }
            950..990 => {
                let outcome = self.scan_step(at);
                self.survive(at, "SCAN", outcome)?;
            }
            990..1030 => {
                let outcome = self.random_key_step(at);
                self.survive(at, "RANDOMKEY", outcome)?;
            }
            1030..1050 => self.kill_step(at)?,
            1050..1080 => {
                let commands = vec![fatal(&mut self.pool)];
                self.exchange(at, commands)?;
            }
            1080..1085 => self.password_step()?,
            1085..1385 => {
                let outcome = self.payload_step(at);
                self.survive(at, "DUMP", outcome)?;
            }
            1385..1485 => {
                let outcome = self.taking_step(at);
                self.survive(at, "SPOP", outcome)?;
            }
            1485..1585 => {
                let outcome = self.drawing_step(at);
                self.survive(at, "(draw)", outcome)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// A direct question that got no proper answer is a difference, and the run goes on.
    fn survive(&mut self, at: usize, name: &str, outcome: io::Result<()>) -> io::Result<()> {
        let Err(error) = outcome else {
            return Ok(());
        };
        let what = format!("no proper answer to {name}: {error}");
        let session = Some(&self.sessions[at]);
        self.report.difference(name, at, session, &what, [b"", b""]);
        self.recover(at)
    }

    /// A session outside transactions that may send anything, if a random one is.
    pub(super) fn idle_session(&mut self) -> Option<usize> {
        let free = self.free_sessions();
        let at = self.pool.pick(&free);
        let session = &self.sessions[at];
        (!session.state.in_multi && !session.is_restricted()).then_some(at)
    }

    /// CLIENT REPLY OFF ... ON, or SKIP.
    fn silenced(&mut self) -> Vec<Command> {
        let mut commands = Vec::new();
        let sessions = self.options.sessions;
        if self.pool.chance(1, 2) {
            commands.push(Command::plain(&["CLIENT", "REPLY", "SKIP"]));
            commands.push(self.tables.data(&mut self.pool, sessions));
        } else {
            commands.push(Command::plain(&["CLIENT", "REPLY", "OFF"]));
            for _ in 0..self.pool.rng.below(6) {
                commands.push(self.tables.data(&mut self.pool, sessions));
            }
        }
        let silent = commands.len();
        for command in &mut commands[..silent] {
            command.expect = Expect::Nothing;
        }
        commands.push(Command::plain(&["CLIENT", "REPLY", "ON"]));
        commands.push(Command::plain(&["PING"]));
        commands
    }

    /// A whole scan on each server: the same keys must come.
    fn scan_step(&mut self, at: usize) -> io::Result<()> {
        let mut options: Vec<Vec<u8>> = Vec::new();
        if self.pool.chance(1, 2) {
            options.extend([b"MATCH".to_vec(), self.pool.pattern()]);
        }
        if self.pool.chance(1, 2) {
            let count = self.pool.rng.range(1..50).to_string();
            options.extend([b"COUNT".to_vec(), count.into_bytes()]);
        }
        if self.pool.chance(1, 3) {
            let kinds: [&[u8]; 4] = [b"string", b"LIST", b"hash", b"nosuch"];
            options.extend([b"TYPE".to_vec(), self.pool.pick(&kinds).to_vec()]);
        }
        self.pause_pushes(at)?;
        let [reference, subject] = &mut self.sessions[at].links;
        let outcomes = [scan_all(reference, &options)?, scan_all(subject, &options)?];
        self.report.commands += 1;
        if outcomes[REFERENCE] != outcomes[SUBJECT] {
            let shown = outcomes.map(|outcome| match outcome {
                Ok(keys) => keys.join(&b' '),
                Err(reply) => reply,
            });
            let options = wire::shown(&options.join(&b' '), 200);
            let what = format!("whole SCAN with {options}");
            let session = Some(&self.sessions[at]);
            let replies = [&shown[REFERENCE][..], &shown[SUBJECT]];
            self.report.difference("SCAN", at, session, &what, replies);
            self.recover(at)?;
        }
        Ok(())
    }

    /// RANDOMKEY on each server: the other one must have that key.
    fn random_key_step(&mut self, at: usize) -> io::Result<()> {
        self.pause_pushes(at)?;
        let [reference, subject] = &mut self.sessions[at].links;
        let replies = [reference.ask(&["RANDOMKEY"])?, subject.ask(&["RANDOMKEY"])?];
        self.report.commands += 1;
        let keys = replies.each_ref().map(|reply| Value::decode(reply).ok());
        let known = match &keys {
            [
                Some(Value::Bulk(b'$', ours)),
                Some(Value::Bulk(b'$', theirs)),
            ] => {
                let there = subject.ask(&[b"EXISTS", &ours[..]])?;
                let here = reference.ask(&[b"EXISTS", &theirs[..]])?;
                there == b":1\r\n" && here == b":1\r\n"
            }
            _ => replies[REFERENCE] == replies[SUBJECT],
        };
        if !known {
            let session = Some(&self.sessions[at]);
            let replies = [&replies[REFERENCE][..], &replies[SUBJECT]];
            let what = "RANDOMKEY names a key that the other has not";
            self.report
                .difference("RANDOMKEY", at, session, what, replies);
            self.recover(at)?;
        }
        Ok(())
    }

    /// One session kills another (or itself); both servers must hang up.
    fn kill_step(&mut self, killer: usize) -> io::Result<()> {
        let victim = self.pool.rng.below(self.sessions.len() as u64) as usize;
        self.kill(killer, victim)
    }

    pub(super) fn kill(&mut self, killer: usize, victim: usize) -> io::Result<()> {
        let bytes = |text: &str| Arg::Bytes(text.as_bytes().to_vec());
        let mut args = vec![bytes("CLIENT"), bytes("KILL")];
        match self.pool.rng.below(3) {
            0 => args.extend([bytes("ID"), Arg::SessionId(victim)]),
            1 => args.extend([bytes("ADDR"), Arg::SessionAddr(victim)]),
            _ => args.push(Arg::SessionAddr(victim)),
        }
        let by_filter = args.len() == 4;
        if by_filter && (killer == victim || self.pool.chance(1, 3)) {
            args.extend([bytes("SKIPME"), bytes("no")]);
        }
        let mut command = Command::of(args);
        command.closes = killer == victim;
        self.exchange(killer, vec![command])?;
        if killer == victim {
            return Ok(());
        }
        let closed = [REFERENCE, SUBJECT].map(|side| {
            await_close(
                &mut self.sessions[victim].links[side],
                Instant::now() + CLOSE_PATIENCE,
            )
        });
        let [ours, theirs] = closed;
        if ours? != theirs? {
            let what = "one server only has closed the killed connection";
            self.report
                .difference("CLIENT KILL", victim, None, what, [b"", b""]);
        }
        self.reconnect(victim)
    }

    /// A new connection before authentication, then with a password.
    fn password_step(&mut self) -> io::Result<()> {
        for link in &mut self.control {
            link.ask(&["CONFIG", "SET", "requirepass", "secret"])?;
        }
        let at = self.sessions.len();
        self.push_session()?;
        let mut commands: Vec<Command> = [
            &["GET", "t1"][..],
            &["PING"],
            &["AUTH", "wrong"],
            &["AUTH", "default", "wrong"],
            &["AUTH", "nobody", "secret"],
            &["HELLO", "3"],
            &["HELLO", "2", "AUTH", "default", "wrong"],
            &["MULTI"],
            &["RESET"],
            &["CLIENT", "SETNAME", "early"],
            &["NOSUCH"],
        ]
        .iter()
        .filter(|_| self.pool.chance(2, 3))
        .map(|args| Command::plain(args))
        .collect();
        if self.pool.chance(1, 2) {
            commands.push(Command::plain(&["HELLO", "2", "AUTH", "default", "secret"]));
            commands.push(Command::plain(&["GET", "t1"]));
            commands.push(Command::plain(&["QUIT"]));
        } else {
            // Limits before authentication are stricter.
            let requests: [&[u8]; 3] = [b"*11\r\n", b"*1\r\n$16385\r\n", b"*1\r\n$x\r\n"];
            commands.push(Command::raw(self.pool.pick(&requests), Expect::One, true));
        }
        // A difference makes the session connect anew, without the password.
        self.send(at, &commands);
        let walkers = [Default::default(), Default::default()];
        let outcome = self.sessions[at].converse(&commands, walkers, self.options.patience)?;
        for link in &mut self.control {
            link.ask(&["CONFIG", "SET", "requirepass", ""])?;
        }
        self.judge(at, &commands, outcome)?;
        self.sessions.truncate(at);
        self.identities.truncate(at);
        Ok(())
    }
}

fn await_close(link: &mut Link, deadline: Instant) -> io::Result<bool> {
    while !link.is_closed() && wait_any(&[link], deadline)? {
        link.fill()?;
    }
    Ok(link.is_closed())
}
