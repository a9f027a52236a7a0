//! How many nodes the index of a stream's blocks would have in Valkey, whose index is a radix tree
//! over the bytes of ids: XINFO tells it.

use super::{Stream, StreamId};

/// Bytes of an id in the tree.
const KEY_BYTES: u32 = 16;
/// Blocks up to which the nodes are counted; of larger streams they are scaled up.
const COUNTED_MAX: usize = 4096;

impl Stream {
    /// Number of blocks.
    pub fn blocks_len(&self) -> usize {
        self.full.len() + usize::from(self.tail.is_some())
    }

    /// Nodes of the radix tree over the blocks' ids.
    pub fn tree_nodes(&self) -> usize {
        let blocks = self.blocks_len();
        if blocks > COUNTED_MAX {
            let counted = nodes_of(self.full.keys().copied().take(COUNTED_MAX));
            return (counted as u64 * blocks as u64 / COUNTED_MAX as u64) as usize;
        }
        let tail = self.tail.iter().map(|(base, _)| *base);
        nodes_of(self.full.keys().copied().chain(tail))
    }
}

/// The nodes of a tree over rising keys: one for each key's end, one for each place where keys
/// part, and one for each run of bytes between these.
fn nodes_of(keys: impl Iterator<Item = StreamId>) -> usize {
    let mut nodes = 0;
    // Depths at which the path to the last key parts from others, from the root on.
    let mut forks: Vec<u32> = Vec::new();
    let mut last: Option<u128> = None;
    for id in keys {
        let key = u128::from_be_bytes(id.to_bytes());
        match last {
            None => nodes += 1,
            Some(last) => {
                let common = (last ^ key).leading_zeros() / 8;
                nodes += close(&mut forks, common);
            }
        }
        last = Some(key);
    }
    if last.is_none() {
        return 1;
    }
    nodes + close_all(&mut forks)
}

/// The path below `common` is done: counts its runs and the new key's end.
fn close(forks: &mut Vec<u32>, common: u32) -> usize {
    let mut nodes = 1;
    let mut bottom = KEY_BYTES;
    while let Some(&fork) = forks.last().filter(|&&fork| fork > common) {
        // From the byte after the fork to what is below it.
        nodes += usize::from(bottom > fork + 1);
        bottom = fork;
        forks.pop();
    }
    nodes += usize::from(bottom > common + 1);
    if forks.last() != Some(&common) {
        forks.push(common);
        nodes += 1;
    }
    nodes
}

fn close_all(forks: &mut Vec<u32>) -> usize {
    let mut nodes = 0;
    let mut bottom = KEY_BYTES;
    while let Some(fork) = forks.pop() {
        nodes += usize::from(bottom > fork + 1);
        bottom = fork;
    }
    nodes + usize::from(bottom > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_part_at_their_end_share_a_run() {
        let id = StreamId::new;
        assert_eq!(nodes_of([].into_iter()), 1);
        assert_eq!(nodes_of([id(1, 1)].into_iter()), 2);
        assert_eq!(nodes_of([id(1, 1), id(1, 2)].into_iter()), 4);
        assert_eq!(nodes_of([id(1, 1), id(1, 2), id(1, 3)].into_iter()), 5);
        assert_eq!(nodes_of([id(1, 1), id(1, 256)].into_iter()), 6);
    }
}
