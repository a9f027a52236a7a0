//! One core's thread: completions of its ring and packets of other cores in, turns of the engine,
//! sends and packets out.
//!
//! Must never interpret a byte, and never block anywhere but in the ring.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use engine::{Action, Baggage, Core, Outputs, SessionId, SessionInfo};
use mesh::CoreId;
use reactor::net::Address;
use reactor::{CloseMode, ConnId, Event, ListenerId, Reactor, RecvEnd, Segment, ZeroCopy};
use settings::Param;

use crate::cores::Cores;
use crate::links::{Links, Started};
use crate::luggage::Luggage;
use crate::memory::Memory;
use crate::surroundings::Surroundings;
use crate::upkeep::{PAUSE_MS, Upkeep};
use crate::usage::{process_usage, thread_ns, ticks_ns};

/// The allocator's account is compared with the system's this often, to be right at the limit.
const MEMORY_INTERVAL: Duration = Duration::from_millis(100);

/// INFO's figures of the process are read this often.
const USAGE_INTERVAL: Duration = Duration::from_millis(1000);

/// A core that has exchanged packets with others looks for more so long before it sleeps: waking
/// it would take both sides about as much time, and a pipeline's requests often go to and fro.
const LINGER: Duration = Duration::from_micros(20);

/// What all core threads and the main thread share.
pub(crate) struct Process {
    /// The process is to end.
    pub(crate) stop: AtomicBool,
    /// Connections of all cores that are served.
    pub(crate) connections: AtomicUsize,
    /// Wakes the main thread.
    pub(crate) main: std::thread::Thread,
    pub(crate) surroundings: Arc<Surroundings>,
    pub(crate) memory: Arc<Memory>,
}

/// One core's thread.
pub(crate) struct CoreLoop {
    core: Core,
    reactor: Reactor,
    links: Links,
    process: Arc<Process>,
    cores: Arc<Cores>,
    /// A core is being started for this one's engine.
    starting: bool,
    /// Connections come to this core; with `false`, the engine is to hear when none does any more.
    listens: bool,
    falls_silent: bool,
    /// The engine has said its last word.
    ended: bool,
    /// By connection index: the connection and its session.
    sessions: Vec<Option<(ConnId, SessionId)>>,
    /// By session index: the connection.
    connections: Vec<Option<(SessionId, ConnId)>>,
    maxclients: usize,
    spin: Duration,
    usage_at: Instant,
    memory_at: Instant,
    upkeep: Upkeep,
    /// When packets last came or went; nothing once the core has lingered for more.
    mail_at: Option<Instant>,
    /// Since when the core looks for packets in vain, and how long it has done so altogether.
    lingering: Option<Instant>,
    lingered: Duration,
    /// Outputs in hand, their memory used again.
    outputs: Outputs,
    /// The listening sockets of this ring, their version, and the number of cores that share them.
    listening: Vec<ListenerId>,
    listeners_version: Option<(u64, CoreId)>,
    has_core_ports: bool,
}

impl CoreLoop {
    pub(crate) fn new(core: Core, reactor: Reactor, links: Links, cores: &Arc<Cores>) -> Self {
        Self {
            core,
            reactor,
            links,
            process: Arc::clone(cores.process()),
            cores: Arc::clone(cores),
            starting: false,
            listens: false,
            falls_silent: false,
            ended: false,
            sessions: Vec::new(),
            connections: Vec::new(),
            maxclients: usize::MAX,
            spin: Duration::ZERO,
            usage_at: Instant::now(),
            memory_at: Instant::now(),
            upkeep: Upkeep::new(),
            mail_at: None,
            lingering: None,
            lingered: Duration::ZERO,
            outputs: Outputs::default(),
            listening: Vec::new(),
            listeners_version: None,
            has_core_ports: false,
        }
    }

    /// Runs until the process or the core is to end; `listens` from the beginning.
    pub(crate) fn run(mut self, listens: bool) -> Result<(), reactor::TurnError> {
        self.listens = listens;
        let control = self.core.control();
        self.has_core_ports = control.settings.core_ports_base().is_some();
        self.adopt(&control.settings);
        self.tell_usage();
        let mut events = Vec::new();
        while !(self.ended || self.process.stop.load(Ordering::Relaxed)) {
            let timeout = self.timeout();
            self.reactor.turn(timeout, &mut events)?;
            self.links.awake();
            self.links.take_new();
            self.hear_of_cores();
            if self.mail_at.is_some() && events.is_empty() && self.has_nothing_to_do() {
                self.lingering.get_or_insert_with(Instant::now);
                std::hint::spin_loop();
                continue;
            }
            self.end_lingering();
            let busy = !events.is_empty();
            for event in events.drain(..) {
                self.take_event(event);
            }
            let core = &mut self.core;
            let received = self.links.receive(|from, packet| core.packet(from, packet));
            self.note_mail(received);
            self.core.intake(now_ms());
            self.core.run();
            self.put_out();
            self.share_ports();
            let now = Instant::now();
            self.read_usage(now);
            let busy = busy || self.core.has_work();
            self.upkeep.run(&mut self.core, now, busy);
        }
        let stop = || self.process.stop.load(Ordering::Relaxed);
        self.links.end(&mut self.reactor, stop);
        Ok(())
    }

    fn has_nothing_to_do(&self) -> bool {
        !self.core.has_work() && !self.links.has_mail()
    }

    fn end_lingering(&mut self) {
        let since = self.lingering.take();
        // What is more has gone to another thread of the processor.
        self.lingered += since.map_or(Duration::ZERO, |since| since.elapsed().min(LINGER));
    }

    fn note_mail(&mut self, any: bool) {
        if any && self.links.may_linger() {
            self.mail_at = Some(Instant::now());
        }
    }

    /// How long the ring may wait: not at all while there is work, else to the next deadline.
    fn timeout(&mut self) -> Option<Duration> {
        let waiting = self.links.flush_all(&mut self.reactor);
        self.mail_at = self.mail_at.filter(|at| at.elapsed() < LINGER);
        if self.mail_at.is_some() || self.core.has_work() || !self.links.may_sleep() {
            self.links.awake();
            return Some(Duration::ZERO);
        }
        self.end_lingering();
        let deadline = self
            .core
            .next_deadline_ms()
            .map(|at_ms| (at_ms - now_ms()).max(0) as u64);
        // A full channel has room again as soon as its receiver has taken a turn.
        let retry = waiting.then_some(1);
        let upkeep = self.upkeep.pending().then_some(PAUSE_MS);
        [deadline, retry, upkeep]
            .into_iter()
            .flatten()
            .min()
            .map(Duration::from_millis)
    }

    fn take_event(&mut self, event: Event) {
        match event {
            Event::Accepted { conn, .. } => self.accepted(conn),
            Event::Received { conn, data } => {
                if let Some(id) = self.session(conn) {
                    let wants_chunk = self.core.receive(id, self.reactor.bytes(data));
                    if wants_chunk {
                        let chunk = self.reactor.take_chunk();
                        self.core.recycle_chunk(id, chunk);
                    }
                }
            }
            Event::Filling { conn, bytes } => {
                if let Some(id) = self.session(conn) {
                    self.core.filling(id, bytes);
                }
            }
            Event::Filled { conn } => {
                if let Some(id) = self.session(conn)
                    && let Some(memory) = self.reactor.take_filled(conn)
                {
                    self.core.filled(id, memory);
                }
            }
            Event::RecvClosed {
                conn,
                end: RecvEnd::Eof,
            } => {
                if let Some(id) = self.session(conn) {
                    self.core.input_ended(id);
                } else {
                    self.reactor.close(conn, CloseMode::Now);
                }
            }
            Event::RecvClosed {
                conn,
                end: RecvEnd::Error(_),
            }
            | Event::SendFailed { conn, .. } => {
                if let Some(id) = self.session(conn) {
                    self.core.closed(id);
                }
                self.reactor.close(conn, CloseMode::Now);
            }
            Event::SendDone { conn, bytes, .. } => {
                if let Some(id) = self.session(conn) {
                    self.core.sent(id, bytes);
                }
            }
            Event::Released { conn } => self.released(conn),
            Event::Closed { conn } => self.closed(conn),
            Event::AcceptStalled { errno, .. } => {
                let reason = reactor::words(&std::io::Error::from_raw_os_error(errno));
                tracing::warn!("Accepting client connection: accept: {reason}");
            }
            Event::Doorbell => {}
        }
    }

    fn accepted(&mut self, conn: ConnId) {
        let open = self.process.connections.fetch_add(1, Ordering::Relaxed) + 1;
        self.reserve(conn.index());
        if open > self.maxclients {
            // It takes nobody's place, however long it takes to go.
            self.process.connections.fetch_sub(1, Ordering::Relaxed);
            self.sessions[conn.index()] = None;
            self.core.count_rejected();
            let text = b"-ERR max number of clients reached\r\n".to_vec();
            self.reactor.send(conn, Segment::Chunk(text));
            self.reactor.close(conn, CloseMode::AfterFlush);
            return;
        }
        let peer = self.reactor.peer_address(conn);
        let own = self.reactor.local_address(conn);
        let unix = matches!(own, Address::Unix(_));
        // A Unix client's end has no name; Valkey shows the listener's for both.
        let addr = if unix {
            own.to_string()
        } else {
            peer.to_string()
        };
        let local = peer.ip().is_some_and(|ip| ip.to_canonical().is_loopback());
        let info = SessionInfo {
            addr,
            laddr: own.to_string(),
            fd: conn.index() as i32,
            unix,
            local,
        };
        let id = self.core.open(info, now_ms());
        self.assign(conn, id);
    }

    fn reserve(&mut self, index: usize) {
        if self.sessions.len() <= index {
            self.sessions.resize(index + 1, None);
        }
    }

    fn closed(&mut self, conn: ConnId) {
        if let Some(id) = self.session(conn) {
            self.process.connections.fetch_sub(1, Ordering::Relaxed);
            self.core.closed(id);
            // The session may have ended long ago, and its place be another's.
            if self.connection(id) == Some(conn) {
                self.connections[id.index as usize] = None;
            }
            self.sessions[conn.index()] = None;
        }
    }

    /// A connection was let go of: it goes to another core with its session.
    fn released(&mut self, conn: ConnId) {
        let Some(id) = self.session(conn) else {
            self.reactor.close(conn, CloseMode::Now);
            return;
        };
        let Some(parcel) = self.reactor.take_released(conn) else {
            return;
        };
        self.sessions[conn.index()] = None;
        if self.connection(id) == Some(conn) {
            self.connections[id.index as usize] = None;
        }
        if let Some(memory) = parcel.filled {
            self.core.filled(id, memory);
        }
        let unsent_bytes = parcel.unsent.iter().map(Segment::len).sum();
        let luggage = Luggage::new(parcel.fd, parcel.unsent, &self.process);
        if self
            .core
            .depart(id, Box::new(luggage), unsent_bytes)
            .is_err()
        {
            // It has ended on its own, and its socket with it.
            self.core.closed(id);
        }
    }

    /// A connection came from another core.
    fn arrived(&mut self, id: SessionId, baggage: Baggage) {
        let Ok(luggage) = baggage.downcast::<Luggage>() else {
            self.core.closed(id);
            return;
        };
        let Some((conn, unsent)) = luggage.unpack(&mut self.reactor) else {
            self.core.closed(id);
            return;
        };
        self.assign(conn, id);
        for segment in unsent {
            self.reactor.send(conn, segment);
        }
    }

    /// The connection and the session belong to each other.
    fn assign(&mut self, conn: ConnId, id: SessionId) {
        self.reserve(conn.index());
        self.sessions[conn.index()] = Some((conn, id));
        let index = id.index as usize;
        if self.connections.len() <= index {
            self.connections.resize(index + 1, None);
        }
        self.connections[index] = Some((id, conn));
    }

    fn session(&self, conn: ConnId) -> Option<SessionId> {
        match self.sessions.get(conn.index()) {
            Some(Some((known, id))) if *known == conn => Some(*id),
            _ => None,
        }
    }

    fn connection(&self, id: SessionId) -> Option<ConnId> {
        match self.connections.get(id.index as usize) {
            Some(Some((known, conn))) if *known == id => Some(*conn),
            _ => None,
        }
    }

    /// Everything the turn has put out goes on its way.
    fn put_out(&mut self) {
        std::mem::swap(&mut self.outputs, self.core.outputs());
        let mut outputs = std::mem::take(&mut self.outputs);
        for action in outputs.actions.drain(..) {
            self.act(action);
        }
        // Connections that came first: there may be output for them.
        for (id, baggage) in outputs.arrivals.drain(..) {
            self.arrived(id, baggage);
        }
        outputs.discarded.clear();
        for (id, segment) in outputs.sends.drain(..) {
            let Some(conn) = self.connection(id) else {
                continue;
            };
            match segment {
                resp::Segment::Chunk(chunk) => self.reactor.send(conn, chunk),
                resp::Segment::Shared(value) => self.reactor.send(conn, value),
            }
        }
        for (id, stop) in outputs.throttles.drain(..) {
            let Some(conn) = self.connection(id) else {
                continue;
            };
            if stop {
                self.reactor.pause_recv(conn)
            } else {
                self.reactor.resume_recv(conn)
            }
        }
        for (id, memory, bytes) in outputs.lent.drain(..) {
            if let Some(conn) = self.connection(id) {
                self.reactor.recv_into(conn, memory, bytes);
            }
        }
        for (id, after_flush) in outputs.closes.drain(..) {
            let Some(conn) = self.connection(id) else {
                continue;
            };
            let mode = if after_flush {
                CloseMode::AfterFlush
            } else {
                CloseMode::Now
            };
            self.reactor.close(conn, mode);
        }
        for id in outputs.departures.drain(..) {
            if let Some(conn) = self.connection(id) {
                self.reactor.release(conn);
            }
        }
        self.note_mail(!outputs.packets.is_empty());
        for (to, packet) in outputs.packets.drain(..) {
            self.links.send(to, packet, &mut self.reactor);
        }
        self.outputs = outputs;
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Adopted(state) => self.adopt(&state.settings),
            Action::Shutdown => {
                tracing::warn!("User requested shutdown...");
                self.process.stop.store(true, Ordering::Relaxed);
                self.process.main.unpark();
            }
            Action::Sleep { micros } => std::thread::sleep(Duration::from_micros(micros)),
            Action::Log(line) => tracing::warn!("{line}"),
            Action::StartCore(core) => {
                self.starting = true;
                self.cores.start_one(core);
            }
            Action::Listen => {
                self.listens = true;
                self.listen();
            }
            Action::StopListening => self.stop_listening(),
            Action::Unlink(core) => {
                self.links.let_go(core, &mut self.reactor);
                if self.core.id() == 0 {
                    tracing::info!("Core {core} has stopped");
                }
            }
            Action::Ended => self.ended = true,
        }
    }

    fn adopt(&mut self, settings: &settings::Settings) {
        self.maxclients = settings.maxclients() as usize;
        let spin = Duration::from_micros(u64::from(settings.busy_poll_us()));
        if spin != self.spin {
            self.spin = spin;
            self.reactor.set_spin(spin);
        }
        self.reactor
            .set_zero_copy(match settings.word(Param::ZeroCopyReplies) {
                "yes" => ZeroCopy::Always,
                "no" => ZeroCopy::Never,
                _ => ZeroCopy::Auto,
            });
        crate::logging::set_level(settings.word(Param::LogLevel));
        self.listen();
    }

    /// What the engine waits for: a core that is being started, the last connection.
    fn hear_of_cores(&mut self) {
        if self.falls_silent && !self.reactor.is_accepting() {
            self.falls_silent = false;
            self.core.listens_no_more();
        }
        if !self.starting {
            return;
        }
        match self.cores.exchange().take_started() {
            None => return,
            Some(Started::Up(core)) => {
                tracing::info!("Core {core} has started");
                self.core.core_is_up(core);
            }
            Some(Started::Failed(core, reason)) => {
                tracing::warn!("Core {core} could not be started: {reason}");
                self.core.core_failed(core);
            }
        }
        self.starting = false;
    }

    /// Lets no more connections come; those that have been accepted still arrive.
    fn stop_listening(&mut self) {
        self.listens = false;
        self.listeners_version = None;
        for listener in self.listening.drain(..) {
            self.reactor.unlisten(listener);
        }
        self.falls_silent = true;
    }

    /// The ports of cores are shared out anew when the number of cores has changed.
    fn share_ports(&mut self) {
        let cores = self.core.cores();
        let outdated = |(_, shared_by): (u64, CoreId)| shared_by != cores;
        if self.has_core_ports && self.listeners_version.is_some_and(outdated) {
            self.listen();
        }
    }

    /// Accepts connections from the sockets that there are now.
    fn listen(&mut self) {
        if !self.listens {
            return;
        }
        let listeners = self.process.surroundings.listeners();
        let version = (listeners.version, self.core.cores());
        if self.listeners_version == Some(version) {
            return;
        }
        let sockets = match listeners.copies(self.core.id(), self.core.cores()) {
            Ok(sockets) => sockets,
            Err(error) => {
                tracing::warn!(
                    "A core keeps its listening sockets, copying new ones failed: {error}"
                );
                return;
            }
        };
        self.listeners_version = Some(version);
        drop(listeners);
        for listener in self.listening.drain(..) {
            self.reactor.unlisten(listener);
        }
        for socket in sockets {
            self.listening.push(self.reactor.listen(socket));
        }
    }

    fn read_usage(&mut self, now: Instant) {
        if now.duration_since(self.memory_at) >= MEMORY_INTERVAL {
            self.memory_at = now;
            self.process.memory.compare();
            let lingered_ns = u64::try_from(self.lingered.as_nanos()).unwrap_or(u64::MAX);
            let busy_ns = thread_ns().saturating_sub(lingered_ns);
            self.core.set_busy(busy_ns, ticks_ns());
        }
        if now.duration_since(self.usage_at) >= USAGE_INTERVAL {
            self.usage_at = now;
            self.tell_usage();
        }
    }

    fn tell_usage(&mut self) {
        if let Some(usage) = process_usage() {
            self.core.set_usage(usage);
        }
    }
}

/// Unix time in milliseconds.
pub(crate) fn now_ms() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
