import { wordMorePlaces, type Finding, type Severity } from "#core/base/finding.ts";

import { element } from "../element.ts";

const MARKS: Readonly<Record<Severity, readonly [className: string, word: string]>> = {
  error: ["mark mark-bad icon-cross", "Error"],
  warning: ["mark mark-warn icon-clock", "Warning"],
  note: ["mark mark-unknown icon-question", "Note"],
};

/** A finding; rules for documents have a page. */
type ShownFinding = Finding & { readonly docs?: string };

/** What the reader may do with a finding. */
export interface FindingActions<Found extends ShownFinding> {
  readonly show: (finding: Found) => void;
  readonly repair: (finding: Found) => void;
}

/** A finding as an item of a list: how grave, where, what, why, and what can be done. */
export function findingItem<Found extends ShownFinding>(finding: Found, actions: FindingActions<Found>): HTMLLIElement {
  const { severity, place, message, ruleId, docs, source, fix } = finding;
  const { line, column } = place.start;
  const show = button(() => actions.show(finding), `Line ${line}, column ${column}`);
  const rule = docs === undefined ? element("code", "", ruleId) : ruleLink(ruleId, docs);
  const head = element("p", "finding-head", element("span", ...MARKS[severity]), show, rule);
  const quote = place.quote === undefined ? [] : [element("pre", "finding-quote", place.quote)];
  const more = wordMorePlaces(finding);
  const elsewhere = more === undefined ? [] : [element("p", "finding-foot", `and at ${more}`)];
  const repair = fix === undefined ? [] : [button(() => actions.repair(finding), ...codedText(fix.description))];
  const foot = element("p", "finding-foot", element("span", "", ...codedText(source.clause)), ...repair);
  return element("li", "", head, element("p", "", ...codedText(message)), ...quote, ...elsewhere, foot);
}

function ruleLink(ruleId: string, docs: string): HTMLAnchorElement {
  const link = element("a", "", ruleId);
  link.href = docs;
  link.target = "_blank";
  return link;
}

/** "1 error, 2 warnings" in words. */
export function countInWords(counts: Readonly<Record<Severity, number>>): string {
  const parts = (["error", "warning", "note"] as const).flatMap((severity) => {
    const count = counts[severity];
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return parts.length === 0 ? "No findings." : `${parts.join(", ")}.`;
}

/** What messages put between backticks is code. */
export function codedText(text: string): (Node | string)[] {
  return text.split(/`([^`]*)`/).map((part, index) => (index % 2 === 0 ? part : element("code", "", part)));
}

function button(onClick: () => void, ...content: (Node | string)[]): HTMLButtonElement {
  const made = element("button", "", ...content);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}
