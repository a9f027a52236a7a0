//! One order of what all cores have told: that of their stamps.
//!
//! A batch comes next when every core has told all that has a smaller stamp. What a core has told,
//! or the stamp that it names when it is asked, says how far it is. Must never give a batch before
//! one with a smaller stamp.

use std::collections::{BTreeMap, VecDeque};

use mesh::CoreId;

use super::told::Batch;

#[derive(Debug, Default)]
struct Source {
    batches: VecDeque<Batch>,
    /// Everything up to this stamp has been told.
    told: u64,
    /// It was asked and has not answered.
    asked: bool,
    /// It has stopped: nothing more comes.
    ended: bool,
}

/// Batches of all cores that are not in the stream yet.
#[derive(Debug, Default)]
pub(crate) struct Merge {
    sources: BTreeMap<CoreId, Source>,
    /// Stamp of the youngest batch.
    youngest: u64,
}

impl Merge {
    /// A core tells from now on; it has told everything up to `stamp`.
    pub(crate) fn add(&mut self, core: CoreId, stamp: u64) {
        let source = self.sources.entry(core).or_default();
        source.told = source.told.max(stamp);
        source.ended = false;
        source.asked = false;
    }

    /// A core tells nothing more.
    pub(crate) fn end(&mut self, core: CoreId) {
        if let Some(source) = self.sources.get_mut(&core) {
            source.ended = true;
            self.drop_ended();
        }
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(crate) fn is_empty(&self) -> bool {
        let mut sources = self.sources.values();
        sources.all(|source| source.batches.is_empty())
    }

    /// What a core has told. Nothing is kept of a core that is not expected to tell.
    pub(crate) fn put(&mut self, core: CoreId, batch: Batch) {
        if let Some(source) = self.sources.get_mut(&core) {
            debug_assert!(batch.stamp > source.told, "stamps of a core rise");
            source.told = batch.stamp;
            self.youngest = self.youngest.max(batch.stamp);
            source.batches.push_back(batch);
        }
    }

    /// A core has told everything up to `stamp`.
    pub(crate) fn mark(&mut self, core: CoreId, stamp: u64) {
        if let Some(source) = self.sources.get_mut(&core) {
            source.told = source.told.max(stamp);
            source.asked = false;
        }
    }

    /// The next batch, if nothing before it can come any more.
    pub(crate) fn next(&mut self) -> Option<Batch> {
        let head = |source: &Source| source.batches.front().map(|batch| batch.stamp);
        let stamps = self.sources.iter();
        let (stamp, core) = stamps
            .filter_map(|(&core, source)| Some((head(source)?, core)))
            .min()?;
        let mut others = self.sources.values();
        if !others.all(|source| source.ended || source.told >= stamp) {
            return None;
        }
        let batch = self.sources.get_mut(&core)?.batches.pop_front();
        self.drop_ended();
        batch
    }

    /// Cores that are to be asked how far they are; they are not named again before they answer.
    pub(crate) fn ask(&mut self, cores: CoreId) -> Vec<CoreId> {
        if self.is_empty() {
            return Vec::new();
        }
        let youngest = self.youngest;
        let behind = |source: &Source| source.told < youngest && !source.asked && !source.ended;
        let sources = self.sources.range_mut(..cores);
        let asked = sources.filter(|(_, source)| behind(source));
        asked
            .map(|(&core, source)| {
                source.asked = true;
                core
            })
            .collect()
    }

    fn drop_ended(&mut self) {
        self.sources
            .retain(|_, source| !(source.ended && source.batches.is_empty()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replication::told::{Told, Wrap};
    use commands::Effects;
    use stdx::rng::Rng;

    fn batch(stamp: u64) -> Batch {
        let mut effects = Effects::default();
        effects.set_wanted(true);
        effects.command(0, &[b"SET", b"k", stamp.to_string().as_bytes()]);
        let mut told = Told::default();
        told.add(&effects, Wrap::IfSeveral);
        told.take(stamp).expect("a batch")
    }

    #[test]
    fn waits_for_a_core_that_may_still_be_behind() {
        let mut merge = Merge::default();
        (0..3).for_each(|core| merge.add(core, 10));
        merge.put(1, batch(12));
        assert!(merge.next().is_none());
        assert_eq!(merge.ask(3), [0, 2]);
        assert_eq!(merge.ask(3), [], "asked once");
        merge.mark(0, 12);
        merge.put(2, batch(11));
        let order: Vec<u64> = std::iter::from_fn(|| merge.next())
            .map(|b| b.stamp)
            .collect();
        assert_eq!(order, [11], "core 2 may have done something before 12");
        merge.mark(2, 12);
        assert_eq!(merge.next().map(|b| b.stamp), Some(12));
        assert!(merge.is_empty());
    }

    #[test]
    fn a_core_that_has_stopped_holds_nothing_up() {
        let mut merge = Merge::default();
        (0..2).for_each(|core| merge.add(core, 1));
        merge.put(1, batch(3));
        merge.put(0, batch(2));
        merge.put(0, batch(4));
        merge.end(1);
        let order: Vec<u64> = std::iter::from_fn(|| merge.next())
            .map(|b| b.stamp)
            .collect();
        assert_eq!(order, [2, 3, 4]);
        merge.put(1, batch(5));
        assert!(merge.is_empty(), "it tells nothing any more");
    }

    #[test]
    fn the_order_is_that_of_stamps_however_they_arrive() {
        for seed in 0..200 {
            let mut rng = Rng::new(seed);
            let cores = 1 + rng.below(4) as CoreId;
            let mut merge = Merge::default();
            (0..cores).for_each(|core| merge.add(core, 0));
            let mut waiting: Vec<VecDeque<u64>> = vec![VecDeque::new(); cores.into()];
            for stamp in 1..=50 {
                waiting[rng.below(cores.into()) as usize].push_back(stamp);
            }
            let mut order = Vec::new();
            while order.len() < 50 {
                let core = rng.below(cores.into()) as usize;
                match waiting[core].pop_front() {
                    Some(stamp) => merge.put(core as CoreId, batch(stamp)),
                    None => merge.mark(core as CoreId, 50),
                }
                order.extend(std::iter::from_fn(|| merge.next()).map(|batch| batch.stamp));
            }
            assert!(
                order.is_sorted() && order.len() == 50,
                "seed {seed}: {order:?}"
            );
        }
    }
}
