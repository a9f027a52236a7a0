//! Channels against a queue as their model, and between two threads.

use super::*;
use proptest::prelude::*;
use std::collections::VecDeque;
use std::sync::Arc as StdArc;
use std::thread;

#[test]
fn full_and_empty_are_answers() {
    let (mut sender, mut receiver) = channel(3);
    assert_eq!(
        (sender.capacity(), sender.free(), receiver.len()),
        (4, 4, 0)
    );
    assert_eq!(receiver.recv(), None);
    for message in 0..4 {
        assert_eq!(sender.try_send(message), Ok(()));
    }
    assert_eq!(sender.try_send(4), Err(4));
    assert_eq!(
        (sender.free(), receiver.len(), receiver.is_empty()),
        (0, 4, false)
    );
    assert_eq!(receiver.recv(), Some(0));
    assert!(sender.has_free(1) && !sender.has_free(2));
    assert_eq!(sender.try_send(4), Ok(()));
    assert_eq!(receiver.drain(10).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert!(receiver.is_empty());
}

#[test]
#[should_panic(expected = "capacity of a channel: 0")]
fn capacity_of_nothing_is_refused() {
    let _ = channel::<u8>(0);
}

#[test]
fn drain_is_bounded_and_leaves_the_rest() {
    let (mut sender, mut receiver) = channel(8);
    (0..6).for_each(|message| sender.try_send(message).unwrap());
    let mut drain = receiver.drain(4);
    assert_eq!(drain.len(), 4);
    assert_eq!((drain.next(), drain.next()), (Some(0), Some(1)));
    drop(drain);
    assert_eq!((sender.free(), receiver.len()), (4, 4));
    assert_eq!(receiver.drain(usize::MAX).collect::<Vec<_>>(), [2, 3, 4, 5]);
    assert_eq!(receiver.drain(0).next(), None);
}

/// Each message counts itself while it lives.
#[test]
fn every_message_is_dropped_once() {
    let life = StdArc::new(());
    let (mut sender, mut receiver) = channel(8);
    for _ in 0..20 {
        for _ in 0..5 {
            sender.try_send(StdArc::clone(&life)).unwrap();
        }
        receiver.drain(5).for_each(drop);
    }
    assert_eq!(StdArc::strong_count(&life), 1);
    for _ in 0..7 {
        sender.try_send(StdArc::clone(&life)).unwrap();
    }
    // A leaked iterator has moved out what it gave.
    let mut drain = receiver.drain(3);
    let taken = (drain.next(), drain.next());
    std::mem::forget(drain);
    assert_eq!(StdArc::strong_count(&life), 8);
    drop(receiver);
    drop(sender);
    assert_eq!(StdArc::strong_count(&life), 3);
    drop(taken);
}

#[test]
fn messages_cross_threads_whole_and_in_order() {
    const MESSAGES: u64 = 300_000;
    let (mut sender, mut receiver) = channel::<[u64; 5]>(64);
    let receiving = thread::spawn(move || {
        let mut expected = 0;
        while expected < MESSAGES {
            let limit = (expected % 7) as usize + 1;
            for message in receiver.drain(limit) {
                assert_eq!(message, [expected; 5]);
                expected += 1;
            }
            if receiver.is_empty() {
                thread::yield_now();
            }
        }
    });
    for number in 0..MESSAGES {
        while sender.try_send([number; 5]).is_err() {
            thread::yield_now();
        }
    }
    receiving.join().unwrap();
}

#[derive(Clone, Debug)]
enum Step {
    Send,
    Recv,
    Drain(usize, usize),
    AskFree(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => Just(Step::Send),
        2 => Just(Step::Recv),
        2 => (0usize..6, 0usize..6).prop_map(|(limit, taken)| Step::Drain(limit, taken)),
        1 => (0usize..10).prop_map(Step::AskFree),
    ]
}

proptest! {
    /// The channel against a queue of limited length.
    #[test]
    fn behaves_as_a_queue(
        capacity in 1usize..9,
        start in prop_oneof![Just(0usize), Just(usize::MAX - 3)],
        steps in prop::collection::vec(step(), 0..200),
    ) {
        let (mut sender, mut receiver) = channel(capacity);
        let capacity = sender.capacity();
        // As if so many had passed already: the indices wrap around.
        sender.ring.head.store(start, Ordering::Relaxed);
        sender.ring.tail.store(start, Ordering::Relaxed);
        (sender.tail, sender.head_seen) = (start, start);
        (receiver.head, receiver.tail_seen) = (start, start);
        let mut model = VecDeque::new();
        for (number, step) in steps.into_iter().enumerate() {
            match step {
                Step::Send => {
                    let sent = sender.try_send(number);
                    if model.len() < capacity {
                        prop_assert_eq!(sent, Ok(()));
                        model.push_back(number);
                    } else {
                        prop_assert_eq!(sent, Err(number));
                    }
                }
                Step::Recv => prop_assert_eq!(receiver.recv(), model.pop_front()),
                Step::Drain(limit, taken) => {
                    let mut drain = receiver.drain(limit);
                    prop_assert_eq!(drain.len(), limit.min(model.len()));
                    for _ in 0..taken.min(limit) {
                        prop_assert_eq!(drain.next(), model.pop_front());
                    }
                }
                Step::AskFree(wanted) => {
                    prop_assert_eq!(sender.has_free(wanted), capacity - model.len() >= wanted);
                    prop_assert_eq!(sender.free(), capacity - model.len());
                }
            }
            prop_assert_eq!(receiver.len(), model.len());
        }
    }
}
