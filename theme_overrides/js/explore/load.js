import { words } from "./words.js";

let library;

function addToHead(tag, properties) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.onload = resolve;
    element.onerror = (event) => {
      element.remove();
      reject(event);
    };
    document.head.append(element);
  });
}

/** Fetches the library before it is asked for, unless the reader saves data. */
export function fetchAhead() {
  const { saveData } = navigator.connection || {};
  if (library || saveData || matchMedia("(prefers-reduced-data: reduce)").matches) return;
  // Preload, not prefetch: the policy has a word for scripts, and none for what may be of use later.
  addToHead("link", { rel: "preload", as: "script", href: words.plotly }).catch(() => {});
}

/**
 * The library, loaded once. It writes its styles into the page, which the policy forbids, unless it finds a style
 * sheet of this id and class. A failed attempt leaves nothing behind, so that another one can succeed.
 */
export function plotly() {
  library = library || Promise.all([
    document.getElementById("plotly.js-style-global") ||
      addToHead("link", {
        id: "plotly.js-style-global",
        className: "no-inline-styles",
        rel: "stylesheet",
        href: words.styles,
      }),
    addToHead("script", { src: words.plotly }),
  ])
    // A browser that is too old for it leaves nothing there.
    .then(() => window.Plotly || Promise.reject())
    .catch((error) => {
      library = undefined;
      throw error;
    });
  return library;
}

/** The figure of a chart, as text. */
export async function figureOf(button) {
  const answer = await fetch(button.dataset.explore);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}
