//! A blocking client.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::Path;

use super::PATIENCE;

/// What a client can be connected by.
pub(crate) trait Stream: Read + Write {}
impl Stream for TcpStream {}
impl Stream for UnixStream {}

/// A connection; replies are read as text, one line for each value (see [`Client::reply`]).
pub(crate) struct Client<S = TcpStream> {
    stream: BufReader<S>,
}

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("connected");
        stream.set_nodelay(true).expect("nodelay");
        stream.set_read_timeout(Some(PATIENCE)).expect("timeout");
        stream.set_write_timeout(Some(PATIENCE)).expect("timeout");
        Self::new(stream)
    }

    pub(crate) fn half_close(&self) {
        let stream = self.stream.get_ref();
        stream.shutdown(Shutdown::Write).expect("half-closed");
    }
}

impl Client<UnixStream> {
    pub(crate) fn connect_unix(path: &Path) -> Self {
        let stream = UnixStream::connect(path).expect("connected");
        stream.set_read_timeout(Some(PATIENCE)).expect("timeout");
        Self::new(stream)
    }
}

impl<S: Stream> Client<S> {
    fn new(stream: S) -> Self {
        let stream = BufReader::with_capacity(64 * 1024, stream);
        Self { stream }
    }

    pub(crate) fn socket(&mut self) -> &mut S {
        self.stream.get_mut()
    }

    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        self.stream.get_mut().write_all(bytes).expect("sent");
    }

    pub(crate) fn send(&mut self, words: &[&str]) {
        self.send_bytes(&request(words));
    }

    /// Sends words and reads one reply.
    pub(crate) fn ask(&mut self, words: &[&str]) -> String {
        self.send(words);
        self.reply()
    }

    /// `+OK`, `:1`, `-ERR ...`; `$` and the value, `$-1`; `*2 $a $b`. `closed` when the server has
    /// closed or reset the connection.
    pub(crate) fn reply(&mut self) -> String {
        let mut line = Vec::new();
        match self.stream.read_until(b'\n', &mut line) {
            Ok(0) => return "closed".to_owned(),
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => {
                return "closed".to_owned();
            }
            read => read.expect("a reply"),
        };
        let line = String::from_utf8(line).expect("text");
        let line = line.strip_suffix("\r\n").expect("a whole line").to_owned();
        match line.as_bytes()[0] {
            b'$' if line != "$-1" => {
                let len: usize = line[1..].parse().expect("a length");
                let mut value = vec![0; len + 2];
                self.stream.read_exact(&mut value).expect("a value");
                assert_eq!(value.split_off(len), b"\r\n");
                format!("${}", String::from_utf8_lossy(&value))
            }
            b'*' | b'>' => {
                let len: usize = line[1..].parse().unwrap_or(0);
                (0..len).fold(line, |all, _| all + " " + &self.reply())
            }
            _ => line,
        }
    }

    /// Reads so many bytes, whatever they mean.
    pub(crate) fn read_bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count];
        self.stream.read_exact(&mut bytes).expect("bytes");
        bytes
    }

    /// Reads until the server closes; a reset ends it too.
    pub(crate) fn read_to_end(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self.stream.read_to_end(&mut bytes) {
            Err(error) if error.kind() != std::io::ErrorKind::ConnectionReset => panic!("{error}"),
            _ => bytes,
        }
    }

    /// One figure of INFO.
    pub(crate) fn info(&mut self, name: &str) -> i64 {
        let text = self.ask(&["INFO", "everything"]);
        let start = format!("{name}:");
        let line = text.lines().find_map(|line| line.strip_prefix(&start));
        let value = line.unwrap_or_else(|| panic!("no {name} in INFO"));
        value.trim().parse().expect("a number")
    }

    /// The value of a parameter.
    pub(crate) fn config(&mut self, name: &str) -> String {
        let reply = self.ask(&["CONFIG", "GET", name]);
        let start = format!("*2 ${name} $");
        let value = reply.strip_prefix(&start);
        value.unwrap_or_else(|| panic!("{reply}")).to_owned()
    }
}

/// A request as an array of bulks.
pub(crate) fn request(words: &[&str]) -> Vec<u8> {
    let mut bytes = format!("*{}\r\n", words.len()).into_bytes();
    for word in words {
        bytes.extend_from_slice(format!("${}\r\n{word}\r\n", word.len()).as_bytes());
    }
    bytes
}
