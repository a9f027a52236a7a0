//! Strings and lists against plain models, with sizes around the places where encodings change.

use std::collections::VecDeque;

use proptest::prelude::*;

use super::world::World;

/// A size near a border of what lies in an entry, in an embedded string, in a chunk.
fn size() -> impl Strategy<Value = usize> {
    prop_oneof![
        0usize..20,
        95usize..120,
        900usize..1_100,
        16_000usize..17_000
    ]
}

#[derive(Clone, Debug)]
enum Edit {
    Set(usize),
    Append(usize),
    SetRange(usize, usize),
    GetRange(i64, i64),
    Rename,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        size().prop_map(Edit::Set),
        size().prop_map(Edit::Append),
        (size(), size()).prop_map(|(offset, len)| Edit::SetRange(offset, len)),
        (-2_000i64..2_000, -2_000i64..20_000).prop_map(|(start, end)| Edit::GetRange(start, end)),
        Just(Edit::Rename),
    ]
}

fn bulk(bytes: &[u8]) -> Vec<u8> {
    [format!("${}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat()
}

fn int(number: usize) -> Vec<u8> {
    format!(":{number}\r\n").into_bytes()
}

/// The part of `text` that GETRANGE returns, by its definition.
fn part(text: &[u8], start: i64, end: i64) -> Vec<u8> {
    let len = text.len() as i64;
    if start < 0 && end < 0 && start > end {
        return Vec::new();
    }
    let start = if start < 0 {
        (start + len).max(0)
    } else {
        start
    };
    let end = if end < 0 { (end + len).max(0) } else { end };
    let inside = |i: i64| start <= i && i <= end;
    (0..len)
        .filter(|&i| inside(i))
        .map(|i| text[i as usize])
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn strings_are_edited_as_vectors_are(edits in proptest::collection::vec(edit(), 1..25)) {
        let mut world = World::default();
        let mut model: Vec<u8> = Vec::new();
        for (step, edit) in edits.into_iter().enumerate() {
            let fill = |len: usize| vec![b'a' + (step % 26) as u8; len];
            let (reply, expected) = match edit {
                Edit::Set(len) => {
                    model = fill(len);
                    (world.run(&[b"SET", b"{k}", &fill(len)]), b"+OK\r\n".to_vec())
                }
                Edit::Append(len) => {
                    model.extend(fill(len));
                    (world.run(&[b"APPEND", b"{k}", &fill(len)]), int(model.len()))
                }
                Edit::SetRange(offset, len) => {
                    if len > 0 {
                        model.resize(model.len().max(offset + len), 0);
                        model[offset..offset + len].copy_from_slice(&fill(len));
                    }
                    let offset = offset.to_string();
                    let words: [&[u8]; 4] = [b"SETRANGE", b"{k}", offset.as_bytes(), &fill(len)];
                    (world.run(&words), int(model.len()))
                }
                Edit::GetRange(start, end) => {
                    let (from, to) = (start.to_string(), end.to_string());
                    let words = [b"GETRANGE", &b"{k}"[..], from.as_bytes(), to.as_bytes()];
                    (world.run(&words), bulk(&part(&model, start, end)))
                }
                Edit::Rename => {
                    world.line("RENAME {k} {k}2");
                    (world.line("RENAME {k}2 {k}").into_bytes(), Vec::new())
                }
            };
            if !expected.is_empty() {
                prop_assert_eq!(reply, expected);
            }
            if world.line("EXISTS {k}") == ":1\\r\\n" {
                prop_assert_eq!(world.run(&[b"GET", b"{k}"]), bulk(&model));
            }
            prop_assert_eq!(world.run(&[b"STRLEN", b"{k}"]), int(model.len()));
        }
    }

    #[test]
    fn lists_are_deques(
        steps in proptest::collection::vec((0u8..8, size(), 1usize..8), 1..40),
        fill in prop_oneof![Just(-2), Just(-1), Just(4), Just(128)],
    ) {
        let mut world = World::default();
        world.settings.encoding.list_max_listpack_size = fill;
        let mut model: VecDeque<Vec<u8>> = VecDeque::new();
        for (step, (kind, len, count)) in steps.into_iter().enumerate() {
            let element = |i: usize| match (step + i) % 3 {
                0 => (step as i64 * 1_000_003 - 7).to_string().into_bytes(),
                _ => vec![b'a' + (i % 26) as u8; len],
            };
            let elements: Vec<Vec<u8>> = (0..count).map(element).collect();
            let number = count.to_string();
            let push = |name: &'static [u8]| {
                let mut words: Vec<&[u8]> = vec![name, b"{l}"];
                words.extend(elements.iter().map(Vec::as_slice));
                words
            };
            match kind {
                0 => {
                    world.run(&push(b"RPUSH"));
                    model.extend(elements.iter().cloned());
                }
                1 => {
                    world.run(&push(b"LPUSH"));
                    elements.iter().for_each(|element| model.push_front(element.clone()));
                }
                2 => {
                    world.run(&[b"LPOP", b"{l}", number.as_bytes()]);
                    model.drain(..count.min(model.len()));
                }
                3 => {
                    world.run(&[b"RPOP", b"{l}", number.as_bytes()]);
                    model.truncate(model.len().saturating_sub(count));
                }
                4 => {
                    world.line("LMOVE {l} {l} LEFT RIGHT");
                    model.rotate_left(usize::from(model.len() > 1));
                }
                5 => {
                    world.line("RPOPLPUSH {l} {l}");
                    model.rotate_right(usize::from(model.len() > 1));
                }
                6 => {
                    world.line("LMOVE {l} {l}2 RIGHT LEFT");
                    world.line("LMOVE {l}2 {l} LEFT RIGHT");
                }
                _ => {
                    world.line("RENAME {l} {l}2");
                    world.line("COPY {l}2 {l}");
                    world.line("DEL {l}2");
                }
            }
            let mut expected = format!("*{}\r\n", model.len()).into_bytes();
            model.iter().for_each(|element| expected.extend(bulk(element)));
            let all = world.run(&[b"LRANGE", b"{l}", b"0", b"-1"]);
            prop_assert!(all == expected);
            prop_assert_eq!(world.run(&[b"LLEN", b"{l}"]), int(model.len()));
            let at = model.get(count);
            let indexed = at.map_or(b"$-1\r\n".to_vec(), |element| bulk(element));
            let told = world.run(&[b"LINDEX", b"{l}", number.as_bytes()]);
            prop_assert!(told == indexed);
        }
        let exists = !model.is_empty();
        prop_assert_eq!(world.run(&[b"EXISTS", b"{l}"]), int(usize::from(exists)));
    }
}
