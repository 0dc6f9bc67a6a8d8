import { env, exports } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import {
  ALPHA,
  apply,
  basic,
  BRAVO,
  createCertificateWorld,
  FORUM,
  get,
  grantCertificate,
  ORIGIN,
  post,
  step,
} from "../certificate-world.ts";
import { SAMPLE_SCOPE } from "../../core/standards/scopes/scope-samples.ts";
import { publish, reportYaml, SCOPE_UUID, upload } from "../certification-world.ts";

let world: Awaited<ReturnType<typeof createCertificateWorld>>;

beforeEach(async () => {
  world = await createCertificateWorld();
});

interface CertificateAnswer {
  readonly id: string;
  readonly state: string;
  readonly valid: boolean;
  readonly events: readonly Record<string, unknown>[];
}

describe("an application", () => {
  test("gets a number of its year and is seen by operator and certification body alone", async () => {
    const response = await apply();
    expect(response.status).toBe(201);
    const answer = await response.json<CertificateAnswer>();
    expect(answer).toMatchObject({ subject: "alpha", version: "v2", state: "applied", valid: false, demo: true });
    expect(answer.id).toBe(`${new Date().getUTCFullYear()}-0001`);
    const path = `/api/v1/certificates/${answer.id}`;
    expect(response.headers.get("location")).toBe(path);
    const read = (token: string) => get(path, { authorization: basic(token) });
    expect([(await read(ALPHA)).status, (await read(FORUM)).status]).toEqual([200, 200]);
    expect((await read(BRAVO)).status).toBe(404);
    expect((await get(path)).status).toBe(401);
    expect((await get(`/certificates/${answer.id}`)).status).toBe(404);
    expect(await (await get("/certificates.json")).json()).toEqual({ certificates: [] });
  });

  test.each([
    ["for another's cloud is 403", { subject: "bravo" }, 403],
    ["for a cloud that nobody knows is 422", { subject: "nobody" }, 422],
    ["for a scope that is not published is 422", { scope: "other" }, 422],
    ["for a version that the scope does not have is 422", { version: "v99" }, 422],
    ["without a reason is 422", { reason: " " }, 422],
    ["with a member that nobody knows is 422", { extra: 1 }, 422],
  ])("%s", async (_name, body, status) => {
    const response = await apply(ALPHA, body);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const { results } = await env.DB.prepare("SELECT 1 FROM certificate").all();
    expect(results).toEqual([]);
  });

  test("for what is applied for already is 409 with its id", async () => {
    const { id } = await (await apply()).json<CertificateAnswer>();
    const again = await apply(FORUM, { scope: SCOPE_UUID });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ id });
  });

  test("gets the next number when it is not the first of its year", async () => {
    await apply();
    const { id } = await (await apply(BRAVO, { subject: "bravo" })).json<CertificateAnswer>();
    expect(id).toBe(`${new Date().getUTCFullYear()}-0002`);
  });

  test("without a token is 401, and a body of another kind is refused", async () => {
    expect((await post("/api/v1/certificates", {}, "wrong")).status).toBe(401);
    const send = (body: BodyInit, type: string) =>
      exports.default.fetch(`${ORIGIN}/api/v1/certificates`, {
        method: "POST",
        body,
        headers: { authorization: basic(ALPHA), "content-type": type },
      });
    expect((await send("{}", "text/plain")).status).toBe(415);
    expect((await send("{", "application/json")).status).toBe(400);
    expect((await send(new Uint8Array([0xff]), "application/json")).status).toBe(400);
    expect((await send("x".repeat(50_001), "application/json")).status).toBe(413);
  });
});

describe("a decision", () => {
  test("is the certification body's, with a reason, and every step says who, when and why", async () => {
    const { id } = await (await apply()).json<CertificateAnswer>();
    expect((await step(id, "granted", {}, ALPHA)).status).toBe(403);
    expect((await step(id, "granted", { reason: "" })).status).toBe(422);
    const granted = await (await step(id, "granted")).json<CertificateAnswer>();
    expect(granted).toMatchObject({ state: "granted", valid: true });
    expect(granted.events.map(({ number, kind, by, reason }) => [number, kind, by, reason])).toEqual([
      [1, "applied", "alpha", "We are ready."],
      [2, "granted", "forum", "It is granted."],
    ]);
  });

  test("is not taken by another cloud of the same provider, whatever its role", async () => {
    const { id } = await (await apply()).json<CertificateAnswer>();
    await env.DB.prepare("UPDATE account SET roles = 8, group_name = 'one' WHERE subject = 'bravo'").run();
    expect((await step(id, "granted", {}, BRAVO)).status).not.toBe(403);
    const other = await (await apply(FORUM, { version: "v1" })).json<CertificateAnswer>();
    await env.DB.prepare("UPDATE account SET group_name = 'one' WHERE subject = 'alpha'").run();
    expect((await step(other.id, "granted", {}, BRAVO)).status).toBe(403);
  });

  test("that does not fit the state is 409 and changes nothing", async () => {
    const id = await grantCertificate();
    const response = await step(id, "reinstated");
    expect(response.status).toBe(409);
    expect((await response.json<{ detail: string }>()).detail).toContain("must be suspended");
    const { results } = await env.DB.prepare("SELECT 1 FROM certificate_event").all();
    expect(results).toHaveLength(2);
  });

  test("of two at the same time, one comes first and the other is told to look again", async () => {
    const id = await grantCertificate();
    const statuses = (await Promise.all([step(id, "suspended"), step(id, "revoked")])).map(({ status }) => status);
    expect(statuses).toContain(200);
    const { results } = await env.DB.prepare("SELECT number FROM certificate_event ORDER BY number").all();
    expect(results.map(({ number }) => number)).toEqual(
      Array.from({ length: results.length }, (_, index) => index + 1),
    );
  });

  test("to revoke acts at once on every surface, whatever was announced before", async () => {
    const id = await grantCertificate();
    const month = new Date(Date.now() + 30 * 86_400_000).toISOString();
    expect(await (await step(id, "suspended", { at: month })).json()).toMatchObject({
      state: "granted",
      announced: [{ number: 3, kind: "suspended", at: month }],
    });
    expect(await (await get(`/certificates/${id}`)).text()).toContain("It is suspended.");
    const revoked = await step(id, "revoked");
    expect(revoked.status).toBe(200);
    expect(await revoked.json()).toMatchObject({
      state: "revoked",
      announced: [],
      events: [{ number: 1 }, { number: 2 }, { number: 3, undone: { how: "superseded", by: 4 } }, { number: 4 }],
    });
    expect(await (await get(`/certificates/${id}.json?at=${month}`)).json()).toMatchObject({ state: "revoked" });
    expect(await (await get("/certificates/revoked.json")).json()).toMatchObject({ revoked: [{ id }] });
    expect(await (await get(`/certificates/${id}`)).text()).not.toContain("It is suspended.");
  });

  test("that was announced can be taken back, and is shown until then", async () => {
    const id = await grantCertificate();
    const month = new Date(Date.now() + 30 * 86_400_000).toISOString();
    await step(id, "revoked", { at: month });
    expect((await step(id, "withdrawn", { step: 3 }, ALPHA)).status).toBe(403);
    expect((await step(id, "withdrawn", { step: 2 })).status).toBe(422);
    expect((await step(id, "withdrawn", { step: 3 })).status).toBe(200);
    expect(await (await get(`/certificates/${id}.json?at=${month}`)).json()).toMatchObject({
      state: "granted",
      announced: [],
    });
    expect((await step(id, "withdrawn")).status).toBe(409);
  });

  test("to revoke a grant that has not begun withdraws it: nothing of it becomes public", async () => {
    const { id } = await (await apply()).json<CertificateAnswer>();
    const begin = new Date(Date.now() + 20 * 86_400_000).toISOString();
    expect((await step(id, "granted", { from: begin.slice(0, 10), at: begin })).status).toBe(422);
    expect((await step(id, "granted", { from: begin.slice(0, 10) })).status).toBe(200);
    expect(await (await step(id, "revoked")).json()).toMatchObject({ state: "withdrawn" });
    const later = new Date(Date.now() + 40 * 86_400_000).toISOString();
    expect(await (await get(`/certificates.json?at=${later}`)).json()).toMatchObject({ certificates: [] });
    expect(await (await get(`/certificates/revoked.json?at=${later}`)).json()).toMatchObject({ revoked: [] });
    expect((await apply()).status).toBe(201);
  });

  test("to withdraw an application is the applicant's too, and lets it apply again", async () => {
    const { id } = await (await apply()).json<CertificateAnswer>();
    expect((await step(id, "withdrawn", {}, BRAVO)).status).toBe(404);
    expect(await (await step(id, "withdrawn", {}, ALPHA)).json()).toMatchObject({ state: "withdrawn" });
    expect((await apply()).status).toBe(201);
  });

  test("to grant is refused while something is not in order, with every reason, unless a public note says why", async () => {
    const decide = async (id: string, more: Record<string, unknown> = {}) => {
      const path = `/api/v1/certificates/${id}/events`;
      const response = await post(path, { kind: "granted", reason: "We looked at it.", ...more });
      return { status: response.status, text: await response.text() };
    };
    const { id } = await (await apply()).json<CertificateAnswer>();
    const refused = await decide(id);
    expect(refused).toMatchObject({ status: 409, text: expect.stringContaining("there is no report") });
    await upload(world.alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1, "image-names": -1 } }));
    expect((await decide(id)).text).toContain("1 of 2 tests passed; failed: image-names");
    const draft = await (await apply(ALPHA, { version: "v3" })).json<CertificateAnswer>();
    expect((await decide(draft.id)).text).toContain("v3 is a draft");
    const region = await (await apply(ALPHA, { version: "v1", regions: ["Atlantis"] })).json<CertificateAnswer>();
    expect((await decide(region.id)).text).toContain("publishes no region Atlantis");
    expect((await decide(id, { override: "  " })).status).toBe(409);
    const decided = await decide(id, { override: "The test is wrong, see the minutes." });
    expect(decided.status).toBe(200);
    const page = await (await get(`/certificates/${id}`)).text();
    expect(page).toContain("The test is wrong, see the minutes.");
    expect(page).toContain("1 of 2 tests passed; failed: image-names");
    expect(await (await get(`/certificates/${id}.json`)).json()).toMatchObject({
      events: [{ preCheck: expect.stringContaining("1 of 2"), override: "The test is wrong, see the minutes." }],
    });
  });

  test("to grant says what was in order, and keeps no note that was not needed", async () => {
    const results = { "flavor-names": 1, "image-names": 1 };
    await upload(world.alpha, reportYaml({ subject: "alpha", results }));
    const id = await grantCertificate();
    const { events } = await (await get(`/certificates/${id}.json`)).json<CertificateAnswer>();
    expect(events[0]?.["preCheck"]).toBe("V2 is in force, 2 of 2 tests passed, no other live certificate.");
    expect(events[0]?.["override"]).toBeUndefined();
  });

  test("to renew is possible in the last days alone, as many as the site says", async () => {
    const id = await grantCertificate();
    const early = await step(id, "renewed");
    expect([early.status, (await early.json<{ detail: string }>()).detail]).toEqual([
      409,
      expect.stringContaining("last 60 days"),
    ]);
    const { id: second } = await (await apply(BRAVO, { subject: "bravo" })).json<CertificateAnswer>();
    const from = new Date(Date.now() - 330 * 86_400_000).toISOString().slice(0, 10);
    expect((await step(second, "granted", { from })).status).toBe(200);
    const renewed = await (await step(second, "renewed")).json<Record<string, unknown>>();
    const terms = renewed["terms"] as { validFrom: string; validUntil: string }[];
    expect(terms).toHaveLength(2);
    expect(renewed).toMatchObject({ state: "renewed", term: terms[0], gaps: [], validUntil: terms[1]?.validUntil });
  });

  test("to grant keeps the report that it rests on", async () => {
    const uuid = crypto.randomUUID();
    await upload(world.alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1 }, uuid }));
    const id = await grantCertificate();
    const { events } = await (await get(`/certificates/${id}.json`)).json<CertificateAnswer>();
    expect(events[0]?.["evidence"]).toMatchObject([{ reportUuid: uuid }]);
  });

  test("needs what its kind needs", async () => {
    const id = await grantCertificate();
    expect((await step(id, "checked")).status).toBe(422);
    expect((await step(id, "approved", { testcase: "t" })).status).toBe(422);
    expect((await step(id, "suspended", { at: "tomorrow" })).status).toBe(422);
    expect((await step(id, "checked", { testcase: "t", outcome: "passed", evidence: "doc 7" })).status).toBe(200);
    expect((await step("2026-9999", "granted")).status).toBe(404);
  });
});

describe("the public", () => {
  test("sees a granted certificate from the moment of the grant, without the application and without documentation", async () => {
    const id = await grantCertificate();
    await step(id, "checked", { testcase: "t", outcome: "passed", evidence: "secret doc 7" });
    const json = await (await get(`/certificates/${id}.json`)).text();
    expect(json).not.toContain("We are ready.");
    expect(json).not.toContain("secret doc 7");
    const page = await get(`/certificates/${id}`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain("alpha is certified as Sample cloud v2 until");
    expect(html).toContain("demonstration data");
    expect(html).not.toContain("secret doc 7");
    expect((await get(`/certificates/${id}?at=2020-01-01T00:00:00Z`)).status).toBe(404);
    expect((await get(`/certificates/${id}?at=nonsense`)).status).toBe(400);
  });

  test("finds a revoked certificate in the revocation list, as page and as JSON, and in the log of all", async () => {
    expect(await (await get("/certificates/revoked")).text()).toContain("No revoked certificate");
    const id = await grantCertificate();
    await step(id, "revoked", { reason: "Tests are <b>failing</b>." });
    const { revoked } = await (await get("/certificates/revoked.json")).json<{ revoked: unknown[] }>();
    expect(revoked).toMatchObject([{ id, subject: "alpha", reason: "Tests are <b>failing</b>.", by: "forum" }]);
    const html = await (await get("/certificates/revoked")).text();
    expect(html).toContain("Tests are &lt;b&gt;failing&lt;/b&gt;.");
    expect(await (await get("/certificates")).text()).toContain("Revoked");
    expect(await (await get(`/certificates/${id}`)).text()).toContain("was revoked on");
  });

  test("is told to ask again no later than the next change that is announced", async () => {
    const id = await grantCertificate();
    const soon = new Date(Date.now() + 20_000).toISOString();
    await step(id, "suspended", { at: soon });
    for (const path of [
      `/certificates/${id}`,
      `/certificates/${id}.json`,
      "/certificates",
      "/certificates/revoked.json",
    ]) {
      const maxAge = Number(/max-age=(\d+)/.exec((await get(path)).headers.get("cache-control") ?? "")?.[1]);
      expect(maxAge, path).toBeLessThanOrEqual(20);
      await get(path);
    }
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await (await get(`/certificates/${id}.json?at=${later}`)).json()).toMatchObject({ state: "suspended" });
  });

  test("may read the JSON from any origin, and gets 304 for what it knows", async () => {
    await grantCertificate();
    const response = await get("/certificates.json");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const etag = response.headers.get("etag") ?? "";
    await response.arrayBuffer();
    expect((await get("/certificates.json", { "if-none-match": etag })).status).toBe(304);
  });
});

test("a scope that presupposes another is certified only for clouds that hold a valid certificate of that", async () => {
  const base = SAMPLE_SCOPE.replace(
    /timeline:\n(?: {2}-.*\n)+/,
    "timeline:\n  - {date: 2020-01-01, versions: {v2: effective}}\n",
  );
  const further = base
    .replace("name: Sample cloud", "name: Further cloud\nprerequisite: {name: Sample cloud}")
    .replace(SCOPE_UUID, "22222222-2222-4333-8444-555555555555");
  await publish({ "scopes/sample.yaml": base, "scopes/further.yaml": further });
  const { id } = await (await apply(ALPHA, { scope: "further" })).json<{ id: string }>();
  const refused = await step(id, "granted");
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    title: "Prerequisite missing",
    detail: expect.stringContaining("Sample cloud"),
  });
  const first = await grantCertificate();
  expect((await step(id, "granted")).status).toBe(200);
  // The one that is presupposed may go; the other one was granted and stands until the body decides.
  expect((await step(first, "revoked")).status).toBe(200);
  expect(await (await get(`/certificates/${id}.json`)).json()).toMatchObject({ state: "granted" });
  expect((await step(id, "renewed")).status).toBe(409);
});
