//! Commands of which no rule says where their keys are or how they are used.

use super::{KeyList, KeysError};
use crate::ArgList;
use crate::key_specs::{KeyCode, KeyFlags};

const READ: KeyFlags = KeyFlags::RO.union(KeyFlags::ACCESS);
const REPLACE: KeyFlags = KeyFlags::OW.union(KeyFlags::UPDATE);
const READ_UPDATE: KeyFlags = KeyFlags::RW.union(KeyFlags::ACCESS).union(KeyFlags::UPDATE);
const READ_DELETE: KeyFlags = KeyFlags::RW.union(KeyFlags::ACCESS).union(KeyFlags::DELETE);

pub(super) fn apply(
    code: KeyCode,
    args: &(impl ArgList + ?Sized),
    keys: &mut KeyList,
) -> Result<(), KeysError> {
    match code {
        KeyCode::Set => {
            keys.push(1, set_flags(args));
            Ok(())
        }
        KeyCode::Bitfield => {
            keys.push(1, bitfield_flags(args));
            Ok(())
        }
        KeyCode::SortReadOnly => {
            keys.push(1, READ);
            Ok(())
        }
        KeyCode::Sort => {
            keys.push(1, READ);
            keys.0
                .extend(sort_store(args).map(|index| key(index, REPLACE)));
            Ok(())
        }
        KeyCode::Georadius => {
            keys.push(1, READ);
            keys.0
                .extend(georadius_store(args).map(|index| key(index, REPLACE)));
            Ok(())
        }
        KeyCode::Migrate => migrate(args, keys),
    }
}

fn key(index: usize, flags: KeyFlags) -> super::Key {
    super::Key {
        index: index as u32,
        flags,
    }
}

fn is(args: &(impl ArgList + ?Sized), index: usize, word: &str) -> bool {
    args.arg(index).eq_ignore_ascii_case(word.as_bytes())
}

fn set_flags(args: &(impl ArgList + ?Sized)) -> KeyFlags {
    if (3..args.len()).any(|index| is(args, index, "get")) {
        READ_UPDATE
    } else {
        REPLACE
    }
}

/// What cannot be understood is taken for a write.
fn bitfield_flags(args: &(impl ArgList + ?Sized)) -> KeyFlags {
    let mut index = 2;
    while index < args.len() {
        let left = args.len() - index - 1;
        if is(args, index, "get") && left >= 2 {
            index += 3;
        } else if is(args, index, "overflow") && left >= 1 {
            index += 2;
        } else {
            return READ_UPDATE;
        }
    }
    READ
}

/// The key after the last STORE that is not another option's value.
fn sort_store(args: &(impl ArgList + ?Sized)) -> Option<usize> {
    let mut store = None;
    let mut index = 2;
    while index < args.len() {
        if is(args, index, "limit") {
            index += 2;
        } else if is(args, index, "get") || is(args, index, "by") {
            index += 1;
        } else if is(args, index, "store") && index + 1 < args.len() {
            store = Some(index + 1);
        }
        index += 1;
    }
    store
}

/// The key after the last STORE or STOREDIST.
fn georadius_store(args: &(impl ArgList + ?Sized)) -> Option<usize> {
    let mut store = None;
    let mut index = 5;
    while index + 1 < args.len() {
        if is(args, index, "store") || is(args, index, "storedist") {
            store = Some(index + 1);
            index += 1;
        }
        index += 1;
    }
    store
}

/// KEYS counts as the last argument only if the word stands somewhere before it too: that is where
/// Valkey's rule, which looks at all but the last argument, sends the request on to its code.
fn migrate(args: &(impl ArgList + ?Sized), keys: &mut KeyList) -> Result<(), KeysError> {
    let suspected = (2..args.len().saturating_sub(1)).any(|index| is(args, index, "keys"));
    let mut index = 6;
    while suspected && index < args.len() {
        if is(args, index, "keys") {
            if !args.arg(3).is_empty() || index + 1 == args.len() {
                return Err(KeysError);
            }
            (index + 1..args.len()).for_each(|index| keys.push(index, READ_DELETE));
            return Ok(());
        }
        index += if is(args, index, "auth") {
            2
        } else if is(args, index, "auth2") {
            3
        } else {
            1
        };
    }
    keys.push(3, READ_DELETE);
    Ok(())
}
