//! The sparse form: runs of equal registers, as one or two bytes each.
//!
//! `00nnnnnn` is a run of n+1 zeros, `01nnnnnn nnnnnnnn` a long run of n+1 zeros, `1vvvvvnn` a run
//! of n+1 registers of value v+1. The runs make 16,384 registers together, or the string is
//! corrupted. Bytes come from clients: any will do here. Never knows the dense form.

use std::fmt::Write;

use super::estimate::Histogram;
use super::{Corrupted, HEADER_BYTES, REGISTERS};

/// Greatest value of a register in this form.
pub(super) const VALUE_MAX: u8 = 32;
const ZERO_RUN_MAX: usize = 64;
const VALUE_RUN_MAX: usize = 4;
/// Runs behind a change that are looked at for neighbours of the same value.
const JOINED_RUNS_MAX: usize = 5;
/// Longest text of [`decode`]. Strings that count anything stay far below.
const DECODED_BYTES_MAX: usize = 64 << 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Zeros,
    LongZeros,
    Values(u8),
}

/// A run of registers, and where it stands in the string.
#[derive(Clone, Copy, Debug)]
struct Run {
    kind: Kind,
    /// Registers.
    len: usize,
    at: usize,
}

impl Run {
    fn value(self) -> u8 {
        match self.kind {
            Kind::Values(value) => value,
            _ => 0,
        }
    }

    /// Bytes that it takes, were it not cut off by the end of the string.
    fn width(self) -> usize {
        if self.kind == Kind::LongZeros { 2 } else { 1 }
    }

    fn end(self) -> usize {
        self.at + self.width()
    }
}

/// The run at `at`. A second byte cut off counts as zero.
fn run_at(bytes: &[u8], at: usize) -> Option<Run> {
    let first = *bytes.get(at)?;
    let (kind, len) = match first {
        0..=0x3f => (Kind::Zeros, usize::from(first)),
        0x40..=0x7f => {
            let second = bytes.get(at + 1).copied().unwrap_or(0);
            let len = usize::from(first & 0x3f) << 8 | usize::from(second);
            (Kind::LongZeros, len)
        }
        _ => (
            Kind::Values((first >> 2 & 0x1f) + 1),
            usize::from(first & 3),
        ),
    };
    let len = len + 1;
    Some(Run { kind, len, at })
}

fn runs(bytes: &[u8]) -> impl Iterator<Item = Run> {
    std::iter::successors(run_at(bytes, HEADER_BYTES), |run| run_at(bytes, run.end()))
}

/// The runs with the register that each begins with, if they make all registers together.
fn for_each_run(bytes: &[u8], mut visit: impl FnMut(usize, Run)) -> Result<(), Corrupted> {
    let mut first = 0;
    for run in runs(bytes) {
        if first + run.len > REGISTERS {
            return Err(Corrupted);
        }
        visit(first, run);
        first += run.len;
    }
    if first == REGISTERS {
        Ok(())
    } else {
        Err(Corrupted)
    }
}

pub(super) fn histogram(bytes: &[u8]) -> Result<Histogram, Corrupted> {
    let mut histogram = [0; 64];
    for_each_run(bytes, |_, run| {
        histogram[usize::from(run.value())] += run.len as u32;
    })?;
    Ok(histogram)
}

/// Raises registers to those of the string.
pub(super) fn merge(bytes: &[u8], registers: &mut [u8; REGISTERS]) -> Result<(), Corrupted> {
    for_each_run(bytes, |first, run| {
        if let Kind::Values(value) = run.kind {
            for register in &mut registers[first..first + run.len] {
                *register = value.max(*register);
            }
        }
    })
}

/// The runs in words: `z:n` and `Z:n` for zeros, `v:value,n`.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Corrupted> {
    let mut text = String::new();
    for run in runs(bytes) {
        if text.len() > DECODED_BYTES_MAX {
            return Err(Corrupted);
        }
        let len = run.len;
        let written = match run.kind {
            Kind::Zeros => write!(text, "z:{len} "),
            Kind::LongZeros => write!(text, "Z:{len} "),
            Kind::Values(value) => write!(text, "v:{value},{len} "),
        };
        debug_assert!(written.is_ok(), "text takes what is written to it");
    }
    text.truncate(text.trim_end().len());
    Ok(text)
}

/// What became of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    Kept,
    Changed,
    /// Nothing was changed: the value, or the string with it, is too large for this form.
    TooLarge,
}

/// Raises one register to `value`.
pub(super) fn raise(
    bytes: &mut Vec<u8>,
    index: usize,
    value: u8,
    bytes_max: usize,
) -> Result<Raised, Corrupted> {
    if value > VALUE_MAX {
        return Ok(Raised::TooLarge);
    }
    let (previous, first, run) = find(bytes, index)?;
    if run.end() > bytes.len() {
        return Err(Corrupted);
    }
    if run.value() >= value {
        return Ok(Raised::Kept);
    }
    if run.len == 1 && run.kind != Kind::LongZeros {
        bytes[run.at] = value_run(value, 1);
    } else {
        let replacement = split(run, index - first, value);
        let grown = replacement.len.saturating_sub(run.width());
        if grown > 0 && bytes.len() + grown > bytes_max {
            return Ok(Raised::TooLarge);
        }
        let replacement = replacement.bytes[..replacement.len].iter().copied();
        bytes.splice(run.at..run.end(), replacement);
    }
    join(bytes, previous.unwrap_or(HEADER_BYTES));
    Ok(Raised::Changed)
}

/// The run of a register with the register it begins with, and where the run before it stands.
fn find(bytes: &[u8], index: usize) -> Result<(Option<usize>, usize, Run), Corrupted> {
    let (mut previous, mut first) = (None, 0);
    for run in runs(bytes) {
        if index < first + run.len {
            return Ok((previous, first, run));
        }
        previous = Some(run.at);
        first += run.len;
    }
    Err(Corrupted)
}

/// At most zeros, a value, and zeros: five bytes.
#[derive(Default)]
struct Replacement {
    bytes: [u8; 5],
    len: usize,
}

impl Replacement {
    fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    fn push_run(&mut self, kind: Kind, len: usize) {
        match (kind, len) {
            (_, 0) => {}
            (Kind::Values(value), len) => self.push(value_run(value, len)),
            (_, len @ ..=ZERO_RUN_MAX) => self.push((len - 1) as u8),
            (_, len) => {
                self.push(0x40 | ((len - 1) >> 8) as u8);
                self.push(((len - 1) & 0xff) as u8);
            }
        }
    }
}

fn value_run(value: u8, len: usize) -> u8 {
    0x80 | (value - 1) << 2 | (len - 1) as u8
}

/// The run with `value` at one of its places.
fn split(run: Run, place: usize, value: u8) -> Replacement {
    let mut replacement = Replacement::default();
    replacement.push_run(run.kind, place);
    replacement.push_run(Kind::Values(value), 1);
    replacement.push_run(run.kind, run.len - place - 1);
    replacement
}

/// Joins runs of the same value among a few from `at` on.
fn join(bytes: &mut Vec<u8>, mut at: usize) {
    for _ in 0..JOINED_RUNS_MAX {
        let Some(run) = run_at(bytes, at) else { return };
        let next = run_at(bytes, run.end());
        match (run.kind, next) {
            (Kind::Values(value), Some(next))
                if next.kind == run.kind && run.len + next.len <= VALUE_RUN_MAX =>
            {
                bytes[next.at] = value_run(value, run.len + next.len);
                bytes.remove(at);
            }
            _ => at = run.end(),
        }
    }
}
