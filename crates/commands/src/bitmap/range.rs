//! Parts of strings that start and end at any bit.

use resp::{Args, ReplyError};

use crate::parse::integer;

/// What a range counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Byte,
    Bit,
}

/// A range as it was asked for: both ends included, counted from the end if negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    start: i64,
    end: Option<i64>,
    unit: Unit,
}

/// A part of a string: some bytes, of which the first and the last may count in part only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) from: usize,
    /// Not included.
    pub(super) to: usize,
    /// Bits of the first byte that do not count.
    pub(super) skipped_front: u32,
    /// Bits of the last byte that do not count.
    pub(super) skipped_back: u32,
}

impl Range {
    /// Reads the optional `start [end [BYTE | BIT]]`, whose first word is number `first`. The unit
    /// is looked at before the end.
    pub(super) fn parse(args: Args<'_>, first: usize) -> Result<Self, ReplyError> {
        let mut range = Self {
            start: 0,
            end: None,
            unit: Unit::Byte,
        };
        if args.len() > first + 3 {
            return Err(ReplyError::SYNTAX);
        }
        if let Some(start) = args.try_get(first) {
            range.start = integer(start)?;
        }
        range.unit = match args.try_get(first + 2) {
            None => Unit::Byte,
            Some(unit) if unit.eq_ignore_ascii_case(b"byte") => Unit::Byte,
            Some(unit) if unit.eq_ignore_ascii_case(b"bit") => Unit::Bit,
            Some(_) => return Err(ReplyError::SYNTAX),
        };
        if let Some(end) = args.try_get(first + 1) {
            range.end = Some(integer(end)?);
        }
        Ok(range)
    }

    pub(super) fn has_end(&self) -> bool {
        self.end.is_some()
    }

    /// Whether the ends, both counted from the end of a string, are the wrong way round.
    pub(super) fn is_backward_from_end(&self) -> bool {
        let end = self.end.unwrap_or(-1);
        self.start < 0 && end < 0 && self.start > end
    }

    /// The part of a string of `len` bytes, if there is any.
    pub(super) fn part(&self, len: usize) -> Option<Part> {
        let units = match self.unit {
            Unit::Byte => len as u64,
            Unit::Bit => len as u64 * 8,
        };
        let place = |index: i64| match u64::try_from(index) {
            Ok(index) => index,
            Err(_) => units.saturating_sub(index.unsigned_abs()),
        };
        let start = place(self.start);
        let end = place(self.end.unwrap_or(-1)).min(units.checked_sub(1)?);
        if start > end {
            return None;
        }
        Some(match self.unit {
            Unit::Byte => Part {
                from: start as usize,
                to: end as usize + 1,
                skipped_front: 0,
                skipped_back: 0,
            },
            Unit::Bit => Part {
                from: (start / 8) as usize,
                to: (end / 8) as usize + 1,
                skipped_front: (start % 8) as u32,
                skipped_back: 7 - (end % 8) as u32,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_hold_the_bits_asked_for() {
        let part = |start, end, unit| {
            let range = Range { start, end, unit };
            let part = range.part(3)?;
            Some((part.from, part.to, part.skipped_front, part.skipped_back))
        };
        for (start, end, expected) in [
            (0, None, Some((0, 3, 0, 0))),
            (1, None, Some((1, 3, 0, 0))),
            (-1, None, Some((2, 3, 0, 0))),
            (3, None, None),
            (0, Some(100), Some((0, 3, 0, 0))),
            (2, Some(1), None),
            (-300, Some(-50), Some((0, 1, 0, 0))),
            (i64::MIN, Some(i64::MAX), Some((0, 3, 0, 0))),
            (i64::MAX, Some(i64::MAX), None),
        ] {
            assert_eq!(part(start, end, Unit::Byte), expected, "{start} {end:?}");
        }
        for (start, end, expected) in [
            (5, Some(10), Some((0, 2, 5, 5))),
            (-1, Some(-1), Some((2, 3, 7, 0))),
            (24, Some(25), None),
            (8, Some(8), Some((1, 2, 0, 7))),
            (i64::MIN, Some(i64::MIN), Some((0, 1, 0, 7))),
        ] {
            assert_eq!(part(start, end, Unit::Bit), expected, "{start} {end:?}");
        }
        let whole = Range {
            start: 0,
            end: None,
            unit: Unit::Byte,
        };
        assert_eq!(whole.part(0), None);
    }
}
