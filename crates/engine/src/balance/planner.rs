//! Which slots go from busy cores to less busy ones. Pure: what the cores have reported in, moves
//! out; the same reports give the same moves.
//!
//! What a slot's leaving changes is not known beforehand: its requests come from connections that
//! stay, and a request from another core costs more than its body. So the planner first takes a
//! core's slots to be the reason of all its work, which is never too little, and learns from what
//! comes of its moves how much of that is true. It thus comes near from one side, and stops when
//! moving changes nothing.
//!
//! Must never move what would make the fuller core of two the emptier one by more than half of the
//! difference, and never the same slot twice within [`REST_ROUNDS`].

use std::collections::BTreeMap;

use mesh::CoreId;

/// Parts of a core's time: a millionth.
pub(crate) type Ppm = u32;

/// All of a core's time.
pub(crate) const WHOLE: Ppm = 1_000_000;

/// A core below this is left alone, whatever the others do.
const BUSY_MIN: Ppm = WHOLE / 5;

/// Slots begin to move when two cores differ by more than this part of the busier one, and go on
/// until they differ by less than the second. In per cent.
const BEGIN_PERCENT: u64 = 8;
const END_PERCENT: u64 = 4;

/// A slot that was moved stays where it is for so many rounds.
const REST_ROUNDS: u32 = 20;

/// Rounds after a move whose figures are of the time before it as well.
const SETTLE_ROUNDS: u32 = 1;

/// Moves that achieved less than this part of what was expected, in a thousand, were in vain.
const VAIN: u64 = 50;

/// Rounds of rest after moves in vain: so many the first time, then twice as many each time.
const VAIN_ROUNDS: u32 = 8;
const VAIN_ROUNDS_MAX: u32 = 1024;

/// The share of a slot is believed to at least this part, in a thousand.
const TRUTH_MIN: u64 = 50;

/// A core that is busier than this has more to do than it can.
const SATURATED: Ppm = WHOLE / 10 * 9;

/// What one core reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoreLoad {
    pub(crate) core: CoreId,
    /// How much of its time it was busy.
    pub(crate) busy: Ppm,
    /// Its costliest slots, each with its part of what all its slots cost; the costliest first.
    pub(crate) slots: Vec<(u16, Ppm)>,
}

/// A slot that is to go from one core to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SlotMove {
    pub(crate) slot: u16,
    pub(crate) from: CoreId,
    pub(crate) to: CoreId,
}

/// What a round comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) moves: Vec<SlotMove>,
    /// A slot that alone is too much for its core, and that core.
    pub(crate) too_hot: Option<(u16, CoreId)>,
}

/// What was expected of the last moves: of each core, how busy it was and would be.
type Expectation = Vec<(CoreId, i64, i64)>;

/// What was learnt of a core.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// How much of its work goes with its slots, in a thousand.
    truth: u64,
    /// For how many rounds its slots stay, moving them having been in vain, and until which.
    vain_rounds: u32,
    stays_until: u64,
}

impl Default for Known {
    fn default() -> Self {
        Self {
            truth: 1000,
            vain_rounds: 0,
            stays_until: 0,
        }
    }
}

/// The planner's memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Planner {
    round: u64,
    /// Until which round each moved slot rests.
    resting: BTreeMap<u16, u64>,
    /// No moves before this round.
    pause_until: u64,
    /// Moves are under way: they go on to the lower threshold.
    evening: bool,
    expected: Option<Expectation>,
    /// What is known of cores.
    known: BTreeMap<CoreId, Known>,
}

impl Known {
    /// Moves from the core have achieved so much, in a thousand, of what was expected of them.
    fn learn(&mut self, achieved: u64, round: u64) {
        if achieved < VAIN {
            let rounds = self.vain_rounds.saturating_mul(2);
            self.vain_rounds = rounds.clamp(VAIN_ROUNDS, VAIN_ROUNDS_MAX);
            self.stays_until = round + u64::from(self.vain_rounds);
            return;
        }
        self.vain_rounds = 0;
        // What was expected was itself made with what was known.
        let truth = (self.truth * achieved / 1000).clamp(TRUTH_MIN, 1000);
        self.truth = u64::midpoint(self.truth, truth);
    }
}

impl Planner {
    /// One round: `loads` of all cores that serve, at most `moves_max` moves.
    pub(crate) fn plan(&mut self, loads: &[CoreLoad], moves_max: usize) -> Plan {
        self.round += 1;
        let round = self.round;
        self.resting.retain(|_, until| *until > round);
        let mut busy: Vec<i64> = loads.iter().map(|load| i64::from(load.busy)).collect();
        let Some((fullest, emptiest)) = extremes(&busy) else {
            return Plan::default();
        };
        let gap = busy[fullest] - busy[emptiest];
        let mut plan = Plan {
            too_hot: too_hot(&loads[fullest], gap),
            moves: Vec::new(),
        };
        if round < self.pause_until {
            return plan;
        }
        self.learn(loads);
        let gives = |load: &CoreLoad| {
            let known = self.known.get(&load.core);
            known.is_none_or(|known| known.stays_until <= round)
        };
        let givers: Vec<usize> = (0..loads.len()).filter(|&i| gives(&loads[i])).collect();
        let Some((fullest, emptiest)) = extremes_of(&busy, &givers) else {
            return plan;
        };
        if !self.is_uneven(busy[fullest], busy[fullest] - busy[emptiest]) {
            return plan;
        }
        let mut left: Vec<Vec<(u16, Ppm)>> = loads.iter().map(|l| l.slots.clone()).collect();
        while plan.moves.len() < moves_max {
            let Some((from, to)) = extremes_of(&busy, &givers) else {
                break;
            };
            let gap = busy[from] - busy[to];
            if gap * 100 < busy[from] * END_PERCENT as i64 {
                break;
            }
            let Some((slot, share)) = self.choose(&mut left[from], &loads[from], gap) else {
                break;
            };
            busy[from] -= share;
            busy[to] += share;
            self.resting.insert(slot, round + u64::from(REST_ROUNDS));
            plan.moves.push(SlotMove {
                slot,
                from: loads[from].core,
                to: loads[to].core,
            });
        }
        if !plan.moves.is_empty() {
            let expected = loads.iter().zip(&busy);
            let expected = expected.map(|(load, &then)| (load.core, i64::from(load.busy), then));
            self.expected = Some(expected.collect());
            self.pause_until = round + 1 + u64::from(SETTLE_ROUNDS);
        }
        plan
    }

    /// Compares what the last moves have achieved with what was expected of them. A change that
    /// concerns all cores alike cancels out.
    fn learn(&mut self, loads: &[CoreLoad]) {
        let Some(expected_of) = self.expected.take() else {
            return;
        };
        let mut changes = Vec::with_capacity(loads.len());
        for (core, before, then) in expected_of {
            let Some(load) = loads.iter().find(|load| load.core == core) else {
                return;
            };
            changes.push((core, then - before, i64::from(load.busy) - before));
        }
        let mean = changes.iter().map(|change| change.2).sum::<i64>() / changes.len().max(1) as i64;
        for (core, expected, change) in changes {
            if expected > 0 {
                // What has come brings its work along, and nothing was learnt of that.
                self.known.remove(&core);
            } else if expected < 0 {
                let achieved = ((change - mean) * 1000 / expected).max(0) as u64;
                let round = self.round;
                let known = self.known.entry(core).or_default();
                known.learn(achieved, round);
            }
        }
    }

    fn is_uneven(&mut self, busiest: i64, gap: i64) -> bool {
        let percent = if self.evening {
            END_PERCENT
        } else {
            BEGIN_PERCENT
        };
        self.evening =
            busiest >= i64::from(BUSY_MIN) && gap * 100 >= busiest * i64::from(percent as u32);
        self.evening
    }

    /// Takes the costliest slot out of the list that may go over a gap of this width; with what is
    /// expected of it.
    fn choose(&self, slots: &mut Vec<(u16, Ppm)>, load: &CoreLoad, gap: i64) -> Option<(u16, i64)> {
        let known = self.known.get(&load.core).copied().unwrap_or_default();
        let truth = known.truth;
        let share = |part: Ppm| {
            let share = u64::from(part) * u64::from(load.busy) / u64::from(WHOLE);
            (share * truth / 1000) as i64
        };
        let place = slots.iter().position(|&(slot, part)| {
            let share = share(part);
            // Beyond half of the gap the other core becomes the busier one.
            share > 0 && share * 4 <= gap * 3 && !self.resting.contains_key(&slot)
        })?;
        let (slot, part) = slots.remove(place);
        Some((slot, share(part)))
    }
}

/// The fullest and the emptiest core, the first of equals; none if there is but one.
fn extremes(busy: &[i64]) -> Option<(usize, usize)> {
    let all: Vec<usize> = (0..busy.len()).collect();
    extremes_of(busy, &all)
}

/// As `extremes`, the fullest being one of these.
fn extremes_of(busy: &[i64], givers: &[usize]) -> Option<(usize, usize)> {
    let key = |i: usize| (busy[i], std::cmp::Reverse(i));
    let fullest = givers.iter().copied().max_by_key(|&i| key(i))?;
    let emptiest = (0..busy.len()).min_by_key(|&i| (busy[i], i))?;
    (fullest != emptiest).then_some((fullest, emptiest))
}

/// A slot without which its core would have something to spare, and that no other core can take
/// without being as full then.
fn too_hot(load: &CoreLoad, gap: i64) -> Option<(u16, CoreId)> {
    let &(slot, part) = load.slots.first()?;
    let uneven = gap * 100 >= i64::from(load.busy) * BEGIN_PERCENT as i64;
    let most = part >= WHOLE / 2;
    (load.busy >= SATURATED && uneven && most).then_some((slot, load.core))
}

#[cfg(test)]
#[path = "planner_tests.rs"]
mod tests;
