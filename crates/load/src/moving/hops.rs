//! A client of the cluster on the ports of the cores, while slots move: requests that still went
//! from one core to another. It must never tell the client where a slot is.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::time::{Duration, Instant};

use stdx::rng::Rng;
use stdx::slot::{SLOTS, slot_of};

use super::cores::cores;
use super::{Subject, command, failed};
use crate::cluster_link::{ClusterLink, Request};
use crate::link::Link;
use crate::process::Server;

const CORES: u16 = 2;
const KEYS: u64 = 100_000;
const DEPTH: usize = 64;

/// Measures and says what came of it.
pub fn run(subject: &Subject, seconds: f64, moves_per_second: f64) -> Result<String, String> {
    let base = free_ports(CORES).map_err(failed)?;
    let args = format!(
        "--cores-min {CORES} --cores-max {CORES} --cluster-enabled yes \
         --cluster-core-ports-base {base} --balance manual"
    );
    let server = subject.start(&args)?;
    measure(&server, base, seconds, moves_per_second).map_err(failed)
}

/// The first of so many ports in a row that nobody has.
fn free_ports(count: u16) -> io::Result<u16> {
    loop {
        let first = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let mut ports = (first..=u16::MAX).take(usize::from(count));
        let all = ports.len() == usize::from(count);
        if all && ports.all(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()) {
            return Ok(first);
        }
    }
}

fn measure(server: &Server, base: u16, seconds: f64, moves_per_second: f64) -> io::Result<String> {
    let mut control = Link::connect(server.addr())?;
    let mut client = ClusterLink::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, base)))?;
    let mut rng = Rng::new(7);
    let hops = |control: &mut Link| -> io::Result<u64> {
        let cores = cores(control)?;
        Ok(cores.iter().map(|core| core.figure("hops")).sum())
    };
    let before = hops(&mut control)?;
    let (mut requests, mut moves) = (0u64, 0u64);
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs_f64(seconds) {
        let batch: Vec<Request> = (0..DEPTH).map(|_| request(&mut rng)).collect();
        client.ask_all(&batch)?;
        requests += batch.len() as u64;
        if (moves as f64) < began.elapsed().as_secs_f64() * moves_per_second {
            let slot = rng.below(SLOTS as u64).to_string();
            let core = rng.below(u64::from(CORES)).to_string();
            command(&mut control, &["RINGKEY", "MOVE", &slot, &core])?;
            moves += 1;
        }
    }
    // The moves themselves, asked for on the common port, are among the hops.
    let hops = hops(&mut control)? - before;
    Ok(format!(
        "{requests} requests, {moves} moves, {} redirections, {hops} hops: {:.4} per request\n",
        client.redirections,
        hops as f64 / requests as f64
    ))
}

fn request(rng: &mut Rng) -> Request {
    let key = format!("key:{}", rng.below(KEYS)).into_bytes();
    let slot = slot_of(&key);
    let mut args = vec![b"GET".to_vec(), key];
    if rng.below(10) == 0 {
        args[0] = b"SET".to_vec();
        args.push(b"value".to_vec());
    }
    Request { slot, args }
}
