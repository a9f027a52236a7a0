//! Requests as lines of words, for people at a terminal.
//!
//! Never keeps anything.

use std::ops::Range as Bounds;

use bytes::Bytes;

use crate::args::{Range, RequestBuf};

/// Outcome of the search for a line's end.
pub(super) enum Line {
    /// The text ends at `end`, the following request begins at `next`.
    Found { end: usize, next: usize },
    /// There is none up to `scanned`.
    Unfinished { scanned: usize },
}

/// Finds the end of the line that begins at `start` and has been searched up to `scanned`. A NUL
/// hides whatever follows it, as it does in Valkey.
pub(super) fn line(buf: &[u8], start: usize, scanned: usize) -> Line {
    let from = scanned.max(start);
    match memchr::memchr2(b'\n', 0, &buf[from..]) {
        Some(found) if buf[from + found] == b'\n' => {
            let newline = from + found;
            let carriage = newline > start && buf[newline - 1] == b'\r';
            Line::Found {
                end: newline - usize::from(carriage),
                next: newline + 1,
            }
        }
        Some(nul) => Line::Unfinished {
            scanned: from + nul,
        },
        None => Line::Unfinished { scanned: buf.len() },
    }
}

/// Appends the words of `line` to `req`; false if a quote is not closed. Plain words stay in the
/// buffer, words with quotes are written anew.
pub(super) fn split(buf: &[u8], line: Bounds<usize>, req: &mut RequestBuf) -> bool {
    let text = &buf[..line.end];
    let mut at = line.start;
    loop {
        while at < text.len() && is_blank(text[at]) {
            at += 1;
        }
        if at >= text.len() {
            return true;
        }
        let plain = text[at..]
            .iter()
            .take_while(|&&b| !ends_word(b) && !is_quote(b))
            .count();
        let end = at + plain;
        if end >= text.len() || ends_word(text[end]) {
            req.ranges.push(Range {
                off: at as u32,
                len: plain as u32,
            });
            at = end;
            continue;
        }
        let Some((word, end)) = quoted_word(text, at) else {
            return false;
        };
        req.ranges.push(Range {
            off: Range::LARGE,
            len: req.large.len() as u32,
        });
        req.large.push(Bytes::from(word));
        at = end;
    }
}

/// A word with quotes in it, from `at` on: its meaning and the place behind it.
fn quoted_word(text: &[u8], mut at: usize) -> Option<(Vec<u8>, usize)> {
    let mut word = Vec::new();
    let mut quote = None;
    while let Some(&byte) = text.get(at) {
        at += 1;
        match quote {
            None if ends_word(byte) => return Some((word, at - 1)),
            None if is_quote(byte) => quote = Some(byte),
            Some(open) if byte == open => quote = None,
            Some(open) if byte == b'\\' => {
                let (meaning, used) = escape(&text[at..], open);
                word.push(meaning);
                at += used;
            }
            _ => word.push(byte),
        }
    }
    quote.is_none().then_some((word, at))
}

/// Meaning of what follows a backslash inside quotes, and how many bytes of it are used. The last
/// byte of a line is never escaped: it closes the word or nothing does.
fn escape(rest: &[u8], quote: u8) -> (u8, usize) {
    match rest {
        [b'\'', _, ..] if quote == b'\'' => (b'\'', 1),
        _ if quote == b'\'' => (b'\\', 0),
        [b'x', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
            (hex(*high) << 4 | hex(*low), 3)
        }
        [byte, _, ..] => (
            match byte {
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                b'b' => 8,
                b'a' => 7,
                other => *other,
            },
            1,
        ),
        _ => (b'\\', 0),
    }
}

fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => (digit | 0x20) - b'a' + 10,
    }
}

/// Between words.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// Behind a word; form feed and vertical tab may be part of one.
fn ends_word(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'')
}
