//! XTRIM, and what XADD shares with it.

use resp::{Args, ReplyError};
use values::StreamId;
use values::stream::{Keep, Stream, Trim};

use super::ids;
use crate::context::{BodySettings, CommandContext};
use crate::decimal::unsigned;
use crate::events::EventClass;
use crate::parse::integer;

/// Blocks' worth of entries that an approximate trim removes if no limit is given.
const BLOCKS: u64 = 100;
/// That number of entries where a block may have any number of them.
const LIMIT_DEFAULT: u64 = 10_000;
const LIMIT_MAX: u64 = 1_000_000;

const LIMIT_EXACT: ReplyError =
    ReplyError::fixed("ERR syntax error, LIMIT cannot be used without the special ~ option");

/// Trimming as asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct TrimOption {
    pub(super) trim: Trim,
    /// Number of the argument that says how far.
    pub(super) at: usize,
}

/// Reads options one at a time.
#[derive(Default)]
pub(super) struct TrimParser {
    keep: Option<(Keep, usize)>,
    approximate: bool,
    limit: Option<u64>,
}

impl TrimParser {
    /// Reads the option at `at`, if it is one of trimming; how many arguments it took.
    pub(super) fn option(
        &mut self,
        args: Args<'_>,
        at: usize,
    ) -> Result<Option<usize>, ReplyError> {
        let more = args.len() - at - 1;
        let word = args.get(at);
        if more == 0 {
            return Ok(None);
        }
        let is_len = word.eq_ignore_ascii_case(b"maxlen");
        if is_len || word.eq_ignore_ascii_case(b"minid") {
            return self.bound(args, at, is_len).map(Some);
        }
        if word.eq_ignore_ascii_case(b"limit") {
            let limit = u64::try_from(integer(args.get(at + 1))?);
            let negative = ReplyError::fixed("ERR The LIMIT argument must be >= 0.");
            self.limit = Some(limit.map_err(|_| negative)?);
            return Ok(Some(2));
        }
        Ok(None)
    }

    fn bound(&mut self, args: Args<'_>, at: usize, is_len: bool) -> Result<usize, ReplyError> {
        if self.keep.is_some() {
            return Err(ReplyError::fixed(
                "ERR syntax error, MAXLEN and MINID options at the same time are not compatible",
            ));
        }
        let mut place = at + 1;
        if args.len() - at > 2 {
            let sign = args.get(place);
            self.approximate = sign == b"~";
            place += usize::from(self.approximate || sign == b"=");
        }
        let text = args.get(place);
        let keep = if is_len {
            let len = u64::try_from(integer(text)?);
            let negative = ReplyError::fixed("ERR The MAXLEN argument must be >= 0.");
            Keep::Len(len.map_err(|_| negative)?)
        } else {
            Keep::From(ids::parse(text, 0)?)
        };
        self.keep = Some((keep, place));
        Ok(place + 1 - at)
    }

    /// What was asked for; `None` if nothing was, which is another error where it `is_needed`.
    pub(super) fn end(
        self,
        settings: &BodySettings,
        is_needed: bool,
    ) -> Result<Option<TrimOption>, ReplyError> {
        let Some((keep, at)) = self.keep else {
            if self.limit.is_some_and(|limit| limit > 0) {
                return Err(ReplyError::fixed(
                    "ERR syntax error, LIMIT cannot be used without specifying a trimming strategy",
                ));
            }
            if self.limit.is_some() && !is_needed {
                return Err(LIMIT_EXACT);
            }
            return Ok(None);
        };
        let limit = match self.limit {
            Some(_) if !self.approximate => return Err(LIMIT_EXACT),
            Some(limit) => limit,
            None if self.approximate => limit_by_blocks(settings),
            None => 0,
        };
        let trim = Trim {
            keep,
            approximate: self.approximate,
            limit,
        };
        Ok(Some(TrimOption { trim, at }))
    }
}

fn limit_by_blocks(settings: &BodySettings) -> u64 {
    match settings.encoding.stream_node_max_entries {
        0 => LIMIT_DEFAULT,
        entries => entries.saturating_mul(BLOCKS).min(LIMIT_MAX),
    }
}

/// How far an approximate trim went, for those who repeat it exactly.
pub(super) struct Exactly {
    at: usize,
    text: Vec<u8>,
}

impl Exactly {
    pub(super) fn of(option: &TrimOption, len: u64, first_id: StreamId) -> Option<Self> {
        let text = match option.trim.keep {
            _ if !option.trim.approximate => return None,
            Keep::Len(_) => unsigned(len),
            // Nothing is left: nothing is to be left there.
            Keep::From(_) if len == 0 => StreamId::MAX.to_vec(),
            Keep::From(_) => first_id.to_vec(),
        };
        Some(Self {
            at: option.at,
            text,
        })
    }

    /// The words that stand for those of the request.
    pub(super) fn words(&self) -> [(usize, &[u8]); 2] {
        [(self.at - 1, b"="), (self.at, &self.text)]
    }
}

/// XTRIM key MAXLEN | MINID [= | ~] threshold [LIMIT count]
pub fn xtrim(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut parser = TrimParser::default();
    let mut at = 2;
    while at < args.len() {
        at += parser.option(args, at)?.ok_or(ReplyError::SYNTAX)?;
    }
    let option = parser.end(ctx.settings, true)?.ok_or(ReplyError::fixed(
        "ERR syntax error, XTRIM must be called with a trimming strategy",
    ))?;
    let mut place = ctx.write(args.get(1))?;
    let trimmed = place.edit_stream(|stream: &mut Stream, _, _| {
        let removed = stream.trim(&option.trim);
        let exactly = Exactly::of(&option, stream.len(), stream.first_kept_id());
        (removed, exactly)
    })?;
    let (removed, exactly) = trimmed.unwrap_or((0, None));
    place.reply.int(removed as i64);
    if removed > 0 {
        place.event(EventClass::STREAM, "xtrim");
        place.modified();
        let words = exactly.as_ref().map(Exactly::words);
        let words = words.as_ref().map_or(&[][..], |words| words);
        ctx.effects.request_with(ctx.db, args, words);
    }
    Ok(())
}
