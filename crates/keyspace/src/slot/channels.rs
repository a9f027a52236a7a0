//! How many subscribers each core has for the channels of this slot.
//!
//! Who they are is known to their cores; here only whom to tell.

use super::Slot;
use mesh::CoreId;
use std::collections::BTreeMap;

/// Subscribers by channel: cores in rising order, none with a count of 0. The number of channels
/// is bounded by what sessions may subscribe to.
#[derive(Debug, Default)]
pub(super) struct Channels {
    names: BTreeMap<Box<[u8]>, Vec<(CoreId, u32)>>,
}

impl Channels {
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

impl Slot {
    /// Counts one more subscriber of a channel on a core.
    pub fn subscribe(&mut self, channel: &[u8], core: CoreId) {
        let names = &mut self.attachments.get_or_insert_default().channels.names;
        let cores = names.entry(channel.into()).or_default();
        match cores.binary_search_by_key(&core, |(number, _)| *number) {
            Ok(place) => cores[place].1 += 1,
            Err(place) => cores.insert(place, (core, 1)),
        }
    }

    /// Counts one subscriber less; false if there was none.
    pub fn unsubscribe(&mut self, channel: &[u8], core: CoreId) -> bool {
        let Some(rare) = self.attachments.as_mut() else {
            return false;
        };
        let names = &mut rare.channels.names;
        let Some(cores) = names.get_mut(channel) else {
            return false;
        };
        let Ok(place) = cores.binary_search_by_key(&core, |(number, _)| *number) else {
            return false;
        };
        cores[place].1 -= 1;
        if cores[place].1 == 0 {
            cores.remove(place);
        }
        if cores.is_empty() {
            names.remove(channel);
            self.drop_empty_attachments();
        }
        true
    }

    /// Cores that have subscribers of a channel, each with their number.
    pub fn subscribers(&self, channel: &[u8]) -> &[(CoreId, u32)] {
        let names = self.attachments.as_ref().map(|rare| &rare.channels.names);
        let cores = names.and_then(|names| names.get(channel));
        cores.map_or(&[], Vec::as_slice)
    }

    /// The channels that have subscribers, in the order of their names.
    pub fn channels(&self) -> impl Iterator<Item = &[u8]> {
        let rare = self.attachments.iter();
        rare.flat_map(|rare| rare.channels.names.keys().map(|name| &**name))
    }
}
