//! Hashes: a run of names and values, or the fields one by one, with their expire times if any has.

use crate::Kind;
use crate::reader::{Malformed, Reader};
use crate::value::LoadRules;
use crate::writer::Writer;
use crate::{ziplist, zipmap};
use values::Hash;
use values::hash::{FieldText, Lifetime};
use values::listpack::Listpack;

/// In place of the expire time of a field that has none.
const NEVER: i64 = -1;

const TWICE: Malformed = Malformed("a field that is there twice");
const EMPTY: Malformed = Malformed("an empty hash");

pub(crate) fn save(hash: &Hash, writer: &mut Writer) {
    if let Some(run) = hash.as_run() {
        let mut stored = Vec::new();
        // The settings keep compact hashes far below the limit of a listpack.
        if run.write_stored(&mut stored) {
            writer.kind(Kind::HashListpack);
            return writer.text(&stored);
        }
    }
    let expires = hash.expiring() > 0;
    let kind = if expires {
        Kind::HashExpiring
    } else {
        Kind::Hash
    };
    writer.kind(kind);
    writer.length(hash.len() as u64);
    for field in hash.iter() {
        save_text(field.name, writer);
        save_text(field.value, writer);
        if expires {
            let at_ms = field.expire_at_ms.map_or(NEVER, |at_ms| at_ms.max(0));
            writer.raw(&at_ms.to_le_bytes());
        }
    }
}

fn save_text(text: FieldText<'_>, writer: &mut Writer) {
    match text {
        FieldText::Int(number) => writer.integer(number),
        FieldText::Bytes(text) => writer.string(text),
        FieldText::Shared(text) => writer.string(text),
    }
}

pub(crate) fn load(
    kind: Kind,
    reader: &mut Reader<'_>,
    rules: &LoadRules<'_>,
) -> Result<Hash<'static>, Malformed> {
    let hash = match kind {
        Kind::HashListpack => {
            let run = Listpack::from_stored(&reader.string()?);
            from_run(run.ok_or(Malformed("a damaged listpack"))?, rules)?
        }
        Kind::HashZiplist => {
            let mut run = Listpack::new();
            ziplist::read(&reader.string()?, &mut |item| run.push_back(item))?;
            from_run(run, rules)?
        }
        Kind::HashZipmap => {
            let mut run = Listpack::new();
            let mut longest = 0;
            zipmap::read(&reader.string()?, &mut |item| {
                longest = longest.max(item.len());
                run.push_back(item);
            })?;
            let mut hash = from_run(run, rules)?;
            if longest > rules.rules.limits.hash_max_listpack_value {
                hash.make_large(rules.rules.hasher);
            }
            hash
        }
        _ => fields(reader, rules)?,
    };
    if hash.is_empty() {
        Err(EMPTY)
    } else {
        Ok(hash)
    }
}

fn from_run(run: Listpack<'static>, rules: &LoadRules<'_>) -> Result<Hash<'static>, Malformed> {
    Hash::from_run(run, &rules.rules).ok_or(TWICE)
}

fn fields(reader: &mut Reader<'_>, rules: &LoadRules<'_>) -> Result<Hash<'static>, Malformed> {
    let count = reader.count()?;
    let mut hash = Hash::new();
    // Many fields are never compared one by one.
    if count > rules.rules.limits.hash_max_listpack_entries {
        hash.make_large(rules.rules.hasher);
    }
    for _ in 0..count {
        let (name, value) = (reader.string()?, reader.string()?);
        if !hash.set(&name, &value, Lifetime::None, &rules.rules) {
            return Err(TWICE);
        }
    }
    Ok(hash)
}

/// A hash with expire times; `None` if the time of every field is over.
pub(crate) fn load_expiring(
    reader: &mut Reader<'_>,
    rules: &LoadRules<'_>,
) -> Result<Option<Hash<'static>>, Malformed> {
    let count = reader.count()?;
    if count == 0 {
        return Err(EMPTY);
    }
    let mut hash = Hash::new();
    hash.make_large(rules.rules.hasher);
    for _ in 0..count {
        let (name, value) = (reader.string()?, reader.string()?);
        let lifetime = match reader.signed()? {
            NEVER => Lifetime::None,
            at_ms @ 0.. if at_ms < rules.now_ms => continue,
            at_ms @ 0.. => Lifetime::At(at_ms),
            _ => return Err(Malformed("an expire time before the beginning of time")),
        };
        if !hash.set(&name, &value, lifetime, &rules.rules) {
            return Err(TWICE);
        }
    }
    Ok(Some(hash).filter(|hash| !hash.is_empty()))
}
