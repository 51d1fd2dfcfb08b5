/** The pages of each plan, once: its menu, as planbuilder's. */
function menus(pages) {
  const found = new Map();
  for (const { url, data } of pages) {
    const plan = url.split("/").slice(1, 3).join("/");
    if (!found.has(plan)) found.set(plan, []);
    found.get(plan).push({ url, title: data.title });
  }
  for (const links of found.values()) links.sort((one, other) => (one.url < other.url ? -1 : 1));
  return found;
}

export default function (config) {
  config.addCollection("menus", (api) => menus(api.getAll()));
  config.addGlobalData("layout", "page.11ty.js");
  return { dir: { input: "content", includes: "../_includes", output: "site" }, markdownTemplateEngine: false };
}
