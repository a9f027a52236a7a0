//! The run: sessions take turns, replies are compared, differences reported, and after each
//! difference both servers are brought to the same state again.

use std::io;

use super::Options;
use super::batch::Tables;
use super::command::{Arg, Command, Identity, MARKER, REFERENCE, SUBJECT};
use super::content;
use super::flips::{Counts, Flips};
use super::follower::Follower;
use super::forms_control::SETTINGS;
use super::pool::Pool;
use super::report::Report;
use super::rules::{self, ORDER, PUSH_POSITION, Verdict, WAITER};
use super::session::{Outcome, Session};
use super::walker::Walker;
use crate::link::Link;

/// After so many differences the contents are no longer compared after each.
const CHECKED_DIFFERENCES_MAX: u64 = 200;

/// A run in progress.
#[derive(Debug)]
pub struct Runner {
    pub(super) options: Options,
    pub(super) pool: Pool,
    pub(super) tables: Tables,
    pub(super) sessions: Vec<Session>,
    pub(super) identities: Vec<Identity>,
    /// Connections for questions about the servers' own state.
    pub(super) control: [Link; 2],
    content: [Link; 2],
    pub(super) report: Report,
    /// The replies that are being compared are those of a session that has waited.
    pub(super) released: bool,
    flips: Flips,
    follower: Option<Follower>,
}

impl Runner {
    /// Connects everything and empties both servers.
    pub fn start(options: Options) -> io::Result<Self> {
        let connect = |side: usize| Link::connect(options.addrs[side]);
        let mut control = [connect(REFERENCE)?, connect(SUBJECT)?];
        let content = [connect(REFERENCE)?, connect(SUBJECT)?];
        let mut debug = true;
        for link in &mut control {
            link.ask(&["FLUSHALL"])?;
            for (name, value) in SETTINGS {
                link.ask(&["CONFIG", "SET", name, value])?;
            }
            link.ask(&["CONFIG", "RESETSTAT"])?;
            debug &= link.ask(&["DEBUG", "SLEEP", "0"])? == b"+OK\r\n";
        }
        let report = Report {
            shown_max: options.shown_max,
            ..Report::default()
        };
        let mut runner = Self {
            pool: Pool::new(options.seed),
            // What DEBUG does to keys is no effect, here as there.
            tables: Tables::new(debug && options.follower.is_none()),
            sessions: Vec::new(),
            identities: Vec::new(),
            control,
            content,
            report,
            released: false,
            flips: Flips::new(options.flips, options.commands),
            follower: match options.follower {
                Some(addr) => Some(Follower::start(addr, options.addrs[SUBJECT])?),
                None => None,
            },
            options,
        };
        for at in 0..runner.options.sessions {
            runner.push_session()?;
            runner.introduce(at)?;
        }
        Ok(runner)
    }

    /// Runs to the end and returns whether all was as it should be.
    pub fn run(&mut self, mut progress: impl FnMut(&Report)) -> io::Result<bool> {
        let mut next_content = self.options.content_every;
        let mut next_progress = 0;
        while self.report.commands < self.options.commands {
            self.step()?;
            if self.report.commands >= next_content {
                self.compare_contents(false)?;
                self.compare_follower()?;
                next_content += self.options.content_every;
            }
            if self.report.commands >= next_progress {
                progress(&self.report);
                next_progress += self.options.commands / 10;
            }
        }
        for at in self.free_sessions() {
            self.exchange(at, vec![Command::marker()])?;
        }
        self.compare_contents(false)?;
        self.compare_follower()?;
        if let Some(follower) = &self.follower {
            print!("{}", follower.summary());
            return Ok(follower.is_equal());
        }
        if self.options.flips > 0 {
            print!("{}", self.flips.summary());
            return Ok(self.flips.passed());
        }
        Ok(self.report.differences == 0)
    }

    fn compare_follower(&mut self) -> io::Result<()> {
        let Some(follower) = &mut self.follower else {
            return Ok(());
        };
        for difference in follower.compare()? {
            println!(
                "follower after {} commands: {difference}",
                self.report.commands
            );
        }
        Ok(())
    }

    /// The counts so far.
    pub fn report(&self) -> &Report {
        &self.report
    }

    fn step(&mut self) -> io::Result<()> {
        self.report.steps += 1;
        if self.flips.due(self.report.commands) {
            let free = self.free_sessions();
            let at = self.pool.pick(&free);
            let counts = self.counts();
            let link = &mut self.sessions[at].links[SUBJECT];
            self.flips.plan(&mut self.pool, at, link, counts);
        }
        if !self.special_step()? {
            let free = self.free_sessions();
            let at = self.pool.pick(&free);
            let session = &self.sessions[at];
            let mut commands = self.tables.pipeline(
                &mut self.pool,
                self.options.sessions,
                session.state.in_multi,
                session.is_restricted(),
            );
            if self.waits_for_several_keys() {
                let marked = commands.get(1).is_some_and(|c| c.arg(1) == Some(MARKER));
                commands.truncate(1 + usize::from(marked));
            }
            self.exchange(at, commands)?;
        }
        self.check_parked()?;
        let counts = self.counts();
        let sessions = &self.sessions;
        let pending = |at: usize| sessions[at].links[SUBJECT].flips_pending();
        self.flips.after_step(self.report.steps, counts, pending);
        Ok(())
    }

    /// A session waits for keys that may be of several cores: the subject may serve it a moment
    /// after the command that let it go, so that what follows must not come before that.
    fn waits_for_several_keys(&self) -> bool {
        let parked = self.sessions.iter().filter_map(|s| s.parked.as_ref());
        let mut commands = parked.filter_map(|parked| parked.commands.first());
        commands.any(|command| command.args.len() > 3)
    }

    /// Sessions that do not wait for anything.
    pub(super) fn free_sessions(&self) -> Vec<usize> {
        let waits = |at: &usize| self.sessions[*at].parked.is_some();
        (0..self.sessions.len()).filter(|at| !waits(at)).collect()
    }

    /// Sends commands on a session to both servers and compares everything that comes back.
    pub(super) fn exchange(&mut self, at: usize, commands: Vec<Command>) -> io::Result<()> {
        self.send(at, &commands);
        let walkers = [Walker::default(), Walker::default()];
        let outcome = self.sessions[at].converse(&commands, walkers, self.options.patience)?;
        self.judge(at, &commands, outcome)
    }

    /// Puts commands into both outboxes.
    pub(super) fn send(&mut self, at: usize, commands: &[Command]) {
        for side in [REFERENCE, SUBJECT] {
            let out = self.sessions[at].links[side].outbox();
            for command in commands {
                command.encode(side, &self.identities, out);
            }
        }
        self.report.commands += commands.len() as u64;
    }

    /// Compares what both servers answered.
    pub(super) fn judge(
        &mut self,
        at: usize,
        commands: &[Command],
        mut outcome: Outcome,
    ) -> io::Result<()> {
        let before = self.report.differences;
        if self.compare_replies(at, commands, &outcome) {
            return self.resynchronise(at);
        }
        self.compare_endings(at, commands, &outcome);
        self.sessions[at].gather_pushes(&mut outcome.walkers)?;
        self.compare_pushes(at);
        if self.report.differences > before {
            return self.recover(at);
        }
        if outcome.closed == [true, true] {
            return self.reconnect(at);
        }
        Ok(())
    }

    /// Tells whether the two have parted for an explained reason; what follows is not compared.
    fn compare_replies(&mut self, at: usize, commands: &[Command], outcome: &Outcome) -> bool {
        let none: &[Vec<u8>] = &[];
        let answered = outcome
            .walkers
            .iter()
            .map(Walker::answered)
            .min()
            .unwrap_or_default();
        // How the conversation ends is compared apart: what follows an early end is no news.
        for (number, command) in commands.iter().enumerate().take(answered) {
            let frames = [REFERENCE, SUBJECT].map(|side| {
                let walker: &Walker = &outcome.walkers[side];
                walker.replies.get(number).map_or(none, Vec::as_slice)
            });
            let name = command.name();
            let error = frames[REFERENCE]
                .first()
                .is_some_and(|frame| frame.starts_with(b"-"));
            let sent = self.report.sent.entry(name.clone()).or_default();
            sent.0 += 1;
            let bytes = frames[REFERENCE].iter().map(Vec::len).sum::<usize>() as u64;
            sent.1 += u64::from(error);
            sent.2 += bytes;
            self.report.reply_bytes += bytes;
            let queued = &self.sessions[at].state.queued;
            match rules::compare(command, queued, frames, &self.identities) {
                Verdict::Same => {}
                Verdict::Explained(kinds) => {
                    for (kind, name) in kinds {
                        self.report.explained(kind, &name);
                    }
                }
                Verdict::Different
                    if self.released
                        && number == 0
                        && rules::served_past_wrong_type(command, frames) =>
                {
                    self.report.explained(WAITER, &name);
                    return true;
                }
                Verdict::Different => {
                    let shown = frames.map(<[Vec<u8>]>::concat);
                    let detail = rules::detail(command, queued, frames, &self.identities);
                    let what = format!("reply to {}{detail}", command.shown());
                    let replies = [&shown[REFERENCE][..], &shown[SUBJECT]];
                    let session = Some(&self.sessions[at]);
                    self.report.difference(&name, at, session, &what, replies);
                }
            }
            self.sessions[at].state.observe(command, frames[REFERENCE]);
            self.sessions[at].remember(command, frames[REFERENCE]);
        }
        false
    }

    /// After a waiter was served by another key: both become empty, and the session starts anew.
    pub(super) fn resynchronise(&mut self, at: usize) -> io::Result<()> {
        for link in &mut self.control {
            link.ask(&["FLUSHALL"])?;
            for (name, value) in SETTINGS {
                link.ask(&["CONFIG", "SET", name, value])?;
            }
            link.ask(&["CONFIG", "RESETSTAT"])?;
        }
        self.reconnect(at)
    }

    /// Late replies, bytes that are no replies, connections closed by one server only.
    fn compare_endings(&mut self, at: usize, commands: &[Command], outcome: &Outcome) {
        let tell = |side: usize| {
            let walker = &outcome.walkers[side];
            let state = match &walker.malformed {
                Some(error) => error.clone(),
                None if outcome.closed[side] => "connection closed".to_string(),
                None if outcome.late && !walker.is_done(commands) => "no reply in time".to_string(),
                None => String::new(),
            };
            (state, walker.answered().min(commands.len()))
        };
        let (ours, theirs) = (tell(REFERENCE), tell(SUBJECT));
        if (ours == theirs || ours.0 == theirs.0 && ours.0 == "connection closed") && !outcome.late
        {
            return;
        }
        let answered = ours.1.min(theirs.1);
        let next = commands.get(answered).or(commands.last());
        let (name, shown) = next.map_or_else(Default::default, |c| (c.name(), c.shown()));
        let what = format!(
            "the conversation ends differently after {answered} of {} replies, at {shown}",
            commands.len()
        );
        let session = Some(&self.sessions[at]);
        let replies = [ours.0.as_bytes(), theirs.0.as_bytes()];
        self.report.difference(&name, at, session, &what, replies);
    }

    fn compare_pushes(&mut self, at: usize) {
        let queues = std::mem::take(&mut self.sessions[at].pushes);
        self.report.pushes += queues[REFERENCE].len() as u64;
        if queues[REFERENCE] == queues[SUBJECT] {
            return;
        }
        let frames = queues.each_ref().map(|queue| {
            queue
                .iter()
                .map(|(_, frame)| frame.clone())
                .collect::<Vec<Vec<u8>>>()
        });
        if frames[REFERENCE] == frames[SUBJECT] {
            self.report.explained(PUSH_POSITION, "(push)");
            return;
        }
        let sorted = frames.map(|frames| rules::patterns_sorted(&frames));
        if sorted[REFERENCE] == sorted[SUBJECT] {
            self.report.explained(ORDER, "(push)");
            return;
        }
        let by_channel = sorted.each_ref().map(|frames| rules::by_channel(frames));
        if by_channel[REFERENCE] == by_channel[SUBJECT] {
            self.report.explained(PUSH_POSITION, "(push)");
            return;
        }
        let common = sorted[REFERENCE]
            .iter()
            .zip(&sorted[SUBJECT])
            .take_while(|(a, b)| a == b)
            .count();
        let first = |side: usize| sorted[side].get(common).map_or(&b""[..], Vec::as_slice);
        let what = format!(
            "message pushed ({} and {} after {common} equal ones)",
            sorted[REFERENCE].len() - common,
            sorted[SUBJECT].len() - common
        );
        let replies = [first(REFERENCE), first(SUBJECT)];
        let session = Some(&self.sessions[at]);
        self.report
            .difference("(push)", at, session, &what, replies);
    }

    /// After a difference: the session starts anew, and if the contents have parted, empty
    /// servers do, so that what follows is a difference of its own.
    pub(super) fn recover(&mut self, at: usize) -> io::Result<()> {
        if self.report.differences <= CHECKED_DIFFERENCES_MAX
            || self
                .report
                .differences
                .is_multiple_of(CHECKED_DIFFERENCES_MAX)
        {
            self.compare_contents(true)?;
        }
        for link in &mut self.control {
            link.ask(&["CONFIG", "RESETSTAT"])?;
        }
        self.reconnect(at)
    }

    /// Compares the whole contents; a difference is reported, and both servers are emptied.
    fn compare_contents(&mut self, after_difference: bool) -> io::Result<()> {
        let (differences, keys) = content::compare(&mut self.content)?;
        self.report.contents += 1;
        self.report.content_keys += keys;
        if differences.is_empty() {
            return Ok(());
        }
        let cause = if after_difference {
            " (after the difference above)"
        } else {
            ""
        };
        let what = format!("contents{cause}:\n    {}", differences.join("\n    "));
        self.report
            .difference("(contents)", 0, None, &what, [b"", b""]);
        for link in &mut self.control {
            link.ask(&["FLUSHALL"])?;
        }
        Ok(())
    }

    /// Appends a connected session without a known identity.
    pub(super) fn push_session(&mut self) -> io::Result<()> {
        self.sessions.push(Session::connect(self.options.addrs)?);
        self.identities.push(Identity::default());
        Ok(())
    }

    /// Replaces a session by a new connection.
    pub(super) fn reconnect(&mut self, at: usize) -> io::Result<()> {
        self.sessions[at] = Session::connect(self.options.addrs)?;
        self.introduce(at)?;
        let link = &mut self.sessions[at].links[SUBJECT];
        self.flips.reconnected(&mut self.pool, at, link);
        Ok(())
    }

    /// Asks both servers for the ids of a new connection; every other session speaks RESP3.
    fn introduce(&mut self, at: usize) -> io::Result<()> {
        let mut identity = Identity::default();
        for side in [REFERENCE, SUBJECT] {
            let link = &mut self.sessions[at].links[side];
            let reply = link.ask(&["CLIENT", "ID"])?;
            let id = crate::wire::Value::decode(&reply)
                .ok()
                .and_then(|value| value.int());
            identity.id[side] = id.ok_or_else(|| io::Error::other("CLIENT ID is no integer"))?;
            identity.addr[side] = link.local_addr()?.to_string();
        }
        self.identities[at] = identity;
        if at % 2 == 1 {
            let hello = Command::of(vec![
                Arg::Bytes(b"HELLO".to_vec()),
                Arg::Bytes(b"3".to_vec()),
            ]);
            self.exchange_once(at, &hello)?;
        }
        Ok(())
    }

    /// One command whose difference does not lead to another reconnection.
    fn exchange_once(&mut self, at: usize, command: &Command) -> io::Result<()> {
        let commands = std::slice::from_ref(command);
        self.send(at, commands);
        let walkers = [Walker::default(), Walker::default()];
        let outcome = self.sessions[at].converse(commands, walkers, self.options.patience)?;
        self.compare_replies(at, commands, &outcome);
        Ok(())
    }

    fn counts(&self) -> Counts {
        Counts {
            commands: self.report.commands,
            differences: self.report.differences,
            uses: self.report.uses.values().sum(),
        }
    }
}

// The marker must never be taken for a value that a test writes.
const _: () = assert!(MARKER.len() > 12);
