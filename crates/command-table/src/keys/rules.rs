//! Key specifications applied to a request: rules that are data.

use super::{KeyList, KeysError};
use crate::ArgList;
use crate::key_specs::{Begin, Find, KeyFlags, KeySpec};

/// Applies rule after rule. A rule that finds no place to begin is passed over; one that finds no
/// keys where it must, or counts more than there are arguments, spoils the whole request.
pub(super) fn apply(
    specs: &[KeySpec],
    args: &(impl ArgList + ?Sized),
    keys: &mut KeyList,
) -> Result<(), KeysError> {
    for spec in specs {
        if spec.flags.contains(KeyFlags::NOT_KEY) {
            continue;
        }
        let Some(begin) = begin(spec.begin, args) else {
            continue;
        };
        let Some((first, last, step)) = extent(spec.find, begin, args)? else {
            // No keys is a number of keys, but a destination alone is none of the request's keys.
            if keys.is_empty() {
                continue;
            } else {
                return Err(KeysError);
            }
        };
        let is_empty = last < first || last >= args.len();
        if is_empty
            && !matches!(
                (spec.begin, spec.find),
                (Begin::Index(_), Find::Range { .. })
            )
        {
            return Err(KeysError);
        }
        if !is_empty {
            (first..=last)
                .step_by(step)
                .for_each(|index| keys.push(index, spec.flags));
        }
    }
    Ok(())
}

/// A keyword is not sought at the last argument, nor at the one after the name from behind.
fn begin(begin: Begin, args: &(impl ArgList + ?Sized)) -> Option<usize> {
    match begin {
        Begin::Index(index) => Some(usize::from(index)),
        Begin::Keyword { keyword, from } => {
            let is_keyword =
                |index: &usize| args.arg(*index).eq_ignore_ascii_case(keyword.as_bytes());
            let distance = usize::from(from.unsigned_abs());
            let found = if from < 0 {
                (1..=args.len().checked_sub(distance)?)
                    .rev()
                    .find(is_keyword)
            } else {
                (distance..args.len().saturating_sub(1)).find(is_keyword)
            };
            found.map(|index| index + 1)
        }
        Begin::Unknown => None,
    }
}

/// First and last key and the distance between keys, or nothing if the rule names no key.
fn extent(
    find: Find,
    begin: usize,
    args: &(impl ArgList + ?Sized),
) -> Result<Option<(usize, usize, usize)>, KeysError> {
    let argc = args.len();
    match find {
        Find::Range { last, step, limit } => {
            let distance = usize::from(last.unsigned_abs());
            let last = if last >= 0 {
                begin + distance
            } else if limit <= 1 {
                argc.saturating_sub(distance)
            } else {
                let share = argc.saturating_sub(begin) / usize::from(limit);
                (begin + share).saturating_sub(distance)
            };
            Ok(Some((begin, last, usize::from(step).max(1))))
        }
        Find::KeyNum {
            count_at,
            first,
            step,
        } => {
            let count_at = begin + usize::from(count_at);
            if count_at >= argc {
                return Err(KeysError);
            }
            let count = super::count(args.arg(count_at)).ok_or(KeysError)?;
            let first = begin + usize::from(first);
            let step = usize::from(step).max(1);
            let Some(steps) = count.checked_sub(1) else {
                return Ok(None);
            };
            let last = steps
                .checked_mul(step)
                .and_then(|span| span.checked_add(first));
            Ok(last.map(|last| (first, last, step)))
        }
        Find::Unknown => Ok(None),
    }
}
