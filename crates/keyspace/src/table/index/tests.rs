//! The index alone, over entries that are nothing but hashes.

use super::*;
use std::cell::Cell;

/// Entry n has the n-th hash; counts how many are asked for.
struct Hashes {
    all: Vec<u64>,
    asked: Cell<usize>,
}

impl Entries for Hashes {
    fn hash_of(&self, reference: u32) -> u64 {
        self.asked.set(self.asked.get() + 1);
        self.all[reference as usize]
    }

    fn prefetch(&self, _reference: u32) {}
}

fn hashes(count: usize) -> Hashes {
    let mut rng = Rng::new(7);
    Hashes {
        all: (0..count).map(|_| rng.next_u64()).collect(),
        asked: Cell::new(0),
    }
}

fn filled(entries: &Hashes) -> (Index, usize) {
    let (mut index, mut longest) = (Index::new(), 0);
    for (reference, hash) in entries.all.iter().enumerate() {
        entries.asked.set(0);
        index.make_room(*hash, entries);
        index.insert(*hash, reference as u32);
        longest = longest.max(entries.asked.get());
    }
    (index, longest)
}

#[test]
fn grows_and_shrinks_in_bounded_steps_and_finds_everything() {
    let entries = hashes(100_000);
    let (mut index, longest) = filled(&entries);
    index.assert_consistent(&entries);
    assert!(matches!(index, Index::Many(Segments::Large(_))));
    assert!(longest <= 6000, "one insert moved {longest} references");
    let mut longest = 0;
    for (reference, hash) in entries.all.iter().enumerate() {
        let reference = reference as u32;
        let (position, _) = index.find(*hash, |other| other == reference).unwrap();
        entries.asked.set(0);
        index.remove(*hash, position, &entries);
        longest = longest.max(entries.asked.get());
        if reference.is_multiple_of(10_000) {
            index.assert_consistent(&entries);
        }
    }
    assert!(longest <= 6000, "one removal moved {longest} references");
    assert_eq!((index.len(), index.heap_bytes()), (0, 0));
}

#[test]
fn takes_about_seven_bytes_per_entry() {
    for count in [100, 300, 1000, 4000, 30_000, 200_000] {
        let (index, _) = filled(&hashes(count));
        let bytes = index.heap_bytes() as f64 / count as f64;
        assert!(
            (5.3..8.3).contains(&bytes),
            "{bytes} bytes each for {count}"
        );
    }
}

#[test]
fn nearly_all_entries_lie_in_their_own_bucket() {
    let entries = hashes(300);
    let (index, _) = filled(&entries);
    let away: usize = match &index {
        Index::Many(Segments::Small(segment)) => {
            segment.buckets().iter().map(|b| b.passed() as usize).sum()
        }
        _ => panic!("300 entries fit one segment"),
    };
    assert!(away < 30, "{away} of 300 entries are elsewhere");
}

#[test]
fn random_choice_is_even() {
    let entries = hashes(1000);
    let (index, _) = filled(&entries);
    let (mut counts, mut rng) = (vec![0u32; 1000], Rng::new(3));
    for _ in 0..100_000 {
        counts[index.random(&mut rng).unwrap() as usize] += 1;
    }
    assert!(
        counts.iter().all(|count| (50..160).contains(count)),
        "{counts:?}"
    );
    assert_eq!(Index::new().random(&mut rng), None);
}

#[test]
fn twelve_entries_need_no_memory_if_their_references_are_small() {
    let entries = hashes(13);
    let (mut index, _) = filled(&hashes(12));
    assert_eq!((index.len(), index.heap_bytes()), (12, 0));
    index.make_room(entries.all[12], &entries);
    index.insert(entries.all[12], 12);
    assert_eq!((index.len(), index.heap_bytes()), (13, 128));
    index.assert_consistent(&entries);
    for reference in 0..9 {
        let hash = entries.all[reference as usize];
        let (position, _) = index.find(hash, |other| other == reference).unwrap();
        index.remove(hash, position, &entries);
        index.assert_consistent(&entries);
    }
    assert_eq!((index.len(), index.heap_bytes()), (4, 0));
    // A reference that does not fit keeps its place in a bucket.
    let hash = entries.all[10];
    let (position, _) = index.find(hash, |other| other == 10).unwrap();
    index.set_reference(position, u32::MAX);
    assert_eq!(
        index
            .find(hash, |other| other == 10)
            .map(|(_, found)| found),
        None
    );
    index.set_reference(position, 65_535);
    assert_eq!(
        index
            .find(hash, |other| other == 65_535)
            .map(|(_, found)| found),
        Some(65_535)
    );
    assert_eq!((index.len(), index.heap_bytes()), (4, 64));
    assert!(index.replace(entries.all[11], 11, 65_536));
}
