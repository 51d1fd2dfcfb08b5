"""What describes CSV files to programs, credits included: CSV on the Web, https://www.w3.org/TR/tabular-metadata/.

A program that has a file `a.csv` looks for `a.csv-metadata.json`, then for `csv-metadata.json` in the same folder.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from planbuilder.charts.datafile import COLUMNS, Column
from planbuilder.exports.credits import Credit, credited
from planbuilder.exports.written import to_json
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.reference import DocumentRef

GROUP = "csv-metadata.json"
"""The name of a description of all CSV files in its folder."""
_CONTEXT = "http://www.w3.org/ns/csvw"
_DIALECT = {"encoding": "utf-8", "header": True}


@dataclass(frozen=True)
class ChartTable:
    """The file of a chart: its name, what is seen in it, and the documents that it is from."""

    name: str
    title: str
    documents: Iterable[DocumentRef]


def table(
    catalogue: Catalogue, url: str, title: str, documents: Iterable[DocumentRef], columns: Sequence[Column]
) -> bytes:
    """The description of one file, in the language of the data. `url` is the file's, as seen from it."""
    site = catalogue.site
    return _written(
        {
            "@context": [_CONTEXT, {"@language": site.languages[0]}],
            "url": url,
            "dc:title": title,
            "dc:publisher": site.publisher.name.source,
            "dc:modified": {"@value": catalogue.today.isoformat(), "@type": "xsd:date"},
            **_credits(credited(catalogue, documents)),
            "dialect": _DIALECT,
            "tableSchema": _schema(columns, str),
        }
    )


def of_charts(catalogue: Catalogue, language: Language, tables: Iterable[ChartTable]) -> bytes:
    """The description of the files of a page's charts, in the language of the page."""
    plain, schema = language.plain, _schema(COLUMNS, language.message)
    return _written(
        {
            "@context": [_CONTEXT, {"@language": language.code}],
            "dc:publisher": plain(catalogue.site.publisher.name),
            "dialect": _DIALECT,
            "tables": [
                {
                    "url": one.name,
                    "dc:title": one.title,
                    **_credits(credited(catalogue, one.documents, plain)),
                    "tableSchema": schema,
                }
                for one in tables
            ],
        }
    )


def _credits(credits_due: Sequence[Credit]) -> dict[str, list[str]]:
    told = {
        "dc:source": [credit.attribution for credit in credits_due],
        "dc:rights": [credit.licence for credit in credits_due if credit.licence],
    }
    return {name: texts for name, texts in told.items() if texts}


def _schema(columns: Iterable[Column], say: Callable[[str], str]) -> dict[str, Any]:
    return {
        "columns": [
            {
                "name": column.name,
                "titles": column.name,
                "datatype": column.datatype,
                "dc:description": say(column.means),
                **({"required": True} if column.required else {}),
            }
            for column in columns
        ]
    }


def _written(description: dict[str, Any]) -> bytes:
    return (to_json(description) + "\n").encode()
