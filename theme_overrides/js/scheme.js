/** The colours that the reader chose, before anything is drawn. Without a choice, the system's are followed. */
try {
  const choice = localStorage.getItem("planbuilder-colours");
  if (choice === "default" || choice === "slate") document.documentElement.dataset.mdColorScheme = choice;
} catch {
  // Storage is switched off: the system's colours will do.
}
