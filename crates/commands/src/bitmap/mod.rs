//! Strings as rows of bits: single bits, counts and places of bits, strings combined bit by bit,
//! and integers of any width.
//!
//! The first bit of a byte is its most significant one. Never knows another family.

mod combine;
mod field;
mod field_number;
mod range;
mod search;
mod single;

pub use combine::bitop;
pub use field::{bitfield, bitfield_ro};
pub use search::{bitcount, bitpos};
pub use single::{getbit, setbit};

use resp::ReplyError;
use stdx::num::parse_i64;

const BAD_OFFSET: ReplyError =
    ReplyError::fixed("ERR bit offset is not an integer or out of range");

/// The place of a bit within a string of `bytes_max` bytes. With `width`, `#n` is the place of
/// the `n`th field of so many bits.
fn bit_offset(text: &[u8], width: Option<u32>, bytes_max: usize) -> Result<u64, ReplyError> {
    let offset = match (text, width) {
        // A product beyond 64 bits wraps around in Valkey, and may come to lie within.
        ([b'#', index @ ..], Some(width)) => {
            parse_i64(index).map(|index| index.wrapping_mul(i64::from(width)))
        }
        _ => parse_i64(text),
    };
    let offset = offset.and_then(|offset| u64::try_from(offset).ok());
    match offset {
        Some(offset) if offset / 8 < bytes_max as u64 => Ok(offset),
        _ => Err(BAD_OFFSET),
    }
}
