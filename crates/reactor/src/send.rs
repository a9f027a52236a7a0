//! What one connection has to send, and the one send of it that is with the kernel.
//!
//! A first try is *inline*: the kernel takes all of it while it is being submitted, and then says
//! nothing, or it completes with what it took. So the usual reply costs no completion, and a wait
//! for one completion is a wait for something new. What an inline send could not place is sent
//! again, patiently: the kernel waits for room in the socket and completes as usual. A send without
//! copying is patient as well, and completes twice: the second time when its memory is not read
//! any more.
//!
//! `unsafe` because a send names segments by address. [`Outbox`] keeps the promise that goes with
//! it: while a send is in flight only the back of the queue changes, and nothing is dropped; and
//! what a send without copying named lies in its [`Pins`] until the kernel lets go.
#![allow(unsafe_code)]

use std::os::fd::{AsRawFd, BorrowedFd};

use io_uring::types::Fd;
use io_uring::{opcode, squeue};

use crate::event::ConnId;
use crate::pins::Pins;
use crate::ring::Ring;
use crate::segment::{ChunkPool, Segment, SendQueue, Slice};
use crate::token::Token;
use crate::zero_copy::{Gain, ZERO_COPY_BYTES_MIN, ZeroCopy};

/// Segments per send, the kernel's UIO_MAXIOV.
const SEGMENTS_MAX: usize = 1024;
/// A send of this size is large: the kernel takes a while to copy it.
pub(crate) const LARGE_SEND_BYTES_MIN: usize = 16 * 1024;
/// Bytes of a send that the kernel is known not to copy, at least: it only names pages.
const PINNED_BYTES_MIN: usize = 1024 * 1024;
/// The kernel's IORING_SEND_ZC_REPORT_USAGE.
const REPORT_USAGE: u16 = 8;

/// The send that is with the kernel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum InFlight {
    #[default]
    Nothing,
    /// Done when its submission is, unless a completion tells otherwise.
    Inline,
    /// Done when its completion comes.
    Patient,
    /// As `Patient`, of memory that the kernel reads on until it lets go.
    Pinned,
}

/// How a reactor sends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SendWays {
    pub(crate) inline: bool,
    pub(crate) zero_copy: ZeroCopy,
    /// Bytes of one send.
    pub(crate) bytes_max: usize,
}

/// What became of a send, or of memory that was sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sent {
    /// Bytes that are the kernel's affair now, or nobody's.
    pub(crate) released: usize,
    /// The kernel took less than it was offered.
    pub(crate) partial: bool,
    /// Why the connection can send no more.
    pub(crate) failure: Option<i32>,
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
    /// Once there was a send without copying.
    pins: Option<Box<Pins>>,
    gain: Gain,
    /// What is queued is a large output, or the rest of one.
    large: bool,
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

    /// Bytes the kernel has not taken yet, or reads from our memory.
    pub(crate) fn bytes(&self) -> usize {
        self.queue.bytes() + self.pins.as_ref().map_or(0, |pins| pins.bytes())
    }

    /// Whether the kernel has taken everything.
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

    /// Whether the send in flight is all there is.
    pub(crate) fn offers_all(&self) -> bool {
        self.offered >= self.queue.bytes()
    }

    /// Whether large output is being sent, or about to be.
    pub(crate) fn is_large(&self) -> bool {
        self.large || self.queue.bytes() >= LARGE_SEND_BYTES_MIN
    }

    /// Whether the kernel reads, or may yet read, memory of sends that are over.
    pub(crate) fn is_pinned(&self) -> bool {
        self.pins.as_ref().is_some_and(|pins| !pins.is_empty())
    }

    /// The memory of sends that are over, to be kept where the connection is not.
    pub(crate) fn take_pins(&mut self) -> Option<Box<Pins>> {
        self.pins.take()
    }

    /// Submits a send of the queue's front, inline if that is allowed and not known to be in vain;
    /// nothing if there is nothing, a send in flight, or too much that the kernel has not let go.
    pub(crate) fn submit(
        &mut self,
        ring: &mut Ring,
        socket: BorrowedFd<'_>,
        conn: ConnId,
        ways: SendWays,
    ) {
        if self.in_flight != InFlight::Nothing || self.queue.is_empty() {
            return;
        }
        self.large = self.is_large();
        let bytes_max = match self.gain {
            Gain::Yes => ways.bytes_max.max(PINNED_BYTES_MIN),
            _ => ways.bytes_max,
        };
        let pinned = self.large
            && self.has_shared_front(bytes_max)
            && self.gain.wanted(ways.zero_copy, socket);
        if pinned && self.pins.as_ref().is_some_and(|pins| pins.is_full()) {
            return;
        }
        let mut token = Token::Send(conn);
        let (in_flight, flags) = if pinned {
            token = Token::SendZero(conn, self.pins.get_or_insert_default().begin());
            (InFlight::Pinned, libc::MSG_NOSIGNAL)
        } else if ways.inline && !self.crowded {
            // Short of all is a failure (WAITALL), which completes; success is skipped.
            (
                InFlight::Inline,
                libc::MSG_NOSIGNAL | libc::MSG_DONTWAIT | libc::MSG_WAITALL,
            )
        } else {
            (InFlight::Patient, libc::MSG_NOSIGNAL)
        };
        self.in_flight = in_flight;
        let entry = self.entry(Fd(socket.as_raw_fd()), flags, bytes_max);
        // SAFETY: the addresses lie in segments of the queue, on the heap or kept by a shared
        // handle, and in the boxed vector. `push` adds at the back only, `sent` is called when the
        // kernel is done, `clear` is refused before, and dropping an outbox in flight leaks it.
        // What a pinned send names goes from the queue to `pins`, which keep it until the kernel
        // lets go.
        unsafe { ring.push(entry.user_data(token.pack())) };
    }

    /// Whether the next send is of so much of a shared value that copying it is worth sparing.
    fn has_shared_front(&self, bytes_max: usize) -> bool {
        let mut left = bytes_max;
        self.queue.slices().take(SEGMENTS_MAX).any(|slice| {
            let offered = slice.bytes.len().min(left);
            left -= offered;
            slice.shared && offered >= ZERO_COPY_BYTES_MIN
        })
    }

    /// The send of the queue's front as `in_flight` says.
    fn entry(&mut self, fd: Fd, flags: i32, bytes_max: usize) -> squeue::Entry {
        let pinned = self.in_flight == InFlight::Pinned;
        let mut slices = self.queue.slices();
        let first = slices.next().map_or(&[][..], |slice| slice.bytes);
        if first.len() >= bytes_max || slices.next().is_none() {
            self.offered = first.len().min(bytes_max);
            let (start, len) = (first.as_ptr(), self.offered as u32);
            if pinned {
                return opcode::SendZc::new(fd, start, len)
                    .flags(flags)
                    .zc_flags(REPORT_USAGE)
                    .build();
            }
            let entry = opcode::Send::new(fd, start, len).flags(flags).build();
            return self.skipping(entry);
        }
        let vector = self.vector.get_or_insert_with(Vector::empty);
        self.offered = vector.fill(self.queue.slices(), bytes_max);
        let header = vector.header();
        if pinned {
            return opcode::SendMsgZc::new(fd, header)
                .flags(flags as u32)
                .ioprio(REPORT_USAGE)
                .build();
        }
        let entry = opcode::SendMsg::new(fd, header).flags(flags as u32);
        self.skipping(entry.build())
    }

    fn skipping(&self, entry: squeue::Entry) -> squeue::Entry {
        match self.in_flight {
            InFlight::Inline => entry.flags(squeue::Flags::SKIP_SUCCESS),
            _ => entry,
        }
    }

    /// The send in flight is over: the kernel took so many bytes, or failed with this errno; if
    /// `watched`, word follows when it has let go of the memory.
    pub(crate) fn sent(
        &mut self,
        result: Result<usize, i32>,
        watched: bool,
        pool: &mut ChunkPool,
    ) -> Sent {
        let pinned = std::mem::take(&mut self.in_flight) == InFlight::Pinned;
        let bytes = result.unwrap_or(0);
        let partial = bytes < self.offered;
        let retry = [libc::EINTR, libc::EAGAIN];
        let failure = result.err().filter(|errno| !retry.contains(errno));
        let refused = pinned && failure.is_some_and(|errno| self.gain.refused(errno));
        self.crowded = partial && !refused;
        let pins = &mut self.pins;
        self.queue.sent(bytes, |segment| match pins {
            Some(pins) => pins.keep(segment, pool),
            None => pool.put(segment),
        });
        if self.queue.is_empty() {
            self.vector = None;
            self.large = false;
        }
        let released = match pins {
            Some(pins) if pinned => pins.taken(bytes, watched, pool),
            _ => bytes,
        };
        Sent {
            released,
            partial,
            failure: failure.filter(|_| !refused),
        }
    }

    /// The kernel has let go of what this send named, having `copied` it or not. Returns the bytes
    /// let go of.
    pub(crate) fn let_go(&mut self, name: u8, copied: bool, pool: &mut ChunkPool) -> usize {
        self.gain.reported(copied);
        let pins = self.pins.as_mut();
        pins.map_or(0, |pins| pins.done(name, pool))
    }

    /// Takes what the kernel has not taken; nothing while a send is in flight.
    pub(crate) fn take_queue(&mut self) -> Vec<Segment> {
        if self.in_flight != InFlight::Nothing {
            return Vec::new();
        }
        self.vector = None;
        self.queue.take_all()
    }

    /// Drops everything queued; nothing while a send is in flight.
    pub(crate) fn clear(&mut self, pool: &mut ChunkPool) {
        if self.in_flight != InFlight::Nothing {
            return;
        }
        // The last send may have named so much of the queue's front, and failed half-way.
        let mut named = self.offered.max(1);
        let pins = &mut self.pins;
        self.queue.clear(|segment| {
            let bytes = segment.len();
            match pins {
                Some(pins) if named > 0 => pins.keep(segment, pool),
                _ => pool.put(segment),
            }
            named = named.saturating_sub(bytes);
        });
        self.vector = None;
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        if self.in_flight != InFlight::Nothing || self.is_pinned() {
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

    fn fill<'a>(&mut self, slices: impl Iterator<Item = Slice<'a>>, bytes_max: usize) -> usize {
        self.parts.clear();
        let mut bytes = 0usize;
        for slice in slices.take(SEGMENTS_MAX) {
            let iov_len = slice.bytes.len().min(bytes_max - bytes);
            self.parts.push(libc::iovec {
                iov_base: slice.bytes.as_ptr().cast_mut().cast(),
                iov_len,
            });
            bytes += iov_len;
            if bytes == bytes_max {
                break;
            }
        }
        bytes
    }

    fn header(&mut self) -> *const libc::msghdr {
        self.header.msg_iov = self.parts.as_mut_ptr();
        self.header.msg_iovlen = self.parts.len();
        &raw const self.header
    }
}
