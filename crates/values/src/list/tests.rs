//! The list against a plain deque, over both encodings and their border.

use super::*;
use proptest::prelude::*;
use std::collections::VecDeque;

const LIMITS: EncodingLimits = EncodingLimits {
    list_max_listpack_size: -1,
    ..EncodingLimits::DEFAULT
};

fn texts(list: &List) -> Vec<Vec<u8>> {
    list.iter().map(|item| item.to_vec()).collect()
}

#[test]
fn encoding_changes_at_the_limit_and_back_at_half_of_it() {
    let mut list = List::new();
    let mut pushed = 0;
    while list.encoding() == "listpack" {
        list.push_back(&[b'x'; 98], &LIMITS);
        pushed += 1;
    }
    // 40 entries of 102 bytes and the frame are 4,087; the next 98 bytes exceed 4,096.
    assert_eq!(pushed, 41);
    assert_eq!(list.len(), 41);
    let mut left = 41;
    while list.encoding() == "quicklist" {
        assert!(list.pop_back(&LIMITS).is_some());
        left -= 1;
    }
    assert_eq!(left, 20, "one run of 20 entries is below 2,048 bytes");
}

#[test]
fn a_limit_in_entries_is_kept() {
    let limits = EncodingLimits {
        list_max_listpack_size: 4,
        ..EncodingLimits::DEFAULT
    };
    let mut list = List::new();
    for number in 0..4 {
        list.push_front(format!("{number}").as_bytes(), &limits);
        assert_eq!(list.encoding(), "listpack");
    }
    list.push_front(b"4", &limits);
    assert_eq!(list.encoding(), "quicklist");
    assert_eq!(list.front(), Some(Item::Int(4)));
    assert_eq!(list.back(), Some(Item::Int(0)));
}

#[test]
fn several_values_of_one_command_count_together() {
    let value = [b'v'; 2100];
    let mut list = List::new();
    list.extend_back([&value[..], &value[..]].into_iter(), &LIMITS);
    assert_eq!(list.encoding(), "quicklist");
    assert_eq!(list.len(), 2);
}

#[test]
fn large_lists_are_freed_in_steps() {
    let mut list = List::new();
    for _ in 0..4000 {
        list.push_back(&[b'x'; 98], &LIMITS);
    }
    let before = list.bytes();
    assert!(before > 400_000);
    let mut steps = 0;
    while !list.free_some(10) {
        steps += 1;
    }
    assert!((8..=11).contains(&steps), "{steps} steps");
    assert!(list.bytes() < 16_384, "{} bytes are left", list.bytes());
}

#[test]
fn removals_in_the_middle_do_not_leave_tiny_runs() {
    let mut list = List::new();
    for _ in 0..40_000 {
        list.push_back(&[b'x'; 98], &LIMITS);
    }
    let mut index = 0;
    while index < list.len() {
        list.remove_range(index + 1, 39, &LIMITS);
        index += 1;
    }
    assert_eq!(list.len(), 1000);
    assert!(list.bytes() < 300_000, "{} bytes for 100 KB", list.bytes());
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
    Fill(usize),
}

fn element() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        2 => any::<i32>().prop_map(|number| number.to_string().into_bytes()),
        4 => prop::collection::vec(any::<u8>(), 0..200),
        2 => (100usize..2000).prop_map(|len| vec![b'M'; len]),
        1 => (4000usize..9000).prop_map(|len| vec![b'L'; len]),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => element().prop_map(Step::PushBack),
        4 => element().prop_map(Step::PushFront),
        3 => Just(Step::PopFront),
        3 => Just(Step::PopBack),
        3 => (0usize..400, element()).prop_map(|(at, value)| Step::Insert(at, value)),
        3 => (0usize..400, element()).prop_map(|(at, value)| Step::Set(at, value)),
        1 => (0usize..400, 0usize..300).prop_map(|(at, count)| Step::Remove(at, count)),
        1 => (0usize..150).prop_map(Step::Fill),
    ]
}

fn apply(list: &mut List, model: &mut VecDeque<Vec<u8>>, step: Step) {
    match step {
        Step::PushBack(value) => {
            list.push_back(&value, &LIMITS);
            model.push_back(value);
        }
        Step::PushFront(value) => {
            list.push_front(&value, &LIMITS);
            model.push_front(value);
        }
        Step::PopFront => assert_eq!(list.pop_front(&LIMITS), model.pop_front()),
        Step::PopBack => assert_eq!(list.pop_back(&LIMITS), model.pop_back()),
        Step::Insert(at, value) => {
            list.insert(at, &value, &LIMITS);
            model.insert(at.min(model.len()), value);
        }
        Step::Set(at, value) => {
            assert_eq!(list.set(at, &value, &LIMITS), at < model.len());
            if let Some(place) = model.get_mut(at) {
                *place = value;
            }
        }
        Step::Remove(at, count) => {
            let end = (at + count).min(model.len());
            let gone = end.saturating_sub(at);
            assert_eq!(list.remove_range(at, count, &LIMITS), gone);
            model.drain(at.min(end)..end);
        }
        Step::Fill(count) => {
            let values: Vec<Vec<u8>> = (0..count).map(|n| vec![b'f'; 40 + n % 9]).collect();
            list.extend_back(values.iter().map(Vec::as_slice), &LIMITS);
            model.extend(values);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn behaves_like_a_deque(steps in prop::collection::vec(step(), 0..80), at in 0usize..500) {
        let (mut list, mut model) = (List::new(), VecDeque::new());
        for step in steps {
            apply(&mut list, &mut model, step);
            prop_assert_eq!(list.len(), model.len());
        }
        let expected: Vec<_> = model.iter().cloned().collect();
        prop_assert_eq!(texts(&list), expected.clone());
        let tail: Vec<_> = list.iter_from(at).map(|item| item.to_vec()).collect();
        prop_assert_eq!(&tail[..], &expected[at.min(expected.len())..]);
        let back: Vec<_> = list.iter_back_from(at).map(|item| item.to_vec()).collect();
        let until = (at + 1).min(expected.len());
        prop_assert_eq!(back, expected[..until].iter().rev().cloned().collect::<Vec<_>>());
        prop_assert_eq!(list.get(at).map(|item| item.to_vec()), expected.get(at).cloned());
        if let Repr::Chunked(chunked) = &list.repr {
            chunked.assert_accounts();
        }
    }
}
