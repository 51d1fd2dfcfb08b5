/** Material's own style sheets, cut to the rules that our templates can need. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";
import { logical } from "./logical.mjs";
import { readable } from "./palette.mjs";

/** Elements that prose may hold, whether or not a template does. */
const PROSE = ["a", "abbr", "blockquote", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"];
const PROSE_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];
/** Ours has its own details, tables and figures, which print and work in forced colours. */
const NOT_WANTED = ["details", "summary", "table", "th", "td", "tr", "thead", "tbody", "figure", "figcaption", "svg", "iframe", "video", "img"];
const ATTRIBUTES = ["class", "dir", "ltr", "rtl", "hidden", "html", "body", "root", "data-md-color-scheme", "default"];

/** Words of a template that can be part of a selector: elements, and what stands in class attributes. */
function words(content) {
  const elements = [...content.matchAll(/<([a-z][a-z0-9]*)/g)].map((match) => match[1]);
  const classes = [...content.matchAll(/class="([^"]*)"/g)].flatMap((match) => match[1].match(/[\w-]+/g) ?? []);
  return [...elements, ...classes].filter((word) => !NOT_WANTED.includes(word));
}

/** The one file in Material's folder with a name like main.57a0d79d.min.css. */
async function sheet(folder, name) {
  const pattern = new RegExp(`^${name}\\.[0-9a-f]+\\.min\\.css$`);
  const found = (await readdir(folder)).filter((file) => pattern.test(file));
  if (found.length !== 1) throw new Error(`expected one ${name}.*.min.css in ${folder}, found ${found.length}`);
  return readFile(join(folder, found[0]), "utf8");
}

/** Material lays lists out as blocks of their own, so strongly that no component could make one a row or a grid. */
function plainLists(root) {
  root.walkRules(/^\.md-typeset ol:not\(\[hidden\]\)/, (rule) => {
    rule.remove();
  });
}

/** The palette's rules that set variables; those for Material's own components go. */
function variablesOnly(root) {
  root.walkRules((rule) => {
    if (!rule.every((node) => node.type !== "decl" || node.variable || node.prop === "color-scheme")) rule.remove();
    else if (/\.md-|data-md-color-switching/.test(rule.selector)) rule.remove();
  });
}

/**
 * Material's look as CSS text.
 *
 * @param {string} material folder of the installed Python package `material`
 * @param {{raw: string, extension: string}[]} content templates and scripts
 */
export async function materialLook(material, content) {
  const folder = join(material, "templates", "assets", "stylesheets");
  const [main, palette] = await Promise.all([sheet(folder, "main"), sheet(folder, "palette")]);
  const [cut] = await new PurgeCSS().purge({
    content,
    css: [{ raw: main }],
    defaultExtractor: words,
    safelist: [...PROSE, ...PROSE_HEADINGS, ...ATTRIBUTES],
    blocklist: NOT_WANTED,
    keyframes: true,
  });
  const look = await postcss([plainLists, logical]).process(cut.css, { from: undefined });
  const colours = await postcss([variablesOnly, readable]).process(palette, { from: undefined });
  return `${look.css}\n${colours.css}`;
}
