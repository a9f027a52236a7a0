//! Places on earth, as members of sorted sets whose scores are numbers of map cells.
//!
//! Never knows another family; a place is a sorted set's element to all others.

mod areas;
mod cells;
mod options;
mod search;
mod sphere;

pub use search::{
    georadius, georadius_ro, georadiusbymember, georadiusbymember_ro, geosearch, geosearchstore,
};

use resp::{Args, ReplyError, ReplyWriter};
use stdx::num::{I64_TEXT_BYTES_MAX, format_i64, parse_f64};
use values::SortedSet;
use values::hash::Rules;

use crate::context::CommandContext;
use crate::events::EventClass;
use cells::{LATITUDE_MAX, LONGITUDE_MAX, Point};

/// Digits behind the point of a coordinate.
const COORDINATE_DIGITS: usize = 17;
/// Distances are told to the tenth of a thousandth.
const DISTANCE_STEPS: f64 = 10_000.0;

/// GEOADD key [NX | XX] [CH] longitude latitude member [longitude latitude member ...]
pub fn geoadd(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (mut absent, mut present, mut changed) = (false, false, false);
    let mut first = 2;
    while let Some(word) = args.try_get(first) {
        let is = |name: &[u8]| word.eq_ignore_ascii_case(name);
        match () {
            () if is(b"nx") => absent = true,
            () if is(b"xx") => present = true,
            () if is(b"ch") => changed = true,
            () => break,
        }
        first += 1;
    }
    let words = args.tail(first);
    if words.is_empty() || !words.len().is_multiple_of(3) || (absent && present) {
        return Err(ReplyError::SYNTAX);
    }
    let mut places: Vec<(u64, &[u8])> = Vec::with_capacity(words.len() / 3);
    for at in (0..words.len()).step_by(3) {
        let point = parse_point(words.get(at), words.get(at + 1))?;
        places.push((cells::score_of(point), words.get(at + 2)));
    }
    let mut place = ctx.write(args.get(1))?;
    place.sorted_set()?;
    let add =
        |set: &mut SortedSet, rules: &Rules<'_>| add_all(set, &places, (absent, present), rules);
    let (added, updated) = if place.exists() {
        let counted = place.edit_sorted_set(|set, rules| {
            let counted = add(set, rules);
            (counted != (0, 0), counted)
        });
        counted.unwrap_or_default()
    } else if present {
        (0, 0)
    } else {
        let mut set = SortedSet::new();
        let counted = add(&mut set, &place.rules());
        place.put_sorted_set(set);
        counted
    };
    if (added, updated) != (0, 0) {
        place.event(EventClass::ZSET, "zadd");
        place.ready();
    }
    place.reply.int(added + if changed { updated } else { 0 });
    if (added, updated) != (0, 0) {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// How many were added, and how many changed.
fn add_all(
    set: &mut SortedSet,
    places: &[(u64, &[u8])],
    (absent, present): (bool, bool),
    rules: &Rules<'_>,
) -> (i64, i64) {
    let longest = places.iter().map(|(_, member)| member.len()).max();
    set.expect(places.len(), longest.unwrap_or(0), rules);
    let (mut added, mut updated) = (0, 0);
    for &(score, member) in places {
        let score = score as f64;
        let known = (absent || present) && set.score(member).is_some();
        if (absent && known) || (present && !known) {
            continue;
        }
        match set.set(member, score, rules) {
            None => added += 1,
            Some(old) => updated += i64::from(old != score),
        }
    }
    (added, updated)
}

/// GEOPOS key [member [member ...]]
pub fn geopos(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let members = args.tail(2);
    reply.array(members.len());
    for member in members {
        match set.as_deref().and_then(|set| set.score(member)) {
            Some(score) => reply_point(reply, cells::point_of(score)),
            None => reply.null_array(),
        }
    }
    Ok(())
}

/// GEOHASH key [member [member ...]]
pub fn geohash(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let members = args.tail(2);
    reply.array(members.len());
    for member in members {
        match set.as_deref().and_then(|set| set.score(member)) {
            Some(score) => reply.bulk(&cells::text_of(cells::point_of(score))),
            None => reply.null(),
        }
    }
    Ok(())
}

/// GEODIST key member1 member2 [M | KM | FT | MI]
pub fn geodist(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let unit_m = match args.try_get(4) {
        None => 1.0,
        Some(_) if args.len() > 5 => return Err(ReplyError::SYNTAX),
        Some(word) => parse_unit_m(word)?,
    };
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let score = |at| set.as_deref().and_then(|set| set.score(args.get(at)));
    match (score(2), score(3)) {
        (Some(a), Some(b)) => {
            let (a, b) = (cells::point_of(a), cells::point_of(b));
            reply_distance(reply, sphere::distance_m(a, b) / unit_m);
        }
        _ => reply.null(),
    }
    Ok(())
}

/// Metres of a unit.
fn parse_unit_m(word: &[u8]) -> Result<f64, ReplyError> {
    let is = |name: &[u8]| word.eq_ignore_ascii_case(name);
    match () {
        () if is(b"m") => Ok(1.0),
        () if is(b"km") => Ok(1000.0),
        () if is(b"ft") => Ok(0.3048),
        () if is(b"mi") => Ok(1609.34),
        () => Err(ReplyError::fixed(
            "ERR unsupported unit provided. please use M, KM, FT, MI",
        )),
    }
}

fn parse_point(longitude: &[u8], latitude: &[u8]) -> Result<Point, ReplyError> {
    let number = |text| parse_f64(text).ok_or(ReplyError::NOT_FLOAT);
    let (longitude, latitude) = (number(longitude)?, number(latitude)?);
    if longitude.abs() > LONGITUDE_MAX || latitude.abs() > LATITUDE_MAX {
        return Err(ReplyError::new(format!(
            "ERR invalid longitude,latitude pair {longitude:.6},{latitude:.6}"
        )));
    }
    Ok(Point {
        longitude,
        latitude,
    })
}

fn reply_point(reply: &mut ReplyWriter<'_>, point: Point) {
    reply.array(2);
    for degrees in [point.longitude, point.latitude] {
        let text = format!("{degrees:.COORDINATE_DIGITS$}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        let text = if text == "-0" { "0" } else { text };
        reply.double_text(text.as_bytes());
    }
}

fn reply_distance(reply: &mut ReplyWriter<'_>, distance: f64) {
    let steps = (distance * DISTANCE_STEPS).round_ties_even() as i64;
    let (whole, part) = (steps / DISTANCE_STEPS as i64, steps % DISTANCE_STEPS as i64);
    let mut text = format_i64(whole, &mut [0; I64_TEXT_BYTES_MAX]).to_vec();
    text.extend(format!(".{part:04}").bytes());
    reply.bulk(&text);
}
