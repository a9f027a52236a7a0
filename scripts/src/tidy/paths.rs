//! Paths into `std` that a Rust file names, in `use` trees and in place.

use super::source::Source;

/// A path that begins with `std`, with the line where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StdPath {
    pub line: usize,
    /// As in `std::time::Instant`; the members of a `use` tree are written out.
    pub path: String,
}

/// Every `std::...` path of the code.
pub(super) fn std_paths(source: &Source) -> Vec<StdPath> {
    let code = source.code_text(0..source.code.len());
    let mut paths = Vec::new();
    for word in source.words() {
        let starts_path = word.text == "std" && !code[..word.start].trim_end().ends_with("::");
        if starts_path && code[word.end..].trim_start().starts_with("::") {
            expand(code, word.start, &mut String::new(), &mut |at, path| {
                paths.push(StdPath {
                    line: source.line_of(at),
                    path: path.to_string(),
                });
            });
        }
    }
    paths
}

/// Reads one path or `use` tree at `at`, calls `found` for each full path, returns its end.
fn expand(
    code: &str,
    at: usize,
    prefix: &mut String,
    found: &mut impl FnMut(usize, &str),
) -> usize {
    let bytes = code.as_bytes();
    let before = prefix.len();
    let mut at = skip_space(bytes, at);
    let start = at;
    loop {
        at = skip_space(bytes, at);
        match bytes.get(at) {
            Some(b'{') => {
                at = expand_group(code, at, prefix, found);
                break;
            }
            Some(b'*') => {
                prefix.push('*');
                at += 1;
                found(start, prefix);
                break;
            }
            Some(byte) if is_name(*byte) => {
                let end = at
                    + bytes[at..]
                        .iter()
                        .take_while(|byte| is_name(**byte))
                        .count();
                match &code[at..end] {
                    // `time::{self, ...}` names the module.
                    "self" => prefix.truncate(prefix.trim_end_matches(':').len()),
                    name => prefix.push_str(name),
                }
                at = end;
            }
            _ => {
                found(start, prefix.trim_end_matches(':'));
                break;
            }
        }
        let next = skip_space(bytes, at);
        if !code[next..].starts_with("::") {
            found(start, prefix);
            break;
        }
        prefix.push_str("::");
        at = next + 2;
    }
    prefix.truncate(before);
    at
}

fn expand_group(
    code: &str,
    opening: usize,
    prefix: &mut String,
    found: &mut impl FnMut(usize, &str),
) -> usize {
    let bytes = code.as_bytes();
    let mut at = opening + 1;
    loop {
        at = skip_space(bytes, at);
        match bytes.get(at) {
            None => return at,
            Some(b'}') => return at + 1,
            Some(b'{' | b'*') => at = expand(code, at, prefix, found),
            Some(byte) if is_name(*byte) => {
                at = expand(code, at, prefix, found);
                at = skip_rename(code, at);
            }
            Some(_) => at += 1,
        }
    }
}

/// Passes over ` as name`.
fn skip_rename(code: &str, at: usize) -> usize {
    let bytes = code.as_bytes();
    let word = skip_space(bytes, at);
    if !code[word..].starts_with("as ") {
        return at;
    }
    let name = skip_space(bytes, word + 3);
    name + bytes[name..]
        .iter()
        .take_while(|byte| is_name(**byte))
        .count()
}

fn skip_space(bytes: &[u8], at: usize) -> usize {
    at + bytes[at.min(bytes.len())..]
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace())
        .count()
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
