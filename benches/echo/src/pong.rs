//! Counting requests as cheaply as can be: this is the floor, not a parser.

use crate::on_reactor::Answer;

/// Answers requests that arrive in pieces.
#[derive(Clone, Default)]
pub(crate) struct Counter {
    /// A request in array form has been seen; then stars count, else lines do.
    arrays: bool,
}

impl Answer for Counter {
    /// Appends one `+PONG` for every request that begins (or, inline, ends) in `input`.
    fn answer(&mut self, input: &[u8], output: &mut Vec<u8>) {
        self.arrays |= input.first() == Some(&b'*');
        let mark = if self.arrays { b'*' } else { b'\n' };
        for _ in memchr::memchr_iter(mark, input) {
            output.extend_from_slice(b"+PONG\r\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer as _, Counter};

    fn answers(pieces: &[&str]) -> usize {
        let (mut counter, mut output) = (Counter::default(), Vec::new());
        for piece in pieces {
            counter.answer(piece.as_bytes(), &mut output);
        }
        output.len() / "+PONG\r\n".len()
    }

    #[test]
    fn one_answer_per_request_however_it_is_cut() {
        assert_eq!(answers(&["PING\r\nPING\r\n"]), 2);
        assert_eq!(answers(&["PI", "NG\r", "\nPING\r\n"]), 2);
        assert_eq!(
            answers(&["*1\r\n$4\r\nPING\r\n*1\r\n$4\r\nPI", "NG\r\n"]),
            2
        );
        assert_eq!(
            answers(&["*1\r\n$4\r\nPING\r\n", "*1\r\n$4\r\nPING\r\n"]),
            2
        );
    }
}
