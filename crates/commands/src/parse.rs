//! Numbers and times in arguments, with the errors that name what is wrong with them.
//!
//! Never touches a key.

use resp::ReplyError;
use stdx::num::long_double::LongDouble;
use stdx::num::parse_i64;

/// For what the command table cannot say about a number of arguments.
#[cold]
pub(crate) fn wrong_arity(command: &str) -> ReplyError {
    ReplyError::new(format!(
        "ERR wrong number of arguments for '{command}' command"
    ))
}

pub(crate) fn integer(text: &[u8]) -> Result<i64, ReplyError> {
    parse_i64(text).ok_or(ReplyError::NOT_INTEGER)
}

/// How many keys follow, where at least one has to.
pub(crate) fn numkeys(text: &[u8]) -> Result<usize, ReplyError> {
    parse_i64(text)
        .and_then(|count| usize::try_from(count).ok())
        .filter(|&count| count > 0)
        .ok_or(ReplyError::fixed("ERR numkeys should be greater than 0"))
}

/// The number of a database of this server.
pub(crate) fn database(text: &[u8], databases: u32) -> Result<u32, ReplyError> {
    let number = integer(text)?;
    if i32::try_from(number).is_err() {
        return Err(ReplyError::fixed(
            "ERR value is out of range, value must between -2147483648 and 2147483647",
        ));
    }
    match u32::try_from(number) {
        Ok(db) if db < databases => Ok(db),
        _ => Err(ReplyError::DB_OUT_OF_RANGE),
    }
}

/// How an expire time is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExpireForm {
    Seconds,
    Milliseconds,
    SecondsAt,
    MillisecondsAt,
}

impl ExpireForm {
    pub(crate) fn is_relative(self) -> bool {
        matches!(self, Self::Seconds | Self::Milliseconds)
    }

    fn is_seconds(self) -> bool {
        matches!(self, Self::Seconds | Self::SecondsAt)
    }
}

/// The moment that `text` names, Unix time in milliseconds; may have passed. `command` is the name
/// of the command in lower case, for the error.
pub(crate) fn expire_at_ms(
    text: &[u8],
    form: ExpireForm,
    now_ms: i64,
    command: &str,
) -> Result<i64, ReplyError> {
    let number = integer(text)?;
    let factor = if form.is_seconds() { 1000 } else { 1 };
    let base = if form.is_relative() { now_ms } else { 0 };
    let at = number
        .checked_mul(factor)
        .and_then(|ms| ms.checked_add(base));
    at.ok_or_else(|| invalid_expire(command))
}

/// As [`expire_at_ms`], for commands on fields, which refuse negative numbers.
pub(crate) fn field_expire_at_ms(
    text: &[u8],
    form: ExpireForm,
    now_ms: i64,
    command: &str,
) -> Result<i64, ReplyError> {
    if integer(text)? < 0 {
        return Err(invalid_expire(command));
    }
    expire_at_ms(text, form, now_ms, command)
}

/// As [`expire_at_ms`], for commands that refuse zero and negative numbers.
pub(crate) fn positive_expire_at_ms(
    text: &[u8],
    form: ExpireForm,
    now_ms: i64,
    command: &str,
) -> Result<i64, ReplyError> {
    if integer(text)? <= 0 {
        return Err(invalid_expire(command));
    }
    expire_at_ms(text, form, now_ms, command)
}

#[cold]
fn invalid_expire(command: &str) -> ReplyError {
    ReplyError::new(format!("ERR invalid expire time in '{command}' command"))
}

/// When a wait of `text` seconds ends, Unix time in milliseconds; `None` for zero, which never
/// ends. Fractions of a millisecond count as a whole one.
pub(crate) fn deadline_ms(text: &[u8], now_ms: i64) -> Result<Option<i64>, ReplyError> {
    let seconds = seconds(text).ok_or(ReplyError::TIMEOUT_NOT_FLOAT)?;
    let timeout_ms = (seconds * 1000.0).ceil();
    if timeout_ms < 0.0 {
        return Err(ReplyError::TIMEOUT_NEGATIVE);
    }
    if timeout_ms == 0.0 {
        return Ok(None);
    }
    if timeout_ms >= i64::MAX as f64 {
        return Err(ReplyError::TIMEOUT_OUT_OF_RANGE);
    }
    match now_ms.checked_add(timeout_ms as i64) {
        Some(at) => Ok(Some(at)),
        None => Err(ReplyError::TIMEOUT_OUT_OF_RANGE),
    }
}

/// A floating point number, hexadecimal ones included; too large ones are infinite.
fn seconds(text: &[u8]) -> Option<f64> {
    let number = LongDouble::parse(text)?;
    let decimal = str::from_utf8(text).ok()?;
    decimal
        .parse()
        .ok()
        .or_else(|| String::from_utf8(number.to_text()).ok()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expire_times_that_do_not_fit_are_refused() {
        use ExpireForm::*;
        let invalid = Err(invalid_expire("x"));
        for (text, form, expected) in [
            ("10", Seconds, Ok(11_000)),
            ("10", Milliseconds, Ok(1_010)),
            ("10", SecondsAt, Ok(10_000)),
            ("-10", SecondsAt, Ok(-10_000)),
            ("-1", Seconds, Ok(0)),
            ("9223372036854775807", MillisecondsAt, Ok(i64::MAX)),
            ("9223372036854775807", Milliseconds, invalid.clone()),
            ("9223372036854774807", Milliseconds, Ok(i64::MAX)),
            ("9223372036854775", SecondsAt, Ok(9_223_372_036_854_775_000)),
            ("9223372036854775", Seconds, invalid.clone()),
            ("9223372036854776", SecondsAt, invalid.clone()),
            ("-9223372036854776", SecondsAt, invalid.clone()),
            ("-9223372036854775808", Seconds, invalid.clone()),
            ("9223372036854775808", Seconds, Err(ReplyError::NOT_INTEGER)),
            ("1.5", Seconds, Err(ReplyError::NOT_INTEGER)),
        ] {
            assert_eq!(
                expire_at_ms(text.as_bytes(), form, 1_000, "x"),
                expected,
                "{text}"
            );
        }
        assert_eq!(positive_expire_at_ms(b"0", Seconds, 1, "x"), invalid);
        assert_eq!(positive_expire_at_ms(b"-1", SecondsAt, 1, "x"), invalid);
        assert_eq!(positive_expire_at_ms(b"1", SecondsAt, 1, "x"), Ok(1_000));
    }

    #[test]
    fn timeouts_are_seconds_of_any_form() {
        for (text, expected) in [
            ("0", Ok(None)),
            ("-0.0001", Ok(None)),
            ("0.0001", Ok(Some(1_001))),
            ("1.5", Ok(Some(2_500))),
            ("0x10", Ok(Some(17_000))),
            ("1e3", Ok(Some(1_001_000))),
            ("-1", Err(ReplyError::TIMEOUT_NEGATIVE)),
            ("-inf", Err(ReplyError::TIMEOUT_NEGATIVE)),
            ("inf", Err(ReplyError::TIMEOUT_OUT_OF_RANGE)),
            ("1e400", Err(ReplyError::TIMEOUT_OUT_OF_RANGE)),
            ("9223372036854775", Err(ReplyError::TIMEOUT_OUT_OF_RANGE)),
            ("9223372036854776", Err(ReplyError::TIMEOUT_OUT_OF_RANGE)),
            ("1e5000", Err(ReplyError::TIMEOUT_NOT_FLOAT)),
            ("nan", Err(ReplyError::TIMEOUT_NOT_FLOAT)),
            (" 1", Err(ReplyError::TIMEOUT_NOT_FLOAT)),
            ("", Err(ReplyError::TIMEOUT_NOT_FLOAT)),
            ("a", Err(ReplyError::TIMEOUT_NOT_FLOAT)),
        ] {
            assert_eq!(deadline_ms(text.as_bytes(), 1_000), expected, "{text}");
        }
    }

    #[test]
    fn databases_are_counted_from_zero() {
        assert_eq!(database(b"15", 16), Ok(15));
        assert_eq!(database(b"16", 16), Err(ReplyError::DB_OUT_OF_RANGE));
        assert_eq!(database(b"-1", 16), Err(ReplyError::DB_OUT_OF_RANGE));
        assert_eq!(database(b"a", 16), Err(ReplyError::NOT_INTEGER));
        let between = "ERR value is out of range, value must between -2147483648 and 2147483647";
        assert_eq!(database(b"2147483648", 16), Err(ReplyError::fixed(between)));
    }
}
