//! The private keys of one client as they must be: strings, numbers and lists, and for each
//! random command the exact reply. It must never know of other clients.

use std::collections::VecDeque;

use stdx::rng::Rng;

use super::frames::{self, NULL, NULL_ARRAY, OK};
use crate::link::Link;

/// Keys per client and type.
const TEXTS: usize = 48;
const NUMBERS: usize = 8;
const LISTS: usize = 8;
/// Longer lists are shortened, longer strings overwritten.
const LIST_LEN_MAX: usize = 60;
const TEXT_BYTES_MAX: usize = 5_000;
/// Time to live of keys that get one: they never expire within a run.
const FAR_SECONDS: i64 = 1_000_000;

/// A command with the reply that it must have.
#[derive(Clone, Debug)]
pub struct Step {
    pub args: Vec<Vec<u8>>,
    pub reply: Vec<u8>,
}

impl Step {
    fn new(args: &[&[u8]], reply: impl Into<Vec<u8>>) -> Self {
        Self {
            args: args.iter().map(|arg| arg.to_vec()).collect(),
            reply: reply.into(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Text {
    bytes: Vec<u8>,
    expires: bool,
}

/// The keys of one client.
#[derive(Clone, Debug)]
pub struct Model {
    client: usize,
    rng: Rng,
    texts: Vec<Option<Text>>,
    numbers: Vec<Option<i64>>,
    lists: Vec<VecDeque<Vec<u8>>>,
}

impl Model {
    pub fn new(client: usize, seed: u64) -> Self {
        Self {
            client,
            rng: Rng::new(seed),
            texts: vec![None; TEXTS],
            numbers: vec![None; NUMBERS],
            lists: vec![VecDeque::new(); LISTS],
        }
    }

    /// One random command, already applied to the model.
    pub fn step(&mut self) -> Step {
        match self.rng.below(100) {
            0..48 => self.text_step(),
            48..60 => self.texts_step(),
            60..76 => self.number_step(),
            _ => self.list_step(),
        }
    }

    /// The name of a random string key and a value for it: a write outside the model, for
    /// transactions that do not happen.
    pub fn phantom_set(&mut self) -> Vec<Vec<u8>> {
        let (_, key) = self.text_key();
        vec![b"SET".to_vec(), key, b"phantom".to_vec()]
    }

    /// A random key to be watched.
    pub fn watched(&mut self) -> Vec<u8> {
        self.text_key().1
    }

    /// A write to one particular string key.
    pub fn set_named(&mut self, key: &[u8]) -> Step {
        let at = (0..TEXTS)
            .find(|at| self.name('t', *at) == key)
            .unwrap_or_default();
        let value = self.value();
        self.texts[at] = Some(Text {
            bytes: value.clone(),
            expires: false,
        });
        Step::new(&[b"SET", key, &value], OK)
    }

    /// Reads everything back over `link` and compares.
    pub fn finish(&self, link: &mut Link) -> Result<(), String> {
        let mut steps = Vec::new();
        for (at, text) in self.texts.iter().enumerate() {
            let reply = frames::bulk_or_null(text.as_ref().map(|text| &text.bytes[..]));
            steps.push(Step::new(&[b"GET", &self.name('t', at)], reply));
        }
        for (at, number) in self.numbers.iter().enumerate() {
            let text = number.map(|number| number.to_string());
            let reply = frames::bulk_or_null(text.as_deref().map(str::as_bytes));
            steps.push(Step::new(&[b"GET", &self.name('n', at)], reply));
        }
        for (at, list) in self.lists.iter().enumerate() {
            let items: Vec<Vec<u8>> = list.iter().map(|item| frames::bulk(item)).collect();
            let args: [&[u8]; 4] = [b"LRANGE", &self.name('l', at), b"0", b"-1"];
            steps.push(Step::new(&args, frames::array(&items)));
        }
        for step in steps {
            let got = link.ask(&step.args).map_err(|error| error.to_string())?;
            let key = String::from_utf8_lossy(&step.args[1]).into_owned();
            frames::must_be(&format!("final content of {key}"), &step.reply, &got)?;
        }
        Ok(())
    }

    fn name(&self, kind: char, at: usize) -> Vec<u8> {
        // Some keys share a slot with another, most do not.
        if at.is_multiple_of(8) {
            format!("soak:{{c{}}}:{kind}{at}", self.client).into_bytes()
        } else {
            format!("soak:c{}:{kind}{at}", self.client).into_bytes()
        }
    }

    fn text_key(&mut self) -> (usize, Vec<u8>) {
        let at = self.rng.below(TEXTS as u64) as usize;
        (at, self.name('t', at))
    }

    fn value(&mut self) -> Vec<u8> {
        let len = match self.rng.below(20_000) {
            0 => self.rng.range(65_000..200_000),
            1..200 => self.rng.range(500..4_000),
            _ => self.rng.below(100),
        };
        let first = self.rng.below(26);
        (0..len)
            .map(|at| b'a' + ((first + at) % 26) as u8)
            .collect()
    }

    fn text_step(&mut self) -> Step {
        let (at, key) = self.text_key();
        let old = self.texts[at].clone();
        let old_bytes = old.as_ref().map(|text| &text.bytes[..]);
        match self.rng.below(16) {
            0..5 => Step::new(&[b"GET", &key], frames::bulk_or_null(old_bytes)),
            5..8 => {
                let value = self.value();
                self.texts[at] = Some(Text {
                    bytes: value.clone(),
                    expires: false,
                });
                Step::new(&[b"SET", &key, &value], OK)
            }
            8 => {
                let value = self.value();
                let reply = if old.is_some() { NULL } else { OK };
                if old.is_none() {
                    self.texts[at] = Some(Text {
                        bytes: value.clone(),
                        expires: false,
                    });
                }
                Step::new(&[b"SET", &key, &value, b"NX"], reply)
            }
            9 => self.append(at, &key),
            10 => {
                let value = self.value();
                self.texts[at] = Some(Text {
                    bytes: value.clone(),
                    expires: false,
                });
                Step::new(
                    &[b"SET", &key, &value, b"GET"],
                    frames::bulk_or_null(old_bytes),
                )
            }
            11 => {
                self.texts[at] = None;
                Step::new(&[b"GETDEL", &key], frames::bulk_or_null(old_bytes))
            }
            12 => {
                let len = old_bytes.map_or(0, <[u8]>::len) as i64;
                Step::new(&[b"STRLEN", &key], frames::int(len))
            }
            13 => {
                let kind = if old.is_some() {
                    "+string\r\n"
                } else {
                    "+none\r\n"
                };
                Step::new(&[b"TYPE", &key], kind)
            }
            14 => self.set_range(at, &key),
            _ => self.expiry_step(at, &key),
        }
    }

    fn append(&mut self, at: usize, key: &[u8]) -> Step {
        let more = self.value();
        let text = self.texts[at].get_or_insert(Text {
            bytes: Vec::new(),
            expires: false,
        });
        if text.bytes.len() > TEXT_BYTES_MAX {
            *text = Text {
                bytes: more.clone(),
                expires: false,
            };
            return Step::new(&[b"SET", key, &more], OK);
        }
        text.bytes.extend_from_slice(&more);
        let len = text.bytes.len() as i64;
        Step::new(&[b"APPEND", key, &more], frames::int(len))
    }

    fn set_range(&mut self, at: usize, key: &[u8]) -> Step {
        let offset = self.rng.below(120) as usize;
        let text = self.texts[at].get_or_insert(Text {
            bytes: Vec::new(),
            expires: false,
        });
        if text.bytes.len() < offset + 3 {
            text.bytes.resize(offset + 3, 0);
        }
        text.bytes[offset..offset + 3].copy_from_slice(b"XYZ");
        let len = text.bytes.len() as i64;
        let offset = offset.to_string();
        Step::new(
            &[b"SETRANGE", key, offset.as_bytes(), b"XYZ"],
            frames::int(len),
        )
    }

    fn expiry_step(&mut self, at: usize, key: &[u8]) -> Step {
        let far = FAR_SECONDS.to_string();
        let choice = self.rng.below(4);
        let Some(text) = &mut self.texts[at] else {
            return Step::new(&[b"TTL", key], frames::int(-2));
        };
        match choice {
            0 => {
                text.expires = true;
                Step::new(&[b"EXPIRE", key, far.as_bytes()], frames::int(1))
            }
            1 => {
                let had = i64::from(text.expires);
                text.expires = false;
                Step::new(&[b"PERSIST", key], frames::int(had))
            }
            2 if !text.expires => Step::new(&[b"PTTL", key], frames::int(-1)),
            _ => {
                // Long past: the key goes at once.
                self.texts[at] = None;
                Step::new(&[b"EXPIREAT", key, b"1"], frames::int(1))
            }
        }
    }

    /// Commands on several strings at once.
    fn texts_step(&mut self) -> Step {
        let (a, first) = self.text_key();
        let (b, second) = self.text_key();
        match self.rng.below(8) {
            0 | 1 => {
                let values = [self.value(), self.value()];
                for (at, value) in [a, b].into_iter().zip(&values) {
                    self.texts[at] = Some(Text {
                        bytes: value.clone(),
                        expires: false,
                    });
                }
                Step::new(&[b"MSET", &first, &values[0], &second, &values[1]], OK)
            }
            2 | 3 => {
                let replies = [a, b].map(|at| {
                    frames::bulk_or_null(self.texts[at].as_ref().map(|text| &text.bytes[..]))
                });
                Step::new(&[b"MGET", &first, &second], frames::array(&replies))
            }
            4 => {
                let free = self.texts[a].is_none() && self.texts[b].is_none();
                if free {
                    for at in [a, b] {
                        self.texts[at] = Some(Text {
                            bytes: b"nx".to_vec(),
                            expires: false,
                        });
                    }
                }
                let args: [&[u8]; 5] = [b"MSETNX", &first, b"nx", &second, b"nx"];
                Step::new(&args, frames::int(i64::from(free)))
            }
            5 => {
                let count = [a, b]
                    .iter()
                    .filter(|at| self.texts[**at].is_some())
                    .count();
                Step::new(&[b"EXISTS", &first, &second], frames::int(count as i64))
            }
            6 => self.rename_or_copy([a, b], &first, &second),
            _ => {
                let mut count = 0;
                for at in [a, b] {
                    count += i64::from(self.texts[at].take().is_some());
                }
                Step::new(&[b"DEL", &first, &second], frames::int(count))
            }
        }
    }

    fn rename_or_copy(&mut self, [a, b]: [usize; 2], first: &[u8], second: &[u8]) -> Step {
        let Some(text) = self.texts[a].clone() else {
            return Step::new(&[b"RENAME", first, second], &b"-ERR no such key\r\n"[..]);
        };
        match self.rng.below(3) {
            0 if a != b => {
                self.texts[b] = Some(text);
                Step::new(&[b"COPY", first, second, b"REPLACE"], frames::int(1))
            }
            1 => {
                let moves = self.texts[b].is_none();
                if moves {
                    self.texts.swap(a, b);
                }
                Step::new(&[b"RENAMENX", first, second], frames::int(i64::from(moves)))
            }
            _ => {
                self.texts[a] = None;
                self.texts[b] = Some(text);
                Step::new(&[b"RENAME", first, second], OK)
            }
        }
    }

    fn number_step(&mut self) -> Step {
        let at = self.rng.below(NUMBERS as u64) as usize;
        let key = self.name('n', at);
        let old = self.numbers[at];
        let amount = self.rng.below(2_000) as i64 - 1_000;
        let word = amount.to_string();
        let mut become_ = |number: i64| {
            self.numbers[at] = Some(number);
            frames::int(number)
        };
        match self.rng.below(8) {
            0 | 1 => {
                let reply = become_(old.unwrap_or(0) + 1);
                Step::new(&[b"INCR", &key], reply)
            }
            2 => {
                let reply = become_(old.unwrap_or(0) - 1);
                Step::new(&[b"DECR", &key], reply)
            }
            3 => {
                let reply = become_(old.unwrap_or(0) + amount);
                Step::new(&[b"INCRBY", &key, word.as_bytes()], reply)
            }
            4 => {
                let reply = become_(old.unwrap_or(0) - amount);
                Step::new(&[b"DECRBY", &key, word.as_bytes()], reply)
            }
            5 => {
                self.numbers[at] = Some(amount);
                Step::new(&[b"SET", &key, word.as_bytes()], OK)
            }
            6 => {
                self.numbers[at] = None;
                Step::new(&[b"UNLINK", &key], frames::int(i64::from(old.is_some())))
            }
            _ => {
                let text = old.map(|number| number.to_string());
                let reply = frames::bulk_or_null(text.as_deref().map(str::as_bytes));
                Step::new(&[b"GET", &key], reply)
            }
        }
    }

    fn list_step(&mut self) -> Step {
        let at = self.rng.below(LISTS as u64) as usize;
        let key = self.name('l', at);
        if self.lists[at].len() > LIST_LEN_MAX {
            self.lists[at].clear();
            return Step::new(&[b"DEL", &key], frames::int(1));
        }
        let left = self.rng.below(2) == 0;
        match self.rng.below(10) {
            0..4 => {
                let values: Vec<Vec<u8>> =
                    (0..self.rng.range(1..4)).map(|_| self.value()).collect();
                for value in &values {
                    push(&mut self.lists[at], left, value.clone());
                }
                let head: [&[u8]; 2] = [if left { b"LPUSH" } else { b"RPUSH" }, &key];
                let args: Vec<&[u8]> = head
                    .into_iter()
                    .chain(values.iter().map(Vec::as_slice))
                    .collect();
                Step::new(&args, frames::int(self.lists[at].len() as i64))
            }
            4 | 5 => {
                let item = pop(&mut self.lists[at], left);
                let name: &[u8] = if left { b"LPOP" } else { b"RPOP" };
                Step::new(&[name, &key], frames::bulk_or_null(item.as_deref()))
            }
            6 => self.pop_many(at, &key, left),
            7 => {
                let len = self.lists[at].len() as i64;
                Step::new(&[b"LLEN", &key], frames::int(len))
            }
            8 => self.range(at, &key),
            _ => self.list_move(at, &key, left),
        }
    }

    fn pop_many(&mut self, at: usize, key: &[u8], left: bool) -> Step {
        let name: &[u8] = if left { b"LPOP" } else { b"RPOP" };
        let missing = self.lists[at].is_empty();
        let items: Vec<Vec<u8>> = (0..3)
            .map_while(|_| pop(&mut self.lists[at], left))
            .map(|item| frames::bulk(&item))
            .collect();
        let reply = if missing {
            NULL_ARRAY.to_vec()
        } else {
            frames::array(&items)
        };
        Step::new(&[name, key, b"3"], reply)
    }

    fn range(&mut self, at: usize, key: &[u8]) -> Step {
        let start = self.rng.below(10) as usize;
        let stop = start + self.rng.below(20) as usize;
        let items: Vec<Vec<u8>> = self.lists[at]
            .iter()
            .skip(start)
            .take(stop - start + 1)
            .map(|item| frames::bulk(item))
            .collect();
        let (start, stop) = (start.to_string(), stop.to_string());
        let args: [&[u8]; 4] = [b"LRANGE", key, start.as_bytes(), stop.as_bytes()];
        Step::new(&args, frames::array(&items))
    }

    fn list_move(&mut self, at: usize, key: &[u8], left: bool) -> Step {
        let to = self.rng.below(LISTS as u64) as usize;
        let target = self.name('l', to);
        let to_left = self.rng.below(2) == 0;
        let item = pop(&mut self.lists[at], left);
        if let Some(item) = &item {
            push(&mut self.lists[to], to_left, item.clone());
        }
        let end = |left: bool| if left { &b"LEFT"[..] } else { b"RIGHT" };
        let args: [&[u8]; 5] = [b"LMOVE", key, &target, end(left), end(to_left)];
        Step::new(&args, frames::bulk_or_null(item.as_deref()))
    }
}

fn push(list: &mut VecDeque<Vec<u8>>, left: bool, item: Vec<u8>) {
    if left {
        list.push_front(item);
    } else {
        list.push_back(item);
    }
}

fn pop(list: &mut VecDeque<Vec<u8>>, left: bool) -> Option<Vec<u8>> {
    if left {
        list.pop_front()
    } else {
        list.pop_back()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_names_a_sequence_that_uses_every_command() {
        let run = |seed: u64| {
            let mut model = Model::new(3, seed);
            (0..20_000).map(|_| model.step()).collect::<Vec<Step>>()
        };
        let steps = run(1);
        assert!(
            steps
                .iter()
                .zip(run(1))
                .all(|(a, b)| a.args == b.args && a.reply == b.reply)
        );
        let mut names: Vec<&[u8]> = steps.iter().map(|step| &step.args[0][..]).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 32, "commands in use");
    }

    #[test]
    fn pops_take_what_pushes_left() {
        let mut list = VecDeque::new();
        push(&mut list, true, b"a".to_vec());
        push(&mut list, false, b"b".to_vec());
        push(&mut list, true, b"c".to_vec());
        assert_eq!(pop(&mut list, false).as_deref(), Some(&b"b"[..]));
        assert_eq!(pop(&mut list, true).as_deref(), Some(&b"c"[..]));
    }
}
