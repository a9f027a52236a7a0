//! The doorbell of a core: whether somebody must wake it up after leaving it a message.
//!
//! Waking costs a system call, so a message to a core that is awake must not cause one; and a
//! message to one that is just falling asleep must not be left lying. Both sides therefore do two
//! things in this order, with a full fence between:
//!
//! | the core that goes to sleep | a core that sends |
//! |---|---|
//! | 1. sets `sleeping` (`prepare_sleep`) | 1. puts the message into the ring |
//! | full fence (in `prepare_sleep`) | full fence (in `must_ring`) |
//! | 2. looks into all its rings once more | 2. reads `sleeping` (`must_ring`), and takes it back |
//! | sleeps only if they are empty | rings only if it was set |
//!
//! Full fences have one total order. If the sleeper's comes first, the sender reads what the
//! sleeper has set before it, and rings. If the sender's comes first, the sleeper finds the message
//! that was put in before it, and stays awake. Without either fence both may miss each other:
//! processors let a read overtake an earlier write to another place, x86 too, and no `Acquire` or
//! `Release` forbids it.
//!
//! The type does not wake anybody and does not know how that is done. However it is done, a ring
//! must not get lost when it comes before its core sleeps or while that core wakes up for another
//! reason: like a completion in an io_uring, it must end the next sleep at once.

use crate::sync::{AtomicBool, CachePadded, Ordering, fence};

/// One core's "I am about to sleep" flag, which every core that sends to it sees.
#[derive(Debug, Default)]
pub struct Doorbell {
    sleeping: CachePadded<AtomicBool>,
}

impl Doorbell {
    /// The bell of a core that is awake.
    pub fn new() -> Self {
        Self {
            sleeping: CachePadded(AtomicBool::new(false)),
        }
    }

    /// Called by the bell's core: from now on senders ring. It must look into its rings once more
    /// after this ([`Receiver::len`](crate::Receiver::len)) and may sleep only if all are empty;
    /// else it calls [`cancel_sleep`](Self::cancel_sleep).
    pub fn prepare_sleep(&self) {
        self.sleeping.store(true, Ordering::Relaxed);
        fence(Ordering::SeqCst);
    }

    /// Called by the bell's core when it stays awake or has woken up, whatever the reason: senders
    /// need not ring. One that has just found it asleep may still ring: a core must put up with
    /// being woken for nothing.
    pub fn cancel_sleep(&self) {
        self.sleeping.store(false, Ordering::Relaxed);
    }

    /// Called by a sender after it has put its messages into the ring, once for any number of
    /// them: whether it must wake the core. Of all senders one only is told so per sleep.
    #[must_use = "if true, nobody else will wake that core"]
    #[inline]
    pub fn must_ring(&self) -> bool {
        fence(Ordering::SeqCst);
        // The read alone keeps the line shared between senders while the core is awake.
        self.sleeping.load(Ordering::Relaxed) && self.sleeping.swap(false, Ordering::Relaxed)
    }
}

#[cfg(all(test, loom))]
mod loom_tests;
#[cfg(all(test, not(loom)))]
mod tests;
