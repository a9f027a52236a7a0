//! CLUSTER SLOT-STATS, and RINGKEY LOAD: what slots cost.
//!
//! Must never touch a slot: each core answers for those it owns.

use std::cmp::Reverse;

use command_table::CommandId;
use commands::slots::parse_slot;
use mesh::CoreId;
use resp::{Args, ReplyError, ReplyWriter};
use settings::Param;
use stdx::num::parse_i64;
use stdx::slot::SLOTS;

use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::{Part, Question};
use crate::place::Place;
use crate::session::Session;
use crate::slot_load::{SlotRate, SlotUsage};

/// Slots that RINGKEY LOAD tells of if no number is given.
const LOAD_SLOTS: usize = 16;

/// One slot's figures.
#[derive(Clone, Copy, Debug)]
pub struct SlotFigures {
    pub(crate) slot: u16,
    /// Who owns it.
    pub(crate) core: CoreId,
    /// Keys of all databases.
    pub(crate) keys: u64,
    /// Bytes of memory.
    pub(crate) bytes: u64,
    pub(crate) usage: SlotUsage,
    pub(crate) rate: SlotRate,
}

/// What SLOT-STATS orders by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Metric {
    Keys,
    Cpu,
    Input,
    Output,
}

/// A request's filter, understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    Range(u16, u16),
    Ordered {
        metric: Metric,
        limit: usize,
        ascending: bool,
    },
}

/// CLUSTER SLOT-STATS.
pub(crate) fn slot_stats(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let filter = core
        .needs_cluster()
        .and_then(|()| filter(args, core.bodies.slot_stats));
    let (first, last) = match filter {
        Ok(Filter::Range(first, last)) => (first, last),
        Ok(Filter::Ordered { .. }) => (0, SLOTS as u16 - 1),
        Err(error) => {
            core.fail(session, &error);
            return Flow::Done;
        }
    };
    if session.in_exec {
        core.fail(
            session,
            &ReplyError::new("ERR CLUSTER SLOT-STATS inside MULTI is not supported"),
        );
        return Flow::Done;
    }
    let rest = args.iter().map(<[u8]>::to_vec).collect();
    let question = Question::SlotStats { first, last };
    core.ask(session, CommandId::ClusterSlotStats, question, rest)
}

fn filter(args: Args<'_>, has_stats: bool) -> Result<Filter, ReplyError> {
    let word = args.get(2);
    if word.eq_ignore_ascii_case(b"slotsrange") && args.len() == 5 {
        let (first, last) = (parse_slot(args.get(3))?, parse_slot(args.get(4))?);
        if first > last {
            return Err(ReplyError::new(format!(
                "ERR Start slot number {first} is greater than end slot number {last}"
            )));
        }
        return Ok(Filter::Range(first, last));
    }
    if word.eq_ignore_ascii_case(b"orderby") && args.len() >= 4 {
        return ordered(args, has_stats);
    }
    Err(ReplyError::new(
        "ERR unknown subcommand or wrong number of arguments for 'SLOT-STATS'. Try CLUSTER HELP.",
    ))
}

fn ordered(args: Args<'_>, has_stats: bool) -> Result<Filter, ReplyError> {
    const METRICS: [(&[u8], Metric); 4] = [
        (b"key-count", Metric::Keys),
        (b"cpu-usec", Metric::Cpu),
        (b"network-bytes-in", Metric::Input),
        (b"network-bytes-out", Metric::Output),
    ];
    let named = METRICS
        .iter()
        .find(|(name, _)| args.get(3).eq_ignore_ascii_case(name));
    let metric = named.map(|&(_, metric)| metric);
    let metric = metric
        .filter(|&metric| has_stats || metric == Metric::Keys)
        .ok_or_else(|| ReplyError::new("ERR Unrecognized sort metric for ORDERBY."))?;
    let (mut limit, mut ascending) = (None, None);
    let mut place = 4;
    while let Some(word) = args.try_get(place) {
        let is = |name: &[u8]| word.eq_ignore_ascii_case(name);
        let twice = if is(b"limit") {
            place += 1;
            let number = args.try_get(place).ok_or(ReplyError::SYNTAX)?;
            let number = parse_i64(number).and_then(|number| usize::try_from(number).ok());
            let number = number.filter(|number| (1..=SLOTS).contains(number));
            let number = number.ok_or_else(|| {
                ReplyError::new(format!(
                    "ERR Limit has to lie in between 1 and {SLOTS} (maximum number of slots)."
                ))
            })?;
            limit.replace(number).is_some()
        } else if is(b"asc") || is(b"desc") {
            ascending.replace(is(b"asc")).is_some()
        } else {
            return Err(ReplyError::SYNTAX);
        };
        if twice {
            return Err(ReplyError::new(
                "ERR Multiple filters of the same type are disallowed.",
            ));
        }
        place += 1;
    }
    Ok(Filter::Ordered {
        metric,
        limit: limit.unwrap_or(SLOTS),
        ascending: ascending.unwrap_or(false),
    })
}

/// RINGKEY LOAD.
pub(crate) fn load(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let count = args.try_get(2).map_or(Some(LOAD_SLOTS), |count| {
        parse_i64(count).and_then(|count| usize::try_from(count).ok())
    });
    match count.filter(|_| args.len() <= 3) {
        Some(count) => {
            let count = count.min(SLOTS);
            let rest = vec![count.to_string().into_bytes()];
            core.ask(
                session,
                CommandId::RingkeyLoad,
                Question::Load { count },
                rest,
            )
        }
        None => {
            core.fail(session, &ReplyError::NOT_INTEGER);
            Flow::Done
        }
    }
}

impl Core {
    /// The figures of a slot of this core.
    pub(crate) fn slot_figures(&self, slot: u16) -> SlotFigures {
        let content = self.directory.peek(slot);
        let keys = content.map_or(0, |content| {
            content.databases().map(|db| content.keys(db) as u64).sum()
        });
        let bytes = content.map_or(0, |content| {
            let (tables, own_bytes) = content.memory();
            (tables.total() + own_bytes) as u64
        });
        SlotFigures {
            slot,
            core: self.id,
            keys,
            bytes,
            usage: self.loads.usage(slot),
            rate: self.loads.rate(slot),
        }
    }

    /// This core's part of RINGKEY LOAD.
    pub(crate) fn hottest_slots(&self, count: usize) -> Vec<SlotFigures> {
        let (hottest, _) = self.loads.hottest(count);
        let slots = hottest.into_iter().map(|(slot, _)| slot);
        let owned = slots.filter(|&slot| !matches!(self.directory.place(slot), Place::Moved));
        owned.map(|slot| self.slot_figures(slot)).collect()
    }

    pub(crate) fn write_load(&mut self, session: &mut Session, rest: &[Vec<u8>], parts: Vec<Part>) {
        let mut slots = figures_of(parts);
        slots.sort_unstable_by_key(|figures| (Reverse(figures.rate.ns), figures.slot));
        let count = rest.first().and_then(|count| parse_i64(count)).unwrap_or(0);
        slots.truncate(usize::try_from(count).unwrap_or(0));
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            reply.array(slots.len());
            for figures in &slots {
                let usage = &figures.usage;
                let fields: [(&str, u64); 8] = [
                    ("slot", figures.slot.into()),
                    ("core", figures.core.into()),
                    ("operations_per_second", figures.rate.operations.into()),
                    ("busy_us_per_second", u64::from(figures.rate.ns) / 1000),
                    ("keys", figures.keys),
                    ("memory_bytes", figures.bytes),
                    ("input_bytes", usage.input_bytes),
                    ("output_bytes", usage.output_bytes),
                ];
                write_map(&mut reply, &fields);
            }
        });
    }

    pub(crate) fn write_slot_stats(
        &mut self,
        session: &mut Session,
        rest: &[Vec<u8>],
        parts: Vec<Part>,
    ) {
        let has_stats = self.control.settings.flag(Param::ClusterSlotStatsEnabled);
        let mut slots = figures_of(parts);
        slots.sort_unstable_by_key(|figures| figures.slot);
        let words: Vec<&[u8]> = rest.iter().map(Vec::as_slice).collect();
        let owned = crate::message::OwnedArgs::of(&words);
        if let Ok(Filter::Ordered {
            metric,
            limit,
            ascending,
        }) = filter(owned.args(), has_stats)
        {
            let value = |figures: &SlotFigures| match metric {
                Metric::Keys => figures.keys,
                Metric::Cpu => figures.usage.cpu_ns / 1000,
                Metric::Input => figures.usage.input_bytes,
                Metric::Output => figures.usage.output_bytes,
            };
            if ascending {
                slots.sort_by_key(value);
            } else {
                slots.sort_by_key(|figures| Reverse(value(figures)));
            }
            slots.truncate(limit);
        }
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            reply.array(slots.len());
            for figures in &slots {
                reply.array(2);
                reply.int(i64::from(figures.slot));
                let fields: [(&str, u64); 4] = [
                    ("key-count", figures.keys),
                    ("cpu-usec", figures.usage.cpu_ns / 1000),
                    ("network-bytes-in", figures.usage.input_bytes),
                    ("network-bytes-out", figures.usage.output_bytes),
                ];
                let told = if has_stats { fields.len() } else { 1 };
                write_map(&mut reply, &fields[..told]);
            }
        });
    }
}

fn figures_of(parts: Vec<Part>) -> Vec<SlotFigures> {
    let lists = parts.into_iter().filter_map(|part| match part {
        Part::Slots(slots) => Some(slots),
        _ => None,
    });
    lists.flatten().collect()
}

fn write_map(reply: &mut ReplyWriter<'_>, fields: &[(&str, u64)]) {
    reply.map(fields.len());
    for &(name, value) in fields {
        reply.bulk(name.as_bytes());
        reply.int(i64::try_from(value).unwrap_or(i64::MAX));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::OwnedArgs;

    fn understood(words: &str, has_stats: bool) -> Result<Filter, String> {
        let line = format!("CLUSTER SLOT-STATS {words}");
        let words: Vec<&[u8]> = line.split(' ').map(str::as_bytes).collect();
        let owned = OwnedArgs::of(&words);
        filter(owned.args(), has_stats)
            .map_err(|error| String::from_utf8_lossy(error.text()).into_owned())
    }

    #[test]
    fn ranges_have_their_bounds() {
        assert_eq!(
            understood("slotsrange 3 16383", false),
            Ok(Filter::Range(3, 16383))
        );
        let refused = |words: &str| understood(words, true).expect_err(words);
        assert_eq!(
            refused("SLOTSRANGE 5 3"),
            "ERR Start slot number 5 is greater than end slot number 3"
        );
        for words in ["SLOTSRANGE 0 16384", "SLOTSRANGE -1 5", "SLOTSRANGE a 3"] {
            assert_eq!(refused(words), "ERR Invalid or out of range slot");
        }
        for words in ["SLOTSRANGE 1", "SLOTSRANGE 1 2 3", "FOO 1 2"] {
            assert!(refused(words).starts_with("ERR unknown subcommand"));
        }
    }

    #[test]
    fn orders_come_in_any_order_but_once() {
        let ordered = |metric, limit, ascending| {
            Ok(Filter::Ordered {
                metric,
                limit,
                ascending,
            })
        };
        assert_eq!(
            understood("ORDERBY key-count", false),
            ordered(Metric::Keys, SLOTS, false)
        );
        assert_eq!(
            understood("ORDERBY CPU-USEC asc LIMIT 2", true),
            ordered(Metric::Cpu, 2, true)
        );
        let refused = |words: &str| understood(words, false).expect_err(words);
        for words in ["ORDERBY cpu-usec", "ORDERBY memory-bytes LIMIT 0"] {
            assert_eq!(refused(words), "ERR Unrecognized sort metric for ORDERBY.");
        }
        for words in ["LIMIT 1 LIMIT 2", "ASC DESC", "asc LIMIT 1 asc"] {
            let words = format!("ORDERBY key-count {words}");
            assert!(refused(&words).starts_with("ERR Multiple filters"));
        }
        for words in ["LIMIT 0", "LIMIT 16385", "LIMIT x"] {
            let words = format!("ORDERBY key-count {words}");
            assert!(refused(&words).starts_with("ERR Limit has to lie"));
        }
        for words in ["LIMIT", "foo"] {
            assert_eq!(
                refused(&format!("ORDERBY key-count {words}")),
                "ERR syntax error"
            );
        }
    }
}
