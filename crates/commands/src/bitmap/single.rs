//! SETBIT and GETBIT.

use resp::{Args, ReplyError};
use stdx::num::{I64_TEXT_BYTES_MAX, parse_i64};

use super::bit_offset;
use crate::context::CommandContext;
use crate::events::EventClass;

/// SETBIT key offset value
pub fn setbit(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (byte, mask) = place_of(args.get(2), ctx.settings.string_bytes_max)?;
    let on = match parse_i64(args.get(3)) {
        Some(0) => false,
        Some(1) => true,
        _ => {
            return Err(ReplyError::fixed(
                "ERR bit is not an integer or out of range",
            ));
        }
    };
    let mut place = ctx.write(args.get(1))?;
    let old = match place.text()? {
        Some(text) => text.bytes(&mut [0; I64_TEXT_BYTES_MAX]).get(byte).copied(),
        None => None,
    };
    let was_on = old.unwrap_or(0) & mask != 0;
    let changed = old.is_none() || was_on != on;
    if changed || !place.is_raw_text() {
        place.edit_text(byte + 1, |bytes| match on {
            true => bytes[byte] |= mask,
            false => bytes[byte] &= !mask,
        });
    }
    place.reply.int(i64::from(was_on));
    if changed {
        place.modified();
        place.event(EventClass::STRING, "setbit");
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// GETBIT key offset
pub fn getbit(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (byte, mask) = place_of(args.get(2), ctx.settings.string_bytes_max)?;
    let place = ctx.read(args.get(1))?;
    let byte = match place.text()? {
        Some(text) => text.bytes(&mut [0; I64_TEXT_BYTES_MAX]).get(byte).copied(),
        None => None,
    };
    place.reply.int(i64::from(byte.unwrap_or(0) & mask != 0));
    Ok(())
}

/// The byte that a bit is in, and the bit within it.
fn place_of(offset: &[u8], bytes_max: usize) -> Result<(usize, u8), ReplyError> {
    let offset = bit_offset(offset, None, bytes_max)?;
    Ok(((offset / 8) as usize, 0x80 >> (offset % 8)))
}
