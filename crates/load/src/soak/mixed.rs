//! The main kind of client: a deep pipeline of private commands, transactions among them, and of
//! commands on what all clients share.

use std::collections::VecDeque;

use stdx::rng::Rng;

use super::Actor;
use super::appends::{Pushed, STREAMS, Window};
use super::frames::{self, NULL_ARRAY, OK, QUEUED, must_be};
use super::model::Model;
use super::world::{ACCOUNTS, BALANCE, CHANNELS, COUNTERS, PAIRS, World, key};
use crate::link::Link;
use crate::wire::{push_command, shown};

/// A client with private keys.
#[derive(Debug)]
pub struct Mixed {
    at: usize,
    depth: usize,
    rng: Rng,
    model: Model,
    pending: VecDeque<Pending>,
    writes: u64,
}

/// What a reply is held to, with the request for the report.
#[derive(Debug)]
enum Pending {
    Exact { what: String, reply: Vec<u8> },
    Pushed(Pushed),
    Window(Window),
    Counter { at: usize, above: u64 },
    Pair(usize),
    PairInTransaction(usize),
    Transfer,
    Audit,
    Published,
}

impl Mixed {
    pub fn new(at: usize, depth: usize, seed: u64) -> Self {
        Self {
            at,
            depth,
            rng: Rng::new(seed ^ 0x5eed),
            model: Model::new(at, seed),
            pending: VecDeque::new(),
            writes: 0,
        }
    }

    fn push(&mut self, out: &mut Vec<u8>, args: &[Vec<u8>], pending: Pending) {
        push_command(out, args);
        self.pending.push_back(pending);
    }

    fn exact(&mut self, out: &mut Vec<u8>, args: &[Vec<u8>], reply: Vec<u8>) {
        push_command(out, args);
        let name = &args[0];
        let first = args.get(1).map_or(&b""[..], Vec::as_slice);
        let what = format!(
            "{} {}",
            String::from_utf8_lossy(name),
            String::from_utf8_lossy(first)
        );
        self.pending.push_back(Pending::Exact { what, reply });
    }

    fn ask_one(&mut self, world: &mut World, out: &mut Vec<u8>) {
        match self.rng.below(1_000) {
            0..820 => {
                let step = self.model.step();
                self.exact(out, &step.args, step.reply);
            }
            820..850 => self.transaction(out),
            850..890 => {
                let stream = self.rng.below(STREAMS as u64) as usize;
                let count = if self.rng.below(5) == 0 { 2 } else { 1 };
                let (pushed, args) = world.appends.push(stream, self.at, count);
                self.push(out, &args, Pending::Pushed(pushed));
            }
            890..895 => {
                let stream = self.rng.below(STREAMS as u64) as usize;
                let dice = self.rng.next_u64();
                let (window, args) = world.appends.window(stream, dice);
                self.push(out, &args, Pending::Window(window));
            }
            895..930 => {
                let at = self.rng.below(COUNTERS as u64) as usize;
                let above = world.counters[at].greatest();
                let args = [b"INCR".to_vec(), key("counter", at)];
                self.push(out, &args, Pending::Counter { at, above });
            }
            930..975 => self.pair(out),
            975..988 => self.accounts(out),
            _ => self.publish(world, out),
        }
    }

    /// A private transaction: executed, discarded, or aborted by a write to a watched key.
    fn transaction(&mut self, out: &mut Vec<u8>) {
        let words = |words: &[&str]| -> Vec<Vec<u8>> {
            words.iter().map(|word| word.as_bytes().to_vec()).collect()
        };
        let watches = self.rng.below(3) == 0;
        let aborted = watches && self.rng.below(2) == 0;
        if watches {
            let watched = self.model.watched();
            self.exact(out, &[b"WATCH".to_vec(), watched.clone()], OK.to_vec());
            if aborted {
                let step = self.model.set_named(&watched);
                self.exact(out, &step.args, step.reply);
            }
        }
        let discarded = !aborted && self.rng.below(8) == 0;
        self.exact(out, &words(&["MULTI"]), OK.to_vec());
        let mut replies = Vec::new();
        for _ in 0..self.rng.range(1..6) {
            let args = if aborted || discarded {
                self.model.phantom_set()
            } else {
                let step = self.model.step();
                replies.push(step.reply);
                step.args
            };
            self.exact(out, &args, QUEUED.to_vec());
        }
        if discarded {
            self.exact(out, &words(&["DISCARD"]), OK.to_vec());
        } else {
            let reply = if aborted {
                NULL_ARRAY.to_vec()
            } else {
                frames::array(&replies)
            };
            self.exact(out, &words(&["EXEC"]), reply);
        }
    }

    /// Two keys that are always written together, and read together.
    fn pair(&mut self, out: &mut Vec<u8>) {
        let at = self.rng.below(PAIRS as u64) as usize;
        let [a, b] = [key("pair:a", at), key("pair:b", at)];
        self.writes += 1;
        let value = format!("{}:{}", self.at, self.writes).into_bytes();
        match self.rng.below(5) {
            0 | 1 => {
                let args = [b"MSET".to_vec(), a, value.clone(), b, value];
                self.exact(out, &args, OK.to_vec());
            }
            2 => {
                self.exact(out, &[b"MULTI".to_vec()], OK.to_vec());
                for name in [a, b] {
                    let args = [b"SET".to_vec(), name, value.clone()];
                    self.exact(out, &args, QUEUED.to_vec());
                }
                let reply = frames::array(&[OK.to_vec(), OK.to_vec()]);
                self.exact(out, &[b"EXEC".to_vec()], reply);
            }
            3 => self.push(out, &[b"MGET".to_vec(), a, b], Pending::Pair(at)),
            _ => {
                self.exact(out, &[b"MULTI".to_vec()], OK.to_vec());
                for name in [a, b] {
                    self.exact(out, &[b"GET".to_vec(), name], QUEUED.to_vec());
                }
                self.push(out, &[b"EXEC".to_vec()], Pending::PairInTransaction(at));
            }
        }
    }

    /// A transfer between two accounts, or a look at all.
    fn accounts(&mut self, out: &mut Vec<u8>) {
        if self.rng.below(4) == 0 {
            let mut args = vec![b"MGET".to_vec()];
            args.extend((0..ACCOUNTS).map(|at| key("account", at)));
            self.push(out, &args, Pending::Audit);
            return;
        }
        let from = key("account", self.rng.below(ACCOUNTS as u64) as usize);
        let to = key("account", self.rng.below(ACCOUNTS as u64) as usize);
        let amount = self.rng.range(1..50).to_string().into_bytes();
        self.exact(out, &[b"MULTI".to_vec()], OK.to_vec());
        self.exact(
            out,
            &[b"DECRBY".to_vec(), from, amount.clone()],
            QUEUED.to_vec(),
        );
        self.exact(out, &[b"INCRBY".to_vec(), to, amount], QUEUED.to_vec());
        self.push(out, &[b"EXEC".to_vec()], Pending::Transfer);
    }

    fn publish(&mut self, world: &mut World, out: &mut Vec<u8>) {
        let channel = self.rng.below(CHANNELS as u64) as usize;
        let (of_channel, all) = world.published.entry(self.at as u32).or_default();
        of_channel[channel] += 1;
        *all += 1;
        let message = format!("{}:{}:{}", self.at, of_channel[channel], all).into_bytes();
        let args = [b"PUBLISH".to_vec(), key("channel", channel), message];
        self.push(out, &args, Pending::Published);
    }
}

impl Actor for Mixed {
    fn name(&self) -> String {
        format!("client {}", self.at)
    }

    fn ask(&mut self, world: &mut World, out: &mut Vec<u8>) {
        if world.stopping || self.pending.len() > self.depth / 2 {
            return;
        }
        // A transaction may exceed the depth a little.
        while self.pending.len() < self.depth {
            self.ask_one(world, out);
        }
    }

    fn reply(&mut self, world: &mut World, frame: &[u8]) -> Result<(), String> {
        let pending = self
            .pending
            .pop_front()
            .ok_or_else(|| format!("a reply that nobody asked for: {}", shown(frame, 200)))?;
        let what = match pending {
            Pending::Exact { what, reply } => {
                must_be(&what, &reply, frame)?;
                "replies as the model has them"
            }
            Pending::Pushed(pushed) => {
                world.appends.pushed(&pushed, frame)?;
                "appends"
            }
            Pending::Window(window) => {
                world.appends.seen(&window, frame)?;
                "parts of append lists read"
            }
            Pending::Counter { at, above } => {
                let number = frames::number(frame)
                    .ok_or_else(|| frames::wrong("INCR", b"(a number)", frame))?;
                world.counters[at]
                    .answer(number, above)
                    .map_err(|error| format!("INCR soak:counter:{at}: {error}"))?;
                "increments"
            }
            Pending::Pair(at) | Pending::PairInTransaction(at) => {
                match frames::items(frame).as_deref() {
                    Some([a, b]) if a == b => {}
                    _ => {
                        let what = format!("pair {at}, always written together");
                        return Err(frames::wrong(&what, b"(twice the same)", frame));
                    }
                }
                "pairs read"
            }
            Pending::Transfer => {
                let numbers = frames::items(frame).is_some_and(|items| {
                    items.len() == 2 && items.iter().all(|item| item[0] == b':')
                });
                if !numbers {
                    return Err(frames::wrong("EXEC of a transfer", b"(two numbers)", frame));
                }
                "transfers"
            }
            Pending::Audit => {
                check_sum(frame)?;
                "sums of all accounts"
            }
            Pending::Published => {
                must_be("PUBLISH", &frames::int(world.receivers), frame)?;
                "messages published"
            }
        };
        world.held(what);
        Ok(())
    }

    fn pending(&self) -> usize {
        self.pending.len()
    }

    fn finish(&self, link: &mut Link) -> Result<(), String> {
        self.model.finish(link)
    }
}

/// Transfers keep the sum of all accounts.
pub fn check_sum(frame: &[u8]) -> Result<(), String> {
    let sum = frames::texts(frame).and_then(|texts| {
        texts
            .iter()
            .map(|text| crate::wire::parse_int(text))
            .sum::<Option<i64>>()
            .filter(|_| texts.len() == ACCOUNTS)
    });
    let expected = BALANCE * ACCOUNTS as i64;
    if sum == Some(expected) {
        Ok(())
    } else {
        Err(frames::wrong(
            &format!("accounts, whose sum is {expected}"),
            b"(so much)",
            frame,
        ))
    }
}
