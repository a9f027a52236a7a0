//! Where a connection's requests go: whether one other core has most of them, so that the
//! connection had better be there. Pure; looked at only when a run leaves for another core, so
//! that what is executed at home costs nothing.
//!
//! Must never say so because of a moment: two windows in a row have to agree.

use mesh::CoreId;

/// Requests of a window.
const WINDOW: u64 = 1000;

/// What of a window must have gone to one core, in per cent.
const MOST_PERCENT: u64 = 80;

/// Windows in a row.
const WINDOWS: u8 = 2;

/// One session's count.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Affinity {
    /// Requests of the session before this window.
    start: u64,
    /// The core that most requests of the last window seem to have gone to, and how many of this
    /// one's went there.
    favourite: CoreId,
    hits: u64,
    /// The next favourite, by majority vote.
    candidate: CoreId,
    votes: u64,
    /// Windows in which the favourite had most.
    windows: u8,
}

impl Affinity {
    /// `count` requests leave for another core, after `before` requests of the session altogether.
    /// Returns that core if the session belongs there.
    pub(crate) fn went(&mut self, core: CoreId, count: u64, before: u64) -> Option<CoreId> {
        if core == self.favourite {
            self.hits += count;
        }
        if core == self.candidate {
            self.votes += count;
        } else if self.votes >= count {
            self.votes -= count;
        } else {
            (self.candidate, self.votes) = (core, count - self.votes);
        }
        let requests = (before + count).saturating_sub(self.start);
        if requests < WINDOW {
            return None;
        }
        let had_most = self.hits * 100 >= requests * MOST_PERCENT;
        let windows = if had_most { self.windows + 1 } else { 0 };
        let belongs = windows >= WINDOWS;
        let (favourite, candidate) = (self.favourite, self.candidate);
        *self = Self {
            start: before + count,
            favourite: candidate,
            candidate,
            windows: if belongs || candidate != favourite {
                0
            } else {
                windows
            },
            ..Self::default()
        };
        belongs.then_some(favourite)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use stdx::rng::Rng;

    /// A session that sends its requests to cores as `pick` says, 0 being its own; after how many
    /// requests it belongs somewhere.
    fn run(requests: u64, mut pick: impl FnMut(u64) -> CoreId) -> Option<(u64, CoreId)> {
        let mut affinity = Affinity::default();
        (0..requests).find_map(|before| match pick(before) {
            0 => None,
            core => affinity.went(core, 1, before).map(|core| (before, core)),
        })
    }

    #[test]
    fn nine_of_ten_requests_to_one_core_draw_it_there() {
        let mut rng = Rng::new(1);
        let found = run(10_000, |_| if rng.below(10) > 0 { 3 } else { 0 });
        let (after, core) = found.expect("it belongs to core 3");
        assert_eq!(core, 3);
        assert!((1_999..4_100).contains(&after), "{after}");
    }

    #[test]
    fn seven_of_ten_do_not_nor_several_cores_nor_a_change() {
        let mut rng = Rng::new(2);
        assert_eq!(run(50_000, |_| if rng.below(10) < 7 { 3 } else { 0 }), None);
        assert_eq!(run(50_000, |_| 1 + rng.below(4) as CoreId), None);
        let turns = |before: u64| 1 + (before / 1500 % 2) as CoreId;
        assert_eq!(run(50_000, turns), None);
    }

    #[test]
    fn pipelines_count_by_their_requests() {
        let mut affinity = Affinity::default();
        let mut before = 0;
        let mut found = None;
        while found.is_none() && before < 10_000 {
            found = affinity.went(2, 64, before);
            before += 70;
        }
        assert_eq!(found, Some(2));
    }
}
