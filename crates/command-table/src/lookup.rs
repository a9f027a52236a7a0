//! From the words of a request to a command: case-insensitive lookup without allocation, and
//! Valkey's answers to requests that name no command or have too few or too many arguments.

use crate::fold::{bucket, mix, slot, words};
use crate::generated_lookup::{DISPLACEMENTS, ENTRIES, NAME_LEN_MAX, SEED};
use crate::{ArgList, CommandId};

/// How much of a name or of the arguments an error repeats, in bytes.
const ECHO_BYTES_MAX: usize = 128;

/// A place in the table of names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) head: u64,
    pub(crate) tail: u64,
    pub(crate) id: CommandId,
    pub(crate) len: u8,
    /// Whether the words and the length determine the name.
    pub(crate) exact: bool,
}

impl Entry {
    pub(crate) const fn new(head: u64, tail: u64, id: CommandId, len: u8, exact: bool) -> Self {
        Self {
            head,
            tail,
            id,
            len,
            exact,
        }
    }

    pub(crate) const EMPTY: Self = Self {
        head: 0,
        tail: 0,
        id: CommandId::FIRST,
        len: 0,
        exact: true,
    };
}

/// The command called `name` (no subcommand), whatever its case.
#[inline]
pub fn lookup(name: &[u8]) -> Option<CommandId> {
    if name.is_empty() || name.len() > NAME_LEN_MAX {
        return None;
    }
    let words = words(name);
    let mixed = mix(words, name.len(), SEED);
    let entry = &ENTRIES[slot(mixed, DISPLACEMENTS[bucket(mixed)])];
    let equal = entry.head == words.0
        && entry.tail == words.1
        && usize::from(entry.len) == name.len()
        && (entry.exact || entry.id.name().as_bytes().eq_ignore_ascii_case(name));
    equal.then_some(entry.id)
}

/// The subcommand of `container` called `name`, whatever its case. As on Valkey the name ends at a
/// NUL, which it does not for commands.
pub fn lookup_subcommand(container: CommandId, name: &[u8]) -> Option<CommandId> {
    let name = until_nul(name);
    let subcommands = container.spec().subcommands;
    subcommands
        .iter()
        .copied()
        .find(|id| id.name().as_bytes().eq_ignore_ascii_case(name))
}

/// The command with this full name, `get` or `client|list`, as COMMAND INFO and COMMAND DOCS take
/// it.
pub fn lookup_full_name(name: &[u8]) -> Option<CommandId> {
    match name.iter().position(|&byte| byte == b'|') {
        None => lookup(name),
        Some(bar) => lookup_subcommand(lookup(&name[..bar])?, &name[bar + 1..]),
    }
}

/// The command that a request names, without regard to the number of its arguments. A container
/// alone is the container itself.
#[inline]
pub fn find(args: &(impl ArgList + ?Sized)) -> Result<CommandId, LookupError> {
    if args.len() == 0 {
        return Err(LookupError::UnknownCommand);
    }
    let id = lookup(args.arg(0)).ok_or(LookupError::UnknownCommand)?;
    if args.len() == 1 || !id.spec().is_container() {
        return Ok(id);
    }
    lookup_subcommand(id, args.arg(1)).ok_or(LookupError::UnknownSubcommand { container: id })
}

/// The command that a request names, if it has as many arguments as the command takes.
#[inline]
pub fn resolve(args: &(impl ArgList + ?Sized)) -> Result<CommandId, LookupError> {
    let id = find(args)?;
    if id.spec().accepts_argc(args.len()) {
        Ok(id)
    } else {
        Err(LookupError::Arity { id })
    }
}

/// Why a request names no command that could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookupError {
    UnknownCommand,
    UnknownSubcommand { container: CommandId },
    Arity { id: CommandId },
}

impl LookupError {
    /// Valkey's text, from its `ERR` on and without the line end. Bytes, since it repeats what the
    /// client sent. `args` is the request that was looked up.
    pub fn text(self, args: &(impl ArgList + ?Sized)) -> Vec<u8> {
        let mut out = Vec::new();
        match self {
            Self::UnknownCommand => unknown_command(&mut out, args),
            Self::UnknownSubcommand { container } => {
                out.extend_from_slice(b"ERR unknown subcommand '");
                out.extend_from_slice(shown(args.arg(1), ECHO_BYTES_MAX));
                out.extend_from_slice(b"'. Try ");
                out.extend(
                    container
                        .name()
                        .bytes()
                        .map(|byte| byte.to_ascii_uppercase()),
                );
                out.extend_from_slice(b" HELP.");
            }
            Self::Arity {
                id: CommandId::Exec,
            } => {
                // EXEC refused for any reason is the end of its transaction, and says so.
                out.extend_from_slice(b"EXECABORT Transaction discarded because of: ");
                out.extend_from_slice(
                    arity_error(CommandId::Exec)
                        .trim_start_matches("ERR ")
                        .as_bytes(),
                );
            }
            Self::Arity { id } => out.extend_from_slice(arity_error(id).as_bytes()),
        }
        for byte in &mut out {
            if matches!(byte, b'\r' | b'\n') {
                *byte = b' ';
            }
        }
        out
    }
}

fn unknown_command(out: &mut Vec<u8>, args: &(impl ArgList + ?Sized)) {
    let name = if args.len() == 0 { b"" } else { args.arg(0) };
    out.extend_from_slice(b"ERR unknown command '");
    out.extend_from_slice(shown(name, ECHO_BYTES_MAX));
    out.extend_from_slice(b"', with args beginning with: ");
    let begin = out.len();
    for index in 1..args.len() {
        let used = out.len() - begin;
        if used >= ECHO_BYTES_MAX {
            break;
        }
        out.push(b'\'');
        out.extend_from_slice(shown(args.arg(index), ECHO_BYTES_MAX - used));
        out.extend_from_slice(b"' ");
    }
}

/// The text for a wrong number of arguments, which bodies need as well.
pub fn arity_error(id: CommandId) -> String {
    format!(
        "ERR wrong number of arguments for '{}' command",
        id.full_name()
    )
}

/// What an error shows of `text`: as far as `max` bytes or the first NUL.
fn shown(text: &[u8], max: usize) -> &[u8] {
    until_nul(&text[..text.len().min(max)])
}

fn until_nul(text: &[u8]) -> &[u8] {
    let end = text
        .iter()
        .position(|&byte| byte == 0)
        .unwrap_or(text.len());
    &text[..end]
}
