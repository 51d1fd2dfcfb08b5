const KEY = "planbuilder-search-key";

const keyIsOn = () => {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true; // Storage is switched off.
  }
};

/** The switch of the shortcut: a single key can be in the way of those who speak to their device (WCAG 2.1.4). */
function shortcut(box) {
  if (!box) return () => true;
  box.checked = keyIsOn();
  box.addEventListener("change", () => {
    try {
      if (box.checked) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "off");
    } catch {
      // Storage is switched off: the choice holds for this page.
    }
  });
  return () => box.checked;
}

/** Opens the search from the header's button and by the key `/`. Its engine and index are asked for only then. */
export function search() {
  const link = document.getElementById("search-open");
  const button = document.querySelector("[data-pb-search]");
  const dialog = document.getElementById("search");
  const place = document.querySelector("[data-pb-find]");
  if (!place || (dialog && !dialog.showModal)) return; // an old browser follows the link
  const input = place.querySelector("input[type=search]");
  let asked = false;

  const load = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = button.dataset.pbSearch;
    script.onerror = () => {
      asked = false;
      script.remove();
      place.querySelector("[role=status]").textContent = place.dataset.pbFailed;
    };
    document.head.append(script);
  };
  const open = () => {
    if (dialog && !dialog.open) {
      dialog.showModal();
      button.setAttribute("aria-expanded", "true");
    }
    input.focus();
    input.select();
    load();
  };

  const wanted = shortcut(place.querySelector("[data-pb-search-key]"));
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !wanted()) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    open();
  });
  if (!dialog) {
    // The search page: its form is of use now.
    place.hidden = false;
    load();
    return;
  }
  button.addEventListener("click", open);
  button.hidden = false;
  link.hidden = true;
  dialog.addEventListener("close", () => button.setAttribute("aria-expanded", "false"));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside the panel
  });
  // A browser's own Escape would first empty the input.
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
}
