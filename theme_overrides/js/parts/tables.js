/**
 * A table that is wider than its place scrolls in it, and so has to be a stop of the Tab key. Without JavaScript every
 * table is one; with it, only those that scroll.
 */
export function tables() {
  if (!window.ResizeObserver) return;
  const observer = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      const place = target.closest(".pb-table");
      if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
      else if (place !== document.activeElement) place.removeAttribute("tabindex");
    }
  });
  for (const place of document.querySelectorAll(".pb-table")) {
    observer.observe(place);
    observer.observe(place.querySelector("table"));
  }
}
