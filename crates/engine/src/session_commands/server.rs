//! SHUTDOWN, FUNCTION FLUSH, PFSELFTEST, and HELP of every container.
//!
//! Must never end the process by itself: the driver does.

use command_table::CommandId;
use resp::{Args, ReplyError, ReplyWriter};

use crate::core::{Action, Core};
use crate::dispatch::{Flow, has_body};
use crate::session::Session;

/// The elements that PFSELFTEST counts.
const SELF_TEST_SEED: u64 = 0;

/// FUNCTION FLUSH: there are no functions, so none are left.
pub(crate) fn function_flush(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let mode = args.try_get(2);
    let known = mode.is_none_or(|mode| {
        mode.eq_ignore_ascii_case(b"sync") || mode.eq_ignore_ascii_case(b"async")
    });
    if args.len() > 3 {
        core.fail(session, &wrong_subcommand(&told(args.get(1)), "FUNCTION"));
    } else if known {
        core.ok(session);
    } else {
        let text = "ERR FUNCTION FLUSH only supports SYNC|ASYNC option";
        core.fail(session, &ReplyError::fixed(text));
    }
    Flow::Done
}

/// PFSELFTEST
pub(crate) fn pfselftest(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    match values::hyperloglog::self_test(SELF_TEST_SEED) {
        Ok(()) => core.ok(session),
        Err(fault) => core.fail(session, &ReplyError::new(format!("TESTFAILED {fault}"))),
    }
    Flow::Done
}

/// SHUTDOWN. There is nothing to save yet, so all its modes but ABORT end the process.
pub(crate) fn shutdown(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let (mut abort, mut save) = (false, false);
    for option in args.tail(1) {
        let known = [
            b"nosave".as_slice(),
            b"save",
            b"now",
            b"force",
            b"safe",
            b"failover",
        ];
        if option.eq_ignore_ascii_case(b"abort") {
            abort = true;
        } else if !known.iter().any(|word| option.eq_ignore_ascii_case(word)) {
            core.fail(session, &ReplyError::SYNTAX);
            return Flow::Done;
        }
        save |= option.eq_ignore_ascii_case(b"save");
    }
    let given = |word: &[u8]| {
        args.tail(1)
            .iter()
            .any(|option| option.eq_ignore_ascii_case(word))
    };
    if (abort && args.len() > 2) || (save && given(b"nosave")) {
        core.fail(session, &ReplyError::SYNTAX);
    } else if save {
        let text = "ERR SHUTDOWN SAVE is not available: Ringkey does not write snapshots yet";
        core.fail(session, &ReplyError::fixed(text));
    } else if abort {
        core.fail(session, &ReplyError::fixed("ERR No shutdown in progress."));
    } else {
        core.outputs.actions.push(Action::Shutdown);
        session.closing = true;
    }
    Flow::Done
}

/// HELP of a container: its subcommands with their summaries.
pub(crate) fn help(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let Some(container) = command_table::lookup(args.get(0)) else {
        return Flow::Done;
    };
    let mut lines = vec![format!(
        "{} <subcommand> [<arg> [value] [opt] ...]. Subcommands are:",
        container.name().to_ascii_uppercase()
    )];
    for sub in container
        .spec()
        .subcommands
        .iter()
        .filter(|sub| has_body(**sub))
    {
        lines.push(sub.name().to_ascii_uppercase());
        lines.push(format!("    {}", summary(*sub)));
    }
    core.reply_to(session, |out, proto| {
        let mut reply = ReplyWriter::new(out, proto);
        reply.array(lines.len());
        lines.iter().for_each(|line| reply.simple(line));
    });
    Flow::Done
}

fn summary(command: CommandId) -> &'static str {
    command.spec().docs.summary
}

/// An argument as an error tells it.
pub(crate) fn told(arg: &[u8]) -> String {
    const TOLD_BYTES_MAX: usize = 128;
    String::from_utf8_lossy(&arg[..arg.len().min(TOLD_BYTES_MAX)]).into_owned()
}

/// The text for a subcommand with a wrong number of arguments that its table entry allows.
pub(crate) fn wrong_subcommand(sub: &str, container: &str) -> ReplyError {
    ReplyError::new(format!(
        "ERR unknown subcommand or wrong number of arguments for '{sub}'. Try {container} HELP."
    ))
}
