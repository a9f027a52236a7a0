//! The submission and completion queues and the one system call between them.
//!
//! `unsafe` because an operation lends memory to the kernel until its completion, which the
//! borrow checker cannot see; and because `io_uring_enter` takes its arguments raw.
//! It must never know what the operations are for.
#![allow(unsafe_code)]

use std::collections::VecDeque;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::time::{Duration, Instant};

use io_uring::types::{CancelBuilder, Fd, SubmitArgs, Timespec};
use io_uring::{EnterFlags, IoUring, cqueue, opcode, squeue};

use crate::error::TurnError;
use crate::recv_pool;
use crate::token::Token;

/// Looks at the queue between two looks at the clock while spinning.
const SPIN_LOOKS: u32 = 32;

/// The kernel's IORING_NOTIF_USAGE_ZC_COPIED.
const ZERO_COPY_COPIED: u32 = 1 << 31;

/// One completion, copied out of the queue.
#[derive(Debug)]
pub(crate) struct Completion {
    pub(crate) word: u64,
    pub(crate) result: i32,
    flags: u32,
}

impl Completion {
    /// Whether the operation goes on and completes again.
    pub(crate) fn more(&self) -> bool {
        cqueue::more(self.flags)
    }

    /// Whether this is not an operation's result, but word that its memory is not read any more.
    pub(crate) fn lets_go(&self) -> bool {
        cqueue::notif(self.flags)
    }

    /// Of such a word: whether the memory had been copied after all.
    pub(crate) fn had_copied(&self) -> bool {
        self.result as u32 & ZERO_COPY_COPIED != 0
    }

    /// The result: a count, or an errno.
    pub(crate) fn outcome(&self) -> Result<usize, i32> {
        usize::try_from(self.result).map_err(|_| self.result.wrapping_neg())
    }

    /// The descriptor an accept made, once; then, or if it failed, the errno.
    pub(crate) fn take_accepted(&mut self) -> Result<OwnedFd, i32> {
        if self.result < 0 || !matches!(Token::unpack(self.word), Some(Token::Accept(_))) {
            return Err(-self.result);
        }
        let fd = std::mem::replace(&mut self.result, -libc::EBADF);
        // SAFETY: the kernel installed this descriptor for this completion of an accept, which is
        // not copied and gives it out once, so that nobody else owns it.
        Ok(unsafe { OwnedFd::from_raw_fd(fd) })
    }

    /// The receive buffer that came with it.
    pub(crate) fn buffer(&self) -> Option<u16> {
        cqueue::buffer_select(self.flags)
    }
}

/// An operation that lends no memory.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Plain {
    /// Accepts on this socket, again and again.
    Accept(RawFd),
    /// Receives from this socket into the buffer ring, again and again.
    Recv(RawFd),
    /// Cancels the operation with this token.
    Cancel(Token),
    /// Cancels everything on this descriptor.
    CancelFd(RawFd),
    /// Cancels everything.
    CancelAll,
    /// Leaves a doorbell's completion in the ring with this descriptor; completes only if that
    /// fails.
    Ring(RawFd),
}

impl Plain {
    fn entry(self) -> squeue::Entry {
        let cancel = |what| opcode::AsyncCancel2::new(what).build();
        match self {
            Self::Accept(fd) => opcode::AcceptMulti::new(Fd(fd))
                .flags(libc::SOCK_CLOEXEC)
                .build(),
            Self::Recv(fd) => opcode::RecvMulti::new(Fd(fd), recv_pool::GROUP).build(),
            Self::Cancel(token) => cancel(CancelBuilder::user_data(token.pack())),
            Self::CancelFd(fd) => cancel(CancelBuilder::fd(Fd(fd)).all()),
            Self::CancelAll => cancel(CancelBuilder::any()),
            Self::Ring(fd) => opcode::MsgRingData::new(Fd(fd), 0, Token::Doorbell.pack(), None)
                .build()
                .flags(squeue::Flags::SKIP_SUCCESS),
        }
    }
}

/// Both queues of one ring, used by the thread that enabled it.
pub(crate) struct Ring {
    ring: IoUring,
    /// Operations that found the submission queue full; bounded by the operations that can be in
    /// flight (a few per connection).
    backlog: VecDeque<squeue::Entry>,
    pub(crate) enters: u64,
    pub(crate) submitted: u64,
}

impl Ring {
    pub(crate) fn new(ring: IoUring) -> Self {
        Self {
            ring,
            backlog: VecDeque::new(),
            enters: 0,
            submitted: 0,
        }
    }

    /// The ring's descriptor.
    pub(crate) fn fd(&self) -> BorrowedFd<'_> {
        let fd: RawFd = self.ring.as_raw_fd();
        // SAFETY: the descriptor is open as long as `self.ring` lives, which the borrow ensures.
        unsafe { BorrowedFd::borrow_raw(fd) }
    }

    /// Queues an operation that lends no memory for the next submission.
    pub(crate) fn push_plain(&mut self, operation: Plain, token: Token) {
        // SAFETY: no address is in these operations. A receive writes to the buffers registered
        // with the ring, which are unmapped only when nothing is in flight.
        unsafe { self.push(operation.entry().user_data(token.pack())) };
    }

    /// Queues an operation for the next submission.
    ///
    /// # Safety
    ///
    /// All memory the operation names stays valid, and (if the kernel writes to it) untouched,
    /// until its last completion has been taken.
    pub(crate) unsafe fn push(&mut self, entry: squeue::Entry) {
        if self.backlog.is_empty() {
            // SAFETY: the caller's promise.
            if unsafe { self.ring.submission().push(&entry) }.is_ok() {
                return;
            }
            // A failure to submit shows again, and is reported, at the turn's own submission.
            let _ = self.enter(0, None);
            // SAFETY: the caller's promise.
            if unsafe { self.ring.submission().push(&entry) }.is_ok() {
                return;
            }
        }
        self.backlog.push_back(entry);
    }

    /// Submits everything queued and waits for a completion: not at all for `Some(ZERO)`, for ever
    /// for `None`. Looks for `spin` before it sleeps. Makes no system call if there is nothing to
    /// submit, nothing for the kernel to deliver, and no wait.
    pub(crate) fn submit_and_wait(
        &mut self,
        timeout: Option<Duration>,
        spin: Duration,
    ) -> Result<(), TurnError> {
        if !self.drain_backlog()? || timeout == Some(Duration::ZERO) || self.has_completions() {
            return self.submit_only();
        }
        let mut timeout = timeout;
        if spin > Duration::ZERO {
            self.submit_only()?;
            let spun = self.spin(timeout.map_or(spin, |limit| limit.min(spin)))?;
            timeout = timeout.map(|limit| limit.saturating_sub(spun));
            if self.has_completions() || timeout == Some(Duration::ZERO) {
                return Ok(());
            }
        }
        self.enter(1, timeout)
    }

    /// Takes up to `max` completions, in order.
    pub(crate) fn take_completions(&mut self, into: &mut Vec<Completion>, max: usize) {
        let queue = self.ring.completion();
        into.extend(queue.take(max).map(|entry| Completion {
            word: entry.user_data(),
            result: entry.result(),
            flags: entry.flags(),
        }));
    }

    /// Whether a completion can be taken without a system call.
    fn has_completions(&mut self) -> bool {
        !self.ring.completion().is_empty()
    }

    /// Whether everything pushed has been submitted, and everything that completed has been taken.
    pub(crate) fn all_heard(&mut self) -> bool {
        let queue = self.ring.submission();
        let submitted = queue.is_empty() && !queue.cq_overflow();
        drop(queue);
        submitted && self.backlog.is_empty() && !self.has_completions()
    }

    /// Whether the kernel holds something that only a system call delivers.
    fn kernel_holds_work(&mut self) -> bool {
        let queue = self.ring.submission();
        queue.taskrun() || queue.cq_overflow()
    }

    fn submit_only(&mut self) -> Result<(), TurnError> {
        if self.ring.submission().is_empty() && !self.kernel_holds_work() {
            return Ok(());
        }
        self.enter(0, None)
    }

    /// Moves the backlog into the submission queue; false if some of it did not find room.
    fn drain_backlog(&mut self) -> Result<bool, TurnError> {
        while let Some(entry) = self.backlog.front() {
            // SAFETY: promised by whoever pushed the entry.
            if unsafe { self.ring.submission().push(entry) }.is_ok() {
                self.backlog.pop_front();
                continue;
            }
            self.enter(0, None)?;
            if self.ring.submission().is_full() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Looks for completions without sleeping, up to `limit`; returns how long it looked.
    fn spin(&mut self, limit: Duration) -> Result<Duration, TurnError> {
        let start = Instant::now();
        loop {
            for _ in 0..SPIN_LOOKS {
                if self.has_completions() {
                    return Ok(start.elapsed());
                }
                if self.kernel_holds_work() {
                    self.enter(0, None)?;
                }
                std::hint::spin_loop();
            }
            let spun = start.elapsed();
            if spun >= limit {
                return Ok(spun);
            }
        }
    }

    /// One `io_uring_enter`: submits, runs what the kernel deferred, waits for `want` completions
    /// or until the timeout. Being interrupted or timing out is no error.
    fn enter(&mut self, want: u32, timeout: Option<Duration>) -> Result<(), TurnError> {
        let to_submit = self.ring.submission().len() as u32;
        let timespec = timeout.map(|limit| {
            Timespec::new()
                .sec(limit.as_secs())
                .nsec(limit.subsec_nanos())
        });
        let args = SubmitArgs::new();
        let args = match &timespec {
            Some(timespec) => args.timespec(timespec),
            None => args,
        };
        let flags = EnterFlags::GETEVENTS | EnterFlags::EXT_ARG;
        self.enters += 1;
        // SAFETY: `args` has the layout EXT_ARG asks for and outlives the call, as does the
        // timespec it points to; the memory of the entries is promised by whoever pushed them.
        let result = unsafe {
            self.ring
                .submitter()
                .enter(to_submit, want, flags.bits(), Some(&args))
        };
        match result {
            Ok(submitted) => {
                self.submitted += submitted as u64;
                Ok(())
            }
            Err(error) => match error.raw_os_error().unwrap_or(libc::EIO) {
                libc::ETIME | libc::EINTR | libc::EAGAIN | libc::EBUSY => Ok(()),
                errno => Err(TurnError { errno }),
            },
        }
    }
}
