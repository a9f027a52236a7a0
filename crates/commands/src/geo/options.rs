//! What a search of places asks for, read from its words.

use resp::{Args, ReplyError};
use stdx::num::{parse_f64, parse_i64};
use values::SortedSet;

use super::cells::{self, Point};
use super::sphere::{Shape, middle_of};
use super::{parse_point, parse_unit_m};
use crate::parse::integer;

/// The form of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Search,
    SearchStore,
    /// Around a point; whether it may store.
    Radius(bool),
    /// Around a member; whether it may store.
    RadiusByMember(bool),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    #[default]
    AsFound,
    NearestFirst,
    FarthestFirst,
}

/// A search.
#[derive(Debug, Default)]
pub(super) struct Options<'a> {
    /// Absent only if the set is.
    pub(super) middle: Option<Point>,
    pub(super) shape: Option<Shape>,
    /// Metres of the unit of distances.
    pub(super) unit_m: f64,
    pub(super) order: Order,
    /// 0: all.
    pub(super) count: usize,
    /// The first that are found will do.
    pub(super) any: bool,
    pub(super) with_distance: bool,
    pub(super) with_score: bool,
    pub(super) with_point: bool,
    /// Where the result goes.
    pub(super) store: Option<&'a [u8]>,
    pub(super) store_distance: bool,
    from_given: bool,
}

impl<'a> Options<'a> {
    pub(super) fn parse(
        args: Args<'a>,
        form: Form,
        set: Option<&SortedSet>,
    ) -> Result<Self, ReplyError> {
        let mut options = Self {
            unit_m: 1.0,
            ..Self::default()
        };
        let first = match form {
            Form::Search => 2,
            Form::SearchStore => {
                options.store = Some(args.get(1));
                3
            }
            Form::Radius(_) => {
                options.middle = Some(parse_point(args.get(2), args.get(3))?);
                options.circle(args.get(4), args.get(5))?;
                6
            }
            Form::RadiusByMember(_) => {
                if set.is_some() {
                    options.from_member(set, args.get(2))?;
                    options.circle(args.get(3), args.get(4))?;
                }
                5
            }
        };
        let words = args.tail(first);
        let mut at = 0;
        while at < words.len() {
            at += options.take(words.tail(at), form, set)?;
        }
        options.check(form)?;
        Ok(options)
    }

    /// Reads one option; how many words it has.
    fn take(
        &mut self,
        words: Args<'a>,
        form: Form,
        set: Option<&SortedSet>,
    ) -> Result<usize, ReplyError> {
        let word = words.get(0);
        let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
        let left = words.len() - 1;
        let searches = matches!(form, Form::Search | Form::SearchStore);
        let may_store = matches!(form, Form::Radius(true) | Form::RadiusByMember(true));
        if is("withdist") {
            self.with_distance = true;
        } else if is("withhash") {
            self.with_score = true;
        } else if is("withcoord") {
            self.with_point = true;
        } else if is("any") {
            self.any = true;
        } else if is("asc") {
            self.order = Order::NearestFirst;
        } else if is("desc") {
            self.order = Order::FarthestFirst;
        } else if is("count") && left >= 1 {
            let count = integer(words.get(1))?;
            self.count = usize::try_from(count).unwrap_or(0);
            if self.count == 0 {
                return Err(ReplyError::fixed("ERR COUNT must be > 0"));
            }
            return Ok(2);
        } else if may_store && left >= 1 && (is("store") || is("storedist")) {
            self.store = Some(words.get(1));
            self.store_distance = is("storedist");
            return Ok(2);
        } else if form == Form::SearchStore && is("storedist") {
            self.store_distance = true;
        } else if searches {
            return self.take_shape(words, set);
        } else {
            return Err(ReplyError::SYNTAX);
        }
        Ok(1)
    }

    fn take_shape(
        &mut self,
        words: Args<'a>,
        set: Option<&SortedSet>,
    ) -> Result<usize, ReplyError> {
        let word = words.get(0);
        let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
        let left = words.len() - 1;
        let polygon = matches!(self.shape, Some(Shape::Polygon { .. }));
        if left >= 1 && is("frommember") && !self.from_given && !polygon {
            self.from_given = true;
            if set.is_some() {
                self.from_member(set, words.get(1))?;
            }
            return Ok(2);
        }
        if left >= 2 && is("fromlonlat") && !self.from_given && !polygon {
            self.from_given = true;
            self.middle = Some(parse_point(words.get(1), words.get(2))?);
            return Ok(3);
        }
        if left >= 2 && is("byradius") && self.shape.is_none() {
            self.circle(words.get(1), words.get(2))?;
            return Ok(3);
        }
        if left >= 3 && is("bybox") && self.shape.is_none() {
            self.rectangle(words.get(1), words.get(2), words.get(3))?;
            return Ok(4);
        }
        if left >= 1 && is("bypolygon") && self.shape.is_none() && !self.from_given {
            return self.polygon(words);
        }
        Err(ReplyError::SYNTAX)
    }

    fn from_member(&mut self, set: Option<&SortedSet>, member: &[u8]) -> Result<(), ReplyError> {
        let score = set.and_then(|set| set.score(member)).ok_or_else(|| {
            ReplyError::from_bytes([b"ERR member ", member, b" does not exist"].concat())
        })?;
        self.middle = Some(cells::point_of(score));
        Ok(())
    }

    fn circle(&mut self, radius: &[u8], unit: &[u8]) -> Result<(), ReplyError> {
        let radius = parse_f64(radius).ok_or(ReplyError::fixed("ERR need numeric radius"))?;
        if radius < 0.0 {
            return Err(ReplyError::fixed("ERR radius cannot be negative"));
        }
        self.unit_m = parse_unit_m(unit)?;
        let radius_m = radius * self.unit_m;
        self.shape = Some(Shape::Circle { radius_m });
        Ok(())
    }

    fn rectangle(&mut self, width: &[u8], height: &[u8], unit: &[u8]) -> Result<(), ReplyError> {
        let width = parse_f64(width).ok_or(ReplyError::fixed("ERR need numeric width"))?;
        let height = parse_f64(height).ok_or(ReplyError::fixed("ERR need numeric height"))?;
        if width < 0.0 || height < 0.0 {
            return Err(ReplyError::fixed("ERR height or width cannot be negative"));
        }
        self.unit_m = parse_unit_m(unit)?;
        self.shape = Some(Shape::Box {
            width_m: width * self.unit_m,
            height_m: height * self.unit_m,
        });
        Ok(())
    }

    fn polygon(&mut self, words: Args<'a>) -> Result<usize, ReplyError> {
        const FEW: ReplyError =
            ReplyError::fixed("ERR GEOSEARCH BYPOLYGON must have at least 3 vertices");
        let count =
            parse_i64(words.get(1)).ok_or(ReplyError::fixed("ERR invalid number of vertices"))?;
        let count = usize::try_from(count).ok().filter(|&count| count >= 3);
        let behind = count.and_then(|count| count.checked_mul(2)?.checked_add(2));
        let behind = behind.filter(|&behind| behind <= words.len()).ok_or(FEW)?;
        let mut corners = Vec::with_capacity(behind / 2);
        for at in (2..behind).step_by(2) {
            corners.push(parse_point(words.get(at), words.get(at + 1))?);
        }
        self.middle = Some(middle_of(&corners));
        self.shape = Some(Shape::Polygon { corners });
        Ok(behind)
    }

    fn check(&mut self, form: Form) -> Result<(), ReplyError> {
        let searches = matches!(form, Form::Search | Form::SearchStore);
        if self.store.is_some() && (self.with_distance || self.with_score || self.with_point) {
            let who = if searches {
                "GEOSEARCHSTORE is"
            } else {
                "STORE option in GEORADIUS is"
            };
            return Err(ReplyError::new(format!(
                "ERR {who} not compatible with WITHDIST, WITHHASH and WITHCOORD options"
            )));
        }
        let command = if form == Form::SearchStore {
            "geosearchstore"
        } else {
            "geosearch"
        };
        let polygon = matches!(self.shape, Some(Shape::Polygon { .. }));
        if searches && !self.from_given && !polygon {
            return Err(ReplyError::new(format!(
                "ERR exactly one of FROMMEMBER or FROMLONLAT can be specified for {command}"
            )));
        }
        if searches && self.shape.is_none() {
            return Err(ReplyError::new(format!(
                "ERR exactly one of BYRADIUS, BYBOX and BYPOLYGON can be specified for {command}"
            )));
        }
        if self.any && self.count == 0 {
            return Err(ReplyError::fixed(
                "ERR the ANY argument requires COUNT argument",
            ));
        }
        if self.count > 0 && self.order == Order::AsFound && !self.any {
            self.order = Order::NearestFirst;
        }
        Ok(())
    }
}
