//! Connections move between cores, and cores come and go, and nobody notices: no reply is wrong,
//! nobody is disconnected.

mod common;

use std::time::Duration;

use common::work::{GoOn, work_undisturbed};
use common::{Client, Server, until};

const CORES: [&str; 4] = ["--cores-min", "4", "--cores-max", "4"];
const WORK: Duration = Duration::from_secs(3);

/// Moves every client of the server on, again and again; returns how often.
fn move_clients(client: &mut Client, go_on: GoOn<'_>) -> u64 {
    let list = client.ask(&["CLIENT", "LIST"]);
    let ids = list.split(&[' ', '\n', '$'][..]);
    let ids: Vec<String> = ids
        .filter_map(|word| word.strip_prefix("id="))
        .map(str::to_owned)
        .collect();
    assert!(ids.len() > 10, "{list}");
    let mut turn = 0;
    while go_on() {
        for id in &ids {
            turn += 1;
            let core = ((turn * 5 + turn / 7) % 4).to_string();
            let told = client.ask(&["RINGKEY", "CLIENT-MOVE", id, &core]);
            // At the end clients go.
            assert!(told == "+OK" || !go_on(), "{told}");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    turn
}

#[test]
fn every_reply_is_right_while_clients_move() {
    let server = Server::start(&CORES);
    work_undisturbed(&server, WORK, |mut client, go_on| {
        assert!(move_clients(&mut client, go_on) > 100);
    });
    let mut client = server.client();
    assert!(client.info("connected_clients") >= 1);
    let info = client.ask(&["INFO", "cores"]);
    let moved = info.split("sessions_in=").skip(1);
    let moved: u64 = moved
        .map(|rest| rest.split([',', '\r']).next().expect("a number"))
        .map(|number| number.parse::<u64>().expect("a number"))
        .sum();
    assert!(moved > 100, "{info}");
}

/// Everything that a session has goes with it.
#[test]
fn a_session_takes_along_what_it_has() {
    let server = Server::start(&CORES);
    let mut client = server.client();
    let mut other = server.client();
    let id = client.ask(&["CLIENT", "ID"])[1..].to_owned();
    let mut core = 0;
    let mut go = |other: &mut Client| {
        core = (core + 1) % 4;
        let asked = ["RINGKEY", "CLIENT-MOVE", &id, &core.to_string()];
        assert_eq!(other.ask(&asked), "+OK");
    };
    assert_eq!(client.ask(&["CLIENT", "SETNAME", "me"]), "+OK");
    assert_eq!(client.ask(&["SELECT", "3"]), "+OK");
    assert_eq!(client.ask(&["SET", "watched", "1"]), "+OK");
    assert_eq!(client.ask(&["WATCH", "watched"]), "+OK");
    assert_eq!(client.ask(&["MULTI"]), "+OK");
    assert_eq!(client.ask(&["INCR", "watched"]), "+QUEUED");
    for _ in 0..9 {
        go(&mut other);
        assert_eq!(client.ask(&["INCR", "watched"]), "+QUEUED");
    }
    let told = client.ask(&["EXEC"]);
    assert!(told.starts_with("*10 :2 :3"), "{told}");
    // A request in two pieces, and a large one.
    client.send_bytes(b"*2\r\n$4\r\nECHO\r\n$5\r\nhe");
    go(&mut other);
    client.send_bytes(b"llo\r\n");
    assert_eq!(client.reply(), "$hello");
    let large = "x".repeat(3 << 20);
    let request = common::request(&["SET", "large", &large]);
    for (number, piece) in request.chunks(200_000).enumerate() {
        if number % 3 == 1 {
            go(&mut other);
        }
        client.send_bytes(piece);
    }
    assert_eq!(client.reply(), "+OK");
    // Output that its client is slow to read.
    for _ in 0..20 {
        client.send(&["GET", "large"]);
    }
    for _ in 0..20 {
        go(&mut other);
        assert_eq!(client.reply().len(), large.len() + 1);
    }
    go(&mut other);
    assert_eq!(client.ask(&["CLIENT", "GETNAME"]), "$me");
    assert_eq!(client.ask(&["GET", "watched"]), "$11");
    assert_eq!(client.ask(&["CLIENT", "ID"])[1..], *id);
    // It is found and closed wherever it is.
    go(&mut other);
    assert_eq!(other.ask(&["CLIENT", "KILL", "ID", &id]), ":1");
    assert_eq!(client.reply(), "closed");
    until("nobody else is there", || {
        (other.info("connected_clients") == 1).then_some(())
    });
}

#[test]
fn a_client_that_waits_goes_on_waiting() {
    let server = Server::start(&CORES);
    let (mut client, mut other) = (server.client(), server.client());
    let id = client.ask(&["CLIENT", "ID"])[1..].to_owned();
    let go = |other: &mut Client, core: &str| {
        assert_eq!(other.ask(&["RINGKEY", "CLIENT-MOVE", &id, core]), "+OK");
    };
    client.send(&["BLPOP", "a", "b", "c", "0"]);
    until("it waits", || {
        (other.info("blocked_clients") == 1).then_some(())
    });
    for core in ["3", "1", "0", "2"] {
        go(&mut other, core);
        assert_eq!(other.info("blocked_clients"), 1);
    }
    assert_eq!(other.ask(&["RPUSH", "b", "x"]), ":1");
    assert_eq!(client.reply(), "*2 $b $x");
    client.send(&["BLPOP", "a", "0.3"]);
    go(&mut other, "1");
    assert_eq!(client.reply(), "*-1");
    client.send(&["BLPOP", "a", "b", "0"]);
    until("it waits", || {
        (other.info("blocked_clients") == 1).then_some(())
    });
    go(&mut other, "0");
    assert_eq!(other.ask(&["CLIENT", "UNBLOCK", &id]), ":1");
    assert_eq!(client.reply(), "*-1");
    assert_eq!(
        other.ask(&["RINGKEY", "CLIENT-MOVE", "12345", "0"]),
        "-ERR No such client ID"
    );
    assert_eq!(
        other.ask(&["RINGKEY", "CLIENT-MOVE", &id, "4"]),
        "-ERR no such core: there are 4 cores"
    );
}

/// The cores by their states.
fn states(client: &mut Client) -> Vec<String> {
    let info = client.ask(&["INFO", "cores"]);
    let states = info.split("state=").skip(1);
    let words = states.filter_map(|rest| rest.split(',').next());
    words.map(str::to_owned).collect()
}

fn set_cores(client: &mut Client, min: usize, max: usize) {
    let (min, max) = (min.to_string(), max.to_string());
    let told = client.ask(&["CONFIG", "SET", "cores-min", &min, "cores-max", &max]);
    assert_eq!(told, "+OK");
}

fn wait_for_cores(client: &mut Client, count: usize) {
    until("so many cores run, and none starts or stops", || {
        let states = states(client);
        let run = states.iter().all(|state| state == "running");
        (run && states.len() == count).then_some(())
    });
}

#[test]
fn every_reply_is_right_while_cores_come_and_go() {
    let server = Server::start(&["--cores-min", "2", "--cores-max", "2"]);
    let mut changes = 0;
    work_undisturbed(&server, WORK * 2, |mut client, go_on| {
        for count in [1, 4, 2, 3, 1, 3, 4, 1, 2, 4].into_iter().cycle() {
            if !go_on() {
                return;
            }
            set_cores(&mut client, count, count);
            // Some changes are overtaken by the next one.
            if changes % 3 != 0 {
                wait_for_cores(&mut client, count);
            }
            changes += 1;
            // New connections are accepted by whoever is there.
            assert_eq!(server.client().ask(&["PING"]), "+PONG");
            std::thread::sleep(Duration::from_millis(30));
        }
    });
    assert!(changes > 10, "{changes} changes");
    let mut client = server.client();
    set_cores(&mut client, 1, 1);
    wait_for_cores(&mut client, 1);
    assert_eq!(client.ask(&["RINGKEY", "SLOTS"]), "*1 *3 :0 :16383 :0");
}

#[test]
fn clients_that_wait_outlive_their_core() {
    let server = Server::start(&["--cores-min", "1", "--cores-max", "4"]);
    let mut control = server.client();
    wait_for_cores(&mut control, 1);
    set_cores(&mut control, 4, 4);
    wait_for_cores(&mut control, 4);
    let mut sleepers: Vec<Client> = (0..24).map(|_| server.client()).collect();
    for (number, sleeper) in sleepers.iter_mut().enumerate() {
        match number % 3 {
            0 => sleeper.send(&["BLPOP", &format!("a:{number}"), "b", "0"]),
            1 => {
                let told = sleeper.ask(&["SUBSCRIBE", "news"]);
                assert_eq!(told, "*3 $subscribe $news :1");
            }
            _ => {
                let told = sleeper.ask(&["PSUBSCRIBE", "n*"]);
                assert_eq!(told, "*3 $psubscribe $n* :1");
            }
        }
    }
    for (number, sleeper) in sleepers.iter_mut().enumerate() {
        let core = (number / 2 % 4).to_string();
        if number % 3 == 0 {
            continue;
        }
        let told = sleeper.ask(&["PING"]);
        assert_eq!(told, "*2 $pong $", "core {core}");
    }
    until("they wait", || {
        (control.info("blocked_clients") == 8).then_some(())
    });
    let before = control.info("total_commands_processed");
    for count in [2, 3, 1] {
        set_cores(&mut control, count, count);
        wait_for_cores(&mut control, count);
        assert_eq!(control.info("blocked_clients"), 8);
        assert_eq!(control.ask(&["PUBSUB", "NUMSUB", "news"]), "*2 $news :8");
        assert_eq!(control.ask(&["PUBSUB", "NUMPAT"]), ":1");
        assert_eq!(control.ask(&["PUBLISH", "news", "x"]), ":16");
    }
    assert!(control.info("total_commands_processed") > before);
    for (number, sleeper) in sleepers.iter_mut().enumerate() {
        match number % 3 {
            0 => {
                let key = format!("a:{number}");
                assert_eq!(control.ask(&["RPUSH", &key, "x"]), ":1");
                assert_eq!(sleeper.reply(), format!("*2 ${key} $x"));
            }
            1 => (0..3).for_each(|_| assert_eq!(sleeper.reply(), "*3 $message $news $x")),
            _ => (0..3).for_each(|_| assert_eq!(sleeper.reply(), "*4 $pmessage $n* $news $x")),
        }
    }
}

/// What a core has goes back to the process when it stops.
#[test]
fn a_core_that_stops_leaves_nothing_behind() {
    let server = Server::start(&["--cores-min", "1", "--cores-max", "1"]);
    let mut client = server.client();
    let threads = || {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", server.pid())).expect("/proc");
        tasks.count()
    };
    let threads_before = threads();
    let mut files_before = None;
    for _ in 0..4 {
        set_cores(&mut client, 4, 4);
        wait_for_cores(&mut client, 4);
        assert_eq!(threads(), threads_before + 3);
        set_cores(&mut client, 1, 1);
        wait_for_cores(&mut client, 1);
        until("the threads have ended", || {
            (threads() == threads_before).then_some(())
        });
        // The kernel takes a moment to end a ring.
        let files = *files_before.get_or_insert_with(|| server.open_files());
        until("their files are closed", || {
            (server.open_files() <= files).then_some(())
        });
    }
    let told = client.ask(&["CONFIG", "SET", "cores-min", "3"]);
    assert!(
        told.contains("cores-min must not be above cores-max"),
        "{told}"
    );
}
