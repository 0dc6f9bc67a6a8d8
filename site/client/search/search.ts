import { parsePage } from "../trusted.ts";

/**
 * Results while the reader types: fetches the page that the form leads to and takes its results over. The page is the
 * template, so there is nothing to keep in step.
 */
const PAUSE_MS = 150;

const form = document.querySelector<HTMLFormElement>(".search-form");
const results = document.getElementById("results");
let waiting: ReturnType<typeof setTimeout> | undefined;
let request: AbortController | undefined;

async function showResults(form: HTMLFormElement, results: HTMLElement): Promise<void> {
  request?.abort();
  request = new AbortController();
  const fields = [...new FormData(form)].filter((field): field is [string, string] => field[1] !== "");
  const address = `${form.action}?${new URLSearchParams(fields)}`;
  try {
    const response = await fetch(address, { signal: request.signal });
    if (!response.ok) return;
    const page = parsePage(await response.text());
    results.replaceChildren(...(page.getElementById("results")?.childNodes ?? []));
    document.title = page.title;
    history.replaceState(null, "", address);
  } catch {
    // Overtaken by the next letter, or offline: the form itself still works.
  }
}

if (form !== null && results !== null) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void showResults(form, results), PAUSE_MS);
  });
}
