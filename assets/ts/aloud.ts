// A button that reads the page aloud, for children who do not read yet. It is shown only where the browser can speak.
export function readAloud(): void {
  const button = document.querySelector<HTMLButtonElement>("button[data-read-aloud]");
  if (!button || !("speechSynthesis" in window)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      return;
    }
    const text = new SpeechSynthesisUtterance(wordsOfPage());
    text.lang = document.documentElement.lang;
    text.rate = 0.9;
    speechSynthesis.speak(text);
  });
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
}

function wordsOfPage(): string {
  const parts = document.querySelectorAll<HTMLElement>("main h1, main p, main .picture__text, main label:not(.picture)");
  return Array.from(parts, (part) => part.innerText.trim()).join(". ");
}
