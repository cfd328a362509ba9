// The little that pages need beyond forms and links: words while something takes its time, dropping of files, charts. No page depends on it
// for its figures: each chart stands beside its table, each form sends itself.
(() => {
  "use strict";
  const SLOW = 300; // milliseconds after which waiting is put into words

  function busy(form) {
    const button = form.querySelector("button[data-busy]");
    if (!button || button.getAttribute("aria-busy") === "true") return;
    const said = button.textContent;
    button.setAttribute("aria-busy", "true");
    setTimeout(() => { if (button.getAttribute("aria-busy") === "true") button.textContent = button.dataset.busy; }, SLOW);
    window.addEventListener("pageshow", () => { button.removeAttribute("aria-busy"); button.textContent = said; }, { once: true });
  }

  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.dataset.ask && !window.confirm(form.dataset.ask)) { event.preventDefault(); return; }
    if (form.querySelector("button[aria-busy=true]")) { event.preventDefault(); return; } // a second click sends nothing twice
    busy(form);
  });

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
    // Tooltips as drawn text: the policy of the pages allows no styles inside markup.
    drawn.setOption({ animation: false, textStyle: { fontFamily: "inherit" }, tooltip: { trigger: "axis", renderMode: "richText" }, ...wanted });
    if (place.dataset.link) drawn.on("click", point => { const link = point.data && point.data.link; if (link && link.startsWith("/")) location.assign(link); });
    new ResizeObserver(() => drawn.resize()).observe(place);
  }

  function enliven(root) {
    root.querySelectorAll(".drop").forEach(dropping);
    if (window.echarts) root.querySelectorAll(".chart[data-chart]").forEach(chart);
  }

  document.addEventListener("DOMContentLoaded", () => enliven(document));
  document.addEventListener("htmx:load", event => { if (event.target !== document.body) enliven(event.target); });
})();
