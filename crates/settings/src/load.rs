//! Reading configuration text: a file, what it includes, standard input, and the lines made from
//! the command line's options.
//!
//! What a line needs from the world outside is asked of an [`Outside`]; nothing is opened here.

use std::collections::BTreeMap;

use stdx::sds;

use crate::command_line::LoadPlan;
use crate::definition::Definition;
use crate::docs;
use crate::load_error::ConfigFileError;
use crate::parse::{self, Reason, WRONG_ARGUMENTS};
use crate::runtime::without_effect;
use crate::store::{Settings, param_named};
use crate::table::Param;
use crate::value::Value;

/// Files that may include one another in a chain.
const INCLUDE_DEPTH_MAX: usize = 16;
/// Files included altogether.
const INCLUDED_FILES_MAX: usize = 1_000;

/// Names that used to be parameters: accepted in files with one argument, and ignored.
const DEAD_NAMES: &[&str] = &[
    "list-max-ziplist-entries",
    "list-max-ziplist-value",
    "lua-replicate-commands",
    "io-threads-do-reads",
    "dynamic-hz",
    "events-per-io-thread",
    "sanitize-dump-payload",
];

const BAD_DIRECTIVE: Reason = Reason::Borrowed("Bad directive or wrong number of arguments");

/// The world outside, as far as reading a configuration needs it. Errors are the operating
/// system's words, such as `No such file or directory`.
pub trait Outside {
    fn read_file(&mut self, path: &[u8]) -> Result<Vec<u8>, String>;
    fn read_standard_input(&mut self) -> Result<Vec<u8>, String>;
    /// The files that a pattern with wildcards stands for, sorted; none is no error.
    fn matching_files(&mut self, pattern: &[u8]) -> Result<Vec<Vec<u8>>, String>;
    /// Makes `path` the working directory and returns its absolute path.
    fn enter_directory(&mut self, path: &[u8]) -> Result<Vec<u8>, String>;
}

/// A configuration that was read.
#[derive(Debug)]
pub struct Loaded {
    pub settings: Settings,
    /// For the log: what was accepted and is without effect.
    pub warnings: Vec<String>,
}

/// Reads everything that `plan` names, over the defaults.
pub fn load(plan: &LoadPlan, outside: &mut dyn Outside) -> Result<Loaded, ConfigFileError> {
    let mut settings = Settings::default();
    let mut loader = Loader::new(&mut settings, outside);
    let mut lines_before = 0;
    if let Some(path) = &plan.file {
        let text = loader
            .outside
            .read_file(path)
            .map_err(|reason| cannot_open(path, reason))?;
        lines_before = loader.read(&text, &lossy(path), lines_before)?;
        let is_cut = plan.standard_input && !text.is_empty() && !text.ends_with(b"\n");
        lines_before += usize::from(is_cut);
    }
    if plan.standard_input {
        let text = loader
            .outside
            .read_standard_input()
            .map_err(|reason| cannot_open(b"standard input", reason))?;
        lines_before = loader.read(&text, "standard input", lines_before)?;
    }
    // As on Valkey, a line break parts the options from what came before, wanted or not.
    loader.read(&plan.options, "command line", lines_before + 1)?;
    let warnings = loader.finish()?;
    Ok(Loaded { settings, warnings })
}

/// Reads one text called `source` over `settings`, and returns warnings for the log.
pub fn apply_text(
    settings: &mut Settings,
    text: &[u8],
    source: &str,
    outside: &mut dyn Outside,
) -> Result<Vec<String>, ConfigFileError> {
    let mut loader = Loader::new(settings, outside);
    loader.read(text, source, 0)?;
    loader.finish()
}

struct Loader<'a> {
    settings: &'a mut Settings,
    outside: &'a mut dyn Outside,
    warnings: Vec<String>,
    /// The line that gave a parameter its value.
    origins: BTreeMap<Param, Line>,
    depth: usize,
    included_files: usize,
    save_seen: bool,
}

/// Where a line stands.
#[derive(Clone)]
struct Line {
    source: String,
    number: usize,
    text: Vec<u8>,
}

/// Why a line cannot be used: its own fault, or that of a file it includes.
enum Fault {
    Here {
        reason: Reason,
        hint: Option<String>,
    },
    There(ConfigFileError),
}

impl Fault {
    fn new(reason: impl Into<Reason>) -> Self {
        Self::Here {
            reason: reason.into(),
            hint: None,
        }
    }

    fn hinted(reason: impl Into<Reason>, hint: String) -> Self {
        Self::Here {
            reason: reason.into(),
            hint: Some(hint),
        }
    }
}

impl<'a> Loader<'a> {
    fn new(settings: &'a mut Settings, outside: &'a mut dyn Outside) -> Self {
        Self {
            settings,
            outside,
            warnings: Vec::new(),
            origins: BTreeMap::new(),
            depth: 0,
            included_files: 0,
            save_seen: false,
        }
    }

    /// Reads `text` after `lines_before` others; returns the number of line breaks so far.
    fn read(
        &mut self,
        text: &[u8],
        source: &str,
        lines_before: usize,
    ) -> Result<usize, ConfigFileError> {
        let mut number = lines_before;
        for line in text.split(|byte| *byte == b'\n') {
            number += 1;
            let line = trimmed(line);
            if line.is_empty() || line[0] == b'#' {
                continue;
            }
            let here = Line {
                source: source.to_owned(),
                number,
                text: line.to_vec(),
            };
            self.read_line(&here).map_err(|fault| here.error(fault))?;
        }
        Ok(number - 1)
    }

    fn read_line(&mut self, line: &Line) -> Result<(), Fault> {
        if line.text.contains(&0) {
            return Err(Fault::new("A zero byte in the configuration line"));
        }
        let arguments = sds::split_args(&line.text)
            .ok_or_else(|| Fault::new("Unbalanced quotes in configuration line"))?;
        let Some((name, arguments)) = arguments.split_first() else {
            return Ok(());
        };
        let name = name.to_ascii_lowercase();
        if let Some(param) = param_named(&name) {
            self.set(param, arguments)
                .map_err(|reason| Fault::hinted(reason, docs::usage(param.definition())))?;
            self.origins.insert(param, line.clone());
            return Ok(());
        }
        self.read_directive(&name, arguments)
    }

    fn set(&mut self, param: Param, arguments: &[Vec<u8>]) -> Result<(), Reason> {
        let definition = param.definition();
        let split = several_arguments(definition, arguments)?;
        let arguments = split.as_deref().unwrap_or(arguments);
        let old = self.settings.value(param);
        let mut value = parse::parse(definition, arguments, old)?;
        match param {
            Param::Save => value = self.more_save_points(arguments, value),
            Param::Dir => value = self.enter(&value)?,
            _ => {}
        }
        self.settings.put(param, value);
        Ok(())
    }

    /// Lines of save points add up; the first one replaces the default, an empty one all of them.
    fn more_save_points(&mut self, arguments: &[Vec<u8>], value: Value) -> Value {
        let replaces = !std::mem::replace(&mut self.save_seen, true)
            || arguments.first().is_some_and(Vec::is_empty);
        match (self.settings.value(Param::Save), value) {
            (Value::Save(old), Value::Save(new)) if !replaces => {
                Value::Save(old.iter().copied().chain(new).collect())
            }
            (_, value) => value,
        }
    }

    fn enter(&mut self, value: &Value) -> Result<Value, Reason> {
        match value {
            Value::Text(path) => Ok(Value::Text(self.outside.enter_directory(path)?)),
            other => Ok(other.clone()),
        }
    }

    fn read_directive(&mut self, name: &[u8], arguments: &[Vec<u8>]) -> Result<(), Fault> {
        match (name, arguments) {
            (b"include", [path]) => self.include(path),
            (b"loadmodule", [_, ..]) => Err(Fault::new(
                "Ringkey does not load modules: leave loadmodule out",
            )),
            (b"rename-command", [_, _]) => Err(Fault::new(
                "Ringkey does not rename or disable commands yet: a command meant to be out of \
                 reach would not be",
            )),
            (b"user", [user, rules @ ..]) if user == b"default" && is_open(rules) => Ok(()),
            (b"user", [_, ..]) => Err(Fault::new(
                "Ringkey has no access control lists yet: only requirepass is enforced",
            )),
            (b"sentinel", [_, ..]) => {
                Err(Fault::new("sentinel directive while not in sentinel mode"))
            }
            (dead, [_]) if DEAD_NAMES.iter().any(|known| known.as_bytes() == dead) => {
                self.warnings.push(format!(
                    "Parameter '{}' no longer exists and is ignored",
                    lossy(name)
                ));
                Ok(())
            }
            _ => Err(Fault::hinted(BAD_DIRECTIVE, directive_hint(name))),
        }
    }

    fn include(&mut self, path: &[u8]) -> Result<(), Fault> {
        let paths = if path.iter().any(|byte| b"*?[".contains(byte)) {
            self.outside
                .matching_files(path)
                .map_err(|reason| Fault::There(cannot_open(path, reason)))?
        } else {
            vec![path.to_vec()]
        };
        if self.depth == INCLUDE_DEPTH_MAX {
            return Err(Fault::new(format!(
                "Files include one another more than {INCLUDE_DEPTH_MAX} deep"
            )));
        }
        self.depth += 1;
        for path in paths {
            self.included_files += 1;
            if self.included_files > INCLUDED_FILES_MAX {
                return Err(Fault::new(format!(
                    "More than {INCLUDED_FILES_MAX} files included"
                )));
            }
            let text = self
                .outside
                .read_file(&path)
                .map_err(|reason| Fault::There(cannot_open(&path, reason)))?;
            self.read(&text, &lossy(&path), 0).map_err(Fault::There)?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// What only the whole can tell: refused values that no later line took back, and values that
    /// do not go together.
    fn finish(mut self) -> Result<Vec<String>, ConfigFileError> {
        for param in Param::ALL {
            let Some(why) = Settings::refusal(*param, self.settings.value(*param)) else {
                continue;
            };
            let usage = docs::usage(param.definition());
            return Err(match self.origins.get(param) {
                Some(line) => line.error(Fault::hinted(why, usage)),
                None => ConfigFileError::Whole {
                    reason: format!("{why} ({usage})"),
                },
            });
        }
        if let Some(why) = self.settings.contradiction() {
            return Err(ConfigFileError::Whole { reason: why.into() });
        }
        for param in Param::ALL {
            if self.settings.warn_once(*param) {
                self.warnings.push(without_effect(*param));
            }
        }
        Ok(self.warnings)
    }
}

impl Line {
    fn error(&self, fault: Fault) -> ConfigFileError {
        match fault {
            Fault::There(error) => error,
            Fault::Here { reason, hint } => ConfigFileError::Line {
                source: self.source.clone(),
                number: self.number,
                line: lossy(&self.text),
                reason: reason.into_owned(),
                hint,
            },
        }
    }
}

/// The arguments hidden in a single quoted one, where the parameter takes several.
fn several_arguments(
    definition: &Definition,
    arguments: &[Vec<u8>],
) -> Result<Option<Vec<Vec<u8>>>, Reason> {
    if !definition.kind.takes_several() {
        return if arguments.len() == 1 {
            Ok(None)
        } else {
            Err(WRONG_ARGUMENTS)
        };
    }
    match arguments {
        [only] if !only.is_empty() => match sds::split_args(only) {
            Some(split) => Ok(Some(split)),
            None => Err("Unbalanced quotes in configuration line".into()),
        },
        _ => Ok(None),
    }
}

fn directive_hint(name: &[u8]) -> String {
    const DIRECTIVES: &[&str] = &[
        "include",
        "loadmodule",
        "rename-command",
        "user",
        "sentinel",
    ];
    match DIRECTIVES
        .iter()
        .chain(DEAD_NAMES)
        .find(|known| known.as_bytes() == name)
    {
        Some(known) => format!("'{known}' takes other arguments"),
        None => docs::nearest(name),
    }
}

/// Whether rules for the default user say no more than what is so without them.
fn is_open(rules: &[Vec<u8>]) -> bool {
    const OPEN: &[&[u8]] = &[
        b"on",
        b"nopass",
        b"~*",
        b"&*",
        b"+@all",
        b"allkeys",
        b"allchannels",
        b"allcommands",
        b"alldbs",
        b"sanitize-payload",
    ];
    rules.iter().all(|rule| OPEN.contains(&rule.as_slice()))
}

fn trimmed(line: &[u8]) -> &[u8] {
    let is_blank = |byte: &u8| b" \t\r\n".contains(byte);
    let start = line
        .iter()
        .position(|byte| !is_blank(byte))
        .unwrap_or(line.len());
    let end = line
        .iter()
        .rposition(|byte| !is_blank(byte))
        .map_or(start, |last| last + 1);
    &line[start..end]
}

fn cannot_open(path: &[u8], reason: String) -> ConfigFileError {
    ConfigFileError::CannotOpen {
        path: lossy(path),
        reason,
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
