//! Lookups over more keys than any cache holds, spread over all slots: one by one, and in batches
//! whose memory is asked for in advance, stage by stage, as a core's turn does it.
//!
//! `cargo bench -p ringkey-keyspace --bench lookup`; `KEYS=100000` changes the number of keys.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use keyspace::{Expire, NewValue, Slot, SlotConfig, Value};
use std::hint::black_box;
use stdx::hash::KeyHasher;
use stdx::prefetch::prefetch_whole;
use stdx::rng::Rng;
use stdx::slot::{SLOTS, slot_of};

const KEYS_DEFAULT: u64 = 5_000_000;
const VALUE_BYTES: usize = 64;
const BATCH: usize = 32;
const HASHER: KeyHasher = KeyHasher::with_seed([20_261_123, 5]);

fn key(number: u64) -> [u8; 16] {
    let mut key = *b"key:000000000000";
    let mut rest = number;
    for digit in key[4..].iter_mut().rev() {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    key
}

#[expect(clippy::vec_box, reason = "slots are boxed wherever they live")]
fn filled(keys: u64) -> Vec<Box<Slot>> {
    let config = SlotConfig { hasher: HASHER };
    let mut slots: Vec<Box<Slot>> = (0..SLOTS)
        .map(|number| Box::new(Slot::new(number as u16, &config)))
        .collect();
    for number in 0..keys {
        let key = key(number);
        let table = slots[slot_of(&key) as usize].table_mut(0);
        let value = [number as u8; VALUE_BYTES];
        table.set(
            &key,
            HASHER.hash(&key),
            NewValue::Bytes(&value),
            Expire::None,
        );
    }
    slots
}

struct Request {
    key: [u8; 16],
    slot: u16,
    hash: u64,
}

fn requests(rng: &mut Rng, keys: u64) -> Vec<Request> {
    (0..BATCH)
        .map(|_| {
            let key = key(rng.below(keys));
            Request {
                key,
                slot: slot_of(&key),
                hash: HASHER.hash(&key),
            }
        })
        .collect()
}

fn get(slots: &mut [Box<Slot>], request: &Request) -> u64 {
    let table = slots[request.slot as usize].table_mut(0);
    let Some(entry) = table.find(&request.key, request.hash, 1_000).found() else {
        return 0;
    };
    table.touch(entry, 1_000);
    match table.value(entry) {
        Value::Str(bytes) => bytes.iter().map(|byte| u64::from(*byte)).sum(),
        Value::Int(_) | Value::Packed(_) | Value::Object(_) => 0,
    }
}

fn prefetch(slots: &[Box<Slot>], batch: &[Request]) {
    let table = |request: &Request| slots[request.slot as usize].table(0);
    for request in batch {
        prefetch_whole(&*slots[request.slot as usize]);
    }
    for request in batch {
        if let Some(table) = table(request) {
            table.prefetch_bucket(request.hash);
        }
    }
    let chunk = |request: &Request| table(request)?.prefetch_chunk(request.hash);
    let entries: Vec<_> = batch.iter().map(chunk).collect();
    for (request, entry) in batch.iter().zip(entries) {
        if let (Some(table), Some(entry)) = (table(request), entry) {
            table.prefetch_entry(entry);
        }
    }
}

fn lookups(criterion: &mut Criterion) {
    let keys = std::env::var("KEYS")
        .ok()
        .and_then(|keys| keys.parse().ok());
    let keys: u64 = keys.unwrap_or(KEYS_DEFAULT);
    let mut slots = filled(keys);
    let mut rng = Rng::new(1);
    let mut group = criterion.benchmark_group(format!("lookup/{keys}"));
    group.throughput(Throughput::Elements(BATCH as u64));
    group.bench_function("one by one", |bencher| {
        bencher.iter_batched(
            || requests(&mut rng, keys),
            |batch| {
                for request in &batch {
                    black_box(get(&mut slots, request));
                }
            },
            BatchSize::SmallInput,
        );
    });
    group.bench_function("prefetched", |bencher| {
        bencher.iter_batched(
            || requests(&mut rng, keys),
            |batch| {
                prefetch(&slots, &batch);
                for request in &batch {
                    black_box(get(&mut slots, request));
                }
            },
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().measurement_time(std::time::Duration::from_secs(4));
    targets = lookups
}
criterion_main!(benches);
