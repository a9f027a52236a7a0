//! Versions: adoption, refusal, panics, and two writers at once.

use super::*;
use std::thread;

#[test]
fn readers_keep_what_they_adopted_until_they_look() {
    let source = Versioned::new(10);
    let mut adopted = Adopted::of(&source);
    assert!(!adopted.refresh(&source));
    assert_eq!(source.update(|value| value + 1), 1);
    assert_eq!((*adopted, adopted.version(), source.version()), (10, 0, 1));
    assert!(adopted.refresh(&source));
    assert_eq!((*adopted, adopted.version()), (11, 1));
    assert!(!adopted.refresh(&source));
}

#[test]
fn a_refused_change_changes_nothing() {
    let source = Versioned::new(String::from("a"));
    assert_eq!(source.try_update(|_| Err("no")), Err("no"));
    assert_eq!(source.version(), 0);
    assert_eq!(
        source.try_update(|value| Ok::<_, ()>(format!("{value}b"))),
        Ok(1)
    );
    assert_eq!(*source.newest().1, "ab");
}

#[test]
fn a_panicking_writer_leaves_the_value_usable() {
    let source = Versioned::new(1);
    thread::scope(|scope| {
        assert!(
            scope
                .spawn(|| source.update(|_| panic!("on purpose")))
                .join()
                .is_err()
        );
    });
    assert_eq!(source.newest().0, 0);
    assert_eq!(source.update(|value| value + 1), 1);
}

#[test]
fn old_versions_live_as_long_as_somebody_uses_them() {
    let source = Versioned::new(Arc::new(()));
    let value = Arc::clone(&source.newest().1);
    let adopted = Adopted::of(&source);
    source.update(|_| Arc::new(()));
    assert_eq!(Arc::strong_count(&value), 2);
    drop(adopted);
    assert_eq!(Arc::strong_count(&value), 1);
}

#[test]
fn writers_on_two_threads_lose_no_change() {
    const CHANGES: u64 = 10_000;
    let source = Versioned::new(0u64);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..CHANGES {
                    source.update(|value| value + 1);
                }
            });
        }
        let mut adopted = Adopted::of(&source);
        while *adopted < 2 * CHANGES {
            let before = *adopted;
            assert_eq!(adopted.refresh(&source), *adopted > before);
            assert_eq!(*adopted, adopted.version());
            thread::yield_now();
        }
    });
}
