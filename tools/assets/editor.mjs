/** What the page /edit/ loads: Sveltia CMS, with our scripts around it, in a folder of its own. No other page does. */
import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";

/** What our forms have no use for: maps, photographs, highlighted code, previews in React. */
const UNUSED = /^(@shikijs\/|svgo|leaflet|terra-draw|exifr|\.\/chunks\/(?:heic|webp|shiki|react-dom))/;
/** The editor's own words in other languages: our forms are in one. */
const WORDS = /^\.\.\/locales\//;
const PACKAGE = join("node_modules", "@sveltia", "cms");
const FONTS = join(PACKAGE, "npm", "assets");
/** Its style sheet names fonts on another server, although they are in the package; and it forbids to enlarge. */
const FAR_FONT = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)(?::vf)?@[\d.]+\/([a-z0-9-]+)\.woff2/g;
const NOT_LARGER = /"maximum-scale=1",?|`maximum-scale=1`,?/g;

const leftOut = {
  name: "left out",
  setup({ onResolve, onLoad }) {
    const ofEditor = (filter, found) => onResolve({ filter }, (asked) => (asked.importer.includes("@sveltia") ? found(asked) : undefined));
    ofEditor(UNUSED, () => ({ path: "nothing", namespace: "unused" }));
    ofEditor(WORDS, ({ resolveDir }) => ({ path: join(resolveDir, "..", "locales", "en-GB.json") }));
    onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "export default {}", loader: "js" }));
  },
};

/** Throws when a new release needs another mending. */
function mended(fonts) {
  const near = (_, name, subset) => `assets/${fonts.find((font) => font.startsWith(`${name}-${subset}-`) && font.endsWith(".woff2"))}`;
  return {
    name: "mended",
    setup({ onLoad }) {
      onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path }) => {
        const contents = (await readFile(path, "utf8")).replace(FAR_FONT, near).replace(NOT_LARGER, "");
        if (/jsdelivr|maximum-scale|assets\/undefined/.test(contents)) throw new Error("Sveltia CMS has changed: see tools/assets/editor.mjs");
        return { contents, loader: "js" };
      });
    },
  };
}

/** Every file as [path below the folder, bytes]. `edit.js` comes first to a browser and fetches the others. */
export async function editor(root) {
  const folder = join(root, FONTS);
  const fonts = (await readdir(folder)).filter((name) => /\.woff2$|LICENSE/.test(name)).sort();
  const { outputFiles } = await build({
    entryPoints: [join(root, "theme_overrides", "edit", "edit.js")],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    splitting: true,
    target: "es2022",
    charset: "utf8",
    outdir: "edit",
    chunkNames: "[name]-[hash]",
    legalComments: "linked",
    plugins: [leftOut, mended(fonts)],
    logLevel: "error",
  });
  return [
    ...outputFiles.map(({ path, contents }) => [basename(path), contents]).sort(([one], [other]) => (one < other ? -1 : 1)),
    ...(await Promise.all(fonts.map(async (name) => [join("assets", name), await readFile(join(folder, name))]))),
    ["licence.txt", await readFile(join(root, PACKAGE, "LICENSE.txt"))],
  ];
}
