//! Runs as stored listpacks: total size, count, entries, end mark.
//!
//! What is read comes from anywhere, so every byte of it is checked; what is written can be read
//! by Valkey. It knows nothing of what the elements mean.

use super::encoding::{checked_entry_len, item_at};
use super::{Item, Listpack};

/// Bytes before the first entry.
const HEAD_BYTES: usize = 6;
const END_MARK: u8 = 0xff;
/// A count from which on readers have to count for themselves.
const COUNT_UNKNOWN: u16 = u16::MAX;

impl Listpack<'_> {
    /// The run of a stored listpack; `None` unless it is whole and sound.
    pub fn from_stored(stored: &[u8]) -> Option<Listpack<'static>> {
        let (head, rest) = stored.split_at_checked(HEAD_BYTES)?;
        let (&mark, entries) = rest.split_last()?;
        let bytes = u32::from_le_bytes(head[..4].try_into().ok()?);
        let stated = u16::from_le_bytes(head[4..].try_into().ok()?);
        if bytes as usize != stored.len() || mark != END_MARK {
            return None;
        }
        let (mut at, mut count, mut plain) = (0, 0u32, true);
        while at < entries.len() {
            let next = at + checked_entry_len(entries, at)?;
            plain &= is_shortest(item_at(entries, at));
            at = next;
            count = count.checked_add(1)?;
        }
        if stated != COUNT_UNKNOWN && u32::from(stated) != count {
            return None;
        }
        let mut run = Listpack::new();
        let buffer = run.bytes.to_mut();
        buffer.reserve_exact(entries.len());
        if plain {
            buffer.extend_from_slice(entries);
            run.count = count;
        } else {
            let mut at = 0;
            while at < entries.len() {
                run.push_back(item_at(entries, at).text(&mut [0; 20]));
                at += checked_entry_len(entries, at)?;
            }
        }
        Some(run)
    }

    /// Appends the run as a stored listpack to `out`. Of a run that is too long for one (4 GiB)
    /// nothing is written, and the answer is false.
    pub fn write_stored(&self, out: &mut Vec<u8>) -> bool {
        let Ok(bytes) = u32::try_from(self.frame_bytes()) else {
            return false;
        };
        out.reserve(self.frame_bytes());
        out.extend_from_slice(&bytes.to_le_bytes());
        let count = u16::try_from(self.count).unwrap_or(COUNT_UNKNOWN);
        out.extend_from_slice(&count.to_le_bytes());
        out.extend_from_slice(self.entries());
        out.push(END_MARK);
        true
    }
}

/// Whether an element is kept as an integer if it is one: who searches relies on it.
fn is_shortest(item: Item<'_>) -> bool {
    match item {
        Item::Int(_) => true,
        Item::Bytes(bytes) => stdx::num::parse_i64(bytes).is_none(),
    }
}
