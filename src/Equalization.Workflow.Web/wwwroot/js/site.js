// What the frame does in the browser. Every page can be read without it; texts come from #sayings in the reader's language.
(() => {
  "use strict";
  const root = document.documentElement;
  const say = document.getElementById("sayings")?.dataset ?? {};
  root.classList.add("scripted");

  const on = (type, act, options) => document.addEventListener(type, act, options);
  const icon = name => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `${say.icons}#${name}`);
    svg.append(use);
    return svg;
  };
  const token = () => document.querySelector("input[name=__RequestVerificationToken]")?.value;

  // The search box by "/", unless somebody is typing or has switched single keys off.
  on("keydown", e => {
    if (localStorage.getItem("keys") === "off") return;
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, textarea, select, [contenteditable]")) return;
    const search = [...document.querySelectorAll("[data-search]")].find(box => box.offsetParent);
    if (search) {
      e.preventDefault();
      search.focus();
      search.select();
    }
  });

  // The menu: a drawer on the phone, foldable at the desk.
  const menu = document.getElementById("menu");
  const menuButton = document.querySelector("[data-menu]");
  const drawer = open => {
    if (!menu || !menuButton || menu.classList.contains("open") === open) return;
    menu.classList.toggle("open", open);
    menuButton.setAttribute("aria-expanded", String(open));
    (open ? menu.querySelector(".menu-item") : menuButton)?.focus();
  };
  on("click", e => {
    if (e.target.closest("[data-menu]")) {
      e.preventDefault();
      drawer(!menu.classList.contains("open"));
    } else if (e.target.closest("[data-menu-close]")) {
      e.preventDefault();
      drawer(false);
    }
    const fold = e.target.closest("[data-fold]");
    if (fold) {
      const narrow = document.body.classList.toggle("frame-narrow");
      fold.setAttribute("aria-pressed", String(narrow));
      document.cookie = `menu=${narrow ? "narrow" : "wide"}; path=/; max-age=31536000; samesite=lax`;
      window.dispatchEvent(new Event("resize"));
    }
  });

  // Sheets that drop: one open at a time, closed by Esc, by a click elsewhere and by their own button.
  const sheets = "details.drop, details.confirm";
  const shut = (sheet, back) => {
    sheet.open = false;
    if (back) sheet.querySelector("summary")?.focus();
  };
  on("click", e => {
    const own = e.target.closest(sheets);
    document.querySelectorAll(sheets).forEach(sheet => sheet.open && sheet !== own && shut(sheet));
    const close = e.target.closest("[data-close]");
    if (close) {
      const sheet = close.closest(sheets);
      sheet ? shut(sheet, true) : close.closest("dialog")?.close();
    }
  });
  on("keydown", e => {
    if (e.key !== "Escape") return;
    drawer(false);
    document.querySelectorAll(sheets).forEach(sheet => sheet.open && shut(sheet, sheet.contains(document.activeElement)));
  });

  // Filters live in the address: a choice sends them, and what is empty stays out of it.
  on("change", e => {
    if (e.target.matches("form[data-filters] select, form[data-filters] input[type=checkbox], form[data-filters] input[type=date]")) e.target.form.requestSubmit();
  });
  on("submit", e => {
    if (!e.target.matches("form[data-filters], form[role=search]")) return;
    for (const field of e.target.elements) if (field.name && field.value === "") field.disabled = true;
  });

  // Without TLS the browser gives no clipboard: a field of text is copied as a person would do it.
  const copyAsTyped = (text, button) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "visually-hidden";
    button.after(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    button.focus();
    return copied;
  };

  // The address of a narrowed list, to be sent to a colleague.
  on("click", async e => {
    const button = e.target.closest("[data-copy]");
    if (!button) return;
    const address = new URL(button.dataset.copy, location.href).href;
    const copied = navigator.clipboard ? await navigator.clipboard.writeText(address).then(() => true, () => false) : copyAsTyped(address, button);
    tell(copied ? say.copied : say.notCopied, { bad: !copied });
  });

  // One line about what was done; it can be closed, and waits while somebody is on it.
  const flashes = document.querySelector("[data-flashes]");
  const leave = flash => {
    let timer;
    const start = () => { timer = setTimeout(() => flash.remove(), flash.querySelector("form") ? 20000 : 10000); };
    const stop = () => clearTimeout(timer);
    flash.addEventListener("pointerenter", stop);
    flash.addEventListener("focusin", stop);
    flash.addEventListener("pointerleave", start);
    flash.addEventListener("focusout", start);
    const close = document.createElement("button");
    close.type = "button";
    close.className = "flash-close";
    close.title = say.close;
    close.setAttribute("aria-label", say.close);
    close.append(icon("x"));
    close.addEventListener("click", () => flash.remove());
    flash.append(close);
    start();
  };
  const tell = (text, { undo, bad } = {}) => {
    const flash = document.createElement("div");
    flash.className = bad ? "flash flash-bad" : "flash";
    const words = document.createElement("span");
    words.textContent = text;
    flash.append(icon(bad ? "alert-triangle" : "circle-check"), words);
    if (undo) {
      const form = document.createElement("form");
      form.method = "post";
      form.action = undo;
      const hidden = document.createElement("input");
      Object.assign(hidden, { type: "hidden", name: "__RequestVerificationToken", value: token() ?? "" });
      const button = document.createElement("button");
      button.className = "flash-undo";
      button.textContent = say.undo;
      form.append(hidden, button);
      flash.append(form);
    }
    flashes?.append(flash);
    leave(flash);
  };
  flashes?.querySelectorAll(".flash").forEach(leave);
  on("flash", e => tell(e.detail.text, { undo: e.detail.undo }));

  // A form is sent once. It opens again when the answer is here, when the page comes back, or when nothing came (a download).
  const busy = (element, is) => {
    const wait = element.querySelector?.("[data-wait-line]");
    if (wait) wait.hidden = !is;
    if (is) {
      element.dataset.sent = "";
      element.setAttribute("aria-busy", "true");
    } else {
      delete element.dataset.sent;
      element.removeAttribute("aria-busy");
    }
  };
  on("submit", e => {
    const form = e.target;
    if (form.method !== "post" && !form.matches("[hx-post], [hx-put], [hx-delete], [hx-patch]")) return;
    if ("sent" in form.dataset) {
      e.preventDefault();
      e.stopImmediatePropagation();
      return;
    }
    if (!form.matches("[data-sign-in]")) {
      keep(form);
      sessionStorage.setItem("typed.sent", key(form));
    }
    busy(form, true);
    if (!form.matches("[hx-post], [hx-put], [hx-delete], [hx-patch]")) setTimeout(() => busy(form, false), 8000);
  }, true);
  on("click", e => {
    const button = e.target.closest("button[hx-post], button[hx-put], button[hx-delete], a[hx-post]");
    if (!button) return;
    if ("sent" in button.dataset) {
      e.preventDefault();
      e.stopImmediatePropagation();
    } else {
      busy(button, true);
    }
  }, true);
  window.addEventListener("pageshow", e => {
    document.querySelectorAll("form[data-filters] :disabled").forEach(field => { field.disabled = false; });
    if (e.persisted) document.querySelectorAll("[data-sent]").forEach(element => busy(element, false));
  });
  on("htmx:afterRequest", e => {
    busy(e.detail.elt, false);
    if (e.detail.successful && e.detail.elt.matches("form")) sessionStorage.removeItem(key(e.detail.elt));
  });

  // What was typed outlives an expired sign-in. Passwords, files and hidden values are never kept.
  const signInForm = document.querySelector("form[data-sign-in]");
  const key = form => `typed:${location.pathname}#${form.id || form.getAttribute("action") || form.getAttribute("hx-post") || ""}`;
  const kept = form => [...form.elements].filter(field =>
    field.name && !field.matches("[type=password], [type=hidden], [type=file], [type=submit], [type=button], button, fieldset, [data-no-keep]"));
  const keep = form => {
    if (form.matches("[data-sign-in], [data-no-keep]")) return;
    const values = kept(form).map(field => [field.name, field.matches("[type=checkbox], [type=radio]") ? field.checked : field.value, field.value]);
    if (values.length > 0) sessionStorage.setItem(key(form), JSON.stringify(values));
  };
  const restore = form => {
    const values = JSON.parse(sessionStorage.getItem(key(form)) ?? "null");
    if (!values) return false;
    let changed = false;
    const left = [...values];
    for (const field of kept(form)) {
      const choice = field.matches("[type=checkbox], [type=radio]");
      const at = left.findIndex(([name, , value]) => name === field.name && (!choice || value === field.value));
      if (at < 0) continue;
      const [[, value]] = left.splice(at, 1);
      const before = choice ? field.checked : field.value;
      if (before === value) continue;
      if (choice) field.checked = value; else field.value = value;
      changed = true;
    }
    return changed;
  };
  on("input", e => {
    const form = e.target.form;
    if (form && form.method === "post") keep(form);
  });
  on("submit", e => {
    if (e.target.matches("[data-sign-out]")) Object.keys(sessionStorage).filter(name => name.startsWith("typed")).forEach(name => sessionStorage.removeItem(name));
  });
  if (signInForm) {
    if (sessionStorage.getItem("typed.sent")) sessionStorage.setItem("typed.expired", "1");
  } else {
    const sent = sessionStorage.getItem("typed.sent");
    const expired = sessionStorage.getItem("typed.expired");
    const back = expired && [...document.forms].some(form => key(form) === sent);
    if (back) {
      for (const form of document.forms) {
        if (form.method !== "post" || !restore(form)) continue;
        const line = document.createElement("p");
        line.className = "restored";
        line.setAttribute("role", "status");
        line.textContent = say.restored;
        form.prepend(line);
      }
    } else if (sent && !expired) {
      sessionStorage.removeItem(sent);
    }
    if (back || !expired) {
      sessionStorage.removeItem("typed.sent");
      sessionStorage.removeItem("typed.expired");
    }
  }

  // In-place acts. The header tells sign-in to answer 401 instead of sending the page of another address.
  on("htmx:configRequest", e => {
    e.detail.headers["X-Requested-With"] = "XMLHttpRequest";
    if (e.detail.verb !== "get" && !e.detail.parameters.__RequestVerificationToken && token()) {
      e.detail.headers.RequestVerificationToken = token();
    }
  });
  on("htmx:sendError", () => tell(say.unreachable, { bad: true }));
  on("htmx:timeout", () => tell(say.unreachable, { bad: true }));
  on("htmx:responseError", e => {
    const { xhr, requestConfig } = e.detail;
    if (xhr.status === 401) {
      signInHere(() => window.htmx.ajax(requestConfig.verb, requestConfig.path,
        { source: requestConfig.elt, event: requestConfig.triggeringEvent, target: requestConfig.target }));
    } else if (xhr.status === 403) {
      tell(say.refused, { bad: true });
    } else {
      tell((say.failed ?? "").replace("{0}", xhr.getResponseHeader("X-Request-Id") ?? String(xhr.status)), { bad: true });
    }
  });

  const formOf = html => new DOMParser().parseFromString(html, "text/html").querySelector("form[data-sign-in]");
  const signInHere = async then => {
    const here = location.pathname + location.search;
    const leaveForIt = () => { location.href = `${say.signIn}?returnUrl=${encodeURIComponent(here)}`; };
    if (!say.signIn || document.querySelector("dialog[data-signing-in]")) return;
    const form = await fetch(say.signIn).then(answer => answer.text()).then(formOf).catch(() => null);
    if (!form) return leaveForIt();
    const dialog = document.createElement("dialog");
    dialog.className = "sheet";
    dialog.dataset.signingIn = "";
    const words = document.createElement("p");
    words.id = "signing-in";
    words.textContent = say.expired;
    dialog.setAttribute("aria-labelledby", words.id);
    dialog.append(words, form);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("submit", async e => {
      e.preventDefault();
      const sent = e.target;
      try {
        const body = new FormData(sent, e.submitter);
        const answer = await fetch(sent.getAttribute("action") || say.signIn, { method: "POST", body });
        const again = formOf(await answer.text());
        if (again) {
          sent.replaceWith(again);
          again.querySelector("input:not([type=hidden])")?.focus();
        } else if (answer.redirected || answer.ok) {
          dialog.close();
          then();
        } else {
          leaveForIt();
        }
      } catch {
        busy(sent, false);
        tell(say.unreachable, { bad: true });
      }
    });
    document.body.append(dialog);
    dialog.showModal();
  };
})();
