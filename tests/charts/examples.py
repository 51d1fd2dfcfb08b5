"""Measures and consultations to draw: the figures of the published plans, and what they do not have."""

from datetime import date
from typing import Any

from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue, Origin
from planbuilder.model.consultation import Breakdown, Consultation, Question
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.partnership import Partnership
from planbuilder.model.registers import Document, Unit
from planbuilder.model.site import Site
from planbuilder.model.table import FinanceTable

PARTNERSHIP = "safer-peterborough"
CODES = ("en", "pl", "lt", "pt", "ur", "cy")


def language(code: str = "en") -> Language:
    """A language without catalogue: English words, its own numbers, dates and direction."""
    return Language(code)


def _entities() -> list[Entity]:
    return [
        Partnership.model_validate(
            {
                "key": PARTNERSHIP,
                "name": "Safer Peterborough Partnership",
                "kind": "community_safety_partnership",
                "area": {"name": "Peterborough"},
                "summary": "Who they are.",
            }
        ),
        Unit.model_validate({"key": "units/people", "one": "person", "other": "people"}),
        Unit.model_validate({"key": "units/crimes", "one": "crime", "other": "crimes"}),
        Unit.model_validate({"key": "units/per-cent", "one": "per cent", "other": "per cent"}),
        Unit.model_validate({"key": "units/pounds", "one": "pound", "other": "pounds"}),
        Document.model_validate(
            {
                "key": "documents/plan",
                "title": "Community Safety Plan",
                "publisher": "council",
                "attribution": "Peterborough City Council",
                "web": "https://www.example.org/plan",
            }
        ),
    ]


def catalogue(*more: Entity) -> Catalogue:
    """A catalogue with a partnership, units and a document, and what is given."""
    site = Site.model_validate(
        {
            "key": "site",
            "schema": "1",
            "title": "Plans",
            "summary": "Plans.",
            "address": "https://plans.example.org/",
            "languages": list(CODES),
            "publisher": {"name": "Council"},
            "accessibility": {"prepared": "2026-01-01", "reviewed": "2026-01-01", "tested": "With axe."},
        }
    )
    entities = {entity.key: entity for entity in (*_entities(), *more)}
    origins = {key: Origin("data/file.yml") for key in entities}
    return Catalogue(site, entities, origins, date(2026, 11, 20))


def measure(name: str = "a-measure", **fields: Any) -> Measure:
    """A measure from what an editor would write."""
    written = {"title": "People helped", "unit": "people", "wanted": "decrease", **fields}
    return Measure.model_validate({"key": f"{PARTNERSHIP}/measures/{name}", **written})


def observations(values: dict[str, Any], **more: dict[str, Any]) -> list[dict[str, Any]]:
    """Observations by period; `more` adds fields to one of them, by its value's name in YAML (period)."""
    return [
        {
            "period": period,
            **({"value": str(value)} if value is not None else {"suppressed": "true"}),
            **more.get(period, {}),
        }
        for period, value in values.items()
    ]


CASUALTIES = measure(
    "road-casualties",
    title="People killed or seriously injured on Peterborough's roads",
    short="People killed or seriously injured",
    source={"document": "plan", "section": "5.3"},
    observations=[
        {"period": "2013", "value": "88"},
        {"period": "2014", "value": "75"},
        {"period": "2015", "value": "64", "status": "provisional", "qualifier": "about"},
    ],
)
CRIME = measure(
    "total-crime",
    title="Crimes recorded in Peterborough in a year",
    short="Total crime",
    unit="crimes",
    observations=[{"period": "2008", "value": "22021"}, {"period": "2016", "value": "17322"}],
)
READINESS = measure(
    "school-readiness",
    title="Percentage of children reaching a good level of development",
    short="School readiness",
    unit="per-cent",
    kind="percentage",
    decimals="1",
    wanted="increase",
    target={"value": "72", "by": "2027/28"},
    breaks=[{"at": "2021/22", "why": "A new assessment began."}],
    observations=[
        {"period": period, "value": value}
        for period, value in (
            ("2015/16", "61.2"),
            ("2016/17", "62.0"),
            ("2017/18", "62.8"),
            ("2018/19", "62.0"),
            ("2021/22", "57.4"),
            ("2022/23", "59.1"),
            ("2023/24", "60.2"),
            ("2024/25", "62.5"),
        )
    ]
    + [{"period": "2025/26", "value": "63.8", "status": "provisional"}],
    comparators=[
        {
            "title": "England",
            "observations": [
                {"period": period, "value": value}
                for period, value in (
                    ("2015/16", "69.3"),
                    ("2016/17", "70.7"),
                    ("2017/18", "71.5"),
                    ("2018/19", "71.8"),
                    ("2021/22", "65.2"),
                    ("2022/23", "67.2"),
                    ("2023/24", "67.7"),
                    ("2024/25", "68.3"),
                    ("2025/26", "68.9"),
                )
            ],
        }
    ],
)
BROKEN = measure(
    "anti-social-behaviour",
    title="Incidents of anti-social behaviour",
    unit="crimes",
    breaks=[{"at": "2014/15", "why": "Incidents have been counted by another rule since then."}],
    observations=observations(
        {
            "2010/11": 8_412,
            "2011/12": 7_950,
            "2012/13": 7_105,
            "2013/14": 6_940,
            "2014/15": 9_030,
            "2015/16": 8_777,
            "2016/17": 8_120,
        }
    ),
)
MONTHLY = measure(
    "burglary",
    title="Burglaries in a month",
    unit="crimes",
    target={"value": "75"},
    observations=observations(
        {f"{2014 + month // 12}-{month % 12 + 1:02}": 95 - month // 2 + (month * 37) % 23 for month in range(36)}
    ),
)
WITHHELD = measure(
    "knife-injuries",
    title="People injured with a knife",
    suppress_below="5",
    observations=observations({"2011": 14, "2012": 9, "2013": None, "2014": 8, "2015": 11, "2016": 7}),
)
NARROW = measure(
    "feels-safe",
    title="People who feel safe by day",
    unit="per-cent",
    kind="percentage",
    decimals="1",
    wanted="increase",
    observations=[
        {"period": f"{year}", "value": value, "lower": low, "upper": high, "denominator": "1204"}
        for year, value, low, high in (
            (2012, "91.2", "89.6", "92.8"),
            (2013, "92.0", "90.5", "93.5"),
            (2014, "90.4", "88.7", "92.1"),
            (2015, "93.1", "91.7", "94.5"),
            (2016, "93.8", "92.4", "95.2"),
        )
    ],
)
PLACES = measure(
    "activity",
    title="Adults who are physically active",
    unit="per-cent",
    kind="percentage",
    decimals="1",
    wanted="increase",
    observations=[
        {"period": period, "area": area, **({"value": value} if value else {"suppressed": "true"})}
        for area, *values in (
            ("Westgate", "66.3", "70.1"),
            ("Castle Vale", "60.4", "64.0"),
            ("North Bay", "55.0", "57.9"),
            ("Hillford", "58.7", "57.2"),
            ("Riverside", "48.1", "52.6"),
            ("Eastmoor", "51.2", None),
        )
        for period, value in zip(("2024/25", "2025/26"), values, strict=True)
    ],
)
LIMITS = measure(
    "fear",
    title="People who worry about burglary",
    unit="per-cent",
    kind="percentage",
    decimals="1",
    observations=[
        {"period": "2016", "group": group, "value": value, "lower": low, "upper": high}
        for group, value, low, high in (
            ("18–34", "21.4", "17.9", "24.9"),
            ("35–54", "28.0", "25.1", "30.9"),
            ("55–64", "33.6", "29.0", "38.2"),
            ("65 and over", "36.1", "32.8", "39.4"),
        )
    ],
)
WARDS = measure(
    "ward-crime",
    title="Crimes per ward",
    unit="crimes",
    observations=[
        {"period": str(year), "area": area, **({"value": str(value)} if value else {"suppressed": "true"})}
        for area, values in (
            ("Bretton North", (820, 790, 760, 801, 744)),
            ("Central", (2210, 2044, 1988, 1870, 1902)),
            ("Dogsthorpe", (1011, 1033, 990, 1050, 1102)),
            ("Northborough", (31, None, 22, 19, 24)),
            ("Orton Waterville", (402, 388, 371, 350, 345)),
        )
        for year, value in zip(range(2012, 2017), values, strict=True)
    ],
)
MEASURES = (CASUALTIES, CRIME, READINESS, BROKEN, MONTHLY, WITHHELD, NARROW)

MONEY = FinanceTable.model_validate(
    {
        "key": f"{PARTNERSHIP}/plans/2017-2020/spending",
        "title": "What the partnership spends",
        "kind": "spending",
        "scale": "thousands",
        "lines": [
            {"label": label, "amount": amount}
            for label, amount in (
                ("Police", "33400"),
                ("Domestic abuse services", "982.46"),
                ("Drug and alcohol treatment", "4120.5"),
                ("Youth offending", "1250"),
                ("Community cohesion", "87.2"),
            )
        ],
    }
)

CONCERNS = Question.model_validate(
    {
        "title": "What people are concerned about",
        "answers": [
            {"label": label, "value": value}
            for label, value in (
                ("Environmental crime (fly-tipping, fly-posting, graffiti)", "78.5"),
                ("Anti-social behaviour", "75.2"),
                ("Road safety issues (such as speeding, mini-motorbikes, drink driving)", "71.8"),
                ("Burglary", "71.1"),
                ("Drug dealing and drug use", "57.7"),
                ("Violent crime", "57"),
                ("Vehicle crime", "51.7"),
                ("Arson", "32.2"),
            )
        ],
    }
)
WHOLE = Question.model_validate(
    {
        "title": "How concerned people are about becoming a victim of crime",
        "kind": "whole",
        "answers": [
            {"label": "Concerned or very concerned", "value": "53.7"},
            {"label": "Not concerned or not very concerned", "value": "32.9"},
        ],
        "rest": "The plan does not say what the others answered.",
    }
)
_SCALE = ("Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree")


def _opinion(title: str, *values: int) -> Question:
    answers = [{"label": label, "value": str(value)} for label, value in zip(_SCALE, values, strict=True)]
    return Question.model_validate({"title": title, "kind": "whole", "answers": answers})


OPINIONS = (
    _opinion("I feel safe outside after dark", 22, 38, 14, 17, 9),
    _opinion("I can influence local decisions", 6, 21, 30, 27, 16),
    _opinion("Local services work well together", 11, 33, 27, 20, 9),
    _opinion("I would recommend living here", 30, 36, 18, 11, 5),
)
AGES = Breakdown.model_validate(
    {
        "title": "Age",
        "categories": [
            {"label": label, "value": value, "population": population}
            for label, value, population in (
                ("18–24", "2", "10.9"),
                ("25–34", "7.4", "21.0"),
                ("35–44", "18.6", "19.2"),
                ("45–54", "22.1", "17.6"),
                ("55–64", "23.5", "13.7"),
                ("65 and over", "25.5", "17.6"),
            )
        ],
    }
)
CONSULTATION = Consultation.model_validate(
    {
        "key": f"{PARTNERSHIP}/plans/2017-2020/consultation",
        "title": "Survey",
        "summary": "We asked.",
        "method": "open_survey",
        "respondents": "149",
        "breakdowns": [AGES],
        "questions": [CONCERNS, WHOLE, *OPINIONS],
        "source": {"document": "plan"},
    }
)
