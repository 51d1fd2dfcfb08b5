"""The rules of judging, for the page that publishes them. Every number comes from the constant that is used."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.model.measure import Measure
from planbuilder.verdict.chance import ALPHA, CLUSTERED_DISPERSION, FEWEST_EXPECTED
from planbuilder.verdict.process import FEWEST_POINTS, LIMIT_FACTOR, RAREST_MEAN, RUN
from planbuilder.verdict.telling import SMALL_BASE, tidy

MINIMUM_CHANGE = Decimal(Measure.model_fields["minimum_change"].default)
"""The smallest change that counts as one, in per cent or points, where a measure does not set its own."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A heading and its sentences. `id` is for anchors; `sources` are titles of the literature, in its own language."""

    id: str
    title: Markup
    sentences: tuple[Markup, ...]
    sources: tuple[str, ...] = ()


def rules(language: Language) -> tuple[Rule, ...]:
    """All rules, in the order in which a verdict is reached."""
    return (
        _results(language),
        _comparison(language),
        _chance(language),
        _counts(language),
        _percentages(language),
        _ranges(language),
        _series(language),
        _cannot_tell(language),
        _targets(language),
    )


def _results(language: Language) -> Rule:
    _ = language.markup
    return Rule(
        "two-results",
        _("Two results, never mixed"),
        (
            _("The direction says whether the figure moves the way that is wanted."),
            _("The target says whether the figure reached what the plan set out to reach."),
            _("A measure can move the right way and still miss its target, or the other way round."),
        ),
    )


def _comparison(language: Language) -> Rule:
    _ = language.markup
    return Rule(
        "one-comparison",
        _("One comparison decides"),
        (
            _("Where a starting point is named, we compare the latest figure with it."),
            _("Otherwise we compare it with the same time a year before, or with the nearest earlier year published."),
            _("We only compare periods of the same length, at the same time of the year, that do not overlap."),
            _("A year that is not over is compared only with the same part of an earlier year."),
        ),
    )


def _chance(language: Language) -> Rule:
    _ = language.markup
    alpha = language.percent(tidy(Decimal(str(ALPHA)) * 100, 1))
    return Rule(
        "chance",
        _("Could it be chance?"),
        (
            _("Figures go up and down by chance, even when nothing has changed."),
            _(
                "We only speak of a change when chance alone would make one this large, up or down, less than "
                "%(alpha)s of the time.",
                alpha=alpha,
            ),
            _(
                "It must also be at least %(percent)s, or %(points)s for percentages, unless a measure sets its own.",
                percent=language.percent(MINIMUM_CHANGE),
                points=language.points(MINIMUM_CHANGE),
            ),
            _(
                "Where a number was below %(small)s we tell the change as a number and not in per cent.",
                small=SMALL_BASE,
            ),
        ),
    )


def _counts(language: Language) -> Rule:
    _ = language.markup
    return Rule(
        "counts",
        _("Numbers of events"),
        (
            _("Two numbers of events are compared by an exact test of two Poisson counts."),
            _(
                "Crimes, incidents and casualties come in clusters: one crash injures several people. So we ask for a "
                "clearer change: we take their variance to be %(dispersion)s times their mean.",
                dispersion=tidy(Decimal(str(CLUSTERED_DISPERSION)), 1),
            ),
        ),
        (
            "J. Przyborowski, H. Wilenski: Homogeneity of results in testing samples from Poisson series (1940)",
            "D. J. Spiegelhalter: Handling over-dispersion of performance indicators (2005)",
        ),
    )


def _percentages(language: Language) -> Rule:
    _ = language.markup
    return Rule(
        "percentages",
        _("Percentages"),
        (
            _("Two percentages are compared by a test of two proportions, if it is published what they are out of."),
            _("At least %(n)s cases must be expected on either side.", n=FEWEST_EXPECTED),
        ),
        ("J. L. Fleiss, B. Levin, M. C. Paik: Statistical Methods for Rates and Proportions (2003)",),
    )


def _ranges(language: Language) -> Rule:
    _ = language.markup
    return Rule(
        "margins",
        _("Published margins of error"),
        (_("Where both figures come with margins of error, there is a change only if the two do not overlap."),),
        ("N. Schenker, J. F. Gentleman: On judging the significance of differences (2001)",),
    )


def _series(language: Language) -> Rule:
    _ = language.markup
    return Rule(
        "long-series",
        _("Long series"),
        (
            _(
                "Where %(points)s or more years follow one another and no starting point is named, we look at what is "
                "usual for the series: its average, plus or minus %(factor)s times the average step from one year to "
                "the next.",
                points=FEWEST_POINTS,
                factor=LIMIT_FACTOR,
            ),
            _(
                "The latest figure stands out if it lies outside, if it ends a run of %(run)s or more on one side of "
                "the average, or of %(run)s or more that rise or fall, or if two of the last three lie in the outer "
                "third.",
                run=RUN,
            ),
            _(
                "We do not use this for months and quarters, for periods that overlap, or for numbers below "
                "%(rare)s a year on average.",
                rare=RAREST_MEAN,
            ),
        ),
        ("D. J. Wheeler: Understanding Variation (2000)",),
    )


def _cannot_tell(language: Language) -> Rule:
    _ = language.markup
    return Rule(
        "cannot-tell",
        _("When nobody can tell"),
        (
            _("We say so when there is only one figure, or when one is withheld because it could identify people."),
            _("We say so when the way of counting or recording changed: that is no change in what is counted."),
            _("We say so when only a percentage change is published, without the numbers behind it."),
            _("Anyone can answer an open survey, so it cannot show a change."),
            _("Provisional figures may still change, so we say that a verdict rests on them."),
        ),
    )


def _targets(language: Language) -> Rule:
    _ = language.markup
    return Rule(
        "targets",
        _("Targets"),
        (
            _("A target is judged by the figure for the time it is due. Chance plays no part in that."),
            _("Before that, it is on or off track only if the plan set out steps on the way."),
            _("If the time is over and the figure is not published, nobody can tell."),
        ),
    )
