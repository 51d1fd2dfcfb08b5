/**
 * Builds what the browser gets: `node tools/build_assets.mjs [MATERIAL_DIR]`, or `npm run build`.
 *
 * Reads Material's style sheets and ours, our scripts, fonts, pictures and plotly.js; writes each to
 * `theme_overrides/assets/` under a name with a hash of its content, and `manifest.json` with those names.
 * The same input gives the same bytes. Exits 1 when a budget is exceeded.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import postcss from "postcss";
import { dark } from "./assets/dark.mjs";
import { editor } from "./assets/editor.mjs";
import { fonts } from "./assets/fonts.mjs";
import { materialLook } from "./assets/material.mjs";
import { prune } from "./assets/prune.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const THEME = join(ROOT, "theme_overrides");
const TARGET = join(THEME, "assets");
/** Kilobytes after compression. Scripts that every page loads count together; a file with a budget of its own alone. */
const BUDGET = { css: 20, js: 10, "explore.js": 3, editor: 1650 };
/** Loaded only when a reader asks for it, so it counts in no budget. */
const ON_DEMAND = ["plotly.js", "plotly.css", "search.js"];

/** The folder of the installed Python package: as told, or asked of the project's own Python. */
function materialFolder() {
  const told = process.argv[2] ?? process.env.MATERIAL_DIR;
  if (told) return told;
  const own = join(ROOT, ".venv", "bin", "python");
  const where = "import importlib.util as u; print(u.find_spec('material').submodule_search_locations[0])";
  return execFileSync(existsSync(own) ? own : "python3", ["-c", where], { encoding: "utf8" }).trim();
}

/** Every file below a folder with one of the endings, in a stable order. */
async function filesBelow(folder, endings) {
  const found = await readdir(folder, { recursive: true });
  return found.filter((file) => endings.includes(extname(file)) && !file.startsWith("assets")).sort().map((file) => join(folder, file));
}

/** What templates, scripts and Python say, for the cut of Material's style sheet. */
async function content() {
  const folders = [THEME, join(ROOT, "src", "planbuilder")];
  const paths = (await Promise.all(folders.map((folder) => filesBelow(folder, [".html", ".js", ".py"])))).flat();
  return Promise.all(paths.map(async (path) => ({ raw: await readFile(path, "utf8"), extension: extname(path).slice(1) })));
}

/** Our style sheet: css/site.css says which components it is made of, and in which order. */
async function ourStyles() {
  const entryPoints = [join(THEME, "css", "site.css")];
  const result = await build({ entryPoints, bundle: true, write: false, external: ["*.woff2"], logLevel: "silent" });
  return result.outputFiles[0].text;
}

/** The style sheet, which names the fonts that lie beside it. */
async function siteStyles(letters) {
  const whole = `${await materialLook(materialFolder(), await content())}\n${await ourStyles()}`;
  const finished = await postcss([dark, prune]).process(whole, { from: undefined });
  const { code } = await transform(finished.css, { loader: "css", minify: true, legalComments: "none" });
  if (/@import|https?:\/\/(?!www\.w3\.org\/)/.test(code)) throw new Error("the style sheet would load something from elsewhere");
  const names = new Map(letters.map(([name, bytes]) => [name, hashed(name, bytes)]));
  return code.replace(/(?<=url\(["']?)\.\/([\w-]+\.woff2)/g, (_, name) => names.get(name));
}

/** Each script directly in js/ becomes one bundle; js/parts/ is what they share. */
async function scripts() {
  const folder = join(THEME, "js");
  const entries = (await readdir(folder)).filter((file) => file.endsWith(".js")).sort();
  return Promise.all(
    entries.map(async (entry) => {
      const result = await build({
        entryPoints: [join(folder, entry)],
        bundle: true,
        write: false,
        minify: true,
        format: "iife",
        target: "es2019",
        charset: "utf8",
        legalComments: "none",
      });
      return [entry, result.outputFiles[0].contents];
    }),
  );
}

async function pictures() {
  const paths = await filesBelow(join(THEME, "img"), [".svg", ".png", ".ico"]);
  return Promise.all(paths.map(async (path) => [basename(path), await readFile(path)]));
}

async function plotly() {
  const script = await readFile(join(ROOT, "node_modules", "plotly.js-basic-dist-min", "plotly-basic.min.js"));
  const styles = join(THEME, "css", "explore", "plotly.css");
  const files = [["plotly.js", script]];
  if (existsSync(styles)) {
    const { code } = await transform(await readFile(styles, "utf8"), { loader: "css", minify: true });
    files.push(["plotly.css", Buffer.from(code)]);
  }
  return files;
}

/** `site.css` → `site.1a2b3c4d.css`: a changed file has a new address, so it can be kept for ever. */
function hashed(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  return `${basename(name, extname(name))}.${hash}${extname(name)}`;
}

/** Prints compressed sizes; returns the kinds that are over their budget. */
function overBudget(files) {
  const totals = Object.fromEntries(Object.keys(BUDGET).map((kind) => [kind, 0]));
  for (const [name, bytes] of files) {
    const size = gzipSync(bytes, { level: 9 }).length / 1024;
    const kind = name in totals ? name : extname(name).slice(1);
    if (kind in totals && !ON_DEMAND.includes(name)) totals[kind] += size;
    console.log(`${name.padEnd(16)} ${size.toFixed(1).padStart(7)} KB compressed`);
  }
  return Object.keys(BUDGET).filter((kind) => totals[kind] > BUDGET[kind]);
}

/** Written beside the target and swapped in, so that a failed build leaves the old assets whole. */
async function write(files, ofEditor) {
  const fresh = `${TARGET}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const manifest = {};
  for (const [name, bytes] of files) {
    manifest[name] = hashed(name, bytes);
    await writeFile(join(fresh, manifest[name]), bytes);
  }
  await mkdir(join(fresh, "edit", "assets"), { recursive: true });
  for (const [name, bytes] of ofEditor) await writeFile(join(fresh, "edit", name), bytes);
  await writeFile(join(fresh, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await rm(TARGET, { recursive: true, force: true });
  await rename(fresh, TARGET);
}

const letters = await fonts(ROOT);
const files = [
  ["site.css", Buffer.from(await siteStyles(letters))],
  ...letters,
  ...(await scripts()),
  ...(await pictures()),
  ...(await plotly()),
].sort(([one], [other]) => (one < other ? -1 : 1));
const ofEditor = await editor(ROOT);
await write(files, ofEditor);
const over = overBudget([...files, ["editor", Buffer.concat(ofEditor.map(([, bytes]) => bytes))]]);
for (const kind of over) console.error(`${kind} is over its budget of ${BUDGET[kind]} KB`);
console.log(`written to ${relative(process.cwd(), TARGET) || "."}`);
process.exit(over.length ? 1 : 0);
