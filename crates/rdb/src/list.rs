//! Lists: runs of elements, and long elements by themselves.

use crate::Kind;
use crate::reader::{Malformed, Reader};
use crate::value::LoadRules;
use crate::writer::Writer;
use crate::ziplist;
use values::listpack::Listpack;
use values::{Item, List};

/// What comes before a node.
const PLAIN: u64 = 1;
const PACKED: u64 = 2;

/// An element from this length on is written by itself if it has a run of its own.
const PLAIN_BYTES_MIN: usize = 8192;

const EMPTY: Malformed = Malformed("an empty list");

pub(crate) fn save(list: &List, writer: &mut Writer) {
    writer.kind(Kind::ListNodes);
    writer.length(list.runs().count() as u64);
    let mut stored = Vec::new();
    for run in list.runs() {
        stored.clear();
        match run.front() {
            Some(Item::Bytes(element)) if run.len() == 1 && element.len() >= PLAIN_BYTES_MIN => {
                writer.length(PLAIN);
                writer.text(element);
            }
            _ => {
                // Runs of more than one element are far below the limit of a listpack.
                run.write_stored(&mut stored);
                writer.length(PACKED);
                writer.text(&stored);
            }
        }
    }
}

pub(crate) fn load(
    kind: Kind,
    reader: &mut Reader<'_>,
    rules: &LoadRules<'_>,
) -> Result<List<'static>, Malformed> {
    let limits = rules.rules.limits;
    let list = match kind {
        Kind::ListNodes => {
            let (mut runs, mut compact) = (Vec::new(), true);
            for _ in 0..reader.count()? {
                let (container, run) = node(reader)?;
                compact &= container == PACKED;
                runs.push(run);
            }
            List::from_runs(runs.into_iter(), compact, limits)
        }
        Kind::ListZiplists => {
            let mut runs = Vec::new();
            for _ in 0..reader.count()? {
                runs.push(run_of_ziplist(reader)?);
            }
            List::from_runs(runs.into_iter(), true, limits)
        }
        Kind::ListZiplist => {
            List::from_runs(std::iter::once(run_of_ziplist(reader)?), false, limits)
        }
        _ => {
            let mut list = List::new();
            for _ in 0..reader.count()? {
                list.push_back(&reader.string()?, limits);
            }
            list
        }
    };
    if list.is_empty() {
        Err(EMPTY)
    } else {
        Ok(list)
    }
}

fn run_of_ziplist(reader: &mut Reader<'_>) -> Result<Listpack<'static>, Malformed> {
    let mut run = Listpack::new();
    ziplist::read(&reader.string()?, &mut |item| run.push_back(item))?;
    Ok(run)
}

fn node(reader: &mut Reader<'_>) -> Result<(u64, Listpack<'static>), Malformed> {
    let container = reader.length()?;
    let content = reader.string()?;
    let run = match container {
        PACKED => Listpack::from_stored(&content).ok_or(Malformed("a damaged listpack")),
        PLAIN if content.is_empty() => Err(Malformed("a node without an element")),
        PLAIN => {
            let mut run = Listpack::new();
            run.push_back(&content);
            Ok(run)
        }
        _ => Err(Malformed("an unknown kind of node")),
    };
    Ok((container, run?))
}
