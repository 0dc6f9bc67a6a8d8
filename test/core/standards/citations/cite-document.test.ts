import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { citeDocument, documentName } from "#core/standards/citations/cite-document.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";

const AT = { community: "Sample & Co", url: "https://example.org/standards/sam-0100-v2-names" };
const STABLE: DocumentSummary = {
  documentId: "sam-0100-v2-names",
  number: "0100",
  series: "v",
  version: 2,
  title: "Names: 100% {good}",
  type: "Standard",
  status: "Stable",
  track: "IaaS",
  stabilizedAt: "2023-06-14",
  replaces: [],
  replacedBy: [],
  supplements: [],
};
const { stabilizedAt: _date, ...UNDATED } = STABLE;
const DRAFT: DocumentSummary = { ...UNDATED, status: "Draft" };

describe("a citation", () => {
  test("is a sentence with community, title, name, date and address", () => {
    expect(citeDocument(STABLE, AT).plain).toBe(
      "Sample & Co: Names: 100% {good}. SAM-0100 v2. 2023-06-14. https://example.org/standards/sam-0100-v2-names",
    );
  });

  test("is BibTeX whose special characters are text", () => {
    expect(citeDocument(STABLE, AT).bibtex).toBe(
      [
        "@techreport{sam-0100-v2-names,",
        "  title = {{Names: 100\\% good}},",
        "  author = {{Sample \\& Co}},",
        "  type = {Standard},",
        "  number = {SAM-0100 v2},",
        "  year = {2023},",
        "  date = {2023-06-14},",
        "  url = {https://example.org/standards/sam-0100-v2-names},",
        "}",
      ].join("\n"),
    );
  });

  test("is CSL-JSON with the day on which the document came into force", () => {
    expect(JSON.parse(citeDocument(STABLE, AT).cslJson)).toEqual({
      id: "sam-0100-v2-names",
      type: "standard",
      title: "Names: 100% {good}",
      author: [{ literal: "Sample & Co" }],
      publisher: "Sample & Co",
      number: "SAM-0100 v2",
      version: "2",
      genre: "Standard",
      URL: AT.url,
      issued: { "date-parts": [[2023, 6, 14]] },
    });
  });

  test("of a draft names no date and says that it is a draft", () => {
    const draft = citeDocument(DRAFT, AT);
    expect(draft.plain).toContain("SAM-0100 v2. Draft. https");
    expect(draft.bibtex).toContain("note = {Draft}");
    expect(draft.bibtex).not.toContain("year");
    expect(JSON.parse(draft.cslJson)).toMatchObject({ status: "Draft" });
    expect(draft.cslJson).not.toContain("issued");
  });

  test("of a past state names its day", () => {
    const past = citeDocument(STABLE, { ...AT, asOf: "2024-03-01" });
    expect(past.plain).toContain("2023-06-14. As of 2024-03-01. https");
    expect(past.bibtex).toContain("note = {as of 2024-03-01}");
    expect(JSON.parse(past.cslJson)).toMatchObject({ accessed: { "date-parts": [[2024, 3, 1]] } });
  });

  test("of a document without a readable name uses its id", () => {
    const odd = { ...STABLE, documentId: "odd", number: undefined, series: undefined, version: undefined };
    expect(documentName(odd)).toBe("odd");
    expect(JSON.parse(citeDocument(odd, AT).cslJson)).not.toHaveProperty("version");
  });

  test("has balanced braces and valid JSON whatever the title", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, community) => {
        const { bibtex, cslJson } = citeDocument({ ...STABLE, title }, { ...AT, community });
        expect(bibtex.split("{").length).toBe(bibtex.split("}").length);
        expect(JSON.parse(cslJson)).toMatchObject({ title });
      }),
    );
  });
});
