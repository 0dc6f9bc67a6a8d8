/** The status page over time: what it says of any moment, what it costs, how long it stays. */
import { env, exports } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import { findHistory } from "../../../workers/standing/history-store.ts";
import {
  ALPHA,
  basic,
  createCertificateWorld,
  createJwk,
  FORUM,
  get,
  grantCertificate,
  ORIGIN,
  post,
  setKeys,
  step,
} from "../certificate-world.ts";
import { reportYaml, SCOPE_UUID, upload } from "../certification-world.ts";

const PAGE = "/certification/alpha/sample";
const DAY_IN_MS = 86_400_000;
let world: Awaited<ReturnType<typeof createCertificateWorld>>;

beforeEach(async () => {
  world = await createCertificateWorld();
});

/** Reports what the tests said some days ago. */
async function reportOf(daysAgo: number, results: Record<string, number>): Promise<Date> {
  const at = new Date(Date.now() - daysAgo * DAY_IN_MS);
  const checkedAt = at.toISOString().replace("T", " ").replace("Z", "000");
  const response = await upload(world.alpha, reportYaml({ subject: "alpha", results, checkedAt }));
  if (!response.ok) throw new Error(await response.text());
  return at;
}

function send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
}

const PASS = { "flavor-names": 1, "image-names": 1 };
const FAIL = { "flavor-names": 1, "image-names": -1 };

async function json(path: string): Promise<Record<string, unknown>> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return response.json();
}

async function text(path: string): Promise<string> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

describe("a past moment", () => {
  test("is answered as it was then", async () => {
    await reportOf(2, PASS);
    const failed = await reportOf(1, FAIL);
    expect(await json(`${PAGE}.json`)).toMatchObject({ verdict: "retiring", passed: ["v1"] });
    const before = new Date(failed.getTime() - 1).toISOString();
    expect(await json(`${PAGE}.json?at=${before}`)).toMatchObject({ at: before, verdict: "passing", passed: ["v2"] });
    expect(await json(`${PAGE}.json?at=${failed.toISOString()}`)).toMatchObject({ verdict: "retiring" });
    const page = await text(`${PAGE}?at=${before}`);
    expect(page).toContain("v2 passing at the time asked for");
    // On which nights a value was confirmed is not stored, so nothing is said of the last check before that moment.
    expect(page).not.toContain("Last check");
    expect(page).toContain('name="robots" content="noindex"');
    expect(page).toContain("How it stands now");
  });

  test("before the first report knows of none, and after the last result expired says so", async () => {
    await reportOf(40, PASS);
    const at = (days: number) => new Date(Date.now() - days * DAY_IN_MS).toISOString();
    expect(await json(`${PAGE}.json?at=${at(41)}`)).toMatchObject({ verdict: "no-results" });
    expect(await json(`${PAGE}.json?at=${at(39)}`)).toMatchObject({ verdict: "passing" });
    expect(await json(`${PAGE}.json?at=${at(10)}`)).toMatchObject({ verdict: "expired" });
    expect(await json(`${PAGE}.json`)).toMatchObject({ verdict: "expired" });
  });

  test.each(["yesterday", "2026-13-01T00:00:00Z", "2026-03-01", ""])(
    "that is no instant (%s) is refused with an example",
    async (at) => {
      await reportOf(1, PASS);
      for (const path of [PAGE, `${PAGE}.json`, `${PAGE}/history.csv`, `${PAGE}/feed.xml`]) {
        const response = await get(`${path}?at=${at}`);
        expect(response.status).toBe(400);
        expect(await response.text()).toContain("2026-03-01T00:00:00Z");
      }
    },
  );

  test("knows the certificate as it stood", async () => {
    await reportOf(1, PASS);
    const id = await grantCertificate();
    const { validUntil } = await json(`/certificates/${id}.json`);
    expect(await json(`${PAGE}.json?at=${String(validUntil)}`)).toMatchObject({
      certificate: { id, state: "expired" },
    });
    expect(await json(`${PAGE}.json`)).toMatchObject({ verdict: "certified", certificate: { id, state: "granted" } });
    expect(await text(PAGE)).toContain("is certified as Sample cloud v2 until");
  });
});

describe("the history", () => {
  test("is drawn, listed, and told in files", async () => {
    await reportOf(3, PASS);
    await reportOf(2, FAIL);
    await reportOf(1, PASS);
    const page = await text(PAGE);
    expect(page).toMatch(
      /<svg class="history-chart"[^>]*role="img" aria-label="History of 18 months, [\d.]+ % of the time compliant/,
    );
    expect(page).toContain("tests fail: image-names</title>");
    expect(page).toContain("The same as a table");
    expect(page).toContain("Last unequivocal pass");
    const history = await json(`${PAGE}/history.json`);
    expect(history).toMatchObject({ subject: "alpha", scope: { alias: "sample" } });
    const rows = history["rows"] as {
      version: string;
      target: string;
      steps: { outcome: unknown; deciding: string[] }[];
    }[];
    const v2 = rows.find(({ version, target }) => version === "v2" && target === "main");
    expect(v2?.steps.map(({ outcome }) => outcome)).toEqual([1, -1, 1]);
    expect(v2?.steps[1]?.deciding).toEqual(["image-names"]);
  });

  test("is a table for spreadsheets with the last check of every value", async () => {
    const first = await reportOf(3, PASS);
    const second = await reportOf(2, PASS);
    await reportOf(1, FAIL);
    const response = await get(`${PAGE}/history.csv`);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const lines = (await response.text()).split("\r\n");
    expect(lines[0]).toBe("testcase,version,result,from,to,last_checked_at,report");
    const image = lines.filter((line) => line.startsWith("image-names,"));
    expect(image).toHaveLength(2);
    expect(image[0]).toContain(`image-names,*,PASS,${first.toISOString()},`);
    expect(image[0]).toContain(second.toISOString().slice(0, 23));
    expect(image[1]).toContain("image-names,*,FAIL,");
  });

  test("reads no more rows after a year of quiet nights than after a week", async () => {
    await reportOf(30, PASS);
    const rowsRead = async (): Promise<number> => {
      let read = 0;
      const DB = {
        prepare: (sql: string) => env.DB.prepare(sql),
        batch: async (statements: D1PreparedStatement[]) => {
          const results = await env.DB.batch(statements);
          for (const { meta } of results) read += meta.rows_read;
          return results;
        },
      };
      await findHistory(
        { DB: DB as unknown as D1Database },
        "alpha",
        SCOPE_UUID,
        new Date(Date.now() - 540 * DAY_IN_MS),
      );
      return read;
    };
    const before = await rowsRead();
    for (let night = 29; night > 0; night--) await reportOf(night, PASS);
    const after = await rowsRead();
    expect(before).toBeGreaterThan(0);
    expect(after).toBe(before);
  });

  test("is a feed with verdicts, steps of the certificate and remarks", async () => {
    await reportOf(2, PASS);
    await reportOf(1, { ...FAIL, "flavor-names": -1 });
    const id = await grantCertificate();
    const response = await get(`${PAGE}/feed.xml`);
    expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const feed = await response.text();
    expect(feed).toContain("<title>Alpha Cloud: all tests pass</title>");
    expect(feed).toContain("<title>Alpha Cloud: tests fail</title>");
    expect(feed).toContain(`<title>Certificate ${id} granted</title>`);
    expect(await text("/certificates/feed.xml")).toContain(`<title>Certificate ${id} granted</title>`);
  });
});

describe("a remark on the history", () => {
  const path = "/api/v1/certification/alpha/sample/annotations";
  const remark = (more: Record<string, unknown> = {}) => ({
    kind: "test-defect",
    from: new Date(Date.now() - 2 * DAY_IN_MS).toISOString(),
    to: new Date(Date.now() - DAY_IN_MS).toISOString(),
    note: "The test was <b>wrong</b>.",
    ...more,
  });

  beforeEach(async () => {
    await reportOf(3, FAIL);
  });

  test("is shown with its period and author, counts as excused, and can be taken back", async () => {
    const created = await post(path, remark());
    expect(created.status).toBe(201);
    const { number } = await created.json<{ number: number }>();
    const page = await text(PAGE);
    expect(page).toContain("The test was &lt;b&gt;wrong&lt;/b&gt;.");
    expect(page).toContain("Test defect");
    expect((await json(`${PAGE}/history.json`))["annotations"]).toMatchObject([{ number, by: "forum" }]);
    const withdraw = () => send("DELETE", `${path}/${number}?note=It+was+right.`, { authorization: basic(FORUM) });
    expect((await withdraw()).status).toBe(204);
    expect((await withdraw()).status).toBe(404);
    expect(await text(PAGE)).not.toContain("Test defect");
    expect((await json(path))["annotations"]).toMatchObject([{ number, withdrawnAt: expect.any(String) }]);
  });

  test.each([
    ["without words", { note: " " }, 422],
    ["of a kind that nobody knows", { kind: "weather" }, 422],
    ["with a time that is none", { from: "yesterday" }, 422],
    ["that ends before it begins", { to: "2020-01-01T00:00:00Z" }, 422],
    ["about the future", { to: "2999-01-01T00:00:00Z" }, 422],
    ["with a member that nobody knows", { extra: 1 }, 422],
  ])("%s is refused", async (_name, more, status) => {
    const response = await post(path, remark(more));
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  test("is the certification body's alone, about a cloud that reported", async () => {
    expect((await post(path, remark(), ALPHA)).status).toBe(403);
    expect((await post(path, remark(), "token of nobody")).status).toBe(401);
    expect((await post("/api/v1/certification/bravo/sample/annotations", remark())).status).toBe(404);
    expect((await post("/api/v1/certification/alpha/other/annotations", remark())).status).toBe(404);
  });
});

describe("caches", () => {
  test("of page, badge, JSON, feed and attestation all end before an announced revocation", async () => {
    await reportOf(0.001, PASS);
    setKeys(await createJwk("k1"));
    const id = await grantCertificate();
    // Later than a slow machine asks for the last of these, sooner than any of them would end by itself.
    const at = new Date(Date.now() + 50_000).toISOString();
    expect((await step(id, "revoked", { at })).status).toBe(200);
    const paths = [
      PAGE,
      `${PAGE}.json`,
      `${PAGE}/history.json`,
      `${PAGE}/feed.xml`,
      `${PAGE}/attestation.vc`,
      "/badges/alpha/sample.svg",
      `/certificates/${id}`,
      `/certificates/${id}.json`,
      "/certificates/revoked",
      "/certificates.json",
      "/status-lists/revocation/1",
    ];
    for (const path of paths) {
      const response = await get(path);
      expect(response.status, path).toBe(200);
      const maxAge = Number(/max-age=(\d+)/.exec(response.headers.get("cache-control") ?? "")?.[1]);
      expect(maxAge, path).toBeLessThanOrEqual(50);
      expect(maxAge, path).toBeGreaterThanOrEqual(1);
    }
    const attestation = await json(`${PAGE}/attestation.vc`);
    expect(attestation["validUntil"]).toBe(`${at.slice(0, 19)}Z`);
    const last = new Date(Date.parse(at) - 1).toISOString();
    expect(await json(`${PAGE}.json?at=${last}`)).toMatchObject({ certificate: { state: "granted" } });
    expect(await json(`${PAGE}.json?at=${at}`)).toMatchObject({
      verdict: "revoked",
      certificate: { state: "revoked" },
    });
  });
});

describe("a page whose certificate ended", () => {
  /** A certificate whose year ended some days ago, as the log has it. */
  async function certificateThatEnded(daysAgo: number): Promise<void> {
    const end = new Date(Math.floor(Date.now() / DAY_IN_MS) * DAY_IN_MS - daysAgo * DAY_IN_MS);
    const begin = new Date(end.getTime() - 365 * DAY_IN_MS);
    const facts = JSON.stringify({ evidence: [], validFrom: begin.toISOString(), validUntil: end.toISOString() });
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO certificate (number, id, subject, scope_uuid, scope_alias, scope_name, version, regions, demo)
         VALUES (0, '2020-0001', 'alpha', ?1, 'sample', 'Sample cloud', 'v2', '[]', 0)`,
      ).bind(SCOPE_UUID),
      env.DB.prepare(
        `INSERT INTO certificate_event (certificate_id, number, kind, at, recorded_at, by_subject, reason, facts)
         VALUES ('2020-0001', 1, 'granted', ?1, ?1, 'forum', 'Good.', ?2)`,
      ).bind(begin.toISOString(), facts),
    ]);
  }

  test("stays three months, then says until when, and goes after twelve", async () => {
    await certificateThatEnded(60);
    const page = await text(PAGE);
    expect(page).toContain("The certificate of Alpha Cloud for Sample cloud v2 ended on");
    expect(page).not.toContain("Kept for a successor");
    const later = new Date(Date.now() + 60 * DAY_IN_MS).toISOString();
    expect(await text(`${PAGE}?at=${later}`)).toContain("Kept for a successor");
  });

  test("is gone after twelve months with everything on it, for past moments too", async () => {
    await certificateThatEnded(400);
    for (const path of [PAGE, `${PAGE}.json`, `${PAGE}/history.csv`, `${PAGE}/history.json`, `${PAGE}/feed.xml`]) {
      expect((await get(path)).status, path).toBe(410);
      expect((await get(`${path}?at=2024-01-01T00:00:00Z`)).status, path).toBe(410);
    }
    expect(await (await get(PAGE)).text()).toContain("This status page has ended");
    expect(await text("/certificates")).toContain("2020-0001");
  });

  test("comes back with a new report", async () => {
    await certificateThatEnded(400);
    await reportOf(1, PASS);
    expect(await text(PAGE)).toContain("passes all 2 tests");
  });
});

test("a provider's page has its clouds, what they hold, badges and SBOMs", async () => {
  await reportOf(1, PASS);
  const id = await grantCertificate();
  const sbom = JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", name: "alpha-dashboard", version: "2.1" } },
    components: [],
  });
  const headers = { authorization: basic(ALPHA), "content-type": "application/vnd.cyclonedx+json" };
  expect((await send("POST", "/api/v1/sboms", headers, sbom)).status).toBe(201);
  const page = await text("/certification/providers/alpha");
  for (const part of ["Alpha Cloud", "v2 certified", id, "/badges/alpha/sample.svg", "alpha-dashboard"]) {
    expect(page).toContain(part);
  }
  expect(await json("/certification/providers/alpha.json")).toMatchObject({
    name: "Alpha Inc.",
    clouds: [{ subject: "alpha", scopes: [{ alias: "sample", verdict: "certified", certificate: id }] }],
    sboms: [{ product: "alpha-dashboard", version: "2.1" }],
  });
  expect((await get("/certification/providers/nobody")).status).toBe(404);
  expect((await get("/certification/providers/nobody.json")).headers.get("content-type")).toBe(
    "application/problem+json",
  );
  expect(await text(PAGE)).toContain('href="/certification/providers/alpha"');
});
