//! What machine a figure comes from. It must never fail: what cannot be read is left out.

use std::fs;

use serde_json::{Value, json};

/// Processor, its number, kernel and memory.
pub fn describe() -> Value {
    let text = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let field = |path: &str, name: &str| {
        text(path)
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .map(|rest| rest.trim_start_matches([' ', '\t', ':']).to_string())
            .unwrap_or_default()
    };
    json!({
        "processor": field("/proc/cpuinfo", "model name"),
        "processors": std::thread::available_parallelism().map_or(0, usize::from),
        "kernel": text("/proc/sys/kernel/osrelease").trim(),
        "memory": field("/proc/meminfo", "MemTotal"),
        "hypervisor": field("/proc/cpuinfo", "flags").split(' ').any(|flag| flag == "hypervisor"),
        "load_average_at_start": text("/proc/loadavg").split(' ').next(),
    })
}
