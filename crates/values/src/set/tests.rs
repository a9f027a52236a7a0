//! Sets against a naive one, and walks over them while they change.

use super::*;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::Config as ProptestConfig;
use std::collections::{BTreeMap, BTreeSet};

const LIMITS: EncodingLimits = EncodingLimits::DEFAULT;

fn rules(limits: &EncodingLimits) -> Rules<'_> {
    Rules {
        limits,
        hasher: KeyHasher::with_seed([1, 2]),
    }
}

type Model = BTreeSet<Vec<u8>>;

fn content(set: &Set) -> Model {
    let content: Model = set.iter().map(|member| member.to_vec()).collect();
    assert_eq!(content.len(), set.len(), "no member is met twice");
    content
}

fn texts(set: &mut Set, members: impl Iterator<Item = String>) {
    for member in members {
        set.add(member.as_bytes(), &rules(&LIMITS));
    }
}

/// Integers of all widths, texts that look like them, and short and long texts.
fn member() -> impl Strategy<Value = Vec<u8>> {
    let number = prop_oneof![
        -20i64..200,
        Just(i64::MIN),
        Just(i64::MAX),
        -40_000i64..-32_000,
        2_147_483_600i64..2_147_483_700,
    ];
    prop_oneof![
        6 => number.prop_map(|number| number.to_string().into_bytes()),
        3 => (0u16..200).prop_map(|number| format!("m{number}").into_bytes()),
        1 => (0usize..4).prop_map(|kind| [&b"007"[..], b"-0", b"", b"+1"][kind].to_vec()),
        1 => (60usize..70).prop_map(|len| vec![b'x'; len]),
        1 => (510usize..514).prop_map(|len| vec![b'x'; len]),
    ]
}

fn limits() -> impl Strategy<Value = EncodingLimits> {
    let few = || prop_oneof![Just(512usize), Just(128), Just(20), Just(0)];
    (few(), few(), prop_oneof![Just(64usize), Just(2)]).prop_map(|(ints, packed, value)| {
        EncodingLimits {
            set_max_intset_entries: ints,
            set_max_listpack_entries: packed,
            set_max_listpack_value: value,
            ..LIMITS
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn agrees_with_a_naive_set(
        edits in proptest::collection::vec((0u8..4, member()), 1..500),
        limits in limits(),
        texts in proptest::bool::ANY,
    ) {
        let (mut set, mut model) = (Set::new(), Model::new());
        if texts {
            set = Set::for_members(b"m", 1, &rules(&limits));
        }
        for (kind, member) in edits {
            if kind == 0 {
                prop_assert_eq!(set.remove(&member), model.remove(&member));
            } else {
                prop_assert_eq!(set.add(&member, &rules(&limits)), model.insert(member.clone()));
            }
            prop_assert_eq!(set.contains(&member), model.contains(&member));
            prop_assert_eq!(set.len(), model.len());
            let (ints, packed) = (limits.set_max_intset_entries, limits.set_max_listpack_entries);
            match set.encoding() {
                "intset" => prop_assert!(set.len() <= ints),
                "listpack" => prop_assert!(set.len() <= packed),
                _ => {}
            }
        }
        prop_assert_eq!(content(&set), model.clone());
        for member in set.iter() {
            prop_assert!(set.contains_item(member));
        }
        let mut shown = Model::new();
        let mut cursor = 0;
        loop {
            cursor = set.scan(cursor, 7, &mut |member| { shown.insert(member.to_vec()); });
            if cursor == 0 {
                break;
            }
        }
        prop_assert_eq!(&shown, &model);
        if let Some(bytes) = set.as_intset_bytes() {
            let copy = Set::from_intset_bytes(bytes).expect("its own bytes");
            prop_assert_eq!(content(&copy), model.clone());
        }
        let integers = model.iter().all(|member| parse_i64(member).is_some());
        set.make_intset(&limits);
        let fits = integers && model.len() <= limits.set_max_intset_entries;
        prop_assert!(!fits || set.encoding() == "intset");
        prop_assert_eq!(content(&set), model);
    }
}

#[test]
fn the_encoding_follows_the_first_member_the_number_and_the_length() {
    let mut set = Set::new();
    texts(&mut set, (0..512).map(|number| number.to_string()));
    assert_eq!(set.encoding(), "intset");
    texts(&mut set, std::iter::once("512".to_owned()));
    assert_eq!(set.encoding(), "hashtable");

    let mut set = Set::new();
    texts(&mut set, (0..127).map(|number| number.to_string()));
    texts(&mut set, std::iter::once("text".to_owned()));
    assert_eq!(set.encoding(), "listpack");
    texts(&mut set, std::iter::once("more".to_owned()));
    assert_eq!((set.encoding(), set.len()), ("hashtable", 129));

    for (many, expected) in [(1, "listpack"), (128, "listpack"), (129, "hashtable")] {
        let set = Set::for_members(b"text", many, &rules(&LIMITS));
        assert_eq!(set.encoding(), expected);
    }
    for (many, expected) in [(512, "intset"), (513, "hashtable")] {
        let mut set = Set::for_members(b"7", many, &rules(&LIMITS));
        set.expect(many, &rules(&LIMITS));
        assert_eq!(set.encoding(), expected);
    }
    let mut set = Set::new_packed();
    set.add(&[b'x'; 64], &rules(&LIMITS));
    assert_eq!(set.encoding(), "listpack");
    set.add(&[b'x'; 65], &rules(&LIMITS));
    assert_eq!(set.encoding(), "hashtable");
}

#[test]
fn integers_take_the_bytes_of_the_format() {
    let mut set = Set::new();
    texts(&mut set, [5, -1, 5, 3].iter().map(i32::to_string));
    let narrow = [2, 0, 0, 0, 3, 0, 0, 0, 0xff, 0xff, 3, 0, 5, 0];
    assert_eq!(set.as_intset_bytes(), Some(&narrow[..]));
    texts(&mut set, std::iter::once("-40000".to_owned()));
    let bytes = set.as_intset_bytes().unwrap();
    assert_eq!(
        bytes[..12],
        [4, 0, 0, 0, 4, 0, 0, 0, 0xc0, 0x63, 0xff, 0xff]
    );
    for hostile in [
        &[][..],
        &[2, 0, 0, 0, 1, 0, 0],
        &[2, 0, 0, 0, 1, 0, 0, 0],
        &[3, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3],
        &[0, 0, 0, 0, 0, 0, 0, 0],
        &[8, 0, 0, 0, 0xff, 0xff, 0xff, 0xff],
        &[2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 1, 0],
        &[2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 1, 0],
    ] {
        assert!(Set::from_intset_bytes(hostile).is_none(), "{hostile:?}");
    }
}

/// A walk shows every member that is there all the time, whatever comes and goes.
#[test]
fn a_walk_is_complete_while_the_set_grows_and_shrinks() {
    for (start, step) in [(150u32, 40i64), (4_000, -60), (700, 3), (700, -3)] {
        let mut set = Set::new();
        let key = |number: u32| format!("member{number}");
        texts(&mut set, (0..start).map(key));
        let (mut cursor, mut seen, mut size) = (0, Model::new(), i64::from(start));
        loop {
            cursor = set.scan(cursor, 5, &mut |member| {
                seen.insert(member.to_vec());
            });
            if cursor == 0 {
                break;
            }
            let next = (size + step).clamp(20, 20_000);
            for number in size.min(next)..size.max(next) {
                if step > 0 {
                    set.add(key(number as u32).as_bytes(), &rules(&LIMITS));
                } else {
                    set.remove(key(number as u32).as_bytes());
                }
            }
            size = next;
        }
        assert!((0..20).all(|number| seen.contains(key(number).as_bytes())));
    }
}

#[test]
fn every_member_is_drawn_about_as_often() {
    let mut sets = vec![Set::new(), Set::new(), Set::new()];
    texts(&mut sets[0], (0..100).map(|number| number.to_string()));
    texts(&mut sets[1], (0..100).map(|number| format!("m{number}")));
    texts(&mut sets[2], (0..700).map(|number| format!("m{number}")));
    for set in &sets {
        let mut rng = Rng::new(3);
        let mut drawn: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
        for _ in 0..set.len() * 200 {
            let member = set.random(&mut rng).unwrap().to_vec();
            *drawn.entry(member).or_default() += 1;
        }
        assert_eq!(drawn.len(), set.len());
        let (least, most) = (drawn.values().min().unwrap(), drawn.values().max().unwrap());
        assert!(*least > 130 && *most < 280, "{least} to {most}");
    }
    assert!(Set::new().random(&mut Rng::new(1)).is_none());
    assert!(Set::new_packed().random(&mut Rng::new(1)).is_none());
}

#[test]
fn a_digest_ignores_order_and_encoding() {
    let digest = |set: &Set| {
        let mut digest = Digest::new();
        set.digest(&mut digest);
        digest.finish()
    };
    let (mut one, mut other) = (Set::new(), Set::new_packed());
    texts(&mut one, (0..20).map(|number| number.to_string()));
    texts(&mut other, (0..20).rev().map(|number| number.to_string()));
    assert_eq!((one.encoding(), other.encoding()), ("intset", "listpack"));
    assert_eq!(digest(&one), digest(&other));
    other.add(&[b'x'; 70], &rules(&LIMITS));
    assert_ne!(digest(&one), digest(&other));
    other.remove(&[b'x'; 70]);
    assert_eq!(
        (digest(&one), other.encoding()),
        (digest(&other), "hashtable")
    );
}

#[test]
fn a_large_set_is_freed_in_steps() {
    let mut set = Set::new();
    texts(&mut set, (0..30_000).map(|number| format!("m{number}")));
    let mut steps = 0;
    while !set.free_some(10) {
        steps += 1;
    }
    assert!(steps > 200, "{steps}");
}
