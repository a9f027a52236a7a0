//! The latency monitor: events that took longer than `latency-monitor-threshold`.
//!
//! Must never keep more than the last samples of each event.

use std::collections::{BTreeMap, VecDeque};

/// Samples of an event at most; of one second the worst is kept.
const SAMPLES_MAX: usize = 160;

/// What has been slow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LatencyEvent {
    /// A command that may take long.
    Command,
    /// A command that is always short.
    FastCommand,
    /// Deleting keys whose time has come.
    ExpireCycle,
    /// Removing keys to make room.
    EvictionCycle,
    /// Removing one of them.
    EvictionDel,
}

impl LatencyEvent {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::FastCommand => "fast-command",
            Self::ExpireCycle => "expire-cycle",
            Self::EvictionCycle => "eviction-cycle",
            Self::EvictionDel => "eviction-del",
        }
    }
}

/// One sample: unix seconds and milliseconds.
pub(crate) type Sample = (i64, u64);

/// Samples of one event.
#[derive(Clone, Debug, Default)]
pub struct LatencySeries {
    pub(crate) samples: VecDeque<Sample>,
    pub(crate) max_ms: u64,
    pub(crate) sum_ms: u64,
    pub(crate) count: u64,
}

impl LatencySeries {
    fn add(&mut self, at_s: i64, ms: u64) {
        self.max_ms = self.max_ms.max(ms);
        self.sum_ms = self.sum_ms.saturating_add(ms);
        self.count += 1;
        match self.samples.back_mut() {
            Some((last_s, worst_ms)) if *last_s == at_s => *worst_ms = ms.max(*worst_ms),
            _ => self.samples.push_back((at_s, ms)),
        }
        self.trim();
    }

    /// Puts another core's samples among these.
    pub(crate) fn merge(&mut self, other: Self) {
        self.max_ms = self.max_ms.max(other.max_ms);
        self.sum_ms = self.sum_ms.saturating_add(other.sum_ms);
        self.count += other.count;
        self.samples.extend(other.samples);
        self.samples.make_contiguous().sort_unstable();
        self.trim();
    }

    fn trim(&mut self) {
        let surplus = self.samples.len().saturating_sub(SAMPLES_MAX);
        self.samples.drain(..surplus);
    }
}

/// One core's events.
pub(crate) type LatencyEvents = BTreeMap<LatencyEvent, LatencySeries>;

/// One core's monitor.
#[derive(Debug, Default)]
pub(crate) struct LatencyMonitor {
    /// 0: nothing is noted.
    pub(crate) threshold_ms: u64,
    pub(crate) events: LatencyEvents,
    /// Of this turn, whose time is not known where they are noted.
    noted: Vec<(LatencyEvent, u64)>,
}

impl LatencyMonitor {
    #[inline]
    pub(crate) fn note(&mut self, event: LatencyEvent, ns: u64) {
        let ms = ns / 1_000_000;
        if self.threshold_ms > 0 && ms >= self.threshold_ms {
            self.noted.push((event, ms));
        }
    }

    /// Files what was noted since the last call.
    pub(crate) fn file(&mut self, now_ms: i64) {
        for (event, ms) in std::mem::take(&mut self.noted) {
            self.events.entry(event).or_default().add(now_ms / 1000, ms);
        }
    }

    /// Forgets the events named, or all; returns how many these are.
    pub(crate) fn reset(&mut self, names: &[Vec<u8>]) -> u64 {
        let before = self.events.len();
        let named = |event: &LatencyEvent| {
            names.is_empty() || names.iter().any(|name| name == event.name().as_bytes())
        };
        self.events.retain(|event, _| !named(event));
        (before - self.events.len()) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_one_second_the_worst_sample_is_kept_and_all_are_counted() {
        let mut monitor = LatencyMonitor {
            threshold_ms: 2,
            ..LatencyMonitor::default()
        };
        for ms in [3, 9, 1, 5] {
            monitor.note(LatencyEvent::Command, ms * 1_000_000);
        }
        monitor.file(7_999);
        let series = &monitor.events[&LatencyEvent::Command];
        assert_eq!(series.samples, [(7, 9)]);
        assert_eq!((series.max_ms, series.sum_ms, series.count), (9, 17, 3));
        assert_eq!(monitor.reset(&[b"fast-command".to_vec()]), 0);
        assert_eq!(monitor.reset(&[]), 1);
    }

    #[test]
    fn merged_series_are_in_order_of_time_and_bounded() {
        let mut series = [LatencySeries::default(), LatencySeries::default()];
        for at_s in 0..400 {
            series[at_s as usize % 2].add(at_s, 1);
        }
        let [mut all, other] = series;
        all.merge(other);
        assert_eq!(all.samples.len(), SAMPLES_MAX);
        assert!(all.samples.iter().is_sorted());
        assert_eq!((all.samples.back(), all.count), (Some(&(399, 1)), 400));
    }
}
