import { exit } from "../exit.js";
import { bestHeading, textOf } from "./engine.js";
import { root } from "./library.js";

const SENSITIVE = 1;
/** As many are listed. */
export const SHOWN = 20;

/** An element with words, which are marked with their language where it is not the page's. */
export function element(name, label, className = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = textOf(label);
  if (typeof label !== "string") {
    made.lang = label[1];
    made.dir = "auto";
  }
  return made;
}

/** The words with values put into their braces. */
export const filled = (label, values) => {
  const text = textOf(label).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  return typeof label === "string" ? text : [text, label[1]];
};

function link(path, label, className) {
  const made = element("a", label, className);
  made.href = new URL(path, root);
  return made;
}

/** One page that was found. Of a sensitive one no more is said than its title, and that it can be left quickly. */
function result(index, id, typed, words) {
  const item = document.createElement("li");
  const path = index.path[id];
  item.append(link(path, index.title[id], "pb-results__title"));
  if (index.where[id].length) {
    const where = document.createElement("p");
    where.className = "pb-results__where";
    index.where[id].forEach((step, place) => where.append(...(place ? [" › "] : []), element("span", index.steps[step])));
    item.append(where);
  }
  if (index.flags[id] & SENSITIVE) {
    item.append(element("p", words.sensitive, "pb-results__about"));
    return item;
  }
  if (index.about[id]) item.append(element("p", index.about[id], "pb-results__about"));
  const heading = bestHeading(index, id, typed, document.documentElement.lang);
  if (heading) item.append(link(`${path}#${heading[0]}`, heading[1], "pb-results__part"));
  return item;
}

/** Whether what is listed tells a person beside the reader something that can be dangerous. */
export const isSensitive = (index, found) => found.some((id) => index.flags[id] & SENSITIVE);

/** The list of pages, best first. */
export function list(index, found, typed, words) {
  return found.slice(0, SHOWN).map((id) => result(index, id, typed, words));
}

/** The quick exit for a page that has none of its own, or none that can be reached while the search lies over it. */
export function quickExit(address, words) {
  const box = document.createElement("div");
  const button = element("a", words.exit, "pb-exit__button");
  const says = document.createElement("span");
  box.className = "pb-find__exit";
  button.href = address;
  button.rel = "noopener noreferrer";
  button.dataset.pbExit = "";
  for (const [name, label] of [["pbTwoMore", words.two_more], ["pbOneMore", words.one_more], ["pbLeaving", words.leaving], ["pbTimedOut", words.timed_out]]) {
    button.dataset[name] = textOf(label);
  }
  says.className = "pb-visually-hidden";
  says.setAttribute("aria-live", "polite");
  says.dataset.pbExitSays = "";
  box.append(button, says);
  exit(box);
  return box;
}
