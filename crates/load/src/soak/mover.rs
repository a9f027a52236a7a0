//! Hands slots from core to core while the others work. It must never look at a key.

use std::time::{Duration, Instant};

use stdx::rng::Rng;
use stdx::slot::{SLOTS, slot_of};

use super::Actor;
use super::frames::{OK, must_be};
use super::world::{ACCOUNTS, World, key};
use crate::wire::push_command;

/// Moves asked for and not answered, at most.
const PENDING_MAX: usize = 16;

/// Asks for so many moves a second, by the clock.
#[derive(Debug)]
pub struct Mover {
    cores: u64,
    period: Duration,
    due: Instant,
    rng: Rng,
    pending: usize,
}

impl Mover {
    pub fn new(cores: u64, moves_per_second: f64, seed: u64) -> Self {
        Self {
            cores,
            period: Duration::from_secs_f64(1.0 / moves_per_second.max(0.001)),
            due: Instant::now(),
            rng: Rng::new(seed ^ 0x6d_6f_76_65),
            pending: 0,
        }
    }

    /// Mostly one of the slots that all clients work on.
    fn slot(&mut self) -> u16 {
        const SHARED: [&str; 6] = ["counter", "pair", "account", "queue", "optimist", "channel"];
        if self.rng.below(4) == 0 {
            return self.rng.below(SLOTS as u64) as u16;
        }
        let kind = SHARED[self.rng.below(SHARED.len() as u64) as usize];
        slot_of(&key(kind, self.rng.below(ACCOUNTS as u64) as usize))
    }
}

impl Actor for Mover {
    fn name(&self) -> String {
        "mover".to_owned()
    }

    fn ask(&mut self, world: &mut World, out: &mut Vec<u8>) {
        while !world.stopping && self.pending < PENDING_MAX && Instant::now() >= self.due {
            self.due += self.period;
            let slot = self.slot().to_string();
            let core = self.rng.below(self.cores).to_string();
            let args: [&[u8]; 4] = [b"RINGKEY", b"MOVE", slot.as_bytes(), core.as_bytes()];
            push_command(out, &args);
            self.pending += 1;
        }
    }

    fn reply(&mut self, world: &mut World, frame: &[u8]) -> Result<(), String> {
        self.pending -= 1;
        // Where the number of cores changes as well.
        if frame.starts_with(b"-ERR no such core") {
            return Ok(());
        }
        must_be("RINGKEY MOVE", OK, frame)?;
        world.held("slots moved");
        Ok(())
    }

    fn pending(&self) -> usize {
        self.pending
    }
}
