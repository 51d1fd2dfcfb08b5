/** Opens the list of contents where it has a column of its own. */
export function contents() {
  const list = document.querySelector("[data-pb-contents]");
  if (list && matchMedia("(min-width: 76.25em)").matches) list.open = true;
}
