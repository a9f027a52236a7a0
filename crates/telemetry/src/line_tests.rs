//! Lines beside those that Valkey 9.1.2 wrote for the same messages.

use super::{Field, LineFormat, MESSAGE_BYTES_MAX, Record, Role, TimestampFormat, line};
use crate::level::LogLevel;
use crate::local_time::LocalTime;

const NOON_MS: i64 = 1_795_414_824_850;

fn record<'a>(message: &'a str, fields: &'a [(&'static str, Field)]) -> Record<'a> {
    Record {
        pid: 13758,
        role: Role::Primary,
        level: LogLevel::Verbose,
        now_ms: NOON_MS,
        message,
        fields,
    }
}

fn written(message: &str, format: LineFormat) -> String {
    line(&record(message, &[]), format, TimestampFormat::Milliseconds)
}

const ODD: &str = "Te\"st \\ tab\tnl\nx\u{1}\r\u{8}\u{c}=a [x] {y}";

#[test]
fn each_format_escapes_in_its_way() {
    assert_eq!(
        written(ODD, LineFormat::Json),
        "{\"pid\":13758,\"role\":\"primary\",\"timestamp\":\"1795414824850\",\"level\":\"info\",\
         \"message\":\"Te\\\"st \\\\ tab\\tnl\\nx\\u0001\\r\\b\\f=a [x] {y}\"}\n"
    );
    assert_eq!(
        written(ODD, LineFormat::Logfmt),
        "pid=13758 role=primary timestamp=\"1795414824850\" level=info \
         message=\"Te'st \\ tab\tnl x\u{1} \u{8}\u{c}=a [x] {y}\"\n"
    );
    let legacy = written("forged\n1:M now # line\x1b[2J", LineFormat::Legacy);
    assert_eq!(legacy.lines().count(), 1, "{legacy}");
    assert!(!legacy.contains('\x1b'), "{legacy}");
}

#[test]
fn legacy_lines_are_valkeys() {
    let mut record = record("Ready to accept connections tcp", &[]);
    let levels = [
        LogLevel::Debug,
        LogLevel::Verbose,
        LogLevel::Notice,
        LogLevel::Warning,
    ];
    for (level, sign) in levels.into_iter().zip(['.', '-', '*', '#']) {
        record.level = level;
        let said = line(&record, LineFormat::Legacy, TimestampFormat::Legacy);
        // The time of day depends on where the test runs.
        let pattern = format!(" Nov 2026 HH:MM:24.850 {sign} Ready to accept connections tcp\n");
        let shape = |text: &str| text.len();
        assert_eq!(shape(&said), "13758:M DD".len() + shape(&pattern), "{said}");
        assert!(said.starts_with("13758:M 2"), "{said}");
        let end = format!(":24.850 {sign} Ready to accept connections tcp\n");
        assert!(said.ends_with(&end), "{said}");
    }
    record.role = Role::Replica;
    let said = line(&record, LineFormat::Legacy, TimestampFormat::Milliseconds);
    assert_eq!(
        said,
        "13758:S 1795414824850 # Ready to accept connections tcp\n"
    );
}

#[test]
fn iso8601_tells_the_offset() {
    let time = LocalTime::at(NOON_MS / 1000);
    let said = line(
        &record("x", &[]),
        LineFormat::Legacy,
        TimestampFormat::Iso8601,
    );
    let stamp = said.split(' ').nth(1).expect("a time");
    assert_eq!(stamp.len(), "2026-11-23T06:20:24.850+00:00".len());
    assert!(
        stamp.starts_with("2026-11-2") && stamp.contains(":24.850"),
        "{stamp}"
    );
    let hours: i64 = stamp[23..26].parse().expect("hours");
    assert_eq!(hours, time.offset_s / 3600);
}

#[test]
fn fields_follow_the_message() {
    let fields = [
        ("port", Field::Bare("6379".into())),
        ("path", Field::Text("/tmp/\"a b\"".into())),
    ];
    let record = record("listening", &fields);
    let said = |format| line(&record, format, TimestampFormat::Milliseconds);
    assert!(said(LineFormat::Legacy).ends_with("- listening port=6379 path=/tmp/\"a b\"\n"));
    assert!(said(LineFormat::Logfmt).ends_with("\"listening\" port=6379 path=\"/tmp/'a b'\"\n"));
    assert!(
        said(LineFormat::Json)
            .ends_with("\"message\":\"listening\",\"port\":6379,\"path\":\"/tmp/\\\"a b\\\"\"}\n")
    );
}

#[test]
fn long_messages_are_cut_between_characters() {
    let said = written(&"\u{20ac}".repeat(1000), LineFormat::Legacy);
    let message = said.trim_end().split(" - ").nth(1).expect("message");
    assert_eq!(message.len(), MESSAGE_BYTES_MAX / 3 * 3);
}
