//! One of two cores has all the slots that are asked for: they are shared while clients work.
//!
//!     cargo test --release -p ringkey-server --test balance -- --nocapture
//!
//! tells how busy both cores are meanwhile, and how many connections each of them has.

mod common;

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use common::{Client, Server};

const HOT_KEYS: usize = 16;
const COLD_KEYS: usize = 400;
/// Requests of a hot key among ten.
const HOT_OF_TEN: usize = 9;
const CLIENTS: usize = 8;
const PIPELINE: usize = 16;
/// The cores are looked at this often.
const LOOK: Duration = Duration::from_millis(500);
const LOOKS: u32 = 12;
/// However slow the machine is, something moves by then.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn hot_slots_of_one_core_are_shared_while_clients_work() {
    let server = Server::start(&["--cores-min", "2", "--cores-max", "2"]);
    let mut control = server.client();
    let (hot, cold) = keys(&mut control);
    for key in hot.iter().chain(&cold) {
        assert_eq!(control.ask(&["SET", key, "value"]), "+OK");
    }
    let (stop, began) = (AtomicBool::new(false), Instant::now());
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..CLIENTS)
            .map(|number| {
                let (mut client, stop) = (server.client(), &stop);
                let (hot, cold) = (&hot, &cold);
                scope.spawn(move || work(&mut client, number, hot, cold, stop))
            })
            .collect();
        let mut looks = 0;
        loop {
            std::thread::sleep(LOOK);
            looks += 1;
            let shared = moved(&mut control, &hot);
            println!(
                "{:>4} ms, {shared} of {HOT_KEYS} moved",
                began.elapsed().as_millis()
            );
            print!("{}", section(&mut control));
            if looks >= LOOKS && shared > 0 || began.elapsed() > PATIENCE {
                break;
            }
        }
        stop.store(true, Ordering::Relaxed);
        let requests: usize = workers
            .into_iter()
            .map(|worker| worker.join().expect("every reply is right"))
            .sum();
        println!("{requests} requests in {} ms", began.elapsed().as_millis());
    });
    let shared = moved(&mut control, &hot);
    assert!((1..HOT_KEYS).contains(&shared), "{shared} hot slots moved");
    let load = control.ask(&["RINGKEY", "LOAD", "2"]);
    assert!(load.starts_with("*2"), "{load}");
}

/// Keys of slots of the first core, each in a slot of its own, and keys of any slots.
fn keys(control: &mut Client) -> (Vec<String>, Vec<String>) {
    let mut hot = Vec::new();
    let mut slots = Vec::new();
    let names = (0..).map(|number| format!("hot:{number}"));
    for name in names {
        let slot = control.ask(&["CLUSTER", "KEYSLOT", &name]);
        let owner = control.ask(&["RINGKEY", "SLOTS", &slot[1..]]);
        if owner.ends_with(":0") && !slots.contains(&slot) {
            slots.push(slot);
            hot.push(name);
        }
        if hot.len() == HOT_KEYS {
            break;
        }
    }
    let cold = (0..COLD_KEYS).map(|number| format!("cold:{number}"));
    (hot, cold.collect())
}

/// How many of the hot keys are on the other core.
fn moved(control: &mut Client, hot: &[String]) -> usize {
    let mut is_elsewhere = |key: &&String| {
        let slot = control.ask(&["CLUSTER", "KEYSLOT", key]);
        let owner = control.ask(&["RINGKEY", "SLOTS", &slot[1..]]);
        owner.ends_with(":1")
    };
    hot.iter().filter(|key| is_elsewhere(key)).count()
}

/// What INFO tells of both cores.
fn section(control: &mut Client) -> String {
    let told = control.ask(&["INFO", "cores"]);
    let lines = told.lines().filter(|line| line.starts_with("core"));
    lines.map(|line| format!("        {line}\n")).collect()
}

/// GET of hot keys mostly, until told to stop; returns how many.
fn work(
    client: &mut Client,
    number: usize,
    hot: &[String],
    cold: &[String],
    stop: &AtomicBool,
) -> usize {
    let (mut turn, mut requests) = (number * 7919, 0);
    while !stop.load(Ordering::Relaxed) {
        let mut bytes = Vec::new();
        for _ in 0..PIPELINE {
            turn = turn
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963);
            let draw = turn >> 33;
            let key = if draw % 10 < HOT_OF_TEN {
                &hot[draw / 10 % hot.len()]
            } else {
                &cold[draw / 10 % cold.len()]
            };
            bytes.extend_from_slice(&common::request(&["GET", key]));
        }
        client.send_bytes(&bytes);
        let expected = b"$5\r\nvalue\r\n".repeat(PIPELINE);
        assert_eq!(client.read_bytes(expected.len()), expected);
        requests += PIPELINE;
    }
    requests
}
