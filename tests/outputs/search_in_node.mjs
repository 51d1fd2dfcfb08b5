/**
 * The browser's search, run by Node for the tests: reads `{ index, language, queries }` or `{ language, words }` as
 * JSON and writes, for each query, the paths that are found (with `close`), or, for each word, what it is kept as.
 */
import { readFileSync } from "node:fs";
import { engine, forms } from "../../theme_overrides/js/parts/search/engine.js";
import { words } from "../../theme_overrides/js/parts/search/fold.js";

const { index, language, queries, words: asked } = JSON.parse(readFileSync(0, "utf8"));

function answers() {
  const search = engine(index, language);
  return queries.map((query) => {
    const { close, found } = search(query);
    return { close, paths: found.map((id) => index.path[id]) };
  });
}

const kept = () => asked.map((word) => words(word).flatMap((parts) => parts.flatMap((part) => forms(part, language))));

process.stdout.write(JSON.stringify(queries ? answers() : kept()));
