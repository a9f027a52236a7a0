//! Server processes that a tool starts itself: pinned, awaited, measured from outside, stopped.
//! It must never know what a server is asked.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use rustix::thread::{CpuSet, sched_setaffinity};
use rustix::time::{ClockId, clock_gettime};

use crate::link::Link;

/// How long a server may take until it answers PING.
const START_PATIENCE: Duration = Duration::from_secs(20);
/// How long a server may take to stop after SIGTERM before it is killed.
const STOP_PATIENCE: Duration = Duration::from_secs(10);

/// What to start and where.
#[derive(Clone, Debug)]
pub struct Launch {
    pub program: PathBuf,
    /// Processors that the server may run on.
    pub cpus: Vec<usize>,
    /// Arguments, after those of the style.
    pub args: Vec<String>,
    pub style: Style,
}

/// How a program is told where to listen, and when it is ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The command line of a Valkey: free port, no persistence, folder of its own. It is ready
    /// when it answers PING.
    Valkey,
    /// `PROGRAM serve reactor-echo PORT ...`. It is ready when it accepts.
    Echo,
}

/// A running server; dropping it stops it.
#[derive(Debug)]
pub struct Server {
    child: Child,
    addr: SocketAddr,
    directory: tempfile::TempDir,
}

impl Server {
    /// Starts the server on a free port of 127.0.0.1 and waits until it answers.
    pub fn start(launch: &Launch) -> Result<Self, String> {
        let name = launch.program.display();
        let failed = |error: &dyn std::fmt::Display| format!("cannot start {name}: {error}");
        let directory = tempfile::tempdir().map_err(|error| failed(&error))?;
        let port = free_port().map_err(|error| failed(&error))?;
        let log = fs::File::create(directory.path().join("log")).map_err(|e| failed(&e))?;
        let errors = log.try_clone().map_err(|error| failed(&error))?;
        let mut command = Command::new(&launch.program);
        match launch.style {
            Style::Valkey => command
                .args(["--port", &port.to_string(), "--bind", "127.0.0.1"])
                .args(["--save", "", "--dir"])
                .arg(directory.path()),
            Style::Echo => command.args(["serve", "reactor-echo", &port.to_string()]),
        };
        command
            .args(&launch.args)
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors);
        // A child inherits the affinity of the thread that starts it.
        pin_this_thread(&launch.cpus).map_err(|error| failed(&error))?;
        let child = command.spawn().map_err(|error| failed(&error))?;
        let addr = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut server = Self {
            child,
            addr,
            directory,
        };
        server.await_ready(launch.style).map_err(|error| {
            format!(
                "{}\n{}",
                failed(&error),
                read_text(&server.directory.path().join("log"))
            )
        })?;
        Ok(server)
    }

    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// CPU time of all its threads so far.
    pub fn cpu_time(&self) -> io::Result<Duration> {
        cpu_time_of(self.pid())
    }

    /// Resident memory in bytes.
    pub fn resident_bytes(&self) -> io::Result<u64> {
        resident_bytes_of(self.pid())
    }

    /// Stops its threads where they are, so that they disturb no measurement of another server.
    pub fn freeze(&self) -> io::Result<()> {
        self.signal(Signal::STOP)
    }

    /// Lets a frozen server go on.
    pub fn thaw(&self) -> io::Result<()> {
        self.signal(Signal::CONT)
    }

    fn signal(&self, signal: Signal) -> io::Result<()> {
        Ok(kill_process(Pid::from_child(&self.child), signal)?)
    }

    fn await_ready(&mut self, style: Style) -> Result<(), String> {
        let deadline = Instant::now() + START_PATIENCE;
        while Instant::now() < deadline {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("it ended at once ({status})"));
            }
            let ready = Link::connect(self.addr).is_ok_and(|mut link| {
                style == Style::Echo || link.ask(&["PING"]).is_ok_and(|reply| reply == b"+PONG\r\n")
            });
            if ready {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err(format!("no answer within {START_PATIENCE:?}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.thaw();
        let _ = self.signal(Signal::TERM);
        let deadline = Instant::now() + STOP_PATIENCE;
        while Instant::now() < deadline {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Restricts the calling thread, and the processes it will start, to `cpus`.
pub fn pin_this_thread(cpus: &[usize]) -> io::Result<()> {
    let mut set = CpuSet::new();
    for cpu in cpus {
        if *cpu >= CpuSet::MAX_CPU {
            return Err(io::Error::other(format!(
                "no processor has the number {cpu}"
            )));
        }
        set.set(*cpu);
    }
    Ok(sched_setaffinity(None, &set)?)
}

/// CPU time of all threads of a process, in the scheduler's nanoseconds where the kernel offers
/// them; else in ticks of 10 ms.
pub fn cpu_time_of(pid: u32) -> io::Result<Duration> {
    let mut nanos = 0u64;
    for task in fs::read_dir(format!("/proc/{pid}/task"))? {
        let text = read_text(&task?.path().join("schedstat"));
        let Some(time) = text
            .split(' ')
            .next()
            .and_then(|word| word.parse::<u64>().ok())
        else {
            return cpu_ticks_of(pid);
        };
        nanos += time;
    }
    Ok(Duration::from_nanos(nanos))
}

/// CPU time of the calling thread.
pub fn cpu_time_of_this_thread() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        time.tv_sec.unsigned_abs(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    )
}

fn cpu_ticks_of(pid: u32) -> io::Result<Duration> {
    const TICK: Duration = Duration::from_millis(10);
    let text = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    // The name in parentheses may hold spaces; utime and stime are fields 14 and 15.
    let fields = text.rsplit(')').next().unwrap_or_default();
    let ticks: u32 = fields
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|word| word.parse::<u32>().ok())
        .sum();
    Ok(TICK * ticks)
}

/// Resident memory of a process in bytes.
pub fn resident_bytes_of(pid: u32) -> io::Result<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let kilobytes = text
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes
        .map(|kb| kb * 1024)
        .ok_or_else(|| io::Error::other("no VmRSS line"))
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

fn read_text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A process of its own: in this one threads of other tests end, and their time with them.
    #[test]
    fn cpu_time_grows_with_work() {
        let mut busy = Command::new("sh")
            .args(["-c", "while :; do :; done"])
            .spawn()
            .expect("a shell");
        let pid = busy.id();
        let before = cpu_time_of(pid).expect("its times");
        let deadline = Instant::now() + Duration::from_secs(30);
        let mut used = Duration::ZERO;
        while used < Duration::from_millis(20) && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(10));
            used = cpu_time_of(pid).expect("its times") - before;
        }
        let ticks = cpu_ticks_of(pid);
        let resident = resident_bytes_of(pid).expect("its status");
        busy.kill().expect("it runs");
        busy.wait().expect("it is a child");
        assert!(used >= Duration::from_millis(20), "{used:?}");
        assert!(ticks.is_ok() && resident > 10_000, "{ticks:?} {resident}");
    }

    #[test]
    fn a_program_that_ends_is_reported_with_what_it_said() {
        let launch = Launch {
            program: "/bin/echo".into(),
            cpus: vec![0],
            args: Vec::new(),
            style: Style::Valkey,
        };
        let error = Server::start(&launch).expect_err("echo is no server");
        assert!(
            error.contains("/bin/echo") && error.contains("--port"),
            "{error}"
        );
    }
}
