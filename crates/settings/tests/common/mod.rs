//! Recorded conversations: text files of cases, each a line of arguments and the lines that
//! followed it. What the marks mean stands at the head of each file.

#![allow(dead_code, reason = "each test program uses a part")]

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

/// What follows a case's first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) mark: char,
    pub(crate) text: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) arguments: Vec<Vec<u8>>,
    pub(crate) lines: Vec<Line>,
}

impl Case {
    pub(crate) fn lines_marked(&self, mark: char) -> Vec<&str> {
        self.lines
            .iter()
            .filter(|line| line.mark == mark)
            .map(|line| line.text.as_str())
            .collect()
    }

    /// The arguments for people.
    pub(crate) fn shown(&self) -> String {
        quoted_words(&self.arguments)
    }
}

pub(crate) struct Recording {
    head: String,
    pub(crate) cases: Vec<Case>,
}

impl Recording {
    pub(crate) fn read(name: &str) -> Self {
        let text = fs::read_to_string(path(name)).expect("recording");
        let mut head = String::new();
        let mut cases: Vec<Case> = Vec::new();
        for line in text.lines() {
            if line.is_empty() || line.starts_with('#') {
                head.push_str(line);
                head.push('\n');
                continue;
            }
            let (mark, rest) = line.split_at(1);
            let rest = rest.strip_prefix(' ').unwrap_or(rest);
            if mark == ">" {
                let arguments = stdx::sds::split_args(rest.as_bytes()).expect(line);
                cases.push(Case {
                    arguments,
                    lines: Vec::new(),
                });
            } else {
                let mark = mark.chars().next().expect(line);
                let case = cases.last_mut().expect(line);
                case.lines.push(Line {
                    mark,
                    text: rest.to_owned(),
                });
            }
        }
        Self { head, cases }
    }

    pub(crate) fn write(&self, name: &str) {
        let mut text = self.head.clone();
        for case in &self.cases {
            let _ = writeln!(text, "> {}", case.shown());
            for Line { mark, text: line } in &case.lines {
                let _ = writeln!(text, "{}", format!("{mark} {line}").trim_end());
            }
        }
        fs::write(path(name), text).expect("recording");
    }
}

fn path(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/recorded", name]
        .iter()
        .collect()
}

/// A word of a recording: quoted where it must be.
pub(crate) fn quoted(bytes: &[u8]) -> String {
    let plain = |byte: &u8| byte.is_ascii_graphic() && !b"\"'\\".contains(byte);
    if !bytes.is_empty() && bytes.iter().all(plain) {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    stdx::sds::quoted_repr(bytes)
}

pub(crate) fn quoted_words(words: &[Vec<u8>]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    words.join(" ")
}

/// The one word of a line.
pub(crate) fn unquoted(text: &str) -> Vec<u8> {
    let words = stdx::sds::split_args(text.as_bytes()).expect(text);
    words.into_iter().next().unwrap_or_default()
}
