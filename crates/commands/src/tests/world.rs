//! A keyspace and a session for tests: runs requests through bodies and shows what came of them.

use std::collections::BTreeMap;

use command_table::{CommandId, resolve};
use keyspace::{KeyspaceStats, Slot, SlotConfig, SlotView};
use resp::{Args, OutBuf, Proto, Range, ReplyError, ReplyWriter};
use stdx::hash::KeyHasher;
use stdx::rng::Rng;
use stdx::sds::split_args;
use stdx::slot::slot_of;

use super::bodies::{body, keys};
use crate::slots::{self, Filter, SlotWork};
use crate::{BlockOn, Body, BodySettings, CommandContext, Effects, SessionFacts};

pub(crate) struct World {
    pub(crate) slots: BTreeMap<u16, Box<Slot>>,
    pub(crate) config: SlotConfig,
    pub(crate) settings: BodySettings,
    pub(crate) stats: KeyspaceStats,
    pub(crate) effects: Effects,
    pub(crate) session: SessionFacts,
    pub(crate) now_ms: i64,
    pub(crate) db: u32,
    pub(crate) proto: Proto,
    /// What the last request waits for.
    pub(crate) block: Option<BlockOn>,
    pub(crate) rng: Rng,
}

impl Default for World {
    fn default() -> Self {
        Self {
            slots: BTreeMap::new(),
            config: SlotConfig {
                hasher: KeyHasher::with_seed([1, 2]),
            },
            settings: BodySettings::default(),
            stats: KeyspaceStats::default(),
            effects: Effects::default(),
            session: SessionFacts::default(),
            now_ms: 1_700_000_000_000,
            db: 0,
            proto: Proto::Resp2,
            block: None,
            rng: Rng::new(7),
        }
    }
}

impl World {
    /// Runs a request written as a line with Valkey's quoting; the reply with escapes.
    pub(crate) fn line(&mut self, line: &str) -> String {
        let words = split_args(line.as_bytes()).expect("balanced quotes");
        let words: Vec<&[u8]> = words.iter().map(Vec::as_slice).collect();
        self.run(&words).escape_ascii().to_string()
    }

    /// Runs lines and shows what they yielded as effects, a line each.
    pub(crate) fn effects_of(&mut self, lines: &[&str]) -> Vec<String> {
        self.effects.clear();
        self.effects.set_wanted(true);
        for line in lines {
            self.line(line);
        }
        let shown = self.effects.iter().map(|(db, args)| {
            let words: Vec<&[u8]> = args.iter().collect();
            format!("{db} {}", words.join(&b' ').escape_ascii())
        });
        shown.collect()
    }

    /// Runs a request; the bytes of the reply, none if it waits.
    pub(crate) fn run(&mut self, words: &[&[u8]]) -> Vec<u8> {
        self.with_args(words, |world, args| world.run_args(args))
    }

    /// Does something with words as arguments.
    pub(crate) fn with_args<R>(
        &mut self,
        words: &[&[u8]],
        act: impl FnOnce(&mut Self, Args<'_>) -> R,
    ) -> R {
        let mut buf = Vec::new();
        let mut ranges = Vec::new();
        for word in words {
            ranges.push(Range {
                off: buf.len() as u32,
                len: word.len() as u32,
            });
            buf.extend_from_slice(word);
        }
        act(self, Args::new(&buf, &ranges, &[]))
    }

    /// As [`Self::run`], for arguments made by a parser.
    pub(crate) fn run_args(&mut self, args: Args<'_>) -> Vec<u8> {
        let mut out = OutBuf::new();
        self.run_into(args, &mut out);
        out.take_segments()
            .iter()
            .flat_map(|segment| segment.as_slice().to_vec())
            .collect()
    }

    pub(crate) fn run_into(&mut self, args: Args<'_>, out: &mut OutBuf) {
        let words: Vec<&[u8]> = args.iter().collect();
        let result = match resolve(words.as_slice()) {
            Ok(id) => self.call(id, args, out),
            Err(error) => Err(ReplyError::from_bytes(error.text(words.as_slice()))),
        };
        if let Err(error) = result {
            assert!(
                out.is_empty(),
                "a body that fails leaves no part of a reply"
            );
            ReplyWriter::new(out, self.proto).fail(&error);
        }
    }

    fn call(&mut self, id: CommandId, args: Args<'_>, out: &mut OutBuf) -> Result<(), ReplyError> {
        match body(id, args) {
            Some(body) => self.call_body(id, body, args, out),
            None => self.call_whole(id, args, out),
        }
    }

    /// Calls a body with a view of the slots of its keys and no others.
    fn call_body(
        &mut self,
        id: CommandId,
        body: Body,
        args: Args<'_>,
        out: &mut OutBuf,
    ) -> Result<(), ReplyError> {
        let mut numbers: Vec<u16> = keys(id, args).into_iter().map(slot_of).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let config = &self.config;
        let mut held: Vec<Box<Slot>> = numbers
            .iter()
            .map(|&n| {
                self.slots
                    .remove(&n)
                    .unwrap_or_else(|| Box::new(Slot::new(n, config)))
            })
            .collect();
        let keys = match held.as_mut_slice() {
            [one] => SlotView::One(one),
            many => SlotView::Many(many),
        };
        let mut ctx = CommandContext {
            keys,
            db: self.db,
            now_ms: self.now_ms,
            hasher: self.config.hasher,
            hash: None,
            reply: ReplyWriter::new(out, self.proto),
            effects: &mut self.effects,
            stats: &mut self.stats,
            settings: &self.settings,
            rng: &mut self.rng,
            session: self.session,
            block: None,
        };
        let result = body(&mut ctx, args);
        self.block = ctx.block.take();
        self.slots
            .extend(held.into_iter().map(|slot| (slot.number(), slot)));
        result
    }

    /// Commands over all keys, put together from what they do to one slot.
    fn call_whole(
        &mut self,
        id: CommandId,
        args: Args<'_>,
        out: &mut OutBuf,
    ) -> Result<(), ReplyError> {
        let (db, proto, databases) = (self.db, self.proto, self.settings.databases);
        match id {
            CommandId::Select => {
                let number = str::from_utf8(args.get(1)).unwrap_or_default().parse().ok();
                let known = number.filter(|&db| db < databases);
                self.db = known.ok_or(ReplyError::DB_OUT_OF_RANGE)?;
            }
            CommandId::Flushdb | CommandId::Flushall => {
                slots::parse_flush(args)?;
                let db = (id == CommandId::Flushdb).then_some(db);
                self.each_slot(|slot| slots::flush_slot(slot, db));
            }
            CommandId::Swapdb => {
                let (a, b) = slots::parse_swapdb(args, databases)?;
                self.each_slot(|slot| slots::swap_databases_slot(slot, a, b));
            }
            CommandId::Dbsize => {
                let keys: usize = self.slots.values().map(|s| slots::dbsize_slot(s, db)).sum();
                ReplyWriter::new(out, proto).int(keys as i64);
                return Ok(());
            }
            CommandId::Keys => {
                let keys = self.keys(&Filter::matching(args.get(1)));
                reply_keys(&mut ReplyWriter::new(out, proto), &keys);
                return Ok(());
            }
            CommandId::Scan => {
                let keys = self.scan_all(&slots::parse_scan(args)?);
                let mut reply = ReplyWriter::new(out, proto);
                reply.array(2);
                reply.bulk(b"0");
                reply_keys(&mut reply, &keys);
                return Ok(());
            }
            CommandId::Randomkey => {
                let key = self.random_key();
                let mut reply = ReplyWriter::new(out, proto);
                match key {
                    Some(key) => reply.bulk(&key),
                    None => reply.null(),
                }
                return Ok(());
            }
            other => {
                return Err(ReplyError::new(format!(
                    "ERR no body: {}",
                    other.full_name()
                )));
            }
        }
        ReplyWriter::new(out, proto).ok();
        Ok(())
    }

    fn each_slot(&mut self, act: impl Fn(&mut Slot)) {
        self.slots.values_mut().for_each(|slot| act(slot));
    }

    fn keys(&self, filter: &Filter<'_>) -> Vec<Vec<u8>> {
        let mut keys: Vec<Vec<u8>> = Vec::new();
        for slot in self.slots.values() {
            let visit = &mut |key: &[u8]| keys.push(key.to_vec());
            slots::keys_slot(slot, self.db, self.now_ms, filter, visit);
        }
        keys.sort();
        keys
    }

    fn random_key(&mut self) -> Option<Box<[u8]>> {
        self.slots.values_mut().find_map(|slot| {
            let mut work = SlotWork {
                db: self.db,
                now_ms: self.now_ms,
                settings: &self.settings,
                stats: &mut self.stats,
                effects: &mut self.effects,
            };
            let drawn = slots::random_key_slot(slot, &mut work, &mut self.rng, &mut |_| {});
            drawn.map(|drawn| drawn.key)
        })
    }

    /// All keys that a SCAN from start to end returns.
    fn scan_all(&mut self, scan: &slots::Scan<'_>) -> Vec<Vec<u8>> {
        let mut keys = Vec::new();
        for number in self.slots.keys().copied().collect::<Vec<_>>() {
            let mut position = 0;
            loop {
                let (next, found) = self.scan_step(number, &scan.filter, position, scan.count);
                keys.extend(found);
                position = next;
                if position == 0 {
                    break;
                }
            }
        }
        keys.sort();
        keys
    }

    /// One step of SCAN in one slot: the position of the next, and the keys found.
    pub(crate) fn scan_step(
        &mut self,
        slot: u16,
        filter: &Filter<'_>,
        position: u64,
        count: usize,
    ) -> (u64, Vec<Vec<u8>>) {
        let mut keys = Vec::new();
        let mut work = SlotWork {
            db: self.db,
            now_ms: self.now_ms,
            settings: &self.settings,
            stats: &mut self.stats,
            effects: &mut self.effects,
        };
        let Some(slot) = self.slots.get_mut(&slot) else {
            return (0, keys);
        };
        let visit = &mut |key: &[u8]| keys.push(key.to_vec());
        let (next, _) = slots::scan_slot(slot, &mut work, position, count, filter, visit);
        (next, keys)
    }

    /// The slot of a key, made if need be.
    pub(crate) fn slot(&mut self, key: &[u8]) -> &mut Slot {
        let number = slot_of(key);
        let config = &self.config;
        self.slots
            .entry(number)
            .or_insert_with(|| Box::new(Slot::new(number, config)))
    }
}

fn reply_keys(reply: &mut ReplyWriter<'_>, keys: &[Vec<u8>]) {
    reply.array(keys.len());
    keys.iter().for_each(|key| reply.bulk(key));
}
