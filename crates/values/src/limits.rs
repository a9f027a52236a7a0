//! The settings that decide when a value changes from its compact encoding to the large one.
//!
//! Plain numbers with Valkey's defaults; who sets them is not known here.

/// Limits of the compact encodings, named as the settings they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EncodingLimits {
    /// `list-max-listpack-size`: negative = bytes of a block (-1 4 KiB, -2 8 KiB ... -5 64 KiB),
    /// positive = entries of a block, 0 = one entry.
    pub list_max_listpack_size: i32,
    /// `hash-max-listpack-entries`: fields of a compact hash.
    pub hash_max_listpack_entries: usize,
    /// `hash-max-listpack-value`: bytes of a name or value in a compact hash.
    pub hash_max_listpack_value: usize,
    /// `zset-max-listpack-entries`: members of a compact sorted set.
    pub zset_max_listpack_entries: usize,
    /// `zset-max-listpack-value`: bytes of a member of a compact sorted set.
    pub zset_max_listpack_value: usize,
    /// `set-max-intset-entries`: members of an integer set.
    pub set_max_intset_entries: usize,
    /// `set-max-listpack-entries`: members of a compact set.
    pub set_max_listpack_entries: usize,
    /// `set-max-listpack-value`: bytes of a member of a compact set.
    pub set_max_listpack_value: usize,
    /// `stream-node-max-bytes`: bytes of a block of a stream, 0 for any number.
    pub stream_node_max_bytes: usize,
    /// `stream-node-max-entries`: entries of a block of a stream, 0 for any number.
    pub stream_node_max_entries: u64,
}

impl EncodingLimits {
    /// Valkey's.
    pub const DEFAULT: Self = Self {
        list_max_listpack_size: -2,
        hash_max_listpack_entries: 512,
        hash_max_listpack_value: 64,
        zset_max_listpack_entries: 128,
        zset_max_listpack_value: 64,
        set_max_intset_entries: 512,
        set_max_listpack_entries: 128,
        set_max_listpack_value: 64,
        stream_node_max_bytes: 4096,
        stream_node_max_entries: 100,
    };
}

impl Default for EncodingLimits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Largest block in bytes while the limit is stated in entries.
const COUNTED_BLOCK_BYTES_MAX: usize = 8192;

/// How much one list block may hold: bytes (in the listpack format, with its frame) and entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockLimit {
    /// Bytes of a whole listpack.
    pub bytes_max: usize,
    /// Entries of a listpack.
    pub entries_max: usize,
}

impl EncodingLimits {
    /// The limit of one block of a list.
    pub fn list_block(&self) -> BlockLimit {
        match self.list_max_listpack_size {
            fill @ 1.. => BlockLimit {
                bytes_max: COUNTED_BLOCK_BYTES_MAX,
                entries_max: fill as usize,
            },
            0 => BlockLimit {
                bytes_max: COUNTED_BLOCK_BYTES_MAX,
                entries_max: 1,
            },
            fill => BlockLimit {
                bytes_max: 4096 << (fill.unsigned_abs().min(5) - 1),
                entries_max: usize::MAX,
            },
        }
    }
}

impl BlockLimit {
    /// Whether a block of this size is too large.
    #[inline]
    pub fn exceeded_by(&self, bytes: usize, entries: usize) -> bool {
        bytes > self.bytes_max || entries > self.entries_max
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_limits_follow_the_setting() {
        let limit = |fill| {
            EncodingLimits {
                list_max_listpack_size: fill,
                ..EncodingLimits::DEFAULT
            }
            .list_block()
        };
        for (fill, bytes) in [
            (-1, 4096),
            (-2, 8192),
            (-3, 16384),
            (-4, 32768),
            (-5, 65536),
            (-9, 65536),
        ] {
            assert_eq!(limit(fill).bytes_max, bytes, "fill {fill}");
            assert!(!limit(fill).exceeded_by(bytes, 1_000_000));
            assert!(limit(fill).exceeded_by(bytes + 1, 1));
        }
        assert_eq!(limit(i32::MIN).bytes_max, 65536);
        assert_eq!(limit(0).entries_max, 1);
        assert_eq!(limit(128).entries_max, 128);
        assert!(limit(128).exceeded_by(8193, 1));
    }
}
