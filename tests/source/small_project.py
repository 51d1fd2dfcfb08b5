"""The smallest project that can be read, for tests to spoil."""

from collections.abc import Mapping
from pathlib import Path

GOOD = {
    "site.yml": """\
schema: 1
title: Plans of Anytown
summary: What the partnerships of Anytown do, and whether it works.
address: https://plans.example.org/
languages: [en, cy]
as_of: 2017-06-01
publisher: {name: Anytown Council, email: plans@example.org}
accessibility: {prepared: 2017-01-10, reviewed: 2017-01-10, tested: By hand with a screen reader.}
""",
    "organisations.yml": """\
anytown-council: {name: Anytown Council}
anyshire-police: {name: Anyshire Police, succeeded_by: [anytown-council]}
""",
    "documents.yml": """\
anytown-plan: {title: Anytown Plan, publisher: anytown-council, attribution: Anytown Council 2017}
""",
    "units.yml": """\
people: {one: person, other: people}
percent: {one: per cent, other: per cent}
""",
    "glossary.yml": """\
da: {term: domestic abuse, means: Abuse by someone close.}
""",
    "support-services.yml": """\
emergency:
  name: Emergency services
  what: Police, ambulance and fire service.
  telephone: "999"
  emergency: true
  source: The service's own page
  checked_on: 2017-05-01
""",
    "anytown/partnership.yml": """\
name: Safer Anytown
kind: community_safety_partnership
area: {name: Anytown}
summary: They work together so that people are safe.
members:
  - {organisation: anytown-council, role: responsible_authority}
""",
    "anytown/measures/road-casualties.yml": """\
title: People hurt on the roads
unit: people
wanted: decrease
frequency: year
observations:
  - {period: 2013, value: 88}
  - {period: 2014, value: 75}
""",
    "anytown/plans/2017-2020/plan.yml": """\
title: Safer Anytown Plan
start: 2017-04-01
end: 2020-03-31
stated_priorities: 1
""",
    "anytown/plans/2017-2020/priorities/1-safer-roads.yml": """\
title: Safer roads
why: |
  Too many people are hurt.

  See [how many](ref:anytown/measures/road-casualties).
measures:
  - measure: road-casualties
actions:
  - {text: Lower the speed limit., lead: anytown-council}
source: {document: anytown-plan, section: Priority 1}
""",
    "anytown/plans/2017-2020/sections/1-about.md": """\
---
title: About this plan
source: {document: anytown-plan}
---

It was written by *everyone*.
""",
}

PLACES = {
    "site": "site.yml",
    "organisations": "organisations.yml",
    "redirects": "redirects.yml",
    "partnership": "anytown/partnership.yml",
    "measure": "anytown/measures/spoilt.yml",
    "plan": "anytown/plans/2017-2020/plan.yml",
    "priority": "anytown/plans/2017-2020/priorities/2-spoilt.yml",
    "section": "anytown/plans/2017-2020/sections/2-spoilt.md",
    "consultation": "anytown/plans/2017-2020/consultation.yml",
    "finance": "anytown/plans/2017-2020/finance.yml",
    "involved": "anytown/plans/2017-2020/get-involved.yml",
    "tables": "anytown/plans/2017-2020/tables.yml",
}
"""Where a spoilt file of each kind goes."""

MEASURE = "title: Burglaries\nunit: people\nwanted: decrease\n"
"""The least that a measure needs; more keys can follow."""


def project(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The good project with some files written over (None: left out), in an empty folder."""
    for path, content in {**GOOD, **(files or {})}.items():
        if content is not None:
            target = root / "data" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def with_measure(root: Path, more: str) -> Path:
    """The good project with a second measure, `data/anytown/measures/spoilt.yml`, that has more keys."""
    return project(root, {PLACES["measure"]: MEASURE + more})
