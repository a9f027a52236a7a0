//! How much memory the process has in use, and whether `maxmemory` allows more.
//!
//! What is in use is the driver's to know. Must never refuse anything by itself: the gates do.

use std::sync::Arc;

use command_table::{CommandId, Flags};
use resp::ReplyError;
use settings::Param;

use crate::core::Core;
use crate::report::CoreReport;

/// What a command is told that would need more memory.
pub(crate) const OUT_OF_MEMORY: ReplyError =
    ReplyError::fixed("OOM command not allowed when used memory > 'maxmemory'.");

/// The memory of the process. Handed in by the driver.
pub trait ProcessMemory: Send + Sync {
    /// Bytes in use: what `maxmemory` limits. Asked several times a turn.
    fn used_bytes(&self) -> u64;

    /// Everything that INFO and MEMORY tell.
    fn figures(&self) -> MemoryFigures;

    /// Gives back to the system what the calling core does not use.
    fn give_back(&self);

    /// The allocator's report on itself.
    fn report(&self) -> String;
}

/// Memory of the process at one moment, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemoryFigures {
    /// In use: what the allocator has given out and needs for it, and what the process has besides.
    pub used: u64,
    /// The most that was in use.
    pub used_peak: u64,
    /// In use before the first client came.
    pub startup: u64,
    /// Given out by the allocator.
    pub allocated: u64,
    /// What is not the allocator's: the program, stacks, rings.
    pub besides: u64,
    /// In memory, as the system sees it.
    pub rss: u64,
}

/// One core's view of the limit.
#[derive(Default)]
pub(crate) struct MemoryLimit {
    pub(crate) process: Option<Arc<dyn ProcessMemory>>,
    /// `maxmemory`; 0 for no limit.
    bytes_max: u64,
    /// More is in use than the limit allows, as of the last look.
    exceeded: bool,
}

impl MemoryLimit {
    /// More is in use than `maxmemory` allows, as of the last look: nothing that needs more is
    /// executed.
    #[inline(always)]
    pub(crate) fn is_exceeded(&self) -> bool {
        self.exceeded
    }

    /// Looks again, if there is a limit at all.
    #[inline(always)]
    pub(crate) fn look(&mut self) {
        if self.bytes_max != 0 {
            self.exceeded = self.used_bytes() > self.bytes_max;
        }
    }

    /// Takes over a new limit.
    pub(crate) fn set(&mut self, bytes_max: u64) {
        self.bytes_max = bytes_max;
        self.exceeded = bytes_max != 0 && self.used_bytes() > bytes_max;
    }

    /// Bytes that the process has in use, as far as the driver tells.
    pub(crate) fn used_bytes(&self) -> u64 {
        self.process
            .as_ref()
            .map_or(0, |process| process.used_bytes())
    }
}

impl Core {
    /// Who knows the memory of the process. Without, there is nothing that a limit could hold.
    pub fn set_memory(&mut self, process: Arc<dyn ProcessMemory>) {
        self.memory.process = Some(process);
        self.memory
            .set(self.control.settings.bytes(Param::MaxMemory));
    }

    /// For the log, after a change of settings: the new limit is below what is in use.
    pub(crate) fn limit_warning(&self) -> Option<String> {
        let (limit, used) = (
            self.control.settings.bytes(Param::MaxMemory),
            self.memory.used_bytes(),
        );
        (limit != 0 && used > limit).then(|| {
            format!(
                "WARNING: the new maxmemory value ({limit}) is below what is in use ({used}): \
                 commands that need memory are refused until enough is deleted"
            )
        })
    }
}

/// What the memory in use is for, in bytes; INFO and MEMORY STATS tell it alike.
pub(crate) struct MemoryAccount {
    pub(crate) figures: MemoryFigures,
    pub(crate) clients: u64,
    /// What finds keys and knows their times.
    pub(crate) tables: u64,
    pub(crate) keys: u64,
}

impl Core {
    /// The account, all cores' numbers given. A core that nobody has told of the process's memory
    /// knows what its slots and sessions hold.
    pub(crate) fn memory_account(&self, report: &CoreReport) -> MemoryAccount {
        let known = report.slot_bytes + report.client_bytes;
        let figures = self.memory.process.as_ref().map_or(
            MemoryFigures {
                used: known,
                used_peak: known,
                startup: 0,
                allocated: known,
                besides: 0,
                rss: known,
            },
            |process| process.figures(),
        );
        MemoryAccount {
            figures,
            clients: report.client_bytes,
            tables: report.table_bytes,
            keys: report.databases.values().map(|counts| counts.keys).sum(),
        }
    }
}

impl MemoryAccount {
    /// What is in use besides keys and values.
    pub(crate) fn overhead(&self) -> u64 {
        self.figures.startup + self.clients + self.tables
    }

    pub(crate) fn dataset(&self) -> u64 {
        self.figures.used.saturating_sub(self.overhead())
    }

    /// In use since the start.
    pub(crate) fn net(&self) -> u64 {
        self.figures.used.saturating_sub(self.figures.startup)
    }

    pub(crate) fn dataset_percent(&self) -> f64 {
        ratio(self.dataset(), self.net()) * 100.0
    }

    pub(crate) fn peak_percent(&self) -> f64 {
        ratio(self.figures.used, self.figures.used_peak) * 100.0
    }

    /// Pages of the allocator that are in memory.
    pub(crate) fn resident(&self) -> u64 {
        let resident = self.figures.rss.saturating_sub(self.figures.besides);
        resident.max(self.figures.allocated)
    }
}

/// `a / b`, 0 without b.
pub(crate) fn ratio(a: u64, b: u64) -> f64 {
    if b == 0 { 0.0 } else { a as f64 / b as f64 }
}

/// Whether a command is refused where there is too much in use.
#[inline]
pub(crate) fn needs_memory(command: CommandId) -> bool {
    command.spec().flags.contains(Flags::DENYOOM)
}
