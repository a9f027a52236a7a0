//! INFO: Memory.
//!
//! Must never invent a number.

use settings::Param;

use super::{human, lines, more_lines, number, zero};
use crate::core::Core;
use crate::memory::{MemoryAccount, ratio};
use crate::report::CoreReport;

impl Core {
    /// Memory in use is what the allocator has given out, and what the process took at its start;
    /// how much of it is in memory is the kernel's account.
    pub(super) fn memory_section(&self, report: &CoreReport, out: &mut String) {
        let account = self.memory_account(report);
        let figures = account.figures;
        let system = self.shared.facts.system_memory_bytes;
        let percent = |percent: f64| format!("{percent:.2}%");
        lines(
            out,
            "Memory",
            &[
                ("used_memory", number(figures.used)),
                ("used_memory_human", human(figures.used)),
                ("used_memory_rss", number(figures.rss)),
                ("used_memory_rss_human", human(figures.rss)),
                ("used_memory_peak", number(figures.used_peak)),
                ("used_memory_peak_human", human(figures.used_peak)),
                ("used_memory_peak_perc", percent(account.peak_percent())),
                ("used_memory_overhead", number(account.overhead())),
                ("used_memory_startup", number(figures.startup)),
                ("used_memory_dataset", number(account.dataset())),
                (
                    "used_memory_dataset_perc",
                    percent(account.dataset_percent()),
                ),
                ("allocator_allocated", number(figures.allocated)),
                ("allocator_active", number(account.resident())),
                ("allocator_resident", number(account.resident())),
                ("allocator_muzzy", zero()),
                ("total_system_memory", number(system)),
                ("total_system_memory_human", human(system)),
                ("used_memory_lua", zero()),
                ("used_memory_vm_eval", zero()),
                ("used_memory_lua_human", human(0)),
                ("used_memory_scripts_eval", zero()),
                ("number_of_cached_scripts", zero()),
                ("number_of_functions", zero()),
                ("number_of_libraries", zero()),
                ("used_memory_vm_functions", zero()),
                ("used_memory_vm_total", zero()),
                ("used_memory_vm_total_human", human(0)),
                ("used_memory_functions", zero()),
                ("used_memory_scripts", zero()),
                ("used_memory_scripts_human", human(0)),
            ],
        );
        self.limits(&account, out);
    }

    fn limits(&self, account: &MemoryAccount, out: &mut String) {
        let figures = account.figures;
        let resident = account.resident();
        let limit = self.control.settings.bytes(Param::MaxMemory);
        let policy = self.control.settings.word(Param::MaxMemoryPolicy);
        let quotient = |a: u64, b: u64| format!("{:.2}", ratio(a, b));
        let difference = |a: u64, b: u64| (a as i64 - b as i64).to_string();
        more_lines(
            out,
            &[
                ("maxmemory", number(limit)),
                ("maxmemory_human", human(limit)),
                ("maxmemory_policy", policy.to_owned()),
                (
                    "allocator_frag_ratio",
                    quotient(resident, figures.allocated),
                ),
                (
                    "allocator_frag_bytes",
                    difference(resident, figures.allocated),
                ),
                ("allocator_rss_ratio", "1.00".to_owned()),
                ("allocator_rss_bytes", zero()),
                ("rss_overhead_ratio", quotient(figures.rss, resident)),
                ("rss_overhead_bytes", difference(figures.rss, resident)),
                (
                    "mem_fragmentation_ratio",
                    quotient(figures.rss, figures.used),
                ),
                (
                    "mem_fragmentation_bytes",
                    difference(figures.rss, figures.used),
                ),
                ("mem_not_counted_for_evict", zero()),
                ("mem_replication_backlog", zero()),
                ("mem_total_replication_buffers", zero()),
                ("mem_replicas_repl_buffer", zero()),
                ("mem_clients_slaves", zero()),
                ("mem_clients_normal", number(account.clients)),
                ("mem_cluster_links", zero()),
                ("mem_cluster_slot_import", zero()),
                ("mem_cluster_slot_export", zero()),
                ("mem_aof_buffer", zero()),
                ("mem_allocator", self.shared.facts.allocator.clone()),
                ("mem_overhead_db_hashtable_rehashing", zero()),
                ("active_defrag_running", zero()),
                ("lazyfree_pending_objects", zero()),
                ("lazyfreed_objects", zero()),
            ],
        );
    }
}
