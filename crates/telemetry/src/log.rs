//! The log: takes the events of `tracing`, and writes lines.
//!
//! Level, formats, role and output may change while the server runs.

use std::fmt;
use std::io;
use std::path::Path;
use std::process;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use tracing::field::{Field as FieldName, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span;
use tracing::{Event, Metadata, Subscriber, callsite};

use crate::level::LogLevel;
use crate::line::{Field, LineFormat, Record, Role, TimestampFormat, line};
use crate::sink::Sink;

/// The server's log. Until told otherwise it writes legacy lines from notice up to standard output.
pub struct Log {
    level: AtomicU8,
    format: AtomicU8,
    timestamp: AtomicU8,
    role: AtomicU8,
    sink: Mutex<Sink>,
    /// Lines that could not be written.
    lost: AtomicU64,
}

/// Some log receives the process's events already.
#[derive(Debug)]
pub struct AlreadyInstalled;

impl fmt::Display for AlreadyInstalled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the process has a log already")
    }
}

impl std::error::Error for AlreadyInstalled {}

impl Log {
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            level: AtomicU8::new(LogLevel::Notice as u8),
            format: AtomicU8::new(LineFormat::Legacy as u8),
            timestamp: AtomicU8::new(TimestampFormat::Legacy as u8),
            role: AtomicU8::new(Role::Primary as u8),
            sink: Mutex::new(Sink::Stdout),
            lost: AtomicU64::new(0),
        })
    }

    /// Makes this the log of the whole process.
    pub fn install(self: &Arc<Self>) -> Result<(), AlreadyInstalled> {
        tracing::subscriber::set_global_default(self.subscriber()).map_err(|_| AlreadyInstalled)
    }

    /// For a part of the process only, with `tracing::subscriber::with_default`.
    pub fn subscriber(self: &Arc<Self>) -> impl Subscriber + Send + Sync + use<> {
        Receiver {
            log: Arc::clone(self),
        }
    }

    pub fn level(&self) -> LogLevel {
        LogLevel::from_number(self.level.load(Ordering::Relaxed))
    }

    pub fn set_level(&self, level: LogLevel) {
        self.level.store(level as u8, Ordering::Relaxed);
        // Each place that logs remembers whether it is wanted.
        callsite::rebuild_interest_cache();
    }

    pub fn set_format(&self, format: LineFormat) {
        self.format.store(format as u8, Ordering::Relaxed);
    }

    pub fn set_timestamp_format(&self, format: TimestampFormat) {
        self.timestamp.store(format as u8, Ordering::Relaxed);
    }

    pub fn set_role(&self, role: Role) {
        self.role.store(role as u8, Ordering::Relaxed);
    }

    /// Appends to `path` from now on. On an error the output stays what it was.
    pub fn write_to_file(&self, path: &Path) -> io::Result<()> {
        let sink = Sink::file(path)?;
        *self.sink() = sink;
        Ok(())
    }

    pub fn write_to_stdout(&self) {
        *self.sink() = Sink::Stdout;
    }

    /// Writes `text` as it is, without time and level: a logo, a report of several lines.
    pub fn write_raw(&self, text: &str) {
        self.write(text.as_bytes(), now_ms());
    }

    /// How many lines could not be written.
    pub fn lost_lines(&self) -> u64 {
        self.lost.load(Ordering::Relaxed)
    }

    fn receive(&self, level: LogLevel, said: &Said) {
        let now_ms = now_ms();
        let record = Record {
            pid: process::id(),
            role: Role::from_number(self.role.load(Ordering::Relaxed)),
            level,
            now_ms,
            message: &said.message,
            fields: &said.fields,
        };
        let format = LineFormat::from_number(self.format.load(Ordering::Relaxed));
        let timestamp = TimestampFormat::from_number(self.timestamp.load(Ordering::Relaxed));
        self.write(line(&record, format, timestamp).as_bytes(), now_ms);
    }

    fn write(&self, text: &[u8], now_ms: i64) {
        if self.sink().write(text, now_ms).is_err() {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// A thread that panicked while it logged must not silence the others.
    fn sink(&self) -> MutexGuard<'_, Sink> {
        self.sink.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn now_ms() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// What `tracing` hands its events to. Spans are accepted and leave no trace.
struct Receiver {
    log: Arc<Log>,
}

impl Subscriber for Receiver {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= self.log.level().filter()
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(self.log.level().filter())
    }

    fn event(&self, event: &Event<'_>) {
        let mut said = Said::default();
        event.record(&mut said);
        self.log
            .receive(LogLevel::of(*event.metadata().level()), &said);
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

/// An event's message and its other fields.
#[derive(Default)]
struct Said {
    message: String,
    fields: Vec<(&'static str, Field)>,
}

impl Said {
    fn put(&mut self, name: &FieldName, field: Field) {
        match (name.name(), field) {
            ("message", Field::Bare(text) | Field::Text(text)) => self.message = text,
            (name, field) => self.fields.push((name, field)),
        }
    }
}

impl Visit for Said {
    fn record_i64(&mut self, name: &FieldName, value: i64) {
        self.put(name, Field::Bare(value.to_string()));
    }

    fn record_u64(&mut self, name: &FieldName, value: u64) {
        self.put(name, Field::Bare(value.to_string()));
    }

    fn record_bool(&mut self, name: &FieldName, value: bool) {
        self.put(name, Field::Bare(value.to_string()));
    }

    fn record_str(&mut self, name: &FieldName, value: &str) {
        self.put(name, Field::Text(value.to_owned()));
    }

    fn record_debug(&mut self, name: &FieldName, value: &dyn fmt::Debug) {
        self.put(name, Field::Text(format!("{value:?}")));
    }
}

#[cfg(test)]
#[path = "log_tests.rs"]
mod tests;
