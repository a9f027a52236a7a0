//! What a slot does beyond its tables.

use super::*;
use crate::value::{Expire, NewValue};
use std::sync::Arc;

const CONFIG: SlotConfig = SlotConfig {
    hasher: KeyHasher::with_seed([3, 4]),
};

fn slot() -> Slot {
    Slot::new(77, &CONFIG)
}

fn set(slot: &mut Slot, db: u32, key: &[u8], expire: Expire) {
    let hash = slot.hash(key);
    slot.table_mut(db)
        .set(key, hash, NewValue::Bytes(b"v"), expire);
}

fn waiter(id: u64) -> Waiter {
    Waiter {
        id,
        claim: Arc::new(mesh::Claim::new()),
        home: 1,
        session: id * 10,
        request: Arc::new(id),
    }
}

#[test]
fn an_untouched_slot_is_small_and_holds_nothing() {
    let slot = slot();
    assert!(slot.is_empty());
    assert_eq!(slot.memory().0.total(), 0);
    assert!(size_of::<Slot>() <= 192, "{} bytes", size_of::<Slot>());
    fn is_send<T: Send>(_: &T) {}
    is_send(&slot);
}

#[test]
fn the_clock_never_goes_back() {
    let mut slot = slot();
    assert_eq!(slot.now_ms(-5), -5);
    assert_eq!(slot.now_ms(100), 100);
    assert_eq!(slot.now_ms(99), 100);
    let mut stats = KeyspaceStats::default();
    slot.expire_due(500, 1, &mut stats, &mut |_, _| {});
    assert_eq!(slot.now_ms(0), 500);
}

#[test]
fn databases_are_separate() {
    let mut slot = slot();
    set(&mut slot, 0, b"k", Expire::None);
    set(&mut slot, 9, b"k", Expire::At(5));
    set(&mut slot, 3, b"other", Expire::None);
    assert_eq!(slot.databases().collect::<Vec<_>>(), [0, 3, 9]);
    assert_eq!((slot.keys(9), slot.expires(9), slot.expires(0)), (1, 1, 0));
    assert!(slot.table(4).is_none() && slot.keys(4) == 0);
    slot.flush(Some(9));
    assert_eq!(slot.databases().collect::<Vec<_>>(), [0, 3]);
    slot.flush(None);
    assert!(slot.is_empty() && slot.memory().0.total() == 0);
}

#[test]
fn watches_notice_changes_of_their_key_only() {
    let mut slot = slot();
    assert_eq!(slot.watch_version(0, b"k"), 0);
    let version = slot.watch(0, b"k");
    assert!(!slot.is_empty());
    slot.signal_modified(1, b"k");
    slot.signal_modified(0, b"kk");
    assert_eq!(slot.watch_version(0, b"k"), version);
    slot.signal_modified(0, b"k");
    assert_ne!(slot.watch_version(0, b"k"), version);
    let second = slot.watch(0, b"k");
    slot.unwatch(0, b"k");
    assert_eq!(slot.watch_version(0, b"k"), second);
    slot.unwatch(0, b"k");
    slot.unwatch(0, b"k");
    assert!(slot.is_empty());
}

#[test]
fn flushing_and_swapping_touch_watched_keys_that_exist() {
    let mut slot = slot();
    set(&mut slot, 0, b"in0", Expire::None);
    set(&mut slot, 1, b"in1", Expire::None);
    let watched = [
        (0, &b"in0"[..]),
        (0, b"in1"),
        (0, b"none"),
        (1, b"in0"),
        (1, b"in1"),
    ];
    let versions: Vec<u64> = watched
        .iter()
        .map(|(db, key)| slot.watch(*db, key))
        .collect();
    let changed = |slot: &Slot| -> Vec<bool> {
        let now = watched.iter().map(|(db, key)| slot.watch_version(*db, key));
        now.zip(&versions).map(|(now, then)| now != *then).collect()
    };
    slot.flush(Some(5));
    assert_eq!(changed(&slot), [false; 5]);
    slot.flush(Some(0));
    assert_eq!(changed(&slot), [true, false, false, false, false]);
    slot.swap_databases(0, 1);
    assert_eq!(changed(&slot), [true, true, false, false, true]);
    assert_eq!((slot.keys(0), slot.keys(1)), (1, 0));
}

#[test]
fn swapping_makes_waited_keys_ready() {
    let mut slot = slot();
    set(&mut slot, 4, b"k", Expire::None);
    slot.add_waiter(0, b"k", waiter(1));
    slot.add_waiter(0, b"other", waiter(2));
    slot.swap_databases(4, 0);
    assert_eq!(slot.take_ready(), [(0, Box::from(&b"k"[..]))]);
    slot.swap_databases(0, 7);
    assert_eq!(slot.databases().collect::<Vec<_>>(), [7]);
    assert!(slot.take_ready().is_empty());
}

#[test]
fn waiters_are_first_come_first_served() {
    let mut slot = slot();
    slot.signal_ready(0, b"k");
    assert!(slot.take_ready().is_empty() && slot.is_empty());
    for id in 1..=4 {
        slot.add_waiter(0, b"k", waiter(id));
    }
    assert!(slot.has_waiters(0, b"k") && !slot.has_waiters(1, b"k"));
    assert!(slot.remove_waiter(0, b"k", 2) && !slot.remove_waiter(0, b"k", 2));
    slot.signal_ready(0, b"k");
    slot.signal_ready(0, b"k");
    assert_eq!(slot.take_ready().len(), 1);
    slot.signal_ready(0, b"k");
    assert_eq!(slot.take_ready().len(), 1);
    assert_eq!(
        slot.first_waiter(0, b"k").map(|waiter| waiter.session),
        Some(10)
    );
    assert_eq!(
        slot.waiters(0, b"k")
            .map(|waiter| waiter.id)
            .collect::<Vec<_>>(),
        [1, 3, 4]
    );
    for id in [1, 3, 4] {
        assert_eq!(slot.pop_waiter(0, b"k").map(|waiter| waiter.id), Some(id));
    }
    assert!(slot.pop_waiter(0, b"k").is_none() && slot.is_empty());
}

#[test]
fn channels_count_subscribers_per_core() {
    let mut slot = slot();
    assert!(slot.subscribers(b"c").is_empty() && !slot.unsubscribe(b"c", 0));
    for core in [2, 0, 2] {
        slot.subscribe(b"c", core);
    }
    slot.subscribe(b"b", 1);
    assert_eq!(slot.subscribers(b"c"), [(0, 1), (2, 2)]);
    assert_eq!(slot.channels().collect::<Vec<_>>(), [b"b", b"c"]);
    assert!(slot.unsubscribe(b"c", 2) && !slot.unsubscribe(b"c", 1));
    assert_eq!(slot.subscribers(b"c"), [(0, 1), (2, 1)]);
    assert!(slot.unsubscribe(b"c", 0) && slot.unsubscribe(b"c", 2));
    assert!(slot.unsubscribe(b"b", 1) && slot.is_empty());
}

#[test]
fn due_keys_of_all_databases_expire_within_the_budget() {
    let mut slot = slot();
    for number in 0..1000u32 {
        let key = format!("k{number}");
        let at = i64::from(number % 10) * 1000;
        set(&mut slot, number % 3, key.as_bytes(), Expire::At(at));
    }
    let version = slot.watch(0, b"k0");
    assert_eq!(slot.next_due_ms(), Some(64));
    let mut stats = KeyspaceStats::default();
    let mut gone = Vec::new();
    let mut rounds = 0;
    while slot.expire_due(4_500, 50, &mut stats, &mut |db, key| {
        gone.push((db, key.to_vec()))
    }) {
        rounds += 1;
    }
    assert!(
        (9..=10).contains(&rounds),
        "{rounds} rounds of 50 for 500 keys"
    );
    assert_eq!(
        (gone.len(), stats.expired, stats.expired_active),
        (500, 500, 500)
    );
    assert!(gone.contains(&(2, b"k2".to_vec())));
    assert_ne!(slot.watch_version(0, b"k0"), version);
    assert!(
        slot.next_due_ms()
            .is_some_and(|due| (5_001..=5_064).contains(&due))
    );
    assert_eq!(slot.expires(0) + slot.expires(1) + slot.expires(2), 500);
}

#[test]
fn large_tables_and_values_are_freed_in_steps() {
    let limits = values::EncodingLimits::default();
    let mut slot = slot();
    for number in 0..40_000u32 {
        set(
            &mut slot,
            1,
            format!("key{number}").as_bytes(),
            Expire::At(9_000_000),
        );
    }
    let mut list = values::List::new();
    (0..5000).for_each(|_| list.push_back(&[7; 400], &limits));
    let object = values::Object::List(list);
    let hash = slot.hash(b"list");
    slot.table_mut(0)
        .set(b"list", hash, NewValue::Object(object), Expire::None);
    slot.flush(Some(1));
    assert_eq!(slot.keys(1), 0);
    slot.table_mut(0).remove(b"list", hash);
    assert!(!slot.is_empty(), "there is memory to free");
    let mut rounds = 0;
    while !slot.reclaim(8) {
        rounds += 1;
        assert!(rounds < 1000);
    }
    assert!(rounds > 20, "{rounds} rounds");
    assert!(slot.is_empty());
}
