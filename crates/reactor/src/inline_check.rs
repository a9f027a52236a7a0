//! Does this kernel keep the two rules that inline sends stand on? One that is taken whole
//! completes without a word; one that is not completes with what was taken. A kernel that broke
//! the second would lose replies, so it is asked once, on a pair of sockets that lead nowhere.

use std::os::fd::{AsFd, OwnedFd};
use std::time::Duration;

use rustix::io::ioctl_fionread;
use rustix::net::{AddressFamily, SocketFlags, SocketType, socketpair, sockopt};

use crate::event::ConnId;
use crate::ring::Ring;
use crate::segment::ChunkPool;
use crate::send::{Outbox, SendWays};
use crate::zero_copy::ZeroCopy;

/// More than the smallest send buffer holds.
const LARGE_BYTES: usize = 1 << 20;
/// No connection has this name: late completions of the check find nobody.
const NOBODY: ConnId = ConnId {
    slot: (1 << 24) - 1,
    generation: u32::MAX,
};

/// Whether inline sends, of one segment and of several, tell what they took.
pub(crate) fn inline_sends_work(ring: &mut Ring) -> bool {
    let flags = SocketFlags::CLOEXEC;
    let Ok(pair) = socketpair(AddressFamily::UNIX, SocketType::STREAM, flags, None) else {
        return false;
    };
    let _ = sockopt::set_socket_send_buffer_size(&pair.0, 1);
    let whole = |segments| outcome(ring, &pair.1, &pair.0, segments) == Some(None);
    if ![&[1usize][..], &[1, 2]].into_iter().all(whole) {
        return false;
    }
    // The first leaves the socket full, so that the second is not even begun.
    let first = outcome(ring, &pair.0, &pair.1, &[LARGE_BYTES / 2, LARGE_BYTES / 2]);
    let second = outcome(ring, &pair.0, &pair.1, &[LARGE_BYTES]);
    let part = |taken| matches!(taken, Some(Some(Ok(1..LARGE_BYTES))));
    part(first) && (part(second) || second == Some(Some(Err(libc::EAGAIN))))
}

/// What one inline send of segments of these sizes completes with: nothing (and all of it has
/// arrived), a count or an errno. Otherwise None, and the bytes, maybe still with the kernel, leak.
fn outcome(
    ring: &mut Ring,
    from: &OwnedFd,
    to: &OwnedFd,
    sizes: &[usize],
) -> Option<Option<Result<usize, i32>>> {
    let mut outbox = Outbox::default();
    for &size in sizes {
        outbox.push(vec![0; size].into());
    }
    let before = ioctl_fionread(to).ok()?;
    let ways = SendWays {
        inline: true,
        zero_copy: ZeroCopy::Never,
        bytes_max: LARGE_BYTES,
    };
    outbox.submit(ring, from.as_fd(), NOBODY, ways);
    ring.submit_and_wait(Some(Duration::ZERO), Duration::ZERO)
        .ok()?;
    let mut completions = Vec::new();
    ring.take_completions(&mut completions, 2);
    let arrived = ioctl_fionread(to).ok()? - before;
    let heard = completions.pop().map(|completion| completion.outcome());
    let over = heard.is_some() || arrived as usize == outbox.offered();
    if !over || !completions.is_empty() || !ring.all_heard() {
        return None;
    }
    outbox.sent(Ok(0), false, &mut ChunkPool::default());
    Some(heard)
}
