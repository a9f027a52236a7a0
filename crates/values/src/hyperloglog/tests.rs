//! Both forms against each other, and estimates against the truth.

use std::collections::BTreeMap;

use proptest::prelude::*;
use stdx::rng::Rng;

use super::*;

const SPARSE_BYTES_MAX: usize = 3000;

fn sparse_of(elements: &[Vec<u8>], bytes_max: usize) -> Vec<u8> {
    let mut bytes = EMPTY.to_vec();
    for element in elements {
        assert!(add(&mut bytes, element, bytes_max).is_ok());
    }
    bytes
}

fn registers_of(bytes: &[u8]) -> Vec<u8> {
    let mut registers = Registers::default();
    assert_eq!(registers.merge(bytes), Ok(()));
    registers.iter().collect()
}

/// Elements whose registers hold what a map of them says.
fn modelled(elements: &[Vec<u8>]) -> Vec<u8> {
    let mut model = BTreeMap::new();
    for element in elements {
        let (index, value) = place_of(element);
        let register = model.entry(index).or_insert(0);
        *register = value.max(*register);
    }
    (0..REGISTERS)
        .map(|index| model.get(&index).copied().unwrap_or(0))
        .collect()
}

fn some_elements(most: usize) -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 0..most)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn sparse_and_dense_hold_the_same_registers(
        elements in some_elements(600),
        bytes_max in prop_oneof![Just(SPARSE_BYTES_MAX), 0usize..1000, Just(100_000)],
    ) {
        let sparse = sparse_of(&elements, bytes_max);
        let mut dense = to_dense(EMPTY).unwrap();
        for element in &elements {
            add_dense(&mut dense, element);
        }
        let expected = modelled(&elements);
        prop_assert!(registers_of(&dense) == expected);
        prop_assert!(registers_of(&sparse) == expected);
        prop_assert_eq!(count(&sparse), count(&dense));
        let mut turned = to_dense(&sparse).unwrap();
        outdate_count(&mut turned);
        outdate_count(&mut dense);
        prop_assert!(turned == dense);
        if form(&sparse) == Some(Form::Sparse) {
            prop_assert!(sparse.len() <= bytes_max.max(EMPTY.len()));
        }
    }

    #[test]
    fn a_merge_is_the_union(
        one in some_elements(300),
        other in some_elements(300),
        dense in any::<bool>(),
        bytes_max in prop_oneof![Just(SPARSE_BYTES_MAX), 0usize..600],
    ) {
        let mut merged = sparse_of(&one, SPARSE_BYTES_MAX);
        if dense {
            merged = to_dense(&merged).unwrap();
        }
        let mut registers = Registers::default();
        registers.merge(&merged).unwrap();
        registers.merge(&sparse_of(&other, SPARSE_BYTES_MAX)).unwrap();
        registers.store(&mut merged, bytes_max).unwrap();
        let union = [one, other].concat();
        prop_assert!(registers_of(&merged) == modelled(&union));
        prop_assert_eq!(registers.count(), count(&sparse_of(&union, SPARSE_BYTES_MAX)).unwrap());
    }

    #[test]
    fn any_bytes_are_refused_or_read(
        runs in prop::collection::vec(any::<u8>(), 0..200),
        full in any::<bool>(),
        elements in some_elements(20),
        bytes_max in 0usize..300,
    ) {
        let header = if full { EMPTY } else { &EMPTY[..HEADER_BYTES] };
        let mut bytes = [header, &runs].concat();
        let mut registers = Registers::default();
        let merged = registers.merge(&bytes);
        prop_assert_eq!(count(&bytes).is_ok(), merged.is_ok());
        prop_assert_eq!(to_dense(&bytes).is_ok(), merged.is_ok());
        prop_assert!(decode(&bytes).unwrap().is_some());
        for element in &elements {
            let added = add(&mut bytes, element, bytes_max);
            prop_assert!(merged.is_err() || added.is_ok());
        }
        prop_assert!(merged.is_err() || count(&bytes).is_ok());
    }
}

#[test]
fn estimates_are_within_three_percent() {
    let mut rng = Rng::new(11);
    let mut bytes = EMPTY.to_vec();
    for seen in 1..=100_000u32 {
        add(&mut bytes, &rng.next_u64().to_le_bytes(), SPARSE_BYTES_MAX).unwrap();
        if seen.is_power_of_two() || seen % 10_000 == 0 {
            let error = count(&bytes).unwrap().abs_diff(i64::from(seen));
            assert!(
                error as f64 <= f64::from(seen) * 0.03,
                "{seen}: off by {error}"
            );
        }
    }
    assert_eq!(form(&bytes), Some(Form::Dense));
}

#[test]
fn the_kept_estimate_is_known_until_it_is_out_of_date() {
    let mut bytes = EMPTY.to_vec();
    assert_eq!(kept_count(&bytes), None);
    keep_count(&mut bytes, 77);
    assert_eq!(kept_count(&bytes), Some(77));
    outdate_count(&mut bytes);
    assert_eq!(kept_count(&bytes), None);
    assert_eq!(kept_count(&bytes[..12]), None);
}

#[test]
fn what_is_no_hyperloglog_is_told() {
    assert_eq!(form(EMPTY), Some(Form::Sparse));
    let dense = to_dense(EMPTY).unwrap();
    assert_eq!(form(&dense), Some(Form::Dense));
    for other in [
        &EMPTY[..15],
        b"",
        &dense[..DENSE_BYTES - 1],
        &[&dense[..], b"\0"].concat(),
        b"hyll\x01\0\0\0\0\0\0\0\0\0\0\x80\x7f\xff",
        b"HYLL\x02\0\0\0\0\0\0\0\0\0\0\x80\x7f\xff",
    ] {
        assert_eq!(form(other), None, "{:?}", other.escape_ascii().to_string());
        assert_eq!(count(other), Err(Corrupted));
    }
}

#[test]
fn values_no_element_leaves_have_an_estimate() {
    let mut dense = to_dense(EMPTY).unwrap();
    dense[HEADER_BYTES..].fill(0xff);
    assert_eq!(count(&dense), Ok(i64::MIN));
}

#[test]
fn the_self_test_passes() {
    assert_eq!(self_test(1), Ok(()));
}
