//! The table of Valkey's commands: what each is called, how many arguments it takes, where its
//! keys are, what it may do and which cores a request concerns (its [`Reach`]).
//!
//! The facts live in `specs/*.json`, one file per group of commands; `generated*.rs` is made of
//! them by `cargo run -p ringkey-command-table --example generate-command-table`. This crate knows
//! nothing of sessions, slots, replies, or of which commands have a body.

mod channels;
mod coverage;
mod describe;
mod fold;
#[rustfmt::skip]
mod generated;
#[rustfmt::skip]
mod generated_docs;
#[rustfmt::skip]
mod generated_lookup;
mod key_specs;
mod keys;
mod list;
mod lookup;
mod spec;
#[cfg(test)]
mod tests;

pub use channels::{ChannelAction, Channels, channels};
pub use coverage::coverage_markdown;
pub use describe::{ReplySink, write_docs, write_info};
pub use generated::CommandId;
pub use key_specs::{Begin, Find, KeyCode, KeyFlags, KeyPlan, KeySpec, LegacyRange};
pub use keys::{GetKeysError, Key, KeyList, KeysError, getkeys, keys, only_key};
pub use list::{ListFilter, listed};
pub use lookup::{
    LookupError, arity_error, find, lookup, lookup_full_name, lookup_subcommand, resolve,
};
pub use spec::{
    AclCategories, Argument, ArgumentFlags, ArgumentKind, DocFlags, Docs, Flags, Reach, Spec,
};

impl CommandId {
    #[inline]
    pub fn spec(self) -> &'static Spec {
        &generated::SPECS[usize::from(self as u16)]
    }

    /// Lower-case name, for a subcommand without its container.
    pub fn name(self) -> &'static str {
        self.spec().name
    }

    /// `get`, or `client|list` for a subcommand.
    pub fn full_name(self) -> &'static str {
        self.spec().full_name
    }

    /// The inverse of `id as u16`.
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// Commands that Valkey has, and their subcommands, ordered by full name: those that COMMAND
    /// tells of unasked. What is Ringkey's own is told when it is named, so that no client library
    /// meets a command that it does not expect.
    pub fn known() -> impl Iterator<Item = Self> + Clone {
        Self::ALL.into_iter().filter(|id| !id.is_own())
    }

    /// As [`known`](Self::known), without subcommands.
    pub fn top_level() -> impl Iterator<Item = Self> + Clone {
        Self::known().filter(|id| id.spec().parent.is_none())
    }

    /// Whether the command is Ringkey's own.
    pub fn is_own(self) -> bool {
        self.spec().docs.group == OWN_GROUP
    }
}

/// The group of commands that are Ringkey's own.
const OWN_GROUP: &str = "ringkey";

/// A request's arguments, the name of the command being argument 0.
#[allow(clippy::len_without_is_empty)]
pub trait ArgList {
    fn len(&self) -> usize;

    /// The argument at `index`, which is less than `len()`.
    fn arg(&self, index: usize) -> &[u8];
}

impl ArgList for [&[u8]] {
    fn len(&self) -> usize {
        <[&[u8]]>::len(self)
    }

    fn arg(&self, index: usize) -> &[u8] {
        self[index]
    }
}

impl ArgList for [Vec<u8>] {
    fn len(&self) -> usize {
        <[Vec<u8>]>::len(self)
    }

    fn arg(&self, index: usize) -> &[u8] {
        &self[index]
    }
}

impl<T: ArgList + ?Sized> ArgList for &T {
    fn len(&self) -> usize {
        T::len(self)
    }

    fn arg(&self, index: usize) -> &[u8] {
        T::arg(self, index)
    }
}

/// A request without its first arguments, as COMMAND GETKEYS has one inside its own.
pub struct Tail<'a, T: ?Sized> {
    args: &'a T,
    skip: usize,
}

impl<'a, T: ArgList + ?Sized> Tail<'a, T> {
    pub fn new(args: &'a T, skip: usize) -> Self {
        Self { args, skip }
    }
}

impl<T: ArgList + ?Sized> ArgList for Tail<'_, T> {
    fn len(&self) -> usize {
        self.args.len().saturating_sub(self.skip)
    }

    fn arg(&self, index: usize) -> &[u8] {
        self.args.arg(index + self.skip)
    }
}
