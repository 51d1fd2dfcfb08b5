"""Everything that is published, with every reference known to resolve. Pages walk it; nothing changes it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, overload

from planbuilder.model.achievement import Achievement
from planbuilder.model.answers import Answers, Question
from planbuilder.model.consultation import Consultation
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.opportunity import Opportunity
from planbuilder.model.organisation import Organisation
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan, Section
from planbuilder.model.priority import MeasureUse, Priority
from planbuilder.model.reference import (
    DocumentRef,
    MeasureRef,
    OrganisationRef,
    PlanRef,
    PriorityRef,
    Reference,
    ReportRef,
    TableRef,
    UnitRef,
)
from planbuilder.model.registers import Audience, Document, GlossaryTerm, SupportService, Unit
from planbuilder.model.report import Commitment, Contradiction, Report
from planbuilder.model.site import Site
from planbuilder.model.table import FinanceTable, Table

E = TypeVar("E", bound=Entity)
P = ParamSpec("P")
R = TypeVar("R")


QUESTIONS: set[str] = {"find", "origin"}
"""The names of the questions that are answered from entities: from the one that they are about, from those of its
partnership, and from whatever names it or is named by it."""


def _question(
    method: Callable[Concatenate["Catalogue", P], R],
) -> Callable[Concatenate["Catalogue", P], R]:
    """Make a method a question: answered once for the same things, and noted by whoever listens."""
    QUESTIONS.add(method.__name__)

    @wraps(method)
    def asked(self: "Catalogue", /, *about: P.args, **named: P.kwargs) -> R:
        things: tuple[Any, ...] = (*about, *named.values())
        question = (method.__name__, *(one.key if isinstance(one, Entity) else one.__name__ for one in things))
        return self.answers.ask(question, lambda: method(self, *about, **named))

    return asked


@dataclass(frozen=True)
class Origin:
    """The file an entity was read from, relative to the project, and its first line there."""

    path: str
    line: int = 1


@dataclass(frozen=True)
class Catalogue:
    """The whole of the data. `entities` holds everything by key; `today` is the build's date.

    Build it with `planbuilder.source.load`, which guarantees that every reference resolves.
    """

    site: Site
    entities: Mapping[str, Entity]
    origins: Mapping[str, Origin]
    today: date
    translations: Mapping[str, Mapping[tuple[str, str], str]] = field(default_factory=dict)
    """language → (context, source text) → translation; only translations that are current."""
    answers: Answers = field(default_factory=Answers, init=False, repr=False, compare=False)
    """What has been asked so far: by all methods below. `entities` and `origins` are for whoever walks them all."""

    @overload
    def get(self, reference: OrganisationRef) -> Organisation: ...
    @overload
    def get(self, reference: DocumentRef) -> Document: ...
    @overload
    def get(self, reference: UnitRef) -> Unit: ...
    @overload
    def get(self, reference: MeasureRef) -> Measure: ...
    @overload
    def get(self, reference: PlanRef) -> Plan: ...
    @overload
    def get(self, reference: PriorityRef) -> Priority: ...
    @overload
    def get(self, reference: ReportRef) -> Report: ...
    @overload
    def get(self, reference: TableRef) -> Table: ...
    @overload
    def get(self, reference: Reference) -> Entity: ...
    def get(self, reference: Reference) -> Entity:
        """The entity that a reference names."""
        self.answers.note(("find", str(reference)))
        return self.entities[reference]

    def find(self, key: str) -> Entity | None:
        """The entity of a key, if there is one."""
        self.answers.note(("find", str(key)))
        return self.entities.get(key)

    def origin(self, entity: Entity) -> str:
        """The path of the file that an entity was read from, relative to the project."""
        self.answers.note(("origin", entity.key))
        return self.origins[entity.key].path

    @_question
    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every entity of one type, in order of key."""
        return self._by_type.get(kind, ())  # type: ignore[return-value]

    @cached_property
    def _by_type(self) -> dict[type[Entity], tuple[Entity, ...]]:
        found: dict[type[Entity], list[Entity]] = {}
        for key in sorted(self.entities):
            found.setdefault(type(self.entities[key]), []).append(self.entities[key])
        return {kind: tuple(entities) for kind, entities in found.items()}

    @cached_property
    def _by_owner(self) -> dict[tuple[type[Entity], str], list[Entity]]:
        owned: dict[tuple[type[Entity], str], list[Entity]] = {}
        for kind, entities in self._by_type.items():
            for entity in entities:
                for owner in {entity.partnership_key, entity.plan_key} - {""}:
                    owned.setdefault((kind, owner), []).append(entity)
        return owned

    @_question
    def of(self, owner: Partnership | Plan | Report, kind: type[E]) -> tuple[E, ...]:
        """The entities of one type that belong to a partnership, plan or report, in order of key."""
        return tuple(self._by_owner.get((kind, owner.key), ()))  # type: ignore[arg-type]

    @property
    @_question
    def partnerships(self) -> tuple[Partnership, ...]:
        """All partnerships, by name."""
        return tuple(sorted(self.all(Partnership), key=lambda item: item.name.source))

    @_question
    def partnership(self, entity: Entity) -> Partnership:
        """The partnership that an entity belongs to. Raises LookupError for what belongs to the site."""
        owner = self.entities[entity.partnership_key]
        if not isinstance(owner, Partnership):
            raise LookupError(f"{entity.key} belongs to no partnership")
        return owner

    @_question
    def plan(self, entity: Entity) -> Plan | None:
        """The plan that an entity belongs to; None for what belongs to the partnership."""
        plan = self.entities.get(entity.plan_key)
        return plan if isinstance(plan, Plan) else None

    @_question
    def plans(self, partnership: Partnership) -> tuple[Plan, ...]:
        """A partnership's plans, newest first, those included that are known only by mention."""
        return tuple(sorted(self.of(partnership, Plan), key=lambda plan: (plan.start, plan.key), reverse=True))

    @_question
    def successor(self, plan: Plan) -> Plan | None:
        """The edition that followed a plan."""
        return next((other for other in self.all(Plan) if other.succeeds == plan.key), None)

    @_question
    def later(self, plan: Plan) -> Plan | None:
        """The next plan of the same partnership that we hold, whether or not it says that it follows this one."""
        newer = [other for other in self.plans(self.partnership(plan)) if other.held and other.start > plan.start]
        return newer[-1] if newer else None

    @_question
    def priorities(self, plan: Plan) -> tuple[Priority, ...]:
        """A plan's priorities and themes, in the plan's order."""
        return tuple(sorted(self.of(plan, Priority), key=lambda item: item.order))

    @_question
    def sections(self, plan: Plan | Report) -> tuple[Section, ...]:
        """The own text of a plan or a report, in order."""
        return tuple(sorted(self.of(plan, Section), key=lambda item: item.order))

    @_question
    def achievements(self, owner: Plan | Priority | Report) -> tuple[Achievement, ...]:
        """What a plan (or a report on it, or one of its priorities) delivered, in the order of the file."""
        if isinstance(owner, Plan | Report):
            found = self.of(owner, Achievement)
        else:
            plan = self.plan(owner)
            found = tuple(a for a in self.of(plan, Achievement) if owner.key in a.priorities) if plan else ()
        return tuple(sorted(found, key=lambda item: self.origins[item.key].line))

    @_question
    def reports(self, owner: Partnership | Plan) -> tuple[Report, ...]:
        """A partnership's reports, or those on one plan, newest first."""
        if isinstance(owner, Partnership):
            found = self.of(owner, Report)
        else:
            found = tuple(report for report in self.all(Report) if owner.key in report.plans)
        return tuple(sorted(found, key=lambda report: (report.period, report.key), reverse=True))

    @_question
    def reports_with(self, measure: Measure) -> tuple[Report, ...]:
        """The reports that give figures of a measure."""
        return self._reports_with.get(measure.key, ())

    @cached_property
    def _reports_with(self) -> dict[str, tuple[Report, ...]]:
        found: dict[str, list[Report]] = {}
        for report in self.all(Report):
            uses = (*report.measures, *(use for update in report.updates for use in update.measures))
            sections = (reference for section in self.sections(report) for reference in section.measures)
            for reference in dict.fromkeys((*(use.measure for use in uses), *sections)):
                found.setdefault(reference, []).append(report)
        return {key: tuple(reports) for key, reports in found.items()}

    @_question
    def commitments(self, plan: Plan) -> tuple[Commitment, ...]:
        """What a plan promised to the public, in the order of the file."""
        return tuple(sorted(self.of(plan, Commitment), key=lambda item: (item.order, self.origins[item.key].line)))

    @_question
    def finance(self, owner: Plan | Report) -> tuple[FinanceTable, ...]:
        """The finance tables of a plan or a report, in the order of the file."""
        return tuple(sorted(self.of(owner, FinanceTable), key=lambda table: self.origins[table.key].line))

    @_question
    def contradictions(self, about: Entity) -> tuple[Contradiction, ...]:
        """Where documents do not agree about something."""
        return tuple(
            item
            for item in self.all(Contradiction)
            if any(statement.about == about.key for statement in item.statements) or about.key in item.reports
        )

    @_question
    def consultation(self, plan: Plan) -> Consultation | None:
        """A plan's consultation, if it had one."""
        return next(iter(self.of(plan, Consultation)), None)

    @_question
    def opportunities(self, owner: Partnership | Plan) -> tuple[Opportunity, ...]:
        """Ways to get involved, by their order number, then in the order of the file."""
        return tuple(sorted(self.of(owner, Opportunity), key=lambda o: (o.order, self.origins[o.key].line)))

    @_question
    def measures(self, owner: Partnership | Plan | Priority) -> tuple[Measure, ...]:
        """A partnership's measures, or those that a plan or a priority uses, each once."""
        if isinstance(owner, Partnership):
            return self.of(owner, Measure)
        uses: Iterable[MeasureUse]
        if isinstance(owner, Priority):
            uses = owner.measures
        else:
            uses = (use for priority in self.priorities(owner) for use in priority.measures)
        return tuple(self.get(reference) for reference in dict.fromkeys(use.measure for use in uses))

    @_question
    def uses(self, measure: Measure) -> tuple[tuple[Priority, MeasureUse], ...]:
        """Where a measure is used: the priorities of any plan, oldest plan first."""
        return self._uses.get(measure.key, ())

    @cached_property
    def _uses(self) -> dict[str, tuple[tuple[Priority, MeasureUse], ...]]:
        found: dict[str, list[tuple[Priority, MeasureUse]]] = {}
        for priority in self.all(Priority):
            for use in priority.measures:
                found.setdefault(use.measure, []).append((priority, use))
        return {key: tuple(uses) for key, uses in found.items()}

    def support(self, audiences: Iterable[Audience] = ()) -> tuple[SupportService, ...]:
        """Services that help today: for these audiences first, then for anyone; by their order number."""
        wanted = set(audiences)
        services = [s for s in self.all(SupportService) if "anyone" in s.audiences or wanted & set(s.audiences)]
        return tuple(sorted(services, key=lambda s: (not s.emergency, not wanted & set(s.audiences), s.order, s.key)))

    @_question
    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """All terms, by term."""
        return tuple(sorted(self.all(GlossaryTerm), key=lambda term: term.term.source.casefold()))

    def sensitive(self, entity: Entity) -> bool:
        """Whether an entity shows a sensitive subject: a sensitive priority, what it delivered, or what it measures."""
        match entity:
            case Priority():
                return entity.sensitive
            case Section() | Table():
                return entity.sensitive
            case Achievement():
                return any(self.get(reference).sensitive for reference in entity.priorities)
            case Measure():
                uses = self.uses(entity)
                return entity.sensitive or any(priority.sensitive for priority, _ in uses)
        return False

    def answer(self, question: Question) -> Any:
        """The answer to a question that was noted, perhaps with another catalogue. Raises LookupError when what it is
        about is not there."""
        name, *about = question
        if name == "find":
            return self.find(about[0])
        if name == "partnerships":
            return self.partnerships
        return getattr(self, name)(*(_kinds().get(one) or self.entities[one] for one in about))


@cache
def _kinds() -> dict[str, type[Entity]]:
    """Every type of entity by its name: asked for thousands of times when all questions are asked again."""
    return {kind.__name__: kind for kind in Entity.__subclasses__()}
