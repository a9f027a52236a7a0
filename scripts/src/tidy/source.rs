//! A Rust file as tidy sees it: its text, and the same text with comments and strings blanked.
//!
//! A scanner, not a parser: it knows comments, literals and braces, which is enough for the rules.

use std::ops::Range;

/// One Rust source file.
pub struct Source {
    /// Path relative to the root, with `/` between parts.
    pub path: String,
    pub text: String,
    /// As long as `text`, line by line; comments and literals are spaces.
    pub code: Vec<u8>,
    line_starts: Vec<usize>,
}

/// A function with a body, as line numbers from 1.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub first_line: usize,
    pub last_line: usize,
}

/// A word of the code: an identifier, keyword or number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    pub text: &'a str,
    pub start: usize,
    pub end: usize,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let mut line_starts = vec![0];
        line_starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        Self {
            path: path.into(),
            text: text.into(),
            code: blank(text.as_bytes()),
            line_starts,
        }
    }

    /// Line number, from 1, of a byte offset.
    pub fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// The code of a range as text.
    pub fn code_text(&self, range: Range<usize>) -> &str {
        // Blanking leaves ASCII only.
        std::str::from_utf8(self.code.get(range).unwrap_or_default()).unwrap_or_default()
    }

    /// All words of the code, in order.
    pub fn words(&self) -> Vec<Word<'_>> {
        let mut words = Vec::new();
        let mut at = 0;
        while at < self.code.len() {
            if !is_word(self.code[at]) {
                at += 1;
                continue;
            }
            let start = at;
            while at < self.code.len() && is_word(self.code[at]) {
                at += 1;
            }
            words.push(Word {
                text: self.code_text(start..at),
                start,
                end: at,
            });
        }
        words
    }

    /// Whether an identifier occurs in the code.
    pub fn has_word(&self, word: &str) -> bool {
        self.words().iter().any(|found| found.text == word)
    }

    /// Functions that have a body, nested ones too.
    pub fn functions(&self) -> Vec<Function> {
        let words = self.words();
        let mut functions = Vec::new();
        for pair in words.windows(2) {
            let [keyword, name] = pair else { continue };
            let between = self.code_text(keyword.end..name.start);
            // `fn(` is a type, and `fn` before a line's end has its name on the next.
            if keyword.text != "fn" || !between.trim().is_empty() {
                continue;
            }
            if let Some(end) = self.body_end(name.end) {
                functions.push(Function {
                    name: name.text.to_string(),
                    first_line: self.line_of(keyword.start),
                    last_line: self.line_of(end),
                });
            }
        }
        functions
    }

    /// Byte ranges of inline modules compiled for tests only.
    pub fn test_modules(&self) -> Vec<Range<usize>> {
        let code = self.code_text(0..self.code.len());
        let mut ranges = Vec::new();
        for (at, _) in code.match_indices("#[cfg(") {
            let Some(close) = code[at..].find(")]") else {
                continue;
            };
            let condition = &code[at + "#[cfg(".len()..at + close];
            let of_tests = condition
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == "test");
            if !of_tests || condition.contains("not(") {
                continue;
            }
            let after = at + close + ")]".len();
            let opening = code[after..].find(['{', ';']).map(|length| after + length);
            let Some(opening) = opening.filter(|opening| code.as_bytes()[*opening] == b'{') else {
                continue;
            };
            let is_module = code[after..opening]
                .split_whitespace()
                .any(|word| word == "mod");
            if let (true, Some(end)) = (is_module, self.matching_brace(opening)) {
                ranges.push(at..end + 1);
            }
        }
        ranges
    }

    /// Offset of the brace that ends the body of the item that starts before `from`.
    fn body_end(&self, from: usize) -> Option<usize> {
        let mut depth = 0i32;
        for at in from..self.code.len() {
            match self.code[at] {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth -= 1,
                b';' if depth == 0 => return None,
                b'{' if depth == 0 => return self.matching_brace(at),
                _ => {}
            }
        }
        None
    }

    fn matching_brace(&self, opening: usize) -> Option<usize> {
        let mut depth = 0i32;
        for at in opening..self.code.len() {
            match self.code[at] {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                _ => continue,
            }
            if depth == 0 {
                return Some(at);
            }
        }
        None
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Replaces comments, literals and all that is not ASCII by spaces; keeps line ends.
fn blank(text: &[u8]) -> Vec<u8> {
    let mut code = text.to_vec();
    let mut at = 0;
    while at < text.len() {
        let end = literal_or_comment_end(text, at);
        if let Some(end) = end {
            for byte in &mut code[at..end] {
                if *byte != b'\n' {
                    *byte = b' ';
                }
            }
            at = end;
        } else if is_word(text[at]) {
            while at < text.len() && is_word(text[at]) && literal_or_comment_end(text, at).is_none()
            {
                at += 1;
            }
        } else {
            if !text[at].is_ascii() {
                code[at] = b' ';
            }
            at += 1;
        }
    }
    code
}

/// Where the comment or literal that starts at `at` ends; `None` if none starts there.
fn literal_or_comment_end(text: &[u8], at: usize) -> Option<usize> {
    let rest = &text[at..];
    if rest.starts_with(b"//") {
        let length = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(rest.len());
        return Some(at + length);
    }
    if rest.starts_with(b"/*") {
        return Some(at + block_comment_length(rest));
    }
    let begins_word = at == 0 || !is_word(text[at - 1]);
    let prefix = match rest.first()? {
        b'b' | b'c' | b'r' if begins_word => rest
            .iter()
            .take(2)
            .take_while(|byte| b"bcr".contains(byte))
            .count(),
        b'"' | b'\'' => 0,
        _ => return None,
    };
    let raw = rest[..prefix].contains(&b'r');
    let body = &rest[prefix..];
    let length = match body.first()? {
        b'"' | b'#' if raw => raw_string_length(body)?,
        b'"' => quoted_length(body, b'"'),
        b'\'' => char_length(body)?,
        _ => return None,
    };
    Some((at + prefix + length).min(text.len()))
}

fn block_comment_length(text: &[u8]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

fn raw_string_length(text: &[u8]) -> Option<usize> {
    let hashes = text.iter().take_while(|byte| **byte == b'#').count();
    if text.get(hashes) != Some(&b'"') {
        return None;
    }
    let mut closing = vec![b'"'];
    closing.resize(1 + hashes, b'#');
    let body = &text[hashes + 1..];
    let found = body
        .windows(closing.len())
        .position(|window| window == closing);
    Some(found.map_or(text.len(), |length| hashes + 1 + length + closing.len()))
}

fn quoted_length(text: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < text.len() {
        match text[at] {
            b'\\' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}

/// Length of a character literal; `None` for a lifetime.
fn char_length(text: &[u8]) -> Option<usize> {
    let first = *text.get(1)?;
    if first == b'\\' {
        return Some(quoted_length(text, b'\''));
    }
    let bytes = match first {
        b'\'' => return None,
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    };
    (text.get(1 + bytes) == Some(&b'\'')).then_some(bytes + 2)
}
