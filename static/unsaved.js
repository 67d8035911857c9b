// Asks before a page with unsaved words is left, and lets no draft be saved behind the form's own sending.
const dirty = new Set();
const sent = new Set();

export function guardForms(root) {
  for (const form of root.querySelectorAll("form[data-guard]")) {
    form.addEventListener("input", () => dirty.add(form));
    form.addEventListener("submit", () => {
      dirty.delete(form);
      sent.add(form);
    });
    form.addEventListener("htmx:beforeRequest", (event) => { if (sent.has(form)) event.preventDefault(); });
    form.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) dirty.delete(form); });
  }
}

window.addEventListener("beforeunload", (event) => {
  if (dirty.size) event.preventDefault();
});

// The browser's way back may show the same page again, form and all.
window.addEventListener("pageshow", () => sent.clear());
