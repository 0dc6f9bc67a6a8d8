import { expect, test } from "vitest";

import { resolveDocumentId } from "#core/standards/history/resolve-document-id.ts";

const DOCUMENTS = [
  "scs-0100-v2-flavor-naming",
  "scs-0100-v3-flavor-naming",
  "scs-0110-v1-ssd-flavors",
  "scs-0121-v1-Availability-Zones-Standard",
  "scs-0217-v1-cluster-hardening",
  "scs-0410-v1-gnocchi",
].map((documentId) => ({ documentId }));

function resolve(id: string): string | undefined {
  return resolveDocumentId(id, DOCUMENTS);
}

test("the case of letters does not matter", () => {
  expect(resolve("SCS-0121-v1-availability-zones-standard")).toBe("scs-0121-v1-Availability-Zones-Standard");
});

test("number and version are enough", () => {
  expect(resolve("scs-0100-v3")).toBe("scs-0100-v3-flavor-naming");
});

test("a document that has another slug now is found by its number and version", () => {
  expect(resolve("scs-0217-v1-baseline-cluster-security")).toBe("scs-0217-v1-cluster-hardening");
});

test("a document that has another number now is found by its slug, even where its old number was given away", () => {
  expect(resolve("scs-0110-v1-gnocchi")).toBe("scs-0410-v1-gnocchi");
});

test("a slug of another version is another document", () => {
  expect(resolve("scs-0100-v9-flavor-naming")).toBeUndefined();
});

test("what is no id of a document, or names several, is not guessed", () => {
  for (const id of ["scs-0100", "overview", "", "scs-9999-v1", "scs-0100-v3; DROP"])
    expect(resolve(id)).toBeUndefined();
  expect(
    resolveDocumentId("a-0001-v1-x", [{ documentId: "a-0002-v1-x" }, { documentId: "a-0003-v1-x" }]),
  ).toBeUndefined();
});
