//! Which requests that wait can be served: asks the family of each.
//!
//! Never knows who waits.

use command_table::CommandId;
use keyspace::Slot;
use resp::Args;

use crate::{list, zset};

/// Whether a request that waits for `key` can be served now, if only with an error.
pub fn is_ready(
    (command, _args): (CommandId, Args<'_>),
    slot: &mut Slot,
    (db, key, now_ms): (u32, &[u8], i64),
) -> bool {
    list::is_ready(command, slot, db, key, now_ms) || zset::is_ready(command, slot, db, key, now_ms)
}

/// Number of the argument that states how many keys follow it, of a command that waits for keys.
#[must_use]
pub fn counted_keys(command: CommandId) -> Option<usize> {
    matches!(command, CommandId::Bzmpop).then_some(2)
}
