//! LPOS.

use resp::{Args, ReplyError};
use stdx::num::parse_i64;
use values::Item;
use values::listpack::Probe;

use crate::context::CommandContext;
use crate::draw::parse_count;

/// What is looked for, and how far.
struct Search {
    /// Matches to pass over, counted from one; negative from the end.
    rank: i64,
    /// Positions wanted, in an array; without it one is, by itself.
    count: Option<usize>,
    /// Elements looked at.
    len_max: usize,
}

/// LPOS key element [RANK rank] [COUNT num-matches] [MAXLEN len]
pub fn lpos(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let search = Search::parse(args.tail(3))?;
    let mut place = ctx.read(args.get(1))?;
    let (list, reply) = place.list_and_reply()?;
    let wanted = Probe::new(args.get(2));
    let mut found = Vec::new();
    if let Some(list) = list {
        let last = list.len() - 1;
        if search.rank > 0 {
            search.collect(list.iter(), &wanted, |at| found.push(at));
        } else {
            let backward = list.iter_back_from(last);
            search.collect(backward, &wanted, |at| found.push(last - at));
        }
    }
    match (search.count, found.first()) {
        (None, None) => reply.null(),
        (None, Some(&at)) => reply.int(at as i64),
        (Some(_), _) => {
            reply.array(found.len());
            found.iter().for_each(|&at| reply.int(at as i64));
        }
    }
    Ok(())
}

impl Search {
    fn parse(options: Args<'_>) -> Result<Self, ReplyError> {
        let mut search = Self {
            rank: 1,
            count: None,
            len_max: usize::MAX,
        };
        let mut words = options.iter();
        while let Some(word) = words.next() {
            let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
            let value = words.next().ok_or(ReplyError::SYNTAX)?;
            if is("rank") {
                search.rank = parse_count(value)?;
                if search.rank == 0 {
                    return Err(ReplyError::fixed(
                        "ERR RANK can't be zero: use 1 to start from the first match, 2 from the \
                         second ... or use negative to start from the end of the list",
                    ));
                }
            } else if is("count") {
                search.count = Some(number(value, "ERR COUNT can't be negative")?);
            } else if is("maxlen") {
                search.len_max = match number(value, "ERR MAXLEN can't be negative")? {
                    0 => usize::MAX,
                    len_max => len_max,
                };
            } else {
                return Err(ReplyError::SYNTAX);
            }
        }
        Ok(search)
    }

    /// Shows where the matches wanted are, counted in the order of `items`.
    fn collect<'l>(
        &self,
        items: impl Iterator<Item = Item<'l>>,
        wanted: &Probe<'_>,
        show: impl FnMut(usize),
    ) {
        let passed = usize::try_from(self.rank.unsigned_abs() - 1).unwrap_or(usize::MAX);
        let count = match self.count {
            None => 1,
            Some(0) => usize::MAX,
            Some(count) => count,
        };
        let items = items.take(self.len_max).enumerate();
        let matches = items.filter(|(_, item)| wanted.is(*item));
        let positions = matches.map(|(at, _)| at);
        positions.skip(passed).take(count).for_each(show);
    }
}

/// A number of which 0 means no limit.
fn number(text: &[u8], negative: &'static str) -> Result<usize, ReplyError> {
    let number = parse_i64(text).and_then(|number| usize::try_from(number).ok());
    number.ok_or(ReplyError::fixed(negative))
}
