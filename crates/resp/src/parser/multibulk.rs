//! Requests as arrays of bulk strings: `*2`, `$3`, `GET`, `$1`, `k`.
//!
//! The usual case is read in one pass; whatever looks unusual is looked at again, slowly, for the
//! exact reason. Never keeps anything.

use super::{INLINE_BYTES_MAX, LARGE_ARG_BYTES, Limits, UNAUTH_ARGS_MAX, UNAUTH_BULK_BYTES_MAX};
use super::{Range, protocol_error};
use crate::error::ReplyError;

/// How far a request has been read.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Progress {
    /// Place of the next header.
    pub(super) at: usize,
    /// The end of its line has been searched for up to here.
    pub(super) scanned: usize,
    /// Arguments still to come.
    pub(super) left: usize,
}

impl Progress {
    #[inline]
    pub(super) fn starting_at(at: usize) -> Self {
        Self {
            at,
            scanned: at,
            left: 0,
        }
    }
}

/// Outcome of one step of reading.
pub(super) enum Step {
    Done,
    Incomplete,
    /// A request without arguments.
    Empty,
    /// A large argument of this many bytes begins.
    Large(usize),
    Error(ReplyError),
}

/// Most arguments in one go that room is made for ahead.
const RESERVE_MAX: usize = 1024;

/// Most arguments of a request that is read in one pass; no more than anybody may send.
pub(super) const USUAL_ARGS_MAX: usize = UNAUTH_ARGS_MAX as usize;

/// Reads a whole request of the usual form: few arguments, all of them short and all there. Returns
/// the place behind it; nothing, and no change, if it is not of that form.
#[inline(always)]
pub(super) fn usual(buf: &[u8], at: usize, ranges: &mut Vec<Range>) -> Option<usize> {
    let first = ranges.len();
    let (count, at) = usual_header(buf, at, b'*')?;
    if count == 0 || count > USUAL_ARGS_MAX {
        return None;
    }
    ranges.reserve(count);
    let end = usual_arguments(buf, at, count, ranges);
    if end.is_none() {
        ranges.truncate(first);
    }
    end
}

/// Reads so many arguments of the usual form from `at` on; returns the place behind them.
#[inline(always)]
pub(super) fn usual_arguments(
    buf: &[u8],
    mut at: usize,
    count: usize,
    ranges: &mut Vec<Range>,
) -> Option<usize> {
    for _ in 0..count {
        let (len, body) = usual_header(buf, at, b'$')?;
        let end = body + len;
        if buf.get(end..end + 2)? != b"\r\n" {
            return None;
        }
        ranges.push(Range {
            off: body as u32,
            len: len as u32,
        });
        at = end + 2;
    }
    Some(at)
}

/// As [`short_header`], for numbers of up to three digits with at least eight bytes from the header
/// on: they are looked at as one word.
#[inline(always)]
fn usual_header(buf: &[u8], at: usize, kind: u8) -> Option<(usize, usize)> {
    const LINE_END: u64 = (b'\r' as u64) | (b'\n' as u64) << 8;
    let word = u64::from_le_bytes(*buf.get(at..)?.first_chunk()?);
    let digit = |place: u32| ((word >> (8 * place)) as u8).wrapping_sub(b'0');
    let ends_after = |place: u32| (word >> (8 * place)) & 0xffff == LINE_END;
    let first = digit(1);
    if word as u8 != kind || first > 9 {
        return None;
    }
    if ends_after(2) {
        return Some((usize::from(first), at + 4));
    }
    let second = digit(2);
    if first == 0 || second > 9 {
        return None;
    }
    let two = usize::from(first) * 10 + usize::from(second);
    if ends_after(3) {
        return Some((two, at + 5));
    }
    let third = digit(3);
    (third <= 9 && ends_after(4)).then(|| (two * 10 + usize::from(third), at + 6))
}

/// Reads the number of arguments.
#[inline]
pub(super) fn count(buf: &[u8], progress: &mut Progress, limits: &Limits) -> Step {
    let count = match short_header(buf, progress.at, b'*') {
        Some((count, next)) => {
            progress.at = next;
            progress.scanned = next;
            count as i64
        }
        None => match long_header(buf, progress, None) {
            Ok(Some(Some(count))) if count <= i64::from(i32::MAX) => count,
            Ok(Some(_)) => return fail("invalid multibulk length"),
            Ok(None) => return Step::Incomplete,
            Err(error) => return Step::Error(error),
        },
    };
    if count > UNAUTH_ARGS_MAX && !limits.authenticated {
        return fail("unauthenticated multibulk length");
    }
    match usize::try_from(count) {
        Ok(0) | Err(_) => Step::Empty,
        Ok(count) => {
            progress.left = count;
            Step::Done
        }
    }
}

/// Arguments looked at for a large one, before anything is parsed.
const GLANCED_ARGS_MAX: usize = 8;

/// Whether one of the first arguments of the request that begins here is large and goes on beyond
/// `buf`.
pub(super) fn begins_large(buf: &[u8]) -> bool {
    let Some((count, mut at)) = short_header(buf, 0, b'*') else {
        return false;
    };
    for _ in 0..count.min(GLANCED_ARGS_MAX) {
        let Some((len, body)) = short_header(buf, at, b'$') else {
            return false;
        };
        if len >= LARGE_ARG_BYTES {
            return body + len > buf.len();
        }
        at = body + len + 2;
    }
    false
}

/// Reads arguments until there are none left.
#[inline]
pub(super) fn arguments(
    buf: &[u8],
    progress: &mut Progress,
    ranges: &mut Vec<Range>,
    limits: &Limits,
) -> Step {
    if ranges.capacity() - ranges.len() < progress.left {
        ranges.reserve(progress.left.min(RESERVE_MAX));
    }
    while progress.left > 0 {
        let at = progress.at;
        let (len, body) = match short_header(buf, at, b'$') {
            Some(found) => found,
            None => match long_header(buf, progress, Some(b'$')) {
                Ok(Some(Some(len))) => match usize::try_from(len) {
                    Ok(len) => (len, progress.at),
                    Err(_) => return fail("invalid bulk length"),
                },
                Ok(Some(None)) => return fail("invalid bulk length"),
                Ok(None) => return Step::Incomplete,
                Err(error) => return Step::Error(error),
            },
        };
        if len > UNAUTH_BULK_BYTES_MAX {
            if len > limits.bulk_bytes_max {
                return fail("invalid bulk length");
            }
            if !limits.authenticated {
                return fail("unauthenticated bulk length");
            }
            if len >= LARGE_ARG_BYTES {
                progress.at = body;
                return Step::Large(len);
            }
        }
        let end = body + len;
        let Some(line_end) = buf.get(end..end + 2) else {
            progress.at = at;
            progress.scanned = at;
            return Step::Incomplete;
        };
        if line_end != b"\r\n" {
            return bad_line_end();
        }
        ranges.push(Range {
            off: body as u32,
            len: len as u32,
        });
        progress.at = end + 2;
        progress.left -= 1;
    }
    progress.scanned = progress.at;
    Step::Done
}

#[cold]
pub(super) fn bad_line_end() -> Step {
    fail("invalid CRLF in request")
}

#[cold]
fn fail(what: &str) -> Step {
    Step::Error(protocol_error(what))
}

/// `<kind><number>` with a line end, if it is complete and of the usual form: the number and the
/// place behind.
#[inline(always)]
fn short_header(buf: &[u8], at: usize, kind: u8) -> Option<(usize, usize)> {
    let digit = |byte: &u8| byte.is_ascii_digit();
    match buf.get(at..)? {
        [k, a, b'\r', b'\n', ..] if *k == kind && digit(a) => Some((usize::from(a - b'0'), at + 4)),
        [k, a @ b'1'..=b'9', b, b'\r', b'\n', ..] if *k == kind && digit(b) => {
            Some((usize::from(a - b'0') * 10 + usize::from(b - b'0'), at + 5))
        }
        [k, rest @ ..] if *k == kind => {
            let (number, len) = digits(rest)?;
            Some((number, at + 1 + len))
        }
        _ => None,
    }
}

/// A number of at most nine digits and its line end: the number and the bytes of both.
fn digits(bytes: &[u8]) -> Option<(usize, usize)> {
    const DIGITS_MAX: usize = 9;
    let count = bytes
        .iter()
        .take(DIGITS_MAX)
        .take_while(|b| b.is_ascii_digit())
        .count();
    let zero_led = count == 0 || bytes[0] == b'0';
    if zero_led || !bytes[count..].starts_with(b"\r\n") {
        return None;
    }
    let number = bytes[..count]
        .iter()
        .fold(0, |n, b| n * 10 + usize::from(b - b'0'));
    Some((number, count + 2))
}

/// Reads a header of any form at `progress.at`. Nothing: its line is not complete. A number: the
/// header is consumed. No number: what stands there is none.
#[cold]
fn long_header(
    buf: &[u8],
    progress: &mut Progress,
    kind: Option<u8>,
) -> Result<Option<Option<i64>>, ReplyError> {
    let at = progress.at;
    let from = progress.scanned.max(at);
    let end = match memchr::memchr(b'\r', buf.get(from..).unwrap_or_default()) {
        Some(found) => from + found,
        None => {
            progress.scanned = buf.len().max(at);
            if buf.len() - at > INLINE_BYTES_MAX {
                return Err(match kind {
                    Some(_) => protocol_error("too big bulk count string"),
                    None => protocol_error("too big mbulk count string"),
                });
            }
            return Ok(None);
        }
    };
    progress.scanned = end;
    let Some(&line_end) = buf.get(end + 1) else {
        return Ok(None);
    };
    if kind.is_some_and(|kind| kind != buf[at]) {
        let mut text = b"ERR Protocol error: expected '$', got '".to_vec();
        text.extend_from_slice(&[buf[at], b'\'']);
        return Err(ReplyError::from_bytes(text));
    }
    if line_end != b'\n' {
        return Err(protocol_error("invalid CRLF in request"));
    }
    progress.at = end + 2;
    progress.scanned = end + 2;
    Ok(Some(strict_i64(&buf[at + 1..end])))
}

/// A whole number without sign `+`, spaces or leading zeros.
fn strict_i64(text: &[u8]) -> Option<i64> {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    let canonical = match digits {
        [] => false,
        [b'0', rest @ ..] => rest.is_empty() && digits.len() == text.len(),
        _ => digits.iter().all(u8::is_ascii_digit),
    };
    if !canonical {
        return None;
    }
    std::str::from_utf8(text).ok()?.parse().ok()
}
