// Asks before a page with unsaved words is left. A draft that was saved meanwhile is not unsaved any more.
const dirty = new Set();

export function guardForms(root) {
  for (const form of root.querySelectorAll("form[data-guard]")) {
    form.addEventListener("input", () => dirty.add(form));
    form.addEventListener("submit", () => dirty.delete(form));
    if (form.dataset.guard === "draft") {
      form.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) dirty.delete(form); });
    }
  }
}

window.addEventListener("beforeunload", (event) => {
  if (dirty.size) event.preventDefault();
});
