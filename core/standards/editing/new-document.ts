import { withoutTrailing } from "#core/base/text/trim-run.ts";

import type { DocumentType } from "../documents/document-summary.ts";

/** What a new document is to be. */
export interface NewDocument {
  readonly type: Exclude<DocumentType, "Procedural">;
  readonly title: string;
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

/** A document to begin with: valid by all rules of the profile `practical`, with a hint in every section. */
export function newDocument({ type, title, track, prefix = "scs", supplement }: NewDocument): DocumentDraft {
  const name = supplement === undefined ? "xxxx-v1" : `${supplement.number}-w${supplement.version}`;
  const header = [
    `title: ${/[:#"'{}[\],&*?|<>=!%@`]/.test(title) ? JSON.stringify(title) : title}`,
    `type: ${type}`,
    ...(supplement === undefined ? ["status: Draft"] : []),
    `track: ${track}`,
    ...(supplement === undefined ? [] : ["supplements:", ...supplement.of.map((file) => `  - ${file}`)]),
  ];
  return {
    fileName: `${prefix}-${name}-${slugify(title)}.md`,
    text: `---\n${header.join("\n")}\n---\n\n${BODIES[type]}`,
  };
}

/** `Flavor naming, again` becomes `flavor-naming-again`. */
export function slugify(title: string): string {
  const slug = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "");
  return withoutTrailing(withoutTrailing(slug, "-").slice(0, 80), "-") || "untitled";
}

const BODIES: Record<NewDocument["type"], string> = {
  Standard: `## Introduction

Say in a few sentences what this standard is about, and link to what a reader should know.

## Terminology

Term
  What this document means by it.

## Motivation

Say which problem providers or users have without this standard.

## Regulations

The key words of this section are to be read as described in RFC 2119.

Say what MUST hold, one demand per sentence, so that each can be tested.

## Related Documents

Name standards and decisions that this one builds on.

## Conformance Tests

Say how each demand is checked: by a script, or by hand and how.
`,
  "Decision Record": `## Abstract

Say in two sentences what was decided and for whom it matters.

## Terminology

Term
  What this document means by it.

## Context

Say which question had to be answered, and what was known when it was.

## Decision

Say what was decided, and why the other options were not chosen.

## Consequences

Say what follows: work to do, doors that are closed now.

## Related Documents

Name the standards that this decision shapes.
`,
  Supplement: `## Introduction

Say which part of the standard this is about.

## Implementation notes

Say how providers usually do it, with examples.

## Automated tests

Say which test cases exist, and what each of them looks at.
`,
};
