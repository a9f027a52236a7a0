//! Strings in part: APPEND, GETRANGE, SETRANGE, STRLEN.

use keyspace::Expire;
use resp::{Args, ReplyError};
use stdx::num::I64_TEXT_BYTES_MAX;

use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::integer;
use crate::text::Text;

/// STRLEN key
pub fn strlen(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let place = ctx.read(args.get(1))?;
    let len = place.text()?.map_or(0, |text| text.len());
    place.reply.int(len as i64);
    Ok(())
}

/// APPEND key value
pub fn append(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let value = args.get(2);
    let mut place = ctx.write(args.get(1))?;
    let len = match place.text()?.map(|text| text.len()) {
        None => {
            place.set_text(value, args.shared(2), Expire::None);
            value.len()
        }
        Some(len) => {
            check_len(len, value.len(), place.settings.string_bytes_max)?;
            place.write_at(len, value);
            len + value.len()
        }
    };
    place.event(EventClass::STRING, "append");
    place.reply.int(len as i64);
    ctx.effects.request(ctx.db, args);
    Ok(())
}

/// SETRANGE key offset value
pub fn setrange(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let offset =
        usize::try_from(integer(args.get(2))?).map_err(|_| ReplyError::OFFSET_OUT_OF_RANGE)?;
    let value = args.get(3);
    let mut place = ctx.write(args.get(1))?;
    let len = place.text()?.map_or(0, |text| text.len());
    if value.is_empty() {
        place.reply.int(len as i64);
        return Ok(());
    }
    check_len(offset, value.len(), place.settings.string_bytes_max)?;
    place.write_at(offset, value);
    place.event(EventClass::STRING, "setrange");
    place.reply.int(len.max(offset + value.len()) as i64);
    ctx.effects.request(ctx.db, args);
    Ok(())
}

fn check_len(len: usize, more: usize, bytes_max: usize) -> Result<(), ReplyError> {
    match len.checked_add(more) {
        Some(sum) if sum <= bytes_max => Ok(()),
        _ => Err(ReplyError::STRING_TOO_LONG),
    }
}

/// GETRANGE key start end, SUBSTR key start end
pub fn getrange(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (start, end) = (integer(args.get(2))?, integer(args.get(3))?);
    let mut place = ctx.read(args.get(1))?;
    let (text, reply) = place.text_and_reply()?;
    let text = text.unwrap_or(Text::Bytes(b""));
    let mut digits = [0; I64_TEXT_BYTES_MAX];
    let bytes = text.bytes(&mut digits);
    match (bounds(start, end, bytes.len()), text) {
        (None, _) => reply.bulk(b""),
        (Some((from, to)), Text::Shared(shared)) => reply.shared(shared.slice(from..to)),
        (Some((from, to)), _) => reply.bulk(&bytes[from..to]),
    }
    Ok(())
}

/// The part of `len` bytes from `start` to `end`, both counted from the end if negative and both
/// included; as from and to, the latter not included.
fn bounds(start: i64, end: i64, len: usize) -> Option<(usize, usize)> {
    if start < 0 && end < 0 && start > end {
        return None;
    }
    let place = |index: i64| match usize::try_from(index) {
        Ok(index) => index,
        Err(_) => len.saturating_sub(usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX)),
    };
    let (from, to) = (place(start), place(end).saturating_add(1).min(len));
    (from < to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_follow_valkey() {
        for (start, end, len, expected) in [
            (0, -1, 9, Some((0, 9))),
            (-3, -1, 9, Some((6, 9))),
            (-100, 100, 9, Some((0, 9))),
            (5, 2, 9, None),
            (-1, -3, 9, None),
            (100, 200, 9, None),
            (0, -100, 9, Some((0, 1))),
            (-100, -100, 9, Some((0, 1))),
            (-1, -100, 9, None),
            (i64::MIN, i64::MIN, 9, Some((0, 1))),
            (i64::MAX, i64::MAX, 9, None),
            (i64::MIN, i64::MAX, 9, Some((0, 9))),
            (0, -1, 0, None),
            (0, 0, 0, None),
        ] {
            assert_eq!(bounds(start, end, len), expected, "{start} {end} of {len}");
        }
    }
}
