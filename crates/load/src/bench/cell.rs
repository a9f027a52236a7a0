//! What one row of the table measures. It must never say on which server.

use std::str::FromStr;

use super::keys::Skew;
use super::workload::Operation;

/// Requests of one kind by so many clients.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    pub operation: Operation,
    /// Requests in a batch.
    pub depth: usize,
    pub clients: usize,
    pub skew: Skew,
    /// Further connections meanwhile, in a closed loop: they GET the dataset's large values, or if
    /// it has none, MSET several keys of their own.
    pub beside_clients: usize,
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} P{}", self.operation, self.depth)?;
        if self.skew != Skew::Uniform {
            write!(f, " {}", self.skew)?;
        }
        if self.beside_clients > 0 {
            write!(f, " +beside")?;
        }
        Ok(())
    }
}

/// How fast an open loop asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rate {
    /// Requests per second.
    PerSecond(f64),
    /// A share of what the first peer does in a closed loop, measured before.
    ShareOfPeak(f64),
}

impl FromStr for Rate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| {
            text.parse::<f64>()
                .ok()
                .filter(|number| number.is_finite() && *number > 0.0)
                .ok_or_else(|| format!("{text:?} is no rate: use 50000 (a second) or 70%"))
        };
        match text.strip_suffix('%') {
            Some(percent) => Ok(Self::ShareOfPeak(number(percent)? / 100.0)),
            None => Ok(Self::PerSecond(number(text)?)),
        }
    }
}

impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::PerSecond(rate) => write!(f, "{rate:.0} requests/s"),
            Self::ShareOfPeak(share) => write!(f, "{:.0} % of the peer's peak", share * 100.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_absolute_or_shares() {
        assert_eq!("5e4".parse(), Ok(Rate::PerSecond(50_000.0)));
        assert_eq!("70%".parse(), Ok(Rate::ShareOfPeak(0.7)));
        for text in ["", "%", "-1", "0", "nan", "inf%"] {
            assert!(text.parse::<Rate>().is_err(), "{text}");
        }
    }
}
