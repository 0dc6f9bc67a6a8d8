import { expect, test } from "vitest";

import { currentCertificate } from "#core/compliance/certificates/current-certificate.ts";

import { APPLIED, certificateAfter, EMPTY, GRANTED } from "./sample-certificate.ts";

const NOW = new Date("2026-09-01T00:00:00Z");
const { uuid } = EMPTY.scope;
const valid = { ...certificateAfter(APPLIED, GRANTED), id: "valid" };
const newer = {
  ...certificateAfter(APPLIED, { ...GRANTED, now: "2026-08-01T00:00:00Z" }),
  id: "newer",
  version: "v6",
};
const revoked = {
  ...certificateAfter(APPLIED, GRANTED, { now: "2026-08-20T00:00:00Z", kind: "revoked", reason: "r" }),
  id: "revoked",
};
const suspended = {
  ...certificateAfter(APPLIED, GRANTED, { now: "2026-08-20T00:00:00Z", kind: "suspended", reason: "r" }),
  id: "suspended",
};
const applied = { ...certificateAfter(APPLIED), id: "applied" };

test.each([
  ["nothing that was only applied for", [applied], undefined],
  ["the valid one", [revoked, suspended, valid, applied], "valid"],
  ["the newest of the valid ones", [valid, newer], "newer"],
  ["a suspended one before one that is over", [revoked, suspended], "suspended"],
  ["one that is over, where there is no other", [revoked], "revoked"],
])("pages speak of %s", (_name, certificates, id) => {
  expect(currentCertificate(certificates, EMPTY.subject, uuid, NOW)?.certificate.id).toBe(id);
});

test("certificates of other clouds and scopes do not count, nor do those of a later time", () => {
  expect(currentCertificate([valid], "demo-bravo", uuid, NOW)).toBeUndefined();
  expect(currentCertificate([valid], EMPTY.subject, "other", NOW)).toBeUndefined();
  expect(currentCertificate([valid], EMPTY.subject, uuid, new Date("2026-06-15T00:00:00Z"))).toBeUndefined();
});
