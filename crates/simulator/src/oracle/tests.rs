//! Faults planted into the evidence of good runs: each must be noticed.

use engine::{Event, Record};

use super::{Evidence, judge};
use crate::end::run_to_the_end;
use crate::profile::Profile;
use crate::wire;
use crate::world::{Placed, World};

/// Seeds tried for a run in which a fault can be planted.
const SEEDS_MAX: u64 = 300;

fn evidence_of(seed: u64) -> Evidence {
    // Where slots stay, so that the first seed with a place for a fault is as good as any.
    let profile = Profile {
        move_us: 0,
        session_move_us: 0,
        core_change_us: 0,
        ..Profile::of(seed)
    };
    let mut world = World::with(profile, seed, false);
    assert_eq!(
        run_to_the_end(&mut world),
        Vec::<String>::new(),
        "seed {seed}"
    );
    world.evidence()
}

/// Plants a fault in the first run that has a place for it, and expects that it is noticed with
/// these words.
fn notices(words: &str, plant: impl Fn(&mut Evidence) -> bool) {
    for seed in 0..SEEDS_MAX {
        let mut evidence = evidence_of(seed);
        if plant(&mut evidence) {
            let violations = judge(&evidence);
            let told = violations.iter().any(|violation| violation.contains(words));
            assert!(told, "seed {seed}: {words} not in {violations:?}");
            return;
        }
    }
    panic!("no seed below {SEEDS_MAX} has a place for the fault");
}

fn position(evidence: &Evidence, wanted: impl Fn(&Record) -> bool) -> Option<usize> {
    evidence
        .records
        .iter()
        .position(|placed| wanted(&placed.record))
}

fn is_request(record: &Record, name: &str) -> bool {
    matches!(&record.event, Event::Request { args, .. } if args[0] == name.as_bytes())
}

#[test]
fn a_good_run_is_good() {
    for seed in 0..5 {
        assert_eq!(
            judge(&evidence_of(seed)),
            Vec::<String>::new(),
            "seed {seed}"
        );
    }
}

#[test]
fn a_flipped_reply_is_noticed_where_it_arrives() {
    notices("expected", |evidence| {
        let replies = evidence.connections.iter_mut().flat_map(|c| &mut c.replies);
        let Some(frame) = replies
            .into_iter()
            .find(|frame| frame.bytes.starts_with(b"$2"))
        else {
            return false;
        };
        frame.bytes[4] ^= 1;
        true
    });
}

/// Changes the member of a transaction's reply that answers a command beginning with these words.
fn change_in_exec(evidence: &mut Evidence, words: &[&str], change: impl Fn(&mut Vec<u8>)) -> bool {
    let begins = |args: &wire::Words| {
        let pairs = args.iter().zip(words);
        args.len() >= words.len() && pairs.fold(true, |all, (a, b)| all && *a == b.as_bytes())
    };
    for placed in &mut evidence.records {
        let Event::Exec {
            commands: Some(commands),
        } = &placed.record.event
        else {
            continue;
        };
        let Some(number) = commands.iter().position(begins) else {
            continue;
        };
        let members = wire::members(&placed.record.reply);
        let mut members: Vec<Vec<u8>> = members.into_iter().map(<[u8]>::to_vec).collect();
        change(&mut members[number]);
        placed.record.reply = wire::array(&members);
        return true;
    }
    false
}

#[test]
fn a_wrong_answer_inside_a_transaction_is_noticed() {
    type Change = fn(&mut Vec<u8>);
    let cases: [(&[&str], &str, Change); 4] = [
        (&["INFO"], "INFO tells", |reply| {
            let end = reply.len() - 2;
            reply.splice(end..end, *b"db9:keys=1,expires=0,avg_ttl=0");
            *reply = wire::bulk(&reply[5..end + 30]);
        }),
        (&["CLIENT", "LIST"], "its own lines", |reply| {
            *reply = wire::bulk(b"");
        }),
        (&["CLIENT", "UNBLOCK"], "was unblocked", |reply| {
            *reply = wire::integer(1);
        }),
        (&["CONFIG", "SET"], "expected", |reply| {
            *reply = wire::error("ERR");
        }),
    ];
    for (words, told, change) in cases {
        notices(told, |evidence| change_in_exec(evidence, words, change));
    }
}

#[test]
fn a_message_before_its_publication_is_noticed() {
    notices("before it was published", |evidence| {
        let mut messages = evidence
            .connections
            .iter_mut()
            .flat_map(|c| &mut c.messages);
        let Some((frame, _)) = messages.next() else {
            return false;
        };
        frame.at.stamp = 0;
        true
    });
}

#[test]
fn a_wrong_reply_is_noticed_though_it_arrives_as_it_was_recorded() {
    for name in [
        "GET", "INCR", "LPUSH", "LMOVE", "MGET", "SET", "DEL", "PTTL", "PUBLISH",
    ] {
        notices("", |evidence| {
            let wanted =
                |record: &Record| is_request(record, name) && !record.reply.starts_with(b"-");
            let Some(index) = position(evidence, wanted) else {
                return false;
            };
            let record = &mut evidence.records[index].record;
            let before = std::mem::replace(&mut record.reply, b":777\r\n".to_vec());
            let frames = evidence.connections.iter_mut().flat_map(|c| &mut c.replies);
            frames
                .filter(|f| f.bytes == before)
                .for_each(|f| f.bytes = b":777\r\n".to_vec());
            true
        });
    }
}

/// Two writes of one key whose replies tell their order.
#[test]
fn two_records_that_changed_places_are_noticed() {
    notices("expected", |evidence| {
        let increments: Vec<(usize, Vec<u8>)> = evidence
            .records
            .iter()
            .enumerate()
            .filter_map(|(index, Placed { record, .. })| match &record.event {
                Event::Request { args, .. } if args[0] == b"INCR" => record
                    .reply
                    .starts_with(b":")
                    .then(|| (index, args[1].clone())),
                _ => None,
            })
            .collect();
        let pair = increments.windows(2).find(|pair| {
            let [(first, key), (second, other)] = pair else {
                return false;
            };
            let client = |index: usize| evidence.records[index].record.caller.map(|c| c.client_id);
            let stamp = |index: usize| evidence.records[index].record.stamp;
            key == other
                && client(*first) != client(*second)
                && stamp(*first) != stamp(*second)
                && evidence.records[*first].record.reply != evidence.records[*second].record.reply
        });
        let Some(&[(first, _), (second, _)]) = pair else {
            return false;
        };
        let stamps = [first, second].map(|index| evidence.records[index].record.stamp);
        evidence.records[first].record.stamp = stamps[1];
        evidence.records[second].record.stamp = stamps[0];
        true
    });
}

#[test]
fn a_session_out_of_order_is_noticed() {
    notices("out of order", |evidence| {
        let Some(first) = position(evidence, |record| is_request(record, "GET")) else {
            return false;
        };
        let client = evidence.records[first]
            .record
            .caller
            .map(|caller| caller.client_id);
        let second = evidence.records[first + 1..].iter().position(|placed| {
            placed.record.caller.map(|caller| caller.client_id) == client
                && placed.record.event != evidence.records[first].record.event
        });
        let Some(second) = second.map(|offset| offset + first + 1) else {
            return false;
        };
        let event = evidence.records[first].record.event.clone();
        evidence.records[first].record.event = evidence.records[second].record.event.clone();
        evidence.records[second].record.event = event;
        true
    });
}

#[test]
fn a_missing_serve_is_noticed() {
    notices("", |evidence| {
        let served = |record: &Record| matches!(record.event, Event::Served { .. });
        let Some(index) = position(evidence, served) else {
            return false;
        };
        evidence.records.remove(index);
        true
    });
}

#[test]
fn a_serve_out_of_turn_is_noticed() {
    notices("not its turn", |evidence| {
        // The first of two waiters of one key waits for nothing: the second is served before it.
        let waits: Vec<usize> = (0..evidence.records.len())
            .filter(|&index| {
                matches!(&evidence.records[index].record.event, Event::Served { args, .. }
                    if args[0] == b"BLPOP" && args.len() == 3)
            })
            .collect();
        let pair = waits.windows(2).find(|pair| {
            let [first, second] = [pair[0], pair[1]].map(|index| &evidence.records[index].record);
            first.stamp == second.stamp
                && matches!((&first.event, &second.event),
                    (Event::Served { key, .. }, Event::Served { key: other, .. }) if key == other)
        });
        let Some(&[first, second]) = pair else {
            return false;
        };
        evidence.records.swap(first, second);
        true
    });
}

#[test]
fn an_element_that_was_seen_between_is_noticed() {
    notices("before who waits for it was served", |evidence| {
        let served = |record: &Record| matches!(record.event, Event::Served { .. });
        let Some(index) = position(evidence, served) else {
            return false;
        };
        let Event::Served { key, .. } = evidence.records[index].record.event.clone() else {
            return false;
        };
        // Somebody looks at the key in the same turn, when it is served.
        let stamp = evidence.records[index].record.stamp;
        let touches = evidence.records[index + 1..].iter().position(|placed| {
            placed.record.stamp == stamp
                && matches!(&placed.record.event, Event::Request { args, .. }
                    if args[0] != b"SET" && args.get(1) == Some(&key))
        });
        let Some(offset) = touches else { return false };
        evidence.records.swap(index, index + 1 + offset);
        true
    });
}

#[test]
fn wrong_verdicts_are_noticed() {
    notices("executed although", |evidence| {
        let refused = |record: &Record| matches!(record.event, Event::Exec { commands: None });
        let Some(index) = position(evidence, refused) else {
            return false;
        };
        evidence.records[index].record.event = Event::Exec {
            commands: Some(Vec::new()),
        };
        true
    });
    notices("refused although", |evidence| {
        let passed = |record: &Record| matches!(record.event, Event::Exec { commands: Some(_) });
        let Some(index) = position(evidence, passed) else {
            return false;
        };
        evidence.records[index].record.event = Event::Exec { commands: None };
        true
    });
}

#[test]
fn a_lost_reply_is_noticed() {
    notices("replies, then", |evidence| {
        let farewell = evidence.farewell.step;
        let stays = |c: &&mut crate::connection::Connection| {
            c.replies.len() > 3 && c.leaves.is_none_or(|moment| moment.step >= farewell)
        };
        let Some(connection) = evidence.connections.iter_mut().find(stays) else {
            return false;
        };
        connection.replies.pop();
        true
    });
}

#[test]
fn a_lost_and_a_repeated_message_are_noticed() {
    notices("never heard", |evidence| {
        let farewell = evidence.farewell.step;
        let stays = |c: &&mut crate::connection::Connection| {
            c.messages.len() > 1 && c.leaves.is_none_or(|moment| moment.step >= farewell)
        };
        let Some(connection) = evidence.connections.iter_mut().find(stays) else {
            return false;
        };
        let channel_message = connection.messages.iter().position(|(frame, _)| {
            frame
                .bytes
                .windows(9)
                .any(|window| window == b"\nmessage\r")
        });
        let Some(index) = channel_message else {
            return false;
        };
        connection.messages.remove(index);
        true
    });
    notices("twice", |evidence| {
        let hears = |c: &&mut crate::connection::Connection| !c.messages.is_empty();
        let Some(connection) = evidence.connections.iter_mut().find(hears) else {
            return false;
        };
        let again = connection.messages[0].clone();
        connection.messages.push(again);
        true
    });
}

#[test]
fn a_stamp_against_real_time_is_noticed() {
    notices("real time", |evidence| {
        // A request without any effect on others, moved to the end of the history.
        let last = evidence
            .records
            .iter()
            .map(|placed| placed.record.stamp)
            .max()
            .unwrap_or(0);
        let mut seen = std::collections::BTreeSet::new();
        let alone = evidence
            .records
            .iter()
            .enumerate()
            .rev()
            .find(|(_, placed)| {
                let client = placed.record.caller.map(|caller| caller.client_id);
                // The last one of its session.
                seen.insert(client)
                    && is_request(&placed.record, "GET")
                    && placed.record.stamp + 20 < last
            });
        let Some((index, _)) = alone else {
            return false;
        };
        evidence.records[index].record.stamp = last;
        evidence.records[index].record.reads_only = true;
        true
    });
}

#[test]
fn a_key_that_expires_too_early_is_noticed() {
    notices("not due", |evidence| {
        let expired = |record: &Record| matches!(record.event, Event::Expired { .. });
        let Some(index) = position(evidence, expired) else {
            return false;
        };
        evidence.records[index].record.now_ms -= 100;
        true
    });
}

#[test]
fn a_wrong_answer_over_all_slots_is_noticed() {
    notices("DBSIZE", |evidence| {
        let connections = evidence.connections.iter_mut();
        for connection in connections {
            let index = connection
                .sent
                .iter()
                .position(|sent| sent.args[0] == b"DBSIZE");
            let plain = |frames: &[crate::connection::Sent]| {
                frames
                    .iter()
                    .all(|sent| crate::workload::frames_of(&sent.args) == 1)
            };
            let Some(index) = index.filter(|&index| plain(&connection.sent[..index])) else {
                continue;
            };
            // Inside a transaction it is answered otherwise.
            let inside = connection
                .replies
                .get(index)
                .is_none_or(|f| !f.bytes.starts_with(b":"));
            if !inside {
                connection.replies[index].bytes = b":99\r\n".to_vec();
                return true;
            }
        }
        false
    });
}
