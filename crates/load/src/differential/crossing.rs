//! Steps in which what one server answers becomes a request to the other, because it is random or
//! of the server's own making: payloads of DUMP, members that are taken or drawn. It must never
//! leave the two with different contents.

use std::io;

use super::command::{Command, REFERENCE, SUBJECT};
use super::pool::Family;
use super::runner::Runner;
use crate::link::Link;
use crate::wire::{self, Value};

/// What the payload of a list begins with.
const LIST: u8 = 18;
/// Up to so many bytes the payload of a list is one block under every setting.
const LIST_BYTES_MAX: usize = 30;
/// How many members are taken or drawn at most.
const TAKEN_MAX: u64 = 6;

impl Runner {
    /// A payload of one server is restored on both, now and then damaged.
    pub(super) fn payload_step(&mut self, at: usize) -> io::Result<()> {
        let key = self.pool.key(Family::Any);
        self.pause_pushes(at)?;
        let [reference, subject] = &mut self.sessions[at].links;
        let dumps = [
            reference.ask(&[&b"DUMP"[..], &key])?,
            subject.ask(&[&b"DUMP"[..], &key])?,
        ];
        self.report.commands += 1;
        let mut payloads = dumps.each_ref().map(|dump| texts(dump).pop());
        let from = usize::from(self.pool.chance(1, 2));
        let (Some(mut payload), Some(_)) = (payloads[from].take(), &payloads[1 - from]) else {
            if dumps[REFERENCE] != dumps[SUBJECT] {
                let replies = [&dumps[REFERENCE][..], &dumps[SUBJECT]];
                return self.crossing_difference(at, "DUMP", &key, replies);
            }
            return Ok(());
        };
        if payload.first() == Some(&LIST) {
            let encoding =
                self.sessions[at].links[from].ask(&[&b"OBJECT"[..], b"ENCODING", &key])?;
            self.sessions[at].links[1 - from].ask(&[&b"OBJECT"[..], b"ENCODING", &key])?;
            // When it becomes compact again depends on its blocks, which are each one's own.
            if encoding != b"$8\r\nlistpack\r\n" || payload.len() > LIST_BYTES_MAX {
                return Ok(());
            }
        }
        self.damage(&mut payload);
        let command = self.restoring(payload);
        self.exchange(at, vec![command])
    }

    /// Members are taken from a set on one server, and the same ones removed on the other.
    pub(super) fn taking_step(&mut self, at: usize) -> io::Result<()> {
        let key = self.pool.key(Family::Set);
        let count = self.pool.rng.below(TAKEN_MAX).to_string();
        let taker = usize::from(self.pool.chance(1, 2));
        self.pause_pushes(at)?;
        let links = &mut self.sessions[at].links;
        let mut pop: Vec<&[u8]> = vec![b"SPOP", &key];
        if count != "0" {
            pop.push(count.as_bytes());
        }
        let reply = links[taker].ask(&pop)?;
        let members = texts(&reply);
        let other = &mut links[1 - taker];
        let answer = if members.is_empty() {
            // Nothing there, or of another type: the other one says the same.
            other.ask(&pop)?
        } else {
            let mut remove: Vec<&[u8]> = vec![b"SREM", &key];
            remove.extend(members.iter().map(Vec::as_slice));
            other.ask(&remove)?
        };
        self.report.commands += 1;
        let agrees = if members.is_empty() {
            answer == reply
        } else {
            answer == format!(":{}\r\n", members.len()).into_bytes()
        };
        if !agrees {
            let replies = if taker == REFERENCE {
                [&reply[..], &answer]
            } else {
                [&answer[..], &reply]
            };
            return self.crossing_difference(at, "SPOP", &key, replies);
        }
        // To take all counts as a hit; and both sessions have the same last command again.
        for link in &mut self.control {
            link.ask(&["CONFIG", "RESETSTAT"])?;
        }
        self.exchange(at, vec![Command::plain(&["PING"])])
    }

    /// What one server draws at random must be there on the other.
    pub(super) fn drawing_step(&mut self, at: usize) -> io::Result<()> {
        const DRAWS: [(&str, &str, Family); 3] = [
            ("SRANDMEMBER", "SMISMEMBER", Family::Set),
            ("ZRANDMEMBER", "ZMSCORE", Family::Zset),
            ("HRANDFIELD", "HMGET", Family::Hash),
        ];
        let (draw, look, family) = self.pool.pick(&DRAWS);
        let key = self.pool.key(family);
        let count = self.pool.rng.below(2 * TAKEN_MAX) as i64 - TAKEN_MAX as i64;
        let count = count.to_string();
        self.pause_pushes(at)?;
        let request: [&[u8]; 3] = [draw.as_bytes(), &key, count.as_bytes()];
        let [reference, subject] = &mut self.sessions[at].links;
        let replies = [reference.ask(&request)?, subject.ask(&request)?];
        let drawn = replies.each_ref().map(|reply| texts(reply));
        let mut agrees = drawn[REFERENCE].len() == drawn[SUBJECT].len();
        if drawn[REFERENCE].is_empty() || drawn[SUBJECT].is_empty() {
            agrees = replies[REFERENCE] == replies[SUBJECT];
        } else {
            agrees &= all_there(subject, look, &key, &drawn[REFERENCE])?;
            agrees &= all_there(reference, look, &key, &drawn[SUBJECT])?;
        }
        self.report.commands += 2;
        if !agrees {
            let replies = [&replies[REFERENCE][..], &replies[SUBJECT]];
            return self.crossing_difference(at, draw, &key, replies);
        }
        self.exchange(at, vec![Command::plain(&["PING"])])
    }

    /// Mostly nothing; else bytes are changed, cut off or added, which the checksum tells.
    fn damage(&mut self, payload: &mut Vec<u8>) {
        let len = payload.len() as u64;
        match self.pool.rng.below(24) {
            0 => {
                let at = self.pool.rng.below(len) as usize;
                payload[at] ^= 1 << self.pool.rng.below(8);
            }
            1 => payload.truncate(self.pool.rng.below(len) as usize),
            2 => payload.push(self.pool.rng.below(256) as u8),
            3 => payload.clear(),
            4 => *payload = self.pool.value(),
            _ => {}
        }
    }

    fn restoring(&mut self, payload: Vec<u8>) -> Command {
        let ttl = match self.pool.rng.below(8) {
            0..5 => b"0".to_vec(),
            5 => b"100000000".to_vec(),
            _ => self.pool.millis(),
        };
        let key = self.pool.key(Family::Any);
        let mut args = vec![b"RESTORE".to_vec(), key, ttl, payload];
        if self.pool.chance(5, 6) {
            args.push(b"REPLACE".to_vec());
        }
        for _ in 0..self.pool.rng.below(3) {
            let further: &[&str] = match self.pool.rng.below(8) {
                0 => &["ABSTTL"],
                1 => &["replace"],
                2 => &["IDLETIME", "1000"],
                3 => &["IDLETIME", "-1"],
                4 => &["FREQ", "100"],
                5 => &["FREQ", "256"],
                6 => &["IDLETIME"],
                _ => continue,
            };
            args.extend(further.iter().map(|word| word.as_bytes().to_vec()));
        }
        Command::plain(&args)
    }

    fn crossing_difference(
        &mut self,
        at: usize,
        name: &str,
        key: &[u8],
        replies: [&[u8]; 2],
    ) -> io::Result<()> {
        let what = format!("{name} of {}", wire::shown(key, 60));
        let session = Some(&self.sessions[at]);
        self.report.difference(name, at, session, &what, replies);
        self.recover(at)
    }

    /// What other sessions pushed would be taken for the answer to a direct question.
    pub(super) fn pause_pushes(&mut self, at: usize) -> io::Result<()> {
        self.exchange(at, vec![Command::plain(&["PING"])])?;
        // With subscriptions to all, this session may receive more at any time: only its own
        // questions follow here, and nobody else publishes meanwhile.
        Ok(())
    }
}

/// The bulk strings of a reply, one or several.
fn texts(reply: &[u8]) -> Vec<Vec<u8>> {
    let text = |value: &Value| match value {
        Value::Bulk(b'$', text) => Some(text.clone()),
        _ => None,
    };
    match Value::decode(reply) {
        Ok(Value::Many(_, items)) => items.iter().filter_map(text).collect(),
        Ok(value) => text(&value).into_iter().collect(),
        Err(_) => Vec::new(),
    }
}

/// Whether a server knows all of them.
fn all_there(link: &mut Link, look: &str, key: &[u8], names: &[Vec<u8>]) -> io::Result<bool> {
    let mut request: Vec<&[u8]> = vec![look.as_bytes(), key];
    request.extend(names.iter().map(Vec::as_slice));
    let reply = Value::decode(&link.ask(&request)?).map_err(io::Error::other)?;
    let missing = |item: &Value| {
        item.int() == Some(0) || matches!(item, Value::Null(_) | Value::Line(b'_', _))
    };
    Ok(reply
        .items()
        .is_some_and(|items| !items.iter().any(missing)))
}
