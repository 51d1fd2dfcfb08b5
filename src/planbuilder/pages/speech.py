"""What templates say about a thing of the model in the reader's language: its verdict, its figures, its state."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from planbuilder.charts import sparkline
from planbuilder.i18n import Language
from planbuilder.model.achievement import Figure
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.consultation import Consultation
from planbuilder.model.measure import Measure, Observation
from planbuilder.model.priority import Action, MeasureUse, Priority
from planbuilder.model.text import Text
from planbuilder.pages.charting import charts_of
from planbuilder.pages.levels import levels, numbered
from planbuilder.verdict import (
    Verdict,
    freshness,
    freshness_label,
    freshness_sentence,
    freshness_summary,
    icon,
    judge,
    label,
    method_sentence,
    sentence,
    target_icon,
    target_label,
    target_sentence,
    target_tone,
    tone,
    wanted_label,
)


@dataclass(frozen=True)
class Badge:
    """A verdict for the eye: words first, then the icon and a tone that CSS colours."""

    label: Markup
    icon: str
    tone: str


@dataclass(frozen=True)
class Speech:
    """The functions that templates use beyond the language's own. Pure: the same thing gives the same words."""

    catalogue: Catalogue
    language: Language

    def functions(self) -> dict[str, Any]:
        """All of them, by the name that templates use."""
        names = [
            name
            for name in dir(self)
            if not name.startswith("_") and name not in ("catalogue", "language", "functions")
        ]
        return {name: getattr(self, name) for name in names}

    # --- verdicts ---

    def judged(self, measure: Measure, use: MeasureUse | None = None) -> Verdict:
        """The verdict on a measure, with a plan's own target and wanted direction where it has them."""
        return judge(measure, use, self.catalogue.today)

    def direction_badge(self, measure: Measure, use: MeasureUse | None = None) -> Badge:
        """The badge of the direction a measure moves in."""
        verdict = self.judged(measure, use)
        return Badge(label(verdict, self.language), icon(verdict), tone(verdict))

    def verdict_sentence(self, measure: Measure, use: MeasureUse | None = None) -> Markup:
        """The sentence behind the direction."""
        return sentence(self.judged(measure, use), measure, self.catalogue, self.language)

    def target_sentence(self, measure: Measure, use: MeasureUse | None = None) -> Markup:
        """The sentence on the target; empty where there is none."""
        return target_sentence(self.judged(measure, use), measure, self.catalogue, self.language)

    def target_badge(self, measure: Measure, use: MeasureUse | None = None) -> Badge:
        """The badge of how the target stands."""
        verdict = self.judged(measure, use)
        return Badge(target_label(verdict, self.language), target_icon(verdict), target_tone(verdict))

    def has_target(self, measure: Measure, use: MeasureUse | None = None) -> bool:
        """Whether there is a target to judge."""
        return self.judged(measure, use).target != "none"

    def method(self, measure: Measure, use: MeasureUse | None = None) -> Markup:
        """The test behind the direction; empty where none was made."""
        return method_sentence(self.judged(measure, use), self.language)

    def freshness(self, measure: Measure) -> Markup:
        """When new figures are due, or since when they are overdue; empty where no date is known."""
        return freshness_sentence(measure, self.catalogue.today, self.language)

    def next_update(self, measure: Measure) -> Markup:
        """The same in a few words, for tables."""
        return freshness_label(measure, self.catalogue.today, self.language)

    def next_updates(self, measures: Iterable[Measure]) -> Markup:
        """How many of several measures are overdue, and when the next figures are due; empty where no date is known."""
        return freshness_summary(measures, self.catalogue.today, self.language)

    def overdue(self, measure: Measure) -> bool:
        """Whether new figures should be here and are not."""
        return freshness(measure, self.catalogue.today).state == "overdue"

    def verdict_counts(self, priority: Priority) -> list[tuple[Markup, int]]:
        """How many of a priority's measures have which verdict, in the order of first appearance."""
        verdicts = [self.judged(self.catalogue.get(use.measure), use) for use in priority.measures]
        counts = Counter(label(verdict, self.language) for verdict in verdicts)
        return list(counts.items())

    # --- figures ---

    def _observation(self, measure: Measure, observation: Observation) -> Markup:
        language = self.language
        if observation.value is None:
            return language.markup("%(symbol)s in %(period)s", symbol="[c]", period=observation.period)
        value = language.value(observation.value, measure, self.catalogue.get(measure.unit))
        shown = self.language.qualified(value, observation.qualifier)
        if observation.status == "provisional":
            return language.markup("%(value)s in %(period)s (provisional)", value=shown, period=observation.period)
        return language.markup("%(value)s in %(period)s", value=shown, period=observation.period)

    def latest_figure(self, measure: Measure) -> Markup:
        """The newest figure with its unit, period and status."""
        if not measure.series:
            return self.language.markup("no figures published")
        return self._observation(measure, measure.series[-1])

    def baseline_figure(self, measure: Measure) -> Markup:
        """The figure that later ones are compared with, where the data name one."""
        for observation in measure.series:
            if observation.period == measure.baseline:
                return self._observation(measure, observation)
        return self.language.markup("none stated")

    def sparkline_of(self, measure: Measure) -> Markup:
        """A small drawing of the series."""
        return sparkline(measure, self.language) if len(measure.series) > 1 else Markup("")

    def charts_of(self, measure: Measure, use: MeasureUse | None = None, prefix: str = "") -> Any:
        """The charts of a measure."""
        return charts_of(self.catalogue, self.language, measure, use, prefix)

    def figure_value(self, figure: Figure) -> str:
        """The number of an achievement, as it is shown large."""
        language = self.language
        match figure.kind:
            case "percentage":
                value = language.percent(figure.value)
            case "currency":
                value = language.money(figure.value)
            case _:
                value = language.number(figure.value)
        return self.language.qualified(value, figure.qualifier)

    def figure_label(self, figure: Figure) -> Markup:
        """What that number counts, and when."""
        language = self.language
        if figure.period is None:
            return language.text(figure.unit)
        return language.markup("%(what)s, %(period)s", what=figure.unit, period=figure.period)

    # --- words for settings ---

    def wanted_words(self, measure: Measure) -> Markup:
        """The change that is wanted of a measure."""
        return wanted_label(measure.wanted, self.language)

    def outcome_label(self, priority: Priority) -> Markup:
        """What the partnership calls an outcome."""
        return levels(self.language, self.catalogue.partnership(priority)).outcome

    def priority_number(self, priority: Priority) -> Markup:
        """Priority 1: what stands above its title where the plan numbers it, else nothing."""
        return numbered(self.language, self.catalogue.partnership(priority), priority)

    def action_summary(self, priority: Priority) -> Markup:
        """How many actions there are, and of how many anything is known."""
        language = self.language
        reported = sum(action.latest is not None for action in priority.actions)
        listed = language.markup_plural(
            "The plan lists %(n)s action.", "The plan lists %(n)s actions.", len(priority.actions)
        )
        if not reported:
            return Markup("{} {}").format(listed, language.markup("No document that we hold reports on them."))
        told = language.markup_plural(
            "There is a report on %(n)s of them.", "There are reports on %(n)s of them.", reported
        )
        return Markup("{} {}").format(listed, told)

    def method_words(self, consultation: Consultation) -> Markup:
        """How people were asked, and what that means for the figures."""
        _ = self.language.markup
        match consultation.method:
            case "open_survey":
                return _(
                    "An open survey: anyone could answer. Those who did are not a sample of everybody, "
                    "so the figures say what they think and not what everyone who lives here thinks."
                )
            case "sample_survey":
                return _("A survey of people chosen by chance, so that they stand for everybody.")
            case "meetings":
                return _("Meetings")
            case "written":
                return _("In writing")


def groupby_theme(actions: Sequence[Action]) -> list[tuple[Text | None, list[Action]]]:
    """Actions under their headings, in the order of the plan; those without a heading first."""
    order: dict[str, int] = {}
    for action in actions:
        order.setdefault(action.theme.source if action.theme else "", len(order) if action.theme else -1)

    def place(action: Action) -> int:
        return order[action.theme.source if action.theme else ""]

    grouped: Iterable[tuple[int, Iterable[Action]]] = groupby(sorted(actions, key=place), key=place)
    lists = [list(found) for _, found in grouped]
    return [(found[0].theme, found) for found in lists]
