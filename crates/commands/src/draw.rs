//! Drawing members of a collection at random, with and without repetition.
//!
//! Never knows what the collection is.

use resp::ReplyError;
use stdx::rng::Rng;

/// Members asked for with repetition: more would be a reply that nobody can hold.
pub(crate) const REPEATED_MAX: u64 = 1 << 24;
/// Collections up to this are copied for repeated draws.
pub(crate) const COPIED_MAX: usize = 1 << 10;
/// Asked for more than one of so many members, all are walked over; else they are drawn.
const WALKED_PART: usize = 3;

/// Whether `count` different ones of `len` members are better drawn one by one than by a walk.
pub(crate) fn is_few(count: usize, len: usize) -> bool {
    count < len / WALKED_PART && len > COPIED_MAX
}

/// A sample of `count` different members, or all of them, by one walk.
pub(crate) fn sample<T>(all: impl Iterator<Item = T>, count: usize, rng: &mut Rng) -> Vec<T> {
    let mut sample = Vec::new();
    if count == 0 {
        return sample;
    }
    for (number, member) in all.enumerate() {
        if sample.len() < count {
            sample.push(member);
            continue;
        }
        let place = rng.below(number as u64 + 1) as usize;
        if place < count {
            sample[place] = member;
        }
    }
    sample
}

/// `count` draws, each from all of the `len` members.
pub(crate) fn repeated<T: Copy>(
    count: u64,
    len: usize,
    all: impl Iterator<Item = T>,
    rng: &mut Rng,
    mut draw: impl FnMut(&mut Rng) -> Option<T>,
) -> Result<Vec<T>, ReplyError> {
    if count > REPEATED_MAX {
        return Err(ReplyError::OUT_OF_RANGE);
    }
    if count == 1 || len > COPIED_MAX {
        return Ok((0..count).map_while(|_| draw(rng)).collect());
    }
    let all: Vec<T> = all.collect();
    let drawn = (0..count).filter_map(|_| all.get(rng.below(all.len() as u64) as usize));
    Ok(drawn.copied().collect())
}

/// A number of members as Valkey reads it; negative with repetition.
pub(crate) fn parse_count(text: &[u8]) -> Result<i64, ReplyError> {
    match crate::parse::integer(text)? {
        i64::MIN => Err(ReplyError::fixed(
            "ERR value is out of range, value must between -9223372036854775807 and \
             9223372036854775807",
        )),
        count => Ok(count),
    }
}
