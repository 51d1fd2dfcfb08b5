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

/** Opens the search from the header's button and by the key `/`, which goes to the search page's own form there. Its engine and index are asked for only then. */
export function search() {
  const link = document.getElementById("search-open");
  const button = document.querySelector("[data-pb-search]");
  const dialog = document.getElementById("search");
  const own = document.querySelector("main [data-pb-find]"); // on the search page alone
  let asked = false;

  const load = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = button.dataset.pbSearch;
    script.onerror = () => {
      asked = false;
      script.remove();
      for (const place of document.querySelectorAll("[data-pb-find]"))
        place.querySelector("[role=status]").textContent = place.dataset.pbFailed;
    };
    document.head.append(script);
  };
  if (own) {
    own.hidden = false;
    load();
  }
  if (!dialog.showModal) return; // an old browser follows the link to the search page
  const input = dialog.querySelector("input[type=search]");
  const go = (to) => {
    to.focus();
    to.select();
    load();
  };
  const open = () => {
    if (!dialog.open) {
      dialog.showModal();
      button.setAttribute("aria-expanded", "true");
    }
    go(input);
  };

  const wanted = shortcut(dialog.querySelector("[data-pb-search-key]"));
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !wanted()) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    if (own) go(own.querySelector("input[type=search]"));
    else open();
  });
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
