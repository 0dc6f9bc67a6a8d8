import { table, type Table } from "#core/base/table.ts";
import { withoutTrailing } from "#core/base/text/trim-run.ts";

import type { DocumentType } from "../documents/document-summary.ts";
import { TEMPLATE_BODIES } from "./template-bodies.ts";

/** What a new document is to be. */
export interface NewDocument {
  readonly type: Exclude<DocumentType, "Procedural">;
  readonly title: string;
  /** What the file name says of the title (default: its letters, `untitled` where it has none). */
  readonly slug?: string;
  readonly track: string;
  /** Community prefix of file names (default: `scs`). */
  readonly prefix?: string;
  /** For a supplement: the file names of what it extends, and its own number and version. */
  readonly supplement?: { readonly of: readonly string[]; readonly number: string; readonly version: number };
}

/** A file that does not exist yet. */
export interface DocumentDraft {
  readonly fileName: string;
  readonly text: string;
}

/** A document to begin with: valid by all rules but `template-leftover`, which counts the hints in its sections. */
export function newDocument(wanted: NewDocument): DocumentDraft {
  const { type, title, track, prefix = "scs", supplement, slug = slugify(title) ?? "untitled" } = wanted;
  const name = supplement === undefined ? "xxxx-v1" : `${supplement.number}-w${supplement.version}`;
  const header = [
    `title: ${/[:#"'{}[\],&*?|<>=!%@`]/.test(title) ? JSON.stringify(title) : title}`,
    `type: ${type}`,
    ...(supplement === undefined ? ["status: Draft"] : []),
    `track: ${track}`,
    ...(supplement === undefined ? [] : ["supplements:", ...supplement.of.map((file) => `  - ${file}`)]),
  ];
  return {
    fileName: `${prefix}-${name}-${slug}.md`,
    text: `---\n${header.join("\n")}\n---\n\n${TEMPLATE_BODIES[type]}`,
  };
}

/** Letters that other alphabets write as one and this one as two, as their own readers do. */
const LETTERS: Table<string> = table({
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "oe",
  œ: "oe",
  þ: "th",
  ð: "d",
  đ: "d",
  ł: "l",
  ı: "i",
});

/** `Größe, again` becomes `groesse-again`; undefined where no letter is left to name a file by. */
export function slugify(title: string): string | undefined {
  const slug = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæøœþðđłı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "");
  const cut = withoutTrailing(withoutTrailing(slug, "-").slice(0, 80), "-");
  return cut === "" ? undefined : cut;
}
