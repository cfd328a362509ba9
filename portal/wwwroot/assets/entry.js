// The entry grid under the keyboard, as in a spreadsheet: Enter and the arrows go from cell to cell, Esc brings back what stood there, and what is
// copied from a spreadsheet is pasted over the cells from here on. Tab goes on as it does everywhere.
(() => {
  "use strict";
  const rows = () => [...document.querySelectorAll("table.entry tbody tr")];
  const at = (row, column) => row && row.cells[column] && row.cells[column].querySelector("input");

  function go(input) {
    if (!input) return false;
    input.focus();
    input.select();
    return true;
  }

  /** The next cell that can be filled in: down or up in its column, left or right in its row. */
  function next(cell, down, right) {
    const all = rows(), row = cell.parentElement;
    if (right) for (let column = cell.cellIndex + right; column >= 0 && column < row.cells.length; column += right) if (at(row, column)) return at(row, column);
    if (down) for (let index = all.indexOf(row) + down; index >= 0 && index < all.length; index += down) if (at(all[index], cell.cellIndex)) return at(all[index], cell.cellIndex);
    return null;
  }

  /** Below the last cell of a column comes the top of the next one, and after all of them what saves. */
  function onwards(cell) {
    for (let column = cell.cellIndex + 1; column < cell.parentElement.cells.length; column++)
      for (const row of rows()) if (at(row, column)) return at(row, column);
    return null;
  }

  function key(event) {
    const input = event.target, cell = input.closest && input.closest("table.entry td");
    if (!cell || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    let to = null;
    switch (event.key) {
      case "Enter":
        event.preventDefault(); // Enter sends nothing by accident
        if (!go(event.shiftKey ? next(cell, -1, 0) : next(cell, 1, 0) || onwards(cell)) && !event.shiftKey) input.form.querySelector("button.main").focus();
        return;
      case "ArrowDown": to = next(cell, 1, 0); break;
      case "ArrowUp": to = next(cell, -1, 0); break;
      case "ArrowRight": if (whole || input.selectionStart === input.value.length) to = next(cell, 0, 1); break;
      case "ArrowLeft": if (whole || input.selectionEnd === 0) to = next(cell, 0, -1); break;
      case "Escape": input.value = input.dataset.before ?? input.value; input.select(); return;
      default: return;
    }
    if (go(to)) event.preventDefault();
  }

  function paste(event) {
    const input = event.target, cell = input.closest && input.closest("table.entry td");
    const text = event.clipboardData && event.clipboardData.getData("text").replace(/\r/g, "").replace(/\n$/, "");
    if (!cell || !text || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    let start = input;
    for (const line of text.split("\n")) {
      let place = start;
      for (const value of line.split("\t")) {
        if (!place) break;
        place.value = value.trim().slice(0, place.maxLength);
        place = next(place.closest("td"), 0, 1);
      }
      start = start && next(start.closest("td"), 1, 0);
    }
  }

  /** The year so far with what is typed for the month: the system works it out again when it is saved. */
  function count(form) {
    for (const cell of form.querySelectorAll("td[data-so-far]")) {
      const typed = (form.elements[cell.dataset.of]?.value ?? "").trim().replace(/,/g, "");
      const sum = /^-?\d+(\.\d+)?$/.test(typed) ? Number(cell.dataset.soFar) + Number(typed) : null;
      cell.textContent = sum === null ? "自动算出" : String(Math.round(sum * 1e4) / 1e4);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const table = document.querySelector("table.entry");
    if (!table) return;
    const form = table.closest("form");
    for (const kind of ["input", "keyup", "change"]) form.addEventListener(kind, () => count(form));
    form.addEventListener("paste", () => setTimeout(() => count(form)));
    setTimeout(() => count(form)); // after what was kept has been put back
  });

  document.addEventListener("keydown", key);
  document.addEventListener("paste", paste);
  document.addEventListener("focusin", event => { if (event.target.matches("table.entry input")) event.target.dataset.before = event.target.value; });
})();
