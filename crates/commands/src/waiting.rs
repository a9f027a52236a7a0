//! What the families say together about requests that wait.

use command_table::CommandId;
use keyspace::Slot;

use crate::{list, zset};

/// Whether a request of `command` that waits for `key` can be served now.
pub fn is_ready(command: CommandId, slot: &mut Slot, db: u32, key: &[u8], now_ms: i64) -> bool {
    list::is_ready(command, slot, db, key, now_ms) || zset::is_ready(command, slot, db, key, now_ms)
}

/// Number of the argument that states how many keys follow it, of a command that waits for keys.
#[must_use]
pub fn counted_keys(command: CommandId) -> Option<usize> {
    matches!(command, CommandId::Bzmpop).then_some(2)
}
