//! Commands of cluster mode on a server outside of a cluster: what Valkey answers there.
//!
//! Must never pretend that there is a cluster.

use command_table::CommandId;
use resp::{Args, ReplyError, ReplyWriter};
use stdx::slot::slot_of;

use crate::core::Core;
use crate::dispatch::{Flow, SessionBody};
use crate::session::Session;

/// The body of a command that is of use only in a cluster, or tells that there is none.
pub(crate) const fn body(command: CommandId) -> Option<SessionBody> {
    match command {
        CommandId::ClusterKeyslot => Some(keyslot),
        CommandId::Readonly => Some(readonly),
        CommandId::Readwrite => Some(readwrite),
        _ if needs_cluster(command) => Some(without_cluster),
        _ => None,
    }
}

/// Whether a command can do nothing without a cluster.
pub(crate) const fn needs_cluster(command: CommandId) -> bool {
    matches!(
        command,
        CommandId::Asking
            | CommandId::Clusterscan
            | CommandId::ClusterAddslots
            | CommandId::ClusterAddslotsrange
            | CommandId::ClusterBumpepoch
            | CommandId::ClusterCancelslotmigrations
            | CommandId::ClusterCountFailureReports
            | CommandId::ClusterCountkeysinslot
            | CommandId::ClusterDelslots
            | CommandId::ClusterDelslotsrange
            | CommandId::ClusterFailover
            | CommandId::ClusterFlushslot
            | CommandId::ClusterFlushslots
            | CommandId::ClusterForget
            | CommandId::ClusterGetkeysinslot
            | CommandId::ClusterGetslotmigrations
            | CommandId::ClusterHelp
            | CommandId::ClusterInfo
            | CommandId::ClusterLinks
            | CommandId::ClusterMeet
            | CommandId::ClusterMigrateslots
            | CommandId::ClusterMyid
            | CommandId::ClusterMyshardid
            | CommandId::ClusterNodes
            | CommandId::ClusterReplicas
            | CommandId::ClusterReplicate
            | CommandId::ClusterReset
            | CommandId::ClusterSaveconfig
            | CommandId::ClusterSetConfigEpoch
            | CommandId::ClusterSetslot
            | CommandId::ClusterShards
            | CommandId::ClusterSlaves
            | CommandId::ClusterSlots
            | CommandId::ClusterSyncslots
    )
}

/// CLUSTER SLOT-STATS.
pub(crate) fn slot_stats(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    if core.control.settings.flag(settings::Param::ClusterEnabled) {
        return super::slot_stats::slot_stats(core, session, args);
    }
    without_cluster(core, session, args)
}

/// ASKING, CLUSTERSCAN, and CLUSTER but for KEYSLOT.
fn without_cluster(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    let error = ReplyError::new("ERR This instance has cluster support disabled");
    core.reply_to(session, |out, proto| {
        ReplyWriter::new(out, proto).fail(&error);
    });
    Flow::Done
}

/// CLUSTER KEYSLOT.
fn keyslot(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let slot = slot_of(args.get(2));
    core.reply_to(session, |out, proto| {
        ReplyWriter::new(out, proto).int(i64::from(slot));
    });
    Flow::Done
}

/// READONLY. Without replicas in a cluster it only shows in CLIENT LIST.
fn readonly(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    session.readonly = true;
    core.ok(session);
    Flow::Done
}

/// READWRITE.
fn readwrite(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    session.readonly = false;
    core.ok(session);
    Flow::Done
}
