//! Barriers: commands that need every slot at one moment. Core 0 conducts them, one at a time.
//!
//! All cores let older loans and slots under way to their next owner come to their end, begin
//! nothing new, and hand their whole directories, one pointer each, to the core whose session wants
//! it; that core runs the plain body over all slots and gives them back. What a core has sent there
//! before arrives before its directory, what it is sent from there after its release. Must never
//! let two cores see the moment on different sides.

use std::collections::{BTreeMap, VecDeque};

use keyspace::{Slot, SlotView, WholeView};
use mesh::CoreId;
use resp::OutBuf;
use stdx::slot::SLOTS;

use crate::core::Core;
use crate::marks::Mark;
use crate::message::{CrewMessage, Job, JobBody, Message, Outcome};
use crate::owner::Fence;
use crate::paused::PausedExec;
use crate::place::{Directory, SlotMap};
use crate::ticket::{Rank, Ticket};

/// The core that conducts all barriers, so that no two of them meet.
const CONDUCTOR: CoreId = 0;

/// Barriers in progress and waiting (on core 0).
#[derive(Default)]
pub(crate) struct Conductor {
    current: Option<Barrier>,
    /// Cores that have a body, in order of their wishes.
    waiting: VecDeque<CoreId>,
}

impl Conductor {
    /// Whether a core has a body that waits.
    pub(crate) fn waits_for(&self, core: CoreId) -> bool {
        self.waiting.contains(&core)
    }

    /// Barriers in progress and waiting.
    pub(crate) fn pending(&self) -> usize {
        usize::from(self.current.is_some()) + self.waiting.len()
    }
}

struct Barrier {
    /// The core that has the body.
    core: CoreId,
    /// Cores that have not reported yet.
    unready: usize,
}

/// What this core's sessions have to do with every slot at hand.
#[derive(Default)]
pub(crate) struct WholeJobs {
    /// Each waits for a barrier of its own.
    waiting: VecDeque<Job>,
    /// Directories by core, as they arrive for the first of them.
    directories: BTreeMap<CoreId, Box<Directory>>,
    /// A transaction that waits for the answers of other cores. There is only one in the process.
    pub(crate) paused: Option<Box<PausedExec>>,
}

impl WholeJobs {
    /// Those in progress and waiting.
    pub(crate) fn pending(&self) -> usize {
        usize::from(self.paused.is_some()) + self.waiting.len()
    }
}

/// Every slot of the process, in one core's hands.
pub(crate) struct WholeSlots<'a> {
    pub(crate) directories: &'a mut [Box<Directory>],
    pub(crate) map: &'a SlotMap,
}

impl WholeView for WholeSlots<'_> {
    fn slot(&mut self, number: u16) -> Option<&mut Slot> {
        let owner = usize::from(self.map.owner(number));
        self.directories.get_mut(owner)?.here(number)
    }

    fn peek(&self, number: u16) -> Option<&Slot> {
        let owner = usize::from(self.map.owner(number));
        self.directories.get(owner)?.peek(number)
    }

    fn for_each(&mut self, visit: &mut dyn FnMut(&mut Slot)) {
        for number in 0..SLOTS as u16 {
            let owner = usize::from(self.map.owner(number));
            if let Some(content) = self
                .directories
                .get_mut(owner)
                .and_then(|directory| directory.peek_mut(number))
            {
                visit(content);
            }
        }
    }
}

impl Core {
    /// Queues a job that needs every slot, and asks for a barrier.
    pub(crate) fn conduct(&mut self, job: Job) {
        self.whole_jobs.waiting.push_back(job);
        if self.id == CONDUCTOR {
            self.barrier_wanted(self.id);
        } else {
            self.send(CONDUCTOR, Message::WantBarrier);
        }
    }

    /// A core has a body over all slots (on the conductor).
    pub(crate) fn barrier_wanted(&mut self, core: CoreId) {
        self.conductor.waiting.push_back(core);
        self.next_barrier();
    }

    /// The directories are on their way home (on the conductor).
    pub(crate) fn barrier_over(&mut self) {
        self.conductor.current = None;
        self.next_barrier();
    }

    fn next_barrier(&mut self) {
        if self.conductor.current.is_some() {
            return;
        }
        let Some(core) = self.conductor.waiting.pop_front() else {
            return;
        };
        let ticket = self.clock.draw(Rank::Normal);
        let unready = usize::from(self.cores);
        self.conductor.current = Some(Barrier { core, unready });
        self.marks.hit(Mark::Barrier);
        let body = self.whole_jobs.waiting.front().map(|job| &job.body);
        let cores = match body {
            Some(&JobBody::Resize(cores)) if core == self.id => cores,
            _ => self.cores,
        };
        for core in 0..self.cores {
            if core != self.id {
                self.send(core, Message::Fence { ticket, cores });
            }
        }
        self.fence(ticket, cores);
    }

    /// A barrier begins: younger tickets get nothing from now on.
    pub(crate) fn fence(&mut self, ticket: Ticket, cores: CoreId) {
        // Others may know of a new core before this one does.
        self.make_room_for(cores);
        if self.fence.is_some() {
            // The last one is over, but its directory is still on its way.
            self.next_fence = Some((ticket, cores));
            return;
        }
        self.fence = Some(Fence {
            cores,
            ticket,
            ready: false,
            collect: None,
            sent: false,
        });
        let lent: Vec<u16> = self.directory.lent_slots().collect();
        for slot in lent {
            self.recall_for(slot, ticket);
        }
        if self.has_loan_older_than(ticket) {
            self.marks.hit(Mark::BarrierWithLoan);
        }
        if self.has_hand_off_under_way() {
            self.marks.hit(Mark::BarrierWithHandOff);
        }
    }

    /// Called between two units of work: reports to the conductor when nothing older is left, and
    /// hands the directory over when it is wanted and complete.
    pub(crate) fn advance_barrier(&mut self) {
        let Some(fence) = self.fence else { return };
        let travels = self.has_hand_off_under_way() || self.session_moves.under_way > 0;
        let ended = !travels && !self.has_loan_older_than(fence.ticket);
        if !fence.ready && ended && self.directory.all_home() {
            if let Some(fence) = &mut self.fence {
                fence.ready = true;
            }
            self.tell_conductor_ready();
        }
        let Some(fence) = self.fence else { return };
        if let Some(to) = fence.collect
            && !fence.sent
            && self.directory.all_home()
        {
            if let Some(fence) = &mut self.fence {
                fence.sent = true;
            }
            if fence.cores <= self.id {
                let legacy = Box::new(self.take_legacy());
                self.tell_crew(CONDUCTOR, CrewMessage::Legacy(legacy));
            }
            let stand_in = self.take_stand_in(fence.ticket);
            let directory = std::mem::replace(&mut self.directory, stand_in);
            let core = self.id;
            if to == core {
                self.whole(core, directory);
            } else {
                self.send(to, Message::Whole { core, directory });
            }
        }
    }

    fn tell_conductor_ready(&mut self) {
        if self.id == CONDUCTOR {
            self.core_ready();
        } else {
            self.send(CONDUCTOR, Message::Ready);
        }
    }

    /// A core has nothing older left (on the conductor).
    pub(crate) fn core_ready(&mut self) {
        let Some(barrier) = &mut self.conductor.current else {
            return;
        };
        barrier.unready = barrier.unready.saturating_sub(1);
        if barrier.unready > 0 {
            return;
        }
        let to = barrier.core;
        for core in 0..self.cores {
            if core != self.id {
                self.send(core, Message::Collect { to });
            }
        }
        self.collect(to);
    }

    /// That core wants the directory.
    pub(crate) fn collect(&mut self, to: CoreId) {
        if let Some(fence) = &mut self.fence {
            fence.collect = Some(to);
        }
    }

    /// A core's directory arrived for a body of this core; with the last one it runs.
    pub(crate) fn whole(&mut self, core: CoreId, directory: Box<Directory>) {
        self.whole_jobs.directories.insert(core, directory);
        if self.whole_jobs.directories.len() < usize::from(self.cores) {
            return;
        }
        let arrived = std::mem::take(&mut self.whole_jobs.directories);
        let mut directories: Vec<Box<Directory>> = arrived.into_values().collect();
        match self.whole_jobs.waiting.pop_front() {
            Some(job) if matches!(job.body, JobBody::ExecWhole) => {
                self.run_exec_whole(job.caller.session, directories);
            }
            Some(Job {
                body: JobBody::Resize(cores),
                ..
            }) => {
                let cores = self.resized(cores, &directories);
                self.release_to(directories, cores);
            }
            Some(Job {
                body: JobBody::Cut, ..
            }) => {
                self.cut();
                self.release_all(directories);
            }
            Some(job) => {
                self.run_whole(&job, &mut directories);
                self.release_all(directories);
            }
            None => self.release_all(directories),
        }
    }

    fn run_whole(&mut self, job: &Job, directories: &mut [Box<Directory>]) {
        let JobBody::Whole(command, args, scope) = &job.body else {
            return;
        };
        let mut out = OutBuf::new();
        let map = std::sync::Arc::clone(&self.map);
        let mut whole = WholeSlots {
            directories,
            map: &map,
        };
        let view = &mut SlotView::Whole(&mut whole);
        let told = self.bodies.told.noted;
        self.call_whole_alone(*command, args.args(), &job.caller, *scope, view, &mut out);
        self.serve_whole(&mut whole);
        let told = self.bodies.told.noted > told;
        self.look_for_spoiling(told, &mut SlotView::Whole(&mut whole));
        self.answer(&job.caller, 1, Outcome::Done, &mut out);
        self.deliver(None);
    }

    /// Serves waiters. Every slot is in the view: none can need one outside of it.
    pub(crate) fn serve_whole(&mut self, whole: &mut WholeSlots<'_>) {
        let needs = self.serve_ready(&mut SlotView::Whole(whole));
        debug_assert!(
            needs.is_empty(),
            "a waiter needs a slot outside of all slots"
        );
    }

    /// Every directory goes home.
    pub(crate) fn release_all(&mut self, directories: Vec<Box<Directory>>) {
        self.release_to(directories, self.cores);
    }

    /// As `release_all`, and so many cores there are from now on.
    fn release_to(&mut self, directories: Vec<Box<Directory>>, cores: CoreId) {
        let own = usize::from(self.id);
        for (core, directory) in directories.into_iter().enumerate() {
            if core == own {
                self.release(directory, cores);
            } else {
                self.send(core as CoreId, Message::Release { directory, cores });
            }
        }
        if self.id == CONDUCTOR {
            self.barrier_over();
        } else {
            self.send(CONDUCTOR, Message::BarrierOver);
        }
    }

    /// The barrier is over.
    pub(crate) fn release(&mut self, directory: Box<Directory>, cores: CoreId) {
        let stand_in = std::mem::replace(&mut self.directory, directory);
        self.stand_in = Some(stand_in);
        self.fence = None;
        if cores != self.cores {
            self.resize(cores);
        }
        self.look_over_all();
        self.settle_arrivals();
        for run in std::mem::take(&mut self.held_runs) {
            self.continue_run(run);
            self.deliver(None);
        }
        self.came_home.extend(self.queues.keys().copied());
        self.retry_loans();
        if let Some((ticket, cores)) = self.next_fence.take() {
            self.fence(ticket, cores);
        }
    }

    fn take_stand_in(&mut self, holder: Ticket) -> Box<Directory> {
        let kept = self.stand_in.take();
        kept.unwrap_or_else(|| Box::new(self.directory.stand_in(holder)))
    }

    /// A job over every slot when this is the only core: nothing can be lent, so it runs at once.
    pub(crate) fn may_run_whole_at_once(&self) -> bool {
        self.cores == 1 && self.loans.is_empty()
    }

    /// Runs `body` over all slots of this core, which is the only one.
    pub(crate) fn with_all_slots<R>(
        &mut self,
        body: impl FnOnce(&mut Self, &mut SlotView<'_>) -> R,
    ) -> R {
        let stand_in = self.take_stand_in(Ticket {
            rank: Rank::Urgent,
            time: 0,
            core: self.id,
        });
        let mut directories = [std::mem::replace(&mut self.directory, stand_in)];
        let map = std::sync::Arc::clone(&self.map);
        let mut whole = WholeSlots {
            directories: &mut directories,
            map: &map,
        };
        let told = self.bodies.told.noted;
        let result = body(self, &mut SlotView::Whole(&mut whole));
        self.serve_ready(&mut SlotView::Whole(&mut whole));
        let told = self.bodies.told.noted > told;
        self.look_for_spoiling(told, &mut SlotView::Whole(&mut whole));
        let [directory] = directories;
        self.stand_in = Some(std::mem::replace(&mut self.directory, directory));
        self.look_over_all();
        self.came_home.extend(self.queues.keys().copied());
        result
    }

    /// After a body over all slots: notes due keys, frees what was emptied.
    fn look_over_all(&mut self) {
        self.expiry.rebuild(self.directory.contents());
        for content in self.directory.contents_mut() {
            self.reclaiming.note(content, 0);
        }
        self.directory.settle_all();
    }
}
