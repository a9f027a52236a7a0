//! Random decisions of one concern, from its own stream of the seed.
//!
//! Streams are salted, so that one concern drawing more numbers leaves the others as they were.

use stdx::rng::Rng;

/// What a stream is for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Concern {
    Profile,
    Keys,
    Network,
    Links,
    Turns,
    Clocks,
    Cores,
    Moves,
    SessionMoves,
    CoreChanges,
    Balance,
    Pressure,
    /// One client, by number.
    Client(u64),
}

impl Concern {
    fn salt(self) -> u64 {
        match self {
            Self::Profile => 1,
            Self::Keys => 2,
            Self::Network => 3,
            Self::Links => 4,
            Self::Turns => 5,
            Self::Clocks => 6,
            Self::Cores => 7,
            Self::Moves => 8,
            Self::SessionMoves => 9,
            Self::CoreChanges => 10,
            Self::Balance => 11,
            Self::Pressure => 12,
            Self::Client(number) => 1000 + number,
        }
    }
}

/// A stream of random decisions.
#[derive(Clone, Debug)]
pub(crate) struct Dice(Rng);

impl Dice {
    pub(crate) fn new(seed: u64, concern: Concern) -> Self {
        // An odd multiplier spreads neighbouring salts; equal streams of two seeds would need
        // more seeds than anybody runs.
        let salt = concern.salt().wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self(Rng::new(seed.rotate_left(32) ^ salt))
    }

    pub(crate) fn number(&mut self) -> u64 {
        self.0.next_u64()
    }

    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0.below(bound)
    }

    pub(crate) fn index(&mut self, len: usize) -> usize {
        self.0.below(len as u64) as usize
    }

    /// From `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.0.below(high.saturating_sub(low) + 1)
    }

    /// True in `percent` of all cases.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.0.below(100) < u64::from(percent)
    }

    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.index(items.len())]
    }

    /// An index, each with its weight.
    pub(crate) fn weighted(&mut self, weights: &[u32]) -> usize {
        let total: u64 = weights.iter().map(|&weight| u64::from(weight)).sum();
        let mut left = self.0.below(total.max(1));
        for (index, &weight) in weights.iter().enumerate() {
            if left < u64::from(weight) {
                return index;
            }
            left -= u64::from(weight);
        }
        0
    }

    /// Mostly near `typical`, seldom several times as much; at least 1.
    pub(crate) fn skewed(&mut self, typical: u64) -> u64 {
        let mut value = 1 + self.0.below(typical.max(1) * 2);
        for _ in 0..3 {
            if self.0.below(8) > 0 {
                break;
            }
            value *= 2;
        }
        value
    }
}
