//! How requests begin: those of one command with one number of arguments begin with the same
//! bytes, so that who has seen one recognizes the next without reading it digit by digit.
//!
//! Never knows commands: which beginnings are worth remembering is the caller's part.

use super::multibulk::{USUAL_ARGS_MAX, usual_arguments};
use super::{BUFFER_BYTES_MAX, Parser, Range, RequestBuf, RequestSpan};

/// Bytes of a beginning that are looked at.
const HEAD_BYTES: usize = 24;
const WORDS: usize = HEAD_BYTES / 8;

/// The first bytes of what has not been parsed yet.
#[derive(Clone, Copy, Debug)]
pub struct Head([u64; WORDS]);

impl Head {
    /// A number that requests of the same opening have in common, its name having two letters
    /// at least.
    #[inline]
    #[must_use]
    pub fn mixed(&self) -> u64 {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        // The counts of arguments and of the name's letters, and three of these.
        (self.0[0] ^ self.0[1] << 40).wrapping_mul(FACTOR)
    }
}

/// The bytes of a request up to the end of its first argument, a short one.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    words: [u64; WORDS],
    masks: [u64; WORDS],
    len: u8,
    /// Where the first argument lies in it.
    name_at: u8,
    name_len: u8,
    /// Number of arguments, the first included.
    count: u8,
}

impl Opening {
    /// The opening of a request that was parsed from `head` on; nothing if its first argument is
    /// too long or not all of it is usual.
    #[must_use]
    pub fn of(head: Head, start: usize, ranges: &[Range]) -> Option<Self> {
        let first = ranges.first().filter(|range| range.off != Range::LARGE)?;
        let name_at = (first.off as usize).checked_sub(start)?;
        let len = name_at + first.len as usize + 2;
        if len > HEAD_BYTES || ranges.len() > USUAL_ARGS_MAX {
            return None;
        }
        let mut masks = [0; WORDS];
        for (at, mask) in masks.iter_mut().enumerate() {
            *mask = match len.saturating_sub(8 * at) {
                0 => 0,
                bytes @ 1..8 => (1 << (8 * bytes)) - 1,
                _ => u64::MAX,
            };
        }
        let mut words = head.0;
        words
            .iter_mut()
            .zip(masks)
            .for_each(|(word, mask)| *word &= mask);
        Some(Self {
            words,
            masks,
            len: len as u8,
            name_at: name_at as u8,
            name_len: first.len as u8,
            count: ranges.len() as u8,
        })
    }

    /// Whether what begins with `head` begins so.
    #[inline]
    #[must_use]
    pub fn opens(&self, head: &Head) -> bool {
        let differs = |at: usize| (head.0[at] & self.masks[at]) ^ self.words[at];
        (0..WORDS).fold(0, |all, at| all | differs(at)) == 0
    }
}

impl Parser {
    /// The beginning of the next request, if enough of it is there and none has been begun.
    #[inline(always)]
    pub fn head(&self, buf: &[u8], pos: usize) -> Option<Head> {
        if self.partial.is_some() || buf.len() > BUFFER_BYTES_MAX {
            return None;
        }
        let bytes: &[u8; HEAD_BYTES] = buf.get(pos..)?.first_chunk()?;
        let (words, _) = bytes.as_chunks();
        Some(Head(std::array::from_fn(|at| {
            u64::from_le_bytes(words[at])
        })))
    }

    /// As [`Parser::next_usual`], for a request that `opening` opens, as its head has shown.
    #[inline(always)]
    pub fn next_opened(
        &mut self,
        buf: &[u8],
        pos: &mut usize,
        req: &mut RequestBuf,
        opening: &Opening,
    ) -> Option<RequestSpan> {
        let first = req.ranges.len();
        let count = usize::from(opening.count);
        req.ranges.reserve(count);
        req.ranges.push(Range {
            off: (*pos + usize::from(opening.name_at)) as u32,
            len: u32::from(opening.name_len),
        });
        let rest = *pos + usize::from(opening.len);
        match usual_arguments(buf, rest, count - 1, &mut req.ranges) {
            Some(end) => *pos = end,
            None => {
                req.ranges.truncate(first);
                return None;
            }
        }
        Some(RequestSpan {
            first: first as u32,
            count: count as u32,
        })
    }
}
