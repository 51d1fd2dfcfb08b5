"""What a time series says: its title, summary and alternative text. Plain statements of what is seen.

Whether a difference means anything is told by the verdict, not here.
"""

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from planbuilder.charts.story import Aim, Story, value_of
from planbuilder.charts.timeline import missing
from planbuilder.i18n import Language, Value
from planbuilder.model.measure import Observation
from planbuilder.verdict.change import Change
from planbuilder.verdict.comparison import is_bound

_MOST_SENTENCES = 4
_ENOUGH_FOR_EXTREMES = 4


def _years(*observations: Observation) -> bool:
    """Whether all periods are years, which a sentence can put after "in"."""
    return all(item.period.kind in ("year", "financial_year") for item in observations)


def _when(story: Story, observation: Observation, *, bracketed: bool) -> str:
    """A period, with a word on a provisional figure."""
    voice = story.voice
    period = voice.period(observation.period)
    if observation.status != "provisional":
        return period
    if bracketed:
        return voice.language.message("%(period)s, provisional", period=period)
    return voice.language.message("%(period)s (provisional)", period=period)


def title(story: Story) -> Markup:
    """What is seen from the first to the last comparable figure, or the only one."""
    language, first, last = story.voice.language, story.run[0], story.run[-1]
    name = story.voice.name
    years = _years(first, last)
    # A count needs no unit here: the title names what is counted, and the subtitle the unit.
    with_unit = story.voice.measure.kind != "count"
    start, end = (_when(story, item, bracketed=not years) for item in (first, last))
    low, high = (story.voice.figure(item, with_unit=with_unit) for item in (first, last))
    if len(story.run) == 1:
        if years:
            return language.markup("%(measure)s: %(value)s in %(period)s", measure=name, value=high, period=end)
        return language.markup("%(measure)s: %(value)s (%(period)s)", measure=name, value=high, period=end)
    moved = "unknown" if story.bounded else story.change.movement
    values: dict[str, Value] = {"measure": name, "first": low, "last": high, "start": start, "end": end}
    match moved, years:
        case "down", True:
            return language.markup("%(measure)s fell from %(first)s in %(start)s to %(last)s in %(end)s", **values)
        case "down", False:
            return language.markup("%(measure)s fell from %(first)s (%(start)s) to %(last)s (%(end)s)", **values)
        case "up", True:
            return language.markup("%(measure)s rose from %(first)s in %(start)s to %(last)s in %(end)s", **values)
        case "up", False:
            return language.markup("%(measure)s rose from %(first)s (%(start)s) to %(last)s (%(end)s)", **values)
        case "none", True:
            return language.markup("%(measure)s was %(last)s in both %(start)s and %(end)s", **values)
        case "none", False:
            return language.markup("%(measure)s was %(last)s both times (%(start)s; %(end)s)", **values)
        case _, True:
            return language.markup("%(measure)s: %(first)s in %(start)s, %(last)s in %(end)s", **values)
        case _:
            return language.markup("%(measure)s: %(first)s (%(start)s), %(last)s (%(end)s)", **values)


def summary(story: Story) -> tuple[Markup, ...]:
    """Up to four sentences, the ones that a reader must not miss first: movement, breaks, target, then the rest."""
    found = [
        _movement(story),
        *_breaks(story),
        _target(story),
        _provisional(story),
        *_gaps(story),
        _comparison(story),
        _extremes(story),
        _other_lengths(story),
    ]
    return tuple(sentence for sentence in found if sentence)[:_MOST_SENTENCES]


def _movement(story: Story) -> Markup | None:
    voice, language = story.voice, story.voice.language
    first, last = story.run[0], story.run[-1]
    values = {"start": voice.period(first.period), "end": voice.period(last.period)}
    if len(story.run) == 1:
        return language.markup(
            "The figure for %(period)s, %(value)s, has no earlier one that it can be compared with.",
            value=voice.figure(last),
            period=voice.period(last.period),
        )
    if story.bounded:
        return language.markup(
            "The source does not give exact figures for both %(start)s and %(end)s, so the change is not known.",
            **values,
        )
    change = story.change
    difference = voice.difference(change)
    if change.movement == "none":
        return language.markup(
            "The figures for %(start)s and %(end)s are the same: %(value)s.", value=voice.figure(last), **values
        )
    if change.percent is None:
        if change.movement == "down":
            return language.markup(
                "Between %(start)s and %(end)s the figure fell by %(difference)s.", difference=difference, **values
            )
        return language.markup(
            "Between %(start)s and %(end)s the figure rose by %(difference)s.", difference=difference, **values
        )
    percent = language.percent(abs(change.percent), 1)
    if change.movement == "down":
        return language.markup(
            "Between %(start)s and %(end)s the figure fell by %(difference)s (%(percent)s).",
            difference=difference,
            percent=percent,
            **values,
        )
    return language.markup(
        "Between %(start)s and %(end)s the figure rose by %(difference)s (%(percent)s).",
        difference=difference,
        percent=percent,
        **values,
    )


def _breaks(story: Story) -> list[Markup]:
    language = story.voice.language
    first, last = story.observations[0].period, story.observations[-1].period
    found = [
        language.markup(
            "Figures from %(period)s on cannot be compared with earlier ones. %(why)s", period=item.at, why=item.why
        )
        for item in story.voice.measure.breaks
        if first < item.at and not last < item.at
    ]
    if story.voice.measure.inconsistent is not None:
        found.append(
            language.markup(
                "Recording is not consistent from one period to the next. %(why)s",
                why=story.voice.measure.inconsistent,
            )
        )
    return found


def _target(story: Story) -> Markup | None:
    voice, language = story.voice, story.voice.language
    if story.target is None:
        return None
    values: dict[str, Value] = {"target": voice.spoken(story.target.value)}
    if story.target.by is not None:
        values["period"] = voice.period(story.target.by)
    if is_bound(story.run[-1]):
        return _bare_target(voice.language, story.target, values)
    gap = Change.between(voice.measure.kind, story.target.value, value_of(story.run[-1]))
    if gap.movement == "none":
        if story.target.by is None:
            return language.markup("The target is %(target)s, which is the latest figure.", **values)
        return language.markup("The target for %(period)s is %(target)s, which is the latest figure.", **values)
    values["difference"] = voice.difference(gap)
    match gap.movement, story.target.by is not None:
        case "up", True:
            return language.markup(
                "The target for %(period)s is %(target)s; the latest figure is %(difference)s higher.", **values
            )
        case "up", False:
            return language.markup("The target is %(target)s; the latest figure is %(difference)s higher.", **values)
        case _, True:
            return language.markup(
                "The target for %(period)s is %(target)s; the latest figure is %(difference)s lower.", **values
            )
        case _:
            return language.markup("The target is %(target)s; the latest figure is %(difference)s lower.", **values)


def _bare_target(language: Language, target: Aim, values: dict[str, Value]) -> Markup:
    if target.by is None:
        return language.markup("The target is %(target)s.", **values)
    return language.markup("The target for %(period)s is %(target)s.", **values)


def _provisional(story: Story) -> Markup | None:
    voice = story.voice
    periods = [voice.period(item.period) for item in story.observations if item.status == "provisional"]
    if not periods:
        return None
    return voice.language.markup_plural(
        "The figure for %(periods)s is provisional and may change.",
        "The figures for %(periods)s are provisional and may change.",
        len(periods),
        periods=voice.language.list(periods),
    )


def _gaps(story: Story) -> list[Markup]:
    voice, language = story.voice, story.voice.language
    absent = [voice.period(period) for period in missing(story.observations)]
    found = _withheld(story)
    if absent:
        found.append(language.markup("There is no figure for %(periods)s.", periods=language.list(absent)))
    return found


def _withheld(story: Story) -> list[Markup]:
    voice, language = story.voice, story.voice.language
    withheld = [voice.period(item.period) for item in story.observations if item.value is None]
    if not withheld:
        return []
    sentence = language.markup_plural(
        "The figure for %(periods)s is withheld, because it could identify people.",
        "The figures for %(periods)s are withheld, because they could identify people.",
        len(withheld),
        periods=language.list(withheld),
    )
    return [sentence]


def _comparison(story: Story) -> Markup | None:
    """The latest figure beside the first comparator's of the same period."""
    voice, language, last = story.voice, story.voice.language, story.run[-1]
    for comparator in story.comparators:
        for other in comparator.observations:
            if other.period != last.period or other.value is None or is_bound(other) or is_bound(last):
                continue
            values: dict[str, Value] = {"period": last.period, "area": comparator.title, "value": voice.figure(other)}
            gap = Change.between(voice.measure.kind, other.value, value_of(last))
            if gap.movement == "none":
                return language.markup("In %(area)s the figure for %(period)s was the same: %(value)s.", **values)
            return language.markup(
                "In %(area)s the figure for %(period)s was %(value)s, a difference of %(difference)s.",
                difference=voice.difference(gap),
                **values,
            )
    return None


def extremes(run: Sequence[Observation]) -> tuple[Observation, Observation]:
    """The observations with the highest and the lowest value; of equal ones the earliest."""
    return max(run, key=value_of), min(run, key=value_of)


def _extremes(story: Story) -> Markup | None:
    run, voice = story.run, story.voice
    if len(run) < _ENOUGH_FOR_EXTREMES or any(map(is_bound, run)):
        return None
    values = [value_of(item) for item in run]
    pairs = list(pairwise(values))
    if all(later < earlier for earlier, later in pairs):
        return voice.language.markup("Each figure was lower than the one before.")
    if all(later > earlier for earlier, later in pairs):
        return voice.language.markup("Each figure was higher than the one before.")
    high, low = extremes(run)
    if value_of(high) == value_of(low):
        return None
    return voice.language.markup(
        "The highest figure was %(high)s (%(high_period)s), the lowest %(low)s (%(low_period)s).",
        high=voice.figure(high),
        high_period=high.period,
        low=voice.figure(low),
        low_period=low.period,
    )


def _other_lengths(story: Story) -> Markup | None:
    later = [item for item in story.observations if story.run[-1].period < item.period and item.value is not None]
    if not later:
        return None
    return story.voice.language.markup(
        "The figure for %(period)s, %(value)s, covers a different length of time.",
        period=later[-1].period,
        value=story.voice.figure(later[-1]),
    )


def alt(story: Story, *, bars: bool) -> str:
    """The picture in words: what kind, from when to when, first, last, highest, lowest, and what is marked."""
    voice, language = story.voice, story.voice.language
    known = [item for item in story.observations if item.value is not None]
    first, last = known[0], known[-1]
    values: dict[str, Value] = {
        "measure": voice.measure.title,
        "first": voice.figure(first),
        "first_period": voice.period(first.period),
        "last": voice.figure(last),
        "last_period": voice.period(last.period),
    }
    if bars:
        opening = language.message(
            "Bar chart of %(measure)s. %(first_period)s: %(first)s. %(last_period)s: %(last)s.", **values
        )
    else:
        opening = language.message(
            "Line chart of %(measure)s. It begins at %(first)s (%(first_period)s) and ends at %(last)s "
            "(%(last_period)s).",
            **values,
        )
    return " ".join([opening, *_marked(story, known)])


def _marked(story: Story, known: Sequence[Observation]) -> list[str]:
    voice, language = story.voice, story.voice.language
    found = []
    if len(known) >= _ENOUGH_FOR_EXTREMES:
        high, low = extremes(known)
        found.append(
            language.message(
                "The highest value is %(high)s (%(high_period)s), the lowest %(low)s (%(low_period)s).",
                high=voice.figure(high),
                high_period=high.period,
                low=voice.figure(low),
                low_period=low.period,
            )
        )
    if story.target is not None:
        found.append(language.message("The target, %(target)s, is marked.", target=voice.spoken(story.target.value)))
    if any(story.voice.measure.breaks):
        found.append(language.message("A dashed line marks a break in the series."))
    if any(item.status == "provisional" for item in known):
        found.append(language.message("Provisional figures have open markers."))
    found += [sentence.striptags() for sentence in _withheld(story)]
    names = [comparator.title for comparator in story.comparators]
    if names:
        found.append(language.message("Also shown: %(areas)s.", areas=language.list(names)))
    return found
