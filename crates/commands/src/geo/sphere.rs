//! Distances on the earth, taken for a sphere, and shapes on it.
//!
//! It knows neither cells nor sets. Distances are metres, angles degrees.

use super::cells::{Point, Span};
use std::f64::consts::PI;

const EARTH_RADIUS_M: f64 = 6_372_797.560_856;

fn radians(degrees: f64) -> f64 {
    degrees * (PI / 180.0)
}

fn degrees(radians: f64) -> f64 {
    radians / (PI / 180.0)
}

/// The distance of two places.
pub(super) fn distance_m(a: Point, b: Point) -> f64 {
    let east = ((radians(b.longitude) - radians(a.longitude)) / 2.0).sin();
    if east == 0.0 {
        return north_south_m(a.latitude, b.latitude);
    }
    let (a, b) = (radians(a.latitude), radians(b.latitude));
    let north = ((b - a) / 2.0).sin();
    let square = north * north + a.cos() * b.cos() * east * east;
    2.0 * EARTH_RADIUS_M * square.sqrt().asin()
}

fn north_south_m(a: f64, b: f64) -> f64 {
    EARTH_RADIUS_M * (radians(b) - radians(a)).abs()
}

/// What a search looks into.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    Circle {
        radius_m: f64,
    },
    /// Whole width and height.
    Box {
        width_m: f64,
        height_m: f64,
    },
    /// At least three corners.
    Polygon {
        corners: Vec<Point>,
    },
}

impl Shape {
    /// The distance of a place from the middle, if it is inside.
    pub(super) fn distance_if_inside(&self, middle: Point, point: Point) -> Option<f64> {
        match self {
            Self::Circle { radius_m } => {
                let distance = distance_m(middle, point);
                (distance <= *radius_m).then_some(distance)
            }
            Self::Box { width_m, height_m } => {
                if north_south_m(point.latitude, middle.latitude) > height_m / 2.0 {
                    return None;
                }
                let beside = Point {
                    latitude: point.latitude,
                    ..middle
                };
                let inside = distance_m(point, beside) <= width_m / 2.0;
                inside.then(|| distance_m(middle, point))
            }
            Self::Polygon { corners } => {
                is_inside(corners, point).then(|| distance_m(middle, point))
            }
        }
    }

    /// Degrees that the shape spans around its middle: longitudes and latitudes.
    pub(super) fn spans(&self, middle: Point) -> (Span, Span) {
        let (width, height) = match self {
            Self::Circle { radius_m } => (*radius_m, *radius_m),
            Self::Box { width_m, height_m } => (width_m / 2.0, height_m / 2.0),
            Self::Polygon { corners } => return spans_of(corners),
        };
        let high = degrees(height / EARTH_RADIUS_M);
        // Towards the nearer pole degrees of longitude are the shortest.
        let edge = if middle.latitude < 0.0 {
            middle.latitude - high
        } else {
            middle.latitude + high
        };
        let wide = degrees(width / EARTH_RADIUS_M / radians(edge).cos());
        let around = |middle: f64, by: f64| Span {
            min: middle - by,
            max: middle + by,
        };
        (
            around(middle.longitude, wide),
            around(middle.latitude, high),
        )
    }

    /// How far from the middle its places can be.
    pub(super) fn radius_m(&self, middle: Point) -> f64 {
        match self {
            Self::Circle { radius_m } => *radius_m,
            Self::Box { width_m, height_m } => {
                let (width, height) = (width_m / 2.0, height_m / 2.0);
                (width * width + height * height).sqrt()
            }
            Self::Polygon { corners } => {
                let distances = corners.iter().map(|corner| distance_m(middle, *corner));
                distances.fold(0.0, f64::max)
            }
        }
    }
}

/// The middle of a polygon: the mean of its corners.
pub(super) fn middle_of(corners: &[Point]) -> Point {
    let count = corners.len() as f64;
    let mean = |part: fn(&Point) -> f64| corners.iter().map(part).sum::<f64>() / count;
    Point {
        longitude: mean(|corner| corner.longitude),
        latitude: mean(|corner| corner.latitude),
    }
}

fn spans_of(corners: &[Point]) -> (Span, Span) {
    let span = |part: fn(&Point) -> f64| Span {
        min: corners.iter().map(part).fold(f64::INFINITY, f64::min),
        max: corners.iter().map(part).fold(f64::NEG_INFINITY, f64::max),
    };
    (
        span(|corner| corner.longitude),
        span(|corner| corner.latitude),
    )
}

/// Whether a line from the place eastwards crosses an odd number of sides, on a flat map.
fn is_inside(corners: &[Point], point: Point) -> bool {
    let before = corners.iter().cycle().skip(corners.len() - 1);
    let sides = corners.iter().zip(before);
    let crossed = sides.filter(|(a, b)| {
        (a.latitude > point.latitude) != (b.latitude > point.latitude)
            && point.longitude
                < (b.longitude - a.longitude) * (point.latitude - a.latitude)
                    / (b.latitude - a.latitude)
                    + a.longitude
    });
    crossed.count() % 2 == 1
}
