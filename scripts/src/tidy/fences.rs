//! Fences around kinds of code: the outside world, and `unsafe`.

use std::collections::BTreeSet;

use super::architecture::{code_spans, pure_folders};
use super::paths::std_paths;
use super::source::Source;
use super::{Finding, Tree};

const UNSAFE_PAGE: &str = "docs/unsafe.md";

/// Crates that may hold `unsafe`, in files that the page names.
const UNSAFE_CRATES: &[&str] = &[
    "stdx",
    "values",
    "keyspace",
    "mesh",
    "reactor",
    "telemetry",
    "server",
];

const UNSAFE_SWITCH: &str = "#![allow(unsafe_code)]";

/// Paths that code of the pure levels must not name, with what to use.
const BANNED_PATHS: &[(&str, &str)] = &[
    ("std::time::Instant", "take `now_ms: i64` as an argument"),
    ("std::time::SystemTime", "take `now_ms: i64` as an argument"),
    ("std::time::*", "name the one type that is meant"),
    ("std::time", "name the one type that is meant"),
    ("std::thread", "threads belong to `server`"),
    ("std::fs", "files belong to `server`; take bytes"),
    ("std::net", "sockets belong to `reactor`; take bytes"),
    (
        "std::os",
        "the operating system belongs to `reactor` and `server`",
    ),
    (
        "std::env",
        "take what is needed as an argument or a setting",
    ),
    (
        "std::process",
        "return an error; only `server` ends the process",
    ),
    (
        "std::collections::HashMap",
        "its order is random; use `hashbrown` with a seeded hasher",
    ),
    (
        "std::collections::HashSet",
        "its order is random; use `hashbrown` with a seeded hasher",
    ),
    ("std::*", "name the one module that is meant"),
];

const BANNED_MACROS: &[&str] = &["println", "eprintln", "print", "eprint"];

pub(super) fn banned_calls(tree: &Tree) -> Vec<Finding> {
    let folders = pure_folders(tree);
    let mut findings = Vec::new();
    for source in &tree.sources {
        if folders
            .iter()
            .any(|folder| source.path.starts_with(folder.as_str()))
        {
            findings.extend(banned_in(source));
        }
    }
    findings
}

fn banned_in(source: &Source) -> Vec<Finding> {
    if is_tool_or_test(&source.path) {
        return Vec::new();
    }
    let tests: Vec<_> = source
        .test_modules()
        .into_iter()
        .map(|range| source.line_of(range.start)..=source.line_of(range.end))
        .collect();
    let mut findings = Vec::new();
    let mut report = |line: usize, message: String| {
        if !tests.iter().any(|lines| lines.contains(&line)) {
            findings.push(Finding {
                path: source.path.clone(),
                line,
                message,
            });
        }
    };
    for named in std_paths(source) {
        let banned = BANNED_PATHS
            .iter()
            .find(|(path, _)| is_or_inside(&named.path, path));
        if let Some((path, instead)) = banned {
            report(named.line, format!("{path} is banned here: {instead}"));
        }
    }
    for word in source.words() {
        let is_call = source.code.get(word.end) == Some(&b'!');
        if is_call && BANNED_MACROS.contains(&word.text) {
            let line = source.line_of(word.start);
            report(
                line,
                format!("{}! is banned here: return text or an event", word.text),
            );
        }
    }
    findings
}

/// `std::time` bans itself alone, as it has members that are fine; a module bans all in it.
fn is_or_inside(path: &str, banned: &str) -> bool {
    path == banned
        || (banned != "std::time"
            && path
                .strip_prefix(banned)
                .is_some_and(|rest| rest.starts_with("::")))
}

fn is_tool_or_test(path: &str) -> bool {
    let folders = ["/tests/", "/benches/", "/examples/", "/src/bin/"];
    let files = ["/tests.rs", "/build.rs", "_tests.rs"];
    folders.iter().any(|folder| path.contains(folder))
        || files.iter().any(|file| path.ends_with(file))
}

pub(super) fn unsafe_code(tree: &Tree) -> Vec<Finding> {
    let (listed, mut findings) = listed_files(tree);
    for source in &tree.sources {
        let report = |line, message: String| Finding {
            path: source.path.clone(),
            line,
            message,
        };
        let opted_in = switch_line(source);
        let listed_here = listed.contains(&source.path);
        match opted_in {
            Some(line) if !in_allowed_crate(&source.path) => {
                let crates = UNSAFE_CRATES.join(", ");
                findings.push(report(
                    line,
                    format!("unsafe code belongs only in {crates}"),
                ));
            }
            Some(line) if !listed_here => {
                findings.push(report(line, format!("has no line in {UNSAFE_PAGE}")));
            }
            Some(_) => {}
            None => {
                if let Some(line) = first_unsafe(source) {
                    let message =
                        format!("unsafe code in a file that does not open with {UNSAFE_SWITCH}");
                    findings.push(report(line, message));
                }
                if listed_here {
                    let message = format!("{UNSAFE_PAGE} names it, but it has no {UNSAFE_SWITCH}");
                    findings.push(report(0, message));
                }
            }
        }
    }
    findings
}

/// Files that the page names, one list item each: a code span with the path, then the reason.
fn listed_files(tree: &Tree) -> (BTreeSet<String>, Vec<Finding>) {
    let mut listed = BTreeSet::new();
    let mut findings = Vec::new();
    let text = tree.text(UNSAFE_PAGE).unwrap_or_default();
    for (index, line) in text.lines().enumerate() {
        let Some(item) = line.strip_prefix("- `") else {
            continue;
        };
        let Some(path) = code_spans(line)
            .into_iter()
            .next()
            .filter(|p| p.ends_with(".rs"))
        else {
            continue;
        };
        let report = |message| Finding {
            path: UNSAFE_PAGE.into(),
            line: index + 1,
            message,
        };
        if item.len() < path.len() + "`: why".len() {
            findings.push(report(format!("{path} has no reason beside it")));
        }
        if !tree.exists(&path) {
            findings.push(report(format!("there is no {path}")));
        }
        listed.insert(path);
    }
    (listed, findings)
}

/// The line of the switch, which may be preceded only by module documentation.
fn switch_line(source: &Source) -> Option<usize> {
    let mut lines = source.text.lines().enumerate();
    let (index, line) =
        lines.find(|(_, line)| !line.starts_with("//") && !line.trim().is_empty())?;
    (line.trim() == UNSAFE_SWITCH).then_some(index + 1)
}

fn first_unsafe(source: &Source) -> Option<usize> {
    let words = source.words();
    let switch = words.windows(2).find(|pair| {
        matches!(pair[0].text, "allow" | "expect" | "warn") && pair[1].text == "unsafe_code"
    });
    let word = words
        .iter()
        .find(|word| word.text == "unsafe")
        .or(switch.map(|pair| &pair[1]));
    word.map(|word| source.line_of(word.start))
}

fn in_allowed_crate(path: &str) -> bool {
    UNSAFE_CRATES
        .iter()
        .any(|name| path.starts_with(&format!("crates/{name}/")))
}
