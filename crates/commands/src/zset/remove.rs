//! ZREM, ZREMRANGEBYRANK, ZREMRANGEBYSCORE, ZREMRANGEBYLEX.

use resp::{Args, ReplyError};
use values::SortedSet;
use values::zset::Ranks;

use super::bounds;
use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::integer;

/// ZREM key member [member ...]
pub fn zrem(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    remove(ctx, args, "zrem", |set| {
        let removed = args.tail(2).iter().map(|member| set.remove(member));
        removed.flatten().count()
    })
}

/// ZREMRANGEBYRANK key start stop
pub fn zremrangebyrank(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (start, stop) = (integer(args.get(2))?, integer(args.get(3))?);
    remove_ranks(ctx, args, "zremrangebyrank", |set| {
        bounds::ranks(start, stop, set.len())
    })
}

/// ZREMRANGEBYSCORE key min max
pub fn zremrangebyscore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (low, high) = (bounds::score(args.get(2))?, bounds::score(args.get(3))?);
    remove_ranks(ctx, args, "zremrangebyscore", |set| {
        set.scores_within(low, high)
    })
}

/// ZREMRANGEBYLEX key min max
pub fn zremrangebylex(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (low, high) = (bounds::member(args.get(2))?, bounds::member(args.get(3))?);
    remove_ranks(ctx, args, "zremrangebylex", |set| {
        set.members_within(low, high, false)
    })
}

fn remove_ranks(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    event: &'static str,
    ranks: impl FnOnce(&SortedSet) -> Ranks,
) -> Result<(), ReplyError> {
    remove(ctx, args, event, |set| {
        let ranks = ranks(set);
        set.remove_ranks(ranks);
        ranks.count
    })
}

/// Removes what `remove` does, which returns how many elements that were.
fn remove(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    event: &'static str,
    remove: impl FnOnce(&mut SortedSet) -> usize,
) -> Result<(), ReplyError> {
    let mut place = ctx.write(args.get(1))?;
    place.sorted_set()?;
    let removed = place.edit_sorted_set(|set, _| {
        let removed = remove(set);
        (removed > 0, removed)
    });
    let removed = removed.unwrap_or(0);
    if removed > 0 {
        place.event_of_removal(EventClass::ZSET, event);
    }
    place.reply.int(removed as i64);
    if removed > 0 {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}
