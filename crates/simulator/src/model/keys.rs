//! Keys of the model, whatever they hold.

use super::{Answer, Circumstances, Model, NO_SUCH_KEY, Value, is, parse_integer};
use crate::wire;

impl Model {
    pub(super) fn del(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let mut count = 0;
        for key in &args[1..] {
            if self.lookup(with.db, key, with.now_ms).is_some() {
                self.remove(with.db, key);
                count += 1;
            }
        }
        Ok(wire::integer(count))
    }

    pub(super) fn exists(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let mut count = 0;
        for key in &args[1..] {
            count += i64::from(self.lookup(with.db, key, with.now_ms).is_some());
        }
        Ok(wire::integer(count))
    }

    pub(super) fn kind(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let entry = self.lookup(with.db, &args[1], with.now_ms);
        Ok(wire::simple(match entry.map(|entry| &entry.value) {
            None => "none",
            Some(Value::Text(_)) => "string",
            Some(Value::List(_)) => "list",
        }))
    }

    pub(super) fn rename(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let (from, to) = (&args[1], &args[2]);
        if self.lookup(with.db, from, with.now_ms).is_none() {
            return Err(NO_SUCH_KEY);
        }
        if from != to {
            self.lookup(with.db, to, with.now_ms);
            let entry = self.remove(with.db, from).ok_or(NO_SUCH_KEY)?;
            self.put(with.db, to, entry);
        }
        Ok(wire::ok())
    }

    /// COPY source destination [DB number] [REPLACE]
    pub(super) fn copy(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let (from, to) = (&args[1], &args[2]);
        let (mut db, mut replace) = (with.db, false);
        let mut i = 3;
        while i < args.len() {
            if is(&args[i], "db") {
                i += 1;
                db = parse_integer(&args[i])? as u32;
            } else if is(&args[i], "replace") {
                replace = true;
            } else {
                return Err(super::SYNTAX);
            }
            i += 1;
        }
        if db == with.db && from == to {
            return Err("ERR source and destination objects are the same");
        }
        let Some(entry) = self.lookup(with.db, from, with.now_ms).cloned() else {
            return Ok(wire::integer(0));
        };
        if self.lookup(db, to, with.now_ms).is_some() && !replace {
            return Ok(wire::integer(0));
        }
        self.put(db, to, entry);
        Ok(wire::integer(1))
    }

    pub(super) fn move_key(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let (key, db) = (&args[1], parse_integer(&args[2])? as u32);
        if db == with.db {
            return Err("ERR source and destination objects are the same");
        }
        let movable = self.lookup(with.db, key, with.now_ms).is_some()
            && self.lookup(db, key, with.now_ms).is_none();
        if movable && let Some(entry) = self.remove(with.db, key) {
            self.put(db, key, entry);
        }
        Ok(wire::integer(i64::from(movable)))
    }

    pub(super) fn expire(
        &mut self,
        with: &Circumstances,
        args: &[Vec<u8>],
        unit_ms: i64,
    ) -> Answer {
        let at_ms = Self::moment(with, &args[2], unit_ms)?;
        let Some(entry) = self.lookup(with.db, &args[1], with.now_ms) else {
            return Ok(wire::integer(0));
        };
        if at_ms <= with.now_ms {
            self.remove(with.db, &args[1]);
        } else {
            entry.expire_at_ms = Some(at_ms);
            self.note_change(with.db, &args[1]);
        }
        Ok(wire::integer(1))
    }

    pub(super) fn persist(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let entry = self.lookup(with.db, &args[1], with.now_ms);
        let had = entry.is_some_and(|entry| entry.expire_at_ms.take().is_some());
        if had {
            self.note_change(with.db, &args[1]);
        }
        Ok(wire::integer(i64::from(had)))
    }

    pub(super) fn ttl(&mut self, with: &Circumstances, args: &[Vec<u8>], unit_ms: i64) -> Answer {
        let entry = self.lookup(with.db, &args[1], with.now_ms);
        Ok(wire::integer(match entry.map(|entry| entry.expire_at_ms) {
            None => -2,
            Some(None) => -1,
            // Seconds are rounded to the nearest.
            Some(Some(at_ms)) => (at_ms - with.now_ms + unit_ms / 2) / unit_ms,
        }))
    }
}
