//! Claims in one thread and between two.

use super::*;
use std::thread;

const WINNERS: [ClaimWinner; 4] = [
    ClaimWinner::Served,
    ClaimWinner::TimedOut,
    ClaimWinner::Unblocked,
    ClaimWinner::Closed,
];

#[test]
fn first_one_wins_for_good() {
    for first in WINNERS {
        let claim = Claim::new();
        assert_eq!(claim.state(), None);
        assert!(claim.try_win(first));
        for later in WINNERS {
            assert!(!claim.try_win(later));
        }
        assert_eq!(claim.state(), Some(first));
    }
}

#[test]
fn one_of_two_threads_wins_each_time() {
    let claims: Vec<Claim> = (0..20_000).map(|_| Claim::new()).collect();
    let try_all = |winner| {
        claims
            .iter()
            .map(|claim| claim.try_win(winner))
            .collect::<Vec<bool>>()
    };
    let (served, timed_out) = thread::scope(|scope| {
        let timed_out = scope.spawn(|| try_all(ClaimWinner::TimedOut));
        (try_all(ClaimWinner::Served), timed_out.join().unwrap())
    });
    for ((claim, served), timed_out) in claims.iter().zip(served).zip(timed_out) {
        assert_ne!(served, timed_out);
        let winner = if served {
            ClaimWinner::Served
        } else {
            ClaimWinner::TimedOut
        };
        assert_eq!(claim.state(), Some(winner));
    }
}
