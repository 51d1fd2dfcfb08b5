import { inRows } from "./figure.js";

const MARKUP = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** A label of the figure as words: it comes escaped, because the library reads markup. */
function plain(label) {
  return label.replace(/&(lt|gt|amp);/g, (found) => MARKUP[found]);
}

/** The values of a figure, line by line, each line in the order of reading. */
function linesOf(figure) {
  const rows = inRows(figure);
  const lines = new Map();
  figure.data.forEach((trace, curveNumber) => {
    const line = lines.get(trace.name) || [];
    lines.set(trace.name, line);
    trace.text.forEach((label, pointNumber) => {
      const at = rows ? pointNumber : trace.x[pointNumber];
      // A provisional piece of a line starts at the last final value: that one is told once.
      if (!label || line.some((other) => other.at === at && other.label === label)) return;
      const row = rows ? trace.y[pointNumber] : "";
      const drawn = trace.x[pointNumber] !== null && trace.y[pointNumber] !== null;
      line.push({ at, label, name: trace.name, row, place: drawn && { curveNumber, pointNumber } });
    });
  });
  return [...lines.values()].map((line) => line.sort((one, other) => one.at - other.at));
}

/** The nearest value of a line to where the reader is. */
function nearest(line, at) {
  const distances = line.map((value) => Math.abs(value.at - at));
  return distances.indexOf(Math.min(...distances));
}

/**
 * Goes through a figure by keys. Returns a function that takes a key and gives the value it leads to, in words,
 * and its place in the picture; nothing for other keys.
 */
export function reader(figure) {
  const lines = linesOf(figure);
  const [from, to] = figure.layout.xaxis.range;
  const across = from > to ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  const down = ["ArrowUp", "ArrowDown"];
  const [[back, on], [before, after]] = inRows(figure) ? [down, across] : [across, down];
  let line = 0;
  let index = -1;

  const moves = {
    [back]: () => index - 1,
    [on]: () => index + 1,
    Home: () => 0,
    End: () => lines[line].length - 1,
    [before]: () => change(-1),
    [after]: () => change(1),
  };
  const change = (step) => {
    const at = index < 0 ? 0 : lines[line][index].at;
    line = Math.min(Math.max(line + step, 0), lines.length - 1);
    return nearest(lines[line], at);
  };

  return (key) => {
    if (!moves[key]) return undefined;
    const wished = moves[key]();
    index = Math.min(Math.max(wished, 0), lines[line].length - 1);
    const value = lines[line][index];
    const named = lines.length > 1 && value.name;
    return { words: [named, value.row, value.label].filter(Boolean).map(plain), place: value.place };
  };
}
