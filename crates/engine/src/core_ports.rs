//! Core ports: a port for each core, on which the process looks like a cluster with a node for each
//! core. A cluster client then sends every key to the core that owns it.
//!
//! A core port is a property of the session that came through it. Whichever core serves the
//! session, any port serves any key; which port is announced for a slot only says where it is
//! served without a hop. Must never cost sessions of other ports anything.

use mesh::{CoreId, Owners};
use resp::ReplyError;
use stdx::slot::SLOTS;

use crate::core::Core;
use crate::message::Scope;
use crate::place::SlotMap;
use crate::session::{ReplyMode, Session};

/// A slot is announced at its core's port when the core has had it for so long.
pub(crate) const SETTLED_MS: i64 = 1_000;

/// A session is redirected for one slot in this time at most; what it sends meanwhile for others
/// is served. Clients that ask for the whole map when they are redirected need no more.
pub(crate) const REDIRECTION_INTERVAL_MS: i64 = 1_000;

/// So long all its requests for that slot are redirected: what was sent before the client heard of
/// the first one must not overtake it. From then on the slot is served, to who will not listen.
pub(crate) const REDIRECTION_WINDOW_MS: i64 = 200;

/// What a session was told last about where a slot is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Redirected {
    slot: Option<u16>,
    until_ms: i64,
    next_ms: i64,
}

impl Redirected {
    /// The client is not to be redirected for a while.
    fn excuse(&mut self, now_ms: i64) {
        self.slot = None;
        self.next_ms = now_ms + REDIRECTION_INTERVAL_MS;
    }

    /// Requests for this slot must not be served at the moment.
    #[inline]
    pub(crate) fn keeps(&self, slot: u16, now_ms: i64) -> bool {
        self.slot == Some(slot) && now_ms < self.until_ms
    }

    /// Whether the client may be redirected for this slot; notes that it is.
    fn note(&mut self, slot: u16, now_ms: i64) -> bool {
        if self.keeps(slot, now_ms) {
            return true;
        }
        let may = now_ms >= self.next_ms;
        if may {
            self.slot = Some(slot);
            self.until_ms = now_ms + REDIRECTION_WINDOW_MS;
            self.next_ms = now_ms + REDIRECTION_INTERVAL_MS;
        }
        may
    }
}

/// The ports, and which of them is announced for each slot. Core 0 alone changes the latter.
#[derive(Debug)]
pub(crate) struct CorePorts {
    base: u16,
    count: CoreId,
    announced: Owners,
}

impl CorePorts {
    /// `count` ports from `base` on.
    pub(crate) fn new(base: u16, count: CoreId, owner: impl Fn(u16) -> CoreId) -> Self {
        let count = count.max(1);
        let announced = (0..SLOTS as u16).map(|slot| wanted(count, slot, owner(slot)));
        Self {
            base,
            count,
            announced: Owners::new(announced),
        }
    }

    /// How many there are: as many as there may be cores.
    pub(crate) fn count(&self) -> CoreId {
        self.count
    }

    /// The port number of the core port with this index.
    pub(crate) fn number(&self, index: CoreId) -> u32 {
        u32::from(self.base) + u32::from(index)
    }

    /// The index of a core port by its number.
    pub(crate) fn index(&self, number: u16) -> Option<CoreId> {
        number
            .checked_sub(self.base)
            .filter(|&index| index < self.count)
    }

    /// The home range of a core port: what KEYS, SCAN, DBSIZE, RANDOMKEY, FLUSHALL and FLUSHDB are
    /// about there. It never changes, whichever core owns its slots, so that all ports together are
    /// about each slot once.
    pub(crate) fn scope(&self, index: CoreId) -> Scope {
        let first = |index: CoreId| (usize::from(index) * SLOTS).div_ceil(self.count.into()) as u16;
        Scope {
            first: first(index),
            end: first(index + 1),
        }
    }

    /// The port that is announced for a slot.
    pub(crate) fn announced(&self, slot: u16) -> CoreId {
        self.announced.get(usize::from(slot) % SLOTS)
    }

    /// How often what is announced has changed.
    pub(crate) fn version(&self) -> u64 {
        self.announced.version()
    }

    /// First and last slot of each stretch that is announced at a port.
    pub(crate) fn ranges(&self, index: CoreId) -> Vec<(u16, u16)> {
        let mut ranges: Vec<(u16, u16)> = Vec::new();
        for slot in 0..SLOTS as u16 {
            match ranges.last_mut() {
                _ if self.announced(slot) != index => {}
                Some((_, last)) if *last + 1 == slot => *last = slot,
                _ => ranges.push((slot, slot)),
            }
        }
        ranges
    }
}

/// The port at which a slot is to be announced that `owner` has had for long.
fn wanted(count: CoreId, slot: u16, owner: CoreId) -> CoreId {
    let home = |slot: u16| (usize::from(slot) * usize::from(count) / SLOTS) as CoreId;
    // The first slot of its home range is always announced at a port: clients learn of ports by
    // their slots, and without one of them what is counted over all would be too little.
    let anchors = slot == 0 || home(slot) != home(slot - 1);
    if anchors || owner >= count {
        home(slot)
    } else {
        owner
    }
}

/// What core 0 has seen of the owners of slots.
#[derive(Debug, Default)]
pub(crate) struct Settling {
    /// By slot: the owner, and since when.
    seen: Vec<(CoreId, i64)>,
    /// The map's version when all slots were last looked at.
    version: u64,
    /// Slots of which something else is announced than their owner.
    unsettled: usize,
}

impl Settling {
    /// Announces what has settled. The time must not go backwards.
    pub(crate) fn look(&mut self, map: &SlotMap, now_ms: i64) {
        let Some(ports) = map.ports() else { return };
        let version = map.version();
        if !self.seen.is_empty() && version == self.version && self.unsettled == 0 {
            return;
        }
        self.version = version;
        self.unsettled = 0;
        self.seen.resize(SLOTS, (CoreId::MAX, now_ms));
        for slot in 0..SLOTS as u16 {
            let (seen, since_ms) = &mut self.seen[usize::from(slot)];
            let owner = map.owner(slot);
            if owner != *seen {
                (*seen, *since_ms) = (owner, now_ms);
            }
            let wanted = wanted(ports.count, slot, owner);
            if ports.announced(slot) == wanted {
                continue;
            }
            if now_ms - *since_ms >= SETTLED_MS {
                ports.announced.hand(usize::from(slot), wanted);
            } else {
                self.unsettled += 1;
            }
        }
    }
}

impl Core {
    /// Part of the regular work, of core 0 alone.
    pub(crate) fn settle_ports(&mut self) {
        if self.id == 0 && self.map.ports().is_some() {
            self.settling.look(&self.map, self.now_ms);
        }
    }

    /// Gives a new session the port that it came through.
    pub(crate) fn note_port(&self, session: &mut Session) {
        let Some(ports) = self.map.ports().filter(|_| !session.info.unix) else {
            return;
        };
        let number = session.info.laddr.rsplit(':').next().unwrap_or_default();
        session.core_port = number.parse().ok().and_then(|number| ports.index(number));
        if let Some(index) = session.core_port {
            session.scope = ports.scope(index);
        }
    }

    /// The redirection of a session that would go to `owner` for a slot, if it is to have one. It
    /// is served instead where it has just been redirected or has said ASKING, where the slot is
    /// not settled, and where it cannot turn away (a watched key binds it to this connection;
    /// inside MULTI nothing comes here).
    #[inline]
    pub(crate) fn redirection(
        &mut self,
        session: &mut Session,
        slot: u16,
        owner: CoreId,
    ) -> Option<ReplyError> {
        let port = session.core_port?;
        self.redirection_from(port, session, slot, owner)
    }

    #[cold]
    fn redirection_from(
        &mut self,
        port: CoreId,
        session: &mut Session,
        slot: u16,
        owner: CoreId,
    ) -> Option<ReplyError> {
        let ports = self.map.ports()?;
        let announced = ports.announced(slot);
        let helps = announced == owner && announced != port;
        let bound = !session.watched.is_empty() || session.reply_mode != ReplyMode::On;
        if !helps || bound || !session.redirected.note(slot, self.now_ms) {
            return None;
        }
        let number = ports.number(announced);
        self.stats.redirections += 1;
        let mut text = format!("MOVED {slot} ").into_bytes();
        text.extend_from_slice(&self.redirection_host(session));
        text.extend_from_slice(format!(":{number}").as_bytes());
        Some(ReplyError::from_bytes(text))
    }

    /// The session has said ASKING: what it sends next is served.
    pub(crate) fn excuse(&self, session: &mut Session) {
        session.redirected.excuse(self.now_ms);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(cores: CoreId, ports: CoreId) -> SlotMap {
        SlotMap::even(cores).with_core_ports(7000, ports)
    }

    #[test]
    fn home_ranges_cover_every_slot_once() {
        for count in [1, 2, 3, 4, 7, 64] {
            let map = map(1, count);
            let ports = map.ports().expect("ports");
            let mut next = 0;
            for index in 0..count {
                let scope = ports.scope(index);
                assert_eq!(scope.first, next);
                assert!(scope.end > scope.first);
                next = scope.end;
            }
            assert_eq!(usize::from(next), SLOTS);
        }
    }

    #[test]
    fn every_port_is_announced_for_a_slot_of_its_home_range() {
        let map = map(1, 4);
        let ports = map.ports().expect("ports");
        for index in 0..4 {
            let ranges = ports.ranges(index);
            let first = ports.scope(index).first;
            assert!(ranges.iter().any(|range| range.0 == first), "{ranges:?}");
        }
        assert_eq!(ports.ranges(1), [(4096, 4096)]);
    }

    #[test]
    fn a_slot_is_announced_when_it_has_settled() {
        let map = map(2, 2);
        let ports = map.ports().expect("ports");
        let mut settling = Settling::default();
        settling.look(&map, 10_000);
        map.hand(5, 1);
        settling.look(&map, 10_100);
        settling.look(&map, 10_100 + SETTLED_MS - 1);
        assert_eq!(ports.announced(5), 0);
        map.hand(5, 0);
        map.hand(6, 1);
        settling.look(&map, 12_000);
        settling.look(&map, 12_000 + SETTLED_MS);
        assert_eq!((ports.announced(5), ports.announced(6)), (0, 1));
        map.hand(0, 1);
        settling.look(&map, 20_000);
        settling.look(&map, 30_000);
        assert_eq!(
            ports.announced(0),
            0,
            "the first slot stays announced at its home"
        );
    }

    #[test]
    fn a_client_is_redirected_for_one_slot_at_a_time_and_served_in_between() {
        let mut redirected = Redirected::default();
        assert!(redirected.note(7, 1_000));
        assert!(redirected.note(7, 1_000 + REDIRECTION_WINDOW_MS - 1));
        assert!(!redirected.note(8, 1_100), "another slot");
        assert!(!redirected.note(7, 1_000 + REDIRECTION_WINDOW_MS));
        assert!(!redirected.keeps(7, 1_000 + REDIRECTION_WINDOW_MS));
        assert!(redirected.note(8, 1_000 + REDIRECTION_INTERVAL_MS));
        assert!(redirected.keeps(8, 2_100) && !redirected.keeps(7, 2_100));
        redirected.excuse(2_100);
        assert!(!redirected.note(8, 2_150));
    }

    #[test]
    fn numbers_and_indexes() {
        let map = map(4, 4);
        let ports = map.ports().expect("ports");
        assert_eq!(ports.number(3), 7003);
        let index = |number| ports.index(number);
        assert_eq!((index(6999), index(7000)), (None, Some(0)));
        assert_eq!((index(7003), index(7004)), (Some(3), None));
    }
}
