"""Which files there are below `data/`, and what each of them holds: the one place to add a kind of file."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import Literal

from planbuilder.model.accessibility import AutomaticTest
from planbuilder.model.achievement import Achievement
from planbuilder.model.changelog import ChangeLog
from planbuilder.model.consultation import Consultation
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.opportunity import Opportunity
from planbuilder.model.organisation import Organisation
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan, Section
from planbuilder.model.priority import Priority
from planbuilder.model.profile import Profile
from planbuilder.model.redirect import Redirect
from planbuilder.model.reference import (
    AchievementRef,
    DocumentRef,
    MeasureRef,
    OrganisationRef,
    PartnershipRef,
    PlanRef,
    PriorityRef,
    Reference,
    ReportRef,
    SectionRef,
    SupportServiceRef,
    TableRef,
    UnitRef,
)
from planbuilder.model.registers import Document, GlossaryTerm, SupportService, Unit
from planbuilder.model.report import Commitment, Contradiction, Report
from planbuilder.model.site import Site
from planbuilder.model.table import FinanceTable, Table

Form = Literal["entity", "register", "markdown", "rows", "other"]
"""One entity; a mapping of id to entity; Markdown with front matter; rows of a measure; not read here."""

_PLAN = "<partnership>/plans/<plan>"
_REPORT = "<partnership>/reports/<report>"
_PARTS = {
    "partnership": r"(?P<partnership>[^/]+)",
    "plan": r"(?P<plan>[^/]+)",
    "report": r"(?P<report>[^/]+)",
    "n": r"(?P<n>[1-9]\d{0,2})",
    "id": r"(?P<id>[^/.]+)",
    "language": r"(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)",
}


def _fill(pattern: str, names: Mapping[str, str]) -> str:
    """A pattern with every name in angle brackets replaced."""
    return re.sub(r"<(\w+)>", lambda part: names[part[1]], pattern)


@dataclass(frozen=True)
class FileType:
    """A kind of file. `pattern` is its path below `data/`, `key` the key of what it holds.

    The key of a register is what stands before each entry's id.
    """

    name: str
    pattern: str
    key: str = ""
    entity: type[Entity] | None = None
    form: Form = "entity"
    named: Literal["id", "path"] = "id"
    """What the names of a register's entries are."""

    @property
    def ordered(self) -> bool:
        """Whether the file's name begins with the entity's place among its siblings."""
        return "<n>" in self.pattern

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern as a regular expression with a group for each name in angle brackets."""
        return re.compile(_fill(self.pattern.replace(".", r"\."), _PARTS))


LAYOUT = (
    FileType("site", "site.yml", "site", Site),
    FileType("accessibility-test", "accessibility-test.yml", "accessibility-test", AutomaticTest),
    FileType("organisations", "organisations.yml", "organisations", Organisation, "register"),
    FileType("documents", "documents.yml", "documents", Document, "register"),
    FileType("glossary", "glossary.yml", "glossary", GlossaryTerm, "register"),
    FileType("units", "units.yml", "units", Unit, "register"),
    FileType("support-services", "support-services.yml", "support-services", SupportService, "register"),
    FileType("changes", "changes.yml", "changes", ChangeLog),
    FileType("redirects", "redirects.yml", "redirects", Redirect, "register", "path"),
    FileType("profile", "profiles/<id>.yml", "profiles/<id>", Profile),
    FileType("partnership", "<partnership>/partnership.yml", "<partnership>", Partnership),
    FileType("get-involved", "<partnership>/get-involved.yml", "<partnership>/opportunities", Opportunity, "register"),
    FileType("measure", "<partnership>/measures/<id>.yml", "<partnership>/measures/<id>", Measure),
    FileType("observations", "<partnership>/measures/<id>.csv", "<partnership>/measures/<id>", None, "rows"),
    FileType("site-translation", "translations/<language>.po", form="other"),
    FileType("translation", "<partnership>/translations/<language>.po", form="other"),
    FileType("plan", f"{_PLAN}/plan.yml", _PLAN, Plan),
    FileType("priority", f"{_PLAN}/priorities/<n>-<id>.yml", f"{_PLAN}/priorities/<id>", Priority),
    FileType("achievements", f"{_PLAN}/achievements.yml", f"{_PLAN}/achievements", Achievement, "register"),
    FileType("plan-get-involved", f"{_PLAN}/get-involved.yml", f"{_PLAN}/opportunities", Opportunity, "register"),
    FileType("consultation", f"{_PLAN}/consultation.yml", f"{_PLAN}/consultation", Consultation),
    FileType("section", f"{_PLAN}/sections/<n>-<id>.md", f"{_PLAN}/sections/<id>", Section, "markdown"),
    FileType("plan-tables", f"{_PLAN}/tables.yml", f"{_PLAN}/tables", Table, "register"),
    FileType("plan-finance", f"{_PLAN}/finance.yml", f"{_PLAN}/finance", FinanceTable, "register"),
    FileType("commitments", f"{_PLAN}/commitments.yml", f"{_PLAN}/commitments", Commitment, "register"),
    FileType("report", f"{_REPORT}/report.yml", _REPORT, Report),
    FileType("report-section", f"{_REPORT}/sections/<n>-<id>.md", f"{_REPORT}/sections/<id>", Section, "markdown"),
    FileType("report-tables", f"{_REPORT}/tables.yml", f"{_REPORT}/tables", Table, "register"),
    FileType("report-finance", f"{_REPORT}/finance.yml", f"{_REPORT}/finance", FinanceTable, "register"),
    FileType("report-achievements", f"{_REPORT}/achievements.yml", f"{_REPORT}/achievements", Achievement, "register"),
    FileType(
        "contradictions", "<partnership>/contradictions.yml", "<partnership>/contradictions", Contradiction, "register"
    ),
)

WITHOUT_PAGE = (Site, AutomaticTest, Unit, SupportService, Table, Profile, ChangeLog, Redirect)
"""What has no page or place on one, so that no link of a text can lead there."""

NAMED_IN_ADDRESSES = frozenset({"partnership", "plan", "priority", "report-section"})
"""Kinds of files whose id stands in an address beside the names of other pages."""

REFERENCES: dict[type[Reference], type[Entity]] = {
    OrganisationRef: Organisation,
    DocumentRef: Document,
    UnitRef: Unit,
    SupportServiceRef: SupportService,
    PartnershipRef: Partnership,
    MeasureRef: Measure,
    PlanRef: Plan,
    PriorityRef: Priority,
    ReportRef: Report,
    TableRef: Table,
    AchievementRef: Achievement,
    SectionRef: Section,
}
"""What each kind of reference names."""


@dataclass(frozen=True)
class Located:
    """A file whose kind is known. `path` is below `data/`; `key` is filled in; `names` are its parts by name."""

    path: str
    type: FileType
    key: str
    names: dict[str, str]

    @property
    def context(self) -> dict[str, str]:
        """Where references of the file start from."""
        partnership = self.names.get("partnership", "")
        for name, folder in (("plan", "plans"), ("report", "reports")):
            if name in self.names:
                return {"partnership": partnership, "plan": f"{partnership}/{folder}/{self.names[name]}"}
        return {"partnership": partnership, "plan": ""}


@lru_cache(maxsize=65_536)
def locate(path: str) -> Located | None:
    """What the file at a path below `data/` is; None when there is no such kind. The preview asks again and again."""
    for kind in LAYOUT:
        if found := kind.regex.fullmatch(path):
            names = found.groupdict()
            return Located(path, kind, _fill(kind.key, names), names)
    return None


def nearest(path: str) -> str | None:
    """The path that was perhaps meant by one that is of no known kind."""
    parts = PurePosixPath(path).parts
    candidates = [_like(kind.pattern.split("/"), parts) for kind in LAYOUT if kind.pattern.count("/") == len(parts) - 1]
    close = difflib.get_close_matches(path, candidates, 1, 0.75)
    return close[0] if close else None


def _like(pattern: list[str], parts: tuple[str, ...]) -> str:
    """A pattern filled in with the parts of a path."""
    filled = []
    for wanted, written in zip(pattern, parts, strict=True):
        stem = written.split(".")[0].lstrip("0123456789-") if "<n>" in wanted else written.split(".")[0]
        filled.append(_fill(wanted, {**dict.fromkeys(_PARTS, stem), "n": "1"}))
    return "/".join(filled)
