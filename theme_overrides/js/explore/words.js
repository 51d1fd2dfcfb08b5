/**
 * What the page's template says to this script, as attributes of its element: `close`, `help`, `loading`, `failed`
 * in the reader's language, and `plotly` and `styles`, the addresses of the library and its style sheet.
 */
export const words = document.currentScript.dataset;
