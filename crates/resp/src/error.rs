//! Error replies: their texts, as clients match them.
//!
//! Never knows why a command fails, only how the failure reads.

use std::borrow::Cow;
use std::fmt;

/// Text of an error reply without the leading `-` and the line end, its first word the error's code
/// (`ERR wrong ...`). Bytes, since it may quote what a client sent.
#[derive(Clone, PartialEq, Eq)]
pub struct ReplyError(Cow<'static, [u8]>);

macro_rules! texts {
    ($($name:ident = $text:literal;)*) => {
        $(#[doc = concat!("`", $text, "`")] pub const $name: Self = Self::fixed($text);)*
    };
}

impl ReplyError {
    texts! {
        WRONGTYPE = "WRONGTYPE Operation against a key holding the wrong kind of value";
        SYNTAX = "ERR syntax error";
        NOT_INTEGER = "ERR value is not an integer or out of range";
        NOT_FLOAT = "ERR value is not a valid float";
        NO_SUCH_KEY = "ERR no such key";
        OUT_OF_RANGE = "ERR value is out of range";
        NOT_POSITIVE = "ERR value is out of range, must be positive";
        INDEX_OUT_OF_RANGE = "ERR index out of range";
        OVERFLOW = "ERR increment or decrement would overflow";
        SAME_OBJECT = "ERR source and destination objects are the same";
        DB_OUT_OF_RANGE = "ERR DB index is out of range";
        STRING_TOO_LONG = "ERR string exceeds maximum allowed size (proto-max-bulk-len)";
        OFFSET_OUT_OF_RANGE = "ERR offset is out of range";
        NAN_OR_INFINITY = "ERR increment would produce NaN or Infinity";
        TIMEOUT_NEGATIVE = "ERR timeout is negative";
        TIMEOUT_NOT_FLOAT = "ERR timeout is not a float or out of range";
        TIMEOUT_OUT_OF_RANGE = "ERR timeout is out of range";
        INVALID_CURSOR = "ERR invalid cursor";
        CROSSSLOT = "CROSSSLOT Keys in request don't hash to the same slot";
        NOAUTH = "NOAUTH Authentication required.";
        EXEC_ABORT = "EXECABORT Transaction discarded because of previous errors.";
    }

    /// A text known when the program is compiled.
    #[must_use]
    pub const fn fixed(text: &'static str) -> Self {
        Self(Cow::Borrowed(text.as_bytes()))
    }

    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(Cow::Owned(text.into().into_bytes()))
    }

    /// A text that quotes bytes of a client.
    #[must_use]
    pub fn from_bytes(text: Vec<u8>) -> Self {
        Self(Cow::Owned(text))
    }

    #[must_use]
    pub fn text(&self) -> &[u8] {
        &self.0
    }

    /// The first word: `ERR`, `WRONGTYPE`...
    #[must_use]
    pub fn code(&self) -> &[u8] {
        self.0.split(|&b| b == b' ').next().unwrap_or_default()
    }
}

impl fmt::Debug for ReplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "-{}", self.0.escape_ascii())
    }
}

impl fmt::Display for ReplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.escape_ascii())
    }
}

impl std::error::Error for ReplyError {}
