//! A client that increments by WATCH, GET, MULTI, SET, EXEC: whoever succeeds must have had the
//! counter alone.

use super::Actor;
use super::frames::{self, NULL, NULL_ARRAY, OK, QUEUED, must_be};
use super::world::{OPTIMISTS, World, key};
use crate::wire::{parse_int, push_command};

/// One optimist. It reads first and decides then, so its requests go in two parts.
#[derive(Debug)]
pub struct Optimist {
    at: usize,
    counter: usize,
    above: u64,
    read: i64,
    step: usize,
    asked: bool,
}

impl Optimist {
    pub fn new(at: usize) -> Self {
        Self {
            at,
            counter: at % OPTIMISTS,
            above: 0,
            read: 0,
            step: 0,
            asked: false,
        }
    }
}

impl Actor for Optimist {
    fn name(&self) -> String {
        format!("optimist {}", self.at)
    }

    fn ask(&mut self, world: &mut World, out: &mut Vec<u8>) {
        if self.asked || world.stopping && self.step == 0 {
            return;
        }
        let name = key("optimist", self.counter);
        match self.step {
            0 => {
                self.above = world.optimists[self.counter].greatest();
                push_command(out, &[b"WATCH", &name[..]]);
                push_command(out, &[b"GET", &name[..]]);
            }
            2 => {
                let next = (self.read + 1).to_string();
                push_command(out, &[b"MULTI"]);
                push_command(out, &[b"SET", &name[..], next.as_bytes()]);
                push_command(out, &[b"EXEC"]);
            }
            _ => return,
        }
        self.asked = true;
    }

    fn reply(&mut self, world: &mut World, frame: &[u8]) -> Result<(), String> {
        match self.step {
            0 => must_be("WATCH", OK, frame)?,
            1 => {
                let read = if frame == NULL {
                    Some(0)
                } else {
                    frames::text(frame).and_then(parse_int)
                };
                self.read = read
                    .filter(|read| *read >= self.above as i64)
                    .ok_or_else(|| {
                        let what = format!("GET of a counter that had reached {}", self.above);
                        frames::wrong(&what, b"(not less)", frame)
                    })?;
                self.asked = false;
            }
            2 => must_be("MULTI", OK, frame)?,
            3 => must_be("SET in MULTI", QUEUED, frame)?,
            _ => {
                if frame == NULL_ARRAY {
                    world.held("optimists disturbed");
                } else {
                    must_be("EXEC after WATCH", &frames::array(&[OK.to_vec()]), frame)?;
                    world.optimists[self.counter]
                        .answer(self.read + 1, self.above)
                        .map_err(|error| format!("WATCH let an increment be lost: {error}"))?;
                    world.held("optimists undisturbed");
                }
                self.asked = false;
            }
        }
        self.step = (self.step + 1) % 5;
        Ok(())
    }

    fn pending(&self) -> usize {
        usize::from(self.step > 0 || self.asked)
    }
}
