//! The second look at a request that the rules could not read. Valkey's is laxer about numbers and
//! claims nothing of what is done to the keys; the body will refuse such a request, but COMMAND
//! GETKEYS and access control see these keys.

use super::{KeyList, KeysError};
use crate::ArgList;
use crate::key_specs::{Begin, Find, KeyFlags, KeySpec};

pub(super) fn apply(
    specs: &[KeySpec],
    args: &(impl ArgList + ?Sized),
    keys: &mut KeyList,
) -> Result<(), KeysError> {
    keys.clear();
    match specs {
        [
            KeySpec {
                begin: Begin::Keyword {
                    keyword: "STREAMS", ..
                },
                ..
            },
        ] => streams(args, keys),
        [
            ..,
            KeySpec {
                begin: Begin::Index(begin),
                find,
                ..
            },
        ] => {
            counted(usize::from(*begin), *find, args, keys)?;
            if specs.len() > 1 {
                keys.push(1, KeyFlags::NONE);
            }
            Ok(())
        }
        _ => Err(KeysError),
    }
}

/// As many keys as a number that may have a sign, leading blanks and zeros, and a tail of anything.
fn counted(
    begin: usize,
    find: Find,
    args: &(impl ArgList + ?Sized),
    keys: &mut KeyList,
) -> Result<(), KeysError> {
    let Find::KeyNum {
        count_at,
        first,
        step: 1,
    } = find
    else {
        return Err(KeysError);
    };
    let count_at = begin + usize::from(count_at);
    let first = begin + usize::from(first);
    if count_at >= args.len() {
        return Err(KeysError);
    }
    let count = usize::try_from(lax_i32(args.arg(count_at))).map_err(|_| KeysError)?;
    if count == 0 || count > args.len().saturating_sub(first) {
        return Err(KeysError);
    }
    (first..first + count).for_each(|index| keys.push(index, KeyFlags::NONE));
    Ok(())
}

/// The first half of what follows STREAMS, options being skipped from the left.
fn streams(args: &(impl ArgList + ?Sized), keys: &mut KeyList) -> Result<(), KeysError> {
    let mut index = 1;
    while index < args.len() {
        let arg = args.arg(index);
        let is = |word: &str| arg.eq_ignore_ascii_case(word.as_bytes());
        if is("streams") {
            let left = args.len() - index - 1;
            if left == 0 || left % 2 == 1 {
                return Err(KeysError);
            }
            (index + 1..=index + left / 2).for_each(|index| keys.push(index, KeyFlags::NONE));
            return Ok(());
        }
        index += if is("noack") {
            1
        } else if is("block") || is("count") {
            2
        } else if is("group") {
            3
        } else {
            return Err(KeysError);
        };
    }
    Err(KeysError)
}

/// C's `atoi`: saturates at 64 bits, then keeps the low 32.
fn lax_i32(text: &[u8]) -> i32 {
    let text = text.trim_ascii_start();
    let (negative, digits) = match text.split_first() {
        Some((b'-', rest)) => (true, rest),
        Some((b'+', rest)) => (false, rest),
        _ => (false, text),
    };
    let mut value: i64 = 0;
    for digit in digits.iter().take_while(|byte| byte.is_ascii_digit()) {
        let digit = i64::from(digit - b'0');
        value = value.saturating_mul(10);
        value = if negative {
            value.saturating_sub(digit)
        } else {
            value.saturating_add(digit)
        };
    }
    value as i32
}
