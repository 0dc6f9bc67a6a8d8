import { describe, expect, test } from "vitest";

import { documentHref, findDocument } from "#site/standards-index.ts";

import { DOCUMENTS, indexOf, sampleDocument } from "./sample-site.ts";

describe("the index of standards", () => {
  test("follows the tracks of the configuration and the numbers within them", () => {
    const order = indexOf(DOCUMENTS).map(({ track, href, numbers }) => [track.id, href, numbers.map(({ id }) => id)]);
    expect(order).toEqual([
      ["Global", "/standards/global", ["sam-0001"]],
      ["IaaS", "/standards/iaas", ["sam-0100", "sam-0110"]],
    ]);
  });

  test("gives a number the title of its newest effective version, although a newer draft exists", () => {
    const found = findDocument(indexOf(DOCUMENTS), "sam-0100-v3-names");
    expect(found?.number.title).toBe("Good Names");
    expect(found?.number.current.label).toBe("v2");
    expect(found?.number.versions.map(({ label, phase }) => `${label} ${phase}`)).toEqual([
      "v1 deprecated",
      "v2 effective",
      "v3 draft",
    ]);
    expect(found?.number.supplements.map(({ label, phase }) => `${label} ${phase}`)).toEqual(["w1 supplement"]);
  });

  test("keeps documents of tracks that nobody declared, after the declared ones", () => {
    const stray = sampleDocument("sam-0999-v1-x", { track: "Quantum" });
    expect(indexOf([stray, ...DOCUMENTS]).map(({ track }) => track.id)).toEqual(["Global", "IaaS", "Quantum"]);
  });

  test("keeps a document whose file name cannot be read, under its own id", () => {
    const nameless = sampleDocument("Read Me?", { title: "Nameless", track: undefined });
    const found = findDocument(indexOf([nameless]), "Read Me?");
    expect(found?.number.href).toBe("/standards/other/Read%20Me%3F");
    expect(found?.entry.label).toBe("Read Me?");
  });

  test("keeps the case of file names in addresses", () => {
    expect(documentHref("scs-0121-v1-Availability-Zones")).toBe("/standards/scs-0121-v1-Availability-Zones");
  });

  test("answers undefined for a document that is not published", () => {
    expect(findDocument(indexOf(DOCUMENTS), "sam-0100-v9-none")).toBeUndefined();
  });
});
