//! How much memory the process has in use, and whether `maxmemory` allows more.
//!
//! What is in use is the driver's to know. Must never refuse anything by itself: the gates do. Nor
//! does it remove anything: `eviction.rs` does.

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
    /// Keys make room (`maxmemory-policy`).
    evicts: bool,
    /// Bytes in use beyond the limit, as of the last look.
    excess_bytes: u64,
    /// What needs more memory is refused.
    refuses: bool,
    /// Above this, what needs more memory waits until keys have made room: writers must not be
    /// faster than that.
    ceiling_bytes: u64,
    /// More than that was in use as of the last look.
    strained: bool,
}

/// Writers wait where more than the limit and this part of it is in use.
const STRAINED_PART: u64 = 32;

/// If far more than that is in use because the limit was lowered: where this part more is in use
/// than there was.
const RISE_PART: u64 = 64;

impl MemoryLimit {
    /// Not every request is executed as it comes: some are refused or have to wait.
    #[inline(always)]
    pub(crate) fn is_exceeded(&self) -> bool {
        self.refuses | self.strained
    }

    /// What needs more memory is refused.
    #[inline(always)]
    pub(crate) fn refuses(&self) -> bool {
        self.refuses
    }

    /// What needs more memory has to wait until keys have made room.
    pub(crate) fn is_strained(&self) -> bool {
        self.strained
    }

    /// Bytes in use beyond the limit, as of the last look.
    #[inline(always)]
    pub(crate) fn excess_bytes(&self) -> u64 {
        self.excess_bytes
    }

    /// The limit, in bytes; 0 for none.
    pub(crate) fn bytes_max(&self) -> u64 {
        self.bytes_max
    }

    /// Looks again, if there is a limit at all.
    #[inline(always)]
    pub(crate) fn look(&mut self) {
        if self.bytes_max != 0 {
            self.compare(self.used_bytes());
        }
    }

    #[inline]
    fn compare(&mut self, used_bytes: u64) {
        self.excess_bytes = used_bytes.saturating_sub(self.bytes_max);
        let ceiling_bytes = self.bytes_max + self.bytes_max / STRAINED_PART;
        if self.excess_bytes == 0 || !self.evicts {
            self.refuses = self.excess_bytes > 0;
            self.strained = false;
            self.ceiling_bytes = ceiling_bytes;
            return;
        }
        let risen_bytes = used_bytes + used_bytes / RISE_PART;
        self.ceiling_bytes = self.ceiling_bytes.min(ceiling_bytes.max(risen_bytes));
        self.strained = used_bytes > self.ceiling_bytes;
    }

    /// Keys can make room, or cannot: then what needs more memory is refused.
    pub(crate) fn set_refusal(&mut self, refuses: bool) {
        self.refuses = refuses && self.excess_bytes > 0;
    }

    /// Takes over a new limit, and whether keys make room for it.
    pub(crate) fn set(&mut self, bytes_max: u64, evicts: bool) {
        if (self.bytes_max, self.evicts) == (bytes_max, evicts) {
            return;
        }
        self.bytes_max = bytes_max;
        self.evicts = evicts;
        self.excess_bytes = 0;
        self.refuses = false;
        self.strained = false;
        self.ceiling_bytes = u64::MAX;
        self.look();
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
        self.adopt_limit();
        self.memory.look();
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
                 keys make room if the maxmemory-policy lets them, and commands that need memory \
                 are refused while none can"
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
