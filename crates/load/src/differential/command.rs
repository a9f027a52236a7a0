//! A generated command: its arguments, how many replies it will have, and its name in reports.
//! It must never know why it was generated.

use crate::wire;

/// The two servers, as indices.
pub const REFERENCE: usize = 0;
pub const SUBJECT: usize = 1;
/// Their names in reports.
pub const SIDES: [&str; 2] = ["reference", "subject  "];

/// Text of the PING that ends replies whose number is not known beforehand.
pub const MARKER: &[u8] = b"differential-marker";

/// What both servers know a session by, which each of them chose for itself.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    pub id: [i64; 2],
    pub addr: [String; 2],
    /// Whether it waits, or has been let go in this very step: when the server then turns to what
    /// the session sent behind the blocking command is nobody's business.
    pub parked: bool,
}

/// One argument.
#[derive(Clone, Debug)]
pub enum Arg {
    Bytes(Vec<u8>),
    /// The client id of a session (its index), different on each server.
    SessionId(usize),
    /// The address of a session (its index), different on each server.
    SessionAddr(usize),
}

/// How many replies a command has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    One,
    /// (P)(UN)SUBSCRIBE: any number, up to the marker that follows.
    Confirmations,
    /// Silenced by CLIENT REPLY, or an empty request.
    Nothing,
}

/// A command as it will be sent to both servers.
#[derive(Clone, Debug)]
pub struct Command {
    pub args: Vec<Arg>,
    /// Sent as it stands instead of `args`: inline and broken requests.
    pub raw: Option<Vec<u8>>,
    pub expect: Expect,
    /// Whether the server hangs up after replying.
    pub closes: bool,
}

impl Command {
    /// A command of plain arguments with one reply.
    pub fn plain<A: AsRef<[u8]>>(args: &[A]) -> Self {
        Self::of(
            args.iter()
                .map(|arg| Arg::Bytes(arg.as_ref().to_vec()))
                .collect(),
        )
    }

    /// A command of any arguments, with as many replies as its name implies.
    pub fn of(args: Vec<Arg>) -> Self {
        let mut command = Self {
            args,
            raw: None,
            expect: Expect::One,
            closes: false,
        };
        match command.first_word().as_str() {
            "SUBSCRIBE" | "UNSUBSCRIBE" | "PSUBSCRIBE" | "PUNSUBSCRIBE" => {
                command.expect = Expect::Confirmations;
            }
            "QUIT" => command.closes = true,
            _ => {}
        }
        command
    }

    /// Bytes outside the array-of-bulk-strings form.
    pub fn raw(bytes: &[u8], expect: Expect, closes: bool) -> Self {
        Self {
            args: Vec::new(),
            raw: Some(bytes.to_vec()),
            expect,
            closes,
        }
    }

    /// The PING that must follow a command with [`Expect::Confirmations`].
    pub fn marker() -> Self {
        Self::plain(&[b"PING", MARKER])
    }

    /// The bytes for one of the servers.
    pub fn encode(&self, side: usize, identities: &[Identity], out: &mut Vec<u8>) {
        if let Some(raw) = &self.raw {
            out.extend_from_slice(raw);
            return;
        }
        wire::push_header(out, b'*', self.args.len());
        for arg in &self.args {
            match arg {
                Arg::Bytes(bytes) => wire::push_bulk(out, bytes),
                Arg::SessionId(at) => {
                    wire::push_bulk(out, identities[*at].id[side].to_string().as_bytes());
                }
                Arg::SessionAddr(at) => wire::push_bulk(out, identities[*at].addr[side].as_bytes()),
            }
        }
    }

    /// The command's name in capitals, with its subcommand: the key of rules and reports.
    pub fn name(&self) -> String {
        const CONTAINERS: [&str; 14] = [
            "CLIENT", "CONFIG", "COMMAND", "OBJECT", "FUNCTION", "MEMORY", "LATENCY", "SLOWLOG",
            "DEBUG", "PUBSUB", "SCRIPT", "ACL", "XGROUP", "XINFO",
        ];
        if self.raw.is_some() {
            return "(raw)".to_string();
        }
        let first = self.first_word();
        match self.args.get(1) {
            Some(Arg::Bytes(second)) if CONTAINERS.contains(&first.as_str()) => {
                format!("{first} {}", upper_word(second))
            }
            _ => first,
        }
    }

    /// An argument's bytes, if it is the same for both servers.
    pub fn arg(&self, at: usize) -> Option<&[u8]> {
        match self.args.get(at) {
            Some(Arg::Bytes(bytes)) => Some(bytes),
            _ => None,
        }
    }

    /// The command for people, long arguments shortened.
    pub fn shown(&self) -> String {
        if let Some(raw) = &self.raw {
            return format!("(raw) {}", wire::shown(raw, 200));
        }
        let words: Vec<String> = self
            .args
            .iter()
            .map(|arg| match arg {
                Arg::Bytes(bytes) if is_plain(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                Arg::Bytes(bytes) => wire::shown(bytes, 80),
                Arg::SessionId(at) => format!("<id of session {at}>"),
                Arg::SessionAddr(at) => format!("<address of session {at}>"),
            })
            .collect();
        words.join(" ")
    }

    fn first_word(&self) -> String {
        self.arg(0).map_or_else(String::new, upper_word)
    }
}

/// Whether a reply to the marker: a bulk string, or an array in RESP2's subscriber mode.
pub fn is_marker(frame: &[u8]) -> bool {
    frame
        .strip_suffix(b"\r\n")
        .is_some_and(|frame| frame.ends_with(MARKER))
        && !frame.starts_with(b"-")
}

fn upper_word(bytes: &[u8]) -> String {
    const WORD_BYTES_MAX: usize = 24;
    let word = &bytes[..bytes.len().min(WORD_BYTES_MAX)];
    let readable = word.iter().all(|byte| byte.is_ascii_graphic());
    if readable && !word.is_empty() {
        String::from_utf8_lossy(word).to_ascii_uppercase()
    } else {
        "(odd)".to_string()
    }
}

fn is_plain(bytes: &[u8]) -> bool {
    !bytes.is_empty()
        && bytes.len() <= 60
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_graphic() && *byte != b'"')
}
