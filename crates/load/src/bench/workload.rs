//! What is asked and how the answers are checked: requests of fixed shape, replies of known
//! length and content. It must never do IO.

use std::str::FromStr;

use stdx::rng::Rng;

use super::keys::Keys;

/// Length of every key: `key:` and twelve digits.
pub const KEY_BYTES: usize = 16;
/// The value that BITCOUNT counts.
pub const BITMAP_KEY: &str = "bitmap";
/// HyperLogLogs that PFCOUNT merges.
pub const HYPERLOGLOGS: usize = 10;
/// Keys of a request that takes several.
pub const SEVERAL: usize = 10;
const REPLY_OK: &[u8] = b"+OK\r\n";
const REPLY_ONE: &[u8] = b":1\r\n";

/// Which commands a measurement sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Get,
    Set,
    /// GET in so many percent, else SET.
    Mix(u8),
    /// DEL, of keys that are there.
    Del,
    /// MSET of [`SEVERAL`] keys.
    Mset,
    /// A transaction of as many SETs, sent whole: it counts as one request.
    Exec,
    /// BITCOUNT of one value of 8 MiB.
    Bitcount,
    /// PFCOUNT over ten HyperLogLogs.
    Pfcount,
}

impl Operation {
    /// What is asked every time, if it is always the same.
    pub fn fixed_request(self) -> Option<Vec<String>> {
        let words = match self {
            Self::Bitcount => vec!["BITCOUNT".to_string(), BITMAP_KEY.to_string()],
            Self::Pfcount => {
                let mut words = vec!["PFCOUNT".to_string()];
                words.extend((0..HYPERLOGLOGS).map(hyperloglog_key));
                words
            }
            Self::Get | Self::Set | Self::Mix(_) | Self::Del | Self::Mset | Self::Exec => {
                return None;
            }
        };
        Some(words)
    }

    /// The floor server knows replies of these.
    pub fn has_floor(self) -> bool {
        matches!(self, Self::Get | Self::Set | Self::Mix(_))
    }
}

/// Name of the n-th HyperLogLog; all lie in one slot.
pub fn hyperloglog_key(number: usize) -> String {
    format!("{{hll}}:{number}")
}

impl FromStr for Operation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            let names = "get, set, mix0 to mix100, mset, exec, bitcount, pfcount";
            format!("{text:?} is no operation: use {names}")
        };
        match text {
            "get" => Ok(Self::Get),
            "set" => Ok(Self::Set),
            "mset" => Ok(Self::Mset),
            "exec" => Ok(Self::Exec),
            "bitcount" => Ok(Self::Bitcount),
            "pfcount" => Ok(Self::Pfcount),
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
            Self::Del => f.pad("del"),
            Self::Mset => f.pad("mset"),
            Self::Exec => f.pad("exec"),
            Self::Bitcount => f.pad("bitcount"),
            Self::Pfcount => f.pad("pfcount"),
            Self::Mix(percent) => f.pad(&format!("mix{percent}")),
        }
    }
}

/// What a workload asks.
#[derive(Clone, Debug)]
pub struct Asks {
    pub operation: Operation,
    pub keys: Keys,
    /// First four bytes of every key.
    pub prefix: [u8; 4],
    pub value_bytes: usize,
    pub seed: u64,
}

/// Prefix of the keys that are loaded; large values beside them have their own.
pub const KEY_PREFIX: [u8; 4] = *b"key:";
pub const LARGE_PREFIX: [u8; 4] = *b"big:";
/// Prefix of the keys that clients beside the others write with MSET.
pub const OTHER_PREFIX: [u8; 4] = *b"oth:";

/// Makes requests and knows their replies.
#[derive(Clone, Debug)]
pub struct Workload {
    asks: Asks,
    dice: Rng,
    get_head: Vec<u8>,
    set_head: Vec<u8>,
    del_head: Vec<u8>,
    set_middle: Vec<u8>,
    value_tail: Vec<u8>,
    reply_head: Vec<u8>,
    quads: Vec<[u8; 4]>,
    transaction_reply: Vec<u8>,
    /// The request and its reply, if they are always the same.
    fixed: Option<(Vec<u8>, Vec<u8>)>,
    /// Values are not compared with their keys: the floor does not know them.
    trusting: bool,
}

/// One unanswered request: where its key lies in the batch's bytes, and which reply it gets.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    key_at: u32,
    reply: Reply,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reply {
    Value,
    Ok,
    One,
    Fixed,
    Transaction,
}

impl Workload {
    pub fn new(asks: Asks) -> Self {
        let value_bytes = asks.value_bytes;
        let mut value_tail = vec![b'x'; value_bytes.saturating_sub(KEY_BYTES)];
        value_tail.extend_from_slice(b"\r\n");
        let head = |count: usize, name: &str| {
            format!("*{count}\r\n$3\r\n{name}\r\n${KEY_BYTES}\r\n").into_bytes()
        };
        Self {
            dice: Rng::new(asks.seed),
            get_head: head(2, "GET"),
            set_head: head(3, "SET"),
            del_head: head(2, "DEL"),
            set_middle: format!("\r\n${value_bytes}\r\n").into_bytes(),
            value_tail,
            reply_head: format!("${value_bytes}\r\n").into_bytes(),
            quads: (0..10_000).map(quad).collect(),
            transaction_reply: transaction_reply(),
            fixed: None,
            trusting: false,
            asks,
        }
    }

    /// Asks the same every time and expects the same reply.
    #[must_use]
    pub fn fixed(mut self, request: Vec<u8>, reply: Vec<u8>) -> Self {
        self.fixed = Some((request, reply));
        self
    }

    /// Takes any value of the right length.
    #[must_use]
    pub fn trusting(mut self) -> Self {
        self.trusting = true;
        self
    }

    /// Bytes of a GET and of a SET as they are sent, for a server that must know them.
    pub fn request_bytes(value_bytes: usize) -> [usize; 2] {
        [Operation::Get, Operation::Set].map(|operation| {
            let keys = Keys::Sequential { next: 0, end: 1 };
            let mut batch = Vec::new();
            let asks = Asks {
                operation,
                keys,
                prefix: KEY_PREFIX,
                value_bytes,
                seed: 0,
            };
            Self::new(asks).fill(1, &mut batch, &mut Vec::new());
            batch.len()
        })
    }

    /// Appends up to `depth` requests to `out`, and what they ask to `asked`. Fewer only when
    /// sequential keys run out.
    pub fn fill(&mut self, depth: usize, out: &mut Vec<u8>, asked: &mut Vec<Asked>) {
        for _ in 0..depth {
            if let Some((request, _)) = &self.fixed {
                out.extend_from_slice(request);
                let reply = Reply::Fixed;
                asked.push(Asked { key_at: 0, reply });
                continue;
            }
            if matches!(self.asks.operation, Operation::Mset | Operation::Exec) {
                asked.extend(self.several(out));
                continue;
            }
            let Some(number) = self.asks.keys.next_key() else {
                return;
            };
            let (head, reply) = match self.asks.operation {
                Operation::Set => (&self.set_head, Reply::Ok),
                Operation::Del => (&self.del_head, Reply::One),
                Operation::Mix(percent) if self.dice.below(100) >= u64::from(percent) => {
                    (&self.set_head, Reply::Ok)
                }
                _ => (&self.get_head, Reply::Value),
            };
            out.extend_from_slice(head);
            let key_at = out.len() as u32;
            asked.push(Asked { key_at, reply });
            let key = self.key(number);
            out.extend_from_slice(&key);
            if reply == Reply::Ok {
                self.push_value(&key, out);
            } else {
                out.extend_from_slice(b"\r\n");
            }
        }
    }

    /// One request that writes several keys; none when sequential keys run out.
    fn several(&mut self, out: &mut Vec<u8>) -> Option<Asked> {
        let transaction = self.asks.operation == Operation::Exec;
        let first = if transaction {
            b"*1\r\n$5\r\nMULTI\r\n".to_vec()
        } else {
            format!("*{}\r\n$4\r\nMSET\r\n", 1 + 2 * SEVERAL).into_bytes()
        };
        let begin = out.len();
        out.extend_from_slice(&first);
        for _ in 0..SEVERAL {
            let Some(number) = self.asks.keys.next_key() else {
                out.truncate(begin);
                return None;
            };
            let key = self.key(number);
            if transaction {
                out.extend_from_slice(&self.set_head);
            } else {
                out.extend_from_slice(b"$16\r\n");
            }
            out.extend_from_slice(&key);
            self.push_value(&key, out);
        }
        let reply = if transaction {
            out.extend_from_slice(b"*1\r\n$4\r\nEXEC\r\n");
            Reply::Transaction
        } else {
            Reply::Ok
        };
        Some(Asked { key_at: 0, reply })
    }

    /// Appends what follows the key of a SET. The value begins with its key, so that a reply to
    /// another request is noticed.
    fn push_value(&self, key: &[u8; KEY_BYTES], out: &mut Vec<u8>) {
        out.extend_from_slice(&self.set_middle);
        out.extend_from_slice(&key[..self.asks.value_bytes.min(KEY_BYTES)]);
        out.extend_from_slice(&self.value_tail);
    }

    /// Checks the first reply in `inbox`, as much of it as is there, against what was asked, and
    /// returns its length, which may be more than the inbox holds; `None` if too little has
    /// arrived to say.
    #[inline]
    pub fn check(&self, asked: Asked, batch: &[u8], inbox: &[u8]) -> Result<Option<usize>, String> {
        let line = match (asked.reply, &self.fixed) {
            (Reply::Value, _) => return self.check_value(asked, batch, inbox),
            (Reply::Fixed, Some((_, reply))) => reply.as_slice(),
            (Reply::One, _) => REPLY_ONE,
            (Reply::Transaction, _) => &self.transaction_reply,
            (Reply::Ok | Reply::Fixed, _) => REPLY_OK,
        };
        match inbox.get(..line.len()) {
            Some(reply) if reply == line => Ok(Some(line.len())),
            Some(_) => Err(wrong(&crate::wire::shown(line, 80), inbox)),
            None => Ok(None),
        }
    }

    fn check_value(
        &self,
        asked: Asked,
        batch: &[u8],
        inbox: &[u8],
    ) -> Result<Option<usize>, String> {
        let head = self.reply_head.len();
        let len = head + self.asks.value_bytes + 2;
        let common = self.asks.value_bytes.min(KEY_BYTES);
        let Some(reply) = inbox.get(..head + common) else {
            // A short reply that is complete would be waited for in vain: look at its head.
            let there = inbox.len().min(head);
            return if inbox[..there] == self.reply_head[..there] {
                Ok(None)
            } else {
                Err(wrong("a value of the right length", inbox))
            };
        };
        let key_at = asked.key_at as usize;
        let end = inbox.get(len - 2..len).unwrap_or(b"\r\n");
        if reply[..head] == self.reply_head[..]
            && (self.trusting || reply[head..] == batch[key_at..key_at + common])
            && end == b"\r\n"
        {
            Ok(Some(len))
        } else {
            Err(wrong("the value of this key", inbox))
        }
    }

    fn key(&self, number: u64) -> [u8; KEY_BYTES] {
        let mut key = [0; KEY_BYTES];
        key[..4].copy_from_slice(&self.asks.prefix);
        key[4..8].copy_from_slice(&self.quads[(number / 100_000_000 % 10_000) as usize]);
        key[8..12].copy_from_slice(&self.quads[(number / 10_000 % 10_000) as usize]);
        key[12..].copy_from_slice(&self.quads[(number % 10_000) as usize]);
        key
    }
}

fn transaction_reply() -> Vec<u8> {
    let queued = "+QUEUED\r\n".repeat(SEVERAL);
    let done = "+OK\r\n".repeat(SEVERAL);
    format!("+OK\r\n{queued}*{SEVERAL}\r\n{done}").into_bytes()
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
        Workload::new(Asks {
            operation,
            keys,
            prefix: KEY_PREFIX,
            value_bytes: 20,
            seed: 1,
        })
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
    fn a_transaction_is_one_request() {
        let keys = Keys::Sequential { next: 0, end: 25 };
        let mut work = Workload::new(Asks {
            operation: Operation::Exec,
            keys,
            prefix: KEY_PREFIX,
            value_bytes: 20,
            seed: 1,
        });
        let (mut batch, mut asked) = (Vec::new(), Vec::new());
        work.fill(5, &mut batch, &mut asked);
        assert_eq!(asked.len(), 2);
        assert_eq!(batch.split(|byte| *byte == b'*').count() - 1, 2 * 12);
        let reply = transaction_reply();
        assert_eq!(work.check(asked[0], &batch, &reply), Ok(Some(reply.len())));
        assert!(
            work.check(asked[0], &batch, &[b"+OK\r\n".as_slice(), &reply].concat())
                .is_err()
        );
    }

    #[test]
    fn operations_are_read_and_named_alike() {
        for text in ["get", "set", "mix90", "mset", "exec", "bitcount", "pfcount"] {
            assert_eq!(text.parse::<Operation>().expect("valid").to_string(), text);
        }
        assert!("mix101".parse::<Operation>().is_err() && "gets".parse::<Operation>().is_err());
    }
}
