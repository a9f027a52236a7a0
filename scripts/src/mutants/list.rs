//! Which mutants there could be, which of them are the sample, and how one is made.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Outcome;
use crate::workspace::Workspace;

/// One small change of one file, as `cargo mutants` describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mutant {
    pub(super) file: String,
    /// File, place and what is changed, in words.
    pub(super) name: String,
    /// What takes the place of the text from `start` to `end`.
    pub(super) replacement: String,
    start: Place,
    /// The first place after the text.
    end: Place,
}

/// Line and column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    line: usize,
    column: usize,
}

/// All mutants of these files of the workspace.
pub(super) fn ask(workspace: &Workspace, files: &[&str]) -> Outcome<Vec<Mutant>> {
    let mut command = workspace.cargo(&["mutants", "--no-config", "--workspace"]);
    command.args(["--list", "--json"]);
    for file in files {
        if !workspace.path(file).exists() {
            return Err(format!("no file {file}: the list of files is out of date"));
        }
        command.args(["--file", file]);
    }
    let output = command
        .output()
        .map_err(|error| format!("cannot start cargo mutants: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("cargo mutants --list failed: {}", said.trim()));
    }
    parse(&String::from_utf8_lossy(&output.stdout))
}

/// Reads what `cargo mutants --list --json` prints.
pub(super) fn parse(text: &str) -> Outcome<Vec<Mutant>> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| format!("cargo mutants printed no valid JSON: {error}"))?;
    let list = value.as_array().ok_or("cargo mutants printed no list")?;
    list.iter().map(read).collect()
}

fn read(value: &Value) -> Outcome<Mutant> {
    let text = |field: &str| {
        let found = value[field].as_str().map(str::to_string);
        found.ok_or_else(|| format!("a mutant without a text '{field}': {value}"))
    };
    let place = |end: &str| {
        let number = |field: &str| {
            let found = value["span"][end][field].as_u64();
            found
                .and_then(|number| usize::try_from(number).ok())
                .ok_or_else(|| format!("a mutant without a number 'span.{end}.{field}': {value}"))
        };
        Ok::<_, String>(Place {
            line: number("line")?,
            column: number("column")?,
        })
    };
    Ok(Mutant {
        file: text("file")?,
        name: text("name")?,
        replacement: text("replacement")?,
        start: place("start")?,
        end: place("end")?,
    })
}

/// All mutants in an order that depends on the seed alone; the first of them are the sample.
///
/// A mutant's rank comes from what it is, not from where the list has it: a change of the sources
/// replaces the few mutants that it touches and leaves the rest of the sample as it was.
pub(super) fn sample(mut mutants: Vec<Mutant>, seed: u64) -> Vec<Mutant> {
    mutants.sort_by(|a, b| (&a.file, a.start, &a.name).cmp(&(&b.file, b.start, &b.name)));
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut ranked: Vec<(u64, Mutant)> = Vec::new();
    for mutant in mutants {
        let change = mutant.change();
        let same = seen.entry(change.clone()).or_default();
        ranked.push((rank(&format!("{change} #{same}"), seed), mutant));
        *same += 1;
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, mutant)| mutant).collect()
}

/// FNV-1a, then the finisher of SplitMix64, so that near texts get far ranks.
fn rank(text: &str, seed: u64) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in seed.to_le_bytes().iter().chain(text.as_bytes()) {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

impl Mutant {
    /// The name without line and column.
    fn change(&self) -> String {
        let what = self
            .name
            .split_once(": ")
            .map_or(&*self.name, |(_, what)| what);
        format!("{}: {what}", self.file)
    }

    /// The text of the file with the change made.
    pub(super) fn apply(&self, text: &str) -> Outcome<String> {
        let start = offset(text, self.start);
        let end = offset(text, self.end);
        match (start, end) {
            (Some(start), Some(end)) if start < end => Ok(format!(
                "{}{}{}",
                &text[..start],
                self.replacement,
                &text[end..]
            )),
            _ => Err(format!("{} does not fit its file", self.name)),
        }
    }
}

/// Where in the text a place is, in bytes.
fn offset(text: &str, place: Place) -> Option<usize> {
    let mut start = 0;
    for _ in 1..place.line {
        start += text[start..].find('\n')? + 1;
    }
    let line = &text[start..];
    let line = &line[..line.find('\n').unwrap_or(line.len())];
    let mut columns = line.char_indices().map(|(at, _)| at).chain([line.len()]);
    Some(start + columns.nth(place.column.checked_sub(1)?)?)
}
