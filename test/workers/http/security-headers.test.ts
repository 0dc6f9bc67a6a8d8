import { env, exports } from "cloudflare:workers";
import { expect, test, vi } from "vitest";

import { getPage, publishFiles, testDocument } from "../publish-tree.ts";

const EVERYWHERE = {
  "strict-transport-security": "max-age=63072000",
  "permissions-policy": expect.stringMatching(/\bcamera=\(\), .*\bgeolocation=\(\).*\bmicrophone=\(\)/),
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "content-security-policy": expect.stringContaining("default-src 'none'"),
  "cross-origin-resource-policy": expect.stringMatching(/^(?:same-origin|cross-origin)$/),
};

function securityOf({ headers }: Response): Record<string, string | null> {
  return Object.fromEntries(Object.keys(EVERYWHERE).map((name) => [name, headers.get(name)]));
}

async function ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return exports.default.fetch(new Request(`http://stele.test${path}`, { method, headers, redirect: "manual" }));
}

test("every kind of answer has them: pages, data, badges, redirects, 304, problems", async () => {
  await publishFiles([testDocument("scs-0100-v3-flavor-naming", { status: "Draft" }, "## Motivation\n\nShort.")]);
  const known = await getPage("/standards");
  await known.body?.cancel();
  const etag = known.headers.get("etag") ?? "";
  for (const [status, method, path, headers] of [
    [200, "GET", "/standards", {}],
    [200, "HEAD", "/standards", {}],
    [304, "GET", "/standards", { "if-none-match": etag }],
    [200, "GET", "/standards.json", {}],
    [200, "GET", "/badges/a/b.svg", {}],
    [200, "GET", "/diagram-frame", {}],
    [301, "GET", "/scs-0100", {}],
    [303, "GET", "/as-of?date=2024-03-01", {}],
    [404, "GET", "/no-such-page", {}],
    [404, "GET", "/api/v1/no-such-thing", {}],
    [405, "DELETE", "/standards", {}],
    [204, "OPTIONS", "/standards.json", {}],
    [401, "GET", "/reports", {}],
    [401, "PUT", "/api/v1/accounts", {}],
    [415, "POST", "/api/v1/validate/documents", { "content-type": "text/nothing" }],
  ] as const) {
    const answer = await ask(method, path, headers);
    await answer.body?.cancel();
    expect([method, path, answer.status]).toEqual([method, path, status]);
    expect(securityOf(answer), `${method} ${path}`).toEqual(EVERYWHERE);
  }
});

test("our own failure has them too", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { DB } = env;
  Object.assign(env, {
    DB: {
      prepare: () => {
        throw new Error("gone");
      },
      batch: () => {
        throw new Error("gone");
      },
    },
  });
  try {
    const answer = await ask("GET", "/metrics", {});
    await answer.body?.cancel();
    expect(answer.status).toBe(500);
    expect(securityOf(answer)).toEqual(EVERYWHERE);
  } finally {
    Object.assign(env, { DB });
    log.mockRestore();
  }
});

test("pages demand trusted types, and the frame of diagrams is a sandbox also where it is opened alone", async () => {
  const page = (await getPage("/")).headers.get("content-security-policy");
  expect(page).toContain("require-trusted-types-for 'script'");
  expect(page).toContain("frame-ancestors 'none'");
  const frame = (await getPage("/diagram-frame")).headers.get("content-security-policy");
  expect(frame).toMatch(/; sandbox allow-scripts$/);
});
