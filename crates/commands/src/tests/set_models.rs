//! Sets against naive ones, several of them, with sizes around the places where encodings change.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::world::World;

type Model = BTreeSet<Vec<u8>>;

const KEYS: [&str; 3] = ["{s}1", "{s}2", "{s}3"];

#[derive(Clone, Debug)]
enum Step {
    Add(usize, Vec<u16>, bool),
    Remove(usize, Vec<u16>, bool),
    Move(usize, usize, u16),
    Pop(usize, usize),
    Draw(usize, i64),
    Tell(usize, Vec<usize>),
    Store(usize, usize, Vec<usize>),
    Copy(usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
    let key = || 0usize..3;
    let members = || {
        prop_oneof![
            proptest::collection::vec(0u16..40, 1..6),
            proptest::collection::vec(0u16..300, 1..150),
        ]
    };
    let keys = || proptest::collection::vec(0usize..3, 1..6);
    prop_oneof![
        4 => (key(), members(), any::<bool>()).prop_map(|(k, m, t)| Step::Add(k, m, t)),
        2 => (key(), members(), any::<bool>()).prop_map(|(k, m, t)| Step::Remove(k, m, t)),
        1 => (key(), key(), 0u16..40).prop_map(|(a, b, m)| Step::Move(a, b, m)),
        1 => (key(), 0usize..200).prop_map(|(k, count)| Step::Pop(k, count)),
        1 => (key(), -50i64..200).prop_map(|(k, count)| Step::Draw(k, count)),
        2 => (0usize..3, keys()).prop_map(|(op, keys)| Step::Tell(op, keys)),
        2 => (0usize..3, key(), keys()).prop_map(|(op, to, keys)| Step::Store(op, to, keys)),
        1 => (key(), key()).prop_map(|(a, b)| Step::Copy(a, b)),
    ]
}

fn text(number: u16, as_text: bool) -> Vec<u8> {
    if as_text && number.is_multiple_of(3) {
        return format!("m{number}").into_bytes();
    }
    number.to_string().into_bytes()
}

/// Members of a reply that is an array of bulks.
fn members(reply: &[u8]) -> Vec<Vec<u8>> {
    assert_eq!(reply.first(), Some(&b'*'), "{}", reply.escape_ascii());
    let lines: Vec<&[u8]> = reply.split(|&byte| byte == b'\n').collect();
    let texts = lines.iter().skip(2).step_by(2);
    texts
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line).to_vec())
        .collect()
}

fn combined(op: usize, sets: &[&Model]) -> Model {
    let mut result = sets[0].clone();
    for set in &sets[1..] {
        result = match op {
            0 => result.intersection(set).cloned().collect(),
            1 => result.union(set).cloned().collect(),
            _ => result.difference(set).cloned().collect(),
        };
    }
    result
}

fn run(world: &mut World, words: &[Vec<u8>]) -> Vec<u8> {
    let words: Vec<&[u8]> = words.iter().map(Vec::as_slice).collect();
    world.run(&words)
}

fn words(head: &[&str], members: impl Iterator<Item = Vec<u8>>) -> Vec<Vec<u8>> {
    let head = head.iter().map(|word| word.as_bytes().to_vec());
    head.chain(members).collect()
}

fn int(number: usize) -> Vec<u8> {
    format!(":{number}\r\n").into_bytes()
}

/// One step in both worlds.
fn take(world: &mut World, models: &mut [Model; 3], step: Step) {
    match step {
        Step::Add(key, members, as_text) => {
            let texts = || members.iter().map(|&member| text(member, as_text));
            let reply = run(world, &words(&["SADD", KEYS[key]], texts()));
            let new = texts()
                .filter(|text| models[key].insert(text.clone()))
                .count();
            assert_eq!(reply, int(new));
        }
        Step::Remove(key, members, as_text) => {
            let texts = || members.iter().map(|&member| text(member, as_text));
            let reply = run(world, &words(&["SREM", KEYS[key]], texts()));
            let gone = texts().filter(|text| models[key].remove(text)).count();
            assert_eq!(reply, int(gone));
        }
        Step::Move(from, to, member) => {
            let text = text(member, true);
            let head = ["SMOVE", KEYS[from], KEYS[to]];
            let reply = run(world, &words(&head, std::iter::once(text.clone())));
            let moved = models[from].remove(&text) && {
                models[to].insert(text);
                true
            };
            assert_eq!(reply, int(usize::from(moved)));
        }
        Step::Pop(key, count) => {
            let number = count.to_string();
            let popped = members(&run(
                world,
                &words(&["SPOP", KEYS[key], &number], [].into_iter()),
            ));
            assert_eq!(popped.len(), count.min(models[key].len()));
            assert!(popped.iter().all(|member| models[key].remove(member)));
        }
        Step::Draw(key, count) => {
            let number = count.to_string();
            let reply = run(
                world,
                &words(&["SRANDMEMBER", KEYS[key], &number], [].into_iter()),
            );
            let drawn = members(&reply);
            let size = count.unsigned_abs() as usize;
            assert!(drawn.iter().all(|member| models[key].contains(member)));
            if count < 0 {
                assert_eq!(drawn.len(), if models[key].is_empty() { 0 } else { size });
            } else {
                let distinct: BTreeSet<_> = drawn.iter().collect();
                assert_eq!(distinct.len(), size.min(models[key].len()));
            }
        }
        step => take_together(world, models, step),
    }
}

/// A step over several sets.
fn take_together(world: &mut World, models: &mut [Model; 3], step: Step) {
    let names = |keys: &[usize]| -> Vec<Vec<u8>> {
        keys.iter()
            .map(|&key| KEYS[key].as_bytes().to_vec())
            .collect()
    };
    match step {
        Step::Tell(op, keys) => {
            let name = ["SINTER", "SUNION", "SDIFF"][op];
            let told = members(&run(world, &words(&[name], names(&keys).into_iter())));
            let sets: Vec<&Model> = keys.iter().map(|&key| &models[key]).collect();
            let expected = combined(op, &sets);
            assert_eq!(told.len(), expected.len());
            assert_eq!(told.into_iter().collect::<Model>(), expected);
            let count = keys.len().to_string();
            let reply = run(
                world,
                &words(&["SINTERCARD", &count], names(&keys).into_iter()),
            );
            assert_eq!(reply, int(combined(0, &sets).len()));
        }
        Step::Store(op, to, keys) => {
            let name = ["SINTERSTORE", "SUNIONSTORE", "SDIFFSTORE"][op];
            let reply = run(world, &words(&[name, KEYS[to]], names(&keys).into_iter()));
            let sets: Vec<&Model> = keys.iter().map(|&key| &models[key]).collect();
            models[to] = combined(op, &sets);
            assert_eq!(reply, int(models[to].len()));
        }
        Step::Copy(from, to) => {
            world.line(&format!("COPY {} {} REPLACE", KEYS[from], KEYS[to]));
            if from != to && !models[from].is_empty() {
                models[to] = models[from].clone();
            }
        }
        step => unreachable!("{step:?} is about one set"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn sets_are_sets(steps in proptest::collection::vec(step(), 1..40)) {
        let mut world = World::default();
        let mut models: [Model; 3] = Default::default();
        for step in steps {
            take(&mut world, &mut models, step);
            for (key, model) in KEYS.iter().zip(&models) {
                let told = members(&run(&mut world, &words(&["SMEMBERS", key], [].into_iter())));
                prop_assert_eq!(told.len(), model.len());
                prop_assert_eq!(&told.into_iter().collect::<Model>(), model);
                let scard = run(&mut world, &words(&["SCARD", key], [].into_iter()));
                prop_assert_eq!(scard, int(model.len()));
                let exists = run(&mut world, &words(&["EXISTS", key], [].into_iter()));
                prop_assert_eq!(exists, int(usize::from(!model.is_empty())));
            }
        }
    }
}
