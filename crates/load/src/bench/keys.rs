//! Which key follows which: uniform, skewed, or each once. It must never know what is asked of
//! them.

use std::str::FromStr;

use stdx::rng::Rng;

/// How often each of the keys is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Skew {
    /// All alike.
    Uniform,
    /// Key number n in proportion to 1 / (n + 1) to this power.
    Zipf(f64),
    /// The first `keys` get so many percent of the requests, the others the rest.
    Hot { keys: u64, percent: u8 },
}

impl FromStr for Skew {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no skew: use uniform, zipf:0.99 or hot:100:90");
        let words: Vec<&str> = text.split(':').collect();
        match words[..] {
            ["uniform"] => Ok(Self::Uniform),
            ["zipf", exponent] => match exponent.parse() {
                Ok(exponent) if exponent > 0.0 && exponent <= 10.0 => Ok(Self::Zipf(exponent)),
                _ => Err(wrong()),
            },
            ["hot", keys, percent] => match (keys.parse(), percent.parse()) {
                (Ok(keys @ 1..), Ok(percent @ 0..=100)) => Ok(Self::Hot { keys, percent }),
                _ => Err(wrong()),
            },
            _ => Err(wrong()),
        }
    }
}

impl std::fmt::Display for Skew {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Uniform => f.pad("uniform"),
            Self::Zipf(exponent) => f.pad(&format!("zipf:{exponent}")),
            Self::Hot { keys, percent } => f.pad(&format!("hot:{keys}:{percent}")),
        }
    }
}

/// A sequence of key numbers.
#[derive(Clone, Debug)]
pub enum Keys {
    /// Of `0..count`, for ever.
    Random {
        rng: Rng,
        count: u64,
        skew: Skew,
        zipf: Zipf,
    },
    /// Each of `next..end` once, for loading.
    Sequential { next: u64, end: u64 },
}

impl Keys {
    pub fn random(seed: u64, count: u64, skew: Skew) -> Self {
        let exponent = match skew {
            Skew::Zipf(exponent) => exponent,
            Skew::Uniform | Skew::Hot { .. } => 1.0,
        };
        Self::Random {
            rng: Rng::new(seed),
            count,
            skew,
            zipf: Zipf::new(count, exponent),
        }
    }

    /// The next key; `None` when sequential keys have run out.
    pub fn next_key(&mut self) -> Option<u64> {
        match self {
            Self::Random {
                rng,
                count,
                skew,
                zipf,
            } => Some(match *skew {
                Skew::Uniform => rng.below(*count),
                Skew::Zipf(_) => zipf.draw(rng) - 1,
                Skew::Hot { keys, percent } => {
                    let hot = keys.min(*count);
                    if hot == *count || rng.below(100) < u64::from(percent) {
                        rng.below(hot)
                    } else {
                        hot + rng.below(*count - hot)
                    }
                }
            }),
            Self::Sequential { next, end } => (*next < *end).then(|| {
                *next += 1;
                *next - 1
            }),
        }
    }
}

/// Draws ranks by rejection from the inverse of the continuous law's integral: no table, so that
/// its cost does not grow with the number of keys.
#[derive(Clone, Copy, Debug)]
pub struct Zipf {
    exponent: f64,
    count: f64,
    from: f64,
    to: f64,
    /// A point so close below its rank is taken without looking further.
    shortcut: f64,
}

impl Zipf {
    pub fn new(count: u64, exponent: f64) -> Self {
        let count = count as f64;
        let mut zipf = Self {
            exponent,
            count,
            from: 0.0,
            to: 0.0,
            shortcut: 0.0,
        };
        zipf.from = zipf.integral(1.5) - 1.0;
        zipf.to = zipf.integral(count + 0.5);
        zipf.shortcut = 2.0 - zipf.inverse(zipf.integral(2.5) - zipf.density(2.0));
        zipf
    }

    /// A rank from 1 to the number of keys.
    pub fn draw(&self, rng: &mut Rng) -> u64 {
        loop {
            let share = (rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64;
            let area = self.to + share * (self.from - self.to);
            let point = self.inverse(area);
            let rank = point.round().clamp(1.0, self.count);
            if rank - point <= self.shortcut
                || area >= self.integral(rank + 0.5) - self.density(rank)
            {
                return rank as u64;
            }
        }
    }

    fn density(&self, at: f64) -> f64 {
        at.powf(-self.exponent)
    }

    fn integral(&self, at: f64) -> f64 {
        let rest = 1.0 - self.exponent;
        if rest.abs() < 1e-9 {
            at.ln()
        } else {
            (at.powf(rest) - 1.0) / rest
        }
    }

    fn inverse(&self, area: f64) -> f64 {
        let rest = 1.0 - self.exponent;
        if rest.abs() < 1e-9 {
            area.exp()
        } else {
            (1.0 + area * rest).max(0.0).powf(1.0 / rest)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(skew: Skew, count: u64) -> Vec<u64> {
        let mut keys = Keys::random(7, count, skew);
        let mut seen = vec![0; count as usize];
        for _ in 0..100_000 {
            seen[keys.next_key().expect("endless") as usize] += 1;
        }
        seen
    }

    #[test]
    fn zipf_frequencies_follow_the_law() {
        for exponent in [0.5, 0.99, 1.0, 1.3] {
            let seen = counted(Skew::Zipf(exponent), 50);
            let total: f64 = (1..=50).map(|rank| f64::from(rank).powf(-exponent)).sum();
            for rank in [1, 2, 10, 50] {
                let expected = 100_000.0 * f64::from(rank).powf(-exponent) / total;
                let got = seen[rank as usize - 1] as f64;
                assert!(
                    (got - expected).abs() < 6.0 * expected.sqrt(),
                    "{exponent} {rank} {got}"
                );
            }
        }
    }

    #[test]
    fn hot_keys_get_their_share() {
        let skew = Skew::Hot {
            keys: 10,
            percent: 90,
        };
        let hot: u64 = counted(skew, 1_000)[..10].iter().sum();
        assert!((89_000..91_000).contains(&hot), "{hot}");
        assert_eq!(counted(skew, 5).iter().sum::<u64>(), 100_000);
    }

    #[test]
    fn skews_are_read_and_named_alike() {
        for text in ["uniform", "zipf:0.99", "hot:100:90"] {
            assert_eq!(text.parse::<Skew>().expect("valid").to_string(), text);
        }
        for text in ["zipf", "zipf:0", "hot:0:90", "hot:1:101", ""] {
            assert!(text.parse::<Skew>().is_err(), "{text}");
        }
    }
}
