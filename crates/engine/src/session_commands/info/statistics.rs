//! INFO: lists whose length depends on what was done: Commandstats, Errorstats, Latencystats,
//! Keyspace, Steps.
//!
//! Must never print a line for what did not happen.

use std::fmt::Write;

use telemetry::Histogram;

use stdx::steps::STEPS;

use crate::core::Core;
use crate::memory::ratio;
use crate::report::CoreReport;

pub(super) fn commandstats(report: &CoreReport, out: &mut String) {
    out.push_str("# Commandstats\r\n");
    for (id, counts) in report.commands.commands() {
        let per_call_us = ratio(counts.ns, counts.calls) / 1000.0;
        let _ = write!(
            out,
            "cmdstat_{}:calls={},usec={},usec_per_call={per_call_us:.2},rejected_calls={},\
             failed_calls={}\r\n",
            id.full_name(),
            counts.calls,
            counts.ns / 1000,
            counts.rejected,
            counts.failed,
        );
    }
}

pub(super) fn errorstats(report: &CoreReport, out: &mut String) {
    out.push_str("# Errorstats\r\n");
    for (code, count) in report.commands.errors() {
        let _ = write!(out, "errorstat_{code}:count={count}\r\n");
    }
}

pub(super) fn keyspace(report: &CoreReport, out: &mut String) {
    out.push_str("# Keyspace\r\n");
    for (db, counts) in &report.databases {
        if counts.keys > 0 {
            let _ = write!(
                out,
                "db{db}:keys={},expires={},avg_ttl={},keys_with_volatile_items={}\r\n",
                counts.keys,
                counts.expires,
                counts.average_ttl_ms(),
                counts.expiring_hashes
            );
        }
    }
}

impl Core {
    pub(super) fn latencystats(&self, report: &CoreReport, out: &mut String) {
        out.push_str("# Latencystats\r\n");
        let percentiles = self.control.settings.latency_percentiles();
        for (id, _) in report.commands.commands() {
            let Some(histogram) = report.commands.histogram(id) else {
                continue;
            };
            let values: Vec<String> = percentiles
                .iter()
                .map(|(percentile, text)| {
                    format!("p{text}={}", microseconds(histogram, *percentile))
                })
                .collect();
            let name = id.full_name();
            let _ = write!(
                out,
                "latency_percentiles_usec_{name}:{}\r\n",
                values.join(",")
            );
        }
    }
}

fn microseconds(histogram: &Histogram, percentile: f64) -> String {
    let ns = histogram.value_at_percentile(percentile);
    format!("{}.{:03}", ns / 1000, ns % 1000)
}

/// How long the longest steps took in which a core looked after itself, in thread time.
pub(super) fn steps(report: &CoreReport, out: &mut String) {
    out.push_str("# Steps\r\n");
    for (step, name) in STEPS {
        let longest_us = report.steps.longest_ns(step).div_ceil(1000);
        let _ = write!(
            out,
            "step_{name}_count:{}\r\nstep_{name}_max_us:{longest_us}\r\n",
            report.steps.count(step)
        );
    }
}
