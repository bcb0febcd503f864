"use strict";
(() => {
  const body = document.querySelector("#documents tbody");
  const rows = [...body.rows];
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const update = () => {
    const words = plain(document.querySelector("#filter").value.trim()), state = document.querySelector("#state").value;
    let shown = 0;
    for (const row of rows) {
      row.hidden = (state && row.dataset.status !== state) || (words && !plain(row.textContent).includes(words));
      shown += row.hidden ? 0 : 1;
    }
    document.querySelector("#shown").textContent = String(shown);
  };
  document.querySelector("#filter").addEventListener("input", update);
  document.querySelector("#state").addEventListener("change", update);
  document.querySelectorAll("th button").forEach((button, column) => button.addEventListener("click", () => {
    const head = button.parentNode, down = head.getAttribute("aria-sort") === "ascending";
    document.querySelectorAll("th").forEach((other) => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = (row) => row.cells[column].textContent;
    rows.sort((a, b) => key(a).localeCompare(key(b), "vi", { numeric: true }) * (down ? -1 : 1));
    body.append(...rows);
  }));
})();
