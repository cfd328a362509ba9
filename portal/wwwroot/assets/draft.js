// What was typed into a form and not sent stays in this browser, for whoever typed it: a session that ends, a page that is left or a machine that
// goes down costs nothing. It is let go when the sheet has its receipt.
(() => {
  "use strict";
  const SENT = "draft-sent", DAYS = 14;
  const fields = form => [...form.querySelectorAll("input[name]:not([type=hidden])")];

  function read(key) {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      return kept && Date.now() - kept.at < DAYS * 86400000 ? kept.values : null;
    } catch { return null; }
  }

  function write(key, form) {
    try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: Object.fromEntries(fields(form).map(field => [field.name, field.value])) })); }
    catch { } // no room or not allowed: the form works without
  }

  function restore(key, form) {
    const values = read(key);
    const changed = values ? fields(form).filter(field => field.name in values && values[field.name] !== field.value) : [];
    if (changed.length === 0) return;
    for (const field of changed) field.value = values[field.name];
    const said = document.createElement("p"), forget = document.createElement("button");
    said.className = "hint";
    said.setAttribute("role", "status");
    said.append(`上次填了没有发出的内容已经放回来了（${changed.length} 格）。 `);
    forget.type = "button";
    forget.textContent = "不要了，重新填";
    forget.addEventListener("click", () => { localStorage.removeItem(key); location.reload(); });
    said.append(forget);
    form.prepend(said);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const sent = sessionStorage.getItem(SENT);
    if (sent && location.pathname.startsWith("/submit/")) { localStorage.removeItem(sent); sessionStorage.removeItem(SENT); }
    const form = document.querySelector("form[data-draft]");
    if (!form) return;
    const key = `draft:${form.dataset.draft}`;
    restore(key, form);
    form.addEventListener("input", () => write(key, form));
    form.addEventListener("paste", () => setTimeout(() => write(key, form)));
    form.addEventListener("submit", () => { write(key, form); sessionStorage.setItem(SENT, key); });
  });
})();
