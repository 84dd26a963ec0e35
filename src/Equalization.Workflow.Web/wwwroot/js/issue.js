// The sums of the issue screen follow the ticks.
(() => {
  "use strict";
  const form = document.querySelector("[data-issue]");
  if (!form) return;
  const add = name => [...form.querySelectorAll("input[type=checkbox]:checked")].reduce((sum, box) => sum + Number(box.dataset[name] ?? 0), 0);
  form.addEventListener("change", () => {
    for (const sum of form.querySelectorAll("[data-sum]")) sum.textContent = sum.dataset.text.replace("{0}", String(add(sum.dataset.sum)));
  });
})();
