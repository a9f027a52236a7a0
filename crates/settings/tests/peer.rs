//! The recordings, checked against a real Valkey in the folder that `RINGKEY_PEERS` names; with
//! `RINGKEY_RECORD=1` they are written anew. Without a peer, nothing is checked here.

mod common;

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use common::{Case, Line, Recording, quoted, quoted_words, unquoted};

const CONNECT_TRIES_MAX: u32 = 200;

#[test]
fn config_set_as_recorded() {
    let Some(program) = peer() else { return };
    let mut server = Server::start(&program, &["--save", ""]);
    verify("config_set.txt", &mut |case| {
        let mut command = vec![b"CONFIG".to_vec(), b"SET".to_vec()];
        command.extend(case.arguments.iter().cloned());
        let mut lines = vec![line('<', &server.call(&command).shown())];
        for name in case.arguments.iter().step_by(2) {
            let reply = server.call(&[b"CONFIG".to_vec(), b"GET".to_vec(), name.clone()]);
            let value = match (name.as_slice(), reply.items().get(1)) {
                (_, None) => String::from("none"),
                (b"port", Some(_)) => String::from("6379"),
                (b"dir", Some(_)) => String::from("."),
                (_, Some(value)) => quoted(value),
            };
            lines.push(line('=', &value));
        }
        lines
    });
}

#[test]
fn config_get_as_recorded() {
    let Some(program) = peer() else { return };
    let mut server = Server::start(&program, &[]);
    verify("config_get.txt", &mut |case| {
        let mut command = vec![b"CONFIG".to_vec(), b"GET".to_vec()];
        command.extend(case.arguments.iter().cloned());
        let reply = server.call(&command);
        let items = reply.items();
        let (pairs, _) = items.as_chunks::<2>();
        pairs
            .iter()
            .map(|[name, value]| match name.as_slice() {
                b"port" => line('=', "port 6379"),
                b"dir" => line('=', "dir ."),
                _ => line('=', &quoted_words(&[name.clone(), value.clone()])),
            })
            .collect()
    });
}

#[test]
fn failing_starts_as_recorded() {
    let Some(program) = peer() else { return };
    let folder = tempfile::tempdir().expect("folder");
    for (name, text) in [("x.conf", "timeout 5\n"), ("bad.conf", "timeout x\n")] {
        fs::write(folder.path().join(name), text).expect("file");
    }
    fs::write(folder.path().join("deep.conf"), "include bad.conf\n").expect("file");
    fs::create_dir(folder.path().join("sub")).expect("folder");
    fs::write(folder.path().join("sub/inner.conf"), "port y\n").expect("file");
    verify("starts.txt", &mut |case| {
        let input = case
            .lines_marked('|')
            .first()
            .map_or(Vec::new(), |text| unquoted(text));
        failing_start(&program, folder.path(), &case.arguments, &input)
    });
}

/// The lines that a start which fails at once says.
fn failing_start(program: &Path, folder: &Path, arguments: &[Vec<u8>], input: &[u8]) -> Vec<Line> {
    use std::os::unix::ffi::OsStrExt;
    let mut child = Command::new(program)
        .args(
            arguments
                .iter()
                .map(|argument| std::ffi::OsStr::from_bytes(argument)),
        )
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("peer");
    // A start that does not read its input closes the pipe early.
    let _ = child.stdin.take().expect("input").write_all(input);
    let output = child.wait_with_output().expect("peer");
    let mut said = String::from_utf8_lossy(&output.stderr).into_owned();
    for text in String::from_utf8_lossy(&output.stdout).lines() {
        if let Some(at) = text.find("Fatal error, can't open") {
            said.push_str(&text[at..].replace(&format!("{}/", folder.display()), ""));
        }
    }
    said.lines()
        .filter(|text| !text.is_empty())
        .map(|text| line('!', text))
        .collect()
}

/// Asks the peer for every case; what it says must be recorded, or is recorded now. Lines that
/// are not the peer's (`~` and `|`) stay.
fn verify(name: &str, ask: &mut dyn FnMut(&Case) -> Vec<Line>) {
    let mut recording = Recording::read(name);
    let record = env::var_os("RINGKEY_RECORD").is_some();
    let mut wrong = Vec::new();
    for case in &mut recording.cases {
        let said = ask(case);
        let is_ours = |line: &&Line| matches!(line.mark, '~' | '|');
        let known: Vec<Line> = case
            .lines
            .iter()
            .filter(|line| !is_ours(line))
            .cloned()
            .collect();
        if known != said {
            wrong.push(format!(
                "{}: recorded {known:?}, now {said:?}",
                case.shown()
            ));
        }
        let (input, ours): (Vec<Line>, Vec<Line>) = case
            .lines
            .iter()
            .filter(is_ours)
            .cloned()
            .partition(|line| line.mark == '|');
        case.lines = [input, said, ours].concat();
    }
    if record {
        recording.write(name);
    } else {
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

fn line(mark: char, text: &str) -> Line {
    Line {
        mark,
        text: text.to_owned(),
    }
}

fn peer() -> Option<PathBuf> {
    let folder = PathBuf::from(env::var_os("RINGKEY_PEERS")?);
    Some(folder.join("bin/valkey-server"))
}

struct Server {
    process: Child,
    stream: BufReader<TcpStream>,
    _folder: tempfile::TempDir,
}

impl Server {
    fn start(program: &Path, options: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let port = free_port();
        let mut process = Command::new(program)
            .args(["--port", &port.to_string()])
            .args(options)
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("peer");
        let Some(stream) = connected(port) else {
            let _ = process.kill();
            let _ = process.wait();
            panic!("the peer does not listen on port {port}");
        };
        Self {
            process,
            stream: BufReader::new(stream),
            _folder: folder,
        }
    }

    fn call(&mut self, words: &[Vec<u8>]) -> Reply {
        let mut request = format!("*{}\r\n", words.len()).into_bytes();
        for word in words {
            request.extend_from_slice(format!("${}\r\n", word.len()).as_bytes());
            request.extend_from_slice(word);
            request.extend_from_slice(b"\r\n");
        }
        self.stream.get_mut().write_all(&request).expect("request");
        self.reply()
    }

    fn reply(&mut self) -> Reply {
        let mut head = String::new();
        self.stream.read_line(&mut head).expect("reply");
        let head = head.trim_end().to_owned();
        let (kind, rest) = head.split_at(1);
        match kind {
            "$" => {
                let length: usize = rest.parse().expect("length");
                let mut text = vec![0; length + 2];
                self.stream.read_exact(&mut text).expect("reply");
                text.truncate(length);
                Reply::Bulk(text)
            }
            "*" => {
                let count: usize = rest.parse().expect("count");
                Reply::Array((0..count).map(|_| self.reply()).collect())
            }
            _ => Reply::Line(head),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

enum Reply {
    Line(String),
    Bulk(Vec<u8>),
    Array(Vec<Self>),
}

impl Reply {
    fn shown(&self) -> String {
        match self {
            Self::Line(text) => text.clone(),
            Self::Bulk(text) => quoted(text),
            Self::Array(items) => format!("{} items", items.len()),
        }
    }

    fn items(&self) -> Vec<Vec<u8>> {
        match self {
            Self::Array(items) => items.iter().flat_map(Self::items).collect(),
            Self::Bulk(text) => vec![text.clone()],
            Self::Line(_) => Vec::new(),
        }
    }
}

fn connected(port: u16) -> Option<TcpStream> {
    for _ in 0..CONNECT_TRIES_MAX {
        if let Ok(stream) = TcpStream::connect(("127.0.0.1", port)) {
            return Some(stream);
        }
        sleep(Duration::from_millis(50));
    }
    None
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("port");
    listener.local_addr().expect("port").port()
}
