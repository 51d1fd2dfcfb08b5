/**
 * Turns Material's twin rules `[dir=ltr] x{margin-left}` and `[dir=rtl] x{margin-right}` into one rule with a
 * logical property, so that a passage in another direction than its page is set right too.
 */
const SIDES = { left: "inline-start", right: "inline-end" };
const PREFIX = /^\[dir=(ltr|rtl)\]\s+/;

function logicalName(property, direction) {
  const corner = /^border-(top|bottom)-(left|right)-radius$/.exec(property);
  const start = direction === "ltr" ? "left" : "right";
  if (corner) return `border-${corner[1] === "top" ? "start" : "end"}-${corner[2] === start ? "start" : "end"}-radius`;
  return property.replace(/\b(left|right)\b/, (side) => (side === start ? SIDES.left : SIDES.right));
}

/** PostCSS plug-in. Rules of both directions that say the same once they are logical become one. */
export function logical(root) {
  const seen = new Set();
  root.walkRules((rule) => {
    const direction = PREFIX.exec(rule.selector)?.[1];
    if (!direction || !rule.selectors.every((part) => PREFIX.exec(part)?.[1] === direction)) return;
    rule.walkDecls((declaration) => {
      declaration.prop = logicalName(declaration.prop, direction);
    });
    rule.selectors = rule.selectors.map((part) => part.replace(PREFIX, ""));
    const key = `${rule.parent.params ?? ""}|${rule.toString()}`;
    if (seen.has(key)) rule.remove();
    seen.add(key);
  });
}
