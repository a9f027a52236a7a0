//! Lists: pushed and popped at both ends, read in ranges, moved from one to another, waited for.
//!
//! Never knows another family.

mod blocking;
mod edit;
mod moves;
mod pop;
mod pop_many;
mod push;
mod range;
mod search;

pub use blocking::{blmove, blpop, brpop, brpoplpush, is_ready, other_key};
pub use edit::{linsert, lrem, lset, ltrim};
pub use moves::{lmove, rpoplpush};
pub use pop::{lpop, rpop};
pub use pop_many::{blmpop, lmpop};
pub use push::{lpush, lpushx, rpush, rpushx};
pub use range::{lindex, llen, lrange};
pub use search::lpos;

use resp::ReplyError;
use values::{EncodingLimits, Item, List};

/// An end of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Front,
    Back,
}

impl End {
    /// `LEFT` or `RIGHT`.
    fn parse(word: &[u8]) -> Result<Self, ReplyError> {
        if word.eq_ignore_ascii_case(b"left") {
            Ok(Self::Front)
        } else if word.eq_ignore_ascii_case(b"right") {
            Ok(Self::Back)
        } else {
            Err(ReplyError::SYNTAX)
        }
    }

    /// Name of the event that something was added at this end.
    fn pushed(self) -> &'static str {
        match self {
            Self::Front => "lpush",
            Self::Back => "rpush",
        }
    }

    /// Name of the event that something was removed at this end.
    fn popped(self) -> &'static str {
        match self {
            Self::Front => "lpop",
            Self::Back => "rpop",
        }
    }

    fn peek<'l>(self, list: &'l List<'_>) -> Option<Item<'l>> {
        match self {
            Self::Front => list.front(),
            Self::Back => list.back(),
        }
    }

    fn push(self, list: &mut List, value: &[u8], limits: &EncodingLimits) {
        match self {
            Self::Front => list.push_front(value, limits),
            Self::Back => list.push_back(value, limits),
        }
    }

    /// Removes `count` elements, at most as many as there are.
    fn drop(self, list: &mut List, count: usize, limits: &EncodingLimits) {
        let from = match self {
            Self::Front => 0,
            Self::Back => list.len().saturating_sub(count),
        };
        list.remove_range(from, count, limits);
    }

    fn take(self, list: &mut List, limits: &EncodingLimits) -> Option<Vec<u8>> {
        match self {
            Self::Front => list.pop_front(limits),
            Self::Back => list.pop_back(limits),
        }
    }
}
