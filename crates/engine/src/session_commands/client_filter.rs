//! Which clients CLIENT LIST and CLIENT KILL mean.
//!
//! Must never change a session.

use resp::{Args, ReplyError};

use super::client::flags_of;
use crate::core::Core;
use crate::session::Session;

/// Flags that a filter may name: all that Valkey knows.
const FLAGS: &[u8] = b"ABEIMNOPRSTUbcdeirtux";

/// Conditions that a filter may also state the other way round.
const NEGATABLE: [&[u8]; 12] = [
    b"addr",
    b"laddr",
    b"ip",
    b"user",
    b"name",
    b"lib-name",
    b"lib-ver",
    b"flags",
    b"capa",
    b"type",
    b"db",
    b"id",
];

/// Which clients are meant; all conditions hold together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One of these; empty if ID was given without any, which nobody meets.
    ids: Option<Vec<u64>>,
    not_ids: Vec<u64>,
    /// Other conditions, each to be met or not.
    conditions: Vec<(Condition, bool)>,
    /// The asking client, if it is left out.
    skip: Option<u64>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    Addr(Vec<u8>),
    Laddr(Vec<u8>),
    Ip(Vec<u8>),
    User(Vec<u8>),
    Name(Vec<u8>),
    LibName(Vec<u8>),
    LibVer(Vec<u8>),
    Flags(Vec<u8>),
    Capa(Vec<u8>),
    Type(ClientType),
    MaxageSeconds(i64),
    IdleSeconds(i64),
    Db(i64),
}

/// CLIENT LIST TYPE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClientType {
    Normal,
    Pubsub,
    Replica,
    /// Primaries: there are none yet.
    Other,
}

impl Filter {
    /// The clients that meet one condition.
    pub(super) fn of(condition: Condition) -> Self {
        Self {
            conditions: vec![(condition, true)],
            ..Self::default()
        }
    }

    /// Parses the options of CLIENT LIST (the asker is listed unless it says otherwise) or
    /// CLIENT KILL (the asker is spared unless it says otherwise).
    pub(super) fn parse(
        args: Args<'_>,
        asker: u64,
        databases: u32,
        kill: bool,
    ) -> Result<Self, ReplyError> {
        let mut filter = Self {
            skip: kill.then_some(asker),
            ..Self::default()
        };
        if args.len() == 1 {
            return Err(ReplyError::SYNTAX);
        }
        let mut next = 0;
        while next < args.len() {
            let option = args.get(next).to_ascii_lowercase();
            let (name, met) = match option.strip_prefix(b"not-") {
                Some(name) if NEGATABLE.contains(&name) => (name, false),
                Some(_) => return Err(ReplyError::SYNTAX),
                None => (option.as_slice(), true),
            };
            if name == b"id" {
                let ids = if met {
                    filter.ids.get_or_insert_default()
                } else {
                    &mut filter.not_ids
                };
                next += 1 + parse_ids(args.tail(next + 1), ids)?;
                continue;
            }
            if next + 1 >= args.len() {
                return Err(ReplyError::SYNTAX);
            }
            let value = args.get(next + 1);
            if name == b"skipme" {
                filter.skip = match value.to_ascii_lowercase().as_slice() {
                    b"yes" => Some(asker),
                    b"no" => None,
                    _ => return Err(ReplyError::SYNTAX),
                };
            } else {
                filter.put(condition(name, value, met, databases)?, met);
            }
            next += 2;
        }
        Ok(filter)
    }

    /// Adds a condition; the last of a kind counts.
    fn put(&mut self, condition: Condition, met: bool) {
        let kind = std::mem::discriminant(&condition);
        self.conditions
            .retain(|(old, old_met)| std::mem::discriminant(old) != kind || *old_met != met);
        self.conditions.push((condition, met));
    }

    pub(super) fn fits(&self, core: &Core, session: &Session) -> bool {
        let id = session.client_id;
        self.skip != Some(id)
            && self.ids.as_ref().is_none_or(|ids| ids.contains(&id))
            && !self.not_ids.contains(&id)
            && self
                .conditions
                .iter()
                .all(|(condition, met)| condition.fits(core, session) == *met)
    }
}

/// Numbers as long as there are some; counts them.
fn parse_ids(args: Args<'_>, ids: &mut Vec<u64>) -> Result<usize, ReplyError> {
    let mut count = 0;
    for arg in args {
        let Some(id) = stdx::num::parse_i64(arg) else {
            break;
        };
        let valid = u64::try_from(id).ok().filter(|&id| id > 0);
        let error = ReplyError::fixed("ERR client-id should be greater than 0");
        ids.push(valid.ok_or(error)?);
        count += 1;
    }
    Ok(count)
}

fn condition(
    name: &[u8],
    value: &[u8],
    met: bool,
    databases: u32,
) -> Result<Condition, ReplyError> {
    let text = value.to_vec();
    Ok(match name {
        b"addr" => Condition::Addr(text),
        b"laddr" => Condition::Laddr(text),
        b"ip" => Condition::Ip(text),
        b"user" if value == b"default" => Condition::User(text),
        b"user" => return Err(quoting("ERR No such user '", value, "'")),
        b"name" => Condition::Name(text),
        b"lib-name" => Condition::LibName(text),
        b"lib-ver" => Condition::LibVer(text),
        b"flags" if value.iter().all(|flag| FLAGS.contains(flag)) => Condition::Flags(text),
        b"flags" => return Err(unknown("flags", met, value)),
        b"capa" if value.iter().all(|&capability| capability == b'r') => Condition::Capa(text),
        b"capa" => return Err(unknown("capa", met, value)),
        b"type" => Condition::Type(client_type(value)?),
        b"maxage" => Condition::MaxageSeconds(positive("maxage", value)?),
        b"idle" => Condition::IdleSeconds(positive("idle", value)?),
        b"db" => Condition::Db(database(value, met, databases)?),
        _ => return Err(ReplyError::SYNTAX),
    })
}

fn positive(name: &str, value: &[u8]) -> Result<i64, ReplyError> {
    let text = |rest: &str| ReplyError::new(format!("ERR {name} {rest}"));
    let number = stdx::num::parse_i64(value).ok_or(text("is not an integer or out of range"))?;
    if number > 0 {
        Ok(number)
    } else {
        Err(text("should be greater than 0"))
    }
}

fn database(value: &[u8], met: bool, databases: u32) -> Result<i64, ReplyError> {
    let name = if met { "DB" } else { "NOT-DB" };
    let text = |rest: &str| ReplyError::new(format!("ERR {name} {rest}"));
    let number = stdx::num::parse_i64(value).filter(|number| i32::try_from(*number).is_ok());
    let number = number.ok_or(text("is not an integer or out of range"))?;
    if (0..i64::from(databases)).contains(&number) {
        return Ok(number);
    }
    Err(text(&format!(
        "number should be between 0 and {}",
        databases.saturating_sub(1)
    )))
}

fn unknown(what: &str, met: bool, value: &[u8]) -> ReplyError {
    let which = if met {
        "provided".to_owned()
    } else {
        format!("NOT-{}", what.to_uppercase())
    };
    quoting(
        &format!("ERR Unknown {what} found in the {which} filter: "),
        value,
        "",
    )
}

fn quoting(before: &str, value: &[u8], after: &str) -> ReplyError {
    ReplyError::from_bytes([before.as_bytes(), value, after.as_bytes()].concat())
}

fn client_type(value: &[u8]) -> Result<ClientType, ReplyError> {
    match value.to_ascii_lowercase().as_slice() {
        b"normal" => Ok(ClientType::Normal),
        b"pubsub" => Ok(ClientType::Pubsub),
        b"replica" | b"slave" => Ok(ClientType::Replica),
        b"primary" | b"master" => Ok(ClientType::Other),
        _ => Err(quoting("ERR Unknown client type '", value, "'")),
    }
}

impl Condition {
    fn fits(&self, core: &Core, session: &Session) -> bool {
        let age = |since_ms: i64| (core.now_ms - since_ms) / 1000;
        // What a client has not said equals nothing, not even the empty text.
        let said = |text: &[u8], wanted: &[u8]| !text.is_empty() && text == wanted;
        match self {
            Self::Addr(addr) => session.info.addr.as_bytes() == addr,
            Self::Laddr(addr) => session.info.laddr.as_bytes() == addr,
            Self::Ip(ip) => host(&session.info.addr).as_bytes() == ip,
            Self::User(user) => session.user.as_bytes() == user,
            Self::Name(name) => said(&session.name, name),
            Self::LibName(name) => said(&session.lib_name, name),
            Self::LibVer(version) => said(&session.lib_ver, version),
            Self::Flags(flags) => {
                let has = flags_of(session);
                flags.iter().all(|flag| has.as_bytes().contains(flag))
            }
            Self::Capa(wanted) => wanted.is_empty() || session.takes_redirects,
            Self::Type(ClientType::Replica) => session.follows,
            Self::Type(ClientType::Normal) => session.subscription_count() == 0 && !session.follows,
            Self::Type(ClientType::Pubsub) => session.subscription_count() > 0,
            Self::Type(ClientType::Other) => false,
            Self::MaxageSeconds(seconds) => age(session.created_ms) >= *seconds,
            Self::IdleSeconds(seconds) => age(session.active_ms) >= *seconds,
            Self::Db(db) => i64::from(session.db) == *db,
        }
    }
}

/// The address without port and brackets.
fn host(addr: &str) -> &str {
    let host = addr.rsplit_once(':').map_or(addr, |(host, _)| host);
    host.strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
        .unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::OwnedArgs;

    fn parse(words: &[&str]) -> Result<Filter, String> {
        let words: Vec<&[u8]> = words.iter().map(|word| word.as_bytes()).collect();
        Filter::parse(OwnedArgs::of(&words).args(), 7, 16, true)
            .map_err(|error| String::from_utf8_lossy(error.text()).into_owned())
    }

    #[test]
    fn the_last_condition_of_a_kind_counts_and_ids_add_up() {
        let filter = parse(&[
            "ID", "1", "2", "type", "pubsub", "ID", "3", "TYPE", "normal",
        ]);
        let filter = filter.expect("valid");
        assert_eq!(filter.ids, Some(vec![1, 2, 3]));
        assert_eq!(
            filter.conditions,
            [(Condition::Type(ClientType::Normal), true)]
        );
        assert_eq!(filter.skip, Some(7));
        let both = parse(&["DB", "1", "NOT-DB", "2", "SKIPME", "no"]).expect("valid");
        assert_eq!(
            both.conditions,
            [(Condition::Db(1), true), (Condition::Db(2), false)]
        );
        assert_eq!(both.skip, None);
    }

    #[test]
    fn errors_are_those_of_valkey() {
        let cases: &[(&[&str], &str)] = &[
            (&["ID", "0"], "ERR client-id should be greater than 0"),
            (&["ID", "x"], "ERR syntax error"),
            (&["ID", "1", "x"], "ERR syntax error"),
            (&["USER", "nobody"], "ERR No such user 'nobody'"),
            (&["MAXAGE", "0"], "ERR maxage should be greater than 0"),
            (&["IDLE", "x"], "ERR idle is not an integer or out of range"),
            (&["NOT-IDLE", "5"], "ERR syntax error"),
            (&["NOT-SKIPME", "no"], "ERR syntax error"),
            (
                &["FLAGS", "ZZ"],
                "ERR Unknown flags found in the provided filter: ZZ",
            ),
            (
                &["NOT-FLAGS", "Q"],
                "ERR Unknown flags found in the NOT-FLAGS filter: Q",
            ),
            (
                &["NOT-CAPA", "zz"],
                "ERR Unknown capa found in the NOT-CAPA filter: zz",
            ),
            (&["DB", "16"], "ERR DB number should be between 0 and 15"),
            (
                &["NOT-DB", "-1"],
                "ERR NOT-DB number should be between 0 and 15",
            ),
            (&["TYPE", "foo"], "ERR Unknown client type 'foo'"),
        ];
        for (words, text) in cases {
            assert_eq!(parse(words), Err((*text).to_owned()), "{words:?}");
        }
    }

    #[test]
    fn hosts_come_without_port_and_brackets() {
        assert_eq!(host("127.0.0.1:50"), "127.0.0.1");
        assert_eq!(host("[::1]:50"), "::1");
        assert_eq!(host("/tmp/s:0"), "/tmp/s");
    }
}
