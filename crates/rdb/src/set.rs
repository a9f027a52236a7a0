//! Sets: sorted integers, a run of members, or the members one by one.

use crate::Kind;
use crate::reader::{Malformed, Reader};
use crate::value::LoadRules;
use crate::writer::Writer;
use values::listpack::Listpack;
use values::{Item, Set};

const TWICE: Malformed = Malformed("a member that is there twice");
const EMPTY: Malformed = Malformed("an empty set");

pub(crate) fn save(set: &Set, writer: &mut Writer) {
    if let Some(integers) = set.as_intset_bytes() {
        writer.kind(Kind::SetIntegers);
        return writer.text(integers);
    }
    let mut stored = Vec::new();
    if let Some(run) = set.as_packed()
        && run.write_stored(&mut stored)
    {
        writer.kind(Kind::SetListpack);
        return writer.text(&stored);
    }
    writer.kind(Kind::Set);
    writer.length(set.len() as u64);
    for member in set.iter() {
        match member {
            Item::Int(number) => writer.integer(number),
            Item::Bytes(text) => writer.string(text),
        }
    }
}

pub(crate) fn load(
    kind: Kind,
    reader: &mut Reader<'_>,
    rules: &LoadRules<'_>,
) -> Result<Set<'static>, Malformed> {
    let set = match kind {
        Kind::SetIntegers => {
            let set = Set::from_intset_bytes(&reader.string()?);
            within_limits(set.ok_or(Malformed("damaged integers"))?, rules)
        }
        Kind::SetListpack => {
            let run = Listpack::from_stored(&reader.string()?);
            let run = run.ok_or(Malformed("a damaged listpack"))?;
            if run.has_twice() {
                return Err(TWICE);
            }
            within_limits(Set::from_packed(run), rules)
        }
        _ => {
            let count = reader.count()?;
            let mut set = Set::new();
            // Many members are never compared one by one.
            set.expect(count, &rules.rules);
            for _ in 0..count {
                if !set.add(&reader.string()?, &rules.rules) {
                    return Err(TWICE);
                }
            }
            set
        }
    };
    if set.is_empty() { Err(EMPTY) } else { Ok(set) }
}

fn within_limits(mut set: Set<'static>, rules: &LoadRules<'_>) -> Set<'static> {
    set.expect(set.len(), &rules.rules);
    set
}
