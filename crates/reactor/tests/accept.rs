//! Accepting and not accepting; waking from outside.

mod common;

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use common::{World, small};
use reactor::{CloseMode, Event, Reactor, ReactorConfig};

const MOMENT: Duration = Duration::from_millis(50);

fn accepted(events: &[Event]) -> usize {
    events
        .iter()
        .filter(|event| matches!(event, Event::Accepted { .. }))
        .count()
}

#[test]
fn a_paused_listener_leaves_connections_in_the_queue() {
    let mut world = World::new();
    world.run_for(MOMENT);
    world.reactor.pause_accept(world.listener);
    world.run_for(MOMENT);
    let _waiting = [world.connect(), world.connect()];
    assert_eq!(accepted(&world.run_for(MOMENT)), 0);
    world.reactor.resume_accept(world.listener);
    world.reactor.pause_accept(world.listener);
    world.reactor.resume_accept(world.listener);
    let mut count = 0;
    world.until(|event, _| {
        count += accepted(&[event]);
        (count == 2).then_some(())
    });
}

#[test]
fn an_unlistened_port_refuses_and_connections_stay() {
    let mut world = World::new();
    let (mut client, conn) = world.pair();
    world.reactor.unlisten(world.listener);
    world.run_for(MOMENT);
    let error = std::net::TcpStream::connect(world.address).expect_err("refused");
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionRefused);
    client.write_all(b"here").expect("written");
    assert_eq!(world.read(conn, 4), b"here");
}

#[test]
fn connections_above_the_limit_are_closed_unanswered() {
    let mut world = World::with(ReactorConfig {
        connections_max: 2,
        ..small()
    });
    let (_first, conn) = world.pair();
    let _second = world.pair();
    let mut third = world.connect();
    world.run_for(MOMENT);
    assert_eq!(third.read(&mut [0; 1]).expect("the end"), 0);
    assert_eq!(world.reactor.stats().refused, 1);
    world.reactor.close(conn, CloseMode::Now);
    world.run_for(MOMENT);
    world.pair();
}

#[test]
fn a_unix_socket_serves_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s");
    let options = reactor::net::UnixOptions {
        backlog: 8,
        ..Default::default()
    };
    let mut world = World::new();
    let listener = world
        .reactor
        .listen(reactor::net::listen_unix(&path, &options).expect("a socket"));
    let mut client = std::os::unix::net::UnixStream::connect(&path).expect("connected");
    let conn = world.until(|event, _| match event {
        Event::Accepted {
            listener: whose,
            conn,
        } => {
            assert_eq!(whose, listener);
            Some(conn)
        }
        _ => None,
    });
    let local = world.reactor.local_address(conn).to_string();
    assert_eq!(local, format!("{}:0", path.display()));
    client.write_all(b"hello").expect("written");
    assert_eq!(world.read(conn, 5), b"hello");
    drop(client);
    world.until(|event, _| matches!(event, Event::RecvClosed { .. }).then_some(()));
}

/// Waits for a doorbell, up to a second.
fn wait_for_bell(reactor: &mut Reactor) -> Duration {
    let start = Instant::now();
    let mut events = Vec::new();
    while !events.contains(&Event::Doorbell) {
        reactor
            .turn(Some(Duration::from_secs(10)), &mut events)
            .expect("a turn");
        assert!(start.elapsed() < Duration::from_secs(9), "nobody rang");
    }
    start.elapsed()
}

#[test]
fn two_rings_ring_at_each_other() {
    const ROUNDS: usize = 200;
    let (give, take) = std::sync::mpsc::channel();
    let mut here = Reactor::new(small()).expect("a ring");
    let home = here.handle();
    let other = std::thread::spawn(move || {
        let mut there = Reactor::new(small()).expect("a ring");
        give.send(there.handle()).expect("a listener");
        for _ in 0..ROUNDS {
            wait_for_bell(&mut there);
            there.ring(&home);
        }
        let mut events = Vec::new();
        there
            .turn(Some(Duration::ZERO), &mut events)
            .expect("a turn");
        there.stats()
    });
    let away = take.recv().expect("a handle");
    let mut events = Vec::new();
    for _ in 0..ROUNDS {
        here.ring(&away);
        here.turn(Some(Duration::ZERO), &mut events)
            .expect("a turn");
        if !events.contains(&Event::Doorbell) {
            wait_for_bell(&mut here);
        }
    }
    let stats = other.join().expect("the other side");
    assert_eq!(
        (stats.rung, here.stats().rung),
        (ROUNDS as u64, ROUNDS as u64)
    );
    // The ring is gone: ringing it does nothing.
    here.ring(&away);
    here.turn(Some(Duration::from_millis(10)), &mut events)
        .expect("a turn");
    assert!(!events.contains(&Event::Doorbell));
}

#[test]
fn a_thread_without_a_ring_wakes_a_sleeping_reactor() {
    let mut reactor = Reactor::new(small()).expect("a ring");
    for _ in 0..3 {
        let handle = reactor.handle();
        let waker = std::thread::spawn(move || {
            std::thread::sleep(MOMENT);
            handle.wake();
            handle.wake();
        });
        let took = wait_for_bell(&mut reactor);
        assert!(took >= MOMENT / 2, "{took:?}");
        waker.join().expect("the waker");
        // Both calls may have come as one bell, or as two.
        let mut events = Vec::new();
        reactor.turn(Some(MOMENT), &mut events).expect("a turn");
    }
    // A bell rung before the turn is not lost.
    reactor.handle().wake();
    assert!(wait_for_bell(&mut reactor) < Duration::from_secs(1));
}

#[test]
fn sizes_that_make_no_sense_are_refused_with_the_reason() {
    let config = ReactorConfig {
        recv_buffers: 100,
        ..small()
    };
    let error = Reactor::new(config).err().expect("an error");
    assert!(error.to_string().contains("recv_buffers is 100"), "{error}");
}
