//! Which slots a command body may touch.
//!
//! A body asks for a slot by number and gets it or nothing; whether the slots live on this core or
//! were lent for this one command is not visible.

use crate::slot::Slot;

/// Access to every slot, for the few bodies that need it.
pub trait WholeView {
    /// The slot; None if it may not be touched.
    fn slot(&mut self, number: u16) -> Option<&mut Slot>;

    /// The slot's content, to look at; None if it may not be touched or holds nothing.
    fn peek(&self, number: u16) -> Option<&Slot>;

    /// Visits every slot that holds something.
    fn for_each(&mut self, visit: &mut dyn FnMut(&mut Slot));
}

/// The slots that a body holds.
pub enum SlotView<'a> {
    /// One slot.
    One(&'a mut Slot),
    /// Several slots, in rising order of their numbers.
    Many(&'a mut [Box<Slot>]),
    /// All of them.
    Whole(&'a mut dyn WholeView),
}

impl SlotView<'_> {
    /// The slot of this number; None if the body must not touch it.
    #[inline]
    pub fn slot(&mut self, number: u16) -> Option<&mut Slot> {
        match self {
            Self::One(slot) => (slot.number() == number).then_some(&mut **slot),
            Self::Many(slots) => {
                let place = slots.binary_search_by_key(&number, |slot| slot.number());
                place.ok().map(|place| &mut *slots[place])
            }
            Self::Whole(view) => view.slot(number),
        }
    }

    /// The slot of this number, to look at together with others; None if the body must not touch
    /// it, or if it holds nothing.
    pub fn peek(&self, number: u16) -> Option<&Slot> {
        match self {
            Self::One(slot) => (slot.number() == number).then_some(&**slot),
            Self::Many(slots) => {
                let place = slots.binary_search_by_key(&number, |slot| slot.number());
                place.ok().map(|place| &*slots[place])
            }
            Self::Whole(view) => view.peek(number),
        }
    }

    /// The same view for a shorter time.
    #[inline]
    pub fn reborrow(&mut self) -> SlotView<'_> {
        match self {
            Self::One(slot) => SlotView::One(slot),
            Self::Many(slots) => SlotView::Many(slots),
            Self::Whole(view) => SlotView::Whole(&mut **view),
        }
    }

    /// Visits every slot of the view that holds something.
    pub fn for_each(&mut self, visit: &mut dyn FnMut(&mut Slot)) {
        match self {
            Self::One(slot) => visit(slot),
            Self::Many(slots) => slots.iter_mut().for_each(|slot| visit(slot)),
            Self::Whole(view) => view.for_each(visit),
        }
    }

    /// The time that a body with these slots is given: no slot in it has seen a later one.
    pub fn now_ms(&mut self, now_ms: i64) -> i64 {
        match self {
            Self::One(slot) => slot.now_ms(now_ms),
            Self::Many(slots) => {
                let latest = slots.iter_mut().map(|slot| slot.now_ms(now_ms)).max();
                let latest = latest.unwrap_or(now_ms);
                slots.iter_mut().for_each(|slot| {
                    slot.now_ms(latest);
                });
                latest
            }
            Self::Whole(view) => {
                let mut latest = now_ms;
                view.for_each(&mut |slot| latest = latest.max(slot.now_ms(now_ms)));
                latest
            }
        }
    }

    /// Numbers of the slots with keys that became ready for waiters.
    pub fn ready_slots(&mut self) -> Vec<u16> {
        let mut ready = Vec::new();
        self.for_each(&mut |slot| {
            if slot.has_ready() {
                ready.push(slot.number());
            }
        });
        ready
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SlotConfig;
    use stdx::hash::KeyHasher;

    #[test]
    fn gives_only_the_slots_that_are_held() {
        let config = SlotConfig {
            hasher: KeyHasher::with_seed([1, 2]),
        };
        let mut one = Slot::new(7, &config);
        let mut view = SlotView::One(&mut one);
        assert!(view.slot(7).is_some() && view.slot(8).is_none());
        let mut many: Vec<Box<Slot>> = [3, 9, 12000]
            .into_iter()
            .map(|number| Box::new(Slot::new(number, &config)))
            .collect();
        let mut view = SlotView::Many(&mut many);
        for (number, held) in [
            (3, true),
            (4, false),
            (9, true),
            (12000, true),
            (16383, false),
        ] {
            assert_eq!(
                view.slot(number).map(|slot| slot.number()),
                held.then_some(number)
            );
        }
    }
}
