/** Letters that are one letter to whoever types them, beyond what Unicode takes apart by itself. */
const SAME = {
  ł: "l", đ: "d", ð: "d", ø: "o", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th",
  ي: "ی", ى: "ی", ك: "ک", ه: "ہ", ة: "ہ", ۃ: "ہ", ە: "ہ",
};
const OTHERS = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");
/** Accents of Latin and other alphabets, vowel signs of Arabic. Signs of Indic scripts are letters, and stay. */
const MARKS = /[\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g;
/** Soft hyphen, joiners, directions, the stroke that lengthens Arabic words. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff\u0640]/g;
const POSSESSIVE = /['’ʼ]s(?![\p{L}\p{N}])/gu;
const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:[-‐‑][\p{L}\p{N}\p{M}]+)*/gu;

/** A text in the one form that is compared: small letters, no marks, one letter for its variants. */
export function fold(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(UNSEEN, "")
    .replace(OTHERS, (letter) => SAME[letter])
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.codePointAt(0) % 16)
    .normalize("NFC");
}

/** The words of a text; each as its parts, so that `re-offending` is found as one word and as two. */
export function words(text) {
  return (fold(text).replace(POSSESSIVE, "").match(COMPOUND) ?? []).map((word) => word.split(/[-‐‑]/));
}
