// What the gate does inside a page, beside axe. Evaluated from outside, so that the site's own policy stays as it is.
//
// A page is looked at whole, with every rule, in its first setting (without its scripts). In each further setting a
// rule is run again when its answer can be another one:
//
// - geometry (the size of targets, regions that scroll) at every width;
// - structure (names, roles, headings, landmarks, tables …) when elements are shown that were not, or have other
//   attributes: when scripts have started, where a style sheet's media query shows something, when a part opens;
// - colour for elements whose letters, on their chain of backgrounds, have not passed yet.
//
// Much of that is the same on many pages: the frame, its menu and its search, the colours. What has passed once, letter
// for letter the same but for addresses, is known (`known`) and passes everywhere.

(() => {
  const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const COLOUR = ["color-contrast", "link-in-text-block"];
  const GEOMETRY = ["target-size", "scrollable-region-focusable"];
  const PARTS = { menu: "#panel", search: "#search" };
  const LETTERS = ["color", "fontSize", "fontWeight", "textDecorationLine", "textShadow"];
  const GROUND = ["backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode"];
  const TRANSPARENT = "rgba(0, 0, 0, 0)|none|1|none|normal";
  const page = document.documentElement;

  /** A number in place of a long text. */
  const hash = (text) => {
    let [a, b] = [0xdeadbeef, 0x41c6ce57];
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    return 4294967296 * (b & 2097151) + (a >>> 0);
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const tag = (element) => element.cloneNode(false).outerHTML;
  const withoutAddresses = (html) => html.replace(/ (?:href|data-pb-search|data-plotly|data-styles)="[^"]*"/g, "");

  /** The elements that have words of their own, in the order of the page. */
  const speakers = (root) => {
    const found = new Set();
    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) if (words.currentNode.data.trim()) found.add(words.currentNode.parentElement);
    return found;
  };

  /** One element for each set of colours: its letters, and the chain of backgrounds that it stands on. */
  const colours = (root) => {
    const grounds = new Map();
    const ground = (element) => {
      if (!element) return 0;
      if (!grounds.has(element)) {
        const style = getComputedStyle(element);
        const own = GROUND.map((name) => style[name]).join("|");
        const above = ground(element.parentElement);
        grounds.set(element, own === TRANSPARENT ? above : hash(`${above} ${own}`));
      }
      return grounds.get(element);
    };
    const letters = (element) => {
      const style = getComputedStyle(element);
      return LETTERS.map((name) => style[name]).join("|");
    };
    const found = new Map();
    for (const element of speakers(root)) {
      if (!isShown(element)) continue;
      const around = element.localName === "a" ? letters(element.parentElement) : "";
      found.set(hash(`colour ${ground(element)} ${letters(element)} ${around}`), element);
    }
    return found;
  };

  const first = new Map();
  /** What is shown now and was not in the first setting, or was different. */
  const news = () => {
    const shown = [...document.body.querySelectorAll("*")].filter(isShown);
    if (!first.size) for (const element of shown) first.set(element, tag(element));
    const changed = shown.filter((element) => first.get(element) !== tag(element));
    return changed.length ? hash(withoutAddresses(page.lang + changed.map((one) => tag(one) + one.textContent).join(""))) : 0;
  };

  const run = async (context, only) => {
    const result = await axe.run(context, { resultTypes: ["violations"], preload: false, ...only });
    return result.violations.map((found) => [
      `${found.id} (${found.help})`,
      found.nodes.slice(0, 3).map((node) => String(node.target[0])).join(", "),
    ]);
  };
  const rules = (values) => ({ runOnly: { type: "rule", values } });
  const everything = { runOnly: { type: "tag", values: TAGS } };
  const structure = { ...everything, rules: Object.fromEntries(COLOUR.map((name) => [name, { enabled: false }])) };

  let known = new Set();
  const passed = new Set();
  const widths = new Set();
  const remember = (keys) => {
    for (const key of keys) {
      known.add(key);
      passed.add(key);
    }
  };
  /** Runs rules unless what they would look at has passed; remembers it when it does. */
  const unlessKnown = async (keys, ...question) => {
    if (keys.every((key) => known.has(key))) return [];
    const wrong = await run(...question);
    if (!wrong.length) remember(keys);
    return wrong;
  };
  const partKey = (state) => {
    const part = document.querySelector(PARTS[state]);
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    return part && hash(`${state} ${innerWidth} ${dark} ${page.lang} ${withoutAddresses(part.outerHTML)}`);
  };
  const coloured = async (root) => {
    const fresh = [...colours(root)].filter(([colour]) => !known.has(colour));
    if (!fresh.length) return [];
    return unlessKnown(fresh.map(([colour]) => colour), { include: fresh.map(([, element]) => element) }, rules(COLOUR));
  };

  window.gate = {
    /** Opens everything that a reader can open, and takes what passed on other pages: numbers, with commas between. */
    begin(before) {
      known = new Set(before.split(",").map(Number));
      for (const details of document.querySelectorAll("details")) details.open = true;
    },

    /** Runs the page's own scripts, after it was looked at without them. Resolves when the last one has run. */
    async start() {
      for (const old of document.querySelectorAll("script[src]")) {
        const script = document.createElement("script");
        for (const { name, value } of old.attributes) script.setAttribute(name, value);
        await new Promise((resolve, reject) => {
          script.onload = resolve;
          script.onerror = () => reject(new Error(`${script.src} can't be loaded`));
          old.replaceWith(script);
        });
      }
    },

    /** Opens the menu or the search; false where the page has none at this width, or where the same one has passed. */
    open(state) {
      const button = document.querySelector(`[data-pb-${state}]`);
      if (!button || !isShown(button) || known.has(partKey(state))) return false;
      button.click();
      return true;
    },

    /** Closes the menu or the search. */
    close(state) {
      if (state === "menu") document.querySelector("[data-pb-menu]").click();
      else document.getElementById("search").close();
    },

    /** What is wrong with the page as it is shown now: [[rule, places], …]. */
    async look() {
      const now = news();
      const wrong = [];
      if (!widths.size) {
        wrong.push(...(await run(document, everything)));
        if (!wrong.length) remember(colours(page).keys());
      } else {
        // The rules of structure include those of geometry.
        if (now && !known.has(now)) wrong.push(...(await unlessKnown([now], document, structure)));
        else if (!widths.has(innerWidth)) wrong.push(...(await run(document, rules(GEOMETRY))));
        wrong.push(...(await coloured(page)));
      }
      widths.add(innerWidth);
      const wide = page.scrollWidth - page.clientWidth;
      return wide > 0 ? [...wrong, ["sideways scrolling", `${wide} px`]] : wrong;
    },

    /** What is wrong with the menu or the search, open: with all that can be pressed or read in it. */
    async lookInside(state, key) {
      const part = document.querySelector(PARTS[state]);
      const wrong = [...(await run(part, structure)), ...(await coloured(part))];
      if (!wrong.length) remember([key]);
      return wrong;
    },

    partKey,

    /** What passed on this page and is the same on others. */
    passed: () => [...passed],
  };
})();
