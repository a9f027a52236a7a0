//! What one session should hear, request by request.
//!
//! Requests that leave no record are answered here: they concern the session alone.

use std::collections::BTreeSet;

use super::Judge;
use super::windows::Question;
use crate::model::Place;
use crate::wire::{self, Words};

/// What a RESP2 client may ask for while it is subscribed.
const WHILE_SUBSCRIBED: [&str; 7] = [
    "subscribe",
    "unsubscribe",
    "psubscribe",
    "punsubscribe",
    "ping",
    "quit",
    "reset",
];

/// A session as a server would have it.
#[derive(Clone, Debug, Default)]
pub(super) struct Session {
    /// The first request that was not executed.
    pub(super) cursor: usize,
    pub(super) db: u32,
    pub(super) resp3: bool,
    /// CLIENT SETNAME.
    pub(super) name: Vec<u8>,
    pub(super) multi: Option<Multi>,
    pub(super) watched: Vec<Watch>,
    /// A watched key was changed.
    pub(super) dirty: bool,
    /// It may count as changed.
    pub(super) perhaps_dirty: bool,
    pub(super) channels: BTreeSet<Vec<u8>>,
    pub(super) patterns: BTreeSet<Vec<u8>>,
    pub(super) waiting: Option<Waiting>,
    /// It went away while it waited, or while it was not yet known whether it waits.
    pub(super) gone: bool,
    /// QUIT was executed: nothing comes after it.
    pub(super) quit: bool,
    pub(super) expected: Vec<Expected>,
}

/// A watched key.
#[derive(Clone, Debug)]
pub(super) struct Watch {
    pub(super) place: Place,
    /// What is there was past its time already when it came to be watched.
    pub(super) over: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Multi {
    pub(super) queued: Vec<Words>,
    pub(super) failed: bool,
}

/// A request that waits.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub(super) args: Words,
    pub(super) places: Vec<Place>,
    pub(super) deadline_ms: Option<i64>,
}

/// What is to come as one frame.
#[derive(Clone, Debug)]
pub(super) enum Expected {
    Bytes(Vec<u8>),
    OneOf(Vec<Vec<u8>>),
    /// A frame of this kind.
    Kind(u8),
    /// The answer to a question over all slots.
    Window(usize),
    /// 0 or 1, from CLIENT UNBLOCK of this client.
    Unblock(u64),
}

impl Session {
    pub(super) fn is_subscribed(&self) -> bool {
        !self.channels.is_empty() || !self.patterns.is_empty()
    }

    pub(super) fn subscriptions(&self) -> usize {
        self.channels.len() + self.patterns.len()
    }

    /// What PING hears.
    pub(super) fn answers_pong_as_message(&self) -> bool {
        self.is_subscribed() && !self.resp3
    }

    /// A transaction, or what was watched for it, is over.
    pub(super) fn end_transaction(&mut self) {
        self.multi = None;
        self.unwatch();
    }

    pub(super) fn unwatch(&mut self) {
        self.watched.clear();
        self.dirty = false;
        self.perhaps_dirty = false;
    }

    /// A subcommand of CLIENT outside of a transaction.
    fn client(&mut self, args: &Words) -> Local {
        match args[1].as_slice() {
            b"UNBLOCK" => {
                let target = wire::text_number(&args[2]).unsigned_abs();
                Local::Reply(Expected::Unblock(target))
            }
            b"SETNAME" => {
                self.name.clone_from(&args[2]);
                bytes(wire::ok())
            }
            b"GETNAME" => bytes(self.name_reply()),
            _ => Local::Reply(self.text_reply()),
        }
    }

    pub(super) fn name_reply(&self) -> Vec<u8> {
        match self.name.as_slice() {
            [] => wire::null(self.resp3),
            name => wire::bulk(name),
        }
    }

    /// A text that only its kind is known of.
    fn text_reply(&self) -> Expected {
        Expected::Kind(if self.resp3 { b'=' } else { b'$' })
    }

    /// What a RESP2 subscriber hears that asks for something else.
    fn refuse_while_subscribed(&mut self, name: &str, args: &Words) -> Local {
        if let Some(multi) = &mut self.multi {
            multi.failed = true;
        }
        let full = match name {
            "config" | "client" => {
                let sub = String::from_utf8_lossy(&args[1]).to_ascii_lowercase();
                format!("{name}|{sub}")
            }
            other => other.to_owned(),
        };
        let before = if name == "exec" {
            self.end_transaction();
            "EXECABORT Transaction discarded because of:"
        } else {
            "ERR"
        };
        bytes(wire::error(&format!(
            "{before} Can't execute '{full}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / \
             QUIT / RESET are allowed in this context"
        )))
    }
}

/// How a request is answered.
enum Local {
    Reply(Expected),
    /// By a record of the history.
    Recorded,
}

impl Judge<'_> {
    /// Answers the session's next requests as far as they leave no record.
    pub(super) fn advance(&mut self, index: usize) {
        let evidence = self.evidence;
        while let Some(sent) = evidence.connections[index]
            .sent
            .get(self.sessions[index].cursor)
        {
            if sent.at.is_none() || self.sessions[index].quit {
                return;
            }
            match self.local(index, &sent.args) {
                Local::Reply(expected) => {
                    self.sessions[index].expected.push(expected);
                    self.sessions[index].cursor += 1;
                }
                Local::Recorded => return,
            }
        }
    }

    fn local(&mut self, index: usize, args: &Words) -> Local {
        let session = &mut self.sessions[index];
        let name = String::from_utf8_lossy(&args[0]).to_ascii_lowercase();
        if let Some(text) = faulty(&name, args) {
            if let Some(multi) = &mut session.multi {
                multi.failed = true;
            }
            return bytes(wire::error(&text));
        }
        if session.is_subscribed() && !session.resp3 && !WHILE_SUBSCRIBED.contains(&&*name) {
            return session.refuse_while_subscribed(&name, args);
        }
        match (name.as_str(), &mut session.multi) {
            ("quit", _) => {
                session.quit = true;
                bytes(wire::ok())
            }
            ("exec", Some(multi)) if multi.failed => {
                session.end_transaction();
                bytes(wire::error(
                    "EXECABORT Transaction discarded because of previous errors.",
                ))
            }
            ("exec", Some(_)) => Local::Recorded,
            ("exec", None) => bytes(wire::error("ERR EXEC without MULTI")),
            ("discard", None) => bytes(wire::error("ERR DISCARD without MULTI")),
            ("discard", Some(_)) => {
                session.end_transaction();
                bytes(wire::ok())
            }
            (_, Some(multi)) => {
                multi.queued.push(args.clone());
                bytes(wire::simple("QUEUED"))
            }
            ("multi", None) => {
                session.multi = Some(Multi::default());
                bytes(wire::ok())
            }
            (name, None) => self.alone(index, name, args),
        }
    }

    /// A request outside of a transaction.
    fn alone(&mut self, index: usize, name: &str, args: &Words) -> Local {
        let session = &mut self.sessions[index];
        match name {
            "ping" if session.answers_pong_as_message() => bytes(wire::pong_message()),
            "ping" => bytes(wire::simple("PONG")),
            "unwatch" => {
                session.unwatch();
                bytes(wire::ok())
            }
            "select" => {
                session.db = wire::text_number(&args[1]) as u32;
                bytes(wire::ok())
            }
            "hello" => {
                session.resp3 = true;
                Local::Reply(Expected::Kind(b'%'))
            }
            "client" => session.client(args),
            "config" if args[1] == b"SET" => bytes(wire::ok()),
            "config" => Local::Reply(Expected::Kind(if session.resp3 { b'%' } else { b'*' })),
            "info" => Local::Reply(session.text_reply()),
            "dbsize" | "keys" | "randomkey" => {
                let kind = match name {
                    "keys" => Question::Keys,
                    "dbsize" => Question::Count,
                    _ => Question::Any,
                };
                let (db, reply) = (session.db, session.expected.len());
                Local::Reply(Expected::Window(self.open_window(index, reply, kind, db)))
            }
            _ => Local::Recorded,
        }
    }

    /// A question over all slots may see any moment between request and reply.
    fn open_window(&mut self, index: usize, reply: usize, kind: Question, db: u32) -> usize {
        let connection = &self.evidence.connections[index];
        let sent = connection.sent[self.sessions[index].cursor]
            .at
            .unwrap_or_default();
        let frame = connection
            .replies
            .get(reply)
            .map(|frame| (frame.at, frame.bytes.clone()));
        self.windows.open(kind, db, sent.stamp, frame)
    }
}

fn bytes(reply: Vec<u8>) -> Local {
    Local::Reply(Expected::Bytes(reply))
}

/// The error of a request that is none.
fn faulty(name: &str, args: &Words) -> Option<String> {
    match name {
        "nosuch" => Some(format!(
            "ERR unknown command '{}', with args beginning with: '{}' ",
            String::from_utf8_lossy(&args[0]),
            String::from_utf8_lossy(&args[1])
        )),
        "get" | "incr" if args.len() == 1 => Some(format!(
            "ERR wrong number of arguments for '{name}' command"
        )),
        _ => None,
    }
}
