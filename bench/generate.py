"""A project of realistic size from a seed: partnerships with plans, priorities, sections, tables and measures.

The same arguments give the same bytes. With charts, measures have figures of ten years and priorities are judged by
them; without, sections hold the same kind of figures as tables, as other site generators can show them.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.words import Words

STARTER = Path(__file__).parents[1] / "src/planbuilder/cli/starters/site"
PLANS = (("2016-2019", "2016-04-01", "2019-03-31"), ("2019-2022", "2019-04-01", "2022-03-31"))
PRIORITIES = 6
SECTIONS = 8
MEASURES = 10
YEARS = range(2012, 2022)
MEMBERS = 6
LEADS = ("council", "police", "fire-service", "probation", "health-board", "housing")


class _Plain(yaml.CSafeDumper):
    """Writes what is said twice twice, as editors do; YAML's anchors are not allowed in data."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@dataclass(frozen=True)
class Size:
    """How much there is. `sections` are further ones of the last plan: each of them is one page more."""

    partnerships: int
    sections: int = 0
    charts: bool = True
    languages: tuple[str, ...] = ("en",)


def generate(root: Path, size: Size, seed: int = 1) -> Path:
    """Write a project into a folder, which is emptied first. Gives the folder."""
    shutil.rmtree(root, ignore_errors=True)
    _write(
        root / "mkdocs.yml", (STARTER / "mkdocs.yml").read_text("utf-8").replace("%%{title}", "Plans of the country")
    )
    shutil.copytree(STARTER / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "content/pages").mkdir(parents=True)
    data = root / "data"
    _registers(data, size, Words(seed))
    for number in range(1, size.partnerships + 1):
        last = number == size.partnerships
        _partnership(data, f"partnership-{number:04}", size, size.sections if last else 0, Words(f"{seed}/{number}"))
    return root


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _yaml(path: Path, content: dict[str, Any]) -> None:
    _write(path, _dumped(content))


def _dumped(content: dict[str, Any]) -> str:
    return yaml.dump(content, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=110)


def _registers(data: Path, size: Size, words: Words) -> None:
    partnerships = [f"partnership-{number:04}" for number in range(1, size.partnerships + 1)]
    site = {
        "schema": 1,
        "title": "Plans of the country",
        "summary": words.sentence(),
        "address": "https://plans.example.org/",
        "languages": [*size.languages],
        "publisher": {"name": "Country Council"},
        "accessibility": {"prepared": "2022-01-10", "reviewed": "2022-01-10", "tested": words.sentence()},
        "as_of": "2022-06-01",
    }
    _yaml(data / "site.yml", site)
    _yaml(
        data / "units.yml",
        {"crime": {"one": "crime", "other": "crimes"}, "percent": {"one": "per cent", "other": "per cent"}},
    )
    organisations = {
        f"{owner}-{lead}": {
            "name": f"{lead.replace('-', ' ').capitalize()} of {_place(owner)}",
            "does": words.sentence(),
        }
        for owner in partnerships
        for lead in LEADS
    }
    _yaml(data / "organisations.yml", organisations)
    documents = {
        f"{owner}-{plan}": {
            "title": f"Plan of {_place(owner)} {plan}",
            "publisher": f"{owner}-council",
            "attribution": f"© Council of {_place(owner)}",
        }
        for owner in partnerships
        for plan, _, _ in PLANS
    }
    _yaml(data / "documents.yml", documents)


def _place(owner: str) -> str:
    return f"Area {owner.rpartition('-')[2]}"


def _partnership(data: Path, owner: str, size: Size, more: int, words: Words) -> None:
    folder = data / owner
    content = {
        "name": f"Safer {_place(owner)} Partnership",
        "kind": "community_safety_partnership",
        "area": {"name": _place(owner)},
        "summary": words.sentences(2),
        "about": words.prose(4),
        "members": [{"organisation": f"{owner}-{lead}", "role": "responsible_authority"} for lead in LEADS],
        "governance": [
            {"name": f"Board for {number}", "does": words.sentence(), "meets": "Every quarter"}
            for number in ("safety", "health", "roads")
        ],
    }
    _yaml(folder / "partnership.yml", content)
    if size.charts:
        for number in range(1, MEASURES + 1):
            _yaml(folder / f"measures/measure-{number}.yml", _measure(words, number, f"{owner}-{PLANS[-1][0]}"))
    for place, (plan, start, end) in enumerate(PLANS):
        sections = SECTIONS + (more if place == len(PLANS) - 1 else 0)
        _plan(folder / "plans" / plan, owner, (plan, start, end), size.charts, sections, words)


def _measure(words: Words, number: int, document: str) -> dict[str, Any]:
    share = number % 3 == 0
    level = words.uniform(20, 80) if share else words.uniform(800, 9_000)
    observations: list[dict[str, Any]] = []
    for year in YEARS:
        level *= words.uniform(0.88, 1.08)
        value = round(min(level, 99), 1) if share else round(level)
        observations.append({"period": year, "value": value, "source": {"document": document}})
    return {
        "title": words.title(),
        "short": words.title()[:40],
        "definition": words.sentences(3),
        "unit": "percent" if share else "crime",
        "kind": "percentage" if share else "count",
        **({"decimals": 1} if share else {"clustered": True}),
        "wanted": "decrease",
        "frequency": "year",
        "baseline": YEARS[0],
        "target": {"change": -10, "by": YEARS[-1]},
        "observations": observations,
        "caveats": [words.sentence()],
        "source": {"document": document},
    }


def _plan(folder: Path, owner: str, plan: tuple[str, str, str], charts: bool, sections: int, words: Words) -> None:
    name, start, end = plan
    source = {"document": f"{owner}-{name}"}
    content = {
        "title": f"Safer {_place(owner)} Plan {name}",
        "start": start,
        "end": end,
        "adoption": "adopted",
        "summary": [words.sentence() for _ in range(6)],
        "vision": words.sentence(),
        "foreword": {"signed_by": "The chair", "role": "Chair of the partnership", "text": words.prose(3)},
        "principles": [{"title": words.title(), "text": words.sentence()} for _ in range(4)],
        "funding": [{"text": words.sentence(), "amount": words.randint(10, 900) * 1_000} for _ in range(2)],
        **({} if name == PLANS[0][0] else {"succeeds": PLANS[0][0]}),
        "source": source,
    }
    _yaml(folder / "plan.yml", content)
    for number in range(1, PRIORITIES + 1):
        _yaml(
            folder / f"priorities/{number}-priority-{number}.yml",
            _priority(words, owner, source, int(start[:4]), charts),
        )
    achievements = {
        f"achievement-{number}": {
            "title": words.title(),
            "text": words.sentences(3),
            "period": start[:4],
            "source": source,
        }
        for number in range(1, 7)
    }
    _yaml(folder / "achievements.yml", achievements)
    tables: dict[str, Any] = {}
    for number in range(1, sections + 1):
        own = [f"table-{number}-{place}" for place in (1, 2)]
        tables |= {table: _table(words, source) for table in own}
        front = {"title": words.title(), "summary": words.sentence(), "tables": own, "source": source}
        _write(folder / f"sections/{number}-section-{number}.md", f"---\n{_dumped(front)}---\n\n{words.prose(3)}")
    _yaml(folder / "tables.yml", tables)


def _priority(words: Words, owner: str, source: dict[str, str], first: int, charts: bool) -> dict[str, Any]:
    measures = words.sample(range(1, MEASURES + 1), 3)
    return {
        "title": words.title(),
        "summary": words.sentence(),
        "lead": f"{owner}-{words.choice(LEADS)}",
        "outcomes": [{"text": words.sentence(), "source": source} for _ in range(2)],
        "why": words.prose(2),
        "facts": [{"text": words.sentence(), "source": source} for _ in range(3)],
        "actions": [
            {
                "text": words.sentence(),
                "detail": words.sentence(),
                "lead": f"{owner}-{words.choice(LEADS)}",
                "due": f"{first + words.randint(1, 2)}-{words.randint(1, 12):02}-01",
                "source": source,
            }
            for _ in range(5)
        ],
        **({"measures": [{"measure": f"measure-{number}"} for number in measures]} if charts else {}),
        "source": source,
    }


def _table(words: Words, source: dict[str, str]) -> dict[str, Any]:
    return {
        "title": words.title(),
        "summary": words.sentence(),
        "columns": [{"title": "Ward"}, *({"title": str(year), "kind": "number"} for year in YEARS[-4:])],
        "rows": [
            {"heading": f"Ward {number}", "cells": [words.randint(4, 4_000) for _ in YEARS[-4:]]}
            for number in range(1, 7)
        ],
        "source": source,
    }
