//! The table of crates in `docs/architecture.md`, and the rule that holds every manifest to it.

use std::collections::BTreeMap;

use super::{Finding, Tree};
use crate::workspace::{Dependency, Kind, Package};

pub(super) const PAGE: &str = "docs/architecture.md";

const CRATES_FOLDER: &str = "crates/";
const PACKAGE_PREFIX: &str = "ringkey-";

/// Levels, lowest first.
const LEVELS: &[&str] = &["L0", "L1", "L2", "L3", "L4", "OS", "L5"];

/// Levels whose crates are driven from outside: no clock, thread, file, socket or environment.
const PURE_LEVELS: &[&str] = &["L1", "L2", "L3", "L4"];

/// Outside crates that are doors to the operating system.
const OS_CRATES: &[&str] = &[
    "core_affinity",
    "io-uring",
    "libc",
    "rustix",
    "tempfile",
    "tracing-subscriber",
];

/// One row of the table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub line: usize,
    pub level: String,
    pub may_use: Vec<String>,
}

/// Rows of the table `| level | crate | may use | ... |` by crate, with what is wrong in it.
pub(super) fn table(tree: &Tree) -> (BTreeMap<String, Row>, Vec<Finding>) {
    let mut rows = BTreeMap::new();
    let mut findings = Vec::new();
    let text = tree.text(PAGE).unwrap_or_default();
    for (index, line) in text.lines().enumerate() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, level, name, may_use, ..] = cells.as_slice() else {
            continue;
        };
        let names = code_spans(name);
        let Some(name) = names.first().filter(|_| LEVELS.contains(level)) else {
            continue;
        };
        let row = Row {
            line: index + 1,
            level: level.to_string(),
            may_use: code_spans(may_use),
        };
        if rows.insert(name.clone(), row).is_some() {
            findings.push(on_page(index + 1, format!("`{name}` has two rows")));
        }
    }
    if rows.is_empty() {
        findings.push(on_page(
            0,
            "has no table of crates `| level | crate | may use |`".into(),
        ));
    }
    (rows, findings)
}

/// Folders of crates that stand on a pure level.
pub(super) fn pure_folders(tree: &Tree) -> Vec<String> {
    let (rows, _) = table(tree);
    let pure = rows
        .iter()
        .filter(|(_, row)| PURE_LEVELS.contains(&row.level.as_str()));
    pure.map(|(name, _)| format!("{CRATES_FOLDER}{name}/"))
        .collect()
}

pub(super) fn edges(tree: &Tree) -> Vec<Finding> {
    let (rows, mut findings) = table(tree);
    for (name, row) in &rows {
        findings.extend(check_row(&rows, name, row));
        let folder = format!("{CRATES_FOLDER}{name}");
        if !tree.packages.iter().any(|package| package.folder == folder) {
            findings.push(on_page(
                row.line,
                format!("there is no {folder}; remove its row"),
            ));
        }
    }
    for package in &tree.packages {
        let Some(name) = package.folder.strip_prefix(CRATES_FOLDER) else {
            continue;
        };
        let Some(row) = rows.get(name) else {
            findings.push(in_manifest(
                package,
                format!("has no row in the table of {PAGE}"),
            ));
            continue;
        };
        if package.name != format!("{PACKAGE_PREFIX}{name}") {
            findings.push(in_manifest(
                package,
                format!("must be named {PACKAGE_PREFIX}{name}"),
            ));
        }
        for dependency in &package.dependencies {
            findings.extend(check_edge(package, row, dependency));
        }
    }
    findings
}

/// A row may name only crates of the table that stand on a lower level.
fn check_row(rows: &BTreeMap<String, Row>, name: &str, row: &Row) -> Vec<Finding> {
    let mut findings = Vec::new();
    for used in &row.may_use {
        match rows.get(used) {
            None => findings.push(on_page(row.line, format!("`{used}` has no row"))),
            Some(other) if rank(&other.level) >= rank(&row.level) => {
                let message = format!(
                    "`{name}` ({}) may not use `{used}` ({}): only lower levels",
                    row.level, other.level
                );
                findings.push(on_page(row.line, message));
            }
            Some(_) => {}
        }
    }
    findings
}

fn check_edge(package: &Package, row: &Row, dependency: &Dependency) -> Option<Finding> {
    let used = dependency.name.strip_prefix(PACKAGE_PREFIX);
    if let Some(used) = used.filter(|_| dependency.own) {
        if row.may_use.iter().any(|allowed| allowed == used) {
            return None;
        }
        return Some(in_manifest(
            package,
            format!("uses `{used}`, which {PAGE} does not allow"),
        ));
    }
    let pure = PURE_LEVELS.contains(&row.level.as_str()) && dependency.kind != Kind::Dev;
    let name = dependency.name.as_str();
    (pure && OS_CRATES.contains(&name)).then(|| {
        let level = &row.level;
        in_manifest(
            package,
            format!("uses `{name}`; a crate of {level} has no operating system"),
        )
    })
}

fn rank(level: &str) -> usize {
    LEVELS
        .iter()
        .position(|known| *known == level)
        .unwrap_or(LEVELS.len())
}

/// The texts between backquotes in a line of Markdown.
pub(super) fn code_spans(text: &str) -> Vec<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_string)
        .collect()
}

fn on_page(line: usize, message: String) -> Finding {
    Finding {
        path: PAGE.into(),
        line,
        message,
    }
}

fn in_manifest(package: &Package, message: String) -> Finding {
    Finding {
        path: format!("{}/Cargo.toml", package.folder),
        line: 0,
        message,
    }
}
