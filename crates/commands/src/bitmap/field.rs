//! BITFIELD and BITFIELD_RO.

use resp::{Args, ReplyError, ReplyWriter};
use stdx::num::I64_TEXT_BYTES_MAX;

use super::bit_offset;
use super::field_number::{FieldType, Overflow};
use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::integer;

/// One operation on one integer.
#[derive(Clone, Copy)]
struct Operation {
    field: FieldType,
    offset: u64,
    action: Action,
}

#[derive(Clone, Copy)]
enum Action {
    Get,
    Set(i64, Overflow),
    Add(i64, Overflow),
}

/// What the operations of a request come to.
#[derive(Default)]
struct Outcome {
    /// A reply each; none where a number did not fit.
    numbers: Vec<Option<i64>>,
    stored: bool,
    /// Some number differs from the one that was there.
    differs: bool,
}

/// BITFIELD key [GET type offset | [OVERFLOW WRAP | SAT | FAIL] SET type offset value | INCRBY type
/// offset increment ...]
pub fn bitfield(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let operations = parse(args, ctx.settings.string_bytes_max)?;
    let len_needed = operations.iter().filter(|operation| operation.writes());
    let Some(len_needed) = len_needed.map(|one| one.field.end(one.offset)).max() else {
        return read_all(ctx, args, &operations);
    };
    let mut place = ctx.write(args.get(1))?;
    let old_len = place.text()?.map_or(0, |text| text.len());
    let grown = old_len < len_needed;
    let outcome = place.edit_text(len_needed, |bytes| perform_all(&operations, bytes));
    let changed = outcome.stored && (grown || outcome.differs);
    if changed {
        place.modified();
        place.event(EventClass::STRING, "setbit");
    }
    reply(place.reply, &outcome.numbers);
    // That the string has grown is told even if nothing was stored in it: Valkey does not, and
    // its log and its replicas have another string then.
    if changed || grown {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// BITFIELD_RO key [GET type offset ...]
pub fn bitfield_ro(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let operations = parse(args, ctx.settings.string_bytes_max)?;
    if operations.iter().any(Operation::writes) {
        return Err(ReplyError::fixed(
            "ERR BITFIELD_RO only supports the GET subcommand",
        ));
    }
    read_all(ctx, args, &operations)
}

fn parse(args: Args<'_>, bytes_max: usize) -> Result<Vec<Operation>, ReplyError> {
    let mut operations = Vec::new();
    let mut overflow = Overflow::Wrap;
    let mut i = 2;
    while i < args.len() {
        let name = args.get(i);
        let words_after = args.len() - i - 1;
        let is = |known: &str, words: usize| {
            name.eq_ignore_ascii_case(known.as_bytes()) && words_after >= words
        };
        if is("overflow", 1) {
            overflow = parse_overflow(args.get(i + 1))?;
            i += 2;
            continue;
        }
        let words = match () {
            () if is("get", 2) => 2,
            () if is("set", 3) || is("incrby", 3) => 3,
            () => return Err(ReplyError::SYNTAX),
        };
        let field = FieldType::parse(args.get(i + 1)).ok_or(ReplyError::fixed(
            "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported \
             but i64 is.",
        ))?;
        let offset = bit_offset(args.get(i + 2), Some(field.bits), bytes_max)?;
        let action = match name[0].to_ascii_lowercase() {
            b'g' => Action::Get,
            b's' => Action::Set(integer(args.get(i + 3))?, overflow),
            _ => Action::Add(integer(args.get(i + 3))?, overflow),
        };
        operations.push(Operation {
            field,
            offset,
            action,
        });
        i += 1 + words;
    }
    Ok(operations)
}

fn parse_overflow(name: &[u8]) -> Result<Overflow, ReplyError> {
    let modes = [
        (&b"wrap"[..], Overflow::Wrap),
        (b"sat", Overflow::Saturate),
        (b"fail", Overflow::Fail),
    ];
    let found = modes
        .into_iter()
        .find(|(known, _)| name.eq_ignore_ascii_case(known));
    let mode = found.map(|(_, mode)| mode);
    mode.ok_or(ReplyError::fixed("ERR Invalid OVERFLOW type specified"))
}

/// Does what only reads.
fn read_all(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    operations: &[Operation],
) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let mut digits = [0; I64_TEXT_BYTES_MAX];
    let (text, reply) = place.text_and_reply()?;
    let bytes = match &text {
        Some(text) => text.bytes(&mut digits),
        None => b"",
    };
    reply.array(operations.len());
    for operation in operations {
        reply.int(operation.field.read(bytes, operation.offset));
    }
    Ok(())
}

fn perform_all(operations: &[Operation], bytes: &mut [u8]) -> Outcome {
    let mut outcome = Outcome::default();
    for operation in operations {
        operation.perform(bytes, &mut outcome);
    }
    outcome
}

fn reply(reply: &mut ReplyWriter<'_>, numbers: &[Option<i64>]) {
    reply.array(numbers.len());
    for number in numbers {
        match *number {
            Some(number) => reply.int(number),
            None => reply.null(),
        }
    }
}

impl Operation {
    fn writes(&self) -> bool {
        !matches!(self.action, Action::Get)
    }

    fn perform(&self, bytes: &mut [u8], outcome: &mut Outcome) {
        let Self { field, offset, .. } = *self;
        let old = field.read(bytes, offset);
        let (new, told) = match self.action {
            Action::Get => (None, Some(old)),
            Action::Set(argument, overflow) => {
                let new = field.fit_set(argument, overflow);
                (new, new.map(|_| old))
            }
            Action::Add(increment, overflow) => {
                let sum = i128::from(old) + i128::from(increment);
                let new = field.fit(sum, overflow);
                (new, new)
            }
        };
        if let Some(new) = new {
            field.write(bytes, offset, new);
            outcome.stored = true;
            outcome.differs |= new != old;
        }
        outcome.numbers.push(told);
    }
}
