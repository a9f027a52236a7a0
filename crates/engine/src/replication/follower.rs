//! One replica, as core 0 knows it.
//!
//! Must never hold more of the stream than the replica's output limit allows.

use std::collections::VecDeque;
use std::sync::Arc;

use bytes::Bytes;

use crate::message::SessionId;

/// A whole file, in pieces.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) pieces: Vec<Bytes>,
}

/// How far a replica is.
#[derive(Clone, Debug)]
pub(crate) enum Stage {
    /// It waits for the next snapshot to begin.
    WaitsForCut,
    /// It waits for that snapshot; once its moment has come in the stream, what follows is kept.
    WaitsForSnapshot { snapshot: u32, follows: bool },
    /// It is being sent the snapshot.
    Receives { file: Arc<File>, next: usize },
    /// It gets the stream.
    Online,
}

pub(crate) struct Follower {
    pub(crate) session: SessionId,
    pub(crate) stage: Stage,
    /// What of the stream is to be sent.
    backlog: VecDeque<Bytes>,
    backlog_bytes: usize,
    pub(crate) ip: String,
    /// The port that it says it listens on.
    pub(crate) port: i64,
    pub(crate) acked_offset: u64,
    pub(crate) acked_ms: i64,
    /// Since when the backlog is above the soft limit.
    pub(crate) over_soft_since_ms: Option<i64>,
    /// So much is on its way to it that nothing is added for now.
    pub(crate) full: bool,
}

impl Follower {
    pub(crate) fn new(session: SessionId, (ip, port): (String, i64), now_ms: i64) -> Self {
        Self {
            session,
            stage: Stage::WaitsForCut,
            backlog: VecDeque::new(),
            backlog_bytes: 0,
            ip,
            port,
            acked_offset: 0,
            acked_ms: now_ms,
            over_soft_since_ms: None,
            full: false,
        }
    }

    /// It gets what the stream goes on with.
    pub(crate) fn follows(&self) -> bool {
        match self.stage {
            Stage::WaitsForCut => false,
            Stage::WaitsForSnapshot { follows, .. } => follows,
            Stage::Receives { .. } | Stage::Online => true,
        }
    }

    /// It has not been sent a byte of the snapshot.
    pub(crate) fn waits(&self) -> bool {
        matches!(
            self.stage,
            Stage::WaitsForCut | Stage::WaitsForSnapshot { .. }
        )
    }

    pub(crate) fn keep(&mut self, bytes: &Bytes) {
        self.backlog_bytes += bytes.len();
        self.backlog.push_back(bytes.clone());
    }

    pub(crate) fn take_backlog(&mut self) -> VecDeque<Bytes> {
        self.backlog_bytes = 0;
        std::mem::take(&mut self.backlog)
    }

    pub(crate) fn backlog_bytes(&self) -> usize {
        self.backlog_bytes
    }

    /// Its snapshot has come to nothing.
    pub(crate) fn start_again(&mut self) {
        self.take_backlog();
        self.stage = Stage::WaitsForCut;
    }

    /// What INFO calls its state.
    pub(crate) fn state(&self) -> &'static str {
        match self.stage {
            Stage::WaitsForCut | Stage::WaitsForSnapshot { .. } => "wait_bgsave",
            Stage::Receives { .. } => "send_bulk",
            Stage::Online => "online",
        }
    }
}
