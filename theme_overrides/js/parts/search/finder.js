import { here, part } from "./library.js";
import { element, filled, isSensitive, list, quickExit, SHOWN } from "./results.js";

/** Milliseconds without a key before an answer: a screen reader should not be given one for every letter. */
const PAUSE = 150;
/** Letters that are worth an answer. */
const LEAST = 2;

/** The choice of a partnership, where the index comes in parts; the one that the reader is in is chosen. */
function choice(parts, words, chosen, choose) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  for (const [value, name] of [["index", words.above], ...parts]) {
    const option = element("option", name);
    option.value = value;
    option.selected = value === chosen;
    select.append(option);
  }
  label.className = "pb-find__choice";
  label.append(element("span", words.part), select);
  select.addEventListener("change", () => choose(select.value));
  return label;
}

/** Up and down go from the input through the links of the list and back. */
function arrows(place, input) {
  place.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...place.querySelectorAll("ol a")];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(at + step, stops.length - 1))].focus();
  });
}

/** Makes a form find pages while its reader types. `place` holds the form, a status and a list. */
export function finder(place) {
  const form = place.querySelector("form");
  const input = place.querySelector("input[type=search]");
  const status = place.querySelector("[role=status]");
  const results = place.querySelector("ol");
  let name = "index";
  let words;
  let exit;
  let timer;
  let turn = 0;
  let listed = "";

  const say = (label) => status.replaceChildren(...(label ? [element("span", label)] : []));

  /** Once, when the first index has come: it holds the words that are said, and tells whether there are parts. */
  const prepare = (index) => {
    words = index.words;
    if (index.exit) {
      exit = quickExit(index.exit, words);
      exit.hidden = true;
      status.before(exit);
    }
    if (!index.parts) return;
    if (index.parts.some(([key]) => key === here)) name = here;
    const choose = (value) => {
      name = value;
      answer();
    };
    form.append(choice(index.parts, words, name, choose));
  };

  /** The same answer a second time stays as it is: a reader may have the focus on one of its links already. */
  const show = (index, { close, found }, typed) => {
    const question = `${name} ${typed}`;
    if (question === listed) return;
    listed = question;
    const kind = !found.length ? "none" : close ? "close" : found.length > SHOWN ? "many" : "count";
    say(typed ? filled(words[kind], { n: found.length, shown: SHOWN, words: typed }) : "");
    results.replaceChildren(...list(index, found, typed, words));
    results.hidden = !found.length;
    if (exit) exit.hidden = !isSensitive(index, found.slice(0, SHOWN));
  };

  /** Answers what is typed now. What has been typed meanwhile has a turn of its own. */
  const answer = async () => {
    clearTimeout(timer);
    const mine = ++turn;
    try {
      const first = await part();
      if (!words) prepare(first.index);
      const { index, search } = await part(name);
      const typed = input.value.trim();
      const enough = typed.length >= LEAST;
      if (mine === turn) show(index, enough ? search(typed) : { found: [] }, enough ? typed : "");
    } catch {
      if (mine !== turn) return;
      listed = "";
      say(place.dataset.pbFailed);
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await answer();
    results.querySelector("a")?.focus();
  });
  arrows(place, input);
  say(place.dataset.pbLoading);
  answer();
}
