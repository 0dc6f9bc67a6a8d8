import { describe, expect, test } from "vitest";

import { presenceAt } from "#core/compliance/certificates/retention.ts";

import { APPLIED, BERLIN, certificateAfter, EMPTY, GRANTED, type Step } from "./sample-certificate.ts";

const REVOKED: Step = { now: "2027-01-10T10:00:00Z", kind: "revoked", reason: "No longer." };
/** Ends with its term, at the end of 30 June 2027. */
const TERM = certificateAfter(APPLIED, GRANTED);
/** Ended on 10 January 2027. */
const ENDED = certificateAfter(APPLIED, GRANTED, REVOKED);

function presence(certificates: readonly (typeof TERM)[], instant: string, isReporting = false) {
  const { presence, changesAt } = presenceAt(certificates, {
    instant: new Date(instant),
    calendar: BERLIN,
    isReporting,
  });
  return { ...presence, changesAt };
}

describe("the status page of a cloud", () => {
  const endedAt = new Date("2027-01-10T10:00:00Z");
  const onlineUntil = BERLIN.startOf("2027-04-10");
  const keptUntil = BERLIN.startOf("2028-01-10");

  test("is online for three months after the end of its certificate, kept until a year after it, then gone", () => {
    const online = { kind: "online", changesAt: onlineUntil };
    const kept = { kind: "kept", endedAt, until: keptUntil, changesAt: keptUntil };
    const gone = { kind: "gone", endedAt, changesAt: undefined };
    expect(presence([ENDED], "2027-01-10T10:00:00Z")).toEqual(online);
    expect(presence([ENDED], "2027-04-09T21:59:59.999Z")).toEqual(online);
    expect(presence([ENDED], "2027-04-09T22:00:00Z")).toEqual(kept);
    expect(presence([ENDED], "2028-01-09T22:59:59.999Z")).toEqual(kept);
    expect(presence([ENDED], "2028-01-09T23:00:00Z")).toEqual(gone);
  });

  test("outlives the certificate that ended last", () => {
    expect(presence([ENDED, TERM], "2027-09-29T21:59:59Z")).toMatchObject({ kind: "online" });
    expect(presence([ENDED, TERM], "2027-09-30T22:00:00Z")).toMatchObject({
      kind: "kept",
      endedAt: BERLIN.startOf("2027-07-01"),
    });
  });

  test("needs no end while a certificate runs, or while results come in, or where there never was a certificate", () => {
    const online = { kind: "online", changesAt: undefined };
    expect(presence([ENDED, TERM], "2027-05-01T00:00:00Z")).toEqual(online);
    expect(presence([ENDED], "2029-01-01T00:00:00Z", true)).toEqual(online);
    expect(presence([], "2029-01-01T00:00:00Z")).toEqual(online);
    expect(presence([EMPTY, certificateAfter(APPLIED)], "2029-01-01T00:00:00Z")).toEqual(online);
  });
});
