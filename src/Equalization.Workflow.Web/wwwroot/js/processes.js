// A picture is wider than the window: show the part where the process stands.
for (const picture of document.querySelectorAll("[data-process-picture]")) {
  const here = picture.querySelector("[data-here]");
  if (here) {
    const frame = picture.getBoundingClientRect();
    const spot = here.getBoundingClientRect();
    picture.scrollLeft += spot.left + spot.width / 2 - frame.left - frame.width / 2;
  }
}
