import MiniSearch from "minisearch";
import { words } from "./fold.js";
import { radicals } from "./mutations.js";
import { telling } from "./small.js";
import { stem } from "./stem.js";

/** What the index tells of a page, see outputs/search.py; and how much it then counts. */
const ASIDE = 2;
const HELP = 4;
const FIELDS = ["title", "headings", "about", "text", "where"];
const BOOST = { title: 8, headings: 3, about: 2, text: 1, where: 1.5 };
const LESS = 0.7;
const MORE = 1.4;
/** A form that was not typed counts as much of one that was. */
const LIKELY = 0.5;

/** A label stands bare, or with its language. */
export const textOf = (label) => (typeof label === "string" ? label : label[0]);

const isNumber = (word) => /^\p{N}+$/u.test(word);

/** A word in every form that it may be asked for. */
function forms(word, language) {
  if (isNumber(word)) return [word];
  const bare = [word, ...radicals(word, language)];
  return [...new Set([...bare, ...bare.map((form) => stem(form, language))])];
}

/** A text as the words to keep; those with a hyphen also as one. */
function kept(text) {
  return words(text).flatMap((parts) => (parts.length > 1 ? [...parts, parts.join("")] : parts));
}

/** What to look for, for one word that was typed: its beginning as it stands, or what it may be a form of. */
function wanted(word, language, loose) {
  const fuzzy = loose && word.length > 4 && !isNumber(word) ? 0.2 : false;
  const before = radicals(word, language);
  const likely = { combineWith: "OR", boostTerm: () => LIKELY };
  const queries = [
    { queries: [word], prefix: true, fuzzy },
    { ...likely, queries: before, prefix: true },
    { ...likely, queries: forms(word, language).filter((form) => form !== word && !before.includes(form)) },
  ];
  return { combineWith: "OR", queries: queries.filter((query) => query.queries.length) };
}

/** `re-offending` is one word or, failing that, two. */
function wantedTogether(parts, language, loose) {
  if (parts.length === 1) return wanted(parts[0], language, loose);
  const apart = { combineWith: "AND", queries: parts.map((part) => wanted(part, language, loose)) };
  return { combineWith: "OR", queries: [wanted(parts.join(""), language, loose), apart] };
}

function documents({ path, title, headings, about, text, where, steps }) {
  return path.map((_, id) => ({
    id,
    title: textOf(title[id]),
    headings: headings[id].filter((_label, place) => place % 2).map(textOf).join(". "),
    about: textOf(about[id]),
    text: text[id],
    where: where[id].map((step) => textOf(steps[step])).join(". "),
  }));
}

/**
 * The engine for one index: a function from what was typed to `{ close, found }`, the numbers of pages, best first.
 * `close` is true where no page has all of the words as they were typed.
 */
export function engine(index, language) {
  const mini = new MiniSearch({
    fields: FIELDS,
    tokenize: kept,
    processTerm: (word) => forms(word, language),
    searchOptions: { tokenize: (word) => [word], processTerm: (word) => word, boost: BOOST },
  });
  mini.addAll(documents(index));
  const boostDocument = (id) => (index.flags[id] & ASIDE ? LESS : index.flags[id] & HELP ? MORE : 1);

  return (typed) => {
    const asked = telling(words(typed), language);
    if (!asked.length) return { close: false, found: [] };
    for (const [combineWith, loose] of [["AND", false], ["AND", true], ["OR", true]]) {
      const queries = asked.map((parts) => wantedTogether(parts, language, loose));
      const results = mini.search({ combineWith, queries }, { boostDocument });
      if (results.length) return { close: loose, found: results.map(({ id }) => id) };
    }
    return { close: true, found: [] };
  };
}

/** The heading of a page that says most of what was typed, as `[id, label]`; none if the title says as much. */
export function bestHeading(index, id, typed, language) {
  const asked = telling(words(typed), language).flat();
  const says = (text) => {
    const there = new Set(kept(text).flatMap((word) => forms(word, language)));
    const begins = (word) => [...there].some((other) => other.startsWith(word));
    return asked.filter((word) => begins(word) || forms(word, language).some((form) => there.has(form))).length;
  };
  const headings = index.headings[id];
  let best = [says(textOf(index.title[id])), null];
  for (let place = 0; place < headings.length; place += 2) {
    const count = says(textOf(headings[place + 1]));
    if (count > best[0]) best = [count, [headings[place], headings[place + 1]]];
  }
  return best[1];
}
