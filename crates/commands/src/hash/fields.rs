//! `FIELDS numfields field ...` at the end of a request.
//!
//! Never touches a key.

use std::ops::Range;

use resp::{Args, ReplyError};

use crate::parse::integer;

pub(super) const COUNT_MISMATCH: ReplyError = ReplyError::fixed(
    "ERR numfields should be greater than 0 and match the provided number of fields",
);

/// The fields of a request with options before them, `words` arguments each. FIELDS is looked for
/// from argument `from` on; `options` is shown the places of what stands between before the fields
/// are looked at.
pub(super) fn fields_from<'a>(
    args: Args<'a>,
    from: usize,
    words: usize,
    options: impl FnOnce(Range<usize>) -> Result<(), ReplyError>,
) -> Result<Args<'a>, ReplyError> {
    let place = (from..args.len())
        .find(|&i| args.get(i).eq_ignore_ascii_case(b"fields"))
        .filter(|&place| place + 1 < args.len())
        .ok_or(COUNT_MISMATCH)?;
    options(from..place)?;
    counted(args, place, words, COUNT_MISMATCH)
}

/// The fields of a request without options: FIELDS is argument 2. `mismatch` is the error if
/// there are not as many as stated.
pub(super) fn exact_fields<'a>(
    args: Args<'a>,
    mismatch: ReplyError,
) -> Result<Args<'a>, ReplyError> {
    if !args.get(2).eq_ignore_ascii_case(b"fields") {
        return Err(ReplyError::SYNTAX);
    }
    counted(args, 2, 1, mismatch)
}

fn counted<'a>(
    args: Args<'a>,
    place: usize,
    words: usize,
    mismatch: ReplyError,
) -> Result<Args<'a>, ReplyError> {
    let count = integer(args.get(place + 1))?;
    let fields = args.tail(place + 2);
    // As on Valkey the product may wrap, so that a negative number states one pair, too.
    let stated = count.wrapping_mul(words as i64);
    if fields.is_empty() || stated != fields.len() as i64 {
        return Err(mismatch);
    }
    Ok(fields)
}
