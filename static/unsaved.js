// Asks before a page with unsaved words is left, and says when a draft is not to be saved by itself any more.
const dirty = new Set();
const resting = new Set();

export function guardForms(root) {
  for (const form of root.querySelectorAll("form[data-guard]")) {
    form.addEventListener("input", () => dirty.add(form));
    form.addEventListener("submit", () => {
      dirty.delete(form);
      resting.add(form);
    });
    form.addEventListener("htmx:beforeRequest", (event) => { if (resting.has(form)) event.preventDefault(); });
    form.addEventListener("htmx:afterRequest", (event) => {
      if (event.detail.successful) dirty.delete(form);
      // Another window saved first: from here on only a person decides which of the two texts stays.
      if (event.detail.xhr.status === 409) resting.add(form);
    });
  }
}

window.addEventListener("beforeunload", (event) => {
  if (dirty.size) event.preventDefault();
});

// The browser's way back may show the same page again, form and all.
window.addEventListener("pageshow", (event) => { if (event.persisted) resting.clear(); });
