//! Why a ring could not be set up or driven, and what to do about it.

use std::fmt;
use std::io;

/// The operating system's words without Rust's error number behind them.
pub fn words(error: &io::Error) -> String {
    let text = error.to_string();
    match text.rfind(" (os error") {
        Some(at) => text[..at].to_owned(),
        None => text,
    }
}

/// The step of setting up that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupStep {
    /// The sizes given.
    Config,
    /// The running kernel is below the floor.
    KernelVersion,
    /// `io_uring_setup`.
    Setup,
    /// An operation this reactor needs is missing.
    Probe,
    /// Memory of the receive buffers.
    BufferMemory,
    /// Registration of the provided-buffer ring.
    BufferRing,
    /// Registration of the allowed operations.
    Restrictions,
    /// Enabling of the ring.
    Enable,
    /// The event descriptor by which threads without a ring wake this one.
    WakeDescriptor,
}

impl SetupStep {
    fn text(self) -> &'static str {
        match self {
            Self::Config => "checking the reactor's sizes",
            Self::KernelVersion => "checking the kernel's version",
            Self::Setup => "io_uring_setup",
            Self::Probe => "probing io_uring operations",
            Self::BufferMemory => "mapping receive buffers",
            Self::BufferRing => "registering the receive buffer ring",
            Self::Restrictions => "restricting the ring's operations",
            Self::Enable => "enabling the ring",
            Self::WakeDescriptor => "creating the wake-up descriptor",
        }
    }
}

/// Why there is no reactor: the step, the kernel's answer, the reason and the remedy.
#[derive(Clone, Debug)]
pub struct SetupError {
    pub step: SetupStep,
    /// The kernel's errno; 0 if the step is not a system call.
    pub errno: i32,
    /// Why, as far as it can be told from here.
    pub why: String,
    /// What the operator can do.
    pub remedy: &'static str,
}

impl fmt::Display for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} failed", self.step.text())?;
        if self.errno != 0 {
            write!(f, ": {}", words(&io::Error::from_raw_os_error(self.errno)))?;
        }
        write!(f, ": {}; {}", self.why, self.remedy)
    }
}

impl std::error::Error for SetupError {}

/// `io_uring_enter` failed in a way that no retry cures; the reactor is unusable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurnError {
    pub errno: i32,
}

impl fmt::Display for TurnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "io_uring_enter failed: {}",
            words(&io::Error::from_raw_os_error(self.errno))
        )
    }
}

impl std::error::Error for TurnError {}

const REMEDY_ALLOW: &str = "allow io_uring in the container's seccomp profile \
    (for Docker: --security-opt seccomp=...), or run outside of it";
const REMEDY_SYSCTL: &str = "set sysctl kernel.io_uring_disabled=0 (1 needs the group in \
    kernel.io_uring_group or CAP_SYS_ADMIN)";
const REMEDY_KERNEL: &str = "run Linux 6.1 or later";
const REMEDY_MEMORY: &str = "raise the memory limit of the process (ulimit -l, cgroup memory.max) \
    or use smaller receive buffers";
const REMEDY_FILES: &str = "raise the limit on open files (ulimit -n, sysctl fs.file-max)";
const REMEDY_REPORT: &str = "report this with the kernel's version";

impl SetupError {
    pub(crate) fn config(why: String) -> Self {
        Self {
            step: SetupStep::Config,
            errno: 0,
            why,
            remedy: "correct the value",
        }
    }

    pub(crate) fn kernel(found: &str) -> Self {
        let why = format!("the kernel is {found}, the oldest supported one is 6.1");
        Self {
            step: SetupStep::KernelVersion,
            errno: 0,
            why,
            remedy: REMEDY_KERNEL,
        }
    }

    pub(crate) fn missing(operation: &str) -> Self {
        let why = format!("the kernel does not offer {operation}");
        Self {
            step: SetupStep::Probe,
            errno: 0,
            why,
            remedy: REMEDY_KERNEL,
        }
    }

    /// Explains `error` of `step`. `disabled` is what sysctl kernel.io_uring_disabled says.
    pub(crate) fn os(step: SetupStep, error: &io::Error, disabled: Option<u32>) -> Self {
        let errno = error.raw_os_error().unwrap_or(0);
        let (why, remedy) = match errno {
            libc::EPERM if disabled.is_some_and(|level| level > 0) => (
                format!(
                    "sysctl kernel.io_uring_disabled is {}",
                    disabled.unwrap_or(0)
                ),
                REMEDY_SYSCTL,
            ),
            libc::EPERM | libc::EACCES => (
                "a seccomp filter or security module refuses io_uring".to_owned(),
                REMEDY_ALLOW,
            ),
            libc::ENOSYS => (
                "the kernel was built without io_uring, or a seccomp filter hides it".to_owned(),
                REMEDY_ALLOW,
            ),
            libc::ENOMEM => (
                "not enough memory, or above a limit".to_owned(),
                REMEDY_MEMORY,
            ),
            libc::EMFILE | libc::ENFILE => ("too many open files".to_owned(), REMEDY_FILES),
            libc::EINVAL => (
                "the kernel does not know what was asked for".to_owned(),
                REMEDY_KERNEL,
            ),
            _ => ("unexpected".to_owned(), REMEDY_REPORT),
        };
        Self {
            step,
            errno,
            why,
            remedy,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_step_reason_and_remedy() {
        for (errno, disabled, why, remedy) in [
            (libc::EPERM, Some(0), "seccomp", "seccomp profile"),
            (libc::EPERM, None, "seccomp", "seccomp profile"),
            (
                libc::EPERM,
                Some(2),
                "io_uring_disabled is 2",
                "kernel.io_uring_disabled=0",
            ),
            (libc::ENOSYS, None, "without io_uring", "seccomp profile"),
            (libc::ENOMEM, None, "memory", "ulimit -l"),
            (libc::EMFILE, None, "open files", "ulimit -n"),
            (libc::EINVAL, None, "does not know", "6.1"),
        ] {
            let os = io::Error::from_raw_os_error(errno);
            let text = SetupError::os(SetupStep::Setup, &os, disabled).to_string();
            assert!(text.starts_with("io_uring_setup failed: "), "{text}");
            assert!(text.contains(why) && text.contains(remedy), "{text}");
        }
        let text = SetupError::kernel("5.15.0").to_string();
        assert!(text.contains("5.15.0") && text.contains("6.1"), "{text}");
    }
}
