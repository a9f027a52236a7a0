//! Which requests that wait can be served: asks the family of each.
//!
//! Never knows who waits.

use std::ops::Range;

use command_table::CommandId;
use keyspace::Slot;
use resp::Args;

use crate::parse::numkeys;
use crate::{list, stream, zset};

/// Whether a request that waits for `key` can be served now, if only with an error.
pub fn is_ready(
    (command, args): (CommandId, Args<'_>),
    slot: &mut Slot,
    (db, key, now_ms): (u32, &[u8], i64),
) -> bool {
    list::is_ready(command, slot, db, key, now_ms)
        || zset::is_ready(command, slot, db, key, now_ms)
        || stream::is_ready((command, args), slot, (db, key, now_ms))
}

/// The argument of a waiting command that says how many keys follow it, if it has one.
#[must_use]
pub fn numkeys_place(command: CommandId) -> Option<usize> {
    matches!(command, CommandId::Blmpop | CommandId::Bzmpop).then_some(2)
}

/// Numbers of the arguments that are the keys a request of `command` waits for, if it waits for
/// several.
#[must_use]
pub fn waited_keys(command: CommandId, args: Args<'_>) -> Range<usize> {
    let Some(place) = numkeys_place(command) else {
        return 1..args.len() - 1;
    };
    let count = args.try_get(place).and_then(|count| numkeys(count).ok());
    let first = place + 1;
    first..first.saturating_add(count.unwrap_or(0)).min(args.len())
}

/// Whether two requests of `command` for one key may differ in what they wait for.
#[must_use]
pub fn differs_by_request(command: CommandId) -> bool {
    matches!(command, CommandId::Xread | CommandId::Xreadgroup)
}
