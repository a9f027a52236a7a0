//! Keys that hold sets. Never knows a command.

use std::borrow::Cow;

use keyspace::{Expire, NewValue, SlotView, Value};
use resp::{ReplyError, ReplyWriter};
use stdx::slot::slot_of;
use values::hash::Rules;
use values::{Object, Set};

use super::{KeyPlace, value_of};
use crate::context::CommandContext;

impl CommandContext<'_> {
    /// Sets of several keys at the same time, none where nothing is. Each key was looked up
    /// before: what is there is a set.
    pub(crate) fn sets_at_hand<'k>(
        keys: &'k SlotView<'_>,
        (db, now_ms): (u32, i64),
        hashed: &[(&[u8], u64)],
    ) -> Vec<Option<Cow<'k, Set<'k>>>> {
        let set = |&(key, hash): &(&[u8], u64)| {
            let table = keys.peek(slot_of(key))?.table(db)?;
            let entry = table.find(key, hash, now_ms).found()?;
            as_set(table.value(entry)).ok()
        };
        hashed.iter().map(set).collect()
    }
}

/// Looking.
impl<'a> KeyPlace<'_, 'a> {
    /// The set, or the error that it is none.
    pub(crate) fn set_value(&self) -> Result<Option<Cow<'_, Set<'_>>>, ReplyError> {
        self.value().map(as_set).transpose()
    }

    #[inline]
    pub(crate) fn set_and_reply(
        &mut self,
    ) -> Result<(Option<Cow<'_, Set<'_>>>, &mut ReplyWriter<'a>), ReplyError> {
        let value = value_of(self.slot, self.db, self.entry);
        Ok((value.map(as_set).transpose()?, self.reply))
    }
}

/// Changing.
impl KeyPlace<'_, '_> {
    /// Changes the set, if there is one; removes the key if none of it is left. Whoever watches
    /// the key is told if it has other members than before, which shows in their number.
    pub(crate) fn edit_set<R>(
        &mut self,
        edit: impl FnOnce(&mut Set<'_>, &Rules<'_>) -> R,
    ) -> Option<R> {
        let entry = self.entry?;
        let rules = Rules {
            limits: &self.settings.encoding,
            hasher: self.slot.hasher(),
        };
        let (result, before, after) = self.edit_object(entry, |object| {
            let set = object.as_set_mut()?;
            let before = set.len();
            Some((edit(set, &rules), before, set.len()))
        })?;
        if after == 0 {
            self.remove();
        } else if after != before {
            self.modified();
        }
        Some(result)
    }

    /// Makes a set that belongs under this key.
    pub(crate) fn build_set(&self, build: impl FnOnce(&Rules<'_>) -> Set<'static>) -> Set<'static> {
        build(&Rules {
            limits: &self.settings.encoding,
            hasher: self.slot.hasher(),
        })
    }

    /// Stores a set in place of whatever the key holds.
    pub(crate) fn put_set(&mut self, set: Set<'static>) {
        self.set(NewValue::Object(Object::Set(set)), Expire::None);
    }
}

#[inline]
fn as_set(value: Value<'_>) -> Result<Cow<'_, Set<'_>>, ReplyError> {
    match value {
        Value::Packed(packed) => packed.set().map(Cow::Owned).ok_or(ReplyError::WRONGTYPE),
        Value::Object(Object::Set(set)) => Ok(Cow::Borrowed(set)),
        _ => Err(ReplyError::WRONGTYPE),
    }
}
