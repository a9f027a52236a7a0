//! A moment as local date and time. The rules of time zones are the C library's; this is the only
//! code of the crate that calls it.
#![allow(unsafe_code)]

/// Local date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct LocalTime {
    pub(crate) year: i64,
    /// From 0.
    pub(crate) month: u8,
    /// From 1.
    pub(crate) day: u8,
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
    /// Seconds east of Greenwich.
    pub(crate) offset_s: i64,
}

impl LocalTime {
    /// `seconds` are those since the epoch; beyond the years that the C library can tell, the
    /// zeroth of January 0.
    pub(crate) fn at(seconds: i64) -> Self {
        let mut parts = std::mem::MaybeUninit::<libc::tm>::uninit();
        // SAFETY: both pointers are valid for the call, which only reads `seconds` and only writes
        // to `parts`; glibc and musl guard the time zone's state by a lock of their own.
        let filled = unsafe { libc::localtime_r(&raw const seconds, parts.as_mut_ptr()) };
        if filled.is_null() {
            return Self::default();
        }
        // SAFETY: the call succeeded, so it has filled `parts`.
        let parts = unsafe { parts.assume_init() };
        Self {
            year: i64::from(parts.tm_year) + 1900,
            month: small(parts.tm_mon),
            day: small(parts.tm_mday),
            hour: small(parts.tm_hour),
            minute: small(parts.tm_min),
            second: small(parts.tm_sec),
            offset_s: parts.tm_gmtoff,
        }
    }
}

fn small(part: i32) -> u8 {
    u8::try_from(part).unwrap_or_default()
}
