"""A page with every kind of chart, to look at: `python -m tests.charts.demo FOLDER [SCREENSHOT_FOLDER]`."""

import sys
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from planbuilder import charts
from planbuilder.charts import Chart
from planbuilder.i18n import Language
from tests.charts import examples

ROOT = Path(__file__).parents[2]
_PAGE = """<!doctype html>
<html lang="{{ language.code }}" dir="{{ language.direction }}"{% if dark %} data-md-color-scheme="slate"{% endif %}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Charts</title>
<link rel="stylesheet" href="site.css"><link rel="stylesheet" href="chart.css"></head>
<body data-md-color-scheme="{{ "slate" if dark else "default" }}"><main class="md-typeset demo"><h1>Charts</h1>
{% from "components/chart.html" import chart %}
{% for item in items %}{{ chart(item, 2) }}{% endfor %}
<h2>Sparklines</h2><div class="pb-table"><table><tbody>
{% for name, line in sparks %}<tr><th scope="row">{{ name }}</th><td>{{ line }}</td></tr>{% endfor %}
</tbody></table></div></main></body></html>"""


def environment(language: Language) -> Environment:
    """The templates' environment, as pages make it."""
    made = Environment(
        loader=PackageLoader("planbuilder", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = {"_": language.markup, "ngettext": language.markup_plural, "language": language}
    made.globals.update(words, file_href=lambda name: f"/{language.code}/{name}")
    return made


def every_chart(language: Language) -> list[Chart]:
    """One chart of each kind and circumstance."""
    catalogue = examples.catalogue()
    consultation = examples.CONSULTATION
    found = [charts.series(measure, catalogue, language) for measure in examples.MEASURES]
    found.append(charts.question(examples.CONCERNS, consultation, language, catalogue=catalogue))
    found.append(charts.question(examples.WHOLE, consultation, language, catalogue=catalogue))
    found.append(charts.stacked(examples.OPINIONS, consultation, language))
    found.append(charts.breakdown(examples.AGES, consultation, language))
    found.append(charts.groups(examples.PLACES, catalogue, language))
    found.append(charts.intervals(examples.LIMITS, catalogue, language))
    found.append(charts.small_multiples(examples.WARDS, catalogue, language))
    found.append(charts.amounts(examples.MONEY, language))
    return [chart for chart in found if chart is not None]


def page(language: Language, *, dark: bool = False) -> str:
    """The whole page as HTML."""
    sparks = [(str(item.title), charts.sparkline(item, language)) for item in examples.MEASURES]
    template = environment(language).from_string(_PAGE)
    return template.render(items=every_chart(language), sparks=sparks, dark=dark)


def write(folder: Path) -> list[Path]:
    """Write the page in English and Urdu, light and dark, with the site's style sheets beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    built = next((ROOT / "theme_overrides" / "assets").glob("site.*.css"), None)
    layout = ".demo{inline-size:100%;box-sizing:border-box;max-inline-size:46rem;margin:0 auto;padding:.8rem}"
    (folder / "site.css").write_text((built.read_text() if built else "") + layout)
    (folder / "chart.css").write_text((ROOT / "theme_overrides" / "css" / "chart.css").read_text())
    written = []
    for code, dark in (("en", False), ("en", True), ("ur", False)):
        path = folder / f"{code}{'-dark' if dark else ''}.html"
        path.write_text(page(examples.language(code), dark=dark))
        written.append(path)
    return written


def photograph(pages: list[Path], folder: Path) -> None:
    """Screenshots at the widths of a small phone, a phone and a desk."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for path in pages:
            for width in (320, 375, 1280):
                tab = browser.new_page(viewport={"width": width, "height": 800})
                tab.goto(path.as_uri())
                tab.screenshot(path=folder / f"{path.stem}-{width}.png", full_page=True)
                overflow = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                sys.stdout.write(f"{path.stem} {width}: {overflow} px too wide\n")
                tab.close()
        browser.close()


if __name__ == "__main__":
    made = write(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        photograph(made, Path(sys.argv[2]))
