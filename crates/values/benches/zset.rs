//! A large sorted set: adding, changing, ranks, ranges, and bytes of an element.
//!
//!     cargo bench -p ringkey-values --bench zset

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use stdx::hash::KeyHasher;
use stdx::rng::Rng;
use values::hash::Rules;
use values::zset::{Ranks, ScoreBound};
use values::{EncodingLimits, SortedSet};

const ELEMENTS: u64 = 1_000_000;

fn member(number: u64) -> Vec<u8> {
    format!("element:{number:012}").into_bytes()
}

fn large_sets(criterion: &mut Criterion) {
    let limits = EncodingLimits::default();
    let rules = Rules {
        limits: &limits,
        hasher: KeyHasher::with_seed([1, 2]),
    };
    let mut rng = Rng::new(1);
    let mut set = SortedSet::new();
    let started = std::time::Instant::now();
    for number in 0..ELEMENTS {
        set.set(&member(number), rng.below(1 << 30) as f64, &rules);
    }
    println!(
        "{ELEMENTS} random scores: {} ns and {:.1} bytes an element",
        started.elapsed().as_nanos() / u128::from(ELEMENTS),
        set.bytes() as f64 / ELEMENTS as f64
    );
    let mut group = criterion.benchmark_group("zset");
    group.sample_size(20);
    let mut draw = Rng::new(2);
    group.bench_function("change", |bencher| {
        bencher.iter_batched(
            || (member(draw.below(ELEMENTS)), draw.below(1 << 30) as f64),
            |(member, score)| black_box(set.set(&member, score, &rules)),
            BatchSize::SmallInput,
        );
    });
    group.bench_function("rank", |bencher| {
        bencher.iter_batched(
            || member(draw.below(ELEMENTS)),
            |member| black_box(set.rank(&member)),
            BatchSize::SmallInput,
        );
    });
    group.bench_function("range of 100", |bencher| {
        bencher.iter(|| {
            let rank = draw.below(ELEMENTS - 100) as usize;
            let elements = set.iter_from(rank).take(100);
            black_box(elements.map(|element| element.score).sum::<f64>())
        });
    });
    group.bench_function("count of scores", |bencher| {
        let bound = |score: u64| ScoreBound {
            score: score as f64,
            excluded: false,
        };
        bencher.iter(|| {
            let low = draw.below(1 << 30);
            black_box::<Ranks>(set.scores_within(bound(low), bound(low + (1 << 20))))
        });
    });
    group.finish();
}

criterion_group!(benches, large_sets);
criterion_main!(benches);
