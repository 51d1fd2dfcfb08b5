"""Which files may stand in `data/`, and what is said of the others."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.model.reference import ID
from planbuilder.source import DataError, layout, load, names
from tests.source.small_project import MEASURE, PLACES, project
from tests.users import open_folder, ordinary_user


def told(root: Path) -> list[str]:
    """The problems with a project's files."""
    with pytest.raises(DataError) as refused:
        load(root)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("anytown/partnerhsip.yml", "did you mean data/anytown/partnership.yml?"),
        ("sites.yml", "did you mean data/site.yml?"),
        ("anytown/measures/burglaries.yaml", "did you mean data/anytown/measures/burglaries.yml?"),
        ("anytown/measure/burglaries.yml", "did you mean data/anytown/measures/burglaries.yml?"),
        ("anytown/plans/2017-2020/priorities/burglaries.yml", "priorities/1-burglaries.yml?"),
        ("anytown/plans/2017-2020/sections/0-a.md", "sections/1-a.md?"),
        ("anytown/x/y/z.yml", "delete it, or see the documentation"),
    ],
)
def test_a_file_of_no_known_kind_is_told_the_nearest(path: str, said: str, tmp_path: Path) -> None:
    """A file that nobody would read is not passed over in silence."""
    (line,) = told(project(tmp_path, {path: MEASURE}))
    assert line.startswith(f"data/{path}:1:1: this kind of file is not known here")
    assert said in line


@pytest.mark.parametrize("name", [".env", "id_rsa", "photo.png", "plan.docx", "notes.txt", "yml", ".yml"])
def test_files_with_other_endings_are_refused(name: str, tmp_path: Path) -> None:
    """Nothing that was put into the folder by mistake is published or ignored."""
    (line,) = told(project(tmp_path, {f"anytown/{name}": "x"}))
    assert line.startswith(f"data/anytown/{name}:1:1: ")


@pytest.mark.parametrize(
    "name",
    [
        "Burglaries",
        "a_b",
        "a--b",
        "-a",
        "--help",
        "a b",
        "x;id",
        "café",
        "..a",
        "a.b",
        "%2e",
        "a\nb",
        "x" * 65,
    ],  # 64 are allowed
)
def test_odd_names_are_refused(name: str, tmp_path: Path) -> None:
    """Names become addresses, so they hold lower-case letters, digits and single hyphens."""
    lines = told(project(tmp_path, {f"anytown/measures/{name}.yml": MEASURE}))
    assert len(lines) == 1
    assert "\n" not in lines[0]
    assert "name" in lines[0]


@pytest.mark.parametrize(
    "name", ["con", "nul", "aux", "prn", "com1", "lpt9", "constructor", "assets", "search", "index"]
)
def test_reserved_names_are_refused_for_files_and_entries(name: str, tmp_path: Path) -> None:
    """Some names can't be a file on Windows, or a page of this site."""
    files = {
        f"anytown/measures/{name}.yml": MEASURE,
        "units.yml": f"people: {{one: a, other: b}}\n{name}: {{one: a, other: b}}\n",
    }
    lines = told(project(tmp_path, files))
    assert [line.split(":")[0] for line in lines] == [f"data/anytown/measures/{name}.yml", "data/units.yml"]


def test_a_name_may_have_64_characters(tmp_path: Path) -> None:
    """And begin or end with a digit."""
    assert load(project(tmp_path, {f"anytown/measures/{'1' * 64}.yml": MEASURE, "anytown/measures/com10.yml": MEASURE}))


def test_a_code_of_a_language_is_no_name_for_a_file_but_one_for_a_term(tmp_path: Path) -> None:
    """Addresses begin with a language; the glossary's entry `da` is fine."""
    assert load(project(tmp_path)).entities["glossary/da"]
    (line,) = told(project(tmp_path, {"anytown/measures/cy.yml": MEASURE}))
    assert '"cy" is the code of a language' in line


@pytest.mark.parametrize("name", ["measures", "get-involved", "history"])
def test_a_plan_or_priority_does_not_take_the_address_of_another_page(name: str, tmp_path: Path) -> None:
    """A plan called history would hide the page of that name; a measure of that name hides nothing."""
    assert load(project(tmp_path / "measure", {f"anytown/measures/{name}.yml": MEASURE}))
    plan = "title: A\nstart: 2010-01-01\nend: 2011-01-01\n"
    assert "another page" in told(project(tmp_path / "plan", {f"anytown/plans/{name}/plan.yml": plan}))[0]
    priority = f"anytown/plans/2017-2020/priorities/2-{name}.yml"
    assert "another page" in told(project(tmp_path / "priority", {priority: "title: A\n"}))[0]
    section = f"anytown/plans/2017-2020/sections/2-{name}.md"
    assert load(project(tmp_path / "section", {section: "---\ntitle: A\n---\nText.\n"}))


def test_a_partnership_is_not_called_as_a_register(tmp_path: Path) -> None:
    """Its key would stand in the way of the register's."""
    partnership = "name: A\nkind: council\narea: {name: A}\nsummary: A.\n"
    assert "another page" in told(project(tmp_path, {"documents/partnership.yml": partnership}))[0]


@pytest.mark.parametrize("twins", [("Plan.yml", "plan.yml"), ("caf\u00e9.yml", "cafe\u0301.yml")])
def test_names_that_differ_only_in_capitals_or_accents_are_refused(twins: tuple[str, str], tmp_path: Path) -> None:
    """On other systems the two would be one file."""
    lines = told(project(tmp_path, dict.fromkeys(twins, "")))
    assert len(lines) == 2
    assert all("the same name as" in line for line in lines)


def test_two_priorities_do_not_share_a_name(tmp_path: Path) -> None:
    """The number before the name is only the order."""
    again = "anytown/plans/2017-2020/priorities/2-safer-roads.yml"
    (line,) = told(project(tmp_path, {again: "title: Again\n"}))
    assert line.startswith(f'data/{again}:1:1: "safer-roads" is the name of data/anytown/plans/2017-2020/priorities/1-')


def test_links_pipes_and_folders_in_place_of_files_are_refused(tmp_path: Path) -> None:
    """Nothing outside the project is read, and nothing is waited for."""
    root = project(tmp_path)
    (root / "data/anytown/measures/link.yml").symlink_to("/etc/hosts")
    (root / "data/linked").symlink_to(tmp_path)
    (root / "data/anytown/measures/folder.yml").mkdir()
    os.mkfifo(root / "data/pipe.yml")
    assert [line.split(":", 3)[0::3] for line in told(root)] == [
        [
            "data/anytown/measures/folder.yml",
            " this is a folder with the name of a file – rename the folder, or put a file in its place",
        ],
        ["data/anytown/measures/link.yml", " this is a symbolic link – put the file itself here"],
        ["data/linked", " this is a symbolic link – put the file itself here"],
        ["data/pipe.yml", " this is not a file – delete it: only files and folders may stand in data"],
    ]


def test_the_size_of_a_file_is_limited(tmp_path: Path) -> None:
    """One mebibyte is read, and not a byte more."""
    filler = MEASURE + "# "
    just = filler + "x" * (1_048_576 - len(filler))
    assert load(project(tmp_path / "just", {PLACES["measure"]: just}))
    assert "larger than 1 MB" in told(project(tmp_path / "more", {PLACES["measure"]: just + "x"}))[0]


def test_folders_are_searched_to_a_depth_that_no_file_needs(tmp_path: Path) -> None:
    """The message names the folder at which the search ended."""
    (line,) = told(project(tmp_path, {"a/b/c/d/e/f/g/h/i/j.yml": MEASURE}))
    assert line.startswith("data/a/b/c/d/e/f/g/h/i:1:1: this lies too many folders deep")


def test_a_file_that_may_not_be_read_is_told_of() -> None:
    """The message says whose matter it is."""
    with open_folder() as folder:
        root = project(folder)
        (root / "data/units.yml").chmod(stat.S_IWUSR)
        with ordinary_user():
            lines = told(root)
    assert any(line.startswith("data/units.yml:1:1: ") and "permission" in line for line in lines)


def test_files_that_systems_leave_behind_are_left_alone(tmp_path: Path) -> None:
    """A Mac writes .DS_Store everywhere; nobody has to know."""
    assert load(project(tmp_path, {"anytown/.DS_Store": b"\0\1", "anytown/measures/.gitkeep": ""}))


def test_files_of_translations_are_known(tmp_path: Path) -> None:
    """They are read elsewhere."""
    assert load(project(tmp_path, {"anytown/translations/cy.po": "", "translations/pl.po": ""}))


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ("site.yml", "data/site.yml:1:1: this file is missing"),
        ("anytown/partnership.yml", "data/anytown/partnership.yml:1:1: this file is missing"),
        ("anytown/plans/2017-2020/plan.yml", "data/anytown/plans/2017-2020/plan.yml:1:1: this file is missing"),
    ],
)
def test_what_others_belong_to_has_a_file(left_out: str, missing: str, tmp_path: Path) -> None:
    """A folder with measures but no partnership is told of once."""
    lines = told(project(tmp_path, {left_out: None}))
    assert sum(line.startswith(missing) for line in lines) == 1


def test_no_folder_of_data_is_one_plain_sentence(tmp_path: Path) -> None:
    """Somebody stands in the wrong folder."""
    assert told(tmp_path)[0].startswith("data:1:1: there is no folder data here")


def test_a_file_that_cannot_be_read_brings_no_faults_of_others_with_it(tmp_path: Path) -> None:
    """References into it can't be judged, so they are not; everything else still is."""
    lines = told(project(tmp_path, {"organisations.yml": "a: [", PLACES["measure"]: MEASURE + "wantd: 1\n"}))
    assert [line.split(":")[0] for line in lines] == ["data/anytown/measures/spoilt.yml", "data/organisations.yml"]


@given(st.text(max_size=80))
def test_any_name_is_permitted_or_given_a_permitted_one(name: str) -> None:
    """What the message suggests can be used."""
    if names.fault(name):
        assert ID.fullmatch(names.suggestion(name))
        assert names.shown(name).isprintable() or not name
    else:
        assert names.suggestion(name) == name


def test_every_kind_of_file_is_found_by_its_own_pattern() -> None:
    """No pattern of the table hides another."""
    filled = {"partnership": "anytown", "plan": "2017-2020", "report": "2016", "n": "1", "id": "a", "language": "cy"}
    for kind in layout.LAYOUT:
        path = kind.pattern
        for name, value in filled.items():
            path = path.replace(f"<{name}>", value)
        located = layout.locate(path)
        assert located is not None
        assert located.type is kind
