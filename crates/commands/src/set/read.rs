//! One set read without change: SCARD, SISMEMBER, SMISMEMBER, SMEMBERS.

use resp::{Args, ReplyError};

use super::reply_member;
use crate::context::CommandContext;

/// SCARD key
pub fn scard(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.set_and_reply()?;
    reply.int(set.map_or(0, |set| set.len()) as i64);
    Ok(())
}

/// SISMEMBER key member
pub fn sismember(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.set_and_reply()?;
    let is_member = set.as_deref().is_some_and(|set| set.contains(args.get(2)));
    reply.int(i64::from(is_member));
    Ok(())
}

/// SMISMEMBER key member [member ...]
pub fn smismember(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.set_and_reply()?;
    let members = args.tail(2);
    reply.array(members.len());
    for member in members {
        let is_member = set.as_deref().is_some_and(|set| set.contains(member));
        reply.int(i64::from(is_member));
    }
    Ok(())
}

/// SMEMBERS key
pub fn smembers(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.set_and_reply()?;
    reply.set(set.as_deref().map_or(0, |set| set.len()));
    for member in set.iter().flat_map(|set| set.iter()) {
        reply_member(reply, member);
    }
    Ok(())
}
