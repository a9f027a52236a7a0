//! The planner in a model of cores: invented slots and connections, and what moves do to them.
//!
//! Knows nothing of real cores.

use super::*;
use stdx::rng::Rng;

/// Candidates that a core reports.
const CANDIDATES: usize = 64;

struct Model {
    /// Owner of each slot.
    owners: Vec<usize>,
    /// Work that goes with each slot, and work of each core that stays with it.
    of_slot: Vec<u64>,
    of_core: Vec<u64>,
    /// Owner of each session, and work that goes with it.
    sessions: Vec<(usize, u64)>,
    /// In per cent.
    noise: u64,
    rng: Rng,
    planner: Planner,
    moves: usize,
}

impl Model {
    fn new(cores: usize, of_slot: Vec<u64>, of_core: Vec<u64>, rng: Rng) -> Self {
        Self {
            owners: (0..of_slot.len())
                .map(|slot| slot * cores / of_slot.len())
                .collect(),
            of_slot,
            of_core,
            sessions: Vec::new(),
            noise: 0,
            rng,
            planner: Planner::default(),
            moves: 0,
        }
    }

    fn busy(&self, core: usize) -> u64 {
        let owned = self.owners.iter().zip(&self.of_slot);
        let slots: u64 = owned
            .filter(|(owner, _)| **owner == core)
            .map(|(_, work)| work)
            .sum();
        let sessions = self.sessions.iter().filter(|(owner, _)| *owner == core);
        slots + self.of_core[core] + sessions.map(|(_, work)| work).sum::<u64>()
    }

    fn gap(&self) -> u64 {
        let busy: Vec<u64> = (0..self.of_core.len())
            .map(|core| self.busy(core))
            .collect();
        busy.iter().max().unwrap_or(&0) - busy.iter().min().unwrap_or(&0)
    }

    fn fullest(&self) -> u64 {
        (0..self.of_core.len())
            .map(|core| self.busy(core))
            .max()
            .unwrap_or(0)
    }

    fn load(&mut self, core: usize) -> CoreLoad {
        let slots = self
            .owners
            .iter()
            .copied()
            .zip(self.of_slot.iter().copied());
        let slots = parts(slots, core);
        let sessions = parts(self.sessions.iter().copied(), core);
        let noise = 100 + self.rng.below(self.noise * 2 + 1) - self.noise;
        CoreLoad {
            core: core as CoreId,
            busy: (self.busy(core) * noise / 100).min(u64::from(WHOLE)) as Ppm,
            slots,
            sessions,
            slots_reason: WHOLE,
            sessions_reason: WHOLE,
            lone: false,
            wishes: Vec::new(),
        }
    }

    fn round(&mut self, moves_max: usize) -> Plan {
        let loads: Vec<CoreLoad> = (0..self.of_core.len())
            .map(|core| self.load(core))
            .collect();
        let plan = self.planner.plan(&loads, moves_max);
        assert!(plan.moves.len() <= moves_max);
        for planned in &plan.moves {
            let item = planned.item as usize;
            let owner = match planned.kind {
                Kind::Slot => &mut self.owners[item],
                Kind::Session => &mut self.sessions[item].0,
            };
            assert_eq!(*owner, usize::from(planned.from));
            assert_ne!(planned.from, planned.to);
            *owner = usize::from(planned.to);
        }
        self.moves += plan.moves.len();
        plan
    }
}

/// What a core reports of its slots or sessions, each with its owner and its work.
fn parts(all: impl Iterator<Item = (usize, u64)>, core: usize) -> Parts {
    let own = all
        .enumerate()
        .filter(|(_, (owner, work))| *owner == core && *work > 0);
    let mut own: Vec<(u64, u64)> = own.map(|(item, (_, work))| (item as u64, work)).collect();
    let total: u64 = own.iter().map(|(_, work)| work).sum();
    own.sort_by_key(|&(item, work)| (std::cmp::Reverse(work), item));
    own.truncate(CANDIDATES);
    let part = |work: u64| (work * u64::from(WHOLE) / total.max(1)) as Ppm;
    own.into_iter()
        .map(|(item, work)| (item, part(work)))
        .collect()
}

/// No single move would bring the fullest and the emptiest core nearer by a good part.
fn nothing_better(model: &Model) -> bool {
    let cores = 0..model.of_core.len();
    let fullest = cores
        .clone()
        .max_by_key(|&core| model.busy(core))
        .unwrap_or(0);
    let emptiest = cores.min_by_key(|&core| model.busy(core)).unwrap_or(0);
    let gap = model.busy(fullest) - model.busy(emptiest);
    let slots = model.owners.iter().zip(&model.of_slot);
    let mut work = slots.filter(|(owner, work)| **owner == fullest && **work > 0);
    !work.any(|(_, &work)| work * 2 < gap && work * 5 > gap)
}

#[test]
fn sixteen_hot_slots_of_one_of_two_cores_are_shared() {
    for stays in [0, 100_000, 300_000] {
        let of_slot = (0..1024)
            .map(|slot| if slot < 16 { 35_000 } else { 50 })
            .collect();
        let mut model = Model::new(2, of_slot, vec![stays; 2], Rng::new(1));
        for _ in 0..20 {
            model.round(50);
        }
        let (gap, fullest) = (model.gap(), model.fullest());
        assert!(gap * 10 < fullest, "{stays}: {gap} of {fullest}");
        let moves = model.moves;
        assert!(moves < 60, "{stays}: {moves} moves");
        (0..200).for_each(|_| drop(model.round(50)));
        assert_eq!(model.moves, moves, "{stays}: no move once it is even");
    }
}

#[test]
fn random_loads_come_to_rest_and_no_round_makes_them_worse() {
    let mut left_uneven = 0;
    for seed in 0..300 {
        let mut rng = Rng::new(seed);
        let cores = 2 + rng.below(7) as usize;
        let slots = 64 + rng.below(900) as usize;
        let hot = 1 + rng.below(200);
        let of_slot: Vec<u64> = (0..slots)
            .map(|_| {
                if rng.below(100) < 10 {
                    rng.below(hot * 200)
                } else {
                    rng.below(50)
                }
            })
            .collect();
        let stays: Vec<u64> = (0..cores).map(|_| rng.below(200_000)).collect();
        let mut model = Model::new(cores, of_slot, stays, rng);
        let budget = 1 + model.rng.below(100) as usize;
        for _ in 0..400 {
            let before = model.gap();
            let plan = model.round(budget);
            let after = model.gap();
            assert!(
                plan.moves.is_empty() || after <= before + model.fullest() / 50,
                "seed {seed}: from {before} to {after} of {}",
                model.fullest()
            );
        }
        let (gap, fullest) = (model.gap(), model.fullest());
        let even = gap * 100 <= fullest * 9 || fullest < u64::from(BUSY_MIN);
        let saturated = fullest > u64::from(WHOLE);
        // A core whose only busy slot is not the reason of its work keeps it: nothing is known of
        // what would become of the other one.
        left_uneven += usize::from(!(even || saturated || nothing_better(&model)));
        assert!(
            model.moves <= 4 * slots,
            "seed {seed}: {} moves",
            model.moves
        );
        let moves = model.moves;
        (0..100).for_each(|_| drop(model.round(budget)));
        let late = model.moves - moves;
        assert!(late <= budget, "seed {seed}: {late} more moves at rest");
    }
    assert!(left_uneven <= 15, "{left_uneven} of 300");
}

#[test]
fn noise_moves_little() {
    for seed in 0..50 {
        let of_slot = (0..512)
            .map(|slot| if slot < 32 { 15_000 } else { 30 })
            .collect();
        let mut model = Model::new(2, of_slot, vec![150_000; 2], Rng::new(seed));
        model.noise = 3;
        (0..40).for_each(|_| drop(model.round(50)));
        let settled = model.moves;
        (0..400).for_each(|_| drop(model.round(50)));
        let later = model.moves - settled;
        assert!(later <= 60, "seed {seed}: {later} moves in 400 rounds");
        assert!(model.gap() * 100 < model.fullest() * 15, "seed {seed}");
    }
}

#[test]
fn where_slots_are_not_the_reason_it_gives_up() {
    // All work is that of connections.
    let mut model = Model::new(2, vec![1; 512], vec![800_000, 100_000], Rng::new(3));
    (0..1000).for_each(|_| drop(model.round(50)));
    assert!(model.moves <= 600, "{} moves", model.moves);
    let before = model.moves;
    (0..500).for_each(|_| drop(model.round(50)));
    assert!(model.moves - before <= 110, "{} more", model.moves - before);
}

#[test]
fn a_slot_too_hot_for_any_core_stays_and_is_told_of() {
    let of_slot = (0..512)
        .map(|slot| if slot == 7 { 900_000 } else { 300 })
        .collect();
    let mut model = Model::new(2, of_slot, vec![10_000; 2], Rng::new(5));
    let mut told = Vec::new();
    for _ in 0..100 {
        told.extend(model.round(50).too_hot);
    }
    assert_eq!(model.owners[7], 0, "moving it would change nothing");
    assert!(told.contains(&(7, 0)));
    let others = (0..256).filter(|&slot| slot != 7 && model.owners[slot] == 0);
    assert!(others.count() < 100, "the others have made room");
}

#[test]
fn idle_cores_and_a_lone_one_are_left_alone() {
    let mut model = Model::new(2, vec![100; 512], vec![0, 50_000], Rng::new(6));
    model.owners.fill(0);
    (0..50).for_each(|_| drop(model.round(50)));
    assert_eq!(model.moves, 0, "5 per cent are no load");
    let mut lone = Model::new(1, vec![2_000; 400], vec![0], Rng::new(7));
    (0..50).for_each(|_| drop(lone.round(50)));
    assert_eq!(lone.moves, 0);
}

#[test]
fn sessions_go_where_they_are_the_reason_and_both_where_both_are() {
    for (slots, sessions) in [(10_000, 700_000), (400_000, 400_000), (700_000, 100_000)] {
        let of_slot = vec![slots / 512; 512];
        let mut model = Model::new(2, of_slot, vec![5_000; 2], Rng::new(8));
        model.owners.fill(0);
        model.sessions = vec![(0, sessions / 50); 50];
        (0..60).for_each(|_| drop(model.round(100)));
        let (gap, fullest) = (model.gap(), model.fullest());
        assert!(
            gap * 10 < fullest,
            "{slots} and {sessions}: {gap} of {fullest}"
        );
        let moves = model.moves;
        (0..200).for_each(|_| drop(model.round(100)));
        assert!(
            model.moves - moves <= 5,
            "{slots} and {sessions}: {} more",
            model.moves - moves
        );
    }
}

#[test]
fn connections_of_one_core_that_use_the_slots_of_the_other() {
    let of_slot = (0..512)
        .map(|slot| if slot < 16 { 12_000 } else { 40 })
        .collect();
    let mut model = Model::new(2, of_slot, vec![5_000; 2], Rng::new(9));
    model.sessions = vec![(1, 60_000); 9];
    (0..60).for_each(|_| drop(model.round(100)));
    let (gap, fullest) = (model.gap(), model.fullest());
    assert!(
        gap * 10 < fullest,
        "{gap} of {fullest}, {} moves",
        model.moves
    );
}

#[test]
fn wishes_are_granted_where_there_is_room() {
    let load = |core, busy, parts: &[u64]| CoreLoad {
        core,
        busy,
        sessions: parts.iter().map(|&client| (client, WHOLE / 10)).collect(),
        sessions_reason: WHOLE,
        wishes: parts.iter().map(|&client| (client, 1 - core)).collect(),
        ..CoreLoad::default()
    };
    let mut planner = Planner::default();
    let plan = planner.plan(&[load(0, 400_000, &[1, 2]), load(1, 380_000, &[])], 10);
    let granted: Vec<u64> = plan.moves.iter().map(|planned| planned.item).collect();
    assert_eq!(granted, [1, 2]);
    assert!(
        plan.moves
            .iter()
            .all(|planned| (planned.from, planned.to) == (0, 1))
    );
    // They rest, whatever they wish.
    for _ in 0..REST_ROUNDS - 1 {
        let plan = planner.plan(&[load(0, 380_000, &[]), load(1, 400_000, &[1, 2])], 10);
        assert_eq!(plan.moves, []);
    }
    let mut planner = Planner::default();
    let plan = planner.plan(&[load(0, 900_000, &[1, 2]), load(1, 880_000, &[])], 10);
    assert_eq!(plan.moves, [], "the other one would be too busy");
}
