// Lists of certificates come in parts: each certificate stands in one of them, whatever is revoked.
import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { createCertificateWorld, get, grantCertificate, step } from "../certificate-world.ts";
import { addClouds } from "../many-clouds.ts";

const CERTIFICATES = 120;
/** One in seven is revoked. */
const REVOKE = `
  INSERT INTO certificate_event (certificate_id, number, kind, at, recorded_at, by_subject, reason, facts)
  SELECT id, 3, 'revoked', '2025-02-01T00:00:00.000Z', '2025-02-01T00:00:00.000Z', 'board', 'It broke.', '{}'
    FROM certificate WHERE number % 7 = 0 OR ?1`;

beforeEach(async () => {
  await createCertificateWorld();
});

/** All parts of a list, as `Link` leads through them. */
async function walk(path: string): Promise<string[][]> {
  const parts: string[][] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const response: Response = await get(next);
    const { certificates, revoked = certificates } = await response.json<{
      certificates?: { id: string }[];
      revoked?: { id: string }[];
    }>();
    parts.push((revoked ?? []).map(({ id }) => id));
    next = /<([^>]*)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
  }
  return parts;
}

test("every certificate once, the newest first, fifty at a time", async () => {
  await addClouds({ clouds: [1, CERTIFICATES], nights: 1, certificates: 1 });
  await env.DB.prepare(REVOKE).bind(0).run();
  const parts = await walk("/certificates.json");
  expect(parts.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(new Set(parts.flat()).size).toBe(CERTIFICATES);
  expect(parts.flat()).toEqual(parts.flat().toSorted().toReversed());
  const revoked = await walk("/certificates/revoked.json");
  expect(revoked.flat().length).toBe(17);
  const html = await (await get("/certificates")).text();
  expect(html).toContain(`rel="next" href="/certificates?before=${parts[0]?.at(-1)}"`);
  expect(await (await get(`/certificates?before=${parts[0]?.at(-1)}`)).text()).toContain(
    `/certificates/${parts[1]?.[0]}"`,
  );
});

test("the revocation list is as long as it is", async () => {
  await addClouds({ clouds: [1, CERTIFICATES], nights: 1, certificates: 1 });
  await env.DB.prepare(REVOKE).bind(1).run();
  const parts = await walk("/certificates/revoked.json?at=2026-01-01T00:00:00Z");
  expect(parts.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(new Set(parts.flat()).size).toBe(CERTIFICATES);
});

test("nonsense is the beginning, an unknown one the end", async () => {
  const id = await grantCertificate();
  await step(id, "revoked");
  for (const before of ["", "x", "2026", "%00", "9".repeat(400)]) {
    expect(await walk(`/certificates.json?before=${before}`)).toEqual([[id]]);
  }
  expect(await walk("/certificates.json?before=1999-0001")).toEqual([[]]);
});
