//! Requests whose replies were recorded from a real Valkey: edges, odd input, order of checks.

use resp::{OutBuf, ReplyWriter};

use super::world::World;

/// Plays a recording; every request that is answered differently is listed.
fn play(recording: &str) {
    let mut world = World::default();
    let mut different = Vec::new();
    for line in recording
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let (request, expected) = line.split_once(" => ").expect(line);
        let mut reply = world.line(request);
        if let Some(block) = world.block.take() {
            let mut out = OutBuf::new();
            block
                .on_timeout
                .write(&mut ReplyWriter::new(&mut out, world.proto));
            let segments = out.take_segments();
            reply = segments[0].as_slice().escape_ascii().to_string();
        }
        if expected != reply && expected != format!("({} bytes)", unescaped_len(&reply)) {
            different.push(format!(
                "{request}\n  Valkey  {expected}\n  Ringkey {reply}"
            ));
        }
    }
    assert!(
        different.is_empty(),
        "{} replies\n{}",
        different.len(),
        different.join("\n")
    );
}

/// Bytes of a reply shown with escapes; those here have none but line ends.
fn unescaped_len(reply: &str) -> usize {
    reply.len() - reply.matches('\\').count()
}

#[test]
fn strings() {
    play(include_str!("recorded/string.txt"));
}

#[test]
fn bitmaps() {
    play(include_str!("recorded/bitmap.txt"));
}

#[test]
fn keys_whatever_they_hold() {
    play(include_str!("recorded/generic.txt"));
}

#[test]
fn lists() {
    play(include_str!("recorded/list.txt"));
}

#[test]
fn the_rest_of_lists() {
    play(include_str!("recorded/list-more.txt"));
}

#[test]
fn hashes() {
    play(include_str!("recorded/hash.txt"));
}

#[test]
fn fields_that_expire() {
    play(include_str!("recorded/hash-expire.txt"));
}

#[test]
fn sorted_sets() {
    play(include_str!("recorded/zset.txt"));
}

#[test]
fn places() {
    play(include_str!("recorded/geo.txt"));
}

#[test]
fn sets() {
    play(include_str!("recorded/set.txt"));
}

#[test]
fn streams() {
    play(include_str!("recorded/stream.txt"));
}

#[test]
fn whole_keyspace() {
    play(include_str!("recorded/slots.txt"));
}
