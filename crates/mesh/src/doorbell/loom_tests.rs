//! Doorbells under every interleaving, and proof that loom sees what goes wrong without a fence.

use super::*;
use crate::channel;
use crate::sync::Arc;
use loom::thread;

/// What a bell offers, for the real one and for those that lack a fence.
trait Bell: Default + Send + Sync + 'static {
    fn prepare_sleep(&self);
    fn must_ring(&self) -> bool;
}

impl Bell for Doorbell {
    fn prepare_sleep(&self) {
        Self::prepare_sleep(self);
    }

    fn must_ring(&self) -> bool {
        Self::must_ring(self)
    }
}

/// The same protocol with either fence left out.
#[derive(Default)]
struct Faulty<const SLEEPER_FENCE: bool, const SENDER_FENCE: bool>(AtomicBool);

impl<const SLEEPER_FENCE: bool, const SENDER_FENCE: bool> Bell
    for Faulty<SLEEPER_FENCE, SENDER_FENCE>
{
    fn prepare_sleep(&self) {
        self.0.store(true, Ordering::Relaxed);
        if SLEEPER_FENCE {
            fence(Ordering::SeqCst);
        }
    }

    fn must_ring(&self) -> bool {
        if SENDER_FENCE {
            fence(Ordering::SeqCst);
        }
        self.0.load(Ordering::Relaxed) && self.0.swap(false, Ordering::Relaxed)
    }
}

/// One core falls asleep while others send to it: it sees each message or is rung for.
fn falls_asleep_among<B: Bell>(senders: usize) {
    loom::model(move || {
        let bell = Arc::new(B::default());
        let mut receivers = Vec::new();
        let sending: Vec<_> = (0..senders)
            .map(|_| {
                let (mut sender, receiver) = channel(1);
                receivers.push(receiver);
                let bell = Arc::clone(&bell);
                thread::spawn(move || {
                    sender.try_send(()).unwrap();
                    bell.must_ring()
                })
            })
            .collect();
        bell.prepare_sleep();
        let sleeps = receivers.iter().all(|receiver| receiver.is_empty());
        let rings = sending
            .into_iter()
            .filter_map(|sender| sender.join().ok())
            .filter(|rang| *rang);
        let rings = rings.count();
        assert!(rings <= 1, "rung for {rings} times");
        assert!(!sleeps || rings == 1, "lost wake-up");
    });
}

#[test]
fn no_wake_up_is_lost() {
    falls_asleep_among::<Doorbell>(1);
}

#[test]
fn one_of_two_senders_rings() {
    falls_asleep_among::<Doorbell>(2);
}

#[test]
#[should_panic(expected = "lost wake-up")]
fn sleeper_needs_its_fence() {
    falls_asleep_among::<Faulty<false, true>>(1);
}

#[test]
#[should_panic(expected = "lost wake-up")]
fn sender_needs_its_fence() {
    falls_asleep_among::<Faulty<true, false>>(1);
}

/// A core that wakes up for another reason and goes to sleep again is rung for again.
#[test]
fn second_sleep_is_as_safe_as_the_first() {
    loom::model(|| {
        let bell = Arc::new(Doorbell::new());
        let (mut sender, receiver) = channel(1);
        let sending = thread::spawn({
            let bell = Arc::clone(&bell);
            move || {
                sender.try_send(()).unwrap();
                bell.must_ring()
            }
        });
        bell.prepare_sleep();
        let first = receiver.is_empty();
        bell.cancel_sleep();
        bell.prepare_sleep();
        let sleeps = receiver.is_empty();
        let rang = sending.join().unwrap();
        assert!(first || !sleeps, "a message vanished");
        // A ring that came between the sleeps is pending: the driver's sleep ends at once.
        assert!(!sleeps || rang, "lost wake-up");
    });
}
