//! A value that is replaced as a whole now and then, such as the configuration, and that every
//! core looks at all the time.
//!
//! Each core keeps the version it has adopted and works with that, without a lock or a shared
//! counter of references, until it chooses to look whether there is a newer one.

use std::sync::PoisonError;

use crate::sync::{Arc, AtomicU64, CachePadded, Mutex, Ordering};

/// The newest version of a value, for all cores.
#[derive(Debug)]
pub struct Versioned<T> {
    /// Number of the newest version; it may be read while a newer one is being put in place.
    number: CachePadded<AtomicU64>,
    newest: Mutex<Arc<T>>,
}

impl<T> Versioned<T> {
    /// `value` as version 0.
    pub fn new(value: T) -> Self {
        Self {
            number: CachePadded(AtomicU64::new(0)),
            newest: Mutex::new(Arc::new(value)),
        }
    }

    /// Number of the newest version: a plain read, to be compared with the number adopted.
    #[inline]
    pub fn version(&self) -> u64 {
        self.number.load(Ordering::Acquire)
    }

    /// The newest version and its number.
    pub fn newest(&self) -> (u64, Arc<T>) {
        // A writer that panicked has not replaced anything.
        let newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        // Written under the lock only, so the two belong together.
        (self.number.load(Ordering::Relaxed), Arc::clone(&newest))
    }

    /// Replaces the value by what `change` makes of it and returns the new version's number.
    /// Writers come one after another, so none overwrites another one's change unseen. `change`
    /// must be quick and must not come back here.
    pub fn update(&self, change: impl FnOnce(&T) -> T) -> u64 {
        self.try_update(|value| Ok::<T, std::convert::Infallible>(change(value)))
            .unwrap_or_else(|never| match never {})
    }

    /// As [`update`](Self::update), but if `change` refuses, everything stays as it was.
    pub fn try_update<E>(&self, change: impl FnOnce(&T) -> Result<T, E>) -> Result<u64, E> {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let value = Arc::new(change(&newest)?);
        let number = self.number.load(Ordering::Relaxed) + 1;
        let old = std::mem::replace(&mut *newest, value);
        self.number.store(number, Ordering::Release);
        // Others need not wait while the old version is freed.
        drop(newest);
        drop(old);
        Ok(number)
    }
}

/// The version that one core works with.
#[derive(Debug)]
pub struct Adopted<T> {
    number: u64,
    value: Arc<T>,
}

impl<T> Adopted<T> {
    /// Adopts the newest version of `source`.
    pub fn of(source: &Versioned<T>) -> Self {
        let (number, value) = source.newest();
        Self { number, value }
    }

    /// Adopts the newest version of `source`, which must be the one adopted from before; returns
    /// whether there was a newer one.
    #[inline]
    pub fn refresh(&mut self, source: &Versioned<T>) -> bool {
        if source.version() == self.number {
            return false;
        }
        *self = Self::of(source);
        true
    }

    /// Number of the version in use.
    #[inline]
    pub fn version(&self) -> u64 {
        self.number
    }
}

impl<T> std::ops::Deref for Adopted<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.value
    }
}

#[cfg(all(test, loom))]
mod loom_tests;
#[cfg(all(test, not(loom)))]
mod tests;
