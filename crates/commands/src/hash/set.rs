//! HSET, HMSET, HSETNX.

use resp::{Args, ReplyError};
use values::hash::Lifetime;

use super::Stored;
use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::wrong_arity;

/// HSET key field value [field value ...]
pub fn hset(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let created = store(ctx, args, "hset")?;
    ctx.reply.int(created as i64);
    Ok(())
}

/// HMSET key field value [field value ...]
pub fn hmset(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    store(ctx, args, "hmset")?;
    ctx.reply.ok();
    Ok(())
}

/// Stores pairs of arguments; the number of fields that were not there.
fn store(ctx: &mut CommandContext<'_>, args: Args<'_>, name: &str) -> Result<usize, ReplyError> {
    if !args.len().is_multiple_of(2) {
        return Err(wrong_arity(name));
    }
    let now_ms = ctx.now_ms;
    let mut place = ctx.write(args.get(1))?;
    let stored = place.edit_or_make_hash(|hash, rules| {
        let mut stored = Stored::default();
        // As on Valkey, fields that are named twice count twice.
        hash.expect(args.len() / 2 - 1, rules);
        let mut words = args.tail(2).iter();
        while let (Some(name), Some(value)) = (words.next(), words.next()) {
            stored.store(hash, (name, value), (Lifetime::None, now_ms), rules);
        }
        stored
    })?;
    stored.note(&mut place);
    place.event(EventClass::HASH, "hset");
    ctx.effects.request(ctx.db, args);
    Ok(stored.created)
}

/// HSETNX key field value
pub fn hsetnx(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (key, name, value) = (args.get(1), args.get(2), args.get(3));
    let now_ms = ctx.now_ms;
    let mut place = ctx.write(key)?;
    let present = place
        .hash()?
        .is_some_and(|hash| hash.get_live(name, now_ms).is_some());
    if present {
        place.reply.int(0);
        return Ok(());
    }
    let stored = place.edit_or_make_hash(|hash, rules| {
        let mut stored = Stored::default();
        stored.store(hash, (name, value), (Lifetime::None, now_ms), rules);
        stored
    })?;
    stored.note(&mut place);
    place.event(EventClass::HASH, "hset");
    place.reply.int(1);
    if stored.replaced_expired {
        // Elsewhere the old field may be there still.
        ctx.effects.command(ctx.db, &[b"HSET", key, name, value]);
    } else {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}
