"""How long a thousand charts take: picture, words, table and file of each. `python -m bench.charts [NUMBER]`.

The bar is 2 s for 1,000 charts on one core, without Plotly, which is asked for apart from that (`figure`).
"""

import sys
import time

from tests.charts import examples

from planbuilder import charts
from planbuilder.model.measure import Measure

BAR_MS = 2.0


def varied(number: int) -> list[Measure]:
    """Measures that differ in every value, so that no result can be looked up."""
    kinds = (examples.CASUALTIES, examples.READINESS, examples.BROKEN, examples.NARROW, examples.WITHHELD)
    found = []
    for index in range(number):
        original = kinds[index % len(kinds)]
        written = [
            item if item.value is None else item.model_copy(update={"value": item.value + index})
            for item in original.observations
        ]
        found.append(original.model_copy(update={"observations": tuple(written), "key": f"{original.key}-{index}"}))
    return found


def main(number: int) -> None:
    """Print milliseconds for a chart, a sparkline and a validated figure."""
    measures, catalogue = varied(number), examples.catalogue()
    for code in ("en", "ur"):
        language = examples.language(code)
        start = time.process_time()
        made = [charts.series(measure, catalogue, language) for measure in measures]
        each = (time.process_time() - start) / number * 1000
        size = sum(len(chart.svg.encode()) for chart in made if chart) / number / 1024
        sys.stdout.write(f"{code}: {each:.2f} ms a chart (bar: {BAR_MS:.2f} ms), {size:.1f} KB of picture each\n")
    start = time.process_time()
    for measure in measures:
        charts.sparkline(measure, language)
    sys.stdout.write(f"sparkline: {(time.process_time() - start) / number * 1000:.2f} ms\n")
    drawn = [chart for chart in made if chart][:200]
    drawn[0].figure()
    start = time.process_time()
    for chart in drawn:
        chart.figure_json()
    sys.stdout.write(f"validated Plotly figure: {(time.process_time() - start) / len(drawn) * 1000:.2f} ms\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
