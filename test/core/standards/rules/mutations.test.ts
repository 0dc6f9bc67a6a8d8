import { expect, test } from "vitest";

import { checkFiles } from "#core/standards/checking/check-files.ts";
import { applyFixes } from "#core/standards/editing/apply-fixes.ts";
import { DEFAULT_CONFIGURATION } from "#core/standards/checking/check-config.ts";
import { MAX_FINDINGS } from "#core/standards/checking/check-document.ts";
import { PROFILES } from "#core/standards/checking/profiles/index.ts";
import type { Finding } from "#core/base/finding.ts";
import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";

/** A small tree without any finding in the profile `strict`. */
const STANDARD = `---
title: Flavor naming
type: Standard
status: Stable
track: IaaS
replaces:
  - scs-0100-v1-flavor-naming.md
stabilized_at: 2024-01-01
description: How flavors are named.
---

## Introduction

See the [decision](scs-0110-v1-ssd-flavors.md#abstract) and [notes](scs-0100-w1-notes.md).

## Terminology

Flavor
  The size of a virtual machine.

## Motivation

Names tell users what they get[^1].

[^1]: Most of the time.

## Regulations

The key words are those of RFC 2119. Every name MUST begin with \`SCS-\`.

\`\`\`text
SCS-2V-8
\`\`\`

## Conformance Tests

A script lists all flavors.
`;
const OLD = STANDARD.replace("status: Stable", "status: Deprecated")
  .replace("replaces:\n  - scs-0100-v1-flavor-naming.md\n", "replaced_by:\n  - scs-0100-v2-flavor-naming.md\n")
  .replace("stabilized_at: 2024-01-01", "stabilized_at: 2023-01-01\ndeprecated_at: 2024-01-01");
const RECORD = `---
title: Local disks
type: Decision Record
status: Stable
track: IaaS
stabilized_at: 2023-01-01
description: Why local disks are fast.
---

## Abstract

Text.

## Terminology

SSD
  A disk without moving parts.

## Context

Text.

## Decision

Text.

## Related Documents

See [naming](scs-0100-v2-flavor-naming.md).
`;
const SUPPLEMENT = `---
title: Notes on naming
type: Supplement
track: IaaS
supplements:
  - scs-0100-v1-flavor-naming.md
  - scs-0100-v2-flavor-naming.md
---

## Automated tests

Text.
`;
const LATER = SUPPLEMENT.replace("  - scs-0100-v1-flavor-naming.md\n", "");
const SCOPE = `name: Compatible
uuid: 11111111-2222-4333-8444-555555555555
scripts:
  - executable: ./check.py
    testcases:
      - id: scs-0100-syntax-check
        url: https://docs.scs.community/standards/scs-0100-v2-flavor-naming#regulations
modules:
  - id: scs-0100-v2
    url: https://docs.scs.community/standards/scs-0100-v2-flavor-naming
    targets:
      main: [scs-0100-syntax-check]
timeline:
  - date: 2024-01-01
    versions:
      v1: effective
versions:
  - version: v1
    stabilized_at: 2024-01-01
    include:
      - scs-0100-v2
`;

type Tree = Record<string, string>;
const V2 = "scs-0100-v2-flavor-naming.md";
const SSD = "scs-0110-v1-ssd-flavors.md";
const W1 = "scs-0100-w1-notes.md";
const SCOPE_PATH = "scopes/compatible.yaml";
const CLEAN: Tree = {
  "scs-0100-v1-flavor-naming.md": OLD,
  [V2]: STANDARD,
  [SSD]: RECORD,
  [W1]: SUPPLEMENT,
  [SCOPE_PATH]: SCOPE,
};

/** Replaces one text in one file. */
const edit = (path: string, from: string, to: string): Tree => {
  const text = CLEAN[path] ?? "";
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { ...CLEAN, [path]: text.replace(from, to) };
};

test("the tree that is mutated has no findings", async () => {
  expect(await check(CLEAN)).toEqual([]);
});

// Each row: what is done to the tree, and what is found then, as `rule path:line:column`. One fault is one finding, but
// for a footnote and a test case whose names are wrong: there the other end is lost too.
/** One fault each, and where it is found. */
const MUTATIONS: readonly [string, Tree, string][] = [
  // File names
  ["a name outside the grammar", { ...CLEAN, "naming.md": RECORD }, "file-name naming.md:1:1"],
  ["upper case in a slug", { ...CLEAN, "scs-0111-v1-aB.md": RECORD }, "slug-characters scs-0111-v1-aB.md:1:1"],
  ["a slug that starts with a digit", { ...CLEAN, "scs-0111-v1-3d.md": RECORD }, "slug-start scs-0111-v1-3d.md:1:1"],
  ["two hyphens", { ...CLEAN, "scs-0111-v1-a--b.md": RECORD }, "slug-hyphens scs-0111-v1-a--b.md:1:1"],
  [
    "a gap between versions",
    { ...edit(V2, "and [notes]", "[further notes](scs-0100-w3-more.md) and [notes]"), "scs-0100-w3-more.md": LATER },
    "version-gap scs-0100-w3-more.md:1:1",
  ],
  ["a number of another track", { ...CLEAN, "scs-0211-v1-a.md": RECORD }, "track-digit scs-0211-v1-a.md:5:8"],
  [
    "a proposal that was never numbered",
    { ...CLEAN, "scs-xxxx-v1-a.md": RECORD },
    "proposal-number scs-xxxx-v1-a.md:1:1",
  ],
  // Bytes
  ["a byte order mark", edit(SSD, "---\ntitle", "\uFEFF---\ntitle"), `byte-order-mark ${SSD}:1:1`],
  [
    "one carriage return",
    edit(SSD, "Why local disks are fast.\n", "Why local disks are fast.\r\n"),
    `line-endings ${SSD}:7:39`,
  ],
  // Front matter
  ["an unclosed quote", edit(W1, "title: Notes on naming", 'title: "Notes on naming'), `front-matter-syntax ${W1}:8:1`],
  ["no title", edit(SSD, "title: Local disks\n", ""), `front-matter-required ${SSD}:1:1`],
  ["a status that is none", edit(SSD, "status: Stable", "status: Final"), `front-matter-value ${SSD}:4:9`],
  ["a day that is none", edit(SSD, "2023-01-01", "2023-02-30"), `front-matter-value ${SSD}:6:16`],
  [
    "a supplement with a status",
    edit(W1, "track: IaaS", "track: IaaS\nstatus: Stable"),
    `front-matter-forbidden ${W1}:5:1`,
  ],
  ["a single name for a list", edit(V2, "replaces:\n  - scs", "replaces: scs"), `front-matter-list ${V2}:6:11`],
  [
    "a field that nobody knows",
    edit(SSD, "track: IaaS", "track: IaaS\nauthors: me"),
    `front-matter-unknown-field ${SSD}:6:1`,
  ],
  ["a space at the end of a line", edit(SSD, "track: IaaS", "track: IaaS "), `front-matter-trailing-space ${SSD}:5:12`],
  ["a track that is none", edit(W1, "track: IaaS", "track: Iaas"), `known-track ${W1}:4:8`],
  [
    "retired before it began",
    edit("scs-0100-v1-flavor-naming.md", "stabilized_at: 2023-01-01", "stabilized_at: 2025-01-01"),
    "date-order scs-0100-v1-flavor-naming.md:9:16",
  ],
  ["no description", edit(SSD, "description: Why local disks are fast.\n", ""), `description ${SSD}:2:8`],
  // Sections
  ["no motivation", edit(V2, "## Motivation", "## Reasons"), `standard-motivation ${V2}:3:7`],
  ["no tests", edit(V2, "## Conformance Tests", "## Tests"), `standard-conformance-tests ${V2}:3:7`],
  ["no context", edit(SSD, "## Context", "## Circumstances"), `record-context ${SSD}:3:7`],
  ["no decision", edit(SSD, "## Decision", "## Result"), `record-decision ${SSD}:3:7`],
  ["no terminology", edit(SSD, "## Terminology", "## Words"), `terminology-section ${SSD}:3:7`],
  ["an empty section", edit(W1, "\nText.\n", ""), `empty-section ${W1}:10:1`],
  ["a first-level heading", edit(W1, "Text.", "Text.\n\n# More\n\nText."), `title-heading ${W1}:14:1`],
  ["a rank left out", edit(W1, "Text.", "Text.\n\n#### More\n\nText."), `heading-rank ${W1}:14:1`],
  ["a repeated heading", edit(W1, "Text.", "Text.\n\n## Automated tests\n\nText."), `duplicate-heading ${W1}:14:1`],
  ["a piece of the template", edit(W1, "track: IaaS", "track: IaaS  # | KaaS"), `template-leftover ${W1}:4:14`],
  // Other documents
  [
    "a document that does not exist",
    edit(W1, "  - scs-0100-v1-flavor-naming.md", "  - scs-0100-v1-naming.md"),
    `unknown-document ${W1}:6:5`,
  ],
  [
    "a document that replaces itself",
    edit(SSD, "track: IaaS", `track: IaaS\nreplaces:\n  - ${SSD}`),
    `self-reference ${SSD}:7:5`,
  ],
  [
    "a successor that is not listed",
    edit(
      "scs-0100-v1-flavor-naming.md",
      "replaced_by:\n  - scs-0100-v2-flavor-naming.md",
      "replaced_by:\n  - scs-0110-v1-ssd-flavors.md",
    ),
    "replaced-by-successor scs-0100-v1-flavor-naming.md:7:3",
  ],
  [
    "another title than the version before",
    edit(V2, "title: Flavor naming", "title: Names"),
    `title-changed ${V2}:2:8`,
  ],
  [
    "a day with nothing in force",
    edit("scs-0100-v1-flavor-naming.md", "deprecated_at: 2024-01-01", "deprecated_at: 2023-12-31"),
    "timeline-gap scs-0100-v1-flavor-naming.md:9:16",
  ],
  // Links
  [
    "a link to nowhere",
    edit(SSD, "(scs-0100-v2-flavor-naming.md)", "(scs-0100-v9-flavor-naming.md)"),
    `link-target ${SSD}:29:14`,
  ],
  ["an anchor that is gone", edit(V2, "#abstract", "#summary"), `link-anchor ${V2}:14:20`],
  ["a text that names another document", edit(SSD, "[naming]", "[scs-0101-v1]"), `link-text ${SSD}:29:5`],
  [
    "a link to the source repository",
    edit(SSD, "(scs-0100-v2", "(https://github.com/SovereignCloudStack/standards/blob/main/Standards/scs-0100-v2"),
    `link-relative ${SSD}:29:14`,
  ],
  [
    "an undefined footnote",
    edit(V2, "[^1]: Most", "[^2]: Most"),
    `footnote-undefined ${V2}:23:31 + markdownlint/MD053 ${V2}:25:1`,
  ],
  ["code without language", edit(V2, "```text", "```"), `code-language ${V2}:31:1`],
  // Language
  [
    "capitals without their definition",
    edit(V2, "The key words are those of RFC 2119. ", ""),
    `keyword-definition ${V2}:29:1`,
  ],
  ["a demand in a supplement", edit(W1, "Text.", "As in RFC 2119 it MUST."), `keyword-in-supplement ${W1}:12:1`],
  [
    "a word that only looks like a key word",
    edit(V2, "A script lists", "A script WILL list"),
    `keyword-unknown ${V2}:37:1`,
  ],
  ["a demand in lower case", edit(V2, "A script lists", "A script must list"), `keyword-lowercase ${V2}:37:1`],
  // Markdown
  ["two hyphens for a dash", edit(SSD, "See [naming]", "See -- now [naming]"), `typography/m-dash ${SSD}:29:4`],
  ["a bare address", edit(W1, "Text.", "Text https://example.org/ more."), `markdownlint/MD034 ${W1}:12:6`],
  // Scope files
  [
    "a test case without its standard",
    edit(SCOPE_PATH, "id: scs-0100-syntax-check", "id: syntax-check"),
    `scope-reference ${SCOPE_PATH}:12:14 + testcase-prefix ${SCOPE_PATH}:6:13 + testcase-unused ${SCOPE_PATH}:6:13`,
  ],
  [
    "a module that no version includes",
    edit(SCOPE_PATH, "timeline:", "  - id: scs-0101-v1\ntimeline:"),
    `module-unused ${SCOPE_PATH}:13:9`,
  ],
];

test.each(MUTATIONS)("%s is found at its place, and nothing else", async (_name, tree, expected) => {
  const found = (await check(tree)).map(
    ({ ruleId, place }) => `${ruleId} ${place.path}:${place.start.line}:${place.start.column}`,
  );
  expect(found.sort(compareText).join(" + ")).toBe(expected);
});

test.each(MUTATIONS)("%s: what a machine repairs passes a second check with the same words", async (_name, tree) => {
  let repaired = tree;
  let findings = await check(tree);
  // As `--fix` does: what overlaps is left for another round.
  for (let round = 0; round < 10 && findings.some(({ fix }) => fix !== undefined); round += 1) {
    repaired = Object.fromEntries(
      Object.entries(repaired).map(([path, text]) => {
        const own = findings.filter(({ place }) => place.path === path);
        // Whoever writes a text leaves the byte order mark out.
        return [path, applyFixes(text.replace(/^\uFEFF/, ""), own).text];
      }),
    );
    findings = await check(repaired);
  }
  expect(findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
  for (const [path, text] of Object.entries(tree)) expect(wordsOf(repaired[path] ?? ""), path).toEqual(wordsOf(text));
});

test("a document that breaks rules without end has a thousand findings, and one that says so", async () => {
  const headings = Array.from({ length: 4_000 }, (_value, index) => `# Heading ${index % 7}\n`).join("");
  const findings = await check({ [SSD]: RECORD + headings });
  expect(findings).toHaveLength(MAX_FINDINGS + 1);
  const last = findings.find(({ ruleId }) => ruleId === "document-unreadable");
  expect(last?.message).toMatch(/^[\d,]+ more findings from here on/);
});

/** The words of the rendered body. */
function wordsOf(text: string): string[] {
  const { html } = renderMarkdown(parseMarkdown(text), text, (url) => url);
  return html.replaceAll(/<[^>]*>/g, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

async function check(tree: Tree): Promise<readonly Finding[]> {
  const encoder = new TextEncoder();
  const files = Object.entries(tree).map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
  const { findings } = await checkFiles(
    files.filter(({ path }) => path.endsWith(".md")),
    {
      configuration: {
        ...DEFAULT_CONFIGURATION,
        settings: { ...DEFAULT_CONFIGURATION.settings, profile: PROFILES.strict },
      },
      scopes: files.filter(({ path }) => path.endsWith(".yaml")),
      isComplete: true,
    },
  );
  return findings;
}
