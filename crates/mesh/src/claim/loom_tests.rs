//! Claims under every interleaving: one winner, whose work all others see.

use super::*;
use crate::sync::{Arc, UnsafeCell};
use loom::thread;

/// Three parties, one winner, and whoever sees that it was won sees what the winner did before.
#[test]
fn exactly_one_wins_and_is_seen_whole() {
    loom::model(|| {
        let claim = Arc::new(Claim::new());
        let served = Arc::new(AtomicU8::new(0));
        let serving = thread::spawn({
            let (claim, served) = (Arc::clone(&claim), Arc::clone(&served));
            move || {
                served.store(1, Ordering::Relaxed);
                claim.try_win(ClaimWinner::Served)
            }
        });
        let closing = thread::spawn({
            let claim = Arc::clone(&claim);
            move || claim.try_win(ClaimWinner::Closed)
        });
        let timed_out = claim.try_win(ClaimWinner::TimedOut);
        if claim.state() == Some(ClaimWinner::Served) {
            assert!(!timed_out);
            assert_eq!(served.load(Ordering::Relaxed), 1);
        }
        let wins = [serving.join().unwrap(), closing.join().unwrap(), timed_out];
        assert_eq!(wins.iter().filter(|won| **won).count(), 1);
        assert!(claim.state().is_some());
    });
}

/// Winning is enough to own what the claim guards: loom objects if two touch it at once.
#[test]
fn winner_has_what_is_claimed_for_itself() {
    loom::model(|| {
        let claim = Arc::new(Claim::new());
        let guarded = Arc::new(UnsafeCell::new(0));
        let other = thread::spawn({
            let (claim, guarded) = (Arc::clone(&claim), Arc::clone(&guarded));
            move || {
                claim
                    .try_win(ClaimWinner::Served)
                    .then(|| guarded.with_mut(|_| ()))
            }
        });
        let mine = claim
            .try_win(ClaimWinner::Unblocked)
            .then(|| guarded.with_mut(|_| ()));
        assert_ne!(other.join().unwrap().is_some(), mine.is_some());
    });
}

/// Who only looks sees what the winner did before, too.
#[test]
fn onlookers_see_the_winner_whole() {
    loom::model(|| {
        let claim = Arc::new(Claim::new());
        let served = Arc::new(AtomicU8::new(0));
        let serving = thread::spawn({
            let (claim, served) = (Arc::clone(&claim), Arc::clone(&served));
            move || {
                served.store(1, Ordering::Relaxed);
                assert!(claim.try_win(ClaimWinner::Served));
            }
        });
        if claim.state().is_some() {
            assert_eq!(served.load(Ordering::Relaxed), 1);
        }
        serving.join().unwrap();
    });
}
