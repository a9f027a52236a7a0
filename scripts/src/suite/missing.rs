//! Recognises the server's words for "this is not there yet".

/// What a refusal by the server says is missing: `SADD`, `CONFIG maxmemory`, or the words of a
/// refusal that names neither a command nor a parameter. `None` for every other error.
pub(super) fn missing_in_reply(text: &str) -> Option<String> {
    named(text).or_else(|| text.contains("Ringkey").then(|| text.to_string()))
}

/// As [`missing_in_reply`] for a text that may only quote the server, and much else.
pub(super) fn missing_in_text(text: &str) -> Option<String> {
    text.lines().find_map(named)
}

fn named(line: &str) -> Option<String> {
    if let Some((before, _)) = line.split_once("' is known but not available") {
        let (_, command) = before.rsplit_once("the command '")?;
        return Some(command.to_uppercase());
    }
    let (_, rest) = line.split_once("(possibly related to argument '")?;
    let (parameter, reason) = rest.split_once("')")?;
    // A value that Valkey refuses as well is nothing that is missing.
    reason
        .contains("Ringkey")
        .then(|| format!("CONFIG {parameter}"))
}

#[cfg(test)]
mod tests {
    use super::{missing_in_reply, missing_in_text};

    #[test]
    fn only_what_is_not_there_yet_is_missing() {
        let command =
            "ERR the command 'script kill' is known but not available in this version of Ringkey";
        let parameter = "ERR CONFIG SET failed (possibly related to argument 'maxmemory') - \
            Ringkey does not limit its memory yet: only 0 (no limit) would be true";
        let other = "ERR SHUTDOWN SAVE is not available: Ringkey does not write snapshots yet";
        let value = "ERR CONFIG SET failed (possibly related to argument 'hz') - argument couldn't \
            be parsed into an integer";
        let cases = [
            (command, Some("SCRIPT KILL"), Some("SCRIPT KILL")),
            (
                parameter,
                Some("CONFIG maxmemory"),
                Some("CONFIG maxmemory"),
            ),
            (other, Some(other), None),
            (value, None, None),
            ("WRONGTYPE Operation against a key", None, None),
        ];
        for (text, reply, quoted) in cases {
            assert_eq!(missing_in_reply(text).as_deref(), reply, "{text}");
            let report = format!("[err]: a case\nExpected 'x' to match '{text}'\nelse\n");
            assert_eq!(missing_in_text(&report).as_deref(), quoted, "{text}");
        }
    }
}
