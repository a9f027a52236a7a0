//! Whether two servers understand each other's DUMP payloads: random values of every type and
//! encoding are made on one, restored on the other, restored back, and compared by content.

pub mod forms;

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use crate::link::Link;
use crate::wire::{self, Value};
use forms::Form;
use stdx::rng::Rng;

/// Values on their way at once.
const BATCH: u64 = 50;
/// Differences described; more are only counted.
const SHOWN_MAX: usize = 10;
const PATIENCE: Duration = Duration::from_secs(30);

/// What an exchange goes by.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Both servers; either makes half of the values.
    pub addrs: [SocketAddr; 2],
    /// Values of each form.
    pub values: u64,
    /// The same seed makes the same values.
    pub seed: u64,
}

/// What became of it.
#[derive(Debug, Default)]
pub struct Report {
    /// Values exchanged, by form.
    pub exchanged: BTreeMap<&'static str, u64>,
    /// Encodings seen at the maker's.
    pub encodings: BTreeMap<(&'static str, String), u64>,
    /// Descriptions of values that did not arrive as they were.
    pub shown: Vec<String>,
    /// Number of such values.
    pub differences: u64,
}

/// Exchanges values of each of `forms`.
pub fn run(options: &Options, forms: &[Form]) -> io::Result<Report> {
    let [one, other] = options.addrs;
    let mut links = [Link::connect(one)?, Link::connect(other)?];
    for link in &mut links {
        link.ask(&["FLUSHALL"])?;
    }
    let mut report = Report::default();
    let mut rng = Rng::new(options.seed);
    for form in forms {
        let mut left = options.values;
        let mut maker = 0;
        while left > 0 {
            let count = left.min(BATCH);
            batch(&mut links, (maker, form, count), &mut rng, &mut report)?;
            left -= count;
            maker = 1 - maker;
        }
        *report.exchanged.entry(form.name).or_default() += options.values;
    }
    Ok(report)
}

/// Makes values at `maker`, sends them over and back.
fn batch(
    links: &mut [Link; 2],
    (maker, form, count): (usize, &Form, u64),
    rng: &mut Rng,
    report: &mut Report,
) -> io::Result<()> {
    let keys: Vec<String> = (0..count).map(|number| format!("value:{number}")).collect();
    let back: Vec<String> = (0..count).map(|number| format!("back:{number}")).collect();
    let mut commands = Vec::new();
    for key in &keys {
        (form.make)(key.as_bytes(), rng, &mut commands);
    }
    let made = ask_all(&mut links[maker], &commands)?;
    if let Some(at) = made.iter().position(|reply| reply.first() == Some(&b'-')) {
        let command: Vec<String> = commands[at].iter().map(|w| wire::shown(w, 60)).collect();
        return Err(io::Error::other(format!(
            "{}: {} answers {}",
            form.name,
            command.join(" "),
            wire::shown(&made[at], 200)
        )));
    }
    for reply in ask_all(&mut links[maker], &over(&keys, &["OBJECT", "ENCODING"]))? {
        let encoding = Value::decode(&reply).ok();
        let encoding = encoding.as_ref().and_then(Value::text).unwrap_or(b"?");
        let encoding = String::from_utf8_lossy(encoding).into_owned();
        *report.encodings.entry((form.name, encoding)).or_default() += 1;
    }
    let taker = 1 - maker;
    transfer(links, (maker, &keys), (taker, &keys))?;
    transfer(links, (taker, &keys), (maker, &back))?;
    let original = content(&mut links[maker], form, &keys)?;
    let there = content(&mut links[taker], form, &keys)?;
    let again = content(&mut links[maker], form, &back)?;
    for (number, wanted) in original.iter().enumerate() {
        for (found, place) in [(&there[number], "over"), (&again[number], "back")] {
            if found != wanted {
                report.differences += 1;
                if report.shown.len() < SHOWN_MAX {
                    report.shown.push(format!(
                        "{} made by server {maker}, after the way {place}:\n  {}\n  {}",
                        form.name,
                        wire::shown(wanted, 600),
                        wire::shown(found, 600)
                    ));
                }
            }
        }
    }
    for link in links {
        link.ask(&["FLUSHALL"])?;
    }
    Ok(())
}

/// Dumps keys of one server and restores them under other names on the other.
fn transfer(
    links: &mut [Link; 2],
    (from, keys): (usize, &[String]),
    (to, names): (usize, &[String]),
) -> io::Result<()> {
    let dumped = ask_all(&mut links[from], &over(keys, &["DUMP"]))?;
    let mut commands = Vec::new();
    for (reply, name) in dumped.iter().zip(names) {
        let payload = Value::decode(reply).ok();
        let payload = payload.as_ref().and_then(Value::text).unwrap_or_default();
        commands.push(vec![
            b"RESTORE".to_vec(),
            name.clone().into_bytes(),
            b"0".to_vec(),
            payload.to_vec(),
        ]);
    }
    // A refusal shows as a difference of content.
    ask_all(&mut links[to], &commands).map(drop)
}

/// What the keys hold, in a form that does not depend on the order in which a server keeps it.
fn content(link: &mut Link, form: &Form, keys: &[String]) -> io::Result<Vec<Vec<u8>>> {
    let mut commands = Vec::new();
    let mut firsts = Vec::new();
    for key in keys {
        firsts.push(commands.len());
        commands.push(vec![b"TYPE".to_vec(), key.clone().into_bytes()]);
        (form.read)(key.as_bytes(), &mut commands);
    }
    let replies = ask_all(link, &commands)?;
    let mut contents = Vec::new();
    for (number, first) in firsts.iter().enumerate() {
        let last = firsts.get(number + 1).copied().unwrap_or(replies.len());
        let mut all = Vec::new();
        for reply in &replies[*first..last] {
            all.extend((form.order)(reply));
        }
        if form.expires {
            all.extend(expire_times(link, keys[number].as_bytes())?);
        }
        contents.push(all);
    }
    Ok(contents)
}

/// When each field of a hash expires.
fn expire_times(link: &mut Link, key: &[u8]) -> io::Result<Vec<u8>> {
    let names = Value::decode(&link.ask(&[&b"HKEYS"[..], key])?).ok();
    let names = names.as_ref().and_then(Value::items).unwrap_or_default();
    let mut names: Vec<&[u8]> = names.iter().filter_map(Value::text).collect();
    names.sort_unstable();
    let count = names.len().to_string();
    let mut command: Vec<&[u8]> = vec![b"HPEXPIRETIME", key, b"FIELDS", count.as_bytes()];
    command.extend(names);
    link.ask(&command)
}

fn over(keys: &[String], words: &[&str]) -> Vec<Vec<Vec<u8>>> {
    let with = |key: &String| {
        let words = words.iter().map(|word| word.as_bytes().to_vec());
        words.chain([key.clone().into_bytes()]).collect()
    };
    keys.iter().map(with).collect()
}

fn ask_all(link: &mut Link, commands: &[Vec<Vec<u8>>]) -> io::Result<Vec<Vec<u8>>> {
    for command in commands {
        wire::push_command(link.outbox(), command);
    }
    commands
        .iter()
        .map(|_| link.await_frame(PATIENCE))
        .collect()
}
