//! Barriers: commands that need every slot at one moment. Core 0 conducts them, one at a time.
//!
//! All cores let older loans end, begin nothing new, and hand their whole directories to the
//! conductor, one pointer each; it runs the plain body over all slots and gives them back. Must
//! never let two cores see the moment on different sides.

use std::collections::VecDeque;

use keyspace::{Slot, SlotConfig, SlotView, WholeView};
use mesh::CoreId;
use resp::OutBuf;
use stdx::slot::SLOTS;

use crate::core::Core;
use crate::marks::Mark;
use crate::message::{Job, JobBody, Message, Outcome};
use crate::owner::Fence;
use crate::place::{Directory, SlotMap};
use crate::ticket::{Rank, Ticket};

/// The core that conducts all barriers, so that no two of them meet.
pub(crate) const CONDUCTOR: CoreId = 0;

/// Barriers in progress and waiting (on core 0).
#[derive(Default)]
pub(crate) struct Conductor {
    current: Option<Barrier>,
    waiting: VecDeque<Job>,
}

impl Conductor {
    /// Barriers in progress and waiting.
    pub(crate) fn pending(&self) -> usize {
        usize::from(self.current.is_some()) + self.waiting.len()
    }
}

struct Barrier {
    job: Job,
    /// Cores that have not reported yet.
    unready: usize,
    /// Directories by core, as they arrive.
    directories: Vec<Option<Box<Directory>>>,
}

/// Every slot of the process, in the conductor's hands.
struct WholeSlots<'a> {
    directories: &'a mut [Box<Directory>],
    map: &'a SlotMap,
}

impl WholeView for WholeSlots<'_> {
    fn slot(&mut self, number: u16) -> Option<&mut Slot> {
        let owner = usize::from(self.map.owner(number));
        self.directories.get_mut(owner)?.here(number)
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
    /// Runs a job that needs every slot, or queues it behind another.
    pub(crate) fn conduct(&mut self, job: Job) {
        if self.id != CONDUCTOR {
            self.send(CONDUCTOR, Message::Job(Box::new(job)));
            return;
        }
        self.conductor.waiting.push_back(job);
        self.next_barrier();
    }

    fn next_barrier(&mut self) {
        if self.conductor.current.is_some() {
            return;
        }
        let Some(job) = self.conductor.waiting.pop_front() else {
            return;
        };
        let ticket = self.clock.draw(Rank::Normal);
        let cores = usize::from(self.cores);
        let directories = (0..cores).map(|_| None).collect();
        self.conductor.current = Some(Barrier {
            job,
            unready: cores,
            directories,
        });
        self.marks.hit(Mark::Barrier);
        for core in 0..self.cores {
            if core != self.id {
                self.send(core, Message::Fence { ticket });
            }
        }
        self.fence(ticket);
    }

    /// A barrier begins: younger tickets get nothing from now on.
    pub(crate) fn fence(&mut self, ticket: Ticket) {
        debug_assert!(self.fence.is_none(), "two barriers at once");
        self.fence = Some(Fence {
            ticket,
            ready: false,
            collect: false,
            sent: false,
        });
        let lent: Vec<u16> = self.directory.lent_slots().collect();
        for slot in lent {
            self.recall_for(slot, ticket);
        }
        if self.has_loan_older_than(ticket) {
            self.marks.hit(Mark::BarrierWithLoan);
        }
    }

    /// Called between two units of work: reports to the conductor when nothing older is left, and
    /// hands the directory over when it is wanted and complete.
    pub(crate) fn advance_barrier(&mut self) {
        let Some(fence) = self.fence else { return };
        if !fence.ready && !self.has_loan_older_than(fence.ticket) && self.directory.all_home() {
            if let Some(fence) = &mut self.fence {
                fence.ready = true;
            }
            self.tell_conductor_ready();
        }
        let Some(fence) = self.fence else { return };
        if fence.collect && !fence.sent && self.directory.all_home() {
            if let Some(fence) = &mut self.fence {
                fence.sent = true;
            }
            let stand_in = self.take_stand_in(fence.ticket);
            let directory = std::mem::replace(&mut self.directory, stand_in);
            if self.id == CONDUCTOR {
                self.whole(self.id, directory);
            } else {
                self.send(
                    CONDUCTOR,
                    Message::Whole {
                        core: self.id,
                        directory,
                    },
                );
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
        for core in 0..self.cores {
            if core != self.id {
                self.send(core, Message::Collect);
            }
        }
        self.collect();
    }

    /// The conductor wants the directory.
    pub(crate) fn collect(&mut self) {
        if let Some(fence) = &mut self.fence {
            fence.collect = true;
        }
    }

    /// A core's directory arrived (on the conductor); with the last one the body runs.
    pub(crate) fn whole(&mut self, core: CoreId, directory: Box<Directory>) {
        let Some(barrier) = &mut self.conductor.current else {
            return;
        };
        barrier.directories[usize::from(core)] = Some(directory);
        if barrier.directories.iter().any(Option::is_none) {
            return;
        }
        let Some(barrier) = self.conductor.current.take() else {
            return;
        };
        let mut directories: Vec<Box<Directory>> =
            barrier.directories.into_iter().flatten().collect();
        self.run_whole(&barrier.job, &mut directories);
        let own = usize::from(self.id);
        for (core, directory) in directories.into_iter().enumerate() {
            if core == own {
                self.release(directory);
            } else {
                self.send(core as CoreId, Message::Release { directory });
            }
        }
        self.next_barrier();
    }

    fn run_whole(&mut self, job: &Job, directories: &mut [Box<Directory>]) {
        let mut out = OutBuf::new();
        let map = std::sync::Arc::clone(&self.map);
        let mut whole = WholeSlots {
            directories,
            map: &map,
        };
        let view = &mut SlotView::Whole(&mut whole);
        let outcome = match &job.body {
            JobBody::Whole(command, args) => {
                self.call_whole_alone(*command, args.args(), &job.caller, view, &mut out);
                Outcome::Done
            }
            JobBody::ExecWhole(exec) => self.run_exec(exec, &job.caller, view, &mut out),
            _ => Outcome::Done,
        };
        // Every slot is in the view: no waiter can need one outside of it.
        let needs = self.serve_ready(&mut SlotView::Whole(&mut whole));
        debug_assert!(
            needs.is_empty(),
            "a waiter needs a slot outside of all slots"
        );
        self.answer(&job.caller, 1, outcome, &mut out);
        self.deliver(None);
    }

    /// The barrier is over.
    pub(crate) fn release(&mut self, directory: Box<Directory>) {
        let stand_in = std::mem::replace(&mut self.directory, directory);
        self.stand_in = Some(stand_in);
        self.fence = None;
        self.look_over_all();
        for run in std::mem::take(&mut self.held_runs) {
            self.continue_run(run);
            self.deliver(None);
        }
        self.came_home.extend(self.queues.keys().copied());
        self.retry_loans();
    }

    fn take_stand_in(&mut self, holder: Ticket) -> Box<Directory> {
        self.stand_in.take().unwrap_or_else(|| {
            let config = SlotConfig {
                hasher: self.bodies.hasher,
            };
            Box::new(Directory::stand_in(self.id, &self.map, holder, config))
        })
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
        let result = body(self, &mut SlotView::Whole(&mut whole));
        self.serve_ready(&mut SlotView::Whole(&mut whole));
        let [directory] = directories;
        self.stand_in = Some(std::mem::replace(&mut self.directory, directory));
        self.look_over_all();
        result
    }

    /// After a body over all slots: notes due keys, frees what was emptied.
    fn look_over_all(&mut self) {
        self.expiry.rebuild(self.directory.contents());
        for content in self.directory.contents_mut() {
            if !content.reclaim(0) {
                self.reclaiming.push_back(content.number());
            }
        }
        self.directory.settle_all();
    }
}
