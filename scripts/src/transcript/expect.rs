//! What a transcript expects of one reply, and whether a reply fits.

use std::collections::BTreeMap;

use regex_lite::Regex;

use super::frame::{Frame, is_group, per_entry};
use crate::Outcome;

/// Values that patterns captured, for use in later requests.
pub(super) type Captures = BTreeMap<String, String>;

/// Marks an aggregate whose members may come in any order.
pub(super) const UNORDERED: &str = " unordered";

/// A line of the file: its text without the margin, and whether it is a pattern.
pub(super) struct ExpectedLine {
    pub text: String,
    pub pattern: bool,
}

/// One expected reply.
#[derive(Debug)]
pub(super) enum Expect {
    /// Exactly this line; an aggregate's members follow.
    Exact {
        headline: String,
        members: Vec<Self>,
        unordered: bool,
    },
    /// A regular expression that the whole reply, in one line, must match.
    Pattern(Regex),
}

impl Expect {
    /// Builds the first expected reply of `lines`; gives how many lines it took.
    pub(super) fn read(lines: &[ExpectedLine]) -> Outcome<(Self, usize)> {
        let line = lines
            .first()
            .ok_or("an aggregate has fewer members than its header says")?;
        let text = line.text.trim_start();
        if line.pattern {
            let regex = Regex::new(&format!("^(?:{text})$"))
                .map_err(|error| format!("pattern '{text}': {error}"))?;
            return Ok((Self::Pattern(regex), 1));
        }
        let headline = text.strip_suffix(UNORDERED).unwrap_or(text);
        let kind = *headline
            .as_bytes()
            .first()
            .ok_or("an expected reply is empty")?;
        let count = match headline[1..].parse::<usize>() {
            Ok(entries) if is_group(kind) => entries * per_entry(kind),
            _ => 0,
        };
        let unordered = is_group(kind) && headline.len() < text.len();
        let headline = if unordered { headline } else { text };
        let mut members = Vec::new();
        let mut used = 1;
        for _ in 0..count {
            let (member, lines_used) = Self::read(&lines[used..])?;
            members.push(member);
            used += lines_used;
        }
        Ok((
            Self::Exact {
                headline: headline.to_string(),
                members,
                unordered,
            },
            used,
        ))
    }

    /// Whether a reply fits; what named groups of patterns caught goes to `captures`.
    pub(super) fn fits(&self, frame: &Frame, captures: &mut Captures) -> bool {
        match self {
            Self::Pattern(regex) => {
                let flat = frame.flat();
                let Some(found) = regex.captures(&flat) else {
                    return false;
                };
                for name in regex.capture_names().flatten() {
                    if let Some(value) = found.name(name) {
                        captures.insert(name.to_string(), value.as_str().to_string());
                    }
                }
                true
            }
            Self::Exact {
                headline,
                members,
                unordered,
            } => {
                let actual = frame.members();
                if *headline != frame.headline() || members.len() != actual.len() {
                    return false;
                }
                if *unordered {
                    let kind = headline.as_bytes().first().copied().unwrap_or_default();
                    fit_in_any_order(members, actual, per_entry(kind), captures)
                } else {
                    members
                        .iter()
                        .zip(actual)
                        .all(|(member, frame)| member.fits(frame, captures))
                }
            }
        }
    }

    /// Whether its members may come in any order.
    pub(super) fn is_unordered(&self) -> bool {
        matches!(
            self,
            Self::Exact {
                unordered: true,
                ..
            }
        )
    }
}

fn fit_in_any_order(
    members: &[Expect],
    actual: &[Frame],
    per_entry: usize,
    captures: &mut Captures,
) -> bool {
    let mut open: Vec<&[Frame]> = actual.chunks(per_entry).collect();
    members.chunks(per_entry).all(|wanted| {
        let fits = |entry: &&[Frame]| {
            wanted
                .iter()
                .zip(entry.iter())
                .all(|(member, frame)| member.fits(frame, captures))
        };
        let found = open.iter().position(fits);
        found.map(|index| open.swap_remove(index)).is_some()
    })
}
