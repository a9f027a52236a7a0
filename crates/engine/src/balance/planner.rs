//! Which slots and sessions go from busy cores to less busy ones. Pure: what the cores have
//! reported in, moves out; the same reports give the same moves.
//!
//! What a slot's leaving changes is not known beforehand: its requests come from connections that
//! stay, and a request from another core costs more than its body. So the planner first takes a
//! core's slots, or its sessions, to be the reason of all its work, which is never too little, and
//! learns from what comes of its moves how much of that is true. It thus comes near from one side,
//! moves what there is more reason to, and stops when moving changes nothing.
//!
//! Must never move what would make the fuller core of two the emptier one by more than half of the
//! difference, and never the same slot or session twice within [`REST_ROUNDS`].

use std::collections::BTreeMap;

use mesh::CoreId;

/// Parts of a core's time: a millionth.
pub(crate) type Ppm = u32;

/// All of a core's time.
pub(crate) const WHOLE: Ppm = 1_000_000;

/// A core below this is left alone, whatever the others do.
const BUSY_MIN: Ppm = WHOLE / 5;

/// Something begins to move when two cores differ by more than this part of the busier one, and
/// goes on until they differ by less than the second. In per cent.
const BEGIN_PERCENT: i64 = 8;
const END_PERCENT: i64 = 4;

/// What was moved stays where it is for so many rounds the first time, then twice as many each
/// time: a first guess is soon corrected, and nothing goes to and fro.
const REST_ROUNDS: u32 = 5;
const REST_ROUNDS_MAX: u32 = 160;

/// A move is forgotten after so many times the rounds that it had to rest.
const REMEMBERED_RESTS: u32 = 8;

/// Rounds after a move whose figures are of the time before it as well.
const SETTLE_ROUNDS: u32 = 1;

/// Changes that are smaller altogether are not told from chance.
const LESSON_MIN: i64 = WHOLE as i64 / 10;

/// Moves that achieved less than this part of what was expected, in a thousand, were in vain.
const VAIN: u64 = 50;

/// Rounds of rest after moves in vain: so many the first time, then twice as many each time.
const VAIN_ROUNDS: u32 = 8;
const VAIN_ROUNDS_MAX: u32 = 1024;

/// What is taken to be the reason is believed to at least this part, in a thousand, and at most.
const TRUTH_MIN: u64 = 50;
const TRUTH_MAX: u64 = 3000;

/// A core takes sessions that had better be on it until it is so busy, whatever the others do.
const WISH_MAX: Ppm = WHOLE / 2;

/// A core that is busier than this has more to do than it can.
const SATURATED: Ppm = WHOLE / 10 * 9;

/// What can go to another core.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// By number.
    Slot,
    /// By the number of its client.
    Session,
}

const KINDS: [Kind; 2] = [Kind::Slot, Kind::Session];

/// Slots or sessions, each with its part of what all of them cost on the core; the costliest first.
pub(crate) type Parts = Vec<(u64, Ppm)>;

/// What one core reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoreLoad {
    pub(crate) core: CoreId,
    /// How much of its time it was busy.
    pub(crate) busy: Ppm,
    pub(crate) slots: Parts,
    pub(crate) sessions: Parts,
    /// How much of the core's work goes with all its slots, and with all its sessions, at most.
    pub(crate) slots_reason: Ppm,
    pub(crate) sessions_reason: Ppm,
    /// Nearly all requests are those of one session.
    pub(crate) lone: bool,
    /// Sessions that had better be on another core: the clients' numbers, and the cores.
    pub(crate) wishes: Vec<(u64, CoreId)>,
}

impl CoreLoad {
    fn parts(&self, kind: Kind) -> &Parts {
        match kind {
            Kind::Slot => &self.slots,
            Kind::Session => &self.sessions,
        }
    }

    fn reason(&self, kind: Kind) -> u64 {
        u64::from(match kind {
            Kind::Slot => self.slots_reason,
            Kind::Session => self.sessions_reason,
        })
    }
}

/// A slot or a session that is to go from one core to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    pub(crate) kind: Kind,
    pub(crate) item: u64,
    pub(crate) from: CoreId,
    pub(crate) to: CoreId,
}

/// What a round comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) moves: Vec<Move>,
    /// A slot that alone is too much for its core, and that core.
    pub(crate) too_hot: Option<(u16, CoreId)>,
}

/// What was expected of the last moves.
#[derive(Clone, Copy, Debug)]
struct Expectation {
    core: CoreId,
    /// How busy it was, and how busy it would be.
    before: i64,
    then: i64,
    /// What it gave, and what it got.
    gave: Option<Kind>,
    got: Option<Kind>,
}

/// What was learnt of one kind of things on one core.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// How much of the core's work goes with them, in a thousand.
    truth: u64,
    /// For how many rounds they stay, moving them having been in vain, and until which.
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

/// How long a thing that was moved rests.
#[derive(Clone, Copy, Debug, Default)]
struct Rest {
    rounds: u32,
    until: u64,
    /// When it is as if it had never been moved.
    remembered_until: u64,
}

/// The planner's memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Planner {
    round: u64,
    /// What was moved of late.
    resting: BTreeMap<(Kind, u64), Rest>,
    /// No moves before this round.
    pause_until: u64,
    /// Moves are under way: they go on to the lower threshold.
    evening: bool,
    expected: Vec<Expectation>,
    known: BTreeMap<(CoreId, Kind), Known>,
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
        let truth = (self.truth * achieved / 1000).clamp(TRUTH_MIN, TRUTH_MAX);
        self.truth = u64::midpoint(self.truth, truth);
    }
}

impl Planner {
    /// One round: `loads` of all cores that serve, at most `moves_max` moves.
    pub(crate) fn plan(&mut self, loads: &[CoreLoad], moves_max: usize) -> Plan {
        self.round += 1;
        let round = self.round;
        self.resting.retain(|_, rest| rest.remembered_until > round);
        let busy: Vec<i64> = loads.iter().map(|load| i64::from(load.busy)).collect();
        let everybody = 0..loads.len();
        let Some((fullest, emptiest)) = extremes(&busy, everybody.clone(), everybody.clone())
        else {
            return Plan::default();
        };
        let mut plan = Plan {
            too_hot: too_hot(&loads[fullest], busy[fullest] - busy[emptiest]),
            moves: Vec::new(),
        };
        if round < self.pause_until {
            return plan;
        }
        self.learn(loads);
        let gives: Vec<Option<Kind>> = loads.iter().map(|load| self.gives(load)).collect();
        let givers: Vec<usize> = everybody
            .clone()
            .filter(|&core| gives[core].is_some())
            .collect();
        let Some((fullest, emptiest)) = extremes(&busy, givers.iter().copied(), everybody) else {
            return plan;
        };
        if self.is_uneven(busy[fullest], busy[fullest] - busy[emptiest]) {
            self.even_out(loads, busy, (&gives, &givers), moves_max, &mut plan.moves);
        } else {
            self.grant(loads, busy, moves_max, &mut plan.moves);
        }
        plan
    }

    /// Sends sessions where they had better be, as far as no core gets too much by it.
    fn grant(
        &mut self,
        loads: &[CoreLoad],
        mut busy: Vec<i64>,
        moves_max: usize,
        moves: &mut Vec<Move>,
    ) {
        for (from, load) in loads.iter().enumerate() {
            for &(client, wanted) in &load.wishes {
                let to = loads.iter().position(|load| load.core == wanted);
                let part = load.sessions.iter().find(|(item, _)| *item == client);
                let rests = self.rests(Kind::Session, client);
                let (Some(to), Some(&(_, part)), false) = (to, part, rests) else {
                    continue;
                };
                let share = u64::from(part) * u64::from(load.busy) / u64::from(WHOLE);
                let share = share as i64;
                let gap = (busy[to] + share) - (busy[from] - share);
                let fits = busy[to] + share <= i64::from(WISH_MAX)
                    || gap * 100 <= (busy[to] + share) * BEGIN_PERCENT;
                if !fits || moves.len() >= moves_max {
                    continue;
                }
                busy[from] -= share;
                busy[to] += share;
                self.lay_to_rest(Kind::Session, client);
                moves.push(Move {
                    kind: Kind::Session,
                    item: client,
                    from: load.core,
                    to: wanted,
                });
            }
        }
        if !moves.is_empty() {
            self.pause_until = self.round + 1 + u64::from(SETTLE_ROUNDS);
        }
    }

    fn lay_to_rest(&mut self, kind: Kind, item: u64) {
        let rest = self.resting.entry((kind, item)).or_default();
        let rounds = rest.rounds.saturating_mul(2);
        let rounds = rounds.clamp(REST_ROUNDS, REST_ROUNDS_MAX);
        *rest = Rest {
            rounds,
            until: self.round + u64::from(rounds),
            remembered_until: self.round + u64::from(rounds) * u64::from(REMEMBERED_RESTS),
        };
    }

    fn rests(&self, kind: Kind, item: u64) -> bool {
        let rest = self.resting.get(&(kind, item));
        rest.is_some_and(|rest| rest.until > self.round)
    }

    /// What of a core goes next: that which seems to be the reason of most of its work.
    fn gives(&self, load: &CoreLoad) -> Option<Kind> {
        let known = |kind: Kind| self.known(load.core, kind);
        let weight = |kind: Kind| {
            let preference = if kind == Kind::Slot { 4 } else { 3 };
            load.reason(kind) * known(kind).truth * preference
        };
        KINDS
            .into_iter()
            .filter(|&kind| known(kind).stays_until <= self.round && !load.parts(kind).is_empty())
            .max_by_key(|&kind| weight(kind))
    }

    fn known(&self, core: CoreId, kind: Kind) -> Known {
        self.known.get(&(core, kind)).copied().unwrap_or_default()
    }

    fn even_out(
        &mut self,
        loads: &[CoreLoad],
        mut busy: Vec<i64>,
        (gives, givers): (&[Option<Kind>], &[usize]),
        moves_max: usize,
        moves: &mut Vec<Move>,
    ) {
        let nothing: Parts = Vec::new();
        let mut left: Vec<Parts> = (loads.iter().zip(gives))
            .map(|(load, kind)| kind.map_or(&nothing, |kind| load.parts(kind)).clone())
            .collect();
        let mut got: Vec<Option<Kind>> = vec![None; loads.len()];
        let mut gave = vec![false; loads.len()];
        while moves.len() < moves_max {
            // What a core is thought to have got is no reason to take from it, and the other way
            // round.
            let givers = givers.iter().copied().filter(|&i| got[i].is_none());
            let takers = (0..loads.len()).filter(|&i| !gave[i]);
            let Some((from, to)) = extremes(&busy, givers, takers) else {
                break;
            };
            let gap = busy[from] - busy[to];
            let Some(kind) = gives[from].filter(|_| gap * 100 >= busy[from] * END_PERCENT) else {
                break;
            };
            let Some((item, share)) = self.choose(&mut left[from], &loads[from], kind, gap) else {
                break;
            };
            busy[from] -= share;
            busy[to] += share;
            got[to] = Some(kind);
            gave[from] = true;
            self.lay_to_rest(kind, item);
            moves.push(Move {
                kind,
                item,
                from: loads[from].core,
                to: loads[to].core,
            });
        }
        if moves.is_empty() {
            return;
        }
        self.pause_until = self.round + 1 + u64::from(SETTLE_ROUNDS);
        let expected = loads.iter().enumerate().map(|(i, load)| Expectation {
            core: load.core,
            before: i64::from(load.busy),
            then: busy[i],
            gave: gives[i].filter(|_| gave[i]),
            got: got[i],
        });
        self.expected = expected.collect();
    }

    /// Compares what the last moves have achieved with what was expected of them. A change that
    /// concerns all cores alike cancels out.
    fn learn(&mut self, loads: &[CoreLoad]) {
        let mut changes = Vec::with_capacity(loads.len());
        for expected in std::mem::take(&mut self.expected) {
            let Some(load) = loads.iter().find(|load| load.core == expected.core) else {
                return;
            };
            changes.push((expected, i64::from(load.busy) - expected.before));
        }
        let expected = changes.iter().map(|(e, _)| (e.then - e.before).abs());
        let tells = expected.sum::<i64>() >= LESSON_MIN;
        let sum: i64 = changes.iter().map(|(_, change)| change).sum();
        let mean = sum / changes.len().max(1) as i64;
        for (expectation, change) in changes {
            let expected = expectation.then - expectation.before;
            if let Some(got) = expectation.got {
                // What has come brings its work along, and nothing was learnt of that.
                self.known.remove(&(expectation.core, got));
            } else if let (true, Some(gave)) = (tells && expected < 0, expectation.gave) {
                let achieved = ((change - mean) * 1000 / expected).max(0) as u64;
                let round = self.round;
                let known = self.known.entry((expectation.core, gave)).or_default();
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
        self.evening = busiest >= i64::from(BUSY_MIN) && gap * 100 >= busiest * percent;
        self.evening
    }

    /// Takes the costliest out of the list that may go over a gap of this width; with what is
    /// expected of it.
    fn choose(
        &self,
        parts: &mut Parts,
        load: &CoreLoad,
        kind: Kind,
        gap: i64,
    ) -> Option<(u64, i64)> {
        let truth = self.known(load.core, kind).truth;
        let whole = u64::from(WHOLE);
        let reason = (load.reason(kind) * truth / 1000).min(whole);
        let of_kind = u64::from(load.busy) * reason / whole;
        let share = |part: Ppm| (u64::from(part) * of_kind / whole) as i64;
        let place = parts.iter().position(|&(item, part)| {
            let share = share(part);
            // Beyond half of the gap the other core becomes the busier one.
            share > 0 && share * 4 <= gap * 3 && !self.rests(kind, item)
        })?;
        let (item, part) = parts.remove(place);
        Some((item, share(part)))
    }
}

/// The fullest of the givers and the emptiest of the takers, the first of equals; none if they are
/// the same.
fn extremes(
    busy: &[i64],
    givers: impl Iterator<Item = usize>,
    takers: impl Iterator<Item = usize>,
) -> Option<(usize, usize)> {
    let fullest = givers.max_by_key(|&i| (busy[i], std::cmp::Reverse(i)))?;
    let emptiest = takers.min_by_key(|&i| (busy[i], i))?;
    (fullest != emptiest).then_some((fullest, emptiest))
}

/// A slot without which its core would have something to spare, and that no other core can take
/// without being as full then.
fn too_hot(load: &CoreLoad, gap: i64) -> Option<(u16, CoreId)> {
    let &(slot, part) = load.slots.first()?;
    let uneven = gap * 100 >= i64::from(load.busy) * BEGIN_PERCENT;
    let most = part >= WHOLE / 2;
    (load.busy >= SATURATED && uneven && most).then_some((slot as u16, load.core))
}

#[cfg(test)]
#[path = "planner_tests.rs"]
mod tests;
