//! The events of the history, one after another.

use engine::{Event, Record};

use super::session::{Expected, Watch};
use super::{At, Judge};
use crate::model::{Circumstances, Done};
use crate::wire::{self, Words};

impl Judge<'_> {
    pub(super) fn event(&mut self, at: At<'_>) {
        let record = &at.placed.record;
        if let Event::Expired { db, key } = &record.event {
            if !self.model.expired(*db, key, record.now_ms) {
                self.violation(at, "it was not due");
            }
            return;
        }
        if let Event::Evicted { db, key } = &record.event {
            if !self.model.evicted(*db, key) {
                self.violation(at, "it was not there");
            }
            return;
        }
        let Some(index) = self.session_of(record) else {
            self.violation(at, "there is no such session");
            return;
        };
        match &record.event {
            Event::Request { args, .. } => self.request(at, index, args),
            Event::Exec { commands } => self.exec(at, index, commands.as_deref()),
            Event::Blocked { args, .. } => self.blocked(at, index, args),
            Event::Served { args, key, .. } => self.served(at, index, args, key),
            Event::Ended { by } => self.ended(at, index, *by),
            Event::Expired { .. } | Event::Evicted { .. } => {}
        }
    }

    fn session_of(&self, record: &Record) -> Option<usize> {
        let caller = record.caller?;
        self.by_client.get(&caller.client_id).copied()
    }

    /// The session's next request must be this one.
    pub(super) fn is_next(&mut self, at: At<'_>, index: usize, args: &Words) -> bool {
        let connection = &self.evidence.connections[index];
        let next = connection.sent.get(self.sessions[index].cursor);
        if next.is_some_and(|sent| sent.at.is_some() && sent.args == *args) {
            return true;
        }
        let next = next.map_or("nothing".to_owned(), |sent| wire::shown_words(&sent.args));
        self.violation(at, &format!("out of order: its next request is {next}"));
        false
    }

    pub(super) fn circumstances(&self, at: At<'_>, index: usize, in_exec: bool) -> Circumstances {
        let session = &self.sessions[index];
        let now_ms = at.placed.record.now_ms;
        Circumstances {
            db: session.db,
            now_ms,
            resp3: session.resp3,
            in_exec,
        }
    }

    /// A request has its final reply.
    pub(super) fn answered(&mut self, at: At<'_>, index: usize, frames: Vec<Expected>) {
        self.check_real_time(at, index);
        let session = &mut self.sessions[index];
        session.expected.extend(frames);
        session.cursor += 1;
        self.advance(index);
    }

    /// Whoever had a reply before another request was sent stands before it.
    fn check_real_time(&mut self, at: At<'_>, index: usize) {
        let connection = &self.evidence.connections[index];
        let session = &self.sessions[index];
        let request = connection.sent.get(session.cursor);
        let sent_step = request
            .and_then(|sent| sent.at)
            .map_or(0, |moment| moment.step);
        if let Some(frame) = connection.replies.get(session.expected.len())
            && frame.at.step < self.latest.0
        {
            let text = format!(
                "real time: its reply arrived in step {}, before {} was sent in step {}, which \
                 stands before it",
                frame.at.step, self.latest.1, self.latest.0
            );
            self.violation(at, &text);
        }
        if sent_step > self.latest.0 {
            let what = request.map_or(String::new(), |sent| wire::shown_words(&sent.args));
            let client = connection.session.map_or(0, |(_, client_id)| client_id);
            self.latest = (sent_step, format!("{what} of client {client}"));
        }
    }

    fn request(&mut self, at: At<'_>, index: usize, args: &Words) {
        if !self.is_next(at, index, args) {
            return;
        }
        let with = self.circumstances(at, index, false);
        let name = args[0].to_ascii_lowercase();
        let frames = match name.as_slice() {
            b"watch" => {
                for key in &args[1..] {
                    let place = (with.db, key.clone());
                    if !self.sessions[index]
                        .watched
                        .iter()
                        .any(|watch| watch.place == place)
                    {
                        self.model.look_at(with.db, key, with.now_ms);
                        // A key that goes because its time was over is no change to who watches it
                        // from now on.
                        self.tell_watchers(with.now_ms);
                        self.sessions[index]
                            .watched
                            .push(Watch { place, over: false });
                    }
                }
                vec![Expected::Bytes(wire::ok())]
            }
            b"subscribe" | b"unsubscribe" | b"psubscribe" | b"punsubscribe" => {
                self.subscription(at, 0, index, args)
            }
            b"publish" => {
                self.publish(at, 0, &args[1], &args[2], &at.placed.record.reply);
                vec![Expected::Bytes(at.placed.record.reply.clone())]
            }
            _ => {
                match self.model.execute(&with, args) {
                    Done::Reply(reply) => self.compare(at, &reply, &at.placed.record.reply),
                    Done::Waits { .. } => self.violation(at, "it should wait"),
                    Done::Unknown => self.violation(at, "the model does not know it"),
                }
                vec![Expected::Bytes(at.placed.record.reply.clone())]
            }
        };
        self.answered(at, index, frames);
    }

    pub(super) fn compare(&mut self, at: At<'_>, expected: &[u8], got: &[u8]) {
        if expected != got {
            let text = format!(
                "expected {}, got {}",
                wire::shown(expected),
                wire::shown(got)
            );
            self.violation(at, &text);
        }
    }
}
