/** The menu of narrow screens: a button in place of the link to the page's end, and a panel that it opens. */
export function menu() {
  const button = document.querySelector("[data-pb-menu]");
  const panel = document.getElementById(button.getAttribute("aria-controls"));
  document.querySelector("[data-pb-menu-link]").remove();
  button.hidden = false;

  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    panel.classList.toggle("pb-panel--open", open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  for (const part of [button, panel]) {
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
      show(false);
      button.focus();
    });
  }
}
