//! The table against plain maps of the standard library.

use super::*;
use crate::value::{Expire, Lookup, NewValue, Taken, TakenValue};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use stdx::rng::Rng;
use values::List;

const HASHER: KeyHasher = KeyHasher::with_seed([20_261_123, 1]);
const LIMITS: EncodingLimits = EncodingLimits {
    list_max_listpack_size: -2,
    ..EncodingLimits::DEFAULT
};

/// Recounts everything that the table counts.
fn assert_consistent(table: &mut Table) {
    table.arena.assert_accounts();
    table.index.assert_consistent(&Keys {
        arena: &table.arena,
        hasher: HASHER,
    });
    let mut live = Vec::new();
    table
        .arena
        .for_each_live(|reference, _| live.push(reference));
    assert_eq!(live.len(), table.len());
    let (mut expiring, mut outside) = (0, 0);
    for reference in live {
        let key = table.key(EntryRef(reference)).to_vec();
        let found = table
            .position(&key, HASHER.hash(&key))
            .map(|(_, found)| found);
        assert_eq!(found, Some(reference), "{}", key.escape_ascii());
        expiring += usize::from(table.expire_at_ms(EntryRef(reference)).is_some());
        outside += usize::from(table.object_number(EntryRef(reference)).is_some());
    }
    assert_eq!(table.expires_len(), expiring);
    let (objects, bytes) = table
        .objects
        .as_ref()
        .map_or((0, 0), |objects| objects.recount());
    assert_eq!(objects, outside);
    assert_eq!(
        table
            .objects
            .as_mut()
            .map_or(0, |objects| objects.counted_bytes()),
        bytes
    );
    assert!(
        table.records() <= 3 * expiring + 64,
        "{} records for {expiring} keys",
        table.records()
    );
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    Int(i64),
    Text(Vec<u8>),
    Elements(Vec<Vec<u8>>),
}

fn content(table: &Table, entry: EntryRef) -> Content {
    match table.value(entry) {
        Value::Int(number) => Content::Int(number),
        Value::Str(bytes) => Content::Text(bytes.to_vec()),
        Value::Packed(packed) => content_of(&packed.object()),
        Value::Object(object) => content_of(object),
    }
}

fn content_of(object: &Object<'_>) -> Content {
    match object {
        Object::Raw(bytes) => Content::Text(bytes.to_vec()),
        Object::Stream(_) => unreachable!("this model stores no streams"),
        Object::Hash(hash) => {
            Content::Elements(hash.iter().map(|field| field.name.to_vec()).collect())
        }
        Object::SortedSet(set) => {
            Content::Elements(set.iter().map(|element| element.member.to_vec()).collect())
        }
        Object::List(list) => Content::Elements(list.iter().map(|item| item.to_vec()).collect()),
        Object::Set(set) => Content::Elements(set.iter().map(|member| member.to_vec()).collect()),
    }
}

#[derive(Clone, Debug)]
enum Step {
    Set(usize, Content, Expire),
    Push(usize, Vec<u8>),
    Pop(usize, usize),
    Remove(usize),
    Rename(usize, usize),
    SetExpire(usize, Option<i64>),
    Pass(i64),
    Fill(usize, usize, usize),
    RemoveMany(usize, usize),
    Tidy,
    Settle(usize),
}

/// Key n of the tests: short ones, some of 300 and some of 3,000 bytes.
fn key(number: usize) -> Vec<u8> {
    let mut key = format!("key:{number}").into_bytes();
    match number % 50 {
        0 => key.resize(300, b'k'),
        1 => key.resize(3000, b'K'),
        2 => key.truncate(0),
        _ => {}
    }
    if number % 50 == 2 && number > 50 {
        key = number.to_string().into_bytes();
    }
    key
}

fn content_strategy() -> impl Strategy<Value = Content> {
    prop_oneof![
        2 => any::<i64>().prop_map(Content::Int),
        2 => (-200i64..200).prop_map(Content::Int),
        6 => (0usize..200).prop_map(|len| Content::Text(vec![b's'; len])),
        1 => (1800usize..2100).prop_map(|len| Content::Text(vec![b'm'; len])),
        1 => (2000usize..9000).prop_map(|len| Content::Text(vec![b'l'; len])),
        4 => (1usize..4).prop_map(|len| Content::Elements(vec![b"e".to_vec(); len])),
    ]
}

fn expire_strategy() -> impl Strategy<Value = Expire> {
    prop_oneof![
        3 => Just(Expire::None),
        2 => Just(Expire::Keep),
        4 => (0i64..20_000).prop_map(Expire::At),
    ]
}

const KEYS: usize = 150;

fn step() -> impl Strategy<Value = Step> {
    let key = 0..KEYS;
    prop_oneof![
        10 => (key.clone(), content_strategy(), expire_strategy())
            .prop_map(|(key, value, expire)| Step::Set(key, value, expire)),
        2 => (key.clone(), prop::collection::vec(any::<u8>(), 0..900))
            .prop_map(|(key, value)| Step::Push(key, value)),
        8 => (key.clone(), prop::collection::vec(any::<u8>(), 0..60))
            .prop_map(|(key, value)| Step::Push(key, value)),
        3 => (key.clone(), 1usize..20).prop_map(|(key, count)| Step::Pop(key, count)),
        4 => key.clone().prop_map(Step::Remove),
        2 => (key.clone(), key.clone()).prop_map(|(from, to)| Step::Rename(from, to)),
        3 => (key.clone(), prop::option::of(0i64..20_000))
            .prop_map(|(key, at)| Step::SetExpire(key, at)),
        2 => (0i64..500).prop_map(Step::Pass),
        1 => (key.clone(), 0usize..KEYS, 0usize..300)
            .prop_map(|(from, count, len)| Step::Fill(from, count, len)),
        1 => (key, 0usize..KEYS).prop_map(|(from, count)| Step::RemoveMany(from, count)),
        1 => Just(Step::Tidy),
        1 => (0usize..9).prop_map(Step::Settle),
    ]
}

/// A table, its model, and the time.
struct Pair {
    table: Table,
    model: HashMap<Vec<u8>, (Content, Option<i64>)>,
    now_ms: i64,
}

impl Pair {
    fn new() -> Self {
        Self {
            table: Table::new(HASHER),
            model: HashMap::new(),
            now_ms: 0,
        }
    }

    fn set(&mut self, key: &[u8], value: Content, expire: Expire) {
        let hash = HASHER.hash(key);
        let new = match &value {
            Content::Int(number) => NewValue::Int(*number),
            Content::Text(bytes) if bytes.len() % 3 == 0 => NewValue::Raw(bytes),
            Content::Text(bytes) if bytes.len() % 3 == 1 => {
                NewValue::Shared(bytes::Bytes::copy_from_slice(bytes))
            }
            Content::Text(bytes) => NewValue::Bytes(bytes),
            Content::Elements(elements) => {
                let mut list = List::new();
                list.extend_back(elements.iter().map(Vec::as_slice), &LIMITS);
                NewValue::Object(Object::List(list))
            }
        };
        let entry = self.table.set(key, hash, new, expire);
        assert_eq!(content(&self.table, entry), value);
        let old = self.model.get(key).and_then(|(_, at)| *at);
        let at = match expire {
            Expire::Keep => old,
            Expire::None => None,
            Expire::At(at) => Some(at),
        };
        self.model.insert(key.to_vec(), (value, at));
    }

    fn remove(&mut self, key: &[u8]) {
        let removed = self.table.remove(key, HASHER.hash(key));
        assert_eq!(removed, self.model.remove(key).is_some());
    }

    fn apply(&mut self, step: Step) {
        match step {
            Step::Set(number, value, expire) => self.set(&key(number), value, expire),
            Step::Remove(number) => self.remove(&key(number)),
            Step::Fill(from, count, len) => {
                for number in from..from + count {
                    self.set(&key(number), Content::Text(vec![b'f'; len]), Expire::None);
                }
            }
            Step::RemoveMany(from, count) => {
                (from..from + count).for_each(|number| self.remove(&key(number)));
            }
            Step::Push(number, value) => self.push(&key(number), &value),
            Step::Pop(number, count) => self.pop(&key(number), count),
            Step::Rename(from, to) => self.rename(&key(from), &key(to)),
            Step::SetExpire(number, at) => self.set_expire(&key(number), at),
            Step::Pass(ms) => self.pass(ms),
            Step::Tidy => drop(self.table.tidy()),
            Step::Settle(pieces) => self.table.settle(pieces),
        }
    }

    fn push(&mut self, key: &[u8], value: &[u8]) {
        let Some((_, entry)) = self.table.position(key, HASHER.hash(key)) else {
            return;
        };
        let hash = HASHER.hash(key);
        let pushed = self.table.edit(EntryRef(entry), key, hash, |object| {
            let list = object.as_list_mut()?;
            list.push_back(value, &LIMITS);
            Some(())
        });
        if let Some((entry, Some(()))) = pushed {
            let Some((Content::Elements(elements), _)) = self.model.get_mut(key) else {
                panic!("the model holds no list");
            };
            elements.push(value.to_vec());
            assert_eq!(content(&self.table, entry), self.model[key].0);
        }
    }

    /// Takes elements from the front of a list, but not all of them.
    fn pop(&mut self, key: &[u8], count: usize) {
        let hash = HASHER.hash(key);
        let Some((_, entry)) = self.table.position(key, hash) else {
            return;
        };
        let popped = self.table.edit(EntryRef(entry), key, hash, |object| {
            let list = object.as_list_mut()?;
            let count = count.min(list.len().saturating_sub(1));
            Some(list.remove_range(0, count, &LIMITS))
        });
        if let Some((entry, Some(count))) = popped {
            let Some((Content::Elements(elements), _)) = self.model.get_mut(key) else {
                panic!("the model holds no list");
            };
            elements.drain(..count);
            assert_eq!(content(&self.table, entry), self.model[key].0);
        }
    }

    fn rename(&mut self, from: &[u8], to: &[u8]) {
        let taken = self.table.take(from, HASHER.hash(from));
        assert_eq!(taken.is_some(), self.model.contains_key(from));
        if let Some(taken) = taken {
            self.table.put(to, HASHER.hash(to), taken);
            let held = self.model.remove(from).unwrap();
            self.model.insert(to.to_vec(), held);
        }
    }

    fn set_expire(&mut self, key: &[u8], at: Option<i64>) {
        let hash = HASHER.hash(key);
        let Some((_, reference)) = self.table.position(key, hash) else {
            return;
        };
        let entry = self.table.set_expire(EntryRef(reference), key, hash, at);
        assert_eq!(self.table.expire_at_ms(entry), at);
        self.model.get_mut(key).unwrap().1 = at;
    }

    /// Lets time pass and removes what has expired.
    fn pass(&mut self, ms: i64) {
        self.now_ms += ms;
        let now = self.now_ms;
        let mut gone = BTreeSet::new();
        let mut rounds = 0;
        loop {
            let mut budget = 7;
            if !self.table.expire_due(now, &mut budget, &mut |key| {
                assert!(gone.insert(key.to_vec()), "expired twice");
            }) {
                break;
            }
            rounds += 1;
            assert!(rounds < 10_000, "expiry does not come to an end");
        }
        for key in &gone {
            let (_, at) = self.model.remove(key).expect("an existing key expires");
            assert!(at.unwrap() < now);
        }
        for (key, (_, at)) in &self.model {
            let late = at.is_some_and(|at| at + 64 < now);
            assert!(!late, "{} should be gone since {at:?}", key.escape_ascii());
        }
    }

    fn check(&mut self) {
        assert_consistent(&mut self.table);
        assert_eq!(self.table.len(), self.model.len());
        for (key, (value, at)) in &self.model {
            let lookup = self.table.find(key, HASHER.hash(key), self.now_ms);
            if at.is_some_and(|at| at < self.now_ms) {
                assert_eq!(lookup, Lookup::Expired);
                continue;
            }
            let entry = lookup.found().expect("a key of the model is found");
            assert_eq!(&content(&self.table, entry), value);
            assert_eq!(self.table.expire_at_ms(entry), *at);
            assert_eq!(self.table.key(entry), key);
        }
        let soonest = self.model.values().filter_map(|(_, at)| *at).min();
        if let Some(soonest) = soonest {
            let due = self.table.next_due_ms().expect("there is a record");
            assert!(due <= soonest + 64, "due at {due} for a key of {soonest}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn behaves_like_a_map(steps in prop::collection::vec(step(), 0..120)) {
        let mut pair = Pair::new();
        for (number, step) in steps.into_iter().enumerate() {
            pair.apply(step);
            if number % 8 == 0 {
                pair.check();
            }
        }
        pair.check();
    }
}

#[test]
fn a_table_of_many_segments_behaves_like_a_map() {
    let (mut pair, mut rng) = (Pair::new(), Rng::new(11));
    for round in 0..60_000u64 {
        let name = format!("key:{}", rng.below(30_000)).into_bytes();
        match rng.below(if round < 40_000 { 12 } else { 4 }) {
            0..=2 => pair.remove(&name),
            3 => pair.set(&name, Content::Int(round as i64), Expire::Keep),
            _ => {
                let text = vec![b'v'; rng.below(120) as usize];
                pair.set(
                    &name,
                    Content::Text(text),
                    Expire::At(5_000_000 + round as i64),
                );
            }
        }
    }
    pair.check();
    pair.pass(6_000_000);
    pair.check();
    let names: Vec<_> = pair.model.keys().cloned().collect();
    names.iter().for_each(|name| pair.remove(name));
    pair.check();
    assert_eq!(pair.table.memory().total(), 0);
}

/// Every key that is there throughout a walk is met exactly once, whatever else happens.
#[test]
fn a_scan_meets_every_lasting_key_once_while_the_table_grows_and_shrinks() {
    for seed in 0..12u64 {
        let (mut table, mut rng) = (Table::new(HASHER), Rng::new(seed));
        let lasting = [20, 300, 5000, 20_000][seed as usize % 4];
        let name = |number: u64| format!("lasting:{number}").into_bytes();
        let other = |number: u64| format!("other:{number}").into_bytes();
        for number in 0..lasting {
            let key = name(number);
            table.set(&key, HASHER.hash(&key), NewValue::Int(1), Expire::None);
        }
        let (mut met, mut cursor, mut calls) = (BTreeMap::new(), 0, 0u64);
        loop {
            let mut seen = Vec::new();
            cursor = table.scan(cursor, 10, &mut |entry| {
                seen.push(table.key(entry).to_vec())
            });
            for key in seen {
                *met.entry(key).or_insert(0) += 1;
            }
            if cursor == 0 {
                break;
            }
            calls += 1;
            assert!(calls < 100_000, "the scan does not end");
            for _ in 0..rng.below(60) {
                let key = other(rng.below(20_000));
                let hash = HASHER.hash(&key);
                if calls / 50 % 2 == seed / 4 % 2 {
                    table.set(&key, hash, NewValue::Bytes(b"x"), Expire::None);
                } else {
                    table.remove(&key, hash);
                }
            }
        }
        for number in 0..lasting {
            assert_eq!(
                met.get(&name(number)),
                Some(&1),
                "seed {seed}, key {number}"
            );
        }
    }
}

#[test]
fn an_empty_table_holds_no_memory_whatever_it_held_before() {
    let mut pair = Pair::new();
    for len in [0, 10, 100, 1000, 3000] {
        for number in 0..400 {
            let value = vec![b'v'; len];
            let expire = Expire::At(1000 + number as i64);
            pair.set(&key(number), Content::Text(value), expire);
        }
        for number in 0..400 {
            pair.remove(&key(number));
        }
        assert_eq!(
            pair.table.memory().total() & !0xff,
            0,
            "{:?}",
            pair.table.memory()
        );
    }
}

/// Values of changing sizes, keys that come and go: memory follows what lives.
#[test]
fn memory_is_used_again_under_churn() {
    let (mut table, mut rng) = (Table::new(HASHER), Rng::new(9));
    let name = |number: u64| format!("key:{number:012}").into_bytes();
    for round in 0..200_000u64 {
        let key = name(rng.below(2000));
        let hash = HASHER.hash(&key);
        if rng.below(4) == 0 {
            table.remove(&key, hash);
        } else {
            let value = vec![b'v'; 20 + rng.below(200) as usize];
            table.set(&key, hash, NewValue::Bytes(&value), Expire::None);
        }
        if round > 20_000 && round % 1000 == 0 {
            let memory = table.memory();
            let ratio = memory.arena as f64 / memory.live as f64;
            assert!(ratio < 1.3, "{ratio} times the live bytes are held");
        }
    }
    assert_consistent(&mut table);
    for number in 0..2000 {
        if number % 10 != 0 {
            table.remove(&name(number), HASHER.hash(&name(number)));
        }
    }
    let memory = table.memory();
    assert!(
        memory.arena < 2 * memory.live + 4096,
        "{memory:?} after most keys were removed"
    );
}

/// What is left of much is moved together in small steps, and stays what it is.
#[test]
fn settling_gives_back_what_removals_have_left() {
    for value_bytes in [16, 90, 400, 1500] {
        let mut table = Table::new(HASHER);
        let name = |number: u64| format!("key:{number:012}").into_bytes();
        let value = |number: u64| vec![number as u8; value_bytes];
        for number in 0..3000 {
            let key = name(number);
            let bytes = value(number);
            table.set(
                &key,
                HASHER.hash(&key),
                NewValue::Bytes(&bytes),
                Expire::None,
            );
        }
        let mut rng = Rng::new(4);
        let left: Vec<u64> = (0..3000).filter(|_| rng.below(5) == 0).collect();
        for number in (0..3000).filter(|number| !left.contains(number)) {
            table.remove(&name(number), HASHER.hash(&name(number)));
        }
        let mut steps = 0;
        while !table.tidy() {
            steps += 1;
            assert!(steps < 3000);
        }
        for _ in 0..100 {
            table.settle(8);
        }
        assert_consistent(&mut table);
        assert_eq!(table.len(), left.len());
        for number in left {
            let key = name(number);
            let Lookup::Found(entry) = table.find(&key, HASHER.hash(&key), i64::MIN) else {
                panic!("{number} is lost");
            };
            assert_eq!(content(&table, entry), Content::Text(value(number)));
        }
        let memory = table.memory();
        let idle = memory.arena - memory.live;
        assert!(
            idle < memory.live / 7 + 4096,
            "{memory:?} for {value_bytes}"
        );
    }
}

/// One key whose time is moved to and fro, removed and made again: the adversary of the records.
#[test]
fn records_of_expiry_stay_few_whatever_is_done_to_times() {
    let (mut table, mut rng) = (Table::new(HASHER), Rng::new(13));
    let name = |number: u64| format!("key:{number}").into_bytes();
    for number in 0..40 {
        let key = name(number);
        table.set(
            &key,
            HASHER.hash(&key),
            NewValue::Int(0),
            Expire::At(1_000_000),
        );
    }
    for _ in 0..100_000 {
        let key = name(rng.below(40));
        let hash = HASHER.hash(&key);
        match rng.below(4) {
            0 => {
                table.remove(&key, hash);
            }
            1 => {
                if let Some((_, entry)) = table.position(&key, hash) {
                    let at = 1_000_000 - rng.below(900_000) as i64;
                    table.set_expire(EntryRef(entry), &key, hash, Some(at));
                }
            }
            _ => {
                let at = 1_000_000 + rng.below(900_000) as i64;
                table.set(&key, hash, NewValue::Int(1), Expire::At(at));
            }
        }
        assert!(table.records() <= 160, "{} records", table.records());
    }
    assert_consistent(&mut table);
    let mut gone = 0;
    let left = table.len();
    while table.expire_due(10_000_000, &mut 1000, &mut |_| gone += 1) {}
    assert_eq!((gone, table.len()), (left, 0));
}

#[test]
fn times_beyond_the_records_are_kept_exactly() {
    let mut table = Table::new(HASHER);
    for (number, at) in [i64::MAX, i64::MIN, 0, -1, 1 << 50].into_iter().enumerate() {
        let key = key(number + 3);
        let hash = HASHER.hash(&key);
        let entry = table.set(&key, hash, NewValue::Bytes(b"v"), Expire::At(at));
        assert_eq!(table.expire_at_ms(entry), Some(at));
    }
    let mut budget = 100;
    assert!(!table.expire_due(1_700_000_000_000, &mut budget, &mut |_| {}));
    assert_eq!(table.len(), 2);
    assert!(!table.expire_due(i64::MAX, &mut budget, &mut |_| {}));
}

#[test]
fn encodings_follow_the_rules_of_the_protocol() {
    let mut table = Table::new(HASHER);
    let mut encoding = |key: &[u8], value: NewValue<'_>, expire| {
        let entry = table.set(key, HASHER.hash(key), value, expire);
        table.encoding(entry, &LIMITS)
    };
    let long_key = [b'k'; 32];
    let text = [b'v'; 200];
    for (key, len, expire, expected) in [
        (&b"k"[..], 112, Expire::None, "embstr"),
        (b"k", 113, Expire::None, "raw"),
        (b"t", 104, Expire::At(9), "embstr"),
        (b"t", 105, Expire::At(9), "raw"),
        (&long_key, 79, Expire::None, "embstr"),
        (&long_key, 80, Expire::None, "raw"),
    ] {
        assert_eq!(
            encoding(key, NewValue::Bytes(&text[..len]), expire),
            expected
        );
    }
    assert_eq!(encoding(b"r", NewValue::Raw(b"1"), Expire::None), "raw");
    assert_eq!(encoding(b"i", NewValue::Int(1), Expire::None), "int");
    let long = bytes::Bytes::from(vec![b'x'; 5000]);
    assert_eq!(encoding(b"l", NewValue::Shared(long), Expire::None), "raw");
    let list = Object::List(List::new());
    assert_eq!(
        encoding(b"o", NewValue::Object(list), Expire::None),
        "listpack"
    );
    // A time that makes the string too long turns it into "raw" for good.
    let entry = table.set(
        b"e",
        HASHER.hash(b"e"),
        NewValue::Bytes(&text[..110]),
        Expire::None,
    );
    let entry = table.set_expire(entry, b"e", HASHER.hash(b"e"), Some(5));
    assert!(table.is_raw(entry));
    let entry = table.set_expire(entry, b"e", HASHER.hash(b"e"), None);
    assert!(table.is_raw(entry));
}

#[test]
fn what_is_taken_can_be_put_elsewhere() {
    let mut table = Table::new(HASHER);
    let hash = |key: &[u8]| HASHER.hash(key);
    table.set(b"r", hash(b"r"), NewValue::Raw(b"edited"), Expire::At(70));
    let copy = {
        let (_, entry) = table.position(b"r", hash(b"r")).unwrap();
        table.duplicate(EntryRef(entry))
    };
    let taken = table.take(b"r", hash(b"r")).unwrap();
    assert!(matches!(&taken.value, TakenValue::Raw(bytes) if bytes == b"edited"));
    assert!(table.is_empty() && table.take(b"r", hash(b"r")).is_none());
    let entry = table.put(b"s", hash(b"s"), taken);
    assert_eq!(table.expire_at_ms(entry), Some(70));
    let Taken { expire_at_ms, .. } = copy;
    assert_eq!(expire_at_ms, Some(70));
}

#[test]
fn lru_field_and_idle_time() {
    let mut table = Table::new(HASHER);
    let hash = HASHER.hash(b"k");
    let entry = table.set(b"k", hash, NewValue::Bytes(b"v"), Expire::None);
    assert_eq!(
        table.lru_field(entry),
        0,
        "whoever makes an entry says how it begins"
    );
    table.touch(entry, 5_000);
    let entry = table.set(b"k", hash, NewValue::Bytes(b"another"), Expire::None);
    assert_eq!(table.idle_ms(entry, 5_400), 0);
    assert_eq!(table.idle_ms(entry, 12_999), 7_000);
    table.touch(entry, 12_999);
    assert_eq!(
        (table.lru_field(entry), table.idle_ms(entry, 13_000)),
        (12, 1_000)
    );
    table.set_lru_field(entry, 0xffff_ffff);
    assert_eq!(table.lru_field(entry), LRU_LIMIT - 1);
    assert_eq!(table.idle_ms(entry, 0), 1_000, "the clock wraps");
}

#[test]
fn a_digest_ignores_encodings_and_history() {
    let digest = |table: &Table| {
        let mut total = [0; values::digest::DIGEST_BYTES];
        table.digest(0, &mut total);
        total
    };
    let (mut one, mut other) = (Table::new(HASHER), Table::new(KeyHasher::with_seed([5, 6])));
    for number in 0..500i64 {
        let key = key(number as usize);
        one.set(&key, one.hash(&key), NewValue::Int(number), Expire::None);
    }
    for number in (0..500i64).rev() {
        let key = key(number as usize);
        let text = number.to_string();
        other.set(
            &key,
            other.hash(&key),
            NewValue::Raw(text.as_bytes()),
            Expire::At(1),
        );
        other.set(
            &key,
            other.hash(&key),
            NewValue::Raw(text.as_bytes()),
            Expire::None,
        );
    }
    assert_eq!(digest(&one), digest(&other));
    other.set(
        b"key:7",
        other.hash(b"key:7"),
        NewValue::Int(7),
        Expire::At(1),
    );
    assert_ne!(digest(&one), digest(&other));
}
