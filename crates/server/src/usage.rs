//! What the process uses, and what it runs on, for INFO.
//!
//! Must never be read on the path of a request.

use engine::ProcessUsage;

/// Processor time so far, of the process and of the calling thread; `None` if it cannot be told, as
/// when the process has no descriptor left to read it with.
pub(crate) fn process_usage() -> Option<ProcessUsage> {
    let (user_us, system_us) = processor_us("/proc/self/stat")?;
    let (thread_user_us, thread_system_us) = processor_us("/proc/thread-self/stat")?;
    Some(ProcessUsage {
        user_us,
        system_us,
        thread_user_us,
        thread_system_us,
    })
}

/// Resident memory of the process; `None` if it cannot be told.
pub(crate) fn resident_bytes() -> Option<u64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = statm.split_whitespace().nth(1)?.parse().ok()?;
    Some(pages * rustix::param::page_size() as u64)
}

/// Time spent in user and in system mode, in microseconds.
fn processor_us(path: &str) -> Option<(u64, u64)> {
    let stat = std::fs::read_to_string(path).ok()?;
    // The name of the process may hold spaces; what follows it does not.
    let (_, after_name) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = after_name.split_whitespace().collect();
    let ticks = |index: usize| fields.get(index)?.parse::<u64>().ok();
    let tick_us = 1_000_000 / rustix::param::clock_ticks_per_second().max(1);
    Some((ticks(11)? * tick_us, ticks(12)? * tick_us))
}

/// A field of a file of the proc file system that is stated in kB, in bytes.
fn kib_field(path: &str, name: &str) -> u64 {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let line = text
        .lines()
        .find(|line| line.starts_with(name))
        .unwrap_or_default();
    let kib: u64 = line
        .split_whitespace()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    kib * 1024
}

/// Nanoseconds of the monotonic clock.
pub(crate) fn ticks_ns() -> u64 {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    now.tv_sec.unsigned_abs() * 1_000_000_000 + now.tv_nsec.unsigned_abs()
}

/// Nanoseconds of processor time that the calling thread has used.
pub(crate) fn thread_ns() -> u64 {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    used.tv_sec.unsigned_abs() * 1_000_000_000 + used.tv_nsec.unsigned_abs()
}

/// Files that the process has open besides those of clients, for each core and in all.
const FILES_PER_CORE: u64 = 8;
const FILES_BESIDES: u64 = 32;

/// Lets the process open the files that so many clients need. Returns how many clients there is
/// room for, at most as many as were asked for.
pub(crate) fn allow_clients(clients: u32, cores: u16) -> u32 {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let besides = FILES_BESIDES + FILES_PER_CORE * u64::from(cores);
    let wanted = u64::from(clients) + besides;
    let mut limits = getrlimit(Resource::Nofile);
    let enough = |limit: Option<u64>| limit.is_none_or(|limit| limit >= wanted);
    if !enough(limits.current) {
        let mut raised = limits;
        raised.current = Some(limits.maximum.map_or(wanted, |maximum| maximum.min(wanted)));
        if !enough(limits.maximum) {
            // A privileged process may raise both.
            let both = rustix::process::Rlimit {
                current: Some(wanted),
                maximum: Some(wanted),
            };
            if setrlimit(Resource::Nofile, both).is_ok() {
                raised = both;
            }
        }
        // What the system does not allow is seen in what it has granted.
        let _ = setrlimit(Resource::Nofile, raised);
        limits = getrlimit(Resource::Nofile);
    }
    let room = limits
        .current
        .map_or(u64::MAX, |limit| limit.saturating_sub(besides));
    u32::try_from(room).unwrap_or(u32::MAX).min(clients)
}

/// `Linux 6.1.0 x86_64`.
pub(crate) fn operating_system() -> String {
    let name = rustix::system::uname();
    format!(
        "{} {} {}",
        name.sysname().to_string_lossy(),
        name.release().to_string_lossy(),
        name.machine().to_string_lossy()
    )
}

/// Memory of the machine, in bytes.
pub(crate) fn system_memory_bytes() -> u64 {
    kib_field("/proc/meminfo", "MemTotal:")
}

/// Random bytes of the operating system, for seeds that nobody can guess.
pub(crate) fn random_words<const N: usize>() -> std::io::Result<[u64; N]> {
    use std::io::Read;
    let mut bytes = vec![0; N * 8];
    std::fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    let mut words = [0; N];
    for (word, chunk) in words.iter_mut().zip(bytes.chunks_exact(8)) {
        *word = chunk
            .iter()
            .fold(0, |word, &byte| (word << 8) | u64::from(byte));
    }
    Ok(words)
}
