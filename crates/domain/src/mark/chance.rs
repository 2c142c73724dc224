//! How likely it is that coin tosses agree with a file by chance. All answers are base-2 logarithms, at most 0.

/// The chance that of `tried` places, each of which agrees one time in four, at least `agreed` agree (Chernoff's bound).
pub(crate) fn of_agreements(agreed: u32, tried: u32) -> f64 {
    const ONE_IN: f64 = 0.25;
    if tried == 0 {
        return 0.0;
    }
    let share = f64::from(agreed) / f64::from(tried);
    if share <= ONE_IN {
        return 0.0;
    }
    let part = |share: f64, expected: f64| if share > 0.0 { share * (share / expected).log2() } else { 0.0 };
    -f64::from(tried) * (part(share, ONE_IN) + part(1.0 - share, 1.0 - ONE_IN))
}

/// The chance that the sum of values, each with a sign tossed for it, reaches `sum` (Hoeffding's bound); `squares` is the
/// sum of their squares.
pub(crate) fn of_sum(sum: f64, squares: f64) -> f64 {
    if sum <= 0.0 || squares <= 0.0 { 0.0 } else { -sum * sum / (2.0 * squares) * std::f64::consts::LOG2_E }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The exact chance, to compare the bound with.
    fn exactly(agreed: u32, tried: u32) -> f64 {
        let mut chance = 0.0;
        for number in agreed..=tried {
            let mut term = 1.0;
            for at in 0..number {
                term *= f64::from(tried - at) / f64::from(number - at) * 0.25;
            }
            chance += term * 0.75_f64.powi(i32::try_from(tried - number).unwrap());
        }
        chance.log2()
    }

    #[test]
    fn the_bound_of_agreements_is_never_too_sure() {
        for tried in 1..60 {
            for agreed in 0..=tried {
                let (bound, exact) = (of_agreements(agreed, tried), exactly(agreed, tried));
                assert!(bound >= exact - 1e-9, "{agreed} of {tried}: {bound} < {exact}");
            }
        }
        assert!((of_agreements(26, 26) + 52.0).abs() < 1e-9);
    }

    #[test]
    fn the_bound_of_a_sum_is_never_too_sure() {
        // Sixteen values of one: the exact chance is counted.
        for sum in 1..=16_u32 {
            let reached =
                (0..1_u32 << 16).map(|tosses| u32::from(2 * tosses.count_ones() >= 16 + sum)).sum::<u32>();
            let exact = (f64::from(reached) / f64::from(1_u32 << 16)).log2();
            assert!(of_sum(f64::from(sum), 16.0) >= exact - 1e-9, "{sum}");
        }
    }
}
