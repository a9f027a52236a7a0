//! [`Settings`]: the values of all parameters, by name and by [`Param`].

use std::collections::BTreeMap;

use stdx::glob;

use crate::definition::{Definition, Kind, Support};
use crate::parse;
use crate::table::Param;
use crate::value::Value;

/// The values of all parameters.
#[derive(Clone, Debug)]
pub struct Settings {
    values: Vec<Value>,
    /// Parameters without effect that somebody was told about.
    warned: Vec<bool>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            values: Param::ALL
                .iter()
                .map(|param| default_value(*param))
                .collect(),
            warned: vec![false; Param::ALL.len()],
        }
    }
}

impl Settings {
    /// The value of the parameter called `name` (in any case, also by its older name), as CONFIG
    /// GET prints it.
    pub fn get(&self, name: &[u8]) -> Option<Vec<u8>> {
        Some(self.text_of(param_named(name)?))
    }

    /// What CONFIG GET with these patterns answers: names and values, sorted by name. A pattern
    /// without wildcards also finds hidden parameters, and its spelling becomes the answer's.
    pub fn matching(&self, patterns: &[&[u8]]) -> Vec<(String, Vec<u8>)> {
        // By lower-case name, so that one parameter is answered once under each of its names.
        let mut found: BTreeMap<String, (String, Param)> = BTreeMap::new();
        for pattern in patterns {
            if !has_wildcard(pattern) {
                if let Some(param) = param_named(pattern) {
                    let shown = String::from_utf8_lossy(pattern).into_owned();
                    found
                        .entry(shown.to_ascii_lowercase())
                        .or_insert((shown, param));
                }
                continue;
            }
            for (name, param) in visible_names() {
                if glob::matches(pattern, name.as_bytes(), true) {
                    found
                        .entry(name.to_owned())
                        .or_insert((name.to_owned(), param));
                }
            }
        }
        let mut pairs: Vec<(String, Vec<u8>)> = found
            .into_values()
            .map(|(shown, param)| (shown, self.text_of(param)))
            .collect();
        pairs.sort();
        pairs
    }

    pub fn value(&self, param: Param) -> &Value {
        &self.values[param as usize]
    }

    /// The value's text, as CONFIG GET prints it.
    pub fn text_of(&self, param: Param) -> Vec<u8> {
        let words: &[&str] = match param.definition().kind {
            Kind::Word(words) | Kind::Words(words) => words,
            _ => &[],
        };
        self.value(param).to_text(words)
    }

    /// Whether the parameter has its default.
    pub fn is_default(&self, param: Param) -> bool {
        *self.value(param) == default_value(param)
    }

    /// Says which directory the server really works in; CONFIG GET dir shows it.
    pub fn set_directory(&mut self, absolute: &[u8]) {
        self.put(Param::Dir, Value::Text(absolute.to_vec()));
    }

    pub(crate) fn put(&mut self, param: Param, value: Value) {
        self.values[param as usize] = value;
    }

    /// Why this value may not be had, if it may not.
    pub(crate) fn refusal(param: Param, value: &Value) -> Option<&'static str> {
        let refusal = param.definition().refusal?;
        let refused = match refusal.when {
            Some(when) => when(value),
            None => *value != default_value(param),
        };
        refused.then_some(refusal.why)
    }

    /// Why two values may not be had together, if they may not.
    pub(crate) fn contradiction(&self) -> Option<&'static str> {
        if self.cores_min() > self.cores_max() {
            return Some("cores-min must not be above cores-max: set both together");
        }
        if let Some(base) = self.core_ports_base() {
            if !self.cluster_enabled() {
                return Some(
                    "cluster-core-ports-base is for cluster clients: it needs cluster-enabled yes",
                );
            }
            if u32::from(base) + u32::from(self.cores_max()) > u32::from(u16::MAX) + 1 {
                return Some("cluster-core-ports-base leaves too few ports for cores-max");
            }
        }
        None
    }

    /// Whether somebody should be told, now and not again, that the parameter is without effect.
    pub(crate) fn warn_once(&mut self, param: Param) -> bool {
        let idle = param.definition().support == Support::Harmless && !self.is_default(param);
        idle && !std::mem::replace(&mut self.warned[param as usize], true)
    }
}

impl Definition {
    /// Every name of the parameter.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.name).chain(self.alias)
    }
}

/// Every name that a pattern may find.
fn visible_names() -> impl Iterator<Item = (&'static str, Param)> {
    let visible = Param::ALL.iter().filter(|param| !param.definition().hidden);
    visible.flat_map(|param| param.definition().names().map(|name| (name, *param)))
}

/// The parameter that goes by `name`, in any case.
pub(crate) fn param_named(name: &[u8]) -> Option<Param> {
    Param::ALL.iter().copied().find(|param| {
        param
            .definition()
            .names()
            .any(|known| known.as_bytes().eq_ignore_ascii_case(name))
    })
}

/// Whether the value of the parameter of that name must stay out of logs.
pub fn is_sensitive(name: &[u8]) -> bool {
    param_named(name).is_some_and(|param| param.definition().sensitive)
}

/// As Valkey decides between a name and a pattern.
fn has_wildcard(pattern: &[u8]) -> bool {
    pattern.iter().any(|byte| b"[*?".contains(byte))
}

pub(crate) fn default_value(param: Param) -> Value {
    let definition = param.definition();
    match definition.kind {
        Kind::Primary => Value::Primary(None),
        Kind::Addresses if definition.default.is_empty() => Value::List(Vec::new()),
        Kind::Directory => Value::Text(definition.default.into()),
        kind => {
            let text = definition.default.as_bytes();
            let arguments = if kind.takes_several() {
                words(text)
            } else {
                vec![text.to_vec()]
            };
            parse::parse(definition, &arguments, &Value::Bool(false))
                .unwrap_or_else(|reason| panic!("default of {}: {reason}", definition.name))
        }
    }
}

/// The words of a value that is given as one argument: parted by single blanks, so that two of
/// them stand for an empty word. No text, no words.
pub(crate) fn words(text: &[u8]) -> Vec<Vec<u8>> {
    if text.is_empty() {
        return Vec::new();
    }
    text.split(|byte| *byte == b' ')
        .map(<[u8]>::to_vec)
        .collect()
}
