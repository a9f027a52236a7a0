//! The log as a whole: what passes, where it goes, and what may change meanwhile.

use std::fs;
use std::sync::Arc;

use tracing::{debug, error, info, subscriber, trace, warn};

use super::Log;
use crate::{LineFormat, LogLevel, Role, TimestampFormat};

fn log_all() {
    trace!("at trace");
    debug!("at debug");
    info!(port = 6379, name = "x y", "at info");
    warn!("at warn");
    error!("at error");
}

/// The last words of each line that `act` logs.
fn logged(log: &Arc<Log>, act: impl FnOnce()) -> Vec<String> {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("log");
    log.write_to_file(&path).expect("writable");
    subscriber::with_default(log.subscriber(), act);
    let text = fs::read_to_string(&path).expect("log");
    text.lines().map(str::to_owned).collect()
}

/// One test, as the level is remembered by every place that logs in the process.
#[test]
fn levels_change_while_running() {
    let log = Log::new();
    let count = |log: &Arc<Log>| logged(log, log_all).len();
    assert_eq!(count(&log), 3);
    for (level, lines) in [
        (LogLevel::Debug, 5),
        (LogLevel::Verbose, 4),
        (LogLevel::Notice, 3),
        (LogLevel::Warning, 2),
        (LogLevel::Nothing, 0),
    ] {
        log.set_level(level);
        assert_eq!(count(&log), lines, "{}", level.name());
        assert_eq!(
            (log.level(), LogLevel::from_name(level.name())),
            (level, Some(level))
        );
    }
    log.set_level(LogLevel::Warning);
    let lines = logged(&log, || {
        log_all();
        log.set_level(LogLevel::Notice);
        log_all();
    });
    assert_eq!(lines.len(), 5, "{lines:?}");
    formats_change_while_running();
}

fn formats_change_while_running() {
    let log = Log::new();
    log.set_format(LineFormat::Json);
    log.set_timestamp_format(TimestampFormat::Milliseconds);
    log.set_role(Role::Replica);
    let lines = logged(&log, || info!(port = 6379, name = "x y", "at {}", "info"));
    let start = format!(
        "{{\"pid\":{},\"role\":\"replica\",\"timestamp\":\"",
        std::process::id()
    );
    let end = "\"level\":\"notice\",\"message\":\"at info\",\"port\":6379,\"name\":\"x y\"}";
    assert!(
        lines[0].starts_with(&start) && lines[0].ends_with(end),
        "{lines:?}"
    );
    let raw = logged(&log, || log.write_raw(" PID: 1\nlogo\n"));
    assert_eq!(raw, [" PID: 1", "logo"]);
}

#[test]
fn a_file_that_was_moved_away_is_opened_anew() {
    let folder = tempfile::tempdir().expect("folder");
    let (path, moved) = (folder.path().join("log"), folder.path().join("log.1"));
    let log = Log::new();
    log.write_to_file(&path).expect("writable");
    log.write(b"one\n", 0);
    fs::rename(&path, &moved).expect("moved");
    log.write(b"two\n", 999);
    log.write(b"three\n", 1_000);
    assert_eq!(fs::read_to_string(&moved).expect("old"), "one\ntwo\n");
    assert_eq!(fs::read_to_string(&path).expect("new"), "three\n");
    assert_eq!(log.lost_lines(), 0);
}

#[test]
fn a_file_that_cannot_be_opened_is_an_error() {
    let folder = tempfile::tempdir().expect("folder");
    let log = Log::new();
    assert!(
        log.write_to_file(&folder.path().join("missing/log"))
            .is_err()
    );
    let path = folder.path().join("log");
    log.write_to_file(&path).expect("writable");
    log.write(b"one\n", 0);
    log.write_to_file(&path).expect("writable");
    log.write(b"two\n", 0);
    assert_eq!(fs::read_to_string(&path).expect("log"), "one\ntwo\n");
}
