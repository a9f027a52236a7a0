//! A claim: several parties may end somebody's waiting, exactly one does.
//!
//! It does not know who waits, or for what.

use crate::sync::{AtomicU8, Ordering};

/// Who ended a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimWinner {
    /// Somebody brought what was waited for.
    Served = 1,
    /// The time was up.
    TimedOut,
    /// Somebody asked for the end of waiting, as by CLIENT UNBLOCK.
    Unblocked,
    /// The one who waited went away.
    Closed,
}

/// One word, shared by all who may end one wait.
#[derive(Debug, Default)]
pub struct Claim {
    /// 0 while open, then the winner.
    state: AtomicU8,
}

const OPEN: u8 = 0;

impl Claim {
    /// An open claim.
    pub fn new() -> Self {
        Self {
            state: AtomicU8::new(OPEN),
        }
    }

    /// Whether the caller is the one who ended the wait; true once only, for whoever comes first.
    /// Who loses sees what the winner had done before.
    #[must_use = "only the winner may act"]
    pub fn try_win(&self, winner: ClaimWinner) -> bool {
        self.state
            .compare_exchange(OPEN, winner as u8, Ordering::AcqRel, Ordering::Acquire)
            .is_ok()
    }

    /// Who won; `None` while the claim is open.
    pub fn state(&self) -> Option<ClaimWinner> {
        use ClaimWinner::{Closed, Served, TimedOut, Unblocked};
        let state = self.state.load(Ordering::Acquire);
        [Served, TimedOut, Unblocked, Closed]
            .into_iter()
            .find(|winner| *winner as u8 == state)
    }
}

#[cfg(all(test, loom))]
mod loom_tests;
#[cfg(all(test, not(loom)))]
mod tests;
