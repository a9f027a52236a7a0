//! Which keys of a table fall due when: records of a coarse time and a part of the key's hash.
//!
//! Each entry with an expiry time has at least one record that is not later than its time. When
//! the time of an entry is put off nothing happens; the record is moved when it comes up. Records
//! of keys that are gone are skipped. Once such stale records outnumber the live ones, all
//! are looked through, a few per change: each entry states in one bit whether it was already
//! carried over. It never reads entries.

use super::heap::Heap;

/// Length of a tick, the precision of records: 64 ms.
const TICK_SHIFT: u32 = 6;

/// Bits of a record that name its key, below those of the time.
const ID_BITS: u32 = 28;

const TAG_BITS: u32 = 8;

/// First tick (in the year 2109) that records cannot state; later times are put there.
const TICK_LIMIT: u64 = (1 << (64 - ID_BITS)) - 1;

/// Stale records that are always tolerated.
const STALE_TOLERATED: usize = 16;

/// Old records that are looked through for each new one.
pub(crate) const CARRIED_PER_CHANGE: usize = 4;

/// What is left of a hash in a record: its first 20 and its last 8 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RecordId(u32);

impl RecordId {
    pub(crate) fn of(hash: u64) -> Self {
        let first = (hash >> (64 - (ID_BITS - TAG_BITS))) as u32;
        Self(first << TAG_BITS | u32::from(hash as u8))
    }

    /// The lowest and the highest hash that have this id, but for the bits in the middle.
    pub(crate) fn hashes(self) -> (u64, u64) {
        let low = u64::from(self.0 >> TAG_BITS) << (64 - (ID_BITS - TAG_BITS));
        let middle = (1u64 << (64 - (ID_BITS - TAG_BITS))) - 1;
        let tag = u64::from(self.0 as u8);
        (low | tag, low | (middle & !0xff) | tag)
    }
}

/// The records of one table.
#[derive(Debug, Default)]
pub(crate) struct Due {
    /// Records whose entries carry the present generation, and stale ones.
    records: Heap,
    /// Records from before the last change of generation.
    old: Heap,
    generation: bool,
}

impl Due {
    /// The generation that an entry must carry once its record has been added.
    pub(crate) fn generation(&self) -> bool {
        self.generation
    }

    /// Adds a record for a key that expires at `at_ms`.
    pub(crate) fn add(&mut self, id: RecordId, at_ms: i64) {
        self.records
            .push(tick_after(at_ms) << ID_BITS | u64::from(id.0));
    }

    /// Starts to look the records through if they are many for `live` entries.
    pub(crate) fn renew_if_stale(&mut self, live: usize) {
        if self.old.len() == 0 && self.records.len() > 2 * live + STALE_TOLERATED {
            self.old = std::mem::take(&mut self.records);
            self.generation = !self.generation;
        }
    }

    /// Takes an old record that has to be looked at: its entry, if it exists and does not carry
    /// the present generation, wants a new record.
    pub(crate) fn take_old(&mut self) -> Option<RecordId> {
        self.old.pop_last().map(id_of)
    }

    /// Takes a record that is due at `now_ms`.
    pub(crate) fn take_due(&mut self, now_ms: i64) -> Option<RecordId> {
        let now = now_tick(now_ms);
        let due = |heap: &Heap| heap.peek().filter(|record| record >> ID_BITS <= now);
        let record = match (due(&self.records), due(&self.old)) {
            (Some(new), Some(old)) if new > old => self.old.pop(),
            (None, Some(_)) => self.old.pop(),
            (Some(_), _) => self.records.pop(),
            (None, None) => None,
        };
        record.map(id_of)
    }

    /// The time in unix ms at which the next record falls due.
    pub(crate) fn next_due_ms(&self) -> Option<i64> {
        let first = self.records.peek().into_iter().chain(self.old.peek()).min();
        first.map(|record| ((record >> ID_BITS) << TICK_SHIFT) as i64)
    }

    /// Records, stale ones included.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.records.len() + self.old.len()
    }

    /// Frees a part of the memory; true when none is left. Only for a table that is dropped.
    pub(crate) fn dissolve_some(&mut self, steps: usize) -> bool {
        self.records.dissolve_some(steps) && self.old.dissolve_some(steps)
    }

    pub(crate) fn heap_bytes(&self) -> usize {
        size_of::<Self>() + self.records.heap_bytes() + self.old.heap_bytes()
    }
}

fn id_of(record: u64) -> RecordId {
    RecordId(record as u32 & ((1 << ID_BITS) - 1))
}

/// The first tick whose beginning is later than `at_ms`: then the key has surely expired.
fn tick_after(at_ms: i64) -> u64 {
    let tick = (at_ms >> TICK_SHIFT) + 1;
    u64::try_from(tick).unwrap_or(0).min(TICK_LIMIT)
}

fn now_tick(now_ms: i64) -> u64 {
    let tick = u64::try_from(now_ms >> TICK_SHIFT).unwrap_or(0);
    tick.min(TICK_LIMIT - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_falls_due_just_after_its_time() {
        for at_ms in [0, 1, 63, 64, 65, 1_700_000_000_000, 1_700_000_000_063] {
            let mut due = Due::default();
            due.add(RecordId::of(1), at_ms);
            let next = due.next_due_ms().unwrap();
            assert!(next > at_ms && next <= at_ms + 64, "{at_ms} gave {next}");
            assert_eq!(due.take_due(next - 1), None);
            assert_eq!(due.take_due(next), Some(RecordId::of(1)));
        }
    }

    #[test]
    fn extreme_times_stay_in_range() {
        let mut due = Due::default();
        due.add(RecordId::of(1), i64::MAX);
        assert_eq!(due.take_due(i64::MAX), None);
        due.add(RecordId::of(2), i64::MIN);
        assert_eq!(due.take_due(0), Some(RecordId::of(2)));
    }

    #[test]
    fn an_id_keeps_the_ends_of_the_hash() {
        let hash = 0xabcd_ef01_2345_6789;
        let (low, high) = RecordId::of(hash).hashes();
        assert_eq!((low, high), (0xabcd_e000_0000_0089, 0xabcd_efff_ffff_ff89));
        assert_eq!(RecordId::of(low), RecordId::of(high));
    }
}
