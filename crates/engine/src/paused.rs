//! A transaction with every slot in hand, which may wait for the answers of other cores.
//!
//! Every other core is held and answers at once; the clock of this core stands still, so that all
//! of it is one moment. Must never let go of a slot before the end, nor stop on the way: whatever
//! becomes of the session, the transaction is executed whole and every directory goes home.

use std::sync::Arc;

use command_table::CommandId;
use keyspace::SlotView;

use crate::conductor::WholeSlots;
use crate::core::Core;
use crate::marks::Mark;
use crate::message::SessionId;
use crate::place::Directory;
use crate::session::{Session, State};
use crate::transaction::Executing;

/// What it has in hand.
pub(crate) struct PausedExec {
    exec: Executing,
    directories: Vec<Box<Directory>>,
}

impl Core {
    /// The directories of all cores are here for a session's transaction.
    pub(crate) fn run_exec_whole(&mut self, id: SessionId, mut directories: Vec<Box<Directory>>) {
        let Some(mut session) = self.sessions.take(id) else {
            self.release_all(directories);
            return;
        };
        session.state = State::Idle;
        let map = Arc::clone(&self.map);
        let mut whole = WholeSlots {
            directories: &mut directories,
            map: &map,
        };
        let view = &mut SlotView::Whole(&mut whole);
        match self.begin_exec(&mut session, view, true) {
            Some(exec) => self.go_on_exec(session, PausedExec { exec, directories }),
            None => {
                self.enlist(&mut session);
                self.put_back(session);
                self.release_all(directories);
            }
        }
    }

    /// Goes on to the end, or to a command that waits.
    pub(crate) fn go_on_exec(&mut self, mut session: Box<Session>, paused: PausedExec) {
        let PausedExec {
            mut exec,
            mut directories,
        } = paused;
        let map = Arc::clone(&self.map);
        let mut whole = WholeSlots {
            directories: &mut directories,
            map: &map,
        };
        self.execute_queued(&mut session, &mut exec, &mut SlotView::Whole(&mut whole));
        if !session.is_idle() {
            self.marks.hit(Mark::ExecPaused);
            exchange_output(&mut session, &mut exec);
            let paused = PausedExec { exec, directories };
            self.whole_jobs.paused = Some(Box::new(paused));
            self.put_back(session);
            return;
        }
        let told = self.bodies.told.noted;
        self.end_exec(&mut session, exec);
        self.serve_whole(&mut whole);
        let told = self.bodies.told.noted > told;
        self.look_for_spoiling(told, &mut SlotView::Whole(&mut whole));
        self.bodies.count(CommandId::Exec);
        self.mark_dirty(&mut session);
        self.next(&mut session);
        if session.leaves {
            self.forget_session(&mut session);
        } else {
            self.enlist(&mut session);
        }
        self.put_back(session);
        self.deliver(None);
        self.release_all(directories);
    }

    /// What the session's transaction has in hand, if it has waited.
    pub(crate) fn resume_exec(&mut self, session: &mut Session) -> Option<Box<PausedExec>> {
        if !session.in_exec {
            return None;
        }
        let mut paused = self.whole_jobs.paused.take()?;
        exchange_output(session, &mut paused.exec);
        Some(paused)
    }
}

/// What the session has heard before may leave while its transaction waits; the transaction's
/// replies leave together.
fn exchange_output(session: &mut Session, exec: &mut Executing) {
    if let Some(apart) = &mut exec.apart {
        std::mem::swap(&mut session.out, apart);
    }
}
