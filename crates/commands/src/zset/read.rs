//! Sorted sets read by member, and counted: ZCARD, ZSCORE, ZMSCORE, ZRANK, ZREVRANK, ZCOUNT,
//! ZLEXCOUNT.

use resp::{Args, ReplyError};

use super::{bounds, reply_score};
use crate::context::CommandContext;
use crate::parse::wrong_arity;

/// ZCARD key
pub fn zcard(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    reply.int(set.map_or(0, |set| set.len()) as i64);
    Ok(())
}

/// ZSCORE key member
pub fn zscore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    match set.as_deref().and_then(|set| set.score(args.get(2))) {
        Some(score) => reply_score(reply, score),
        None => reply.null(),
    }
    Ok(())
}

/// ZMSCORE key member [member ...]
pub fn zmscore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let members = args.tail(2);
    reply.array(members.len());
    for member in members {
        match set.as_deref().and_then(|set| set.score(member)) {
            Some(score) => reply_score(reply, score),
            None => reply.null(),
        }
    }
    Ok(())
}

/// ZRANK key member [WITHSCORE]
pub fn zrank(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    rank(ctx, args, false, "zrank")
}

/// ZREVRANK key member [WITHSCORE]
pub fn zrevrank(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    rank(ctx, args, true, "zrevrank")
}

fn rank(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    reversed: bool,
    command: &str,
) -> Result<(), ReplyError> {
    let with_score = match args.try_get(3) {
        None => false,
        Some(_) if args.len() > 4 => return Err(wrong_arity(command)),
        Some(word) if word.eq_ignore_ascii_case(b"withscore") => true,
        Some(_) => return Err(ReplyError::SYNTAX),
    };
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let found = set.as_deref().and_then(|set| {
        let (rank, score) = set.rank(args.get(2))?;
        let rank = if reversed { set.len() - 1 - rank } else { rank };
        Some((rank as i64, score))
    });
    match found {
        None if with_score => reply.null_array(),
        None => reply.null(),
        Some((rank, _)) if !with_score => reply.int(rank),
        Some((rank, score)) => {
            reply.array(2);
            reply.int(rank);
            reply_score(reply, score);
        }
    }
    Ok(())
}

/// ZCOUNT key min max
pub fn zcount(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (low, high) = (bounds::score(args.get(2))?, bounds::score(args.get(3))?);
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let count = set.map_or(0, |set| set.scores_within(low, high).count);
    reply.int(count as i64);
    Ok(())
}

/// ZLEXCOUNT key min max
pub fn zlexcount(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (low, high) = (bounds::member(args.get(2))?, bounds::member(args.get(3))?);
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let count = set.map_or(0, |set| set.members_within(low, high, false).count);
    reply.int(count as i64);
    Ok(())
}
