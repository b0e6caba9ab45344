// A form is sent once, however often the button is pressed on a slow connection.
const patience = 10_000;

export function preventSecondSubmits(): void {
  const sentAt = new WeakMap<HTMLFormElement, number>();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    const before = sentAt.get(form);
    // Somebody whose signal was lost must be able to try again without reloading the page.
    if (before !== undefined && event.timeStamp - before < patience) {
      event.preventDefault();
      return;
    }
    sentAt.set(form, event.timeStamp);
    form.setAttribute("aria-busy", "true");
  });

  // The page comes back from the browser's memory as it was left: sent.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of Array.from(document.forms)) {
      sentAt.delete(form);
      form.removeAttribute("aria-busy");
    }
  });
}
