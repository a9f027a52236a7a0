//! What follows the cursor of HSCAN and SSCAN.
//!
//! Never touches a key.

use resp::{Args, ReplyError};
use stdx::glob;
use stdx::num::I64_TEXT_BYTES_MAX;

use crate::parse::integer;
use crate::text::Text;

/// Members looked at if the request does not say how many.
const COUNT_DEFAULT: usize = 10;

/// An option that one of the commands has for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OwnOption {
    None,
    NoValues,
}

/// Which members are wanted, and of each what.
pub(crate) struct Wanted<'a> {
    /// About how many to look at.
    pub(crate) count: usize,
    pattern: Option<&'a [u8]>,
    /// The command's own option was given.
    pub(crate) bare: bool,
}

impl<'a> Wanted<'a> {
    /// Reads the options of `key cursor [MATCH pattern] [COUNT count] [own option]`.
    pub(crate) fn parse(args: Args<'a>, own: OwnOption) -> Result<Self, ReplyError> {
        let mut wanted = Self {
            count: COUNT_DEFAULT,
            pattern: None,
            bare: false,
        };
        let mut words = args.tail(3).iter();
        while let Some(word) = words.next() {
            let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
            let mut value = || words.next().ok_or(ReplyError::SYNTAX);
            if is("count") {
                let count = integer(value()?)?;
                wanted.count = usize::try_from(count).unwrap_or(0);
                if wanted.count == 0 {
                    return Err(ReplyError::SYNTAX);
                }
            } else if is("match") {
                wanted.pattern = Some(value()?).filter(|pattern| *pattern != b"*");
            } else if is("novalues") {
                wanted.bare = true;
                if own != OwnOption::NoValues {
                    return Err(ReplyError::fixed(
                        "ERR NOVALUES option can only be used in HSCAN",
                    ));
                }
            } else if is("noscores") {
                return Err(ReplyError::fixed(
                    "ERR NOSCORES option can only be used in ZSCAN",
                ));
            } else {
                return Err(ReplyError::SYNTAX);
            }
        }
        Ok(wanted)
    }

    /// Whether a member of this name is wanted.
    pub(crate) fn admits(&self, name: Text<'_>) -> bool {
        let mut digits = [0; I64_TEXT_BYTES_MAX];
        self.pattern
            .is_none_or(|pattern| glob::matches(pattern, name.bytes(&mut digits), false))
    }
}
