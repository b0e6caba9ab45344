// Says how plain an answer is while somebody writes it: what the button “Check the words” says, from the same place, without
// leaving the page. Where the server does not answer with it, nothing happens; the button works as without a script.
const pause = 800;
const place = "checked-words";

export function checkWordsWhileWriting(): void {
  const said = document.getElementById(place);
  const button = document.querySelector<HTMLButtonElement>("button[name=check]");
  const form = button?.form;
  if (!said || !button || !form) return;
  // Below what is being written, so that nothing moves under the hands of the writer.
  if (said.childElementCount === 0) form.append(said);

  let waiting: number | undefined;
  let asked: AbortController | undefined;
  const ask = async (): Promise<void> => {
    asked?.abort();
    asked = new AbortController();
    const report = await checked(form, button, asked.signal);
    // The same is not said again to those who listen.
    if (report && report.textContent !== said.textContent) said.replaceChildren(...Array.from(report.childNodes));
  };
  form.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), pause);
  });
}

/// What the server says of the words; null when it could not be asked.
async function checked(form: HTMLFormElement, button: HTMLButtonElement, signal: AbortSignal): Promise<Element | null> {
  const fields = new FormData(form);
  fields.append(button.name, button.value);
  const body = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === "string") body.append(name, value);
  try {
    const answer = await fetch(form.action, { method: "POST", body, signal });
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(place);
  } catch {
    return null;
  }
}
