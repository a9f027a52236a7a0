//! Ziplists, the compact runs of versions before 7: read only.
//!
//! Total size, place of the last entry, count; entries of previous length, form, data; end mark.

use crate::reader::{Malformed, Reader};
use stdx::num::{I64_TEXT_BYTES_MAX, format_i64};

const HEAD_BYTES: usize = 10;
const END_MARK: u8 = 0xff;
/// A count from which on readers have to count for themselves.
const COUNT_UNKNOWN: u16 = u16::MAX;
/// In front of a previous length of four bytes.
const LONG_PREVIOUS: u8 = 0xfe;

const DAMAGED: Malformed = Malformed("a damaged ziplist");

/// Shows the elements of `stored`, first to last.
pub(crate) fn read(stored: &[u8], visit: &mut dyn FnMut(&[u8])) -> Result<(), Malformed> {
    let mut head = Reader::new(stored);
    let bytes = u32::from_le_bytes(head.array()?) as usize;
    let tail = u32::from_le_bytes(head.array()?) as usize;
    let stated = u16::from_le_bytes(head.array()?);
    let Some((&END_MARK, entries)) = head.rest().split_last() else {
        return Err(DAMAGED);
    };
    if bytes != stored.len() {
        return Err(DAMAGED);
    }
    let mut reader = Reader::new(entries);
    let (mut count, mut previous, mut last) = (0usize, 0, HEAD_BYTES);
    while !reader.rest().is_empty() {
        let before = reader.rest().len();
        last = HEAD_BYTES + entries.len() - before;
        if previous_length(&mut reader)? != previous {
            return Err(DAMAGED);
        }
        entry(&mut reader, visit)?;
        previous = before - reader.rest().len();
        count += 1;
    }
    let counted = stated == COUNT_UNKNOWN || usize::from(stated) == count;
    if counted && tail == last {
        Ok(())
    } else {
        Err(DAMAGED)
    }
}

fn previous_length(reader: &mut Reader<'_>) -> Result<usize, Malformed> {
    match reader.byte()? {
        LONG_PREVIOUS => Ok(u32::from_le_bytes(reader.array()?) as usize),
        END_MARK => Err(DAMAGED),
        short => Ok(short.into()),
    }
}

fn entry(reader: &mut Reader<'_>, visit: &mut dyn FnMut(&[u8])) -> Result<(), Malformed> {
    let first = reader.byte()?;
    let low = usize::from(first & 0x3f);
    let text_bytes = match first >> 6 {
        0 => low,
        1 => low << 8 | usize::from(reader.byte()?),
        2 => u32::from_be_bytes(reader.array()?) as usize,
        _ => {
            let number = integer(first, reader)?;
            visit(format_i64(number, &mut [0; I64_TEXT_BYTES_MAX]));
            return Ok(());
        }
    };
    visit(reader.bytes(text_bytes)?);
    Ok(())
}

fn integer(form: u8, reader: &mut Reader<'_>) -> Result<i64, Malformed> {
    Ok(match form {
        0xc0 => i16::from_le_bytes(reader.array()?).into(),
        0xd0 => i32::from_le_bytes(reader.array()?).into(),
        0xe0 => i64::from_le_bytes(reader.array()?),
        0xf0 => {
            let [low, middle, high] = reader.array()?;
            i64::from(i32::from_le_bytes([0, low, middle, high]) >> 8)
        }
        0xfe => i8::from_le_bytes(reader.array()?).into(),
        0xf1..=0xfd => i64::from(form & 15) - 1,
        _ => return Err(DAMAGED),
    })
}
