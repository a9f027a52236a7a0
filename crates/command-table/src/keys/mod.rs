//! Which arguments of a request are keys, and what the command does to them. It reads arguments
//! and the table, and knows nothing of slots or of the keys' values.

use crate::key_specs::{KeyFlags, KeyPlan, LegacyRange};
use crate::lookup::{LookupError, find};
use crate::{ArgList, CommandId, Flags};

mod code;
mod fallback;
mod rules;
#[cfg(test)]
mod tests;

/// Finds the keys of a request whose number of arguments is right for `id`, in the order in which
/// COMMAND GETKEYS reports them. `keys` is emptied first.
///
/// An error means that the options or counts say nothing sensible; the body will answer with an
/// error of its own, and `keys` is empty.
#[inline]
pub fn keys(
    id: CommandId,
    args: &(impl ArgList + ?Sized),
    keys: &mut KeyList,
) -> Result<(), KeysError> {
    keys.clear();
    let spec = id.spec();
    match spec.key_plan {
        KeyPlan::None => Ok(()),
        KeyPlan::One(index) => {
            let flags = spec
                .key_specs
                .first()
                .map_or(KeyFlags::NONE, |rule| rule.flags);
            keys.push(usize::from(index), flags);
            Ok(())
        }
        KeyPlan::Range => {
            let flags = spec
                .key_specs
                .first()
                .map_or(KeyFlags::NONE, |rule| rule.flags);
            keys.push_range(spec.range, args.len(), flags);
            Ok(())
        }
        KeyPlan::Specs => {
            let found = rules::apply(spec.key_specs, args, keys);
            found.or_else(|_| fallback::apply(spec.key_specs, args, keys))
        }
        KeyPlan::Code(code) => code::apply(code, args, keys),
    }
    .inspect_err(|_| keys.clear())
}

/// The only key of a request, where the table can tell it without looking at the options: the
/// hot path of routing. None means "ask [`keys`]".
#[inline]
pub fn only_key(id: CommandId) -> Option<usize> {
    match id.spec().key_plan {
        KeyPlan::One(index) => Some(usize::from(index)),
        KeyPlan::Code(crate::KeyCode::Set | crate::KeyCode::Bitfield) => Some(1),
        _ => None,
    }
}

/// Keys of one request: places of arguments and what is done to them. Meant to be kept and used
/// again; it never holds more than the request has arguments.
#[derive(Debug, Default)]
pub struct KeyList(Vec<Key>);

/// One key of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Which argument; the command's name is argument 0.
    pub index: u32,
    pub flags: KeyFlags,
}

impl KeyList {
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn as_slice(&self) -> &[Key] {
        &self.0
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Places of the arguments that are keys.
    pub fn indexes(&self) -> impl Iterator<Item = usize> + Clone + '_ {
        self.0.iter().map(|key| key.index as usize)
    }

    #[inline]
    fn push(&mut self, index: usize, flags: KeyFlags) {
        // A request has far fewer than 2^32 arguments: the parser sees to it.
        self.0.push(Key {
            index: index as u32,
            flags,
        });
    }

    fn push_range(&mut self, range: LegacyRange, argc: usize, flags: KeyFlags) {
        let first = usize::from(range.first.unsigned_abs());
        let distance = usize::from(range.last.unsigned_abs());
        let last = if range.last < 0 {
            argc.saturating_sub(distance)
        } else {
            distance
        };
        if last < argc {
            let step = usize::from(range.step.unsigned_abs()).max(1);
            (first..=last)
                .step_by(step)
                .for_each(|index| self.push(index, flags));
        }
    }
}

impl KeyFlags {
    pub(crate) const NONE: Self = Self(0);

    /// Whether the command may change the key.
    pub const fn writes(self) -> bool {
        self.intersects(Self::RW.union(Self::OW).union(Self::RM))
    }
}

/// The arguments do not say which of them are keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeysError;

/// Answers COMMAND GETKEYS and GETKEYSANDFLAGS for the request `args`. The list may be empty for a
/// command that can do without keys.
pub fn getkeys(
    args: &(impl ArgList + ?Sized),
    list: &mut KeyList,
) -> Result<CommandId, GetKeysError> {
    list.clear();
    let id = find(args).map_err(|_: LookupError| GetKeysError::UnknownCommand)?;
    let spec = id.spec();
    if spec.key_plan == KeyPlan::None {
        return Err(GetKeysError::NoKeys);
    }
    if !spec.accepts_argc(args.len()) {
        return Err(GetKeysError::Arity);
    }
    if id == CommandId::Pfmerge && args.len() == 2 {
        // Valkey's rules miss a destination without sources. Routing must not.
        return Err(GetKeysError::Arguments);
    }
    let found = keys(id, args, list);
    if (found.is_err() || list.is_empty()) && !spec.flags.contains(Flags::NO_MANDATORY_KEYS) {
        return Err(GetKeysError::Arguments);
    }
    Ok(id)
}

/// Why COMMAND GETKEYS cannot answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GetKeysError {
    UnknownCommand,
    NoKeys,
    Arity,
    Arguments,
}

impl GetKeysError {
    /// Valkey's text, from its `ERR` on.
    pub fn text(self) -> &'static str {
        match self {
            Self::UnknownCommand => "ERR Invalid command specified",
            Self::NoKeys => "ERR The command has no key arguments",
            Self::Arity => "ERR Invalid number of arguments specified for command",
            Self::Arguments => "ERR Invalid arguments specified for command",
        }
    }
}

/// A number of keys as the rules take it: decimal digits, nothing else, not negative.
fn count(text: &[u8]) -> Option<usize> {
    if text.is_empty() || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    if text.len() > 1 && text[0] == b'0' {
        return None;
    }
    std::str::from_utf8(text).ok()?.parse().ok()
}
