//! Doorbells in one thread and between two that really sleep.

use super::*;
use crate::channel;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn rings_once_per_sleep() {
    let bell = Doorbell::new();
    assert!(!bell.must_ring());
    bell.prepare_sleep();
    assert!(bell.must_ring());
    assert!(!bell.must_ring());
    bell.prepare_sleep();
    bell.cancel_sleep();
    assert!(!bell.must_ring());
}

/// A core that sleeps whenever it may, and a sender that leaves it time to: if one wake-up were
/// lost, a message would lie until the time limit.
#[test]
fn no_message_is_left_lying() {
    const MESSAGES: u32 = 20_000;
    let bell = Arc::new(Doorbell::new());
    let (mut sender, mut receiver) = channel(8);
    let sleeper = thread::spawn({
        let bell = Arc::clone(&bell);
        move || {
            let mut received = 0;
            while received < MESSAGES {
                received += receiver.drain(8).count() as u32;
                bell.prepare_sleep();
                if receiver.is_empty() && received < MESSAGES {
                    let asleep = Instant::now();
                    thread::park_timeout(Duration::from_secs(20));
                    assert!(asleep.elapsed() < Duration::from_secs(10), "never woken up");
                }
                bell.cancel_sleep();
            }
        }
    });
    let mut rings = 0;
    for number in 0..MESSAGES {
        while sender.try_send(number).is_err() {
            thread::yield_now();
        }
        if bell.must_ring() {
            rings += 1;
            sleeper.thread().unpark();
        }
        (0..number % 512).for_each(|_| std::hint::spin_loop());
    }
    sleeper.join().unwrap();
    assert!(rings > 0, "the core never slept, so nothing was tried");
}
