//! DEBUG subcommands that only reply: PROTOCOL, ERROR, HELP, and knobs of what Ringkey has not.
//!
//! Must never touch a slot.

use resp::{Args, Proto, ReplyError, ReplyWriter};

/// What DEBUG HELP says.
const HELP: &[&str] = &[
    "DEBUG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:",
    "DIGEST",
    "    Digest of all keys; zeros for an empty keyspace.",
    "DIGEST-VALUE <key> [<key> ...]",
    "    Digest of the value of each key.",
    "ERROR <text>",
    "    Reply with an error of that text.",
    "HTSTATS <db>",
    "    How much room the tables of a database have, and how much of it is used.",
    "LOG <text>",
    "    Write the text to the log.",
    "OBJECT <key> [FAST]",
    "    Tell how a value is stored.",
    "PAUSE-CRON <0|1>",
    "    Stop giving back buffers, or go on.",
    "POPULATE <count> [<prefix>] [<size>]",
    "    Make keys that do not exist yet: <prefix>:<number>, prefix 'key' unless given.",
    "PROTOCOL <type>",
    "    Reply with a value of that type of the protocol.",
    "QUICKLIST-PACKED-THRESHOLD <bytes>",
    "    Accepted; the limits of a list's runs decide.",
    "RELOAD, LOADAOF",
    "    Write every value in the format of files and read it back, in memory.",
    "SDSLEN <key>",
    "    Tell the lengths of key and string.",
    "SET-ACTIVE-EXPIRE <0|1>",
    "    Stop deleting keys whose time has come unless they are touched, or go on.",
    "SET-SKIP-CHECKSUM-VALIDATION <0|1>",
    "    Let RESTORE take payloads whose checksum is wrong, or refuse them again.",
    "SLEEP <seconds>",
    "    Stop the whole server for so long; fractions are allowed.",
    "HELP",
    "    Print this help.",
];

/// Replies to a subcommand that needs nothing of the server.
pub(super) fn answer(
    sub: &[u8],
    args: Args<'_>,
    reply: &mut ReplyWriter<'_>,
) -> Result<(), ReplyError> {
    match (sub, args.len()) {
        (b"help", 2) => {
            reply.array(HELP.len());
            HELP.iter().for_each(|line| reply.simple(line));
        }
        (b"error", 3) => return Err(ReplyError::from_bytes(args.get(2).to_vec())),
        (b"protocol", 3) => return protocol(args.get(2), reply),
        // Buffers of replies are neither enlarged nor reduced: there is nothing to switch.
        // Which elements of a list lie by themselves is decided by the limits of its runs.
        (b"quicklist-packed-threshold", 3) => match memory_bytes(args.get(2)) {
            Some(..0x1_0000_0000) => reply.ok(),
            _ => {
                return Err(ReplyError::fixed(
                    "ERR argument must be a memory value bigger than 1 and smaller than 4gb",
                ));
            }
        },
        (b"replicate", 4..) | (b"change-repl-id", 2) => reply.ok(),
        (b"dict-resizing" | b"hashtable-can-abort-shrink" | b"set-disable-deny-scripts", 3) => {
            reply.ok();
        }
        (b"structsize", 2) => {
            let text = format!(
                "bits:{} object:{} ",
                usize::BITS,
                size_of::<values::Object>()
            );
            reply.bulk(text.as_bytes());
        }
        (b"replybuffer", 4) if is_reply_buffer_knob(args.get(2)) => reply.ok(),
        _ => {
            let name = String::from_utf8_lossy(args.get(1)).into_owned();
            return Err(super::server::wrong_subcommand(&name, "DEBUG"));
        }
    }
    Ok(())
}

/// A number of bytes with an optional unit.
fn memory_bytes(text: &[u8]) -> Option<u64> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, unit) = text.split_at(digits);
    let factor = match unit.to_ascii_lowercase().as_slice() {
        b"" | b"b" => 1,
        b"k" => 1_000,
        b"kb" => 1 << 10,
        b"m" => 1_000_000,
        b"mb" => 1 << 20,
        b"g" => 1_000_000_000,
        b"gb" => 1 << 30,
        _ => return None,
    };
    str::from_utf8(number)
        .ok()?
        .parse::<u64>()
        .ok()?
        .checked_mul(factor)
}

fn is_reply_buffer_knob(name: &[u8]) -> bool {
    name.eq_ignore_ascii_case(b"peak-reset-time") || name.eq_ignore_ascii_case(b"resizing")
}

/// A value of each type of the protocol, as clients' tests expect them of Valkey.
fn protocol(name: &[u8], reply: &mut ReplyWriter<'_>) -> Result<(), ReplyError> {
    match name.to_ascii_lowercase().as_slice() {
        b"string" => reply.bulk(b"Hello World"),
        b"integer" => reply.int(12_345),
        b"double" => reply.double_text(b"3.141"),
        b"null" => reply.null(),
        b"array" => {
            reply.array(3);
            (0..3).for_each(|i| reply.int(i));
        }
        b"set" => {
            reply.set(3);
            (0..3).for_each(|i| reply.int(i));
        }
        b"map" => {
            reply.map(3);
            for i in 0..3 {
                reply.int(i);
                reply.boolean(i == 1);
            }
        }
        b"attrib" => {
            if reply.proto() == Proto::Resp3 {
                reply.attribute(1);
                reply.bulk(b"key-popularity");
                reply.array(2);
                reply.bulk(b"key:123");
                reply.int(90);
            }
            reply.bulk(b"Some real reply following the attribute");
        }
        b"push" if reply.proto() == Proto::Resp2 => {
            return Err(ReplyError::fixed(
                "ERR RESP2 is not supported by this command",
            ));
        }
        b"push" => {
            // A push comes behind the reply.
            reply.bulk(b"Some real reply following the push reply");
            reply.push(2);
            reply.bulk(b"server-cpu-usage");
            reply.int(42);
        }
        b"bignum" => reply.bignum(b"1234567999999999999999999999999999999"),
        b"true" => reply.boolean(true),
        b"false" => reply.boolean(false),
        b"verbatim" => reply.verbatim("txt", b"This is a verbatim\nstring"),
        _ => {
            return Err(ReplyError::fixed(
                "ERR Wrong protocol type name. Please use one of the following: \
                 string|integer|double|bignum|null|array|set|map|attrib|push|verbatim|true|false",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use resp::OutBuf;

    fn written(name: &str, proto: Proto) -> Vec<u8> {
        let mut out = OutBuf::new();
        let result = protocol(name.as_bytes(), &mut ReplyWriter::new(&mut out, proto));
        match result {
            Ok(()) => out
                .take_segments()
                .iter()
                .flat_map(|s| s.as_slice().to_vec())
                .collect(),
            Err(error) => error.text().to_vec(),
        }
    }

    #[test]
    fn types_are_encoded_as_valkey_encodes_them() {
        let cases: &[(&str, &str, &str)] = &[
            ("true", ":1\r\n", "#t\r\n"),
            ("double", "$5\r\n3.141\r\n", ",3.141\r\n"),
            ("null", "$-1\r\n", "_\r\n"),
            (
                "set",
                "*3\r\n:0\r\n:1\r\n:2\r\n",
                "~3\r\n:0\r\n:1\r\n:2\r\n",
            ),
            (
                "map",
                "*6\r\n:0\r\n:0\r\n:1\r\n:1\r\n:2\r\n:0\r\n",
                "%3\r\n:0\r\n#f\r\n:1\r\n#t\r\n:2\r\n#f\r\n",
            ),
            (
                "verbatim",
                "$25\r\nThis is a verbatim\nstring\r\n",
                "=29\r\ntxt:This is a verbatim\nstring\r\n",
            ),
        ];
        for (name, second, third) in cases {
            assert_eq!(
                written(name, Proto::Resp2),
                second.as_bytes(),
                "{name} in RESP2"
            );
            assert_eq!(
                written(name, Proto::Resp3),
                third.as_bytes(),
                "{name} in RESP3"
            );
        }
        assert_eq!(
            written("push", Proto::Resp2),
            b"ERR RESP2 is not supported by this command".to_vec()
        );
    }
}
