//! Ids in arguments: whole ones, abbreviated ones, ends of ranges.
//!
//! Never touches a key.

use resp::ReplyError;
use values::StreamId;

use crate::slots::parse_cursor;

const INVALID: ReplyError =
    ReplyError::fixed("ERR Invalid stream ID specified as stream command argument");
/// Longest text of an id.
const TEXT_BYTES_MAX: usize = 127;

/// An id as XADD takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NewId {
    /// `*`
    Next,
    /// `5-*`
    NextOf(u64),
    /// `5-1`, `5`
    Given(StreamId),
}

/// An id, not `-` nor `+`; the second number is `missing` where there is none.
pub(super) fn parse(text: &[u8], missing: u64) -> Result<StreamId, ReplyError> {
    if matches!(text, b"-" | b"+") {
        return Err(INVALID);
    }
    parse_bound(text, missing)
}

/// As [`parse`]; `-` and `+` are the least and the greatest.
pub(super) fn parse_bound(text: &[u8], missing: u64) -> Result<StreamId, ReplyError> {
    match text {
        b"-" => return Ok(StreamId::ZERO),
        b"+" => return Ok(StreamId::MAX),
        text if text.len() > TEXT_BYTES_MAX => return Err(INVALID),
        _ => {}
    }
    let text = until_zero(text);
    let id = match split(text) {
        (ms, None) => parse_cursor(ms).map(|ms| StreamId::new(ms, missing)),
        (ms, Some(seq)) => parse_cursor(ms)
            .zip(parse_cursor(seq))
            .map(|(ms, seq)| StreamId::new(ms, seq)),
    };
    id.ok_or(INVALID)
}

/// An id for a new entry.
pub(super) fn parse_new(text: &[u8]) -> Result<NewId, ReplyError> {
    if text == b"*" {
        return Ok(NewId::Next);
    }
    if let (ms, Some(b"*")) = split(until_zero(text))
        && text.len() <= TEXT_BYTES_MAX
    {
        return parse_cursor(ms).map(NewId::NextOf).ok_or(INVALID);
    }
    parse(text, 0).map(NewId::Given)
}

/// Where a range begins; `(` before an id leaves it out.
pub(super) fn parse_start(text: &[u8]) -> Result<StreamId, ReplyError> {
    match text.split_first() {
        Some((b'(', id)) if !id.is_empty() => parse(id, 0)?
            .next()
            .ok_or(ReplyError::fixed("ERR invalid start ID for the interval")),
        _ => parse_bound(text, 0),
    }
}

/// Where a range ends.
pub(super) fn parse_end(text: &[u8]) -> Result<StreamId, ReplyError> {
    match text.split_first() {
        Some((b'(', id)) if !id.is_empty() => parse(id, u64::MAX)?
            .previous()
            .ok_or(ReplyError::fixed("ERR invalid end ID for the interval")),
        _ => parse_bound(text, u64::MAX),
    }
}

fn split(text: &[u8]) -> (&[u8], Option<&[u8]>) {
    match text.iter().position(|&byte| byte == b'-') {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    }
}

fn until_zero(text: &[u8]) -> &[u8] {
    text.split(|&byte| byte == 0).next().unwrap_or_default()
}
