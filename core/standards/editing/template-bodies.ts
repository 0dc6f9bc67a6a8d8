/** What new documents begin with, and which of it is meant to go. */
import type { DocumentType } from "../documents/document-summary.ts";

/** The bodies of new documents: a hint in every section. */
export const TEMPLATE_BODIES: Record<Exclude<DocumentType, "Procedural">, string> = {
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

/** What a section may keep as it stands. */
const KEPT = /\bRFC 2119\b/;

/** What the templates of the community and the usual ones for decisions ask authors; they are known by these words. */
const HINTS_OF_OTHERS = [
  "Adjust heading accordingly.",
  "Very short introduction about the topic of this document.",
  "This is the description for an example terminology.",
  "What is the issue that we're seeing that is motivating this decision or change?",
  "What is the decision that we're proposing and/or doing?",
  "What becomes easier or more difficult to do because of this change?",
];

/** Sentences that tell an author what to write, as words with one blank between them. */
export const TEMPLATE_HINTS: readonly string[] = [
  ...new Set([
    ...Object.values(TEMPLATE_BODIES).flatMap((body) =>
      body
        .split(/\n+/)
        .map((line) => line.trim())
        .filter((line) => line.includes(" ") && /[.?]$/.test(line) && !line.startsWith("#") && !KEPT.test(line)),
    ),
    ...HINTS_OF_OTHERS,
  ]),
];
