// Lists to tick: all at once, how many are ticked, and how far the server is with them. The boxes may stand outside their form and name it.
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

    const { progress, progressText, progressDone } = form.dataset;
    if (!progress) continue;
    let line;
    document.addEventListener("submit", e => {
      if (e.target !== form || e.defaultPrevented) return;
      const total = boxes.filter(box => box.checked).length;
      if (total < 2) return;
      line?.remove();
      line = document.createElement("div");
      line.className = "batch-progress";
      const words = document.createElement("p");
      words.setAttribute("role", "status");
      const bar = document.createElement("progress");
      bar.max = total;
      bar.value = 0;
      bar.setAttribute("aria-label", progressDone);
      const count = document.createElement("span");
      count.className = "second";
      line.append(words, bar, count);
      form.after(line);
      form.querySelector("details[open]")?.removeAttribute("open");
      words.textContent = progressText.replace("{0}", String(total));
      line.scrollIntoView({ block: "nearest" });
      const address = `${progress}${progress.includes("?") ? "&" : "?"}batch=${form.elements["Input.Batch"].value}`;
      const ask = async mine => {
        if (line !== mine) return;
        const answer = await fetch(address, { headers: { "X-Requested-With": "XMLHttpRequest" } }).catch(() => null);
        const { done } = answer?.ok ? await answer.json() : {};
        if (Number.isInteger(done)) {
          bar.value = done;
          count.textContent = `${done} / ${total}`;
        }
        setTimeout(ask, 250, mine);
      };
      setTimeout(ask, 150, line);
    });
    window.addEventListener("pageshow", () => {
      line?.remove();
      line = undefined;
    });
  }
})();
