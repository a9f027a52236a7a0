//! Hashes read without change: HGET, HMGET, HGETALL, HKEYS, HVALS, HLEN, HSTRLEN, HEXISTS.

use resp::{Args, ReplyError};
use values::hash::Field;

use super::{reply_text, reply_value};
use crate::context::CommandContext;
use crate::text::Text;

/// HGET key field
pub fn hget(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    let field = hash
        .as_deref()
        .and_then(|hash| hash.get_live(args.get(2), now_ms));
    reply_value(reply, field);
    Ok(())
}

/// HMGET key field [field ...]
pub fn hmget(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    let names = args.tail(2);
    reply.array(names.len());
    for name in names {
        let field = hash.as_deref().and_then(|hash| hash.get_live(name, now_ms));
        reply_value(reply, field);
    }
    Ok(())
}

/// HGETALL key
pub fn hgetall(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    let Some(hash) = hash else {
        reply.map(0);
        return Ok(());
    };
    let mark = reply.begin();
    let mut shown = 0;
    for field in hash.iter().filter(|field| field.is_live(now_ms)) {
        reply_text(reply, field.name);
        reply_text(reply, field.value);
        shown += 1;
    }
    reply.end_map(mark, shown);
    Ok(())
}

/// HKEYS key
pub fn hkeys(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    list(ctx, args, |field| Text::from(field.name))
}

/// HVALS key
pub fn hvals(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    list(ctx, args, |field| Text::from(field.value))
}

fn list(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    part: impl for<'f> Fn(Field<'f>) -> Text<'f>,
) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    let Some(hash) = hash else {
        reply.array(0);
        return Ok(());
    };
    let mark = reply.begin();
    let mut shown = 0;
    for field in hash.iter().filter(|field| field.is_live(now_ms)) {
        part(field).write(reply);
        shown += 1;
    }
    reply.end_array(mark, shown);
    Ok(())
}

/// HLEN key: fields that nobody has removed yet count although their time is over.
pub fn hlen(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    reply.int(hash.map_or(0, |hash| hash.len()) as i64);
    Ok(())
}

/// HSTRLEN key field
pub fn hstrlen(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    let field = hash
        .as_deref()
        .and_then(|hash| hash.get_live(args.get(2), now_ms));
    reply.int(field.map_or(0, |field| Text::from(field.value).len()) as i64);
    Ok(())
}

/// HEXISTS key field
pub fn hexists(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    let field = hash
        .as_deref()
        .and_then(|hash| hash.get_live(args.get(2), now_ms));
    reply.int(i64::from(field.is_some()));
    Ok(())
}
