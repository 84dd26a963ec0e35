// Lists to tick: all at once, and how many are ticked. The boxes may stand outside their form and name it.
(() => {
  "use strict";
  for (const form of document.querySelectorAll("[data-picks]")) {
    const all = form.querySelector("[data-pick-all]");
    const counts = form.querySelectorAll("[data-pick-count]");
    const boxes = [...form.elements].filter(field => field.type === "checkbox" && field.name);
    const tell = () => {
      const ticked = boxes.filter(box => box.checked).length;
      all.checked = ticked > 0 && ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
      for (const count of counts) count.textContent = ticked > 0 ? count.dataset.text.replace("{0}", String(ticked)) : count.dataset.none ?? "";
    };
    document.addEventListener("change", e => {
      if (e.target.form !== form) return;
      if (e.target === all) for (const box of boxes) box.checked = all.checked;
      tell();
    });
    window.addEventListener("pageshow", tell);
    tell();
  }
})();
