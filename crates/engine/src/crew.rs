//! Cores start and stop while the others serve. Running cores are numbered from 0 on; the highest
//! stops first, and core 0 never does. It leads every change, one at a time.
//!
//! The number of cores changes in a barrier: at one moment, between two turns of every core, when
//! no box and no session is under way. Before it, a new core has its channels to all others, which
//! know nothing of it yet; a core that stops has handed over its slots and its sessions. After it:
//!
//! - Each core greets a new one with what every core knows of its sessions' patterns. The new core
//!   uses no slot before all have; what comes behind a greeting is younger.
//! - A core that has left ends what it has begun and passes on what still comes by old routes. It
//!   leaves a mark in every channel; its echo says that nobody sends by an old route any more. Then
//!   it says its last word, and each core lets go of its channel when it has read it.
//!
//! Slots are spread evenly whenever the number has changed, a few at a time. Must never change the
//! number while a slot or a session is at a core that leaves.

use std::collections::BTreeMap;

use mesh::CoreId;

use crate::core::{Action, Core};
use crate::legacy::Legacy;
use crate::marks::Mark;
use crate::message::{Caller, CrewMessage, Job, JobBody, Message, SessionId};
use crate::place::Directory;
use crate::pubsub::Hello;
use crate::relays::Resubscription;

/// Slots that a core hands on at a time to spread them.
const SPREAD_SLOTS_MAX: usize = 128;

/// Sessions of a core that stops which are leaving at a time.
const LEAVING_SESSIONS_MAX: usize = 64;

/// How a core stands to the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CoreStage {
    /// Its thread is being started.
    Starting,
    /// It counts, and is not greeted by so many cores yet.
    Joining(CoreId),
    #[default]
    Running,
    /// It hands over what it has.
    Stopping,
    /// It counts no more; so many cores may still send to it.
    Parting(CoreId),
    /// It has said its last word.
    Gone,
}

impl CoreStage {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Starting | Self::Joining(_) => "starting",
            Self::Running => "running",
            Self::Stopping | Self::Parting(_) | Self::Gone => "stopping",
        }
    }
}

/// The change that core 0 leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Change {
    #[default]
    None,
    /// The driver is starting this core.
    Starting(CoreId),
    /// It is becoming one of the cores.
    Joining(CoreId),
    /// This core hands over what it has.
    Emptying(CoreId),
    /// It is leaving the cores; so many have its channel yet.
    Parting(CoreId, CoreId),
}

/// What a core knows of cores that come and go.
#[derive(Default)]
pub(crate) struct Crew {
    pub(crate) stage: CoreStage,
    /// How many cores there are to be (on core 0); 0: nothing was said.
    wanted: CoreId,
    change: Change,
    /// Slots that this core hands on because there are more cores. It is told once what that is,
    /// so that a core which is emptied meanwhile does not get and give them for ever.
    spreads: usize,
    /// New connections come to this core.
    listens: bool,
    /// Core 0 was told that nothing is left here.
    told: bool,
    /// Where the next session goes.
    next: CoreId,
    /// How often the number of cores has changed.
    pub(crate) resizes: u64,
    /// The change with which each core came that was not there at the start.
    came: BTreeMap<CoreId, u64>,
    /// Subscriptions of this core which the next new core will have heard to be another's.
    owed: Vec<Hello>,
    /// Cores that have left their mark here before this core knew that they leave.
    marks: Vec<CoreId>,
    pub(crate) legacy: Option<Box<Legacy>>,
}

impl Crew {
    pub(crate) fn new(stage: CoreStage) -> Self {
        Self {
            stage,
            listens: true,
            ..Self::default()
        }
    }

    fn is_calm(&self) -> bool {
        let settled = self.wanted == 0 && self.change == Change::None;
        matches!(self.stage, CoreStage::Running) && settled && self.spreads == 0
    }

    /// Changes in progress.
    pub(crate) fn pending(&self) -> usize {
        usize::from(self.change != Change::None) + usize::from(self.spreads > 0) + self.marks.len()
    }

    /// The core that is not among the cores, and is there: starting, or leaving.
    pub(crate) fn besides(&self) -> Option<(CoreId, CoreStage)> {
        match self.change {
            Change::Starting(core) => Some((core, CoreStage::Starting)),
            Change::Parting(core, _) => Some((core, CoreStage::Stopping)),
            _ => None,
        }
    }
}

impl Core {
    /// How many cores there are to be; it happens in the next turns, one core at a time. Kept
    /// within `cores-min` and `cores-max`.
    pub fn set_wanted_cores(&mut self, cores: CoreId) {
        if self.id == 0 {
            let settings = &self.control.settings;
            let (min, max) = (settings.cores_min(), settings.cores_max());
            self.crew.wanted = cores.clamp(min, max.max(min)).max(1);
        } else {
            self.tell_crew(0, CrewMessage::Want { cores });
        }
    }

    /// How this core stands to the others.
    pub fn stage(&self) -> CoreStage {
        self.crew.stage
    }

    /// How many cores there are, as this one knows.
    pub fn cores(&self) -> CoreId {
        self.cores
    }

    /// The settings have changed: the number of cores is kept within them.
    pub(crate) fn keep_within_range(&mut self) {
        if self.id == 0 {
            let now = match self.crew.wanted {
                0 => self.cores,
                wanted => wanted,
            };
            self.set_wanted_cores(now);
        }
    }

    pub(crate) fn tell_crew(&mut self, core: CoreId, message: CrewMessage) {
        self.send(core, Message::Crew(message));
    }

    /// On core 0: a core that the driver was asked to start is there, with channels to all cores.
    pub fn core_is_up(&mut self, core: CoreId) {
        if self.crew.change == Change::Starting(core) {
            self.crew.change = Change::Joining(core);
            self.resize_to(core + 1);
        }
    }

    /// On core 0: it could not be started.
    pub fn core_failed(&mut self, core: CoreId) {
        if self.crew.change == Change::Starting(core) {
            self.crew.change = Change::None;
            self.crew.wanted = 0;
        }
    }

    /// This core accepts no connections any more, as it was asked to.
    pub fn listens_no_more(&mut self) {
        self.crew.listens = false;
    }

    /// Carries on what has to do with the number of cores. Called once in a turn, when nothing is
    /// in hand.
    pub(crate) fn advance_crew(&mut self) {
        if self.crew.is_calm() {
            return;
        }
        match self.crew.stage {
            CoreStage::Stopping => self.empty_this_core(),
            CoreStage::Parting(left) => {
                self.send_sessions_away();
                if left == 0 && self.is_quiet() {
                    self.say_last_word();
                }
            }
            _ => {
                self.begin_change();
                self.spread_slots();
            }
        }
    }

    /// On core 0: begins the next change.
    fn begin_change(&mut self) {
        if self.id != 0 || self.crew.wanted == 0 || self.crew.change != Change::None {
            return;
        }
        if self.crew.wanted > self.cores {
            let core = self.cores;
            self.crew.change = Change::Starting(core);
            self.outputs.actions.push(Action::StartCore(core));
        } else if self.crew.wanted < self.cores {
            let core = self.cores - 1;
            self.crew.change = Change::Emptying(core);
            self.tell_crew(core, CrewMessage::Leave);
        } else {
            self.crew.wanted = 0;
        }
    }

    pub(crate) fn hear_of_crew(&mut self, from: CoreId, message: CrewMessage) {
        match message {
            CrewMessage::Want { cores } => self.set_wanted_cores(cores),
            CrewMessage::Leave => {
                self.crew.stage = CoreStage::Stopping;
                self.crew.told = false;
                self.crew.spreads = 0;
                self.outputs.actions.push(Action::StopListening);
            }
            CrewMessage::Emptied => {
                if self.crew.change == Change::Emptying(from) {
                    self.resize_to(from);
                }
            }
            CrewMessage::Hello { hello, resizes } => {
                self.crew.resizes = resizes;
                self.channels.greeted(from, &hello);
                if let CoreStage::Joining(left) = &mut self.crew.stage {
                    *left = left.saturating_sub(1);
                }
                self.join();
            }
            CrewMessage::Joined => {
                if self.crew.change == Change::Joining(from) {
                    self.crew.change = Change::None;
                    self.marks.hit(Mark::CoreStarted);
                }
            }
            CrewMessage::Uncount(gone) => self.channels.uncount(from, &gone),
            CrewMessage::Mark => self.marked(from),
            CrewMessage::Echo => {
                if let CoreStage::Parting(left) = &mut self.crew.stage {
                    *left = left.saturating_sub(1);
                }
            }
            CrewMessage::Legacy(legacy) => self.inherit(*legacy),
            CrewMessage::LastWord => {
                self.outputs.actions.push(Action::Unlink(from));
                if self.id == 0 {
                    self.core_tells_no_more(from);
                    self.unlinked(from);
                } else {
                    self.tell_crew(0, CrewMessage::Unlinked { core: from });
                }
            }
            CrewMessage::Unlinked { core } => self.unlinked(core),
        }
    }

    /// All cores have greeted this one: it serves.
    fn join(&mut self) {
        if self.crew.stage != CoreStage::Joining(0) {
            return;
        }
        self.crew.stage = CoreStage::Running;
        let (_, state) = self.shared.control.newest();
        self.adopt_here(&state);
        self.outputs.actions.push(Action::Listen);
        self.tell_crew(0, CrewMessage::Joined);
        self.settle_arrivals();
    }

    /// Has the number of cores change in a barrier.
    fn resize_to(&mut self, cores: CoreId) {
        self.conduct(Job {
            caller: Caller::of_nobody(self.id),
            slots: Vec::new(),
            body: JobBody::Resize(cores),
            waiter: None,
        });
    }

    /// With all directories in hand: the number of cores from now on. It stays as it is if the core
    /// that would leave has got something meanwhile.
    pub(crate) fn resized(&mut self, cores: CoreId, directories: &[Box<Directory>]) -> CoreId {
        if cores > self.cores {
            return cores;
        }
        let leaving = directories.get(usize::from(cores));
        let empty = leaving.is_none_or(|directory| directory.owned().next().is_none());
        if empty && !self.conductor.waits_for(cores) {
            self.crew.change = Change::Parting(cores, cores);
            return cores;
        }
        self.marks.hit(Mark::StopPutOff);
        self.tell_crew(cores, CrewMessage::Leave);
        self.cores
    }

    /// The number of cores has changed.
    pub(crate) fn resize(&mut self, cores: CoreId) {
        let before = std::mem::replace(&mut self.cores, cores);
        self.make_room_for(cores);
        self.forget_sweeps();
        self.crew.resizes += 1;
        self.crew.came.retain(|&core, _| core < cores);
        let owed = std::mem::take(&mut self.crew.owed);
        for new in before..cores {
            self.greet_for_replication(new);
            self.crew.came.insert(new, self.crew.resizes);
            let hello = Box::new(self.channels.hello(self.id, &owed));
            let resizes = self.crew.resizes;
            self.tell_crew(new, CrewMessage::Hello { hello, resizes });
            self.crew.spreads = self.surplus();
        }
        if self.id >= cores {
            self.crew.stage = CoreStage::Parting(cores);
            for session in self.sessions.iter_mut() {
                session.pauses = true;
            }
            for core in 0..cores {
                self.tell_crew(core, CrewMessage::Mark);
            }
            return;
        }
        for core in std::mem::take(&mut self.crew.marks) {
            self.tell_crew(core, CrewMessage::Echo);
        }
    }

    /// Subscriptions of this core are another's. What a new core hears of it is to be right
    /// together with this core's greeting, whichever of the two cores knew of it first.
    pub(crate) fn correct_greetings(&mut self, changed: &Resubscription) {
        if changed.resizes > self.crew.resizes {
            self.crew.owed.push(Hello::of(changed));
            return;
        }
        let came = self.crew.came.iter();
        let unaware = came.filter(|&(_, &resizes)| resizes > changed.resizes);
        let unaware: Vec<CoreId> = unaware.map(|(&core, _)| core).collect();
        for core in unaware {
            let gone = Box::new(Hello::of(changed));
            self.tell_crew(core, CrewMessage::Uncount(gone));
        }
    }

    /// There is a place for packets to so many cores, those that are leaving included.
    pub(crate) fn make_room_for(&mut self, cores: CoreId) {
        let wanted = usize::from(cores);
        if self.outbox.len() < wanted {
            self.outbox.resize_with(wanted, Default::default);
            self.unanswered.resize(wanted, 0);
        }
    }

    /// A core that leaves asks whether it is known here that it does.
    fn marked(&mut self, from: CoreId) {
        if from < self.cores {
            self.crew.marks.push(from);
        } else {
            self.tell_crew(from, CrewMessage::Echo);
        }
    }

    /// On core 0: a core has let go of the channel of one that has gone.
    fn unlinked(&mut self, core: CoreId) {
        if let Change::Parting(parting, left) = &mut self.crew.change
            && *parting == core
        {
            *left = left.saturating_sub(1);
            if *left == 0 {
                self.crew.change = Change::None;
                self.marks.hit(Mark::CoreStopped);
            }
        }
    }

    /// Hands over slots and sessions, a few at a time, until nothing is left.
    fn empty_this_core(&mut self) {
        self.send_sessions_away();
        if self.fence.is_some() {
            return;
        }
        if self.hand_offs.pending().0 == 0 {
            if !self.loans.is_empty() || self.directory.lent_slots().next().is_some() {
                self.marks.hit(Mark::StopWithLoan);
            }
            let receivers = self.cores.min(self.id);
            let slots: Vec<u16> = self.directory.owned().take(SPREAD_SLOTS_MAX).collect();
            self.hand_to_least(&slots, receivers);
        }
        let empty = !self.crew.listens && self.directory.owned().next().is_none();
        if empty && !self.crew.told && self.is_quiet() {
            self.crew.told = true;
            self.tell_crew(0, CrewMessage::Emptied);
        }
    }

    fn send_sessions_away(&mut self) {
        let receivers = self.cores.min(self.id);
        let leaving = self.sessions.iter().filter(|session| session.leaves_core());
        let room = LEAVING_SESSIONS_MAX.saturating_sub(leaving.count());
        let stay = self
            .sessions
            .iter()
            .filter(|session| !session.leaves_core());
        let ids: Vec<SessionId> = stay.take(room).map(|session| session.id).collect();
        for id in ids {
            self.crew.next = (self.crew.next + 1) % receivers;
            let to = self.crew.next;
            self.move_session(id, to);
        }
    }

    /// Hands on what this core has more than its share.
    fn spread_slots(&mut self) {
        let busy = self.hand_offs.pending().0 > 0 || self.fence.is_some();
        if self.crew.spreads == 0 || busy {
            return;
        }
        let surplus = self.surplus().min(self.crew.spreads);
        let now = surplus.min(SPREAD_SLOTS_MAX);
        self.crew.spreads = surplus - now;
        let owned: Vec<u16> = self.directory.owned().collect();
        self.hand_to_least(&owned[owned.len() - now..], self.cores);
    }

    /// How many slots this core has more than its share.
    fn surplus(&self) -> usize {
        let share = stdx::slot::SLOTS.div_ceil(usize::from(self.cores));
        self.directory.owned().count().saturating_sub(share)
    }

    /// Hands each slot to the core that has fewest, of so many.
    fn hand_to_least(&mut self, slots: &[u16], receivers: CoreId) {
        if slots.is_empty() {
            return;
        }
        let mut counts = self.map.counts(receivers);
        for &slot in slots {
            let least = (0..receivers).min_by_key(|&core| counts[usize::from(core)]);
            let to = least.unwrap_or(0);
            counts[usize::from(to)] += 1;
            self.hand_off(slot, to);
        }
    }

    fn say_last_word(&mut self) {
        self.crew.stage = CoreStage::Gone;
        let legacy = Box::new(self.take_legacy());
        self.tell_crew(0, CrewMessage::Legacy(legacy));
        for core in 0..self.cores {
            self.tell_crew(core, CrewMessage::LastWord);
        }
        self.outputs.actions.push(Action::Ended);
    }
}
