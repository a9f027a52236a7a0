//! One connection: its input, the requests parsed from it, its state, its output.
//!
//! Must never know sockets, nor slots' contents. Requests are parsed ahead of their execution so
//! that a turn can prefetch for all of them.

use std::collections::VecDeque;

use command_table::CommandId;
use mesh::CoreId;
use resp::{Args, Limits, OutBuf, Parsed, Parser, Proto, ReplyError, RequestBuf, RequestSpan};

use crate::arrival::Settling;
use crate::balance::affinity::Affinity;
use crate::core_ports::Redirected;
use crate::departure::Leaving;
use crate::message::{Caller, Habits, OwnedArgs, Scope, SessionId, WaiterHandle};
use crate::pubsub::Subscriptions;
use crate::route::{Route, Router};
use crate::stopwatch::Timing;
use crate::transaction::{Transaction, Watched};

/// Requests of one session parsed ahead, and executed in one turn, at most.
pub(crate) const SESSION_REQUESTS_MAX: usize = 64;

/// Bytes of replies that one session may produce in one turn before others have theirs.
pub(crate) const SESSION_TURN_OUTPUT_BYTES_MAX: usize = 256 * 1024;

/// Output above this is sent although more is to come at once.
const HELD_OUTPUT_BYTES_MAX: usize = 16 * 1024;

/// Less than this of a large argument is not worth another way in: it costs two operations.
const LENT_BYTES_MIN: usize = 64 * 1024;

/// So many bytes that come at once may be followed by more in the same turn.
const GLANCED_BYTES_MIN: usize = 4 * 1024;

/// How a connection came.
#[derive(Clone, Debug, Default)]
pub struct SessionInfo {
    /// Peer, as CLIENT LIST shows it.
    pub addr: String,
    /// Our end, as CLIENT LIST shows it.
    pub laddr: String,
    /// File descriptor, for CLIENT LIST.
    pub fd: i32,
    /// Came over a Unix socket.
    pub unix: bool,
    /// Came from this machine; protected mode lets only these in.
    pub local: bool,
}

/// A parsed request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request {
    pub(crate) span: RequestSpan,
    /// `None`: no such command, or a wrong number of arguments.
    pub(crate) command: Option<CommandId>,
    pub(crate) route: Route,
}

/// What a session waits for. Only an idle session executes requests.
#[derive(Debug)]
pub(crate) enum State {
    Idle,
    /// Requests at the head of the queue are with another core, or with a job.
    Away {
        waiter: Option<WaiterHandle>,
    },
    /// The request at the head of the queue waits for its slot, which is lent.
    Parked,
    /// The request at the head of the queue waits for the end of CLIENT PAUSE.
    Postponed,
    /// A blocking command waits for its key.
    Blocked(Box<Blocked>),
    /// Answers of other cores are awaited.
    Gathering(Box<crate::gather::Gathering>),
    /// So many acknowledgements are awaited before `reply` leaves.
    Awaiting {
        acknowledgements: u32,
        reply: Vec<u8>,
    },
}

/// A blocking command that found nothing.
#[derive(Debug)]
pub(crate) struct Blocked {
    pub(crate) waiter: WaiterHandle,
    pub(crate) command: CommandId,
    pub(crate) deadline_ms: Option<i64>,
    pub(crate) on_timeout: commands::OnTimeout,
    /// Slots and keys where it is registered.
    pub(crate) places: Vec<(u16, Box<[u8]>)>,
    pub(crate) db: u32,
    /// The timer of the deadline, once the session waits.
    pub(crate) timer: Option<crate::timers::TimerKey>,
}

/// A command whose answer comes from other cores: for the statistics, when it is there.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) timing: Timing,
    pub(crate) args: OwnedArgs,
}

/// CLIENT REPLY.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReplyMode {
    On,
    Off,
    /// The next reply is dropped (set), then replies go on (`SkipNow` while it is executed).
    SkipNext,
    SkipNow,
}

/// One connection.
pub(crate) struct Session {
    pub(crate) id: SessionId,
    pub(crate) client_id: u64,
    pub(crate) info: SessionInfo,
    pub(crate) state: State,
    pub(crate) out: OutBuf,
    /// Bytes given to the driver and not yet reported as sent.
    pub(crate) unsent_bytes: usize,
    pub(crate) input: Vec<u8>,
    position: usize,
    /// Part of a request is waited for: the input buffer is the session's own until it is idle.
    own_input: bool,
    /// Most bytes that the input buffer held since the last look at it.
    input_peak: usize,
    parser: Parser,
    pub(crate) requests: RequestBuf,
    pub(crate) queue: VecDeque<Request>,
    /// The peer broke the protocol: to be answered when the queue is empty.
    broken: Option<ReplyError>,
    /// All output is to be sent, then the connection closed; nothing more is executed.
    pub(crate) closing: bool,
    /// The peer has sent its last byte.
    pub(crate) input_ended: bool,
    /// A replica: it gets the stream, and no replies.
    pub(crate) follows: bool,
    /// Port and address that REPLCONF has named.
    pub(crate) replica_port: i64,
    pub(crate) replica_ip: String,
    /// Stands in the core's list of sessions that have something to do.
    pub(crate) listed: bool,
    /// Stands in the core's list of sessions with output of this turn.
    pub(crate) dirty: bool,
    pub(crate) recv_paused: bool,
    /// Executes nothing until its client has read some of its output.
    pub(crate) output_paused: bool,
    /// The connection is gone; what is left of the session ends when it is put back.
    pub(crate) gone: bool,
    /// Closed without waiting for its output to be sent.
    pub(crate) kill: bool,
    /// The reply of a waiter that was served before the word came that it waits.
    pub(crate) served_early: Option<Box<OutBuf>>,
    /// The command that waits for other cores' answers.
    pub(crate) asked: Option<Box<Asked>>,
    /// Inside EXEC: what waits, waits with every slot in hand.
    pub(crate) in_exec: bool,
    /// The connection went in the middle of something that has to come to its end: the session
    /// ends after it.
    pub(crate) leaves: bool,
    /// Executes nothing for now: it is about to go to another core, or has just come from one.
    pub(crate) pauses: bool,
    pub(crate) leaving: Leaving,
    pub(crate) settling: Option<Box<Settling>>,
    pub(crate) db: u32,
    pub(crate) proto: Proto,
    pub(crate) authenticated: bool,
    pub(crate) reply_mode: ReplyMode,
    pub(crate) no_touch: bool,
    /// CLIENT IMPORT-SOURCE.
    pub(crate) imports: bool,
    /// READONLY.
    pub(crate) readonly: bool,
    pub(crate) no_evict: bool,
    /// CLIENT CAPA redirect.
    pub(crate) takes_redirects: bool,
    /// The core port through which it came.
    pub(crate) core_port: Option<CoreId>,
    pub(crate) scope: Scope,
    pub(crate) redirected: Redirected,
    pub(crate) name: Vec<u8>,
    pub(crate) lib_name: Vec<u8>,
    pub(crate) lib_ver: Vec<u8>,
    pub(crate) user: String,
    pub(crate) multi: Option<Box<Transaction>>,
    /// Commands of the transaction being executed, then 0; none before the first MULTI or WATCH.
    pub(crate) exec_commands: Option<usize>,
    pub(crate) watched: Vec<Watched>,
    pub(crate) subscriptions: Option<Box<Subscriptions>>,
    pub(crate) created_ms: i64,
    pub(crate) active_ms: i64,
    pub(crate) last_command: Option<CommandId>,
    pub(crate) input_bytes: u64,
    pub(crate) output_bytes: u64,
    pub(crate) commands: u64,
    /// Of these, those before loads were last looked at.
    pub(crate) commands_looked: u64,
    /// Where its requests go.
    pub(crate) affinity: Affinity,
    /// Since when the output is above the soft limit.
    pub(crate) over_soft_since_ms: Option<i64>,
}

/// What parsing ahead found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filled {
    /// Nothing is left to parse but a part of a request.
    All,
    /// There may be more requests in the input.
    More,
}

impl Session {
    pub(crate) fn new(id: SessionId, client_id: u64, info: SessionInfo, now_ms: i64) -> Self {
        Self {
            id,
            client_id,
            info,
            state: State::Idle,
            out: OutBuf::new(),
            unsent_bytes: 0,
            input: Vec::new(),
            position: 0,
            own_input: false,
            input_peak: 0,
            parser: Parser::new(),
            requests: RequestBuf::new(),
            queue: VecDeque::new(),
            broken: None,
            closing: false,
            input_ended: false,
            follows: false,
            replica_port: 0,
            replica_ip: String::new(),
            listed: false,
            dirty: false,
            recv_paused: false,
            output_paused: false,
            gone: false,
            kill: false,
            served_early: None,
            asked: None,
            in_exec: false,
            leaves: false,
            pauses: false,
            leaving: Leaving::Stays,
            settling: None,
            db: 0,
            proto: Proto::Resp2,
            authenticated: false,
            reply_mode: ReplyMode::On,
            no_touch: false,
            imports: false,
            readonly: false,
            no_evict: false,
            takes_redirects: false,
            core_port: None,
            scope: Scope::ALL,
            redirected: Redirected::default(),
            name: Vec::new(),
            lib_name: Vec::new(),
            lib_ver: Vec::new(),
            user: "default".to_owned(),
            multi: None,
            exec_commands: None,
            watched: Vec::new(),
            subscriptions: None,
            created_ms: now_ms,
            active_ms: now_ms,
            last_command: None,
            input_bytes: 0,
            output_bytes: 0,
            commands: 0,
            commands_looked: 0,
            affinity: Affinity::default(),
            over_soft_since_ms: None,
        }
    }

    pub(crate) fn caller(&self, home: CoreId) -> Caller {
        Caller {
            home,
            session: self.id,
            client_id: self.client_id,
            db: self.db,
            proto: self.proto,
            habits: self.habits(),
        }
    }

    pub(crate) fn habits(&self) -> Habits {
        Habits::new(self.no_touch, self.imports)
    }

    /// Parses requests ahead, up to a turn's worth.
    pub(crate) fn fill(&mut self, router: &mut Router<'_>, bulk_bytes_max: usize) -> Filled {
        if self.own_input {
            self.input_peak = self.input_peak.max(self.input.len());
        }
        if self.queue.is_empty() {
            self.requests.clear();
            self.compact();
        }
        if self.authenticated && self.broken.is_none() && !self.closing {
            self.fill_with_usual(router);
        }
        while self.broken.is_none() && !self.closing {
            // What a peer may send depends on AUTH and HELLO: parse no further than those.
            let ahead_max = if self.authenticated {
                SESSION_REQUESTS_MAX
            } else {
                1
            };
            if self.queue.len() >= ahead_max {
                return Filled::More;
            }
            let limits = Limits {
                authenticated: self.authenticated,
                bulk_bytes_max,
            };
            let parsed =
                self.parser
                    .next(&self.input, &mut self.position, &mut self.requests, &limits);
            match parsed {
                Parsed::Incomplete => {
                    self.keep_input();
                    return Filled::All;
                }
                Parsed::Empty => {}
                Parsed::Request(span) => {
                    let args = self.requests.args(&self.input, span);
                    let (command, route) = router.resolve(args);
                    self.queue.push_back(Request {
                        span,
                        command,
                        route,
                    });
                }
                Parsed::Error(error) => self.broken = Some(error),
            }
        }
        Filled::All
    }

    /// Something is left to be executed, parsed, refused or ended.
    pub(crate) fn has_input(&self) -> bool {
        !self.queue.is_empty()
            || self.unparsed_bytes() > 0
            || self.broken.is_some()
            || self.input_ended
    }

    /// More of the output is on its way from another core, and nobody is waited for besides: what
    /// there is leaves with it, so that a pipeline over several cores is not answered in pieces.
    pub(crate) fn has_more_to_say(&self) -> bool {
        matches!(self.state, State::Away { waiter: None })
            && !self.closing
            && self.out.len_bytes() < HELD_OUTPUT_BYTES_MAX
    }

    /// Input that was received and not parsed yet.
    pub(crate) fn unparsed_bytes(&self) -> usize {
        self.input.len() - self.position
    }

    /// All that was received is the beginning of one request, whose rest must come before anything
    /// of it can be executed.
    pub(crate) fn wants_the_rest(&self) -> bool {
        self.queue.is_empty() && self.parser.is_inside_request()
    }

    /// The request that breaks the protocol, once everything before it was answered.
    pub(crate) fn take_broken(&mut self) -> Option<ReplyError> {
        if self.queue.is_empty() {
            self.broken.take()
        } else {
            None
        }
    }

    /// Arguments of a parsed request.
    #[inline]
    pub(crate) fn args(&self, request: &Request) -> Args<'_> {
        self.requests.args(&self.input, request.span)
    }

    /// Moves unparsed input to the front, or gives the memory back if there is none.
    fn compact(&mut self) {
        if self.position == 0 {
            return;
        }
        if self.position >= self.input.len() {
            self.input.clear();
        } else if self.position > self.input.len() / 2 {
            self.input.drain(..self.position);
        } else {
            return;
        }
        self.position = 0;
        if self.input.capacity() > INPUT_BYTES_KEPT_MAX && self.input.len() < INPUT_BYTES_KEPT_MAX {
            self.input.shrink_to(INPUT_BYTES_KEPT_MAX);
        }
    }

    /// A client that sends its requests in pieces will go on doing so: it keeps a buffer, a larger
    /// one if it sends large arguments.
    fn keep_input(&mut self) {
        if !self.parser.is_inside_request() {
            return;
        }
        self.own_input = true;
        self.input_peak = self.input_peak.max(self.input.len());
        let (_, large_bytes) = self.parser.gathering_bytes();
        let wanted = if large_bytes > 0 {
            INPUT_BYTES_KEPT_MAX
        } else {
            INPUT_BYTES_OWN
        };
        self.input.reserve(wanted.saturating_sub(self.input.len()));
    }

    /// Gives back the part of the input buffers that was not needed lately, all of them after two
    /// idle seconds. Called by the tick.
    pub(crate) fn shrink_input(&mut self, idle_ms: i64) {
        if !self.own_input {
            return;
        }
        let peak = std::mem::replace(&mut self.input_peak, self.input.len());
        if idle_ms > INPUT_IDLE_MS {
            self.own_input = self.parser.is_inside_request();
            self.input.shrink_to_fit();
            self.parser.shrink();
        } else if self.input.capacity() > INPUT_BYTES_CHECKED && peak < self.input.capacity() / 2 {
            self.input.shrink_to(peak.max(INPUT_BYTES_OWN));
        }
    }

    /// The common case of `fill`: whole requests of the usual form.
    fn fill_with_usual(&mut self, router: &mut Router<'_>) {
        let Self {
            input,
            position,
            parser,
            requests,
            queue,
            ..
        } = self;
        while queue.len() < SESSION_REQUESTS_MAX
            && let Some(request) = router.next_usual(parser, (input, position), requests)
        {
            queue.push_back(request);
        }
    }

    /// Bytes of a large argument that comes next need not go through the input buffer; returns how
    /// many of `bytes` were taken.
    pub(crate) fn take_large(&mut self, bytes: &[u8]) -> usize {
        if self.unparsed_bytes() > 0 || !self.parser.is_inside_request() {
            return 0;
        }
        self.parser.take_large(bytes)
    }

    /// Whether `bytes`, which come next, begin a request with a large argument: parsed at once, it
    /// takes what follows as it comes.
    #[inline]
    pub(crate) fn begins_large(&self, bytes: &[u8]) -> bool {
        bytes.len() >= GLANCED_BYTES_MIN
            && self.queue.is_empty()
            && self.unparsed_bytes() == 0
            && self.is_idle()
            && !self.parser.is_inside_request()
            && Parser::begins_large(bytes)
    }

    /// The memory of a large argument, for the driver to receive the rest of it into.
    pub(crate) fn lend_input(&mut self) -> Option<(Vec<u8>, usize)> {
        if self.unparsed_bytes() > 0 || !self.wants_the_rest() || self.closing {
            return None;
        }
        self.parser.lend(LENT_BYTES_MIN)
    }

    /// So many bytes came to the memory that is lent.
    pub(crate) fn filling(&mut self, bytes: usize) {
        self.parser.progress(bytes);
    }

    /// The memory that was lent is full.
    pub(crate) fn filled(&mut self, memory: Vec<u8>) {
        self.parser.give_back(memory);
    }

    /// Bytes received and not executed, and what the buffers have room for besides.
    pub(crate) fn query_buffer_bytes(&self) -> (usize, usize) {
        let (large_bytes, large_room) = self.parser.gathering_bytes();
        let free = self.input.capacity() - self.input.len() + large_room - large_bytes;
        (self.unparsed_bytes() + large_bytes, free)
    }

    /// The input buffer, if it holds nothing, for another session to use.
    pub(crate) fn reclaim_input(&mut self) -> Option<Vec<u8>> {
        let unused = self.queue.is_empty() && self.position >= self.input.len();
        if !unused || self.input.capacity() == 0 {
            return None;
        }
        if self.own_input {
            self.position = 0;
            self.input.clear();
            return None;
        }
        self.position = 0;
        self.input.clear();
        Some(std::mem::take(&mut self.input))
    }

    /// Replies are dropped at the moment (CLIENT REPLY).
    pub(crate) fn drops_reply(&self) -> bool {
        matches!(self.reply_mode, ReplyMode::Off | ReplyMode::SkipNow)
    }

    /// A request is done with: SKIP concerns the next one, then it is over.
    pub(crate) fn step_reply_mode(&mut self) {
        self.reply_mode = match self.reply_mode {
            ReplyMode::SkipNext => ReplyMode::SkipNow,
            ReplyMode::SkipNow => ReplyMode::On,
            mode => mode,
        };
    }

    /// The output, for a body that gets the core and the session as well; `give_out` must follow.
    pub(crate) fn take_out(&mut self) -> OutBuf {
        if self.drops_reply() {
            OutBuf::new()
        } else {
            std::mem::take(&mut self.out)
        }
    }

    pub(crate) fn give_out(&mut self, out: OutBuf) {
        if !self.drops_reply() {
            self.out = out;
        }
    }

    /// Number of channels and patterns subscribed to.
    pub(crate) fn subscription_count(&self) -> usize {
        self.subscriptions
            .as_ref()
            .map_or(0, |subscriptions| subscriptions.count())
    }

    /// Memory that the session holds, about.
    pub(crate) fn memory_bytes(&self) -> usize {
        let (query, query_free) = self.query_buffer_bytes();
        query + query_free + self.out.len_bytes() + self.unsent_bytes + size_of::<Self>()
    }

    pub(crate) fn is_idle(&self) -> bool {
        matches!(self.state, State::Idle)
    }
}

/// What a session's input buffer keeps of its memory when a burst is over.
const INPUT_BYTES_KEPT_MAX: usize = 64 * 1024;

/// Room that a client has which sends its requests in pieces.
const INPUT_BYTES_OWN: usize = 16 * 1024;

/// Larger input buffers are given back in part as soon as half of them is not needed.
const INPUT_BYTES_CHECKED: usize = 32 * 1024;

/// A client that has sent nothing for so long keeps no input buffer.
const INPUT_IDLE_MS: i64 = 2_000;
