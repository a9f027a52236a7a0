//! What a comparison found, counted and printed. It must never judge.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::command::{REFERENCE, SIDES, SUBJECT};
use super::rules::{KINDS, Uses};
use super::session::Session;
use crate::wire;

/// Bytes of a reply that are printed.
const REPLY_BYTES_SHOWN: usize = 400;

/// Counts of a run.
#[derive(Debug, Default)]
pub struct Report {
    /// Commands sent to each server.
    pub commands: u64,
    pub steps: u64,
    pub reply_bytes: u64,
    pub pushes: u64,
    /// Times that a command waited for another session.
    pub parked: u64,
    pub contents: u64,
    pub content_keys: u64,
    pub differences: u64,
    pub by_command: BTreeMap<String, u64>,
    /// Commands sent, error replies to them, bytes of all replies.
    pub sent: BTreeMap<String, (u64, u64, u64)>,
    pub uses: Uses,
    /// Differences printed in full before only counting.
    pub shown_max: u64,
}

impl Report {
    /// Counts one unexplained difference and prints it with its context.
    pub fn difference(
        &mut self,
        name: &str,
        at: usize,
        session: Option<&Session>,
        what: &str,
        replies: [&[u8]; 2],
    ) {
        self.differences += 1;
        *self.by_command.entry(name.to_string()).or_default() += 1;
        if self.differences > self.shown_max {
            return;
        }
        let mut text = format!(
            "\ndifference {} in session {at}: {what}\n",
            self.differences
        );
        if replies != [&b""[..], b""] {
            for (side, reply) in SIDES.iter().zip(around_difference(replies)) {
                let _ = writeln!(text, "  {side}: {reply}");
            }
        }
        if let Some(session) = session {
            let state = &session.state;
            let _ = writeln!(
                text,
                "  session: {}{}{} subscriptions; before it:",
                if state.resp3 { "RESP3, " } else { "RESP2, " },
                if state.in_multi { "in MULTI, " } else { "" },
                state.subscriptions
            );
            for (command, reply) in &session.recent {
                let _ = writeln!(
                    text,
                    "    {} -> {}",
                    command.shown(),
                    wire::shown(reply, 80)
                );
            }
        }
        println!("{text}");
    }

    /// Counts an explained difference.
    pub fn explained(&mut self, kind: usize, name: &str) {
        *self.uses.entry((kind, name.to_string())).or_default() += 1;
    }

    /// The summary.
    pub fn summary(&self) -> String {
        let mut text = String::new();
        let _ = writeln!(
            text,
            "{} commands in {} steps, {} bytes of replies, {} pushes, {} waits, \
             {} comparisons of contents ({} keys)",
            self.commands,
            self.steps,
            self.reply_bytes,
            self.pushes,
            self.parked,
            self.contents,
            self.content_keys
        );
        let used = |at: usize| -> Vec<(&str, u64)> {
            let of_kind = self.uses.iter().filter(move |((kind, _), _)| *kind == at);
            of_kind
                .map(|((_, name), count)| (name.as_str(), *count))
                .collect()
        };
        let kinds_used = (0..KINDS.len()).filter(|at| !used(*at).is_empty()).count();
        let _ = writeln!(
            text,
            "explained kinds of difference: {kinds_used} of {}",
            KINDS.len()
        );
        for (at, kind) in KINDS.iter().enumerate() {
            let uses: Vec<String> = used(at)
                .iter()
                .map(|(name, count)| format!("{name} {count}"))
                .collect();
            let uses = if uses.is_empty() {
                "unused".to_string()
            } else {
                uses.join(", ")
            };
            let _ = writeln!(
                text,
                "  {:8} {} ({}): {}\n           used: {uses}",
                kind.name,
                kind.commands.join(", "),
                kind.field,
                kind.reason
            );
        }
        let _ = writeln!(text, "unexplained differences: {}", self.differences);
        for (name, count) in &self.by_command {
            let _ = writeln!(text, "  {name:24} {count}");
        }
        text
    }

    /// How often each command was sent, and the share of errors.
    pub fn coverage(&self) -> String {
        let mut text = String::from("command                         sent   errors        bytes\n");
        for (name, (sent, errors, bytes)) in &self.sent {
            let _ = writeln!(text, "{name:24} {sent:11} {errors:8} {bytes:12}");
        }
        text
    }
}

/// Both replies for people; of long ones the surroundings of the first byte that differs.
fn around_difference(replies: [&[u8]; 2]) -> [String; 2] {
    let common = replies[REFERENCE]
        .iter()
        .zip(replies[SUBJECT])
        .take_while(|(ours, theirs)| ours == theirs)
        .count();
    let skipped = if common > REPLY_BYTES_SHOWN / 2 {
        common - REPLY_BYTES_SHOWN / 4
    } else {
        0
    };
    replies.map(|reply| {
        let rest = wire::shown(&reply[skipped.min(reply.len())..], REPLY_BYTES_SHOWN);
        if skipped > 0 {
            format!("({skipped} equal bytes) {rest}")
        } else {
            rest
        }
    })
}
