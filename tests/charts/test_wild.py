"""Whatever an editor may write and the model accepts becomes a chart, or none: never an error or a NaN."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planbuilder import charts
from planbuilder.model.measure import Measure
from tests.charts import examples
from tests.charts.reading import everything, of_class, picture

settings.register_profile("any machine")  # a busy machine is slow, not wrong
settings.load_profile("any machine")

PERIODS = st.sampled_from(
    [str(year) for year in range(1998, 2019)]
    + [f"{year}/{(year + 1) % 100:02}" for year in range(1998, 2019)]
    + ["2016-04", "2016-05", "2016 Q1", "2016/17 Q4", "2016-04..2016-12", "12m to 2016-03", "12m to 2016-06"]
)
NUMBERS = st.one_of(
    st.integers(-10, 100).map(str),
    st.decimals(-(10**15) + 1, 10**15 - 1, places=6, allow_nan=False).map(lambda value: f"{value:f}"),
)
# Without the names of what is no number: the test looks for those in what is made of the figures.
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=60).filter(
    lambda words: bool(words.strip()) and not any(name in words.lower() for name in ("nan", "inf"))
)
NAMES = st.sampled_from([None, None, None, "North", "South", "<b>&\"'", "سوال"])
STATUS = st.sampled_from(["final", "final", "provisional", "revised", "year_to_date"])


@st.composite
def observation(draw: st.DrawFn) -> dict[str, Any]:
    """One observation as an editor writes it."""
    found: dict[str, Any] = {"period": draw(PERIODS), "status": draw(STATUS)}
    found |= {"suppressed": "true"} if draw(st.booleans()) and draw(st.booleans()) else {"value": draw(NUMBERS)}
    for name, values in (("area", NAMES), ("group", NAMES), ("lower", NUMBERS), ("upper", NUMBERS), ("note", WORDS)):
        if draw(st.integers(0, 4)) == 0:
            value = draw(values)
            found |= {name: value} if value else {}
    if draw(st.integers(0, 5)) == 0:
        found["qualifier"] = draw(st.sampled_from(["about", "over", "at_most"]))
    return found


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """Any measure."""
    fields: dict[str, Any] = {
        "title": draw(WORDS),
        "kind": draw(st.sampled_from(["count", "percentage", "rate", "currency", "score"])),
        "decimals": draw(st.sampled_from(["0", "1", "2"])),
        "observations": draw(st.lists(observation(), max_size=14)),
        "breaks": [{"at": draw(PERIODS), "why": draw(WORDS)} for _ in range(draw(st.integers(0, 2)))],
        "comparators": [
            {"title": draw(WORDS), "observations": draw(st.lists(observation(), max_size=4))}
            for _ in range(draw(st.integers(0, 2)))
        ],
    }
    if draw(st.booleans()):
        fields["target"] = {"value": draw(NUMBERS)} | ({"by": draw(PERIODS)} if draw(st.booleans()) else {})
    if draw(st.booleans()):
        fields["baseline"] = draw(PERIODS)
    return examples.measure(**fields)


CODE = st.sampled_from(examples.CODES)


@settings(max_examples=150)
@given(measure=measures(), code=CODE)
def test_any_measure_becomes_a_chart_or_none(measure: Measure, code: str) -> None:
    """Pictures are well-formed and in bounds, figures valid, no NaN or infinity anywhere."""
    catalogue, language = examples.catalogue(), examples.language(code)
    for chart in (
        charts.series(measure, catalogue, language),
        charts.groups(measure, catalogue, language),
        charts.small_multiples(measure, catalogue, language),
    ):
        if chart is None:
            continue
        picture(chart)
        whole = everything(chart, code)
        assert not any(word in whole for word in ('"nan', "nan%", "nanem", "inf%", "infem", ":NaN", "Infinity"))
        for bar in of_class(chart, "pb-chart__bar"):
            assert bar.attrib["width"].startswith("-") is False
        for dot in of_class(chart, "pb-chart__marker"):
            if "cx" in dot.attrib:
                assert -0.01 <= float(dot.attrib["cx"][:-1]) <= 100.01
    charts.sparkline(measure, language)


SHARES = st.lists(
    st.tuples(
        WORDS, st.decimals(0, 100, places=1).map(str), st.one_of(st.none(), st.decimals(0, 100, places=1).map(str))
    ),
    max_size=15,
)


@settings(max_examples=60)
@given(shares=SHARES, whole=st.booleans(), code=CODE, respondents=st.one_of(st.none(), st.integers(0, 10**7)))
def test_any_survey_becomes_a_chart(
    shares: list[tuple[str, str, str | None]], whole: bool, code: str, respondents: int | None
) -> None:
    """No answers, one answer, fifteen, all of them zero."""
    answers = [
        {"label": label, "value": value} | ({"population": population} if population else {})
        for label, value, population in shares
    ]
    question = type(examples.WHOLE).model_validate(
        {"title": "Well?", "kind": "whole" if whole else "ranking", "answers": answers}
    )
    breakdown = type(examples.AGES).model_validate({"title": "Age", "categories": answers})
    asked = examples.CONSULTATION.model_copy(update={"respondents": respondents, "method": "sample_survey"})
    language = examples.language(code)
    for chart in (charts.question(question, asked, language), charts.breakdown(breakdown, asked, language)):
        picture(chart)
        everything(chart, code)
