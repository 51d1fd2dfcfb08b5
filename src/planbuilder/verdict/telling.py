"""How a verdict's figures are said: values with unit, qualifier and status; changes; thresholds."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation
from planbuilder.model.registers import Unit
from planbuilder.verdict.change import Change

SMALL_BASE = 50
"""A change from a count below this is told as a number: per cent of so few mislead."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A measure, its unit, and the language they are told in."""

    measure: Measure
    unit: Unit
    language: Language

    @classmethod
    def of(cls, measure: Measure, catalogue: Catalogue, language: Language) -> "Telling":
        """The telling of a measure: its unit comes from the catalogue."""
        return cls(measure, catalogue.get(measure.unit), language)

    def amount(self, value: Decimal) -> str:
        """A value with its unit: 75 people. A computed one has at most one decimal more than the published ones."""
        return self.language.value(tidy(value, self._decimals + 1), self.measure, self.unit)

    def rounded(self, value: Decimal) -> str:
        """A computed value, such as a mean, with no more decimals than the published ones."""
        return self.language.value(tidy(value, self._decimals), self.measure, self.unit)

    def figure(self, item: Observation) -> str:
        """A published value as it stands: about 64 people (provisional). [c] where it is withheld."""
        if item.value is None:
            return "[c]"
        value = self.language.qualified(self.language.value(item.value, self.measure, self.unit), item.qualifier)
        match item.status:
            case "provisional":
                return self.language.message("%(value)s (provisional)", value=value)
            case "year_to_date":
                return self.language.message("%(value)s (so far)", value=value)
            case "final" | "revised":
                return value

    def size(self, change: Change, reference: Decimal | None = None) -> str:
        """The size of a change without its sign: 21.3%, 6 percentage points, 3 crimes where there are few."""
        if change.in_points:
            return self.language.points(tidy(abs(change.absolute), 1))
        few = self.measure.kind == "count" and reference is not None and reference < SMALL_BASE
        if change.percent is None or few:
            return self.amount(abs(change.absolute))
        return self.language.percent(tidy(abs(change.percent), 1))

    def minimum(self) -> str:
        """The smallest change that counts as one."""
        minimum = self.measure.minimum_change
        return self.language.points(minimum) if self.measure.kind == "percentage" else self.language.percent(minimum)

    @property
    def _decimals(self) -> int:
        """The most decimals that the measure's published values have."""
        exponents = (item.value.as_tuple().exponent for item in self.measure.observations if item.value is not None)
        found = [-exponent for exponent in exponents if isinstance(exponent, int)]
        return max([self.measure.decimals, *found])


def tidy(value: Decimal, decimals: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """A value rounded (half up, unless told) to at most so many decimals, without zeros at its end."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded
