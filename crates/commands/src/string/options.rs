//! The options of SET, GETEX and MSETEX.
//!
//! Never touches a key.

use resp::{Args, ReplyError};

use crate::parse::{ExpireForm, positive_expire_at_ms};

/// Which state of its keys a command asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition<'a> {
    Always,
    Absent,
    Present,
    /// A string equal to this one.
    Equal(&'a [u8]),
}

/// What becomes of the expire time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expiry<'a> {
    /// Nothing said: SET and MSETEX remove it, GETEX leaves it.
    Unsaid,
    Keep,
    Persist,
    Given(ExpireForm, &'a [u8]),
}

/// Options of SET and MSETEX, in any order behind the values.
#[derive(Clone, Debug)]
pub(super) struct SetOptions<'a> {
    pub(super) condition: Condition<'a>,
    pub(super) expiry: Expiry<'a>,
    pub(super) get: bool,
}

impl<'a> SetOptions<'a> {
    pub(super) const NONE: Self = Self {
        condition: Condition::Always,
        expiry: Expiry::Unsaid,
        get: false,
    };

    /// Reads the options of SET from argument 3 on.
    pub(super) fn parse(args: Args<'a>) -> Result<Self, ReplyError> {
        let mut options = Self::NONE;
        let mut words = args.tail(3).iter();
        while let Some(word) = words.next() {
            let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
            if is("get") {
                options.get = true;
            } else if is("ifeq") {
                let value = words.next().ok_or(ReplyError::SYNTAX)?;
                if options.condition != Condition::Always {
                    return Err(ReplyError::SYNTAX);
                }
                options.condition = Condition::Equal(value);
            } else {
                options.take(word, &mut words)?;
            }
        }
        Ok(options)
    }

    /// Reads the options of MSETEX from argument `first` on.
    pub(super) fn parse_msetex(args: Args<'a>, first: usize) -> Result<Self, ReplyError> {
        let mut options = Self::NONE;
        let mut words = args.tail(first).iter();
        while let Some(word) = words.next() {
            options.take(word, &mut words)?;
        }
        Ok(options)
    }

    /// An option that both commands have.
    fn take(
        &mut self,
        word: &[u8],
        words: &mut impl Iterator<Item = &'a [u8]>,
    ) -> Result<(), ReplyError> {
        match word.to_ascii_lowercase().as_slice() {
            b"nx" => self.require(Condition::Absent),
            b"xx" => self.require(Condition::Present),
            b"keepttl" => settle(&mut self.expiry, Expiry::Keep),
            _ => settle(&mut self.expiry, given(word, words.next())?),
        }
    }

    fn require(&mut self, condition: Condition<'a>) -> Result<(), ReplyError> {
        if self.condition != Condition::Always && self.condition != condition {
            return Err(ReplyError::SYNTAX);
        }
        self.condition = condition;
        Ok(())
    }
}

/// The options of GETEX, behind the key.
pub(super) fn getex<'a>(args: Args<'a>) -> Result<Expiry<'a>, ReplyError> {
    let mut expiry = Expiry::Unsaid;
    let mut words = args.tail(2).iter();
    while let Some(word) = words.next() {
        let new = if word.eq_ignore_ascii_case(b"persist") {
            Expiry::Persist
        } else {
            given(word, words.next())?
        };
        settle(&mut expiry, new)?;
    }
    Ok(expiry)
}

impl Expiry<'_> {
    /// The expire time that was given, if one was, Unix time in milliseconds.
    pub(super) fn at_ms(&self, now_ms: i64, command: &str) -> Result<Option<i64>, ReplyError> {
        match *self {
            Self::Given(form, text) => positive_expire_at_ms(text, form, now_ms, command).map(Some),
            _ => Ok(None),
        }
    }

    /// Stated in a form that means the same at any time and anywhere.
    pub(super) fn is_absolute(&self) -> bool {
        matches!(self, Self::Given(ExpireForm::MillisecondsAt, _))
    }
}

fn given<'a>(word: &[u8], value: Option<&'a [u8]>) -> Result<Expiry<'a>, ReplyError> {
    let form = match word.to_ascii_lowercase().as_slice() {
        b"ex" => ExpireForm::Seconds,
        b"px" => ExpireForm::Milliseconds,
        b"exat" => ExpireForm::SecondsAt,
        b"pxat" => ExpireForm::MillisecondsAt,
        _ => return Err(ReplyError::SYNTAX),
    };
    Ok(Expiry::Given(form, value.ok_or(ReplyError::SYNTAX)?))
}

/// An option of the same kind may come again, its last value counting; one of another kind not.
fn settle<'a>(expiry: &mut Expiry<'a>, new: Expiry<'a>) -> Result<(), ReplyError> {
    let same_kind = match (*expiry, new) {
        (Expiry::Unsaid, _) => true,
        (Expiry::Given(old, _), Expiry::Given(new, _)) => old == new,
        (old, new) => old == new,
    };
    if !same_kind {
        return Err(ReplyError::SYNTAX);
    }
    *expiry = new;
    Ok(())
}
