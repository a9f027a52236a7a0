//! A core of its own, as a driver would set it up, and the clients that its tests open.

use std::sync::Arc;

use engine::{ControlState, Core, CoreConfig, ProcessFacts, SessionInfo, Shared, SlotMap};
use mesh::{StampCounter, Versioned};
use settings::Settings;
use stdx::hash::KeyHasher;

/// The time at which it starts, Unix time in milliseconds.
pub(crate) const START_MS: i64 = 1_700_000_000_000;

/// The only core of a server with default settings.
pub(crate) fn lone_core() -> Core {
    let shared = Arc::new(Shared {
        stamps: StampCounter::new(),
        client_ids: StampCounter::new(),
        log_ids: Default::default(),
        session_moves: Default::default(),
        map: Arc::new(SlotMap::even(1)),
        facts: ProcessFacts::default(),
        control: Versioned::new(ControlState::new(Settings::default())),
    });
    Core::new(CoreConfig {
        joins: false,
        incarnation: 0,
        id: 0,
        control: shared.control.newest().1,
        shared,
        hasher: KeyHasher::with_seed([1, 2]),
        seed: 3,
        history: false,
        now_ms: START_MS,
        ticks_ns: || 0,
    })
}

/// A client on this machine.
pub(crate) fn local_client() -> SessionInfo {
    SessionInfo {
        local: true,
        ..SessionInfo::default()
    }
}
