//! One reply of the protocol, RESP2 or RESP3: decoded, encoded, shown as lines.
//!
//! An independent reading of the protocol on purpose: the server's own crate is under test.

use super::quote::escape;
use crate::Outcome;

/// Deepest nesting that is read.
const DEPTH_MAX: usize = 32;

/// Longest header line that is read, in bytes.
const LINE_MAX: usize = 1 << 20;

/// A reply with its type byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame {
    /// `+ - : _ # , (`
    Line { kind: u8, text: Vec<u8> },
    /// `$ = !`; `None` is the null of RESP2.
    Bulk { kind: u8, data: Option<Vec<u8>> },
    /// `* ~ > % |`; `None` is the null array of RESP2. Maps hold keys and values in turn.
    Group {
        kind: u8,
        members: Option<Vec<Self>>,
    },
}

impl Frame {
    /// The first frame of `bytes` and its length; `None` while it is incomplete.
    pub fn decode(bytes: &[u8]) -> Outcome<Option<(Self, usize)>> {
        let mut at = 0;
        let frame = decode_at(bytes, &mut at, 0)?;
        let Some(frame) = frame else { return Ok(None) };
        let mut canonical = Vec::new();
        frame.encode(&mut canonical);
        if canonical != bytes[..at] {
            return Err(format!("not in canonical form: '{}'", escape(&bytes[..at])));
        }
        Ok(Some((frame, at)))
    }

    pub fn encode(&self, out: &mut Vec<u8>) {
        let mut header = |kind: u8, text: &[u8]| {
            out.push(kind);
            out.extend_from_slice(text);
            out.extend_from_slice(b"\r\n");
        };
        match self {
            Self::Line { kind, text } => header(*kind, text),
            Self::Bulk { kind, data: None }
            | Self::Group {
                kind,
                members: None,
            } => {
                header(*kind, b"-1");
            }
            Self::Bulk {
                kind,
                data: Some(data),
            } => {
                header(*kind, data.len().to_string().as_bytes());
                out.extend_from_slice(data);
                out.extend_from_slice(b"\r\n");
            }
            Self::Group {
                kind,
                members: Some(members),
            } => {
                header(
                    *kind,
                    (members.len() / per_entry(*kind)).to_string().as_bytes(),
                );
                members.iter().for_each(|member| member.encode(out));
            }
        }
    }

    /// The line of this frame without its members: the form that transcripts hold.
    pub fn headline(&self) -> String {
        match self {
            Self::Line { kind, text } => format!("{}{}", char::from(*kind), escape(text)),
            Self::Bulk { kind, data: None }
            | Self::Group {
                kind,
                members: None,
            } => {
                format!("{}-1", char::from(*kind))
            }
            Self::Bulk {
                kind,
                data: Some(data),
            } => {
                let space = if data.is_empty() { "" } else { " " };
                format!("{}{}{space}{}", char::from(*kind), data.len(), escape(data))
            }
            Self::Group {
                kind,
                members: Some(members),
            } => {
                format!("{}{}", char::from(*kind), members.len() / per_entry(*kind))
            }
        }
    }

    pub fn members(&self) -> &[Self] {
        match self {
            Self::Group {
                members: Some(members),
                ..
            } => members,
            _ => &[],
        }
    }

    /// All lines of this frame, members indented by two spaces.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.headline()];
        for member in self.members() {
            lines.extend(member.lines().iter().map(|line| format!("  {line}")));
        }
        lines
    }

    /// All lines in one, for patterns.
    pub fn flat(&self) -> String {
        let mut text = self.headline();
        for member in self.members() {
            text.push(' ');
            text.push_str(&member.flat());
        }
        text
    }
}

/// How many frames one entry of an aggregate has.
pub(super) fn per_entry(kind: u8) -> usize {
    if matches!(kind, b'%' | b'|') { 2 } else { 1 }
}

pub(super) fn is_group(kind: u8) -> bool {
    matches!(kind, b'*' | b'~' | b'>' | b'%' | b'|')
}

fn decode_at(bytes: &[u8], at: &mut usize, depth: usize) -> Outcome<Option<Frame>> {
    if depth > DEPTH_MAX {
        return Err(format!("reply nested deeper than {DEPTH_MAX}"));
    }
    let Some(line) = header_line(bytes, at)? else {
        return Ok(None);
    };
    let Some((kind, text)) = line.split_first() else {
        return Err("empty reply line".into());
    };
    let kind = *kind;
    match kind {
        b'+' | b'-' | b':' | b'_' | b'#' | b',' | b'(' => Ok(Some(Frame::Line {
            kind,
            text: text.to_vec(),
        })),
        b'$' | b'=' | b'!' => {
            let Some(length) = length(text)? else {
                return Ok(Some(Frame::Bulk { kind, data: None }));
            };
            let Some(body) = bytes.get(*at..*at + length + 2) else {
                return Ok(None);
            };
            let Some(data) = body.strip_suffix(b"\r\n") else {
                return Err(format!("bulk of {length} bytes has no line end after it"));
            };
            *at += length + 2;
            Ok(Some(Frame::Bulk {
                kind,
                data: Some(data.to_vec()),
            }))
        }
        kind if is_group(kind) => {
            let Some(entries) = length(text)? else {
                return Ok(Some(Frame::Group {
                    kind,
                    members: None,
                }));
            };
            let mut members = Vec::new();
            for _ in 0..entries * per_entry(kind) {
                let Some(member) = decode_at(bytes, at, depth + 1)? else {
                    return Ok(None);
                };
                members.push(member);
            }
            Ok(Some(Frame::Group {
                kind,
                members: Some(members),
            }))
        }
        _ => Err(format!("no reply begins like '{}'", escape(line))),
    }
}

fn header_line<'a>(bytes: &'a [u8], at: &mut usize) -> Outcome<Option<&'a [u8]>> {
    let rest = &bytes[*at..];
    match rest
        .windows(2)
        .take(LINE_MAX)
        .position(|pair| pair == b"\r\n")
    {
        Some(length) => {
            *at += length + 2;
            Ok(Some(&rest[..length]))
        }
        None if rest.len() > LINE_MAX => Err(format!("reply line longer than {LINE_MAX} bytes")),
        None => Ok(None),
    }
}

/// A length of a header; `None` is the -1 of a null.
fn length(text: &[u8]) -> Outcome<Option<usize>> {
    if text == b"-1" {
        return Ok(None);
    }
    let number = std::str::from_utf8(text)
        .ok()
        .and_then(|text| text.parse().ok());
    match number.filter(|number| *number <= u32::MAX as usize) {
        Some(number) => Ok(Some(number)),
        None => Err(format!("not a length: '{}'", escape(text))),
    }
}
