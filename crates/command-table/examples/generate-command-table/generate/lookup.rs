//! Lays out the table of names so that each name has one place, found without search.

use std::fmt::Write;

use super::banner;
use super::model::Command;

#[path = "../../../src/fold.rs"]
mod fold;

use fold::{BUCKETS, TABLE_SLOTS, bucket, mix, slot, words};

/// How many seeds are tried; about every second one will do.
const SEEDS_MAX: u64 = 1_000;

pub(crate) fn render(commands: &[Command]) -> Result<String, String> {
    let names: Vec<_> = commands.iter().filter(|c| c.parent.is_none()).collect();
    let (seed, displacements, slots) = (1..=SEEDS_MAX)
        .find_map(|seed| {
            let (displacements, slots) = lay_out(&names, seed)?;
            Some((seed, displacements, slots))
        })
        .ok_or(format!(
            "no layout for {} names with {SEEDS_MAX} seeds",
            names.len()
        ))?;
    let longest = names.iter().map(|c| c.name.len()).max().unwrap_or(0);
    let mut out = banner("A perfect hash of the commands' names (not of subcommands).");
    out.push_str("use crate::CommandId;\nuse crate::fold::{BUCKETS, TABLE_SLOTS};\n");
    out.push_str("use crate::lookup::Entry;\n\n");
    let _ = writeln!(out, "pub(crate) const SEED: u64 = {seed};");
    let _ = writeln!(out, "pub(crate) const NAME_LEN_MAX: usize = {longest};\n");
    out.push_str("pub(crate) static DISPLACEMENTS: [u16; BUCKETS] = [\n");
    for row in displacements.chunks(16) {
        let row: Vec<_> = row.iter().map(u16::to_string).collect();
        let _ = writeln!(out, "    {},", row.join(", "));
    }
    out.push_str("];\n\npub(crate) static ENTRIES: [Entry; TABLE_SLOTS] = [\n");
    for slot in slots {
        match slot {
            None => out.push_str("    Entry::EMPTY,\n"),
            Some(index) => render_entry(&mut out, names[index]),
        }
    }
    out.push_str("];\n");
    Ok(out)
}

fn render_entry(out: &mut String, command: &Command) {
    let name = command.name.as_bytes();
    let (head, tail) = words(name);
    let exact = name.len() <= 16 && name.iter().all(u8::is_ascii_alphanumeric);
    let _ = writeln!(
        out,
        "    Entry::new({head:#018x}, {tail:#018x}, CommandId::{}, {}, {exact}),",
        command.variant,
        name.len()
    );
}

/// A displacement per bucket and a command per slot, unless names collide under this seed.
fn lay_out(names: &[&Command], seed: u64) -> Option<(Vec<u16>, Vec<Option<usize>>)> {
    let mut buckets = vec![Vec::new(); BUCKETS];
    for (index, command) in names.iter().enumerate() {
        let mixed = mix(words(command.name.as_bytes()), command.name.len(), seed);
        buckets[bucket(mixed)].push((index, mixed));
    }
    let mut order: Vec<_> = (0..BUCKETS).collect();
    order.sort_by_key(|&b| std::cmp::Reverse(buckets[b].len()));
    let mut displacements = vec![0; BUCKETS];
    let mut slots = vec![None; TABLE_SLOTS];
    for number in order {
        displacements[number] = (0..TABLE_SLOTS as u16).find(|&displacement| {
            let mut wanted: Vec<_> = buckets[number]
                .iter()
                .map(|&(_, mixed)| slot(mixed, displacement))
                .collect();
            wanted.sort_unstable();
            wanted.windows(2).all(|pair| pair[0] != pair[1])
                && wanted.iter().all(|&s| slots[s].is_none())
        })?;
        for &(index, mixed) in &buckets[number] {
            slots[slot(mixed, displacements[number])] = Some(index);
        }
    }
    Some((displacements, slots))
}
