// Single keys on a worker's list: j and k go up and down, o opens, f filters, / searches, ? shows help. They do nothing
// while somebody types, and the server leaves the list unmarked for who has turned them off (WCAG 2.1.4).

export function listenToKeys(): void {
  const list = document.querySelector<HTMLElement>("[data-keys=list]");
  if (!list) return;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const act = actions(list)[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actions(list: HTMLElement): Record<string, () => void> {
  return {
    j: () => move(list, 1),
    k: () => move(list, -1),
    o: () => focused(list)?.click(),
    f: () => openFilter("summary"),
    "/": () => openFilter("input[name=q]"),
    "?": () => document.querySelector<HTMLDialogElement>(`dialog#${list.dataset.help ?? ""}`)?.showModal(),
  };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
}

function links(list: HTMLElement): HTMLAnchorElement[] {
  return Array.from(list.querySelectorAll<HTMLAnchorElement>(".work__words a"));
}

function focused(list: HTMLElement): HTMLAnchorElement | undefined {
  return links(list).find((link) => link === document.activeElement);
}

/// The first or the last, when none of them has the focus yet; it stays where the list ends.
function move(list: HTMLElement, by: 1 | -1): void {
  const all = links(list);
  const now = all.findIndex((link) => link === document.activeElement);
  const next = now < 0 ? (by > 0 ? 0 : all.length - 1) : now + by;
  all[next]?.focus();
}

function openFilter(selector: string): void {
  const filter = document.querySelector<HTMLDetailsElement>("details#filters");
  if (!filter) return;
  filter.open = true;
  filter.querySelector<HTMLElement>(selector)?.focus();
}
