/** What a Welsh word begins with after a mutation (soft, nasal, aspirate, or h before a vowel) → what it began with. */
const UNDONE = [
  [/^ngh/, "c"], [/^mh/, "p"], [/^nh/, "t"],
  [/^ng(?!h)/, "g"], [/^m(?!h)/, "b"], [/^n(?![gh])/, "d"],
  [/^ph/, "p"], [/^th/, "t"], [/^ch/, "c"],
  [/^b/, "p"], [/^d(?!d)/, "t"], [/^g/, "c"], [/^f(?!f)/, "b"], [/^f(?!f)/, "m"], [/^dd/, "d"],
  [/^l(?!l)/, "ll"], [/^r(?!h)/, "rh"], [/^(?=[aeiouwy]|l(?!l)|r(?!h))/, "g"],
  [/^h(?=[aeiouwy])/, ""],
];
/** Shorter words are not worth the guess. */
const LEAST = 4;

/** The words that a folded word of a language may be a mutation of; none outside Welsh. */
export function radicals(word, language) {
  if (language !== "cy" || word.length < LEAST) return [];
  return UNDONE.filter(([start]) => start.test(word)).map(([start, before]) => word.replace(start, before));
}
