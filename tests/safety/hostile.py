"""A project of every kind of file, made from the model: every field is filled, every text is a stranger's worst.

A new field, or a new kind of file, is in it by itself.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import count
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from planbuilder.i18n import plan_text, po
from planbuilder.model.changelog import NEEDS, LogEntry, LoggedChange, LoggedKind
from planbuilder.model.entity import Entity, Part
from planbuilder.model.measure import Measure, Observation, Target
from planbuilder.model.period import Period
from planbuilder.model.priority import MeasureUse
from planbuilder.model.reference import (
    AchievementRef,
    MeasureRef,
    PartnershipRef,
    PlanRef,
    PriorityRef,
    Reference,
    ReportRef,
    SectionRef,
)
from planbuilder.model.table import Table
from planbuilder.model.text import Prose, Text
from planbuilder.source import load
from planbuilder.source.layout import LAYOUT, FileType
from tests.sites import climate

MARKUP = (
    '"><img src=x onerror=window.__xss=1>',
    "' autofocus tabindex=1 onfocus=window.__xss=2 x='",
    "</script><script>window.__xss=3</script>",
    "</title></textarea></style></svg><svg onload=window.__xss=4>",
    "--><iframe srcdoc='<script>parent.__xss=5</script>'>]]>",
    "&lt;img src=x onerror=window.__xss=6&gt;",
    "<style media=all>*{display:none}</style><base href=//evil.example/>",
    "<a href=javascript:window.__xss=7>x</a>",
    "{{ 7*191919 }}{% raw %}{# %(name)s %s {0.__class__} $" + "{7*191919} `",
)
"""What would run, or become something else, if it were printed as it is; together shorter than a text may be."""

MARKDOWN = (
    "# Heading {: onclick=window.__xss=8 }",
    "<div onclick=window.__xss=9 markdown=1>block</div>",
    "```html onclick=window.__xss=10\n<script>window.__xss=11</script>\n```",
    "*a*{: style=color:red onmouseover=window.__xss=12 } `<b onclick=x>`",
    "| a | b |\n|---|---|\n| <svg onload=window.__xss=13> | x |",
)
"""What Markdown's extensions elsewhere would make something of."""

FORMULAE = ("=HYPERLINK(1)", "+1+cmd|x", "-2+3", "@SUM(1)", "\t=1", "\uff1d1")
"""What a spreadsheet would compute, if a cell began with it."""

NAMES = {"partnership": "hostile", "plan": "2025-2030", "report": "2025-26", "n": "1", "id": "one"}
WRITTEN: dict[type[Reference], str] = {
    Reference: "hostile/measures/one",
    PartnershipRef: "hostile",
    MeasureRef: "hostile/one",
    PlanRef: "hostile/2025-2030",
    ReportRef: "hostile/2025-26",
    **dict.fromkeys((PriorityRef, AchievementRef, SectionRef), "hostile/2025-2030/one"),
}
"""How a reference is written; any other is the id of a register's entry."""

FIXED: dict[str, Any] = {
    "Site.schema": "1",
    "Site.address": "https://plans.example.org/",
    "Site.languages": ["en", "pl"],
    "Site.as_of": "2026-02-01",
    "Site.branch": "main",
    "Accessibility.reply_days": "10",
    "Plan.start": "2025-01-01",
    "Plan.end": "2030-12-31",
    "Area.gss": "E06000031",
    "Site.repository": "https://github.com/hostile/plans",
    "Site.edit_sign_in": "https://example.org/sign-in",
    "Site.time_zone": "Europe/London",
    "Opportunity.begins": "18:00",
    "Opportunity.ends": "20:00",
    "Barrier.criterion": "1.4.3",
    "Redirect.to": "hostile",
    "LogEntry.revision": "a" * 40,
    "LoggedChange.about": "hostile/measures/one",
    "LoggedChange.type": "Measure",
    "LoggedChange.to": "hostile",
    "LoggedChange.priority": "hostile/plans/2025-2030/priorities/one",
    "LoggedChange.lead": "organisations/one",
    "LoggedChange.language": "pl",
    "LoggedChange.sensitive": "false",
}
"""Fields the form of which the type alone does not tell."""

LEFT_OUT = {
    *("Plan.succeeds", "Priority.continues", "Organisation.succeeded_by"),  # nothing follows itself
    *("Target.change", "Measure.suppress_below", "Plan.held", "Observation.suppressed"),  # either one way or the other
}
"""Fields that can't be there beside the others. None of them is a text."""


@dataclass
class Filler:
    """Makes what editors would write, for a type. `words` makes each text, of the field's name and its type."""

    words: Callable[[str, type[Text]], str]
    years: Iterator[int] = field(default_factory=lambda: count(2010))

    def part(self, model: type[Part], skip: frozenset[str] = frozenset()) -> dict[str, Any]:
        """Every field of a part."""
        made = {
            info.alias or name: self._field(f"{model.__name__}.{info.alias or name}", info)
            for name, info in model.model_fields.items()
            if name not in skip and f"{model.__name__}.{name}" not in LEFT_OUT
        }
        if model is Table:
            made["columns"].append(self.part(type_of(model, "columns")))
        if model is Measure:
            made["observations"] = list(self._observations())
        if model is LogEntry:
            made["changes"] = list(self._changes())
        if model is Observation:
            made |= {"value": "120", "lower": "100", "upper": "140", "denominator": "1000"}
        if model is Target:
            made["by"] = "2030"
        return made

    def _field(self, place: str, info: FieldInfo) -> Any:
        return FIXED[place] if place in FIXED else self._value(place, info.annotation)

    def _value(self, place: str, kind: Any) -> Any:
        origin, inside = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._value(place, inside[0])
        if origin in (Union, UnionType):
            return self._value(place, next(one for one in inside if one is not type(None)))
        if origin is Literal:
            return inside[0]
        if origin is tuple:
            once = _names(inside[0])  # nothing may be named twice in a list
            return [self._value(place, inside[0]) for _ in range(1 if once else 2)]
        return self._plain(place, kind)

    def _plain(self, place: str, kind: Any) -> Any:
        if issubclass(kind, Text):
            return self.words(place, kind)
        if issubclass(kind, Part):
            return self.part(kind)
        if issubclass(kind, Reference):
            return WRITTEN.get(kind, "one")
        if issubclass(kind, Period):
            return str(2010 + next(self.years) % 80)
        if kind is str:
            name = place.rpartition(".")[2]
            if name == "id":
                return f"id-{next(self.years)}"
            telephone = "telephone" in name or "number" in name
            return "a@example.org" if name == "email" else "0800 123456" if telephone else "https://example.org/"
        return {date: "2025-06-01", Decimal: "20", int: "20", bool: "true"}[kind]

    def _changes(self) -> Iterator[dict[str, Any]]:
        """A change of every kind, of what there is and of what is gone."""
        always = {"about", "sensitive", "area", "group", "figure", "was_figure"}
        for what in get_args(LoggedKind):
            kept = always | {*NEEDS.get(what, ())}
            made = {name: value for name, value in self.part(LoggedChange).items() if name in kept} | {"what": what}
            if what == "target_result_changed":
                made |= {"was_result": {"result": "missed"}, "result": {"result": "met"}}
            yield made
        kept = always | {*NEEDS["removed"]}
        gone = {name: value for name, value in self.part(LoggedChange).items() if name in kept}
        yield gone | {"what": "removed", "about": "hostile/measures/gone"}

    def _observations(self) -> Iterator[dict[str, Any]]:
        """A series, and figures of areas and of groups beside it."""
        for split in (None, "area", "group"):
            labels = [self.words(f"Observation.{split}", Text) for _ in range(3)] if split else [""]
            for label in labels:
                for year in range(2020, 2026):
                    made = self.part(Observation)
                    del made["area"], made["group"]
                    yield {**made, "period": str(year), **({split: label} if split else {})}


def _names(kind: Any) -> bool:
    return any(issubclass(one, Reference) or one is MeasureUse for one in _classes(kind))


def type_of(model: type[Part], name: str) -> type[Part]:
    """The type of the items of a list."""
    found: type[Part] = get_args(model.model_fields[name].annotation)[0]
    return found


def texts(model: type[Part], seen: set[type[Part]] | None = None) -> Iterator[str]:
    """The names of all text fields of an entity and what is inside it: `Measure.title`."""
    seen = {model} if seen is None else seen
    for name, info in model.model_fields.items():
        for kind in _classes(info.annotation):
            if issubclass(kind, Text):
                yield f"{model.__name__}.{name}"
            if issubclass(kind, Part) and kind not in seen:
                seen.add(kind)
                yield from texts(kind, seen)


def _classes(kind: Any) -> Iterator[type]:
    if isinstance(kind, type) and not get_args(kind):
        yield kind
    for inner in get_args(kind):
        if get_origin(kind) is not Literal:
            yield from _classes(inner)


def hostile_words(reverse: bool) -> Callable[[str, type[Text]], str]:
    """All of it in every text, beginning with a formula. `reverse` turns it round, so that each comes first once."""
    numbers = count()

    def words(place: str, kind: type[Text]) -> str:
        number = next(numbers)
        formula = FORMULAE[number % len(FORMULAE)]
        payloads = MARKUP[::-1] if reverse else MARKUP
        whole = f"{formula} {place}{number} {' '.join(payloads)}"
        return "\n\n".join((whole, *payloads, *MARKDOWN)) if issubclass(kind, Prose) else whole

    return words


def harmless_words() -> Callable[[str, type[Text]], str]:
    """Words that no harm is in, with all that Markdown may make."""
    numbers = count()
    return lambda place, kind: _harmless(f"Harmless {place} words {next(numbers)}", kind)


def _harmless(plain: str, kind: type[Text]) -> str:
    block = "\n\n## Heading\n\n### Lower\n\n> quoted\n\n1. one\n2. two\n\n- a **b** *c* `d`\n\n```\ncode\n```\n\n***\n"
    return plain + block if issubclass(kind, Prose) else plain


def write(data: Path, words: Callable[[str, type[Text]], str]) -> None:
    """Write one file of every kind below a data folder, for one partnership; the site's registers and settings too."""
    filler = Filler(words)
    for kind in LAYOUT:
        if kind.entity is not None:
            path = data / _filled(kind.pattern)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_file(filler, kind, kind.entity), "utf-8")


def _file(filler: Filler, kind: FileType, entity: type[Entity]) -> str:
    """JSON is YAML, and quotes every text."""
    given = frozenset({"key", "order"} if kind.ordered else {"key"})
    made = filler.part(entity, given)
    if kind.form == "register":
        return json.dumps({"one": made}, ensure_ascii=False, indent=1)
    if kind.form == "markdown":
        text = made.pop("text")
        return f"---\n{json.dumps(made, ensure_ascii=False, indent=1)}\n---\n{text}\n"
    return json.dumps(made, ensure_ascii=False, indent=1)


def _filled(pattern: str) -> str:
    for name, value in NAMES.items():
        pattern = pattern.replace(f"<{name}>", value)
    return pattern


def translate(project: Path, language: str) -> None:
    """Translate everything into the same, with links that nobody checks before the build."""
    words = hostile_words(reverse=False)
    links = " [x](javascript:window.__xss=14) [y](//evil.example/) ![z](https://evil.example/p.png) <data:text/html,x>"
    for owner, entries in plan_text.entries(load(project)).items():
        forms = [f"{words(entry.context, Text)}{links}" for entry in entries]
        filled = (
            replace(entry, forms=(form,) * (3 if entry.plural else 1))
            for entry, form in zip(entries, forms, strict=True)
        )
        po.write(
            plan_text.path_of(project, owner, language), po.PoFile(po.new_headers(language, "hostile"), tuple(filled))
        )


def build(folder: Path, words: Callable[[str, type[Text]], str], *, translated: bool = False) -> Path:
    """The site of such a project, with a page of prose by the same stranger."""
    project = climate(folder)
    shutil.rmtree(project.root / "data")
    write(project.root / "data", words)
    if translated:
        translate(project.root, "pl")
    prose = json.dumps(words("title", Text), ensure_ascii=False)
    page = f"---\ntitle: {prose}\ndescription: {prose}\n---\n\n{words('prose', Prose)}\n"
    (project.root / "content/pages/en/stranger.md").write_text(page, "utf-8")
    return project.build()
