import type { LinkedFinding } from "#core/standards/checking/rule-page.ts";
import { countFindings } from "#core/base/finding.ts";

import { countInWords, findingItem, type FindingActions } from "./check-findings.ts";
import { fileNameIn } from "./check-files.ts";
import type { Desk } from "./check-desk.ts";
import type { CheckOutcome } from "./check-messages.ts";
import { previewNodes } from "./check-preview.ts";
import { verdictNodes, withFile } from "./check-verdict.ts";
import { element } from "../element.ts";
import { part } from "../part.ts";

/** What the reader may do with what is shown. */
export interface ViewActions extends FindingActions<LinkedFinding> {
  /** Opens a document of the desk. */
  readonly open: (path: string) => void;
}

/** Shows on the page what a check found. */
export class CheckView {
  readonly #actions: ViewActions;
  readonly #status = part("check-status", HTMLElement);
  readonly #repairAll = part("check-repair-all", HTMLButtonElement);
  readonly #download = part("check-download", HTMLButtonElement);
  readonly #documents = part("check-documents", HTMLElement);
  readonly #findings = part("check-findings", HTMLOListElement);
  readonly #verdict = part("check-verdict", HTMLElement);
  readonly #preview = part("check-preview", HTMLElement);

  constructor(actions: ViewActions) {
    this.#actions = actions;
  }

  /** Says what is going on. */
  showProgress(message: string): void {
    this.#status.textContent = message;
  }

  /** Says why there is no outcome, and takes the last one away. */
  showFailure(message: string): void {
    this.#status.textContent = message;
    this.#findings.replaceChildren();
    this.#preview.replaceChildren();
    this.#documents.hidden = true;
    this.#verdict.hidden = true;
    this.#repairAll.hidden = true;
  }

  /** Shows the fields that a kind of comparison needs: `nothing`, `published` or `files`. */
  showComparison(kind: string): void {
    part("check-base-field", HTMLElement).hidden = kind !== "files";
    part("check-whole-field", HTMLElement).hidden = kind === "published";
    part("check-description-field", HTMLElement).hidden = kind === "nothing";
  }

  /** Shows findings, verdict and preview. */
  show({ answer: { findings, counts, verdict }, paths, preview }: CheckOutcome, { shown, files }: Desk): void {
    const words = countInWords(counts);
    this.#status.textContent = verdict === undefined ? words : `The change brings: ${words.toLowerCase()}`;
    this.#findings.replaceChildren(
      ...findings.map((finding) => {
        const item = findingItem(finding, this.#actions);
        return paths.length > 1 ? withFile(finding, item) : item;
      }),
    );
    this.#verdict.hidden = verdict === undefined;
    if (verdict !== undefined) this.#verdict.lastElementChild?.replaceChildren(...verdictNodes(verdict, this.#actions));
    this.#preview.replaceChildren(...(preview === undefined ? [] : previewNodes(preview)));
    this.#repairAll.hidden = findings.every(({ fix }) => fix === undefined);
    this.#download.hidden = files.length === 0;
    const own = new Set(files.map(({ path }) => path));
    this.#showDocuments(
      paths
        .filter((path) => own.has(path))
        .map((path) => ({
          path,
          counts: countInWords(countFindings(findings.filter(({ place }) => place.path === path))),
        })),
      shown,
    );
  }

  /** Puts the keyboard where the outcome is said. */
  focusStatus(): void {
    this.#status.focus();
  }

  #showDocuments(documents: readonly { readonly path: string; readonly counts: string }[], shown: string): void {
    this.#documents.hidden = documents.length < 2;
    const items = documents.map(({ path, counts }) => {
      const button = element("button", "", fileNameIn(path));
      button.type = "button";
      if (path === shown) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => this.#actions.open(path));
      return element("li", "", button, element("span", "", counts));
    });
    this.#documents.lastElementChild?.replaceChildren(...items);
  }
}
