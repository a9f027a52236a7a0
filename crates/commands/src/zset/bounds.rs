//! Ranges of scores, members and ranks as requests state them.
//!
//! Never touches a key.

use resp::ReplyError;
use values::zset::{LexBound, Ranks, ScoreBound};

const NOT_FLOAT: ReplyError = ReplyError::fixed("ERR min or max is not a float");
const NOT_STRING: ReplyError = ReplyError::fixed("ERR min or max not valid string range item");

/// A score, behind `(` if it is not meant itself. What is too large is infinite, and nothing is 0.
pub(super) fn score(text: &[u8]) -> Result<ScoreBound, ReplyError> {
    let (excluded, text) = match text {
        [b'(', rest @ ..] => (true, rest),
        text => (false, text),
    };
    let text = text.split(|&byte| byte == 0).next().unwrap_or_default();
    let score = match text {
        [] => 0.0,
        text => {
            let text = str::from_utf8(text).map_err(|_| NOT_FLOAT)?;
            text.parse::<f64>().map_err(|_| NOT_FLOAT)?
        }
    };
    if score.is_nan() {
        return Err(NOT_FLOAT);
    }
    Ok(ScoreBound { score, excluded })
}

/// `-`, `+`, or a member behind `[` or `(`.
pub(super) fn member(text: &[u8]) -> Result<LexBound<'_>, ReplyError> {
    match text {
        b"-" => Ok(LexBound::Lowest),
        b"+" => Ok(LexBound::Highest),
        [b'[', member @ ..] => Ok(LexBound::Included(member)),
        [b'(', member @ ..] => Ok(LexBound::Excluded(member)),
        _ => Err(NOT_STRING),
    }
}

/// The elements from `start` to `stop`, both counted from the end if negative and both included.
pub(super) fn ranks(start: i64, stop: i64, len: usize) -> Ranks {
    let count = len as i64;
    let place = |index: i64| {
        if index < 0 {
            index.saturating_add(count)
        } else {
            index
        }
    };
    let (start, stop) = (place(start).max(0), place(stop).min(count - 1));
    if start > stop {
        return Ranks::default();
    }
    Ranks {
        from: start as usize,
        count: (stop - start + 1) as usize,
    }
}
