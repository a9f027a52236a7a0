//! CONFIG SET: several parameters at once, all or none, with Valkey's error texts.

use std::fmt;

use crate::definition::Group;
use crate::parse;
use crate::store::{Settings, param_named, words};
use crate::table::Param;
use crate::value::Value;

/// What a CONFIG SET changed. Whoever publishes the settings must act on it first, and may still
/// refuse with [`ConfigSetError::failed`] and throw the changed settings away.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Parameters whose value is another now, each once.
    pub changed: Vec<Param>,
    /// For the log: parameters set that are without effect yet.
    pub warnings: Vec<String>,
}

impl Changes {
    pub fn contains(&self, param: Param) -> bool {
        self.changed.contains(&param)
    }
}

/// Why a CONFIG SET changed nothing. Its `Display` is the error reply's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigSetError {
    Unknown { name: String },
    Failed { name: String, reason: String },
}

impl ConfigSetError {
    /// For whoever acts on changes: `name` could not be put into effect.
    pub fn failed(name: &str, reason: &str) -> Self {
        Self::Failed {
            name: name.to_owned(),
            reason: reason.to_owned(),
        }
    }
}

impl fmt::Display for ConfigSetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { name } => write!(
                f,
                "ERR Unknown option or number of arguments for CONFIG SET - '{name}'"
            ),
            Self::Failed { name, reason } => write!(
                f,
                "ERR CONFIG SET failed (possibly related to argument '{name}') - {reason}"
            ),
        }
    }
}

impl std::error::Error for ConfigSetError {}

impl Settings {
    /// CONFIG SET with these names and values; `is_local` says whether the client is on this
    /// machine, which some protections ask for. On an error nothing has changed.
    pub fn set_runtime(
        &mut self,
        pairs: &[(&[u8], &[u8])],
        is_local: bool,
    ) -> Result<Changes, ConfigSetError> {
        let params = self.settable(pairs, is_local)?;
        let mut next = self.clone();
        for (param, (name, text)) in params.iter().zip(pairs) {
            let value = next
                .parse_argument(*param, text)
                .map_err(|reason| failed(name, reason))?;
            next.put(*param, value);
        }
        if let (Some(why), Some((name, _))) = (next.contradiction(), pairs.last()) {
            return Err(failed(name, why));
        }
        let mut changes = Changes::default();
        for param in params {
            if next.value(param) != self.value(param) && !changes.contains(param) {
                changes.changed.push(param);
            }
            if next.warn_once(param) {
                changes.warnings.push(without_effect(param));
            }
        }
        *self = next;
        Ok(changes)
    }

    /// The parameters named, if all of them may be set now and none is named twice.
    fn settable(
        &self,
        pairs: &[(&[u8], &[u8])],
        is_local: bool,
    ) -> Result<Vec<Param>, ConfigSetError> {
        let mut params = Vec::with_capacity(pairs.len());
        for (index, (name, text)) in pairs.iter().enumerate() {
            let Some(param) = param_named(name) else {
                return Err(ConfigSetError::Unknown { name: shown(name) });
            };
            let definition = param.definition();
            // Tools write back what they have read; Valkey's own parameters are refused as there.
            let unchanged = definition.group == Group::Cores && self.text_of(param) == *text;
            if definition.immutable && !unchanged {
                return Err(failed(name, "can't set immutable config"));
            }
            if definition.protected && !self.may_set_protected(is_local) {
                return Err(failed(name, "can't set protected config"));
            }
            if pairs[..index]
                .iter()
                .any(|(other, _)| other.eq_ignore_ascii_case(name))
            {
                return Err(failed(name, "duplicate parameter"));
            }
            params.push(param);
        }
        Ok(params)
    }

    fn may_set_protected(&self, is_local: bool) -> bool {
        match self.word(Param::EnableProtectedConfigs) {
            "yes" => true,
            "local" => is_local,
            _ => false,
        }
    }

    fn parse_argument(&self, param: Param, text: &[u8]) -> Result<Value, parse::Reason> {
        let definition = param.definition();
        let arguments = if definition.kind.takes_several() {
            words(text)
        } else {
            vec![text.to_vec()]
        };
        let value = parse::parse(definition, &arguments, self.value(param))?;
        match Self::refusal(param, &value) {
            Some(why) => Err(why.into()),
            None => Ok(value),
        }
    }
}

/// For the log: the parameter is accepted and nothing comes of it.
pub(crate) fn without_effect(param: Param) -> String {
    format!(
        "Parameter '{}' is accepted but has no effect in Ringkey yet",
        param.name()
    )
}

fn failed(name: &[u8], reason: impl Into<parse::Reason>) -> ConfigSetError {
    ConfigSetError::failed(&shown(name), &reason.into())
}

fn shown(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}
