//! What a completion names: the kind of operation and whose it was, packed into the 64 bits that
//! travel through the kernel.

use crate::event::ConnId;

const KIND_SHIFT: u32 = 60;
const SLOT_SHIFT: u32 = 32;
const NAME_SHIFT: u32 = 56;
const NAME_MASK: u64 = 15;
const SLOT_MASK: u64 = (1 << 24) - 1;

/// The operation a completion belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    Recv(ConnId),
    Send(ConnId),
    /// A send without copying, one of sixteen of its connection.
    SendZero(ConnId, u8),
    /// A receive into the user's memory.
    Fill(ConnId),
    /// A cancellation of a connection's operations.
    Cancel(ConnId),
    Accept(u32),
    CancelAccept(u32),
    /// Arrives from another ring.
    Doorbell,
    /// Our own bell at the ring with this index did not ring.
    Rung(u32),
    /// The event descriptor was written.
    Wake,
    CancelAll,
}

impl Token {
    pub(crate) fn pack(self) -> u64 {
        let (kind, rest) = match self {
            Self::Recv(conn) => (1, pack_conn(conn)),
            Self::Send(conn) => (2, pack_conn(conn)),
            Self::Cancel(conn) => (3, pack_conn(conn)),
            Self::Accept(listener) => (4, u64::from(listener)),
            Self::CancelAccept(listener) => (5, u64::from(listener)),
            Self::Doorbell => (6, 0),
            Self::Rung(peer) => (7, u64::from(peer)),
            Self::Wake => (8, 0),
            Self::CancelAll => (9, 0),
            Self::Fill(conn) => (11, pack_conn(conn)),
            Self::SendZero(conn, name) => (
                10,
                pack_conn(conn) | (u64::from(name) & NAME_MASK) << NAME_SHIFT,
            ),
        };
        kind << KIND_SHIFT | rest
    }

    /// `None` for a word this module never packed.
    pub(crate) fn unpack(word: u64) -> Option<Self> {
        let low = word as u32;
        let conn = ConnId {
            slot: (word >> SLOT_SHIFT & SLOT_MASK) as u32,
            generation: low,
        };
        Some(match word >> KIND_SHIFT {
            1 => Self::Recv(conn),
            2 => Self::Send(conn),
            3 => Self::Cancel(conn),
            4 => Self::Accept(low),
            5 => Self::CancelAccept(low),
            6 => Self::Doorbell,
            7 => Self::Rung(low),
            8 => Self::Wake,
            9 => Self::CancelAll,
            11 => Self::Fill(conn),
            10 => Self::SendZero(conn, (word >> NAME_SHIFT & NAME_MASK) as u8),
            _ => return None,
        })
    }
}

fn pack_conn(conn: ConnId) -> u64 {
    (u64::from(conn.slot) & SLOT_MASK) << SLOT_SHIFT | u64::from(conn.generation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_survives_the_trip() {
        let conn = ConnId {
            slot: (1 << 24) - 1,
            generation: u32::MAX,
        };
        for token in [
            Token::Recv(conn),
            Token::Send(ConnId {
                slot: 0,
                generation: 7,
            }),
            Token::Cancel(conn),
            Token::Accept(3),
            Token::CancelAccept(u32::MAX),
            Token::Doorbell,
            Token::Rung(9),
            Token::Wake,
            Token::CancelAll,
            Token::Fill(conn),
            Token::SendZero(conn, 0),
            Token::SendZero(conn, 15),
        ] {
            assert_eq!(Token::unpack(token.pack()), Some(token));
        }
        assert_eq!(Token::unpack(0), None);
        assert_eq!(Token::unpack(u64::MAX), None);
    }
}
