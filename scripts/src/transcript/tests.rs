//! The transcript tools, against a small server in this file: what they read, tell and write.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use super::frame::Frame;
use super::quote::{escape, split};
use super::script::Script;
use super::target::{Connection, Received, Target};
use super::{play, record};
use crate::Outcome;

/// Answers a few commands; `noise` is added to the value of GET.
struct Fake {
    noise: &'static str,
    blocked: Rc<Cell<u64>>,
}

struct FakeConnection {
    noise: &'static str,
    blocked: Rc<Cell<u64>>,
    input: Vec<u8>,
    output: Vec<u8>,
    ended: bool,
}

impl Target for Fake {
    fn connect(&mut self) -> Outcome<Box<dyn Connection>> {
        Ok(Box::new(FakeConnection {
            noise: self.noise,
            blocked: Rc::clone(&self.blocked),
            input: Vec::new(),
            output: Vec::new(),
            ended: false,
        }))
    }

    fn wait(&mut self, _time: Duration) {}

    fn blocked_sessions(&mut self) -> Outcome<u64> {
        Ok(self.blocked.get())
    }
}

impl Connection for FakeConnection {
    fn send(&mut self, bytes: &[u8]) {
        self.input.extend_from_slice(bytes);
        while let Ok(Some((request, length))) = Frame::decode(&self.input) {
            self.input.drain(..length);
            self.answer(&request);
        }
    }

    fn receive(&mut self, into: &mut Vec<u8>, _limit: Duration) -> Received {
        if self.output.is_empty() {
            return if self.ended {
                Received::Closed
            } else {
                Received::Nothing
            };
        }
        into.append(&mut self.output);
        Received::Data
    }

    fn half_close(&mut self) {
        self.ended = true;
    }
}

impl FakeConnection {
    fn answer(&mut self, request: &Frame) {
        let words: Vec<String> = request
            .members()
            .iter()
            .map(|word| word.headline())
            .collect();
        let name = words[0].split(' ').next_back().unwrap_or_default();
        let answer = match name {
            "GET" => format!("${}\r\nvalue{}\r\n", 5 + self.noise.len(), self.noise),
            "KEYS" => "*2\r\n$1\r\nb\r\n$1\r\na\r\n".to_string(),
            "MAP" => "%2\r\n+b\r\n:2\r\n+a\r\n*2\r\n_\r\n$-1\r\n".to_string(),
            "ID" => ":417\r\n".to_string(),
            "LEN" => format!(":{}\r\n", words[1].len()),
            "ECHO" => format!("+{}\r\n", words[1]),
            "BLOCK" => {
                self.blocked.set(self.blocked.get() + 1);
                String::new()
            }
            "QUIT" => {
                self.ended = true;
                "+OK\r\n".to_string()
            }
            _ => "-ERR unknown\r\n".to_string(),
        };
        self.output.extend_from_slice(answer.as_bytes());
    }
}

fn fake(noise: &'static str) -> Fake {
    Fake {
        noise,
        blocked: Rc::new(Cell::new(0)),
    }
}

fn script(text: &str) -> Script {
    Script::parse("t.txt", text).unwrap_or_else(|message| panic!("{message}"))
}

fn failures(text: &str) -> Vec<String> {
    let played = play(&script(text), &mut fake(""));
    played.failures.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn passes(text: &str) {
    assert_eq!(failures(text), Vec::<String>::new(), "{text}");
}

#[track_caller]
fn fails(text: &str, line: usize, message: &str) {
    let failures = failures(text);
    assert_eq!(failures.len(), 1, "{text}: {failures:?}");
    assert!(
        failures[0].starts_with(&format!("t.txt:{line}: ")),
        "{failures:?}"
    );
    assert!(failures[0].contains(message), "{failures:?}");
}

#[test]
fn replies_are_compared_byte_by_byte() {
    passes("> GET k\n< $5 value\n");
    fails("> GET k\n< $5 valuf\n", 2, "got\n    $5 value");
    fails("> GET k\n< $6 value\n", 2, "expected");
    fails("> GET k\n> GET k\n< $5 value\n", 3, "more at the end");
    fails("> BLOCK\n< +OK\n", 2, "no reply");
    let noisy = play(&script("> GET k\n< $5 value\n"), &mut fake("\u{1}"));
    assert!(
        noisy.failures[0].message.contains("$6 value\\x01"),
        "{:?}",
        noisy.failures
    );
}

#[test]
fn aggregates_in_order_and_in_any_order() {
    passes("> KEYS\n< *2\n<   $1 b\n<   $1 a\n");
    fails("> KEYS\n< *2\n<   $1 a\n<   $1 b\n", 2, "got");
    passes("> KEYS\n< *2 unordered\n<   $1 a\n<   $1 b\n");
    fails("> KEYS\n< *2 unordered\n<   $1 a\n<   $1 a\n", 2, "got");
    passes("> MAP\n< %2 unordered\n<   +a\n<   *2\n<     _\n<     $-1\n<   +b\n<   :2\n");
    fails(
        "> MAP\n< %2 unordered\n<   +a\n<   :2\n<   +b\n<   :2\n",
        2,
        "got",
    );
    passes("> MAP\n> ID\n<~ %2 \\+b :2 .*\n< :417\n");
    passes("> KEYS\n< *2\n<~   \\$1 [bc]\n<   $1 a\n");
}

#[test]
fn patterns_match_the_whole_reply_and_capture() {
    passes("> ID\n<~ :(?<id>\\d+)\n> ECHO ${id}\n< +$3 417\n");
    fails("> ID\n<~ :\\d\n", 2, "got\n    :417");
    fails("> ECHO ${nothing}\n", 1, "no pattern captured 'nothing'");
    passes("> LEN ${ab*500}\n< :1006\n");
}

#[test]
fn named_connections_and_raw_bytes() {
    passes("a> GET k\nb> ID\nb< :417\na< $5 value\n");
    passes("a>> \"*1\\r\\n$2\\r\\n\"\na>> \"ID\\r\\n\"\na< :417\n");
    passes("> QUIT\n< +OK\nclosed\n");
    fails("> ID\n< :417\nclosed\n", 3, "did not close");
    fails("> ID\nquiet 5ms\n", 2, "expected silence");
    passes("b> BLOCK\nb blocked\nquiet 5ms\n");
    passes("b> ID\nb< :417\nb half-close\nb closed\n");
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    for (text, message) in [
        ("# c\n> \n", "t.txt:2: "),
        ("PING\n", "cannot read 'PING'"),
        ("> a \"b\n", "no closing"),
        ("> a \"\\q\"\n", "unknown escape"),
        ("> a \"b\"c\n", "followed by a space"),
        ("> a\n< *2\n<   :1\n", "fewer members"),
        ("> a\n<~ (\n", "pattern"),
        ("wait 1h\n", "no time"),
        ("wait 60s\n", "no time"),
        ("quiet\n", "cannot read"),
    ] {
        let error = Script::parse("t.txt", text).err().unwrap_or_default();
        assert!(error.contains(message), "{text:?}: {error}");
    }
}

#[test]
fn recording_fills_in_and_keeps_what_fits() {
    let text = r"# Head.
server: --x 'a b'
> GET k

> KEYS
< *2 unordered
<   $1 a
<   $1 b
> ID
<~ :\d+
> ID
<~ :4
> KEYS
<? unordered
> MAP
< %1 unordered
<   +a
<   :1
>+ ID
> GET
b> BLOCK
b blocked
c> QUIT
c closed
";
    let want = r"# Head.
server: --x 'a b'
> GET k
< $5 value

> KEYS
< *2 unordered
<   $1 a
<   $1 b
> ID
<~ :\d+
> ID
< :417
> KEYS
< *2 unordered
<   $1 b
<   $1 a
> MAP
< %2 unordered
<   +b
<   :2
<   +a
<   *2
<     _
<     $-1
>+ ID
> GET
< :417
< $5 value
b> BLOCK
b blocked
c> QUIT
c< +OK
c closed
";
    let parsed = script(text);
    assert_eq!(parsed.server_arguments, ["--x", "a b"]);
    let recorded = record(&parsed, &mut fake(""));
    assert!(recorded.failures.is_empty(), "{:?}", recorded.failures);
    assert_eq!(recorded.text, want);
    passes(&recorded.text);
    fails("> ID\n<?\n", 2, "not recorded");
}

#[test]
fn bytes_survive_escape_and_split() {
    let all: Vec<u8> = (0..=255).collect();
    let line = format!("SET \"{}\" 'x \\n' \"\"", escape(&all).replace('"', "\\\""));
    let arguments = split(&line).unwrap_or_default();
    assert_eq!(
        arguments,
        [b"SET".to_vec(), all, b"x \\n".to_vec(), Vec::new()]
    );
    assert_eq!(escape(b"a "), "a\\x20");
}

#[test]
fn frames_decode_only_when_complete_and_canonical() {
    let bytes = b"*3\r\n$2\r\n\r\n\r\n%1\r\n+a\r\n,1.5\r\n*-1\r\n";
    for cut in 0..bytes.len() {
        assert_eq!(Frame::decode(&bytes[..cut]), Ok(None), "cut at {cut}");
    }
    let (frame, length) = Frame::decode(bytes)
        .ok()
        .flatten()
        .unwrap_or_else(|| panic!("complete"));
    assert_eq!(length, bytes.len());
    assert_eq!(frame.flat(), "*3 $2 \\r\\n %1 +a ,1.5 *-1");
    for bad in [
        "*01\r\n:1\r\n",
        "$1\r\nabc",
        "x\r\n",
        "$-2\r\n",
        "\r\n",
        "*1x\r\n",
    ] {
        assert!(Frame::decode(bad.as_bytes()).is_err(), "{bad:?}");
    }
    let deep = "*1\r\n".repeat(40);
    assert!(Frame::decode(deep.as_bytes()).is_err());
}
