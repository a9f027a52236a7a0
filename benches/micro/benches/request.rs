//! The steps of a request one by one, a pipeline of 64 at a time: parsing, routing (command, slot,
//! hash), reply. The step between, the lookup with and without prefetching, is measured by
//! `cargo bench -p ringkey-keyspace --bench lookup`.
//!
//! `cargo bench -p ringkey-micro-bench`

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use resp::{Limits, OutBuf, Parsed, Parser, Proto, ReplyWriter, RequestBuf, RequestSpan};
use std::hint::black_box;
use std::time::Duration;
use stdx::hash::KeyHasher;
use stdx::slot::slot_of;

const DEPTH: u64 = 64;
const VALUE: [u8; 64] = [b'v'; 64];
const HASHER: KeyHasher = KeyHasher::with_seed([20_261_123, 5]);
const LIMITS: Limits = Limits {
    authenticated: true,
    bulk_bytes_max: 512 << 20,
};

fn key(number: u64) -> String {
    format!("key:{:012}", number * 7_919)
}

/// What a client sends: GETs or SETs of 16-byte keys.
fn pipeline(set: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    for number in 0..DEPTH {
        let key = key(number);
        let value = String::from_utf8_lossy(&VALUE);
        let request = if set {
            format!("*3\r\n$3\r\nSET\r\n$16\r\n{key}\r\n$64\r\n{value}\r\n")
        } else {
            format!("*2\r\n$3\r\nGET\r\n$16\r\n{key}\r\n")
        };
        bytes.extend_from_slice(request.as_bytes());
    }
    bytes
}

/// As a session does: the usual form first, anything else by the general way.
fn parse_all(parser: &mut Parser, bytes: &[u8], requests: &mut RequestBuf) -> Vec<RequestSpan> {
    let mut spans = Vec::with_capacity(DEPTH as usize);
    let mut at = 0;
    requests.clear();
    while at < bytes.len() {
        match parser.next_usual(bytes, &mut at, requests) {
            Some(span) => spans.push(span),
            None => match parser.next(bytes, &mut at, requests, &LIMITS) {
                Parsed::Request(span) => spans.push(span),
                _ => break,
            },
        }
    }
    spans
}

fn parse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    group.throughput(Throughput::Elements(DEPTH));
    for (name, set) in [("GET", false), ("SET of 64 bytes", true)] {
        let bytes = pipeline(set);
        let (mut parser, mut requests) = (Parser::new(), RequestBuf::new());
        assert_eq!(
            parse_all(&mut parser, &bytes, &mut requests).len() as u64,
            DEPTH
        );
        group.bench_function(name, |bencher| {
            bencher.iter(|| parse_all(&mut parser, black_box(&bytes), &mut requests));
        });
        group.bench_function(format!("{name}, the general way"), |bencher| {
            bencher.iter(|| {
                let mut at = 0;
                requests.clear();
                let bytes = black_box(&bytes[..]);
                while let Parsed::Request(span) =
                    parser.next(bytes, &mut at, &mut requests, &LIMITS)
                {
                    black_box(span);
                }
            });
        });
    }
    group.finish();
}

fn route(criterion: &mut Criterion) {
    let bytes = pipeline(false);
    let mut requests = RequestBuf::new();
    let spans = parse_all(&mut Parser::new(), &bytes, &mut requests);
    let mut group = criterion.benchmark_group("route");
    group.throughput(Throughput::Elements(DEPTH));
    group.bench_function("command by name", |bencher| {
        bencher.iter(|| {
            for span in &spans {
                black_box(command_table::lookup(requests.args(&bytes, *span).get(0)));
            }
        });
    });
    group.bench_function("slot of a 16-byte key", |bencher| {
        bencher.iter(|| {
            for span in &spans {
                black_box(slot_of(requests.args(&bytes, *span).get(1)));
            }
        });
    });
    group.bench_function("hash of a 16-byte key", |bencher| {
        bencher.iter(|| {
            for span in &spans {
                black_box(HASHER.hash(requests.args(&bytes, *span).get(1)));
            }
        });
    });
    group.finish();
}

fn reply(criterion: &mut Criterion) {
    let mut out = OutBuf::new();
    let mut group = criterion.benchmark_group("reply");
    group.throughput(Throughput::Elements(DEPTH));
    let mut bench = |name: &str, write: fn(&mut ReplyWriter<'_>, u64)| {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                for number in 0..DEPTH {
                    write(&mut ReplyWriter::new(&mut out, Proto::Resp2), number);
                }
                black_box(out.len_bytes());
                out.clear();
            });
        });
    };
    bench("bulk of 64 bytes", |writer, _| {
        writer.bulk(black_box(&VALUE))
    });
    bench("OK", |writer, _| writer.ok());
    bench("integer", |writer, number| {
        writer.int(black_box(number as i64 * 7_919))
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().measurement_time(Duration::from_secs(2));
    targets = parse, route, reply
}
criterion_main!(benches);
