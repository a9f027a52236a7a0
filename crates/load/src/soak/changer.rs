//! Changes the number of cores while the others work. It must never look at a key.

use std::time::{Duration, Instant};

use stdx::rng::Rng;

use super::Actor;
use super::frames::{OK, must_be};
use super::world::World;
use crate::wire::push_command;

/// Asks for another number of cores every so many seconds, by the clock.
#[derive(Debug)]
pub struct Changer {
    cores_most: u64,
    period: Duration,
    due: Instant,
    rng: Rng,
    pending: usize,
}

impl Changer {
    pub fn new(cores_most: u64, every_seconds: f64, seed: u64) -> Self {
        let period = Duration::from_secs_f64(every_seconds.max(0.001));
        Self {
            cores_most,
            period,
            due: Instant::now() + period,
            rng: Rng::new(seed ^ 0x63_6f_72_65),
            pending: 0,
        }
    }
}

impl Actor for Changer {
    fn name(&self) -> String {
        "changer".to_owned()
    }

    fn ask(&mut self, world: &mut World, out: &mut Vec<u8>) {
        if world.stopping || self.pending > 0 || Instant::now() < self.due {
            return;
        }
        self.due += self.period;
        let count = (1 + self.rng.below(self.cores_most)).to_string();
        let count = count.as_bytes();
        let args: [&[u8]; 6] = [b"CONFIG", b"SET", b"cores-min", count, b"cores-max", count];
        push_command(out, &args);
        self.pending += 1;
    }

    fn reply(&mut self, world: &mut World, frame: &[u8]) -> Result<(), String> {
        self.pending -= 1;
        must_be("CONFIG SET cores-min cores-max", OK, frame)?;
        world.held("numbers of cores set");
        Ok(())
    }

    fn pending(&self) -> usize {
        self.pending
    }
}
