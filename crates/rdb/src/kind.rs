//! The byte before a value: its type and form.

use crate::reader::Malformed;

/// Types and forms of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// A string.
    Text = 0,
    /// Strings of a list (old).
    List = 1,
    /// Members of a set.
    Set = 2,
    /// Members with scores as text (old).
    SortedSetText = 3,
    /// Fields and values.
    Hash = 4,
    /// Members with scores as binary numbers.
    SortedSet = 5,
    /// Fields and values in a zipmap (old).
    HashZipmap = 9,
    /// A list in a ziplist (old).
    ListZiplist = 10,
    /// A set of integers, sorted.
    SetIntegers = 11,
    /// Members and scores in a ziplist (old).
    SortedSetZiplist = 12,
    /// Fields and values in a ziplist (old).
    HashZiplist = 13,
    /// A list in ziplists (old).
    ListZiplists = 14,
    /// A stream (old).
    Stream1 = 15,
    /// Fields and values in a listpack.
    HashListpack = 16,
    /// Members and scores in a listpack.
    SortedSetListpack = 17,
    /// A list in listpacks and single elements.
    ListNodes = 18,
    /// A stream (old).
    Stream2 = 19,
    /// A set in a listpack.
    SetListpack = 20,
    /// A stream.
    Stream3 = 21,
    /// Fields, values and expire times.
    HashExpiring = 22,
}

impl Kind {
    const ALL: [Self; 20] = [
        Self::Text,
        Self::List,
        Self::Set,
        Self::SortedSetText,
        Self::Hash,
        Self::SortedSet,
        Self::HashZipmap,
        Self::ListZiplist,
        Self::SetIntegers,
        Self::SortedSetZiplist,
        Self::HashZiplist,
        Self::ListZiplists,
        Self::Stream1,
        Self::HashListpack,
        Self::SortedSetListpack,
        Self::ListNodes,
        Self::Stream2,
        Self::SetListpack,
        Self::Stream3,
        Self::HashExpiring,
    ];

    /// The kind that `byte` stands for. Values of modules are not among them.
    pub fn of(byte: u8) -> Result<Self, Malformed> {
        let known = Self::ALL.into_iter().find(|kind| *kind as u8 == byte);
        known.ok_or(Malformed("unknown type of value"))
    }
}
