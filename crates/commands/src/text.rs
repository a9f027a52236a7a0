//! Strings as bodies see them, however they are kept.
//!
//! Never knows where a string lies, nor what asks for it.

use bytes::Bytes;
use keyspace::{NewValue, Value};
use resp::{ReplyError, ReplyWriter};
use stdx::num::{I64_TEXT_BYTES_MAX, format_i64, parse_i64};
use values::hash::FieldText;
use values::{Item, Object};

/// A string value.
#[derive(Clone, Copy)]
pub(crate) enum Text<'v> {
    Int(i64),
    Bytes(&'v [u8]),
    Shared(&'v Bytes),
}

/// Room for the digits of an integer.
pub(crate) type Digits = [u8; I64_TEXT_BYTES_MAX];

impl<'v> Text<'v> {
    #[inline]
    pub(crate) fn of(value: Value<'v>) -> Result<Self, ReplyError> {
        match value {
            Value::Int(number) => Ok(Self::Int(number)),
            Value::Str(bytes) => Ok(Self::Bytes(bytes)),
            Value::Object(Object::Raw(bytes)) => Ok(Self::Shared(bytes)),
            Value::Object(_) | Value::Packed(_) => Err(ReplyError::WRONGTYPE),
        }
    }

    /// The bytes; `digits` holds them if the string is an integer.
    #[inline]
    pub(crate) fn bytes<'b>(&self, digits: &'b mut Digits) -> &'b [u8]
    where
        'v: 'b,
    {
        match *self {
            Self::Int(number) => format_i64(number, digits),
            Self::Bytes(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.bytes(&mut [0; I64_TEXT_BYTES_MAX]).len()
    }

    /// The integer that the string spells.
    #[inline]
    pub(crate) fn integer(&self) -> Result<i64, ReplyError> {
        let parsed = match *self {
            Self::Int(number) => Some(number),
            Self::Bytes(bytes) => parse_i64(bytes),
            Self::Shared(_) => None,
        };
        parsed.ok_or(ReplyError::NOT_INTEGER)
    }

    #[inline]
    pub(crate) fn write(&self, reply: &mut ReplyWriter<'_>) {
        match *self {
            Self::Int(number) => reply.bulk_int(number),
            Self::Bytes(bytes) => reply.bulk(bytes),
            Self::Shared(bytes) => reply.shared(bytes.clone()),
        }
    }
}

impl<'v> From<FieldText<'v>> for Text<'v> {
    #[inline]
    fn from(text: FieldText<'v>) -> Self {
        match text {
            FieldText::Int(number) => Self::Int(number),
            FieldText::Bytes(bytes) => Self::Bytes(bytes),
            FieldText::Shared(bytes) => Self::Shared(bytes),
        }
    }
}

impl<'v> From<Item<'v>> for Text<'v> {
    #[inline]
    fn from(item: Item<'v>) -> Self {
        match item {
            Item::Int(number) => Self::Int(number),
            Item::Bytes(bytes) => Self::Bytes(bytes),
        }
    }
}

/// A string as it is to be kept.
#[inline]
pub(crate) fn new_text(bytes: &[u8], shared: Option<Bytes>) -> NewValue<'_> {
    match (parse_i64(bytes), shared) {
        (Some(number), _) => NewValue::Int(number),
        (None, Some(shared)) => NewValue::Shared(shared),
        (None, None) => NewValue::Bytes(bytes),
    }
}

/// Bytes of key and value that fit into one allocation of Valkey's, and how many of them an expire
/// time takes. Keys above [`SHORT_KEY_BYTES_MAX`] need two bytes more.
const EMBEDDED_BYTES_MAX: usize = 113;
const EXPIRE_BYTES: usize = 8;
const SHORT_KEY_BYTES_MAX: usize = 31;

/// Whether a string of `len` bytes is kept with its key only while the key does not expire. One
/// that replaces an expiring value is `raw` for good in Valkey, though the expire time goes.
#[inline]
pub(crate) fn is_embedded_unless_expiring(key_len: usize, len: usize) -> bool {
    let bytes = key_len + len + if key_len > SHORT_KEY_BYTES_MAX { 2 } else { 0 };
    (EMBEDDED_BYTES_MAX - EXPIRE_BYTES + 1..=EMBEDDED_BYTES_MAX).contains(&bytes)
}
