//! The specification files as they are read and checked, and what follows from them.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

/// One file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFile {
    group: String,
    commands: Vec<CommandFile>,
}

/// One command as written in a file. Lists of words are one string, separated by spaces.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommandFile {
    name: String,
    summary: String,
    since: String,
    #[serde(default)]
    complexity: String,
    arity: i16,
    #[serde(default)]
    flags: String,
    /// Categories that do not follow from the flags.
    #[serde(default)]
    acl: String,
    reach: String,
    #[serde(default)]
    tips: Vec<String>,
    #[serde(default)]
    keys: Vec<KeySpecFile>,
    #[serde(default)]
    doc_flags: String,
    #[serde(default)]
    deprecated_since: String,
    #[serde(default)]
    replaced_by: String,
    #[serde(default)]
    history: Vec<(String, String)>,
    #[serde(default)]
    arguments: Vec<ArgumentFile>,
    #[serde(default)]
    subcommands: Vec<Self>,
}

/// One rule for keys: `at` or `keyword` and `from`; then a range (`last`, `step`, `limit`) or a
/// count (`count_at`, `first`, `step`); or `unknown`.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeySpecFile {
    pub(crate) at: Option<u8>,
    pub(crate) keyword: Option<String>,
    pub(crate) from: Option<i8>,
    #[serde(default)]
    pub(crate) last: i8,
    pub(crate) step: Option<u8>,
    #[serde(default)]
    pub(crate) limit: u8,
    pub(crate) count_at: Option<u8>,
    pub(crate) first: Option<u8>,
    #[serde(default)]
    pub(crate) unknown: bool,
    pub(crate) flags: String,
    #[serde(default)]
    pub(crate) notes: String,
}

/// One argument; without `type`, `oneof` and `block` it is its token alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArgumentFile {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    pub(crate) display: Option<String>,
    pub(crate) token: Option<String>,
    pub(crate) key_spec: Option<u8>,
    #[serde(default)]
    pub(crate) optional: bool,
    #[serde(default)]
    pub(crate) multiple: bool,
    #[serde(default)]
    pub(crate) multiple_token: bool,
    #[serde(default)]
    pub(crate) since: String,
    #[serde(default)]
    pub(crate) deprecated_since: String,
    #[serde(default)]
    pub(crate) summary: String,
    #[serde(default)]
    pub(crate) oneof: Vec<Self>,
    #[serde(default)]
    pub(crate) block: Vec<Self>,
}

/// One command or subcommand with all that is derived.
pub(crate) struct Command {
    pub(crate) full_name: String,
    pub(crate) name: String,
    pub(crate) variant: String,
    pub(crate) parent: Option<String>,
    pub(crate) subcommands: Vec<String>,
    pub(crate) group: String,
    pub(crate) summary: String,
    pub(crate) since: String,
    pub(crate) complexity: String,
    pub(crate) arity: i16,
    pub(crate) flags: Vec<String>,
    pub(crate) acl: Vec<String>,
    pub(crate) reach: String,
    pub(crate) tips: Vec<String>,
    pub(crate) keys: Vec<KeySpecFile>,
    pub(crate) range: (i8, i8, i8),
    pub(crate) plan: String,
    pub(crate) doc_flags: Vec<String>,
    pub(crate) deprecated_since: String,
    pub(crate) replaced_by: String,
    pub(crate) history: Vec<(String, String)>,
    pub(crate) arguments: Vec<ArgumentFile>,
}

/// All commands, ordered by full name.
pub(crate) fn load(folder: &Path) -> Result<Vec<Command>, String> {
    let mut commands = BTreeMap::new();
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|e| e.to_string())?.path();
        let text =
            std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let file: GroupFile =
            serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        for command in file.commands {
            add(command, &file.group, None, &mut commands)
                .map_err(|e| format!("{}: {e}", path.display()))?;
        }
    }
    Ok(commands.into_values().collect())
}

fn add(
    file: CommandFile,
    group: &str,
    parent: Option<&Command>,
    into: &mut BTreeMap<String, Command>,
) -> Result<(), String> {
    let full_name = match parent {
        Some(parent) => format!("{}|{}", parent.full_name, file.name),
        None => file.name.clone(),
    };
    let (command, subcommands) = convert(file, full_name, group, parent)?;
    for subcommand in subcommands {
        add(subcommand, group, Some(&command), into)?;
    }
    match into.insert(command.full_name.clone(), command) {
        Some(twice) => Err(format!("{} is specified twice", twice.full_name)),
        None => Ok(()),
    }
}

fn convert(
    file: CommandFile,
    full_name: String,
    group: &str,
    parent: Option<&Command>,
) -> Result<(Command, Vec<CommandFile>), String> {
    let mut subcommands: Vec<_> = file
        .subcommands
        .iter()
        .map(|s| pascal(&format!("{full_name}|{}", s.name)))
        .collect();
    subcommands.sort();
    check(&file, &full_name)?;
    let mut flags = word_list(&file.flags);
    if file.keys.iter().any(is_movable) {
        flags.push("movablekeys".into());
    }
    let command = Command {
        variant: pascal(&full_name),
        parent: parent.map(|p| p.variant.clone()),
        subcommands,
        group: group.into(),
        acl: acl(&flags, &file.acl),
        range: range(&file.keys),
        plan: plan(&full_name, &file.keys),
        full_name,
        name: file.name,
        summary: file.summary,
        since: file.since,
        complexity: file.complexity,
        arity: file.arity,
        flags,
        reach: pascal(&file.reach),
        tips: file.tips,
        keys: file.keys,
        doc_flags: word_list(&file.doc_flags),
        deprecated_since: file.deprecated_since,
        replaced_by: file.replaced_by,
        history: file.history,
        arguments: file.arguments,
    };
    Ok((command, file.subcommands))
}

/// What the compiler would not notice in the generated code.
fn check(file: &CommandFile, full_name: &str) -> Result<(), String> {
    if file.arity == 0 {
        return Err(format!(
            "{full_name}: arity 0; a command has at least its name as argument"
        ));
    }
    for key in &file.keys {
        let begins = [key.at.is_some(), key.keyword.is_some(), key.unknown];
        if begins.iter().filter(|b| **b).count() != 1 {
            return Err(format!(
                "{full_name}: a key needs one of `at`, `keyword`, `unknown`"
            ));
        }
        if key.keyword.is_some() != key.from.is_some()
            || key.count_at.is_some() != key.first.is_some()
        {
            return Err(format!(
                "{full_name}: `keyword` and `from`, `count_at` and `first` come in pairs"
            ));
        }
    }
    file.arguments
        .iter()
        .try_for_each(|argument| check_argument(argument, full_name))
}

fn check_argument(argument: &ArgumentFile, full_name: &str) -> Result<(), String> {
    let kinds = [
        argument.kind.is_some(),
        !argument.oneof.is_empty(),
        !argument.block.is_empty(),
    ];
    let kinds = kinds.iter().filter(|k| **k).count();
    if kinds > 1 || (kinds == 0 && argument.token.is_none()) {
        return Err(format!(
            "{full_name}: argument {} needs one of `type`, `oneof`, `block`, or a `token`",
            argument.name
        ));
    }
    argument
        .oneof
        .iter()
        .chain(&argument.block)
        .try_for_each(|argument| check_argument(argument, full_name))
}

/// Categories that follow from flags, and those stated.
fn acl(flags: &[String], stated: &str) -> Vec<String> {
    let has = |flag: &str| flags.iter().any(|f| f == flag);
    let mut acl = word_list(stated);
    let scripting = acl.iter().any(|c| c == "scripting");
    let mut add = |when: bool, categories: &[&str]| {
        if when {
            acl.extend(categories.iter().map(|&c| c.to_owned()));
        }
    };
    add(has("write"), &["write"]);
    add(has("readonly") && !scripting, &["read"]);
    add(has("admin"), &["admin", "dangerous"]);
    add(has("pubsub"), &["pubsub"]);
    add(has("blocking"), &["blocking"]);
    add(has("fast"), &["fast"]);
    add(!has("fast"), &["slow"]);
    acl
}

/// Whether first, last and step cannot say all about this rule.
fn is_movable(key: &KeySpecFile) -> bool {
    key.at.is_none()
        || key.count_at.is_some()
        || word_list(&key.flags).contains(&"incomplete".into())
}

/// First, last and step of the longest run of keys that begins with the first rule.
fn range(keys: &[KeySpecFile]) -> (i8, i8, i8) {
    let mut range: Option<(i8, i8, i8)> = None;
    for key in keys {
        let (Some(at), None) = (key.at, key.count_at) else {
            continue;
        };
        let at = at.cast_signed();
        let last = if key.last < 0 {
            key.last
        } else {
            at + key.last
        };
        let step = key.step.unwrap_or(1).cast_signed();
        range = match range {
            None => Some((at, last, step)),
            Some((first, before, 1)) if step == 1 && before + 1 == at => Some((first, last, 1)),
            unchanged => unchanged,
        };
    }
    range.unwrap_or((0, 0, 0))
}

/// The expression for the quickest way to the keys.
fn plan(full_name: &str, keys: &[KeySpecFile]) -> String {
    let code = match full_name {
        "set" => "Set",
        "bitfield" => "Bitfield",
        "sort" => "Sort",
        "sort_ro" => "SortReadOnly",
        "migrate" => "Migrate",
        "georadius" | "georadiusbymember" => "Georadius",
        _ => "",
    };
    if !code.is_empty() {
        return format!("KeyPlan::Code(KeyCode::{code})");
    }
    let keys: Vec<_> = keys
        .iter()
        .filter(|k| !word_list(&k.flags).contains(&"not_key".into()))
        .collect();
    match keys.as_slice() {
        [] => "KeyPlan::None".into(),
        [
            KeySpecFile {
                at: Some(at),
                last: 0,
                count_at: None,
                ..
            },
        ] => {
            format!("KeyPlan::One({at})")
        }
        [key] if !is_movable(key) && key.limit == 0 => "KeyPlan::Range".into(),
        _ => "KeyPlan::Specs".into(),
    }
}

pub(crate) fn word_list(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// `client|no-evict` as `ClientNoEvict`.
pub(crate) fn pascal(text: &str) -> String {
    text.split(['|', '-', '_'])
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            first.to_uppercase() + rest
        })
        .collect()
}
