//! The threads of all cores: those of the start, and those that come and go while the process
//! serves.
//!
//! Must never wait for a core but at the start and at the end.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use engine::{Core, CoreConfig, Shared};
use mesh::CoreId;
use reactor::{Reactor, ReactorConfig, SetupError};
use settings::Param;
use stdx::hash::KeyHasher;

use crate::core_loop::{CoreLoop, Process, now_ms};
use crate::links::{self, Exchange, Links};
use crate::{allocator, usage};

/// Marks the text of a failure to get a ring, for the exit code.
pub(crate) const NO_RING: &str = "io_uring cannot be used here: ";

type CoreThread = JoinHandle<Result<(), String>>;

/// What is needed to start a core, and the threads of those that run.
pub(crate) struct Cores {
    exchange: Arc<Exchange>,
    shared: Arc<Shared>,
    hasher: KeyHasher,
    seed: u64,
    process: Arc<Process>,
    threads: Mutex<Vec<CoreThread>>,
    /// How many cores of each number there were before.
    incarnations: Mutex<Vec<u16>>,
}

impl Cores {
    /// Starts the first cores, and waits until each has a ring or has failed.
    pub(crate) fn start(
        count: CoreId,
        shared: Arc<Shared>,
        words: [u64; 12],
        process: &Arc<Process>,
    ) -> Result<Arc<Self>, String> {
        let (links, exchange) = links::connect(count);
        let cores = Arc::new(Self {
            exchange,
            shared,
            hasher: KeyHasher::with_seed([words[0], words[1]]),
            seed: words[2],
            process: Arc::clone(process),
            threads: Mutex::default(),
            incarnations: Mutex::default(),
        });
        for (id, links) in (0..count).zip(links) {
            let setup = cores.setup(id, Some(links));
            cores.spawn(id, setup)?;
        }
        cores.exchange.wait_for_all();
        Ok(cores)
    }

    /// Starts a core beside those that run. What came of it [`Exchange::take_started`] tells.
    pub(crate) fn start_one(self: &Arc<Self>, id: CoreId) {
        let setup = self.setup(id, None);
        if let Err(reason) = self.spawn(id, setup) {
            self.exchange.fail(id, reason);
        }
    }

    fn setup(self: &Arc<Self>, id: CoreId, links: Option<Links>) -> CoreSetup {
        let mut incarnations = lock(&self.incarnations);
        let index = usize::from(id);
        if incarnations.len() <= index {
            incarnations.resize(index + 1, 0);
        }
        let incarnation = incarnations[index];
        incarnations[index] = incarnation.wrapping_add(1);
        CoreSetup {
            id,
            incarnation,
            links,
            cores: Arc::clone(self),
        }
    }

    fn spawn(&self, id: CoreId, setup: CoreSetup) -> Result<(), String> {
        let thread = std::thread::Builder::new()
            .name(format!("core-{id}"))
            .spawn(move || setup.run())
            .map_err(|error| format!("cannot start core {id}: {error}"))?;
        lock(&self.threads).push(thread);
        Ok(())
    }

    pub(crate) fn process(&self) -> &Arc<Process> {
        &self.process
    }

    pub(crate) fn exchange(&self) -> &Exchange {
        &self.exchange
    }

    /// Whether no core failed to get a ring.
    pub(crate) fn all_have_rings(&self) -> bool {
        self.exchange.handles().iter().all(Option::is_some)
    }

    pub(crate) fn wake_all(&self) {
        for ring in self.exchange.handles().into_iter().flatten() {
            ring.wake();
        }
    }

    /// Gives back what is left of threads that have ended.
    pub(crate) fn join_ended(&self) {
        let mut threads = lock(&self.threads);
        let ended = threads.extract_if(.., |thread| thread.is_finished());
        for thread in ended {
            // One that failed has told the process to stop, and said why in the log.
            if let Ok(Err(text)) = thread.join() {
                tracing::error!("{text}");
            }
        }
    }

    /// Waits for all threads; what each has to say.
    pub(crate) fn join_all(&self) -> Vec<Result<(), String>> {
        let threads = std::mem::take(&mut *lock(&self.threads));
        let outcomes = threads.into_iter().map(|thread| {
            thread
                .join()
                .unwrap_or_else(|_| Err("a core's thread panicked".to_owned()))
        });
        outcomes.collect()
    }
}

fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    // Every change is whole before the lock is given up.
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Everything one core's thread starts with.
struct CoreSetup {
    id: CoreId,
    incarnation: u16,
    /// Of a core of the start.
    links: Option<Links>,
    cores: Arc<Cores>,
}

impl CoreSetup {
    fn run(mut self) -> Result<(), String> {
        let (_, control) = self.cores.shared.control.newest();
        if control.settings.flag(Param::PinCores) {
            pin(self.id);
        }
        stdx::pool::join_shard(u32::from(self.id));
        let config = ReactorConfig::default();
        let buffer_bytes = u64::from(config.recv_buffers) * u64::from(config.recv_buffer_bytes);
        let memory = Arc::clone(&self.cores.process.memory);
        memory.add_buffers(buffer_bytes);
        let first = self.links.is_some();
        let reactor = match Reactor::new(config) {
            Ok(reactor) => reactor,
            Err(error) => {
                memory.remove_buffers(buffer_bytes);
                return self.fail(&error);
            }
        };
        if self.id == 0 {
            tracing::info!("Core 0 runs on {}", reactor.features());
        }
        let links = match self.links.take() {
            Some(mut links) => {
                links.meet(Some(reactor.handle()));
                links
            }
            None => self.cores.exchange.join(self.id, reactor.handle()),
        };
        let core = self.core(&reactor, !first);
        let core_loop = CoreLoop::new(core, reactor, links, &self.cores);
        if first {
            memory.note_startup();
        }
        let result = core_loop.run(first);
        let process = &self.cores.process;
        if result.is_err() {
            process.stop.store(true, Ordering::Relaxed);
            process.main.unpark();
        }
        memory.remove_buffers(buffer_bytes);
        allocator::tell();
        result.map_err(|error| format!("core {}: {error}", self.id))
    }

    fn core(&self, reactor: &Reactor, joins: bool) -> Core {
        let Cores {
            shared, process, ..
        } = &*self.cores;
        let mut core = Core::new(CoreConfig {
            id: self.id,
            shared: Arc::clone(shared),
            control: shared.control.newest().1,
            hasher: self.cores.hasher,
            seed: self.cores.seed.wrapping_add(u64::from(self.id)),
            joins,
            incarnation: self.incarnation,
            history: false,
            now_ms: now_ms(),
            ticks_ns: usage::ticks_ns,
        });
        core.set_ring_features(reactor.features());
        core.lend_input();
        core.set_surroundings(Arc::clone(&process.surroundings) as _);
        core.set_memory(Arc::clone(&process.memory) as _);
        core
    }

    fn fail(mut self, error: &SetupError) -> Result<(), String> {
        let text = format!("{NO_RING}{error}");
        match self.links.take() {
            Some(mut links) => {
                links.meet(None);
                Err(text)
            }
            None => {
                // The others go on without it.
                self.cores.exchange.fail(self.id, text);
                Ok(())
            }
        }
    }
}

/// One thread per core: where there are more cores than processors, the surplus is not pinned.
fn pin(id: CoreId) {
    let processors = core_affinity::get_core_ids().unwrap_or_default();
    if let Some(processor) = processors.get(usize::from(id)) {
        core_affinity::set_for_current(*processor);
    }
}
