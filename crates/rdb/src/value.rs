//! Which codec a value has.

use crate::reader::{Malformed, Reader};
use crate::writer::Writer;
use crate::{Kind, hash, list, set, stream, zset};
use bytes::Bytes;
use values::hash::Rules;
use values::{Object, Packed};

/// A value to be written.
#[derive(Clone, Copy, Debug)]
pub enum Stored<'a> {
    /// A string that is an integer.
    Int(i64),
    /// Any other string.
    Text(&'a [u8]),
    /// A compact structure as its bytes.
    Packed(Packed<'a>),
    /// A structure, or a long string.
    Object(&'a Object<'a>),
}

/// What is read.
#[derive(Debug)]
pub enum Loaded {
    /// A string, which may be an integer.
    Text(Bytes),
    /// A structure with something in it.
    Object(Object<'static>),
    /// A structure of which nothing is left: the time of every field was over.
    Nothing,
}

/// What reading goes by.
#[derive(Clone, Copy, Debug)]
pub struct LoadRules<'a> {
    /// Limits of encodings, and what fields are hashed with.
    pub rules: Rules<'a>,
    /// Fields whose time is over by then are left out, Unix time in ms.
    pub now_ms: i64,
}

/// Writes the kind of a value and the value.
pub fn save(value: Stored<'_>, writer: &mut Writer) {
    match value {
        Stored::Int(number) => {
            writer.kind(Kind::Text);
            writer.integer(number);
        }
        Stored::Text(text) => save_text(text, writer),
        Stored::Packed(packed) => save(Stored::Object(&packed.object()), writer),
        Stored::Object(Object::Raw(text)) => save_text(text, writer),
        Stored::Object(Object::List(list)) => list::save(list, writer),
        Stored::Object(Object::Hash(hash)) => hash::save(hash, writer),
        Stored::Object(Object::Stream(stream)) => stream::save(stream, writer),
        Stored::Object(Object::Set(set)) => set::save(set, writer),
        Stored::Object(Object::SortedSet(set)) => zset::save(set, writer),
    }
}

fn save_text(text: &[u8], writer: &mut Writer) {
    writer.kind(Kind::Text);
    writer.string(text);
}

/// Reads a value of this kind.
pub fn load(
    kind: Kind,
    reader: &mut Reader<'_>,
    rules: &LoadRules<'_>,
) -> Result<Loaded, Malformed> {
    let object = match kind {
        Kind::Text => {
            let text = reader.string()?;
            return Ok(Loaded::Text(Bytes::from(text.into_owned())));
        }
        Kind::List | Kind::ListZiplist | Kind::ListZiplists | Kind::ListNodes => {
            Object::List(list::load(kind, reader, rules)?)
        }
        Kind::Hash | Kind::HashZipmap | Kind::HashZiplist | Kind::HashListpack => {
            Object::Hash(hash::load(kind, reader, rules)?)
        }
        Kind::HashExpiring => match hash::load_expiring(reader, rules)? {
            Some(hash) => Object::Hash(hash),
            None => return Ok(Loaded::Nothing),
        },
        Kind::Set | Kind::SetIntegers | Kind::SetListpack => {
            Object::Set(set::load(kind, reader, rules)?)
        }
        Kind::SortedSetText
        | Kind::SortedSet
        | Kind::SortedSetZiplist
        | Kind::SortedSetListpack => Object::SortedSet(zset::load(kind, reader, rules)?),
        Kind::Stream1 | Kind::Stream2 | Kind::Stream3 => {
            Object::Stream(Box::new(stream::load(kind, reader)?))
        }
    };
    Ok(Loaded::Object(object))
}
