//! Sorted sets: a run of members and scores, or the elements from the greatest score down.

use crate::Kind;
use crate::reader::{Malformed, Reader};
use crate::value::LoadRules;
use crate::writer::Writer;
use crate::ziplist;
use values::Item;
use values::listpack::Listpack;
use values::zset::SortedSet;

const EMPTY: Malformed = Malformed("an empty sorted set");

pub(crate) fn save(set: &SortedSet, writer: &mut Writer) {
    let mut stored = Vec::new();
    if let Some(run) = set.as_listpack()
        && run.write_stored(&mut stored)
    {
        writer.kind(Kind::SortedSetListpack);
        return writer.text(&stored);
    }
    writer.kind(Kind::SortedSet);
    writer.length(set.len() as u64);
    for element in set.iter_back_from(set.len().saturating_sub(1)) {
        match element.member {
            Item::Int(number) => writer.integer(number),
            Item::Bytes(text) => writer.string(text),
        }
        writer.raw(&element.score.to_le_bytes());
    }
}

pub(crate) fn load(
    kind: Kind,
    reader: &mut Reader<'_>,
    rules: &LoadRules<'_>,
) -> Result<SortedSet<'static>, Malformed> {
    let set = match kind {
        Kind::SortedSetListpack => {
            let run = Listpack::from_stored(&reader.string()?);
            from_run(run.ok_or(Malformed("a damaged listpack"))?, rules)?
        }
        Kind::SortedSetZiplist => {
            let mut run = Listpack::new();
            ziplist::read(&reader.string()?, &mut |item| run.push_back(item))?;
            from_run(run, rules)?
        }
        _ => elements(kind, reader, rules)?,
    };
    if set.is_empty() { Err(EMPTY) } else { Ok(set) }
}

fn from_run(
    run: Listpack<'static>,
    rules: &LoadRules<'_>,
) -> Result<SortedSet<'static>, Malformed> {
    let set = SortedSet::from_listpack(run, &rules.rules);
    set.ok_or(Malformed("members and scores that are not in order"))
}

fn elements(
    kind: Kind,
    reader: &mut Reader<'_>,
    rules: &LoadRules<'_>,
) -> Result<SortedSet<'static>, Malformed> {
    let count = reader.count()?;
    let mut elements = Vec::new();
    let mut longest = 0;
    for _ in 0..count {
        let member = reader.string()?;
        let score = match kind {
            Kind::SortedSetText => reader.text_double()?,
            _ => reader.double()?,
        };
        if score.is_nan() {
            return Err(Malformed("a score that is no number"));
        }
        longest = longest.max(member.len());
        elements.push((member, score));
    }
    // Written from the greatest down; in order they make the densest set.
    let mut set = SortedSet::for_members(count, longest, &rules.rules);
    for (member, score) in elements.iter().rev() {
        if set.set(member, *score, &rules.rules).is_some() {
            return Err(Malformed("a member that is there twice"));
        }
    }
    Ok(set)
}
