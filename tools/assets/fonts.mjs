/**
 * The letters that a reader's device may lack, cut to what the language writes with, and the fonts' licences.
 * `theme_overrides/css/fonts.css` names these files and says for which signs they are fetched.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import subset from "subset-font";

/** Letters, marks, digits and punctuation of Urdu, and the Arabic forms of letters that borrowed text may hold. */
const URDU = [
  ["\u060c", "\u061b", "\u061f", "\u066a", "\u066b", "\u066c", "\u06d4", "\u0670"],
  [..."ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۂۃیےۓ", ..."هيكةى"],
  between("\u064b", "\u0658"),
  between("\u06f0", "\u06f9"),
  between("\u200c", "\u200f"),
].flat();

const FONTS = [
  { name: "nastaliq.woff2", from: "@fontsource-variable/noto-nastaliq-urdu", file: "noto-nastaliq-urdu-arabic-wght-normal.woff2", signs: URDU },
  { name: "gurmukhi.woff2", from: "@fontsource/noto-sans-gurmukhi", file: "noto-sans-gurmukhi-gurmukhi-400-normal.woff2" },
  { name: "gurmukhi-bold.woff2", from: "@fontsource/noto-sans-gurmukhi", file: "noto-sans-gurmukhi-gurmukhi-700-normal.woff2" },
];
const LICENCES = [
  { name: "nastaliq-licence.txt", from: "@fontsource-variable/noto-nastaliq-urdu" },
  { name: "gurmukhi-licence.txt", from: "@fontsource/noto-sans-gurmukhi" },
];

function between(first, last) {
  const start = first.codePointAt(0);
  return Array.from({ length: last.codePointAt(0) - start + 1 }, (_, step) => String.fromCodePoint(start + step));
}

/** Name and bytes of each font and licence. The same packages give the same bytes. */
export async function fonts(root) {
  const packaged = (from, ...file) => readFile(join(root, "node_modules", from, ...file));
  const cut = async ({ name, from, file, signs }) => {
    const whole = await packaged(from, "files", file);
    return [name, signs ? await subset(whole, signs.join(""), { targetFormat: "woff2" }) : whole];
  };
  const licence = async ({ name, from }) => [name, await packaged(from, "LICENSE")];
  return Promise.all([...FONTS.map(cut), ...LICENCES.map(licence)]);
}
