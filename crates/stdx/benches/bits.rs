//! Bits of strings as large as caches: counting, finding, combining.
//!
//! `cargo bench -p ringkey-stdx --bench bits`

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use stdx::bits::{BitOp, combine, count_ones, find_first, inverted};

const SIZES: [(&str, usize); 3] = [
    ("4 KiB", 4 << 10),
    ("256 KiB", 256 << 10),
    ("8 MiB", 8 << 20),
];

fn bits(c: &mut Criterion) {
    for (name, len) in SIZES {
        let mut group = c.benchmark_group(name);
        group.throughput(Throughput::Bytes(len as u64));
        let mixed: Vec<u8> = (0..len).map(|i| (i * 7 + i / 251) as u8).collect();
        let zeros = vec![0; len];
        group.bench_function("count", |b| b.iter(|| count_ones(black_box(&mixed))));
        group.bench_function("find", |b| b.iter(|| find_first(black_box(&zeros), true)));
        let both = [mixed.as_slice(), zeros.as_slice()];
        group.bench_function("xor of two", |b| {
            b.iter(|| combine(BitOp::Xor, black_box(&both)));
        });
        group.bench_function("not", |b| b.iter(|| inverted(black_box(&mixed))));
        group.finish();
    }
}

criterion_group!(benches, bits);
criterion_main!(benches);
