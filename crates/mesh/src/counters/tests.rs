//! Counters: which cell is whose, and what adds up.

use super::*;
use std::thread;

/// More counters than fit in one line.
#[derive(Clone, Copy)]
struct Number(usize);

impl Counter for Number {
    const COUNT: usize = 20;

    fn index(self) -> usize {
        self.0
    }
}

#[test]
fn every_counter_of_every_core_is_its_own() {
    let counters = Counters::new(3);
    assert_eq!(counters.cores(), 3);
    for core in 0..3 {
        for number in 0..Number::COUNT {
            assert_eq!(counters.get(core, Number(number)), 0);
            counters.set(core, Number(number), u64::from(core) * 100 + number as u64);
        }
    }
    for core in 0..3 {
        for number in 0..Number::COUNT {
            let expected = u64::from(core) * 100 + number as u64;
            assert_eq!(counters.get(core, Number(number)), expected);
        }
    }
    assert_eq!(counters.sum(Number(19)), 19 + 119 + 219);
}

#[test]
fn a_core_may_take_away_what_another_has_counted() {
    let counters = Counters::new(2);
    counters.add(0, Number(5), 10);
    counters.sub(1, Number(5), 4);
    assert_eq!(counters.sum(Number(5)), 6);
    assert_eq!(counters.get(1, Number(5)), 4u64.wrapping_neg());
}

#[test]
fn nothing_is_lost_between_threads() {
    let counters = Counters::new(1);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..50_000 {
                    counters.add(0, Number(0), 3);
                    counters.sub(0, Number(0), 1);
                }
            });
        }
    });
    assert_eq!(counters.get(0, Number(0)), 200_000);
}

#[test]
fn rows_share_no_cache_line() {
    let counters = Counters::<Number>::new(2);
    let [first, second] = [0, 1].map(|core| std::ptr::from_ref(counters.cell(core, Number(0))));
    assert_eq!(first.addr() % 128, 0);
    assert_eq!(second.addr() - first.addr(), 256);
}
