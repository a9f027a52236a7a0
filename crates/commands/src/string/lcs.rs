//! LCS: the longest common subsequence of two strings.
//!
//! One row of lengths is kept at a time, and of the whole table one bit for each pair of bytes:
//! which way the longer subsequence lies.

use resp::{Args, ReplyError, ReplyWriter};

use crate::context::CommandContext;
use crate::parse::integer;
use crate::text::{Digits, Text};

/// Bytes that Valkey takes for each pair of positions; its limit speaks of them.
const CELL_BYTES: usize = 4;

/// LCS key1 key2 [LEN] [IDX] [MINMATCHLEN min-match-len] [WITHMATCHLEN]
pub fn lcs(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let operands = [operand(ctx, args.get(1)), operand(ctx, args.get(2))];
    let [a, b] = operands;
    let (a, b) = (a?, b?);
    let wanted = Wanted::parse(args.tail(3))?;
    let cells = a.len().saturating_add(1).saturating_mul(b.len() + 1);
    if cells.saturating_mul(CELL_BYTES) > ctx.settings.string_bytes_max {
        return Err(ReplyError::fixed(
            "ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len",
        ));
    }
    let table = Table::of(&a, &b, wanted.len_only);
    if wanted.len_only {
        ctx.reply.int(i64::from(table.len));
        return Ok(());
    }
    let matches = table.matches(&a, &b);
    if wanted.ranges {
        reply_ranges(&mut ctx.reply, &matches, table.len, &wanted);
    } else {
        let parts: Vec<&[u8]> = matches.iter().rev().map(|found| found.part(&a)).collect();
        ctx.reply.bulk(&parts.concat());
    }
    Ok(())
}

/// What is to be told.
#[derive(Default)]
struct Wanted {
    len_only: bool,
    ranges: bool,
    /// Bytes of the shortest match told.
    match_len_min: i64,
    match_lens: bool,
}

impl Wanted {
    fn parse(options: Args<'_>) -> Result<Self, ReplyError> {
        let mut wanted = Self::default();
        let mut words = options.iter();
        while let Some(word) = words.next() {
            let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
            if is("idx") {
                wanted.ranges = true;
            } else if is("len") {
                wanted.len_only = true;
            } else if is("withmatchlen") {
                wanted.match_lens = true;
            } else if is("minmatchlen") {
                wanted.match_len_min = integer(words.next().ok_or(ReplyError::SYNTAX)?)?;
            } else {
                return Err(ReplyError::SYNTAX);
            }
        }
        if wanted.ranges && wanted.len_only {
            return Err(ReplyError::fixed(
                "ERR If you want both the length and indexes, please just use IDX.",
            ));
        }
        Ok(wanted)
    }
}

/// A copy of a string; nothing if there is none.
fn operand(ctx: &mut CommandContext<'_>, key: &[u8]) -> Result<Vec<u8>, ReplyError> {
    let place = ctx.read(key)?;
    let text = place
        .text()
        .map_err(|_| ReplyError::fixed("ERR The specified keys must contain string values"))?;
    let text = text.unwrap_or(Text::Bytes(&[]));
    Ok(text.bytes(&mut Digits::default()).to_vec())
}

fn reply_ranges(reply: &mut ReplyWriter<'_>, matches: &[Match], len: u32, wanted: &Wanted) {
    let told = |found: &&Match| found.len as i64 >= wanted.match_len_min;
    reply.map(2);
    reply.bulk(b"matches");
    reply.array(matches.iter().filter(told).count());
    for found in matches.iter().filter(told) {
        reply.array(if wanted.match_lens { 3 } else { 2 });
        for start in [found.a, found.b] {
            reply.array(2);
            reply.int(start as i64);
            reply.int((start + found.len - 1) as i64);
        }
        if wanted.match_lens {
            reply.int(found.len as i64);
        }
    }
    reply.bulk(b"len");
    reply.int(i64::from(len));
}

/// A stretch that both strings have.
struct Match {
    /// Where it begins in the first string, and in the second.
    a: usize,
    b: usize,
    len: usize,
}

impl Match {
    fn part<'a>(&self, a: &'a [u8]) -> &'a [u8] {
        &a[self.a..self.a + self.len]
    }
}

/// What is known of all pairs of beginnings of two strings.
struct Table {
    /// Bytes of the subsequence.
    len: u32,
    /// A bit for each pair, a row for each byte of the first string: the longer subsequence is
    /// found without that byte.
    without_a: Vec<u64>,
    row_words: usize,
}

impl Table {
    fn of(a: &[u8], b: &[u8], len_only: bool) -> Self {
        let row_words = b.len().div_ceil(64);
        let mut without_a = Vec::new();
        let mut lens = vec![0u32; b.len() + 1];
        for &byte in a {
            let first_word = without_a.len();
            if !len_only {
                without_a.resize(first_word + row_words, 0u64);
            }
            let (mut left, mut diagonal) = (0, 0);
            for (j, &other) in b.iter().enumerate() {
                let above = lens[j + 1];
                let longest = if byte == other {
                    diagonal + 1
                } else {
                    if !len_only && above > left {
                        without_a[first_word + j / 64] |= 1 << (j % 64);
                    }
                    left.max(above)
                };
                diagonal = above;
                left = longest;
                lens[j + 1] = longest;
            }
        }
        Self {
            len: lens[b.len()],
            without_a,
            row_words,
        }
    }

    /// The stretches of the subsequence, last one first.
    fn matches(&self, a: &[u8], b: &[u8]) -> Vec<Match> {
        let mut matches: Vec<Match> = Vec::new();
        let (mut i, mut j) = (a.len(), b.len());
        while i > 0 && j > 0 {
            if a[i - 1] == b[j - 1] {
                match matches.last_mut() {
                    Some(last) if last.a == i && last.b == j => {
                        *last = Match {
                            a: i - 1,
                            b: j - 1,
                            len: last.len + 1,
                        };
                    }
                    _ => matches.push(Match {
                        a: i - 1,
                        b: j - 1,
                        len: 1,
                    }),
                }
                (i, j) = (i - 1, j - 1);
                continue;
            }
            let word = self.without_a[(i - 1) * self.row_words + (j - 1) / 64];
            if word >> ((j - 1) % 64) & 1 == 1 {
                i -= 1;
            } else {
                j -= 1;
            }
        }
        matches
    }
}
