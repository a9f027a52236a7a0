//! Valkey's log levels beside those of `tracing`.

use tracing::Level;
use tracing::level_filters::LevelFilter;

/// The least important messages that are logged, as `loglevel` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum LogLevel {
    /// `trace!` and up.
    Debug = 0,
    /// `debug!` and up.
    Verbose = 1,
    /// `info!` and up.
    Notice = 2,
    /// `warn!` and `error!`.
    Warning = 3,
    Nothing = 4,
}

impl LogLevel {
    const ALL: [Self; 5] = [
        Self::Debug,
        Self::Verbose,
        Self::Notice,
        Self::Warning,
        Self::Nothing,
    ];

    /// The level that the parameter `loglevel` calls so.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Verbose => "verbose",
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Nothing => "nothing",
        }
    }

    pub(crate) fn from_number(number: u8) -> Self {
        Self::ALL
            .get(usize::from(number))
            .copied()
            .unwrap_or(Self::Nothing)
    }

    pub(crate) fn filter(self) -> LevelFilter {
        match self {
            Self::Debug => LevelFilter::TRACE,
            Self::Verbose => LevelFilter::DEBUG,
            Self::Notice => LevelFilter::INFO,
            Self::Warning => LevelFilter::WARN,
            Self::Nothing => LevelFilter::OFF,
        }
    }

    /// The level at which an event of `tracing` is logged.
    pub(crate) fn of(level: Level) -> Self {
        match level {
            Level::TRACE => Self::Debug,
            Level::DEBUG => Self::Verbose,
            Level::INFO => Self::Notice,
            Level::WARN | Level::ERROR => Self::Warning,
        }
    }

    /// The sign of a legacy line.
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Debug => '.',
            Self::Verbose => '-',
            Self::Notice => '*',
            Self::Warning | Self::Nothing => '#',
        }
    }

    /// The word of a structured line; that of verbose differs from the parameter's.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Verbose => "info",
            other => other.name(),
        }
    }
}
