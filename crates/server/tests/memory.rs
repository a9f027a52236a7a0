//! Resident memory follows what is stored: it comes down again when keys are gone, though nobody
//! asks for anything.

mod common;

use common::{Client, Server, request, until};

/// Requests sent before replies are read.
const BATCH: usize = 500;

/// Sends `words(number)` for all numbers and reads the replies.
fn ask_all(client: &mut Client, numbers: &[usize], words: impl Fn(usize) -> Vec<String>) {
    for batch in numbers.chunks(BATCH) {
        let mut bytes = Vec::new();
        for &number in batch {
            let words = words(number);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            bytes.extend(request(&words));
        }
        client.send_bytes(&bytes);
        for _ in batch {
            let reply = client.reply();
            assert!(reply == "+OK" || reply == ":1", "{reply}");
        }
    }
}

fn fill(client: &mut Client, keys: usize, value_bytes: usize) {
    let value = "v".repeat(value_bytes);
    let numbers: Vec<usize> = (0..keys).collect();
    ask_all(client, &numbers, |number| {
        vec!["SET".into(), format!("key:{number}"), value.clone()]
    });
}

/// Removes all keys but every fifth, in an order that has nothing to do with the first one.
fn thin_out(client: &mut Client, keys: usize) {
    let order: Vec<usize> = (0..keys).map(|step| step * 7919 % keys).collect();
    let gone: Vec<usize> = order.into_iter().filter(|number| number % 5 != 0).collect();
    ask_all(client, &gone, |number| {
        vec!["DEL".into(), format!("key:{number}")]
    });
}

/// Fills, thins out, flushes, and looks at the memory each time. `shares` are what may be left, in
/// percent of what the keys took.
fn follows(keys: usize, value_bytes: usize, shares: (u64, u64)) {
    let server = Server::start(&["--cores-min", "1", "--cores-max", "1"]);
    let mut client = server.client();
    let empty = server.memory();
    fill(&mut client, keys, value_bytes);
    let taken = server.memory() - empty;
    assert!(taken > (keys * value_bytes) as u64);
    thin_out(&mut client, keys);
    until("less memory after keys were removed", || {
        let left = server.memory().saturating_sub(empty);
        (left * 100 < taken * shares.0).then_some(())
    });
    let left = keys.div_ceil(5);
    assert_eq!(client.ask(&["DBSIZE"]), format!(":{left}"));
    let reply = client.ask(&["GET", "key:5"]);
    assert_eq!(reply.len(), value_bytes + 1);
    assert_eq!(client.ask(&["FLUSHALL"]), "+OK");
    until("hardly any memory after a flush", || {
        let left = server.memory().saturating_sub(empty);
        (left * 100 < taken * shares.1).then_some(())
    });
}

#[test]
fn memory_of_small_values_comes_back() {
    follows(400_000, 64, (55, 30));
}

#[test]
fn memory_of_large_values_comes_back() {
    follows(4_000, 20_000, (35, 15));
}

#[test]
fn memory_of_huge_values_comes_back() {
    follows(60, 2_000_000, (45, 25));
}
