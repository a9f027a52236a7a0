//! Compares two builds of one program by its CPU time, in many short slices in turns. It must
//! never know what the programs do, nor how they were built.
//!
//! A follower measures once for each line of its standard input and prints the result as a
//! number. Between two slices of one pair of processes noise is the same; but where the memory of
//! a process happens to lie makes it faster or slower for its whole life, so several pairs of
//! processes are started, and each counts as one observation.

use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::statistics::{Estimate, estimate, median};

/// Smaller differences are not told from none. Two runs of one build differ by 1 % at most; where a
/// change of other code happens to move the hot one, by 2 %.
const DIFFERENCE_MIN: f64 = 0.025;

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Pairs of processes.
    pub launches: usize,
    /// Pairs of slices of each.
    pub slices: usize,
}

/// A follower's command line.
#[derive(Clone, Debug)]
pub struct Follower {
    pub program: PathBuf,
    pub args: Vec<String>,
}

/// What a comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Slower,
    Faster,
    NoDifferenceSeen,
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::Slower => "slower",
            Self::Faster => "faster",
            Self::NoDifferenceSeen => "no difference seen",
        })
    }
}

/// The outcome of a comparison.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Medians over everything, as the followers print them.
    pub base: f64,
    pub new: f64,
    /// New over base.
    pub ratio: Estimate,
    pub verdict: Verdict,
}

impl std::fmt::Display for Comparison {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Estimate { median, low, high } = self.ratio;
        write!(
            f,
            "{:.1} -> {:.1} ns, {median:.3} [{low:.3}, {high:.3}]: {}",
            self.base, self.new, self.verdict
        )
    }
}

/// Measures both in turns.
pub fn compare(base: &Follower, new: &Follower, effort: Effort) -> Result<Comparison, String> {
    let mut samples = [Vec::new(), Vec::new()];
    let mut ratios = Vec::new();
    for launch in 0..effort.launches {
        // Who comes first has its memory first.
        let (first, second) = if launch % 2 == 0 {
            (base, new)
        } else {
            (new, base)
        };
        let (first, second) = (Running::start(first)?, Running::start(second)?);
        let mut pair = if launch % 2 == 0 {
            [first, second]
        } else {
            [second, first]
        };
        ratios.push(launched(&mut pair, effort.slices, &mut samples)?);
    }
    let ratio = estimate(&ratios);
    Ok(Comparison {
        base: median(&samples[0]),
        new: median(&samples[1]),
        ratio,
        verdict: verdict(ratio),
    })
}

/// The median of the paired ratios of one pair of processes.
fn launched(
    pair: &mut [Running; 2],
    slices: usize,
    samples: &mut [Vec<f64>; 2],
) -> Result<f64, String> {
    // The first answer comes after the follower's own preparation, and warms it up.
    for follower in &mut *pair {
        follower.ask()?;
    }
    let mut ratios = Vec::new();
    for slice in 0..slices {
        let mut taken = [0.0; 2];
        let order = if slice % 2 == 0 { [0, 1] } else { [1, 0] };
        for which in order {
            taken[which] = pair[which].ask()?;
            samples[which].push(taken[which]);
        }
        ratios.push(taken[1] / taken[0]);
    }
    Ok(median(&ratios))
}

/// A difference is one if the interval does not hold 1 and it is larger than two equal builds show.
fn verdict(ratio: Estimate) -> Verdict {
    if ratio.low > 1.0 && ratio.median >= 1.0 + DIFFERENCE_MIN {
        Verdict::Slower
    } else if ratio.high < 1.0 && ratio.median <= 1.0 / (1.0 + DIFFERENCE_MIN) {
        Verdict::Faster
    } else {
        Verdict::NoDifferenceSeen
    }
}

struct Running {
    name: String,
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Running {
    fn start(follower: &Follower) -> Result<Self, String> {
        let name = follower.program.display().to_string();
        let failed = |error: io::Error| format!("cannot start {name}: {error}");
        let mut child = Command::new(&follower.program)
            .args(&follower.args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(format!("{name} has no standard input or output"));
        };
        Ok(Self {
            name,
            child,
            to,
            from: BufReader::new(from),
        })
    }

    fn ask(&mut self) -> Result<f64, String> {
        let mut line = String::new();
        let read = self
            .to
            .write_all(b"\n")
            .and_then(|()| self.to.flush())
            .and_then(|()| self.from.read_line(&mut line));
        let number = line.trim().parse::<f64>().ok().filter(|ns| *ns > 0.0);
        match (read, number) {
            (Ok(_), Some(ns)) => Ok(ns),
            (Ok(_), None) => Err(format!("{} answered {line:?} instead of a time", self.name)),
            (Err(error), _) => Err(format!("{}: {error}", self.name)),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use stdx::rng::Rng;

    fn shell(script: &str) -> Follower {
        Follower {
            program: "/bin/sh".into(),
            args: vec!["-c".to_string(), script.to_string()],
        }
    }

    /// Prints 100, 200, 100 ... percent: noise that pairs share.
    fn saying(percent: u32) -> Follower {
        shell(&format!(
            "n=1; while read line; do n=$((3 - n)); echo $((n * {percent})); done"
        ))
    }

    #[test]
    fn followers_are_compared_slice_by_slice() {
        let effort = Effort {
            launches: 3,
            slices: 4,
        };
        let compared = |percent| compare(&saying(100), &saying(percent), effort);
        let slower = compared(105).expect("numbers");
        assert_eq!(
            (slower.ratio.median, slower.verdict),
            (1.05, Verdict::Slower)
        );
        assert_eq!(compared(95).expect("numbers").verdict, Verdict::Faster);
        assert_eq!(
            compared(100).expect("numbers").verdict,
            Verdict::NoDifferenceSeen
        );
    }

    #[test]
    fn a_follower_that_fails_is_named() {
        let effort = Effort {
            launches: 1,
            slices: 1,
        };
        let error =
            compare(&saying(100), &shell("read line; echo wrong"), effort).expect_err("no number");
        assert!(
            error.contains("/bin/sh") && error.contains("wrong"),
            "{error}"
        );
    }

    /// As many launches as by default, each off by as much as they are here on a busy machine.
    fn flagged(effect: f64) -> usize {
        let mut rng = Rng::new(20_261_123);
        let mut uniform = || (rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64 - 0.5;
        (0..100)
            .filter(|_| {
                // The sum of twelve has a standard deviation of one: here of 1 %.
                let noise = |_| effect + 0.01 * (0..12).map(|_| uniform()).sum::<f64>();
                let ratios: Vec<f64> = (0..7).map(noise).collect();
                verdict(estimate(&ratios)) == Verdict::Slower
            })
            .count()
    }

    #[test]
    fn noise_of_one_percent_hides_no_five_and_invents_nothing() {
        assert!(flagged(1.05) >= 98, "{}", flagged(1.05));
        assert!(flagged(1.0) <= 2, "{}", flagged(1.0));
    }
}
