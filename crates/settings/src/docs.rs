//! What people read about parameters: the table of docs/operating.md, and the hints of errors.

use std::fmt::Write;

use crate::definition::{Definition, Group, Kind, Support};
use crate::deviations::DEVIATIONS;
use crate::parse::ADDRESSES_MAX;
use crate::table::Param;

/// Names further apart than this many edits are not taken for misspellings of each other.
const EDITS_MAX: usize = 3;
/// Names longer than this are not compared.
const NAME_BYTES_MAX: usize = 64;

/// All parameters as Markdown: a table for each group, and the defaults that differ from Valkey's.
pub fn configuration_table() -> String {
    let mut page = String::from(LEGEND);
    let mut groups: Vec<Group> = Param::ALL
        .iter()
        .map(|param| param.definition().group)
        .collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        group_table(&mut page, group);
    }
    page.push_str("### Defaults that differ from Valkey's\n\n");
    page.push_str("| parameter | Ringkey | Valkey 9.1 | reason |\n|---|---|---|---|\n");
    for deviation in DEVIATIONS {
        let ours = deviation.param.definition().default;
        let _ = writeln!(
            page,
            "| `{}` | {} | {} | {} |",
            deviation.param.name(),
            code(ours),
            code(deviation.valkey),
            deviation.reason
        );
    }
    page
}

const LEGEND: &str = "\
Every parameter of Valkey 9.1 is known, in the configuration file, on the command line and to
CONFIG. The column *effect* says what comes of it: **yes**, the server behaves so; **none**, it is
accepted for compatibility, and the log says so once when it is set to something else than its
default; **refused**, another value stops the start (and CONFIG SET answers an error), because it
promises something that is not kept yet. *start*: may only be set before the start; *protected*:
CONFIG SET needs `enable-protected-configs`; *hidden*: CONFIG GET finds it only by its exact name.

";

fn group_table(page: &mut String, group: Group) {
    let _ = write!(
        page,
        "### {}\n\n| parameter | value | default | effect | meaning |\n|---|---|---|---|---|\n",
        group.title()
    );
    for param in Param::ALL {
        let definition = param.definition();
        if definition.group == group {
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} | {} |",
                names(definition),
                expectation(definition.kind).replace('|', "\\|"),
                code(definition.default),
                effect(definition),
                meaning(definition)
            );
        }
    }
    page.push('\n');
}

fn names(definition: &Definition) -> String {
    let mut cell = format!("`{}`", definition.name);
    if let Some(alias) = definition.alias {
        let _ = write!(cell, " (also `{alias}`)");
    }
    let flags = [
        (definition.immutable, "start"),
        (definition.protected, "protected"),
        (definition.hidden, "hidden"),
    ];
    for (_, flag) in flags.iter().filter(|(is_set, _)| *is_set) {
        let _ = write!(cell, " *{flag}*");
    }
    cell
}

fn effect(definition: &Definition) -> &'static str {
    match (definition.support, definition.refusal) {
        (Support::ActedUpon, Some(_)) => "yes, in part",
        (Support::ActedUpon, None) => "yes",
        (Support::Harmless, _) => "none",
        (Support::Refused, _) => "refused",
    }
}

fn meaning(definition: &Definition) -> String {
    match definition.refusal {
        Some(refusal) => format!(
            "{} *{}.*",
            definition.doc,
            refusal.why.trim_end_matches('.')
        ),
        None => definition.doc.to_owned(),
    }
}

fn code(text: &str) -> String {
    if text.is_empty() {
        String::from("empty")
    } else {
        format!("`{text}`")
    }
}

/// For errors: how the parameter is written.
pub(crate) fn usage(definition: &Definition) -> String {
    format!(
        "right: {} <{}>",
        definition.name,
        expectation(definition.kind)
    )
}

/// What a value of this kind looks like.
fn expectation(kind: Kind) -> String {
    match kind {
        Kind::Bool => "yes | no".into(),
        Kind::Word(words) => words.join(" | "),
        Kind::Words(words) => format!("some of {}", words.join(", ")),
        Kind::Int { min, max } => {
            let bound = |number: i64, text: String| match number {
                i64::MIN | i64::MAX => None,
                _ => Some(text),
            };
            match (bound(min, min.to_string()), bound(max, max.to_string())) {
                (Some(min), Some(max)) => format!("integer, {min} to {max}"),
                (Some(min), None) => format!("integer, at least {min}"),
                _ => "integer".into(),
            }
        }
        Kind::Octal { min, max } => format!("octal, {min:o} to {max:o}"),
        Kind::Memory { min: 0, .. } => "bytes, such as 64mb".into(),
        Kind::Memory { min, .. } => format!("bytes, such as 64mb, at least {min}"),
        Kind::MemoryOrUnlimited => "bytes, such as 64mb, or -1".into(),
        Kind::MemoryOrPercent => "bytes, such as 64mb, or percent, such as 5%".into(),
        Kind::Text => "text".into(),
        Kind::Directory => "directory".into(),
        Kind::Addresses => format!("up to {ADDRESSES_MAX} addresses"),
        Kind::Save => "seconds changes ... or \"\"".into(),
        Kind::OutputLimits => {
            "normal | replica | pubsub, hard bytes, soft bytes, soft seconds ...".into()
        }
        Kind::Events => "letters of Ag$lshzxeKEtmdn".into(),
        Kind::OomScores => "three integers, -2000 to 2000".into(),
        Kind::Percentiles => "percentiles, 0 to 100 ...".into(),
        Kind::Primary => "host port, or no one".into(),
    }
}

/// For errors: which known name an unknown one may have meant.
pub(crate) fn nearest(name: &[u8]) -> String {
    let known = Param::ALL
        .iter()
        .flat_map(|param| param.definition().names());
    let best = known
        .map(|known| (edits(known.as_bytes(), name), known))
        .filter(|(edits, known)| *edits <= EDITS_MAX.min(known.len() / 3))
        .min();
    match best {
        Some((_, known)) => format!("perhaps '{known}' was meant"),
        None => String::from("no parameter has this name"),
    }
}

/// How many bytes must be inserted, removed or replaced to make `left` into `right`.
fn edits(left: &[u8], right: &[u8]) -> usize {
    if right.len() > NAME_BYTES_MAX {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (above, a) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = above + 1;
        for (index, b) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[index + 1];
            row[index + 1] = replaced.min(diagonal + 1).min(row[index] + 1);
        }
    }
    row[right.len()]
}
