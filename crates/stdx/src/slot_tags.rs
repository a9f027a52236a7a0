//! A short hash tag for every slot: what a cursor or a key has to hold to belong to it.
//!
//! It knows nothing of cursors. The tags are those that Valkey's CLUSTERSCAN tells.

use std::sync::LazyLock;

use crate::slot::{SLOTS, slot_of};

/// Bytes that tags consist of, in the order in which they are tried.
const ALPHABET: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Every slot has a tag of so many bytes at most.
const TAG_BYTES_MAX: usize = 3;

/// By slot; shorter tags end in zero bytes.
static TAGS: LazyLock<Box<[[u8; TAG_BYTES_MAX]]>> = LazyLock::new(find_all);

/// The first of the shortest texts of digits and letters whose slot is `slot`.
pub fn tag_of(slot: u16) -> &'static str {
    let tag = &TAGS[usize::from(slot) % SLOTS];
    let len = tag.iter().position(|&byte| byte == 0).unwrap_or(tag.len());
    str::from_utf8(&tag[..len]).unwrap_or_default()
}

fn find_all() -> Box<[[u8; TAG_BYTES_MAX]]> {
    let mut tags = vec![[0; TAG_BYTES_MAX]; SLOTS].into_boxed_slice();
    for len in 1..=TAG_BYTES_MAX {
        for number in 0..ALPHABET.len().pow(len as u32) {
            let mut tag = [0; TAG_BYTES_MAX];
            let mut rest = number;
            for place in tag[..len].iter_mut().rev() {
                *place = ALPHABET[rest % ALPHABET.len()];
                rest /= ALPHABET.len();
            }
            let known = &mut tags[usize::from(slot_of(&tag[..len]))];
            if known[0] == 0 {
                *known = tag;
            }
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_recorded_from_valkey() {
        let recorded = [
            (0, "06S"),
            (1, "Qi"),
            (5, "460"),
            (80, "avs"),
            (151, "bqs"),
            (866, "CX"),
            (12182, "9Le"),
            (15495, "a"),
        ];
        for (slot, tag) in recorded {
            assert_eq!(tag_of(slot), tag);
        }
    }

    #[test]
    fn every_slot_has_a_tag_of_its_own() {
        for slot in 0..SLOTS as u16 {
            assert_eq!(slot_of(tag_of(slot).as_bytes()), slot);
        }
    }
}
