//! Pieces of the pool under load, from one thread and from several.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::*;
use crate::rng::Rng;

/// A piece and the byte it was filled with.
fn piece(rng: &mut Rng) -> (Pooled<u8>, u8) {
    let len = match rng.below(10) {
        0 => rng.below(70_000),
        1 => rng.below(9000),
        _ => rng.below(4200),
    };
    let mark = rng.below(255) as u8;
    (Pooled::filled(mark, len as usize), mark)
}

#[test]
fn pieces_keep_their_content_while_others_come_and_go() {
    let mut rng = Rng::new(1);
    let mut keeper = Keeper::begin();
    let mut pieces: Vec<(Pooled<u8>, u8)> = Vec::new();
    for round in 0..30_000u32 {
        let grow = if round % 10_000 < 6000 { 6 } else { 3 };
        match rng.below(10) {
            0 if !pieces.is_empty() => {
                let chosen = rng.below(pieces.len() as u64) as usize;
                let (piece, mark) = &mut pieces[chosen];
                let before = piece.len();
                let len = rng.below(5000) as usize;
                piece.resize(len);
                assert!(piece[..len.min(before)].iter().all(|byte| byte == mark));
                piece.fill(*mark);
            }
            n if n < grow => pieces.push(piece(&mut rng)),
            _ if !pieces.is_empty() => {
                let chosen = rng.below(pieces.len() as u64) as usize;
                let (piece, mark) = pieces.swap_remove(chosen);
                assert_eq!(
                    piece.as_ptr().addr() % 64,
                    if piece.is_empty() { 1 } else { 0 }
                );
                assert!(piece.iter().all(|byte| *byte == mark));
            }
            _ => {}
        }
        if round % 1000 == 0 {
            keeper.run();
            assert_sums_agree();
        }
    }
    for (piece, mark) in pieces {
        assert!(piece.iter().all(|byte| *byte == mark));
    }
}

/// The quick sum is that of all shards, but for what each may keep to itself, and for what other
/// tests do between the two questions.
fn assert_sums_agree() {
    const SLACK_BYTES: usize = 8 * 1024 * 1024;
    let (sum, all) = (used_bytes(), usage().used);
    assert!(sum.abs_diff(all) < SLACK_BYTES, "{sum} bytes, not {all}");
}

#[test]
fn pages_without_pieces_go_back() {
    const COUNT: usize = 100_000;
    // The pieces of this thread alone: other tests have shards of their own, or share this one.
    let pieces: Vec<_> = (0..COUNT).map(|_| Pooled::filled(1u8, 2000)).collect();
    let full = usage();
    assert!(full.used >= COUNT * 2048 && full.held >= full.used);
    drop(pieces);
    let mut keeper = Keeper::begin();
    let begin = Instant::now();
    while usage().held + COUNT * 2048 / 4 > full.held {
        std::thread::sleep(keeper.run());
        assert!(begin.elapsed() < Duration::from_secs(60), "{:?}", usage());
    }
}

#[test]
fn what_a_keeper_prepares_serves_as_anything_else() {
    const BYTES: usize = 3500;
    const COUNT: usize = 30_000;
    let stop = Arc::new(AtomicBool::new(false));
    let stops = Arc::clone(&stop);
    let keeper = std::thread::spawn(move || {
        let mut keeper = Keeper::begin();
        while !stops.load(Ordering::Relaxed) {
            std::thread::park_timeout(keeper.run());
        }
    });
    let mut pieces = Vec::new();
    for round in 0..2 {
        pieces.extend((0..COUNT).map(|number| Pooled::filled(number as u64, BYTES / 8)));
        let right = |(number, piece): (usize, &Pooled<u64>)| {
            piece.iter().all(|word| *word == (number % COUNT) as u64)
        };
        assert!(pieces.iter().enumerate().all(right), "round {round}");
        pieces.truncate(COUNT / 10);
        pieces.resize_with(COUNT, || Pooled::filled(0u64, 1));
        for (number, piece) in pieces.iter_mut().enumerate() {
            *piece = Pooled::filled(number as u64, BYTES / 8);
        }
    }
    stop.store(true, Ordering::Relaxed);
    keeper.thread().unpark();
    assert!(keeper.join().is_ok());
}

#[test]
fn pieces_may_die_on_another_thread() {
    let pieces: Vec<_> = (1..2000usize)
        .map(|len| Pooled::filled(7u64, len % 600))
        .collect();
    let there = std::thread::spawn(move || {
        let sum: u64 = pieces.iter().flat_map(|piece| piece.iter()).sum();
        drop(pieces);
        sum
    });
    let own: Vec<_> = (1..2000usize)
        .map(|len| Pooled::filled(9u64, len % 600))
        .collect();
    assert!(there.join().is_ok_and(|sum| sum > 0));
    assert!(
        own.iter()
            .flat_map(|piece| piece.iter())
            .all(|word| *word == 9)
    );
}
