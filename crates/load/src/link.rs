//! One TCP connection that never blocks: bytes out, frames in, and waiting for several at once.
//! It must never interpret what it carries.

use std::collections::VecDeque;
use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::wire::{self, Malformed};

/// Least room for bytes per read.
const READ_BYTES: usize = 16 * 1024;
/// An emptied buffer larger than this returns its memory.
const KEEP_BYTES_MAX: usize = 1 << 20;

/// A connection with its unsent and unread bytes.
#[derive(Debug)]
pub struct Link {
    stream: TcpStream,
    /// Unread bytes lie in `read_at..filled`; what follows is room, zeroed once.
    inbox: Vec<u8>,
    read_at: usize,
    filled: usize,
    outbox: Vec<u8>,
    sent: usize,
    closed: bool,
    received_bytes: u64,
    flips: VecDeque<Flip>,
}

/// A planned corruption of one received byte, for self tests of whoever compares.
#[derive(Clone, Copy, Debug)]
pub struct Flip {
    /// Place in everything this link receives, from 0.
    pub at: u64,
    /// Bits to be inverted, not 0.
    pub mask: u8,
}

impl Link {
    /// Connects, waiting at most five seconds.
    pub fn connect(addr: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect_timeout(&addr, Duration::from_secs(5))?;
        stream.set_nodelay(true)?;
        stream.set_nonblocking(true)?;
        Ok(Self {
            stream,
            inbox: Vec::new(),
            read_at: 0,
            filled: 0,
            outbox: Vec::new(),
            sent: 0,
            closed: false,
            received_bytes: 0,
            flips: VecDeque::new(),
        })
    }

    /// The address this end is known by to the server.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.stream.local_addr()
    }

    /// The buffer of unsent bytes, to be appended to.
    pub fn outbox(&mut self) -> &mut Vec<u8> {
        &mut self.outbox
    }

    /// Whether bytes wait to be sent.
    pub fn wants_write(&self) -> bool {
        self.sent < self.outbox.len() && !self.closed
    }

    /// Whether the server has closed the connection (bytes may still lie in the inbox).
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Bytes received since the connection was made.
    pub fn received_bytes(&self) -> u64 {
        self.received_bytes
    }

    /// Sends what the socket takes.
    pub fn flush(&mut self) -> io::Result<()> {
        while self.wants_write() {
            match self.stream.write(&self.outbox[self.sent..]) {
                Ok(count) => self.sent += count,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                // Replies sent before the connection was closed can still be read.
                Err(error) if is_hang_up(&error) => break,
                Err(error) => return Err(error),
            }
        }
        self.outbox.clear();
        self.sent = 0;
        if self.outbox.capacity() > KEEP_BYTES_MAX {
            self.outbox = Vec::new();
        }
        Ok(())
    }

    /// Reads all that has arrived, and returns how many bytes.
    pub fn fill(&mut self) -> io::Result<usize> {
        let mut total = 0;
        while !self.closed {
            let (count, room) = self.fill_once()?;
            total += count;
            if count < room {
                break;
            }
        }
        Ok(total)
    }

    /// One read: bytes received, and how many there was room for. Less than the room means that
    /// nothing more was there (or that the server has closed).
    pub fn fill_once(&mut self) -> io::Result<(usize, usize)> {
        self.make_room();
        let room = self.inbox.len() - self.filled;
        loop {
            match self.stream.read(&mut self.inbox[self.filled..]) {
                Ok(count) => {
                    self.closed = count == 0;
                    self.filled += count;
                    self.corrupt(self.filled - count);
                    self.received_bytes += count as u64;
                    return Ok((count, room));
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok((0, room)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if is_hang_up(&error) => {
                    self.closed = true;
                    return Ok((0, room));
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Unread bytes.
    pub fn inbox(&self) -> &[u8] {
        &self.inbox[self.read_at..self.filled]
    }

    /// Marks the first `count` unread bytes as read.
    pub fn consume(&mut self, count: usize) {
        self.read_at += count;
        debug_assert!(self.read_at <= self.filled);
    }

    /// Takes the next whole frame out of the unread bytes.
    pub fn next_frame(&mut self) -> Result<Option<Vec<u8>>, Malformed> {
        let Some(len) = wire::frame_len(self.inbox())? else {
            return Ok(None);
        };
        let frame = self.inbox()[..len].to_vec();
        self.consume(len);
        Ok(Some(frame))
    }

    /// Plans the corruption of one byte still to be received.
    pub fn plan_flip(&mut self, flip: Flip) {
        self.flips.push_back(flip);
    }

    /// Flips that have not happened yet.
    pub fn flips_pending(&self) -> usize {
        self.flips.len()
    }

    /// Sends one command and waits for one reply: for set-up and checks, not for speed.
    pub fn ask<A: AsRef<[u8]>>(&mut self, args: &[A]) -> io::Result<Vec<u8>> {
        wire::push_command(&mut self.outbox, args);
        self.await_frame(Duration::from_secs(30))
    }

    /// Sends requests and takes as many replies, each within `patience`; an error is a failure.
    pub fn ask_all(&mut self, batch: &[u8], replies: u64, patience: Duration) -> io::Result<()> {
        self.outbox().extend_from_slice(batch);
        for _ in 0..replies {
            let reply = self.await_frame(patience)?;
            if reply.first() == Some(&b'-') {
                return Err(io::Error::other(crate::wire::shown(&reply, 200)));
            }
        }
        Ok(())
    }

    /// Waits for the next frame while sending what is unsent.
    pub fn await_frame(&mut self, patience: Duration) -> io::Result<Vec<u8>> {
        let deadline = Instant::now() + patience;
        loop {
            self.flush()?;
            if let Some(frame) = self.next_frame().map_err(io::Error::other)? {
                return Ok(frame);
            }
            if self.closed {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if !wait_any(&[self], deadline)? {
                return Err(io::ErrorKind::TimedOut.into());
            }
            self.fill()?;
        }
    }

    fn corrupt(&mut self, before: usize) {
        let start = self.received_bytes;
        let end = start + (self.filled - before) as u64;
        while let Some(flip) = self.flips.front().copied() {
            if flip.at >= end {
                return;
            }
            if flip.at >= start {
                self.inbox[before + (flip.at - start) as usize] ^= flip.mask;
            }
            self.flips.pop_front();
        }
    }

    fn make_room(&mut self) {
        if self.read_at == self.filled {
            self.read_at = 0;
            self.filled = 0;
            if self.inbox.len() > KEEP_BYTES_MAX {
                self.inbox = Vec::new();
            }
        } else if self.read_at > self.inbox.len() / 2 {
            self.inbox.copy_within(self.read_at..self.filled, 0);
            self.filled -= self.read_at;
            self.read_at = 0;
        }
        if self.inbox.len() - self.filled < READ_BYTES {
            let len = (self.inbox.len() * 2).max(2 * READ_BYTES);
            self.inbox.resize(len, 0);
        }
    }
}

impl AsFd for Link {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.stream.as_fd()
    }
}

fn is_hang_up(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe
    )
}

/// Waits until one of `links` can be read (or written, if it has something to send). False if
/// the deadline passed first.
pub fn wait_any(links: &[&Link], deadline: Instant) -> io::Result<bool> {
    let mut fds: Vec<PollFd<'_>> = links
        .iter()
        .map(|link| {
            let write = if link.wants_write() {
                PollFlags::OUT
            } else {
                PollFlags::empty()
            };
            PollFd::new(*link, PollFlags::IN | write)
        })
        .collect();
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let timeout = Timespec {
            tv_sec: i64::try_from(left.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: i64::from(left.subsec_nanos()),
        };
        match poll(&mut fds, Some(&timeout)) {
            Ok(count) => return Ok(count > 0),
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
