//! A parameter's value in memory, and its text as CONFIG GET prints it.
//!
//! Values know nothing of parameters: which kind belongs to which name is the table's business.

use crate::events::Events;

/// One value. Which variant a parameter has follows from its [`Kind`](crate::Kind).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Bool(bool),
    /// Index into the kind's words.
    Word(usize),
    /// Bit `n` stands for word `n + 1` of the kind; word 0 is the empty set.
    Words(u32),
    Int(i64),
    Octal(i64),
    /// Bytes.
    Memory(u64),
    /// Bytes; `-1` for no limit.
    MemoryOrUnlimited(i64),
    /// Percent of `maxmemory`, 1 to 100.
    Percent(u8),
    Text(Vec<u8>),
    /// Blank-separated words, kept as they were given.
    List(Vec<Vec<u8>>),
    Save(Vec<SavePoint>),
    OutputLimits([OutputLimit; CLIENT_CLASSES]),
    Events(Events),
    OomScores([i32; 3]),
    Percentiles(Vec<f64>),
    Primary(Option<Primary>),
}

/// Save after `seconds` if there were at least `changes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SavePoint {
    pub seconds: i64,
    pub changes: i32,
}

/// The primary to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Primary {
    pub host: Vec<u8>,
    pub port: u16,
}

/// What clients may leave unread. 0 stands for no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct OutputLimit {
    /// A client that has more than this pending is closed at once.
    pub hard_bytes: u64,
    /// A client that has had more than this pending for `soft_seconds` is closed.
    pub soft_bytes: u64,
    pub soft_seconds: i64,
}

pub(crate) const CLIENT_CLASSES: usize = 3;

/// Classes of clients with output limits of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientClass {
    Normal = 0,
    Replica = 1,
    Pubsub = 2,
}

impl ClientClass {
    pub(crate) const ALL: [Self; CLIENT_CLASSES] = [Self::Normal, Self::Replica, Self::Pubsub];

    /// The word CONFIG GET prints.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Replica => "slave",
            Self::Pubsub => "pubsub",
        }
    }

    pub(crate) fn from_word(word: &[u8]) -> Option<Self> {
        if word.eq_ignore_ascii_case(b"replica") {
            return Some(Self::Replica);
        }
        Self::ALL
            .into_iter()
            .find(|class| word.eq_ignore_ascii_case(class.name().as_bytes()))
    }
}

impl Value {
    /// The value as CONFIG GET prints it; `words` are those of the parameter's kind.
    pub(crate) fn to_text(&self, words: &[&str]) -> Vec<u8> {
        match self {
            Self::Bool(on) => (if *on { "yes" } else { "no" }).into(),
            Self::Word(index) => words.get(*index).copied().unwrap_or_default().into(),
            Self::Words(bits) => words_text(*bits, words).into(),
            Self::Int(number) => number.to_string().into(),
            Self::Octal(number) => format!("{number:o}").into(),
            Self::Memory(bytes) => bytes.to_string().into(),
            Self::MemoryOrUnlimited(bytes) => bytes.to_string().into(),
            Self::Percent(percent) => format!("{percent}%").into(),
            Self::Text(text) => text.clone(),
            Self::List(list) => list.join(&b' '),
            Self::Save(points) => save_text(points).into(),
            Self::OutputLimits(limits) => limits_text(limits).into(),
            Self::Events(events) => events.to_text().into(),
            Self::OomScores([own, replica, child]) => format!("{own} {replica} {child}").into(),
            Self::Percentiles(list) => percentiles_text(list).into(),
            Self::Primary(None) => Vec::new(),
            Self::Primary(Some(primary)) => primary_text(primary),
        }
    }
}

fn words_text(bits: u32, words: &[&str]) -> String {
    let Some((empty, rest)) = words.split_first() else {
        return String::new();
    };
    if bits == 0 {
        return (*empty).to_owned();
    }
    let set: Vec<&str> = rest
        .iter()
        .enumerate()
        .filter(|(index, _)| bits & 1 << index != 0)
        .map(|(_, word)| *word)
        .collect();
    set.join(" ")
}

fn save_text(points: &[SavePoint]) -> String {
    let pairs: Vec<String> = points
        .iter()
        .map(|point| format!("{} {}", point.seconds, point.changes))
        .collect();
    pairs.join(" ")
}

fn limits_text(limits: &[OutputLimit; CLIENT_CLASSES]) -> String {
    let parts: Vec<String> = ClientClass::ALL
        .iter()
        .zip(limits)
        .map(|(class, limit)| {
            let OutputLimit {
                hard_bytes,
                soft_bytes,
                soft_seconds,
            } = limit;
            format!("{} {hard_bytes} {soft_bytes} {soft_seconds}", class.name())
        })
        .collect();
    parts.join(" ")
}

/// At most six decimals, without trailing zeros.
pub(crate) fn percentile_text(percentile: f64) -> String {
    let text = format!("{percentile:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn percentiles_text(list: &[f64]) -> String {
    let parts: Vec<String> = list
        .iter()
        .map(|percentile| percentile_text(*percentile))
        .collect();
    parts.join(" ")
}

fn primary_text(primary: &Primary) -> Vec<u8> {
    let mut text = primary.host.clone();
    text.extend_from_slice(format!(" {}", primary.port).as_bytes());
    text
}
