// Uploads of evidence: a file that is too large is refused before it leaves, and the line shows how far the rest has come.
(() => {
  "use strict";
  const refusal = form => form.querySelector("#upload-refusal");
  const refuse = (form, text) => {
    const line = document.createElement("p");
    line.className = "field-error";
    line.textContent = text;
    refusal(form).replaceChildren(line);
  };
  document.addEventListener("htmx:confirm", e => {
    const form = e.target.closest("[data-upload]");
    if (!form) return;
    const file = form.querySelector("input[type=file]").files[0];
    if (file && file.size > Number(form.dataset.max)) {
      e.preventDefault();
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
      refuse(form, form.dataset.tooLarge);
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
    if (e.detail.successful) {
      form.querySelector("input[type=file]").value = "";
      form.querySelector("[name=title]").value = "";
    }
  });
})();
