//! Sizes and switches of a reactor. Must never know where they come from (files, flags).

use std::time::Duration;

use crate::zero_copy::ZeroCopy;

/// Slots a connection's name has room for: 24 bits.
pub(crate) const CONNECTIONS_LIMIT: u32 = 1 << 24;
/// The kernel's limit on entries of a provided-buffer ring.
pub(crate) const RECV_BUFFERS_LIMIT: u32 = 1 << 15;
/// The kernel's limit on submission entries.
pub(crate) const ENTRIES_LIMIT: u32 = 1 << 15;
/// Larger receive buffers gain nothing and cost cache.
pub(crate) const RECV_BUFFER_BYTES_LIMIT: u32 = 1 << 24;

/// Sizes and switches of one reactor.
#[derive(Clone, Debug)]
pub struct ReactorConfig {
    /// Submission entries; more operations than this in a turn cost one more system call each
    /// time it is filled. A power of two.
    pub entries: u32,
    /// Completion entries; what does not fit waits in the kernel. A power of two, above `entries`.
    pub completions: u32,
    /// Receive buffers shared by all connections. A power of two. Their number bounds how many
    /// `Received` events one turn can bring.
    pub recv_buffers: u32,
    /// Size of one receive buffer, bytes.
    pub recv_buffer_bytes: u32,
    /// Connections at once; one accepted above this is closed unanswered.
    pub connections_max: u32,
    /// How long a turn looks for completions without sleeping before it sleeps. Zero: not at all.
    pub spin: Duration,
    /// Try sends inline first, if the kernel can (it is asked): no completion for the usual reply.
    pub inline_sends: bool,
    /// When large values are sent from where they lie.
    pub zero_copy: ZeroCopy,
    /// Forbid the kernel every operation this reactor does not use, for the life of the ring.
    pub restrict: bool,
}

impl Default for ReactorConfig {
    fn default() -> Self {
        Self {
            entries: 1024,
            completions: 8192,
            recv_buffers: 512,
            recv_buffer_bytes: 8 * 1024,
            connections_max: 1 << 20,
            spin: Duration::ZERO,
            inline_sends: true,
            zero_copy: ZeroCopy::Auto,
            restrict: true,
        }
    }
}

impl ReactorConfig {
    /// What is wrong with the sizes, with the value and what would be right.
    pub(crate) fn fault(&self) -> Option<String> {
        power_of_two("entries", self.entries, ENTRIES_LIMIT)
            .or_else(|| power_of_two("completions", self.completions, 2 * ENTRIES_LIMIT))
            .or_else(|| power_of_two("recv_buffers", self.recv_buffers, RECV_BUFFERS_LIMIT))
            .or_else(|| {
                (self.completions < self.entries).then(|| {
                    format!(
                        "completions {} is below entries {}",
                        self.completions, self.entries
                    )
                })
            })
            .or_else(|| {
                in_range(
                    "recv_buffer_bytes",
                    self.recv_buffer_bytes,
                    RECV_BUFFER_BYTES_LIMIT,
                )
            })
            .or_else(|| in_range("connections_max", self.connections_max, CONNECTIONS_LIMIT))
    }
}

fn power_of_two(name: &str, value: u32, limit: u32) -> Option<String> {
    (!value.is_power_of_two() || value > limit)
        .then(|| format!("{name} is {value}, it must be a power of two up to {limit}"))
}

fn in_range(name: &str, value: u32, limit: u32) -> Option<String> {
    (value == 0 || value > limit).then(|| format!("{name} is {value}, it must be in 1..={limit}"))
}

#[cfg(test)]
mod tests {
    use super::ReactorConfig;

    #[test]
    fn sizes_out_of_range_are_named_with_their_value() {
        let good = ReactorConfig::default();
        assert_eq!(good.fault(), None);
        for (config, word) in [
            (
                ReactorConfig {
                    entries: 1000,
                    ..good.clone()
                },
                "entries is 1000",
            ),
            (
                ReactorConfig {
                    entries: 0,
                    ..good.clone()
                },
                "entries is 0",
            ),
            (
                ReactorConfig {
                    completions: 512,
                    ..good.clone()
                },
                "completions 512 is below",
            ),
            (
                ReactorConfig {
                    recv_buffers: 1 << 16,
                    ..good.clone()
                },
                "recv_buffers is 65536",
            ),
            (
                ReactorConfig {
                    recv_buffer_bytes: 0,
                    ..good.clone()
                },
                "recv_buffer_bytes is 0",
            ),
            (
                ReactorConfig {
                    connections_max: 0,
                    ..good
                },
                "connections_max is 0",
            ),
        ] {
            let fault = config.fault().expect("a fault");
            assert!(fault.contains(word), "{fault}");
        }
    }
}
