// A list to tick: all at once, and how many are ticked.
(() => {
  "use strict";
  const form = document.querySelector("[data-picks]");
  if (!form) return;
  const all = form.querySelector("[data-pick-all]");
  const count = form.querySelector("[data-pick-count]");
  const boxes = [...form.querySelectorAll("input[type=checkbox][name]")];
  const tell = () => {
    const ticked = boxes.filter(box => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    count.textContent = ticked > 0 ? count.dataset.text.replace("{0}", String(ticked)) : "";
  };
  form.addEventListener("change", e => {
    if (e.target === all) for (const box of boxes) box.checked = all.checked;
    tell();
  });
  tell();
})();
