//! From the command line to serving cores, and to an orderly end.
//!
//! Must never start half: whatever fails before the cores serve ends the process with its reason.

use std::os::unix::ffi::OsStringExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use engine::{ControlState, Core, CoreConfig, ProcessFacts, Shared, SlotMap};
use mesh::{CoreId, StampCounter, Versioned};
use reactor::{Reactor, ReactorConfig, SetupError};
use settings::{LoadPlan, Param, Settings};
use signal_hook::consts::{SIGINT, SIGTERM};
use stdx::hash::KeyHasher;
use stdx::pool::Keeper;

use crate::background::{Origin, PIDFILE_DEFAULT, Supervisor};
use crate::core_loop::{CoreLoop, Process, now_ms};
use crate::links::{self, Links, Meeting};
use crate::listeners::Listeners;
use crate::outside::Files;
use crate::surroundings::Surroundings;
use crate::{EXIT_NO_RING, EXIT_START, allocator, logging, usage};

/// Why the process ends with an error.
pub(crate) struct Failure {
    pub(crate) text: String,
    pub(crate) code: u8,
}

impl Failure {
    fn start(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            code: EXIT_START,
        }
    }
}

/// Serves until a signal or SHUTDOWN ends it.
pub(crate) fn serve(plan: &LoadPlan) -> Result<(), Failure> {
    allocator::keep_unused();
    let mut origin = Origin::now();
    let mut files = Files::default();
    let loaded =
        settings::load(plan, &mut files).map_err(|error| Failure::start(error.to_string()))?;
    let mut settings = loaded.settings;
    origin.input = files.input;
    if let Ok(directory) = std::env::current_dir() {
        settings.set_directory(&directory.into_os_string().into_vec());
    }
    let background = settings.flag(Param::Daemonize);
    if background {
        let leaves = origin
            .leave_for_background()
            .map_err(|error| Failure::start(format!("cannot go to the background: {error}")))?;
        if leaves {
            return Ok(());
        }
    }
    logging::open(&settings).map_err(Failure::start)?;
    for warning in &loaded.warnings {
        tracing::warn!("{warning}");
    }
    let cores = settings.cores_max();
    if settings.cores_min() != cores {
        return Err(Failure::start(format!(
            "cores-min is {} and cores-max is {cores}: they must be equal, since slots do not move \
             between cores yet",
            settings.cores_min()
        )));
    }
    announce(&settings);
    fit_clients(&mut settings)?;
    let listeners = Listeners::open(&settings).map_err(|text| {
        tracing::warn!("{text}");
        Failure::start(text)
    })?;
    let kinds = listeners.kinds.clone();
    let process = Arc::new(Process {
        stop: AtomicBool::new(false),
        connections: AtomicUsize::new(0),
        main: std::thread::current(),
        surroundings: Arc::new(Surroundings::new(listeners)),
        memory: Arc::default(),
    });
    let supervisor = Supervisor::of(&settings);
    let pidfile = write_pidfile(&settings, background);
    let running = start_cores(&settings, plan, &supervisor, &process)?;
    tracing::warn!("Server initialized");
    for kind in kinds {
        tracing::warn!("Ready to accept connections {kind}");
    }
    supervisor.ready();
    let result = run_to_the_end(running, &process, &supervisor);
    process.surroundings.listeners().remove_files();
    if let Some(path) = pidfile {
        // Gone already if somebody has removed it; the process ends either way.
        let _ = std::fs::remove_file(path);
    }
    result
}

/// The lines that tools wait for, beginning with the process id. A log that is read by machines
/// holds records only: there they are one.
fn announce(settings: &Settings) {
    let version = env!("CARGO_PKG_VERSION");
    let compatible = settings::COMPATIBLE_VERSION;
    tracing::warn!("Ringkey is starting, compatible with Valkey {compatible}");
    let (port, cores, pid) = (settings.port(), settings.cores_max(), std::process::id());
    let mode = if settings.cluster_enabled() {
        "cluster"
    } else {
        "standalone"
    };
    if settings.word(Param::LogFormat) != "legacy" {
        tracing::warn!(
            "Ringkey version={version}, bits=64, mode={mode}, port={port}, cores={cores}, \
             pid={pid}"
        );
        return;
    }
    logging::raw(&format!(
        "\n  Ringkey {version} (Valkey {compatible} compatible) 64 bit\n  \
         Running in {mode} mode\n  Port: {port}\n  Cores: {cores}\n  PID: {pid}\n\n"
    ));
}

/// Clients need files; where the system does not allow as many, fewer clients are served.
fn fit_clients(settings: &mut Settings) -> Result<(), Failure> {
    let wanted = settings.maxclients();
    let possible = usage::allow_clients(wanted, settings.cores_max());
    if possible == 0 {
        let text = "the system allows this process so few open files that no client can be \
                    served: raise the limit (ulimit -n)";
        return Err(Failure::start(text));
    }
    if possible < wanted {
        tracing::warn!(
            "maxclients has been reduced from {wanted} to {possible}: the system does not allow \
             more open files. Raise the limit (ulimit -n) for more clients."
        );
        let number = possible.to_string();
        settings
            .set_runtime(&[(b"maxclients", number.as_bytes())], true)
            .map_err(|error| Failure::start(error.to_string()))?;
    }
    Ok(())
}

fn write_pidfile(settings: &Settings, background: bool) -> Option<String> {
    let unsaid = || background.then(|| PIDFILE_DEFAULT.to_owned());
    let path = settings.name(Param::PidFile).or_else(unsaid)?;
    match std::fs::write(&path, format!("{}\n", std::process::id())) {
        Ok(()) => Some(path),
        Err(error) => {
            tracing::warn!("Failed to write PID file '{path}': {error}");
            None
        }
    }
}

type CoreThread = JoinHandle<Result<(), String>>;

/// Cores whose threads are running.
struct Running {
    threads: Vec<CoreThread>,
    meeting: Arc<Meeting>,
}

fn start_cores(
    settings: &Settings,
    plan: &LoadPlan,
    supervisor: &Supervisor,
    process: &Arc<Process>,
) -> Result<Running, Failure> {
    let cores = settings.cores_max();
    let words: [u64; 12] = usage::random_words()
        .map_err(|error| Failure::start(format!("cannot read /dev/urandom: {error}")))?;
    let control = ControlState::new(settings.clone());
    let map = match settings.core_ports_base() {
        Some(base) => SlotMap::even(cores).with_core_ports(base, cores),
        None => SlotMap::even(cores),
    };
    let shared = Arc::new(Shared {
        stamps: StampCounter::new(),
        client_ids: StampCounter::new(),
        log_ids: Default::default(),
        session_moves: Default::default(),
        map: Arc::new(map),
        facts: facts(plan, supervisor, &words),
        control: Versioned::new(control),
    });
    let (links, meeting) = links::connect(cores);
    let mut threads = Vec::new();
    for (id, links) in (0..cores).zip(links) {
        let setup = CoreSetup {
            id,
            settings: settings.clone(),
            shared: Arc::clone(&shared),
            hasher: KeyHasher::with_seed([words[0], words[1]]),
            seed: words[2].wrapping_add(u64::from(id)),
            process: Arc::clone(process),
            links,
        };
        let thread = std::thread::Builder::new()
            .name(format!("core-{id}"))
            .spawn(move || setup.run())
            .map_err(|error| Failure::start(format!("cannot start core {id}: {error}")))?;
        threads.push(thread);
    }
    links::wait_for_all(&meeting);
    let running = Running { threads, meeting };
    if running.meeting.handles().iter().any(Option::is_none) {
        return Err(join(running)
            .err()
            .unwrap_or_else(|| Failure::start("a core did not start")));
    }
    Ok(running)
}

fn facts(plan: &LoadPlan, supervisor: &Supervisor, words: &[u64]) -> ProcessFacts {
    let file = plan
        .file
        .as_ref()
        .map(|path| String::from_utf8_lossy(path).into_owned());
    let absolute = file.and_then(|path| std::fs::canonicalize(path).ok());
    let executable = std::env::current_exe().unwrap_or_default();
    let id = |words: &[u64]| {
        let digits: String = words.iter().map(|word| format!("{word:016x}")).collect();
        digits[..40].to_owned()
    };
    ProcessFacts {
        run_id: id(&words[3..6]),
        node_id: id(&words[6..9]),
        shard_id: id(&words[9..]),
        process_id: std::process::id(),
        executable: executable.display().to_string(),
        config_file: absolute
            .map(|path| path.display().to_string())
            .unwrap_or_default(),
        os: usage::operating_system(),
        supervised: supervisor.name().to_owned(),
        started_ms: now_ms(),
        multiplexing: "io_uring".to_owned(),
        system_memory_bytes: usage::system_memory_bytes(),
        allocator: "mimalloc".to_owned(),
    }
}

/// Everything one core's thread starts with.
struct CoreSetup {
    id: CoreId,
    settings: Settings,
    shared: Arc<Shared>,
    hasher: KeyHasher,
    seed: u64,
    process: Arc<Process>,
    links: Links,
}

impl CoreSetup {
    fn run(mut self) -> Result<(), String> {
        if self.settings.flag(Param::PinCores) {
            pin(self.id);
        }
        let config = ReactorConfig::default();
        let memory = Arc::clone(&self.process.memory);
        memory.add_buffers(u64::from(config.recv_buffers) * u64::from(config.recv_buffer_bytes));
        let reactor = match Reactor::new(config) {
            Ok(reactor) => reactor,
            Err(error) => {
                self.links.meet(None);
                return Err(no_ring(&error));
            }
        };
        if self.id == 0 {
            tracing::info!("Core 0 runs on {}", reactor.features());
        }
        self.links.meet(Some(reactor.handle()));
        let (_, control) = self.shared.control.newest();
        let mut core = Core::new(CoreConfig {
            id: self.id,
            shared: self.shared,
            control,
            hasher: self.hasher,
            seed: self.seed,
            history: false,
            now_ms: now_ms(),
            ticks_ns: usage::ticks_ns,
        });
        core.set_ring_features(reactor.features());
        core.lend_input();
        core.set_surroundings(Arc::clone(&self.process.surroundings) as _);
        core.set_memory(Arc::clone(&memory) as _);
        let core_loop = CoreLoop::new(core, reactor, self.links, Arc::clone(&self.process));
        memory.note_startup();
        let result = core_loop.run(&self.settings);
        if result.is_err() {
            self.process.stop.store(true, Ordering::Relaxed);
            self.process.main.unpark();
        }
        result.map_err(|error| format!("core {}: {error}", self.id))
    }
}

/// One thread per core: where there are more cores than processors, the surplus is not pinned.
fn pin(id: CoreId) {
    let processors = core_affinity::get_core_ids().unwrap_or_default();
    if let Some(processor) = processors.get(usize::from(id)) {
        core_affinity::set_for_current(*processor);
    }
}

/// Marks the text of a failure to get a ring, for the exit code.
const NO_RING: &str = "io_uring cannot be used here: ";

fn no_ring(error: &SetupError) -> String {
    format!("{NO_RING}{error}")
}

/// Free memory of the process allocator goes back to the operating system this often.
const GIVE_BACK_INTERVAL: Duration = Duration::from_millis(1000);

/// Waits for a signal, for SHUTDOWN, or for a core that failed; then ends all cores.
fn run_to_the_end(
    running: Running,
    process: &Arc<Process>,
    supervisor: &Supervisor,
) -> Result<(), Failure> {
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGINT])
        .map_err(|error| Failure::start(format!("cannot watch for signals: {error}")))?;
    let stopper = Arc::clone(process);
    let handle = signals.handle();
    let watcher = std::thread::spawn(move || {
        for signal in signals.forever() {
            let name = if signal == SIGINT {
                "SIGINT"
            } else {
                "SIGTERM"
            };
            tracing::warn!("Received {name} scheduling shutdown...");
            stopper.stop.store(true, Ordering::Relaxed);
            stopper.main.unpark();
        }
    });
    let keeper = keep_pool(process)?;
    while !process.stop.load(Ordering::Relaxed) {
        std::thread::park_timeout(GIVE_BACK_INTERVAL);
        allocator::give_back_unused();
    }
    supervisor.stopping();
    for ring in running.meeting.handles().into_iter().flatten() {
        ring.wake();
    }
    let result = join(running);
    handle.close();
    // The watcher only ends because it was told to.
    let _ = watcher.join();
    keeper.thread().unpark();
    let _ = keeper.join();
    if result.is_ok() {
        tracing::warn!("Ringkey is now ready to exit, bye bye...");
    }
    result
}

/// Starts the thread that looks after the pool of memory.
fn keep_pool(process: &Arc<Process>) -> Result<JoinHandle<()>, Failure> {
    let process = Arc::clone(process);
    std::thread::Builder::new()
        .name("memory".to_owned())
        .spawn(move || {
            let mut keeper = Keeper::begin();
            while !process.stop.load(Ordering::Relaxed) {
                std::thread::park_timeout(keeper.run());
            }
        })
        .map_err(|error| Failure::start(format!("cannot start the thread for memory: {error}")))
}

fn join(running: Running) -> Result<(), Failure> {
    let mut failure = None;
    for thread in running.threads {
        let outcome = thread
            .join()
            .unwrap_or_else(|_| Err("a core's thread panicked".to_owned()));
        if let Err(text) = outcome {
            let code = if text.starts_with(NO_RING) {
                EXIT_NO_RING
            } else {
                EXIT_START
            };
            tracing::error!("{text}");
            failure.get_or_insert(Failure { text, code });
        }
    }
    failure.map_or(Ok(()), Err)
}
