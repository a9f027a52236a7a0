//! Which commands COMMAND LIST names. Matching of patterns is handed in.

use crate::{AclCategories, CommandId};

/// What comes after FILTERBY.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListFilter<'a> {
    /// Commands of a module; there are none.
    Module(&'a [u8]),
    /// Commands of a category, named without `@`; an unknown one has no commands.
    AclCategory(&'a [u8]),
    /// Commands whose full name matches, whatever its case.
    Pattern(&'a [u8]),
}

impl<'a> ListFilter<'a> {
    /// The filter called `kind`; nothing if there is none, which is a syntax error.
    pub fn new(kind: &[u8], value: &'a [u8]) -> Option<Self> {
        match kind.to_ascii_lowercase().as_slice() {
            b"module" => Some(Self::Module(value)),
            b"aclcat" => Some(Self::AclCategory(value)),
            b"pattern" => Some(Self::Pattern(value)),
            _ => None,
        }
    }
}

/// The commands and subcommands that `filter` lets through. `matches` takes a pattern and a name
/// and ignores case.
pub fn listed(
    filter: ListFilter<'_>,
    matches: impl Fn(&[u8], &[u8]) -> bool,
) -> impl Iterator<Item = CommandId> {
    let category = match filter {
        ListFilter::AclCategory(name) => AclCategories::by_name(name),
        _ => None,
    };
    CommandId::known().filter(move |id| match filter {
        ListFilter::Module(_) => false,
        ListFilter::AclCategory(_) => category.is_some_and(|c| id.spec().acl.contains(c)),
        ListFilter::Pattern(pattern) => matches(pattern, id.full_name().as_bytes()),
    })
}
