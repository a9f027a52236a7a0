//! Memory per key beyond key and value, by what the operating system says the process holds, and
//! the time of filling, overwriting and removing.
//!
//! `cargo bench -p ringkey-keyspace --bench footprint`; `KEYS=4000000 VALUE=64` change the load.

use keyspace::{Expire, NewValue, Slot, SlotConfig};
use std::time::Instant;
use stdx::hash::KeyHasher;
use stdx::rng::Rng;
use stdx::slot::{SLOTS, slot_of};

const HASHER: KeyHasher = KeyHasher::with_seed([20_261_123, 5]);
const KEY_BYTES: usize = 16;

fn number_from(name: &str, default: u64) -> u64 {
    let value = std::env::var(name).ok();
    value
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}

/// Resident bytes of this process, without pages of files.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB"));
    kib.and_then(|kib| kib.trim().parse::<u64>().ok())
        .unwrap_or(0)
        * 1024
}

struct Store {
    slots: Vec<Option<Box<Slot>>>,
    config: SlotConfig,
    /// Longest single call, in nanoseconds.
    longest_ns: u128,
}

impl Store {
    fn table(&mut self, key: &[u8]) -> &mut keyspace::Table {
        let number = slot_of(key);
        let config = self.config;
        let slot =
            self.slots[number as usize].get_or_insert_with(|| Box::new(Slot::new(number, &config)));
        slot.table_mut(0)
    }

    fn timed(&mut self, what: &str, count: u64, mut step: impl FnMut(&mut Self, u64)) {
        let begin = Instant::now();
        self.longest_ns = 0;
        for number in 0..count {
            let before = Instant::now();
            step(self, number);
            self.longest_ns = self.longest_ns.max(before.elapsed().as_nanos());
        }
        let each = begin.elapsed().as_nanos() as f64 / count.max(1) as f64;
        let longest = self.longest_ns as f64 / 1e6;
        println!("{what:<22} {each:7.0} ns each, longest {longest:.3} ms");
    }

    fn report(&self, what: &str, base: u64, keys: u64, content: u64) {
        let held = resident().saturating_sub(base);
        let overhead = (held as f64 - (keys * content) as f64) / keys.max(1) as f64;
        let counted: usize = self
            .slots
            .iter()
            .flatten()
            .map(|slot| slot.memory().0.total())
            .sum();
        let counted = counted as f64 / keys.max(1) as f64 - content as f64;
        println!("{what:<22} {overhead:7.2} bytes per key by RSS, {counted:.2} in tables");
    }
}

fn main() {
    let keys = number_from("KEYS", 1_000_000);
    let value = number_from("VALUE", 64) as usize;
    let tag = if number_from("ONE_SLOT", 0) == 1 {
        "{t}"
    } else {
        "key"
    };
    let key = |number: u64| format!("{tag}:{number:012}").into_bytes();
    let content = (KEY_BYTES + value) as u64;
    let mut store = Store {
        slots: (0..SLOTS).map(|_| None).collect(),
        config: SlotConfig { hasher: HASHER },
        longest_ns: 0,
    };
    let base = resident();
    let put = |store: &mut Store, number: u64, len: usize| {
        let key = key(number);
        let bytes = vec![number as u8; len];
        let hash = HASHER.hash(&key);
        store
            .table(&key)
            .set(&key, hash, NewValue::Bytes(&bytes), Expire::None);
    };
    println!(
        "{keys} keys of {KEY_BYTES} + {value} bytes, slot of {} bytes",
        size_of::<Slot>()
    );
    store.timed("set, new keys", keys, |store, number| {
        put(store, number, value)
    });
    store.report("filled", base, keys, content);
    let mut rng = Rng::new(1);
    store.timed("set, same size", keys, |store, _| {
        put(store, rng.below(keys), value)
    });
    store.report("overwritten", base, keys, content);
    store.timed("remove and set", keys, |store, _| {
        let number = rng.below(keys);
        let key = key(number);
        let hash = HASHER.hash(&key);
        store.table(&key).remove(&key, hash);
        put(store, rng.below(keys), value);
        put(store, number, value);
    });
    store.report("removed, set again", base, keys, content);
    store.timed("set, other sizes", keys, |store, number| {
        let len = value / 2 + (number as usize * 7) % (value + 1);
        put(store, rng.below(keys), len);
    });
    (0..keys).for_each(|number| put(&mut store, number, value));
    store.report("sizes changed", base, keys, content);
    store.timed("remove 3 of 4", keys, |store, number| {
        let key = key(number);
        if !number.is_multiple_of(4) {
            store.table(&key).remove(&key, HASHER.hash(&key));
        }
    });
    store.report("a quarter left", base, keys / 4, content);
    store.timed("remove the rest", keys, |store, number| {
        let key = key(number);
        store.table(&key).remove(&key, HASHER.hash(&key));
    });
    println!("left: {} bytes", resident().saturating_sub(base));
}
