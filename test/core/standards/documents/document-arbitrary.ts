import * as fc from "fast-check";

/** Pieces that documents are made of, good, bad and hostile. */
const FIELD = fc.constantFrom(
  "title: Sample",
  "title: _x_",
  "title:",
  "type: Standard",
  "type: Decision Record",
  "type: Supplement",
  "type: [a, b]",
  "status: Draft",
  "status: Stable",
  "status: Deprecated ",
  "track: IaaS",
  "track: iaas",
  "stabilized_at: 2024-02-30",
  "stabilized_at: 2024-02-28",
  "deprecated_at: 2023-01-01",
  "replaces: scs-0100-v1-a.md",
  "replaces:\n  - scs-0100-v1-a.md",
  "replaced_by: [scs-0100-v2-b.md]",
  "supplements: {}",
  "supplements:\n- scs-0100-v1-a.md",
  "__proto__: 1",
  "authors: x # | y",
  "- x",
  "? [a]",
  "a: &a [*a]",
);

const LINE = fc.constantFrom(
  "# One",
  "## Introduction",
  "## Decision",
  "### Deep",
  "##### Deeper",
  "",
  "",
  "Text with “quotes” -- and  spaces  ",
  "It MUST be, it should be, it WILL be.",
  "See [a](scs-0100-v1-a.md#nowhere) and [b](https://docs.scs.community/standards/scs-0100-v2-b).",
  "[c](https://github.com/SovereignCloudStack/standards/blob/main/Standards/scs-0100-v1-a.md)",
  "[d]: https://docs.scs.community/standards/scs-compatible-iaas",
  "Text[^1] and ![image](http://x.test/a.png)",
  "[^1]: note",
  "```",
  "~~~text",
  "    indented",
  "| a | b |",
  "| - | - |",
  "<!-- stele-disable-next-line code-language -- why -->",
  "<!-- stele-disable-file empty-section -->",
  ":::note",
  ":::",
  "> quote",
  "- item",
  "  1. item",
  "Conformance Tests, OPTIONAL",
  "TODO",
);

/** Texts that look like documents. */
export const documentText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(FIELD, { maxLength: 8 }),
    fc.array(
      fc.oneof({ weight: 9, arbitrary: LINE }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) }),
      {
        maxLength: 25,
      },
    ),
    fc.constantFrom("\n", "\n", "\n", "\r\n"),
    fc.boolean(),
  )
  .map(([fields, lines, ending, hasHeader]) =>
    (hasHeader ? ["---", ...fields, "---", ...lines, ""] : lines).join("\n").replaceAll("\n", ending),
  );

/** File names of documents, good and bad. */
export const documentPath: fc.Arbitrary<string> = fc.constantFrom(
  "scs-0100-v1-a.md",
  "scs-0100-v2-b.md",
  "scs-0100-v3-9.md",
  "scs-0100-w1-n--m.md",
  "scs-0200-v1-A_b.md",
  "scs-xxxx-v1-p.md",
  "scs-xxxx-w1-p.md",
  "notes.md",
);
