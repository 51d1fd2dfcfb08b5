"""What a chart of places or groups says."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from planbuilder.charts.voice import Voice
from planbuilder.i18n import Language, Value
from planbuilder.model.measure import Observation
from planbuilder.model.period import Period
from planbuilder.model.text import Text

_NAMED = 8
"""As many places as a sentence can name."""


@dataclass(frozen=True)
class Member:
    """One place or group with its two figures."""

    label: Text
    latest: Observation | None
    earlier: Observation | None

    @property
    def value(self) -> Decimal | None:
        """The latest figure; None where there is none or it is withheld."""
        return self.latest.value if self.latest else None

    @property
    def change(self) -> Decimal | None:
        """The latest less the earlier figure, where both are known."""
        if self.value is None or self.earlier is None or self.earlier.value is None:
            return None
        return self.value - self.earlier.value


@dataclass(frozen=True)
class Groups:
    """A measure by place (or by group) for a period, and for a comparable one before it."""

    voice: Voice
    period: Period
    before: Period | None
    members: tuple[Member, ...]
    places: bool

    @property
    def ranked(self) -> list[Member]:
        """Those with a figure, the highest first."""
        known = [member for member in self.members if member.value is not None]
        return sorted(known, key=lambda member: -(member.value or 0))


def _figure(groups: Groups, member: Member) -> str:
    return groups.voice.figure(member.latest) if member.latest else ""


def title(groups: Groups) -> Markup:
    """Where the figure is highest and lowest."""
    language, ranked = groups.voice.language, groups.ranked
    high, low = ranked[0], ranked[-1]
    values: dict[str, Value] = {
        "measure": groups.voice.name,
        "high": high.label,
        "high_value": _figure(groups, high),
        "low": low.label,
        "low_value": _figure(groups, low),
    }
    if high.value == low.value:
        return language.markup("%(measure)s: %(high_value)s everywhere", **values)
    if groups.places:
        return language.markup(
            "%(measure)s: highest in %(high)s (%(high_value)s), lowest in %(low)s (%(low_value)s)", **values
        )
    return language.markup(
        "%(measure)s: highest for %(high)s (%(high_value)s), lowest for %(low)s (%(low_value)s)", **values
    )


def _names(language: Language, members: list[Member]) -> Markup:
    return language.markup_list([member.label for member in members])


def summary(groups: Groups) -> tuple[Markup, ...]:
    """What moved in which direction since the period before, and what is withheld."""
    language = groups.voice.language
    found: list[Markup] = []
    if groups.before is not None:
        found += _movements(groups, groups.before)
    if not found:
        high, low = groups.ranked[0], groups.ranked[-1]
        found.append(
            language.markup(
                "In %(period)s the figures range from %(low)s to %(high)s.",
                period=groups.period,
                low=_figure(groups, low),
                high=_figure(groups, high),
            )
        )
    return (*found, *_withheld(groups))


def _withheld(groups: Groups) -> list[Markup]:
    """Of each period that is shown, whose figure is withheld."""
    voice, language = groups.voice, groups.voice.language
    found = []
    for period, figures in (
        (groups.before, [(member, member.earlier) for member in groups.members]),
        (groups.period, [(member, member.latest) for member in groups.members]),
    ):
        names = [member for member, item in figures if item is not None and item.value is None]
        if period is not None and names:
            sentence = language.markup(
                "Withheld for %(period)s, because it could identify people: %(names)s.",
                period=voice.period(period),
                names=_names(language, names),
            )
            found.append(sentence)
    return found


def _movements(groups: Groups, before: Period) -> list[Markup]:
    language = groups.voice.language
    moved = [(member, member.change) for member in groups.members]
    rose = [member for member, change in moved if change is not None and change > 0]
    fell = [member for member, change in moved if change is not None and change < 0]
    if not rose and not fell:
        return []
    values: dict[str, Value] = {"start": before, "end": groups.period}
    if len(rose) + len(fell) > _NAMED:
        return [
            language.markup(
                "Between %(start)s and %(end)s the figure rose in %(rose)s of %(all)s and fell in %(fell)s.",
                rose=len(rose),
                fell=len(fell),
                all=sum(change is not None for _, change in moved),
                **values,
            )
        ]
    found = []
    if rose:
        names = _names(language, rose)
        found.append(
            language.markup("Between %(start)s and %(end)s the figure rose: %(names)s.", names=names, **values)
        )
    if fell:
        names = _names(language, fell)
        found.append(
            language.markup("Between %(start)s and %(end)s the figure fell: %(names)s.", names=names, **values)
        )
    return found


def alt(groups: Groups) -> str:
    """The picture in words: the kind of chart, and its figures."""
    language = groups.voice.language
    opening = language.message(
        "Bar chart of %(measure)s, %(period)s.", measure=groups.voice.measure.title, period=groups.period
    )
    items = [
        language.message("%(label)s: %(value)s", label=member.label, value=_figure(groups, member))
        for member in groups.ranked[:12]
    ]
    withheld = [sentence.striptags() for sentence in _withheld(groups)]
    return " ".join([f"{opening} {'; '.join(items)}.", *withheld])
