const OURS = /^var\(--chart-\w+\)$/;
/** The height of a line of text and the width of a letter, in em. */
const LINE = 1.35;
const LETTER = 0.55;

/** Leaves out labels where they would touch; the last one stays. */
function thinOut(axis, letters) {
  const { length } = axis.ticktext;
  const longest = Math.max(...axis.ticktext.map((label) => label.length));
  const step = Math.ceil((length * (longest + 2)) / letters);
  const stays = (_, index) => (length - 1 - index) % step === 0;
  axis.tickvals = axis.tickvals.filter(stays);
  axis.ticktext = axis.ticktext.filter(stays);
}

/** A text in lines of at most so many letters, where its words allow it. */
function inLines(text, letters) {
  return text.split(" ").reduce(
    (lines, word) => {
      const last = lines.length - 1;
      if (lines[last] && (lines[last] + word).length >= letters) lines.push(word);
      else lines[last] += lines[last] ? ` ${word}` : word;
      return lines;
    },
    [""],
  );
}

/** Rows of bars: each with its name above, in as many lines as it needs, and room for the values behind the bars. */
function layRows({ data, layout }, size, letters) {
  const { margin, xaxis, yaxis } = layout;
  const right = yaxis.side === "right";
  const names = [...new Set(data.flatMap((trace) => trace.y))];
  const lines = names.map((name) => inLines(name, letters));
  const above = Math.max(...lines.map(({ length }) => length)) * size * LINE;
  const bars = data.filter(({ type }) => type === "bar");
  const thick = (bars.length || 1) * size * LINE;
  const row = above + thick + size;
  for (const trace of bars) {
    trace.cliponaxis = false;
    // What is withheld has no length, and says so where its bar would start.
    trace.x = trace.x.map((value) => value || 0);
  }
  yaxis.showticklabels = false;
  layout.annotations = names.map((y, index) => ({
    x: right ? 1 : 0,
    xref: "paper",
    xanchor: yaxis.side,
    y,
    yanchor: "bottom",
    yshift: thick / 2,
    align: yaxis.side,
    text: lines[index].join("<br>"),
    showarrow: false,
  }));
  layout.bargap = 1 - thick / row;
  margin.t += above / 2;
  margin[right ? "l" : "r"] += Math.max(...data.flatMap(({ text }) => text.map(({ length }) => length))) * size * LETTER;
  layout.height = row * names.length + margin.t + margin.b + (xaxis.ticktext ? size * 2 : 0);
}

/** Whether the values of a figure stand in rows, each with a name. */
export function inRows({ layout }) {
  return layout.yaxis.type === "category";
}

/** A figure as the library draws it in a place: in its letters and colours, as wide as it is, with nothing to drag. */
export function fitted(text, place, height, hasKey) {
  const style = getComputedStyle(place);
  // What a colour of the style sheet is here: custom properties, the system's colours, all.
  const resolved = (colour) => {
    place.style.color = colour;
    return style.color;
  };
  const size = parseFloat(style.fontSize);
  const width = place.clientWidth;
  const letters = width / size / LETTER;
  const font = { family: style.fontFamily, size, color: resolved("var(--chart-text)") };
  const figure = JSON.parse(text, (_, value) => (OURS.test(value) ? resolved(value) : value));
  const { data, layout } = figure;
  const several = new Set(data.map((trace) => trace.name)).size > 1;
  for (const trace of data) {
    trace.hoverinfo = "text";
    trace.hovertext = trace.text.map((label) => (several && trace.name && label ? `${trace.name}<br>${label}` : label));
  }
  for (const axis of [layout.xaxis, layout.yaxis]) Object.assign(axis, { fixedrange: true, automargin: true, tickangle: 0 });
  Object.assign(layout, {
    title: undefined,
    width,
    height,
    margin: { t: size, b: size, l: size / 2, r: size / 2 },
    font,
    hovermode: "closest",
    hoverlabel: { bgcolor: resolved("var(--chart-paper)"), bordercolor: font.color, font },
    showlegend: several && !hasKey,
    legend: { orientation: "h", y: -0.15, itemclick: false, itemdoubleclick: false },
  });
  if (layout.xaxis.ticktext) thinOut(layout.xaxis, letters);
  if (inRows(figure)) layRows(figure, size, letters);
  return figure;
}
