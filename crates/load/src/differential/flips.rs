//! The self test: corrupts single bytes of the subject's replies and watches whether the
//! comparison notices. It must never compare itself.

use std::fmt::Write as _;

use super::pool::Pool;
use crate::link::{Flip, Link};

/// Steps after which a corrupted byte that nobody noticed counts as missed.
const STEPS_TO_NOTICE: u64 = 400;
/// The corrupted byte lies within so many bytes of what the session receives next.
const AHEAD_BYTES: u64 = 400;

/// Plans flips one after the other, evenly over a run.
#[derive(Debug, Default)]
pub struct Flips {
    wanted: u64,
    every: u64,
    planned: u64,
    active: Option<Active>,
    pub noticed: u64,
    /// Names of explained kinds that swallowed a flip: a byte of a clock or a cursor.
    pub hidden: Vec<String>,
    pub missed: Vec<String>,
}

#[derive(Debug)]
struct Active {
    session: usize,
    differences_before: u64,
    uses_before: u64,
    happened_at_step: Option<u64>,
    planned_at_command: u64,
}

impl Flips {
    pub fn new(wanted: u64, commands: u64) -> Self {
        Self {
            wanted,
            every: commands / (wanted + 1),
            ..Self::default()
        }
    }

    /// The session whose next replies are to be corrupted, if it is time.
    pub fn due(&self, commands_sent: u64) -> bool {
        self.active.is_none()
            && self.planned < self.wanted + self.hidden.len() as u64
            && commands_sent >= (self.planned + 1) * self.every
    }

    /// Plans a flip on `link`, the subject's connection of session `at`.
    pub fn plan(&mut self, pool: &mut Pool, at: usize, link: &mut Link, counts: Counts) {
        self.planned += 1;
        self.active = Some(Active {
            session: at,
            differences_before: counts.differences,
            uses_before: counts.uses,
            happened_at_step: None,
            planned_at_command: counts.commands,
        });
        place(pool, link);
    }

    /// A session was connected anew: a flip that had not happened yet goes with the old one.
    pub fn reconnected(&mut self, pool: &mut Pool, at: usize, link: &mut Link) {
        let waits = self
            .active
            .as_ref()
            .is_some_and(|active| active.session == at && active.happened_at_step.is_none());
        if waits {
            place(pool, link);
        }
    }

    /// After each step: whether the flip has happened and been noticed.
    pub fn after_step(&mut self, step: u64, counts: Counts, pending: impl Fn(usize) -> usize) {
        let Some(active) = &mut self.active else {
            return;
        };
        if counts.differences > active.differences_before {
            self.noticed += 1;
            self.active = None;
            return;
        }
        if active.happened_at_step.is_none() {
            if pending(active.session) == 0 {
                active.happened_at_step = Some(step);
                if counts.uses > active.uses_before {
                    active.uses_before = u64::MAX;
                }
            } else {
                active.uses_before = counts.uses;
            }
        }
        let Some(happened) = active.happened_at_step else {
            return;
        };
        if step <= happened + STEPS_TO_NOTICE {
            return;
        }
        let what = format!(
            "session {}, step {happened}, command about {}",
            active.session, active.planned_at_command
        );
        if active.uses_before == u64::MAX {
            self.hidden.push(what);
        } else {
            self.missed.push(what);
        }
        self.active = None;
    }

    /// Whether at least one flip happened and none was missed.
    pub fn passed(&self) -> bool {
        self.noticed > 0 && self.missed.is_empty()
    }

    pub fn summary(&self) -> String {
        let mut text = format!(
            "flipped bytes: {} planned, {} noticed, {} within an explained difference, {} missed\n",
            self.planned,
            self.noticed,
            self.hidden.len(),
            self.missed.len()
        );
        for what in &self.missed {
            let _ = writeln!(text, "  missed: {what}");
        }
        text
    }
}

/// Counts of the run at some moment.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    pub commands: u64,
    pub differences: u64,
    pub uses: u64,
}

fn place(pool: &mut Pool, link: &mut Link) {
    let at = link.received_bytes() + pool.rng.below(AHEAD_BYTES);
    let mask = 1 << pool.rng.below(8);
    link.plan_flip(Flip { at, mask });
}
