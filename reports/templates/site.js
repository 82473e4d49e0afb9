"use strict";
(() => {
  const form = document.getElementById("find");
  const words = document.getElementById("words");
  const found = document.getElementById("found");
  const rows = [...document.querySelectorAll("[data-s]")].map((row) => [row, row.dataset.s]);
  const groups = [...new Set(rows.map(([row]) => row.parentNode))];
  const filter = () => {
    const wanted = words.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const [row, text] of rows) {
      row.hidden = !wanted.every((word) => text.includes(word));
      left += row.hidden ? 0 : 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-s]:not([hidden])");
    found.textContent = wanted.length ? found.dataset.told.replace("{n}", left).replace("{all}", rows.length) : "";
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", filter);
  addEventListener("pageshow", filter);
  form.hidden = false;
})();
