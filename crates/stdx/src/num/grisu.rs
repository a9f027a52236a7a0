//! Short decimal digits of a double by the Grisu2 algorithm (Loitsch, "Printing Floating-Point
//! Numbers Quickly and Accurately with Integers", 2010).
//!
//! Grisu2 always reads back as the same double, but in about one case of a thousand there is a
//! shorter or nearer text (1e23 becomes 99999999999999990000000). Valkey prints its doubles so,
//! hence an exact algorithm would be no improvement here. Only digits; layout is `float`'s.

/// Decimal digits `d` and exponent `e` of a number: the digits as one integer, times ten to `e`.
pub(super) struct Decimal {
    digits: [u8; DIGITS_MAX],
    len: usize,
    /// Power of ten by which the digits, read as an integer, are multiplied.
    pub(super) exponent: i32,
}

const DIGITS_MAX: usize = 18;

impl Decimal {
    /// The digits as ASCII text, the first one not zero.
    pub(super) fn digits(&self) -> &[u8] {
        &self.digits[..self.len]
    }

    fn push(&mut self, digit: u64) {
        if digit != 0 || self.len != 0 {
            self.digits[self.len] = b'0' + digit as u8;
            self.len += 1;
        }
    }
}

/// The digits of `value`, which must be finite and greater than zero.
pub(super) fn decimal_of(value: f64) -> Decimal {
    let (exact, lower, upper) = boundaries(value);
    let (power, power_exponent) = power_for(upper.exponent);
    let exact = exact.times(power);
    let mut lower = lower.times(power);
    let mut upper = upper.times(power);
    // A product is off by at most one unit: what lies inside by that margin surely reads back.
    lower.significand += 1;
    upper.significand -= 1;
    generate(exact, lower, upper, -power_exponent)
}

/// `significand * 2^exponent`
#[derive(Clone, Copy)]
struct Binary {
    significand: u64,
    exponent: i32,
}

impl Binary {
    fn normalized(self) -> Self {
        let shift = self.significand.leading_zeros();
        Self {
            significand: self.significand << shift,
            exponent: self.exponent - shift as i32,
        }
    }

    /// The product's upper 64 bits, the half rounded up.
    fn times(self, other: Self) -> Self {
        let product = u128::from(self.significand) * u128::from(other.significand);
        let rounded = (product + (1 << 63)) >> 64;
        Self {
            significand: rounded as u64,
            exponent: self.exponent + other.exponent + 64,
        }
    }
}

const FRACTION_BITS: u32 = f64::MANTISSA_DIGITS - 1;

/// `value` and the two points half way to its neighbours, all with one exponent.
fn boundaries(value: f64) -> (Binary, Binary, Binary) {
    let bits = value.to_bits();
    let fraction = bits & ((1 << FRACTION_BITS) - 1);
    let biased = (bits >> FRACTION_BITS) as i32;
    let hidden = u64::from(biased != 0) << FRACTION_BITS;
    let exact = Binary {
        significand: fraction + hidden,
        exponent: biased.max(1) - 1075,
    };

    let upper = Binary {
        significand: exact.significand * 2 + 1,
        exponent: exact.exponent - 1,
    };
    let upper = upper.normalized();
    // Below a power of two the neighbour is nearer by half.
    let finer = u32::from(fraction == 0) + 1;
    let lower = (exact.significand << finer) - 1;
    let lower_exponent = exact.exponent - finer as i32;
    let lower = Binary {
        significand: lower << (lower_exponent - upper.exponent),
        exponent: upper.exponent,
    };
    (exact.normalized(), lower, upper)
}

fn generate(exact: Binary, lower: Binary, upper: Binary, exponent: i32) -> Decimal {
    let mut decimal = Decimal {
        digits: [0; DIGITS_MAX],
        len: 0,
        exponent,
    };
    let below_upper = upper.significand - exact.significand;
    let mut interval = upper.significand - lower.significand;
    let point = -upper.exponent as u32;
    let one = 1u64 << point;
    let mut integral = upper.significand >> point;
    let mut fraction = upper.significand & (one - 1);

    for place in (0..10).rev() {
        let power = 10u64.pow(place);
        decimal.push(integral / power);
        integral %= power;
        let rest = (integral << point) + fraction;
        if rest <= interval {
            decimal.exponent += place as i32;
            approach(&mut decimal, interval, rest, power << point, below_upper);
            return decimal;
        }
    }
    let mut scale = 1u64;
    loop {
        fraction *= 10;
        interval *= 10;
        scale *= 10;
        decimal.exponent -= 1;
        decimal.push(fraction >> point);
        fraction &= one - 1;
        if fraction < interval {
            approach(
                &mut decimal,
                interval,
                fraction,
                one,
                below_upper.wrapping_mul(scale),
            );
            return decimal;
        }
    }
}

/// Lowers the last digit while that brings the text nearer to the exact value.
///
/// Distances are below the upper boundary: `rest` of the text, `target` of the exact value, `unit`
/// of one step of the last digit.
fn approach(decimal: &mut Decimal, interval: u64, mut rest: u64, unit: u64, target: u64) {
    while rest < target
        && interval - rest >= unit
        && (rest + unit < target || target - rest > rest + unit - target)
    {
        decimal.digits[decimal.len - 1] -= 1;
        rest += unit;
    }
}

const POWER_FIRST: i32 = -348;
const POWER_STEP: i32 = 8;
/// Exponents that leave 32 bits or less for the integral part, and room for a digit in the rest.
const SCALED_EXPONENTS: std::ops::RangeInclusive<i32> = -60..=-32;

/// A power of ten that brings a number of binary exponent `exponent` into [`SCALED_EXPONENTS`].
fn power_for(exponent: i32) -> (Binary, i32) {
    // Where two powers would do, which one decides over the digits, so the first guess matters.
    let guess = (-f64::from(exponent + POWERS.len() as i32) * std::f64::consts::LOG10_2) as i32;
    let mut index = ((guess - POWER_FIRST) / POWER_STEP) as usize;
    loop {
        let power_exponent = POWER_FIRST + index as i32 * POWER_STEP;
        let power = Binary {
            significand: POWERS[index],
            exponent: binary_logarithm_floor(power_exponent) - 63,
        };
        let scaled = exponent + power.exponent + 64;
        if scaled < *SCALED_EXPONENTS.start() {
            index += 1;
        } else if scaled > *SCALED_EXPONENTS.end() {
            index -= 1;
        } else {
            return (power, power_exponent);
        }
    }
}

/// Whole part of the binary logarithm of ten to the `exponent`; exact for `|exponent| < 1000`.
const fn binary_logarithm_floor(exponent: i32) -> i32 {
    (exponent * 217_706) >> 16
}

/// The 64 leading bits of ten to the -348, -340 ... 340, rounded to the nearest.
#[rustfmt::skip]
static POWERS: [u64; 87] = [
    0xfa8fd5a0081c0288, 0xbaaee17fa23ebf76, 0x8b16fb203055ac76, 0xcf42894a5dce35ea,
    0x9a6bb0aa55653b2d, 0xe61acf033d1a45df, 0xab70fe17c79ac6ca, 0xff77b1fcbebcdc4f,
    0xbe5691ef416bd60c, 0x8dd01fad907ffc3c, 0xd3515c2831559a83, 0x9d71ac8fada6c9b5,
    0xea9c227723ee8bcb, 0xaecc49914078536d, 0x823c12795db6ce57, 0xc21094364dfb5637,
    0x9096ea6f3848984f, 0xd77485cb25823ac7, 0xa086cfcd97bf97f4, 0xef340a98172aace5,
    0xb23867fb2a35b28e, 0x84c8d4dfd2c63f3b, 0xc5dd44271ad3cdba, 0x936b9fcebb25c996,
    0xdbac6c247d62a584, 0xa3ab66580d5fdaf6, 0xf3e2f893dec3f126, 0xb5b5ada8aaff80b8,
    0x87625f056c7c4a8b, 0xc9bcff6034c13053, 0x964e858c91ba2655, 0xdff9772470297ebd,
    0xa6dfbd9fb8e5b88f, 0xf8a95fcf88747d94, 0xb94470938fa89bcf, 0x8a08f0f8bf0f156b,
    0xcdb02555653131b6, 0x993fe2c6d07b7fac, 0xe45c10c42a2b3b06, 0xaa242499697392d3,
    0xfd87b5f28300ca0e, 0xbce5086492111aeb, 0x8cbccc096f5088cc, 0xd1b71758e219652c,
    0x9c40000000000000, 0xe8d4a51000000000, 0xad78ebc5ac620000, 0x813f3978f8940984,
    0xc097ce7bc90715b3, 0x8f7e32ce7bea5c70, 0xd5d238a4abe98068, 0x9f4f2726179a2245,
    0xed63a231d4c4fb27, 0xb0de65388cc8ada8, 0x83c7088e1aab65db, 0xc45d1df942711d9a,
    0x924d692ca61be758, 0xda01ee641a708dea, 0xa26da3999aef774a, 0xf209787bb47d6b85,
    0xb454e4a179dd1877, 0x865b86925b9bc5c2, 0xc83553c5c8965d3d, 0x952ab45cfa97a0b3,
    0xde469fbd99a05fe3, 0xa59bc234db398c25, 0xf6c69a72a3989f5c, 0xb7dcbf5354e9bece,
    0x88fcf317f22241e2, 0xcc20ce9bd35c78a5, 0x98165af37b2153df, 0xe2a0b5dc971f303a,
    0xa8d9d1535ce3b396, 0xfb9b7cd9a4a7443c, 0xbb764c4ca7a44410, 0x8bab8eefb6409c1a,
    0xd01fef10a657842c, 0x9b10a4e5e9913129, 0xe7109bfba19c0c9d, 0xac2820d9623bf429,
    0x80444b5e7aa7cf85, 0xbf21e44003acdd2d, 0x8e679c2f5e44ff8f, 0xd433179d9c8cb841,
    0x9e19db92b4e31ba9, 0xeb96bf6ebadf77d9, 0xaf87023b9bf0ee6b,
];

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;

    /// Each entry against the power of ten computed exactly.
    #[test]
    fn powers_are_rounded_to_nearest() {
        for (index, significand) in POWERS.iter().enumerate() {
            let exponent = POWER_FIRST + index as i32 * POWER_STEP;
            let power = BigUint::from(10u32).pow(exponent.unsigned_abs());
            let shift = 63 - binary_logarithm_floor(exponent);
            // Twice the exact significand, rounded down, decides which way to round.
            let doubled = if exponent >= 0 {
                let scaled = power << 2000u32;
                scaled >> (2000 - shift - 1) as u32
            } else {
                (BigUint::from(1u32) << (shift + 1) as u32) / power
            };
            let rounded = (doubled + 1u32) >> 1u32;
            assert_eq!(BigUint::from(*significand), rounded, "1e{exponent}");
        }
    }

    #[test]
    fn digits_read_back_at_the_edges() {
        let edges = [
            f64::MIN_POSITIVE,
            f64::MAX,
            5e-324,
            1.0,
            2f64.powi(-1022),
            2f64.powi(1023),
        ];
        for value in edges.into_iter().chain((-1022..1024).map(|e| 2f64.powi(e))) {
            let decimal = decimal_of(value);
            let digits = str::from_utf8(decimal.digits()).unwrap();
            let text = format!("{digits}e{}", decimal.exponent);
            assert_eq!(text.parse::<f64>().unwrap(), value, "{text}");
        }
    }
}
