//! Transactions: one event, in which commands on the session and questions to all cores may stand
//! between those on keys. All of it is one moment.

use super::session::{Expected, Watch};
use super::{At, Judge};
use crate::model::Done;
use crate::wire::{self, Words};

impl Judge<'_> {
    pub(super) fn exec(&mut self, at: At<'_>, index: usize, commands: Option<&[Words]>) {
        if !self.is_next(at, index, &wire::words(&["EXEC"])) {
            return;
        }
        let record = &at.placed.record;
        let session = &self.sessions[index];
        let over = |watch: &Watch| {
            let (db, key) = &watch.place;
            !watch.over && self.model.is_over(*db, key, record.now_ms)
        };
        let changed = session.dirty || session.watched.iter().any(over);
        let queued = session.multi.clone().unwrap_or_default().queued;
        match commands {
            None if !changed && !session.perhaps_dirty => {
                self.violation(at, "refused although no watched key changed")
            }
            Some(_) if changed => self.violation(at, "executed although a watched key changed"),
            Some(commands) if commands != queued => {
                self.violation(at, "executed something else than was queued");
            }
            _ => {}
        }
        if let Some(commands) = commands {
            self.execute_all(at, index, commands);
        } else {
            let null = wire::null_array(self.sessions[index].resp3);
            self.compare(at, &null, &record.reply);
        }
        self.sessions[index].end_transaction();
        self.answered(at, index, vec![Expected::Bytes(record.reply.clone())]);
    }

    fn execute_all(&mut self, at: At<'_>, index: usize, commands: &[Words]) {
        let replies = wire::members(&at.placed.record.reply);
        if replies.len() != commands.len() {
            let text = format!("{} replies to {} commands", replies.len(), commands.len());
            self.violation(at, &text);
            return;
        }
        self.set_in_exec = None;
        for (number, (args, reply)) in commands.iter().zip(replies).enumerate() {
            let with = self.circumstances(at, index, true);
            match args[0].to_ascii_lowercase().as_slice() {
                b"select" => {
                    self.sessions[index].db = wire::text_number(&args[1]) as u32;
                    self.compare(at, &wire::ok(), reply);
                }
                b"publish" => self.publish(at, number, &args[1], &args[2], reply),
                b"subscribe" | b"unsubscribe" | b"psubscribe" | b"punsubscribe" => {
                    for expected in self.subscription(at, number, index, args) {
                        if let Expected::Bytes(expected) = expected {
                            self.compare(at, &expected, reply);
                        }
                    }
                }
                b"ping" if self.sessions[index].answers_pong_as_message() => {
                    self.compare(at, &wire::pong_message(), reply);
                }
                b"client" => self.client_in_exec(at, index, args, reply),
                b"config" => self.config_in_exec(at, index, args, reply),
                b"info" => self.info_in_exec(at, reply),
                name => match self.model.execute(&with, args) {
                    Done::Reply(expected) if name == b"keys" => {
                        let mut got = wire::members(reply);
                        got.sort_unstable();
                        let mut expected = wire::members(&expected);
                        expected.sort_unstable();
                        self.compare(at, &expected.concat(), &got.concat());
                    }
                    Done::Reply(expected) => self.compare(at, &expected, reply),
                    _ => self.violation(at, "the model cannot execute it"),
                },
            }
            self.tell_watchers(with.now_ms);
        }
    }

    fn client_in_exec(&mut self, at: At<'_>, index: usize, args: &Words, reply: &[u8]) {
        let client = self.client_id(index);
        let session = &mut self.sessions[index];
        match args[1].to_ascii_lowercase().as_slice() {
            b"setname" => {
                session.name.clone_from(&args[2]);
                self.compare(at, &wire::ok(), reply);
            }
            b"getname" => {
                let name = session.name_reply();
                self.compare(at, &name, reply);
            }
            b"unblock" => match wire::number(reply) {
                Some(told @ (0 | 1)) => {
                    let target = wire::text_number(&args[2]).unsigned_abs();
                    *self.told_in_exec.entry(target).or_default() += told.unsigned_abs();
                }
                _ => self.compare(at, b":0 or :1", reply),
            },
            _ => {
                let text = String::from_utf8_lossy(wire::text(reply).unwrap_or_default());
                let name = String::from_utf8_lossy(&session.name);
                let own = |line: &&str| {
                    line.starts_with(&format!("id={client} ")) && line.contains(" flags=")
                };
                let lines: Vec<&str> = text.lines().filter(own).collect();
                let right = |line: &&str| line.contains(&format!(" name={name} "));
                if lines.len() != 1 || !lines.iter().all(right) {
                    self.violation(at, &format!("its own lines of CLIENT LIST are {lines:?}"));
                }
            }
        }
    }

    /// What is set is seen by the rest of the transaction, whatever others set at the time.
    fn config_in_exec(&mut self, at: At<'_>, index: usize, args: &Words, reply: &[u8]) {
        if args[1].eq_ignore_ascii_case(b"set") {
            self.set_in_exec = Some(args[3].clone());
            self.compare(at, &wire::ok(), reply);
            return;
        }
        let resp3 = self.sessions[index].resp3;
        let got = wire::members(reply).last().copied().unwrap_or_default();
        let wanted = match &self.set_in_exec {
            Some(value) => wire::bulk(value),
            None => got.to_vec(),
        };
        let expected = wire::pair(resp3, &[wire::bulk(b"hz"), wanted]);
        self.compare(at, &expected, reply);
    }

    /// INFO keyspace counts every key, at the moment of the transaction.
    fn info_in_exec(&mut self, at: At<'_>, reply: &[u8]) {
        let text = String::from_utf8_lossy(wire::text(reply).unwrap_or_default());
        let told: Vec<String> = text
            .lines()
            .filter_map(|line| {
                line.split_once(",avg_ttl=")
                    .map(|(counts, _)| counts.into())
            })
            .collect();
        let expected: Vec<String> = self
            .model
            .counts()
            .map(|(db, keys, expires)| format!("db{db}:keys={keys},expires={expires}"))
            .collect();
        if !text.starts_with("# Keyspace") || told != expected {
            self.violation(at, &format!("INFO tells {told:?} of {expected:?}"));
        }
    }
}
