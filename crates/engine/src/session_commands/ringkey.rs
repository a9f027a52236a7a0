//! RINGKEY: which core has which slots, what has moved, and moving by hand. And INFO's section of
//! cores.
//!
//! Must never touch a slot: hand-offs are asked for, and happen between two units of work.

use std::fmt::Write;

use command_table::CommandId;
use mesh::CoreId;
use resp::{Args, ReplyError, ReplyWriter};
use stdx::num::parse_i64;
use stdx::slot::SLOTS;

use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::{Part, Question};
use crate::hand_off::PastMove;
use crate::place::SlotMap;
use crate::report::{CoreFigures, CoreReport};
use crate::session::{Session, State};

/// RINGKEY CORES.
pub(crate) fn cores(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    core.ask(
        session,
        CommandId::RingkeyCores,
        Question::Report,
        Vec::new(),
    )
}

/// RINGKEY MOVES.
pub(crate) fn moves(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    match args.try_get(2) {
        Some(count) if args.len() > 3 || parse_i64(count).is_none_or(|count| count < 0) => {
            core.fail(session, &ReplyError::NOT_INTEGER);
            Flow::Done
        }
        count => {
            let rest = count.map(<[u8]>::to_vec).into_iter().collect();
            core.ask(session, CommandId::RingkeyMoves, Question::Moves, rest)
        }
    }
}

/// RINGKEY MOVE.
pub(crate) fn move_slot(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let wanted = slot(args.get(2)).and_then(|slot| {
        let to = core.number(args.get(3));
        to.map(|to| (slot, to))
    });
    match wanted {
        Ok(_) if core.control.settings.word(settings::Param::Balance) == "off" => {
            core.fail(
                session,
                &ReplyError::new("ERR slots stay where they are: balance is off"),
            );
            Flow::Done
        }
        Ok((slot, to)) => {
            core.ask_for_hand_off(slot, to, Some(session.id));
            session.state = State::Awaiting {
                acknowledgements: 1,
                reply: b"+OK\r\n".to_vec(),
            };
            Flow::Wait
        }
        Err(error) => {
            core.fail(session, &error);
            Flow::Done
        }
    }
}

/// RINGKEY CLIENT-MOVE.
pub(crate) fn move_client(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let client = parse_i64(args.get(2)).and_then(|client| u64::try_from(client).ok());
    match (client, core.number(args.get(3))) {
        (Some(client), Ok(to)) => {
            let question = Question::Move { client, to };
            core.ask(session, CommandId::RingkeyClientMove, question, Vec::new())
        }
        (None, _) => {
            core.fail(session, &ReplyError::NOT_INTEGER);
            Flow::Done
        }
        (_, Err(error)) => {
            core.fail(session, &error);
            Flow::Done
        }
    }
}

/// RINGKEY SLOTS.
pub(crate) fn slots(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let number = |index: usize, default: u16| args.try_get(index).map_or(Ok(default), slot);
    let first = number(2, 0);
    let last = first
        .as_ref()
        .map_or(Ok(0), |&first| match args.try_get(2) {
            None => Ok(SLOTS as u16 - 1),
            Some(_) => number(3, first),
        });
    match (first, last) {
        (Ok(first), Ok(last)) if args.len() <= 4 => {
            let ranges = ranges(&core.map, first, last);
            core.reply_to(session, |out, proto| {
                let mut reply = ReplyWriter::new(out, proto);
                reply.array(ranges.len());
                for (first, last, owner) in ranges {
                    reply.array(3);
                    for number in [first, last, owner] {
                        reply.int(i64::from(number));
                    }
                }
            });
        }
        (Err(error), _) | (_, Err(error)) => core.fail(session, &error),
        _ => core.fail(session, &ReplyError::SYNTAX),
    }
    Flow::Done
}

fn slot(text: &[u8]) -> Result<u16, ReplyError> {
    parse_i64(text)
        .and_then(|slot| u16::try_from(slot).ok())
        .filter(|&slot| usize::from(slot) < SLOTS)
        .ok_or_else(|| ReplyError::new(format!("ERR no such slot: they are 0 to {}", SLOTS - 1)))
}

/// First slot, last slot and owner of each stretch of slots with one owner.
fn ranges(map: &SlotMap, first: u16, last: u16) -> Vec<(u16, u16, CoreId)> {
    let mut ranges: Vec<(u16, u16, CoreId)> = Vec::new();
    for slot in first..=last {
        let owner = map.owner(slot);
        match ranges.last_mut() {
            Some((_, end, same)) if *same == owner => *end = slot,
            _ => ranges.push((slot, slot, owner)),
        }
    }
    ranges
}

/// What is told of a core, by name.
fn figures(core: &CoreFigures) -> [(&'static str, u64); 14] {
    let stats = &core.stats;
    [
        ("slots", core.slots),
        ("keys", core.keys),
        ("clients", core.clients),
        ("busy_ms", stats.active_ns / 1_000_000),
        ("busy_permille", u64::from(core.busy) / 1000),
        ("hops", stats.hops),
        ("loans", stats.loans),
        ("recalls", stats.recalls),
        ("moves_in", stats.moves_in),
        ("moves_out", stats.moves_out),
        ("returned_runs", stats.returned_runs),
        ("sessions_in", stats.sessions_in),
        ("sessions_out", stats.sessions_out),
        ("redirections", stats.redirections),
    ]
}

fn by_number(report: &CoreReport) -> Vec<CoreFigures> {
    let mut cores = report.cores.clone();
    cores.sort_unstable_by_key(|core| core.core);
    cores
}

/// INFO's section of cores: a line for each.
pub(crate) fn section(report: &CoreReport, out: &mut String) {
    out.push_str("# Cores\r\n");
    for core in by_number(report) {
        let _ = write!(out, "core{}:state={}", core.core, core.stage.word());
        for (name, value) in figures(&core) {
            let _ = write!(out, ",{name}={value}");
        }
        out.push_str("\r\n");
    }
    if let Some(cores) = report.cores_wanted {
        let _ = write!(out, "cores_wanted:{cores}\r\n");
    }
    if let Some((slot, core)) = report.too_hot {
        let _ = write!(out, "too_hot:slot={slot},core={core}\r\n");
    }
}

impl Core {
    /// The core that an argument names.
    fn number(&self, text: &[u8]) -> Result<CoreId, ReplyError> {
        let core = parse_i64(text).and_then(|core| CoreId::try_from(core).ok());
        core.filter(|&core| core < self.cores).ok_or_else(|| {
            ReplyError::new(format!("ERR no such core: there are {} cores", self.cores))
        })
    }

    pub(crate) fn write_client_move(&mut self, session: &mut Session, found: u64) {
        if found > 0 {
            self.ok(session);
        } else {
            self.fail(session, &ReplyError::new("ERR No such client ID"));
        }
    }

    pub(crate) fn write_cores(&mut self, session: &mut Session, parts: Vec<Part>) {
        let cores = by_number(&CoreReport::sum(parts));
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            reply.array(cores.len());
            for core in &cores {
                let figures = figures(core);
                reply.map(figures.len() + 2);
                reply.bulk(b"core");
                reply.int(i64::from(core.core));
                reply.bulk(b"state");
                reply.bulk(core.stage.word().as_bytes());
                for (name, value) in figures {
                    reply.bulk(name.as_bytes());
                    reply.int(i64::try_from(value).unwrap_or(i64::MAX));
                }
            }
        });
    }

    /// The latest hand-offs of all cores, newest first.
    pub(crate) fn write_moves(
        &mut self,
        session: &mut Session,
        rest: &[Vec<u8>],
        parts: Vec<Part>,
    ) {
        let lists = parts.into_iter().filter_map(|part| match part {
            Part::Moves(moves) => Some(moves),
            _ => None,
        });
        let mut moves: Vec<PastMove> = lists.flatten().collect();
        moves.sort_by_key(|past| std::cmp::Reverse(past.at_ms));
        let count = rest.first().and_then(|count| parse_i64(count));
        moves.truncate(count.map_or(usize::MAX, |count| count as usize));
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            reply.array(moves.len());
            for past in &moves {
                let fields: [(&str, u64); 7] = [
                    ("slot", past.slot.into()),
                    ("from", past.from.into()),
                    ("to", past.to.into()),
                    ("at_ms", past.at_ms.unsigned_abs()),
                    ("keys", past.keys),
                    ("waited_ns", past.waited_ns),
                    ("travelled_ns", past.travelled_ns),
                ];
                reply.map(fields.len());
                for (name, value) in fields {
                    reply.bulk(name.as_bytes());
                    reply.int(i64::try_from(value).unwrap_or(i64::MAX));
                }
            }
        });
    }
}
