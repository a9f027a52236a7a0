//! What one connection has to send, and the one send of it that is with the kernel.
//!
//! A first try is *inline*: the kernel takes all of it while it is being submitted, and then says
//! nothing, or it completes with what it took. So the usual reply costs no completion, and a wait
//! for one completion is a wait for something new. What an inline send could not place is sent
//! again, patiently: the kernel waits for room in the socket and completes as usual.
//!
//! `unsafe` because a send names segments by address. [`Outbox`] keeps the promise that goes with
//! it: while a send is in flight only the back of the queue changes, and nothing is dropped.
#![allow(unsafe_code)]

use std::os::fd::RawFd;

use io_uring::types::Fd;
use io_uring::{opcode, squeue};

use crate::ring::Ring;
use crate::segment::{ChunkPool, Segment, SendQueue};
use crate::token::Token;

/// Segments per send, the kernel's UIO_MAXIOV.
const SEGMENTS_MAX: usize = 1024;
/// Bytes after which no further segment joins a send: above what a socket buffer takes at once.
const SEND_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Bytes of one segment offered at once, so that the result fits the completion's i32.
const SEGMENT_BYTES_MAX: usize = 1 << 30;

/// The send that is with the kernel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum InFlight {
    #[default]
    Nothing,
    /// Done when its submission is, unless a completion tells otherwise.
    Inline,
    /// Done when its completion comes.
    Patient,
}

/// Output of one connection.
#[derive(Default)]
pub(crate) struct Outbox {
    queue: SendQueue,
    in_flight: InFlight,
    /// Bytes of the send in flight.
    offered: usize,
    /// The socket had no room for everything: the next send is patient.
    crowded: bool,
    /// What a send of several segments points to.
    vector: Option<Box<Vector>>,
}

/// The kernel reads this until the completion: boxed, so that its address stays.
struct Vector {
    header: libc::msghdr,
    parts: Vec<libc::iovec>,
}

impl Outbox {
    pub(crate) fn push(&mut self, segment: Segment) {
        self.queue.push(segment);
    }

    /// Bytes the kernel has not taken yet.
    pub(crate) fn bytes(&self) -> usize {
        self.queue.bytes()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    pub(crate) fn in_flight(&self) -> InFlight {
        self.in_flight
    }

    /// Bytes of the send in flight.
    pub(crate) fn offered(&self) -> usize {
        self.offered
    }

    /// Submits a send of the queue's front to the socket `fd`, inline if that is allowed and not
    /// known to be in vain; nothing if there is nothing, or a send in flight.
    pub(crate) fn submit(&mut self, ring: &mut Ring, fd: RawFd, token: Token, inline: bool) {
        if self.in_flight != InFlight::Nothing || self.queue.is_empty() {
            return;
        }
        let (in_flight, flags) = match inline && !self.crowded {
            // Short of all is a failure (WAITALL), which completes; success is skipped.
            true => (
                InFlight::Inline,
                libc::MSG_NOSIGNAL | libc::MSG_DONTWAIT | libc::MSG_WAITALL,
            ),
            false => (InFlight::Patient, libc::MSG_NOSIGNAL),
        };
        let mut slices = self.queue.slices();
        let first = slices.next().unwrap_or_default();
        let mut entry = if first.len() >= SEND_BYTES_MAX || slices.next().is_none() {
            self.offered = first.len().min(SEGMENT_BYTES_MAX);
            opcode::Send::new(Fd(fd), first.as_ptr(), self.offered as u32)
                .flags(flags)
                .build()
        } else {
            let vector = self.vector.get_or_insert_with(Vector::empty);
            self.offered = vector.fill(self.queue.slices());
            vector.send(fd, flags as u32)
        };
        if in_flight == InFlight::Inline {
            entry = entry.flags(squeue::Flags::SKIP_SUCCESS);
        }
        self.in_flight = in_flight;
        // SAFETY: the addresses lie in segments of the queue, on the heap or kept by a shared
        // handle, and in the boxed vector. `push` adds at the back only, `sent` is called when the
        // kernel is done, `clear` is refused before, and dropping an outbox in flight leaks it.
        unsafe { ring.push(entry.user_data(token.pack())) };
    }

    /// The send in flight is over: the kernel took `bytes` (0 if it failed). Returns whether that
    /// is less than it was offered.
    pub(crate) fn sent(&mut self, bytes: usize, pool: &mut ChunkPool) -> bool {
        self.in_flight = InFlight::Nothing;
        self.crowded = bytes < self.offered;
        self.queue.sent(bytes, pool);
        if self.queue.is_empty() {
            self.vector = None;
        }
        self.crowded
    }

    /// Drops everything queued; nothing while a send is in flight.
    pub(crate) fn clear(&mut self, pool: &mut ChunkPool) {
        if self.in_flight == InFlight::Nothing {
            self.queue.clear(pool);
            self.vector = None;
        }
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        if self.in_flight != InFlight::Nothing {
            std::mem::forget(std::mem::take(&mut self.queue));
            std::mem::forget(self.vector.take());
        }
    }
}

impl Vector {
    fn empty() -> Box<Self> {
        // SAFETY: msghdr is plain data of which all zeroes is a valid, empty message.
        let header = unsafe { std::mem::zeroed() };
        Box::new(Self {
            header,
            parts: Vec::new(),
        })
    }

    fn fill<'a>(&mut self, slices: impl Iterator<Item = &'a [u8]>) -> usize {
        self.parts.clear();
        let mut bytes = 0usize;
        for slice in slices.take(SEGMENTS_MAX) {
            let iov_len = slice.len().min(SEGMENT_BYTES_MAX);
            self.parts.push(libc::iovec {
                iov_base: slice.as_ptr().cast_mut().cast(),
                iov_len,
            });
            bytes = bytes.saturating_add(iov_len);
            if bytes >= SEND_BYTES_MAX {
                break;
            }
        }
        bytes
    }

    fn send(&mut self, fd: RawFd, flags: u32) -> squeue::Entry {
        self.header.msg_iov = self.parts.as_mut_ptr();
        self.header.msg_iovlen = self.parts.len();
        opcode::SendMsg::new(Fd(fd), &raw const self.header)
            .flags(flags)
            .build()
    }
}
