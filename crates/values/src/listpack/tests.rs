//! The run against a plain vector, and the bytes of entries against the format's description.

use super::*;
use proptest::prelude::*;

fn texts(run: &Listpack) -> Vec<Vec<u8>> {
    run.iter_from(0).map(|item| item.to_vec()).collect()
}

#[test]
fn entries_have_the_bytes_of_the_format() {
    let long = vec![b'x'; 64];
    let cases: [(&[u8], &[u8]); 12] = [
        (b"0", &[0x00, 1]),
        (b"127", &[0x7f, 1]),
        (b"128", &[0xc0, 0x80, 2]),
        (b"-1", &[0xdf, 0xff, 2]),
        (b"-4096", &[0xd0, 0x00, 2]),
        (b"4096", &[0xf1, 0x00, 0x10, 3]),
        (b"-32769", &[0xf2, 0xff, 0x7f, 0xff, 4]),
        (b"8388608", &[0xf3, 0, 0, 0x80, 0, 5]),
        (b"2147483648", &[0xf4, 0, 0, 0, 0x80, 0, 0, 0, 0, 9]),
        (b"", &[0x80, 1]),
        (b"01", &[0x82, b'0', b'1', 3]),
        (b"hello", &[0x85, b'h', b'e', b'l', b'l', b'o', 6]),
    ];
    for (text, bytes) in cases {
        let mut run = Listpack::new();
        run.push_back(text);
        assert_eq!(run.bytes, bytes, "{}", text.escape_ascii());
    }
    let mut run = Listpack::new();
    run.push_back(&long);
    assert_eq!(run.bytes[..2], [0xe0, 64]);
    assert_eq!(run.bytes[66..], [66]);
    run.push_back(&[b'y'; 5000]);
    assert_eq!(run.bytes[67..72], [0xf0, 0x88, 0x13, 0, 0]);
    assert_eq!(run.bytes[5072..], [39, 128 | 13]);
}

#[test]
fn every_length_around_the_borders_reads_from_both_ends() {
    for len in (0..300)
        .chain(4090..4100)
        .chain(16_370..16_390)
        .chain(2_097_140..2_097_160)
    {
        let text = vec![b'z'; len];
        let mut run = Listpack::new();
        run.push_back(b"first");
        run.push_back(&text);
        run.push_back(b"77");
        assert!(run.get(1).unwrap().equals(&text), "length {len}");
        let back: Vec<_> = run.iter_back_from(2).collect();
        assert_eq!(back[0], Item::Int(77));
        assert_eq!(back[1], Item::Bytes(&text));
        assert_eq!(back[2], Item::Bytes(b"first"));
    }
}

#[test]
fn popping_all_leaves_no_memory_and_no_front_room_grows_without_bound() {
    let mut run = Listpack::new();
    for round in 0..10_000u32 {
        run.push_back(format!("element-{round}").as_bytes());
        if round >= 10 {
            assert!(run.pop_front());
        }
    }
    assert_eq!(run.len(), 10);
    assert!(run.heap_bytes() < 2048, "{} bytes", run.heap_bytes());
    while run.pop_back() {}
    assert_eq!((run.heap_bytes(), run.frame_bytes()), (0, FRAME_BYTES));
}

#[derive(Clone, Debug)]
enum Step {
    PushBack(Vec<u8>),
    PushFront(Vec<u8>),
    PopFront,
    PopBack,
    Insert(usize, Vec<u8>),
    Set(usize, Vec<u8>),
    Remove(usize, usize),
    Split(usize),
}

fn element() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        3 => any::<i64>().prop_map(|number| number.to_string().into_bytes()),
        3 => (-5000i64..5000).prop_map(|number| number.to_string().into_bytes()),
        4 => prop::collection::vec(any::<u8>(), 0..90),
        1 => (100usize..5000).prop_map(|len| vec![b'L'; len]),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => element().prop_map(Step::PushBack),
        4 => element().prop_map(Step::PushFront),
        2 => Just(Step::PopFront),
        2 => Just(Step::PopBack),
        2 => (0usize..40, element()).prop_map(|(at, value)| Step::Insert(at, value)),
        2 => (0usize..40, element()).prop_map(|(at, value)| Step::Set(at, value)),
        1 => (0usize..40, 0usize..12).prop_map(|(at, count)| Step::Remove(at, count)),
        1 => (0usize..40).prop_map(Step::Split),
    ]
}

fn apply(run: &mut Listpack, model: &mut Vec<Vec<u8>>, step: Step) {
    match step {
        Step::PushBack(value) => {
            run.push_back(&value);
            model.push(value);
        }
        Step::PushFront(value) => {
            run.push_front(&value);
            model.insert(0, value);
        }
        Step::PopFront => {
            assert_eq!(run.pop_front(), !model.is_empty());
            model.drain(..model.len().min(1));
        }
        Step::PopBack => assert_eq!(run.pop_back(), model.pop().is_some()),
        Step::Insert(at, value) => {
            run.insert(at, &value);
            model.insert(at.min(model.len()), value);
        }
        Step::Set(at, value) => {
            assert_eq!(run.set(at, &value), at < model.len());
            if let Some(place) = model.get_mut(at) {
                *place = value;
            }
        }
        Step::Remove(at, count) => {
            let end = (at + count).min(model.len());
            let gone = end.saturating_sub(at);
            assert_eq!(run.remove_range(at, count), gone);
            model.drain(at.min(end)..end);
        }
        Step::Split(at) => {
            let rest = run.split_off(at);
            let model_rest = model.split_off(at.min(model.len()));
            assert_eq!(texts(&rest), model_rest);
            run.append(&rest);
            model.extend(model_rest);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn behaves_like_a_vector(steps in prop::collection::vec(step(), 0..80)) {
        let (mut run, mut model) = (Listpack::new(), Vec::new());
        for step in steps {
            apply(&mut run, &mut model, step);
            prop_assert_eq!(run.len(), model.len());
            let cost: usize = model.iter().map(|value| Listpack::cost_of(value)).sum();
            prop_assert_eq!(run.frame_bytes(), cost + FRAME_BYTES);
        }
        prop_assert_eq!(texts(&run), model.clone());
        for (index, value) in model.iter().enumerate() {
            prop_assert!(run.get(index).unwrap().equals(value));
            let back: Vec<_> = run.iter_back_from(index).map(|item| item.to_vec()).collect();
            let expected: Vec<_> = model[..=index].iter().rev().cloned().collect();
            prop_assert_eq!(back, expected);
        }
        prop_assert_eq!(run.front().map(|item| item.to_vec()), model.first().cloned());
        prop_assert_eq!(run.back().map(|item| item.to_vec()), model.last().cloned());
        prop_assert!(run.get(model.len()).is_none());
    }
}
