//! Rules on the shape of single files: lengths, first lines, leftovers, bytes.

use super::source::{Function, Source};
use super::{File, Finding, Tree};

const COLUMNS_MAX: usize = 100;
const FUNCTION_LINES_MAX: usize = 70;
const FILE_LINES_MAX: usize = 1000;

/// How far above a function its attributes are looked for, in lines.
const ATTRIBUTE_LINES_MAX: usize = 20;

pub(super) fn blobs(tree: &Tree) -> Vec<Finding> {
    let broken = tree
        .files
        .iter()
        .filter(|file| file.bytes.contains(&0) || std::str::from_utf8(&file.bytes).is_err());
    broken
        .map(|file| whole(file, "is not text; keep binary files out of the tree"))
        .collect()
}

pub(super) fn ascii(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let Ok(text) = std::str::from_utf8(&file.bytes) else {
            continue;
        };
        for (number, line) in numbered(text) {
            if let Some(odd) = line.chars().find(|c| !c.is_ascii()) {
                let message = format!("character U+{:04X}; write ASCII or an escape", odd as u32);
                findings.push(Finding {
                    path: file.path.clone(),
                    line: number,
                    message,
                });
            }
        }
    }
    findings
}

pub(super) fn machine_paths(tree: &Tree) -> Vec<Finding> {
    // Written in two parts so that this file passes its own rule.
    let folders = ["work", "root", "farm"].map(|name| format!("/{name}/"));
    let mut findings = Vec::new();
    for file in &tree.files {
        let text = String::from_utf8_lossy(&file.bytes);
        for (number, line) in numbered(&text) {
            for folder in &folders {
                let starts = line.match_indices(folder.as_str());
                let mut before = starts.map(|(at, _)| line[..at].chars().next_back());
                // `a/root/b` is a path inside something else.
                if before.any(|c| !c.is_some_and(|c| c.is_alphanumeric() || "_-.".contains(c))) {
                    let message = format!("path of one machine, {folder}; make it relative");
                    findings.push(Finding {
                        path: file.path.clone(),
                        line: number,
                        message,
                    });
                }
            }
        }
    }
    findings
}

pub(super) fn columns(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in written(tree) {
        for (number, line) in numbered(&source.text) {
            let columns = line.chars().count();
            if columns > COLUMNS_MAX {
                let message = format!("{columns} columns; at most {COLUMNS_MAX}");
                findings.push(at(source, number, message));
            }
        }
    }
    findings
}

pub(super) fn file_lengths(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in written(tree) {
        let lines = source.text.lines().count();
        if lines > FILE_LINES_MAX {
            let message = format!("{lines} lines; split it, at most {FILE_LINES_MAX}");
            findings.push(at(source, 0, message));
        }
    }
    findings
}

pub(super) fn function_lengths(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in written(tree) {
        for function in source.functions() {
            let lines = function.last_line - function.first_line + 1;
            if lines > FUNCTION_LINES_MAX && !excused(source, &function) {
                let Function {
                    name, first_line, ..
                } = function;
                let message = format!("fn {name} has {lines} lines; at most {FUNCTION_LINES_MAX}");
                findings.push(at(source, first_line, message));
            }
        }
    }
    findings
}

pub(super) fn module_docs(tree: &Tree) -> Vec<Finding> {
    let bare = tree
        .sources
        .iter()
        .filter(|source| !source.text.starts_with("//! "));
    bare.map(|source| {
        at(
            source,
            1,
            "must begin with a `//!` line that says what it is",
        )
    })
    .collect()
}

pub(super) fn leftovers(tree: &Tree) -> Vec<Finding> {
    // Written in two parts so that this file passes its own rule.
    let anywhere =
        ["FIX", "XX"].map(|half| format!("{half}{}", if half == "XX" { "X" } else { "ME" }));
    let calls = [
        ("to", "do!"),
        ("unimple", "mented!"),
        ("db", "g!"),
        ("#[ign", "ore"),
    ]
    .map(|(head, tail)| format!("{head}{tail}"));
    let mut findings = Vec::new();
    for source in &tree.sources {
        let code = source.code_text(0..source.code.len());
        for ((number, line), code_line) in numbered(&source.text).zip(code.lines()) {
            let in_text = anywhere.iter().filter(|word| has_whole_word(line, word));
            let in_code = calls.iter().filter(|call| has_call(code_line, call));
            for word in in_text.chain(in_code) {
                findings.push(at(source, number, format!("left over: {word}")));
            }
        }
    }
    findings
}

/// An exception needs `#[expect(clippy::too_many_lines, reason = "...")]` right above it.
fn excused(source: &Source, function: &Function) -> bool {
    let above: Vec<&str> = source.text.lines().take(function.first_line - 1).collect();
    let mut attributes = String::new();
    for line in above.iter().rev().take(ATTRIBUTE_LINES_MAX) {
        let line = line.trim();
        if line.is_empty() || line.ends_with(['}', ';', '{']) {
            break;
        }
        attributes.insert_str(0, line);
    }
    attributes.contains("expect(")
        && attributes.contains("clippy::too_many_lines")
        && attributes.contains("reason =")
}

fn has_whole_word(line: &str, word: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

fn has_call(line: &str, call: &str) -> bool {
    line.match_indices(call).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

/// Sources that a person writes.
fn written(tree: &Tree) -> impl Iterator<Item = &Source> {
    tree.sources
        .iter()
        .filter(|source| !source.path.contains("generated"))
}

fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
}

fn at(source: &Source, line: usize, message: impl Into<String>) -> Finding {
    Finding {
        path: source.path.clone(),
        line,
        message: message.into(),
    }
}

fn whole(file: &File, message: &str) -> Finding {
    Finding {
        path: file.path.clone(),
        line: 0,
        message: message.into(),
    }
}
