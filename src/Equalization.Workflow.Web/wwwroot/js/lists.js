// Lists by keyboard: j and k walk the rows, Enter opens the one stood on (it holds the focus), x ticks it, ? shows the keys. Off while somebody
// types, and for good in the browser where somebody switched single keys off. The keys count wherever a list stands, so no page names them.
(() => {
  "use strict";
  const lists = "main .table-rows > tbody > tr, main .table-lights > tbody > tr, main .work > li, main .notices > li, main .hits > li, main .decision";
  const opener = ".title a, .work-title > a, .notice-open, .decision-head > a, a[href]:not(.light-why), summary";
  const say = document.getElementById("sayings")?.dataset ?? {};
  const sheet = document.getElementById("keys");
  const place = document.getElementById("list-place");
  const rows = () => [...document.querySelectorAll(lists)].filter(row => row.offsetParent && row.querySelector(opener));
  const off = () => localStorage.getItem("keys") === "off";
  const typing = target => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open], details.confirm[open], details.drop[open]");
  let told = false;

  const walk = step => {
    const all = rows();
    if (all.length === 0) return false;
    const here = all.findIndex(row => row.contains(document.activeElement));
    const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + step, 0), all.length - 1);
    const row = all[next];
    row.querySelector(opener).focus({ focusVisible: true });
    row.scrollIntoView({ block: "nearest" });
    if (place) place.textContent = (told ? say.place : say.placeFirst).replace("{0}", String(next + 1)).replace("{1}", String(all.length));
    told = true;
    return true;
  };

  const tick = () => {
    const row = rows().find(one => one.contains(document.activeElement));
    if (!row) return false;
    const box = row.querySelector("input[type=checkbox]:not(:disabled)");
    box?.click();
    if (place) place.textContent = box ? (box.checked ? say.ticked : say.unticked) : say.noTick;
    return true;
  };

  const keys = () => {
    if (sheet && !sheet.open) sheet.showModal();
    return sheet !== null;
  };
  const acts = { j: () => walk(1), k: () => walk(-1), x: tick, "?": keys, "？": keys };
  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || off() || !Object.hasOwn(acts, e.key) || typing(e.target)) return;
    if (acts[e.key]()) e.preventDefault();
  });

  const switches = [...document.querySelectorAll("[data-keys-switch]")];
  const show = () => { for (const box of switches) box.checked = !off(); };
  document.addEventListener("change", e => {
    if (!e.target.matches("[data-keys-switch]")) return;
    if (e.target.checked) localStorage.removeItem("keys");
    else localStorage.setItem("keys", "off");
    show();
  });
  window.addEventListener("pageshow", show);
})();
