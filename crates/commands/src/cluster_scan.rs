//! What a CLUSTERSCAN asks for. Its cursor is `fingerprint-{tag}-position`: the tag names the slot
//! at which the walk goes on and brings the request to the node that has it; the position is of use
//! only to a server with that fingerprint, any other begins the slot anew.
//!
//! Which slots are looked at, and on which cores, is the engine's affair.

use resp::{Args, ReplyError};
use stdx::slot::slot_of;

use crate::slots::{Scan, parse_options};

/// A CLUSTERSCAN request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClusterScan<'a> {
    /// Nothing is looked at: the walk begins, or goes on, with this slot.
    At(u16),
    /// Nothing is left to be looked at.
    Over,
    /// A part of the walk.
    Part(Part<'a>),
}

/// A part of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    pub slot: u16,
    /// Whose position the scan's cursor is.
    pub fingerprint: &'a [u8],
    pub scan: Scan<'a>,
    /// No other slot is to be looked at.
    pub only: bool,
}

/// CLUSTERSCAN cursor [MATCH pattern] [COUNT count] [TYPE type] [SLOT slot]
pub fn parse_cluster_scan<'a>(args: Args<'a>) -> Result<ClusterScan<'a>, ReplyError> {
    let cursor = args.get(1);
    let mut asked = None;
    let mut scan = parse_options(0, args, Some(&mut asked))?;
    let (fingerprint, position) = match cursor {
        b"0" => (&b"0"[..], 0),
        _ => split(cursor).ok_or(ReplyError::fixed("ERR Invalid cursor"))?,
    };
    scan.cursor = position;
    let matched = scan.filter.pattern().and_then(slot_of_pattern);
    let wanted = asked.or(matched);
    if cursor == b"0" {
        let never = asked.is_some() && matched.is_some_and(|slot| Some(slot) != asked);
        return Ok(match wanted {
            _ if never => ClusterScan::Over,
            slot => ClusterScan::At(slot.unwrap_or(0)),
        });
    }
    let slot = slot_of(cursor);
    if asked.is_some_and(|asked| asked != slot) {
        let text = "ERR Cursor slot mismatch with SLOT argument";
        return Err(ReplyError::fixed(text));
    }
    Ok(match matched {
        Some(matched) if matched > slot && asked.is_none() => ClusterScan::At(matched),
        Some(matched) if matched != slot => ClusterScan::Over,
        _ => ClusterScan::Part(Part {
            slot,
            fingerprint,
            scan,
            only: wanted.is_some(),
        }),
    })
}

/// Fingerprint and position of a cursor.
fn split(cursor: &[u8]) -> Option<(&[u8], u64)> {
    let mut parts = cursor.splitn(3, |&byte| byte == b'-');
    let fingerprint = parts.next()?;
    let (_, position) = (parts.next()?, parts.next()?);
    if !position.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let position = str::from_utf8(position).ok()?.parse().ok()?;
    Some((fingerprint, position))
}

/// The slot of all keys that match a pattern, if the pattern tells: by a hash tag before its first
/// wildcard or backslash, or as it has none.
fn slot_of_pattern(pattern: &[u8]) -> Option<u16> {
    let special = |byte: &u8| matches!(byte, b'*' | b'?' | b'[' | b'\\');
    let literal = pattern.iter().position(special);
    let literal = literal.map_or(pattern, |end| &pattern[..end]);
    let whole = literal.len() == pattern.len();
    let tagged = || {
        let open = literal.iter().position(|&byte| byte == b'{')?;
        let close = literal[open..].iter().position(|&byte| byte == b'}')?;
        (close > 1).then_some(())
    };
    (whole || tagged().is_some()).then(|| slot_of(literal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_that_tell_their_slot() {
        let slots = |pattern: &str| slot_of_pattern(pattern.as_bytes());
        for tagged in ["{a}*", "b{a}*", "{a}\\*", "{a}?*", "{a}{b}*", "{a}"] {
            assert_eq!(slots(tagged), Some(slot_of(b"a")), "{tagged}");
        }
        for open in [
            "*", "*{a}*", "{a*", "{a?}*", "{a[}*", "{}a*", "[x]{a}", "a?", "{a\\}*", "\\{a}*",
            "a\\b",
        ] {
            assert_eq!(slots(open), None, "{open}");
        }
        assert_eq!(slots("foo"), Some(slot_of(b"foo")));
        assert_eq!(slots("{}a"), Some(slot_of(b"{}a")));
    }

    #[test]
    fn cursors_have_three_parts() {
        assert_eq!(split(b"0-{06S}-0"), Some((&b"0"[..], 0)));
        assert_eq!(split(b"-{a}b-15"), Some((&b""[..], 15)));
        for wrong in ["", "x", "1", "0-{a}", "0-{a}-", "0-{a}-x", "0-{a}--5", "-1"] {
            assert_eq!(split(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
