//! Sorted sets against a plain sorted vector, compact and large, and their account.

use super::*;
use proptest::prelude::*;
use std::cmp::Ordering;
use stdx::hash::KeyHasher;

const SMALL: EncodingLimits = EncodingLimits {
    zset_max_listpack_entries: 4,
    ..EncodingLimits::DEFAULT
};

fn rules(limits: &EncodingLimits) -> Rules<'_> {
    Rules {
        limits,
        hasher: KeyHasher::with_seed([3, 4]),
    }
}

type Model = Vec<(f64, Vec<u8>)>;

fn by_order(a: &(f64, Vec<u8>), b: &(f64, Vec<u8>)) -> Ordering {
    a.0.partial_cmp(&b.0).unwrap().then_with(|| a.1.cmp(&b.1))
}

fn shown<'a>(elements: impl Iterator<Item = Element<'a>>) -> Model {
    elements
        .map(|element| (element.score, element.member.to_vec()))
        .collect()
}

#[derive(Clone, Debug)]
enum Step {
    Set(u16, f64),
    Remove(u16),
    RemoveRanks(usize, usize),
    PopFirst(usize),
}

fn score() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (-3i32..4).prop_map(f64::from),
        2 => (-1000i32..1000).prop_map(|number| f64::from(number) / 8.0),
        1 => prop_oneof![Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(0.0), Just(1e300)],
    ]
}

fn step(members: u16) -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => (0..members, score()).prop_map(|(member, score)| Step::Set(member, score)),
        4 => (0..members).prop_map(Step::Remove),
        1 => (0usize..300, 0usize..40).prop_map(|(from, count)| Step::RemoveRanks(from, count)),
        1 => (0usize..20).prop_map(Step::PopFirst),
    ]
}

/// Integers, short texts, and members that lie in no page.
fn member(number: u16) -> Vec<u8> {
    match number % 7 {
        0 => number.to_string().into_bytes(),
        1 => format!("{number:0>600}").into_bytes(),
        _ => [
            format!("m{number}-").into_bytes(),
            vec![b'x'; usize::from(number % 40)],
        ]
        .concat(),
    }
}

fn apply(set: &mut SortedSet, model: &mut Model, step: &Step, rules: &Rules<'_>) {
    match *step {
        Step::Set(number, score) => {
            let member = member(number);
            let old = model.iter().position(|element| element.1 == member);
            let old = old.map(|place| model.remove(place).0);
            assert_eq!(set.set(&member, score, rules), old);
            model.push((score, member));
            model.sort_by(by_order);
        }
        Step::Remove(number) => {
            let member = member(number);
            let old = model.iter().position(|element| element.1 == member);
            let old = old.map(|place| model.remove(place).0);
            assert_eq!(set.remove(&member), old);
        }
        Step::RemoveRanks(from, count) => {
            let from = from.min(model.len());
            let count = count.min(model.len() - from);
            set.remove_ranks(Ranks { from, count });
            model.drain(from..from + count);
        }
        Step::PopFirst(count) => {
            let count = count.min(model.len());
            set.remove_ranks(Ranks { from: 0, count });
            model.drain(..count);
        }
    }
}

fn check(set: &SortedSet, model: &Model) {
    assert_eq!(set.len(), model.len());
    assert_eq!(shown(set.iter()), *model);
    for (rank, (score, member)) in model.iter().enumerate() {
        assert_eq!(set.rank(member), Some((rank, *score)));
        assert_eq!(set.score(member), Some(*score));
        if rank % 5 == 0 {
            assert_eq!(shown(set.iter_from(rank)), model[rank..]);
            let back: Model = model[..=rank].iter().rev().cloned().collect();
            assert_eq!(shown(set.iter_back_from(rank)), back);
        }
    }
    assert_eq!(set.iter_from(model.len()).count(), 0);
    assert_eq!(set.iter_back_from(model.len()).count(), 0);
    for low in [f64::NEG_INFINITY, -2.0, 0.0, 1.0, 3.5] {
        for (high, excluded) in [(0.0, true), (1.0, false), (f64::INFINITY, false)] {
            let low = ScoreBound {
                score: low,
                excluded,
            };
            let high = ScoreBound {
                score: high,
                excluded,
            };
            let inside = |score: f64| {
                (score > low.score || (!excluded && score == low.score))
                    && (score < high.score || (!excluded && score == high.score))
            };
            let expected = model.iter().filter(|element| inside(element.0)).count();
            let ranks = set.scores_within(low, high);
            assert_eq!(ranks.count, expected, "{low:?} {high:?}");
            if expected > 0 {
                assert!(inside(model[ranks.from].0));
            }
        }
    }
    let mut scanned = Vec::new();
    let mut cursor = 0;
    loop {
        cursor = set.scan(cursor, 3, &mut |element| {
            scanned.push((element.score, element.member.to_vec()));
        });
        if cursor == 0 {
            break;
        }
    }
    scanned.sort_by(by_order);
    assert_eq!(scanned, *model);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn compact_ones_behave_like_a_sorted_vector(steps in prop::collection::vec(step(30), 0..80)) {
        let limits = EncodingLimits { zset_max_listpack_value: 1000, ..EncodingLimits::DEFAULT };
        let (mut set, mut model) = (SortedSet::new(), Vec::new());
        for step in &steps {
            apply(&mut set, &mut model, step, &rules(&limits));
        }
        prop_assert_eq!(set.encoding(), "listpack");
        check(&set, &model);
    }

    #[test]
    fn large_ones_behave_like_a_sorted_vector(steps in prop::collection::vec(step(600), 0..1500)) {
        let (mut set, mut model) = (SortedSet::new(), Vec::new());
        for step in &steps {
            apply(&mut set, &mut model, step, &rules(&SMALL));
        }
        check(&set, &model);
        check(&set.clone(), &model);
        let built = SortedSet::from_pairs(
            model.iter().map(|(score, member)| (&member[..], *score)), &rules(&SMALL));
        check(&built, &model);
        prop_assert_eq!(digest(&built), digest(&set));
    }
}

fn digest(set: &SortedSet) -> [u8; DIGEST_BYTES] {
    let mut digest = Digest::new();
    set.digest(&mut digest);
    digest.finish()
}

/// Thousands of elements: splits and joins at every level, in the ways that sets grow.
#[test]
fn grown_and_shrunk_in_every_way() {
    let rules = rules(&SMALL);
    let count = 30_000u32;
    type Order = fn(u32) -> f64;
    let orders: [Order; 4] = [
        |number| f64::from(number),
        |number| -f64::from(number),
        |number| f64::from(number.wrapping_mul(2_654_435_761) >> 8),
        |_| 1.0,
    ];
    for order in orders {
        let mut set = SortedSet::new();
        let mut model: Model = Vec::new();
        for number in 0..count {
            let member = format!("member:{number}").into_bytes();
            set.set(&member, order(number), &rules);
            model.push((order(number), member));
        }
        model.sort_by(by_order);
        assert_eq!(shown(set.iter()), model);
        for rank in (0..model.len()).step_by(997) {
            assert_eq!(set.rank(&model[rank].1), Some((rank, model[rank].0)));
        }
        let full = set.bytes();
        for number in (0..count).filter(|number| number % 10 != 0) {
            let member = format!("member:{number}").into_bytes();
            assert_eq!(set.remove(&member), Some(order(number)));
        }
        model.retain(|(_, member)| member.ends_with(b"0"));
        assert_eq!(shown(set.iter()), model);
        assert!(set.bytes() < full);
        set.remove_ranks(Ranks {
            from: 100,
            count: model.len() - 200,
        });
        model.drain(100..model.len() - 100);
        check(&set, &model);
        set.remove_ranks(Ranks {
            from: 0,
            count: 200,
        });
        assert!(set.is_empty());
        assert!(set.bytes() < full / 20, "{} of {full}", set.bytes());
    }
}

#[test]
fn ranges_of_members() {
    use LexBound::{Excluded, Highest, Included, Lowest};
    for limits in [EncodingLimits::DEFAULT, SMALL] {
        let mut set = SortedSet::new();
        for member in [&b"a"[..], b"aa", b"b", b"c", b"d", b"e"] {
            set.set(member, 0.0, &rules(&limits));
        }
        for (low, high, from, count) in [
            (Lowest, Highest, 0, 6),
            (Included(&b"aa"[..]), Included(&b"c"[..]), 1, 3),
            (Excluded(b"aa"), Excluded(b"c"), 2, 1),
            (Included(b"ab"), Highest, 2, 4),
            (Lowest, Excluded(b"a"), 0, 0),
            (Highest, Lowest, 0, 0),
            (Included(b"d"), Included(b"b"), 0, 0),
            (Included(b"z"), Highest, 0, 0),
        ] {
            for back in [false, true] {
                let ranks = set.members_within(low, high, back);
                assert_eq!(ranks.count, count, "{low:?} {high:?}");
                assert!(count == 0 || ranks.from == from, "{low:?} {high:?}");
            }
        }
    }
}

#[test]
fn becomes_large_by_the_rules_and_frees_in_steps() {
    let default = rules(&EncodingLimits::DEFAULT);
    let mut set = SortedSet::new();
    for number in 0..128 {
        set.set(format!("{number}").as_bytes(), 1.0, &default);
    }
    assert_eq!(set.encoding(), "listpack");
    set.set(b"7", 2.0, &default);
    assert_eq!(set.encoding(), "listpack");
    set.set(b"one more", 1.0, &default);
    assert_eq!((set.encoding(), set.len()), ("skiplist", 129));
    let long = [b'x'; 65];
    let mut set = SortedSet::new();
    set.set(&long[..64], 1.0, &default);
    assert_eq!(set.encoding(), "listpack");
    set.set(&long, 1.0, &default);
    assert_eq!(set.encoding(), "skiplist");
    for number in 0..20_000 {
        set.set(format!("{number:0>600}").as_bytes(), 1.0, &default);
        set.set(format!("{number}").as_bytes(), 1.0, &default);
    }
    let mut calls = 0;
    while !set.free_some(100) {
        calls += 1;
    }
    assert!((100..10_000).contains(&calls), "{calls}");
}

#[test]
fn zero_keeps_its_sign_in_large_sets_only() {
    for (limits, negative) in [(EncodingLimits::DEFAULT, false), (SMALL, true)] {
        let mut set = SortedSet::for_members(5, 1, &rules(&limits));
        set.set(b"a", -0.0, &rules(&limits));
        assert_eq!(set.score(b"a").unwrap().is_sign_negative(), negative);
    }
}

#[test]
fn a_run_that_is_no_sorted_set_is_refused() {
    let rules = rules(&EncodingLimits::DEFAULT);
    let set = |items: &[&str]| {
        let mut run = Listpack::new();
        items.iter().for_each(|item| run.push_back(item.as_bytes()));
        SortedSet::from_listpack(run, &rules).map(|set| shown(set.iter()))
    };
    assert_eq!(
        set(&["a", "1", "b", "1.5"]),
        Some(vec![(1.0, b"a".to_vec()), (1.5, b"b".to_vec())])
    );
    assert_eq!(set(&["a", "1", "b"]), None);
    assert_eq!(set(&["a", "x"]), None);
    assert_eq!(set(&["a", "nan"]), None);
    assert_eq!(set(&["b", "1", "a", "1"]), None);
    assert_eq!(set(&["a", "1", "b", "2", "a", "3"]), None);
}
