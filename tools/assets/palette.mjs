/**
 * Makes every colour of Material's palette readable: white on its teal is 3.8:1, on its orange 1.9:1.
 * Whatever primary colour a site owner picks, headers and links then meet WCAG 2.2 AA.
 */
import postcss from "postcss";

/** The tinted grounds on which a link has the least contrast: --pb-plain-ground of css/tokens.css. */
const GROUND = { light: [238, 240, 246], dark: [51, 57, 71] };
const WHITE = [255, 255, 255];
/** AA's 4.5, and a little for rounding. */
const ENOUGH = 4.6;
const NAME = /^\[data-md-color-primary=([a-z-]+)\]$/;

function parse(colour) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex) return (hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)).map((part) => parseInt(part, 16));
  const hsl = /^hsl\((\d+),\s*(\d+)%,\s*(\d+)%\)$/.exec(colour);
  return hsl ? fromHsl(+hsl[1], hsl[2] / 100, hsl[3] / 100) : null;
}

function fromHsl(hue, saturation, lightness) {
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset) => {
    const k = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21. */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, moved towards black or white in small steps until it stands out from the ground. */
function until(colour, ground, ratio) {
  const goal = luminance(ground) > 0.5 ? 0 : 255;
  for (let share = 0; share <= 1; share += 0.02) {
    const moved = colour.map((part) => Math.round(part + (goal - part) * share));
    if (contrast(moved, ground) >= ratio) return moved;
  }
  throw new Error(`no shade of ${colour} reaches ${ratio}:1`);
}

const hex = (colour) => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

/** Name of each primary colour → its colours as Material sets them. */
function primaries(root) {
  const found = new Map();
  root.walkRules((rule) => {
    for (const selector of rule.selectors) {
      const name = NAME.exec(selector)?.[1];
      if (!name) continue;
      const entry = found.get(name) ?? found.set(name, {}).get(name);
      rule.walkDecls((declaration) => {
        entry[declaration.prop] = declaration.value;
      });
    }
  });
  return found;
}

/** PostCSS plug-in: adds a rule after each palette's own. Black and white are readable already and stay. */
export function readable(root) {
  root.walkDecls("--md-typeset-a-color", (declaration) => {
    if (/color-primary/.test(declaration.parent.selector)) declaration.remove();
  });
  const added = [];
  for (const [name, entry] of primaries(root)) {
    const colour = parse(entry["--md-primary-fg-color"]) ?? [64, 81, 181];
    const white = entry["--md-primary-bg-color"] === "#fff";
    const header = white ? `--md-primary-fg-color:${hex(until(colour, WHITE, ENOUGH))};` : "";
    const light = hex(until(colour, GROUND.light, ENOUGH));
    const dark = hex(until(colour, GROUND.dark, ENOUGH));
    added.push(`[data-md-color-primary=${name}]{${header}--md-typeset-a-color:${light}}`);
    added.push(`@media screen{[data-md-color-scheme=slate][data-md-color-primary=${name}]{--md-typeset-a-color:${dark}}}`);
  }
  root.append(postcss.parse(added.join("")));
  root.walkRules((rule) => {
    if (!rule.nodes.length) rule.remove();
  });
}
