//! Waiting for entries: when XREAD and XREADGROUP can be served, and what they wait with.
//!
//! One that waits is served by its own body, called again.

use command_table::CommandId;
use keyspace::{Slot, SlotView};
use resp::Args;
use stdx::slot::slot_of;
use values::StreamId;

use super::read::{After, Reading, has_after};
use crate::keys::stream_in;

/// Whether a request of `command` that waits for `key` has an answer now, if only an error.
pub fn is_ready(
    (command, args): (CommandId, Args<'_>),
    slot: &mut Slot,
    (db, key, now_ms): (u32, &[u8], i64),
) -> bool {
    let for_group = command == CommandId::Xreadgroup;
    if !for_group && command != CommandId::Xread {
        return false;
    }
    let Ok(reading) = Reading::parse(args, for_group, 0) else {
        return true;
    };
    let Ok(stream) = stream_in(slot, (db, key, now_ms)) else {
        // Who reads for a group is told that there is none.
        return for_group;
    };
    if let Some((group, _)) = reading.group {
        let group = stream.and_then(|stream| Some((stream, stream.group(group)?)));
        return group.is_none_or(|(stream, group)| has_after(stream, group.last_id));
    }
    let Some(stream) = stream else {
        return false;
    };
    let mut asked = (0..reading.keys).filter(|&i| reading.key(args, i) == key);
    asked.any(|i| {
        let after = After::parse(args.get(reading.id_at(i)));
        after.is_ok_and(|after| has_after(stream, after.id(Some(stream))))
    })
}

/// The words that stand for others while a request waits: its `$` and `+` mean the present.
pub fn fixed_words(
    (command, args): (CommandId, Args<'_>),
    view: &mut SlotView<'_>,
    (db, now_ms): (u32, i64),
) -> Vec<(usize, Vec<u8>)> {
    if command != CommandId::Xread {
        return Vec::new();
    }
    let Ok(reading) = Reading::parse(args, false, 0) else {
        return Vec::new();
    };
    let mut fixed = Vec::new();
    for i in 0..reading.keys {
        let (key, at) = (reading.key(args, i), reading.id_at(i));
        let after = After::parse(args.get(at));
        if let Ok(after @ (After::Present | After::BeforeLast)) = after {
            let slot = view.slot(slot_of(key));
            let stream = slot.and_then(|slot| stream_in(slot, (db, key, now_ms)).ok()?);
            let id: StreamId = after.id(stream);
            fixed.push((at, id.to_vec()));
        }
    }
    fixed
}

/// The words of a request without the keys that `held` denies and their ids. `None`: the request
/// is not of this family.
pub fn at_hand<'a>(
    (command, args): (CommandId, Args<'a>),
    mut held: impl FnMut(&[u8]) -> bool,
) -> Option<Vec<&'a [u8]>> {
    let for_group = command == CommandId::Xreadgroup;
    if !for_group && command != CommandId::Xread {
        return None;
    }
    let reading = Reading::parse(args, for_group, 0).ok()?;
    let kept: Vec<usize> = (0..reading.keys)
        .filter(|&i| held(reading.key(args, i)))
        .collect();
    let mut words: Vec<&[u8]> = (0..reading.keys_at).map(|at| args.get(at)).collect();
    words.extend(kept.iter().map(|&i| reading.key(args, i)));
    words.extend(kept.iter().map(|&i| args.get(reading.id_at(i))));
    Some(words)
}
