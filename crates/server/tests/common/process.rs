//! Starting, watching and stopping a server process.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process, prlimit};
use tempfile::TempDir;

use super::{Client, until};

const PROGRAM: &str = env!("CARGO_BIN_EXE_ringkey-server");

/// A free port may be taken between asking for it and using it.
const ATTEMPTS: usize = 5;

/// A running server in an empty folder of its own; ended when it is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
    folder: TempDir,
}

/// A process that has ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Server {
    /// A server on a free port of 127.0.0.1 with these further words on its command line.
    pub(crate) fn start(words: &[&str]) -> Self {
        Self::start_with(words, |_| {})
    }

    /// Likewise; `prepare` may change the command, and put files where it will run.
    pub(crate) fn start_with(words: &[&str], prepare: impl Fn(&mut Command)) -> Self {
        for _ in 0..ATTEMPTS {
            let port = free_port();
            let number = port.to_string();
            let mut all = vec!["--bind", "127.0.0.1", "--port", &number];
            all.extend(words);
            let folder = TempDir::new().expect("a folder");
            let mut server = Self {
                child: spawn(&all, &folder, Stdio::null(), &prepare),
                port,
                folder,
            };
            if server.is_ready() {
                return server;
            }
            let told = server.log() + &server.complaint();
            assert!(told.contains("in use"), "the server did not start: {told}");
        }
        panic!("no free port in {ATTEMPTS} attempts");
    }

    /// A server with exactly these words and this input; `port` is where it will listen.
    pub(crate) fn start_exactly(words: &[&str], port: u16, folder: TempDir, input: &str) -> Self {
        let path = folder.path().join("input");
        std::fs::write(&path, input).expect("written");
        let input = Stdio::from(File::open(&path).expect("just written"));
        let mut server = Self {
            child: spawn(words, &folder, input, &|_| {}),
            port,
            folder,
        };
        let ready = server.is_ready();
        assert!(ready, "{}{}", server.log(), server.complaint());
        server
    }

    /// Waits until it serves or has ended.
    fn is_ready(&mut self) -> bool {
        until("Ready to accept connections", || {
            if self.log().contains("Ready to accept connections") {
                return Some(true);
            }
            self.exited().map(|_| false)
        })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], self.port))
    }

    pub(crate) fn client(&self) -> Client {
        Client::connect(self.address())
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Standard output so far.
    pub(crate) fn log(&self) -> String {
        read(&self.folder.path().join("stdout"))
    }

    pub(crate) fn complaint(&self) -> String {
        read(&self.folder.path().join("stderr"))
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn exited(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("a child of ours")
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).expect("a child of ours");
    }

    /// Sends a signal and waits for the end.
    pub(crate) fn end(mut self, signal: Signal) -> Ended {
        self.signal(signal);
        self.wait()
    }

    pub(crate) fn wait(&mut self) -> Ended {
        let status = until("the end of the server", || self.exited());
        Ended {
            code: status.code(),
            stdout: self.log(),
            stderr: self.complaint(),
        }
    }

    /// From now on the process may hold this many open files; those that it has stay.
    pub(crate) fn limit_files(&self, files: u64) {
        let limit = Rlimit {
            current: Some(files),
            maximum: Some(files),
        };
        prlimit(Some(Pid::from_child(&self.child)), Resource::Nofile, limit).expect("lowering");
    }

    pub(crate) fn open_files(&self) -> usize {
        let path = format!("/proc/{}/fd", self.pid());
        std::fs::read_dir(path).map_or(0, Iterator::count)
    }

    /// Resident memory now, bytes.
    pub(crate) fn memory(&self) -> u64 {
        self.status_kib("VmRSS:") * 1024
    }

    /// The most resident memory ever, bytes.
    pub(crate) fn memory_peak(&self) -> u64 {
        self.status_kib("VmHWM:") * 1024
    }

    fn status_kib(&self, name: &str) -> u64 {
        let text = read(Path::new(&format!("/proc/{}/status", self.pid())));
        let line = text.lines().find(|line| line.starts_with(name));
        let word = line.and_then(|line| line.split_whitespace().nth(1));
        word.and_then(|word| word.parse().ok()).expect("a number")
    }

    /// Processor time used so far.
    pub(crate) fn processor_time(&self) -> Duration {
        let stat = read(Path::new(&format!("/proc/{}/stat", self.pid())));
        let (_, fields) = stat.rsplit_once(')').expect("a name in parentheses");
        let fields = fields.split_whitespace().skip(11).take(2);
        let ticks: u64 = fields.map(|n| n.parse::<u64>().expect("ticks")).sum();
        Duration::from_millis(ticks * 1000 / rustix::param::clock_ticks_per_second())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Ended already, perhaps; the child is reaped either way.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs the program until it ends by itself.
pub(crate) fn run(words: &[&str], input: &str) -> Ended {
    let folder = TempDir::new().expect("a folder");
    run_in(words, folder, input)
}

fn run_in(words: &[&str], folder: TempDir, input: &str) -> Ended {
    let path = folder.path().join("input");
    std::fs::write(&path, input).expect("written");
    let input = Stdio::from(File::open(&path).expect("just written"));
    let mut server = Server {
        child: spawn(words, &folder, input, &|_| {}),
        port: 0,
        folder,
    };
    server.wait()
}

/// A port of 127.0.0.1 that nobody listened on a moment ago.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("bound").port()
}

fn spawn(words: &[&str], folder: &TempDir, input: Stdio, prepare: &dyn Fn(&mut Command)) -> Child {
    let file = |name: &str| File::create(folder.path().join(name)).expect("a new file");
    let mut command = Command::new(PROGRAM);
    command
        .args(words)
        .current_dir(folder.path())
        .stdin(input)
        .stdout(file("stdout"))
        .stderr(file("stderr"));
    prepare(&mut command);
    command.spawn().expect("the program")
}

fn read(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
