//! The bytes of hops without the hops: packets of the size of a turn's requests go to another
//! thread, which reads every line and answers with as many bytes as the replies have.
//!
//! Must never do anything with the bytes but write and read them once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::CLIENTS;
use turn_bench::pin;

/// Words of 8 bytes of one GET on its way there (a message of 48 bytes, a request of 24, two ranges
/// of 8, 19 bytes of arguments) and back (a message of 48 bytes, 71 of reply), rounded up.
const WORDS_THERE: usize = 14;
const WORDS_BACK: usize = 15;

/// Nanoseconds that both threads are busy with one request.
pub(crate) fn measure(requests: u64) -> f64 {
    let turns = requests / CLIENTS as u64;
    let (mut there, mut arriving) = mesh::channel::<Vec<u64>>(4);
    let (mut back, mut returning) = mesh::channel::<Vec<u64>>(4);
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let thread = std::thread::spawn(move || {
        pin(1);
        let (mut busy, mut spare) = (Duration::ZERO, Vec::new());
        while !stopped.load(Ordering::Relaxed) {
            if arriving.is_empty() {
                std::hint::spin_loop();
                continue;
            }
            let begin = Instant::now();
            for packet in arriving.drain(1) {
                spare = answer(packet, std::mem::take(&mut spare), WORDS_BACK, &mut back);
            }
            busy += begin.elapsed();
        }
        busy
    });
    pin(0);
    let (mut busy, mut spare) = (Duration::ZERO, Vec::new());
    let mut sum = Vec::new();
    for _ in 0..turns {
        let begin = Instant::now();
        sum = answer(sum, std::mem::take(&mut spare), WORDS_THERE, &mut there);
        busy += begin.elapsed();
        while returning.is_empty() {
            std::hint::spin_loop();
        }
        spare = std::mem::take(&mut sum);
        sum = returning.drain(1).next().unwrap_or_default();
    }
    stop.store(true, Ordering::Relaxed);
    let busy = busy + thread.join().unwrap_or_default();
    busy.as_nanos() as f64 / requests as f64
}

/// Reads all of a packet, and sends one of as many words a request. Returns the packet read.
fn answer(
    read: Vec<u64>,
    mut written: Vec<u64>,
    words: usize,
    to: &mut mesh::Sender<Vec<u64>>,
) -> Vec<u64> {
    let seed = read.iter().fold(0u64, |sum, word| sum.wrapping_add(*word));
    written.clear();
    written.extend((0..(words * CLIENTS) as u64).map(|word| word ^ seed));
    while let Err(back) = to.try_send(written) {
        written = back;
        std::hint::spin_loop();
    }
    read
}
