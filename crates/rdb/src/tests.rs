//! Every kind of value that is written comes back; nothing that is read does harm.

use crate::{Kind, LoadRules, Loaded, Reader, Stored, Versions, Writer, load, open, save, seal};
use proptest::prelude::*;
use stdx::hash::KeyHasher;
use values::digest::{DIGEST_BYTES, Digest};
use values::hash::{Lifetime, Rules};
use values::stream::{ENTRIES_READ_UNKNOWN, Group, Pending, Stream, StreamId};
use values::zset::SortedSet;
use values::{EncodingLimits, Hash, List, Object, Set};

const NOW_MS: i64 = 1_700_000_000_000;

fn with_rules<R>(act: impl FnOnce(&LoadRules<'_>) -> R) -> R {
    let limits = EncodingLimits::default();
    act(&LoadRules {
        rules: Rules {
            limits: &limits,
            hasher: KeyHasher::with_seed([1, 2]),
        },
        now_ms: NOW_MS,
    })
}

fn digest(object: &Object) -> [u8; DIGEST_BYTES] {
    let mut digest = Digest::new();
    object.digest(&mut digest);
    digest.finish()
}

fn saved(object: &Object, compress: bool) -> Vec<u8> {
    let mut writer = Writer::new(compress);
    save(Stored::Object(object), &mut writer);
    writer.take()
}

fn loaded(bytes: &[u8]) -> Option<Object<'static>> {
    let kind = Kind::of(*bytes.first()?).ok()?;
    let mut reader = Reader::new(&bytes[1..]);
    match with_rules(|rules| load(kind, &mut reader, rules)).ok()? {
        Loaded::Object(object) => Some(object),
        Loaded::Text(text) => Some(Object::Raw(text)),
        Loaded::Nothing => None,
    }
}

/// Texts of the forms that are kept or written differently.
fn text() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        any::<i64>().prop_map(|number| number.to_string().into_bytes()),
        (-200i64..200).prop_map(|number| number.to_string().into_bytes()),
        proptest::collection::vec(any::<u8>(), 0..12),
        (any::<u8>(), 12usize..700).prop_map(|(byte, len)| vec![byte; len]),
        (any::<u8>(), Just(9_000usize)).prop_map(|(byte, len)| vec![byte; len]),
    ]
}

fn list() -> impl Strategy<Value = Object<'static>> {
    proptest::collection::vec(text(), 1..60).prop_map(|texts| {
        let limits = EncodingLimits::default();
        let mut list = List::new();
        for text in &texts {
            list.push_back(text, &limits);
        }
        Object::List(list)
    })
}

fn hash() -> impl Strategy<Value = Object<'static>> {
    let field = (
        text(),
        text(),
        proptest::option::weighted(0.2, 1i64..1_000_000),
    );
    let expire = any::<bool>();
    (proptest::collection::vec(field, 1..60), expire).prop_map(|(fields, expire)| {
        let mut hash = Hash::new();
        for (name, value, left_ms) in &fields {
            let lifetime = match left_ms {
                Some(left_ms) if expire => Lifetime::At(NOW_MS + left_ms),
                _ => Lifetime::None,
            };
            with_rules(|rules| hash.set(name, value, lifetime, &rules.rules));
        }
        Object::Hash(hash)
    })
}

fn set() -> impl Strategy<Value = Object<'static>> {
    let integers =
        proptest::collection::vec(any::<i64>().prop_map(|n| n.to_string().into_bytes()), 1..60);
    let members = prop_oneof![integers, proptest::collection::vec(text(), 1..200)];
    members.prop_map(|members| {
        let mut set = Set::new();
        for member in &members {
            with_rules(|rules| set.add(member, &rules.rules));
        }
        Object::Set(set)
    })
}

fn sorted_set() -> impl Strategy<Value = Object<'static>> {
    let score = prop_oneof![
        (-50i32..50).prop_map(f64::from),
        any::<f64>().prop_filter("a number", |score| !score.is_nan()),
    ];
    proptest::collection::vec((text(), score), 1..200).prop_map(|elements| {
        let mut set = SortedSet::new();
        for (member, score) in &elements {
            with_rules(|rules| set.set(member, *score, &rules.rules));
        }
        Object::SortedSet(set)
    })
}

fn stream() -> impl Strategy<Value = Object<'static>> {
    let entry = (
        0u64..3,
        proptest::collection::vec((text(), text()), 1..4),
        0u8..4,
    );
    (proptest::collection::vec(entry, 0..40), any::<bool>()).prop_map(|(entries, groups)| {
        let limits = EncodingLimits::default();
        let mut stream = Stream::new();
        let mut group = Group::new(StreamId::ZERO, ENTRIES_READ_UNKNOWN);
        let (consumer, _) = group.add_consumer(b"reader", NOW_MS);
        for (at, (step, pairs, fate)) in entries.iter().enumerate() {
            let id = StreamId {
                ms: at as u64 * step + 1,
                seq: at as u64,
            };
            if id <= stream.last_id() {
                continue;
            }
            let fields = pairs
                .iter()
                .flat_map(|(name, value)| [&name[..], &value[..]]);
            stream.append(id, fields, pairs.len(), &limits);
            match fate {
                0 => drop(stream.delete(id)),
                1 => group.give(
                    id,
                    Pending {
                        delivered_ms: NOW_MS,
                        count: at as u64,
                        consumer,
                    },
                ),
                _ => {}
            }
        }
        if groups {
            stream.add_group(b"readers", group);
        }
        Object::Stream(Box::new(stream))
    })
}

fn object() -> impl Strategy<Value = Object<'static>> {
    prop_oneof![
        text().prop_map(|text| Object::Raw(text.into())),
        list(),
        hash(),
        set(),
        sorted_set(),
        stream(),
    ]
}

proptest! {
    #[test]
    fn what_is_saved_comes_back(object in object(), compress: bool) {
        let limits = EncodingLimits::default();
        let back = loaded(&saved(&object, compress)).unwrap();
        prop_assert_eq!(digest(&back), digest(&object));
        prop_assert_eq!(back.type_name(), object.type_name());
        prop_assert_eq!(back.encoding(&limits), object.encoding(&limits));
    }

    #[test]
    fn what_is_cut_short_is_refused(object in object(), compress: bool, at: prop::sample::Index) {
        let bytes = saved(&object, compress);
        prop_assert!(loaded(&bytes[..at.index(bytes.len())]).is_none());
    }

    /// Bytes changed, moved and doubled: either an error or a value that can be saved again.
    #[test]
    fn damaged_input_does_no_harm(
        object in object(),
        compress: bool,
        changes in proptest::collection::vec(
            (any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>(), 0u8..4),
            1..6,
        ),
    ) {
        let mut bytes = saved(&object, compress);
        for (place, other, byte, change) in changes {
            let (at, from) = (place.index(bytes.len()), other.index(bytes.len()));
            match change {
                0 => bytes[at] = byte,
                1 => bytes[at] ^= 1 << (byte & 7),
                2 => bytes.insert(at, byte),
                _ => {
                    let end = (from + 9).min(bytes.len());
                    let part = bytes[from..end].to_vec();
                    bytes.splice(at..at, part);
                }
            }
        }
        if let Some(object) = loaded(&bytes) {
            let again = loaded(&saved(&object, true));
            prop_assert_eq!(again.map(|object| digest(&object)), Some(digest(&object)));
        }
    }

    #[test]
    fn any_bytes_of_any_kind_do_no_harm(
        kind in 0u8..24,
        body in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let mut bytes = vec![kind];
        bytes.extend(body);
        if let Some(object) = loaded(&bytes) {
            prop_assert!(loaded(&saved(&object, true)).is_some());
        }
    }
}

#[test]
fn a_payload_is_checked_before_it_is_opened() {
    let mut payload = saved(&Object::Raw("text".into()), true);
    seal(&mut payload);
    let (kind, value) = open(&payload, Versions::Strict, true).unwrap();
    assert_eq!((kind, value), (Kind::Text, &b"\x04text"[..]));
    for at in 0..payload.len() {
        let mut damaged = payload.clone();
        damaged[at] ^= 0x10;
        assert!(
            open(&damaged, Versions::Relaxed, true).is_err(),
            "byte {at}"
        );
        assert!(open(&payload[..at], Versions::Relaxed, true).is_err());
    }
}

#[test]
fn many_elements_are_stated_only_if_they_are_there() {
    for kind in [Kind::List, Kind::Hash, Kind::HashExpiring, Kind::ListNodes] {
        for count in [
            &b"\x80\xff\xff\xff\xff"[..],
            b"\x81\xff\xff\xff\xff\xff\xff\xff\xff",
            b"\x00",
        ] {
            let bytes = [&[kind as u8], count, b"\x01a\x01b"].concat();
            assert!(loaded(&bytes).is_none(), "{kind:?} {count:?}");
        }
    }
}

#[test]
fn what_is_compressed_cannot_ask_for_more_than_it_can_become() {
    let mut bytes = vec![Kind::Text as u8, 0xc3, 3];
    bytes.extend_from_slice(b"\x80\xff\xff\xff\xff");
    bytes.extend_from_slice(&[0xff, 0xff, 0]);
    assert!(loaded(&bytes).is_none());
}
