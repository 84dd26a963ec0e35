// Uploads of evidence: a file that is too large is refused before it leaves, and the line shows how far the rest has come.
// A file that was chosen but not yet sent goes up before the report it belongs to; the report then follows by itself.
(() => {
  "use strict";
  const refusal = form => form.querySelector("#upload-refusal");
  const refuse = (form, text) => {
    const line = document.createElement("p");
    line.className = "field-error";
    line.textContent = text;
    refusal(form).replaceChildren(line);
  };
  let following = null;
  const giveUp = form => {
    if (!following) return;
    following = null;
    refusal(form).scrollIntoView({ block: "center" });
  };
  window.addEventListener("submit", e => {
    const form = document.querySelector("[data-upload]");
    if (!form || e.target === form || e.target !== document.querySelector("#evidence")?.closest("form")) return;
    if (!form.querySelector("input[type=file]").files.length) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    following = { form: e.target, button: e.submitter };
    if (!("sent" in form.dataset)) form.requestSubmit();
  }, true);
  document.addEventListener("htmx:confirm", e => {
    const form = e.target.closest("[data-upload]");
    if (!form) return;
    const file = form.querySelector("input[type=file]").files[0];
    if (file && file.size > Number(form.dataset.max)) {
      e.preventDefault();
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
      refuse(form, form.dataset.tooLarge);
      giveUp(form);
    } else {
      refusal(form).replaceChildren();
    }
  });
  document.addEventListener("htmx:xhr:progress", e => {
    const bar = e.target.closest("[data-upload]")?.querySelector("progress");
    if (!bar || !e.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = e.detail.loaded / e.detail.total * 100;
  });
  document.addEventListener("htmx:afterRequest", e => {
    const form = e.target.closest("[data-upload]");
    if (!form) return;
    form.querySelector("progress").hidden = true;
    if (!e.detail.successful) giveUp(form);
  });
  document.addEventListener("htmx:afterSwap", e => {
    const form = document.querySelector("[data-upload]");
    if (!form || e.detail.target.id !== "evidence") return;
    form.querySelector("input[type=file]").value = "";
    form.querySelector("[name=title]").value = "";
    const next = following;
    following = null;
    next?.form.requestSubmit(next.button);
  });
})();
