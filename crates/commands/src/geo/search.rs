//! GEOSEARCH, GEOSEARCHSTORE, and the commands they have replaced.

use resp::{Args, ReplyError, ReplyWriter};
use values::zset::{Element, ScoreBound};
use values::{Item, SortedSet};

use super::areas;
use super::cells::{self, Point};
use super::options::{Form, Options, Order};
use super::{reply_distance, reply_point};
use crate::context::CommandContext;
use crate::stored::store;
use crate::text::Text;

/// GEOSEARCH key FROMMEMBER member | FROMLONLAT longitude latitude BYRADIUS radius unit |
/// BYBOX width height unit | BYPOLYGON vertices longitude latitude ... [ASC | DESC]
/// [COUNT count [ANY]] [WITHCOORD] [WITHDIST] [WITHHASH]
pub fn geosearch(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    search(ctx, args, Form::Search, 1)
}

/// GEOSEARCHSTORE destination source ... [STOREDIST]
pub fn geosearchstore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    search(ctx, args, Form::SearchStore, 2)
}

/// GEORADIUS key longitude latitude radius unit ... [STORE key | STOREDIST key]
pub fn georadius(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    search(ctx, args, Form::Radius(true), 1)
}

/// GEORADIUS_RO key longitude latitude radius unit ...
pub fn georadius_ro(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    search(ctx, args, Form::Radius(false), 1)
}

/// GEORADIUSBYMEMBER key member radius unit ... [STORE key | STOREDIST key]
pub fn georadiusbymember(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    search(ctx, args, Form::RadiusByMember(true), 1)
}

/// GEORADIUSBYMEMBER_RO key member radius unit ...
pub fn georadiusbymember_ro(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
) -> Result<(), ReplyError> {
    search(ctx, args, Form::RadiusByMember(false), 1)
}

fn search(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    form: Form,
    key: usize,
) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(key))?;
    let options = Options::parse(args, form, place.sorted_set()?.as_deref())?;
    let rules = place.rules();
    let Some(destination) = options.store else {
        let (set, reply) = place.sorted_set_and_reply()?;
        let found = set.as_deref().map_or(Vec::new(), |set| find(set, &options));
        reply_found(reply, &found, &options);
        return Ok(());
    };
    let mut result = SortedSet::new();
    if let Some(set) = place.sorted_set()? {
        let found = find(&set, &options);
        let text = |found: &Found<'_>| found.element.member.to_vec();
        let longest = found.iter().map(|found| text(found).len()).max();
        result.expect(found.len(), longest.unwrap_or(0), &rules);
        for found in &found {
            let score = if options.store_distance {
                found.distance_m / options.unit_m
            } else {
                found.element.score
            };
            result.set(&text(found), score, &rules);
        }
    }
    let event = match form {
        Form::Search | Form::SearchStore => "geosearchstore",
        Form::Radius(_) | Form::RadiusByMember(_) => "georadiusstore",
    };
    store(ctx, destination, result, event)
}

/// A place that a search has found.
struct Found<'s> {
    element: Element<'s>,
    point: Point,
    distance_m: f64,
}

/// The places asked for, in their order.
fn find<'s>(set: &'s SortedSet, options: &Options<'_>) -> Vec<Found<'s>> {
    let (Some(middle), Some(shape)) = (options.middle, &options.shape) else {
        return Vec::new();
    };
    let enough = if options.any {
        options.count
    } else {
        usize::MAX
    };
    let mut found = Vec::new();
    'cells: for cell in areas::cells(shape, middle) {
        let (low, high) = cell.scores();
        let bound = |score, excluded| ScoreBound { score, excluded };
        let ranks = set.scores_within(bound(low, false), bound(high, true));
        for element in set.iter_from(ranks.from).take(ranks.count) {
            let point = cells::point_of(element.score);
            if let Some(distance_m) = shape.distance_if_inside(middle, point) {
                found.push(Found {
                    element,
                    point,
                    distance_m,
                });
            }
            if !found.is_empty() && found.len() >= enough {
                break 'cells;
            }
        }
    }
    match options.order {
        Order::AsFound => {}
        Order::NearestFirst => found.sort_by(|a, b| a.distance_m.total_cmp(&b.distance_m)),
        Order::FarthestFirst => found.sort_by(|a, b| b.distance_m.total_cmp(&a.distance_m)),
    }
    if options.count > 0 {
        found.truncate(options.count);
    }
    found
}

fn reply_found(reply: &mut ReplyWriter<'_>, found: &[Found<'_>], options: &Options<'_>) {
    let parts = [
        options.with_distance,
        options.with_score,
        options.with_point,
    ];
    let more = parts.into_iter().filter(|&part| part).count();
    reply.array(found.len());
    for found in found {
        if more > 0 {
            reply.array(1 + more);
        }
        match found.element.member {
            Item::Int(number) => reply.bulk_int(number),
            Item::Bytes(bytes) => Text::Bytes(bytes).write(reply),
        }
        if options.with_distance {
            reply_distance(reply, found.distance_m / options.unit_m);
        }
        if options.with_score {
            reply.int(cells::bits_of(found.element.score) as i64);
        }
        if options.with_point {
            reply_point(reply, found.point);
        }
    }
}
