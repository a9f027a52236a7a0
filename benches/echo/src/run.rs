//! The measurement: all servers up, one measured at a time, in turns, the median of the rounds.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::thread::{CpuSet, sched_setaffinity};

const CLIENTS: &str = "50";
/// Pipeline depth, and requests per round: a second or less on an idle machine.
const CELLS: [(u32, u64); 3] = [(1, 60_000), (16, 600_000), (64, 1_500_000)];
const START_PATIENCE: Duration = Duration::from_secs(10);

struct Server {
    name: &'static str,
    port: u16,
    child: Child,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn run(rounds: usize) -> Result<(), String> {
    let peers = std::env::var_os("RINGKEY_PEERS").map(PathBuf::from).ok_or(
        "RINGKEY_PEERS must name the folder that holds valkey-server and valkey-benchmark",
    )?;
    let servers = start_all(&peers)?;
    let mut cells = vec![vec![Vec::new(); servers.len()]; CELLS.len()];
    for _ in 0..rounds.max(1) {
        for (cell, &(depth, requests)) in CELLS.iter().enumerate() {
            for (at, server) in servers.iter().enumerate() {
                cells[cell][at].push(measure(&peers, server, depth, requests)?);
            }
        }
    }
    print_table(&servers, &mut cells);
    Ok(())
}

fn print_table(servers: &[Server], cells: &mut [Vec<Vec<f64>>]) {
    println!(
        "server CPU per request, microseconds (ratio to {})",
        servers[0].name
    );
    print!("{:>5}", "");
    for server in servers {
        print!("{:>22}", server.name);
    }
    println!();
    for (row, (depth, _)) in cells.iter_mut().zip(CELLS) {
        print!("{:>5}", format!("P{depth}"));
        let medians: Vec<f64> = row.iter_mut().map(|values| median(values)).collect();
        for value in &medians {
            print!("{:>22}", format!("{value:.3} ({:.2})", value / medians[0]));
        }
        println!();
    }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn start_all(peers: &Path) -> Result<Vec<Server>, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut servers = Vec::new();
    for name in ["valkey", "reactor", "glommio"] {
        let port = free_port()?;
        let text = port.to_string();
        let mut command = match name {
            "valkey" => Command::new(peers.join("valkey-server")),
            _ => Command::new(&own),
        };
        match name {
            "valkey" => command.args(["--port", &text, "--save", "", "--daemonize", "no"]),
            _ => command.args(["serve", name, &text, "0"]),
        };
        let child = on_core(0, &mut command)?;
        servers.push(Server { name, port, child });
        let deadline = Instant::now() + START_PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if Instant::now() > deadline {
                return Err(format!("{name} does not answer on port {port}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    Ok(servers)
}

/// CPU microseconds of the server per request of one load.
fn measure(peers: &Path, server: &Server, depth: u32, requests: u64) -> Result<f64, String> {
    let before = cpu_us(server)?;
    let (port, depth, count) = (
        server.port.to_string(),
        depth.to_string(),
        requests.to_string(),
    );
    let mut load = Command::new(peers.join("valkey-benchmark"));
    load.args([
        "-t",
        "ping_mbulk",
        "-q",
        "-c",
        CLIENTS,
        "-p",
        &port,
        "-P",
        &depth,
        "-n",
        &count,
    ]);
    let status = on_core(1, &mut load)?
        .wait()
        .map_err(|error| error.to_string())?;
    if !status.success() {
        return Err(format!(
            "valkey-benchmark against {} failed: {status}",
            server.name
        ));
    }
    Ok((cpu_us(server)? - before) / requests as f64)
}

/// Starts `command` on one core: it inherits this thread's.
fn on_core(core: usize, command: &mut Command) -> Result<Child, String> {
    let mut cores = CpuSet::new();
    cores.set(core);
    sched_setaffinity(None, &cores).map_err(|errno| format!("core {core}: {errno}"))?;
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
        .spawn()
        .map_err(|error| format!("{:?}: {error}", command.get_program()))
}

/// User and system time of a process so far, microseconds.
fn cpu_us(server: &Server) -> Result<f64, String> {
    let path = format!("/proc/{}/stat", server.child.id());
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    // The name, in parentheses, may hold anything; fields 14 and 15 follow it as 11th and 12th.
    let fields = text.rsplit_once(')').map_or("", |(_, rest)| rest);
    let mut ticks = fields
        .split_whitespace()
        .skip(11)
        .map_while(|field| field.parse::<u64>().ok());
    match (ticks.next(), ticks.next()) {
        (Some(user), Some(system)) => {
            let per_second = rustix::param::clock_ticks_per_second();
            Ok((user + system) as f64 * 1e6 / per_second as f64)
        }
        _ => Err(format!("{path} is not understood")),
    }
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener
        .local_addr()
        .map(|address| address.port())
        .map_err(|error| error.to_string())
}
