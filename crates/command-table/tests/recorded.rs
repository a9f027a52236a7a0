//! The table against answers recorded from a real server (tests/recorded/README.md).

use command_table::{CommandId, KeyList, getkeys, lookup_full_name, resolve};
use serde_json::{Value, json};

#[test]
fn refusals_have_the_recorded_texts() {
    for (request, wanted) in lines(include_str!("recorded/refusals.jsonl")) {
        let found = match resolve(&request[..]) {
            Ok(id) => format!("{id:?}"),
            Err(error) => text(&error.text(&request[..])),
        };
        assert_eq!(json!(found), wanted, "{request:?}");
    }
}

#[test]
fn keys_are_the_recorded_ones() {
    let mut keys = KeyList::new();
    for (request, wanted) in lines(include_str!("recorded/getkeys.jsonl")) {
        let found = match getkeys(&request[..], &mut keys) {
            Err(error) => json!(error.text()),
            Ok(_) => {
                let keys = keys.as_slice().iter().map(|key| {
                    let flags: Vec<_> = key.flags.names().collect();
                    json!([text(&request[key.index as usize]), flags])
                });
                keys.collect()
            }
        };
        assert_eq!(found, wanted, "{request:?}");
    }
}

#[test]
fn facts_are_the_recorded_ones() {
    let mut seen = 0;
    for line in include_str!("recorded/info.txt").lines() {
        let name = line.split(' ').next().unwrap_or_default();
        let id = lookup_full_name(name.as_bytes()).unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(info(id), line);
        seen += 1;
    }
    assert_eq!(seen, CommandId::known().count());
}

fn info(id: CommandId) -> String {
    let spec = id.spec();
    let (first, last, step) = (spec.range.first, spec.range.last, spec.range.step);
    format!(
        "{} {} {} {first},{last},{step} {} {}",
        spec.full_name,
        spec.arity,
        sorted(spec.flags.shown().names().map(str::to_owned)),
        sorted(spec.acl.names().map(|name| format!("@{name}"))),
        sorted(spec.tips.iter().map(|&tip| tip.to_owned())),
    )
}

fn sorted(names: impl Iterator<Item = String>) -> String {
    let mut names: Vec<_> = names.collect();
    names.sort();
    if names.is_empty() {
        "-".to_owned()
    } else {
        names.join(",")
    }
}

/// Requests and answers; a character of a request stands for one byte.
fn lines(recording: &str) -> impl Iterator<Item = (Vec<Vec<u8>>, Value)> {
    recording.lines().map(|line| {
        let (request, answer): (Vec<String>, Value) =
            serde_json::from_str(line).expect("a recording is well-formed");
        (request.iter().map(|arg| bytes(arg)).collect(), answer)
    })
}

fn bytes(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).expect("a byte"))
        .collect()
}

fn text(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}
