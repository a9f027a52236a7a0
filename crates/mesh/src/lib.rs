//! Everything that threads share, each thing one small type: channels between two cores, the
//! doorbell of a core that sleeps, the counter that orders history, claims on waiters, published
//! counters, a gauge of what all threads have, owners of slots, versions of control state.
//!
//! Nothing here knows what is sent, counted or claimed, and nothing here waits or touches the
//! operating system: whoever sleeps and wakes somebody up is the driver.
//!
//! Every type takes its atomics from one place, `sync`. With `--cfg loom` those are loom's, and
//! the tests try every interleaving and every order of memory that the language allows:
//! `RUSTFLAGS="--cfg loom" cargo test -p ringkey-mesh --release --lib`

// `loom` is set by hand and the workspace's lints know nothing of it.
#![allow(unexpected_cfgs)]

mod claim;
mod counters;
mod doorbell;
mod gauge;
mod owners;
mod ring;
mod stamp;
mod sync;
mod versioned;

pub use claim::{Claim, ClaimWinner};
pub use counters::{Counter, Counters};
pub use doorbell::Doorbell;
pub use gauge::Gauge;
pub use owners::Owners;
pub use ring::{CAPACITY_MAX, Drain, Receiver, Sender, channel};
pub use stamp::StampCounter;
pub use versioned::{Adopted, Versioned};

/// Number of a core of this process, from 0.
pub type CoreId = u16;
