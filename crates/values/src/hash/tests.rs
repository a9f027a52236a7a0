//! Hashes against a naive map, and walks over them while they change.

use super::*;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::Config as ProptestConfig;
use std::collections::{BTreeMap, BTreeSet};

const LIMITS: EncodingLimits = EncodingLimits::DEFAULT;

fn rules() -> Rules<'static> {
    Rules {
        limits: &LIMITS,
        hasher: KeyHasher::with_seed([1, 2]),
    }
}

type Model = BTreeMap<Vec<u8>, (Vec<u8>, Option<i64>)>;

fn content(hash: &Hash) -> Model {
    let fields = hash.iter().map(|field| {
        let value = field.value.to_vec();
        (field.name.to_vec(), (value, field.expire_at_ms))
    });
    let content: Model = fields.collect();
    assert_eq!(content.len(), hash.len(), "no field is met twice");
    content
}

fn name(number: u16) -> Vec<u8> {
    match number % 7 {
        0 => number.to_string().into_bytes(),
        1 if number % 49 == 1 => vec![b'x'; 500 + usize::from(number)],
        _ => format!("field:{number}").into_bytes(),
    }
}

#[derive(Clone, Debug)]
enum Edit {
    Set(u16, usize, Option<i64>, bool),
    Remove(u16),
    Expire(u16, Option<i64>),
    Pass(i64, usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let time = prop_oneof![Just(None), (1i64..400).prop_map(Some)];
    let len = prop_oneof![0usize..10, 60usize..70, 120usize..140, 505usize..2000];
    prop_oneof![
        4 => (0u16..400, len, time.clone(), any::<bool>())
            .prop_map(|(name, len, at, keep)| Edit::Set(name, len, at, keep)),
        2 => (0u16..400).prop_map(Edit::Remove),
        2 => (0u16..400, time).prop_map(|(name, at)| Edit::Expire(name, at)),
        1 => (0i64..400, 1usize..20).prop_map(|(now, budget)| Edit::Pass(now, budget)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn agrees_with_a_map(edits in proptest::collection::vec(edit(), 1..600)) {
        let (mut hash, mut model) = (Hash::new(), Model::new());
        for (step, edit) in edits.into_iter().enumerate() {
            match edit {
                Edit::Set(number, len, at, keep) => {
                    let (name, value) = (name(number), vec![b'a' + (step % 26) as u8; len]);
                    let old = model.get(&name).cloned();
                    let (lifetime, expected) = match at {
                        Some(at_ms) => (Lifetime::At(at_ms), Some(at_ms)),
                        None if keep => (Lifetime::Keep, old.as_ref().and_then(|old| old.1)),
                        None => (Lifetime::None, None),
                    };
                    let new = hash.set(&name, &value, lifetime, &rules());
                    prop_assert_eq!(new, old.is_none());
                    model.insert(name, (value, expected));
                }
                Edit::Remove(number) => {
                    let removed = hash.remove(&name(number));
                    prop_assert_eq!(removed, model.remove(&name(number)).is_some());
                }
                Edit::Expire(number, at) => {
                    let found = model.get_mut(&name(number));
                    prop_assert_eq!(hash.set_expire(&name(number), at, &rules()), found.is_some());
                    found.into_iter().for_each(|entry| entry.1 = at);
                }
                Edit::Pass(now_ms, budget) => {
                    let mut gone = Vec::new();
                    let on_field = &mut |name: &[u8]| gone.push(name.to_vec());
                    let count = hash.expire_some(now_ms, budget, on_field);
                    prop_assert_eq!(count, gone.len());
                    let over = |at: &Option<i64>| at.is_some_and(|at| at < now_ms);
                    let due = model.values().filter(|entry| over(&entry.1)).count();
                    prop_assert!(count >= budget.min(due));
                    for name in gone {
                        prop_assert!(model.remove(&name).is_some_and(|entry| over(&entry.1)));
                    }
                }
            }
            let first = model.values().filter_map(|entry| entry.1).min();
            let expiring = model.values().filter(|entry| entry.1.is_some()).count();
            prop_assert_eq!(hash.expiring(), expiring);
            prop_assert_eq!(hash.next_due_ms().is_some(), first.is_some());
            prop_assert!(hash.next_due_ms() <= first);
        }
        prop_assert_eq!(content(&hash), model.clone());
        prop_assert_eq!(content(&hash.clone()), model.clone());
        for (name, (value, at)) in &model {
            let field = hash.get(name).expect("a field that is there");
            prop_assert_eq!((field.value.to_vec(), field.expire_at_ms), (value.clone(), *at));
        }
        prop_assert!(hash.get(b"nowhere").is_none());
    }
}

#[test]
fn becomes_large_by_size_by_number_and_for_times() {
    let mut hash = Hash::new();
    for number in 0..512 {
        hash.set(
            format!("f{number}").as_bytes(),
            &[b'v'; 64],
            Lifetime::None,
            &rules(),
        );
    }
    assert_eq!((hash.encoding(), hash.len()), ("listpack", 512));
    hash.set(b"one more", b"", Lifetime::None, &rules());
    assert_eq!((hash.encoding(), hash.len()), ("hashtable", 513));
    for (name, value) in [(&[b'n'; 65][..], &b"v"[..]), (b"n", &[b'v'; 65])] {
        let mut hash = Hash::new();
        hash.set(name, value, Lifetime::None, &rules());
        assert_eq!(hash.encoding(), "hashtable");
        hash.remove(name);
        assert!(hash.is_empty());
    }
    let mut hash = Hash::new();
    hash.set(b"a", b"1", Lifetime::None, &rules());
    assert!(hash.set_expire(b"a", None, &rules()));
    assert_eq!(hash.encoding(), "listpack");
    hash.set_expire(b"a", Some(5), &rules());
    assert_eq!(hash.encoding(), "hashtable");
    assert!(hash.get_live(b"a", 5).is_some() && hash.get_live(b"a", 6).is_none());
}

/// A walk shows every field that is there all the time exactly once, whatever comes and goes.
#[test]
fn a_walk_is_complete_while_the_hash_grows_and_shrinks() {
    for (start, step) in [(50u32, 40i64), (4_000, -60), (700, 3), (700, -3)] {
        let mut hash = Hash::new();
        let key = |number: u32| format!("field{number}").into_bytes();
        let lasting = 0..20;
        for number in 0..start {
            hash.set(&key(number), &[b'v'; 70], Lifetime::None, &rules());
        }
        let (mut cursor, mut seen, mut size) = (0, Vec::new(), i64::from(start));
        loop {
            cursor = hash.scan(cursor, 5, &mut |field| seen.push(field.name.to_vec()));
            if cursor == 0 {
                break;
            }
            let next = (size + step).clamp(20, 20_000);
            for number in size.min(next)..size.max(next) {
                if step > 0 {
                    hash.set(&key(number as u32), b"v", Lifetime::None, &rules());
                } else {
                    hash.remove(&key(number as u32));
                }
            }
            size = next;
        }
        let distinct: BTreeSet<&Vec<u8>> = seen.iter().collect();
        for number in lasting {
            let shown = seen.iter().filter(|name| **name == key(number)).count();
            assert_eq!(shown, 1, "field {number} from {start} by {step}");
        }
        assert_eq!(distinct.len(), seen.len());
    }
}

#[test]
fn every_field_is_drawn_about_as_often() {
    for fields in [30, 1_000] {
        let mut hash = Hash::new();
        for number in 0..fields {
            let name = format!("field{number}");
            hash.set(name.as_bytes(), &[b'v'; 70], Lifetime::None, &rules());
        }
        let mut rng = Rng::new(3);
        let mut drawn: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
        for _ in 0..fields * 200 {
            let name = hash.random(&mut rng).unwrap().name.to_vec();
            *drawn.entry(name).or_default() += 1;
        }
        assert_eq!(drawn.len(), fields);
        let (least, most) = (drawn.values().min().unwrap(), drawn.values().max().unwrap());
        assert!(*least > 130 && *most < 280, "{least} to {most}");
    }
    assert!(Hash::new().random(&mut Rng::new(1)).is_none());
}

#[test]
fn the_account_returns_to_where_it_began() {
    let mut hash = Hash::new();
    hash.set(b"stays", &[b'v'; 70], Lifetime::None, &rules());
    let before = hash.bytes();
    for number in 0..5_000u16 {
        hash.set(
            &name(number),
            &vec![b'v'; usize::from(number) % 700],
            Lifetime::None,
            &rules(),
        );
    }
    let grown = hash.bytes();
    let content: usize = hash
        .iter()
        .map(|f| f.name.to_vec().len() + f.value.to_vec().len())
        .sum();
    assert!(
        grown > content && grown < content * 5 / 4,
        "{grown} for {content}"
    );
    for number in 0..5_000 {
        hash.remove(&name(number));
    }
    assert_eq!(hash.len(), 1);
    assert!(
        hash.bytes() < before + 60_000,
        "{} after {before}",
        hash.bytes()
    );
}

#[test]
fn a_digest_ignores_order_and_encoding_but_not_times() {
    let digest = |hash: &Hash| {
        let mut digest = Digest::new();
        hash.digest(&mut digest);
        digest.finish()
    };
    let (mut one, mut other) = (Hash::new(), Hash::new());
    for number in 0..20 {
        one.set(&name(number), b"12", Lifetime::None, &rules());
        other.set(&name(19 - number), b"12", Lifetime::None, &rules());
    }
    assert_eq!(digest(&one), digest(&other));
    other.set_expire(&name(3), Some(7), &rules());
    assert_ne!(digest(&one), digest(&other));
    other.set_expire(&name(3), None, &rules());
    assert_eq!(
        (digest(&one), other.encoding()),
        (digest(&other), "hashtable")
    );
}

#[test]
fn a_large_hash_is_freed_in_steps() {
    let mut hash = Hash::new();
    for number in 0..3_000 {
        hash.set(
            format!("f{number}").as_bytes(),
            &[b'v'; 600],
            Lifetime::None,
            &rules(),
        );
    }
    let mut steps = 0;
    while !hash.free_some(10) {
        steps += 1;
    }
    assert!(steps > 300, "{steps}");
}
