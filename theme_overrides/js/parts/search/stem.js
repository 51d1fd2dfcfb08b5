/**
 * Light stems of folded words: enough for the forms in which people look for a thing (plurals, cases), no more.
 * The index and what is typed go through the same steps, so a stem need not be a word. A language without steps
 * is searched by the beginnings of words alone.
 */

/** The word without the longest of the endings that leaves at least so many letters. */
const without = (least, endings) => {
  const pattern = new RegExp(`^(.{${least},}?)(?:${endings.split(" ").join("|")})$`, "u");
  return (word) => word.replace(pattern, "$1");
};
/** The first change whose ending the word has. */
const either = (...changes) => (word) => {
  const change = changes.find(([ending]) => ending.test(word));
  return change ? word.replace(...change) : word;
};
/** Every change, one after another. */
const each = (...changes) => (word) => changes.reduce((done, change) => done.replace(...change), word);
/** Words whose forms no ending tells. */
const known = (forms) => (word) => forms[word] ?? word;

const STEPS = {
  en: [
    known({ children: "child", women: "woman", men: "man" }),
    either([/(..)ies$/, "$1y"], [/(..)ves$/, "$1fe"], [/(s|x|z|ch|sh)es$/, "$1"], [/[siu]s$/, "$&"], [/(..)s$/, "$1"]),
    each([/(...)ing$/, "$1"], [/(....)e[dr]$/, "$1"], [/([bdgklmnprt])\1$/, "$1"], [/(...)e$/, "$1"], [/y$/, "i"], [/v$/, "f"]),
  ],
  pl: [
    without(3, "iami ami iach ach iom om iow ow iego ego iemu emu ymi imi ych ich iej ej ym im iem em owi owie ie ia iu io ii ac ic yc a e i o u y"),
    each([/(..)ek$/, "$1k"], [/(..)iec$/, "$1c"], [/dz$/, "d"]),
  ],
  lt: [
    without(3, "iuose uose iose ose ese yse iomis omis emis imis iams ams oms ems ims iais ais iuje uje oje eje yje iaus aus iai iui ius ies ai as is us ys es os ui iu io ia ei a e i o u y"),
    each([/c$/, "t"], [/dz$/, "d"]),
  ],
  pt: [
    either([/[oa]es$/, "ao"], [/([aeou])is$/, "$1l"], [/ns$/, "m"], [/(..[rzs])es$/, "$1"], [/ss$/, "ss"], [/(..)s$/, "$1"]),
    without(4, "a e o"),
  ],
  ur: [
    known({ جرایم: "جرم", مسایل: "مسیلہ", خواتین: "خاتون" }),
    each([/یات$/, "یت"], [/جات$/, "ہ"]),
    without(2, "یاں یوں وں یں ات ے ی ا ہ"),
  ],
  cy: [
    known({ plant: "plentyn", tai: "ty", pobl: "person", merched: "merch" }),
    without(3, "iaid ion iau oedd ydd edd wyr wch au od on ed wr i"),
    without(4, "ydd edd ed on"),
  ],
};

/** The stem of a folded word. */
export function stem(word, language) {
  return (STEPS[language] ?? []).reduce((done, step) => step(done), word);
}
