//! Requests out of the bytes of a peer, resumable at every byte.
//!
//! Small arguments stay where they were received; only places are noted. A large argument is
//! gathered in memory of its own and leaves the receive buffer as it comes. What is incomplete is
//! kept here, so that the caller's [`RequestBuf`] may serve many sessions. Never knows commands.

mod gathering;
mod inline;
mod multibulk;
mod opening;
#[cfg(test)]
mod opening_tests;
#[cfg(test)]
mod tests;

use bytes::Bytes;

use crate::args::{Range, RequestBuf, RequestSpan};
use crate::error::ReplyError;
use gathering::Gathering;
use multibulk::Progress;
pub use opening::{Head, Opening};

/// Arguments from this size on are gathered outside the receive buffer.
pub const LARGE_ARG_BYTES: usize = 64 * 1024;
/// Longest line whose end has not been received: an inline request, a count.
pub const INLINE_BYTES_MAX: usize = 64 * 1024;
/// Most arguments of a request before authentication.
pub const UNAUTH_ARGS_MAX: i64 = 10;
/// Largest argument before authentication.
pub const UNAUTH_BULK_BYTES_MAX: usize = 16 * 1024;
/// Largest receive buffer: places are 32 bits wide.
pub const BUFFER_BYTES_MAX: usize = u32::MAX as usize - 1;

/// What a peer may send at this moment. Authentication changes it, so a caller must not parse
/// beyond a request that may authenticate before having executed it.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub authenticated: bool,
    /// Largest argument (`proto-max-bulk-len`).
    pub bulk_bytes_max: usize,
}

/// Outcome of [`Parser::next`].
#[derive(Debug, PartialEq, Eq)]
pub enum Parsed {
    /// More bytes are needed.
    Incomplete,
    /// A request; its arguments through [`RequestBuf::args`].
    Request(RequestSpan),
    /// Something that asks for nothing was consumed: an empty line, `*0`.
    Empty,
    /// The peer does not speak the protocol: send the error, then close the connection.
    Error(ReplyError),
}

/// The state of one session's input between two calls.
#[derive(Default, Debug)]
pub struct Parser {
    partial: Option<Box<Partial>>,
}

/// A request of which only a part has been received.
#[derive(Default, Debug)]
struct Partial {
    /// An array of arguments or, if not set, a line (or the count of an array) without its end.
    counted: bool,
    /// Position of the caller at the end of the last call; all places here are meant with it.
    base: usize,
    progress: Progress,
    ranges: Vec<Range>,
    large: Vec<Bytes>,
    large_bytes: usize,
    gathering: Option<Gathering>,
}

impl Parser {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// As [`Self::next`], but only for a request of the usual form, few and short arguments that
    /// are all there; nothing happens if the next one is of another.
    #[inline(always)]
    pub fn next_usual(
        &mut self,
        buf: &[u8],
        pos: &mut usize,
        req: &mut RequestBuf,
    ) -> Option<RequestSpan> {
        if self.partial.is_some() || buf.len() > BUFFER_BYTES_MAX {
            return None;
        }
        let first = req.ranges.len();
        *pos = multibulk::usual(buf, *pos, &mut req.ranges)?;
        Some(RequestSpan {
            first: first as u32,
            count: (req.ranges.len() - first) as u32,
        })
    }

    /// Takes the next request from `buf[*pos..]` and moves `*pos` behind what is not needed any
    /// more. Bytes from `*pos` on must be there again at the next call, `buf` grown and `*pos`
    /// naming the same byte (the caller may have moved everything to the front).
    #[inline]
    pub fn next(
        &mut self,
        buf: &[u8],
        pos: &mut usize,
        req: &mut RequestBuf,
        limits: &Limits,
    ) -> Parsed {
        if self.partial.is_some() {
            return self.resume(buf, pos, req, limits);
        }
        if *pos >= buf.len() {
            return Parsed::Incomplete;
        }
        if buf.len() > BUFFER_BYTES_MAX {
            return error("too big query buffer");
        }
        if buf[*pos] != b'*' {
            return self.inline(buf, pos, *pos, req);
        }
        let mut progress = Progress::starting_at(*pos);
        match multibulk::count(buf, &mut progress, limits) {
            multibulk::Step::Done => {}
            multibulk::Step::Empty => {
                *pos = progress.at;
                return Parsed::Empty;
            }
            multibulk::Step::Error(error) => return Parsed::Error(error),
            _ => return self.keep_line(*pos, progress.scanned),
        }
        let first = req.ranges.len();
        match multibulk::arguments(buf, &mut progress, &mut req.ranges, limits) {
            multibulk::Step::Done => {
                *pos = progress.at;
                span(first, req.ranges.len())
            }
            multibulk::Step::Error(error) => {
                req.ranges.truncate(first);
                Parsed::Error(error)
            }
            step => {
                let partial = self.partial.insert(Box::default());
                partial.counted = true;
                partial.base = *pos;
                partial.progress = progress;
                partial.ranges.extend_from_slice(&req.ranges[first..]);
                req.ranges.truncate(first);
                match step {
                    multibulk::Step::Large(len) => {
                        partial.gather(buf, pos, len);
                        self.resume(buf, pos, req, limits)
                    }
                    _ => Parsed::Incomplete,
                }
            }
        }
    }

    /// Bytes held here for a request that is not complete: count them to the peer's query buffer.
    #[must_use]
    pub fn held_bytes(&self) -> usize {
        let Some(partial) = &self.partial else {
            return 0;
        };
        let gathering = partial.gathering.as_ref().map_or(0, |g| g.sizes().1);
        gathering + partial.large_bytes + partial.ranges.capacity() * size_of::<Range>()
    }

    /// Of a large argument on its way in: bytes received, and bytes there is room for.
    #[must_use]
    pub fn gathering_bytes(&self) -> (usize, usize) {
        let gathering = self
            .partial
            .as_ref()
            .and_then(|partial| partial.gathering.as_ref());
        gathering.map_or((0, 0), Gathering::sizes)
    }

    /// Gives back memory beyond what has been received, for a peer that is long in coming.
    pub fn shrink(&mut self) {
        if let Some(gathering) = self.gathering() {
            gathering.shrink();
        }
    }

    /// Whether a request begins here whose first large argument has begun to come.
    #[must_use]
    pub fn begins_large(buf: &[u8]) -> bool {
        multibulk::begins_large(buf)
    }

    /// Takes from `bytes` what belongs to a large argument on its way in; returns how much. Only
    /// when nothing else that was received is left to be parsed: `bytes` come next.
    pub fn take_large(&mut self, bytes: &[u8]) -> usize {
        self.gathering()
            .map_or(0, |gathering| gathering.take(bytes))
    }

    /// Lends the memory of a large argument of which at least `bytes_min` are still to come, and
    /// says how many are to be appended. All that comes next belongs there, and nothing may be
    /// parsed, until [`Self::give_back`]. As for [`Self::take_large`], nothing else may be left.
    pub fn lend(&mut self, bytes_min: usize) -> Option<(Vec<u8>, usize)> {
        self.gathering()?.lend(bytes_min)
    }

    /// So many bytes came to the memory that is lent.
    pub fn progress(&mut self, bytes: usize) {
        if let Some(gathering) = self.gathering() {
            gathering.progress(bytes);
        }
    }

    /// The memory lent comes back with all that was wanted.
    pub fn give_back(&mut self, memory: Vec<u8>) {
        if let Some(gathering) = self.gathering() {
            gathering.give_back(memory);
        }
    }

    fn gathering(&mut self) -> Option<&mut Gathering> {
        self.partial.as_mut()?.gathering.as_mut()
    }

    /// Whether a request has begun and is not complete.
    #[must_use]
    pub fn is_inside_request(&self) -> bool {
        self.partial.is_some()
    }

    #[cold]
    fn resume(
        &mut self,
        buf: &[u8],
        pos: &mut usize,
        req: &mut RequestBuf,
        limits: &Limits,
    ) -> Parsed {
        if buf.len() > BUFFER_BYTES_MAX {
            return error("too big query buffer");
        }
        let Some(mut partial) = self.partial.take() else {
            return Parsed::Incomplete;
        };
        partial.rebase(*pos);
        if !partial.counted {
            if buf.get(*pos) != Some(&b'*') {
                return self.inline(buf, pos, partial.progress.scanned, req);
            }
            match multibulk::count(buf, &mut partial.progress, limits) {
                multibulk::Step::Done => partial.counted = true,
                multibulk::Step::Empty => {
                    *pos = partial.progress.at;
                    return Parsed::Empty;
                }
                multibulk::Step::Error(error) => return Parsed::Error(error),
                _ => {
                    self.partial = Some(partial);
                    return Parsed::Incomplete;
                }
            }
        }
        loop {
            if partial.gathering.is_some() {
                match partial.gather_more(buf, pos) {
                    multibulk::Step::Done => {}
                    multibulk::Step::Error(error) => return Parsed::Error(error),
                    _ => {
                        self.partial = Some(partial);
                        return Parsed::Incomplete;
                    }
                }
            }
            let Partial {
                progress, ranges, ..
            } = &mut *partial;
            match multibulk::arguments(buf, progress, ranges, limits) {
                multibulk::Step::Done => break,
                multibulk::Step::Large(len) => partial.gather(buf, pos, len),
                multibulk::Step::Error(error) => return Parsed::Error(error),
                _ => {
                    self.partial = Some(partial);
                    return Parsed::Incomplete;
                }
            }
        }
        *pos = partial.progress.at;
        partial.deliver(req)
    }

    fn inline(
        &mut self,
        buf: &[u8],
        pos: &mut usize,
        scanned: usize,
        req: &mut RequestBuf,
    ) -> Parsed {
        let (line, next) = match inline::line(buf, *pos, scanned) {
            inline::Line::Found { end, next } => (*pos..end, next),
            inline::Line::Unfinished { scanned } => {
                if buf.len() - *pos > INLINE_BYTES_MAX {
                    return error("too big inline request");
                }
                return self.keep_line(*pos, scanned);
            }
        };
        let first = req.ranges.len();
        let valid = inline::split(buf, line, req);
        *pos = next;
        if !valid {
            req.ranges.truncate(first);
            return error("unbalanced quotes in request");
        }
        if req.ranges.len() == first {
            Parsed::Empty
        } else {
            span(first, req.ranges.len())
        }
    }

    fn keep_line(&mut self, base: usize, scanned: usize) -> Parsed {
        let partial = self.partial.insert(Box::default());
        partial.base = base;
        partial.progress = Progress {
            at: base,
            scanned,
            left: 0,
        };
        Parsed::Incomplete
    }
}

impl Partial {
    /// The caller's buffer has moved: the byte that was at `self.base` is at `pos` now.
    fn rebase(&mut self, pos: usize) {
        if pos == self.base {
            return;
        }
        let moved = |place: usize| place - self.base + pos;
        self.progress.scanned = moved(self.progress.scanned.max(self.progress.at));
        self.progress.at = moved(self.progress.at);
        for range in &mut self.ranges {
            if range.off != Range::LARGE {
                range.off = moved(range.off as usize) as u32;
            }
        }
        self.base = pos;
    }

    /// Begins to gather an argument of `len` bytes whose body begins at `progress.at`; what came
    /// before it in the buffer is copied away, so that the buffer need not keep it.
    fn gather(&mut self, buf: &[u8], pos: &mut usize, len: usize) {
        let small = |range: &&Range| range.off != Range::LARGE;
        let bytes: usize = self
            .ranges
            .iter()
            .filter(small)
            .map(|r| r.len as usize)
            .sum();
        if self.ranges.iter().any(|range| range.off != Range::LARGE) {
            let mut copies = Vec::with_capacity(bytes);
            for range in self.ranges.iter().filter(small) {
                copies.extend_from_slice(&buf[range.off as usize..][..range.len as usize]);
            }
            let copies = Bytes::from(copies);
            self.large_bytes += copies.len();
            let mut from = 0;
            for range in &mut self.ranges {
                if range.off != Range::LARGE {
                    let to = from + range.len as usize;
                    *range = Range {
                        off: Range::LARGE,
                        len: self.large.len() as u32,
                    };
                    self.large.push(copies.slice(from..to));
                    from = to;
                }
            }
        }
        *pos = self.progress.at;
        self.base = *pos;
        self.gathering = Some(Gathering::new(len));
    }

    /// Takes what has come of the argument being gathered.
    fn gather_more(&mut self, buf: &[u8], pos: &mut usize) -> multibulk::Step {
        let Some(gathering) = &mut self.gathering else {
            return multibulk::Step::Done;
        };
        *pos += gathering.take(&buf[*pos..]);
        self.base = *pos;
        self.progress.at = *pos;
        if buf.len() - *pos < 2 {
            return multibulk::Step::Incomplete;
        }
        let Some(bytes) = gathering.complete() else {
            return multibulk::Step::Incomplete;
        };
        if &buf[*pos..*pos + 2] != b"\r\n" {
            return multibulk::bad_line_end();
        }
        *pos += 2;
        self.base = *pos;
        self.progress.at = *pos;
        self.progress.left -= 1;
        self.ranges.push(Range {
            off: Range::LARGE,
            len: self.large.len() as u32,
        });
        self.large_bytes += bytes.len();
        self.large.push(Bytes::from(bytes));
        self.gathering = None;
        multibulk::Step::Done
    }

    /// Hands a complete request to the caller.
    fn deliver(&mut self, req: &mut RequestBuf) -> Parsed {
        let (first, first_large) = (req.ranges.len(), req.large.len() as u32);
        if self.large.is_empty() {
            req.ranges.append(&mut self.ranges);
            return span(first, req.ranges.len());
        }
        req.large.append(&mut self.large);
        req.ranges
            .extend(self.ranges.drain(..).map(|range| match range.off {
                Range::LARGE => Range {
                    off: Range::LARGE,
                    len: range.len + first_large,
                },
                _ => range,
            }));
        span(first, req.ranges.len())
    }
}

fn span(first: usize, end: usize) -> Parsed {
    Parsed::Request(RequestSpan {
        first: first as u32,
        count: (end - first) as u32,
    })
}

#[cold]
fn error(what: &str) -> Parsed {
    Parsed::Error(protocol_error(what))
}

fn protocol_error(what: &str) -> ReplyError {
    ReplyError::new(format!("ERR Protocol error: {what}"))
}
