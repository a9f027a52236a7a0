//! CONFIG GET, SET, RESETSTAT, REWRITE.
//!
//! Must never know what a parameter does; `settings` has the definitions, and each core or the
//! driver acts on the version that it adopts.

use resp::{Args, ReplyError, ReplyWriter};

use crate::core::{Action, Core};
use crate::dispatch::Flow;
use crate::session::Session;
use crate::shared::ControlState;

/// CONFIG GET.
pub(crate) fn get(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let patterns: Vec<&[u8]> = args.tail(2).iter().collect();
    let found = core.control.settings.matching(&patterns);
    core.reply_to(session, |out, proto| {
        let mut reply = ReplyWriter::new(out, proto);
        reply.map(found.len());
        for (name, value) in &found {
            reply.bulk(name.as_bytes());
            reply.bulk(value);
        }
    });
    Flow::Done
}

/// CONFIG SET.
pub(crate) fn set(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    if !args.len().is_multiple_of(2) {
        let text = command_table::arity_error(command_table::CommandId::ConfigSet);
        core.fail(session, &ReplyError::new(text));
        return Flow::Done;
    }
    let pairs: Vec<(&[u8], &[u8])> = (2..args.len())
        .step_by(2)
        .map(|i| (args.get(i), args.get(i + 1)))
        .collect();
    let local = session.info.local || session.info.unix;
    let surroundings = core.surroundings.clone();
    let mut warnings = Vec::new();
    let result = core.publish_control(session, b"+OK\r\n".to_vec(), |state: &ControlState| {
        let mut settings = (*state.settings).clone();
        let changes = settings.set_runtime(&pairs, local)?;
        if let Some(surroundings) = &surroundings {
            surroundings.change(&state.settings, &mut settings)?;
        }
        warnings = changes.warnings;
        Ok::<_, settings::ConfigSetError>(state.with_settings(settings))
    });
    if result.is_ok()
        && pairs
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case(b"maxmemory"))
    {
        warnings.extend(core.limit_warning());
    }
    core.outputs
        .actions
        .extend(warnings.into_iter().map(Action::Log));
    match result {
        Ok(()) => waiting(session),
        Err(error) => {
            core.fail(session, &ReplyError::new(error.to_string()));
            Flow::Done
        }
    }
}

/// CONFIG RESETSTAT.
pub(crate) fn resetstat(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    let reset = |state: &ControlState| {
        let resets = state.resets + 1;
        Ok::<_, std::convert::Infallible>(ControlState {
            resets,
            ..state.next()
        })
    };
    match core.publish_control(session, b"+OK\r\n".to_vec(), reset) {
        Ok(()) => waiting(session),
        Err(never) => match never {},
    }
}

/// CONFIG REWRITE.
pub(crate) fn rewrite(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    match core.rewrite_config(false) {
        Ok(()) => core.ok(session),
        Err(reason) => {
            let text = match reason {
                Some(reason) => format!("ERR Rewriting config file: {reason}"),
                None => "ERR The server is running without a config file".to_owned(),
            };
            core.fail(session, &ReplyError::new(text));
        }
    }
    Flow::Done
}

impl Core {
    /// Brings the configuration file up to date. An error is the operating system's words, or
    /// nothing if there is no file.
    pub(crate) fn rewrite_config(&mut self, all: bool) -> Result<(), Option<String>> {
        let file = &self.shared.facts.config_file;
        let Some(surroundings) = self.surroundings.as_ref().filter(|_| !file.is_empty()) else {
            return Err(None);
        };
        let result = surroundings.rewrite(file, &self.control.settings, all);
        let line = match &result {
            Ok(()) => "CONFIG REWRITE executed with success.".to_owned(),
            Err(reason) => format!("CONFIG REWRITE failed: {reason}"),
        };
        self.outputs.actions.push(Action::Log(line));
        result.map_err(Some)
    }
}

fn waiting(session: &Session) -> Flow {
    if session.is_idle() {
        Flow::Done
    } else {
        Flow::Wait
    }
}
