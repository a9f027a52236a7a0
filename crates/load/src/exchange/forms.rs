//! The forms that values take: how a random one is made, and how it is read.

use crate::wire::Value;
use stdx::rng::Rng;

type Commands = Vec<Vec<Vec<u8>>>;

/// A type of value in one encoding.
#[derive(Clone, Copy)]
pub struct Form {
    /// For people, and for the choice of forms.
    pub name: &'static str,
    /// Adds the commands that make a random value.
    pub make: fn(&[u8], &mut Rng, &mut Commands),
    /// Adds the commands that read it whole.
    pub read: fn(&[u8], &mut Commands),
    /// Puts a reply to one of these in order.
    pub order: fn(&[u8]) -> Vec<u8>,
    /// Fields may expire.
    pub expires: bool,
}

/// All forms, each with what must be in it.
pub const FORMS: &[Form] = &[
    form(
        "string-int",
        |key, rng, out| set(key, number(rng), out),
        get,
    ),
    form(
        "string-short",
        |key, rng, out| set(key, text(rng, 40), out),
        get,
    ),
    form(
        "string-long",
        |key, rng, out| set(key, text(rng, 20_000), out),
        get,
    ),
    form(
        "list-compact",
        |key, rng, out| push(key, (8, 30), rng, out),
        lrange,
    ),
    form(
        "list-large",
        |key, rng, out| push(key, (60, 12_000), rng, out),
        lrange,
    ),
    hash("hash-compact", |key, rng, out| {
        hset(key, (12, 40), rng, out)
    }),
    hash("hash-large", |key, rng, out| {
        hset(key, (40, 1_500), rng, out)
    }),
    Form {
        expires: true,
        ..hash("hash-expiring", |key, rng, out| {
            hset(key, (20, 90), rng, out);
            let names = out.last().map(|command| command[2..].to_vec());
            for pair in names.unwrap_or_default().chunks(2) {
                if rng.below(2) == 0 {
                    let at = (4_000_000_000_000 + rng.below(1_000_000)).to_string();
                    out.push(words(
                        key,
                        b"HPEXPIREAT",
                        [
                            at.into(),
                            b"FIELDS".to_vec(),
                            b"1".to_vec(),
                            pair[0].clone(),
                        ],
                    ));
                }
            }
        })
    },
    sets("set-integers", |key, rng, out| {
        let members = (0..=rng.below(60)).map(|_| number(rng)).collect::<Vec<_>>();
        out.push(words(key, b"SADD", members));
    }),
    sets("set-compact", |key, rng, out| {
        let members = (0..=rng.below(40))
            .map(|_| text(rng, 30))
            .collect::<Vec<_>>();
        out.push(words(key, b"SADD", members));
    }),
    sets("set-large", |key, rng, out| {
        let members = (0..=rng.below(150))
            .map(|_| text(rng, 300))
            .collect::<Vec<_>>();
        out.push(words(key, b"SADD", members));
    }),
    form(
        "zset-compact",
        |key, rng, out| zadd(key, (30, 30), rng, out),
        zrange,
    ),
    form(
        "zset-large",
        |key, rng, out| zadd(key, (150, 200), rng, out),
        zrange,
    ),
    form("stream", stream, xread),
    form("stream-groups", stream_groups, xread),
];

const fn form(
    name: &'static str,
    make: fn(&[u8], &mut Rng, &mut Commands),
    read: fn(&[u8], &mut Commands),
) -> Form {
    Form {
        name,
        make,
        read,
        order: <[u8]>::to_vec,
        expires: false,
    }
}

const fn hash(name: &'static str, make: fn(&[u8], &mut Rng, &mut Commands)) -> Form {
    Form {
        order: |reply| sorted(reply, 2),
        ..form(name, make, |key, out| out.push(words(key, b"HGETALL", [])))
    }
}

const fn sets(name: &'static str, make: fn(&[u8], &mut Rng, &mut Commands)) -> Form {
    Form {
        order: |reply| sorted(reply, 1),
        ..form(name, make, |key, out| out.push(words(key, b"SMEMBERS", [])))
    }
}

/// Items of a reply in order, so many of them belonging together.
fn sorted(reply: &[u8], together: usize) -> Vec<u8> {
    let value = Value::decode(reply).ok();
    let Some(items) = value.as_ref().and_then(Value::items) else {
        return reply.to_vec();
    };
    let mut groups: Vec<String> = items
        .chunks(together)
        .map(|group| format!("{group:?}"))
        .collect();
    groups.sort();
    groups.join("\n").into_bytes()
}

/// `head key rest...`
fn words(key: &[u8], head: &[u8], rest: impl IntoIterator<Item = Vec<u8>>) -> Vec<Vec<u8>> {
    let mut command = vec![head.to_vec(), key.to_vec()];
    command.extend(rest);
    command
}

/// An integer of any width.
fn number(rng: &mut Rng) -> Vec<u8> {
    let number = rng.next_u64() as i64 >> rng.below(64);
    number.to_string().into_bytes()
}

/// A text of up to `bytes_max` bytes: a number, letters that compress, or anything.
fn text(rng: &mut Rng, bytes_max: u64) -> Vec<u8> {
    let most = rng.below(bytes_max + 1);
    let len = rng.below(most + 1);
    match rng.below(4) {
        0 => number(rng),
        1 => (0..len).map(|_| rng.next_u64() as u8).collect(),
        2 => (0..len)
            .map(|at| b'a' + (at % (1 + len / 9)) as u8 % 26)
            .collect(),
        _ => (0..len).map(|_| b'a' + rng.below(3) as u8).collect(),
    }
}

fn set(key: &[u8], value: Vec<u8>, out: &mut Commands) {
    out.push(words(key, b"SET", [value]));
}

fn get(key: &[u8], out: &mut Commands) {
    out.push(words(key, b"GET", []));
}

fn push(key: &[u8], (count_max, bytes_max): (u64, u64), rng: &mut Rng, out: &mut Commands) {
    for head in [b"RPUSH", b"LPUSH"] {
        let count = 1 + rng.below(count_max);
        let values: Vec<_> = (0..count).map(|_| text(rng, bytes_max)).collect();
        out.push(words(key, head, values));
    }
}

fn lrange(key: &[u8], out: &mut Commands) {
    out.push(words(key, b"LRANGE", [b"0".to_vec(), b"-1".to_vec()]));
}

fn hset(key: &[u8], (count_max, bytes_max): (u64, u64), rng: &mut Rng, out: &mut Commands) {
    let count = 2 * (1 + rng.below(count_max));
    let texts: Vec<_> = (0..count).map(|_| text(rng, bytes_max)).collect();
    out.push(words(key, b"HSET", texts));
}

fn zadd(key: &[u8], (count_max, bytes_max): (u64, u64), rng: &mut Rng, out: &mut Commands) {
    let mut rest = Vec::new();
    for _ in 0..=rng.below(count_max) {
        rest.push(match rng.below(6) {
            0 => b"inf".to_vec(),
            1 => b"-inf".to_vec(),
            2 => (rng.below(1_000_000) as f64 / 7.0).to_string().into_bytes(),
            3 => format!("-{}e{}", rng.below(1_000), rng.below(300)).into_bytes(),
            _ => (rng.below(2_000) as i64 - 1_000).to_string().into_bytes(),
        });
        rest.push(text(rng, bytes_max));
    }
    out.push(words(key, b"ZADD", rest));
}

fn zrange(key: &[u8], out: &mut Commands) {
    let rest = [&b"0"[..], b"-1", b"WITHSCORES"].map(<[u8]>::to_vec);
    out.push(words(key, b"ZRANGE", rest));
}

fn stream(key: &[u8], rng: &mut Rng, out: &mut Commands) {
    let mut ms = rng.below(1 << 40);
    for _ in 0..=rng.below(250) {
        ms += 1 + rng.below(50);
        let mut rest = vec![format!("{ms}-{}", rng.below(3)).into_bytes()];
        let same = rng.below(2) == 0;
        for field in 0..=rng.below(3) {
            let name = if same {
                vec![b'a' + field as u8]
            } else {
                text(rng, 20)
            };
            rest.extend([name, text(rng, 60)]);
        }
        out.push(words(key, b"XADD", rest));
    }
    if rng.below(2) == 0 {
        let rest = [b"MAXLEN".to_vec(), rng.below(200).to_string().into_bytes()];
        out.push(words(key, b"XTRIM", rest));
    }
}

fn stream_groups(key: &[u8], rng: &mut Rng, out: &mut Commands) {
    stream(key, rng, out);
    for group in [b"g1", b"g2"] {
        let mut create = words(b"CREATE", b"XGROUP", [key.to_vec(), group.to_vec()]);
        create.push(b"0".to_vec());
        out.push(create);
        for consumer in [b"alice", &b"bob"[..]] {
            let count = (1 + rng.below(20)).to_string().into_bytes();
            let words = [
                b"XREADGROUP",
                &b"GROUP"[..],
                group,
                consumer,
                b"COUNT",
                &count,
                b"STREAMS",
                key,
                b">",
            ];
            out.push(words.iter().map(|word| word.to_vec()).collect());
        }
    }
}

fn xread(key: &[u8], out: &mut Commands) {
    out.push(words(key, b"XRANGE", [b"-".to_vec(), b"+".to_vec()]));
    for what in [&[&b"FULL"[..], b"COUNT", b"0"][..], &[]] {
        let mut command = words(b"STREAM", b"XINFO", [key.to_vec()]);
        command.extend(what.iter().map(|word| word.to_vec()));
        // The short form tells of a radix tree, which is each server's own affair.
        if !what.is_empty() {
            out.push(command);
        }
    }
}
