import { engine } from "./engine.js";

const language = document.documentElement.lang;
const parts = new Map();

async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

/** The root of the reader's language: the header's link leads to the search page, which lies in it. */
export const root = new URL("../", document.getElementById("search-open").href);

/** The partnership whose pages the reader is among; the first step of the path. */
export const here = location.href.startsWith(root.href) ? location.href.slice(root.href.length).split("/")[0] : "";

/**
 * An index and its engine, `{ index, search }`, asked for once: the first one holds everything or, on a large site,
 * what stands above the partnerships, and names theirs in `index.parts`. Rejects when it can't be had.
 */
export function part(name = "index") {
  if (!parts.has(name)) {
    const wanted = fetched(new URL(`search/${name}.json`, root)).then((index) => ({ index, search: engine(index, language) }));
    wanted.catch(() => parts.delete(name)); // so that another try asks again
    parts.set(name, wanted);
  }
  return parts.get(name);
}
