//! Which cells hold the places of a shape: the one around its middle and those about it.

use super::cells::{Cell, LEVEL_MAX, Point};
use super::sphere::Shape;

/// Half of the earth's circumference on the map.
const HALF_ROUND_M: f64 = 20_037_726.37;
/// Latitudes from which on cells are narrow, and very narrow.
const NARROW: [f64; 2] = [66.0, 80.0];

/// The cells to look into, in this order; one may be there twice, not in a row.
pub(super) fn cells(shape: &Shape, middle: Point) -> Vec<Cell> {
    let (longitudes, latitudes) = shape.spans(middle);
    let mut level = level_for(shape.radius_m(middle), middle.latitude);
    let mut cell = Cell::of(middle, level);
    let too_small = cell.neighbour(0, 1).latitudes().max < latitudes.max
        || cell.neighbour(0, -1).latitudes().min > latitudes.min
        || cell.neighbour(1, 0).longitudes().max < longitudes.max
        || cell.neighbour(-1, 0).longitudes().min > longitudes.min;
    if too_small && level > 1 {
        level -= 1;
        cell = Cell::of(middle, level);
    }
    // Sides that the middle cell covers alone.
    let (wide, high) = (cell.longitudes(), cell.latitudes());
    let covered = |east: i32, north: i32| {
        level >= 2
            && ((north < 0 && high.min < latitudes.min)
                || (north > 0 && high.max > latitudes.max)
                || (east < 0 && wide.min < longitudes.min)
                || (east > 0 && wide.max > longitudes.max))
    };
    const AROUND: [(i32, i32); 9] = [
        (0, 0),
        (0, 1),
        (0, -1),
        (1, 0),
        (-1, 0),
        (1, 1),
        (-1, 1),
        (1, -1),
        (-1, -1),
    ];
    let around = AROUND
        .into_iter()
        .filter(|&(east, north)| !covered(east, north));
    let mut cells: Vec<Cell> = around
        .map(|(east, north)| cell.neighbour(east, north))
        .collect();
    cells.dedup();
    cells
}

/// The level whose cells are about as large as the shape.
fn level_for(radius_m: f64, latitude: f64) -> u32 {
    if radius_m == 0.0 {
        return LEVEL_MAX;
    }
    let (mut radius_m, mut level) = (radius_m, 1i32);
    while radius_m < HALF_ROUND_M {
        radius_m *= 2.0;
        level += 1;
    }
    let narrow = NARROW.iter().filter(|&&limit| latitude.abs() > limit);
    level -= 2 + narrow.count() as i32;
    level.clamp(1, LEVEL_MAX as i32).unsigned_abs()
}
