//! Setting a ring up, step by step, so that a failure can name its step. The ring starts disabled:
//! what it may do is fixed before it does anything.

use std::io;

use io_uring::register::{Probe, Restriction};
use io_uring::squeue::Flags;
use io_uring::{IoUring, opcode};

use crate::config::ReactorConfig;
use crate::error::{SetupError, SetupStep};

/// The oldest kernel with DEFER_TASKRUN and multishot receive: 6.1.
const KERNEL_FLOOR: (u32, u32) = (6, 1);

/// Every operation the reactor submits.
const OPERATIONS: [(u8, &str); 9] = [
    (opcode::Accept::CODE, "ACCEPT"),
    (opcode::AsyncCancel::CODE, "ASYNC_CANCEL"),
    (opcode::MsgRingData::CODE, "MSG_RING"),
    (opcode::Read::CODE, "READ"),
    (opcode::Recv::CODE, "RECV"),
    (opcode::Send::CODE, "SEND"),
    (opcode::SendMsg::CODE, "SENDMSG"),
    (opcode::SendMsgZc::CODE, "SENDMSG_ZC"),
    (opcode::SendZc::CODE, "SEND_ZC"),
];

/// Creates a disabled ring with every operation the reactor needs.
pub(crate) fn create(config: &ReactorConfig) -> Result<IoUring, SetupError> {
    check_kernel(&release())?;
    let ring = IoUring::builder()
        .setup_cqsize(config.completions)
        .setup_single_issuer()
        .setup_defer_taskrun()
        .setup_taskrun_flag()
        .setup_submit_all()
        .setup_r_disabled()
        .dontfork()
        .build(config.entries)
        .map_err(|error| os(SetupStep::Setup, &error))?;
    probe(&ring)?;
    Ok(ring)
}

/// Forbids everything but [`OPERATIONS`], if wanted, and enables the ring for this thread.
pub(crate) fn enable(ring: &IoUring, restrict: bool) -> Result<(), SetupError> {
    if restrict {
        let mut rules: Vec<Restriction> = OPERATIONS
            .iter()
            .map(|&(code, _)| Restriction::sqe_op(code))
            .collect();
        let flags = Flags::BUFFER_SELECT | Flags::SKIP_SUCCESS;
        rules.push(Restriction::sqe_flags_allowed(flags.bits()));
        ring.submitter()
            .register_restrictions(&mut rules)
            .map_err(|error| os(SetupStep::Restrictions, &error))?;
    }
    ring.submitter()
        .register_enable_rings()
        .map_err(|error| os(SetupStep::Enable, &error))
}

/// The running kernel's release, such as `6.18.44`.
pub(crate) fn release() -> String {
    rustix::system::uname()
        .release()
        .to_string_lossy()
        .into_owned()
}

pub(crate) fn os(step: SetupStep, error: &io::Error) -> SetupError {
    let disabled = std::fs::read_to_string("/proc/sys/kernel/io_uring_disabled")
        .ok()
        .and_then(|text| text.trim().parse().ok());
    SetupError::os(step, error, disabled)
}

fn check_kernel(release: &str) -> Result<(), SetupError> {
    let mut numbers = release
        .split(|c: char| !c.is_ascii_digit())
        .map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) if (major, minor) >= KERNEL_FLOOR => Ok(()),
        _ => Err(SetupError::kernel(release)),
    }
}

fn probe(ring: &IoUring) -> Result<(), SetupError> {
    let mut probe = Probe::new();
    ring.submitter()
        .register_probe(&mut probe)
        .map_err(|error| os(SetupStep::Probe, &error))?;
    if !ring.params().is_feature_nodrop() || !ring.params().is_feature_ext_arg() {
        return Err(SetupError::missing("the features NODROP and EXT_ARG"));
    }
    match OPERATIONS
        .iter()
        .find(|&&(code, _)| !probe.is_supported(code))
    {
        Some((_, name)) => Err(SetupError::missing(&format!("the operation {name}"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::check_kernel;

    #[test]
    fn the_kernel_floor_is_6_1() {
        for good in ["6.1.0", "6.1", "6.18.44-fc-v669", "7.0.0-rc1", "10.2"] {
            assert!(check_kernel(good).is_ok(), "{good}");
        }
        for bad in ["6.0.19", "5.15.0-generic", "4.19", "six", ""] {
            let error = check_kernel(bad).expect_err(bad);
            assert!(error.to_string().contains("6.1"), "{error}");
        }
    }
}
