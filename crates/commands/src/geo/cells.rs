//! The grid of cells that places lie in: a square of 2^n by 2^n over the map, halved in turn by
//! longitude and latitude, a cell's number being the bits of both interleaved.
//!
//! Numbers of the finest cells are the scores of places. It knows no distances.

/// The finest grid has 2^26 cells in a row.
pub(super) const LEVEL_MAX: u32 = 26;
/// Degrees of longitude, either way.
pub(super) const LONGITUDE_MAX: f64 = 180.0;
/// Degrees of latitude, either way; nearer to the poles the map does not go.
pub(super) const LATITUDE_MAX: f64 = 85.051_128_78;
/// Degrees of latitude of texts that other programs read too.
const LATITUDE_MAX_OF_TEXT: f64 = 90.0;
/// Characters of such a text, of 5 bits each.
const TEXT_CHARACTERS: u32 = 11;
const ALPHABET: &[u8; 32] = b"0123456789bcdefghjkmnpqrstuvwxyz";

/// A place on earth, in degrees.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub(super) longitude: f64,
    pub(super) latitude: f64,
}

/// A stretch of degrees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) min: f64,
    pub(super) max: f64,
}

/// A cell of the grid of some level: column and row, counted from south-west. What lies on the
/// eastern edge of the map is in the column behind the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    column: u32,
    row: u32,
    level: u32,
}

impl Cell {
    /// The cell that a place of the map lies in.
    pub(super) fn of(point: Point, level: u32) -> Self {
        Self::within(point, level, LATITUDE_MAX)
    }

    fn within(point: Point, level: u32, latitude_max: f64) -> Self {
        let part = |degrees: f64, max: f64| {
            let offset = (degrees + max) / (max + max);
            (offset * f64::from(1u32 << level)) as u32
        };
        Self {
            column: part(point.longitude, LONGITUDE_MAX),
            row: part(point.latitude, latitude_max),
            level,
        }
    }

    fn from_number(number: u64, level: u32) -> Self {
        Self {
            column: every_other_bit(number >> 1),
            row: every_other_bit(number),
            level,
        }
    }

    fn number(self) -> u64 {
        spread_bits(self.row) | spread_bits(self.column) << 1
    }

    /// Scores of the places in the cell: from the first up to but without the second.
    pub(super) fn scores(self) -> (f64, f64) {
        let shift = 2 * (LEVEL_MAX - self.level);
        let number = self.number();
        ((number << shift) as f64, ((number + 1) << shift) as f64)
    }

    /// Its degrees of longitude.
    pub(super) fn longitudes(self) -> Span {
        self.span(self.column, LONGITUDE_MAX)
    }

    /// Its degrees of latitude.
    pub(super) fn latitudes(self) -> Span {
        self.span(self.row, LATITUDE_MAX)
    }

    fn span(self, place: u32, max: f64) -> Span {
        let cells = f64::from(1u32 << self.level);
        let edge = |place: f64| -max + place / cells * (max + max);
        Span {
            min: edge(f64::from(place)),
            max: edge(f64::from(place) + 1.0),
        }
    }

    /// The cell so many columns east and rows north, around the earth if need be.
    pub(super) fn neighbour(self, east: i32, north: i32) -> Self {
        let mask = (1u32 << self.level) - 1;
        let moved = |place: u32, by: i32| match by {
            0 => place,
            by => place.wrapping_add_signed(by) & mask,
        };
        Self {
            column: moved(self.column, east),
            row: moved(self.row, north),
            ..self
        }
    }
}

/// The score of a place.
pub(super) fn score_of(point: Point) -> u64 {
    Cell::of(point, LEVEL_MAX).number()
}

/// The place that a score stands for, the middle of its cell; any number stands for one.
pub(super) fn point_of(score: f64) -> Point {
    let cell = Cell::from_number(bits_of(score), LEVEL_MAX);
    let middle = |span: Span, max: f64| f64::midpoint(span.min, span.max).clamp(-max, max);
    Point {
        longitude: middle(cell.longitudes(), LONGITUDE_MAX),
        latitude: middle(cell.latitudes(), LATITUDE_MAX),
    }
}

/// The number of a cell that a score is taken for, as x86 makes a number of it.
pub(super) fn bits_of(score: f64) -> u64 {
    const HALF: f64 = (1u64 << 63) as f64;
    let signed = |number: f64| {
        if (-HALF..HALF).contains(&number) {
            number as i64 as u64
        } else {
            1 << 63
        }
    };
    if score >= HALF {
        signed(score - HALF) ^ 1 << 63
    } else {
        signed(score)
    }
}

/// The text by which a place is known elsewhere.
pub(super) fn text_of(point: Point) -> [u8; TEXT_CHARACTERS as usize] {
    let number = Cell::within(point, LEVEL_MAX, LATITUDE_MAX_OF_TEXT).number();
    std::array::from_fn(|at| {
        let at = at as u32 + 1;
        // The bits do not suffice for the last one.
        if at == TEXT_CHARACTERS {
            return ALPHABET[0];
        }
        ALPHABET[(number >> (2 * LEVEL_MAX - 5 * at)) as usize & 31]
    })
}

fn spread_bits(bits: u32) -> u64 {
    let mut spread = u64::from(bits);
    for (shift, mask) in [
        (16, 0x0000_ffff_0000_ffff),
        (8, 0x00ff_00ff_00ff_00ff),
        (4, 0x0f0f_0f0f_0f0f_0f0f),
        (2, 0x3333_3333_3333_3333),
        (1, 0x5555_5555_5555_5555),
    ] {
        spread = (spread | spread << shift) & mask;
    }
    spread
}

fn every_other_bit(bits: u64) -> u32 {
    let mut packed = bits & 0x5555_5555_5555_5555;
    for (shift, mask) in [
        (1, 0x3333_3333_3333_3333),
        (2, 0x0f0f_0f0f_0f0f_0f0f),
        (4, 0x00ff_00ff_00ff_00ff),
        (8, 0x0000_ffff_0000_ffff),
        (16, 0x0000_0000_ffff_ffff),
    ] {
        packed = (packed | packed >> shift) & mask;
    }
    packed as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_cells_are_rows_and_columns_interleaved() {
        let cell = Cell {
            column: 0b101,
            row: 0b010,
            level: 3,
        };
        assert_eq!(cell.number(), 0b10_01_10);
        assert_eq!(Cell::from_number(cell.number(), 3), cell);
        for bits in [0, 1, 0x5a5a_1234, u32::MAX] {
            assert_eq!(every_other_bit(spread_bits(bits)), bits);
        }
        let east = cell.neighbour(3, 0);
        assert_eq!((east.column, east.row), (0, 0b010));
    }

    #[test]
    fn any_score_is_a_number() {
        for (score, bits) in [
            (0.0, 0),
            (1.9, 1),
            (-5.0, u64::MAX - 4),
            (f64::INFINITY, 0),
            (f64::NEG_INFINITY, 1 << 63),
            (1e300, 0),
            (9_223_372_036_854_775_808.0, 1 << 63),
        ] {
            assert_eq!(bits_of(score), bits, "{score}");
        }
    }
}
