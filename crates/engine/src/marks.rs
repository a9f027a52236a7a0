//! Coverage marks: how often each subtle path was taken, so that a test can tell whether it went
//! where it meant to go.
//!
//! Must never influence what is executed.

macro_rules! marks {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// A subtle path.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Mark {
            $($(#[$doc])* $name,)*
        }

        impl Mark {
            /// All of them.
            pub const ALL: &'static [Mark] = &[$(Mark::$name),*];

            /// Its name, as the simulator prints it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Mark::$name => stringify!($name),)*
                }
            }
        }
    };
}

marks! {
    /// A session was sent on because cores were not equally busy, or its keys were elsewhere.
    BalanceSession,
    /// A slot was handed on because cores were not equally busy.
    BalanceMove,
    /// A command ran with slots of other cores.
    Loan,
    /// A ticket had to wait for a slot.
    TicketQueued,
    /// A younger ticket gave a slot back to an older one.
    Recall,
    /// A plain command waited because its slot was lent.
    WaitOnLent,
    /// A waiter was served.
    ServeByClaim,
    /// A waiter's claim was lost to a timeout, an unblocking or a close.
    ClaimLost,
    /// A wait ended by its deadline.
    TimedOut,
    /// A deadline came while the reply of a serve was on its way.
    TimeoutAgainstServe,
    /// A slot stayed lent until a waiter with a destination elsewhere was served.
    Wake,
    /// EXEC found a watched key changed, and its slots were on several cores.
    WatchLostOverCores,
    /// A barrier was run over all slots.
    Barrier,
    /// A barrier had to wait for an older loan.
    BarrierWithLoan,
    /// A transaction waited for other cores with every slot in hand.
    ExecPaused,
    /// A session's connection went meanwhile.
    ExecLeft,
    /// A session's pipeline was cut into runs for several cores.
    RunForOther,
    /// A run of another core's session was parked in its middle.
    RunParked,
    /// A key was deleted by the active expiry.
    ExpiredActively,
    /// A key was deleted to make room.
    Evicted,
    /// Another core was asked to make room.
    EvictionAsked,
    /// No core had anything that could make room.
    EvictionDry,
    /// A writer had to wait until there was room.
    EvictionWaited,
    /// A slot was handed to another core.
    HandOff,
    /// A hand-off had to wait for its slot.
    HandOffQueued,
    /// A younger ticket was asked to give a slot back for a hand-off.
    HandOffRecall,
    /// A hand-off took tickets along that waited for the slot.
    HandOffWithTickets,
    /// Something had waited at the old owner for the slot alone.
    HandOffWithParked,
    /// Somebody waited for a key of the slot.
    HandOffWithWaiters,
    /// Somebody watched a key of the slot.
    HandOffWithWatches,
    /// Somebody was subscribed to a channel of the slot.
    HandOffWithSubscribers,
    /// A key of the slot had a time to live.
    HandOffWithDueKeys,
    /// Another hand-off had taken the slot elsewhere.
    HandOffOvertaken,
    /// A box had to wait for words of other cores.
    HandOffAwaitsWords,
    /// A box had to wait for the directory.
    HandOffAwaitsDirectory,
    /// A barrier had to wait for a box under way.
    BarrierWithHandOff,
    /// A run came to an owner of before.
    RunReturned,
    /// A borrower's wish came to an owner of before.
    BorrowForwarded,
    /// A note came to an owner of before.
    NoteForwarded,
    /// Something came to the new owner before the box.
    WaitOnArrival,
    /// A question over slots met one that had moved.
    QuestionReturned,
    /// A session went to another core.
    SessionMoved,
    /// Requests were parsed and not executed yet.
    SessionMovedWithRequests,
    /// Bytes had been received and not parsed yet.
    SessionMovedWithBytes,
    /// It was subscribed to something.
    SessionMovedSubscribed,
    /// It waited for a key.
    SessionMovedBlocked,
    /// It watched a key.
    SessionMovedWatching,
    /// A transaction was being queued.
    SessionMovedInMulti,
    /// Some of its output was not sent yet.
    SessionMovedUnsent,
    /// Its connection went before its subscriptions had come.
    SessionLeftOnArrival,
    /// The reply of its wait came to its old core.
    ServedOnOldRoute,
    /// A session that waits came back before the word that it is known where it went.
    WaitBackEarly,
    /// A message for it came to its old core.
    MessageRelayed,
    /// A message for it came before the last one that was sent on.
    MessageHeld,
    /// A core has come.
    CoreStarted,
    /// A core has gone.
    CoreStopped,
    /// A core that was to stop had loans, or slots that were lent.
    StopWithLoan,
    /// A core that was about to go had got something again.
    StopPutOff,
    /// A question about sessions was asked again, since one may have been between two cores.
    QuestionRepeated,
}

/// Counts of all marks.
#[derive(Clone, Debug)]
pub struct Marks {
    counts: Vec<u64>,
}

impl Default for Marks {
    fn default() -> Self {
        Self {
            counts: vec![0; Mark::ALL.len()],
        }
    }
}

impl Marks {
    #[inline]
    pub(crate) fn hit(&mut self, mark: Mark) {
        self.counts[mark as usize] += 1;
    }

    /// How often the path was taken.
    pub fn count(&self, mark: Mark) -> u64 {
        self.counts[mark as usize]
    }
}
