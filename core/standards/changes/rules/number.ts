import { scs0001 } from "#core/standards/rules/parts/sources.ts";
import { shortId } from "#core/standards/documents/document-id.ts";
import { nextNumber } from "#core/standards/editing/next-number.ts";

import type { Change, DocumentSide } from "../change.ts";
import { numberOf, readName } from "../read-name.ts";
import { addedPrimaries, type ChangeReport, type ChangeRule } from "./change-rule.ts";

/** Two documents that share a number break every link to one of them. */
export const number: ChangeRule = {
  id: "change/number",
  severity: "error",
  source: scs0001("Proposal phase"),
  summary: "A new document has a number that nobody uses, in no other open proposal either.",
  *check(change) {
    for (const side of [...addedPrimaries(change), ...renumbered(change)]) {
      if (side.name === undefined) continue;
      if (side.name.number === "xxxx") yield* judgeProposal(side, change);
      else if (side.name.version === 1) yield* judgeNewNumber(side, side.name.number, change);
      yield* judgeOtherHeads(side, change);
    }
    for (const { kinds, after } of change.documents) {
      if (kinds.includes("add-supplement") && after !== undefined) yield* judgeSupplement(after, change);
    }
  },
};

/** Documents that got their number, or another one, in this change. */
function renumbered({ documents }: Change): DocumentSide[] {
  return documents.flatMap(({ before, after }) => {
    const [from, to] = [before?.name, after?.name];
    const isNew = from !== undefined && to !== undefined && to.number !== "xxxx" && from.number !== to.number;
    return isNew && after !== undefined ? [after] : [];
  });
}

function* judgeProposal(side: DocumentSide, change: Change): Iterable<ChangeReport> {
  if (side.document.fileName.includes("XXXX")) {
    const message = `\`${side.document.fileName}\`: a proposal without number is written \`xxxx\`, in lower case.`;
    yield { side, message };
  }
  const next = nextNumberFor(side, change);
  const hint = next === undefined ? "" : `; the next free one is \`${next}\` (\`stele accept\` writes it)`;
  yield { side, severity: "note", message: `A proposal gets its number before it is merged${hint}.` };
}

function* judgeNewNumber(side: DocumentSide, number: string, change: Change): Iterable<ChangeReport> {
  const holders = change.baseNames.filter((name) => numberOf(name) === number && readName(name)?.series === "v");
  const holder = holders.find((name) => readName(name)?.version === 1) ?? holders[0];
  if (holder !== undefined) {
    const { message, ...rest } = judgeHolder(number, holder, change);
    yield { side, message: `${message}${freeHint(side, change)}.`, ...rest };
  }
}

/** What to say of a first version whose number is in use. */
function judgeHolder(
  number: string,
  holder: string,
  { headNames }: Change,
): Pick<ChangeReport, "message" | "severity"> {
  if (readName(holder)?.version !== 1) {
    const message = `A version 1 of \`${number}\` comes after \`${holder}\`; versions go up, unless this one was published before`;
    return { severity: "warning", message };
  }
  const fate = headNames.includes(holder) ? "" : ", which this change removes; numbers are not used again";
  return { message: `The number \`${number}\` belongs to \`${holder}\`${fate}` };
}

/** A number that another open proposal uses too is taken by whoever merges first. */
function* judgeOtherHeads(side: DocumentSide, change: Change): Iterable<ChangeReport> {
  const { name } = side;
  const { baseNames, otherHeads } = change;
  if (name === undefined || name.number === "xxxx") return;
  const known = new Set(baseNames);
  for (const head of otherHeads) {
    const rival = head.fileNames.find((fileName) => {
      const other = known.has(fileName) ? undefined : readName(fileName);
      return (
        other !== undefined &&
        (name.version === 1 ? other.series === "v" && other.number === name.number : shortId(other) === shortId(name))
      );
    });
    if (rival === undefined) continue;
    const what = name.version === 1 ? `The number \`${name.number}\`` : `The version \`${shortId(name)}\``;
    yield {
      side,
      message: `${what} is taken by \`${rival}\` in ${head.name}; agree on who keeps it${freeHint(side, change)}.`,
    };
  }
}

function* judgeSupplement(side: DocumentSide, { headNames }: Change): Iterable<ChangeReport> {
  const { name } = side;
  if (name === undefined) return;
  if (side.document.fileName.includes("XXXX")) {
    yield {
      side,
      message: `\`${side.document.fileName}\` has no number; a supplement has the number of its main document.`,
    };
    return;
  }
  const hasMain = headNames.some((other) => readName(other)?.series === "v" && numberOf(other) === name.number);
  if (!hasMain) {
    yield { side, message: `There is no main document of the number \`${name.number}\` for this supplement.` };
  }
}

/** Which number is free, where there is one. */
function freeHint(side: DocumentSide, change: Change): string {
  const next = nextNumberFor(side, change);
  return next === undefined ? "" : `; the next free one is \`${next}\``;
}

/** The next number of the same hundred, or of the track for a proposal; undefined where neither is known. */
function nextNumberFor(side: DocumentSide, { baseNames, otherHeads, tracks }: Change): string | undefined {
  const used = [...baseNames, ...otherHeads.flatMap(({ fileNames }) => fileNames)];
  const { name, summary } = side;
  const digit =
    name === undefined || name.number === "xxxx"
      ? tracks.find(({ id }) => id === summary.track)?.digit
      : Number(name.number.slice(0, 2));
  return digit === undefined ? undefined : nextNumber(used, digit);
}
