//! Effects of the turn in hand, as the bytes that replicas get.
//!
//! Must never know who gets them.

use bytes::Bytes;
use commands::Effects;
use resp::Args;

/// Whether several effects of one unit of work belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrap {
    /// Replicas see all of them or none: MULTI and EXEC stand around them.
    IfSeveral,
    /// Each stands for itself: keys whose time was over.
    Never,
}

/// One command: its database, and where its bytes end.
#[derive(Clone, Copy, Debug)]
struct Command {
    db: u32,
    end: usize,
}

/// Effects that belong together.
#[derive(Clone, Copy, Debug)]
enum Unit {
    /// So many commands.
    Commands { count: usize, wrapped: bool },
    /// The moment of a snapshot.
    Cut(u32),
}

/// What the turn in hand has done so far.
#[derive(Debug, Default)]
pub(crate) struct Told {
    bytes: Vec<u8>,
    commands: Vec<Command>,
    units: Vec<Unit>,
    /// Units since somebody has last looked.
    pub(crate) noted: u64,
}

/// What happens at the moment of a snapshot: the database that the stream is on, and what has come
/// before.
pub(crate) type AtCut<'a> = dyn FnMut(u32, &mut Option<u32>, &mut Vec<u8>) + 'a;

/// What one turn has done.
#[derive(Debug)]
pub struct Batch {
    pub(crate) stamp: u64,
    bytes: Vec<u8>,
    commands: Vec<Command>,
    units: Vec<Unit>,
}

impl Told {
    /// The effects collected are those of one unit of work.
    pub(crate) fn add(&mut self, effects: &Effects, wrap: Wrap) {
        let before = self.commands.len();
        for (db, args) in effects.iter() {
            encode(args, &mut self.bytes);
            self.commands.push(Command {
                db,
                end: self.bytes.len(),
            });
        }
        let count = self.commands.len() - before;
        self.noted += 1;
        self.units.push(Unit::Commands {
            count,
            wrapped: wrap == Wrap::IfSeveral && count > 1,
        });
    }

    pub(crate) fn cut(&mut self, snapshot: u32) {
        self.units.push(Unit::Cut(snapshot));
    }

    /// Everything, if there is anything.
    pub(crate) fn take(&mut self, stamp: u64) -> Option<Batch> {
        if self.units.is_empty() {
            return None;
        }
        Some(Batch {
            stamp,
            bytes: std::mem::take(&mut self.bytes),
            commands: std::mem::take(&mut self.commands),
            units: std::mem::take(&mut self.units),
        })
    }
}

impl Batch {
    /// Appends its commands to `out`, which is on database `selected`; at the moment of a snapshot
    /// `cut` has what came before.
    pub(crate) fn write(&self, selected: &mut Option<u32>, out: &mut Vec<u8>, cut: &mut AtCut<'_>) {
        let mut commands = self.commands.iter();
        let mut start = 0;
        for unit in &self.units {
            match *unit {
                Unit::Cut(snapshot) => cut(snapshot, selected, out),
                Unit::Commands { count, wrapped } => {
                    if wrapped {
                        out.extend_from_slice(b"*1\r\n$5\r\nMULTI\r\n");
                    }
                    for command in commands.by_ref().take(count) {
                        if *selected != Some(command.db) {
                            *selected = Some(command.db);
                            let number = command.db.to_string();
                            encode_words(&[b"SELECT", number.as_bytes()], out);
                        }
                        out.extend_from_slice(&self.bytes[start..command.end]);
                        start = command.end;
                    }
                    if wrapped {
                        out.extend_from_slice(b"*1\r\n$4\r\nEXEC\r\n");
                    }
                }
            }
        }
    }
}

/// A command as clients send it.
pub(crate) fn encode_words(words: &[&[u8]], out: &mut Vec<u8>) {
    header(b'*', words.len(), out);
    for word in words {
        bulk(word, out);
    }
}

fn encode(args: Args<'_>, out: &mut Vec<u8>) {
    header(b'*', args.len(), out);
    for i in 0..args.len() {
        bulk(args.get(i), out);
    }
}

fn bulk(word: &[u8], out: &mut Vec<u8>) {
    header(b'$', word.len(), out);
    out.extend_from_slice(word);
    out.extend_from_slice(b"\r\n");
}

fn header(sign: u8, number: usize, out: &mut Vec<u8>) {
    out.push(sign);
    let mut digits = [0; stdx::num::I64_TEXT_BYTES_MAX];
    out.extend_from_slice(stdx::num::format_i64(number as i64, &mut digits));
    out.extend_from_slice(b"\r\n");
}

/// PING, as replicas get it.
pub(crate) const PING: Bytes = Bytes::from_static(b"*1\r\n$4\r\nping\r\n");
