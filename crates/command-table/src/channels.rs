//! Which arguments of a request are channels: they route like keys, but name no value.

use std::ops::Range;

use crate::{ArgList, CommandId};

/// The channels that a request names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channels {
    /// Places of the arguments; empty for UNSUBSCRIBE and its kin without arguments (which mean
    /// all subscriptions of the session).
    pub indexes: Range<usize>,
    pub action: ChannelAction,
    /// Whether they are patterns, which belong to no slot.
    pub patterns: bool,
    /// Whether they are shard channels, whose slot matters to the cluster too.
    pub sharded: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelAction {
    Publish,
    Subscribe,
    Unsubscribe,
}

/// The channels of a request whose number of arguments is right for `id`; nothing for commands
/// that have none.
pub fn channels(id: CommandId, args: &(impl ArgList + ?Sized)) -> Option<Channels> {
    use ChannelAction::{Publish, Subscribe, Unsubscribe};
    let (action, patterns, sharded) = match id {
        CommandId::Publish => (Publish, false, false),
        CommandId::Spublish => (Publish, false, true),
        CommandId::Subscribe => (Subscribe, false, false),
        CommandId::Ssubscribe => (Subscribe, false, true),
        CommandId::Psubscribe => (Subscribe, true, false),
        CommandId::Unsubscribe => (Unsubscribe, false, false),
        CommandId::Sunsubscribe => (Unsubscribe, false, true),
        CommandId::Punsubscribe => (Unsubscribe, true, false),
        _ => return None,
    };
    let end = if action == Publish { 2 } else { args.len() };
    Some(Channels {
        indexes: 1..end,
        action,
        patterns,
        sharded,
    })
}
