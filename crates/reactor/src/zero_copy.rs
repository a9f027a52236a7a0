//! Whether sending without copying pays, which only the kernel knows: it says after each such send
//! whether it had to copy after all, as it does whenever the receiver is on the same machine.

use std::net::IpAddr;
use std::os::fd::BorrowedFd;

use crate::net::Address;

/// Bytes of one value in a send from which on it may be sent without copying. Naming its pages to
/// the kernel and hearing of them again costs about as much as copying this.
pub(crate) const ZERO_COPY_BYTES_MIN: usize = 32 * 1024;

/// Large sends with copying after which a connection is tried again.
const SENDS_UNTIL_RETRY: u32 = 4096;

/// When large values are sent without copying.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ZeroCopy {
    /// Where the kernel reports that it does not copy after all.
    #[default]
    Auto,
    /// Wherever the kernel can, whatever it reports.
    Always,
    Never,
}

impl ZeroCopy {
    /// As the configuration calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "yes",
            Self::Never => "no",
        }
    }
}

/// What is known of one connection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gain {
    #[default]
    Unknown,
    /// One send is to tell.
    Asked,
    Yes,
    /// The kernel copies; asked again after so many large sends.
    No {
        sends_left: u32,
    },
    /// The socket cannot do it, or its peer is on this machine.
    Never,
}

impl Gain {
    /// Whether the next large send is to go without copying.
    pub(crate) fn wanted(&mut self, policy: ZeroCopy, socket: BorrowedFd<'_>) -> bool {
        match (policy, *self) {
            (ZeroCopy::Never, _) | (_, Self::Never) => false,
            (ZeroCopy::Always, _) | (_, Self::Yes) => true,
            (_, Self::Asked) => false,
            (_, Self::Unknown) if is_on_this_machine(socket) => {
                *self = Self::Never;
                false
            }
            (_, Self::Unknown | Self::No { sends_left: 0 }) => {
                *self = Self::Asked;
                true
            }
            (_, Self::No { sends_left }) => {
                *self = Self::No {
                    sends_left: sends_left - 1,
                };
                false
            }
        }
    }

    /// The kernel is done with a send, and has copied it or not.
    pub(crate) fn reported(&mut self, copied: bool) {
        *self = match (copied, *self) {
            (_, Self::Never) => Self::Never,
            (false, _) => Self::Yes,
            (true, _) => Self::No {
                sends_left: SENDS_UNTIL_RETRY,
            },
        };
    }

    /// The kernel would not do it. Returns whether the same bytes may be sent as usual: too much
    /// memory is pinned at the moment, or never on this socket.
    pub(crate) fn refused(&mut self, errno: i32) -> bool {
        match errno {
            libc::ENOBUFS | libc::ENOMEM => {
                *self = Self::No {
                    sends_left: SENDS_UNTIL_RETRY,
                };
            }
            libc::EINVAL | libc::EOPNOTSUPP => *self = Self::Never,
            _ => return false,
        }
        true
    }
}

fn is_on_this_machine(socket: BorrowedFd<'_>) -> bool {
    let peer = Address::of_peer(socket).ip();
    peer.map(|ip| ip.to_canonical())
        .is_none_or(|ip: IpAddr| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::AsFd;

    fn null() -> std::fs::File {
        std::fs::File::open("/dev/null").expect("/dev/null")
    }

    #[test]
    fn what_is_no_socket_of_a_network_is_not_asked() {
        let file = null();
        let mut gain = Gain::Unknown;
        assert!(!gain.wanted(ZeroCopy::Auto, file.as_fd()));
        assert_eq!(gain, Gain::Never);
        assert!(!gain.wanted(ZeroCopy::Always, file.as_fd()));
    }

    #[test]
    fn the_report_decides_until_it_is_asked_for_again() {
        let file = null();
        let wanted = |gain: &mut Gain| gain.wanted(ZeroCopy::Auto, file.as_fd());
        let mut gain = Gain::No { sends_left: 0 };
        assert!(wanted(&mut gain));
        assert!(!wanted(&mut gain), "one send tells");
        gain.reported(false);
        assert!(wanted(&mut gain) && wanted(&mut gain));
        gain.reported(true);
        let plain = (0..).take_while(|_| !wanted(&mut gain)).count();
        assert_eq!(plain, SENDS_UNTIL_RETRY as usize);
        assert_eq!(gain, Gain::Asked);
    }

    #[test]
    fn policies() {
        let file = null();
        let mut copied = Gain::No { sends_left: 9 };
        assert!(copied.wanted(ZeroCopy::Always, file.as_fd()));
        assert!(!Gain::Yes.wanted(ZeroCopy::Never, file.as_fd()));
        assert!(copied.refused(libc::EOPNOTSUPP) && !copied.refused(libc::EPIPE));
        assert!(!copied.wanted(ZeroCopy::Always, file.as_fd()));
    }
}
