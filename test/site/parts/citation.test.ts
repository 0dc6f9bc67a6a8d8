import { describe, expect, test } from "vitest";

import { citeDocument } from "#site/parts/citation.ts";

import { sampleDocument } from "../sample-site.ts";

const AT = { name: "SAM-0100 v2", community: "Sample & Co", url: "https://example.org/standards/sam-0100-v2-names" };
const STABLE = sampleDocument("sam-0100-v2-names", { title: "Names: 100% {good}", stabilizedAt: "2023-06-14" });

describe("a citation", () => {
  test("is a sentence with community, title, name, year and address", () => {
    expect(citeDocument(STABLE, AT).plain).toBe(
      "Sample & Co: Names: 100% {good}. SAM-0100 v2. 2023. https://example.org/standards/sam-0100-v2-names",
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
      number: "SAM-0100 v2",
      genre: "Standard",
      URL: AT.url,
      issued: { "date-parts": [[2023, 6, 14]] },
    });
  });

  test("of a draft names no year", () => {
    const draft = citeDocument(sampleDocument("sam-0100-v3-names"), AT);
    expect(draft.plain).toBe("Sample & Co: Sample. SAM-0100 v2. https://example.org/standards/sam-0100-v2-names");
    expect(draft.bibtex).not.toContain("year");
    expect(draft.cslJson).not.toContain("issued");
  });
});
