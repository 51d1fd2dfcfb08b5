/** Words that ask rather than say: they count only where nothing else was typed. Folded, as `fold.js` does it. */
const SMALL = {
  en: "a about an and are at be by can do does for from has have how i in is it me my of on or our s the there to was we what when where which who why will with you your",
  pl: "a albo ale bo co czy dla do gdzie i ich ile jak jaki jakie jest kiedy kto lub ma mam moge moj mozna na nie o od po przez sa sie to w we z za ze",
  lt: "ant ar as bei dar del i ir is iki ka kad kaip kas kiek kodel kur mano nuo o po prie su tai uz yra",
  pt: "a ao aos as com como da das de do dos e em eu meu minha na nas no nos o onde os ou para pela pelo por posso qual quando que quem se sao sobre um uma",
  ur: "اور ایک اس پر تک سے کا کب کس کہ کہاں کو کون کی کیا کیسے کے لیے مجھے میرا میری میرے میں نے ہم ہوں ہے ہیں یا یہ",
  cy: "a ac am ar at beth ble chi ei eich ein faint fy gan gyda i mae mewn na neu o oes pa pam pryd pwy sut sy sydd un wedi y yn yr",
};

/** The words without the small ones and single letters, unless there are no others. */
export function telling(words, language) {
  const small = new Set((SMALL[language] ?? "").split(" "));
  const isSmall = (word) => small.has(word) || /^\p{L}$/u.test(word);
  const others = words.filter((parts) => parts.length > 1 || !isSmall(parts[0]));
  return others.length ? others : words;
}
