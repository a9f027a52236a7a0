//! Pieces of the pool under load, from one thread and from several.

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
            mark_unneeded();
            release(100);
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
    // The pieces of this thread alone: other tests have shards of their own, or share this one.
    let pieces: Vec<_> = (0..3000).map(|_| Pooled::filled(1u8, 2000)).collect();
    let full = usage();
    assert!(full.used >= 3000 * 2048 && full.held >= full.used);
    drop(pieces);
    mark_unneeded();
    mark_unneeded();
    let mut rounds = 0;
    while release(64) > 0 {
        rounds += 1;
        assert!(rounds < 100_000);
    }
    assert!(rounds > 3000 / 2 / 64 / 2, "each call gives back a part");
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
