//! The keyspace: hash slots as owned values, each with its tables, expiry times, waiters, watches
//! and channels.
//!
//! A slot is `Send` and shares nothing, so giving it to another core is moving a box. There are no
//! clocks, threads or sockets here: time comes as an argument. It never knows which core it is
//! on, who its clients are, or any command.
//!
//! GET ends in `lookup.rs`.

mod lookup;
mod slot;
mod stats;
mod table;
mod value;
mod view;

pub use slot::{ReadyKey, Slot, SlotConfig, SlotLoad, Waiter};
pub use stats::KeyspaceStats;
pub use table::{CURSOR_LIMIT, ExpiredFields, Table, TableMemory};
pub use value::{EntryRef, Expire, Lookup, NewValue, Taken, TakenValue, Value};
pub use view::{SlotView, WholeView};
