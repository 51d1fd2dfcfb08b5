"""How a measure's values and periods are said in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Source
from planbuilder.model.measure import Measure, Observation
from planbuilder.model.period import Period
from planbuilder.model.registers import Unit
from planbuilder.model.text import Text
from planbuilder.verdict.change import Change

WITHHELD = "[c]"


@dataclass(frozen=True)
class Voice:
    """A measure and the language it is told in."""

    measure: Measure
    unit: Unit
    area: Text
    language: Language

    @classmethod
    def of(cls, measure: Measure, catalogue: Catalogue, language: Language) -> "Voice":
        """The voice of a measure: its unit and area come from the catalogue."""
        area = measure.area or catalogue.partnership(measure).area.name
        return cls(measure, catalogue.get(measure.unit), area, language)

    @property
    def name(self) -> Text:
        """What the measure is called in a heading."""
        return self.measure.short or self.measure.title

    def spoken(self, value: Decimal) -> str:
        """A value with its unit: 75 people."""
        return self.language.value(value, self.measure, self.unit)

    def written(self, value: Decimal, decimals: int | None = None) -> str:
        """A value where its unit stands nearby: 75."""
        return self.language.short_value(value, self.measure, decimals)

    def figure(self, observation: Observation, *, with_unit: bool = True) -> str:
        """An observation's value with the source's qualifier: about 75 people. [c] where it is withheld."""
        if observation.value is None:
            return WITHHELD
        value = self.spoken(observation.value) if with_unit else self.written(observation.value)
        return self.language.qualified(value, observation.qualifier)

    def label(self, observation: Observation) -> str:
        """What stands beside a mark: 75 (p), 75 so far."""
        value = self.figure(observation, with_unit=False)
        if observation.status == "provisional":
            return self.language.message("%(value)s (p)", value=value)
        if observation.status == "year_to_date":
            return self.language.message("%(value)s so far", value=value)
        return value

    def difference(self, change: Change) -> str:
        """The size of a change with its unit, without a sign: 13 people, 3.2 percentage points."""
        size = abs(change.absolute)
        return self.language.points(size) if change.in_points else self.spoken(size)

    def period(self, period: Period) -> str:
        """A period in a sentence."""
        return self.language.period(period)

    def span(self, observations: Sequence[Observation]) -> str:
        """From the first to the last period: 2013 to 2015."""
        first, last = observations[0].period, observations[-1].period
        if first == last:
            return self.period(first)
        return self.language.range(self.period(first), self.period(last))

    def scale_note(self, from_zero: bool, start: str) -> tuple[Markup, ...]:
        """A word where the scale leaves out zero."""
        if from_zero:
            return ()
        return (self.language.markup("The scale starts at %(value)s, not at zero.", value=start),)

    def unit_heading(self, name: Text | Markup) -> Markup:
        """A column heading with the unit that its cells leave out."""
        named = name if isinstance(name, Markup) else self.language.text(name)
        if self.measure.kind in ("percentage", "currency"):
            return named
        return self.language.markup("%(name)s (%(unit)s)", name=named, unit=self.unit.other)

    def subtitle(self, places: Sequence[Text], when: str) -> Markup:
        """What is measured, where and when."""
        language = self.language
        where = language.markup_list(places)
        match self.measure.kind:
            case "percentage":
                line = language.markup("%(area)s, %(periods)s, in per cent", area=where, periods=when)
            case "currency":
                line = language.markup("%(area)s, %(periods)s, in pounds", area=where, periods=when)
            case _:
                line = language.markup(
                    "%(area)s, %(periods)s (unit: %(unit)s)", area=where, periods=when, unit=self.unit.other
                )
        if self.measure.short:
            return language.markup("%(measure)s. %(details)s", measure=self.measure.title, details=line)
        return line


def source_line(source: Source | None, catalogue: Catalogue | None, language: Language) -> Markup:
    """Where figures come from: the document, linked where it is on the web, and the section. Empty if not stated."""
    if source is None or catalogue is None:
        return Markup("")
    document = catalogue.get(source.document)
    title = language.cited(document.title)
    if document.web:
        title = Markup('<a href="{}">{}</a>').format(document.web, title)
    if source.section:
        section = language.cited(source.section)
        if source.page:
            return language.markup(
                "Source: %(document)s, %(section)s, page %(page)s",
                document=title,
                section=section,
                page=source.page,
            )
        return language.markup("Source: %(document)s, %(section)s", document=title, section=section)
    if source.page:
        return language.markup("Source: %(document)s, page %(page)s", document=title, page=source.page)
    return language.markup("Source: %(document)s", document=title)


_TALL = {"ur": 1.7, "pa": 1.2, "ar": 1.2, "fa": 1.2}
"""Scripts that need more height than Latin; Urdu's Nastaliq most."""


def tall(language: Language) -> float:
    """How much taller than Latin a language's script is."""
    return _TALL.get(language.code.split("-")[0], 1.0)
