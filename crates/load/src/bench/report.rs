//! The outcome of a bench as a table for people and as JSON for machines. It must never measure.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Figures, OURS, PEER, Series};
use crate::statistics::{Estimate, estimate, median};

/// Everything measured.
#[derive(Clone, Debug)]
pub struct Report {
    pub names: [String; 2],
    /// After loading, before the measurements.
    pub resident_bytes: [u64; 2],
    pub keys: u64,
    pub value_bytes: usize,
    pub clients: usize,
    pub seconds: f64,
    pub series: Vec<Series>,
}

/// One figure of [`Figures`], by name.
struct Measure {
    name: &'static str,
    of: fn(&Figures) -> f64,
}

const MEASURES: [Measure; 6] = [
    Measure {
        name: "cpu_us",
        of: |figures| figures.cpu_us,
    },
    Measure {
        name: "throughput",
        of: |figures| figures.throughput,
    },
    Measure {
        name: "p50_us",
        of: |figures| figures.p50_us,
    },
    Measure {
        name: "p99_us",
        of: |figures| figures.p99_us,
    },
    Measure {
        name: "p999_us",
        of: |figures| figures.p999_us,
    },
    Measure {
        name: "resident_mb",
        of: |figures| figures.resident_bytes as f64 / 1e6,
    },
];

impl Report {
    /// Medians of both, and the median of the paired ratios with its 90 % interval.
    pub fn table(&self) -> String {
        let mut text = format!(
            "ours: {}, peer: {}; {} clients, {} keys of 16 bytes with {} bytes, {} s per turn\n\
             after loading: ours {:.1} MB, peer {:.1} MB resident; server CPU of all threads\n\n\
             operation     measure              ours         peer   ratio  [90 % interval]\n",
            self.names[OURS],
            self.names[PEER],
            self.clients,
            self.keys,
            self.value_bytes,
            self.seconds,
            self.resident_bytes[OURS] as f64 / 1e6,
            self.resident_bytes[PEER] as f64 / 1e6,
        );
        for series in &self.series {
            for measure in &MEASURES {
                let [ours, peer] = samples(series, measure);
                let ratio = paired(&ours, &peer);
                let what = format!("{} P{}", series.operation, series.depth);
                let _ = writeln!(
                    text,
                    "{what:<13} {:<12} {:>12.3} {:>12.3}  {:>6.3}  [{:.3}, {:.3}]",
                    measure.name,
                    median(&ours),
                    median(&peer),
                    ratio.median,
                    ratio.low,
                    ratio.high
                );
            }
            let busy = |which: usize, of: fn(&Figures) -> f64| {
                median(&series.figures[which].iter().map(of).collect::<Vec<f64>>()) * 100.0
            };
            let _ = writeln!(
                text,
                "              busy         server {:.0} % / {:.0} %, \
                 load thread {:.0} % / {:.0} %\n",
                busy(OURS, |figures| figures.server_busy),
                busy(PEER, |figures| figures.server_busy),
                busy(OURS, |figures| figures.load_busy),
                busy(PEER, |figures| figures.load_busy)
            );
        }
        text
    }

    /// All of it, every round too.
    pub fn json(&self) -> Value {
        let series: Vec<Value> = self.series.iter().map(series_json).collect();
        json!({
            "ours": self.names[OURS],
            "peer": self.names[PEER],
            "clients": self.clients,
            "keys": self.keys,
            "key_bytes": super::workload::KEY_BYTES,
            "value_bytes": self.value_bytes,
            "seconds": self.seconds,
            "resident_bytes_after_loading": self.resident_bytes,
            "series": series,
        })
    }
}

fn series_json(series: &Series) -> Value {
    let mut measures = serde_json::Map::new();
    for measure in &MEASURES {
        let [ours, peer] = samples(series, measure);
        let ratio = paired(&ours, &peer);
        measures.insert(
            measure.name.to_string(),
            json!({
                "ours": median(&ours),
                "peer": median(&peer),
                "ratio": ratio.median,
                "ratio_low": ratio.low,
                "ratio_high": ratio.high,
                "rounds_ours": ours,
                "rounds_peer": peer,
            }),
        );
    }
    json!({
        "operation": series.operation.to_string(),
        "depth": series.depth,
        "measures": measures,
    })
}

fn samples(series: &Series, measure: &Measure) -> [Vec<f64>; 2] {
    series
        .figures
        .each_ref()
        .map(|figures| figures.iter().map(measure.of).collect())
}

/// Ours over the peer's of the same round.
fn paired(ours: &[f64], peer: &[f64]) -> Estimate {
    let ratios: Vec<f64> = ours
        .iter()
        .zip(peer)
        .map(|(ours, peer)| ours / peer)
        .collect();
    estimate(&ratios)
}
