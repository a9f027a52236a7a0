//! Channels under every interleaving: messages arrive once, whole and in order.

use super::*;
use loom::thread;

/// More messages than places, so that places are used again. A box per message lets loom see a
/// message that is lost or received twice.
#[test]
fn messages_arrive_once_and_in_order() {
    loom::model(|| {
        let (mut sender, mut receiver) = channel(2);
        let sending = thread::spawn(move || {
            for number in 0..3 {
                let mut message = Box::new(number);
                while let Err(back) = sender.try_send(message) {
                    message = back;
                    thread::yield_now();
                }
            }
        });
        let mut received = Vec::new();
        while received.len() < 3 {
            match receiver.recv() {
                Some(message) => received.push(*message),
                None => thread::yield_now(),
            }
        }
        assert_eq!(received, [0, 1, 2]);
        sending.join().unwrap();
    });
}

#[test]
fn drained_places_are_free_again() {
    loom::model(|| {
        let (mut sender, mut receiver) = channel(2);
        sender.try_send(Box::new(0)).unwrap();
        sender.try_send(Box::new(1)).unwrap();
        let sending = thread::spawn(move || {
            let free = sender.free();
            // What was free stays free.
            for number in 0..free {
                sender.try_send(Box::new(2 + number)).unwrap();
            }
            free
        });
        let first: Vec<usize> = receiver.drain(3).map(|message| *message).collect();
        let free = sending.join().unwrap();
        let rest: Vec<usize> = receiver.drain(3).map(|message| *message).collect();
        assert_eq!([first, rest].concat(), (0..2 + free).collect::<Vec<_>>());
    });
}

/// Whichever end goes last drops what was not received.
#[test]
fn ends_may_go_in_any_order() {
    loom::model(|| {
        let (mut sender, mut receiver) = channel(2);
        let message = loom::sync::Arc::new(());
        let copy = loom::sync::Arc::clone(&message);
        let sending = thread::spawn(move || {
            let _ = sender.try_send(loom::sync::Arc::clone(&copy));
            let _ = sender.try_send(copy);
        });
        drop(receiver.recv());
        drop(receiver);
        sending.join().unwrap();
        assert_eq!(loom::sync::Arc::strong_count(&message), 1);
    });
}
