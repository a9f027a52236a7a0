//! Waiting for lists: BLPOP, BRPOP, BLMOVE, BRPOPLPUSH, and what waiting is for the engine.
//!
//! A body that finds nothing says what it waits for. One that waited is served by its own body
//! again, called once its key is ready.

use command_table::CommandId;
use keyspace::Slot;
use resp::{Args, ReplyError};

use super::End;
use super::moves::shift;
use super::pop::reply_item;
use crate::context::{BlockOn, CommandContext, OnTimeout};
use crate::events::EventClass;
use crate::keys::holds_list;
use crate::parse::deadline_ms;

/// BLPOP key [key ...] timeout
pub fn blpop(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    pop_first(ctx, args, End::Front)
}

/// BRPOP key [key ...] timeout
pub fn brpop(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    pop_first(ctx, args, End::Back)
}

fn pop_first(ctx: &mut CommandContext<'_>, args: Args<'_>, end: End) -> Result<(), ReplyError> {
    let last = args.len() - 1;
    let deadline_ms = deadline_ms(args.get(last), ctx.now_ms)?;
    for i in 1..last {
        let key = args.get(i);
        let mut place = ctx.write(key)?;
        let (list, reply) = place.list_and_reply()?;
        let Some(item) = list.as_deref().and_then(|list| end.peek(list)) else {
            continue;
        };
        reply.array(2);
        reply.bulk(key);
        reply_item(reply, item);
        place.change_list(|list, limits| end.drop(list, 1, limits))?;
        place.event_of_removal(EventClass::LIST, end.popped());
        let name = if end == End::Front { b"LPOP" } else { b"RPOP" };
        ctx.effects.command(ctx.db, &[name, key]);
        return Ok(());
    }
    if ctx.session.deny_blocking {
        ctx.reply.null_array();
        return Ok(());
    }
    let keys = (1..last).collect();
    ctx.block = Some(BlockOn {
        keys,
        deadline_ms,
        on_timeout: OnTimeout::NullArray,
    });
    Ok(())
}

/// BLMOVE source destination LEFT | RIGHT LEFT | RIGHT timeout
pub fn blmove(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let ends = (End::parse(args.get(3))?, End::parse(args.get(4))?);
    let deadline_ms = deadline_ms(args.get(5), ctx.now_ms)?;
    let (source, destination) = (args.get(1), args.get(2));
    if !shift(ctx, source, destination, ends)? {
        return wait_for_source(ctx, deadline_ms);
    }
    let words = [
        b"LMOVE".as_slice(),
        source,
        destination,
        args.get(3),
        args.get(4),
    ];
    ctx.effects.command(ctx.db, &words);
    Ok(())
}

/// BRPOPLPUSH source destination timeout
pub fn brpoplpush(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let deadline_ms = deadline_ms(args.get(3), ctx.now_ms)?;
    let (source, destination) = (args.get(1), args.get(2));
    if !shift(ctx, source, destination, (End::Back, End::Front))? {
        return wait_for_source(ctx, deadline_ms);
    }
    ctx.effects
        .command(ctx.db, &[b"RPOPLPUSH", source, destination]);
    Ok(())
}

fn wait_for_source(
    ctx: &mut CommandContext<'_>,
    deadline_ms: Option<i64>,
) -> Result<(), ReplyError> {
    if ctx.session.deny_blocking {
        ctx.reply.null();
        return Ok(());
    }
    ctx.block = Some(BlockOn {
        keys: vec![1],
        deadline_ms,
        on_timeout: OnTimeout::NullArray,
    });
    Ok(())
}

/// Whether a request of `command` that waits for `key` can be served now.
pub fn is_ready(command: CommandId, slot: &mut Slot, db: u32, key: &[u8], now_ms: i64) -> bool {
    use CommandId::{Blmove, Blmpop, Blpop, Brpop, Brpoplpush};
    matches!(command, Blpop | Brpop | Blmpop | Blmove | Brpoplpush)
        && holds_list(slot, db, key, now_ms)
}

/// The key that serving a request of `command` touches beside the one it waits for.
#[must_use]
pub fn other_key(command: CommandId, args: Args<'_>) -> Option<&[u8]> {
    match command {
        CommandId::Blmove | CommandId::Brpoplpush => args.try_get(2),
        _ => None,
    }
}
