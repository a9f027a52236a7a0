//! From the text of an argument to a [`Value`], with Valkey's rules and error texts.
//!
//! Pure: the bytes of arguments in, a value or a reason out. Nothing here knows whether they came
//! from a file, the command line or CONFIG SET.

use std::borrow::Cow;

use stdx::num::parse_i64;

use crate::definition::{Definition, Kind};
use crate::events::Events;
use crate::value::{CLIENT_CLASSES, ClientClass, OutputLimit, Primary, SavePoint, Value};

/// Why an argument cannot be taken: Valkey's words where Valkey has some.
pub(crate) type Reason = Cow<'static, str>;

/// Addresses that one listener may have.
pub(crate) const ADDRESSES_MAX: usize = 16;
/// Percentiles that INFO may be asked to show.
pub(crate) const PERCENTILES_MAX: usize = 100;

pub(crate) const WRONG_ARGUMENTS: Reason = Cow::Borrowed("wrong number of arguments");

/// The value that `arguments` give `definition`'s parameter; `old` is what they change.
pub(crate) fn parse(
    definition: &Definition,
    arguments: &[Vec<u8>],
    old: &Value,
) -> Result<Value, Reason> {
    let value = parse_kind(definition.kind, arguments, old)?;
    let value = match definition.adjust {
        Some(adjust) => adjust(value),
        None => value,
    };
    if let Some(check) = definition.check {
        check(&value)?;
    }
    Ok(value)
}

fn parse_kind(kind: Kind, arguments: &[Vec<u8>], old: &Value) -> Result<Value, Reason> {
    match kind {
        Kind::Words(words) => parse_words(words, arguments),
        Kind::Addresses => parse_addresses(arguments),
        Kind::Save => parse_save(arguments),
        Kind::OutputLimits => parse_output_limits(arguments, old),
        Kind::OomScores => parse_oom_scores(arguments),
        Kind::Percentiles => parse_percentiles(arguments),
        Kind::Primary => parse_primary(arguments),
        _ => match arguments {
            [argument] => parse_single(kind, argument),
            _ => Err(WRONG_ARGUMENTS),
        },
    }
}

fn parse_single(kind: Kind, text: &[u8]) -> Result<Value, Reason> {
    match kind {
        Kind::Bool => parse_bool(text),
        Kind::Word(words) => word_index(words, text)
            .map(Value::Word)
            .ok_or_else(|| not_one_of(words)),
        Kind::Int { min, max } => parse_int(text, min, max),
        Kind::Octal { min, max } => parse_octal(text, min, max),
        Kind::Memory { min, max } => parse_memory(text, min, max),
        Kind::MemoryOrUnlimited => parse_memory_or_unlimited(text),
        Kind::MemoryOrPercent => parse_memory_or_percent(text),
        Kind::Directory if text.is_empty() => Err("dir can't be empty".into()),
        Kind::Events => Events::parse(text)
            .map(Value::Events)
            .ok_or("Invalid event class character. Use 'Ag$lshzxeKEtmdn'.".into()),
        _ => Ok(Value::Text(text.to_vec())),
    }
}

fn parse_bool(text: &[u8]) -> Result<Value, Reason> {
    if text.eq_ignore_ascii_case(b"yes") {
        Ok(Value::Bool(true))
    } else if text.eq_ignore_ascii_case(b"no") {
        Ok(Value::Bool(false))
    } else {
        Err("argument must be 'yes' or 'no'".into())
    }
}

fn word_index(words: &[&str], text: &[u8]) -> Option<usize> {
    words
        .iter()
        .position(|word| word.as_bytes().eq_ignore_ascii_case(text))
}

fn not_one_of(words: &[&str]) -> Reason {
    format!(
        "argument(s) must be one of the following: {}",
        words.join(", ")
    )
    .into()
}

fn parse_words(words: &[&str], arguments: &[Vec<u8>]) -> Result<Value, Reason> {
    if arguments.is_empty() {
        return Err(not_one_of(words));
    }
    let mut bits = 0;
    for argument in arguments {
        let index = word_index(words, argument).ok_or_else(|| not_one_of(words))?;
        bits |= (1_u32 << index) >> 1;
    }
    Ok(Value::Words(bits))
}

fn parse_int(text: &[u8], min: i64, max: i64) -> Result<Value, Reason> {
    let number = parse_i64(text).ok_or("argument couldn't be parsed into an integer")?;
    if number < min || number > max {
        return Err(format!("argument must be between {min} and {max} inclusive").into());
    }
    Ok(Value::Int(number))
}

fn parse_octal(text: &[u8], min: i64, max: i64) -> Result<Value, Reason> {
    let number = octal(text).ok_or("argument couldn't be parsed as an octal number")?;
    if number < min || number > max {
        return Err(format!("argument must be between {min:o} and {max:o} inclusive").into());
    }
    Ok(Value::Octal(number))
}

/// Empty text is 0, as on Valkey.
fn octal(text: &[u8]) -> Option<i64> {
    if text.is_empty() {
        return Some(0);
    }
    i64::from_str_radix(std::str::from_utf8(text).ok()?, 8).ok()
}

/// Bytes with an optional unit. As on Valkey, digits may be missing before the unit; other than
/// there, a product that does not fit into 64 bits is no memory value.
fn memory_bytes(text: &[u8]) -> Option<u64> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, unit) = text.split_at(digits);
    let factor: u64 = match unit.to_ascii_lowercase().as_slice() {
        b"" | b"b" => 1,
        b"k" => 1_000,
        b"kb" => 1 << 10,
        b"m" => 1_000_000,
        b"mb" => 1 << 20,
        b"g" => 1_000_000_000,
        b"gb" => 1 << 30,
        _ => return None,
    };
    if number.is_empty() {
        return Some(0);
    }
    std::str::from_utf8(number)
        .ok()?
        .parse::<u64>()
        .ok()?
        .checked_mul(factor)
}

fn parse_memory(text: &[u8], min: u64, max: u64) -> Result<Value, Reason> {
    let bytes = memory_bytes(text).ok_or("argument must be a memory value")?;
    if bytes < min || bytes > max {
        return Err(format!("argument must be between {min} and {max} inclusive").into());
    }
    Ok(Value::Memory(bytes))
}

fn parse_memory_or_unlimited(text: &[u8]) -> Result<Value, Reason> {
    const OUTSIDE: &str = "argument must be between -1 and 9223372036854775807 inclusive";
    if let Some(number) = parse_i64(text)
        && number < 0
    {
        return if number == -1 {
            Ok(Value::MemoryOrUnlimited(-1))
        } else {
            Err(OUTSIDE.into())
        };
    }
    let bytes = memory_bytes(text).ok_or("argument must be a memory value")?;
    i64::try_from(bytes)
        .map(Value::MemoryOrUnlimited)
        .map_err(|_| OUTSIDE.into())
}

fn parse_memory_or_percent(text: &[u8]) -> Result<Value, Reason> {
    const NEITHER: &str = "argument must be a memory or percent value";
    let Some(number) = text.strip_suffix(b"%") else {
        return memory_bytes(text).map(Value::Memory).ok_or(NEITHER.into());
    };
    match parse_i64(number) {
        Some(0) => Ok(Value::Memory(0)),
        Some(percent @ 1..=100) => Ok(Value::Percent(percent.unsigned_abs() as u8)),
        Some(percent) if percent > 100 => {
            Err("percentage argument must be less or equal to 100".into())
        }
        _ => Err(NEITHER.into()),
    }
}

fn parse_addresses(arguments: &[Vec<u8>]) -> Result<Value, Reason> {
    if arguments.len() > ADDRESSES_MAX {
        return Err("Too many bind addresses specified.".into());
    }
    Ok(Value::List(arguments.to_vec()))
}

fn parse_save(arguments: &[Vec<u8>]) -> Result<Value, Reason> {
    const INVALID: Reason = Cow::Borrowed("Invalid save parameters");
    if is_one_empty(arguments) {
        return Ok(Value::Save(Vec::new()));
    }
    let (pairs, []) = arguments.as_chunks::<2>() else {
        return Err(INVALID);
    };
    let mut points = Vec::with_capacity(pairs.len());
    for [seconds, changes] in pairs {
        let seconds: i64 = plain_number(seconds).ok_or(INVALID)?;
        let changes: i32 = plain_number(changes).ok_or(INVALID)?;
        if seconds < 1 || changes < 0 {
            return Err(INVALID);
        }
        points.push(SavePoint { seconds, changes });
    }
    Ok(Value::Save(points))
}

fn is_one_empty(arguments: &[Vec<u8>]) -> bool {
    matches!(arguments, [only] if only.is_empty())
}

/// Digits with an optional sign; leading zeros are allowed.
fn plain_number<T: std::str::FromStr>(text: &[u8]) -> Option<T> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

fn parse_output_limits(arguments: &[Vec<u8>], old: &Value) -> Result<Value, Reason> {
    let mut limits = match old {
        Value::OutputLimits(limits) => *limits,
        _ => [OutputLimit::default(); CLIENT_CLASSES],
    };
    if arguments.is_empty() || is_one_empty(arguments) {
        return Ok(Value::OutputLimits(limits));
    }
    let (groups, []) = arguments.as_chunks::<4>() else {
        return Err("Wrong number of arguments in buffer limit configuration.".into());
    };
    for [class, hard, soft, seconds] in groups {
        let class = ClientClass::from_word(class)
            .ok_or("Invalid client class specified in buffer limit configuration.")?;
        limits[class as usize] = output_limit(hard, soft, seconds)
            .ok_or("Error in hard, soft or soft_seconds setting in buffer limit configuration.")?;
    }
    Ok(Value::OutputLimits(limits))
}

fn output_limit(hard: &[u8], soft: &[u8], seconds: &[u8]) -> Option<OutputLimit> {
    let soft_seconds: i32 = plain_number(seconds)?;
    (soft_seconds >= 0).then_some(OutputLimit {
        hard_bytes: memory_bytes(hard)?,
        soft_bytes: memory_bytes(soft)?,
        soft_seconds: i64::from(soft_seconds),
    })
}

fn parse_oom_scores(arguments: &[Vec<u8>]) -> Result<Value, Reason> {
    let [own, replica, child] = arguments else {
        return Err(WRONG_ARGUMENTS);
    };
    let mut scores = [0; 3];
    for (score, text) in scores.iter_mut().zip([own, replica, child]) {
        *score = oom_score(text)
            .ok_or("Invalid oom-score-adj-values, elements must be between -2000 and 2000.")?;
    }
    Ok(Value::OomScores(scores))
}

fn oom_score(text: &[u8]) -> Option<i32> {
    if text.is_empty() {
        return Some(0);
    }
    plain_number(text).filter(|score| (-2000..=2000).contains(score))
}

fn parse_percentiles(arguments: &[Vec<u8>]) -> Result<Value, Reason> {
    const INVALID: &str = "Invalid latency-tracking-info-percentiles parameters";
    const OUTSIDE: &str =
        "latency-tracking-info-percentiles parameters should sit between [0.0,100.0]";
    if is_one_empty(arguments) {
        return Ok(Value::Percentiles(Vec::new()));
    }
    if arguments.len() > PERCENTILES_MAX {
        return Err(INVALID.into());
    }
    let mut list = Vec::with_capacity(arguments.len());
    for argument in arguments {
        let percentile: f64 = plain_number(argument)
            .filter(|number: &f64| !number.is_nan())
            .ok_or(INVALID)?;
        if !(0.0..=100.0).contains(&percentile) {
            return Err(OUTSIDE.into());
        }
        list.push(percentile);
    }
    Ok(Value::Percentiles(list))
}

fn parse_primary(arguments: &[Vec<u8>]) -> Result<Value, Reason> {
    let [host, port] = arguments else {
        return Err(WRONG_ARGUMENTS);
    };
    if host.eq_ignore_ascii_case(b"no") && port.eq_ignore_ascii_case(b"one") {
        return Ok(Value::Primary(None));
    }
    let port: u16 = plain_number(port).ok_or("Invalid primary port")?;
    Ok(Value::Primary(Some(Primary {
        host: host.clone(),
        port,
    })))
}
