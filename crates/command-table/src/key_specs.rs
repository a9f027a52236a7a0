//! The vocabulary for saying where a command's keys are. It states rules and applies none.

use crate::spec::named_bits;

/// The quickest way to a command's keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlan {
    /// The command has no keys.
    None,
    /// Exactly one key, at this argument.
    One(u8),
    /// The keys are what [`crate::Spec::range`] says, all under the first key specification.
    Range,
    /// Walk the key specifications.
    Specs,
    /// The options decide what is a key, or how a key is used.
    Code(KeyCode),
}

/// Commands whose keys need code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCode {
    /// SET: reads its key only with GET.
    Set,
    /// BITFIELD: only reads its key if all its operations are GET.
    Bitfield,
    /// SORT: STORE may stand anywhere among the options, and the last one counts.
    Sort,
    /// SORT_RO: what BY and GET reach cannot be told.
    SortReadOnly,
    /// MIGRATE: one key, or KEYS with an empty key argument.
    Migrate,
    /// GEORADIUS and GEORADIUSBYMEMBER: STORE or STOREDIST, the last one counts.
    Georadius,
}

/// First and last argument that is a key (a negative last counts from the end, -1 being the last
/// argument), and how far keys are apart. All 0: none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegacyRange {
    pub first: i8,
    pub last: i8,
    pub step: i8,
}

/// One rule: where keys begin, how they go on from there, and what is done to them.
#[derive(Debug, PartialEq, Eq)]
pub struct KeySpec {
    pub begin: Begin,
    pub find: Find,
    pub flags: KeyFlags,
    /// A remark for the reader of COMMAND INFO; empty for most.
    pub notes: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// At this argument.
    Index(u8),
    /// After the first `keyword`, looking from argument `from` on; a negative `from` counts from
    /// the end and looks backwards.
    Keyword { keyword: &'static str, from: i8 },
    /// Cannot be stated as a rule.
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Find {
    /// Up to `last`: relative to the beginning if not negative, else from the end (-1 is the last
    /// argument). With `limit` n of 2 or more, only the first 1/n of what is left.
    Range { last: i8, step: u8, limit: u8 },
    /// The argument `count_at` places after the beginning says how many; the first key is `first`
    /// places after the beginning.
    KeyNum { count_at: u8, first: u8, step: u8 },
    /// Cannot be stated as a rule.
    Unknown,
}

named_bits!(
    /// What a command does to a key.
    KeyFlags,
    u16,
    [
        /// Reads the value, or facts about it.
        RO = "RO",
        /// Reads and changes the value.
        RW = "RW",
        /// Replaces the value without looking at it.
        OW = "OW",
        /// Removes the key.
        RM = "RM",
        /// Hands user data of the value to the client, or uses it.
        ACCESS = "access",
        /// Changes user data that was there.
        UPDATE = "update",
        /// Adds user data.
        INSERT = "insert",
        /// Deletes user data.
        DELETE = "delete",
        /// Routed like a key, but names something else (a channel, a slot).
        NOT_KEY = "not_key",
        /// The rule may miss keys.
        INCOMPLETE = "incomplete",
        /// The options decide which of the other flags are true.
        VARIABLE_FLAGS = "variable_flags",
    ]
);
