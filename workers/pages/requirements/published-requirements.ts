import { number, record, text, type ValueOf } from "#core/base/stored/shape.ts";
import { readStoredJson } from "#core/base/stored/read-stored.ts";
import type { NormativeSentence } from "#core/standards/requirements/normative-sentence.ts";
import { storedNumbers, storedSentences } from "#core/standards/requirements/stored-sentences.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readRows } from "../../state/rows.ts";
import { MEMORY_BOUNDS } from "../../state/memory-bounds.ts";
import { createMemory } from "../../state/memory.ts";
import { filesOfKind, type Snapshot } from "../../state/site-context.ts";
import { requirementKey } from "./requirement-key.ts";
import { provisionalNumbers } from "./requirement-store.ts";

/** A normative sentence of the published state with what its document's history says about it. */
export interface PublishedRequirement extends NormativeSentence {
  readonly number: number;
  /** When the sentence changed last, if it did since it was first published. */
  readonly changedAt?: Date;
}

/** The requirements of every document of a state, by document id. */
export type PublishedRequirements = ReadonlyMap<string, readonly PublishedRequirement[]>;

/** Those of a published state never change. */
const memory = createMemory<PublishedRequirements>(MEMORY_BOUNDS.requirements);

/**
 * All requirements of a state, in the order of their texts. In a preview they have the numbers that they would get if it
 * were published now; a document that has none otherwise is left out.
 */
export async function publishedRequirements(
  env: Pick<Bindings, "DB">,
  snapshot: Snapshot,
): Promise<PublishedRequirements> {
  const now = new Date();
  const kind = snapshot.site.state?.kind ?? "current";
  return memory.recall(`${snapshot.id} ${snapshot.activatedAt?.getTime()} ${kind}`, now, async () => {
    const { requirements, isComplete } = await readRequirements(env, snapshot);
    return { value: requirements, until: isComplete && kind !== "preview" ? undefined : now };
  });
}

/** The requirements of a state; complete once every document has its numbers. */
async function readRequirements(
  env: Pick<Bindings, "DB">,
  snapshot: Snapshot,
): Promise<{ readonly requirements: PublishedRequirements; readonly isComplete: boolean }> {
  const documents = filesOfKind(snapshot, "document");
  const [texts, changes] = await Promise.all([readTexts(env, snapshot.id), readChanges(env, snapshot)]);
  const rowsOf = Map.groupBy(texts, (row) => row.path);
  const requirements = new Map<string, readonly PublishedRequirement[]>();
  for (const { path, facts, rendererVersion } of documents) {
    const names = [requirementKey(facts), facts.documentId];
    const row = rowsOf
      .get(path)
      ?.find((one) => one.rendererVersion === rendererVersion && names.includes(one.document));
    if (row !== undefined) requirements.set(facts.documentId, joinText(row, changes));
  }
  if (snapshot.site.state?.kind === "preview") await addProvisional(env, snapshot, requirements);
  return { requirements, isComplete: requirements.size === documents.length };
}

async function addProvisional(
  env: Pick<Bindings, "DB">,
  snapshot: Snapshot,
  requirements: Map<string, readonly PublishedRequirement[]>,
): Promise<void> {
  const idOf = new Map(filesOfKind(snapshot, "document").map(({ path, facts }) => [path, facts]));
  for (const { path, sentences, numbers } of await provisionalNumbers(env, snapshot.id)) {
    const document = idOf.get(path);
    if (document === undefined) continue;
    requirements.set(document.documentId, withNumbers(sentences, numbers));
  }
}

function withNumbers(sentences: readonly NormativeSentence[], numbers: readonly number[]): PublishedRequirement[] {
  return sentences.flatMap((sentence, index) => {
    const number = numbers[index];
    return number === undefined ? [] : [{ ...sentence, number }];
  });
}

const textRow = record({ path: text, rendererVersion: number, document: text, numbers: text, requirements: text });
type TextRow = ValueOf<typeof textRow>;

async function readTexts({ DB }: Pick<Bindings, "DB">, snapshotId: string): Promise<readonly TextRow[]> {
  const results = await readRows(
    textRow,
    DB.prepare(
      `SELECT path, renderer_version AS rendererVersion, document, numbers, requirements
       FROM snapshot_file
       JOIN rendition USING (path, kind, sha256)
       JOIN requirement_text USING (sha256, renderer_version)
      WHERE snapshot_file.snapshot_id = ?1 AND kind = 'document'`,
    ).bind(snapshotId),
  );
  return results;
}

/**
 * Requirements whose sentence is another one than at first: `scs-0100-v3 7` → when it was published as it is. None for
 * another state than the current one: the table knows the last change only, and pages of a past day never change.
 */
async function readChanges({ DB }: Pick<Bindings, "DB">, { site }: Snapshot): Promise<ReadonlyMap<string, Date>> {
  if (site.state !== undefined) return new Map();
  const results = await readRows(
    record({ document: text, number, changedAt: text }),
    DB.prepare(
      `SELECT document, requirement.number, min(activated_at) AS changedAt
       FROM requirement JOIN activation ON activation.snapshot_id = last_snapshot
      WHERE is_changed = 1 GROUP BY document, requirement.number`,
    ),
  );
  return new Map(results.map((row) => [`${row.document} ${row.number}`, new Date(row.changedAt)]));
}

function joinText({ document, ...row }: TextRow, changes: ReadonlyMap<string, Date>): PublishedRequirement[] {
  const sentences = readStoredJson(`Requirements of ${document}`, storedSentences, row.requirements);
  const numbers = readStoredJson(`Requirements of ${document}`, storedNumbers, row.numbers);
  return withNumbers(sentences, numbers).map((requirement) => {
    const changedAt = changes.get(`${document} ${requirement.number}`);
    return changedAt === undefined ? requirement : { ...requirement, changedAt };
  });
}
