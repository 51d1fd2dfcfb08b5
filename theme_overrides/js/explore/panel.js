import { fitted } from "./figure.js";
import { reader } from "./reading.js";
import { words } from "./words.js";

const LEAST_HEIGHT = 320;
/** No bar of buttons, nothing that is sent anywhere, nothing that a finger could drag while it scrolls the page. */
const CONFIG = {
  displayModeBar: false,
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: "",
  doubleClick: false,
  showTips: false,
};

function create(parent, tag, className, attributes, text) {
  const element = parent.appendChild(document.createElement(tag));
  element.className = className;
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.textContent = text;
  return element;
}

/**
 * Opens the interactive version of a chart in the picture's place; the picture is then for paper only.
 *
 * `text` is the figure, `closed` is called when the reader has gone back to the picture. Resolves to what takes the
 * focus. Where the library can't draw, the picture comes back and the error is thrown on.
 */
export async function openPanel(chart, plotly, text, closed) {
  const { id } = chart;
  const picture = chart.querySelector(".pb-chart__picture");
  const hasKey = chart.querySelector(".pb-chart__key");
  const height = Math.max(LEAST_HEIGHT, picture.offsetHeight);
  const panel = create(chart, "div", "pb-explore");
  const plot = create(panel, "div", "pb-explore__plot", {
    role: "application",
    tabindex: 0,
    "aria-labelledby": `${id}-title`,
    "aria-describedby": `${id}-help`,
  });
  const canvas = create(plot, "div", "pb-explore__canvas", { "aria-hidden": true });
  const told = create(panel, "p", "pb-explore__told", { "aria-live": "polite" });
  create(panel, "p", "pb-chart__small", { id: `${id}-help` }, words.help);
  const button = create(panel, "button", "pb-chart__explore", { type: "button" }, words.close);
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const { classList } = chart;
  let width;
  let read;

  const draw = () => {
    width = canvas.clientWidth;
    const { data, layout } = fitted(text, canvas, height, hasKey);
    read = read || reader({ data, layout });
    return plotly.react(canvas, data, layout, CONFIG);
  };
  // On paper it has no width.
  const watch = new ResizeObserver(() => [0, width].includes(canvas.clientWidth) || draw());
  const remove = () => {
    watch.disconnect();
    page.removeEventListener("planbuilder:colours", draw);
    system.onchange = null;
    plotly.purge(canvas);
    panel.remove();
    classList.remove("pb-chart--explored");
  };
  const close = () => {
    remove();
    closed();
  };
  /** Says a value, and shows where it stands. */
  const tell = (found) => {
    told.textContent = "";
    found.words.forEach((part, index) => {
      if (index) told.append(" – ");
      create(told, "bdi", "", {}, part);
    });
    if (found.place) plotly.Fx.hover(canvas, [found.place]);
    else plotly.Fx.unhover(canvas);
  };

  picture.after(panel);
  classList.add("pb-chart--explored");
  try {
    await draw();
  } catch (error) {
    remove();
    throw error;
  }
  watch.observe(canvas);
  page.addEventListener("planbuilder:colours", draw);
  system.onchange = draw;
  button.addEventListener("click", close);
  panel.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") return close();
    const found = event.target === plot && read(event.key);
    if (!found) return;
    event.preventDefault();
    tell(found);
  });
  return plot;
}
