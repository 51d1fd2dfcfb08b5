/**
 * Lets the dark colours follow the reader's system without JavaScript: each rule for Material's `slate` is
 * repeated for `prefers-color-scheme: dark` where no choice is stored on the html element. A stored choice,
 * light or dark, wins, because it sets the attribute.
 */
import { AtRule } from "postcss";

const SLATE = "[data-md-color-scheme=slate]";
const SYSTEM = ":root:not([data-md-color-scheme])";

function twin(rule) {
  const copy = rule.clone();
  copy.selectors = rule.selectors.filter((part) => part.includes(SLATE)).map((part) => part.replaceAll(SLATE, SYSTEM));
  return copy;
}

/** Dark colours are for screens: a rule outside of any media query would be printed too. */
function keepOffPaper(rule) {
  if (rule.parent.type === "atrule") return;
  const screen = new AtRule({ name: "media", params: "screen" });
  rule.replaceWith(screen);
  screen.append(rule);
}

/** PostCSS plug-in; it goes over Material's rules and ours. */
export function dark(root) {
  const found = [];
  root.walkRules((rule) => {
    rule.selector = rule.selector.replaceAll(/\[data-md-color-scheme=["']slate["']\]/g, SLATE);
    if (rule.selector.replaceAll(`:not(${SLATE})`, "").includes(SLATE)) found.push(rule);
  });
  for (const rule of found) {
    keepOffPaper(rule);
    const media = new AtRule({ name: "media", params: "screen and (prefers-color-scheme:dark)" });
    media.append(twin(rule));
    rule.after(media);
  }
}
