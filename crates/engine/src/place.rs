//! Where each slot is, as one core sees it: the directory of slots.
//!
//! Must never know sessions or commands. A slot's place is an enum, so that nothing can take a
//! lent slot for an empty one.

use keyspace::{Slot, SlotConfig, Table};
use mesh::{CoreId, Owners};
use stdx::hash::KeyHasher;
use stdx::slot::SLOTS;

use crate::core_ports::CorePorts;
use crate::message::Scope;
use crate::ticket::{Rank, Ticket};

/// Where one slot is.
pub(crate) enum Place {
    /// This core owns it and holds its content.
    Here(Box<Slot>),
    /// This core owns it and it holds nothing at all; costs no memory beyond this word.
    Empty,
    /// This core owns it, and a command that needs several slots has it for now.
    Lent(Lent),
    /// Another core owns it: the map says which. If the map names this core, the slot is on its
    /// way here.
    Moved,
}

/// A slot that is away on loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lent {
    /// The ticket that has it.
    pub(crate) holder: Ticket,
    /// The holder was asked to give it back if it has not run yet.
    pub(crate) recalled: bool,
}

/// Which core owns each slot, for all cores. Whether a core owns a slot itself it knows from its
/// own [`Directory`]; the map says who else does.
#[derive(Debug)]
pub struct SlotMap {
    owners: Owners,
    cores: CoreId,
    ports: Option<CorePorts>,
}

/// Every slot with the core that was its owner at one time: a division of all slots, whatever
/// moves meanwhile.
pub(crate) type Division = std::sync::Arc<[CoreId]>;

impl SlotMap {
    /// Spreads the slots evenly over `cores`, in contiguous ranges.
    pub fn even(cores: CoreId) -> Self {
        let count = usize::from(cores.max(1));
        let owner = |slot: usize| CoreId::try_from(slot * count / SLOTS).unwrap_or(0);
        Self {
            owners: Owners::new((0..SLOTS).map(owner)),
            cores: cores.max(1),
            ports: None,
        }
    }

    /// The same with a port for each of `count` cores, numbered from `base` on.
    #[must_use]
    pub fn with_core_ports(mut self, base: u16, count: CoreId) -> Self {
        self.ports = Some(CorePorts::new(base, count, |slot| self.owner(slot)));
        self
    }

    /// The ports of cores, if there are any.
    #[inline]
    pub(crate) fn ports(&self) -> Option<&CorePorts> {
        self.ports.as_ref()
    }

    /// The core that owns `slot`, or to which it is on its way; an earlier one, if this core has
    /// not heard of the last moves.
    #[inline]
    pub fn owner(&self, slot: u16) -> CoreId {
        self.owners.get(usize::from(slot) % SLOTS)
    }

    /// The caller, which owns the slot, is about to send it to `to`.
    pub(crate) fn hand(&self, slot: u16, to: CoreId) {
        self.owners.hand(usize::from(slot) % SLOTS, to);
    }

    /// Number of moves so far.
    pub fn version(&self) -> u64 {
        self.owners.version()
    }

    /// The slots within `scope`, divided among the cores; the others are given to none.
    pub(crate) fn division(&self, scope: Scope) -> Division {
        let owner = |slot: usize| match scope.contains(slot as u16) {
            true => self.owners.get(slot),
            false => CoreId::MAX,
        };
        (0..SLOTS).map(owner).collect()
    }

    /// Number of cores.
    pub fn cores(&self) -> CoreId {
        self.cores
    }
}

/// The places of all slots of one core. One dense array: 16 bytes a slot.
pub struct Directory {
    places: Box<[Place]>,
    /// A box to be used by the next command on an empty slot, so that a miss allocates nothing.
    spare: Option<Box<Slot>>,
    config: SlotConfig,
}

impl Directory {
    pub(crate) fn new(core: CoreId, map: &SlotMap, hasher: KeyHasher) -> Self {
        let place = |slot: usize| match map.owner(slot as u16) {
            owner if owner == core => Place::Empty,
            _ => Place::Moved,
        };
        Self {
            places: (0..SLOTS).map(place).collect(),
            spare: None,
            config: SlotConfig { hasher },
        }
    }

    #[inline]
    pub(crate) fn place(&self, slot: u16) -> &Place {
        &self.places[usize::from(slot) % SLOTS]
    }

    /// The slot's content if it is here; an empty slot gets a box first.
    #[inline]
    pub(crate) fn here(&mut self, slot: u16) -> Option<&mut Slot> {
        if matches!(self.place(slot), Place::Empty) {
            self.open_empty(slot);
        }
        self.peek_mut(slot)
    }

    #[cold]
    fn open_empty(&mut self, slot: u16) {
        self.places[usize::from(slot) % SLOTS] = Place::Here(self.fresh(slot));
    }

    /// The slot's content if it is here and not empty.
    #[inline]
    pub(crate) fn peek(&self, slot: u16) -> Option<&Slot> {
        match self.place(slot) {
            Place::Here(content) => Some(content),
            _ => None,
        }
    }

    /// As `peek`, to change it.
    #[inline]
    pub(crate) fn peek_mut(&mut self, slot: u16) -> Option<&mut Slot> {
        match &mut self.places[usize::from(slot) % SLOTS] {
            Place::Here(content) => Some(content),
            _ => None,
        }
    }

    /// Gives an emptied slot's box back, so that an empty slot costs nothing.
    #[inline]
    pub(crate) fn settle(&mut self, slot: u16) {
        let place = &mut self.places[usize::from(slot) % SLOTS];
        if matches!(place, Place::Here(content) if content.is_empty())
            && let Place::Here(content) = std::mem::replace(place, Place::Empty)
        {
            self.spare = Some(content);
        }
    }

    /// Takes the box of a slot that is here, leaving word who has it.
    pub(crate) fn lend(&mut self, slot: u16, holder: Ticket) -> Option<Box<Slot>> {
        self.here(slot)?;
        let lent = Place::Lent(Lent {
            holder,
            recalled: false,
        });
        match std::mem::replace(&mut self.places[usize::from(slot) % SLOTS], lent) {
            Place::Here(content) => Some(content),
            other => {
                self.places[usize::from(slot) % SLOTS] = other;
                None
            }
        }
    }

    /// Takes the box of a slot that is here for the length of one body; `put` must follow in the
    /// same unit of work. The place reads as lent meanwhile.
    pub(crate) fn take_box(&mut self, slot: u16) -> Option<Box<Slot>> {
        self.lend(
            slot,
            Ticket {
                rank: Rank::Urgent,
                time: 0,
                core: 0,
            },
        )
    }

    /// The table of a database in a slot that is here and not empty.
    #[inline]
    pub(crate) fn table(&self, slot: u16, db: u32) -> Option<&Table> {
        self.peek(slot)?.table(db)
    }

    /// Takes the boxes of slots that are all here, in order.
    pub(crate) fn take_own(&mut self, slots: &[u16]) -> Vec<Box<Slot>> {
        slots
            .iter()
            .filter_map(|&slot| self.take_box(slot))
            .collect()
    }

    /// Puts a box back where it belongs.
    pub(crate) fn put(&mut self, content: Box<Slot>) {
        let slot = content.number();
        self.places[usize::from(slot) % SLOTS] = Place::Here(content);
        self.settle(slot);
    }

    pub(crate) fn lent_mut(&mut self, slot: u16) -> Option<&mut Lent> {
        match &mut self.places[usize::from(slot) % SLOTS] {
            Place::Lent(lent) => Some(lent),
            _ => None,
        }
    }

    /// The slot is here, whatever it holds.
    #[inline]
    pub(crate) fn is_free(&self, slot: u16) -> bool {
        matches!(self.place(slot), Place::Here(_) | Place::Empty)
    }

    pub(crate) fn is_lent(&self, slot: u16) -> bool {
        matches!(self.place(slot), Place::Lent(_))
    }

    /// This core owns the slot, here or lent.
    pub(crate) fn owns(&self, slot: u16) -> bool {
        !matches!(self.place(slot), Place::Moved)
    }

    /// The slot's box, which was lent to the caller, goes to another core for good.
    pub(crate) fn part_with(&mut self, slot: u16) {
        debug_assert!(
            self.is_lent(slot),
            "slot {slot} goes without having been lent"
        );
        self.places[usize::from(slot) % SLOTS] = Place::Moved;
    }

    /// A slot has come here for good.
    pub(crate) fn arrive(&mut self, content: Box<Slot>) {
        let slot = content.number();
        debug_assert!(!self.owns(slot), "slot {slot} came twice");
        self.put(content);
    }

    /// Slots that this core owns.
    pub(crate) fn owned(&self) -> impl Iterator<Item = u16> + '_ {
        let places = self.places.iter().enumerate();
        let owned = places.filter(|(_, place)| !matches!(place, Place::Moved));
        owned.map(|(slot, _)| slot as u16)
    }

    /// Slots of this core that are away.
    pub(crate) fn lent_slots(&self) -> impl Iterator<Item = u16> + '_ {
        self.places
            .iter()
            .enumerate()
            .filter(|(_, place)| matches!(place, Place::Lent(_)))
            .map(|(slot, _)| slot as u16)
    }

    /// Slots of this core that are away, with who has them.
    pub(crate) fn lent(&self) -> impl Iterator<Item = (u16, Lent)> + '_ {
        self.places
            .iter()
            .enumerate()
            .filter_map(|(slot, place)| match place {
                Place::Lent(lent) => Some((slot as u16, *lent)),
                _ => None,
            })
    }

    /// A directory in which every slot of this one is lent to one ticket; it stands in while the
    /// real one is with a body over all slots.
    pub(crate) fn stand_in(&self, holder: Ticket) -> Self {
        let place = |place: &Place| match place {
            Place::Moved => Place::Moved,
            Place::Here(_) | Place::Empty | Place::Lent(_) => Place::Lent(Lent {
                holder,
                recalled: true,
            }),
        };
        Self {
            places: self.places.iter().map(place).collect(),
            spare: None,
            config: self.config,
        }
    }

    /// Gives back the boxes of all emptied slots.
    pub(crate) fn settle_all(&mut self) {
        for slot in 0..SLOTS as u16 {
            self.settle(slot);
        }
    }

    /// No slot of this core is away.
    pub(crate) fn all_home(&self) -> bool {
        !self
            .places
            .iter()
            .any(|place| matches!(place, Place::Lent(_)))
    }

    /// Every slot that is here and holds something, in order.
    pub(crate) fn contents(&self) -> impl Iterator<Item = &Slot> {
        self.places.iter().filter_map(|place| match place {
            Place::Here(content) => Some(&**content),
            _ => None,
        })
    }

    /// As `contents`, to change them.
    pub(crate) fn contents_mut(&mut self) -> impl Iterator<Item = &mut Slot> {
        self.places.iter_mut().filter_map(|place| match place {
            Place::Here(content) => Some(&mut **content),
            _ => None,
        })
    }

    fn fresh(&mut self, slot: u16) -> Box<Slot> {
        match self.spare.take() {
            Some(mut spare) => {
                *spare = Slot::new(slot, &self.config);
                spare
            }
            None => Box::new(Slot::new(slot, &self.config)),
        }
    }
}

/// What waits for one slot: tickets in their order, and plain work in order of arrival.
pub(crate) struct SlotQueue<W> {
    /// Tickets, oldest first.
    pub(crate) tickets: Vec<Ticket>,
    /// Requests that need this slot alone.
    pub(crate) parked: std::collections::VecDeque<W>,
}

impl<W> Default for SlotQueue<W> {
    fn default() -> Self {
        Self {
            tickets: Vec::new(),
            parked: std::collections::VecDeque::new(),
        }
    }
}

impl<W> SlotQueue<W> {
    /// Queues a ticket in its place. A ticket that is queued already stays where it is.
    pub(crate) fn insert(&mut self, ticket: Ticket) {
        if let Err(position) = self.tickets.binary_search(&ticket) {
            self.tickets.insert(position, ticket);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.tickets.is_empty() && self.parked.is_empty()
    }
}

/// The queues of all slots that somebody waits for.
pub(crate) type SlotQueues<W> = std::collections::BTreeMap<u16, SlotQueue<W>>;
