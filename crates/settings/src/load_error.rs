//! What is said when a configuration cannot be used.

use std::fmt;

/// The version of Valkey whose configuration this is; Valkey's own block names it.
pub const COMPATIBLE_VERSION: &str = "9.1.2";

/// A configuration that cannot be used. The `Display` of all but `CannotOpen` is a block for
/// standard error; that of `CannotOpen` is a message for the log. Either ends the start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigFileError {
    /// A line is wrong.
    Line {
        /// The path, `standard input` or `command line`.
        source: String,
        /// From 1. Options of the command line count on after the file.
        number: usize,
        line: String,
        reason: String,
        /// What would be right.
        hint: Option<String>,
    },
    /// The lines do not go together.
    Whole { reason: String },
    /// A file cannot be read.
    CannotOpen { path: String, reason: String },
}

impl fmt::Display for ConfigFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line {
                source,
                number,
                line,
                reason,
                hint,
            } => {
                title(f)?;
                writeln!(f, "Reading the configuration file, at line {number}")?;
                writeln!(f, ">>> '{line}'")?;
                writeln!(f, "{reason}")?;
                write!(f, "(in {source}")?;
                match hint {
                    Some(hint) => writeln!(f, "; {hint})"),
                    None => writeln!(f, ")"),
                }
            }
            Self::Whole { reason } => {
                title(f)?;
                writeln!(f, "{reason}")
            }
            Self::CannotOpen { path, reason } => {
                write!(f, "Fatal error, can't open config file '{path}': {reason}")
            }
        }
    }
}

fn title(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(
        f,
        "\n*** FATAL CONFIG FILE ERROR (Version {COMPATIBLE_VERSION}) ***"
    )
}

impl std::error::Error for ConfigFileError {}
