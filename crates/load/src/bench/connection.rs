//! One connection of a load thread: sends a batch of requests, checks the replies as they come.
//! It must never wait, nor know when the next batch is due.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Instant;

use rustix::net::{RecvFlags, recv};

use super::workload::{Asked, Workload};

/// Bytes per read; a whole batch of usual replies mostly fits.
const READ_BYTES: usize = 64 * 1024;
/// Bytes of a large value that the kernel drops at once, without copying them here.
const SKIP_BYTES: usize = 256 * 1024;
/// Larger replies are checked by their beginning, and the rest is skipped.
const WHOLE_BYTES_MAX: usize = READ_BYTES / 2;

/// A connection with the batch that it is waiting for.
#[derive(Debug)]
pub(super) struct Connection {
    stream: TcpStream,
    batch: Vec<u8>,
    sent: usize,
    asked: Vec<Asked>,
    answered: usize,
    inbox: Vec<u8>,
    filled: usize,
    /// Bytes of a large reply that are still to come.
    skip: usize,
    /// When the latency of the batch begins.
    pub since: Instant,
    /// Whether a part of the batch could not be sent yet.
    pub waits_for_room: bool,
}

impl Connection {
    pub(super) fn open(addr: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(addr)?;
        stream.set_nodelay(true)?;
        stream.set_nonblocking(true)?;
        Ok(Self {
            stream,
            batch: Vec::new(),
            sent: 0,
            asked: Vec::new(),
            answered: 0,
            inbox: vec![0; READ_BYTES],
            filled: 0,
            skip: 0,
            since: Instant::now(),
            waits_for_room: false,
        })
    }

    /// Makes the next batch, whose latency counts from `since`, and sends what the socket takes.
    /// False if there is nothing more to ask.
    pub(super) fn start(
        &mut self,
        work: &mut Workload,
        depth: usize,
        since: Instant,
    ) -> io::Result<bool> {
        self.batch.clear();
        self.asked.clear();
        self.sent = 0;
        self.answered = 0;
        self.since = since;
        work.fill(depth, &mut self.batch, &mut self.asked);
        if self.asked.is_empty() {
            return Ok(false);
        }
        self.send()?;
        Ok(true)
    }

    /// Requests of the batch.
    pub(super) fn requests(&self) -> u64 {
        self.asked.len() as u64
    }

    /// Sends what the socket takes.
    pub(super) fn send(&mut self) -> io::Result<()> {
        while self.sent < self.batch.len() {
            match self.stream.write(&self.batch[self.sent..]) {
                Ok(count) => self.sent += count,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.waits_for_room = self.sent < self.batch.len();
        Ok(())
    }

    /// Reads once and checks replies; true if the batch is answered whole.
    pub(super) fn receive(&mut self, work: &Workload) -> io::Result<bool> {
        if self.skip > 0 {
            return self.skip_some();
        }
        if self.filled == self.inbox.len() {
            return Err(io::Error::other("more bytes than a reply has"));
        }
        match self.stream.read(&mut self.inbox[self.filled..]) {
            Ok(0) => return Err(closed()),
            Ok(count) => self.filled += count,
            Err(error) if is_nothing(&error) => return Ok(false),
            Err(error) => return Err(error),
        }
        let mut read = 0;
        while self.answered < self.asked.len() && self.skip == 0 {
            let inbox = &self.inbox[read..self.filled];
            let checked = work.check(self.asked[self.answered], &self.batch, inbox);
            match checked.map_err(io::Error::other)? {
                Some(len) if len <= inbox.len() => read += len,
                Some(len) if len > WHOLE_BYTES_MAX => {
                    self.skip = len - inbox.len();
                    read = self.filled;
                }
                _ => break,
            }
            self.answered += 1;
        }
        let done = self.is_answered();
        if done && read < self.filled {
            return Err(io::Error::other("more replies than requests"));
        }
        self.inbox.copy_within(read..self.filled, 0);
        self.filled -= read;
        Ok(done)
    }

    fn is_answered(&self) -> bool {
        self.skip == 0 && self.answered == self.asked.len()
    }

    fn skip_some(&mut self) -> io::Result<bool> {
        let bytes = self.skip.min(SKIP_BYTES);
        if self.inbox.len() < bytes {
            self.inbox.resize(bytes, 0);
        }
        match recv(&self.stream, &mut self.inbox[..bytes], RecvFlags::TRUNC) {
            Ok((_, 0)) => Err(closed()),
            Ok((_, count)) => {
                self.skip -= count.min(self.skip);
                Ok(self.is_answered())
            }
            Err(rustix::io::Errno::AGAIN | rustix::io::Errno::INTR) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

impl AsFd for Connection {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.stream.as_fd()
    }
}

fn closed() -> io::Error {
    io::Error::other("the server closed a connection")
}

fn is_nothing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted
    )
}
