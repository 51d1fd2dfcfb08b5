const KEY = "planbuilder-colours";

/** The switch for dark colours. A choice that equals the system's is forgotten, so the system is followed again. */
export function scheme() {
  const button = document.querySelector("[data-pb-scheme]");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const page = document.documentElement;

  const isDark = () => (page.dataset.mdColorScheme ? page.dataset.mdColorScheme === "slate" : system.matches);
  const tell = () => button.setAttribute("aria-pressed", String(isDark()));
  const choose = (dark) => {
    const choice = dark === system.matches ? "" : dark ? "slate" : "default";
    if (choice) page.dataset.mdColorScheme = choice;
    else delete page.dataset.mdColorScheme;
    try {
      if (choice) localStorage.setItem(KEY, choice);
      else localStorage.removeItem(KEY);
    } catch {
      // Storage is switched off: the choice holds for this page.
    }
    tell();
    page.dispatchEvent(new CustomEvent("planbuilder:colours"));
  };

  button.addEventListener("click", () => choose(!isDark()));
  system.addEventListener?.("change", tell);
  tell();
  button.hidden = false;
}
