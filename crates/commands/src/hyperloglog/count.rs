//! PFCOUNT: of one key, whose estimate is kept in the string, or of the union of several.

use resp::{Args, ReplyError};
use values::hyperloglog::{self, Registers};

use super::{corrupted, form_of, merge, with_bytes};
use crate::context::CommandContext;

/// PFCOUNT key [key ...]
pub fn pfcount(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    if args.len() == 2 {
        return count_one(ctx, args);
    }
    let mut registers = Registers::default();
    for key in args.tail(1) {
        let place = ctx.read(key)?;
        if form_of(&place)?.is_some() {
            merge(&mut registers, &place)?;
        }
    }
    ctx.reply.int(registers.count());
    Ok(())
}

fn count_one(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    if form_of(&place)?.is_none() {
        place.reply.int(0);
        return Ok(());
    }
    place.make_raw();
    if let Some(count) = with_bytes(&place, hyperloglog::kept_count)?.flatten() {
        place.reply.int(count);
        return Ok(());
    }
    let counted = with_bytes(&place, hyperloglog::count)?.unwrap_or(Ok(0));
    let count = counted.map_err(corrupted)?;
    place.edit_text(0, |bytes| hyperloglog::keep_count(bytes, count));
    // The string has changed, though this only reads: who watches it is told, and who copies it.
    place.modified();
    place.reply.int(count);
    ctx.effects.request(ctx.db, args);
    Ok(())
}
