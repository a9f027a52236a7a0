//! Named measurements. Each is a row of a table; flags of the command line override its fields.

use super::cell::Rate;
use super::collections::Collection;
use super::dataset::{Dataset, Large};
use super::keys::Skew;
use super::workload::Operation;

/// What is measured under one name.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub name: &'static str,
    pub about: &'static str,
    pub kind: Kind,
    pub datasets: Vec<Dataset>,
    pub operations: Vec<Operation>,
    pub depths: Vec<usize>,
    pub clients: usize,
    /// Connections beside the others, which GET large values, or MSET keys of their own where the
    /// dataset has none.
    pub beside_clients: usize,
    pub cores: usize,
    pub skew: Skew,
    pub rate: Option<Rate>,
    pub rounds: usize,
    pub seconds: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Requests and their cost.
    Requests,
    /// Resident memory while keys are written and deleted.
    Memory,
    /// The longest steps of upkeep, by our own account.
    Steps,
}

/// Large values of 256 MiB altogether.
const fn large(value_bytes: usize) -> Dataset {
    Dataset::plain((256 << 20) / value_bytes as u64, value_bytes)
}

/// 100,000 small values beside large ones of 256 MiB altogether.
const fn beside(value_bytes: usize) -> Dataset {
    Dataset {
        large: Some(Large {
            keys: (256 << 20) / value_bytes as u64,
            value_bytes,
        }),
        ..Dataset::plain(100_000, 64)
    }
}

/// What `--list` shows, the one without a name first.
pub fn all() -> Vec<Scenario> {
    let named = [plain(), clients(), large_values(), memory()];
    std::iter::once(base())
        .chain(named.into_iter().flatten())
        .collect()
}

fn base() -> Scenario {
    Scenario {
        name: "custom",
        about: "GET and SET, 64 bytes, P1, P16, P64: what flags start from",
        kind: Kind::Requests,
        datasets: vec![Dataset::plain(5_000_000, 64)],
        operations: vec![Operation::Get, Operation::Set],
        depths: vec![1, 16, 64],
        clients: 50,
        beside_clients: 0,
        cores: 1,
        skew: Skew::Uniform,
        rate: None,
        rounds: 7,
        seconds: 3.0,
    }
}

/// One core, 50 clients.
fn plain() -> Vec<Scenario> {
    vec![
        Scenario {
            name: "core",
            about: "what a request costs: GET and SET, 64 bytes, P1, P16, P64, one core",
            ..base()
        },
        Scenario {
            name: "core-512",
            about: "the same with values of 512 bytes",
            datasets: vec![Dataset::plain(5_000_000, 512)],
            ..base()
        },
        Scenario {
            name: "mixed",
            about: "90 % GET, 10 % SET, uniform keys",
            operations: vec![Operation::Mix(90)],
            ..base()
        },
        Scenario {
            name: "zipf",
            about: "90 % GET, 10 % SET, keys by Zipf's law with exponent 0.99",
            operations: vec![Operation::Mix(90)],
            skew: Skew::Zipf(0.99),
            ..base()
        },
        Scenario {
            name: "hot",
            about: "90 % GET, 10 % SET, 90 % of the requests for 100 keys",
            operations: vec![Operation::Mix(90)],
            skew: Skew::Hot {
                keys: 100,
                percent: 90,
            },
            ..base()
        },
    ]
}

/// Other clients, cores and loops.
fn clients() -> Vec<Scenario> {
    vec![
        Scenario {
            name: "single",
            about: "one connection alone, P1 and P64, one core",
            depths: vec![1, 64],
            clients: 1,
            ..base()
        },
        Scenario {
            name: "two-cores",
            about: "50 clients on a server of two cores",
            cores: 2,
            ..base()
        },
        Scenario {
            name: "several",
            about: "MSET of 10 keys, and EXEC of 10 SETs, on a server of two cores",
            datasets: vec![Dataset::plain(1_000_000, 64)],
            operations: vec![Operation::Mset, Operation::Exec],
            depths: vec![1],
            cores: 2,
            ..base()
        },
        Scenario {
            name: "beside-mset",
            about: "GET and SET alone, then beside 10 clients that MSET 10 other keys, two cores",
            datasets: vec![Dataset::plain(1_000_000, 64)],
            depths: vec![1],
            beside_clients: 10,
            cores: 2,
            ..base()
        },
        Scenario {
            name: "billion",
            about: "SET of 512 bytes without pipelining, 1,000 clients",
            datasets: vec![Dataset::plain(1_000_000, 512)],
            operations: vec![Operation::Set],
            depths: vec![1],
            clients: 1_000,
            ..base()
        },
        Scenario {
            name: "open",
            about: "open loop at 70 % of the peer's peak, GET and SET, P1 and P16",
            depths: vec![1, 16],
            rate: Some(Rate::ShareOfPeak(0.7)),
            ..base()
        },
    ]
}

/// Large values, and commands that read them whole.
fn large_values() -> Vec<Scenario> {
    vec![
        Scenario {
            name: "large",
            about: "GET of 64 KiB, 1 MiB and 16 MiB by 4 clients",
            datasets: vec![large(64 << 10), large(1 << 20), large(16 << 20)],
            operations: vec![Operation::Get],
            depths: vec![1],
            clients: 4,
            ..base()
        },
        Scenario {
            name: "beside",
            about: "small GETs alone, then beside 2 clients that GET 64 KiB, 1 MiB, 16 MiB",
            datasets: vec![beside(64 << 10), beside(1 << 20), beside(16 << 20)],
            operations: vec![Operation::Get],
            depths: vec![1],
            beside_clients: 2,
            ..base()
        },
        Scenario {
            name: "bits",
            about: "BITCOUNT of 8 MiB, PFCOUNT over ten HyperLogLogs, one client",
            datasets: vec![Dataset {
                bits: true,
                ..Dataset::plain(0, 64)
            }],
            operations: vec![Operation::Bitcount, Operation::Pfcount],
            depths: vec![1],
            clients: 1,
            ..base()
        },
    ]
}

/// Resident memory.
fn memory() -> Vec<Scenario> {
    vec![
        Scenario {
            name: "memory",
            about: "resident bytes over key and value, 4 to 8 M keys; what deletes give back",
            kind: Kind::Memory,
            datasets: [4, 5, 6, 7, 8]
                .map(|millions| Dataset::plain(millions * 1_000_000, 64))
                .to_vec(),
            rounds: 1,
            ..base()
        },
        Scenario {
            name: "memory-sizes",
            about: "the same for 16 + 16 and 16 + 200 bytes, and for 100,000 keys",
            kind: Kind::Memory,
            datasets: vec![
                Dataset::plain(5_000_000, 16),
                Dataset::plain(5_000_000, 200),
                Dataset::plain(100_000, 16),
                Dataset::plain(100_000, 64),
                Dataset::plain(100_000, 200),
            ],
            rounds: 1,
            ..base()
        },
        Scenario {
            name: "steps",
            about: "longest steps of upkeep while keys are written, deleted, expire, are flushed",
            kind: Kind::Steps,
            datasets: vec![Dataset::plain(20_000_000, 16)],
            rounds: 1,
            ..base()
        },
        Scenario {
            name: "memory-collections",
            about: "resident bytes of small collections and of large ones",
            kind: Kind::Memory,
            datasets: Collection::ALL.map(Dataset::collections).to_vec(),
            rounds: 1,
            ..base()
        },
    ]
}

/// The scenario of this name, or the names there are.
pub fn named(name: &str) -> Result<Scenario, String> {
    let all = all();
    let names: Vec<&str> = all.iter().map(|scenario| scenario.name).collect();
    let wrong = format!("no scenario {name:?}: there are {}", names.join(", "));
    all.into_iter()
        .find(|scenario| scenario.name == name)
        .ok_or(wrong)
}

impl Scenario {
    /// One line for `--list`.
    pub fn line(&self) -> String {
        let rows = match self.kind {
            Kind::Requests => {
                let besides = if self.beside_clients > 0 { 2 } else { 1 };
                self.datasets.len() * self.operations.len() * self.depths.len() * besides
            }
            Kind::Memory | Kind::Steps => self.datasets.len(),
        };
        format!(
            "{:<13} {} ({rows} rows, {} rounds, {} clients, {} {})",
            self.name,
            self.about,
            self.rounds,
            self.clients,
            self.cores,
            if self.cores == 1 { "core" } else { "cores" }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_scenario_measures_something_under_a_name_of_its_own() {
        let all = all();
        let names: HashSet<&str> = all.iter().map(|scenario| scenario.name).collect();
        assert_eq!(names.len(), all.len());
        for scenario in &all {
            let name = scenario.name;
            assert!(
                !scenario.about.is_empty() && !scenario.datasets.is_empty(),
                "{name}"
            );
            assert!(
                scenario.rounds > 0 && scenario.clients > 0 && scenario.cores > 0,
                "{name}"
            );
            assert!(scenario.depths.iter().all(|depth| *depth > 0), "{name}");
            let keyless = |dataset: &Dataset| dataset.keys == 0;
            let needs_keys = scenario
                .operations
                .iter()
                .any(|operation| operation.fixed_request().is_none());
            assert!(
                !needs_keys || !scenario.datasets.iter().any(keyless),
                "{name}"
            );
            let besides = scenario.beside_clients > 0;
            let large = scenario.datasets.iter().any(|d| d.large.is_some());
            assert!(besides || !large, "{name}");
            assert!(!besides || scenario.rate.is_none(), "{name}");
            assert!(named(name).is_ok());
        }
        assert!(named("no such").expect_err("unknown").contains("two-cores"));
    }
}
