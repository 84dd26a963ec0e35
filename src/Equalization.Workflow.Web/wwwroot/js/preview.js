// Evidence previews by keyboard: Esc goes back, the arrows to the previous and the next piece.
(() => {
  "use strict";
  const places = { Escape: ".page-back a, a.page-back", ArrowLeft: "a[rel=prev]", ArrowRight: "a[rel=next]" };
  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.shiftKey || e.defaultPrevented || document.querySelector("dialog[open], details.drop[open]")) return;
    // A table that is scrolled by the arrows keeps them.
    if (e.target.closest("input, textarea, select, [contenteditable]") || (e.key !== "Escape" && e.target.closest("[role=region]"))) return;
    const place = places[e.key];
    if (place) document.querySelector(place)?.click();
  });
})();
