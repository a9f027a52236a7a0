//! Core 0's part: the replicas, the file that each of them gets first, and the stream after it.
//!
//! The file is put together in memory, as its length stands before it. Must never let a replica
//! miss a byte, nor keep more for a slow one than its output limit allows: it is disconnected.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use commands::snapshot::KeysSaved;
use rdb::file::Header;
use rdb::{Checksum, Writer};
use settings::{ClientClass, Param};
use stdx::slot::SLOTS;

use super::follower::{File, Follower, Stage};
use super::merge::Merge;
use super::snapshot::Part;
use super::told::PING;
use super::{HUB, ReplicationMessage};
use crate::core::{Action, Core};
use crate::message::{Caller, Job, JobBody, SessionId};
use crate::session::Session;
use crate::session_commands::connection::VALKEY_VERSION;

/// Of a file that is on its way to a replica, so much is with the driver at most.
const WINDOW_BYTES: usize = 4 * 1024 * 1024;

/// A turn adds so many bytes to a checksum, about.
const TURN_CHECKSUM_BYTES: usize = 2 * 1024 * 1024;

/// A file is sent in pieces of so many bytes at most.
const PIECE_BYTES_MAX: usize = 1024 * 1024;

/// A replica that waits hears a line end so often.
const NEWLINE_MS: i64 = 1_000;

/// A snapshot that is being put together.
struct Assembly {
    snapshot: u32,
    created_ms: i64,
    /// Bytes of the stream up to its moment, once that is known.
    offset: Option<u64>,
    /// One bit for each slot that has come.
    came: Vec<u64>,
    missing: usize,
    databases: BTreeMap<u32, DatabasePart>,
    sealing: Option<Sealing>,
}

#[derive(Default)]
struct DatabasePart {
    keys: u64,
    expires: u64,
    pieces: Vec<Bytes>,
}

/// A file whose checksum is being made.
struct Sealing {
    pieces: Vec<Bytes>,
    next: usize,
    checksum: Checksum,
}

/// What core 0 knows of replicas.
#[derive(Default)]
pub(crate) struct Hub {
    pub(super) merge: Merge,
    followers: Vec<Follower>,
    /// Snapshots begun so far.
    snapshots: u32,
    cut_asked: bool,
    assembly: Option<Box<Assembly>>,
    /// The database that the stream is on.
    selected: Option<u32>,
    /// Bytes of the stream so far.
    offset: u64,
    pinged_ms: i64,
    newline_due_ms: i64,
    full_syncs: u64,
}

/// What INFO and ROLE tell of a replica.
#[derive(Clone, Debug)]
pub(crate) struct ReplicaFigures {
    pub(crate) ip: String,
    pub(crate) port: i64,
    pub(crate) state: &'static str,
    pub(crate) offset: u64,
    /// Seconds since it was last heard of.
    pub(crate) lag_s: i64,
}

/// What INFO and ROLE tell.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReplicationFigures {
    /// Bytes of the stream so far.
    pub(crate) offset: u64,
    pub(crate) replicas: Vec<ReplicaFigures>,
    pub(crate) full_syncs: u64,
}

impl Hub {
    pub(super) fn is_busy(&self) -> bool {
        !self.followers.is_empty()
    }

    /// Something can be done at once.
    pub(super) fn has_work(&self) -> bool {
        let sends = |follower: &Follower| {
            matches!(follower.stage, Stage::Receives { .. }) && !follower.full
        };
        let assembly = self.assembly.as_ref();
        assembly.is_some_and(|assembly| assembly.can_go_on()) || self.followers.iter().any(sends)
    }

    pub(super) fn add_part(&mut self, part: Part) {
        let snapshot = part.snapshot;
        let assembly = self.assembly.as_deref_mut();
        if let Some(assembly) = assembly.filter(|assembly| assembly.snapshot == snapshot) {
            assembly.add(part);
        }
    }

    /// Followers whose stage is `Online`, `Receives` or still waiting keep what comes.
    fn distribute(followers: &mut [Follower], offset: &mut u64, out: &mut Vec<u8>) {
        if out.is_empty() {
            return;
        }
        let bytes = Bytes::from(std::mem::take(out));
        *offset += bytes.len() as u64;
        let follow = followers.iter_mut().filter(|follower| follower.follows());
        follow.for_each(|follower| follower.keep(&bytes));
    }

    /// Brings what can be told in its order into the stream.
    fn merge(&mut self) {
        let Self {
            merge,
            followers,
            assembly,
            selected,
            offset,
            ..
        } = self;
        let mut out = Vec::new();
        while let Some(batch) = merge.next() {
            batch.write(selected, &mut out, &mut |cut, selected, out| {
                Self::distribute(followers, offset, out);
                // Whoever joins here knows of no database.
                *selected = None;
                for follower in followers.iter_mut() {
                    if let Stage::WaitsForSnapshot { snapshot, follows } = &mut follower.stage
                        && *snapshot == cut
                    {
                        *follows = true;
                    }
                }
                if let Some(assembly) = assembly.as_mut().filter(|a| a.snapshot == cut) {
                    assembly.offset = Some(*offset);
                }
            });
        }
        Self::distribute(followers, offset, &mut out);
    }

    /// It gets nothing but the stream any more.
    fn is_online(&self, id: SessionId) -> bool {
        let mut followers = self.followers.iter();
        let online = |f: &Follower| f.session == id && matches!(f.stage, Stage::Online);
        followers.any(online)
    }

    fn replicas(&self, now_ms: i64) -> Vec<ReplicaFigures> {
        let followers = self.followers.iter();
        let figures = followers.map(|follower| ReplicaFigures {
            ip: follower.ip.clone(),
            port: follower.port,
            state: follower.state(),
            offset: follower.acked_offset,
            lag_s: (now_ms - follower.acked_ms).max(0) / 1000,
        });
        figures.collect()
    }
}

impl Assembly {
    fn new(snapshot: u32, created_ms: i64) -> Self {
        Self {
            snapshot,
            created_ms,
            offset: None,
            came: vec![0; SLOTS / 64],
            missing: SLOTS,
            databases: BTreeMap::new(),
            sealing: None,
        }
    }

    /// All of it has come.
    fn can_go_on(&self) -> bool {
        self.sealing.is_some() || self.missing == 0 && self.offset.is_some()
    }

    fn add(&mut self, part: Part) {
        for slot in part.slots {
            let slot = usize::from(slot) % SLOTS;
            let bit = 1 << (slot % 64);
            let word = &mut self.came[slot / 64];
            self.missing -= usize::from(*word & bit == 0);
            *word |= bit;
        }
        let bytes = Bytes::from(part.bytes);
        let mut start = 0;
        for KeysSaved {
            db,
            keys,
            expires,
            bytes: length,
        } in part.keys
        {
            let database = self.databases.entry(db).or_default();
            database.keys += keys;
            database.expires += expires;
            database.pieces.push(bytes.slice(start..start + length));
            start += length;
        }
    }

    /// All slots have come: the pieces of the file, but for its end.
    fn begin_sealing(&mut self, header: &Header<'_>) {
        let mut writer = Writer::new(false);
        rdb::file::begin(header, &mut writer);
        let mut pieces = vec![Bytes::from(writer.take())];
        for (db, database) in std::mem::take(&mut self.databases) {
            let (keys, expires) = (database.keys, database.expires);
            rdb::file::begin_database(db, keys, expires, &mut writer);
            pieces.push(Bytes::from(writer.take()));
            for piece in database.pieces {
                let starts = (0..piece.len()).step_by(PIECE_BYTES_MAX);
                pieces.extend(
                    starts
                        .map(|start| piece.slice(start..piece.len().min(start + PIECE_BYTES_MAX))),
                );
            }
        }
        self.sealing = Some(Sealing {
            pieces,
            next: 0,
            checksum: Checksum::default(),
        });
    }
}

impl Sealing {
    /// Goes on; true at the end.
    fn advance(&mut self) -> bool {
        let mut bytes = 0;
        while let Some(piece) = self.pieces.get(self.next) {
            if bytes > TURN_CHECKSUM_BYTES {
                return false;
            }
            bytes += piece.len();
            self.checksum.add(piece);
            self.next += 1;
        }
        true
    }

    /// The whole file, its length before it.
    fn file(self) -> File {
        let end = Bytes::copy_from_slice(&rdb::file::end(self.checksum));
        let bytes: usize = self.pieces.iter().map(Bytes::len).sum();
        let length = format!("${}\r\n", bytes + end.len());
        let mut pieces = vec![Bytes::from(length)];
        pieces.extend(self.pieces);
        pieces.push(end);
        File { pieces }
    }
}

impl Core {
    /// A session of this core, which is core 0, asks for everything.
    pub(crate) fn begin_following(&mut self, session: &mut Session) {
        session.follows = true;
        session.reply_mode = crate::session::ReplyMode::Off;
        let (ip, _) = session.info.addr.rsplit_once(':').unwrap_or_default();
        let ip = match session.replica_ip.as_str() {
            "" => ip.trim_matches(['[', ']']).to_owned(),
            announced => announced.to_owned(),
        };
        let address = (ip, session.replica_port);
        let follower = Follower::new(session.id, address, self.now_ms);
        let hub = &mut self.replication.hub;
        if hub.followers.is_empty() {
            hub.pinged_ms = self.now_ms;
            hub.newline_due_ms = self.now_ms + NEWLINE_MS;
        }
        hub.followers.push(follower);
        hub.full_syncs += 1;
        self.ask_for_cut();
    }

    /// What the hub tells of itself.
    pub(crate) fn replication_figures(&self) -> Option<ReplicationFigures> {
        let hub = &self.replication.hub;
        (self.id == HUB).then(|| ReplicationFigures {
            offset: hub.offset,
            replicas: hub.replicas(self.now_ms),
            full_syncs: hub.full_syncs,
        })
    }

    /// What is unsent to a session counts for its output limit: not a file that a replica is sent.
    pub(crate) fn has_output_limit(&self, session: &Session) -> bool {
        !session.follows || self.replication.hub.is_online(session.id)
    }

    /// A replica has acknowledged so much of the stream.
    pub(crate) fn acknowledged_by_replica(&mut self, id: SessionId, offset: u64) {
        let now_ms = self.now_ms;
        let mut followers = self.replication.hub.followers.iter_mut();
        if let Some(follower) = followers.find(|follower| follower.session == id) {
            follower.acked_offset = follower.acked_offset.max(offset);
            follower.acked_ms = now_ms;
        }
    }

    /// A replica is gone.
    #[cold]
    pub(crate) fn end_following(&mut self, id: SessionId) {
        let hub = &mut self.replication.hub;
        hub.followers.retain(|follower| follower.session != id);
        if !hub.followers.is_empty() {
            return;
        }
        hub.merge.clear();
        hub.assembly = None;
        for core in 1..self.cores {
            self.tell_replication(core, ReplicationMessage::Stop);
        }
        self.tell_no_effects();
    }

    /// Has all cores meet, if a replica waits for a snapshot and none is being taken.
    fn ask_for_cut(&mut self) {
        let waits = |follower: &Follower| matches!(follower.stage, Stage::WaitsForCut);
        let hub = &mut self.replication.hub;
        let free = hub.assembly.is_none() && !hub.cut_asked;
        // A core that is leaving still ends what it has begun, and is not among those that meet.
        if !free || !hub.followers.iter().any(waits) || self.crew.besides().is_some() {
            return;
        }
        hub.cut_asked = true;
        self.conduct(Job {
            caller: Caller::of_nobody(self.id),
            slots: Vec::new(),
            body: JobBody::Cut,
            waiter: None,
        });
    }

    /// All cores have met: here is the moment of the next snapshot.
    pub(crate) fn cut(&mut self) {
        let (now_ms, stamp) = (self.now_ms, self.shared.stamps.load());
        let leaves = self.crew.besides().is_some();
        let first = !self.replication.tells;
        let hub = &mut self.replication.hub;
        hub.cut_asked = false;
        let mut waiting = hub.followers.iter_mut().filter(|f| f.waits()).peekable();
        if leaves || waiting.peek().is_none() {
            return;
        }
        hub.snapshots = hub.snapshots.wrapping_add(1).max(1);
        let snapshot = hub.snapshots;
        waiting.for_each(|follower| {
            follower.stage = Stage::WaitsForSnapshot {
                snapshot,
                follows: false,
            };
        });
        hub.assembly = Some(Box::new(Assembly::new(snapshot, now_ms)));
        if first {
            hub.merge.clear();
            (0..self.cores).for_each(|core| hub.merge.add(core, stamp));
        }
        for core in 1..self.cores {
            self.tell_replication(core, ReplicationMessage::Tell { snapshot });
        }
        self.tell_effects(snapshot);
        self.bodies.told.cut(snapshot);
        self.bodies.position += 1;
        self.bodies.wrote = true;
    }

    /// A snapshot has lost what it was to have: another one is taken.
    pub(super) fn spoiled(&mut self, snapshot: u32) {
        let hub = &mut self.replication.hub;
        let lost =
            |assembly: &Assembly| assembly.snapshot == snapshot && assembly.sealing.is_none();
        if !hub.assembly.as_deref().is_some_and(lost) {
            return;
        }
        hub.assembly = None;
        for follower in &mut hub.followers {
            if matches!(follower.stage, Stage::WaitsForSnapshot { .. }) {
                follower.start_again();
            }
        }
        self.tell_all_saved();
    }

    /// Nothing is saved any more before it changes.
    fn tell_all_saved(&mut self) {
        for core in 0..self.cores {
            self.tell_replication(core, ReplicationMessage::Tell { snapshot: 0 });
        }
    }

    /// A new core tells from now on, before it has anything to tell.
    pub(crate) fn greet_for_replication(&mut self, core: mesh::CoreId) {
        if self.id == HUB && self.replication.tells {
            let stamp = self.shared.stamps.load();
            self.replication.hub.merge.add(core, stamp);
            let snapshot = self.replication.saving;
            self.tell_replication(core, ReplicationMessage::Tell { snapshot });
        }
    }

    /// A core has said its last word.
    pub(crate) fn core_tells_no_more(&mut self, core: mesh::CoreId) {
        self.replication.hub.merge.end(core);
    }

    /// Carries on with snapshots, and with what has its time.
    pub(super) fn advance_hub(&mut self) {
        self.ask_for_cut();
        self.assemble();
        self.remind_replicas();
        self.send_files();
    }

    fn assemble(&mut self) {
        let Some(assembly) = self.replication.hub.assembly.as_deref_mut() else {
            return;
        };
        if let Some(sealing) = &mut assembly.sealing {
            if sealing.advance() {
                self.finish_file();
            }
            return;
        }
        // While a body has all slots in hand, word may be on its way that this snapshot is lost.
        let Some(offset) = assembly.offset.filter(|_| self.fence.is_none()) else {
            return;
        };
        if assembly.missing == 0 {
            let used_memory_bytes = self.memory.used_bytes();
            assembly.begin_sealing(&Header {
                server_version: VALKEY_VERSION,
                created_s: assembly.created_ms / 1000,
                used_memory_bytes,
                history: Some((&self.shared.facts.run_id, offset)),
            });
            self.tell_all_saved();
        }
    }

    fn finish_file(&mut self) {
        let hub = &mut self.replication.hub;
        let Some(assembly) = hub.assembly.take() else {
            return;
        };
        let Some(sealing) = assembly.sealing else {
            return;
        };
        let file = Arc::new(sealing.file());
        for follower in &mut hub.followers {
            if let Stage::WaitsForSnapshot { snapshot, .. } = follower.stage
                && snapshot == assembly.snapshot
            {
                let file = Arc::clone(&file);
                follower.stage = Stage::Receives { file, next: 0 };
            }
        }
    }

    /// Line ends for who waits, PING for all.
    fn remind_replicas(&mut self) {
        let now_ms = self.now_ms;
        let hub = &mut self.replication.hub;
        if now_ms - hub.pinged_ms >= ping_period_ms(&self.control.settings) {
            hub.pinged_ms = now_ms;
            Hub::distribute(&mut hub.followers, &mut hub.offset, &mut PING.to_vec());
        }
        if now_ms < hub.newline_due_ms {
            return;
        }
        hub.newline_due_ms = now_ms + NEWLINE_MS;
        let waiting = hub.followers.iter().filter(|follower| follower.waits());
        let waiting: Vec<SessionId> = waiting.map(|follower| follower.session).collect();
        for id in waiting {
            self.send_to_replica(id, &[Bytes::from_static(b"\n")]);
        }
    }

    /// Sends on files, as far as replicas take them.
    fn send_files(&mut self) {
        for place in 0..self.replication.hub.followers.len() {
            let follower = &mut self.replication.hub.followers[place];
            let Stage::Receives { file, next } = &mut follower.stage else {
                continue;
            };
            let Some(session) = self.sessions.get_mut(follower.session) else {
                continue;
            };
            let mut under_way = session.unsent_bytes + session.out.len_bytes();
            let from = *next;
            while under_way < WINDOW_BYTES
                && let Some(piece) = file.pieces.get(*next)
            {
                under_way += piece.len();
                *next += 1;
            }
            follower.full = under_way >= WINDOW_BYTES;
            let (file, upto, id) = (Arc::clone(file), *next, follower.session);
            if upto == file.pieces.len() {
                follower.stage = Stage::Online;
            }
            self.send_to_replica(id, &file.pieces[from..upto]);
        }
    }

    fn send_to_replica(&mut self, id: SessionId, pieces: &[Bytes]) {
        let Some(session) = self.sessions.get_mut(id) else {
            return;
        };
        for piece in pieces {
            session.out.append_shared(piece.clone());
        }
        if !session.dirty && !session.out.is_empty() {
            session.dirty = true;
            self.dirty.push(id);
        }
    }

    /// Brings what has been told into the stream, and the stream to the replicas.
    pub(super) fn forward_stream(&mut self) {
        self.replication.hub.merge();
        for core in self.replication.hub.merge.ask(self.cores) {
            self.tell_replication(core, ReplicationMessage::Ask);
        }
        let mut slow = Vec::new();
        for place in 0..self.replication.hub.followers.len() {
            let follower = &mut self.replication.hub.followers[place];
            if matches!(follower.stage, Stage::Online) {
                let id = follower.session;
                let backlog = follower.take_backlog();
                self.send_to_replica(id, &Vec::from(backlog));
            } else if self.is_too_slow(place) {
                slow.push(self.replication.hub.followers[place].session);
            }
        }
        for id in slow {
            self.drop_slow_replica(id);
        }
    }

    /// More of the stream waits for a replica than its output limit allows.
    fn is_too_slow(&mut self, place: usize) -> bool {
        let now_ms = self.now_ms;
        let settings = &self.control.settings;
        let limit = settings.client_output_buffer_limit(ClientClass::Replica);
        let follower = &mut self.replication.hub.followers[place];
        let kept = follower.backlog_bytes() as u64;
        let over_soft = limit.soft_bytes > 0 && kept > limit.soft_bytes;
        let since = follower.over_soft_since_ms.unwrap_or(now_ms);
        follower.over_soft_since_ms = over_soft.then_some(since);
        let soft = over_soft && now_ms - since >= limit.soft_seconds.saturating_mul(1000);
        limit.hard_bytes > 0 && kept > limit.hard_bytes || soft
    }

    fn drop_slow_replica(&mut self, id: SessionId) {
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        let line = format!(
            "Replica {} is disconnected: more of the stream waits for it than \
             client-output-buffer-limit allows",
            session.info.addr
        );
        self.outputs.actions.push(Action::Log(line));
        self.stats.output_buffer_disconnections += 1;
        session.out = resp::OutBuf::new();
        self.forget_session(&mut session);
        self.put_back(session);
    }
}

fn ping_period_ms(settings: &settings::Settings) -> i64 {
    settings
        .int(Param::ReplPingReplicaPeriod)
        .saturating_mul(1000)
}
