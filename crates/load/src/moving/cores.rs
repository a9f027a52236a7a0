//! What a server tells of its cores. It must never ask for more than INFO.

use std::collections::BTreeMap;
use std::io;

use stdx::slot::slot_of;

use crate::link::Link;
use crate::wire::{self, Value};

/// One core's line of `INFO cores`.
#[derive(Clone, Debug, Default)]
pub(super) struct CoreLine {
    figures: BTreeMap<String, u64>,
}

impl CoreLine {
    /// A figure by its name; 0 if it is not told.
    pub(super) fn figure(&self, name: &str) -> u64 {
        self.figures.get(name).copied().unwrap_or_default()
    }
}

/// The cores that run, in the order of their numbers.
pub(super) fn cores(link: &mut Link) -> io::Result<Vec<CoreLine>> {
    let text = info(link, "cores")?;
    Ok(text.lines().filter_map(core_line).collect())
}

/// One figure of one section of INFO; 0 if it is not told.
pub(super) fn info_figure(link: &mut Link, section: &str, name: &str) -> io::Result<u64> {
    let text = info(link, section)?;
    let value = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':')?.parse().ok());
    Ok(value.unwrap_or_default())
}

fn info(link: &mut Link, section: &str) -> io::Result<String> {
    let frame = link.ask(&["INFO", section])?;
    let value = Value::decode(&frame).map_err(io::Error::other)?;
    let text = value
        .body()
        .ok_or_else(|| io::Error::other(wire::shown(&frame, 200)))?;
    Ok(String::from_utf8_lossy(text).into_owned())
}

fn core_line(line: &str) -> Option<CoreLine> {
    let (name, rest) = line.split_once(":state=")?;
    name.strip_prefix("core")?.parse::<u32>().ok()?;
    let figures = rest.split(',').filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        Some((name.to_string(), value.parse().ok()?))
    });
    Some(CoreLine {
        figures: figures.collect(),
    })
}

/// Which core has a slot.
pub(super) fn owner_of(link: &mut Link, slot: u16) -> io::Result<u64> {
    let frame = link.ask(&["RINGKEY", "SLOTS", &slot.to_string()])?;
    let value = Value::decode(&frame).map_err(io::Error::other)?;
    let mut last = Some(&value);
    while let Some(items) = last.and_then(Value::items) {
        last = items.last();
    }
    let owner = last.and_then(Value::int);
    owner
        .and_then(|owner| u64::try_from(owner).ok())
        .ok_or_else(|| io::Error::other(wire::shown(&frame, 200)))
}

/// Names of keys whose slots differ and all belong to one core.
pub(super) fn keys_of_core(link: &mut Link, core: u64, count: usize) -> io::Result<Vec<String>> {
    let mut keys = Vec::new();
    let mut slots = Vec::new();
    for number in 0.. {
        let key = format!("hot:{number}");
        let slot = slot_of(key.as_bytes());
        if slots.contains(&slot) || owner_of(link, slot)? != core {
            continue;
        }
        slots.push(slot);
        keys.push(key);
        if keys.len() == count {
            break;
        }
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_cores_are_told_from_others() {
        let line = core_line("core1:state=running,slots=8192,hops=7").expect("a core's line");
        assert_eq!((line.figure("slots"), line.figure("hops")), (8192, 7));
        assert!(core_line("cores_wanted:4").is_none());
        assert!(core_line("# Cores").is_none());
    }
}
