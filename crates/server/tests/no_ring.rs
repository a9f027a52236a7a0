//! A system where io_uring cannot be had: the process ends with a code of its own, and says why
//! and what to do.

mod common;

use std::collections::BTreeMap;

use common::{Ended, Server, run};
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter};

/// What the kernel answers to the ring's set-up, and words of what is said then.
const ANSWERS: [(u32, &str, &str); 3] = [
    (1, "Operation not permitted", "seccomp"),
    (38, "Function not implemented", "seccomp"),
    (12, "Cannot allocate memory", "ulimit -l"),
];

/// `io_uring_setup` has the same number on all processors that Linux came to since 2019.
const IO_URING_SETUP: i64 = 425;

#[test]
fn without_io_uring_the_reason_the_remedy_and_a_code_of_its_own() {
    for (errno, why, remedy) in ANSWERS {
        for cores in ["1", "3"] {
            let words = [
                "--port",
                "0",
                "--unixsocket",
                "s",
                "--cores-min",
                cores,
                "--cores-max",
                cores,
            ];
            let Ended {
                code,
                stdout,
                stderr,
            } = forbidden(errno, move || run(&words, ""));
            assert_eq!(code, Some(3), "{stdout}{stderr}");
            assert!(stderr.contains("io_uring cannot be used here"), "{stderr}");
            assert!(stderr.contains(why) && stderr.contains(remedy), "{stderr}");
            assert!(stdout.contains("io_uring cannot be used here"), "{stdout}");
            assert!(!stdout.contains("Ready to accept"), "{stdout}");
        }
    }
    drop(Server::start(&[]));
}

/// Runs `work` on a thread for which, as for all that it starts, the set-up of rings fails.
fn forbidden<T: Send + 'static>(errno: u32, work: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::spawn(move || {
        let rules = BTreeMap::from([(IO_URING_SETUP, Vec::new())]);
        let (others, these) = (SeccompAction::Allow, SeccompAction::Errno(errno));
        let processor = std::env::consts::ARCH
            .try_into()
            .expect("a known processor");
        let filter = SeccompFilter::new(rules, others, these, processor).expect("a filter");
        let program: BpfProgram = filter.try_into().expect("a program");
        seccompiler::apply_filter(&program).expect("a kernel with seccomp");
        work()
    });
    thread.join().expect("the thread's end")
}
