//! Zipmaps, the compact hashes of versions before 2.6: read only.
//!
//! A count; for each pair the length of the name, the name, the length of the value, unused bytes
//! (one byte says how many), the value; end mark.

use crate::reader::{Malformed, Reader};

const END_MARK: u8 = 0xff;
/// In front of a length of four bytes; as a count, readers have to count for themselves.
const LONG: u8 = 0xfe;

const DAMAGED: Malformed = Malformed("a damaged zipmap");

/// Shows names and values of `stored` in turn.
pub(crate) fn read(stored: &[u8], visit: &mut dyn FnMut(&[u8])) -> Result<(), Malformed> {
    let mut reader = Reader::new(stored);
    let stated = reader.byte()?;
    let mut count = 0usize;
    loop {
        let name_bytes = match reader.byte()? {
            END_MARK => break,
            first => length(first, &mut reader)?,
        };
        visit(reader.bytes(name_bytes)?);
        let value_bytes = match reader.byte()? {
            END_MARK => return Err(DAMAGED),
            first => length(first, &mut reader)?,
        };
        let unused = reader.byte()?;
        visit(reader.bytes(value_bytes)?);
        reader.bytes(unused.into())?;
        count += 1;
    }
    let counted = stated >= LONG || usize::from(stated) == count;
    if counted && reader.rest().is_empty() {
        Ok(())
    } else {
        Err(DAMAGED)
    }
}

fn length(first: u8, reader: &mut Reader<'_>) -> Result<usize, Malformed> {
    match first {
        LONG => match u32::from_le_bytes(reader.array()?) {
            // A short length has one way only in which it may be written.
            short if short < LONG.into() => Err(DAMAGED),
            long => Ok(long as usize),
        },
        short => Ok(short.into()),
    }
}
