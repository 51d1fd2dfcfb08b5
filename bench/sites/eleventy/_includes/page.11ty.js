const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
const item = ({ url, title }) => `<li><a href="${url}">${escape(title)}</a></li>`;

export function render({ page, title, description, content, collections }) {
  const parts = page.url.split("/").slice(1, -1);
  const trail = parts.map((_, place) => ({ url: `/${parts.slice(0, place).map((part) => `${part}/`).join("")}`, title: parts[place - 1] ?? "Home" }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Plans of the country</title>
<meta name="description" content="${escape(description)}">
<link rel="canonical" href="https://plans.example.org${page.url}">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header><a href="/">Plans of the country</a></header>
<main>
<nav aria-label="Where you are"><ol>${trail.map(item).join("")}</ol></nav>
<article>
${content}
</article>
</main>
<nav aria-label="Menu">
<ul>${(collections.menus.get(parts.slice(0, 2).join("/")) ?? []).map(item).join("\n")}</ul>
</nav>
<footer><p>Plans of the country</p></footer>
</body>
</html>
`;
}
