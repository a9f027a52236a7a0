//! MODULE and LOLWUT: what there is none of, and what is there for fun.

use command_table::CommandId;
use resp::{Args, ReplyError, ReplyWriter};
use settings::Param;
use stdx::num::parse_i64;

use crate::core::Core;
use crate::dispatch::Flow;
use crate::session::Session;
use crate::session_commands::connection::VALKEY_VERSION;

/// MODULE LIST, LOAD, LOADEX, UNLOAD
pub(crate) fn module(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let sub = args.get(1).to_ascii_lowercase();
    if sub == b"list" {
        core.reply_to(session, |out, proto| ReplyWriter::new(out, proto).array(0));
        return Flow::Done;
    }
    let local = session.info.local || session.info.unix;
    let error = match core.control.settings.word(Param::EnableModuleCommand) {
        "yes" => none_can_be(&sub),
        "local" if local => none_can_be(&sub),
        _ => ReplyError::fixed(
            "ERR MODULE command not allowed. If the enable-module-command option is set to \
             \"local\", you can run it from a local connection, otherwise you need to set this \
             option in the configuration file, and then restart the server.",
        ),
    };
    core.fail(session, &error);
    Flow::Done
}

fn none_can_be(sub: &[u8]) -> ReplyError {
    if sub == b"unload" {
        return ReplyError::fixed("ERR Error unloading module: no such module with that name");
    }
    ReplyError::fixed("ERR Error loading the extension: Ringkey takes no modules")
}

/// Columns and rows of the picture, unless others are asked for.
const COLUMNS: i64 = 64;
const ROWS: i64 = 16;
/// Most of either.
const SIDE_MAX: i64 = 160;

const SYNTAX: ReplyError =
    ReplyError::fixed("ERR Syntax error. Use: LOLWUT [columns rows] [real imaginary]");

/// LOLWUT [VERSION version] [columns rows ...]
pub(crate) fn lolwut(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    match size(args) {
        Ok((columns, rows)) => {
            let renamed = core
                .control
                .settings
                .flag(Param::ExtendedRedisCompatibility);
            let text = picture(columns, rows, renamed);
            core.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).verbatim("txt", text.as_bytes());
            });
        }
        Err(error) => core.fail(session, &error),
    }
    Flow::Done
}

fn size(args: Args<'_>) -> Result<(i64, i64), ReplyError> {
    let mut words: Vec<&[u8]> = args.tail(1).iter().collect();
    if words
        .first()
        .is_some_and(|word| word.eq_ignore_ascii_case(b"version"))
    {
        let version = words.get(1).ok_or(SYNTAX)?;
        parse_i64(version).ok_or(ReplyError::NOT_INTEGER)?;
        words.drain(..2);
    }
    let side = |at: usize, default: i64| match words.get(at) {
        None => Ok(default),
        Some(word) => parse_i64(word)
            .map(|side| side.clamp(1, SIDE_MAX))
            .ok_or(SYNTAX),
    };
    Ok((side(0, COLUMNS)?, side(1, ROWS)?))
}

/// The triangle of Sierpinski, and which version painted it.
fn picture(columns: i64, rows: i64, renamed: bool) -> String {
    let mut text = String::new();
    for row in 0..rows {
        for column in 0..columns {
            text.push(if row & column == 0 { '#' } else { ' ' });
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    let name = if renamed { "Redis" } else { "Valkey" };
    let version = if renamed { "7.2.4" } else { VALKEY_VERSION };
    text.push_str(&format!(
        "\nA ring and its keys. Ringkey {}, {name} ver. {version}\n",
        env!("CARGO_PKG_VERSION")
    ));
    text
}

/// Whether `command` is one of MODULE's that [`module`] answers.
pub(crate) const fn is_of_modules(command: CommandId) -> bool {
    matches!(
        command,
        CommandId::ModuleList
            | CommandId::ModuleLoad
            | CommandId::ModuleLoadex
            | CommandId::ModuleUnload
    )
}
