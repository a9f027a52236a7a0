//! A gauge in one thread and between two.

use super::*;
use std::thread;

#[test]
fn shows_the_sum() {
    let gauge = Gauge::new();
    gauge.change(100);
    gauge.change(-60);
    assert_eq!(gauge.now(), 40);
    gauge.change(70);
    assert_eq!(gauge.now(), 110);
}

#[test]
fn taken_away_before_it_was_added_counts_as_nothing() {
    let gauge = Gauge::new();
    gauge.change(-5);
    assert_eq!(gauge.now(), 0);
    gauge.change(8);
    assert_eq!(gauge.now(), 3);
}

#[test]
fn nothing_is_lost_between_threads() {
    const CHANGES: usize = 20_000;
    let gauge = Gauge::new();
    let work = || {
        for _ in 0..CHANGES {
            gauge.change(3);
            gauge.change(-2);
        }
    };
    thread::scope(|scope| {
        scope.spawn(work);
        work();
    });
    assert_eq!(gauge.now(), 2 * CHANGES as u64);
}
