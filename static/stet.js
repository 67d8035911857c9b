// What the pages do more comfortably with scripts. Every page is complete without them.
import { reading } from "./reading.js";
import { guardForms } from "./unsaved.js";

guardForms(document);

const page = document.querySelector("[data-reading]");
if (page) reading(page);

// A choice that is a filter applies at once; its button is for those without scripts.
for (const select of document.querySelectorAll("select[data-submit]")) {
  select.form.querySelector("button").hidden = true;
  select.addEventListener("change", () => select.form.requestSubmit());
}

// A menu closes when one clicks elsewhere or presses Escape.
for (const menu of document.querySelectorAll("details.account")) {
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") menu.open = false; });
}
