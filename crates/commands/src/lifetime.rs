//! What commands on the expire times of keys and of fields have in common: conditions, and how
//! times are told.
//!
//! Never touches a key.

use resp::ReplyError;

/// Which present expire time the caller asks for.
#[derive(Default)]
pub(crate) struct Wanted {
    none: bool,
    some: bool,
    earlier: bool,
    later: bool,
}

impl Wanted {
    /// Reads the options, which are all of `words`.
    pub(crate) fn parse<'w>(words: impl IntoIterator<Item = &'w [u8]>) -> Result<Self, ReplyError> {
        let mut wanted = Self::default();
        for word in words {
            match word.to_ascii_lowercase().as_slice() {
                b"nx" => wanted.none = true,
                b"xx" => wanted.some = true,
                b"gt" => wanted.earlier = true,
                b"lt" => wanted.later = true,
                _ => {
                    // As Valkey prints it: up to the first zero byte.
                    let word = word.split(|byte| *byte == 0).next().unwrap_or_default();
                    return Err(ReplyError::from_bytes(
                        [b"ERR Unsupported option ", word].concat(),
                    ));
                }
            }
        }
        if wanted.none && (wanted.some || wanted.earlier || wanted.later) {
            return Err(ReplyError::fixed(
                "ERR NX and XX, GT or LT options at the same time are not compatible",
            ));
        }
        if wanted.earlier && wanted.later {
            return Err(ReplyError::fixed(
                "ERR GT and LT options at the same time are not compatible",
            ));
        }
        Ok(wanted)
    }

    /// Whether `new_ms` may replace what is there. No expire time counts as the latest.
    pub(crate) fn admits(&self, present_ms: Option<i64>, new_ms: i64) -> bool {
        match present_ms {
            None => !self.some && !self.earlier,
            Some(_) if self.none => false,
            Some(present_ms) => {
                (!self.earlier || new_ms > present_ms) && (!self.later || new_ms < present_ms)
            }
        }
    }
}

/// Milliseconds to live.
pub(crate) fn left_ms(at_ms: i64, now_ms: i64) -> i64 {
    at_ms.saturating_sub(now_ms).max(0)
}

/// The nearest whole second.
pub(crate) fn in_seconds(ms: i64) -> i64 {
    ms / 1000 + i64::from(ms % 1000 >= 500)
}
