//! Replicas: they get the whole data set as it was at one moment, then every effect since.
//!
//! Each core notes its effects while anybody follows (`told.rs`) and sends those of a turn, with
//! the turn's stamp, to core 0, which never stops. There they are merged into one stream
//! (`merge.rs`), which goes to the replicas, whose sessions are there as well (`hub.rs`). The data
//! set is that of one barrier: at its end every core has the number of the snapshot, and whoever
//! is about to change a slot saves it first (`snapshot.rs`).
//!
//! Must never cost a write more than a look at a flag while nobody follows.

mod follower;
mod hub;
mod merge;
mod snapshot;
mod told;

use mesh::CoreId;

use crate::core::Core;
use crate::message::Message;

pub(crate) use hub::{Hub, ReplicationFigures};
pub(crate) use told::{Told, Wrap};

/// The core of the replicas' sessions. It never stops.
pub(crate) const HUB: CoreId = 0;

/// What cores tell each other for replicas.
pub enum ReplicationMessage {
    /// From the hub: effects are told from now on. A number other than 0 names the snapshot whose
    /// moment this is, or which goes on.
    Tell { snapshot: u32 },
    /// From the hub: nobody follows any more.
    Stop,
    /// To the hub: what a turn has done.
    Told(told::Batch),
    /// From the hub: say how far you are.
    Ask,
    /// To the hub: everything up to this stamp has been told.
    Mark(u64),
    /// To the hub: what slots held at the moment of the snapshot.
    Part(snapshot::Part),
    /// To the hub: a body over all slots has changed what this snapshot had not saved.
    Spoiled(u32),
}

/// One core's part in replication.
#[derive(Default)]
pub(crate) struct Replication {
    /// Effects are told.
    pub(crate) tells: bool,
    /// The snapshot that is being taken; 0: none. Slots are saved for it before they change.
    pub(crate) saving: u32,
    /// The hub has asked how far this core is.
    asked: bool,
    saver: snapshot::Saver,
    /// Only used on core 0.
    pub(crate) hub: Hub,
}

impl Core {
    fn tell_replication(&mut self, core: CoreId, message: ReplicationMessage) {
        if core == self.id {
            self.hear_of_replication(core, message);
        } else {
            self.send(core, Message::Replication(Box::new(message)));
        }
    }

    pub(crate) fn hear_of_replication(&mut self, from: CoreId, message: ReplicationMessage) {
        match message {
            ReplicationMessage::Tell { snapshot } => self.tell_effects(snapshot),
            ReplicationMessage::Stop => self.tell_no_effects(),
            ReplicationMessage::Told(batch) => self.replication.hub.merge.put(from, batch),
            ReplicationMessage::Ask => self.replication.asked = true,
            ReplicationMessage::Mark(stamp) => self.replication.hub.merge.mark(from, stamp),
            ReplicationMessage::Part(part) => self.replication.hub.add_part(part),
            ReplicationMessage::Spoiled(snapshot) => self.spoiled(snapshot),
        }
    }

    fn tell_effects(&mut self, snapshot: u32) {
        self.replication.tells = true;
        self.bodies.effects.set_wanted(true);
        self.begin_saving(snapshot);
    }

    fn tell_no_effects(&mut self) {
        self.replication.tells = false;
        self.replication.asked = false;
        self.bodies.effects.set_wanted(false);
        self.bodies.effects.clear();
        self.bodies.told = Told::default();
        self.begin_saving(0);
    }

    /// What replication has to do in a turn besides telling. Called when nothing is in hand.
    #[inline]
    pub(crate) fn advance_replication(&mut self) {
        if self.replication.tells {
            self.save_some();
        }
        if self.id == HUB && self.replication.hub.is_busy() {
            self.advance_hub();
        }
    }

    /// Something is to be done for replicas without anything arriving.
    pub(crate) fn replication_has_work(&self) -> bool {
        let saves = self.replication.tells && self.replication.saver.has_work();
        (saves || self.id == HUB && self.replication.hub.has_work()) && !self.held()
    }

    /// Effects that no unit of work has claimed are one, before the turn takes its stamp.
    #[inline]
    pub(crate) fn close_effects(&mut self) {
        if self.replication.tells && self.whole_jobs.paused.is_none() {
            self.bodies.end_unit(Wrap::Never);
        }
    }

    /// Tells what the turn has done, which has just taken this stamp.
    #[inline]
    pub(crate) fn send_effects(&mut self, stamp: u64) {
        if self.replication.tells {
            self.send_told(stamp);
        }
    }

    #[cold]
    fn send_told(&mut self, stamp: u64) {
        if let Some(part) = self.replication.saver.take_part() {
            self.tell_replication(HUB, ReplicationMessage::Part(part));
        }
        if let Some(batch) = self.bodies.told.take(stamp) {
            self.tell_replication(HUB, ReplicationMessage::Told(batch));
        }
        if self.id == HUB {
            let now = self.shared.stamps.load();
            self.replication.hub.merge.mark(HUB, now);
            self.forward_stream();
        } else if std::mem::take(&mut self.replication.asked) {
            // Whatever this core does later gets a greater stamp than was drawn last.
            let stamp = self.shared.stamps.load();
            self.tell_replication(HUB, ReplicationMessage::Mark(stamp));
        }
    }
}
