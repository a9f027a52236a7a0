//! The end of a run: whoever waits is given what it waits for, then everybody goes, and nothing
//! may be left.
//!
//! Never changes what clients send.

use stdx::slot::SLOTS;

use crate::client::{Client, Piece};
use crate::connection::{Connection, Sent};
use crate::seat::Seat;
use crate::wire::{self, Words};
use crate::workload::frames_of;
use crate::world::{STEPS_MAX, World};

/// Virtual time after which the first quiet moment ends the main part of a run.
const MAIN_US: u64 = 400_000;
const ROUND_US: u64 = 20_000;
/// Without anybody asking, so that keys whose time is over go by themselves.
const QUIET_US: u64 = 300_000;
const FAREWELL_US: u64 = 300_000;
/// Rounds of pushing to all keys in which nobody gets anything: somebody waits for ever.
const VAIN_ROUNDS_MAX: u64 = 8;

/// Runs a world to its end. Returns what was left.
pub(crate) fn run_to_the_end(world: &mut World) -> Vec<String> {
    world.run(MAIN_US, everybody_is_done);
    let helper = world.connect(0, None);
    let (mut vain, mut heard) = (0, 0);
    while !everybody_is_done(world) && vain < VAIN_ROUNDS_MAX && world.step < STEPS_MAX {
        push_to_all_keys(world, helper);
        world.run(world.now_us + ROUND_US, |_| false);
        let now = heard_by_clients(world);
        vain = if now == heard { vain + 1 } else { 0 };
        heard = now;
    }
    world.run(world.now_us + QUIET_US, |_| false);
    if world.step >= STEPS_MAX {
        return vec![
            format!("{STEPS_MAX} steps were not enough"),
            unfinished(world).join("; "),
        ];
    }
    let mut left = waiting(world);
    left.extend(world.left.iter().cloned());
    left.extend(unfinished(world));
    left.extend(sent_away(world));
    left.extend(owners(world));
    farewell(world, helper);
    left.extend(running(world).flat_map(|seat| seat.core.left_behind()));
    left.extend(owners(world));
    left
}

fn everybody_is_done(world: &World) -> bool {
    world.clients.iter().all(Client::is_done) && !theirs(world).any(Connection::is_waiting)
}

/// Connections of clients, those they have left included.
fn theirs(world: &World) -> impl Iterator<Item = &Connection> {
    let all = world.connections.iter().zip(&world.owners);
    all.filter(|(_, owner)| owner.is_some())
        .map(|(connection, _)| connection)
}

fn heard_by_clients(world: &World) -> usize {
    theirs(world)
        .map(|connection| connection.replies.len())
        .sum()
}

fn push_to_all_keys(world: &mut World, helper: usize) {
    let elements = world.profile.clients as usize * 2;
    let mut requests = Vec::new();
    for db in 0..world.profile.databases.max(2) {
        requests.push(wire::words(&["SELECT", &db.to_string()]));
        for key in world.names.keys.clone() {
            requests.push(vec![b"DEL".to_vec(), key.clone()]);
            let mut push: Words = vec![b"RPUSH".to_vec(), key];
            push.extend((0..elements).map(|number| number.to_string().into_bytes()));
            requests.push(push);
        }
    }
    send(world, helper, requests);
}

fn send(world: &mut World, helper: usize, requests: Vec<Words>) {
    let pieces = requests.into_iter().map(|args| {
        let bytes = wire::request(&args);
        world.connections[helper].awaited += frames_of(&args);
        world.connections[helper].sent.push(Sent { args, at: None });
        Piece::Bytes(bytes, 1)
    });
    let pieces = pieces.collect();
    world.write(helper, pieces);
}

/// Who still waits, and for what.
fn waiting(world: &World) -> Vec<String> {
    let waiting = world
        .connections
        .iter()
        .filter(|connection| connection.is_waiting());
    waiting
        .map(|connection| {
            let client = connection.session.map_or(0, |(_, client_id)| client_id);
            let (got, wanted) = (connection.replies.len(), connection.awaited);
            let mut frames = 0;
            let request = connection.sent.iter().find(|sent| {
                frames += frames_of(&sent.args);
                frames > got
            });
            let request = request.map_or(String::new(), |sent| wire::shown_words(&sent.args));
            format!("client {client} waits for ever: {got} of {wanted} replies, then {request}")
        })
        .collect()
}

/// Clients that the server closed although they did not want to go.
fn sent_away(world: &World) -> Vec<String> {
    let gone = |c: &&Connection| c.closed && c.leaves.is_none();
    let gone = world.connections.iter().filter(gone);
    gone.map(|connection| {
        let client = connection.session.map_or(0, |(_, client_id)| client_id);
        format!("client {client} was closed by the server")
    })
    .collect()
}

/// Cores that have not ended.
fn running(world: &World) -> impl Iterator<Item = &Seat> {
    world.seats.iter().filter(|seat| !seat.ended)
}

fn unfinished(world: &World) -> Vec<String> {
    running(world)
        .flat_map(|seat| seat.core.unfinished())
        .collect()
}

/// Slots that have not exactly one owner, the one that the map names, and cores whose accounts of
/// their slots are wrong.
fn owners(world: &World) -> Vec<String> {
    let mut wrong: Vec<String> = Vec::new();
    let mut owned = vec![0_u32; SLOTS];
    for seat in running(world) {
        for slot in seat.core.owned_slots() {
            owned[usize::from(slot)] += 1;
            let named = world.shared.map.owner(slot);
            if named != seat.core.id() {
                let core = seat.core.id();
                wrong.push(format!("core {core} has slot {slot}, the map says {named}"));
            }
        }
        wrong.extend(seat.core.recount());
    }
    let lost = (0..SLOTS).filter(|&slot| owned[slot] != 1);
    wrong.extend(lost.map(|slot| format!("slot {slot} has {} owners", owned[slot])));
    wrong
}

/// All keys and all clients go.
fn farewell(world: &mut World, helper: usize) {
    world.step += 1;
    world.farewell = world.moment();
    for connection in 0..world.connections.len() {
        if connection != helper {
            world.write(connection, vec![Piece::Close]);
        }
    }
    world.run(world.now_us + ROUND_US, |_| false);
    send(world, helper, vec![wire::words(&["FLUSHALL"])]);
    world.run(world.now_us + ROUND_US, |_| false);
    world.write(helper, vec![Piece::Close]);
    world.run(world.now_us + FAREWELL_US, |_| false);
}
