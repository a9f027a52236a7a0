//! A small grammar of commands: forms are data, expanding one draws its arguments from the pool,
//! and now and then spoils the outcome. It must never know what a server answers.

use super::command::{Arg, Command};
use super::pool::{Family, Pool};

/// One place in a command's form.
#[derive(Clone, Copy, Debug)]
pub enum Atom {
    /// A word as written, or in another case.
    Word(&'static str),
    Key(Family),
    Value,
    /// The name of a hash's field.
    Field,
    /// The id of an entry that is to be added to a stream.
    NewEntryId,
    /// The id of an entry that may be there, or a bound.
    EntryId,
    /// The name of a group.
    Group,
    /// The name of a consumer.
    Consumer,
    Integer,
    /// Of a sorted set's member.
    Score,
    Float,
    Seconds,
    Millis,
    UnixSeconds,
    UnixMillis,
    Index,
    Count,
    Offset,
    Database,
    Patience,
    Pattern,
    Channel,
    ChannelPattern,
    Junk,
    /// The client id of some session.
    SessionId,
    /// The address of some session.
    SessionAddr,
    /// In half of the cases.
    Maybe(&'static [Self]),
    /// Exactly one of these.
    Either(&'static [&'static [Self]]),
    /// None or some of these, in any order, rarely one of them twice.
    Options(&'static [&'static [Self]]),
    /// Between the two numbers, mostly near the lower; rarely many times as often.
    Repeat(u64, u64, &'static [Self]),
}

/// A command's form and how often it is drawn, relative to the others.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    pub weight: u32,
    pub atoms: &'static [Atom],
}

/// Commands that are never spoiled: what they do is tracked, is random, or would end or stall the
/// run. So is one that might then take an id from a clock.
const NEVER_SPOILED: [&str; 14] = [
    "MULTI", "EXEC", "DISCARD", "RESET", "QUIT", "CLIENT", "CONFIG", "DEBUG", "SHUTDOWN", "HELLO",
    "AUTH", "INFO", "SPOP", "XADD",
];
/// One command in so many is spoiled.
const SPOILED_OF: u64 = 30;
/// One repetition in so many is long.
const LONG_OF: u64 = 100;

/// Forms with their weights summed, to draw from.
#[derive(Debug)]
pub struct Table {
    forms: Vec<Form>,
    weight_total: u64,
}

impl Table {
    pub fn new(groups: &[&[Form]]) -> Self {
        let forms: Vec<Form> = groups.concat();
        let weight_total = forms.iter().map(|form| u64::from(form.weight)).sum();
        Self {
            forms,
            weight_total,
        }
    }

    /// Draws a form.
    pub fn draw(&self, pool: &mut Pool) -> Form {
        let mut ticket = pool.rng.below(self.weight_total);
        for form in &self.forms {
            let weight = u64::from(form.weight);
            if ticket < weight {
                return *form;
            }
            ticket -= weight;
        }
        self.forms[0]
    }

    /// Draws a form and makes a command of it.
    pub fn command(&self, pool: &mut Pool, sessions: usize) -> Command {
        let form = self.draw(pool);
        let mut args = Vec::new();
        expand(form.atoms, pool, sessions, &mut args);
        spoil(&mut args, pool);
        Command::of(args)
    }
}

/// Appends the arguments that `atoms` stand for.
pub fn expand(atoms: &[Atom], pool: &mut Pool, sessions: usize, args: &mut Vec<Arg>) {
    for atom in atoms {
        let bytes = match *atom {
            Atom::Word(word) => cased(word, pool),
            Atom::Key(family) => pool.key(family),
            Atom::Value => pool.value(),
            Atom::Field => pool.field(),
            Atom::NewEntryId => pool.new_entry_id(),
            Atom::EntryId => pool.entry_id(),
            Atom::Group => pool.group(),
            Atom::Consumer => pool.consumer(),
            Atom::Integer => pool.integer(),
            Atom::Score => pool.score(),
            Atom::Float => pool.float(),
            Atom::Seconds => pool.seconds(),
            Atom::Millis => pool.millis(),
            Atom::UnixSeconds => pool.unix_seconds(),
            Atom::UnixMillis => pool.unix_millis(),
            Atom::Index => pool.index(),
            Atom::Count => pool.count(),
            Atom::Offset => pool.offset(),
            Atom::Database => pool.database(),
            Atom::Patience => pool.patience(),
            Atom::Pattern => pool.pattern(),
            Atom::Channel => pool.channel(),
            Atom::ChannelPattern => pool.channel_pattern(),
            Atom::Junk => pool.junk(),
            Atom::SessionId => {
                args.push(Arg::SessionId(pool.rng.below(sessions as u64) as usize));
                continue;
            }
            Atom::SessionAddr => {
                args.push(Arg::SessionAddr(pool.rng.below(sessions as u64) as usize));
                continue;
            }
            _ => {
                expand_group(*atom, pool, sessions, args);
                continue;
            }
        };
        args.push(Arg::Bytes(bytes));
    }
}

fn expand_group(atom: Atom, pool: &mut Pool, sessions: usize, args: &mut Vec<Arg>) {
    match atom {
        Atom::Maybe(atoms) if pool.chance(1, 2) => expand(atoms, pool, sessions, args),
        Atom::Either(choices) => {
            let chosen = pool.pick(choices);
            expand(chosen, pool, sessions, args);
        }
        Atom::Options(choices) => {
            let count = [0, 0, 0, 1, 1, 1, 1, 2, 2, 3][pool.rng.below(10) as usize];
            for _ in 0..count {
                let chosen = pool.pick(choices);
                expand(chosen, pool, sessions, args);
            }
        }
        Atom::Repeat(low, high, atoms) => {
            let spread = pool.rng.below(high - low + 1);
            let mut count = low + pool.rng.below(spread + 1);
            if pool.chance(1, LONG_OF) {
                count *= pool.rng.range(1..16);
            }
            for _ in 0..count {
                expand(atoms, pool, sessions, args);
            }
        }
        _ => {}
    }
}

fn cased(word: &str, pool: &mut Pool) -> Vec<u8> {
    match pool.rng.below(10) {
        0 | 1 => word.to_ascii_lowercase().into_bytes(),
        2 => word
            .bytes()
            .map(|byte| {
                if pool.chance(1, 2) {
                    byte.to_ascii_lowercase()
                } else {
                    byte
                }
            })
            .collect(),
        _ => word.as_bytes().to_vec(),
    }
}

fn spoil(args: &mut Vec<Arg>, pool: &mut Pool) {
    let Some(Arg::Bytes(name)) = args.first() else {
        return;
    };
    let name = String::from_utf8_lossy(name).to_ascii_uppercase();
    // All scores of a set that is searched by names stay one.
    if matches!(args.get(1), Some(Arg::Bytes(key)) if pool.is_lex(key)) {
        return;
    }
    if NEVER_SPOILED.contains(&name.as_str()) || !pool.chance(1, SPOILED_OF) {
        return;
    }
    let junk = Arg::Bytes(pool.junk());
    let at = 1 + pool.rng.below(args.len() as u64) as usize;
    match pool.rng.below(4) {
        0 => args.insert(at, junk),
        1 if at < args.len() => args[at] = junk,
        2 if at < args.len() => {
            args.remove(at);
        }
        3 if at < args.len() => args.insert(at, args[at].clone()),
        _ => args.push(junk),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMS: &[Form] = &[
        Form {
            weight: 1,
            atoms: &[Atom::Word("RARE")],
        },
        Form {
            weight: 99,
            atoms: &[
                Atom::Word("OFTEN"),
                Atom::Key(Family::Text),
                Atom::Maybe(&[Atom::Value]),
                Atom::Options(&[&[Atom::Word("NX")], &[Atom::Word("EX"), Atom::Seconds]]),
                Atom::Repeat(
                    1,
                    3,
                    &[Atom::Either(&[&[Atom::Word("A")], &[Atom::Word("B")]])],
                ),
            ],
        },
    ];

    fn drawn(seed: u64) -> Vec<String> {
        let table = Table::new(&[FORMS]);
        let mut pool = Pool::new(seed);
        (0..2_000)
            .map(|_| table.command(&mut pool, 4).shown())
            .collect()
    }

    #[test]
    fn a_seed_names_a_sequence_and_weights_count() {
        let commands = drawn(7);
        assert_eq!(commands, drawn(7));
        assert_ne!(commands, drawn(8));
        let rare = commands
            .iter()
            .filter(|text| text.to_uppercase().starts_with("RARE"))
            .count();
        assert!((5..60).contains(&rare), "{rare}");
    }

    #[test]
    fn every_command_has_its_name_and_key() {
        let spoiled = drawn(9)
            .iter()
            .filter(|text| text.split(' ').count() < 3)
            .count();
        assert!(spoiled > 0 && spoiled < 200, "{spoiled}");
    }
}
