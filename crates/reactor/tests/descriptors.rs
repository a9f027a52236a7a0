//! Out of descriptors. In a test program of its own, alone: the limit is the whole process's.

mod common;

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use common::World;
use reactor::{CloseMode, Event, Reactor, SetupStep};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};

/// Leaves room for `room` descriptors more. The limit is on their numbers, and the free numbers may
/// lie between used ones.
fn leave_room_for(room: usize) {
    let is_free = |fd: &u64| !std::fs::exists(format!("/proc/self/fd/{fd}")).expect("/proc");
    let limit = (0..).filter(is_free).nth(room).expect("a free number");
    let maximum = getrlimit(Resource::Nofile).maximum;
    let limits = Rlimit {
        current: Some(limit),
        maximum,
    };
    setrlimit(Resource::Nofile, limits).expect("a lower limit");
}

fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Half a second out of descriptors: reported once, without spinning.
fn stall_quietly(world: &mut World) -> Vec<Event> {
    let before = (cpu_time(), world.reactor.stats().turns);
    let events = world.run_for(Duration::from_millis(500));
    let (used, turns) = (
        cpu_time() - before.0,
        world.reactor.stats().turns - before.1,
    );
    let stalls: Vec<_> = events
        .iter()
        .filter(|event| matches!(event, Event::AcceptStalled { .. }))
        .collect();
    let expected = Event::AcceptStalled {
        listener: world.listener,
        errno: libc::EMFILE,
    };
    assert_eq!(stalls, [&expected]);
    assert!(turns < 40, "{turns} turns in half a second");
    assert!(
        used < Duration::from_millis(100),
        "{used:?} of CPU time in half a second"
    );
    events
}

#[test]
fn out_of_descriptors_accepting_stalls_without_spinning_and_goes_on() {
    let mut world = World::new();
    let (mut steady, steady_conn) = world.pair();
    let clients: Vec<_> = (0..6).map(|_| world.connect()).collect();
    let mut conns: Vec<_> = world
        .run_for(Duration::from_millis(50))
        .iter()
        .filter_map(conn_of)
        .collect();
    assert_eq!(conns.len(), clients.len());
    world.reactor.pause_accept(world.listener);
    world.run_for(Duration::from_millis(50));
    let late = (0..5).map(|_| world.connect()).collect::<Vec<_>>();
    leave_room_for(1);
    world.reactor.resume_accept(world.listener);

    let events = stall_quietly(&mut world);
    conns.extend(events.iter().filter_map(conn_of));
    assert_eq!(conns.len(), clients.len() + 1);

    // Who is connected notices nothing.
    steady.write_all(b"steady").expect("written");
    assert_eq!(world.read(steady_conn, 6), b"steady");

    // No ring without a descriptor, and the error says so.
    let error = Reactor::new(common::small()).err().expect("an error");
    assert_eq!((error.step, error.errno), (SetupStep::Setup, libc::EMFILE));
    assert!(error.to_string().contains("ulimit -n"), "{error}");

    // A close lets the next one in, at once: sooner than the delay, at least once in three times.
    let waited = (0..3).map(|round| {
        world.reactor.close(conns[round], CloseMode::Now);
        let start = Instant::now();
        world.until(|event, _| conn_of(&event));
        start.elapsed()
    });
    let soonest = waited.min().expect("three times");
    assert!(soonest < Duration::from_millis(20), "{soonest:?}");

    // A higher limit is noticed without a close.
    leave_room_for(100);
    let start = Instant::now();
    let last = world.until(|event, _| conn_of(&event));
    assert!(
        start.elapsed() < Duration::from_millis(200),
        "{:?}",
        start.elapsed()
    );
    world.reactor.send(last, b"welcome".to_vec());
    world.run_for(Duration::from_millis(20));
    let mut answer = [0; 7];
    late.last()
        .expect("five")
        .read_exact(&mut answer)
        .expect("an answer");
    assert_eq!(&answer, b"welcome");
}

fn conn_of(event: &Event) -> Option<reactor::ConnId> {
    match event {
        Event::Accepted { conn, .. } => Some(*conn),
        _ => None,
    }
}
