//! Commands over all keys: FLUSHALL, FLUSHDB, SWAPDB, KEYS, DBSIZE, RANDOMKEY, SCAN.
//!
//! Must never take a lent slot for an empty one.

use command_table::CommandId;
use commands::slots::{self, Filter, Scan};
use keyspace::{Slot, SlotView};
use resp::{Args, OutBuf, ReplyError, ReplyWriter};
use stdx::slot::SLOTS;

use crate::call::Bodies;
use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::Question;
use crate::history::{Event, plain};
use crate::message::Caller;
use crate::place::Place;
use crate::session::Session;

/// KEYS.
pub(crate) fn keys(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let question = Question::Keys {
        db: session.db,
        pattern: args.get(1).to_vec(),
    };
    core.ask(session, CommandId::Keys, question, Vec::new())
}

/// DBSIZE.
pub(crate) fn dbsize(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    let question = Question::Count { db: session.db };
    core.ask(session, CommandId::Dbsize, question, Vec::new())
}

/// RANDOMKEY.
pub(crate) fn randomkey(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    let question = Question::Random { db: session.db };
    core.ask(session, CommandId::Randomkey, question, Vec::new())
}

impl Core {
    /// A command over all keys that is no part of a transaction.
    pub(crate) fn call_whole_alone(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) {
        if !self.bodies.keeps_history() {
            self.call_whole(command, args, caller, view, out);
            return;
        }
        let now_ms = view.now_ms(self.now_ms);
        let mut reply = OutBuf::new();
        self.call_whole(command, args, caller, view, &mut reply);
        let reply = crate::call::bytes_of(&mut reply, out);
        let event = Event::Request {
            command,
            args: plain(args),
        };
        self.bodies.record(event, Some(*caller), reply, now_ms);
    }

    /// A command over all keys with every slot in the view.
    pub(crate) fn call_whole(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) {
        self.bodies.position += 1;
        self.bodies.wrote = true;
        let timing = self.bodies.begin(command);
        let mut scratch = OutBuf::new();
        let result = self.whole_body(command, args, caller, view, &mut scratch);
        self.bodies.end(timing, args, caller);
        self.bodies
            .note_reply(scratch.len_bytes(), command, args, caller);
        if let Err(error) = result {
            self.bodies.command_stats.failed(command);
            self.bodies.command_stats.error(error.text());
            ReplyWriter::new(&mut scratch, caller.proto).fail(&error);
        }
        out.append_all(&mut scratch);
    }

    fn whole_body(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) -> Result<(), ReplyError> {
        let mut reply = ReplyWriter::new(out, caller.proto);
        match command {
            CommandId::Flushall | CommandId::Flushdb => {
                slots::parse_flush(args)?;
                let db = (command == CommandId::Flushdb).then_some(caller.db);
                view.for_each(&mut |slot| slot.flush(db));
                self.bodies.effects.request(caller.db, args);
                reply.ok();
            }
            CommandId::Swapdb => {
                let (first, second) = slots::parse_swapdb(args, self.bodies.settings.databases)?;
                let now_ms = self.now_ms;
                view.for_each(&mut |slot| {
                    slot.now_ms(now_ms);
                    slot.swap_databases(first, second);
                });
                self.bodies.effects.request(caller.db, args);
                reply.ok();
            }
            CommandId::Keys => {
                let mut found = Vec::new();
                let (db, now_ms) = (caller.db, view.now_ms(self.now_ms));
                let filter = Filter::matching(args.get(1));
                view.for_each(&mut |slot| {
                    slots::keys_slot(slot, db, now_ms, &filter, &mut |key| {
                        found.push(key.to_vec());
                    });
                });
                reply.array(found.len());
                found.iter().for_each(|key| reply.bulk(key));
            }
            CommandId::Dbsize => {
                let mut count = 0;
                view.for_each(&mut |slot| count += slot.keys(caller.db) as i64);
                reply.int(count);
            }
            CommandId::Randomkey => match self.random_of_view(caller.db, view) {
                Some(key) => reply.bulk(&key),
                None => reply.null(),
            },
            CommandId::Debug => return self.debug_body(args, caller, view, out),
            _ => {
                let scan = slots::parse_scan(args)?;
                let mut walk = Walk::new(&scan);
                while let Some(slot) = walk.slot() {
                    let content = view.slot(slot);
                    self.scan_step(&scan, &mut walk, content, caller.db);
                    if walk.examined >= scan.count {
                        break;
                    }
                }
                walk.reply(&mut reply);
            }
        }
        Ok(())
    }

    fn random_of_view(&mut self, db: u32, view: &mut SlotView<'_>) -> Option<Vec<u8>> {
        let (mut total, mut picked) = (0, None);
        let now_ms = view.now_ms(self.now_ms);
        let bodies = &mut self.bodies;
        view.for_each(&mut |slot| draw(bodies, slot, (db, now_ms), &mut total, &mut picked));
        picked
    }

    /// One step of SCAN: a part of a slot, or nothing of an empty one.
    fn scan_step(&mut self, scan: &Scan<'_>, walk: &mut Walk, content: Option<&mut Slot>, db: u32) {
        let Some(content) = content else {
            walk.advance(0, 0);
            return;
        };
        let left = scan.count.saturating_sub(walk.examined).max(1);
        let mut work = self.bodies.slot_work(db, self.now_ms);
        let found = &mut walk.found;
        let (next, looked) = slots::scan_slot(
            content,
            &mut work,
            walk.position,
            left,
            &scan.filter,
            &mut |key| {
                found.push(key.to_vec());
            },
        );
        walk.advance(next, looked);
    }

    /// Commands of one slot that are no plain bodies.
    pub(crate) fn execute_special(
        &mut self,
        command: CommandId,
        slot: u16,
        args: Args<'_>,
        caller: &Caller,
        out: &mut OutBuf,
    ) {
        match command {
            CommandId::Publish => {
                let Some(content) = self.directory.take_box(slot) else {
                    return;
                };
                let mut held = [content];
                let mut reply = OutBuf::new();
                self.publish(args, caller, &mut SlotView::Many(&mut held), &mut reply);
                let [content] = held;
                self.directory.put(content);
                if self.bodies.keeps_history() {
                    let reply = crate::call::bytes_of(&mut reply, out);
                    let event = Event::Request {
                        command,
                        args: plain(args),
                    };
                    self.bodies.record(event, Some(*caller), reply, self.now_ms);
                } else {
                    out.append_all(&mut reply);
                }
            }
            CommandId::Scan => self.scan(args, caller, out),
            _ => {}
        }
    }

    /// SCAN from a slot of this core on, as far as its slots reach without a gap.
    fn scan(&mut self, args: Args<'_>, caller: &Caller, out: &mut OutBuf) {
        let before_bytes = out.len_bytes();
        let timing = self.bodies.begin(CommandId::Scan);
        self.bodies.position += 1;
        match slots::parse_scan(args) {
            Ok(scan) => self.scan_own(&scan, caller, out),
            Err(error) => {
                self.bodies.command_stats.failed(CommandId::Scan);
                self.bodies.command_stats.error(error.text());
                ReplyWriter::new(out, caller.proto).fail(&error);
            }
        }
        self.bodies.end(timing, args, caller);
        let bytes = out.len_bytes() - before_bytes;
        self.bodies.note_reply(bytes, CommandId::Scan, args, caller);
    }

    fn scan_own(&mut self, scan: &Scan<'_>, caller: &Caller, out: &mut OutBuf) {
        let mut reply = ReplyWriter::new(out, caller.proto);
        let mut walk = Walk::new(scan);
        while let Some(slot) = walk.slot() {
            match self.directory.place(slot) {
                Place::Empty => walk.advance(0, 0),
                Place::Here(_) => {
                    let Some(mut content) = self.directory.take_box(slot) else {
                        break;
                    };
                    self.scan_step(scan, &mut walk, Some(&mut content), caller.db);
                    self.directory.put(content);
                }
                // Another core goes on there, or this one when the slot is back.
                Place::Lent(_) | Place::Moved => break,
            }
            if walk.examined >= scan.count {
                break;
            }
        }
        walk.reply(&mut reply);
    }
}

/// How far a SCAN has come. Its cursor is the position in the slot's order of hashes, then the
/// number of the slot; 0 is the beginning and the end.
struct Walk {
    slot: usize,
    position: u64,
    examined: usize,
    found: Vec<Vec<u8>>,
}

/// Bits of a cursor that hold the slot.
const SLOT_BITS: u32 = 14;
const _: () = assert!(1 << SLOT_BITS == SLOTS);
const _: () = assert!(keyspace::CURSOR_LIMIT.leading_zeros() >= SLOT_BITS);

impl Walk {
    fn new(scan: &Scan<'_>) -> Self {
        let slot = scan.cursor as usize % SLOTS;
        Self {
            slot,
            position: scan.cursor >> SLOT_BITS,
            examined: 0,
            found: Vec::new(),
        }
    }

    fn slot(&self) -> Option<u16> {
        (self.slot < SLOTS).then_some(self.slot as u16)
    }

    /// A part of the slot was looked at; position 0 says that it is done.
    fn advance(&mut self, position: u64, looked: usize) {
        self.examined += looked;
        self.position = position;
        if position == 0 {
            self.slot += 1;
        }
    }

    fn reply(&self, reply: &mut ReplyWriter<'_>) {
        let cursor = match self.slot() {
            Some(slot) => (self.position << SLOT_BITS) | u64::from(slot),
            None => 0,
        };
        reply.array(2);
        reply.bulk(cursor.to_string().as_bytes());
        reply.array(self.found.len());
        self.found.iter().for_each(|key| reply.bulk(key));
    }
}

/// Draws a key of one more slot after `total` keys of others, of which `picked` is one: each has
/// the same chance, but for those whose time is over.
pub(crate) fn draw(
    bodies: &mut Bodies,
    slot: &mut Slot,
    (db, now_ms): (u32, i64),
    total: &mut u64,
    picked: &mut Option<Vec<u8>>,
) {
    let count = slot.keys(db) as u64;
    if count == 0 {
        return;
    }
    if picked.is_some() && bodies.rng.below(*total + count) >= count {
        *total += count;
        return;
    }
    // A slot whose keys' time is over counts for nothing.
    if let Some(key) = bodies.random_key(slot, db, now_ms) {
        *total += count;
        *picked = Some(key.into());
    }
}

/// The slot at which a SCAN goes on, for routing.
pub(crate) fn scan_slot(args: Args<'_>) -> u16 {
    slots::parse_scan(args).map_or(0, |scan| (scan.cursor % SLOTS as u64) as u16)
}
