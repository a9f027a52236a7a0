//! Counting over ten dense HyperLogLogs, adding, and merging.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use values::hyperloglog::{EMPTY, Registers, add, add_dense, switch_wide_instructions};

fn dense(seed: u64, elements: u64) -> Vec<u8> {
    let mut bytes = EMPTY.to_vec();
    for i in 0..elements {
        let element = (seed << 32 | i).to_le_bytes();
        assert!(add(&mut bytes, &element, 3000).is_ok());
    }
    bytes
}

fn hyperloglog(criterion: &mut Criterion) {
    let strings: Vec<_> = (0..10).map(|seed| dense(seed, 100_000)).collect();
    let count = || {
        let mut registers = Registers::default();
        for bytes in black_box(&strings) {
            assert!(registers.merge(bytes).is_ok());
        }
        registers.count()
    };
    criterion.bench_function("count over 10 dense", |bench| bench.iter(count));
    switch_wide_instructions(false);
    criterion.bench_function("count over 10 dense, portable", |bench| bench.iter(count));
    switch_wide_instructions(true);
    let mut bytes = dense(1, 100_000);
    let mut element = 0u64;
    criterion.bench_function("add to a dense one", |bench| {
        bench.iter(|| {
            element += 1;
            add_dense(&mut bytes, &element.to_le_bytes())
        });
    });
}

criterion_group!(benches, hyperloglog);
criterion_main!(benches);
