"""`planbuilder import` of an Open SDG project: its indicators become measures, translations included."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planbuilder.cli import main
from planbuilder.i18n import translated
from planbuilder.model.measure import Measure
from planbuilder.model.registers import Document
from planbuilder.source import load
from tests.source.small_project import project

META = """\
indicator_name: global_indicators.1-2-1-title
indicator_number: 1.2.1
computation_units: Percentage (%)
national_indicator_description: People who live <b>below</b> the line.
comments_limitations: Households are asked, and homes are not.
un_custodian_agency: A bank
source_organisation_1: Office of Numbers
source_url_text_1: Households in poverty
source_next_release_1: 2030-01-31
"""
CONFIG = """\
progress_calculation_options:
  - direction: negative
    base_year: 2015
    target: 10
    target_year: 2030
"""
ROWS = """\
Year,Units,Sex,Age,Region,GeoCode,Value
2015,,,,,,20.5
2016,,,,,,19.25
2015,,Female,,,,21
2015,,Male,,,,20
2015,,,,North,E1,22.5
2015,,Female,Under 5,,,30
2016,,Male,,,,n/a
soon,,,,,,5
"""


def old_site(folder: Path, **files: str) -> Path:
    """An Open SDG project with one indicator; `files` are written over, with __ for a slash."""
    texts = {
        "meta/1-2-1.yml": META,
        "indicator-config/1-2-1.yml": CONFIG,
        "data/indicator_1-2-1.csv": ROWS,
        "meta/cy/1-2-1.yml": "comments_limitations: Gofynnir i aelwydydd.\n",
        "translations/en/global_indicators.yml": "1-2-1-title: People in poverty\n",
        "translations/cy/global_indicators.yml": "1-2-1-title: Pobl mewn tlodi\n",
        "translations/en/data.yml": "Sex: Sex\nFemale: Female\nMale: Male\n",
        "translations/cy/data.yml": "Sex: Rhyw\nFemale: Benyw\n",
        **files,
    }
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def run(root: Path, folder: Path, *options: str, target: str = "anytown") -> Result:
    """The command's result."""
    return CliRunner().invoke(main, ["import", str(folder), target, "--root", str(root), *options])


def moved(tmp_path: Path, **files: str) -> tuple[Path, Result]:
    """The small project with the indicators of an old site in it."""
    root = project(tmp_path / "new")
    return root, run(root, old_site(tmp_path / "old", **files))


def measure(root: Path, name: str) -> Measure:
    """A measure as it is read afterwards."""
    found = load(root).entities[f"anytown/measures/{name}"]
    assert isinstance(found, Measure)
    return found


def test_an_indicator_becomes_a_measure(tmp_path: Path) -> None:
    """Its words, its unit, the change that is wanted, its source and the figures of the whole and of areas."""
    root, _ = moved(tmp_path)
    found = measure(root, "1-2-1")
    assert str(found.title) == "People in poverty"
    assert (found.kind, found.decimals, found.unit.rsplit("/")[-1]) == ("percentage", 2, "percent")
    assert (found.wanted, found.baseline and found.baseline.text) == ("decrease", "2015")
    assert found.target is not None
    assert (str(found.target.value), found.target.by and found.target.by.text) == ("10", "2030")
    assert str(found.definition) == "People who live below the line."
    assert [str(one) for one in found.caveats] == ["Households are asked, and homes are not."]
    assert str(found.next_update) == "2030-01-31"
    rows = [(item.period.text, str(item.area or ""), str(item.value)) for item in found.observations]
    assert rows == [("2015", "", "20.5"), ("2015", "North", "22.5"), ("2016", "", "19.25")]
    assert found.source is not None
    document = load(root).entities[found.source.document]
    assert isinstance(document, Document)
    assert str(document.title) == "Households in poverty"


def test_each_split_becomes_a_measure_of_its_own(tmp_path: Path) -> None:
    """So that the groups of a measure are parts of one whole."""
    root, _ = moved(tmp_path)
    by_sex = measure(root, "1-2-1-sex")
    assert str(by_sex.title) == "People in poverty: Sex"
    assert [(str(item.group), str(item.value)) for item in by_sex.observations] == [("Female", "21"), ("Male", "20")]
    assert by_sex.target is None
    both = measure(root, "1-2-1-sex-age")
    assert [str(item.group) for item in both.observations] == ["Female, Under 5"]


def test_translations_come_along(tmp_path: Path) -> None:
    """Those of keys, and those of whole files; what is not translated stays untranslated."""
    root, result = moved(tmp_path)
    words = translated(load(root), root).translations["cy"]
    assert words["anytown/measures/1-2-1#title", "People in poverty"] == "Pobl mewn tlodi"
    assert words["anytown/measures/1-2-1-sex#title", "People in poverty: Sex"] == "Pobl mewn tlodi: Rhyw"
    assert words["anytown/measures/1-2-1-sex#group", "Female"] == "Benyw"
    assert ("anytown/measures/1-2-1-sex#group", "Male") not in words
    caveat = "Households are asked, and homes are not."
    assert words["anytown/measures/1-2-1#caveats", caveat] == "Gofynnir i aelwydydd."
    assert "data/anytown/translations/cy.po" in result.output


def test_what_has_no_place_is_told(tmp_path: Path) -> None:
    """Rows, files and keys."""
    _, result = moved(
        tmp_path, **{"meta/1-3-1.yml": "indicator_name: X\n", "data/indicator_1-4-1.csv": "Year,Value\n2015,1\n"}
    )
    assert result.exit_code == 1
    assert 'data/indicator_1-2-1.csv, line 9: "soon" is not a period' in result.output
    assert "meta/1-3-1.yml: it has no figures (data/indicator_1-3-1.csv is not there)" in result.output
    assert "Without a place in our data, by how many indicators have them: un_custodian_agency (1)" in result.output
    assert "data/indicator_1-4-1.csv: nothing in the folder meta says what these figures are" in result.output
    assert "3 measures new, 0 there already, 3 not placed." in result.output


def test_a_dry_run_and_a_second_run_write_nothing(tmp_path: Path) -> None:
    """Nothing that is there is written over."""
    root = project(tmp_path / "new")
    before = sorted(path.read_bytes() for path in root.rglob("*") if path.is_file())
    result = run(root, old_site(tmp_path / "old"), "--dry-run")
    assert "+ data/anytown/measures/1-2-1.yml, with 3 figures" in result.output
    assert sorted(path.read_bytes() for path in root.rglob("*") if path.is_file()) == before
    run(root, tmp_path / "old")
    assert "data/anytown/measures/1-2-1.yml is there already" in run(root, tmp_path / "old").output


def test_units_of_an_indicator_are_measures_of_their_own(tmp_path: Path) -> None:
    """A number of people and a share of them are no series together."""
    rows = "Year,Units,Value\n2015,Number,1200\n2016,Number,1100\n2015,per 1000,1.5\n"
    root, result = moved(tmp_path, **{"data/indicator_1-2-1.csv": rows})
    assert result.exit_code == 0, result.output
    assert measure(root, "1-2-1-number").kind == "count"
    assert measure(root, "1-2-1-per-1000").kind == "rate"


def test_figures_that_are_withheld_stay_withheld(tmp_path: Path) -> None:
    """With the marks that are understood elsewhere."""
    root, result = moved(tmp_path, **{"data/indicator_1-2-1.csv": "Year,Value\n2015,c\n2016,[c]\n2017,3\n"})
    assert result.exit_code == 0, result.output
    assert [item.suppressed for item in measure(root, "1-2-1").observations] == [True, True, False]


def test_a_title_loses_its_html(tmp_path: Path) -> None:
    """Without a gap in a formula."""
    root, _ = moved(tmp_path, **{"meta/1-2-1.yml": "indicator_name: <p>CO<sub>2</sub> of <b>all</b>.</p>\n"})
    assert str(measure(root, "1-2-1").title) == "CO2 of all."


def test_one_odd_text_does_not_stop_the_whole_project(tmp_path: Path) -> None:
    """A link in a title keeps its words, and a name that no entry can have gets another."""
    meta = 'indicator_name: "[Trees](trees.html)"\nsource_organisation_1: "Con"\nsource_url_text_1: "Null"\n'
    root, result = moved(tmp_path, **{"meta/1-2-1.yml": meta, "data/indicator_1-2-1.csv": "Year,Value\n2015,3\n"})
    assert result.exit_code == 0, result.output
    assert str(measure(root, "1-2-1").title) == "Trees"
    assert "organisations/organisation-con" in load(root).entities


def test_words_without_latin_letters_are_told_apart(tmp_path: Path) -> None:
    """Two splits, two units and two publishers, and none takes the place of the other."""
    rows = "Year,বয়স,লিঙ্গ,Value\n2015,,,1\n2015,১০,,2\n2015,,নারী,3\n"
    meta = "indicator_name: A\ncomputation_units: {}\nsource_organisation_1: {}\n"
    root, result = moved(
        tmp_path,
        **{
            "meta/1-2-1.yml": meta.format("জন", "সংস্থা"),
            "data/indicator_1-2-1.csv": rows,
            "meta/1-3-1.yml": meta.format("টাকা", "ব্যাংক"),
            "data/indicator_1-3-1.csv": rows,
        },
    )
    assert result.exit_code == 0, result.output
    ids = ["1-2-1", "1-2-1-2", "1-2-1-3"]
    assert [str(measure(root, name).observations[0].value) for name in ids] == ["1", "2", "3"]
    one, other = measure(root, "1-2-1"), measure(root, "1-3-1")
    assert one.unit != other.unit
    assert one.source != other.source


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"meta/1-2-1.yml": "a: &x b\n"}, "meta/1-2-1.yml:1:4: "),
        ({"data/indicator_1-2-1.csv": "when,Value\n1,2\n"}, "there is no column Year, or no column Value"),
        ({"data/indicator_1-2-1.csv": ""}, "data/indicator_1-2-1.csv: the file is empty"),
        ({"translations/en/global_indicators.yml": "a: [\n"}, "translations/en/global_indicators.yml:"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(files: dict[str, str], said: str, tmp_path: Path) -> None:
    """In a sentence, with its place."""
    _, result = moved(tmp_path, **files)
    assert result.exit_code == 1
    assert said in result.output


def test_what_is_no_project_or_no_partnership_is_told(tmp_path: Path) -> None:
    """With the remedy."""
    root = project(tmp_path / "new")
    assert "it has a folder meta and a folder data" in run(root, root).output
    assert "did you mean anytown?" in run(root, old_site(tmp_path / "old"), target="anytwn").output
