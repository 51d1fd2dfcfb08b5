"""What was measured, as Markdown tables. Every number of `docs/performance.md` comes from here."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil
from typing import Any

from bench.results import Results
from bench.tools import tools

Figures = dict[str, Any]
PLANBUILDER = "planbuilder"
MB = 1_000_000
GB = 1_000 * MB
MINUTES = 10
"""How long an editor's pull request may wait for its preview."""
NATIONAL = 100_000
"""Pages of a national publisher: 300 partnerships with four plans in six languages, and their measures."""
CASES = {
    "whole": "whole site, cold",
    "one processor": "whole site, cold, on one processor",
    "nothing": "nothing changed",
    "edit": "one observation edited, `planbuilder build`",
    "serve": "one observation edited, resident `planbuilder serve`: from saving to the page in every language",
}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; every column but the first is figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def machine(results: Results) -> str:
    """What was measured and on what: one line for each machine and state of the program."""
    seen: dict[tuple[str, ...], list[str]] = {}
    for part, cases in results.parts.items():
        for figures in cases.values():
            parts = seen.setdefault(tuple(figures["of"].values()), [])
            if part not in parts:
                parts.append(part)
    return "\n".join(
        f"- {', '.join(parts)}: {machine}; planbuilder at {commit}; {versions}."
        for (machine, versions, commit), parts in seen.items()
    )


def compared(results: Results) -> str:
    """The tools side by side."""
    titles = {PLANBUILDER: "planbuilder"} | {name: tool.title for name, tool in tools().items()}
    order, found = [*titles], results.parts.get("compare", {}).values()
    head = ("tool", "pages", "seconds", "fastest – slowest", "ms a page", "× planbuilder", "processor s", "memory MB",
            "HTML KB a page", "texts found")  # fmt: skip
    own = {one["size"]: one for one in found if one["tool"] == PLANBUILDER}
    rows = (
        (
            titles[one["tool"]],
            f"{one['pages']:,}",
            f"{one['seconds']:.2f}",
            f"{min(one['runs']):.2f} – {max(one['runs']):.2f}",
            f"{1_000 * one['seconds'] / one['pages']:.2f}",
            f"{one['seconds'] / own[one['size']]['seconds']:.2f}",
            f"{one['cpu']:.2f}",
            f"{one['peak'] / MB:.0f}",
            f"{one['html'] / one['pages'] / 1_000:.1f}",
            f"{one['checked']:,}",
        )
        for one in sorted(found, key=lambda one: (one["size"], order.index(one["tool"])))
    )
    return table(head, rows)


def left_out(results: Results) -> str:
    """Which tools were not run at which size."""
    sizes = sorted({one["size"] for one in results.parts.get("compare", {}).values()})
    missing = {
        tool.title: [f"{size:,}" for size in sizes if f"{size} {name}" not in results.parts["compare"]]
        for name, tool in tools().items()
    }
    said = [f"{title} at {' and '.join(sizes)}" for title, sizes in missing.items() if sizes]
    return f"Not run, because it takes too long or was not asked for: {'; '.join(said)}." if said else ""


def rebuilt(results: Results) -> str:
    """planbuilder alone: whole, in part, on one processor."""
    rows = (
        (
            CASES[one["case"]],
            f"{one['pages']:,}",
            f"{one['seconds']:.2f}",
            f"{min(one['runs']):.2f} – {max(one['runs']):.2f}",
            f"{one['peak'] / MB:.0f}" if one["peak"] else "–",
        )
        for one in sorted(results.parts.get("rebuild", {}).values(), key=lambda one: one["size"])
    )
    return table(("build", "pages", "seconds", "fastest – slowest", "memory MB"), rows)


def stages(results: Results) -> str:
    """Where the time goes."""
    found = sorted(results.parts.get("stages", {}).values(), key=lambda one: one["size"])
    names = found[0]["medians"] if found else {}
    head = ("stage", *(f"ms at {one['size']:,} pages" for one in found))
    return table(head, ((name, *(f"{1_000 * one['medians'][name]:,.0f}" for one in found)) for name in names))


def charts(results: Results) -> str:
    """What one chart costs."""
    return table(
        ("", "ms each", "KB each"),
        (
            (name, f"{one['ms']:.2f}", f"{one['kb']:.1f}" if one["kb"] else "–")
            for name, one in results.parts.get("charts", {}).items()
        ),
    )


def repository(results: Results) -> str:
    """This repository's own site."""
    return table(
        ("languages", "pages", "seconds", "ms a page", "memory MB"),
        (
            (
                name,
                f"{one['pages']:,}",
                f"{one['seconds']:.2f}",
                f"{1_000 * one['seconds'] / one['pages']:.2f}",
                f"{one['peak'] / MB:.0f}",
            )
            for name, one in results.parts.get("repository", {}).items()
        ),
    )


def bars(results: Results) -> str:
    """What must be true, and whether it is."""
    rows = (
        (claim, f"{limit}", "not measured" if value is None else f"{value:.2f}", met)
        for claim, limit, value, met in _bars(results)
    )
    return table(("bar", "limit", "measured", "met"), rows)


def _bars(results: Results) -> Iterator[tuple[str, str, float | None, str]]:
    def ratio(part: str, above: str, below: str, of: Callable[[Figures], float]) -> float | None:
        one, other = results.parts.get(part, {}).get(above), results.parts.get(part, {}).get(below)
        return of(one) / of(other) if one and other else None

    def alone(part: str, case: str, of: Callable[[Figures], float]) -> float | None:
        found = results.parts.get(part, {}).get(case)
        return of(found) if found else None

    def seconds(one: Figures) -> float:
        return float(one["seconds"])

    def most(claim: str, limit: float, value: float | None) -> tuple[str, str, float | None, str]:
        return claim, f"≤ {limit:g}", value, "–" if value is None else "yes" if value <= limit else "no"

    for size in (1_000, 4_000):
        for other, limit in (("hugo", 0.5), ("hugo-site-menu", 0.5), ("material-pruned", 0.1)):
            claim = f"time against {tools()[other].title}, {size:,} pages"
            yield most(claim, limit, ratio("compare", f"{size} {PLANBUILDER}", f"{size} {other}", seconds))
    flat = ratio("compare", f"20000 {PLANBUILDER}", f"1000 {PLANBUILDER}", lambda one: one["seconds"] / one["pages"])
    yield most("time a page at 20,000 against 1,000", 1.1, flat)
    yield most("memory at 4,000 pages, MB", 300, alone("compare", f"4000 {PLANBUILDER}", lambda one: one["peak"] / MB))
    yield most("nothing changed, 1,000 pages, s", 0.5, alone("rebuild", "1000 nothing", seconds))
    yield most("one edit, resident, 1,000 pages, s", 0.3, alone("rebuild", "1000 serve", seconds))
    yield most("one edit, resident, 10,000 pages, s", 1, alone("rebuild", "10000 serve", seconds))
    speed = ratio("rebuild", "1000 one processor", "1000 whole", seconds)
    yield (
        "two processors against one, 1,000 pages",
        "≥ 1.7",
        speed,
        "–" if speed is None else "yes" if speed >= 1.7 else "no",
    )


def scale(results: Results) -> str:
    """At what size one machine is no longer enough, from the cost of a page between the smallest and largest site."""
    own = sorted(
        (one for one in results.parts.get("compare", {}).values() if one["tool"] == PLANBUILDER),
        key=lambda one: int(one["size"]),
    )
    if len(own) < 2:
        return "Not measured: this needs two sizes."
    small, large = own[0], own[-1]

    def line(name: str) -> tuple[float, float]:
        """What there is without pages, and what each page adds."""
        each = (large[name] - small[name]) / (large["pages"] - small["pages"])
        return max(0.0, small[name] - each * small["pages"]), each

    (start, each), (base, memory) = line("seconds"), line("peak")
    weight = large["total"] / large["pages"]
    patience = 60 * MINUTES
    national = start + each * NATIONAL
    rows = (
        ("measured between", f"{small['pages']:,} and {large['pages']:,} pages"),
        ("a page takes, ms", f"{1_000 * each:.2f}"),
        ("a page takes, KB of memory", f"{memory / 1_000:.1f}"),
        ("a page takes, KB of output", f"{weight / 1_000:.1f}"),
        ("every build takes besides, s", f"{start:.2f}"),
        ("every build takes besides, MB of memory", f"{base / MB:.0f}"),
        (f"pages that one machine builds in {MINUTES} minutes", _pages((patience - start) / each)),
        ("pages whose build fits into 8 GB of memory", _pages((8 * GB - base) / memory) if memory > 0 else "any"),
        (f"{NATIONAL:,} pages, minutes", f"{national / 60:.1f}"),
        (f"{NATIONAL:,} pages, GB of memory", f"{(base + memory * NATIONAL) / GB:.1f}"),
        (f"{NATIONAL:,} pages, GB of output", f"{weight * NATIONAL / GB:.1f}"),
        (f"machines that build them in {MINUTES} minutes", f"{ceil(national / patience)}"),
        ("machines for ten times as many", f"{ceil((start + 10 * each * NATIONAL) / patience)}"),
    )
    return table(("", "computed"), rows)


def _pages(number: float) -> str:
    return f"{int(number) // 1_000 * 1_000:,}"


ALL: dict[str, Callable[[Results], str]] = {
    "machine": machine,
    "bars": bars,
    "compared": compared,
    "left-out": left_out,
    "rebuilt": rebuilt,
    "stages": stages,
    "charts": charts,
    "repository": repository,
    "scale": scale,
}
"""What stands between the marks of the same names in `docs/performance.md`."""


def filled(document: str, results: Results) -> str:
    """The document with everything between its marks made anew. Raises ValueError for a mark without its end."""
    for name, made in ALL.items():
        begin, end = f"<!-- bench:{name} -->", f"<!-- /bench:{name} -->"
        before, found, rest = document.partition(begin)
        _, closed, after = rest.partition(end)
        if not found or not closed:
            raise ValueError(f"docs/performance.md has no {begin} … {end}")
        document = f"{before}{begin}\n{made(results)}\n{end}{after}"
    return document
