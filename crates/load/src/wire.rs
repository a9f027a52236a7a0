//! The client's side of RESP2 and RESP3: commands are encoded, replies are cut into frames and
//! decoded. It must never share code with the server's parser, whose errors it is to find.

use std::fmt::Write as _;

/// No reply of a test may be longer: 1 GiB, twice the largest value Valkey accepts by default.
pub const FRAME_BYTES_MAX: usize = 1 << 30;
/// Deepest nesting of a decoded reply. COMMAND DOCS needs 9.
pub const DEPTH_MAX: usize = 32;

/// A reply that is not RESP, with what was wrong and where (bytes from the frame's start).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    pub what: &'static str,
    pub at: usize,
}

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "not RESP at byte {} of the frame: {}",
            self.at, self.what
        )
    }
}

impl std::error::Error for Malformed {}

/// Appends a command as an array of bulk strings.
pub fn push_command<A: AsRef<[u8]>>(out: &mut Vec<u8>, args: &[A]) {
    push_header(out, b'*', args.len());
    for arg in args {
        push_bulk(out, arg.as_ref());
    }
}

/// Appends one bulk string.
pub fn push_bulk(out: &mut Vec<u8>, bytes: &[u8]) {
    push_header(out, b'$', bytes.len());
    out.extend_from_slice(bytes);
    out.extend_from_slice(b"\r\n");
}

/// Appends the line that opens an array, a bulk string and so on: `*3\r\n`.
pub fn push_header(out: &mut Vec<u8>, kind: u8, count: usize) {
    out.push(kind);
    push_decimal(out, count as u64);
    out.extend_from_slice(b"\r\n");
}

/// Appends a number in decimal.
pub fn push_decimal(out: &mut Vec<u8>, mut number: u64) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

/// Length of the first whole frame in `buf`; `None` if it has not arrived whole.
pub fn frame_len(buf: &[u8]) -> Result<Option<usize>, Malformed> {
    let mut at = 0;
    let mut pending = 1usize;
    while pending > 0 {
        let Some(head) = head(buf, at)? else {
            return Ok(None);
        };
        pending -= 1;
        at = head.end;
        match head.body {
            Body::None => {}
            Body::Bytes(len) => {
                let end = at + len;
                if buf.len() < end + 2 {
                    return Ok(None);
                }
                if &buf[end..end + 2] != b"\r\n" {
                    return Err(Malformed {
                        what: "a bulk string not ended by CR LF",
                        at: end,
                    });
                }
                at = end + 2;
            }
            Body::Items(count) => {
                pending = pending.saturating_add(count);
            }
        }
    }
    Ok(Some(at))
}

/// What follows the first line of a frame.
enum Body {
    None,
    Bytes(usize),
    Items(usize),
}

struct Head {
    kind: u8,
    end: usize,
    body: Body,
}

fn head(buf: &[u8], start: usize) -> Result<Option<Head>, Malformed> {
    let Some(&kind) = buf.get(start) else {
        return Ok(None);
    };
    if !b"+-:_,#($=!*~>%|".contains(&kind) {
        return Err(Malformed {
            what: "an unknown type byte",
            at: start,
        });
    }
    let Some(line_len) = buf[start..].iter().position(|byte| *byte == b'\r') else {
        return Ok(None);
    };
    let line_end = start + line_len;
    match buf.get(line_end + 1) {
        None => return Ok(None),
        Some(b'\n') => {}
        Some(_) => {
            return Err(Malformed {
                what: "CR without LF",
                at: line_end,
            });
        }
    }
    let line = &buf[start + 1..line_end];
    let count = |what| count_of(line, what, start);
    let body = match kind {
        b'$' | b'=' | b'!' => count("a length")?.map_or(Body::None, Body::Bytes),
        b'*' | b'~' | b'>' => count("a count")?.map_or(Body::None, Body::Items),
        b'%' => count("a count")?.map_or(Body::None, |pairs| Body::Items(pairs * 2)),
        // An attribute's pairs precede the reply that they are about.
        b'|' => count("a count")?.map_or(Body::None, |pairs| Body::Items(pairs * 2 + 1)),
        b':' if parse_int(line).is_none() => {
            return Err(Malformed {
                what: "not an integer",
                at: start,
            });
        }
        _ => Body::None,
    };
    Ok(Some(Head {
        kind,
        end: line_end + 2,
        body,
    }))
}

/// `None` for -1, which means null.
fn count_of(line: &[u8], what: &'static str, at: usize) -> Result<Option<usize>, Malformed> {
    match parse_int(line) {
        Some(-1) => Ok(None),
        Some(count) if (0..=FRAME_BYTES_MAX as i64).contains(&count) => Ok(Some(count as usize)),
        _ => Err(Malformed { what, at }),
    }
}

/// A decimal integer as replies carry it; `None` if it is anything else.
pub fn parse_int(text: &[u8]) -> Option<i64> {
    std::str::from_utf8(text)
        .ok()
        .filter(|text| !text.starts_with('+'))?
        .parse()
        .ok()
}

/// A decoded reply. The first field is the type byte, so that `$` and `=` stay apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// `+ - : _ , # (`: everything on one line.
    Line(u8, Vec<u8>),
    /// `$ = !`.
    Bulk(u8, Vec<u8>),
    /// `$-1` or `*-1`.
    Null(u8),
    /// `* ~ >`, and `% |` with their pairs one after the other.
    Many(u8, Vec<Self>),
}

impl Value {
    /// Decodes one whole frame (as cut by [`frame_len`]).
    pub fn decode(frame: &[u8]) -> Result<Self, Malformed> {
        let mut at = 0;
        let value = decode_at(frame, &mut at, 0)?;
        if at == frame.len() {
            Ok(value)
        } else {
            Err(Malformed {
                what: "bytes after the frame",
                at,
            })
        }
    }

    /// The text of a line or bulk string.
    pub fn text(&self) -> Option<&[u8]> {
        match self {
            Self::Line(_, text) | Self::Bulk(_, text) => Some(text),
            _ => None,
        }
    }

    /// The text of a bulk string, without the format that a verbatim string begins with.
    pub fn body(&self) -> Option<&[u8]> {
        match self {
            Self::Bulk(b'=', text) => text.get(b"txt:".len()..),
            _ => self.text(),
        }
    }

    /// The integer of a `:` reply.
    pub fn int(&self) -> Option<i64> {
        match self {
            Self::Line(b':', text) => parse_int(text),
            _ => None,
        }
    }

    /// The items of an aggregate; pairs of a map one after the other.
    pub fn items(&self) -> Option<&[Self]> {
        match self {
            Self::Many(_, items) => Some(items),
            _ => None,
        }
    }

    /// Whether it is an error reply.
    pub fn is_error(&self) -> bool {
        matches!(self, Self::Line(b'-', _) | Self::Bulk(b'!', _))
    }
}

fn decode_at(frame: &[u8], at: &mut usize, depth: usize) -> Result<Value, Malformed> {
    const CUT: &str = "the frame ends early";
    if depth > DEPTH_MAX {
        return Err(Malformed {
            what: "nested too deep",
            at: *at,
        });
    }
    let start = *at;
    let head = head(frame, start)?.ok_or(Malformed {
        what: CUT,
        at: start,
    })?;
    *at = head.end;
    match head.body {
        Body::None if b"$*".contains(&head.kind) => Ok(Value::Null(head.kind)),
        Body::None => Ok(Value::Line(
            head.kind,
            frame[start + 1..head.end - 2].to_vec(),
        )),
        Body::Bytes(len) => {
            let text = frame
                .get(*at..*at + len)
                .ok_or(Malformed { what: CUT, at: *at })?
                .to_vec();
            *at += len + 2;
            Ok(Value::Bulk(head.kind, text))
        }
        Body::Items(count) => {
            let mut items = Vec::new();
            for _ in 0..count {
                items.push(decode_at(frame, at, depth + 1)?);
            }
            Ok(Value::Many(head.kind, items))
        }
    }
}

/// Bytes for people: quoted, escaped, the middle of long ones left out.
pub fn shown(bytes: &[u8], bytes_max: usize) -> String {
    let mut text = String::from("\"");
    let cut = bytes.len() > bytes_max;
    let head = if cut {
        &bytes[..bytes_max * 3 / 4]
    } else {
        bytes
    };
    escape_into(&mut text, head);
    if cut {
        let _ = write!(text, " ...({} bytes)... ", bytes.len());
        escape_into(&mut text, &bytes[bytes.len() - bytes_max / 4..]);
    }
    text.push('"');
    text
}

fn escape_into(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        match byte {
            b'\r' => text.push_str("\\r"),
            b'\n' => text.push_str("\\n"),
            b'"' | b'\\' => {
                text.push('\\');
                text.push(char::from(*byte));
            }
            0x20..=0x7e => text.push(char::from(*byte)),
            _ => {
                let _ = write!(text, "\\x{byte:02x}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_arrays_of_bulk_strings() {
        let mut out = Vec::new();
        push_command(&mut out, &["SET", "", "1234567890123"]);
        assert_eq!(
            out,
            b"*3\r\n$3\r\nSET\r\n$0\r\n\r\n$13\r\n1234567890123\r\n"
        );
    }

    #[test]
    fn frames_are_cut_only_when_whole() {
        let frames: [&[u8]; 12] = [
            b"+OK\r\n",
            b"-ERR no\r\n",
            b":-12\r\n",
            b"$-1\r\n",
            b"$0\r\n\r\n",
            b"$4\r\n\r\n\r\n\r\n",
            b"*-1\r\n",
            b"*2\r\n$1\r\na\r\n*1\r\n:1\r\n",
            b"%1\r\n+a\r\n~1\r\n_\r\n",
            b">2\r\n+x\r\n,1.5\r\n",
            b"|1\r\n+k\r\n+v\r\n:7\r\n",
            b"=7\r\ntxt:abc\r\n",
        ];
        for frame in frames {
            let mut longer = frame.to_vec();
            longer.extend_from_slice(b"+NEXT\r\n");
            assert_eq!(frame_len(&longer), Ok(Some(frame.len())));
            for cut in 0..frame.len() {
                assert_eq!(frame_len(&frame[..cut]), Ok(None), "{}", shown(frame, 99));
            }
            assert!(Value::decode(frame).is_ok());
        }
    }

    #[test]
    fn what_is_not_resp_is_refused() {
        let frames: [&[u8]; 6] = [
            b"OK\r\n",
            b"$x\r\n",
            b"$-2\r\n",
            b"$1\r\nabc",
            b":1x\r\n",
            b"+a\rb\r\n",
        ];
        for frame in frames {
            assert!(frame_len(frame).is_err(), "{}", shown(frame, 99));
        }
        let deep = b"*1\r\n".repeat(DEPTH_MAX + 2);
        assert!(Value::decode(&deep).is_err());
    }

    #[test]
    fn values_keep_the_type_byte() {
        let value = Value::decode(b"%1\r\n+a\r\n*2\r\n$1\r\nb\r\n$-1\r\n").expect("a frame");
        let inner = Value::Many(
            b'*',
            vec![Value::Bulk(b'$', b"b".to_vec()), Value::Null(b'$')],
        );
        assert_eq!(
            value,
            Value::Many(b'%', vec![Value::Line(b'+', b"a".to_vec()), inner])
        );
    }

    #[test]
    fn long_bytes_are_shown_short() {
        assert_eq!(shown(b"a\r\n\"\x00", 10), "\"a\\r\\n\\\"\\x00\"");
        assert_eq!(
            shown(b"0123456789abcdef", 8),
            "\"012345 ...(16 bytes)... ef\""
        );
    }
}
