import { nullable, number, object, oneOf, optional, record, text, type ValueOf } from "#core/base/stored/shape.ts";
import { readStoredJson } from "#core/base/stored/read-stored.ts";
import { RENDERER_VERSION } from "#core/standards/rendering/render-markdown.ts";
import { comparableText, type NormativeSentence } from "#core/standards/requirements/normative-sentence.ts";
import { assignNumbers, type NumberedSentence } from "#core/standards/requirements/assign-numbers.ts";
import { storedNumbers, storedSentences } from "#core/standards/requirements/stored-sentences.ts";

import { jsonChunks } from "../../http/json-chunks.ts";
import type { Bindings } from "../../state/bindings.ts";
import { readRows } from "../../state/rows.ts";
import { sha256Hex } from "../../http/digest.ts";
import { requirementKey, type DocumentIdentity } from "./requirement-key.ts";

type Database = Pick<Bindings, "DB">;

/** Documents whose requirements are worked out in one transaction. */
const DOCUMENTS_PER_STEP = 100;
const MAX_ATTEMPTS = 3;

/**
 * Numbers the requirements of every document of a snapshot that has a new text, before readers see it. Where two
 * activations number the same document at once, the database refuses the later one, which then begins anew.
 */
export async function numberSnapshot(env: Database, snapshotId: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const changed = await listChangedDocuments(env, snapshotId);
      for (let start = 0; start < changed.length; start += DOCUMENTS_PER_STEP) {
        const texts = await numberTexts(env, changed.slice(start, start + DOCUMENTS_PER_STEP));
        await writeTexts(env.DB, snapshotId, texts);
      }
      return;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

const documentIdentity = object<DocumentIdentity>({
  documentId: text,
  number: optional(nullable(text)),
  series: optional(nullable(oneOf("v", "w"))),
  version: optional(nullable(number)),
});

/** A document whose text is not the one that its requirements were numbered for last. */
interface ChangedDocument {
  /** `scs-0100-v3`, whatever the slug. */
  readonly document: string;
  readonly path: string;
  readonly sha256: string;
  /** Number of the change to come. */
  readonly change: number;
}

async function listChangedDocuments({ DB }: Database, snapshotId: string): Promise<ChangedDocument[]> {
  const [files, texts] = await Promise.all([
    readRows(
      record({ path: text, sha256: text, identity: text }),
      DB.prepare(
        `SELECT path, sha256, json_object('documentId', facts -> 'documentId', 'number', facts -> 'number',
                                        'series', facts -> 'series', 'version', facts -> 'version') AS identity
         FROM snapshot_file JOIN rendition USING (path, kind, sha256)
        WHERE snapshot_id = ?1 AND kind = 'document' AND renderer_version = ?2 ORDER BY path`,
      ).bind(snapshotId, RENDERER_VERSION),
    ),
    // The other columns are those of the row with the maximum (SQLite, "Bare columns in an aggregate query").
    readRows(
      record({ document: text, change: number, sha256: text, version: number }),
      DB.prepare(
        "SELECT document, max(change) AS change, sha256, renderer_version AS version FROM requirement_text GROUP BY document",
      ),
    ),
  ]);
  const last = new Map(texts.map((row) => [row.document, row]));
  const seen = new Set<string>();
  return files.flatMap(({ path, sha256, identity }) => {
    const summary = readStoredJson(`Facts of ${path}`, documentIdentity, identity);
    const key = requirementKey(summary);
    // Two files of one number and version are a fault of the tree; the second one is known by its whole name.
    const document = seen.has(key) ? summary.documentId : key;
    seen.add(document);
    const before = last.get(document);
    if (before?.sha256 === sha256 && before.version === RENDERER_VERSION) return [];
    return [{ document, path, sha256, change: (before?.change ?? 0) + 1 }];
  });
}

const requirementRow = record({
  document: text,
  number,
  text,
  details: nullable(text),
  section: nullable(text),
  isCurrent: number,
});
type RequirementRow = ValueOf<typeof requirementRow>;

/**
 * The numbers that the requirements of a snapshot would get if it were published now, for the documents that have none as
 * they stand. Nothing is stored: until then another publish may take the same numbers.
 */
export async function provisionalNumbers(env: Database, snapshotId: string): Promise<readonly NumberedText[]> {
  const documents = await listChangedDocuments(env, snapshotId);
  return documents.length === 0 ? [] : numberTexts(env, documents);
}

async function numberTexts({ DB }: Database, documents: readonly ChangedDocument[]): Promise<readonly NumberedText[]> {
  const keys = JSON.stringify(documents.map(({ document }) => document));
  const [sentences, known, earlier] = await Promise.all([
    readRows(
      record({ path: text, requirements: text }),
      DB.prepare(
        `SELECT path, requirements FROM rendition
        WHERE kind = 'document' AND renderer_version = ?1
          AND (path, sha256) IN (SELECT value ->> 'path', value ->> 'sha256' FROM json_each(?2))`,
      ).bind(RENDERER_VERSION, JSON.stringify(documents)),
    ),
    readRows(
      requirementRow,
      DB.prepare(
        `SELECT document, number, text, details, section, is_current AS isCurrent FROM requirement
        WHERE document IN (SELECT value FROM json_each(?1)) ORDER BY document, number`,
      ).bind(keys),
    ),
    readRows(
      record({ document: text, sha256: text, numbers: text }),
      DB.prepare(
        `SELECT document, sha256, numbers FROM requirement_text
        WHERE renderer_version = ?1 AND document IN (SELECT value FROM json_each(?2))`,
      ).bind(RENDERER_VERSION, keys),
    ),
  ]);
  const sentencesOf = new Map(sentences.map((row) => [row.path, row.requirements]));
  const knownOf = Map.groupBy(known, (row) => row.document);
  // A text that comes back word by word has the numbers that it had.
  const numbersOf = new Map(earlier.map((row) => [`${row.document} ${row.sha256}`, row.numbers]));
  return documents.map((document) => {
    const found = readStoredJson(
      `Requirements of ${document.path}`,
      storedSentences,
      sentencesOf.get(document.path) ?? "[]",
    );
    const before = (knownOf.get(document.document) ?? []).map(toNumbered);
    const stored = numbersOf.get(`${document.document} ${document.sha256}`);
    const numbers =
      stored === undefined
        ? assignNumbers(before, found)
        : readStoredJson(`Numbers of ${document.path}`, storedNumbers, stored);
    return { ...document, sentences: found, numbers };
  });
}

/** SQL says `null` where the core says nothing. */
function toNumbered({ number, text, details, section, isCurrent }: RequirementRow): NumberedSentence {
  return {
    number,
    text,
    ...(typeof details === "string" ? { details } : {}),
    ...(typeof section === "string" ? { section } : {}),
    isCurrent: isCurrent === 1,
  };
}

/** A text with its sentences and their numbers, in order. */
export interface NumberedText extends ChangedDocument {
  readonly sentences: readonly NormativeSentence[];
  readonly numbers: readonly number[];
}

/** One transaction; the first statement fails where another activation was faster. */
async function writeTexts(db: D1Database, snapshotId: string, texts: readonly NumberedText[]): Promise<void> {
  const rows = await Promise.all(
    texts.flatMap(({ document, sentences, numbers }) =>
      sentences.map(async (sentence, index) => ({
        ...sentence,
        document,
        number: numbers[index],
        hash: await sha256Hex(comparableText(sentence)),
      })),
    ),
  );
  const changes = texts.map(({ document, change, sha256, numbers }) => ({ document, change, sha256, numbers }));
  const upsert = db.prepare(UPSERT_REQUIREMENTS);
  await db.batch([
    db
      .prepare(
        `INSERT INTO requirement_text (document, change, sha256, renderer_version, snapshot_id, numbers)
         SELECT value ->> 'document', value ->> 'change', value ->> 'sha256', ?1, ?2, value -> 'numbers' FROM json_each(?3)`,
      )
      .bind(RENDERER_VERSION, snapshotId, JSON.stringify(changes)),
    db
      .prepare(
        `UPDATE requirement SET is_current = 0
          WHERE is_current = 1 AND document IN (SELECT value ->> 'document' FROM json_each(?1))`,
      )
      .bind(JSON.stringify(changes)),
    ...jsonChunks(rows).map((chunk) => upsert.bind(snapshotId, chunk)),
  ]);
}

const UPSERT_REQUIREMENTS = `
  INSERT INTO requirement (document, number, level, text, details, section, hash,
                            first_snapshot, last_snapshot, is_changed, is_current)
   SELECT value ->> 'document', value ->> 'number', value ->> 'level', value ->> 'text', value ->> 'details',
          value ->> 'section', value ->> 'hash', ?1, ?1, 0, 1 FROM json_each(?2) WHERE true
   ON CONFLICT DO UPDATE SET
     level = excluded.level, text = excluded.text, details = excluded.details, section = excluded.section,
     last_snapshot = iif(hash = excluded.hash, last_snapshot, excluded.last_snapshot),
     is_changed = is_changed OR hash <> excluded.hash,
     hash = excluded.hash, is_current = 1`;
