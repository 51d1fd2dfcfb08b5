"""Observations in a CSV file beside a measure."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation
from planbuilder.source import DataError, load
from tests.source.small_project import MEASURE, PLACES, project


def observations(catalogue: Catalogue) -> tuple[Observation, ...]:
    """Those of the measure beside the table."""
    measure = catalogue.entities["anytown/measures/spoilt"]
    assert isinstance(measure, Measure)
    return measure.observations


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["2013", "1", '"', "true", "final"]
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, max_size=4).map(",".join), max_size=6))
def test_any_rows_are_read_or_told_of(rows: list[str], tmp_path: Path) -> None:
    """A table from any program is observations or problems."""
    table = "\n".join(["period,value,note", *rows])
    root = project(tmp_path, {PLACES["measure"]: MEASURE, "anytown/measures/spoilt.csv": table.encode()})
    try:
        catalogue = load(root)
    except DataError as error:
        outcome: object = error.problems
    else:
        outcome = observations(catalogue)
    assert isinstance(outcome, tuple)


def test_rows_of_a_table_are_observations(tmp_path: Path) -> None:
    """One a row; the header names the fields; an empty cell says nothing."""
    table = 'period,value,area,note\n2013,88,,\n"2014",75.5,North,"One, two\nand three"\n\n2015/16,64,,\n'
    root = project(tmp_path, {PLACES["measure"]: MEASURE, "anytown/measures/spoilt.csv": table})
    found = observations(load(root))
    assert [(item.period.text, item.value, item.area and item.area.source) for item in found] == [
        ("2013", Decimal(88), None),
        ("2014", Decimal("75.5"), "North"),
        ("2015/16", Decimal(64), None),
    ]
    assert found[1].note is not None
    assert found[1].note.source == "One, two and three"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "1:1: this file is empty – begin it with a line of column names: period, value"),
        ("period,valeu\n", '1:8: there is no column "valeu" – did you mean value?'),
        ("period;value\n", '1:1: there is no column "period;value" – separate the columns with commas'),
        ("period,value,period\n", '1:14: the column "period" stands here twice – keep one of the two'),
        (
            "period,value\n2013,1,2\n",
            "2:1: this row has 3 cells, the header 2 – put text with a comma in double quotes",
        ),
        (
            'period,value\n2013,"1\n',
            "2:1: this row can't be read as CSV – look for a quotation mark that is not closed",
        ),
        ("period,value\n2013,many\n", '2:6: observation 1 (2013): value: "many" is not a number'),
        ("period,value\n\n2013,1\nMay,2\n", '4:1: observation 2 (May): period: "May" is not a period'),
        ("period,value\n2013,caf\u00e9\ue000\n", "2:10: the control character U+E000"),
    ],
)
def test_a_bad_table_is_told_of_with_line_and_column(table: str, said: str, tmp_path: Path) -> None:
    """The place is that of the table, not of the file beside it."""
    root = project(tmp_path, {PLACES["measure"]: MEASURE, "anytown/measures/spoilt.csv": table})
    with pytest.raises(DataError) as refused:
        load(root)
    (problem,) = refused.value.problems
    assert str(problem).startswith(f"data/anytown/measures/spoilt.csv:{said}")


def test_a_table_has_no_more_rows_than_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first row beyond them is named."""
    monkeypatch.setattr("planbuilder.source.rows.MOST_ROWS", 2)
    table = "period,value\n2013,1\n2014,2\n2015,3\n2016,4\n"
    with pytest.raises(DataError, match=r"spoilt\.csv:4:1: .*this file has more than 2 rows – divide the measure"):
        load(project(tmp_path, {PLACES["measure"]: MEASURE, "anytown/measures/spoilt.csv": table}))


def test_a_table_stands_beside_a_measure_that_has_no_observations_of_its_own(tmp_path: Path) -> None:
    """There is one place for a figure."""
    table = "period,value\n2013,1\n"
    with pytest.raises(DataError, match=r"there is no measure of this name – write data/anytown/measures/alone.yml"):
        load(project(tmp_path / "alone", {"anytown/measures/alone.csv": table}))
    with pytest.raises(
        DataError, match=r"observations: they stand here and in data/anytown/measures/road-casualties.csv"
    ):
        load(project(tmp_path / "twice", {"anytown/measures/road-casualties.csv": table}))
