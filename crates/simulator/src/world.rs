//! The invented world: virtual time, wires with delays, clients, and cores that take turns.
//!
//! One event after another, in an order that follows from the seed alone. Never judges.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use engine::{
    Action, ControlState, Core, CoreConfig, CoreStage, Marks, Outputs, Packet, ProcessFacts,
    Record, SessionId,
};
use engine::{SessionInfo, Shared, SlotMap};
use mesh::{StampCounter, Versioned};
use stdx::hash::KeyHasher;
use stdx::slot::{SLOTS, slot_of};

use crate::client::{Client, Piece};
use crate::connection::{Connection, Moment};
use crate::dice::{Concern, Dice};
use crate::pressure::Pressure;
use crate::profile::{Balance, Family, Profile};
use crate::seat::{Input, Journey, Luggage, Seat};
use crate::wire;
use crate::workload::Names;

/// Unix time in milliseconds at which every run begins.
const EPOCH_MS: i64 = 1_700_000_000_000;

/// Steps of one run; a run that needs more is stuck in a loop.
pub(crate) const STEPS_MAX: u64 = 3_000_000;

/// No slot moves afterwards, so that the end is quiet.
const MOVES_UNTIL_US: u64 = 400_000;

/// The number of cores changes up to this.
pub(crate) const CORES_MAX: usize = 4;

/// No packet takes longer.
const HOP_US_MAX: u64 = 20_000;

/// Something that happens at a moment of virtual time.
enum Event {
    Turn(usize),
    /// The first packet under way between two cores arrives.
    Packet(usize, usize),
    /// A client does what it does next.
    Act(usize),
    /// A piece of a client's output leaves it.
    Leave(usize, Piece),
    /// Input arrives at the core of its connection, whichever that is by then.
    Arrive(Input),
    /// Output arrives at the client.
    Deliver(usize, Vec<u8>),
    /// The client sees that the server has closed.
    Shut(usize),
    /// A slot is to go to another core.
    Move,
    /// A session is to.
    MoveSession,
    /// Another number of cores is wanted.
    ChangeCores,
    /// The driver has started a core.
    Started(u16),
}

impl Event {
    /// Whether anything waits for it: turns and hand-offs only come along.
    fn is_something(&self) -> bool {
        let along = matches!(self, Self::Move | Self::MoveSession | Self::ChangeCores);
        !(along || matches!(self, Self::Turn(_)))
    }
}

/// A record of the history, and the turn in which it was made.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) record: Record,
    pub(crate) turn: u64,
}

pub(crate) struct World {
    pub(crate) profile: Profile,
    pub(crate) names: Names,
    pub(crate) shared: Arc<Shared>,
    pub(crate) seats: Vec<Seat>,
    pub(crate) clients: Vec<Client>,
    pub(crate) connections: Vec<Connection>,
    /// Client of each connection; none for the one that tidies up.
    pub(crate) owners: Vec<Option<usize>>,
    pub(crate) records: Vec<Placed>,
    pub(crate) now_us: u64,
    pub(crate) step: u64,
    pub(crate) turns: u64,
    /// When everybody was told to go.
    pub(crate) farewell: Moment,
    pub(crate) verbose: bool,
    pub(crate) traffic: Traffic,
    events: BTreeMap<(u64, u64), Event>,
    /// Events other than turns.
    under_way: usize,
    set: u64,
    links: Vec<Vec<Link>>,
    wires: Vec<Wire>,
    journeys: Vec<Journey>,
    network: Dice,
    link_dice: Dice,
    turn_dice: Dice,
    clock_dice: Dice,
    move_dice: Dice,
    session_dice: Dice,
    change_dice: Dice,
    /// Random numbers of cores that are made.
    core_dice: Dice,
    hasher: KeyHasher,
    pressure: Option<Arc<Pressure>>,
    /// How many cores of each number there were.
    incarnations: Vec<u16>,
    /// Marks of cores that have ended.
    pub(crate) marks: Vec<Marks>,
    balance_dice: Dice,
    outputs: Outputs,
    /// What cores had not finished when they ended.
    pub(crate) left: Vec<String>,
}

/// One connection's wire: until when what went before is on its way.
#[derive(Clone, Copy, Default)]
struct Wire {
    leaving_until_us: u64,
    to_core_until_us: u64,
    back_until_us: u64,
}

#[derive(Default)]
struct Link {
    packets: VecDeque<Packet>,
    taken_until_us: u64,
    /// So many times as slow as others; what goes round about may be faster.
    slowness: u64,
}

impl World {
    pub(crate) fn new(seed: u64, verbose: bool) -> Self {
        Self::with(Profile::of(seed), seed, verbose)
    }

    /// The world of a seed with another profile.
    pub(crate) fn with(profile: Profile, seed: u64, verbose: bool) -> Self {
        let shared = shared_by_all(&profile);
        let names = Names::of(seed, &profile, &shared.map);
        let mut core_dice = Dice::new(seed, Concern::Cores);
        let hasher = KeyHasher::with_seed([core_dice.number(), core_dice.number()]);
        let seats = (0..profile.cores)
            .map(|id| Seat::new(core_of(&shared, id, (hasher, &mut core_dice), None)));
        let mut seats: Vec<Seat> = seats.collect();
        let pressure = profile.pressure(seed);
        for seat in &mut seats {
            oppress(&mut seat.core, pressure.as_ref());
        }
        let clients = (0..profile.clients).map(|number| Client::new(seed, number, &profile));
        let mut world = Self {
            names,
            seats,
            clients: clients.collect(),
            connections: Vec::new(),
            owners: Vec::new(),
            records: Vec::new(),
            now_us: 0,
            step: 0,
            turns: 0,
            farewell: Moment::default(),
            verbose,
            traffic: Traffic::default(),
            events: BTreeMap::new(),
            under_way: 0,
            set: 0,
            links: Vec::new(),
            wires: Vec::new(),
            journeys: Vec::new(),
            network: Dice::new(seed, Concern::Network),
            link_dice: Dice::new(seed, Concern::Links),
            turn_dice: Dice::new(seed, Concern::Turns),
            clock_dice: Dice::new(seed, Concern::Clocks),
            move_dice: Dice::new(seed, Concern::Moves),
            session_dice: Dice::new(seed, Concern::SessionMoves),
            change_dice: Dice::new(seed, Concern::CoreChanges),
            core_dice,
            hasher,
            pressure,
            incarnations: vec![0; CORES_MAX],
            marks: Vec::new(),
            balance_dice: Dice::new(seed, Concern::Balance),
            outputs: Outputs::default(),
            left: Vec::new(),
            shared,
            profile,
        };
        world.links = (0..CORES_MAX)
            .map(|_| world.links_of_one(CORES_MAX))
            .collect();
        for client in 0..world.clients.len() {
            let at_us = world.network.below(1000);
            world.at(at_us, Event::Act(client));
        }
        world.plan_move();
        world.plan_session_move();
        world.plan_change();
        world
    }

    fn links_of_one(&mut self, cores: usize) -> Vec<Link> {
        let uneven = self.profile.uneven;
        let mut slowness = || match self.link_dice.below(4) {
            0 if uneven => 30,
            1 if uneven => 5,
            _ => 1,
        };
        (0..cores)
            .map(|_| Link {
                slowness: slowness(),
                ..Link::default()
            })
            .collect()
    }

    /// Takes steps until `done`, at the latest until nothing happens but timers and this moment
    /// has come.
    pub(crate) fn run(&mut self, until_us: u64, done: impl Fn(&Self) -> bool) {
        while self.step < STEPS_MAX && !done(self) {
            let Some((&(at_us, _), _)) = self.events.first_key_value() else {
                return;
            };
            if at_us > until_us && self.is_idle() {
                self.now_us = self.now_us.max(until_us);
                return;
            }
            let Some((_, event)) = self.events.pop_first() else {
                return;
            };
            self.now_us = at_us;
            self.step += 1;
            self.happen(event);
        }
    }

    /// Nothing is under way: only timers can make anything happen.
    pub(crate) fn is_idle(&self) -> bool {
        self.under_way == 0 && !self.seats.iter().any(Seat::has_work)
    }

    pub(crate) fn moment(&self) -> Moment {
        Moment {
            step: self.step,
            stamp: self.shared.stamps.load(),
            now_ms: self.now_ms(0),
        }
    }

    /// Opens a connection to a core.
    pub(crate) fn connect(&mut self, core: usize, owner: Option<usize>) -> usize {
        let index = self.connections.len();
        self.connections.push(Connection::new(core));
        self.owners.push(owner);
        self.wires.push(Wire::default());
        self.journeys.push(Journey::default());
        self.travel(index, Input::Open(index));
        index
    }

    /// Sends pieces of output one after another.
    pub(crate) fn write(&mut self, connection: usize, pieces: Vec<Piece>) {
        let mut at_us = self.now_us.max(self.wires[connection].leaving_until_us);
        for piece in pieces {
            at_us += match piece {
                Piece::Pause(us) => us,
                _ => 0,
            };
            self.at(at_us, Event::Leave(connection, piece));
            at_us += self.network.below(self.profile.wire_us * 2);
        }
        self.wires[connection].leaving_until_us = at_us;
    }

    fn at(&mut self, at_us: u64, event: Event) {
        if event.is_something() {
            self.under_way += 1;
        }
        self.set += 1;
        self.events.insert((at_us, self.set), event);
    }

    fn happen(&mut self, event: Event) {
        if event.is_something() {
            self.under_way -= 1;
        }
        match event {
            Event::Turn(core) => {
                if self.seats[core].turn_at_us == Some(self.now_us) {
                    self.turn(core);
                }
            }
            Event::Packet(from, to) => {
                if let Some(packet) = self.links[from][to].packets.pop_front() {
                    self.arrived(to, Input::Packet(from as u16, packet));
                }
            }
            Event::Act(client) => self.act(client),
            Event::Move => self.move_slot(),
            Event::Leave(connection, piece) => self.leave(connection, piece),
            Event::Arrive(input) => self.reached(input),
            Event::MoveSession => self.move_session(),
            Event::ChangeCores => self.change_cores(),
            Event::Started(core) => self.arrived(0, Input::CoreIsUp(core)),
            Event::Deliver(connection, bytes) => {
                let moment = self.moment();
                self.connections[connection].receive(&bytes, moment);
                self.heard(connection);
            }
            Event::Shut(connection) => {
                self.connections[connection].closed = true;
                self.heard(connection);
            }
        }
    }

    /// A client has heard something: if that was all it waits for, it goes on.
    fn heard(&mut self, connection: usize) {
        let Some(client) = self.owners[connection] else {
            return;
        };
        let state = &mut self.clients[client];
        if state.connection == Some(connection)
            && state.listens
            && !self.connections[connection].is_waiting()
        {
            state.listens = false;
            let pause_us = state.pause_us(&self.profile);
            self.at(self.now_us + pause_us, Event::Act(client));
        }
    }

    /// The next hand-off, if there are any in this world.
    fn plan_move(&mut self) {
        let moves = self.profile.move_us > 0 && self.may_have_several();
        if moves && self.now_us < MOVES_UNTIL_US {
            let delay_us = self.move_dice.skewed(self.profile.move_us);
            self.at(self.now_us + delay_us, Event::Move);
        }
    }

    /// Somebody asks a core, which may not be the owner, to hand a slot to another one: mostly one
    /// of those that are used, sometimes twice at once.
    fn move_slot(&mut self) {
        let slot = if self.move_dice.chance(5) {
            self.move_dice.below(SLOTS as u64) as u16
        } else {
            let names = [&self.names.keys, &self.names.channels];
            let used = if self.profile.weighs(Family::PubSub) && self.move_dice.chance(30) {
                names[1]
            } else {
                names[0]
            };
            slot_of(self.move_dice.pick::<Vec<u8>>(used))
        };
        let times = if self.move_dice.chance(10) { 2 } else { 1 };
        for _ in 0..times {
            let running = self.running();
            let to = self.move_dice.below(running) as u16;
            let asked = self.move_dice.below(running) as usize;
            let runs = self.seats[asked].core.stage() == CoreStage::Running;
            let asked = if runs { asked } else { 0 };
            self.arrived(asked, Input::HandOff(slot, to));
        }
        self.plan_move();
    }

    fn plan_session_move(&mut self) {
        let moves = self.profile.session_move_us > 0 && self.may_have_several();
        if moves && self.now_us < MOVES_UNTIL_US {
            let delay_us = self.session_dice.skewed(self.profile.session_move_us);
            self.at(self.now_us + delay_us, Event::MoveSession);
        }
    }

    /// Somebody asks the core of a connection to let it go to another one.
    fn move_session(&mut self) {
        let clients = self.clients.len();
        let client = self.session_dice.index(clients);
        let to = self.session_dice.below(self.running()) as u16;
        if let Some(connection) = self.clients[client].connection {
            self.reached(Input::Emigrate(connection, to));
        }
        self.plan_session_move();
    }

    /// The core that accepts a connection: this one, or core 0.
    fn accepting(&self, core: usize) -> usize {
        match self.seats.get(core) {
            Some(seat) if seat.listens && !seat.ended => core,
            _ => 0,
        }
    }

    fn may_have_several(&self) -> bool {
        self.profile.cores > 1 || self.profile.core_change_us > 0
    }

    /// Cores that have not ended.
    fn running(&self) -> u64 {
        let ended = self.seats.iter().take_while(|seat| !seat.ended);
        ended.count() as u64
    }

    fn plan_change(&mut self) {
        if self.profile.core_change_us > 0 && self.now_us < MOVES_UNTIL_US {
            let delay_us = self.change_dice.skewed(self.profile.core_change_us);
            self.at(self.now_us + delay_us, Event::ChangeCores);
        }
    }

    /// Somebody tells a core how many there are to be.
    fn change_cores(&mut self) {
        let wanted = self.change_dice.between(1, CORES_MAX as u64) as u16;
        let asked = self.change_dice.below(self.running()) as usize;
        self.arrived(asked, Input::WantCores(wanted));
        self.plan_change();
    }

    /// A core is started, with channels to all others; after a while core 0 hears of it.
    fn start_core(&mut self, id: u16) {
        let index = usize::from(id);
        self.incarnations[index] += 1;
        let joins = Some((self.incarnations[index], self.now_ms(0)));
        let random = (self.hasher, &mut self.core_dice);
        let mut core = core_of(&self.shared, id, random, joins);
        oppress(&mut core, self.pressure.as_ref());
        let mut seat = Seat::new(core);
        seat.listens = false;
        seat.busy_until_us = self.now_us;
        if index < self.seats.len() {
            let before = std::mem::replace(&mut self.seats[index], seat);
            debug_assert!(before.ended, "core {id} is started twice");
        } else {
            self.seats.push(seat);
        }
        for from in 0..CORES_MAX {
            self.links[from][index].packets.clear();
        }
        let delay_us = self.change_dice.below(2000);
        self.at(self.now_us + delay_us, Event::Started(id));
    }

    fn act_for(&mut self, core: usize, action: Action) {
        match action {
            Action::StartCore(id) => self.start_core(id),
            Action::Listen => self.seats[core].listens = true,
            Action::StopListening => {
                let seat = &mut self.seats[core];
                seat.listens = false;
                seat.core.listens_no_more();
            }
            Action::Ended => {
                self.left.extend(self.seats[core].core.unfinished());
                let seat = &mut self.seats[core];
                seat.ended = true;
                seat.inbox.clear();
                self.marks.push(seat.core.marks().clone());
            }
            Action::Unlink(_)
            | Action::Adopted(_)
            | Action::Shutdown
            | Action::Sleep { .. }
            | Action::Log(_) => {}
        }
    }

    /// Input of a connection arrives where that is now.
    fn reached(&mut self, input: Input) {
        let Some(index) = input.connection() else {
            return;
        };
        if self.journeys[index].travels {
            self.journeys[index].waiting.push(input);
        } else {
            if matches!(input, Input::Open(_)) {
                self.connections[index].core = self.accepting(self.connections[index].core);
            }
            let core = self.connections[index].core;
            self.arrived(core, input);
        }
    }

    fn act(&mut self, client: usize) {
        let state = &mut self.clients[client];
        if state.is_done() {
            return;
        }
        let usable = |connection: &usize| {
            let connection = &self.connections[*connection];
            !connection.closed && connection.leaves.is_none()
        };
        let connection = match state.connection.filter(usable) {
            Some(connection) => connection,
            None => {
                let core = state.connect(&self.profile);
                self.connect(core, Some(client))
            }
        };
        let state = &mut self.clients[client];
        state.connection = Some(connection);
        let ids = self.shared.client_ids.load();
        let log = &mut self.connections[connection];
        let pieces = state.act(&self.profile, &self.names, ids, log);
        let closes = pieces
            .iter()
            .any(|piece| !matches!(piece, Piece::Bytes(..) | Piece::Pause(_)));
        if closes {
            state.listens = false;
            state.connection = None;
        }
        let (listens, pause_us) = (state.listens, state.pause_us(&self.profile));
        self.write(connection, pieces);
        if closes {
            self.at(
                self.now_us + pause_us + self.profile.wire_us * 10,
                Event::Act(client),
            );
        } else if !listens {
            self.at(self.now_us + pause_us, Event::Act(client));
        }
    }

    fn leave(&mut self, connection: usize, piece: Piece) {
        let moment = self.moment();
        let log = &mut self.connections[connection];
        if log.deaf {
            return;
        }
        let input = match piece {
            Piece::Bytes(bytes, complete) => {
                let unsent = log.sent.iter_mut().filter(|sent| sent.at.is_none());
                unsent
                    .take(complete)
                    .for_each(|sent| sent.at = Some(moment));
                Input::Bytes(connection, bytes)
            }
            Piece::Pause(_) => return,
            Piece::Quit => {
                log.leaves.get_or_insert(moment);
                log.half_closed = true;
                return;
            }
            Piece::HalfClose => {
                log.leaves.get_or_insert(moment);
                log.half_closed = true;
                Input::Eof(connection)
            }
            Piece::Close => {
                log.leaves.get_or_insert(moment);
                log.deaf = true;
                Input::Gone(connection)
            }
        };
        self.travel(connection, input);
    }

    /// Input of a connection is on its way to the core, behind what was sent before.
    fn travel(&mut self, connection: usize, input: Input) {
        let delay_us = self.network.skewed(self.profile.wire_us);
        let at_us = (self.now_us + delay_us).max(self.wires[connection].to_core_until_us);
        self.wires[connection].to_core_until_us = at_us;
        self.at(at_us, Event::Arrive(input));
    }

    fn arrived(&mut self, core: usize, input: Input) {
        let delay_us = self.turn_dice.below(self.profile.turn_us);
        let seat = &mut self.seats[core];
        if seat.ended {
            // Nobody reads what came too late.
            return;
        }
        seat.inbox.push(input);
        let at_us = seat.busy_until_us.max(self.now_us + delay_us);
        self.plan_turn(core, at_us);
    }

    /// A turn at `at_us`, or before if one is due already.
    fn plan_turn(&mut self, core: usize, at_us: u64) {
        let seat = &mut self.seats[core];
        if seat.ended {
            return;
        }
        if seat.turn_at_us.is_none_or(|due_us| at_us < due_us) {
            seat.turn_at_us = Some(at_us);
            self.at(at_us, Event::Turn(core));
        }
    }

    /// The clock, so many microseconds behind.
    fn now_ms(&self, lag_us: u64) -> i64 {
        EPOCH_MS + (self.now_us.saturating_sub(lag_us) / 1000) as i64
    }

    fn turn(&mut self, core: usize) {
        self.turns += 1;
        let lag_us = self.clock_dice.below(self.profile.lag_us + 1);
        let now_ms = self.now_ms(lag_us);
        let seat = &mut self.seats[core];
        seat.turn_at_us = None;
        for input in std::mem::take(&mut seat.inbox) {
            self.hand_in(core, input, now_ms);
        }
        let seat = &mut self.seats[core];
        seat.core.intake(now_ms);
        seat.core.run();
        for record in seat.core.take_history() {
            self.traffic.add_record(&record);
            if self.verbose {
                self.tell_record(&record);
            }
            self.records.push(Placed {
                record,
                turn: self.turns,
            });
        }
        let mut outputs = std::mem::take(&mut self.outputs);
        std::mem::swap(&mut outputs, self.seats[core].core.outputs());
        self.put_out(core, &mut outputs);
        self.outputs = outputs;
        self.plan_next(core);
    }

    fn plan_next(&mut self, core: usize) {
        let mut busy_us = self.turn_dice.skewed(self.profile.turn_us);
        if self.profile.slow_core == Some(core) {
            busy_us *= 20;
        }
        if self.turn_dice.chance(self.profile.stalls) {
            busy_us += self.turn_dice.below(self.profile.stall_us);
        }
        let invented_us = match self.profile.balance {
            Balance::Invented => self.balance_dice.below(1000 * (core as u64 % 2 * 8 + 1)),
            _ => 0,
        };
        let seat = &mut self.seats[core];
        seat.busy_until_us = self.now_us + busy_us;
        if self.now_us < MOVES_UNTIL_US {
            seat.busy_us += busy_us + invented_us;
        }
        let (busy_us, now_us) = (seat.busy_us, seat.busy_until_us);
        seat.core.set_busy(busy_us * 1000, now_us * 1000);
        if seat.has_work() {
            let at_us = seat.busy_until_us;
            self.plan_turn(core, at_us);
        } else if let Some(deadline_ms) = seat.core.next_deadline_ms() {
            // Late enough that the clock is there however far it is behind.
            let due_us = (deadline_ms - EPOCH_MS).max(0) as u64 * 1000 + self.profile.lag_us;
            let at_us = due_us.max(seat.busy_until_us);
            self.plan_turn(core, at_us);
        }
    }

    /// Whether the input waits for the connection's next core, or stays in the queue of the socket,
    /// from which another core takes it.
    fn is_for_another(&self, input: &Input, core: usize) -> bool {
        let travels = |connection: usize| self.journeys[connection].travels;
        let closed = matches!(input, Input::Open(_)) && self.accepting(core) != core;
        closed || input.connection().is_some_and(travels)
    }

    fn hand_in(&mut self, core: usize, input: Input, now_ms: i64) {
        if self.is_for_another(&input, core) {
            self.reached(input);
            return;
        }
        let seat = &mut self.seats[core];
        match input {
            Input::Open(connection) => {
                let info = SessionInfo {
                    local: true,
                    ..SessionInfo::default()
                };
                let id = seat.core.open(info, now_ms);
                let client_id = self.shared.client_ids.load();
                self.connections[connection].session = Some((id, client_id));
                seat.connections.insert(id, connection);
            }
            Input::Bytes(connection, bytes) => {
                self.traffic.add(&bytes);
                let Some((id, client_id)) = self.connections[connection].session else {
                    return;
                };
                if self.verbose {
                    println!(
                        "{:>9} core {core} < {client_id}: {}",
                        self.now_us,
                        wire::shown(&bytes)
                    );
                }
                if self.seats[core].core.receive(id, &bytes) {
                    self.seats[core]
                        .core
                        .recycle_chunk(id, Vec::with_capacity(64));
                }
            }
            Input::Eof(connection) => {
                if let Some((id, _)) = self.connections[connection].session {
                    self.seats[core].core.input_ended(id);
                }
            }
            Input::Gone(connection) => {
                if let Some((id, _)) = self.connections[connection].session {
                    self.seats[core].core.closed(id);
                    self.seats[core].connections.remove(&id);
                }
            }
            Input::Flushed(connection, bytes, journeys) => {
                let same = self.journeys[connection].count == journeys;
                if same && let Some((id, _)) = self.connections[connection].session {
                    self.seats[core].core.sent(id, bytes);
                }
            }
            Input::Packet(from, packet) => seat.core.packet(from, packet),
            Input::HandOff(slot, to) => seat.core.hand_off(slot, to),
            Input::Emigrate(connection, to) => {
                if let Some((id, _)) = self.connections[connection].session {
                    seat.core.move_session(id, to);
                }
            }
            Input::LetGo(connection) => self.let_go(core, connection),
            Input::WantCores(cores) => seat.core.set_wanted_cores(cores),
            Input::CoreIsUp(core) => seat.core.core_is_up(core),
        }
    }

    /// The core hands in a connection that it has let go of.
    fn let_go(&mut self, core: usize, connection: usize) {
        let Some((id, _)) = self.connections[connection].session else {
            return;
        };
        let unsent = self.journeys[connection].unsent.take().unwrap_or_default();
        let unsent_bytes = unsent.iter().map(Vec::len).sum();
        let luggage = Luggage { connection, unsent };
        let seat = &mut self.seats[core];
        if seat
            .core
            .depart(id, Box::new(luggage), unsent_bytes)
            .is_ok()
        {
            seat.connections.remove(&id);
            self.journeys[connection].travels = true;
        }
    }

    /// A connection comes to a core.
    fn immigrate(&mut self, core: usize, id: SessionId, luggage: Luggage) {
        let Luggage { connection, unsent } = luggage;
        let log = &mut self.connections[connection];
        if let Some((session, _)) = &mut log.session {
            *session = id;
        }
        log.core = core;
        let journey = &mut self.journeys[connection];
        journey.count += 1;
        journey.travels = false;
        let waiting = std::mem::take(&mut journey.waiting);
        self.seats[core].connections.insert(id, connection);
        for input in waiting {
            self.reached(input);
        }
        for bytes in unsent {
            self.send(core, connection, bytes);
        }
    }

    /// Output of a connection is on its way to the client.
    fn send(&mut self, core: usize, connection: usize, bytes: Vec<u8>) {
        if let Some(unsent) = &mut self.journeys[connection].unsent {
            unsent.push(bytes);
            return;
        }
        self.traffic.add(&bytes);
        let log = &self.connections[connection];
        if self.verbose {
            let (at, shown) = (self.now_us, wire::shown(&bytes));
            let client = log.session.map_or(0, |(_, client_id)| client_id);
            println!("{at:>9} core {core} > {client}: {shown}");
        }
        let flushed = Input::Flushed(connection, bytes.len(), self.journeys[connection].count);
        let at_us = self.wire_back(connection);
        self.at(at_us, Event::Arrive(flushed));
        self.at(at_us, Event::Deliver(connection, bytes));
    }

    fn put_out(&mut self, core: usize, outputs: &mut Outputs) {
        for (id, baggage) in outputs.arrivals.drain(..) {
            if let Ok(luggage) = baggage.downcast::<Luggage>() {
                self.immigrate(core, id, *luggage);
            }
        }
        for baggage in outputs.discarded.drain(..) {
            if let Ok(luggage) = baggage.downcast::<Luggage>() {
                self.journeys[luggage.connection].waiting.clear();
                let at_us = self.wire_back(luggage.connection);
                self.at(at_us, Event::Shut(luggage.connection));
            }
        }
        outputs.throttles.clear();
        for (id, segment) in outputs.sends.drain(..) {
            if let Some(connection) = self.connection(core, id) {
                self.send(core, connection, segment.as_slice().to_vec());
            }
        }
        for id in outputs.departures.drain(..) {
            if let Some(connection) = self.connection(core, id) {
                // About as long as it takes to call back what is with the kernel.
                let delay_us = self.session_dice.skewed(self.profile.turn_us);
                self.journeys[connection].unsent = Some(Vec::new());
                self.at(
                    self.now_us + delay_us,
                    Event::Arrive(Input::LetGo(connection)),
                );
            }
        }
        for (id, after_flush) in outputs.closes.drain(..) {
            let Some(connection) = self.connection(core, id) else {
                continue;
            };
            if after_flush && self.journeys[connection].unsent.is_some() {
                // The next core closes it.
                continue;
            }
            let at_us = self.wire_back(connection);
            self.at(at_us, Event::Shut(connection));
            self.at(at_us, Event::Arrive(Input::Gone(connection)));
        }
        for (to, packet) in outputs.packets.drain(..) {
            let to = usize::from(to);
            let mut delay_us = self.link_dice.skewed(self.profile.hop_us);
            delay_us *= self.links[core][to].slowness;
            if self.link_dice.chance(self.profile.slow_hops) {
                delay_us *= 50;
            }
            let delay_us = delay_us.min(HOP_US_MAX);
            let link = &mut self.links[core][to];
            link.taken_until_us = link.taken_until_us.max(self.now_us + delay_us);
            link.packets.push_back(packet);
            let at_us = link.taken_until_us;
            self.at(at_us, Event::Packet(core, to));
        }
        for action in outputs.actions.drain(..) {
            self.act_for(core, action);
        }
    }

    fn wire_back(&mut self, connection: usize) -> u64 {
        let delay_us = self.network.skewed(self.profile.wire_us);
        let until_us = &mut self.wires[connection].back_until_us;
        *until_us = (*until_us).max(self.now_us + delay_us);
        *until_us
    }

    fn connection(&self, core: usize, id: SessionId) -> Option<usize> {
        self.seats[core].connections.get(&id).copied()
    }

    fn tell_record(&self, record: &Record) {
        let Record {
            stamp,
            reads_only,
            core,
            now_ms,
            caller,
            event,
            reply,
            ..
        } = record;
        let kind = if *reads_only { "r" } else { "" };
        let who = caller.map_or(0, |caller| caller.client_id);
        println!(
            "{:>9} core {core} #{stamp}{kind} client {who} at {}: {} -> {}",
            self.now_us,
            now_ms - EPOCH_MS,
            crate::oracle::shown_event(event),
            wire::shown(reply)
        );
    }
}

/// What the cores of a world share.
fn shared_by_all(profile: &Profile) -> Arc<Shared> {
    let mut control = ControlState::new(profile.settings(CORES_MAX));
    control.active_expire = profile.active_expire;
    Arc::new(Shared {
        stamps: StampCounter::new(),
        client_ids: StampCounter::new(),
        log_ids: Default::default(),
        session_moves: Default::default(),
        map: Arc::new(SlotMap::even(profile.cores)),
        facts: ProcessFacts::default(),
        control: Versioned::new(control),
    })
}

/// Lets a core know of the memory, if that may be short.
fn oppress(core: &mut Core, pressure: Option<&Arc<Pressure>>) {
    if let Some(pressure) = pressure {
        let pressure: Arc<Pressure> = Arc::clone(pressure);
        core.set_memory(pressure);
    }
}

/// A core of the start, or one that joins the others: how many of its number there were, and when.
fn core_of(
    shared: &Arc<Shared>,
    id: u16,
    (hasher, dice): (KeyHasher, &mut Dice),
    joins: Option<(u16, i64)>,
) -> Core {
    let (incarnation, now_ms) = joins.unwrap_or((0, EPOCH_MS));
    let mut core = Core::new(CoreConfig {
        joins: joins.is_some(),
        incarnation,
        id,
        shared: Arc::clone(shared),
        control: shared.control.newest().1,
        hasher,
        seed: dice.number(),
        history: true,
        now_ms,
        ticks_ns: || 0,
    });
    core.set_prefetch(dice.chance(50));
    core
}

/// A fingerprint of everything that went through the world.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Traffic(u64);

impl Default for Traffic {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Traffic {
    /// FNV-1a.
    fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn add_record(&mut self, record: &Record) {
        for number in [
            record.stamp,
            u64::from(record.reads_only),
            record.now_ms as u64,
        ] {
            self.add(&number.to_le_bytes());
        }
        self.add(&record.core.to_le_bytes());
        self.add(&record.reply);
    }

    pub(crate) fn value(self) -> u64 {
        self.0
    }
}
