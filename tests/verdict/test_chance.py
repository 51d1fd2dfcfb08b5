"""Tests of chance, held against scipy and against what a test must do."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from planbuilder.verdict.chance import LARGEST_SUMMED, allowing_for, counts_p, proportions_p, ranges_overlap

COUNTS = st.integers(min_value=0, max_value=5_000)


@given(first=COUNTS, second=COUNTS)
def test_two_counts_agree_with_the_exact_binomial_test(first: int, second: int) -> None:
    """The conditional test of two Poisson counts is the binomial test of one count in their total."""
    expected = stats.binomtest(first, first + second, 0.5).pvalue if first + second else 1.0
    assert counts_p(first, second) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("total", [10**5, 10**6 + 1, 10**7, LARGEST_SUMMED, LARGEST_SUMMED + 2, 10**10, 10**12])
@pytest.mark.parametrize("distance", [0.0, 0.3, 1.0, 2.5])
def test_large_counts_are_accurate_to_one_in_a_thousand_million(total: int, distance: float) -> None:
    """Beyond the sizes at which the tail is summed, too."""
    smaller = int(total / 2 - distance * math.sqrt(total))
    expected = min(1.0, 2 * stats.binom.cdf(smaller, total, 0.5))
    assert counts_p(smaller, total - smaller) == pytest.approx(expected, abs=1e-9)


def test_a_very_rare_difference_does_not_vanish() -> None:
    """22,021 against 17,322: the exact probability is far below what floating point can add to 1."""
    expected = 2 * stats.binom.cdf(17_322, 17_322 + 22_021, 0.5)
    assert counts_p(22_021, 17_322) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(("first", "second"), [(0, 5), (3, 9), (7, 9), (10, 25), (16, 16), (40, 80), (1_000, 1_150)])
def test_two_counts_have_the_probability_that_counting_gives(first: int, second: int) -> None:
    """Of 2ⁿ ways to share out n events, twice those that leave the smaller count or less on one side."""
    total = first + second
    ways = sum(math.comb(total, k) for k in range(min(first, second) + 1))
    assert counts_p(first, second) == pytest.approx(min(1, 2 * ways / 2**total), rel=1e-11)


@given(first=COUNTS, second=COUNTS)
def test_the_order_of_two_counts_does_not_matter(first: int, second: int) -> None:
    """The test is two-sided."""
    assert counts_p(first, second) == counts_p(second, first)


@given(smaller=COUNTS, larger=COUNTS, dispersion=st.sampled_from([1.0, 2.0]))
def test_a_larger_difference_is_never_more_likely_to_be_chance(smaller: int, larger: int, dispersion: float) -> None:
    """Moving one event from the smaller count to the larger lowers p."""
    smaller, larger = sorted((smaller, larger))
    if smaller:
        assert counts_p(smaller - 1, larger + 1, dispersion) <= counts_p(smaller, larger, dispersion) + 1e-15


@given(first=COUNTS, second=COUNTS)
def test_the_allowance_for_clusters_makes_a_test_more_cautious(first: int, second: int) -> None:
    """p at dispersion 2 is at least the exact p."""
    assert counts_p(first, second) - 1e-15 <= counts_p(first, second, 2.0) <= 1


@given(p=st.floats(min_value=1e-200, max_value=1), dispersion=st.floats(min_value=1, max_value=10))
def test_the_allowance_divides_the_normal_deviate_by_the_root_of_the_dispersion(p: float, dispersion: float) -> None:
    """z / √φ, as scipy computes it."""
    z = stats.norm.isf(p / 2)
    assert allowing_for(p, dispersion) == pytest.approx(2 * stats.norm.sf(z / math.sqrt(dispersion)), rel=1e-7)


def test_impossible_input_to_the_test_of_counts_is_refused() -> None:
    """A negative count and an allowance that makes a test bolder are mistakes of the caller."""
    with pytest.raises(ValueError, match="not negative"):
        counts_p(-1, 3)
    with pytest.raises(ValueError, match="more cautious"):
        counts_p(3, 5, 0.5)


@given(
    first=st.integers(0, 400),
    second=st.integers(0, 400),
    first_total=st.integers(400, 2_000),
    second_total=st.integers(400, 2_000),
)
def test_two_percentages_agree_with_the_chi_squared_test(
    first: int, second: int, first_total: int, second_total: int
) -> None:
    """The pooled z test of two proportions is the chi-squared test of the table without a correction."""
    p = proportions_p(100 * first / first_total, first_total, 100 * second / second_total, second_total)
    if p is None:
        pooled = (first + second) / (first_total + second_total)
        assert min(pooled, 1 - pooled) * min(first_total, second_total) < 5 + 1e-9
        return
    table = [[first, first_total - first], [second, second_total - second]]
    assert p == pytest.approx(stats.chi2_contingency(table, correction=False).pvalue, rel=1e-6, abs=1e-12)


def test_a_fifth_of_500_and_26_per_cent_of_400() -> None:
    """Reckoned by hand: together 204 of 900, so z = 0.06 / √(0.2267 · 0.7733 · (1/500 + 1/400)) = 2.136."""
    assert proportions_p(20, 500, 26, 400) == pytest.approx(0.0327, abs=0.00005)


def test_too_few_cases_give_no_probability() -> None:
    """Four of eight against one of seven: fewer than five are expected on one side."""
    assert proportions_p(50, 8, 14.3, 7) is None
    assert proportions_p(0, 500, 0, 500) is None


def test_the_allowance_reaches_percentages_too() -> None:
    """Dispersion 2 divides the same z by √2."""
    p = proportions_p(62.5, 800, 70, 810)
    assert p is not None
    assert proportions_p(62.5, 800, 70, 810, 2.0) == pytest.approx(allowing_for(p, 2.0))


@pytest.mark.parametrize("arguments", [(50, 0, 50, 10), (101, 10, 50, 10), (50, 10, -1, 10)])
def test_impossible_percentages_are_refused(arguments: tuple[float, int, float, int]) -> None:
    """Out of nobody, over 100 per cent, under 0."""
    with pytest.raises(ValueError, match=r"percentage|proportion"):
        proportions_p(*arguments)


def test_ranges_that_touch_overlap() -> None:
    """A value in common is enough, whichever comes first."""
    assert ranges_overlap((60, 64), (64, 70))
    assert ranges_overlap((60, 90), (64, 70))
    assert not ranges_overlap((60, 64), (64.1, 70))
    assert not ranges_overlap((64.1, 70), (60, 64))
