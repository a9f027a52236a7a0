//! Lists of the model, and what waits for them.

use std::collections::VecDeque;

use super::{Answer, Circumstances, Done, Entry, Model, SYNTAX, Value, is, parse_integer};
use crate::wire;

impl Model {
    pub(super) fn push(&mut self, with: &Circumstances, args: &[Vec<u8>], front: bool) -> Answer {
        let key = &args[1];
        if self.list(with, key)?.is_none() {
            let value = Value::List(VecDeque::new());
            self.put(
                with.db,
                key,
                Entry {
                    value,
                    expire_at_ms: None,
                },
            );
        }
        let mut len = 0;
        if let Some(list) = self.list(with, key)? {
            for element in &args[2..] {
                if front {
                    list.push_front(element.clone());
                } else {
                    list.push_back(element.clone());
                }
            }
            len = list.len();
        }
        self.note_change(with.db, key);
        Ok(wire::integer(len as i64))
    }

    /// LPOP key [count], RPOP key [count]
    pub(super) fn pop(&mut self, with: &Circumstances, args: &[Vec<u8>], front: bool) -> Answer {
        let Some(count) = args.get(2) else {
            let element = self.take(with, &args[1], front)?;
            return Ok(element.map_or(wire::null(with.resp3), |element| wire::bulk(&element)));
        };
        let count = parse_integer(count)?;
        if self.list(with, &args[1])?.is_none() {
            return Ok(wire::null_array(with.resp3));
        }
        let mut items = Vec::new();
        for _ in 0..count {
            let Some(element) = self.take(with, &args[1], front)? else {
                break;
            };
            items.push(wire::bulk(&element));
        }
        Ok(wire::array(&items))
    }

    pub(super) fn llen(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let list = self.list(with, &args[1])?;
        Ok(wire::integer(list.map_or(0, |list| list.len()) as i64))
    }

    /// LRANGE key 0 -1; the workload asks for nothing else.
    pub(super) fn lrange(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        if args[2] != b"0" || args[3] != b"-1" {
            return Err("ERR the model knows whole lists only");
        }
        let list = self.list(with, &args[1])?;
        let items: Vec<_> = list
            .into_iter()
            .flatten()
            .map(|element| wire::bulk(element))
            .collect();
        Ok(wire::array(&items))
    }

    /// LMOVE source destination LEFT|RIGHT LEFT|RIGHT
    pub(super) fn lmove(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let moved = self.shift(with, args)?;
        Ok(moved.unwrap_or(wire::null(with.resp3)))
    }

    /// BLPOP key [key ...] timeout, BRPOP
    pub(super) fn blocking_pop(
        &mut self,
        with: &Circumstances,
        args: &[Vec<u8>],
    ) -> Result<Done, &'static str> {
        let keys = &args[1..args.len() - 1];
        let deadline_ms = deadline_ms(with, &args[args.len() - 1])?;
        let front = is(&args[0], "blpop");
        for key in keys {
            if let Some(element) = self.take(with, key, front)? {
                return Ok(Done::Reply(wire::array(&[
                    wire::bulk(key),
                    wire::bulk(&element),
                ])));
            }
        }
        if with.in_exec {
            return Ok(Done::Reply(wire::null_array(with.resp3)));
        }
        Ok(Done::Waits {
            keys: keys.to_vec(),
            deadline_ms,
        })
    }

    /// BLMOVE source destination LEFT|RIGHT LEFT|RIGHT timeout
    pub(super) fn blocking_move(
        &mut self,
        with: &Circumstances,
        args: &[Vec<u8>],
    ) -> Result<Done, &'static str> {
        let deadline_ms = deadline_ms(with, &args[5])?;
        if let Some(moved) = self.shift(with, args)? {
            return Ok(Done::Reply(moved));
        }
        if with.in_exec {
            return Ok(Done::Reply(wire::null(with.resp3)));
        }
        Ok(Done::Waits {
            keys: vec![args[1].clone()],
            deadline_ms,
        })
    }

    /// Moves an element; `None` if there is no source.
    fn shift(
        &mut self,
        with: &Circumstances,
        args: &[Vec<u8>],
    ) -> Result<Option<Vec<u8>>, &'static str> {
        let (from, to) = (&args[1], &args[2]);
        let (from_left, to_left) = (is(&args[3], "left"), is(&args[4], "left"));
        if !from_left && !is(&args[3], "right") || !to_left && !is(&args[4], "right") {
            return Err(SYNTAX);
        }
        if self.list(with, from)?.is_none() {
            return Ok(None);
        }
        self.list(with, to)?;
        // A list moved within itself keeps its expire time even if it had one element.
        let expire_at_ms = self
            .lookup(with.db, from, with.now_ms)
            .and_then(|e| e.expire_at_ms);
        let Some(element) = self.take(with, from, from_left)? else {
            return Ok(None);
        };
        if from == to && self.list(with, to)?.is_none() {
            let value = Value::List(VecDeque::new());
            self.put(
                with.db,
                to,
                Entry {
                    value,
                    expire_at_ms,
                },
            );
        }
        let name = if to_left { "lpush" } else { "rpush" };
        self.push(with, &[name.into(), to.clone(), element.clone()], to_left)?;
        Ok(Some(wire::bulk(&element)))
    }

    /// One element from an end; an emptied list goes.
    fn take(
        &mut self,
        with: &Circumstances,
        key: &[u8],
        front: bool,
    ) -> Result<Option<Vec<u8>>, &'static str> {
        let Some(list) = self.list(with, key)? else {
            return Ok(None);
        };
        let element = if front {
            list.pop_front()
        } else {
            list.pop_back()
        };
        if list.is_empty() {
            self.remove(with.db, key);
        }
        self.note_change(with.db, key);
        Ok(element)
    }
}

/// The end of a wait of so many seconds; none for 0.
fn deadline_ms(with: &Circumstances, text: &[u8]) -> Result<Option<i64>, &'static str> {
    let seconds: f64 = std::str::from_utf8(text)
        .ok()
        .and_then(|text| text.parse().ok())
        .ok_or("ERR timeout is not a float or out of range")?;
    let ms = (seconds * 1000.0).ceil() as i64;
    Ok((ms > 0).then(|| with.now_ms + ms))
}
