// The reading page: the text and the list of claims light up together, and j and k go from claim to claim.
export function reading(page) {
  const entries = [...page.querySelectorAll(".claims > li")];
  const idOf = (entry) => entry.id.slice("claim-".length);
  const marksOf = (id) => page.querySelectorAll(`[data-claims~="${id}"], #mark-${CSS.escape(id)}`);

  function light(id, on) {
    for (const mark of marksOf(id)) mark.classList.toggle("lit", on);
  }

  for (const entry of entries) {
    for (const begin of ["mouseenter", "focusin"]) entry.addEventListener(begin, () => light(idOf(entry), true));
    for (const end of ["mouseleave", "focusout"]) entry.addEventListener(end, () => light(idOf(entry), false));
  }

  let lit = null;
  page.addEventListener("mouseover", (event) => {
    const mark = event.target.closest(".mark, .chip");
    const entry = mark && document.querySelector(mark.getAttribute("href"));
    if (entry === lit) return;
    lit?.classList.remove("lit");
    entry?.classList.add("lit");
    lit = entry;
  });

  function go(step) {
    const now = entries.findIndex((entry) => entry.contains(document.activeElement));
    const next = entries[now < 0 ? (step > 0 ? 0 : entries.length - 1) : now + step];
    if (!next) return;
    (next.querySelector(".claim-text a") ?? next.querySelector(".number")).focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    document.getElementById(`mark-${idOf(next)}`)?.scrollIntoView({ block: "nearest" });
  }

  const keys = {
    j: () => go(1),
    k: () => go(-1),
    t: () => document.activeElement.closest(".claims > li")?.querySelector(".number").click(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    keys[event.key]?.();
  });
  const told = document.querySelector("[data-keys]");
  if (told && entries.length) told.hidden = false;
}
