//! Rules on the pages of `docs/`: what they name exists.

use super::architecture::{PAGE, code_spans};
use super::source::Source;
use super::{Finding, Tree};

/// Top-level folders; a code span that begins with one is the path of a file or folder.
const FOLDERS: &[&str] = &["crates/", "docs/", "scripts/", "tests/", "benches/", ".ci/"];

/// Walks are the sections of the architecture page whose heading begins with this word.
const WALK: &str = "Walk";

/// In a walk, a list item that begins with the code span of a file names symbols of that file.
pub(super) fn walks(tree: &Tree) -> Vec<Finding> {
    let text = tree.text(PAGE).unwrap_or_default();
    let mut findings = Vec::new();
    for item in walk_items(&text) {
        let report = |message| Finding {
            path: PAGE.into(),
            line: item.line,
            message,
        };
        let spans = code_spans(&item.text);
        let Some((path, symbols)) = spans.split_first() else {
            continue;
        };
        let Some(file) = tree.files.iter().find(|file| file.path == *path) else {
            findings.push(report(format!("there is no file {path}")));
            continue;
        };
        let text = String::from_utf8_lossy(&file.bytes);
        let source = Source::new(path, &text);
        for symbol in symbols {
            let mut names = symbol.split(|c: char| !c.is_alphanumeric() && c != '_');
            let absent = names.find(|name| !name.is_empty() && !source.has_word(name));
            if let Some(name) = absent {
                findings.push(report(format!("{path} has no `{name}`")));
            }
        }
    }
    findings
}

struct Item {
    line: usize,
    text: String,
}

fn walk_items(text: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut in_walk = false;
    let mut in_item = false;
    for (index, line) in text.lines().enumerate() {
        if let Some(heading) = line.strip_prefix('#') {
            in_walk = heading.trim_start_matches('#').trim().starts_with(WALK);
            in_item = false;
        } else if !in_walk || line.trim().is_empty() {
            in_item = false;
        } else if let Some(content) = list_item(line) {
            in_item = content.starts_with('`');
            if in_item {
                items.push(Item {
                    line: index + 1,
                    text: content.to_string(),
                });
            }
        } else if let (true, Some(item)) = (in_item, items.last_mut()) {
            item.text.push(' ');
            item.text.push_str(line.trim());
        }
    }
    items
}

/// The content of a line that begins an item of a list, `- text` or `1. text`.
fn list_item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (after_number.len() < line.len()).then(|| after_number.strip_prefix(". "));
    line.strip_prefix("- ")
        .or_else(|| line.strip_prefix("* "))
        .or(numbered.flatten())
}

/// Paths in code spans, and targets of relative links, must exist.
pub(super) fn named_paths(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| file.path.ends_with(".md")) {
        let text = String::from_utf8_lossy(&file.bytes);
        let mut fenced = false;
        for (index, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                fenced = !fenced;
            }
            if fenced {
                continue;
            }
            let paths = code_spans(line).into_iter().filter(|span| is_path(span));
            let links = link_targets(line).map(|target| beside(&file.path, target));
            for path in paths.chain(links) {
                if !tree.exists(&path) {
                    let message = format!("there is no {path}");
                    findings.push(Finding {
                        path: file.path.clone(),
                        line: index + 1,
                        message,
                    });
                }
            }
        }
    }
    findings
}

fn is_path(span: &str) -> bool {
    FOLDERS.iter().any(|folder| span.starts_with(folder))
        && !span.contains([' ', '*', '<', '{', '$'])
        && !span.contains("NAME")
}

/// Targets of `[text](target)` inside the repository.
fn link_targets(line: &str) -> impl Iterator<Item = &str> {
    let targets = line
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let targets = targets.map(|target| target.split('#').next().unwrap_or_default());
    targets.filter(|target| !target.is_empty() && !target.contains("://"))
}

/// A path relative to the folder of a page, from the root.
fn beside(page: &str, target: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}
