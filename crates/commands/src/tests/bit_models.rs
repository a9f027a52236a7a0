//! Bitmaps against vectors of bits, with sizes around the places where strings are kept otherwise.

use proptest::prelude::*;

use super::world::World;

#[derive(Clone, Debug)]
enum Step {
    Set(String),
    SetBit(usize, bool),
    Count(i64, i64, bool),
    Find(bool, i64, Option<i64>, bool),
    Field(usize, i64),
    Flip,
}

fn offset() -> impl Strategy<Value = usize> {
    prop_oneof![0usize..200, 8_000usize..9_000, 130_000usize..132_000]
}

fn index() -> impl Strategy<Value = i64> {
    prop_oneof![-100i64..200, -140_000i64..140_000]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        "[0-9]{1,20}|[a-z]{0,70}".prop_map(Step::Set),
        (offset(), any::<bool>()).prop_map(|(at, bit)| Step::SetBit(at, bit)),
        (index(), index(), any::<bool>()).prop_map(|(a, b, bits)| Step::Count(a, b, bits)),
        (
            any::<bool>(),
            index(),
            prop::option::of(index()),
            any::<bool>()
        )
            .prop_map(|(bit, a, b, bits)| Step::Find(bit, a, b, bits)),
        (offset(), any::<i64>()).prop_map(|(at, number)| Step::Field(at, number)),
        Just(Step::Flip),
    ]
}

fn bits_of(bytes: &[u8]) -> Vec<bool> {
    let of_byte = |&byte: &u8| (0..8).map(move |i| byte & (0x80 >> i) != 0);
    bytes.iter().flat_map(of_byte).collect()
}

/// The bits that a range holds, by its definition.
fn chosen(bits: &[bool], start: i64, end: i64, in_bits: bool) -> Vec<usize> {
    let unit = if in_bits { 1 } else { 8 };
    let units = bits.len() as i64 / unit;
    let place = |index: i64| match index < 0 {
        true => (index + units).max(0),
        false => index,
    };
    let (start, end) = (place(start), place(end));
    let inside = |at: &usize| (start..=end).contains(&(*at as i64 / unit));
    (0..bits.len()).filter(inside).collect()
}

fn unit(in_bits: bool) -> &'static str {
    if in_bits { "BIT" } else { "BYTE" }
}

/// Runs a step on both; the reply of the world, and that of the model.
fn run(world: &mut World, bits: &mut Vec<bool>, step: &Step) -> (String, String) {
    match step {
        Step::Set(text) => {
            *bits = bits_of(text.as_bytes());
            (world.line(&format!("SET k \"{text}\"")), "+OK".into())
        }
        Step::SetBit(at, bit) => {
            let len = bits.len().max((at / 8 + 1) * 8);
            bits.resize(len, false);
            let old = std::mem::replace(&mut bits[*at], *bit);
            let line = format!("SETBIT k {at} {}", u8::from(*bit));
            (world.line(&line), format!(":{}", u8::from(old)))
        }
        Step::Count(start, end, in_bits) => {
            let backward = *start < 0 && *end < 0 && start > end;
            let places = chosen(bits, *start, *end, *in_bits).into_iter();
            let count = places.filter(|&at| bits[at] && !backward).count();
            let line = format!("BITCOUNT k {start} {end} {}", unit(*in_bits));
            (world.line(&line), format!(":{count}"))
        }
        Step::Find(bit, start, end, in_bits) => {
            let in_bits = *in_bits && end.is_some();
            let places = chosen(bits, *start, end.unwrap_or(-1), in_bits);
            let after = (!bit && end.is_none() && !places.is_empty()).then_some(bits.len());
            let found = places.iter().copied().find(|&at| bits[at] == *bit);
            let found = found.or(after).map_or(-1, |at| at as i64);
            let range = match end {
                Some(end) => format!("{start} {end} {}", unit(in_bits)),
                None => start.to_string(),
            };
            let line = format!("BITPOS k {} {range}", u8::from(*bit));
            (world.line(&line), format!(":{found}"))
        }
        Step::Field(at, number) => {
            let len = bits.len().max((at + 64).div_ceil(8) * 8);
            bits.resize(len, false);
            let field = &mut bits[*at..at + 64];
            let old = field.iter().fold(0, |all, &bit| all << 1 | i64::from(bit));
            for (i, bit) in field.iter_mut().enumerate() {
                *bit = number >> (63 - i) & 1 != 0;
            }
            let line = format!("BITFIELD k SET i64 {at} {number}");
            (world.line(&line), format!("*1\\r\\n:{old}"))
        }
        Step::Flip => {
            bits.iter_mut().for_each(|bit| *bit = !*bit);
            (world.line("BITOP NOT k k"), format!(":{}", bits.len() / 8))
        }
    }
}

proptest! {
    #[test]
    fn bitmaps_are_vectors_of_bits(steps in prop::collection::vec(step(), 1..30)) {
        let mut world = World::default();
        let mut bits = Vec::new();
        world.line("SET k \"\"");
        for step in &steps {
            let (reply, expected) = run(&mut world, &mut bits, step);
            // A destination that would be empty is removed, and is not the empty string then.
            if bits.is_empty() {
                world.line("SET k \"\"");
            }
            prop_assert_eq!(reply, format!("{}\\r\\n", expected), "{:?}", step);
        }
    }
}
