//! Makes pipelines: draws commands that suit the state in which the session will be. It must
//! never send.

use super::command::{Command, Expect};
use super::forms_control::{CHANNELS, DEBUGGING, PUBLISHING, SERVER, SESSION, TRANSACTIONS};
use super::forms_data::{BLOCKING, ESTIMATES, KEYS, LISTS, STRINGS};
use super::forms_geo::PLACES;
use super::forms_hash::HASHES;
use super::forms_set::SETS;
use super::forms_sort::SORTING;
use super::forms_stream::{BLOCKING_STREAMS, STREAMS};
use super::forms_zset::{ZSETS, ZSETS_BLOCKING};
use super::grammar::Table;
use super::pool::Pool;

/// The tables that commands are drawn from.
#[derive(Debug)]
pub struct Tables {
    general: Table,
    channels: Table,
    blocking: Table,
    strings: Table,
    lists: Table,
}

impl Tables {
    /// `debug`: whether both servers accept DEBUG.
    pub fn new(debug: bool) -> Self {
        let mut groups = vec![
            STRINGS,
            KEYS,
            LISTS,
            HASHES,
            ZSETS,
            SETS,
            STREAMS,
            PLACES,
            ESTIMATES,
            SORTING,
            TRANSACTIONS,
            PUBLISHING,
            SESSION,
            SERVER,
        ];
        if debug {
            groups.push(DEBUGGING);
        }
        Self {
            general: Table::new(&groups),
            channels: Table::new(&[CHANNELS]),
            blocking: Table::new(&[BLOCKING, ZSETS_BLOCKING, BLOCKING_STREAMS]),
            strings: Table::new(&[STRINGS]),
            lists: Table::new(&[LISTS, ZSETS]),
        }
    }

    /// A pipeline for a session that is in a transaction or not, and restricted to channel
    /// commands or not.
    pub fn pipeline(
        &self,
        pool: &mut Pool,
        sessions: usize,
        mut in_multi: bool,
        mut restricted: bool,
    ) -> Vec<Command> {
        let mut commands = Vec::new();
        let len = pipeline_len(pool);
        // Once channels come into play, a MULTI of this pipeline may have been refused.
        let mut sure = !restricted;
        while commands.len() < len {
            let may_block = in_multi && sure;
            let command = self.next(pool, sessions, [in_multi, may_block, restricted]);
            match (command.name().as_str(), command.args.len()) {
                ("MULTI", 1) => in_multi = true,
                // With arguments too, EXEC ends the transaction.
                ("EXEC", _) | ("DISCARD", 1) => in_multi = false,
                ("RESET", 1) => {
                    in_multi = false;
                    restricted = false;
                }
                _ => {}
            }
            let marked = command.expect == Expect::Confirmations;
            sure &= !marked;
            commands.push(command);
            if marked {
                commands.push(Command::marker());
            }
        }
        commands
    }

    fn next(
        &self,
        pool: &mut Pool,
        sessions: usize,
        [in_multi, may_block, restricted]: [bool; 3],
    ) -> Command {
        if restricted && in_multi {
            return Command::plain(&["RESET"]);
        }
        if restricted {
            return match pool.rng.below(20) {
                0..12 => self.channels.command(pool, sessions),
                12..14 => Command::plain(&["PUNSUBSCRIBE"]),
                14..16 => Command::plain(&["UNSUBSCRIBE"]),
                16 => Command::plain(&["RESET"]),
                _ => self.general.command(pool, sessions),
            };
        }
        match pool.rng.below(200) {
            // Transactions stay short, else one invalid command among many would abort them all.
            0..20 if in_multi => Command::plain(&["EXEC"]),
            20..24 if may_block => self.blocking.command(pool, sessions),
            24..27 if !in_multi => self.channels.command(pool, sessions),
            27 => inline(pool),
            _ => self.general.command(pool, sessions),
        }
    }

    /// A command that may wait.
    pub fn blocking(&self, pool: &mut Pool, sessions: usize) -> Command {
        self.blocking.command(pool, sessions)
    }

    /// A command on a string or list, which changes nothing of its session.
    pub fn data(&self, pool: &mut Pool, sessions: usize) -> Command {
        if pool.chance(1, 3) {
            self.lists.command(pool, sessions)
        } else {
            self.strings.command(pool, sessions)
        }
    }
}

fn pipeline_len(pool: &mut Pool) -> usize {
    let bound = match pool.rng.below(100) {
        0..25 => 1,
        25..55 => 8,
        55..90 => 48,
        90..99 => 128,
        _ => 600,
    };
    1 + pool.rng.below(bound) as usize
}

/// A request outside the array form.
fn inline(pool: &mut Pool) -> Command {
    const ANSWERED: [&[u8]; 15] = [
        b"ECHO 'a'b\r\n",
        b"PING\r\n",
        b"PING\n",
        b"  GET   t1  \r\n",
        b"set t2 \"a b\\x00\\n\"\r\n",
        b"SET t3 'single \\' quoted'\r\n",
        b"ECHO \"\"\r\n",
        b"NOSUCH a b\r\n",
        b"GET\r\n",
        b"LRANGE l1 0 1\r\n",
        b"*1\r\n$4\r\nping\r\n",
        b"ECHO \"\\xzz\\t\"\r\n",
        b"DEL t1 t2\r\n",
        b"EXISTS t1 'n1'\r\n",
        b"*2\r\n$4\r\nECHO\r\n$0\r\n\r\n",
    ];
    const SILENT: [&[u8]; 5] = [
        b"\r\n",
        b"*0\r\n",
        b"*-1\r\n",
        b"*-2147483648999\r\n",
        b"   \r\n",
    ];
    if pool.chance(1, 4) {
        Command::raw(pool.pick(&SILENT), Expect::Nothing, false)
    } else {
        Command::raw(pool.pick(&ANSWERED), Expect::One, false)
    }
}

/// A request after which the server hangs up, with or without a reply before.
pub fn fatal(pool: &mut Pool) -> Command {
    const REFUSED: [&[u8]; 9] = [
        b"*abc\r\n",
        b"*2147483648\r\n",
        b"*1\r\nfoo\r\n",
        b"*1\r\n$abc\r\n",
        b"*1\r\n$-1\r\n",
        b"*1\r\n$99999999999\r\n",
        b"*3\r\n$3\r\nSET\r\n$1\r\nx\r\n$\r\n",
        b"SET \"unbalanced\r\n",
        b"*1\r\n:3\r\n",
    ];
    const CUT: [&[u8]; 2] = [b"POST / HTTP/1.1\r\n", b"Host: localhost\r\n"];
    match pool.rng.below(10) {
        0 => Command::raw(&vec![b'x'; 70_000], Expect::One, true),
        1 => Command::raw(pool.pick(&CUT), Expect::Nothing, true),
        2..4 => Command::plain(&["QUIT"]),
        _ => Command::raw(pool.pick(&REFUSED), Expect::One, true),
    }
}
