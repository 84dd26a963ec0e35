// A picture is wider than the window: show the part where the process stands, or on request the whole of it.
for (const picture of document.querySelectorAll("[data-process-picture]")) {
  const here = picture.querySelector("[data-here]");
  const look = () => {
    if (here) {
      const frame = picture.getBoundingClientRect();
      const spot = here.getBoundingClientRect();
      picture.scrollLeft += spot.left + spot.width / 2 - frame.left - frame.width / 2;
    }
  };
  look();
  const fit = picture.nextElementSibling?.querySelector("[data-process-fit]");
  if (fit && picture.scrollWidth > picture.clientWidth && !fit.dataset.ready) {
    fit.dataset.ready = "";
    fit.hidden = false;
    fit.addEventListener("click", () => {
      const whole = picture.classList.toggle("process-whole");
      fit.setAttribute("aria-pressed", String(whole));
      if (!whole) {
        look();
      }
    });
  }
}
