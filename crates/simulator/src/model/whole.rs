//! Commands of the model over all keys.

use std::collections::BTreeMap;

use super::{Answer, Circumstances, Model, parse_integer};
use crate::wire;

impl Model {
    pub(super) fn flush(&mut self, db: Option<u32>) -> Answer {
        let numbers: Vec<u32> = match db {
            Some(db) => vec![db],
            None => self.dbs.keys().copied().collect(),
        };
        for number in numbers {
            let keys: Vec<Vec<u8>> = self.entries(number).map(|(key, _)| key.clone()).collect();
            for key in keys {
                self.remove(number, &key);
            }
        }
        Ok(wire::ok())
    }

    /// A key that is in one of the two databases is changed in both.
    pub(super) fn swap(&mut self, args: &[Vec<u8>]) -> Answer {
        let (a, b) = (
            parse_integer(&args[1])? as u32,
            parse_integer(&args[2])? as u32,
        );
        if a == b {
            return Ok(wire::ok());
        }
        let keys: Vec<Vec<u8>> = self
            .entries(a)
            .chain(self.entries(b))
            .map(|(key, _)| key.clone())
            .collect();
        for key in keys {
            self.note_change(a, &key);
            self.note_change(b, &key);
        }
        let of_a = self.dbs.remove(&a).unwrap_or_default();
        let of_b = self.dbs.remove(&b).unwrap_or_default();
        self.dbs.insert(a, of_b);
        self.dbs.insert(b, of_a);
        Ok(wire::ok())
    }

    pub(super) fn dbsize(&mut self, with: &Circumstances) -> Answer {
        Ok(wire::integer(
            self.dbs.get(&with.db).map_or(0, BTreeMap::len) as i64,
        ))
    }

    /// Numbers of keys, and of those with an expire time, of every database that has some.
    pub(crate) fn counts(&self) -> impl Iterator<Item = (u32, usize, usize)> {
        let filled = self.dbs.iter().filter(|(_, entries)| !entries.is_empty());
        filled.map(|(&db, entries)| {
            let expires = entries
                .values()
                .filter(|entry| entry.expire_at_ms.is_some());
            (db, entries.len(), expires.count())
        })
    }

    /// KEYS *, in order.
    pub(super) fn keys(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        if args[1] != b"*" {
            return Err("ERR the model knows KEYS * only");
        }
        let entries = self.dbs.get(&with.db).into_iter().flatten();
        let alive = entries.filter(|(_, entry)| !entry.is_over(with.now_ms));
        let items: Vec<_> = alive.map(|(key, _)| wire::bulk(key)).collect();
        Ok(wire::array(&items))
    }
}
