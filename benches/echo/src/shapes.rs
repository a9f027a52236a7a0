//! Requests of known length, told apart by one byte, answered with as many bytes as a server would
//! send: the floor of a GET or SET. Must never look at a key.

use std::sync::Arc;

use crate::on_reactor::Answer;

/// Which byte of a request tells its shape: the number of its words.
const SIGN_AT: usize = 1;

/// Answers requests that arrive in pieces. A request with an unknown sign is passed over byte by
/// byte and never answered.
#[derive(Clone)]
pub(crate) struct Shapes {
    shapes: Arc<[Shape]>,
    /// Bytes of the request that has begun, and which it is, if its sign has arrived.
    seen: usize,
    begun: Option<usize>,
}

struct Shape {
    sign: u8,
    request_bytes: usize,
    reply: Vec<u8>,
}

impl Shapes {
    /// Reads shapes like `2:36:$64` (sign, bytes of the request, bulk string of so many bytes) and
    /// `3:107:+OK`.
    pub(crate) fn parse(words: &[&str]) -> Result<Self, String> {
        let shapes: Result<Vec<Shape>, String> = words
            .iter()
            .map(|word| Shape::parse(word).ok_or_else(|| format!("{word:?} is no shape")))
            .collect();
        Ok(Self {
            shapes: shapes?.into(),
            seen: 0,
            begun: None,
        })
    }
}

impl Shape {
    fn parse(word: &str) -> Option<Self> {
        let mut parts = word.splitn(3, ':');
        let sign = *parts.next()?.as_bytes().first()?;
        let request_bytes = parts
            .next()?
            .parse()
            .ok()
            .filter(|bytes| *bytes > SIGN_AT)?;
        let head = parts.next()?;
        let mut reply = format!("{head}\r\n").into_bytes();
        if let Some(bytes) = head.strip_prefix('$') {
            reply.resize(reply.len() + bytes.parse::<usize>().ok()?, b'x');
            reply.extend_from_slice(b"\r\n");
        }
        Some(Self {
            sign,
            request_bytes,
            reply,
        })
    }
}

impl Answer for Shapes {
    fn answer(&mut self, mut input: &[u8], output: &mut Vec<u8>) {
        loop {
            let Some(begun) = self.begun else {
                let Some(sign) = input.get(SIGN_AT - self.seen) else {
                    self.seen += input.len();
                    return;
                };
                self.begun = self.shapes.iter().position(|shape| shape.sign == *sign);
                if self.begun.is_none() {
                    // The next byte may begin a request.
                    input = &input[1 - self.seen..];
                    self.seen = 0;
                }
                continue;
            };
            let shape = &self.shapes[begun];
            let rest = shape.request_bytes - self.seen;
            if input.len() < rest {
                self.seen += input.len();
                return;
            }
            output.extend_from_slice(&shape.reply);
            input = &input[rest..];
            self.seen = 0;
            self.begun = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer as _, Shapes};

    #[test]
    fn one_answer_of_its_shape_per_request_however_it_is_cut() {
        let input = b"*2get*3settt*2get*3settt";
        for cut in 1..input.len() {
            let mut shapes = Shapes::parse(&["2:5:$3", "3:7:+OK"]).expect("shapes");
            let mut output = Vec::new();
            for piece in input.chunks(cut) {
                shapes.answer(piece, &mut output);
            }
            assert_eq!(output, b"$3\r\nxxx\r\n+OK\r\n$3\r\nxxx\r\n+OK\r\n", "{cut}");
        }
    }

    #[test]
    fn an_unknown_request_is_passed_over() {
        let mut shapes = Shapes::parse(&["2:5:$0"]).expect("shapes");
        let mut output = Vec::new();
        for piece in [&b"x"[..], b"y*", b"2get"] {
            shapes.answer(piece, &mut output);
        }
        assert_eq!(output, b"$0\r\n\r\n");
    }

    #[test]
    fn what_is_no_shape_is_refused() {
        for word in ["", "2", "2:36", "2:x:+OK", "2:1:+OK", "2:36:$x"] {
            assert!(Shapes::parse(&[word]).is_err(), "{word}");
        }
    }
}
