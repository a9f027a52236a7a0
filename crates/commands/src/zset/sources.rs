//! What can be combined: sorted sets, and whatever else has members.
//!
//! The one place that knows which types these are. A type without scores gives each member 1.

use std::borrow::Cow;

use keyspace::Value;
use resp::ReplyError;
use values::{Object, Set, SortedSet};

/// The value of a key that is combined with others.
pub(super) enum Source<'a> {
    /// Nothing is there.
    Absent,
    Sorted(Cow<'a, SortedSet<'a>>),
    Plain(Cow<'a, Set<'a>>),
}

impl<'a> Source<'a> {
    pub(super) fn of(value: Option<Value<'a>>) -> Result<Self, ReplyError> {
        match value {
            None => Ok(Self::Absent),
            Some(Value::Object(Object::SortedSet(set))) => Ok(Self::Sorted(Cow::Borrowed(set))),
            Some(Value::Object(Object::Set(set))) => Ok(Self::Plain(Cow::Borrowed(set))),
            Some(Value::Packed(packed)) => {
                let sorted = packed.sorted_set().map(Cow::Owned).map(Self::Sorted);
                let plain = || packed.set().map(Cow::Owned).map(Self::Plain);
                sorted.or_else(plain).ok_or(ReplyError::WRONGTYPE)
            }
            Some(_) => Err(ReplyError::WRONGTYPE),
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Absent => 0,
            Self::Sorted(set) => set.len(),
            Self::Plain(set) => set.len(),
        }
    }

    /// The score of a member.
    pub(super) fn score(&self, member: &[u8]) -> Option<f64> {
        match self {
            Self::Absent => None,
            Self::Sorted(set) => set.score(member),
            Self::Plain(set) => set.contains(member).then_some(1.0),
        }
    }

    /// Shows all members with their scores.
    pub(super) fn for_each(&self, mut visit: impl FnMut(&[u8], f64)) {
        let mut buffer = [0; 20];
        match self {
            Self::Absent => {}
            Self::Sorted(set) => set
                .iter()
                .for_each(|element| visit(element.member.text(&mut buffer), element.score)),
            Self::Plain(set) => set
                .iter()
                .for_each(|member| visit(member.text(&mut buffer), 1.0)),
        }
    }
}
