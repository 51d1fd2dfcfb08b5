/** What the forms of /edit/ make of files, run by Node for the tests: reads [[text, value] …], writes the new texts. */
import { readFileSync } from "node:fs";
import { read, written } from "../../theme_overrides/edit/file.js";

const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(([text, value]) => written(text, value ?? read(text)))));
