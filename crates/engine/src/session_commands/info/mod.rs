//! INFO.
//!
//! It prints every field that Valkey prints, so that no tool misses one: with true values where
//! Ringkey has the thing, and as a server that has none of it where Ringkey has not.

mod memory;
mod server;
mod statistics;
mod traffic;

use std::fmt::Write;

use command_table::CommandId;
use resp::{Args, ReplyWriter};

use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::{Part, Question};
use crate::report::CoreReport;
use crate::session::Session;

/// When a section is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// By plain INFO.
    Plainly,
    /// By INFO ALL.
    WithAll,
    /// When it is named: DEBUG, and what Valkey does not have.
    Named,
}

/// Sections in the order in which they are printed.
const SECTIONS: &[(&str, Shown)] = &[
    ("server", Shown::Plainly),
    ("tls", Shown::WithAll),
    ("clients", Shown::Plainly),
    ("memory", Shown::Plainly),
    ("persistence", Shown::Plainly),
    ("stats", Shown::Plainly),
    ("replication", Shown::Plainly),
    ("cpu", Shown::Plainly),
    ("modules", Shown::Plainly),
    ("commandstats", Shown::WithAll),
    ("errorstats", Shown::Plainly),
    ("latencystats", Shown::WithAll),
    ("cluster", Shown::Plainly),
    ("cluster_info", Shown::WithAll),
    ("scriptingengines", Shown::WithAll),
    ("keyspace", Shown::Plainly),
    ("steps", Shown::Named),
    ("cores", Shown::Named),
    ("debug", Shown::Named),
];

/// INFO.
pub(crate) fn info(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let sections = args
        .tail(1)
        .iter()
        .map(<[u8]>::to_ascii_lowercase)
        .collect();
    core.ask(session, CommandId::Info, Question::Report, sections)
}

fn wanted(asked: &[Vec<u8>]) -> Vec<&'static str> {
    let has = |word: &str| asked.iter().any(|section| section == word.as_bytes());
    let every = has("all") || has("everything");
    let default = asked.is_empty() || has("default");
    SECTIONS
        .iter()
        .filter(|(name, shown)| {
            (every && matches!(shown, Shown::Plainly | Shown::WithAll))
                || (default && *shown == Shown::Plainly)
                || has(name)
                || (*name == "modules" && has("module_list"))
        })
        .map(|&(name, _)| name)
        .collect()
}

impl Core {
    pub(crate) fn write_info(
        &mut self,
        session: &mut Session,
        asked: &[Vec<u8>],
        parts: Vec<Part>,
    ) {
        let report = CoreReport::sum(parts);
        let mut text = String::new();
        for section in wanted(asked) {
            if !text.is_empty() {
                text.push_str("\r\n");
            }
            self.write_section(section, session, &report, &mut text);
        }
        self.reply_to(session, |out, proto| {
            ReplyWriter::new(out, proto).verbatim("txt", text.as_bytes());
        });
    }

    fn write_section(
        &self,
        section: &str,
        session: &Session,
        report: &CoreReport,
        out: &mut String,
    ) {
        match section {
            "server" => self.server(out),
            "tls" => server::tls(out),
            "clients" => self.clients(report, out),
            "memory" => self.memory_section(report, out),
            "persistence" => self.persistence(report, out),
            "stats" => traffic::stats(report, out),
            "replication" => self.replication(report, out),
            "cpu" => self.cpu(report, out),
            "modules" => lines(out, "Modules", &[]),
            "commandstats" => statistics::commandstats(report, out),
            "errorstats" => statistics::errorstats(report, out),
            "latencystats" => self.latencystats(report, out),
            "cluster" => {
                let enabled = number(u64::from(self.control.settings.cluster_enabled()));
                lines(out, "Cluster", &[("cluster_enabled", enabled)]);
            }
            "cluster_info" => {
                lines(out, "Cluster Info", &[]);
                if self.control.settings.cluster_enabled() {
                    out.push_str(&self.cluster_info(session));
                }
            }
            "scriptingengines" => server::scripting_engines(out),
            "keyspace" => statistics::keyspace(report, out),
            "steps" => statistics::steps(report, out),
            "cores" => crate::session_commands::ringkey::section(report, out),
            _ => traffic::debug(report, out),
        }
    }
}

/// A section's title and fields.
fn lines(out: &mut String, title: &str, fields: &[(&str, String)]) {
    let _ = write!(out, "# {title}\r\n");
    more_lines(out, fields);
}

fn more_lines(out: &mut String, fields: &[(&str, String)]) {
    for (name, value) in fields {
        let _ = write!(out, "{name}:{value}\r\n");
    }
}

fn number(value: u64) -> String {
    value.to_string()
}

fn zero() -> String {
    "0".to_owned()
}

/// Bytes as people read them.
fn human(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["K", "M", "G", "T", "P"];
    if bytes < 1024 {
        return format!("{bytes}B");
    }
    let mut value = bytes as f64;
    let mut unit = "B";
    for next in UNITS {
        if value < 1024.0 {
            break;
        }
        value /= 1024.0;
        unit = next;
    }
    format!("{value:.2}{unit}")
}

/// Microseconds as seconds.
fn seconds(us: u64) -> String {
    format!("{}.{:06}", us / 1_000_000, us % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections(words: &[&str]) -> Vec<&'static str> {
        wanted(
            &words
                .iter()
                .map(|word| word.as_bytes().to_vec())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn sections_come_once_and_in_order() {
        assert_eq!(sections(&["cpu"]), ["cpu"]);
        assert_eq!(sections(&["sentinel"]), [""; 0]);
        assert_eq!(
            sections(&["keyspace", "server", "keyspace"]),
            ["server", "keyspace"]
        );
        assert_eq!(sections(&[]), sections(&["default"]));
        assert_eq!(sections(&["cpu", "all"]), sections(&["everything"]));
        for own in ["debug", "steps", "cores"] {
            assert!(!sections(&["everything"]).contains(&own));
            assert_eq!(sections(&[own]), [own]);
        }
        assert_eq!(sections(&["debug", "module_list"]), ["modules", "debug"]);
    }

    #[test]
    fn bytes_are_shown_as_people_read_them() {
        assert_eq!(human(1023), "1023B");
        assert_eq!(human(1536), "1.50K");
        assert_eq!(human(25_276_502_016), "23.54G");
        assert_eq!(seconds(41_127_865), "41.127865");
    }
}
