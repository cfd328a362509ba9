// The little that pages need beyond forms and links: words while something takes its time, dropping of files, charts, boxes that scroll. No page
// depends on it for its figures: each chart stands beside its table, each form sends itself.
(() => {
  "use strict";
  const SLOW = 300; // milliseconds after which waiting is put into words
  const LONG = "正在处理，请稍候…";
  const SENT = "file-sent"; // a file that is saved leaves the page where it is: this cookie tells that it has begun to come

  let waiting = null; // what is waited for: timers, and the button with its words

  function wait(words, button) {
    done();
    document.cookie = `${SENT}=; Max-Age=0; Path=/`;
    const line = document.getElementById("busy");
    waiting = { button, said: button && button.textContent };
    if (button) button.setAttribute("aria-busy", "true");
    waiting.timer = setTimeout(() => {
      if (line) line.textContent = words || LONG;
      if (button && button.dataset.busy) button.textContent = button.dataset.busy;
    }, SLOW);
    waiting.watch = setInterval(() => { if (document.cookie.includes(`${SENT}=1`)) done(); }, 200);
  }

  function done() {
    if (!waiting) return;
    clearTimeout(waiting.timer);
    clearInterval(waiting.watch);
    if (waiting.button) { waiting.button.removeAttribute("aria-busy"); waiting.button.textContent = waiting.said; }
    const line = document.getElementById("busy");
    if (line) line.textContent = "";
    waiting = null;
  }

  // What is asked before something is done names what was chosen: {period} is the field of that name, a list by the words of its entry.
  const asked = form => form.dataset.ask.replace(/\{(\w+)\}/g, (_, name) => {
    const field = form.elements[name];
    const entry = field && field.options ? field.options[field.selectedIndex] : null;
    return (entry ? entry.dataset.said || entry.text : field && field.value || "").trim();
  });

  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.dataset.ask && !window.confirm(asked(form))) { event.preventDefault(); return; }
    if (form.querySelector("button[aria-busy=true]")) { event.preventDefault(); return; } // a second click sends nothing twice
    const button = event.submitter || form.querySelector("button[data-busy]");
    if (!event.defaultPrevented) wait(button && button.dataset.busy || form.dataset.busy, button);
  });

  document.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.target && link.target !== "_self") return;
    const to = new URL(link.href, location.href);
    if (to.origin === location.origin && !(to.hash && to.pathname === location.pathname && to.search === location.search)) wait(link.dataset.busy);
  });

  // Back from elsewhere, or stopped: nothing is waited for any more.
  window.addEventListener("pageshow", done);
  document.addEventListener("keydown", event => { if (event.key === "Escape") done(); });

  // A choice that shows other rows sends its form by itself.
  document.addEventListener("change", event => {
    const form = event.target.closest("form[data-live]");
    if (form) form.requestSubmit();
  });

  function dropping(area) {
    const input = area.querySelector("input[type=file]");
    const names = area.querySelector("[data-files]");
    const show = () => { if (names) names.textContent = [...input.files].map(file => file.name).join("、"); };
    input.addEventListener("change", () => { show(); if (area.hasAttribute("data-send") && input.files.length) area.closest("form").requestSubmit(); });
    for (const kind of ["dragenter", "dragover"]) area.addEventListener(kind, event => { event.preventDefault(); area.classList.add("over"); });
    for (const kind of ["dragleave", "drop"]) area.addEventListener(kind, event => { event.preventDefault(); area.classList.remove("over"); });
    area.addEventListener("drop", event => { input.files = event.dataTransfer.files; input.dispatchEvent(new Event("change", { bubbles: true })); });
  }

  function chart(place) {
    const drawn = echarts.init(place, null, { renderer: "canvas" });
    const wanted = JSON.parse(place.dataset.chart);
    // A canvas inherits no font. Tooltips as drawn text: the policy of the pages allows no styles inside markup.
    const font = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 };
    drawn.setOption({ animation: false, textStyle: font, tooltip: { trigger: "axis", renderMode: "richText" }, ...wanted });
    // Names beside bars leave the bars their room on a phone.
    const fit = () => {
      drawn.resize();
      if (wanted.yAxis && wanted.yAxis.type === "category") drawn.setOption({ yAxis: { axisLabel: { width: Math.min(230, place.clientWidth * .34), overflow: "break" } } });
    };
    if (place.dataset.link) drawn.on("click", point => { const link = point.data && point.data.link; if (link && link.startsWith("/")) { wait(); location.assign(link); } });
    new ResizeObserver(fit).observe(place);
  }

  // Whoever has no mouse scrolls a box that is focused; a box that holds all it has is no stop on the way.
  function scrolling(box) {
    if (box.hasAttribute("tabindex")) return;
    const name = (box.querySelector("caption") || box.closest("section, article")?.querySelector("h2, h3") || document.querySelector("h1"))?.textContent.trim();
    const look = () => {
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) for (const [key, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", name || "表格"]]) box.setAttribute(key, value);
      else for (const key of ["tabindex", "role", "aria-label"]) box.removeAttribute(key);
    };
    new ResizeObserver(look).observe(box);
    look();
  }

  // On a phone a row of a list stands as lines, each with the head of its column. Laid out so a table is none to a screen reader, unless it says so.
  function listing(table) {
    const heads = [...table.tHead.rows[0].cells].flatMap(cell => Array(cell.colSpan).fill(cell.textContent.trim()));
    table.classList.add("list");
    table.setAttribute("role", "table");
    for (const part of [table.tHead, ...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])]) part.setAttribute("role", "rowgroup");
    for (const row of table.rows) {
      let column = 0;
      row.setAttribute("role", "row");
      for (const cell of row.cells) {
        cell.setAttribute("role", cell.tagName === "TD" ? "cell" : cell.scope === "row" ? "rowheader" : "columnheader");
        if (cell.tagName === "TD" && cell.colSpan === 1) cell.dataset.head = heads[column] || "";
        column += cell.colSpan;
      }
    }
  }

  function enliven(root) {
    root.querySelectorAll("table:not(.grid), table.entry").forEach(table => { if (table.tHead) listing(table); });
    root.querySelectorAll(".drop").forEach(dropping);
    root.querySelectorAll(".scroll, .tall").forEach(scrolling);
    if (window.echarts) root.querySelectorAll(".chart[data-chart]").forEach(chart);
  }

  document.addEventListener("DOMContentLoaded", () => {
    enliven(document);
    const here = document.querySelector(".menu [aria-current]");
    if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.clientWidth / 2; // on a phone the menu is longer than the screen
    // After a refusal: the first wrong field, or else what was said of it.
    const wrong = document.querySelector("main [aria-invalid=true]") || document.querySelector("main [role=alert]");
    if (wrong && !document.querySelector("[autofocus]")) { if (wrong.matches("[role=alert]")) wrong.tabIndex = -1; wrong.focus(); }
  });
  document.addEventListener("htmx:load", event => { if (event.target !== document.body) enliven(event.target); });
})();
