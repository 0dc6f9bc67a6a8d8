import type { ParsedDocument } from "#core/standards/documents/read-document.ts";
import { compareRequirements, type RequirementChange } from "#core/standards/requirements/compare-requirements.ts";
import { comparableText } from "#core/standards/requirements/normative-sentence.ts";

import { announcedBlocks, place, type PlacedDemand } from "./attachments/attachment.ts";
import { compareAttachments } from "./attachments/compare-attachments.ts";
import { judgeSentence, strictest, type Judged } from "./bounds/judge-sentence.ts";
import { findDemands, findQuotedDemands, type FoundDemand } from "./find-demands.ts";
import { judgeLoneDemand } from "./judge-lone-demand.ts";
import { pairRest } from "./pair-rest.ts";
import type { Demand, RequirementRow } from "./requirement-row.ts";

type DemandChange = RequirementChange<FoundDemand>;

/** The demands that differ between two texts of a document, in the order of the later one, removed ones last. */
export function compareDemands(before: ParsedDocument, after: ParsedDocument): RequirementRow[] {
  if (before.text === after.text) return [];
  const changes = pairRest(compareRequirements(findDemands(before), findDemands(after)));
  const rows = changes.flatMap(({ change, isMerged }): RequirementRow[] => {
    const judged = isMerged ? MERGED : judge(change, before, after);
    return judged === undefined ? [] : [toRow(change, judged, after.path)];
  });
  return [...rows, ...compareQuotations(before, after)];
}

const MERGED: Judged = { effect: "none", evidence: "the same demands, in more or fewer sentences" };

function toRow(change: DemandChange, { effect, evidence }: Judged, path: string): RequirementRow {
  return {
    path,
    change: change.kind === "same" ? "changed" : change.kind,
    effect,
    evidence,
    ...(change.before === undefined ? {} : { before: toDemand(change.before) }),
    ...(change.after === undefined ? {} : { after: toDemand(change.after) }),
  };
}

function toDemand({ level, text, details, line, isCapitalized }: FoundDemand): Demand {
  return { level, text: details === undefined ? text : `${text} ${details}`, line, isCapitalized };
}

/** What became of a demand and of all that belongs to it; undefined where nothing did. */
function judge({ kind, before, after }: DemandChange, base: ParsedDocument, head: ParsedDocument): Judged | undefined {
  if (before === undefined || after === undefined) return judgeLoneDemand(before, after);
  const [from, to] = [place(base, before), place(head, after)];
  const attached = compareAttachments(from, to);
  if (kind === "same" && attached.length === 0) return undefined;
  const wording = before.text === after.text ? [] : [judgeText(before, after)];
  const judged = strictest([...wording, ...attached]);
  if (judged === undefined || judged.effect === "none")
    return byLevel(kind, before, after) ?? judged ?? judgeDetails(from, to);
  return judged.effect === "tightens" ? judged : (byLevel(kind, before, after, judged) ?? judged);
}

/** "Optional: …" binds nobody, so words that nothing is known of are only other words. */
function judgeText(before: FoundDemand, after: FoundDemand): Judged {
  const judged = judgeSentence(before.text, after.text);
  const isFree = [before, after].every(({ text }) => /^optional:/i.test(text));
  return isFree && judged.effect === "unclear" ? { effect: "none", evidence: "an allowance in other words" } : judged;
}

/** A stronger key word decides, wherever it stands in the sentence. */
function byLevel(
  kind: DemandChange["kind"],
  before: FoundDemand,
  after: FoundDemand,
  judged?: Judged,
): Judged | undefined {
  const evidence = `${before.level} became ${after.level}`;
  if (kind === "raised") return { effect: "tightens", evidence };
  return kind === "relaxed" && judged === undefined ? { effect: "relaxes", evidence } : undefined;
}

/** Where the words differ but not what they say; what no block that is compared accounts for is left to people. */
function judgeDetails(from: PlacedDemand, to: PlacedDemand): Judged | undefined {
  const [before, after] = [from.demand, to.demand];
  if (comparableText(before) === comparableText(after)) return undefined;
  const isRead = before.details === after.details || announcedBlocks(to).length > 0;
  return isRead
    ? { effect: "none", evidence: "the same, written in another way" }
    : { effect: "unclear", evidence: "what it announces is worded differently" };
}

/** Demands inside of quotations: whom they bind, the text does not say. */
function compareQuotations(before: ParsedDocument, after: ParsedDocument): RequirementRow[] {
  return compareRequirements(findQuotedDemands(before), findQuotedDemands(after)).flatMap((change): RequirementRow[] =>
    change.kind === "same"
      ? []
      : [
          toRow(
            change,
            { effect: "unclear", evidence: "a quotation, of which the text does not say whom it binds" },
            after.path,
          ),
        ],
  );
}
