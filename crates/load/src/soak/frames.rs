//! Replies as they must be, built byte by byte, and the few shapes that are taken apart. RESP2
//! throughout. It must never do IO.

use crate::wire::{self, parse_int, push_bulk, push_header};

/// `+OK`.
pub const OK: &[u8] = b"+OK\r\n";
/// `+QUEUED`.
pub const QUEUED: &[u8] = b"+QUEUED\r\n";
/// The null bulk string.
pub const NULL: &[u8] = b"$-1\r\n";
/// The null array.
pub const NULL_ARRAY: &[u8] = b"*-1\r\n";

/// An integer reply.
pub fn int(number: i64) -> Vec<u8> {
    format!(":{number}\r\n").into_bytes()
}

/// A bulk string reply.
pub fn bulk(bytes: &[u8]) -> Vec<u8> {
    let mut frame = Vec::with_capacity(bytes.len() + 16);
    push_bulk(&mut frame, bytes);
    frame
}

/// A bulk string or null.
pub fn bulk_or_null(bytes: Option<&[u8]>) -> Vec<u8> {
    bytes.map_or_else(|| NULL.to_vec(), bulk)
}

/// An array of replies that are frames already.
pub fn array(frames: &[Vec<u8>]) -> Vec<u8> {
    let mut frame = Vec::new();
    push_header(&mut frame, b'*', frames.len());
    for item in frames {
        frame.extend_from_slice(item);
    }
    frame
}

/// The number of an integer reply.
pub fn number(frame: &[u8]) -> Option<i64> {
    parse_int(frame.strip_prefix(b":")?.strip_suffix(b"\r\n")?)
}

/// The bytes of a bulk string reply.
pub fn text(frame: &[u8]) -> Option<&[u8]> {
    let rest = frame.strip_prefix(b"$")?;
    let line = rest.iter().position(|byte| *byte == b'\r')?;
    let len = usize::try_from(parse_int(&rest[..line])?).ok()?;
    rest.get(line + 2..line + 2 + len)
}

/// The frames of an array reply.
pub fn items(frame: &[u8]) -> Option<Vec<&[u8]>> {
    let line = frame
        .strip_prefix(b"*")?
        .iter()
        .position(|byte| *byte == b'\r')?
        + 1;
    let count = usize::try_from(parse_int(&frame[1..line])?).ok()?;
    let mut rest = &frame[line + 2..];
    let mut items = Vec::new();
    for _ in 0..count {
        let len = wire::frame_len(rest).ok()??;
        items.push(&rest[..len]);
        rest = &rest[len..];
    }
    rest.is_empty().then_some(items)
}

/// The bulk strings of an array reply; `None` if anything in it is something else.
pub fn texts(frame: &[u8]) -> Option<Vec<&[u8]>> {
    items(frame)?.into_iter().map(text).collect()
}

/// Why a reply is wrong.
pub fn wrong(what: &str, expected: &[u8], got: &[u8]) -> String {
    format!(
        "{what}:\n  expected {}\n  got      {}",
        wire::shown(expected, 300),
        wire::shown(got, 300)
    )
}

/// Fails unless the reply is exactly this.
pub fn must_be(what: &str, expected: &[u8], got: &[u8]) -> Result<(), String> {
    if expected == got {
        Ok(())
    } else {
        Err(wrong(what, expected, got))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_built_and_taken_apart() {
        let frame = array(&[bulk(b"a\r\n"), bulk(b""), bulk(b"bc")]);
        assert_eq!(texts(&frame), Some(vec![&b"a\r\n"[..], b"", b"bc"]));
        assert_eq!(texts(&array(&[int(1)])), None);
        assert_eq!(
            items(&array(&[int(-7), NULL.to_vec()])),
            Some(vec![&b":-7\r\n"[..], NULL])
        );
        assert_eq!(items(NULL_ARRAY), None);
        assert_eq!(number(&int(-7)), Some(-7));
        assert_eq!(text(NULL), None);
        assert_eq!(bulk_or_null(None), NULL);
    }
}
