// A link in the error summary may name a group of fields; the focus then goes to the first field in it.
export function arriveAtGroups(): void {
  document.querySelector(".govuk-error-summary")?.addEventListener("click", (event) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLAnchorElement)) return;
    const group = document.getElementById(event.target.hash.slice(1));
    const field = group?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea, button");
    if (!field || group?.matches("input, select, textarea")) return;
    event.preventDefault();
    group?.scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
