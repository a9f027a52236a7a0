//! Waiting for sorted sets: BZPOPMIN, BZPOPMAX, BZMPOP.
//!
//! A body that finds nothing says what it waits for, and is called again once its key is ready.

use command_table::CommandId;
use keyspace::Slot;
use resp::{Args, ReplyError};

use super::pop::{End, Several, pop_one};
use crate::context::{BlockOn, CommandContext, OnTimeout};
use crate::keys::holds_sorted_set;
use crate::parse::deadline_ms;

/// BZPOPMIN key [key ...] timeout
pub fn bzpopmin(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    pop_first(ctx, args, End::Min)
}

/// BZPOPMAX key [key ...] timeout
pub fn bzpopmax(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    pop_first(ctx, args, End::Max)
}

fn pop_first(ctx: &mut CommandContext<'_>, args: Args<'_>, end: End) -> Result<(), ReplyError> {
    let last = args.len() - 1;
    let deadline_ms = deadline_ms(args.get(last), ctx.now_ms)?;
    for i in 1..last {
        if pop_one(ctx, args.get(i), end)? {
            return Ok(());
        }
    }
    wait(ctx, 1..last, deadline_ms);
    Ok(())
}

/// BZMPOP timeout numkeys key [key ...] MIN | MAX [COUNT count]
pub fn bzmpop(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let request = Several::parse(args, 2)?;
    let deadline_ms = deadline_ms(args.get(1), ctx.now_ms)?;
    if !request.pop_first(ctx, args)? {
        wait(ctx, request.keys, deadline_ms);
    }
    Ok(())
}

fn wait(ctx: &mut CommandContext<'_>, keys: std::ops::Range<usize>, deadline_ms: Option<i64>) {
    if ctx.session.deny_blocking {
        ctx.reply.null_array();
        return;
    }
    ctx.block = Some(BlockOn {
        keys: keys.collect(),
        deadline_ms,
        on_timeout: OnTimeout::NullArray,
    });
}

/// Whether a request of `command` that waits for `key` can be served now.
pub fn is_ready(command: CommandId, slot: &mut Slot, db: u32, key: &[u8], now_ms: i64) -> bool {
    use CommandId::{Bzmpop, Bzpopmax, Bzpopmin};
    matches!(command, Bzpopmin | Bzpopmax | Bzmpop) && holds_sorted_set(slot, db, key, now_ms)
}
