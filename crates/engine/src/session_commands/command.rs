//! COMMAND and its subcommands.
//!
//! Must never know more of commands than the command table does.

use command_table::{ArgList, CommandId, ListFilter, ReplySink, Tail};
use resp::{Args, Proto, ReplyError, ReplyWriter};

use crate::core::Core;
use crate::dispatch::Flow;
use crate::route::ArgsList;
use crate::session::Session;

/// Writes descriptions as replies.
struct Sink<'a>(ReplyWriter<'a>);

impl ReplySink for Sink<'_> {
    fn array(&mut self, n: usize) {
        self.0.array(n);
    }

    fn map(&mut self, n: usize) {
        self.0.map(n);
    }

    fn set(&mut self, n: usize) {
        self.0.set(n);
    }

    fn bulk(&mut self, text: &str) {
        self.0.bulk(text.as_bytes());
    }

    fn simple(&mut self, text: &str) {
        self.0.simple(text);
    }

    fn int(&mut self, value: i64) {
        self.0.int(value);
    }
}

/// COMMAND and all its subcommands.
pub(crate) fn command(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let mut out = session.take_out();
    let result = answer(args, session.proto, &mut out);
    session.give_out(out);
    core.mark_dirty(session);
    if let Err(error) = result {
        core.fail(session, &error);
    }
    Flow::Done
}

fn answer(args: Args<'_>, proto: Proto, out: &mut resp::OutBuf) -> Result<(), ReplyError> {
    let mut sink = Sink(ReplyWriter::new(out, proto));
    let sub = args.try_get(1).unwrap_or_default().to_ascii_lowercase();
    match sub.as_slice() {
        b"" => write_all(&mut sink),
        b"count" => sink.int(CommandId::top_level().count() as i64),
        b"info" if args.len() == 2 => write_all(&mut sink),
        b"info" => {
            sink.array(args.len() - 2);
            for name in args.tail(2) {
                match command_table::lookup_full_name(name) {
                    Some(id) => command_table::write_info(id, &mut sink),
                    None => sink.0.null(),
                }
            }
        }
        b"docs" => write_docs(args, &mut sink),
        b"list" => write_list(args, &mut sink)?,
        _ => write_keys(args, &mut sink, sub == b"getkeysandflags")?,
    }
    Ok(())
}

fn write_all(sink: &mut Sink<'_>) {
    sink.array(CommandId::top_level().count());
    CommandId::top_level().for_each(|id| command_table::write_info(id, sink));
}

fn write_docs(args: Args<'_>, sink: &mut Sink<'_>) {
    let ids: Vec<CommandId> = if args.len() == 2 {
        CommandId::top_level().collect()
    } else {
        args.tail(2)
            .iter()
            .filter_map(command_table::lookup_full_name)
            .collect()
    };
    sink.map(ids.len());
    ids.into_iter()
        .for_each(|id| command_table::write_docs(id, sink));
}

fn write_list(args: Args<'_>, sink: &mut Sink<'_>) -> Result<(), ReplyError> {
    let ids: Vec<CommandId> = if args.len() == 2 {
        CommandId::known().collect()
    } else {
        if args.len() != 5 || !args.get(2).eq_ignore_ascii_case(b"filterby") {
            return Err(ReplyError::SYNTAX);
        }
        let filter = ListFilter::new(args.get(3), args.get(4)).ok_or(ReplyError::SYNTAX)?;
        let glob = |pattern: &[u8], name: &[u8]| stdx::glob::matches(pattern, name, true);
        command_table::listed(filter, glob).collect()
    };
    sink.array(ids.len());
    ids.iter().for_each(|id| sink.bulk(id.full_name()));
    Ok(())
}

fn write_keys(args: Args<'_>, sink: &mut Sink<'_>, flags: bool) -> Result<(), ReplyError> {
    let all = ArgsList(args);
    let request = Tail::new(&all, 2);
    let mut keys = command_table::KeyList::new();
    command_table::getkeys(&request, &mut keys).map_err(|error| ReplyError::fixed(error.text()))?;
    sink.array(keys.len());
    for key in keys.as_slice() {
        if flags {
            sink.array(2);
        }
        sink.0.bulk(request.arg(key.index as usize));
        if flags {
            let names: Vec<&str> = key.flags.names().collect();
            sink.set(names.len());
            names.iter().for_each(|name| sink.simple(name));
        }
    }
    Ok(())
}
