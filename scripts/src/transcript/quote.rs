//! Bytes as printable text and back: escapes of replies, quoting of requests.

use crate::Outcome;

/// Printable ASCII as it is; backslash, line ends and all else escaped.
pub(super) fn escape(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for (index, byte) in bytes.iter().enumerate() {
        match byte {
            b'\\' => text.push_str("\\\\"),
            b'\r' => text.push_str("\\r"),
            b'\n' => text.push_str("\\n"),
            b'\t' => text.push_str("\\t"),
            // A space at the end of a line would not survive every editor.
            b' ' if index + 1 == bytes.len() => text.push_str("\\x20"),
            b' '..=b'~' => text.push(char::from(*byte)),
            _ => text.push_str(&format!("\\x{byte:02x}")),
        }
    }
    text
}

/// Splits a request line into its arguments: words, `"escaped text"` and `'plain text'`.
pub(super) fn split(line: &str) -> Outcome<Vec<Vec<u8>>> {
    let mut rest = line.trim();
    let mut arguments = Vec::new();
    while !rest.is_empty() {
        let (argument, used) = match rest.as_bytes()[0] {
            b'"' => double_quoted(rest)?,
            b'\'' => single_quoted(rest)?,
            _ => {
                let end = rest.find(' ').unwrap_or(rest.len());
                (rest.as_bytes()[..end].to_vec(), end)
            }
        };
        arguments.push(argument);
        let after = &rest[used..];
        if !after.is_empty() && !after.starts_with(' ') {
            return Err(format!(
                "a quoted argument must be followed by a space, not by '{after}'"
            ));
        }
        rest = after.trim_start();
    }
    Ok(arguments)
}

fn single_quoted(text: &str) -> Outcome<(Vec<u8>, usize)> {
    let end = text[1..].find('\'').ok_or("a ' has no closing '")?;
    Ok((text.as_bytes()[1..=end].to_vec(), end + 2))
}

/// Reads `"..."` at the start of `text`; gives the bytes and the length read.
fn double_quoted(text: &str) -> Outcome<(Vec<u8>, usize)> {
    let bytes = text.as_bytes();
    let mut value = Vec::new();
    let mut at = 1;
    loop {
        match bytes.get(at) {
            None => return Err("a \" has no closing \"".into()),
            Some(b'"') => return Ok((value, at + 1)),
            Some(b'\\') => at += escaped(bytes, at, &mut value)?,
            Some(byte) => {
                value.push(*byte);
                at += 1;
            }
        }
    }
}

/// Reads one escape at `at`; gives its length.
fn escaped(bytes: &[u8], at: usize, value: &mut Vec<u8>) -> Outcome<usize> {
    let byte = match bytes.get(at + 1) {
        Some(b'n') => b'\n',
        Some(b'r') => b'\r',
        Some(b't') => b'\t',
        Some(b'\\') => b'\\',
        Some(b'"') => b'"',
        Some(b'x') => {
            let digits = bytes
                .get(at + 2..at + 4)
                .and_then(|digits| std::str::from_utf8(digits).ok());
            let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            value.push(byte.ok_or("\\x needs two hexadecimal digits")?);
            return Ok(4);
        }
        _ => return Err("unknown escape; there are \\n \\r \\t \\\\ \\\" \\xHH".into()),
    };
    value.push(byte);
    Ok(2)
}
