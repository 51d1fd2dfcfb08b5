"""The sentence behind a direction, in words that a resident understands."""

from dataclasses import dataclass

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.verdict.change import Change
from planbuilder.verdict.comparison import Comparison
from planbuilder.verdict.direction import Movement, Pattern
from planbuilder.verdict.reason_words import reason_sentence
from planbuilder.verdict.telling import Telling
from planbuilder.verdict.verdict import Verdict

EASILY = 0.2
"""From this probability on a change could easily be chance; below it, it could be chance."""


def sentence(verdict: Verdict, measure: Measure, catalogue: Catalogue, language: Language) -> Markup:
    """Why the direction is what it is: what moved, from what to what, by how much and when; whether a change this
    size may be chance; what forbids a conclusion; and which way is wanted."""
    movement = verdict.movement
    told = _Sentences(Telling.of(measure, catalogue, language), movement)
    parts = (told.moved(), told.chance(), *told.reasons(), told.provisional(), told.wanted())
    return Markup(" ").join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of one verdict; an empty one where there is nothing to say."""

    telling: Telling
    movement: Movement

    @property
    def _language(self) -> Language:
        return self.telling.language

    def moved(self) -> Markup:
        """What moved, from what to what, by how much, and when."""
        movement, latest = self.movement, self.movement.latest
        if movement.pattern:
            return self._usual(movement.pattern)
        if movement.comparison and movement.change:
            return (
                self._compared(movement.comparison, movement.change)
                if movement.comparable
                else self._side_by_side(movement.comparison)
            )
        if movement.stated:
            return self._language.markup("As stated in the source: %(text)s", text=movement.stated.text)
        if latest is None or latest.value is None or "one_point" in movement.reasons:
            return Markup("")
        return self._language.markup(
            "In %(period)s the figure was %(latest)s.", period=latest.period, latest=self.telling.figure(latest)
        )

    def _compared(self, comparison: Comparison, change: Change) -> Markup:
        telling, language = self.telling, self._language
        latest, reference = comparison.latest, comparison.reference
        values = {
            "period": language.period(latest.period),
            "latest": telling.figure(latest),
            "reference": telling.figure(reference),
            "reference_period": self._reference_period(comparison),
            "change": telling.size(change, reference.value),
        }
        match change.movement:
            case "up":
                moved = language.markup(
                    "In %(period)s the figure was %(latest)s, up from %(reference)s in %(reference_period)s: "
                    "a rise of %(change)s.",
                    **values,
                )
            case "down":
                moved = language.markup(
                    "In %(period)s the figure was %(latest)s, down from %(reference)s in %(reference_period)s: "
                    "a fall of %(change)s.",
                    **values,
                )
            case "none":
                moved = language.markup(
                    "In %(period)s the figure was %(latest)s, the same as in %(reference_period)s.", **values
                )
        if comparison.basis != "earlier_year":
            return moved
        nearest = language.markup("%(period)s is the nearest earlier time with a figure.", period=reference.period)
        return Markup("{} {}").format(moved, nearest)

    def _side_by_side(self, comparison: Comparison) -> Markup:
        """Two values that must not be compared: neither up nor down."""
        return self._language.markup(
            "In %(period)s the figure was %(latest)s, and in %(reference_period)s it was %(reference)s.",
            period=comparison.latest.period,
            latest=self.telling.figure(comparison.latest),
            reference=self.telling.figure(comparison.reference),
            reference_period=self._reference_period(comparison),
        )

    def _reference_period(self, comparison: Comparison) -> str:
        period = self._language.period(comparison.reference.period)
        if comparison.basis == "baseline":
            return self._language.message("%(period)s (the starting point)", period=period)
        return period

    def _usual(self, pattern: Pattern) -> Markup:
        telling, latest = self.telling, pattern.observations[-1]
        return self._language.markup(
            "In %(period)s the figure was %(latest)s. The average since %(first)s is %(mean)s, and from %(lower)s to "
            "%(upper)s is usual.",
            period=latest.period,
            latest=telling.figure(latest),
            first=pattern.observations[0].period,
            mean=telling.rounded(pattern.limits.mean),
            lower=telling.rounded(pattern.limits.lower),
            upper=telling.rounded(pattern.limits.upper),
        )

    def chance(self) -> Markup:
        """Whether a change this size may be chance."""
        language, movement = self._language, self.movement
        if movement.evidence is None or (
            movement.change and movement.change.movement == "none" and not movement.pattern
        ):
            return Markup("")
        if movement.unclear == "small":
            return language.markup(
                "That is less than %(minimum)s, the smallest change that we count as one.",
                minimum=self.telling.minimum(),
            )
        if movement.pattern:
            return self._signal(movement.pattern)
        if movement.evidence.method == "ranges":
            if movement.unclear:
                return language.markup("The published margins of error overlap, so it could be chance.")
            return language.markup("The published margins of error do not overlap, so it is unlikely to be chance.")
        if movement.unclear is None:
            return language.markup("A change this size is unlikely to be chance.")
        if (movement.evidence.p or 0) >= EASILY:
            return language.markup("A change this size could easily be chance.")
        return language.markup("A change this size could be chance.")

    def _signal(self, pattern: Pattern) -> Markup:
        """What makes the latest value of a long series stand out, or that nothing does."""
        language, signal = self._language, pattern.signal
        if signal is None:
            return language.markup("So the latest figure is one of the usual ups and downs.")
        high = signal.side == "high"
        match signal.kind:
            case "outside":
                return language.markup("The latest figure is not usual, so it is unlikely to be chance.")
            case "trend" if high:
                return language.markup_plural(
                    "The figure has risen %(n)s time in a row, which is unlikely to be chance.",
                    "The figure has risen %(n)s times in a row, which is unlikely to be chance.",
                    signal.length - 1,
                )
            case "trend":
                return language.markup_plural(
                    "The figure has fallen %(n)s time in a row, which is unlikely to be chance.",
                    "The figure has fallen %(n)s times in a row, which is unlikely to be chance.",
                    signal.length - 1,
                )
            case "one_side" if high:
                return language.markup_plural(
                    "The last %(n)s figure is above the average, which is unlikely to be chance.",
                    "The last %(n)s figures are all above the average, which is unlikely to be chance.",
                    signal.length,
                )
            case "one_side":
                return language.markup_plural(
                    "The last %(n)s figure is below the average, which is unlikely to be chance.",
                    "The last %(n)s figures are all below the average, which is unlikely to be chance.",
                    signal.length,
                )
            case "two_of_three" if high:
                return language.markup(
                    "Two of the last three figures are far above the average, which is unlikely to be chance."
                )
            case "two_of_three":
                return language.markup(
                    "Two of the last three figures are far below the average, which is unlikely to be chance."
                )

    def reasons(self) -> tuple[Markup, ...]:
        """What forbids a conclusion."""
        return tuple(reason_sentence(reason, self.telling, self.movement) for reason in self.movement.reasons)

    def provisional(self) -> Markup:
        """That a value may still change. A value that is marked as so far says it itself."""
        movement = self.movement
        used = [movement.latest, movement.comparison.reference if movement.comparison else None]
        if any(item and item.status == "provisional" for item in used):
            return self._language.markup("Provisional figures may still change.")
        return Markup("")

    def wanted(self) -> Markup:
        """Which way is wanted, and why where that is not obvious."""
        language, measure, wanted = self._language, self.telling.measure, self.movement.wanted
        why = measure.wanted_because if wanted == measure.wanted else None
        if why is None and not self.movement.comparable:
            return Markup("")
        match wanted:
            case "decrease":
                stated = language.markup("A fall is wanted.")
            case "increase":
                stated = language.markup("A rise is wanted.")
            case "maintain":
                stated = language.markup("The aim is to keep the figure as it is.")
            case "monitor":
                stated = language.markup("No direction is wanted.") if self.movement.way != "none" else Markup("")
        return Markup(" ").join(part for part in (stated, language.text(why) if why else Markup("")) if part)
