import { jsonWords, type JsonWord } from "#core/base/json/json-words.ts";
import { windowAround, type SourceLine, type SourcePlace } from "#core/sboms/checking/source-window.ts";

import { element } from "../element.ts";

const CLASSES: Record<JsonWord["kind"], string> = {
  name: "hljs-attr",
  string: "hljs-string",
  number: "hljs-number",
  literal: "hljs-literal",
  text: "",
};

/** Shows the part of a document around a place, as the page of a published SBOM does; answers the row of the place. */
export function showSource(body: HTMLElement, text: string, place: SourcePlace): HTMLElement | undefined {
  const { lines } = windowAround(text, place);
  const rows = lines.map(rowOf);
  body.replaceChildren(...rows);
  return rows.find((row) => row.querySelector("mark") !== null) ?? rows[0];
}

function rowOf({ number, before, marked, after, isCutBefore, isCutAfter }: SourceLine): HTMLTableRowElement {
  const cut = (isCut: boolean) => (isCut ? [element("span", "source-cut", "…")] : []);
  const mark = marked === "" ? [] : [element("mark", "", ...wordsOf(marked))];
  return element(
    "tr",
    "",
    element("td", "source-number", String(number)),
    element(
      "td",
      "source-text",
      ...cut(isCutBefore),
      ...wordsOf(before),
      ...mark,
      ...wordsOf(after),
      ...cut(isCutAfter),
    ),
  );
}

function wordsOf(text: string): (Node | string)[] {
  return jsonWords(text).map(({ kind, text: word }) => (kind === "text" ? word : element("span", CLASSES[kind], word)));
}
