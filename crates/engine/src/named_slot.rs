//! Commands in a slot that is named by its number or by a cursor: SCAN, CLUSTERSCAN, and CLUSTER
//! COUNTKEYSINSLOT, GETKEYSINSLOT, FLUSHSLOT.
//!
//! Must never take a lent slot for an empty one. A scan ends at a slot that is not here: another
//! core goes on there, or this one when the slot is back.

use command_table::CommandId;
use commands::cluster_scan::{ClusterScan, Part, parse_cluster_scan};
use commands::slots::{self, Filter, Scan};
use commands::{EventClass, slots::parse_slot};
use keyspace::{Slot, SlotView};
use resp::{Args, OutBuf, ReplyError, ReplyWriter};
use stdx::num::parse_i64;
use stdx::slot::{SLOTS, slot_of};
use stdx::slot_tags::tag_of;

use crate::core::Core;
use crate::message::{Caller, Scope};
use crate::place::Place;
use crate::run::SlotRequest;
use crate::session_commands::cluster::WITHOUT_CLUSTER;
use crate::upkeep::RECLAIM_STEPS;

/// The slot of a request that names one, for routing; any will do for arguments that are wrong.
pub(crate) fn named_slot(command: CommandId, args: Args<'_>, scope: Scope) -> u16 {
    match command {
        CommandId::Scan => {
            let slot = |scan: Scan<'_>| scope.first.saturating_add(slot_of_cursor(scan.cursor));
            slots::parse_scan(args)
                .map_or(0, slot)
                .min(SLOTS as u16 - 1)
        }
        CommandId::Clusterscan => slot_of(args.get(1)),
        _ => parse_slot(args.get(2)).unwrap_or(0),
    }
}

fn slot_of_cursor(cursor: u64) -> u16 {
    (cursor % SLOTS as u64) as u16
}

impl Core {
    /// Executes one at the owner of its slot, which is here.
    pub(crate) fn call_in_slot(
        &mut self,
        request: &SlotRequest,
        args: Args<'_>,
        caller: &Caller,
        out: &mut OutBuf,
    ) {
        let (command, slot) = (request.command, request.slot);
        let before_bytes = out.len_bytes();
        let timing = self.bodies.begin(command);
        self.bodies.position += 1;
        let result = match command {
            CommandId::Scan => slots::parse_scan(args).map(|scan| {
                let walk = Walk::within(Scope::from_bits(request.hash), scan.cursor);
                let walk = self.scan_own(&scan, walk, caller);
                walk.reply(&mut ReplyWriter::new(out, caller.proto));
            }),
            CommandId::Clusterscan => self.begin_cluster_scan(args, caller, out).map(|part| {
                if let Some(part) = part {
                    let walk = self.scan_own(&part.scan, self.walk_of(&part), caller);
                    self.write_part(&walk, &mut ReplyWriter::new(out, caller.proto));
                }
            }),
            _ => {
                if self.replication.saving != 0 {
                    self.save_before_change(slot);
                }
                let mut content = self.directory.take_box(slot);
                let result = self.slot_body(command, args, caller, content.as_deref_mut(), out);
                if let Some(mut content) = content {
                    self.expiry.note(&content);
                    self.reclaiming.note(&mut content, RECLAIM_STEPS);
                    self.directory.put(content);
                }
                result
            }
        };
        if let Err(error) = result {
            self.bodies.command_stats.failed(command);
            self.bodies.command_stats.error(error.text());
            ReplyWriter::new(out, caller.proto).fail(&error);
        }
        self.bodies.end(timing, args, caller);
        let bytes = out.len_bytes() - before_bytes;
        self.bodies.note_reply(bytes, command, args, caller);
    }

    /// Executes one with every slot in the view.
    pub(crate) fn named_slot_body(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        scope: Scope,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) -> Result<(), ReplyError> {
        match command {
            CommandId::Scan => {
                let scan = slots::parse_scan(args)?;
                let walk = Walk::within(scope, scan.cursor);
                let walk = self.scan_view(&scan, walk, caller, view);
                walk.reply(&mut ReplyWriter::new(out, caller.proto));
            }
            CommandId::Clusterscan => {
                if let Some(part) = self.begin_cluster_scan(args, caller, out)? {
                    let walk = self.walk_of(&part);
                    let walk = self.scan_view(&part.scan, walk, caller, view);
                    self.write_part(&walk, &mut ReplyWriter::new(out, caller.proto));
                }
            }
            _ => {
                let content = view.slot(named_slot(command, args, Scope::ALL));
                self.slot_body(command, args, caller, content, out)?;
            }
        }
        Ok(())
    }

    /// CLUSTER COUNTKEYSINSLOT, GETKEYSINSLOT and FLUSHSLOT.
    fn slot_body(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        content: Option<&mut Slot>,
        out: &mut OutBuf,
    ) -> Result<(), ReplyError> {
        self.needs_cluster()?;
        let mut reply = ReplyWriter::new(out, caller.proto);
        match command {
            CommandId::ClusterCountkeysinslot => {
                number_of_slot(args.get(2), "ERR Invalid slot")?;
                let keys = content.map_or(0, |content| content.keys(caller.db));
                reply.int(keys as i64);
            }
            CommandId::ClusterGetkeysinslot => {
                const INVALID: &str = "ERR Invalid slot or number of keys";
                let number = parse_i64(args.get(2)).ok_or(ReplyError::NOT_INTEGER)?;
                let count = parse_i64(args.get(3)).ok_or(ReplyError::NOT_INTEGER)?;
                let count = usize::try_from(count).map_err(|_| ReplyError::fixed(INVALID))?;
                if !(0..SLOTS as i64).contains(&number) {
                    return Err(ReplyError::fixed(INVALID));
                }
                let mut keys = Vec::new();
                if let Some(content) = content {
                    let (db, now_ms) = (caller.db, content.now_ms(self.now_ms));
                    slots::keys_slot(content, db, now_ms, &Filter::ALL, &mut |key| {
                        if keys.len() < count {
                            keys.push(key.to_vec());
                        }
                    });
                }
                reply.array(keys.len());
                keys.iter().for_each(|key| reply.bulk(key));
            }
            _ => {
                parse_slot(args.get(2))?;
                slots::parse_flush(args.tail(2))?;
                self.bodies.wrote = true;
                if let Some(content) = content {
                    content.now_ms(self.now_ms);
                    self.note_flushed(content);
                    content.flush(None);
                }
                self.bodies.effects.request(caller.db, args);
                reply.ok();
            }
        }
        Ok(())
    }

    /// Each key that is about to be flushed with its slot is an event, if anybody listens.
    fn note_flushed(&mut self, content: &Slot) {
        let (events, now_ms) = (&mut self.bodies.effects.events, self.now_ms);
        if !events.wants(EventClass::GENERIC) {
            return;
        }
        for db in content.databases() {
            slots::keys_slot(content, db, now_ms, &Filter::ALL, &mut |key| {
                events.note(db, EventClass::GENERIC, "del", key);
            });
        }
    }

    pub(crate) fn needs_cluster(&self) -> Result<(), ReplyError> {
        if self.control.settings.cluster_enabled() {
            Ok(())
        } else {
            Err(ReplyError::fixed(WITHOUT_CLUSTER))
        }
    }

    /// What a CLUSTERSCAN has to look at; without anything it is answered at once.
    fn begin_cluster_scan<'a>(
        &self,
        args: Args<'a>,
        caller: &Caller,
        out: &mut OutBuf,
    ) -> Result<Option<Part<'a>>, ReplyError> {
        self.needs_cluster()?;
        let cursor = match parse_cluster_scan(args)? {
            ClusterScan::Part(part) => return Ok(Some(part)),
            ClusterScan::At(slot) => cursor_at(slot),
            ClusterScan::Over => "0".to_owned(),
        };
        let mut reply = ReplyWriter::new(out, caller.proto);
        reply.array(2);
        reply.bulk(cursor.as_bytes());
        reply.array(0);
        Ok(None)
    }

    fn walk_of(&self, part: &Part<'_>) -> Walk {
        let known = part.fingerprint == self.fingerprint().as_bytes()
            && slot_of_cursor(part.scan.cursor) == part.slot;
        let slot = usize::from(part.slot);
        Walk {
            first: 0,
            slot,
            end: if part.only { slot + 1 } else { SLOTS },
            position: if known {
                part.scan.cursor >> SLOT_BITS
            } else {
                0
            },
            examined: 0,
            found: Vec::new(),
        }
    }

    fn write_part(&self, walk: &Walk, reply: &mut ReplyWriter<'_>) {
        let cursor = match walk.slot() {
            None => "0".to_owned(),
            Some(slot) if walk.position == 0 => cursor_at(slot),
            Some(slot) => {
                let (fingerprint, tag) = (self.fingerprint(), tag_of(slot));
                format!("{fingerprint}-{{{tag}}}-{}", walk.cursor())
            }
        };
        walk.write(cursor.as_bytes(), reply);
    }

    /// Tells positions of this process, whose hashes are its own, from those of others.
    fn fingerprint(&self) -> String {
        const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
        let mut rest = self.bodies.hasher.hash(b"cursor");
        let digits = (0..6).map(|_| {
            let digit = DIGITS[(rest % DIGITS.len() as u64) as usize];
            rest /= DIGITS.len() as u64;
            char::from(digit)
        });
        digits.collect()
    }

    /// Goes from slot to slot as far as they are here.
    fn scan_own(&mut self, scan: &Scan<'_>, mut walk: Walk, caller: &Caller) -> Walk {
        while let Some(slot) = walk.slot() {
            match self.directory.place(slot) {
                Place::Empty => walk.advance(0, 0),
                Place::Here(_) => {
                    let Some(mut content) = self.directory.take_box(slot) else {
                        break;
                    };
                    self.scan_step(scan, &mut walk, Some(&mut content), caller);
                    self.directory.put(content);
                }
                Place::Lent(_) | Place::Moved => break,
            }
            if walk.examined >= scan.count {
                break;
            }
        }
        walk
    }

    fn scan_view(
        &mut self,
        scan: &Scan<'_>,
        mut walk: Walk,
        caller: &Caller,
        view: &mut SlotView<'_>,
    ) -> Walk {
        while let Some(slot) = walk.slot() {
            self.scan_step(scan, &mut walk, view.slot(slot), caller);
            if walk.examined >= scan.count {
                break;
            }
        }
        walk
    }

    /// One step of a scan: a part of a slot, or nothing of an empty one.
    fn scan_step(
        &mut self,
        scan: &Scan<'_>,
        walk: &mut Walk,
        content: Option<&mut Slot>,
        caller: &Caller,
    ) {
        let Some(content) = content else {
            walk.advance(0, 0);
            return;
        };
        let left = scan.count.saturating_sub(walk.examined).max(1);
        let seen_ms = self.bodies.seen_ms(caller.habits, self.now_ms);
        let mut work = self.bodies.slot_work(caller.db, seen_ms);
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
}

/// A number of a slot, with two kinds of errors.
fn number_of_slot(text: &[u8], out_of_range: &'static str) -> Result<u16, ReplyError> {
    parse_i64(text).ok_or(ReplyError::NOT_INTEGER)?;
    parse_slot(text).map_err(|_| ReplyError::fixed(out_of_range))
}

/// A cursor of CLUSTERSCAN at the beginning of a slot.
fn cursor_at(slot: u16) -> String {
    format!("0-{{{}}}-0", tag_of(slot))
}

/// How far a scan has come. SCAN's cursor is the position in the slot's order of hashes, then the
/// number of the slot among those that are scanned; 0 is the beginning and the end.
struct Walk {
    /// The first slot that is scanned.
    first: usize,
    slot: usize,
    /// The first slot that is not looked at.
    end: usize,
    position: u64,
    examined: usize,
    found: Vec<Vec<u8>>,
}

/// Bits of a cursor that hold the slot.
const SLOT_BITS: u32 = 14;
const _: () = assert!(1 << SLOT_BITS == SLOTS);
const _: () = assert!(keyspace::CURSOR_LIMIT.leading_zeros() >= SLOT_BITS);

impl Walk {
    fn within(scope: Scope, cursor: u64) -> Self {
        let first = usize::from(scope.first);
        Self {
            first,
            slot: first + usize::from(slot_of_cursor(cursor)),
            end: scope.end.into(),
            position: cursor >> SLOT_BITS,
            examined: 0,
            found: Vec::new(),
        }
    }

    fn slot(&self) -> Option<u16> {
        (self.slot < self.end).then_some(self.slot as u16)
    }

    /// A part of the slot was looked at; position 0 says that it is done.
    fn advance(&mut self, position: u64, looked: usize) {
        self.examined += looked;
        self.position = position;
        if position == 0 {
            self.slot += 1;
        }
    }

    fn cursor(&self) -> u64 {
        match self.slot() {
            Some(slot) => (self.position << SLOT_BITS) | (u64::from(slot) - self.first as u64),
            None => 0,
        }
    }

    fn reply(&self, reply: &mut ReplyWriter<'_>) {
        self.write(self.cursor().to_string().as_bytes(), reply);
    }

    fn write(&self, cursor: &[u8], reply: &mut ReplyWriter<'_>) {
        reply.array(2);
        reply.bulk(cursor);
        reply.array(self.found.len());
        self.found.iter().for_each(|key| reply.bulk(key));
    }
}
