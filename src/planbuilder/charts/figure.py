"""Plotly's own figure: the specification, validated. The only module that imports Plotly, and only when asked to."""

import json
from typing import Any

import plotly.graph_objects as go


def figure(specification: dict[str, Any]) -> go.Figure:
    """A validated figure. Raises ValueError where Plotly does not know a property or a value."""
    return go.Figure(data=specification["data"], layout=specification["layout"])


def to_json(found: go.Figure) -> bytes:
    """A figure for the browser, the same bytes every time."""
    return json.dumps(found.to_plotly_json(), ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
