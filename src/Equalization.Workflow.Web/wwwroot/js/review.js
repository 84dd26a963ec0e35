// The review screen: source and draft go to each other, a selection in the source fills the forms, and keys walk the doubts.
// The screen can be read and every form sent without it.
(() => {
  "use strict";
  const source = () => document.querySelector("[data-source]");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const escape = id => CSS.escape(id);

  const show = (element, box) => {
    if (!element) return;
    if (box && getComputedStyle(box).overflowY !== "visible") {
      const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
      box.scrollTo({ top: Math.max(0, top - box.clientHeight / 3), behavior: calm ? "auto" : "smooth" });
    } else {
      element.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
    }
  };

  const choose = id => {
    document.querySelectorAll(".chosen").forEach(e => e.classList.remove("chosen"));
    document.querySelectorAll(`[data-m="${escape(id)}"]`).forEach(e => e.classList.add("chosen"));
  };
  const toSource = id => show(document.getElementById(`s-${id}`), source());
  const toDraft = id => show(document.getElementById(`m-${id}`));

  document.addEventListener("click", e => {
    const run = e.target.closest("[data-source] .run");
    if (run && getSelection().isCollapsed) {
      const note = document.querySelector("[data-note]");
      if (note) note.textContent = run.dataset.m ? "" : run.title;
      if (run.dataset.m) {
        choose(run.dataset.m);
        toDraft(run.dataset.m);
      }
      return;
    }
    const card = e.target.closest(".measure, .doubt[data-m]");
    if (!card || !source()) return;
    const link = e.target.closest("a, button, summary, input, select, textarea, label");
    if (link?.matches("[data-to-source]")) e.preventDefault();
    if (!link || link.matches("[data-to-source]")) {
      choose(card.dataset.m);
      toSource(card.dataset.m);
    }
  });

  // A selection in the source: its place and its words go into the form that is open for them.
  const place = (node, offset) => {
    const run = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-start]");
    return run ? Number(run.dataset.start) + offset : -1;
  };
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount || !source()?.contains(selection.anchorNode) || !source().contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    if (start < 0 || end <= start) return;
    for (const form of document.querySelectorAll("[data-stretch], [data-split]")) {
      form.querySelector("[data-at]").value = start;
      const length = form.querySelector("[data-length]");
      if (length) length.value = end - start;
      form.querySelector("[data-words]").value = length ? selection.toString() : selection.toString().slice(0, 40);
    }
  });
  // Words typed by hand are looked for; the place picked before no longer counts.
  document.addEventListener("input", e => {
    if (e.target.matches("[data-words]")) e.target.form.querySelector("[data-at]").value = -1;
  });
  document.addEventListener("change", e => {
    if (e.target.matches("[data-send]")) e.target.form.requestSubmit();
  });

  // n: next doubt, a: accept it, e: edit what is chosen.
  let at = -1;
  const doubts = () => [...document.querySelectorAll("[data-doubt]")];
  document.addEventListener("keydown", e => {
    if (!source() || e.ctrlKey || e.metaKey || e.altKey || localStorage.getItem("keys") === "off" || e.target.closest("input, textarea, select, [contenteditable], dialog[open]")) return;
    const all = doubts();
    if (e.key === "n" && all.length) {
      at = (at + 1) % all.length;
      all[at].focus();
      if (all[at].dataset.m) {
        choose(all[at].dataset.m);
        toSource(all[at].dataset.m);
      }
    } else if (e.key === "a") {
      const button = document.activeElement?.closest("[data-doubt]")?.querySelector("[data-accept]");
      if (button) {
        at -= 1;
        button.click();
      }
    } else if (e.key === "e") {
      const here = document.activeElement?.closest("[data-doubt], .measure") ?? document.querySelector(".measure.chosen");
      here?.querySelector("[data-edit], [data-done]")?.click();
    } else {
      return;
    }
    e.preventDefault();
  });

  // After an act the answer's address names the place to be at.
  document.addEventListener("htmx:afterSettle", e => {
    if (e.detail.target?.id !== "review-body" && e.target.id !== "review-body") return;
    const refusal = document.querySelector("#review-body .field-error, #review-body .form-refusal");
    if (refusal) refusal.scrollIntoView({ block: "center" });
    const open = document.querySelector(".measure-open");
    if (open) {
      choose(open.dataset.m);
      toSource(open.dataset.m);
    }
  });
  const first = location.hash.startsWith("#m-") ? location.hash.slice(3) : null;
  if (first) {
    choose(first);
    toSource(first);
  }
})();
