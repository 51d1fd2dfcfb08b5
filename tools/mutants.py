"""`make mutants`: does a test fail when the code is spoilt? A sample of mutants of each module, drawn by a fixed seed.

mutmut makes the mutants and runs the tests that reach each of them; which modules and tests, pyproject.toml says. This
draws the sample, and writes what came of it into docs/mutation.md.
"""

import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
MUTMUT = str(Path(sys.executable).with_name("mutmut"))
REPORT = ROOT / "docs" / "mutation.md"
SEED = 2026
BEGIN = "planbuilder.source.links.x_real_host__mutmut_1"
"""One mutant, to have all of them made."""
KILLED = {"killed", "timeout", "segfault", "caught by type check"}

Results = dict[str, dict[str, str]]
"""By module: each mutant, and what became of it."""


def results() -> Results:
    """What mutmut knows of every mutant."""
    command = [MUTMUT, "results", "--all", "true"]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603
    found: Results = {}
    for name, _, state in (line.strip().partition(": ") for line in said.splitlines() if "__mutmut_" in line):
        found.setdefault(name.rpartition(".")[0].removeprefix("planbuilder."), {})[name] = state
    return dict(sorted(found.items()))


def sample(mutants: Results, of_each: int) -> Results:
    """So many mutants of each module, the same ones every time."""
    draw = random.Random(SEED)  # noqa: S311 – not a secret
    return {
        module: {name: states[name] for name in sorted(draw.sample(sorted(states), min(of_each, len(states))))}
        for module, states in mutants.items()
    }


def report(mutants: Results, drawn: Results) -> str:
    """The table, and the mutants that no test noticed."""
    rows, survivors, total = [], [], Counter[str]()
    for module, states in drawn.items():
        killed = sum(state in KILLED for state in states.values())
        total.update(mutants=len(mutants[module]), drawn=len(states), killed=killed)
        survivors += [f"- `{name}`: {state}\n" for name, state in states.items() if state not in KILLED]
        rows.append(f"| `{module}` | {len(mutants[module]):,} | {len(states)} | {killed} |\n")
    share = 100 * total["killed"] / total["drawn"]
    return (
        "# Mutation testing\n\n"
        "Written by `make mutants`. Code is spoilt in one place at a time; a good test then fails. Of each module a "
        f"sample is drawn by the seed {SEED}, so a change of the code or of the tests can be compared. Property tests "
        "and tests in the browser are left out, because they take minutes for each mutant: a mutant that only they "
        "would notice counts as one that nobody noticed.\n\n"
        f"**{total['killed']} of {total['drawn']} noticed: {share:.1f} %.**\n\n"
        "| module | mutants | tried | noticed |\n| --- | --: | --: | --: |\n" + "".join(rows) +
        f"| all | {total['mutants']:,} | {total['drawn']} | {total['killed']} |\n\n"
        "Not noticed (`.venv/bin/mutmut show NAME` shows one):\n\n" + ("".join(survivors) or "none\n")
    )  # fmt: skip


def main() -> None:
    """Make the mutants, try the sample, write the report."""
    shutil.rmtree(ROOT / "mutants", ignore_errors=True)  # what older tests did not notice would not be tried again
    of_each = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    run = [MUTMUT, "run", "--max-children", "2"]
    subprocess.run([*run, BEGIN], cwd=ROOT, check=True)  # noqa: S603
    drawn = sample(results(), of_each)
    names = [name for states in drawn.values() for name in states]
    subprocess.run([*run, *names], cwd=ROOT, check=True)  # noqa: S603
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(results(), sample(results(), of_each)), "utf-8")


if __name__ == "__main__":
    main()
