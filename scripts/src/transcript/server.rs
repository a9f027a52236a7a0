//! A server process of our own on a free port, stopped when it is dropped.

use std::fs::File;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::Outcome;

/// What to start.
pub struct ServerPlan {
    pub program: PathBuf,
    /// Words after those that every server gets.
    pub arguments: Vec<String>,
}

/// A running server.
pub struct ServerProcess {
    child: Child,
    address: SocketAddr,
    folder: TempDir,
}

const START_LIMIT: Duration = Duration::from_secs(20);
const STOP_LIMIT: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(5);
const LOG_LINES: usize = 12;

/// A free port may be taken between asking for it and using it.
const ATTEMPTS: usize = 3;

impl ServerPlan {
    /// Starts it in an empty folder on a free port of the loopback, and waits until it answers.
    pub fn start(&self, further: &[String]) -> Outcome<ServerProcess> {
        let mut result = Err("not started".to_string());
        for _ in 0..ATTEMPTS {
            result = self.try_start(further);
            if !matches!(&result, Err(message) if message.contains("ddress already in use")) {
                break;
            }
        }
        result
    }

    fn try_start(&self, further: &[String]) -> Outcome<ServerProcess> {
        let folder = TempDir::new().map_err(|error| format!("no scratch folder: {error}"))?;
        let log = log_path(folder.path());
        let open = || File::options().create(true).append(true).open(&log);
        let (Ok(out), Ok(err)) = (open(), open()) else {
            return Err(format!("cannot write {}", log.display()));
        };
        let address = free_address()?;
        let child = Command::new(&self.program)
            .args(["--bind", "127.0.0.1", "--port", &address.port().to_string()])
            .args(["--save", "", "--enable-debug-command", "yes", "--dir", "."])
            .args(&self.arguments)
            .args(further)
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", self.program.display()))?;
        let mut server = ServerProcess {
            child,
            address,
            folder,
        };
        server.wait_until_ready()?;
        Ok(server)
    }
}

impl ServerProcess {
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits for it to end by itself; an error if it does not, or not well.
    pub fn wait_for_end(mut self) -> Outcome<()> {
        self.wait_until_ended("its own end")
    }

    /// Asks it to end, waits; an error if it had ended before or does not end well.
    pub fn stop(mut self) -> Outcome<()> {
        if let Ok(Some(status)) = self.child.try_wait() {
            return Err(format!(
                "the server ended by itself ({status}):{}",
                self.log_tail()
            ));
        }
        let asked = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status();
        if !asked.is_ok_and(|status| status.success()) {
            return Err("cannot send SIGTERM to the server".into());
        }
        self.wait_until_ended("SIGTERM")
    }

    fn wait_until_ended(&mut self, cause: &str) -> Outcome<()> {
        let end = Instant::now() + STOP_LIMIT;
        while Instant::now() < end {
            match self.child.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(Some(status)) => {
                    let tail = self.log_tail();
                    return Err(format!(
                        "the server ended with {status} after {cause}:{tail}"
                    ));
                }
                _ => thread::sleep(POLL),
            }
        }
        let limit = STOP_LIMIT.as_secs();
        Err(format!("the server has not ended {limit} s after {cause}"))
    }

    fn wait_until_ready(&mut self) -> Outcome<()> {
        let end = Instant::now() + START_LIMIT;
        while Instant::now() < end {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!(
                    "the server did not start ({status}):{}",
                    self.log_tail()
                ));
            }
            if answers(self.address) {
                return Ok(());
            }
            thread::sleep(POLL);
        }
        Err(format!(
            "the server does not answer PING after {} s",
            START_LIMIT.as_secs()
        ))
    }

    fn log_tail(&self) -> String {
        let text = std::fs::read(log_path(self.folder.path())).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().collect();
        let tail = &lines[lines.len().saturating_sub(LOG_LINES)..];
        tail.iter().map(|line| format!("\n    {line}")).collect()
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn log_path(folder: &Path) -> PathBuf {
    folder.join("server.log")
}

fn free_address() -> Outcome<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|listener| listener.local_addr());
    address.map_err(|error| format!("no free port: {error}"))
}

/// Whether PING gets an answer other than "loading".
fn answers(address: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else {
        return false;
    };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(1)));
    let mut answer = [0; 64];
    let asked = stream.write_all(b"PING\r\n").is_ok();
    let length = if asked {
        stream.read(&mut answer).unwrap_or(0)
    } else {
        0
    };
    answer[..length].starts_with(b"+PONG") || answer[..length].starts_with(b"-NOAUTH")
}

#[cfg(test)]
mod tests {
    use super::ServerPlan;

    fn start(program: &str, arguments: &[&str]) -> String {
        let arguments = arguments.iter().map(ToString::to_string).collect();
        let plan = ServerPlan {
            program: program.into(),
            arguments,
        };
        plan.start(&[]).err().unwrap_or_default()
    }

    #[test]
    fn a_server_that_does_not_start_is_told_with_its_words() {
        let message = start("ls", &["--no-such-option"]);
        assert!(message.contains("did not start"), "{message}");
        assert!(message.contains("option"), "shows the log: {message}");
        let message = start("no-such-server", &[]);
        assert!(message.contains("cannot start no-such-server"), "{message}");
    }
}
