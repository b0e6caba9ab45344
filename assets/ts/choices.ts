// Radios and checkboxes. GOV.UK Frontend's own scripts for them set aria-expanded, which ARIA does not allow there and
// checkers report, so these are ours.

/// Shows what belongs to a choice while it is chosen.
export function revealWithChoices(): void {
  const choices = Array.from(document.querySelectorAll<HTMLInputElement>("input[data-aria-controls]"));
  if (choices.length === 0) return;
  for (const choice of choices) {
    choice.setAttribute("aria-controls", choice.dataset.ariaControls ?? "");
    choice.removeAttribute("data-aria-controls");
  }
  const showAll = () => choices.forEach(show);
  document.addEventListener("change", showAll);
  // The browser brings back what was chosen after the page has been read.
  window.addEventListener("pageshow", showAll);
  showAll();
}

function show(choice: HTMLInputElement): void {
  const part = document.getElementById(choice.getAttribute("aria-controls") ?? "");
  part?.classList.toggle(`govuk-${choice.type === "radio" ? "radios" : "checkboxes"}__conditional--hidden`, !choice.checked);
}

/// "None of these" unticks the others, and they untick it.
export function linkExclusiveBoxes(): void {
  document.addEventListener("change", (event) => {
    const ticked = event.target;
    if (!(ticked instanceof HTMLInputElement) || ticked.type !== "checkbox" || !ticked.checked) return;
    const isExclusive = ticked.dataset.behaviour === "exclusive";
    for (const box of Array.from(ticked.form?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])) {
      if (box === ticked || box.name !== ticked.name || !box.checked) continue;
      if (!isExclusive && box.dataset.behaviour !== "exclusive") continue;
      box.checked = false;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}
