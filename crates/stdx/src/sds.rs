//! Text that people type and read: splitting a line into quoted arguments, and showing arbitrary
//! bytes in quotes.
//!
//! Used for inline requests and configuration files alike; it knows of neither.

/// The arguments of `line`, which are separated by blanks.
///
/// Within double quotes `\n`, `\r`, `\t`, `\b`, `\a` and `\xHH` stand for single bytes and a
/// backslash before anything else for that; within single quotes only `\'` is special. Quotes may
/// open and close anywhere in an argument. `None` if one is not closed. As on Valkey, a backslash
/// does not escape the last byte of the line: in `"C:\"` it stands for itself.
pub fn split_args(line: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut args = Vec::new();
    let mut rest = line;
    loop {
        while let [blank, tail @ ..] = rest
            && is_blank(*blank)
        {
            rest = tail;
        }
        if rest.is_empty() {
            return Some(args);
        }
        let mut arg = Vec::new();
        rest = split_arg(rest, &mut arg)?;
        args.push(arg);
    }
}

/// Takes one argument, which begins at once, and returns what follows it.
fn split_arg<'a>(line: &'a [u8], arg: &mut Vec<u8>) -> Option<&'a [u8]> {
    let mut rest = line;
    loop {
        rest = match rest {
            [] => return Some(rest),
            [b' ' | b'\n' | b'\r' | b'\t', ..] => return Some(rest),
            [b'"', tail @ ..] => split_double_quoted(tail, arg)?,
            [b'\'', tail @ ..] => split_single_quoted(tail, arg)?,
            [byte, tail @ ..] => {
                arg.push(*byte);
                tail
            }
        };
    }
}

fn split_double_quoted<'a>(mut rest: &'a [u8], arg: &mut Vec<u8>) -> Option<&'a [u8]> {
    loop {
        let (byte, tail) = match rest {
            [b'"', tail @ ..] => return Some(tail),
            [b'\\', b'x', high, low, tail @ ..]
                if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                (hex_value(*high) << 4 | hex_value(*low), tail)
            }
            [b'\\', escaped, tail @ ..] if !tail.is_empty() => (escaped_byte(*escaped), tail),
            [byte, tail @ ..] => (*byte, tail),
            [] => return None,
        };
        arg.push(byte);
        rest = tail;
    }
}

fn split_single_quoted<'a>(mut rest: &'a [u8], arg: &mut Vec<u8>) -> Option<&'a [u8]> {
    loop {
        let (byte, tail) = match rest {
            [b'\'', tail @ ..] => return Some(tail),
            [b'\\', b'\'', tail @ ..] if !tail.is_empty() => (b'\'', tail),
            [byte, tail @ ..] => (*byte, tail),
            [] => return None,
        };
        arg.push(byte);
        rest = tail;
    }
}

fn escaped_byte(letter: u8) -> u8 {
    match letter {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => BACKSPACE,
        b'a' => BELL,
        other => other,
    }
}

fn hex_value(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => digit.to_ascii_lowercase() - b'a' + 10,
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(
        byte,
        b' ' | b'\t' | b'\n' | b'\r' | VERTICAL_TAB | FORM_FEED
    )
}

const BELL: u8 = 7;
const BACKSPACE: u8 = 8;
const VERTICAL_TAB: u8 = 11;
const FORM_FEED: u8 = 12;

/// `bytes` in double quotes, with everything escaped that is not printable ASCII; [`split_args`]
/// gives the same bytes back.
pub fn quoted_repr(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + 2);
    text.push('"');
    for byte in bytes {
        match *byte {
            b'"' => text.push_str("\\\""),
            b'\\' => text.push_str("\\\\"),
            b'\n' => text.push_str("\\n"),
            b'\r' => text.push_str("\\r"),
            b'\t' => text.push_str("\\t"),
            BACKSPACE => text.push_str("\\b"),
            BELL => text.push_str("\\a"),
            b' '..=b'~' => text.push(char::from(*byte)),
            other => {
                text.push_str("\\x");
                for digit in [other >> 4, other & 15] {
                    text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
                }
            }
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests;
