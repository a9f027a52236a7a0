//! BITCOUNT and BITPOS.

use resp::{Args, ReplyError};
use stdx::bits::{count_ones, find_first};
use stdx::num::I64_TEXT_BYTES_MAX;

use super::range::{Part, Range};
use crate::context::CommandContext;
use crate::parse::integer;

/// BITCOUNT key [start [end [BYTE | BIT]]]
pub fn bitcount(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let range = Range::parse(args, 2)?;
    let place = ctx.read(args.get(1))?;
    let mut digits = [0; I64_TEXT_BYTES_MAX];
    let count = match place.text()? {
        Some(text) if !range.is_backward_from_end() => {
            let bytes = text.bytes(&mut digits);
            let part = range.part(bytes.len());
            part.map_or(0, |part| count_in(bytes, part))
        }
        _ => 0,
    };
    place.reply.int(count as i64);
    Ok(())
}

/// BITPOS key bit [start [end [BYTE | BIT]]]
pub fn bitpos(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let bit = match integer(args.get(2))? {
        0 => false,
        1 => true,
        _ => {
            return Err(ReplyError::fixed("ERR The bit argument must be 1 or 0."));
        }
    };
    let range = Range::parse(args, 3)?;
    let place = ctx.read(args.get(1))?;
    let mut digits = [0; I64_TEXT_BYTES_MAX];
    let found = match place.text()? {
        // Nothing is zeros without end.
        None => (!bit).then_some(0),
        Some(text) => {
            let bytes = text.bytes(&mut digits);
            let part = range.part(bytes.len());
            part.and_then(|part| match find_in(bytes, part, bit) {
                // So is what follows a string, unless the range ends.
                None if !bit && !range.has_end() => Some(bytes.len() as u64 * 8),
                found => found,
            })
        }
    };
    place.reply.int(found.map_or(-1, |found| found as i64));
    Ok(())
}

fn count_in(bytes: &[u8], part: Part) -> u64 {
    let (first, last) = (bytes[part.from], bytes[part.to - 1]);
    let front = !(0xff_u8 >> part.skipped_front);
    let back = !(0xff_u8 << part.skipped_back);
    let outside = (first & front).count_ones() + (last & back).count_ones();
    count_ones(&bytes[part.from..part.to]) - u64::from(outside)
}

/// Place of the first such bit of the part, counted from the start of the string.
fn find_in(bytes: &[u8], part: Part, bit: bool) -> Option<u64> {
    let start = part.from as u64 * 8;
    // What does not count in the first byte is made the other bit.
    let front = !(0xff_u8 >> part.skipped_front);
    let first = match bit {
        true => bytes[part.from] & !front,
        false => bytes[part.from] | front,
    };
    let found = match find_first(&[first], bit) {
        Some(within) => start + within,
        None => start + 8 + find_first(&bytes[part.from + 1..part.to], bit)?,
    };
    let end = part.to as u64 * 8 - u64::from(part.skipped_back);
    (found < end).then_some(found)
}
