//! The generated part of the page about the suite.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::tally::{FileTally, Open};

/// All results: the cases that pass on Valkey per file, and our tallies per number of cores, in the
/// same order of files.
pub(super) struct Results {
    pub(super) expected: Vec<(String, usize)>,
    pub(super) tallies: Vec<(u16, Vec<FileTally>)>,
}

impl Results {
    /// Whether every case that fails waits for something that is not there yet.
    pub(super) fn good(&self) -> bool {
        let mut files = self.tallies.iter().flat_map(|(_, files)| files);
        files.all(|file| file.failed.is_empty())
    }

    pub(super) fn markdown(&self) -> String {
        let mut page = String::new();
        self.totals(&mut page);
        let Some(((_, first), others)) = self.tallies.split_first() else {
            return page;
        };
        missing(&mut page, first);
        let lists: [(&str, &str, Pick); 3] = [
            ("Cases that wait", "waits for", |file| &file.waiting),
            ("Cases that pass alone", "failure after others", |file| {
                &file.alone
            }),
            ("Cases that the suite leaves out", "reason", |file| {
                &file.left_out
            }),
        ];
        for (heading, column, pick) in lists {
            cases(&mut page, heading, column, first, pick);
        }
        for (cores, files) in &self.tallies {
            let heading = format!("Cases that fail on {cores} cores");
            cases(&mut page, &heading, "failure", files, |file| &file.failed);
        }
        for (cores, files) in others {
            if files.iter().zip(first).any(|(a, b)| a.waiting != b.waiting) {
                let heading = format!("Cases that wait on {cores} cores");
                cases(&mut page, &heading, "waits for", files, |file| {
                    &file.waiting
                });
            }
        }
        page
    }

    fn totals(&self, page: &mut String) {
        page.push_str("| file | Valkey |");
        for (cores, _) in &self.tallies {
            let word = if *cores == 1 { "core" } else { "cores" };
            let _ = write!(page, " {cores} {word} | all run at once | wait |");
        }
        page.push_str("\n|---|---:|");
        page.push_str(&"---:|---:|---:|".repeat(self.tallies.len()));
        page.push('\n');
        let mut sums = vec![0; 1 + 3 * self.tallies.len()];
        for (index, (unit, expected)) in self.expected.iter().enumerate() {
            let mut row = vec![*expected];
            for (_, files) in &self.tallies {
                let file = &files[index];
                row.extend([file.passed, file.passed_at_first, file.waiting.len()]);
            }
            push_row(page, unit, &row);
            for (sum, number) in sums.iter_mut().zip(row) {
                *sum += number;
            }
        }
        push_row(page, "**all**", &sums);
    }
}

fn push_row(page: &mut String, name: &str, numbers: &[usize]) {
    let _ = write!(page, "| {name} |");
    for number in numbers {
        let _ = write!(page, " {number} |");
    }
    page.push('\n');
}

/// What is missing, most wanted first.
fn missing(page: &mut String, files: &[FileTally]) {
    let mut counts: BTreeMap<&str, (usize, Vec<&str>)> = BTreeMap::new();
    for file in files {
        for open in &file.waiting {
            let (count, units) = counts.entry(&open.reason).or_default();
            *count += 1;
            if units.last() != Some(&file.unit.as_str()) {
                units.push(&file.unit);
            }
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    page.push_str("\n## What they wait for\n\n| first missing | cases | in |\n|---|---:|---|\n");
    for (reason, (count, units)) in counts {
        let reason = cell(reason);
        let _ = writeln!(page, "| {reason} | {count} | {} |", units.join(", "));
    }
}

type Pick = fn(&FileTally) -> &Vec<Open>;

/// One list of cases, if there are any.
fn cases(page: &mut String, heading: &str, column: &str, files: &[FileTally], pick: Pick) {
    if files.iter().all(|file| pick(file).is_empty()) {
        return;
    }
    let _ = write!(
        page,
        "\n## {heading}\n\n| file | case | {column} |\n|---|---|---|\n"
    );
    for file in files {
        for open in pick(file) {
            let (case, reason) = (cell(&open.case), cell(&open.reason));
            let _ = writeln!(page, "| {} | {case} | {reason} |", file.unit);
        }
    }
}

/// A text as it may stand in a table.
fn cell(text: &str) -> String {
    let mut cell = String::new();
    for character in text.chars() {
        match character {
            '|' | '<' | '>' | '*' | '_' | '`' | '[' | ']' | '\\' => cell.extend(['\\', character]),
            c if c.is_ascii() && !c.is_ascii_control() => cell.push(c),
            _ => cell.push(' '),
        }
    }
    cell
}
