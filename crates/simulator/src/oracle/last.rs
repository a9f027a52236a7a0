//! What is judged when the history is over: what clients received, and what is left.

use super::Judge;
use super::session::Expected;
use crate::connection::Connection;
use crate::wire;

impl Judge<'_> {
    pub(super) fn judge_the_end(&mut self) {
        for index in 0..self.sessions.len() {
            self.judge_replies(index);
        }
        let pending: Vec<String> = self.pending.iter().map(super::key).collect();
        if !pending.is_empty() {
            self.violations
                .push(format!("never served by {}", pending.join(", ")));
        }
        self.judge_unblocking();
        self.judge_messages();
    }

    /// What a client received must be its replies, in the order in which it asked.
    fn judge_replies(&mut self, index: usize) {
        let connection = &self.evidence.connections[index];
        let client = self.client_id(index);
        let mut faults = Vec::new();
        if let Some(text) = &connection.broken {
            faults.push(format!("client {client} received no frames: {text}"));
        }
        for (number, frame) in connection.replies.iter().enumerate() {
            let Some(expected) = self.sessions[index].expected.get(number) else {
                let got = wire::shown(&frame.bytes);
                faults.push(format!("client {client} received a reply too many: {got}"));
                break;
            };
            if let Some(text) = self.fault(expected, &frame.bytes) {
                let request = request_of(connection, number);
                faults.push(format!(
                    "client {client}, reply {number} ({request}): {text}"
                ));
                break;
            }
        }
        let session = &self.sessions[index];
        let leaves_step = connection.leaves.map_or(u64::MAX, |moment| moment.step);
        let stayed = leaves_step >= self.evidence.farewell.step;
        let waits = session.gone || session.waiting.is_some();
        if stayed || connection.half_closed && !connection.deaf && !waits {
            let (got, wanted) = (connection.replies.len(), session.expected.len());
            let executed = session.cursor == connection.sent.len();
            if got < wanted || !executed {
                let request = request_of(connection, got);
                faults.push(format!(
                    "client {client} received {got} of {wanted} replies, then {request}; {} of {} \
                     requests were executed",
                    session.cursor,
                    connection.sent.len()
                ));
            }
        }
        self.violations.append(&mut faults);
    }

    fn fault(&self, expected: &Expected, got: &[u8]) -> Option<String> {
        let differs = |wanted: &[u8]| {
            (wanted != got)
                .then(|| format!("expected {}, got {}", wire::shown(wanted), wire::shown(got)))
        };
        match expected {
            Expected::Bytes(wanted) => differs(wanted),
            Expected::OneOf(several) if several.iter().any(|wanted| wanted == got) => None,
            Expected::OneOf(several) => differs(&several.concat()),
            Expected::Kind(kind) if got.first() == Some(kind) => None,
            Expected::Kind(kind) => differs(&[*kind]),
            Expected::Window(number) => self.windows.fault(*number).map(str::to_owned),
            Expected::Unblock(_) => match wire::number(got) {
                Some(0 | 1) => None,
                _ => differs(b":0 or :1"),
            },
        }
    }

    /// Each wait that was unblocked was unblocked by somebody, and by one only.
    fn judge_unblocking(&mut self) {
        let (mut told, mut silent) = (
            std::mem::take(&mut self.told_in_exec),
            std::collections::BTreeMap::new(),
        );
        for (connection, session) in self.evidence.connections.iter().zip(&self.sessions) {
            for (number, expected) in session.expected.iter().enumerate() {
                let Expected::Unblock(target) = expected else {
                    continue;
                };
                match connection
                    .replies
                    .get(number)
                    .map(|frame| wire::number(&frame.bytes))
                {
                    Some(Some(1)) => *told.entry(*target).or_insert(0_u64) += 1,
                    Some(_) => {}
                    None => *silent.entry(*target).or_insert(0_u64) += 1,
                }
            }
        }
        let targets: Vec<u64> = self.by_client.keys().copied().collect();
        for target in targets {
            let count =
                |map: &std::collections::BTreeMap<u64, u64>| map.get(&target).copied().unwrap_or(0);
            let (ended, told) = (count(&self.unblocked), count(&told));
            if ended < told || ended > told + count(&silent) {
                self.violations.push(format!(
                    "client {target} was unblocked {ended} times, but {told} replies said so"
                ));
            }
        }
    }
}

/// The request that a reply belongs to.
fn request_of(connection: &Connection, reply: usize) -> String {
    let mut frames = 0;
    let request = connection.sent.iter().find(|sent| {
        frames += crate::workload::frames_of(&sent.args);
        frames > reply
    });
    request.map_or("no request".to_owned(), |sent| {
        wire::shown_words(&sent.args)
    })
}
