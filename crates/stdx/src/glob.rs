//! Glob patterns as in KEYS, PSUBSCRIBE and CONFIG GET: `*`, `?`, `[a-c]`, `[^a-c]`, `\` before a
//! byte that stands for itself.
//!
//! Bytes only. The time taken is bounded by the product of both lengths.

/// Patterns that come to their 1001st `*` (neighbouring ones count once) match nothing, as on
/// Valkey.
pub const STARS_MAX: usize = 1000;

/// Whether the whole of `text` matches `pattern`; with `nocase`, ASCII letters of either case are
/// the same.
///
/// As on Valkey, an empty text matches the empty pattern only, not even `*`. (KEYS and SCAN take a
/// lone `*` as no pattern at all; that is theirs to do.)
pub fn matches(pattern: &[u8], text: &[u8], nocase: bool) -> bool {
    if text.is_empty() {
        return pattern.is_empty();
    }
    let (mut pattern, mut text) = (pattern, text);
    // What follows the last star, and the text that it was last tried on. Only the last star needs
    // another try: whatever an earlier one could take, the last one can take as well.
    let mut last_star: Option<(&[u8], &[u8])> = None;
    let mut stars = 0;
    loop {
        if let [b'*', ..] = pattern {
            while let [b'*', rest @ ..] = pattern {
                pattern = rest;
            }
            if pattern.is_empty() {
                return true;
            }
            stars += 1;
            if stars > STARS_MAX {
                return false;
            }
            last_star = Some((pattern, text));
        }
        let [byte, text_rest @ ..] = text else {
            // Starting later would leave even less text for what is left of the pattern.
            return pattern.is_empty();
        };
        if let Some(pattern_rest) = match_byte(pattern, *byte, nocase) {
            (pattern, text) = (pattern_rest, text_rest);
            continue;
        }
        match last_star {
            Some((after_star, [_, later @ ..])) => {
                (pattern, text) = (after_star, later);
                last_star = Some((pattern, text));
            }
            _ => return false,
        }
    }
}

/// What follows the pattern's first element, if that element (not a star) matches `byte`.
fn match_byte(pattern: &[u8], byte: u8, nocase: bool) -> Option<&[u8]> {
    match pattern {
        [] => None,
        [b'?', rest @ ..] => Some(rest),
        [b'[', class @ ..] => match_class(class, byte, nocase),
        [b'\\', literal, rest @ ..] | [literal, rest @ ..] => {
            (fold(*literal, nocase) == fold(byte, nocase)).then_some(rest)
        }
    }
}

/// What follows a class that begins behind its `[`, if `byte` is in it. One that is never closed
/// ends with the pattern.
fn match_class(class: &[u8], byte: u8, nocase: bool) -> Option<&[u8]> {
    let (negated, mut class) = match class {
        [b'^', rest @ ..] => (true, rest),
        _ => (false, class),
    };
    let wanted = fold(byte, nocase);
    let mut found = false;
    let rest = loop {
        class = match class {
            [] => break class,
            [b']', rest @ ..] => break rest,
            // An escaped byte matches in its own case only.
            [b'\\', literal, rest @ ..] => {
                found |= *literal == byte;
                rest
            }
            [from, b'-', to, rest @ ..] => {
                let (low, high) = (*from.min(to), *from.max(to));
                found |= (fold(low, nocase)..=fold(high, nocase)).contains(&wanted);
                rest
            }
            [literal, rest @ ..] => {
                found |= fold(*literal, nocase) == wanted;
                rest
            }
        };
    };
    (found != negated).then_some(rest)
}

fn fold(byte: u8, nocase: bool) -> u8 {
    if nocase {
        byte.to_ascii_lowercase()
    } else {
        byte
    }
}

#[cfg(test)]
mod tests;
