"""`python -m bench`: measure, and write the tables of `docs/performance.md`."""

import click

from bench import tables, tools
from bench.charts import charts
from bench.compare import compare
from bench.rebuild import rebuild
from bench.repository import repository
from bench.results import Results
from bench.stages import stages

PARTS = ("compare", "rebuild", "stages", "charts", "repository")
DOCUMENT = tools.ROOT / "docs/performance.md"
USUAL = ("hugo", "hugo-site-menu", "material-pruned")
ALL_SIZES = (100, 1_000, 4_000, 20_000)


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(PARTS))
@click.option("--size", "sizes", type=int, multiple=True, help="Pages; as often as wanted. 1000 and 4000 if not given.")
@click.option("--runs", type=int, default=5, show_default=True, help="How often each case is built, taking turns.")
@click.option("--tool", "names", type=click.Choice([*tools.tools()]), multiple=True, help="Compare with these only.")
@click.option("--all", "everything", is_flag=True, help="All tools, 100 to 20,000 pages, as far as each is bearable.")
@click.option("--even-slow", is_flag=True, help="Run the tools at every size, however long it takes.")
@click.option("--short", is_flag=True, help="100 pages, one run, all tools: to see that it works. Writes no document.")
def main(
    parts: tuple[str, ...],
    sizes: tuple[int, ...],
    runs: int,
    names: tuple[str, ...],
    everything: bool,
    even_slow: bool,
    short: bool,
) -> None:
    """Measure the PARTS (all of them if none is named) and write what was found into docs/performance.md.

    Figures of parts and sizes that are not measured now stay as they were.
    """
    parts = parts or PARTS
    results = Results(tools.CACHE / ("short.json" if short else "results.json"))
    if short:
        sizes, runs, names = sizes or (100,), 1, names or tuple(tools.tools())
    if "compare" in parts:
        tools.install()
        several = sizes or (ALL_SIZES if everything else (1_000, 4_000))
        compare(results, several, tuple(tools.tools()) if everything else names or USUAL, runs, even_slow)
    if "rebuild" in parts:
        rebuild(results, sizes or (1_000,), runs)
    if "stages" in parts:
        stages(results, sizes or (1_000,), runs)
    if "charts" in parts:
        charts(results, 100 if short else 1_000)
    if "repository" in parts:
        repository(results, runs)
    if short:
        for name, made in tables.ALL.items():
            click.echo(f"\n{name}\n\n{made(results)}")
        return
    DOCUMENT.write_text(tables.filled(DOCUMENT.read_text("utf-8"), results), "utf-8")
    click.echo(f"written: {DOCUMENT.relative_to(tools.ROOT)}")


if __name__ == "__main__":
    main()
