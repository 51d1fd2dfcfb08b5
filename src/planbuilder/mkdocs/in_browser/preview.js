// Served by `planbuilder serve` alone: loads the page anew when there is a new build, and shows what is wrong.
(() => {
  const { build } = document.currentScript.dataset;
  const folder = new URL(".", document.currentScript.src).pathname;
  let events;
  let panel;
  let shown = "";

  /** An element with attributes and content. */
  function make(name, attributes, ...content) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content);
    return element;
  }

  /** The panel, in a tree of its own, so that neither the page's style sheet nor ours reaches the other. */
  function addPanel() {
    const host = make("aside", { "aria-label": "Preview", lang: "en", dir: "ltr" });
    const root = host.attachShadow({ mode: "open" });
    root.append(make("link", { rel: "stylesheet", href: `${folder}preview.css` }), make("div", { role: "alert" }));
    document.body.append(host);
    return host;
  }

  function show(problems) {
    if (JSON.stringify(problems) === shown) return; // nothing new: what somebody has closed stays closed
    shown = JSON.stringify(problems);
    panel?.remove();
    panel = undefined;
    if (!problems.length) return;
    panel = addPanel();
    const close = make("button", { type: "button" }, "Close");
    close.addEventListener("click", () => panel.remove());
    const list = make("ul", { tabindex: "0", "aria-label": "What is wrong" }, ...problems.map(line));
    panel.shadowRoot.append(close, list);
    // Said once the panel is in the page: a live region that comes with its words is not read aloud everywhere.
    setTimeout(() => panel?.shadowRoot.querySelector("[role=alert]").append(
      make("strong", {}, "Not built"), " – what you see is the last version without mistakes."));
  }

  function line({ place, words }) {
    return place ? make("li", {}, make("code", {}, place), " ", words) : make("li", {}, words);
  }

  // What one was reading stays where it was on the screen, even if what stands above it grew: browsers alone keep the
  // number of pixels, and that before the fonts are there.
  const PLACE = "planbuilder-preview-place";
  const blocks = () => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, tr)")];
  const topOf = (element) => element.getBoundingClientRect().top;

  function loadAnew() {
    const read = blocks().find((element) => topOf(element) > 0);
    const place = { address: location.pathname, text: read?.textContent, top: read && topOf(read), y: scrollY };
    sessionStorage.setItem(PLACE, JSON.stringify(place));
    history.scrollRestoration = "manual";
    location.reload();
  }

  function keepPlace() {
    const place = JSON.parse(sessionStorage.getItem(PLACE));
    sessionStorage.removeItem(PLACE);
    history.scrollRestoration = "auto";
    if (place?.address !== location.pathname) return;
    const move = (element) => Math.abs(topOf(element) - place.top); // the same words may stand in several places
    const scroll = () => {
      const same = blocks().filter((element) => element.textContent === place.text);
      const read = same.sort((one, other) => move(one) - move(other))[0];
      scrollTo({ top: read ? scrollY + topOf(read) - place.top : place.y, behavior: "instant" });
    };
    scroll();
    document.fonts.ready.then(scroll);
  }

  // A page in the background listens to nothing: browsers allow few connections to one server.
  function listen() {
    if (events || document.hidden) return;
    events = new EventSource(`${folder}events`);
    events.onmessage = ({ data }) => {
      const news = JSON.parse(data);
      if (news.build === build) show(news.problems);
      else loadAnew();
    };
  }

  function rest() {
    events?.close();
    events = undefined;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  keepPlace();
  listen();
})();
