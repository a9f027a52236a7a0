//! Balance between cores: every core looks again and again at what its slots cost and tells core 0
//! how busy it is and which slots are the reason; core 0 plans, and asks for hand-offs.
//!
//! Must never touch a slot, nor depend on a clock of its own: how busy a core is says its driver.

pub(crate) mod affinity;
mod core_count;
mod planner;

use std::collections::BTreeMap;

use mesh::CoreId;
use settings::Param;

use crate::core::{Action, Core};
use crate::marks::Mark;
use crate::message::Message;
use crate::session::Session;
use crate::timers::Timer;
use core_count::{CoreCount, CountRule};
pub(crate) use planner::{CoreLoad, Ppm};
use planner::{Kind, Planner, WHOLE};

/// What a short command is taken to cost as long as none was timed, in nanoseconds.
const SHORT_NS: u64 = 100;

/// Slots that a core tells of at once.
const CANDIDATES_MAX: usize = 1024;

/// Sessions that a core says of at once that they had better be elsewhere.
const WISHES_MAX: usize = 64;

/// A core whose requests come from one session to this part, in per cent, keeps its slots.
const LONE_PERCENT: u64 = 80;

/// A core that is less busy than this is idle: it does not tell so again and again.
const IDLE: Ppm = WHOLE / 100;

/// The core that plans.
const PLANNING_CORE: CoreId = 0;

/// What one core knows of balance.
#[derive(Default)]
pub(crate) struct Balance {
    /// Time spent with work, and the time at which that was so, of late and at the last look; in
    /// nanoseconds.
    now: (u64, u64),
    looked: (u64, u64),
    /// How busy the core was between the last two looks.
    busy: Ppm,
    /// The planning core was told that this one is idle.
    told_idle: bool,
    planner: Planner,
    /// Commands executed, and requests sent to other cores, until the last look.
    calls: (u64, u64),
    /// Sessions that had better be on another core.
    wishes: Vec<(u64, CoreId)>,
    /// At the planning core: what cores have told, and whether since the last plan.
    told: BTreeMap<CoreId, (CoreLoad, bool)>,
    /// A slot that is too much for any core alone, and its core.
    too_hot: Option<(u16, CoreId)>,
    core_count: CoreCount,
    /// How many cores there had better be, if not as many as there are.
    wanted: Option<CoreId>,
}

impl Core {
    /// The driver tells how long the core has been busy until now, in nanoseconds since its start,
    /// and the time.
    pub fn set_busy(&mut self, busy_ns: u64, now_ns: u64) {
        self.balance.now = (busy_ns, now_ns);
    }

    /// How busy this core was of late, in millionths of its time.
    pub(crate) fn busy(&self) -> Ppm {
        self.balance.busy
    }

    /// The slot that is too much for any core alone, and its core; the planning core knows.
    pub(crate) fn too_hot(&self) -> Option<(u16, CoreId)> {
        self.balance.too_hot
    }

    /// How many cores there had better be, if not as many as there are; the planning core knows.
    pub(crate) fn cores_wanted(&self) -> Option<CoreId> {
        self.balance.wanted
    }

    /// Looks at what the slots have cost since the last time, and tells the planning core.
    pub(crate) fn balance_tick(&mut self) {
        let interval_ms = self.control.settings.int(Param::BalanceIntervalMs).max(1);
        self.timers.add(self.now_ms + interval_ms, Timer::Balance);
        let (calls, ns) = self.bodies.command_stats.short();
        let short_ns = ns.checked_div(calls).filter(|&ns| ns > 0);
        self.loads.look(self.now_ms, short_ns.unwrap_or(SHORT_NS));
        self.look_at_time();
        let settings = &self.control.settings;
        let alone = self.cores == 1 && settings.cores_max() == 1;
        if alone || settings.word(Param::Balance) != "auto" {
            self.balance.told.clear();
            self.balance.told_idle = false;
            self.balance.wanted = None;
            self.balance.wishes.clear();
            self.balance.too_hot = None;
            return;
        }
        let load = self.load();
        if self.id == PLANNING_CORE {
            self.load_told(load);
            self.plan();
            return;
        }
        let idle = load.busy < IDLE;
        if !(idle && self.balance.told_idle) {
            self.send(PLANNING_CORE, Message::Load(Box::new(load)));
        }
        self.balance.told_idle = idle;
    }

    fn look_at_time(&mut self) {
        let Balance {
            now, looked, busy, ..
        } = &mut self.balance;
        let passed_ns = now.1.saturating_sub(looked.1);
        if passed_ns == 0 {
            return;
        }
        let busy_ns = now.0.saturating_sub(looked.0).min(passed_ns);
        let part = u128::from(busy_ns) * u128::from(WHOLE) / u128::from(passed_ns);
        *busy = Ppm::try_from(part).unwrap_or(WHOLE);
        *looked = *now;
    }

    fn load(&mut self) -> CoreLoad {
        let (hottest, total_ns) = self.loads.hottest(CANDIDATES_MAX);
        let (called, sent) = self.called_and_sent();
        let sessions = self.busiest_sessions();
        let commands: u64 = sessions.iter().map(|(_, commands)| commands).sum();
        // The requests of one session are executed one after another, wherever its slots are.
        let busiest = sessions.first().map_or(0, |(_, commands)| *commands);
        let one_for_all = busiest * 100 >= called * LONE_PERCENT;
        let owned = hottest
            .iter()
            .filter(|(slot, _)| !one_for_all && self.directory.owns(*slot));
        let slots = owned.map(|(slot, rate)| (u64::from(*slot), part(rate.ns.into(), total_ns)));
        let told = sessions.iter().take(CANDIDATES_MAX);
        // Requests of other cores' sessions, and the time in bodies, are for the slots' sake.
        let came = called.saturating_sub(commands.saturating_sub(sent));
        let body = part(total_ns, 1_000_000_000);
        let slots_reason =
            part(came, came + commands) + part(body.into(), self.balance.busy.into());
        CoreLoad {
            core: self.id,
            busy: self.balance.busy,
            slots: slots.collect(),
            sessions: told
                .map(|&(id, count)| (id, part(count, commands)))
                .collect(),
            slots_reason: slots_reason.min(WHOLE),
            sessions_reason: part(commands, came + commands),
            lone: one_for_all,
            wishes: std::mem::take(&mut self.balance.wishes),
        }
    }

    /// Commands executed since the last look, and requests sent to other cores.
    fn called_and_sent(&mut self) -> (u64, u64) {
        let (calls, hops) = (self.bodies.command_stats.total_calls, self.stats.hops);
        let (before, sent_before) = std::mem::replace(&mut self.balance.calls, (calls, hops));
        (
            calls.saturating_sub(before),
            hops.saturating_sub(sent_before),
        )
    }

    /// Sessions with the number of their commands since the last look, most first.
    fn busiest_sessions(&mut self) -> Vec<(u64, u64)> {
        let mut sessions = Vec::new();
        for session in self.sessions.iter_mut() {
            let before = std::mem::replace(&mut session.commands_looked, session.commands);
            let commands = session.commands.saturating_sub(before);
            if commands > 0 {
                sessions.push((session.client_id, commands));
            }
        }
        sessions.sort_unstable_by_key(|&(client, count)| (std::cmp::Reverse(count), client));
        sessions
    }

    /// Requests of a session leave for another core: it may have better be there.
    #[inline]
    pub(crate) fn note_affinity(&mut self, session: &mut Session, core: CoreId, count: u32) {
        let went = session
            .affinity
            .went(core, u64::from(count), session.commands);
        if let Some(core) = went
            && self.balance.wishes.len() < WISHES_MAX
        {
            self.balance.wishes.push((session.client_id, core));
        }
    }

    /// A core has told how busy it is, or the planning core where a client had better be.
    pub(crate) fn hear_of_load(&mut self, message: Message) {
        match message {
            Message::Load(load) => self.load_told(*load),
            Message::MoveClient { client_id, to } => {
                self.move_client(client_id, to, None);
            }
            _ => {}
        }
    }

    fn load_told(&mut self, load: CoreLoad) {
        self.balance.told.insert(load.core, (load, true));
    }

    /// One round of planning, once all cores have told.
    fn plan(&mut self) {
        let settings = &self.control.settings;
        let cores = self.cores;
        let told = &mut self.balance.told;
        told.retain(|&core, _| core < cores);
        let is_told = |(load, fresh): &(CoreLoad, bool)| *fresh || load.busy < IDLE;
        if told.len() < usize::from(self.cores) || !told.values().all(is_told) {
            return;
        }
        told.values_mut().for_each(|(_, fresh)| *fresh = false);
        let per_second = settings.int(Param::BalanceMovesPerSecond).max(0);
        let interval_ms = settings.int(Param::BalanceIntervalMs);
        let moves_max = usize::try_from(per_second * interval_ms / 1000).unwrap_or(0);
        // At least one, unless none are wanted.
        let moves_max = moves_max.max(usize::from(per_second > 0));
        let loads: Vec<CoreLoad> = told.values().map(|(load, _)| load.clone()).collect();
        self.count_cores(&loads);
        let plan = self.balance.planner.plan(&loads, moves_max);
        for planned in plan.moves {
            let slot = u16::try_from(planned.item).unwrap_or(u16::MAX);
            match planned.kind {
                Kind::Slot if self.map.owner(slot) == planned.from => {
                    self.marks.hit(Mark::BalanceMove);
                    self.hand_off(slot, planned.to);
                }
                Kind::Slot => {}
                Kind::Session => {
                    self.marks.hit(Mark::BalanceSession);
                    let (client_id, to) = (planned.item, planned.to);
                    if planned.from == self.id {
                        self.move_client(client_id, to, None);
                    } else {
                        self.send(planned.from, Message::MoveClient { client_id, to });
                    }
                }
            }
        }
        self.tell_of_hot(plan.too_hot);
    }

    /// Decides how many cores there had better be.
    fn count_cores(&mut self, loads: &[CoreLoad]) {
        let settings = &self.control.settings;
        let percent = |param| u32::try_from(settings.int(param)).unwrap_or(0);
        let rule = CountRule {
            cores_min: usize::from(settings.cores_min()),
            cores_max: usize::from(settings.cores_max()),
            spread_above_percent: percent(Param::SpreadAbovePercent),
            pack_below_percent: percent(Param::PackBelowPercent),
        };
        // What one session asks for is done no faster by more cores.
        let lone_max = rule.spread_above_percent * (WHOLE / 100) / 3;
        let busy = loads.iter().map(|load| match load.lone {
            true => load.busy.min(lone_max),
            false => load.busy,
        });
        let busy: Vec<Ppm> = busy.collect();
        let wanted = self.balance.core_count.wanted(&rule, &busy);
        let wanted = CoreId::try_from(wanted).unwrap_or(self.cores);
        self.balance.wanted = Some(wanted).filter(|&wanted| wanted != self.cores);
        if let Some(wanted) = self.balance.wanted {
            self.set_wanted_cores(wanted);
        }
    }

    fn tell_of_hot(&mut self, too_hot: Option<(u16, CoreId)>) {
        if let Some((slot, core)) = too_hot
            && self.balance.too_hot != too_hot
        {
            self.outputs.actions.push(Action::Log(format!(
                "Slot {slot} alone is as much as core {core} can do: no other core can help it"
            )));
        }
        self.balance.too_hot = too_hot;
    }
}

/// A part of a whole, in millionths.
fn part(part: u64, whole: u64) -> Ppm {
    let part = u128::from(part) * u128::from(WHOLE) / u128::from(whole.max(1));
    part.min(u128::from(WHOLE)) as Ppm
}
