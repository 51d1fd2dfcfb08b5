"""Whether two values differ by more than chance makes them differ. All tests are two-sided.

Nothing here knows measures: numbers in, a probability or a yes or no out.
"""

import math
from functools import lru_cache
from statistics import NormalDist

ALPHA = 0.05
"""A difference that chance alone would make at least this often is called no clear change."""

CLUSTERED_DISPERSION = 2.0
"""Variance over mean that is assumed of counts that come in clusters, unless a long series shows its own."""

FEWEST_EXPECTED = 5
"""The normal approximation for percentages needs at least this many expected on either side (Cochran 1954)."""

LARGEST_SUMMED = 10**8
"""Up to this total the binomial tail is summed; above it the normal approximation is out by less than 1e-9."""

_NORMAL = NormalDist()


@lru_cache(maxsize=4_096)
def counts_p(first: int, second: int, dispersion: float = 1.0) -> float:
    """The probability that two counts of equal exposure differ by this much or more when nothing has changed.

    Method: the exact conditional test of two Poisson counts. Given their total n, either count is
    binomial(n, 1/2) when both have the same mean; p = min(1, 2 · P(X ≤ the smaller count)). At 1/2 the
    distribution is symmetric, so doubling the tail and adding up all outcomes as unlikely give the same p.

    Clustered counts: with a dispersion φ above 1 the exact p is turned into the normal deviate that has this
    two-sided probability, z = Φ⁻¹(1 − p/2), the deviate is divided by √φ, and its probability is p = 2·Φ(−z/√φ).
    At φ = 1 that is the exact p again.

    Units: both arguments are numbers of events in periods of the same length.
    Raises ValueError for a negative count or a dispersion below 1.

    Sources: J. Przyborowski and H. Wilenski, Homogeneity of results in testing samples from Poisson series,
    Biometrika 31 (1940) 313–323. Quasi-likelihood with variance φ · mean: P. McCullagh and J. A. Nelder,
    Generalized Linear Models (2nd ed. 1989), section 6.2. Dividing z by √φ: D. J. Spiegelhalter, Handling
    over-dispersion of performance indicators, Quality and Safety in Health Care 14 (2005) 347–351.
    """
    if min(first, second) < 0:
        raise ValueError("a count is not negative")
    exact = min(1.0, 2.0 * _lower_tail(min(first, second), first + second))
    return allowing_for(exact, dispersion)


def proportions_p(
    first: float, first_total: int, second: float, second_total: int, dispersion: float = 1.0
) -> float | None:
    """The probability that two percentages differ by this much or more when nothing has changed.

    Method: two-proportion z test with the pooled proportion q, z = (p₁ − p₂) / √(q(1 − q)(1/n₁ + 1/n₂)), no
    continuity correction; with a dispersion φ above 1, z/√φ (see `counts_p`).

    Units: `first` and `second` in per cent, 0 to 100; the totals are the people, cases or answers they are out of.
    Returns None where fewer than five are expected on either side, so that the approximation does not hold.
    Raises ValueError outside of these ranges or for a dispersion below 1.

    Sources: J. L. Fleiss, B. Levin and M. C. Paik, Statistical Methods for Rates and Proportions (3rd ed. 2003),
    chapter 3; the rule of five: W. G. Cochran, Some methods for strengthening the common χ² tests,
    Biometrics 10 (1954) 417–451.
    """
    if min(first_total, second_total) < 1:
        raise ValueError("a percentage is out of at least one")
    if not (0 <= first <= 100 and 0 <= second <= 100):
        raise ValueError("a proportion is between 0 and 100 per cent")
    pooled = (first / 100 * first_total + second / 100 * second_total) / (first_total + second_total)
    if min(pooled, 1 - pooled) * min(first_total, second_total) < FEWEST_EXPECTED:
        return None
    spread = math.sqrt(pooled * (1 - pooled) * (1 / first_total + 1 / second_total))
    z = abs(first - second) / 100 / spread
    return allowing_for(math.erfc(z / math.sqrt(2)), dispersion)


def ranges_overlap(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Whether two published 95 % ranges (lower, upper), in any unit they share, have a value in common.

    Two ranges that do not overlap differ by more than chance. The converse is cautious: ranges that overlap a
    little can still differ, and are called no clear change.

    Source: N. Schenker and J. F. Gentleman, On judging the significance of differences by examining the overlap
    between confidence intervals, The American Statistician 55 (2001) 182–186.
    """
    return max(first[0], second[0]) <= min(first[1], second[1])


def allowing_for(p: float, dispersion: float) -> float:
    """A two-sided probability after its normal deviate is divided by √dispersion: see `counts_p`."""
    if dispersion < 1:
        raise ValueError("an allowance makes a test more cautious, so the dispersion is at least 1")
    if dispersion == 1 or p in (0.0, 1.0):
        return p
    z = -_NORMAL.inv_cdf(p / 2) if p / 2 > 0 else math.inf
    return math.erfc(z / math.sqrt(2 * dispersion))


def _lower_tail(k: int, n: int) -> float:
    """P(X ≤ k) for X binomial(n, 1/2) and k ≤ n/2, to 1e-9."""
    if n > LARGEST_SUMMED:
        return math.erfc((n - 2 * k - 1) / math.sqrt(2 * n)) / 2
    term = _at(k, n)
    total, below = 0.0, k
    while below >= 0 and term > total * 1e-17:
        total += term
        term *= below / (n - below + 1)
        below -= 1
    return total


def _at(k: int, n: int) -> float:
    """P(X = k) for X binomial(n, 1/2).

    Stirling's formula with its error terms kept apart, so that nothing is lost to the difference of large
    logarithms. Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
    """
    if k == 0:
        return math.ldexp(1.0, -n) if n < 1_074 else 0.0
    other = n - k
    distance = (other - k) / n
    deviance = k * math.log1p(-distance) + other * math.log1p(distance)
    errors = _stirling_error(n) - _stirling_error(k) - _stirling_error(other)
    return math.exp(errors - deviance) * math.sqrt(n / (2 * math.pi * k * other))


def _stirling_error(n: int) -> float:
    """log(n!) less Stirling's formula for it."""
    if n < 16:
        return math.lgamma(n + 1) - (n + 0.5) * math.log(n) + n - math.log(2 * math.pi) / 2
    square = n * n
    return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / n
