//! One log line as bytes, in each of Valkey's three formats. Pure: time and process are given.

use std::fmt::Write;

use crate::level::LogLevel;
use crate::local_time::LocalTime;

/// A message is cut after this many bytes, as on Valkey.
pub const MESSAGE_BYTES_MAX: usize = 1023;

/// What `log-format` chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum LineFormat {
    /// `pid:role DD Mon YYYY HH:MM:SS.mmm sign message`
    Legacy = 0,
    /// `pid=1 role=primary ... message="..."`
    Logfmt = 1,
    /// One object per line.
    Json = 2,
}

impl LineFormat {
    const ALL: [Self; 3] = [Self::Legacy, Self::Logfmt, Self::Json];

    /// The format that the parameter `log-format` calls so.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "legacy" => Some(Self::Legacy),
            "logfmt" => Some(Self::Logfmt),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    pub(crate) fn from_number(number: u8) -> Self {
        Self::ALL
            .get(usize::from(number))
            .copied()
            .unwrap_or(Self::Legacy)
    }
}

/// What `log-timestamp-format` chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum TimestampFormat {
    /// `23 Nov 2026 06:20:24.850`, local time.
    Legacy = 0,
    /// `2026-11-23T06:20:24.850+01:00`
    Iso8601 = 1,
    /// Since the epoch.
    Milliseconds = 2,
}

impl TimestampFormat {
    const ALL: [Self; 3] = [Self::Legacy, Self::Iso8601, Self::Milliseconds];

    /// The format that the parameter `log-timestamp-format` calls so.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "legacy" => Some(Self::Legacy),
            "iso8601" => Some(Self::Iso8601),
            "milliseconds" => Some(Self::Milliseconds),
            _ => None,
        }
    }

    pub(crate) fn from_number(number: u8) -> Self {
        Self::ALL
            .get(usize::from(number))
            .copied()
            .unwrap_or(Self::Legacy)
    }
}

/// What the process is, as log lines say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    Primary = 0,
    Replica = 1,
}

impl Role {
    pub(crate) fn from_number(number: u8) -> Self {
        if number == Self::Replica as u8 {
            Self::Replica
        } else {
            Self::Primary
        }
    }

    fn sign(self) -> char {
        match self {
            Self::Primary => 'M',
            Self::Replica => 'S',
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Replica => "replica",
        }
    }
}

/// A value beside the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// Stands for itself in JSON: a number, true or false.
    Bare(String),
    Text(String),
}

/// What one line says.
pub(crate) struct Record<'a> {
    pub(crate) pid: u32,
    pub(crate) role: Role,
    pub(crate) level: LogLevel,
    /// Milliseconds since the epoch.
    pub(crate) now_ms: i64,
    pub(crate) message: &'a str,
    pub(crate) fields: &'a [(&'static str, Field)],
}

/// The line, with its end.
pub(crate) fn line(record: &Record, format: LineFormat, timestamp: TimestampFormat) -> String {
    let time = timestamp_text(record.now_ms, timestamp);
    let mut line = String::with_capacity(64 + record.message.len());
    // Writing to a String cannot fail.
    let _ = match format {
        LineFormat::Legacy => legacy(&mut line, record, &time),
        LineFormat::Logfmt => logfmt(&mut line, record, &time),
        LineFormat::Json => json(&mut line, record, &time),
    };
    line.push('\n');
    line
}

fn legacy(line: &mut String, record: &Record, time: &str) -> std::fmt::Result {
    let (pid, role, sign) = (record.pid, record.role.sign(), record.level.sign());
    write!(line, "{pid}:{role} {time} {sign} ")?;
    push_visible(line, cut(record.message));
    for (name, field) in record.fields {
        write!(line, " {name}=")?;
        match field {
            Field::Bare(text) => line.push_str(text),
            Field::Text(text) => push_visible(line, cut(text)),
        }
    }
    Ok(())
}

fn logfmt(line: &mut String, record: &Record, time: &str) -> std::fmt::Result {
    let (pid, role, level) = (record.pid, record.role.word(), record.level.word());
    write!(
        line,
        "pid={pid} role={role} timestamp=\"{time}\" level={level} message=\""
    )?;
    push_logfmt(line, cut(record.message));
    line.push('"');
    for (name, field) in record.fields {
        match field {
            Field::Bare(text) => write!(line, " {name}={text}")?,
            Field::Text(text) => {
                write!(line, " {name}=\"")?;
                push_logfmt(line, cut(text));
                line.push('"');
            }
        }
    }
    Ok(())
}

fn json(line: &mut String, record: &Record, time: &str) -> std::fmt::Result {
    let (pid, role, level) = (record.pid, record.role.word(), record.level.word());
    write!(
        line,
        "{{\"pid\":{pid},\"role\":\"{role}\",\"timestamp\":\"{time}\","
    )?;
    write!(line, "\"level\":\"{level}\",\"message\":\"")?;
    push_json(line, cut(record.message))?;
    line.push('"');
    for (name, field) in record.fields {
        write!(line, ",\"{name}\":")?;
        match field {
            Field::Bare(text) => line.push_str(text),
            Field::Text(text) => {
                line.push('"');
                push_json(line, cut(text))?;
                line.push('"');
            }
        }
    }
    line.push('}');
    Ok(())
}

/// At most [`MESSAGE_BYTES_MAX`] bytes, whole characters.
fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(MESSAGE_BYTES_MAX)]
}

/// A line break or an escape sequence in a message must not make up lines of its own.
fn push_visible(line: &mut String, text: &str) {
    for character in text.chars() {
        if character.is_control() && character != '\t' {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
}

/// As Valkey does it: there is no escaping, so what would end the value is replaced.
fn push_logfmt(line: &mut String, text: &str) {
    line.extend(text.chars().map(|character| match character {
        '"' => '\'',
        '\n' | '\r' => ' ',
        other => other,
    }));
}

fn push_json(line: &mut String, text: &str) -> std::fmt::Result {
    for character in text.chars() {
        match character {
            '"' => line.push_str("\\\""),
            '\\' => line.push_str("\\\\"),
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            '\t' => line.push_str("\\t"),
            '\x08' => line.push_str("\\b"),
            '\x0c' => line.push_str("\\f"),
            control if control < ' ' => write!(line, "\\u{:04x}", u32::from(control))?,
            other => line.push(other),
        }
    }
    Ok(())
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn timestamp_text(now_ms: i64, format: TimestampFormat) -> String {
    if format == TimestampFormat::Milliseconds {
        return now_ms.to_string();
    }
    let time = LocalTime::at(now_ms.div_euclid(1000));
    let ms = now_ms.rem_euclid(1000);
    let LocalTime {
        year,
        month,
        day,
        hour,
        minute,
        second,
        offset_s,
    } = time;
    if format == TimestampFormat::Legacy {
        let name = MONTHS.get(usize::from(month)).copied().unwrap_or("???");
        return format!("{day:02} {name} {year} {hour:02}:{minute:02}:{second:02}.{ms:03}");
    }
    let sign = if offset_s < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset_s.abs() / 3600, offset_s.abs() / 60 % 60);
    let month = month + 1;
    format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{ms:03}\
         {sign}{hours:02}:{minutes:02}"
    )
}

#[cfg(test)]
#[path = "line_tests.rs"]
mod tests;
