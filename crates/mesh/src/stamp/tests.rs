//! Stamps in one thread and between two.

use super::*;
use std::thread;

#[test]
fn counts_from_one_or_from_where_it_left_off() {
    let fresh = StampCounter::new();
    assert_eq!(
        (fresh.load(), fresh.next(), fresh.next(), fresh.load()),
        (0, 1, 2, 2)
    );
    let restored = StampCounter::after(41);
    assert_eq!((restored.load(), restored.next()), (41, 42));
}

#[test]
fn threads_draw_different_numbers() {
    const DRAWS: usize = 50_000;
    let counter = StampCounter::new();
    let draw = || (0..DRAWS).map(|_| counter.next()).collect::<Vec<u64>>();
    let (mine, theirs) = thread::scope(|scope| {
        let theirs = scope.spawn(draw);
        (draw(), theirs.join().unwrap())
    });
    assert!(mine.is_sorted() && theirs.is_sorted());
    let mut all = [mine, theirs].concat();
    all.sort_unstable();
    assert_eq!(all, (1..=2 * DRAWS as u64).collect::<Vec<_>>());
}
