//! The text of a transcript as steps; `docs/testing.md` describes it.

use std::time::Duration;

use super::expect::{Expect, ExpectedLine};
use super::quote::split;
use crate::Outcome;

/// Longest wait that a transcript may ask for.
const WAIT_MAX: Duration = Duration::from_secs(10);

/// A parsed transcript.
pub struct Script {
    /// Path, for messages.
    pub path: String,
    /// Further words of the server's command line.
    pub server_arguments: Vec<String>,
    /// The server ends by itself at the end of the transcript.
    pub server_ends: bool,
    pub(super) items: Vec<Item>,
}

/// Lines of the file that belong together; comments have no step.
pub(super) struct Item {
    /// From 1.
    pub line: usize,
    pub text: Vec<String>,
    pub connection: String,
    pub step: Step,
}

pub(super) enum Step {
    /// A comment, an empty line or the server's arguments: nothing to play.
    Note,
    /// `> SET key value`
    Request(Vec<Vec<u8>>),
    /// `>+ SET key value`: goes out together with the connection's next request.
    Held(Vec<Vec<u8>>),
    /// `>> "bytes"`
    Raw(Vec<u8>),
    /// `< +OK` and following lines.
    Replies(Vec<Expected>),
    /// `<?`: the recorder fills in what comes; `<? unordered` marks it so.
    Unrecorded { unordered: bool },
    /// `blocked`: the request waits in the server, and nothing has come back.
    Blocked,
    /// `quiet 50ms`: nothing comes for so long.
    Quiet(Duration),
    /// `closed`: the server has closed the connection, and nothing is left to read.
    Closed,
    /// `close`: the client closes.
    Close,
    /// `half-close`: the client sends no more, and still reads.
    HalfClose,
    /// `wait 20ms`
    Wait(Duration),
}

/// One expected reply and the lines that say it.
pub(super) struct Expected {
    pub expect: Expect,
    pub text: Vec<String>,
}

impl Script {
    pub fn parse(path: &str, text: &str) -> Outcome<Self> {
        let mut items: Vec<Item> = Vec::new();
        let mut server_arguments = Vec::new();
        let mut server_ends = false;
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        let mut at = 0;
        while at < lines.len() {
            let start = at;
            let fail = |message: String| format!("{path}:{}: {message}", start + 1);
            let line = lines[at];
            at += 1;
            if line == "server ends" {
                server_ends = true;
            } else if let Some(words) = line.strip_prefix("server:") {
                for word in split(words).map_err(fail)? {
                    server_arguments.push(String::from_utf8_lossy(&word).into_owned());
                }
            }
            let (connection, step) = read_line(line).map_err(fail)?;
            let step = match step {
                Read::Step(step) => step,
                Read::Reply => {
                    while at < lines.len() && is_reply_of(lines[at], &connection) {
                        at += 1;
                    }
                    Step::Replies(read_replies(&lines[start..at]).map_err(fail)?)
                }
            };
            let text = lines[start..at].iter().map(ToString::to_string).collect();
            items.push(Item {
                line: start + 1,
                text,
                connection,
                step,
            });
        }
        Ok(Self {
            path: path.to_string(),
            server_arguments,
            server_ends,
            items,
        })
    }
}

enum Read {
    Step(Step),
    Reply,
}

fn read_line(line: &str) -> Outcome<(String, Read)> {
    if line.is_empty()
        || line.starts_with('#')
        || line.starts_with("server:")
        || line == "server ends"
    {
        return Ok((String::new(), Read::Step(Step::Note)));
    }
    let (connection, rest) = split_connection(line);
    let step = if rest == "<?" || rest == "<? unordered" {
        Read::Step(Step::Unrecorded {
            unordered: rest != "<?",
        })
    } else if is_reply(rest) {
        Read::Reply
    } else if let Some(text) = rest.strip_prefix(">> ") {
        Read::Step(Step::Raw(split(text)?.concat()))
    } else if let Some(text) = rest.strip_prefix(">+ ") {
        Read::Step(Step::Held(request(text)?))
    } else if let Some(text) = rest.strip_prefix("> ") {
        Read::Step(Step::Request(request(text)?))
    } else {
        Read::Step(read_words(rest.trim())?)
    };
    Ok((connection.to_string(), step))
}

fn request(text: &str) -> Outcome<Vec<Vec<u8>>> {
    let arguments = split(text)?;
    if arguments.is_empty() {
        return Err("a request needs a command".into());
    }
    Ok(arguments)
}

fn read_words(text: &str) -> Outcome<Step> {
    let mut words = text.split_whitespace();
    let step = match (words.next(), words.next()) {
        (Some("blocked"), None) => Step::Blocked,
        (Some("closed"), None) => Step::Closed,
        (Some("close"), None) => Step::Close,
        (Some("half-close"), None) => Step::HalfClose,
        (Some("quiet"), Some(time)) => Step::Quiet(duration(time)?),
        (Some("wait"), Some(time)) => Step::Wait(duration(time)?),
        _ => {
            return Err(format!(
                "cannot read '{text}'; a line is a comment (#), a request (>, >+), bytes (>>), \
                 a reply (<), a pattern (<~), <?, blocked, quiet TIME, closed, close, \
                 half-close, wait TIME"
            ));
        }
    };
    match words.next() {
        None => Ok(step),
        Some(word) => Err(format!("'{word}' is too much here")),
    }
}

/// `b> PING` is a line of connection `b`; without a name it is the first connection's.
fn split_connection(line: &str) -> (&str, &str) {
    let end = line
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(line.len());
    let (name, rest) = line.split_at(end);
    if rest.starts_with(['<', '>']) {
        return (name, rest);
    }
    let verbs = ["blocked", "closed", "close", "half", "quiet", "wait"];
    match rest.strip_prefix(' ') {
        Some(rest) if !verbs.contains(&name) => (name, rest),
        _ => ("", line),
    }
}

fn is_reply(rest: &str) -> bool {
    rest.starts_with("< ") || rest.starts_with("<~ ")
}

fn is_reply_of(line: &str, connection: &str) -> bool {
    let (name, rest) = split_connection(line);
    name == connection && is_reply(rest)
}

fn read_replies(lines: &[&str]) -> Outcome<Vec<Expected>> {
    let mut expected = Vec::new();
    for line in lines {
        let (_, rest) = split_connection(line);
        let pattern = rest.starts_with("<~");
        let text = rest
            .trim_start_matches("<~")
            .trim_start_matches("< ")
            .to_string();
        expected.push(ExpectedLine { text, pattern });
    }
    let mut replies = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (expect, used) = Expect::read(&expected[at..])?;
        let text = lines[at..at + used]
            .iter()
            .map(ToString::to_string)
            .collect();
        replies.push(Expected { expect, text });
        at += used;
    }
    Ok(replies)
}

/// `20ms` or `2s`.
fn duration(text: &str) -> Outcome<Duration> {
    let (number, unit_ms) = match text.strip_suffix("ms") {
        Some(number) => (number, 1),
        None => (text.strip_suffix('s').unwrap_or("?"), 1000),
    };
    let number: Option<u64> = number.parse().ok();
    let time = number
        .and_then(|n| n.checked_mul(unit_ms))
        .map(Duration::from_millis);
    time.filter(|time| *time <= WAIT_MAX)
        .ok_or_else(|| format!("'{text}' is no time up to 10 s, such as 20ms or 2s"))
}
