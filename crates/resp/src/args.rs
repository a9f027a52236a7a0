//! Arguments of requests: where they lie, and a borrowed view of one request's.
//!
//! Never knows what a command is: an argument is a string of bytes.

use bytes::Bytes;

/// Place of one argument: `off..off + len` of the buffer that the request was parsed from, or, with
/// `off == Range::LARGE`, the large argument numbered `len`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub off: u32,
    pub len: u32,
}

impl Range {
    /// Value of `off` that refers to the large arguments.
    pub const LARGE: u32 = u32::MAX;
}

/// The arguments of one request inside a [`RequestBuf`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestSpan {
    pub first: u32,
    pub count: u32,
}

/// Places of the arguments of the requests parsed so far. One serves many requests and sessions;
/// what is incomplete stays in the parser, so that it may be cleared between any two requests.
#[derive(Default, Debug)]
pub struct RequestBuf {
    pub(crate) ranges: Vec<Range>,
    pub(crate) large: Vec<Bytes>,
}

/// A cleared [`RequestBuf`] gives memory back above this number of places.
const RANGES_KEPT_MAX: usize = 16 * 1024;

impl RequestBuf {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Forgets all requests; spans given out before are void.
    pub fn clear(&mut self) {
        self.ranges.clear();
        self.large.clear();
        if self.ranges.capacity() > RANGES_KEPT_MAX {
            self.ranges.shrink_to(RANGES_KEPT_MAX);
        }
        if self.large.capacity() > RANGES_KEPT_MAX {
            self.large.shrink_to(RANGES_KEPT_MAX);
        }
    }

    /// Where the arguments of `span` lie.
    #[inline]
    #[must_use]
    pub fn ranges(&self, span: RequestSpan) -> &[Range] {
        &self.ranges[span.first as usize..][..span.count as usize]
    }

    /// The arguments of `span`. `buf` is the buffer that was given to the parser when it reported
    /// the request, its content unmoved since then.
    #[inline]
    #[must_use]
    pub fn args<'a>(&'a self, buf: &'a [u8], span: RequestSpan) -> Args<'a> {
        Args {
            buf,
            ranges: self.ranges(span),
            large: &self.large,
        }
    }
}

/// The arguments of one request, the command's name being number 0.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a> {
    buf: &'a [u8],
    ranges: &'a [Range],
    large: &'a [Bytes],
}

impl<'a> Args<'a> {
    /// A view of places made elsewhere (arguments copied into a message between cores, say).
    /// Every range must lie inside `buf` or name one of `large`.
    #[inline]
    #[must_use]
    pub fn new(buf: &'a [u8], ranges: &'a [Range], large: &'a [Bytes]) -> Self {
        Args { buf, ranges, large }
    }

    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.ranges.len()
    }

    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Argument `i`; the caller has checked that there is one (arity).
    #[inline]
    #[must_use]
    pub fn get(&self, i: usize) -> &'a [u8] {
        let range = self.ranges[i];
        if range.off == Range::LARGE {
            return &self.large[range.len as usize];
        }
        &self.buf[range.off as usize..][..range.len as usize]
    }

    /// Argument `i` if there is one.
    #[inline]
    #[must_use]
    pub fn try_get(&self, i: usize) -> Option<&'a [u8]> {
        (i < self.ranges.len()).then(|| self.get(i))
    }

    /// Argument `i` as a counted reference, if it arrived as a large one.
    #[inline]
    #[must_use]
    pub fn shared(&self, i: usize) -> Option<Bytes> {
        let range = self.ranges[i];
        (range.off == Range::LARGE).then(|| self.large[range.len as usize].clone())
    }

    /// Whether large arguments lie beside these; they may be those of another request.
    #[inline]
    #[must_use]
    pub fn has_large(&self) -> bool {
        !self.large.is_empty()
    }

    /// The arguments from number `i` on; none if there are fewer.
    #[inline]
    #[must_use]
    pub fn tail(&self, i: usize) -> Self {
        Args {
            buf: self.buf,
            ranges: self.ranges.get(i..).unwrap_or(&[]),
            large: self.large,
        }
    }

    #[inline]
    #[must_use]
    pub fn iter(&self) -> ArgsIter<'a> {
        ArgsIter {
            args: *self,
            next: 0,
        }
    }
}

impl<'a> IntoIterator for Args<'a> {
    type Item = &'a [u8];
    type IntoIter = ArgsIter<'a>;

    fn into_iter(self) -> ArgsIter<'a> {
        self.iter()
    }
}

/// Arguments in order.
#[derive(Clone, Debug)]
pub struct ArgsIter<'a> {
    args: Args<'a>,
    next: usize,
}

impl<'a> Iterator for ArgsIter<'a> {
    type Item = &'a [u8];

    #[inline]
    fn next(&mut self) -> Option<&'a [u8]> {
        let arg = self.args.try_get(self.next)?;
        self.next += 1;
        Some(arg)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.args.len() - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for ArgsIter<'_> {}
