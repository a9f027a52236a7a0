//! What few slots have, together in one box, so that the others pay 8 bytes for it.
//!
//! It only holds the parts; their rules are in their own files.

use super::channels::Channels;
use super::waiters::Waiters;
use super::watches::Watches;
use crate::table::Table;

#[derive(Debug, Default)]
pub(super) struct Attachments {
    pub(super) watches: Watches,
    pub(super) waiters: Waiters,
    pub(super) channels: Channels,
    /// Tables that were flushed and are being freed.
    pub(super) doomed: Vec<Table>,
}

/// What a slot has besides keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SlotLoad {
    /// Somebody waits for a key of it.
    pub waiters: bool,
    /// Somebody watches a key of it.
    pub watches: bool,
    /// Somebody is subscribed to a channel of it.
    pub subscribers: bool,
}

impl Attachments {
    pub(super) fn load(&self) -> SlotLoad {
        SlotLoad {
            waiters: !self.waiters.is_empty(),
            watches: !self.watches.is_empty(),
            subscribers: !self.channels.is_empty(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.watches.is_empty()
            && self.waiters.is_empty()
            && self.channels.is_empty()
            && self.doomed.is_empty()
    }
}
