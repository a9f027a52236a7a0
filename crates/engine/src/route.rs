//! Where a request goes: its command, the slots of its keys, the core that owns them.
//!
//! Must never look at a session or at a slot's content: routing is a function of the request.

use command_table::{CommandId, KeyList};
use resp::{Args, Head, Opening, Parser, RequestBuf};
use stdx::hash::KeyHasher;
use stdx::slot::slot_of;

use crate::dispatch::{Binding, binding};
use crate::message::Scope;
use crate::named_slot::named_slot;
use crate::session::Request;

/// Where a request is executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// On the session's own core, without any slot.
    Home,
    /// By the owner of one slot that holds all its keys.
    Slot { slot: u16, hash: u64 },
    /// Keys in several slots.
    Slots,
    /// On the session's own core, with the slots of its keys or channels at hand.
    HomeSlots,
    /// With every slot at one moment.
    Whole,
}

/// Resolves requests.
pub(crate) struct Router<'a> {
    pub(crate) hasher: &'a KeyHasher,
    pub(crate) forms: &'a mut Forms,
    /// The slots that commands over a node's keys are about, by the port that the request came to.
    pub(crate) scope: Scope,
}

/// Forms that are remembered: a power of two, enough for the commands that one application uses
/// all the time.
const FORMS: usize = 16;

/// What was found out about requests before, for those that look alike: clients repeat themselves.
#[derive(Default)]
pub(crate) struct Forms([Option<Form>; FORMS]);

/// A plain command with one key and one number of arguments.
#[derive(Clone, Copy)]
struct Form {
    opening: Opening,
    command: CommandId,
    /// Number of the argument that is the key.
    key: usize,
}

impl Forms {
    #[inline(always)]
    fn of(&self, head: &Head) -> Option<&Form> {
        let form = self.0[Self::place(head)].as_ref();
        form.filter(|form| form.opening.opens(head))
    }

    #[cold]
    fn learn(&mut self, head: Head, opening: Opening, command: CommandId) {
        // A subcommand is not named by the first argument alone.
        let plain = matches!(binding(command), Binding::Keys(_));
        if plain
            && command.spec().parent.is_none()
            && let Some(key) = command_table::only_key(command)
        {
            self.0[Self::place(&head)] = Some(Form {
                opening,
                command,
                key,
            });
        }
    }

    #[inline(always)]
    fn place(head: &Head) -> usize {
        (head.mixed() >> (u64::BITS - FORMS.ilog2())) as usize
    }
}

/// Gives the arguments of a request to the command table.
pub(crate) struct ArgsList<'a>(pub(crate) Args<'a>);

impl command_table::ArgList for ArgsList<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn arg(&self, i: usize) -> &[u8] {
        self.0.get(i)
    }
}

impl Router<'_> {
    /// Parses the next request, if it is of the usual form, and resolves it.
    #[inline(always)]
    pub(crate) fn next_usual(
        &mut self,
        parser: &mut Parser,
        (input, position): (&[u8], &mut usize),
        requests: &mut RequestBuf,
    ) -> Option<Request> {
        let head = parser.head(input, *position);
        if let Some(form) = head.as_ref().and_then(|head| self.forms.of(head))
            && let Some(span) = parser.next_opened(input, position, requests, &form.opening)
        {
            let key = requests.args(input, span).get(form.key);
            return Some(Request {
                span,
                command: Some(form.command),
                route: self.by_key(key),
            });
        }
        let start = *position;
        let span = parser.next_usual(input, position, requests)?;
        let (command, route) = self.resolve(requests.args(input, span));
        if let (Some(command), Some(head)) = (command, head)
            && let Some(opening) = Opening::of(head, start, requests.ranges(span))
        {
            self.forms.learn(head, opening, command);
        }
        Some(Request {
            span,
            command,
            route,
        })
    }

    /// The command and the route of a request; no command if there is none of that name or arity.
    pub(crate) fn resolve(&self, args: Args<'_>) -> (Option<CommandId>, Route) {
        match command_table::resolve(&ArgsList(args)) {
            Ok(command) => (Some(command), self.route(command, args)),
            Err(_) => (None, Route::Home),
        }
    }

    #[inline(always)]
    fn by_key(&self, key: &[u8]) -> Route {
        Route::Slot {
            slot: slot_of(key),
            hash: self.hasher.hash(key),
        }
    }

    fn route(&self, command: CommandId, args: Args<'_>) -> Route {
        match binding(command) {
            Binding::Keys(_) => self.by_keys(command, args),
            Binding::Publish => {
                let slot = slot_of(args.get(1));
                Route::Slot { slot, hash: 0 }
            }
            Binding::InSlot => Route::Slot {
                slot: named_slot(command, args, self.scope),
                hash: self.scope.to_bits(),
            },
            Binding::SlotSession(_) if command == CommandId::Debug => {
                crate::session_commands::debug::route(args)
            }
            Binding::SlotSession(_) => Route::HomeSlots,
            Binding::Whole => Route::Whole,
            Binding::Session(_) | Binding::Asking(_) | Binding::EachCore(_) | Binding::Missing => {
                Route::Home
            }
        }
    }

    #[inline(always)]
    fn by_keys(&self, command: CommandId, args: Args<'_>) -> Route {
        if let Some(key) = command_table::only_key(command).and_then(|index| args.try_get(index)) {
            return self.by_key(key);
        }
        if reaches_everywhere(command, args) {
            return Route::Whole;
        }
        let mut first: Option<(u16, u64)> = None;
        let mut several = false;
        for_each_key(command, args, |key| {
            let slot = slot_of(key);
            match first {
                None => first = Some((slot, self.hasher.hash(key))),
                Some((other, _)) => several |= other != slot,
            }
        });
        match (first, several) {
            (Some(_), true) => Route::Slots,
            (Some((slot, hash)), false) => Route::Slot { slot, hash },
            // The body will find the arguments wrong; any slot will do for saying so.
            (None, _) => Route::Slot { slot: 0, hash: 0 },
        }
    }
}

/// Whether a request touches keys that are found while it is executed.
pub(crate) fn reaches_everywhere(command: CommandId, args: Args<'_>) -> bool {
    matches!(command, CommandId::Sort | CommandId::SortRo)
        && commands::generic::sort_reaches_everywhere(args)
}

/// Calls `visit` with every key (or channel) by which the request is routed.
pub(crate) fn for_each_key<'a>(
    command: CommandId,
    args: Args<'a>,
    mut visit: impl FnMut(&'a [u8]),
) {
    let list = ArgsList(args);
    if let Some(channels) = command_table::channels(command, &list) {
        if !channels.patterns {
            channels
                .indexes
                .filter_map(|index| args.try_get(index))
                .for_each(visit);
        }
        return;
    }
    let mut keys = KeyList::new();
    if command_table::keys(command, &list, &mut keys).is_ok() {
        keys.indexes()
            .filter_map(|index| args.try_get(index))
            .for_each(&mut visit);
    }
}

/// Calls `visit` with what a cluster's node goes by: keys, channels of shards, CLUSTERSCAN's
/// cursor. Valkey's nodes do not go by the keys of MSETEX, wherever these belong.
pub(crate) fn for_each_cluster_key<'a>(
    command: CommandId,
    args: Args<'a>,
    mut visit: impl FnMut(&'a [u8]),
) {
    match command {
        CommandId::Clusterscan => return visit(args.get(1)),
        CommandId::Msetex => return,
        _ => {}
    }
    let channels = command_table::channels(command, &ArgsList(args));
    if channels.is_none_or(|channels| channels.sharded) {
        for_each_key(command, args, visit);
    }
}

/// All slots of a request's keys, ascending, each once.
pub(crate) fn slots_of(command: CommandId, args: Args<'_>) -> Vec<u16> {
    let mut slots = Vec::new();
    for_each_key(command, args, |key| slots.push(slot_of(key)));
    slots.sort_unstable();
    slots.dedup();
    slots
}
