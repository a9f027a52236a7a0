//! Ten thousand connections at once.

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;

use common::{PATIENCE, Server, request, until};
use rustix::process::{Resource, getrlimit, setrlimit};

const CLIENTS: usize = 10_000;
/// What the test itself and the harness keep open besides.
const BESIDES: u64 = 200;

#[test]
fn ten_thousand_connections_on_one_and_on_two_cores() {
    if !allow_files(CLIENTS as u64 + BESIDES) {
        println!("skipped: the hard limit on open files is below {CLIENTS} (ulimit -Hn)");
        return;
    }
    for cores in ["1", "2"] {
        let server = Server::start(&["--cores-min", cores, "--cores-max", cores]);
        let mut watcher = server.client();
        let most: usize = watcher.config("maxclients").parse().expect("a number");
        if most < CLIENTS {
            println!("skipped: the server may open files for {most} clients only");
            return;
        }
        assert_eq!(
            watcher.ask(&["CONFIG", "SET", "maxclients", "10001"]),
            "+OK"
        );
        let before = server.memory();
        let mut clients: Vec<TcpStream> = (0..CLIENTS).map(|_| connect(&server)).collect();
        until("all connected", || {
            (watcher.info("connected_clients") == CLIENTS as i64 + 1).then_some(())
        });
        let idle = (server.memory() - before) / CLIENTS as u64;

        everybody(&mut clients, |_| {
            (b"PING\r\n".to_vec(), "+PONG\r\n".to_owned())
        });
        everybody(&mut clients, |number| {
            let request = request(&["SET", &format!("key:{number}"), &format!("value:{number}")]);
            (request, "+OK\r\n".to_owned())
        });
        everybody(&mut clients, |number| {
            let other = (number * 7 + 1) % CLIENTS;
            let value = format!("value:{other}");
            let reply = format!("${}\r\n{value}\r\n", value.len());
            (request(&["GET", &format!("key:{other}")]), reply)
        });
        let used = (server.memory() - before) / CLIENTS as u64;
        println!("{cores} cores: {idle} bytes per idle connection, {used} after three commands");
        assert!(used < 64 * 1024, "{used} bytes per connection");

        drop(clients);
        until("all gone", || {
            (watcher.info("connected_clients") == 1).then_some(())
        });
        assert_eq!(watcher.ask(&["DBSIZE"]), format!(":{CLIENTS}"));
        assert_eq!(watcher.info("rejected_connections"), 0);
    }
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(server.address()).expect("connected");
    stream.set_read_timeout(Some(PATIENCE)).expect("timeout");
    stream
}

/// Every client sends before the first one reads.
fn everybody(clients: &mut [TcpStream], words: impl Fn(usize) -> (Vec<u8>, String)) {
    for (number, client) in clients.iter_mut().enumerate() {
        client.write_all(&words(number).0).expect("sent");
    }
    for (number, client) in clients.iter_mut().enumerate() {
        let (_, expected) = words(number);
        let mut reply = vec![0; expected.len()];
        client.read_exact(&mut reply).expect("a reply");
        assert_eq!(String::from_utf8_lossy(&reply), expected);
    }
}

/// Lets this process open so many files, if it may.
fn allow_files(count: u64) -> bool {
    let mut limit = getrlimit(Resource::Nofile);
    if limit.current.is_some_and(|current| current < count) {
        limit.current = limit
            .maximum
            .map_or(Some(count), |most| Some(count.min(most)));
        setrlimit(Resource::Nofile, limit).expect("within the hard limit");
    }
    limit.current.is_none_or(|current| current >= count)
}
