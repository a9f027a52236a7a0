//! Streams against plain models, and what becomes of bytes from elsewhere.

use super::*;
use proptest::prelude::*;
use stdx::rng::Rng;

type Fields = Vec<Vec<u8>>;
/// The live entries in order.
type Model = BTreeMap<StreamId, Fields>;

fn limits(bytes: usize, entries: u64) -> EncodingLimits {
    EncodingLimits {
        stream_node_max_bytes: bytes,
        stream_node_max_entries: entries,
        ..EncodingLimits::DEFAULT
    }
}

fn add(stream: &mut Stream, id: StreamId, fields: &Fields, limits: &EncodingLimits) {
    stream.append(
        id,
        fields.iter().map(Vec::as_slice),
        fields.len() / 2,
        limits,
    );
}

/// Names from few, so that entries share them; values of all encodings.
fn fields(rng: &mut Rng) -> Fields {
    let mut fields = Fields::new();
    let names = if rng.below(4) > 0 { 2 } else { rng.below(4) };
    for name in 0..=names {
        let name = if rng.below(8) == 0 { 7 } else { name };
        fields.push(format!("name{name}").into_bytes());
        fields.push(match rng.below(4) {
            0 => (rng.next_u64() as i64 >> rng.below(63))
                .to_string()
                .into_bytes(),
            1 => vec![b'x'; rng.below(300) as usize],
            _ => vec![b'y'; rng.below(12) as usize],
        });
    }
    fields
}

fn later(rng: &mut Rng, last: StreamId) -> StreamId {
    match rng.below(4) {
        0 => StreamId::new(last.ms, last.seq + 1 + rng.below(300)),
        1 => StreamId::new(last.ms + (1 << rng.below(40)), rng.below(3)),
        _ => StreamId::new(last.ms + 1 + rng.below(3), 0),
    }
}

fn owned(entry: &Entry<'_>) -> (StreamId, Fields) {
    let fields = entry
        .fields()
        .flat_map(|(name, value)| [name.to_vec(), value.to_vec()]);
    (entry.id, fields.collect())
}

fn some_id(rng: &mut Rng, model: &Model) -> StreamId {
    let at = rng.below(model.len() as u64 + 1) as usize;
    let id = model.keys().nth(at).copied().unwrap_or(StreamId::ZERO);
    match rng.below(3) {
        0 => StreamId::new(id.ms, id.seq.saturating_sub(1)),
        1 => StreamId::new(id.ms + 1, 0),
        _ => id,
    }
}

fn check(stream: &Stream, model: &Model) {
    assert_eq!(stream.len(), model.len() as u64);
    let all = stream.range(StreamId::ZERO, StreamId::MAX);
    let entries: Vec<(StreamId, Fields)> = all.map(|entry| owned(&entry)).collect();
    let expected: Vec<(StreamId, Fields)> = model
        .iter()
        .map(|(id, fields)| (*id, fields.clone()))
        .collect();
    assert_eq!(entries, expected);
    let first = model.keys().next().copied().unwrap_or_default();
    let last = model.keys().next_back().copied().unwrap_or_default();
    assert_eq!((stream.first_id(), stream.last_live_id()), (first, last));
    let heap: usize = stream.full.values().map(Node::heap_bytes).sum();
    let tail = stream
        .tail
        .as_ref()
        .map_or(0, |(_, node)| node.heap_bytes());
    assert_eq!(stream.heap, heap + tail);
    assert!(stream.full.is_empty() || stream.tail.is_some());
}

fn check_range(stream: &Stream, model: &Model, rng: &mut Rng) {
    let (start, end) = (some_id(rng, model), some_id(rng, model));
    let inside: Vec<StreamId> = model
        .keys()
        .copied()
        .filter(|id| (start..=end).contains(id))
        .collect();
    let forward: Vec<StreamId> = stream.range(start, end).map(|entry| entry.id).collect();
    assert_eq!(forward, inside, "{start:?} to {end:?}");
    let mut back: Vec<StreamId> = stream
        .range_back(start, end)
        .map(|entry| entry.id)
        .collect();
    back.reverse();
    assert_eq!(back, inside, "back from {end:?} to {start:?}");
}

fn trim(stream: &mut Stream, model: &mut Model, rng: &mut Rng) {
    let keep = if rng.below(2) == 0 {
        Keep::Len(rng.below(model.len() as u64 + 3))
    } else {
        Keep::From(some_id(rng, model))
    };
    let approximate = rng.below(2) == 0;
    let removed = stream.trim(&Trim {
        keep,
        approximate,
        limit: 0,
    });
    let wanted = match keep {
        Keep::Len(len) => (model.len() as u64).saturating_sub(len),
        Keep::From(id) => model.keys().filter(|other| **other < id).count() as u64,
    };
    if approximate {
        assert!(removed <= wanted);
    } else {
        assert_eq!(removed, wanted, "{keep:?}");
    }
    for _ in 0..removed {
        model.pop_first();
    }
}

/// The same stream, from what files would hold of it.
fn rebuilt(stream: &Stream) -> Result<Stream, Malformed> {
    let mut other = Stream::new();
    for (base, listpack) in stream.blocks() {
        other.push_block(base, listpack)?;
    }
    other.finish(&stream.counters())?;
    Ok(other)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_stream_is_a_sorted_map(
        seed in any::<u64>(),
        (bytes, entries) in prop_oneof![
            Just((4096, 100)), Just((0, 3)), Just((200, 0)), Just((1, 1)), Just((0, 0))
        ],
    ) {
        let (mut stream, mut model) = (Stream::new(), Model::new());
        let (mut rng, limits) = (Rng::new(seed), limits(bytes, entries));
        let mut last = StreamId::ZERO;
        for _ in 0..300 {
            match rng.below(20) {
                0..12 => {
                    last = later(&mut rng, last);
                    let fields = fields(&mut rng);
                    add(&mut stream, last, &fields, &limits);
                    model.insert(last, fields);
                }
                12..18 => {
                    let id = some_id(&mut rng, &model);
                    prop_assert_eq!(stream.delete(id), model.remove(&id).is_some());
                }
                _ => trim(&mut stream, &mut model, &mut rng),
            }
            check(&stream, &model);
            check_range(&stream, &model, &mut rng);
            prop_assert_eq!(stream.last_id(), last);
        }
        let other = rebuilt(&stream);
        prop_assert!(other.is_ok(), "{other:?}");
        check(&other.unwrap_or_default(), &model);
    }

    #[test]
    fn bytes_from_elsewhere_do_no_harm(seed in any::<u64>(), flips in 1usize..6) {
        let (mut stream, mut rng) = (Stream::new(), Rng::new(seed));
        let mut last = StreamId::ZERO;
        for _ in 0..20 {
            last = later(&mut rng, last);
            add(&mut stream, last, &fields(&mut rng), &limits(0, 0));
        }
        stream.delete(stream.first_id());
        let (base, bytes) = stream.blocks().next().map(|(id, run)| (id, run.to_vec())).unwrap();
        let mut spoiled = bytes.clone();
        for _ in 0..flips {
            let at = rng.below(spoiled.len() as u64) as usize;
            spoiled[at] = rng.next_u64() as u8;
        }
        if rng.below(4) == 0 {
            spoiled.truncate(rng.below(bytes.len() as u64) as usize);
        }
        let mut other = Stream::new();
        if other.push_block(base, &spoiled).is_ok() {
            // Whatever passes can be used in every way.
            let ids: Vec<StreamId> = other
                .range(StreamId::ZERO, StreamId::MAX)
                .map(|entry| owned(&entry).0)
                .collect();
            prop_assert_eq!(ids.len() as u64, other.len());
            let back = other.range_back(StreamId::ZERO, StreamId::MAX).count();
            prop_assert_eq!(back, ids.len());
            for id in ids {
                prop_assert!(other.delete(id));
            }
        }
    }
}

#[test]
fn counters_that_contradict_the_blocks_are_refused() {
    let mut stream = Stream::new();
    for ms in 1..=3 {
        add(
            &mut stream,
            StreamId::new(ms, 0),
            &vec![b"a".to_vec(), b"b".to_vec()],
            &limits(0, 0),
        );
    }
    let good = stream.counters();
    let (base, listpack) = stream
        .blocks()
        .next()
        .map(|(base, run)| (base, run.to_vec()))
        .unwrap();
    for counters in [
        Counters { len: 2, ..good },
        Counters {
            last_id: StreamId::new(2, 0),
            ..good
        },
        Counters {
            entries_added: 2,
            ..good
        },
    ] {
        let mut other = Stream::new();
        assert!(other.push_block(base, &listpack).is_ok());
        assert!(other.finish(&counters).is_err(), "{counters:?}");
    }
    let mut twice = Stream::new();
    assert!(twice.push_block(base, &listpack).is_ok());
    assert!(twice.push_block(base, &listpack).is_err());
}

#[test]
fn groups_are_put_together_again_and_checked() {
    let id = |ms| StreamId::new(ms, 0);
    let mut group = Group::new(id(9), ENTRIES_READ_UNKNOWN);
    assert!(group.restore_pending(id(1), 5, 2).is_ok());
    assert!(group.restore_pending(id(2), 6, 1).is_ok());
    assert!(group.restore_pending(id(2), 6, 1).is_err());
    let ids = [id(1)].into_iter();
    assert!(group.restore_consumer(b"one", (7, 8), ids.clone()).is_ok());
    assert!(group.restore_consumer(b"one", (7, 8), ids.clone()).is_err());
    assert!(group.restore_consumer(b"two", (7, 8), ids).is_err());
    let mut stream = Stream::new();
    assert!(
        stream.push_group(b"g", group.clone()).is_err(),
        "one entry is nobody's"
    );
    let ids = [id(2)].into_iter();
    assert!(group.restore_consumer(b"three", (7, -1), ids).is_ok());
    assert!(stream.push_group(b"g", group.clone()).is_ok());
    assert!(stream.push_group(b"g", group).is_err());
}

#[test]
fn freeing_is_cut_in_steps() {
    let mut stream = Stream::new();
    for ms in 1..=1000 {
        add(
            &mut stream,
            StreamId::new(ms, 0),
            &vec![b"a".to_vec(), b"b".to_vec()],
            &limits(0, 1),
        );
    }
    let mut group = Group::new(StreamId::ZERO, 0);
    let (consumer, _) = group.add_consumer(b"c", 1);
    for ms in 1..=1000 {
        let pending = Pending {
            delivered_ms: 1,
            count: 1,
            consumer,
        };
        group.give(StreamId::new(ms, 0), pending);
    }
    assert!(stream.add_group(b"g", group));
    let mut steps = 1;
    while !stream.free_some(10) {
        steps += 1;
    }
    assert!((190..=220).contains(&steps), "{steps}");
}
