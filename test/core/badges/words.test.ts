import { describe, expect, test } from "vitest";

import { LANGUAGES, messageOf, VOCABULARIES, type Verdict } from "#core/badges/words.ts";

const V: Pick<Verdict, "version"> = { version: "v5" };
const CERTIFIED = { ...V, isCertified: true } as const;

test("badges speak English and German", () => {
  expect(LANGUAGES).toEqual(["en", "de"]);
  expect(Object.keys(VOCABULARIES)).toEqual(["en", "de"]);
});

describe("a badge says", () => {
  test.each<[Verdict, string, string]>([
    [{ kind: "certified", ...V }, "v5 certified", "v5 zertifiziert"],
    [{ kind: "passing", ...V }, "v5 passing", "v5 bestanden"],
    [{ kind: "undecided", ...V, count: 2 }, "v5 passing, 2 undecided", "v5 bestanden, 2 offen"],
    [{ kind: "undecided", ...CERTIFIED, count: 2 }, "v5 certified, 2 undecided", "v5 zertifiziert, 2 offen"],
    [{ kind: "retiring", ...V }, "v5 passing, retires soon", "v5 bestanden, läuft bald aus"],
    [{ kind: "retiring", ...CERTIFIED }, "v5 certified, retires soon", "v5 zertifiziert, läuft bald aus"],
    [{ kind: "retired", ...V }, "only v5, retired", "nur v5, ausgelaufen"],
    [{ kind: "retired", ...CERTIFIED }, "v5 certified, retired", "v5 zertifiziert, ausgelaufen"],
    [{ kind: "failing", count: 1 }, "1 test failing", "1 Test nicht bestanden"],
    [{ kind: "failing", count: 2 }, "2 tests failing", "2 Tests nicht bestanden"],
    [{ kind: "failing" }, "0 tests failing", "0 Tests nicht bestanden"],
    [
      { kind: "failing", ...CERTIFIED, count: 1 },
      "v5 certified, 1 test failing",
      "v5 zertifiziert, 1 Test nicht bestanden",
    ],
    [{ kind: "incomplete", ...V, count: 1 }, "1 result missing for v5", "1 Ergebnis fehlt für v5"],
    [{ kind: "incomplete", ...V, count: 3 }, "3 results missing for v5", "3 Ergebnisse fehlen für v5"],
    [
      { kind: "incomplete", ...CERTIFIED, count: 1 },
      "v5 certified, 1 result missing",
      "v5 zertifiziert, 1 Ergebnis fehlt",
    ],
    [
      { kind: "incomplete", ...CERTIFIED, count: 3 },
      "v5 certified, 3 results missing",
      "v5 zertifiziert, 3 Ergebnisse fehlen",
    ],
    [
      { kind: "incomplete", ...CERTIFIED, cause: "manual-check", count: 1 },
      "v5 certified, 1 manual check open",
      "v5 zertifiziert, 1 Prüfung offen",
    ],
    [{ kind: "incomplete", ...V, cause: "manual-check", count: 2 }, "2 manual checks open", "2 Prüfungen offen"],
    [{ kind: "expired", ...V }, "results expired", "Ergebnisse abgelaufen"],
    [{ kind: "expired", ...CERTIFIED }, "v5 certified, results expired", "v5 zertifiziert, Ergebnisse abgelaufen"],
    [{ kind: "expired", ...V, cause: "certificate" }, "certificate expired", "Zertifikat abgelaufen"],
    [{ kind: "suspended", ...V }, "certificate suspended", "Zertifikat ausgesetzt"],
    [{ kind: "revoked", ...V }, "certificate revoked", "Zertifikat widerrufen"],
    [{ kind: "recommended", count: 1, total: 2 }, "1 of 2 met", "1 von 2 erfüllt"],
    [{ kind: "recommended" }, "nothing recommended", "nichts empfohlen"],
    [{ kind: "no-results" }, "no results yet", "noch keine Ergebnisse"],
    [{ kind: "no-results", cause: "no-version" }, "no version in force", "keine Version in Kraft"],
    [{ kind: "unknown-subject" }, "unknown cloud", "unbekannte Cloud"],
    [{ kind: "unknown-scope" }, "unknown scope", "unbekannter Geltungsbereich"],
    [{ kind: "unavailable" }, "status unavailable", "Status nicht abrufbar"],
  ])("%j: %s / %s", (verdict, english, german) => {
    expect(messageOf(verdict, "en")).toBe(english);
    expect(messageOf(verdict, "de")).toBe(german);
  });
});

test.each([
  [1, "until 30 January 2027", "bis 30. Januar 2027"],
  [3, "until 30 March 2027", "bis 30. März 2027"],
  [12, "until 30 December 2027", "bis 30. Dezember 2027"],
])("a last day in month %d is named as people name it", (month, english, german) => {
  expect(VOCABULARIES.en.until(2027, month, 30)).toBe(english);
  expect(VOCABULARIES.de.until(2027, month, 30)).toBe(german);
});

test("the words of a seal and of a group", () => {
  expect(Object.values(VOCABULARIES.en.word).every((word) => /^[a-z ]+$/.test(word))).toBe(true);
  expect(VOCABULARIES.en.word).toMatchObject({
    passing: "passing",
    retiring: "retires soon",
    "no-results": "no results",
  });
  expect(VOCABULARIES.de.word).toMatchObject({ passing: "bestanden", undecided: "offen", suspended: "ausgesetzt" });
  expect(VOCABULARIES.en).toMatchObject({
    demo: "demo",
    certification: "certification",
    recommendations: "recommendations",
  });
  expect(VOCABULARIES.de).toMatchObject({
    demo: "Demo",
    certification: "Zertifizierung",
    recommendations: "Empfehlungen",
  });
});
