//! Where a default differs from Valkey 9.1's, and why.

use crate::table::Param;

/// A default of our own.
#[derive(Debug, Clone, Copy)]
pub struct Deviation {
    pub param: Param,
    /// Valkey's default, as its CONFIG GET prints it.
    pub valkey: &'static str,
    pub reason: &'static str,
}

/// Every default that differs from Valkey's.
pub const DEVIATIONS: &[Deviation] = &[Deviation {
    param: Param::Save,
    valkey: "3600 1 300 100 60 10000",
    reason: "Nothing is saved unless it is asked for; a default must not promise snapshots",
}];
