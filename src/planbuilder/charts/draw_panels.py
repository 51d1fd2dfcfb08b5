"""Drawing small multiples: one small line a panel, as many beside each other as there is room for."""

from markupsafe import Markup

from planbuilder.charts.draw_lines import draw_grid, draw_trace
from planbuilder.charts.measuring import width
from planbuilder.charts.plot import PanelPlot, Trace
from planbuilder.charts.space import Gutters, Space
from planbuilder.charts.svg import em, picture, text

_HEIGHT = 5.0


def draw_panels(chart: str, plot: PanelPlot) -> Markup:
    """The panels in the order of the data, all on one scale."""
    values = max(map(width, plot.value_labels)) + 0.7
    gutters = Gutters.of(values, max(width(trace.known[-1].label) for trace in plot.traces) / 2)
    room = f"pb-chart__plot {gutters.kind}"
    panels = "".join(_panel(plot, trace, room) for trace in plot.traces)
    return picture(chart, f'<div class="pb-chart__panels">{panels}</div>')


def _panel(plot: PanelPlot, trace: Trace, room: str) -> str:
    space = Space(plot.scale, height=_HEIGHT, top=1.4, mirrored=plot.mirrored)
    pieces = draw_grid(space, plot.value_labels)
    pieces.append(text(space.at(0), space.bottom + 1.3, plot.first, "pb-chart__tick"))
    pieces.append(text(space.at(1), space.bottom + 1.3, plot.last, "pb-chart__tick", anchor="end"))
    pieces += draw_trace(trace, space, markers=False)
    last = trace.known[-1]
    pieces.append(text(space.at(last.x), space.y(last.y or 0.0) - 0.6, last.label, "pb-chart__value", anchor="middle"))
    size = f'width="100%" height="{em(space.bottom + 1.8)}"'
    return (
        f'<div class="pb-chart__panel"><span class="pb-chart__name">{trace.html}</span>'
        f'<svg class="{room}" {size} focusable="false">{"".join(pieces)}</svg></div>'
    )
