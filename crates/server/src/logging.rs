//! The log of the process: set up from the settings, its level changed while serving.
//!
//! Must never decide what is logged; whoever logs does.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use settings::{Param, Settings};
use telemetry::{LineFormat, Log, LogLevel, TimestampFormat};

static LOG: OnceLock<Arc<Log>> = OnceLock::new();

/// Opens the log as the settings say.
pub(crate) fn open(settings: &Settings) -> Result<(), String> {
    let log = LOG.get_or_init(Log::new);
    // A second installation can only be this same log again.
    let _ = log.install();
    set_formats(settings);
    set_level(settings.word(Param::LogLevel));
    if let Some(path) = settings.name(Param::LogFile) {
        log.write_to_file(Path::new(&path)).map_err(|error| {
            let reason = reactor::words(&error);
            format!("Can't open the log file: {reason} ('{path}')")
        })?;
    }
    Ok(())
}

/// The shape of lines from now on.
pub(crate) fn set_formats(settings: &Settings) {
    let Some(log) = LOG.get() else { return };
    log.set_format(match settings.word(Param::LogFormat) {
        "logfmt" => LineFormat::Logfmt,
        "json" => LineFormat::Json,
        _ => LineFormat::Legacy,
    });
    log.set_timestamp_format(match settings.word(Param::LogTimestampFormat) {
        "iso8601" => TimestampFormat::Iso8601,
        "milliseconds" => TimestampFormat::Milliseconds,
        _ => TimestampFormat::Legacy,
    });
}

/// Lines below this level are dropped from now on.
pub(crate) fn set_level(name: &str) {
    if let (Some(log), Some(level)) = (LOG.get(), LogLevel::from_name(name))
        && log.level() != level
    {
        log.set_level(level);
    }
}

/// Text without time and level.
pub(crate) fn raw(text: &str) {
    if let Some(log) = LOG.get() {
        log.write_raw(text);
    }
}
