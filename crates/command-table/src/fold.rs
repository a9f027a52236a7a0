//! Names of commands as two words and a hash. Shared between the lookup at run time and the
//! generator that lays out its table, so it names nothing of the crate.

/// Slots of the table of names; a power of two.
pub(crate) const TABLE_SLOTS: usize = 512;
/// Buckets that share one displacement; a power of two.
pub(crate) const BUCKETS: usize = 128;

/// The first and last bytes of `name` in lower case. Together with the length they determine a
/// name of up to 16 letters and digits; `_` and `-` share their image with one other byte each.
#[inline]
pub(crate) fn words(name: &[u8]) -> (u64, u64) {
    const LOWER: u64 = 0x2020_2020_2020_2020;
    let (head, tail) =
        if let (Some(head), Some(tail)) = (name.first_chunk::<8>(), name.last_chunk::<8>()) {
            (u64::from_le_bytes(*head), u64::from_le_bytes(*tail))
        } else if let (Some(head), Some(tail)) = (name.first_chunk::<4>(), name.last_chunk::<4>()) {
            (
                u64::from(u32::from_le_bytes(*head)),
                u64::from(u32::from_le_bytes(*tail)),
            )
        } else if let (Some(first), Some(last)) = (name.first(), name.last()) {
            let middle = name[name.len() / 2];
            (u64::from(u32::from_le_bytes([*first, middle, *last, 0])), 0)
        } else {
            (0, 0)
        };
    (head | LOWER, tail | LOWER)
}

/// Mixes the words of a name under a `seed`, which the generator tries until no two names collide.
#[inline]
pub(crate) fn mix(words: (u64, u64), len: usize, seed: u64) -> u64 {
    let mixed = (words.0 ^ seed)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add(words.1.wrapping_mul(0xc2b2_ae3d_27d4_eb4f))
        .wrapping_add(len as u64);
    mixed ^ (mixed >> 29)
}

/// The bucket whose displacement leads to the slot.
#[inline]
pub(crate) fn bucket(mixed: u64) -> usize {
    (mixed >> 48) as usize & (BUCKETS - 1)
}

/// The only slot of the table at which a name can be.
#[inline]
pub(crate) fn slot(mixed: u64, displacement: u16) -> usize {
    ((mixed as usize) ^ usize::from(displacement)) & (TABLE_SLOTS - 1)
}
