import { expect, test } from "vitest";

import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { lifecyclePhase } from "#core/standards/documents/lifecycle.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

const TODAY = "2026-06-15";

test.each([
  ["a Draft without dates is a draft", { status: "Draft" }, { phase: "draft" }],
  ["a document that states no status has none, and nobody guesses one", {}, { phase: "unstated" }],
  ["not from its dates either", { stabilizedAt: "2024-01-01" }, { phase: "unstated" }],
  ["stabilized today is effective", { status: "Stable", stabilizedAt: TODAY }, { phase: "effective" }],
  [
    "stabilization in the future is effective with a mark",
    { status: "Stable", stabilizedAt: "2026-06-16" },
    { phase: "effective", upcoming: { phase: "effective", on: "2026-06-16" } },
  ],
  [
    "an announced deprecation is still effective",
    { status: "Deprecated", stabilizedAt: "2024-01-01", deprecatedAt: "2026-06-16" },
    { phase: "effective", upcoming: { phase: "deprecated", on: "2026-06-16" } },
  ],
  [
    "deprecated from its date on",
    { status: "Deprecated", stabilizedAt: "2024-01-01", deprecatedAt: TODAY },
    { phase: "deprecated" },
  ],
  [
    "deprecated without ever having been stable",
    { status: "Deprecated", deprecatedAt: "2025-01-01" },
    { phase: "deprecated" },
  ],
  ["the status alone deprecates where the date is missing", { status: "Deprecated" }, { phase: "deprecated" }],
  ["rejected is not a draft", { status: "Rejected", rejectedAt: "2026-01-01" }, { phase: "rejected" }],
  [
    "a rejection in the future is announced",
    { status: "Rejected", rejectedAt: "2026-07-01" },
    { phase: "draft", upcoming: { phase: "rejected", on: "2026-07-01" } },
  ],
])("%s", (_name, facts, lifecycle) => {
  expect(lifecyclePhase(summary(facts as Partial<DocumentSummary>), TODAY)).toEqual(lifecycle);
});

test.each([
  ["2026-03-28T22:59:59Z", "Europe/Berlin", "2026-03-28"],
  ["2026-03-28T23:00:00Z", "Europe/Berlin", "2026-03-29"],
  ["2026-03-29T21:59:59Z", "Europe/Berlin", "2026-03-29"],
  ["2026-03-29T22:00:00Z", "Europe/Berlin", "2026-03-30"],
  ["2026-12-31T23:59:59Z", "UTC", "2026-12-31"],
  ["2026-12-31T12:00:00Z", "Pacific/Kiritimati", "2027-01-01"],
])("at %s the calendar in %s says %s", (instant, zone, date) => {
  expect(calendarOf(zone).dateOf(new Date(instant))).toBe(date);
});

function summary(facts: Partial<DocumentSummary>): DocumentSummary {
  return {
    documentId: "scs-0100-v1-x",
    number: "0100",
    series: "v",
    version: 1,
    title: "X",
    type: "Standard",
    track: "IaaS",
    replaces: [],
    replacedBy: [],
    supplements: [],
    ...facts,
  };
}
