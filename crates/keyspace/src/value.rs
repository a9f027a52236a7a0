//! What goes into a table and what comes out of it: values, expiry times, results of a lookup.
//!
//! Plain types without behaviour of tables.

use bytes::Bytes;
use values::{Object, Packed};

/// An entry of a table. Good until the table is changed by anything but an access to this entry's
/// own LRU field or object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryRef(pub(crate) u32);

/// Answer to the search for a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The table has no such key.
    Missing,
    /// The key's time is over; it is still there and whoever asked must remove it.
    Expired,
    /// The entry of the key.
    Found(EntryRef),
}

impl Lookup {
    /// The entry, if the key was found.
    pub fn found(self) -> Option<EntryRef> {
        match self {
            Self::Found(entry) => Some(entry),
            Self::Missing | Self::Expired => None,
        }
    }
}

/// The value of an entry.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A string that is an integer.
    Int(i64),
    /// A string that lies in the entry.
    Str(&'a [u8]),
    /// A compact collection that lies in the entry.
    Packed(Packed<'a>),
    /// Anything else; also long strings ([`Object::Raw`]).
    Object(&'a Object<'static>),
}

impl<'a> Value<'a> {
    /// Valkey's name of the type.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Int(_) | Self::Str(_) => "string",
            Self::Packed(packed) => packed.type_name(),
            Self::Object(object) => object.type_name(),
        }
    }

    /// The bytes, if it is a string; `buffer` holds those of an integer.
    #[inline]
    pub fn string<'b>(&self, buffer: &'b mut [u8; 20]) -> Option<&'b [u8]>
    where
        'a: 'b,
    {
        match *self {
            Self::Int(number) => Some(stdx::num::format_i64(number, buffer)),
            Self::Str(bytes) => Some(bytes),
            Self::Object(Object::Raw(bytes)) => Some(bytes),
            Self::Object(_) | Self::Packed(_) => None,
        }
    }
}

/// A value to be stored. Where it is kept (in the entry or outside) is the table's choice.
#[derive(Debug)]
pub enum NewValue<'a> {
    /// A string that is an integer in its shortest form.
    Int(i64),
    /// A string as it was received; short ones are "embstr".
    Bytes(&'a [u8]),
    /// A string that was edited: its encoding is "raw" however short it is.
    Raw(&'a [u8]),
    /// A string that is already counted by reference; kept without a copy if it is long.
    Shared(Bytes),
    /// A structure.
    Object(Object<'static>),
}

/// What becomes of the expiry time when a value is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expire {
    /// An existing one stays.
    Keep,
    /// The key does not expire.
    None,
    /// The key expires after this time, in unix ms.
    At(i64),
}

/// A key's content taken out of a table, ready for [`crate::Table::put`].
#[derive(Debug)]
pub struct Taken {
    /// The value.
    pub value: TakenValue,
    /// When it expires, in unix ms.
    pub expire_at_ms: Option<i64>,
}

/// An owned value.
#[derive(Debug)]
pub enum TakenValue {
    /// A string that is an integer.
    Int(i64),
    /// A short string as it was received.
    Bytes(Vec<u8>),
    /// A short string of encoding "raw".
    Raw(Vec<u8>),
    /// Anything else.
    Object(Object<'static>),
}

impl TakenValue {
    /// Valkey's name of the type.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Int(_) | Self::Bytes(_) | Self::Raw(_) => "string",
            Self::Object(object) => object.type_name(),
        }
    }
}
