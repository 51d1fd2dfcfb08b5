import { finder } from "./parts/search/finder.js";

// Asked for when a reader opens the search: makes each form on the page one that finds.
for (const place of document.querySelectorAll("[data-pb-find]")) finder(place);
