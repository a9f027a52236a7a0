//! HDEL, HGETDEL.

use std::collections::BTreeSet;

use resp::{Args, ReplyError};
use values::Hash;

use super::fields::{COUNT_MISMATCH, exact_fields};
use super::reply_value;
use crate::context::CommandContext;
use crate::events::EventClass;

/// HDEL key field [field ...]
pub fn hdel(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    let mut place = ctx.write(args.get(1))?;
    let names = args.tail(2);
    let removed = match place.hash()? {
        Some(hash) if any_live(&hash, names, now_ms) => place.edit_hash(|hash, _| {
            let mut removed = 0;
            for name in names {
                let live = hash.get_live(name, now_ms).is_some();
                removed += i64::from(live && hash.remove(name));
            }
            removed
        }),
        _ => None,
    };
    let removed = removed.unwrap_or(0);
    if removed > 0 {
        place.event_of_removal(EventClass::HASH, "hdel");
    }
    place.reply.int(removed);
    if removed > 0 {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// HGETDEL key FIELDS numfields field [field ...]
pub fn hgetdel(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let names = exact_fields(args, COUNT_MISMATCH)?;
    let now_ms = ctx.now_ms;
    let mut place = ctx.write(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    let mut removed: BTreeSet<&[u8]> = BTreeSet::new();
    reply.array(names.len());
    for name in names {
        let field = hash.as_deref().and_then(|hash| hash.get_live(name, now_ms));
        let field = field.filter(|_| removed.insert(name));
        reply_value(reply, field);
    }
    if removed.is_empty() {
        return Ok(());
    }
    place.edit_hash(|hash, _| {
        for name in &removed {
            hash.remove(name);
        }
    });
    place.event_of_removal(EventClass::HASH, "hdel");
    ctx.effects.request(ctx.db, args);
    Ok(())
}

/// Whether one of the fields is there.
pub(super) fn any_live(hash: &Hash, names: Args<'_>, now_ms: i64) -> bool {
    names
        .iter()
        .any(|name| hash.get_live(name, now_ms).is_some())
}
