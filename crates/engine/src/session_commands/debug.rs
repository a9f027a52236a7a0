//! DEBUG, as far as tests of Valkey's suite use it on this surface.
//!
//! Must never be reachable unless `enable-debug-command` allows it.

use std::sync::Arc;

use command_table::CommandId;
use keyspace::{Expire, NewValue, SlotView};
use resp::{Args, OutBuf, ReplyError, ReplyWriter};
use stdx::slot::slot_of;
use values::digest::DIGEST_BYTES;

use crate::call::Call;
use crate::core::{Action, Core};
use crate::gather::Question;
use crate::message::Caller;
use crate::route::Route;
use crate::session::Session;
use crate::shared::ControlState;

/// Keys that DEBUG POPULATE makes at most.
const POPULATE_KEYS_MAX: i64 = 1 << 30;

/// DEBUG on the session's core, with the slots of its keys.
pub(crate) fn debug(
    core: &mut Core,
    session: &mut Session,
    args: Args<'_>,
    view: &mut SlotView<'_>,
) {
    let caller = session.caller(core.id);
    let sub = args.get(1).to_ascii_lowercase();
    if let Err(error) = core.debug_allowed(session) {
        core.fail(session, &error);
        return;
    }
    if args.len() == 3
        && matches!(
            sub.as_slice(),
            b"set-active-expire" | b"pause-cron" | b"set-skip-checksum-validation"
        )
    {
        core.set_switch(session, &sub, args.get(2));
        return;
    }
    if sub == b"cores" && args.len() == 2 {
        core.ask(session, CommandId::Debug, Question::Unfinished, Vec::new());
        return;
    }
    let mut out = session.take_out();
    let result = core.debug_body(args, &caller, view, &mut out);
    session.give_out(out);
    core.mark_dirty(session);
    if let Err(error) = result {
        core.fail(session, &error);
    }
}

/// Where a DEBUG subcommand is executed.
pub(crate) fn route(args: Args<'_>) -> Route {
    let sub = args.try_get(1).unwrap_or_default().to_ascii_lowercase();
    match sub.as_slice() {
        b"sleep" | b"digest" | b"populate" | b"htstats" | b"reload" | b"loadaof" => Route::Whole,
        _ => Route::HomeSlots,
    }
}

/// The slots of the keys of a DEBUG subcommand.
pub(crate) fn slots(args: Args<'_>) -> Vec<u16> {
    let sub = args.try_get(1).unwrap_or_default().to_ascii_lowercase();
    let keys = match sub.as_slice() {
        b"object" | b"sdslen" => args.tail(2).iter().take(1).collect::<Vec<_>>(),
        b"digest-value" => args.tail(2).iter().collect(),
        _ => Vec::new(),
    };
    let mut slots: Vec<u16> = keys.into_iter().map(slot_of).collect();
    slots.sort_unstable();
    slots.dedup();
    slots
}

impl Core {
    /// A switch that all cores have to know of.
    fn set_switch(&mut self, session: &mut Session, sub: &[u8], value: &[u8]) {
        let on = stdx::num::parse_i64(value).is_some_and(|n| n != 0);
        let change = |state: &ControlState| {
            let mut next = state.next();
            match sub {
                b"pause-cron" => next.cron_paused = on,
                b"set-skip-checksum-validation" => {
                    Arc::make_mut(&mut next.bodies).rdb_unchecked = on;
                }
                _ => next.active_expire = on,
            }
            Ok::<_, std::convert::Infallible>(next)
        };
        let result = self.publish_control(session, b"+OK\r\n".to_vec(), change);
        result.unwrap_or_else(|never| match never {});
    }

    fn debug_allowed(&self, session: &Session) -> Result<(), ReplyError> {
        let local = session.info.local || session.info.unix;
        match self
            .control
            .settings
            .word(settings::Param::EnableDebugCommand)
        {
            "yes" => Ok(()),
            "local" if local => Ok(()),
            _ => Err(ReplyError::fixed(
                "ERR DEBUG command not allowed. If the enable-debug-command option is set to \
                 \"local\", you can run it from a local connection, otherwise you need to set this \
                 option in the configuration file, and then restart the server.",
            )),
        }
    }

    /// DEBUG without a session: needs the slots of its keys, or all of them.
    pub(crate) fn debug_body(
        &mut self,
        args: Args<'_>,
        caller: &Caller,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) -> Result<(), ReplyError> {
        let sub = args.get(1).to_ascii_lowercase();
        let body: commands::Body = match (sub.as_slice(), args.len()) {
            (b"object", 3 | 4) => commands::generic::debug_object,
            (b"sdslen", 3) => commands::generic::debug_sdslen,
            (b"digest-value", _) => commands::generic::debug_digest_value,
            (b"sleep", 3) => {
                let seconds = stdx::num::parse_f64(args.get(2)).unwrap_or(0.0);
                let micros = (seconds.max(0.0) * 1e6) as u64;
                self.bodies.stopwatch.ahead_ns = micros.saturating_mul(1000);
                self.outputs.actions.push(Action::Sleep { micros });
                // Who is served at the end of the transaction is served after it.
                let ms = i64::try_from(micros / 1000).unwrap_or(i64::MAX);
                self.now_ms = self.now_ms.saturating_add(ms);
                ReplyWriter::new(out, caller.proto).ok();
                return Ok(());
            }
            (b"digest", 2) => {
                let mut total = [0; DIGEST_BYTES];
                view.for_each(&mut |slot| commands::slots::digest_slot(slot, &mut total));
                let digest = commands::generic::hexadecimal(&total);
                ReplyWriter::new(out, caller.proto).simple(&digest);
                return Ok(());
            }
            (b"htstats", 3 | 4) => {
                let text = table_statistics(self.database(args.get(2)), view)?;
                ReplyWriter::new(out, caller.proto).verbatim("txt", text.as_bytes());
                return Ok(());
            }
            (b"populate", 3..=5) => {
                self.populate(args, caller, view)?;
                ReplyWriter::new(out, caller.proto).ok();
                return Ok(());
            }
            (b"reload" | b"loadaof" | b"config-rewrite-force-all", _) => {
                self.through_files(&sub, args, view)?;
                ReplyWriter::new(out, caller.proto).ok();
                return Ok(());
            }
            (b"log", 3) => {
                let line = String::from_utf8_lossy(args.get(2)).into_owned();
                self.outputs
                    .actions
                    .push(Action::Log(format!("DEBUG LOG: {line}")));
                ReplyWriter::new(out, caller.proto).ok();
                return Ok(());
            }
            _ => {
                let mut reply = ReplyWriter::new(out, caller.proto);
                return super::debug_replies::answer(&sub, args, &mut reply);
            }
        };
        let now_ms = view.now_ms(self.now_ms);
        let call = Call {
            command: CommandId::Debug,
            body,
            hash: None,
            in_exec: true,
            now_ms,
        };
        self.bodies.call(call, view.reborrow(), args, caller, out);
        self.charge_one_of(view);
        Ok(())
    }

    fn through_files(
        &mut self,
        sub: &[u8],
        args: Args<'_>,
        view: &mut SlotView<'_>,
    ) -> Result<(), ReplyError> {
        if sub != b"config-rewrite-force-all" {
            return self.reload(sub, args, view);
        }
        self.rewrite_config(true).map_err(|reason| {
            let reason = reason.unwrap_or_else(|| "Bad address".to_owned());
            ReplyError::new(format!("ERR CONFIG-REWRITE-FORCE-ALL failed: {reason}"))
        })
    }

    /// DEBUG RELOAD and LOADAOF: values go through the format of files and back, in memory.
    fn reload(
        &mut self,
        sub: &[u8],
        args: Args<'_>,
        view: &mut SlotView<'_>,
    ) -> Result<(), ReplyError> {
        let known = |word: &[u8]| {
            [&b"merge"[..], b"noflush", b"nosave"]
                .iter()
                .any(|known| word.eq_ignore_ascii_case(known))
        };
        if sub == b"reload" && !args.tail(2).iter().all(known) {
            return Err(ReplyError::fixed(
                "ERR DEBUG RELOAD only supports the MERGE, NOFLUSH and NOSAVE options.",
            ));
        }
        let now_ms = view.now_ms(self.now_ms);
        let settings = &self.bodies.settings;
        let mut result = Ok(());
        view.for_each(&mut |slot| {
            if result.is_ok() {
                result = commands::reload::reload_slot(slot, now_ms, settings);
            }
        });
        result
    }

    /// DEBUG POPULATE count [prefix] [size]: keys that exist already stay as they are.
    fn populate(
        &mut self,
        args: Args<'_>,
        caller: &Caller,
        view: &mut SlotView<'_>,
    ) -> Result<(), ReplyError> {
        let positive = |arg: &[u8]| {
            stdx::num::parse_i64(arg)
                .filter(|n| (0..=POPULATE_KEYS_MAX).contains(n))
                .ok_or(ReplyError::fixed(
                    "ERR value is out of range, must be positive",
                ))
        };
        let now_ms = self.now_ms;
        let count = positive(args.get(2))?;
        let prefix = args.try_get(3).unwrap_or(b"key");
        let size = args.try_get(4).map(positive).transpose()?;
        for number in 0..count {
            let mut key = prefix.to_vec();
            key.extend_from_slice(format!(":{number}").as_bytes());
            let mut value = format!("value:{number}").into_bytes();
            if let Some(size) = size {
                value.resize(size as usize, 0);
            }
            if let Some(slot) = view.slot(slot_of(&key)) {
                let hash = slot.hash(&key);
                let table = slot.table_mut(caller.db);
                if !table.contains(&key, hash) {
                    let value = NewValue::Shared(value.into());
                    let entry = table.set(&key, hash, value, Expire::None);
                    table.touch(entry, now_ms);
                    slot.signal_modified(caller.db, &key);
                }
            }
        }
        Ok(())
    }
}

/// Room for entries and entries of one database, in the words that tests of Valkey look for.
fn table_statistics(
    db: Result<u32, ReplyError>,
    view: &mut SlotView<'_>,
) -> Result<String, ReplyError> {
    let out_of_range = ReplyError::fixed("ERR Out of range database");
    let db = match db {
        Err(error) if error != ReplyError::NOT_INTEGER => return Err(out_of_range),
        db => db?,
    };
    let (mut room, mut entries, mut volatile) = (0, 0, 0);
    view.for_each(&mut |slot| {
        if let Some(table) = slot.table(db) {
            room += table.room();
            entries += table.len();
            volatile += table.expires_len();
        }
    });
    let mut text = String::from("[Dictionary HT]\n");
    if entries > 0 {
        text.push_str(&format!(
            "Hash table 0 stats (main hash table):\n table size: {room}\n number of entries: \
             {entries}\n"
        ));
    }
    text.push_str("[Expires HT]\n");
    if volatile > 0 {
        text.push_str(&format!(" number of entries: {volatile}\n"));
    }
    Ok(text)
}
