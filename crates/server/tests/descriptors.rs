//! A process that has run out of file descriptors: it waits for some, quietly, and goes on.

mod common;

use std::time::Duration;

use common::{Client, Server, until};

/// Descriptors that are left to the process.
const ROOM: u64 = 24;

/// Far less than a loop that tries again and again would use, far more than one that sleeps.
const WINDOW: Duration = Duration::from_millis(1000);
const BUSY: Duration = Duration::from_millis(500);

#[test]
fn accepts_again_when_descriptors_return_and_does_not_spin_meanwhile() {
    for cores in [1, 2] {
        let number = cores.to_string();
        let server = Server::start(&["--cores-min", &number, "--cores-max", &number]);
        let (mut clients, room) = exhausted(&server, cores);
        assert!(room > 4 && room < clients.len(), "room for {room} clients");

        let before = server.processor_time();
        std::thread::sleep(WINDOW);
        let used = server.processor_time() - before;
        assert!(used < BUSY, "{used:?} of processor time in {WINDOW:?}");
        assert_eq!(
            shortages(&server),
            cores,
            "one line of each core: {}",
            server.log()
        );

        let mut waiting = clients.split_off(room);
        for client in &mut clients {
            assert_eq!(client.reply(), "+PONG");
        }
        assert_eq!(clients[0].info("connected_clients"), room as i64);
        assert!(clients[0].info("used_memory_rss") > 0);
        clients.truncate(room - waiting.len().min(room - 1));
        for client in waiting.iter_mut().take(room - clients.len()) {
            assert_eq!(client.reply(), "+PONG");
        }
        assert_eq!(clients[0].ask(&["PING"]), "+PONG");
    }
}

/// Clients that have sent a PING each, more of them than there are descriptors for, and how many
/// are served: the first ones, since they are accepted in order.
fn exhausted(server: &Server, cores: usize) -> (Vec<Client>, usize) {
    let mut clients = vec![server.client()];
    server.limit_files(server.open_files() as u64 + ROOM);
    // The kernel reads the limit when a core begins to accept: let them begin anew.
    let words = ["CONFIG", "SET", "bind", "127.0.0.1 127.0.0.2"];
    assert_eq!(clients[0].ask(&words), "+OK");
    clients[0].send(&["PING"]);
    until("every core is out of descriptors", || {
        let mut client = server.client();
        client.send(&["PING"]);
        clients.push(client);
        (shortages(server) == cores).then_some(())
    });
    assert_eq!(clients[0].reply(), "+PONG");
    let room = clients[0].info("connected_clients");
    clients[0].send(&["PING"]);
    (clients, usize::try_from(room).expect("a count"))
}

fn shortages(server: &Server) -> usize {
    server.log().matches("Too many open files").count()
}

/// Where the system allows few files from the start, fewer clients are served and the log says so.
#[test]
fn few_files_at_the_start_mean_fewer_clients() {
    let server = Server::start_with(&["--maxclients", "5000000"], |_| {});
    let log = server.log();
    let mut client = server.client();
    let possible: u64 = client.config("maxclients").parse().expect("a number");
    if possible == 5_000_000 {
        println!("skipped: this machine allows millions of open files");
        return;
    }
    let text = format!("maxclients has been reduced from 5000000 to {possible}");
    assert!(log.contains(&text) && log.contains("ulimit -n"), "{log}");
    let words = ["CONFIG", "SET", "maxclients", "5000000"];
    let reply = client.ask(&words);
    assert!(
        reply.contains("not able to handle the specified number of clients"),
        "{reply}"
    );
    assert_eq!(client.config("maxclients"), possible.to_string());
}
