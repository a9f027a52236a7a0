//! What is asked and how the answers are checked: requests of fixed shape, replies of known
//! length and content. It must never do IO.

use std::str::FromStr;

use stdx::rng::Rng;

/// Length of every key: `key:` and twelve digits.
pub const KEY_BYTES: usize = 16;
const REPLY_OK: &[u8] = b"+OK\r\n";

/// Which commands a measurement sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Get,
    Set,
    /// GET in so many percent, else SET.
    Mix(u8),
}

impl FromStr for Operation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no operation: use get, set or mix0 to mix100");
        match text {
            "get" => Ok(Self::Get),
            "set" => Ok(Self::Set),
            _ => {
                let share = text.strip_prefix("mix").ok_or_else(wrong)?;
                match share.parse() {
                    Ok(percent @ 0..=100) => Ok(Self::Mix(percent)),
                    _ => Err(wrong()),
                }
            }
        }
    }
}

impl std::fmt::Display for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Get => f.pad("get"),
            Self::Set => f.pad("set"),
            Self::Mix(percent) => f.pad(&format!("mix{percent}")),
        }
    }
}

/// Which keys follow each other.
#[derive(Clone, Debug)]
pub enum Keys {
    /// Uniform over `0..count`.
    Random { rng: Rng, count: u64 },
    /// Each of `next..end` once, for loading.
    Sequential { next: u64, end: u64 },
}

impl Keys {
    fn next(&mut self) -> Option<u64> {
        match self {
            Self::Random { rng, count } => Some(rng.below(*count)),
            Self::Sequential { next, end } => (*next < *end).then(|| {
                *next += 1;
                *next - 1
            }),
        }
    }
}

/// Makes requests and knows their replies.
#[derive(Clone, Debug)]
pub struct Workload {
    operation: Operation,
    keys: Keys,
    dice: Rng,
    get_head: Vec<u8>,
    set_head: Vec<u8>,
    set_middle: Vec<u8>,
    value_tail: Vec<u8>,
    reply_head: Vec<u8>,
    value_bytes: usize,
    quads: Vec<[u8; 4]>,
}

/// One unanswered request: where its key lies in the batch's bytes, and which command it is.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    key_at: u32,
    is_get: bool,
}

impl Workload {
    pub fn new(operation: Operation, keys: Keys, value_bytes: usize, seed: u64) -> Self {
        let mut value_tail = vec![b'x'; value_bytes.saturating_sub(KEY_BYTES)];
        value_tail.extend_from_slice(b"\r\n");
        Self {
            operation,
            keys,
            dice: Rng::new(seed),
            get_head: format!("*2\r\n$3\r\nGET\r\n${KEY_BYTES}\r\n").into_bytes(),
            set_head: format!("*3\r\n$3\r\nSET\r\n${KEY_BYTES}\r\n").into_bytes(),
            set_middle: format!("\r\n${value_bytes}\r\n").into_bytes(),
            value_tail,
            reply_head: format!("${value_bytes}\r\n").into_bytes(),
            value_bytes,
            quads: (0..10_000).map(quad).collect(),
        }
    }

    /// Appends up to `depth` requests to `out`, and what they ask to `asked`. Fewer only when
    /// sequential keys run out.
    pub fn fill(&mut self, depth: usize, out: &mut Vec<u8>, asked: &mut Vec<Asked>) {
        for _ in 0..depth {
            let Some(number) = self.keys.next() else {
                return;
            };
            let is_get = match self.operation {
                Operation::Get => true,
                Operation::Set => false,
                Operation::Mix(percent) => self.dice.below(100) < u64::from(percent),
            };
            out.extend_from_slice(if is_get {
                &self.get_head
            } else {
                &self.set_head
            });
            let key_at = out.len();
            asked.push(Asked {
                key_at: key_at as u32,
                is_get,
            });
            let key = self.key(number);
            out.extend_from_slice(&key);
            if is_get {
                out.extend_from_slice(b"\r\n");
            } else {
                out.extend_from_slice(&self.set_middle);
                // The value begins with its key, so that a reply to another request is noticed.
                out.extend_from_slice(&key[..self.value_bytes.min(KEY_BYTES)]);
                out.extend_from_slice(&self.value_tail);
            }
        }
    }

    /// Checks the first reply in `inbox` against what was asked, and returns its length; `None`
    /// if it has not arrived whole.
    #[inline]
    pub fn check(&self, asked: Asked, batch: &[u8], inbox: &[u8]) -> Result<Option<usize>, String> {
        if !asked.is_get {
            return match inbox.get(..REPLY_OK.len()) {
                Some(reply) if reply == REPLY_OK => Ok(Some(REPLY_OK.len())),
                Some(_) => Err(wrong("+OK", inbox)),
                None => Ok(None),
            };
        }
        let head = self.reply_head.len();
        let len = head + self.value_bytes + 2;
        let Some(reply) = inbox.get(..len) else {
            // A short reply that is complete would be waited for in vain: look at its head.
            let there = inbox.len().min(head);
            return if inbox[..there] == self.reply_head[..there] {
                Ok(None)
            } else {
                Err(wrong("a value of the right length", inbox))
            };
        };
        let key_at = asked.key_at as usize;
        let common = self.value_bytes.min(KEY_BYTES);
        if reply[..head] == self.reply_head[..]
            && reply[head..head + common] == batch[key_at..key_at + common]
            && reply[len - 2..] == *b"\r\n"
        {
            Ok(Some(len))
        } else {
            Err(wrong("the value of this key", inbox))
        }
    }

    fn key(&self, number: u64) -> [u8; KEY_BYTES] {
        let mut key = *b"key:000000000000";
        key[4..8].copy_from_slice(&self.quads[(number / 100_000_000 % 10_000) as usize]);
        key[8..12].copy_from_slice(&self.quads[(number / 10_000 % 10_000) as usize]);
        key[12..].copy_from_slice(&self.quads[(number % 10_000) as usize]);
        key
    }
}

fn quad(number: u32) -> [u8; 4] {
    [1000, 100, 10, 1].map(|unit| b'0' + (number / unit % 10) as u8)
}

#[cold]
fn wrong(expected: &str, inbox: &[u8]) -> String {
    format!(
        "expected {expected}, got {}",
        crate::wire::shown(&inbox[..inbox.len().min(100)], 100)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workload(operation: Operation) -> Workload {
        let keys = Keys::Sequential {
            next: 123_456_789,
            end: 123_456_791,
        };
        Workload::new(operation, keys, 20, 1)
    }

    #[test]
    fn requests_and_replies_fit_each_other() {
        let mut sets = workload(Operation::Set);
        let (mut batch, mut asked) = (Vec::new(), Vec::new());
        sets.fill(64, &mut batch, &mut asked);
        assert_eq!(asked.len(), 2);
        let first =
            b"*3\r\n$3\r\nSET\r\n$16\r\nkey:000123456789\r\n$20\r\nkey:000123456789xxxx\r\n";
        assert!(batch.starts_with(first));
        assert_eq!(sets.check(asked[0], &batch, b"+OK\r\n+OK\r\n"), Ok(Some(5)));
        assert_eq!(sets.check(asked[0], &batch, b"+O"), Ok(None));
        assert!(sets.check(asked[0], &batch, b"-ERR no\r\n").is_err());
    }

    #[test]
    fn a_value_of_another_key_or_length_is_noticed() {
        let mut gets = workload(Operation::Get);
        let (mut batch, mut asked) = (Vec::new(), Vec::new());
        gets.fill(2, &mut batch, &mut asked);
        let right = b"$20\r\nkey:000123456790xxxx\r\n";
        assert_eq!(gets.check(asked[1], &batch, right), Ok(Some(right.len())));
        assert!(gets.check(asked[0], &batch, right).is_err());
        assert_eq!(gets.check(asked[1], &batch, &right[..9]), Ok(None));
        assert!(gets.check(asked[1], &batch, b"$-1\r\n").is_err());
        assert!(
            gets.check(asked[1], &batch, b"$19\r\nkey:000123456790xxx\r\n")
                .is_err()
        );
    }

    #[test]
    fn operations_are_read_and_named_alike() {
        for text in ["get", "set", "mix90"] {
            assert_eq!(text.parse::<Operation>().expect("valid").to_string(), text);
        }
        assert!("mix101".parse::<Operation>().is_err() && "gets".parse::<Operation>().is_err());
    }
}
