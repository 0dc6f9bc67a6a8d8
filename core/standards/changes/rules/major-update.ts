import { scs0001 } from "#core/standards/rules/parts/sources.ts";
import { referencedId } from "#core/standards/documents/document-id.ts";

import type { Change, DocumentSide } from "../change.ts";
import { readName } from "../read-name.ts";
import { addedPrimaries, type ChangeReport, type ChangeRule } from "./change-rule.ts";

/** A new version takes the place of a Stable one, and until it is Stable itself nothing changes for anybody. */
export const majorUpdate: ChangeRule = {
  id: "change/major-update",
  severity: "error",
  source: scs0001("Proposal phase"),
  summary: "A major update has the next version of a Stable document, names it in `replaces` and leaves it alone.",
  *check(change) {
    for (const side of addedPrimaries(change)) {
      if (side.name !== undefined && side.name.version > 1 && side.name.number !== "xxxx") yield* judge(side, change);
    }
  },
};

function* judge(side: DocumentSide, change: Change): Iterable<ChangeReport> {
  const { number = "", version = 0 } = side.name ?? {};
  const versions = change.baseNames.map(readName).filter((name) => name?.number === number && name.series === "v");
  const previous = versions.find((name) => name?.version === version - 1);
  if (versions.some((name) => name?.version === version)) {
    yield { side, message: `There is a version ${version} of \`${number}\` already.` };
    return;
  }
  if (previous === undefined) {
    yield {
      side,
      message: `There is no version ${version - 1} of \`${number}\` that version ${version} could follow.`,
    };
    return;
  }
  if (!side.summary.replaces.map(referencedId).includes(previous.documentId)) {
    const message = `\`replaces\` does not name \`${previous.documentId}.md\`, the version before.`;
    yield { side, field: "replaces", message };
  }
  const before = change.base.find(({ document }) => document.fileName === `${previous.documentId}.md`);
  if (before !== undefined && before.summary.status !== "Stable") {
    const message = `Version ${version - 1} is \`${before.summary.status ?? "without status"}\`; only a Stable document needs a new version, any other is edited.`;
    yield { side, severity: "warning", message };
  }
  const touched = change.documents.find((document) => document.before !== undefined && document.before === before);
  if (touched?.after !== undefined) {
    const message = `Version ${version - 1} changes together with its successor; leave it alone until version ${version} is Stable.`;
    yield { side: touched.after, severity: "warning", message };
  }
}
