import { expect, test } from "vitest";

import { badgeResponse, type DrawnBadge } from "../../../workers/badges/badge-response.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const BADGE: DrawnBadge = { kind: "passing", format: "svg", body: "<svg/>", etag: "state" };
const REQUEST = new Request("https://stele.example/badges/a/b.svg");

test.each([
  [undefined, "public, max-age=300, stale-if-error=86400"],
  [86_700, "public, max-age=300, stale-if-error=86400"],
  [86_699, "public, max-age=300, stale-if-error=86399"],
  [301, "public, max-age=300, stale-if-error=1"],
  [300, "public, max-age=300, stale-if-error=0"],
  [299.9, "public, max-age=299, stale-if-error=0"],
  [1, "public, max-age=1, stale-if-error=0"],
  [0, "public, max-age=0, stale-if-error=0"],
  [-5, "public, max-age=0, stale-if-error=0"],
])(
  "a badge that changes in %s seconds is kept no longer, not even by a cache that cannot renew it",
  async (seconds, expected) => {
    const change = seconds === undefined ? undefined : new Date(NOW.getTime() + seconds * 1000);
    const response = await badgeResponse(REQUEST, BADGE, change, NOW);
    expect(response.headers.get("cache-control")).toBe(expected);
    expect(response.headers.get("etag")).toBe('"state"');
  },
);

test.each([
  ["could not be looked up", "unavailable", 5],
  ["names no cloud", "unknown-subject", 60],
  ["names no scope", "unknown-scope", 60],
  ["is refused", "refused", 60],
] as const)("a badge that %s is kept for seconds, and by no cache beyond", async (_why, kind, seconds) => {
  const response = await badgeResponse(REQUEST, { ...BADGE, kind }, undefined, NOW);
  expect(response.headers.get("cache-control")).toBe(`public, max-age=${seconds}`);
  expect(await response.text()).toBe("<svg/>");
});
