import MiniSearch from "minisearch";
import { words } from "./fold.js";
import { radicals } from "./mutations.js";
import { telling } from "./small.js";
import { stem } from "./stem.js";

/** As the library has it, but a page with many headings is hardly thought less of for each (`b`). */
const BM25 = { k: 1.2, b: 0.2, d: 0.5 };
/** What the index tells of a page (outputs/search.py), and how much the page then counts. */
const WEIGHTS = [
  [2, 0.7], // of an older plan, for editors, about the data
  [4, 2.5], // how to get help or take part
  [8, 0.8], // about one measure
];
const FIELDS = ["title", "headings", "about", "text", "where"];
const BOOST = { title: 6, headings: 3, about: 2, text: 1, where: 1.5 };
/** What counts less: the very form that was typed, which tells less than its stem, and what a word may stem from. */
const LIKELY = 0.5;

/** A label stands bare, or with its language. */
export const textOf = (label) => (typeof label === "string" ? label : label[0]);

const isNumber = (word) => /^\p{N}+$/u.test(word);

/** A folded word in every form that it may be asked for. */
export function forms(word, language) {
  if (isNumber(word)) return [word];
  const bare = [word, ...radicals(word, language)];
  return [...new Set([...bare, ...bare.map((form) => stem(form, language))])];
}

/** A text as the words to keep; those with a hyphen also as one. */
function kept(text) {
  return words(text).flatMap((parts) => (parts.length > 1 ? [...parts, parts.join("")] : parts));
}

/** What to look for, for one word that was typed: its stem, less so the word itself, its beginning or its radicals. */
function wanted(word, language, loose) {
  const fuzzy = loose && word.length > 4 && !isNumber(word) ? 0.2 : false;
  const before = radicals(word, language);
  const stems = forms(word, language).filter((form) => form !== word && !before.includes(form));
  const asTyped = { queries: [word], prefix: true, fuzzy, boostTerm: () => (stems.length ? LIKELY : 1) };
  const queries = [
    { queries: stems, combineWith: "OR" },
    asTyped,
    { queries: before, combineWith: "OR", prefix: true, boostTerm: () => LIKELY },
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
    searchOptions: { tokenize: (word) => [word], processTerm: (word) => word, boost: BOOST, bm25: BM25 },
  });
  mini.addAll(documents(index));
  const boostDocument = (id) => WEIGHTS.reduce((weight, [flag, share]) => (index.flags[id] & flag ? weight * share : weight), 1);

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
