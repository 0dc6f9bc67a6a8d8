/** Shows the chosen badge while it is chosen, and copies texts. The page does the same without it, by its form. */
import { element } from "../element.ts";
import { parsePage } from "../trusted.ts";

const form = document.querySelector<HTMLFormElement>("#embed-choices");
let asked = 0;

if (form !== null) {
  form.addEventListener("change", () => void show(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void show(form);
  });
}
offerCopies();

/** Fetches the page for what is chosen and takes its result over; loads it as a page where that fails. */
async function show(form: HTMLFormElement): Promise<void> {
  asked += 1;
  const number = asked;
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const address = `${location.pathname}?${new URLSearchParams(fields).toString()}`;
  try {
    const answer = await fetch(address);
    const page = parsePage(await answer.text());
    const [before, after] = [document.querySelector("#embed-result"), page.querySelector("#embed-result")];
    if (!answer.ok || before === null || after === null) throw new Error("another page");
    // An answer that was overtaken by a later choice is old news.
    if (number !== asked) return;
    before.replaceWith(document.adoptNode(after));
    history.replaceState(null, "", address);
    offerCopies();
  } catch {
    location.assign(address);
  }
}

/** A button beside every snippet; it says that it worked, and screen readers hear it. */
function offerCopies(): void {
  if (navigator.clipboard === undefined) return;
  for (const snippet of document.querySelectorAll(".snippet")) {
    const [title, text] = [snippet.querySelector("h3"), snippet.querySelector("pre")];
    if (title === null || text === null || snippet.querySelector("button") !== null) continue;
    const button = element("button", "", "Copy");
    button.type = "button";
    button.setAttribute("aria-describedby", title.id);
    const status = element("span", "hidden-text");
    status.setAttribute("role", "status");
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(text.textContent ?? "").then(
        () => {
          button.textContent = "Copied";
          status.textContent = `${title.textContent ?? ""} copied`;
        },
        () => {
          button.textContent = "Select and copy";
          getSelection()?.selectAllChildren(text);
        },
      );
    });
    text.after(button, status);
  }
}
