/** Milliseconds in which Shift has to be pressed again. */
const PATIENCE = 5000;
const PRESSES = 3;

/**
 * Leaves a sensitive page: blanks it at once, then puts a neutral site in its place in the browser's history.
 * Works on the button, on the skip link and, while the button is there, on pressing Shift three times, each press
 * announced. `place` holds them all.
 */
export function exit(place = document) {
  const links = place.querySelectorAll("[data-pb-exit]");
  if (!links.length) return;
  const button = place.querySelector(".pb-exit__button");
  const says = place.querySelector("[data-pb-exit-says]");
  let presses = 0;
  let timer;
  let shiftAlone = false;

  const isSeen = () => button.getClientRects().length > 0;
  const count = (number) => {
    presses = number;
    button.dataset.pbPresses = String(number);
    clearTimeout(timer);
  };
  const leave = () => {
    says.textContent = button.dataset.pbLeaving;
    document.documentElement.classList.add("pb-left");
    document.title = "…";
    location.replace(button.href);
  };
  const press = () => {
    count(presses + 1);
    if (presses === PRESSES) return leave();
    says.textContent = presses === 1 ? button.dataset.pbTwoMore : button.dataset.pbOneMore;
    timer = setTimeout(() => {
      count(0);
      says.textContent = button.dataset.pbTimedOut;
    }, PATIENCE);
  };

  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  }
  // Shift counts when it is let go with no other key in between: a capital letter is no wish to leave.
  addEventListener("keydown", (event) => {
    shiftAlone = event.key === "Shift";
    if (!shiftAlone) count(0);
  });
  addEventListener("keyup", (event) => {
    if (event.key === "Shift" && shiftAlone && isSeen()) press();
    shiftAlone = false;
  });
  // The browser may keep the blanked page and show it again when the reader goes back.
  const title = document.title;
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    count(0);
    says.textContent = "";
    document.title = title;
    document.documentElement.classList.remove("pb-left");
  });
}
