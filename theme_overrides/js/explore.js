import { fetchAhead, figureOf, plotly } from "./explore/load.js";
import { openPanel } from "./explore/panel.js";
import { words } from "./explore/words.js";

/** Shows the button of a chart, and puts an interactive version in the picture's place when it is asked for. */
function offer(button) {
  const status = document.createElement("p");
  status.className = "pb-chart__small";
  status.setAttribute("role", "status");
  button.parentElement.after(status);

  const close = () => {
    button.hidden = false;
    button.focus();
  };
  const open = async () => {
    if (status.textContent === words.loading) return;
    status.textContent = words.loading;
    try {
      const [library, figure] = await Promise.all([plotly(), figureOf(button)]);
      const plot = await openPanel(button.closest("figure"), library, figure, close);
      // Whoever went on reading in the meantime is not called back.
      const waiting = [button, document.body].includes(document.activeElement);
      button.hidden = true;
      if (waiting) plot.focus();
      status.textContent = "";
    } catch {
      status.textContent = words.failed;
    }
  };

  button.addEventListener("click", open);
  for (const hint of ["pointerenter", "focus"]) button.addEventListener(hint, fetchAhead, { once: true });
  button.hidden = false;
}

document.querySelectorAll("[data-explore]").forEach(offer);
