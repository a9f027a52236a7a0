//! The protocol as clients see it: requests encoded, replies cut into frames and built by hand.
//!
//! Shares nothing with the server's own parser and writer, so that both cannot be wrong alike.

/// A request or a list of elements.
pub(crate) type Words = Vec<Vec<u8>>;

/// Arguments from text.
pub(crate) fn words(args: &[&str]) -> Words {
    args.iter().map(|arg| arg.as_bytes().to_vec()).collect()
}

/// A request as an array of bulk strings.
pub(crate) fn request(args: &[Vec<u8>]) -> Vec<u8> {
    array(&args.iter().map(|arg| bulk(arg)).collect::<Vec<_>>())
}

pub(crate) fn ok() -> Vec<u8> {
    simple("OK")
}

pub(crate) fn simple(text: &str) -> Vec<u8> {
    format!("+{text}\r\n").into_bytes()
}

pub(crate) fn error(text: &str) -> Vec<u8> {
    format!("-{text}\r\n").into_bytes()
}

pub(crate) fn integer(number: i64) -> Vec<u8> {
    format!(":{number}\r\n").into_bytes()
}

pub(crate) fn bulk(value: &[u8]) -> Vec<u8> {
    let mut bytes = format!("${}\r\n", value.len()).into_bytes();
    bytes.extend_from_slice(value);
    bytes.extend_from_slice(b"\r\n");
    bytes
}

/// An array of replies that are encoded already.
pub(crate) fn array(items: &[Vec<u8>]) -> Vec<u8> {
    aggregate('*', items)
}

/// A push of RESP3, which is an array in RESP2.
pub(crate) fn push(resp3: bool, items: &[Vec<u8>]) -> Vec<u8> {
    aggregate(if resp3 { '>' } else { '*' }, items)
}

/// A map of one pair, which is an array in RESP2.
pub(crate) fn pair(resp3: bool, items: &[Vec<u8>; 2]) -> Vec<u8> {
    let header: &[u8] = if resp3 { b"%1\r\n" } else { b"*2\r\n" };
    [header, &items.concat()].concat()
}

/// What PING hears from a server that takes the connection for a RESP2 subscriber's.
pub(crate) fn pong_message() -> Vec<u8> {
    array(&[bulk(b"pong"), bulk(b"")])
}

fn aggregate(kind: char, items: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = format!("{kind}{}\r\n", items.len()).into_bytes();
    items.iter().for_each(|item| bytes.extend_from_slice(item));
    bytes
}

pub(crate) fn null(resp3: bool) -> Vec<u8> {
    if resp3 {
        b"_\r\n".to_vec()
    } else {
        b"$-1\r\n".to_vec()
    }
}

pub(crate) fn null_array(resp3: bool) -> Vec<u8> {
    if resp3 {
        b"_\r\n".to_vec()
    } else {
        b"*-1\r\n".to_vec()
    }
}

/// Where the frame at the beginning of `bytes` ends; `None` if some of it is missing, an error if
/// it is no frame.
pub(crate) fn frame_end(bytes: &[u8]) -> Result<Option<usize>, String> {
    let Some(line) = line_end(bytes) else {
        return Ok(None);
    };
    let header = &bytes[1..line - 2];
    match bytes[0] {
        b'+' | b'-' | b':' | b'_' | b',' | b'#' | b'(' => Ok(Some(line)),
        b'$' | b'=' => match length(header)? {
            None => Ok(Some(line)),
            Some(len) => {
                let end = line + len + 2;
                if bytes.len() < end {
                    return Ok(None);
                }
                if &bytes[end - 2..end] != b"\r\n" {
                    return Err(format!("no line end behind a bulk of {len} bytes"));
                }
                Ok(Some(end))
            }
        },
        b'*' | b'~' | b'>' => members_end(bytes, line, length(header)?.unwrap_or(0)),
        b'%' => members_end(bytes, line, length(header)?.unwrap_or(0) * 2),
        kind => Err(format!("no frame begins with byte {kind}")),
    }
}

fn members_end(bytes: &[u8], start: usize, count: usize) -> Result<Option<usize>, String> {
    let mut end = start;
    for _ in 0..count {
        match frame_end(&bytes[end..])? {
            Some(len) => end += len,
            None => return Ok(None),
        }
    }
    Ok(Some(end))
}

/// The members of an aggregate frame, each with its encoding; nothing of any other frame.
pub(crate) fn members(frame: &[u8]) -> Vec<&[u8]> {
    let mut members = Vec::new();
    let Some(mut start) = line_end(frame) else {
        return members;
    };
    if !b"*~>%".contains(&frame[0]) {
        return members;
    }
    while start < frame.len() {
        let Ok(Some(len)) = frame_end(&frame[start..]) else {
            break;
        };
        members.push(&frame[start..start + len]);
        start += len;
    }
    members
}

/// The content of a bulk string.
pub(crate) fn content(frame: &[u8]) -> Option<&[u8]> {
    let line = line_end(frame)?;
    (frame[0] == b'$' && frame.len() > line).then(|| &frame[line..frame.len() - 2])
}

/// The text of a bulk string, or of a verbatim string of RESP3.
pub(crate) fn text(frame: &[u8]) -> Option<&[u8]> {
    if frame.first() != Some(&b'=') {
        return content(frame);
    }
    frame[line_end(frame)?..].strip_prefix(b"txt:")
}

/// The number of an integer reply.
pub(crate) fn number(frame: &[u8]) -> Option<i64> {
    let text = frame.strip_prefix(b":")?.strip_suffix(b"\r\n")?;
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// A published message: `(pattern, channel, payload)`.
pub(crate) type Message<'a> = (Option<&'a [u8]>, &'a [u8], &'a [u8]);

/// What was published, if the frame is a message.
pub(crate) fn message(frame: &[u8]) -> Option<Message<'_>> {
    if !b"*>".contains(frame.first()?) {
        return None;
    }
    let parts: Vec<Option<&[u8]>> = members(frame).into_iter().map(content).collect();
    match parts.as_slice() {
        [Some(b"message"), Some(channel), Some(payload)] => Some((None, channel, payload)),
        [
            Some(b"pmessage"),
            pattern @ Some(_),
            Some(channel),
            Some(payload),
        ] => Some((*pattern, channel, payload)),
        _ => None,
    }
}

fn line_end(bytes: &[u8]) -> Option<usize> {
    let end = bytes.windows(2).position(|pair| pair == b"\r\n")?;
    Some(end + 2)
}

/// `None` for -1.
fn length(header: &[u8]) -> Result<Option<usize>, String> {
    let text = String::from_utf8_lossy(header);
    match text.parse::<i64>() {
        Ok(-1) => Ok(None),
        Ok(number) if number >= 0 => Ok(Some(number as usize)),
        _ => Err(format!("'{text}' is no length")),
    }
}

/// Bytes as a line that can be read.
pub(crate) fn shown(bytes: &[u8]) -> String {
    const SHOWN_BYTES_MAX: usize = 300;
    let cut = &bytes[..bytes.len().min(SHOWN_BYTES_MAX)];
    let more = if cut.len() < bytes.len() { "..." } else { "" };
    format!("{}{more}", cut.escape_ascii())
}

/// A request as a line that can be read.
pub(crate) fn shown_words(args: &[Vec<u8>]) -> String {
    let words: Vec<String> = args
        .iter()
        .map(|arg| shown(&arg[..arg.len().min(40)]))
        .collect();
    words.join(" ")
}

/// A number that the workload has written.
pub(crate) fn text_number(text: &[u8]) -> i64 {
    std::str::from_utf8(text)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(0)
}
