//! Strings of the model.

use super::{Answer, Circumstances, Entry, Model, NOT_INTEGER, SYNTAX, Value, is, parse_integer};
use crate::wire;

impl Model {
    pub(super) fn get(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let text = self.text(with, &args[1])?;
        Ok(text.map_or(wire::null(with.resp3), |text| wire::bulk(&text)))
    }

    pub(super) fn set(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let (key, value) = (&args[1], args[2].clone());
        if args.len() == 3 {
            self.put(with.db, key, Entry::text(value));
            return Ok(wire::ok());
        }
        let (mut nx, mut xx, mut get, mut keep) = (false, false, false, false);
        let (mut expire_at_ms, mut equal) = (None, None);
        let mut i = 3;
        while i < args.len() {
            let word = &args[i];
            let next = args.get(i + 1);
            if is(word, "nx") {
                nx = true;
            } else if is(word, "xx") {
                xx = true;
            } else if is(word, "get") {
                get = true;
            } else if is(word, "keepttl") {
                keep = true;
            } else if is(word, "px") {
                i += 1;
                expire_at_ms = Some(with.now_ms + parse_integer(next.ok_or(SYNTAX)?)?);
            } else if is(word, "ifeq") {
                i += 1;
                equal = Some(next.ok_or(SYNTAX)?);
            } else {
                return Err(SYNTAX);
            }
            i += 1;
        }
        if nx && xx || keep && expire_at_ms.is_some() || equal.is_some() && (nx || xx) {
            return Err(SYNTAX);
        }
        let old = self.lookup(with.db, key, with.now_ms).cloned();
        let old_text = match &old {
            None => None,
            Some(Entry {
                value: Value::Text(text),
                ..
            }) => Some(text.clone()),
            Some(_) if get || equal.is_some() => return Err(super::WRONGTYPE),
            Some(_) => None,
        };
        let met = !(nx && old.is_some() || xx && old.is_none())
            && equal.is_none_or(|wanted| old_text.as_ref() == Some(wanted));
        let before = old_text.map_or(wire::null(with.resp3), |text| wire::bulk(&text));
        if !met {
            return Ok(if get { before } else { wire::null(with.resp3) });
        }
        let kept = if keep {
            old.and_then(|old| old.expire_at_ms)
        } else {
            None
        };
        let expire_at_ms = expire_at_ms.or(kept);
        self.put(
            with.db,
            key,
            Entry {
                value: Value::Text(value),
                expire_at_ms,
            },
        );
        Ok(if get { before } else { wire::ok() })
    }

    pub(super) fn incr(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let old = match self.text(with, &args[1])? {
            Some(text) => parse_integer(&text)?,
            None => 0,
        };
        let new = old
            .checked_add(1)
            .ok_or("ERR increment or decrement would overflow")?;
        self.replace_text(with, &args[1], new.to_string().into_bytes());
        Ok(wire::integer(new))
    }

    pub(super) fn append(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let mut text = self.text(with, &args[1])?.unwrap_or_default();
        text.extend_from_slice(&args[2]);
        let len = text.len();
        self.replace_text(with, &args[1], text);
        Ok(wire::integer(len as i64))
    }

    pub(super) fn strlen(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let text = self.text(with, &args[1])?;
        Ok(wire::integer(text.map_or(0, |text| text.len()) as i64))
    }

    pub(super) fn mset(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        for pair in args[1..].chunks(2) {
            self.put(with.db, &pair[0], Entry::text(pair[1].clone()));
        }
        Ok(wire::ok())
    }

    pub(super) fn msetnx(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        for pair in args[1..].chunks(2) {
            if self.lookup(with.db, &pair[0], with.now_ms).is_some() {
                return Ok(wire::integer(0));
            }
        }
        self.mset(with, args)?;
        Ok(wire::integer(1))
    }

    pub(super) fn mget(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Answer {
        let mut items = Vec::new();
        for key in &args[1..] {
            let text = self.text(with, key).unwrap_or(None);
            items.push(text.map_or(wire::null(with.resp3), |text| wire::bulk(&text)));
        }
        Ok(wire::array(&items))
    }

    /// The expire time stays.
    fn replace_text(&mut self, with: &Circumstances, key: &[u8], text: Vec<u8>) {
        let old = self.lookup(with.db, key, with.now_ms);
        let expire_at_ms = old.and_then(|entry| entry.expire_at_ms);
        self.put(
            with.db,
            key,
            Entry {
                value: Value::Text(text),
                expire_at_ms,
            },
        );
    }

    /// A whole number of seconds or milliseconds from now.
    pub(super) fn moment(
        with: &Circumstances,
        text: &[u8],
        unit_ms: i64,
    ) -> Result<i64, &'static str> {
        let number = parse_integer(text)?;
        number
            .checked_mul(unit_ms)
            .and_then(|ms| ms.checked_add(with.now_ms))
            .ok_or(NOT_INTEGER)
    }
}
