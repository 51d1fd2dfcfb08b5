"""The tables of the documentation say of every kind of file, and of every field, what is true today."""

import pytest

from planbuilder.model.period import Period
from planbuilder.source.layout import LAYOUT
from tests.docs import facts
from tests.docs.reading import PAGES, pages, tables


def _documented() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for page in pages():
        for name, rows in tables(page).items():
            assert name not in found, f"{name} has two tables, the second in {page.name}"
            found[name] = rows
    return found


def test_every_kind_of_block_has_a_table() -> None:
    """A new part of the model is documented, and one that is gone is not."""
    assert sorted(_documented()) == sorted(facts.models())


@pytest.mark.parametrize("name", sorted(facts.models()))
def test_a_table_has_every_field(name: str) -> None:
    """A new field is documented, and one that is gone is not; each says more than its name."""
    rows = _documented()[name]
    assert sorted(field for field, _ in rows) == sorted(facts.models()[name])
    model = facts.model_named(name)
    for field, told in rows:
        fact = facts.fact(model, field)
        assert told.startswith(f"{fact} "), f"{name}: {field} has to begin with: {fact}"
        assert told.removeprefix(fact).strip().endswith((".", "?"))


def test_every_kind_of_file_is_listed() -> None:
    """The lists of files, folder by folder, are that of the loader."""
    listed, folder = [], ""
    for line in (PAGES / "files.md").read_text("utf-8").splitlines():
        if line.startswith("### "):
            folder = line.partition("`")[2].rstrip("`")
        elif line.startswith("| `") and folder:
            listed.append(f"{folder}/{line.split('`')[1]}")
    assert sorted(listed) == sorted(f"data/{kind.pattern}" for kind in LAYOUT)


def test_every_notation_of_periods_is_shown() -> None:
    """Each example of a period can be read, and there is one for each kind."""
    text = (PAGES / "periods-and-numbers.md").read_text("utf-8")
    rows = text.partition("<!-- periods -->\n")[2].partition("\n\n")[0].splitlines()[2:]
    shown = [Period.parse(row.split("`")[1]).kind for row in rows]
    assert sorted(shown) == sorted(
        ["year", "financial_year", "month", "quarter", "financial_quarter", "span", "rolling_year"]
    )


def test_every_page_is_listed_and_says_what_it_is() -> None:
    """The first page leads to every other, and each has a title and a description for search results."""
    index = (PAGES / "index.md").read_text("utf-8")
    for page in pages():
        head = page.read_text("utf-8").split("---\n")[1]
        assert "title: " in head, page
        assert "description: " in head, page
        assert page.name == "index.md" or f"]({page.name})" in index, page
