//! The outcome of a bench as a table for people and as JSON for machines. It must never measure.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::memory::Row;
use super::steps;
use super::{Contender, Figures, Loaded, Options, Role, Scenario, Series, chart, machine};
use crate::statistics::{Estimate, estimate, median};

/// Everything measured.
#[derive(Clone, Debug)]
pub struct Report {
    pub contenders: Vec<Contender>,
    pub scenario: Scenario,
    pub command_line: String,
    pub machine: Value,
    pub loaded: Vec<Loaded>,
    pub series: Vec<Series>,
    pub(super) memory: Vec<Row>,
    pub(super) steps: Vec<steps::Row>,
}

/// One figure of [`Figures`], by name.
pub(super) struct Measure {
    pub name: &'static str,
    pub of: fn(&Figures) -> f64,
    shown: Shown,
}

/// In which tables a figure stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Always,
    OpenLoop,
    Beside,
}

pub(super) const CPU: Measure = measure("cpu_us", |figures| figures.cpu_us, Shown::Always);
pub(super) const P99: Measure = measure("p99_us", |figures| figures.p99_us, Shown::Always);
const THROUGHPUT: Measure = measure("throughput", |figures| figures.throughput, Shown::Always);

const MEASURES: [Measure; 9] = [
    CPU,
    THROUGHPUT,
    measure("p50_us", |figures| figures.p50_us, Shown::Always),
    P99,
    measure("p999_us", |figures| figures.p999_us, Shown::Always),
    measure("max_us", |figures| figures.max_us, Shown::OpenLoop),
    measure(
        "late_p99_us",
        |figures| figures.late_p99_us,
        Shown::OpenLoop,
    ),
    measure(
        "beside/s",
        |figures| figures.beside_per_second,
        Shown::Beside,
    ),
    measure(
        "resident_mb",
        |figures| figures.resident_bytes as f64 / 1e6,
        Shown::Always,
    ),
];

const fn measure(name: &'static str, of: fn(&Figures) -> f64, shown: Shown) -> Measure {
    Measure { name, of, shown }
}

impl Measure {
    fn is_of(&self, series: &Series) -> bool {
        match self.shown {
            Shown::Always => true,
            Shown::OpenLoop => series.rate.is_some(),
            Shown::Beside => series.cell.beside_clients > 0,
        }
    }
}

impl Report {
    /// An empty one.
    pub fn new(options: &Options) -> Self {
        Self {
            contenders: options.contenders.clone(),
            scenario: options.scenario.clone(),
            command_line: options.command_line.clone(),
            machine: machine::describe(),
            loaded: Vec::new(),
            series: Vec::new(),
            memory: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// Medians of all, and the medians of ours over each other's of the same round with their
    /// 90 % intervals.
    pub fn table(&self) -> String {
        let mut text = self.head();
        for loaded in &self.loaded {
            let _ = write!(text, "\n{}; resident after loading:", loaded.dataset);
            for (contender, bytes) in self.contenders.iter().zip(&loaded.resident_bytes) {
                if let Some(bytes) = bytes {
                    let _ = write!(text, " {} {:.1} MB", contender.name, *bytes as f64 / 1e6);
                }
            }
            text.push('\n');
            self.push_heading(&mut text);
            for series in self.series.iter().filter(|s| s.dataset == loaded.dataset) {
                self.push_series(&mut text, series);
            }
        }
        self.push_memory(&mut text);
        for row in &self.steps {
            let _ = writeln!(text, "\n{}", row.phase);
            for line in &row.lines {
                let _ = writeln!(text, "    {line}");
            }
        }
        text
    }

    fn head(&self) -> String {
        let scenario = &self.scenario;
        let mut text = format!(
            "scenario {}: {}\n{} clients, server cores: {}, keys {}, {}, pipeline-order {}\n\
             {} rounds of {} s in turns; server CPU of all threads\n{}\n",
            scenario.name,
            scenario.about,
            scenario.clients,
            scenario.cores,
            scenario.skew,
            scenario
                .rate
                .map_or("closed loop".to_string(), |rate| format!(
                    "open loop at {rate}"
                )),
            self.pipeline_order(),
            scenario.rounds,
            scenario.seconds,
            self.command_line,
        );
        for contender in &self.contenders {
            let _ = writeln!(text, "{}: {}", contender.name, contender.version);
        }
        text
    }

    /// Of ours: whether a session's requests take effect in the order sent across cores.
    fn pipeline_order(&self) -> &'static str {
        let words = self.contenders[0].launch.args.join(" ");
        if words.contains("pipeline-order relaxed") {
            "relaxed"
        } else {
            "strict"
        }
    }

    fn push_heading(&self, text: &mut String) {
        let _ = write!(text, "\n{:<22} {:<12}", "operation", "measure");
        for contender in &self.contenders {
            let _ = write!(text, " {:>15}", contender.name);
        }
        for contender in &self.contenders[1..] {
            let _ = write!(text, "   {:<22}", format!("/ {} [90 %]", contender.name));
        }
        text.push('\n');
    }

    fn push_series(&self, text: &mut String, series: &Series) {
        let what = series.cell.to_string();
        for measure in MEASURES.iter().filter(|measure| measure.is_of(series)) {
            let samples = samples(series, measure);
            let _ = write!(text, "{what:<22} {:<12}", measure.name);
            for of_one in &samples {
                let _ = write!(text, " {:>15}", number(median(of_one)));
            }
            for other in &samples[1..] {
                let _ = write!(
                    text,
                    "   {:<22}",
                    interval(paired(&samples[0], other, ratio))
                );
            }
            trim_end(text);
        }
        let cpu = samples(series, &CPU);
        for (at, contender) in self.contenders.iter().enumerate() {
            if contender.role != Role::Floor || cpu[at].is_empty() {
                continue;
            }
            for (own, of_one) in self.contenders.iter().zip(&cpu) {
                if own.role != Role::Floor {
                    let over = interval(paired(of_one, &cpu[at], |one, floor| one - floor));
                    let times = interval(paired(of_one, &cpu[at], ratio));
                    let name = &own.name;
                    let _ = writeln!(
                        text,
                        "{what:<22} {name} - floor: {over} us; / floor: {times}"
                    );
                }
            }
        }
        self.push_beside(text, series);
        for (contender, figures) in self.contenders.iter().zip(&series.figures) {
            let share = |of: fn(&Figures) -> f64| {
                100.0 * median(&figures.iter().map(of).collect::<Vec<f64>>())
            };
            if !figures.is_empty() {
                let _ = write!(
                    text,
                    "{} busy {:.0} % (load {:.0} %)   ",
                    contender.name,
                    share(|figures| figures.server_busy),
                    share(|figures| figures.load_busy)
                );
            }
        }
        if let Some(rate) = series.rate {
            let _ = write!(text, "asked for: {rate:.0}/s");
        }
        trim_end(text);
        text.push('\n');
    }

    /// How much longer small requests take beside large ones than alone.
    fn push_beside(&self, text: &mut String, series: &Series) {
        for (contender, times) in self.contenders.iter().zip(self.beside_over_alone(series)) {
            if !times.median.is_nan() {
                let (what, name) = (series.cell.to_string(), &contender.name);
                let times = interval(times);
                let _ = writeln!(text, "{what:<22} {name}: p99 beside / alone: {times}");
            }
        }
    }

    /// Per contender, the p99 of this series over that of the same requests alone; empty if this
    /// is not a series beside large requests.
    fn beside_over_alone(&self, series: &Series) -> Vec<Estimate> {
        if series.cell.beside_clients == 0 {
            return Vec::new();
        }
        let mut alone = series.cell;
        alone.beside_clients = 0;
        let is_alone = |other: &&Series| other.dataset == series.dataset && other.cell == alone;
        let Some(alone) = self.series.iter().find(is_alone) else {
            return Vec::new();
        };
        samples(series, &P99)
            .iter()
            .zip(samples(alone, &P99))
            .map(|(beside, alone)| paired(beside, &alone, ratio))
            .collect()
    }

    fn push_memory(&self, text: &mut String) {
        if self.memory.is_empty() {
            return;
        }
        let _ = writeln!(
            text,
            "\nresident memory; over: bytes per key over key and value, net: without the empty \
             server's\n{:<32} {:<16} {:>10} {:>8} {:>8} {:>22}",
            "keys", "server", "MB", "over", "net", "MB with 1/10 left"
        );
        for row in &self.memory {
            let megabytes = |bytes: u64| format!("{:.1}", bytes as f64 / 1e6);
            let _ = writeln!(
                text,
                "{:<32} {:<16} {:>10} {:>8.2} {:>8.2} {:>22}",
                row.dataset.to_string(),
                self.contenders[row.contender].name,
                megabytes(row.full_bytes),
                row.over_bytes(),
                row.net_over_bytes(),
                row.deleted_bytes.map_or_else(String::new, megabytes)
            );
        }
    }

    /// All of it, every round too.
    pub fn json(&self) -> Value {
        let contenders: Vec<Value> = self.contenders.iter().map(contender_json).collect();
        let series: Vec<Value> = self
            .series
            .iter()
            .map(|series| self.series_json(series))
            .collect();
        let memory: Vec<Value> = self
            .memory
            .iter()
            .map(|row| self.memory_json(row))
            .collect();
        let steps = self.steps.iter();
        let steps: Vec<Value> = steps
            .map(|row| json!({"phase": row.phase, "lines": row.lines}))
            .collect();
        let loaded: Vec<Value> = self
            .loaded
            .iter()
            .map(|loaded| {
                json!({
                    "dataset": loaded.dataset.to_string(),
                    "resident_bytes": loaded.resident_bytes,
                })
            })
            .collect();
        json!({
            "command_line": self.command_line,
            "machine": self.machine,
            "scenario": self.scenario.name,
            "servers": contenders,
            "clients": self.scenario.clients,
            "cores": self.scenario.cores,
            "pipeline_order": self.pipeline_order(),
            "key_bytes": super::workload::KEY_BYTES,
            "rounds": self.scenario.rounds,
            "seconds": self.scenario.seconds,
            "loaded": loaded,
            "series": series,
            "memory": memory,
            "steps": steps,
        })
    }

    fn series_json(&self, series: &Series) -> Value {
        let names = || {
            self.contenders
                .iter()
                .map(|contender| contender.name.clone())
        };
        let mut measures = serde_json::Map::new();
        for measure in MEASURES.iter().filter(|measure| measure.is_of(series)) {
            let samples = samples(series, measure);
            let mut servers = serde_json::Map::new();
            for (name, of_one) in names().zip(&samples) {
                let times = paired(&samples[0], of_one, ratio);
                let value = json!({
                    "median": median(of_one),
                    "rounds": of_one,
                    "ours_over_this": estimate_json(times),
                });
                servers.insert(name, value);
            }
            measures.insert(measure.name.to_string(), Value::Object(servers));
        }
        let beside: serde_json::Map<String, Value> = names()
            .zip(self.beside_over_alone(series))
            .map(|(name, times)| (name, estimate_json(times)))
            .collect();
        json!({
            "operation": series.cell.operation.to_string(),
            "depth": series.cell.depth,
            "skew": series.cell.skew.to_string(),
            "keys": series.dataset.keys,
            "value_bytes": series.dataset.value_bytes,
            "large_value_bytes": series.dataset.large.map(|large| large.value_bytes),
            "beside_clients": series.cell.beside_clients,
            "requests_per_second_asked": series.rate,
            "measures": measures,
            "p99_beside_over_alone": beside,
        })
    }

    fn memory_json(&self, row: &Row) -> Value {
        json!({
            "server": self.contenders[row.contender].name,
            "keys": row.dataset.keys,
            "value_bytes": row.dataset.value_bytes,
            "resident_bytes_empty": row.empty_bytes,
            "resident_bytes": row.full_bytes,
            "resident_bytes_with_a_tenth_left": row.deleted_bytes,
            "over_bytes": row.over_bytes(),
            "net_over_bytes": row.net_over_bytes(),
        })
    }

    /// The medians as bars.
    pub fn svg(&self) -> String {
        let names: Vec<&str> = self.contenders.iter().map(|c| c.name.as_str()).collect();
        let mut panels = Vec::new();
        for measure in MEASURES
            .iter()
            .filter(|measure| measure.name != "resident_mb")
        {
            let rows: Vec<chart::Row> = self
                .series
                .iter()
                .filter(|series| measure.is_of(series))
                .map(|series| chart::Row {
                    label: format!("{}, {} B", series.cell, series.dataset.value_bytes),
                    values: samples(series, measure)
                        .iter()
                        .map(|one| median(one))
                        .collect(),
                })
                .collect();
            panels.push(chart::Panel {
                title: measure.name.to_string(),
                rows,
            });
        }
        let mut memory: Vec<chart::Row> = Vec::new();
        for row in &self.memory {
            let label = row.dataset.to_string();
            let at = memory.iter().position(|known| known.label == label);
            let at = at.unwrap_or_else(|| {
                let values = vec![f64::NAN; names.len()];
                memory.push(chart::Row { label, values });
                memory.len() - 1
            });
            memory[at].values[row.contender] = row.over_bytes();
        }
        panels.push(chart::Panel {
            title: "resident bytes per key over key and value".to_string(),
            rows: memory,
        });
        let caption = format!("{}: {}", self.scenario.name, self.scenario.about);
        chart::svg(&caption, &self.command_line, &names, &panels)
    }
}

fn contender_json(contender: &Contender) -> Value {
    json!({
        "name": contender.name,
        "role": match contender.role {
            Role::Ours => "ours",
            Role::Peer => "peer",
            Role::Floor => "floor",
        },
        "version": contender.version,
        "arguments": contender.launch.args,
        "processors": contender.launch.cpus,
    })
}

fn estimate_json(estimate: Estimate) -> Value {
    json!({ "median": estimate.median, "low": estimate.low, "high": estimate.high })
}

fn samples(series: &Series, measure: &Measure) -> Vec<Vec<f64>> {
    series
        .figures
        .iter()
        .map(|figures| figures.iter().map(measure.of).collect())
        .collect()
}

fn ratio(one: f64, other: f64) -> f64 {
    one / other
}

/// What `of` makes of two servers' figures of the same round.
fn paired(ours: &[f64], other: &[f64], of: fn(f64, f64) -> f64) -> Estimate {
    let pairs: Vec<f64> = ours
        .iter()
        .zip(other)
        .map(|(ours, other)| of(*ours, *other))
        .collect();
    estimate(&pairs)
}

fn interval(estimate: Estimate) -> String {
    if estimate.median.is_nan() {
        return "-".to_string();
    }
    let Estimate { median, low, high } = estimate;
    format!("{median:.3} [{low:.3}, {high:.3}]")
}

fn number(value: f64) -> String {
    if value.is_nan() {
        "-".to_string()
    } else {
        format!("{value:.3}")
    }
}

fn trim_end(text: &mut String) {
    text.truncate(text.trim_end().len());
    text.push('\n');
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod tests;
