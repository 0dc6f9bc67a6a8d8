import type { LinkedVerdict } from "#core/standards/changes/verdict.ts";
import type { RequirementEffect, RequirementRow } from "#core/standards/changes/requirement-row.ts";

import type { LinkedFinding } from "#core/standards/checking/rule-page.ts";

import { fileNameIn } from "./check-files.ts";
import { findingItem, type FindingActions } from "./check-findings.ts";
import { element } from "../element.ts";

const EFFECTS: Readonly<Record<RequirementEffect, readonly [className: string, word: string]>> = {
  tightens: ["mark mark-bad icon-cross", "Asks for more"],
  unclear: ["mark mark-warn icon-clock", "To be read"],
  relaxes: ["mark mark-good icon-check", "Asks for less"],
  none: ["mark mark-unknown icon-question", "Asks the same"],
};

/** What a change is and whether it may be made: the answer, the documents, the reasons, the demands, the approvals. */
export function verdictNodes(verdict: LinkedVerdict, actions: FindingActions<LinkedFinding>): readonly Node[] {
  const { summary, allowed, documents, reasons, requirements, approvals } = verdict;
  const mark = allowed ? element("span", "mark mark-good icon-check", "Allowed") : refused();
  const answer = element("p", "verdict-answer", mark, summary.replace(/^[^:]*: /, ""));
  return [
    answer,
    ...list(
      "What changes",
      "ul",
      documents.map(({ path, kinds, statusBefore, statusAfter }) => {
        const steps = [statusBefore, statusAfter].filter((status) => status !== undefined);
        const status = statusBefore === statusAfter ? "" : `, ${steps.join(" → ")}`;
        return element("li", "", element("code", "", fileNameIn(path)), ` ${kinds.join(", ")}${status}`);
      }),
    ),
    ...list(
      "Reasons",
      "ol",
      reasons.map((reason) => withFile(reason, findingItem(reason, actions))),
    ),
    ...list("Demands that change", "ol", requirements.map(demandItem)),
    ...list(
      "Needs the approval of",
      "ul",
      approvals.map(({ by, track }) => element("li", "", `${by} (${track})`)),
    ),
  ];
}

/** A finding with the name of its file above it. */
export function withFile({ place }: LinkedFinding, item: HTMLLIElement): HTMLLIElement {
  item.prepend(element("p", "finding-file", fileNameIn(place.path)));
  return item;
}

function refused(): HTMLElement {
  return element("span", "mark mark-bad icon-cross", "Not allowed");
}

function demandItem({ effect, evidence, before, after }: RequirementRow): HTMLLIElement {
  const head = element("p", "finding-head", element("span", ...EFFECTS[effect]), element("span", "", evidence));
  const texts = [
    ...(before === undefined ? [] : [element("del", "", before.text)]),
    ...(after === undefined ? [] : [element("ins", "", after.text)]),
  ];
  return element("li", "", head, ...texts.map((text) => element("p", "demand-text", text)));
}

function list(heading: string, tag: "ul" | "ol", items: readonly HTMLLIElement[]): readonly Node[] {
  return items.length === 0 ? [] : [element("h3", "", heading), element(tag, "finding-list", ...items)];
}
