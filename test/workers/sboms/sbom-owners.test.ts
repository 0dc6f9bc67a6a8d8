/** Who owns an SBOM: the same bytes may have several owners, a name under which one publishes is not taken over by another. */
import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { sweepBytes } from "../../../workers/state/kept-bytes.ts";
import type { TestSigner } from "../../core/trust/signatures/sign-with-webcrypto.ts";
import { callAsOperator, publishFiles } from "../publish-tree.ts";
import { addAccount, bom, get, send, SERIAL, tokenOf, type SbomAnswer } from "./sbom-world.ts";

const signers = new Map<string, TestSigner>();

beforeEach(async () => {
  for (const account of ["vendor", "mallory", "third"]) signers.set(account, await addAccount(account));
});

function as(account: string) {
  return { authorization: `Bearer ${tokenOf(account)}` };
}

async function publish(account: string, body: string, expected = 201): Promise<SbomAnswer> {
  const response = await send(body, as(account));
  expect([account, response.status]).toEqual([account, expected]);
  return response.json<SbomAnswer>();
}

async function withdraw(account: string, id: string, reason = "no more"): Promise<number> {
  const path = `/api/v1/sboms/${id}?reason=${encodeURIComponent(reason)}`;
  return (await get(path, { method: "DELETE", headers: as(account) })).status;
}

async function json<Answer = Record<string, unknown>>(path: string): Promise<Answer> {
  return (await get(path)).json<Answer>();
}

/** Where a BOM-Link into the series of the tests leads. */
async function linkTo(version: number, fragment = ""): Promise<string | null> {
  const urn = encodeURIComponent(`urn:cdx:${SERIAL}/${version}${fragment}`);
  return (await get(`/bom-link?urn=${urn}`)).headers.get("location");
}

async function versionsOf(id: string): Promise<readonly string[]> {
  return (await json<{ versions: { id: string }[] }>(`/sboms/${id}.json`)).versions.map((version) => version.id);
}

const [V1, V2] = [bom(), bom({ version: 2 })];
const FORGED = bom({ version: 1, components: [{ type: "library", "bom-ref": "evil", name: "evil" }] });

test("a second account with the same serial number and version takes nothing over", async () => {
  const { id } = await publish("vendor", V1);
  const forged = await publish("mallory", FORGED);
  expect(await linkTo(1)).toBe(`/sboms/${id}`);
  expect(await linkTo(1, "#evil")).toBeNull();
  expect(await versionsOf(id)).toEqual([id]);
  expect(await versionsOf(forged.id)).toEqual([forged.id]);
  const urn = encodeURIComponent(`urn:cdx:${SERIAL}/1`);
  expect(await json(`/api/v1/bom-links?urn=${urn}`)).toMatchObject({
    sbom: { id, publishers: ["vendor"] },
    alternatives: [{ id: forged.id, publishers: ["mallory"] }],
  });
});

test("another's later versions are no versions of mine, also where it sent my bytes too", async () => {
  const first = await publish("vendor", V1);
  await publish("mallory", V1, 200);
  const stranger = await publish("mallory", FORGED.replace('"version":1', '"version":2'));
  const second = await publish("vendor", V2);
  expect(await versionsOf(first.id)).toEqual([second.id, first.id]);
  expect(await versionsOf(second.id)).toEqual([second.id, first.id]);
  expect(await linkTo(2)).toBe(`/sboms/${second.id}`);
  // The stranger's stands under its own name among other SBOMs of the product.
  const { related } = await json<{ related: { id: string; publishers: string[] }[] }>(`/sboms/${first.id}.json`);
  expect(related).toMatchObject([{ id: stranger.id, publishers: ["mallory"] }]);
  expect(await (await get(`/sboms/${first.id}`)).text()).toContain("mallory");
});

test("whoever replaces its first document loses its place to nobody", async () => {
  const { id } = await publish("vendor", V1);
  await publish("mallory", FORGED);
  expect(await withdraw("vendor", id)).toBe(204);
  const again = await publish("vendor", V1);
  expect(await linkTo(1)).toBe(`/sboms/${again.id}`);
});

test("a stranger that sends a vendor's public bytes first is no trap for the vendor", async () => {
  const { id, sha256 } = await publish("mallory", V1);
  const own = await publish("vendor", V1, 200);
  expect(own).toMatchObject({ id, publishers: ["mallory", "vendor"] });
  expect(await (await get(`/sboms/${id}`)).text()).toContain("mallory, vendor");
  expect(await (await get("/sboms")).text()).toContain("mallory, vendor");

  expect(await withdraw("third", id)).toBe(403);
  expect(await withdraw("mallory", id)).toBe(204);
  expect(await json(`/api/v1/sboms/${id}`)).toMatchObject({ publishers: ["vendor"], uploadedBy: "vendor" });
  await sweepBytes(env, new Date(Date.now() + 90_000_000));
  expect(await env.BLOBS.head(`blobs/${sha256}`)).not.toBeNull();
  expect((await get(`/sboms/${id}/raw`)).status).toBe(200);
  expect(await withdraw("mallory", id)).toBe(403);

  expect(await withdraw("vendor", id)).toBe(204);
  expect((await get(`/sboms/${id}`)).status).toBe(410);
  await sweepBytes(env, new Date(Date.now() + 180_000_000));
  expect(await env.BLOBS.head(`blobs/${sha256}`)).toBeNull();
  const { results } = await env.DB.prepare("SELECT kind, account FROM sbom_event ORDER BY number").all();
  expect(results.map(({ kind, account }) => `${String(kind)} ${String(account)}`)).toEqual([
    "published mallory",
    "sent again vendor",
    "withdrawn mallory",
    "withdrawn vendor",
  ]);
});

test("a signature that somebody has seen does not bring back an owner that withdrew", async () => {
  const { id } = await publish("mallory", V1);
  await publish("vendor", V1, 200);
  expect(await withdraw("vendor", id)).toBe(204);
  const replayed = `${await signers.get("vendor")?.sign(V1, { namespace: "sbom" })}&${V1}`;
  const headers = { authorization: undefined, "content-type": "application/x-signed-json" };
  expect((await send(replayed, headers)).status).toBe(409);
  expect(await json(`/api/v1/sboms/${id}`)).toMatchObject({ publishers: ["mallory"] });
  // The others send on as before, and with a token it may come back.
  const others = `${await signers.get("mallory")?.sign(V1, { namespace: "sbom" })}&${V1}`;
  expect((await send(others, headers)).status).toBe(200);
  expect(await publish("vendor", V1, 200)).toMatchObject({ publishers: ["mallory", "vendor"] });
});

test("the operator withdraws for all of them", async () => {
  const { id } = await publish("mallory", V1);
  await publish("vendor", V1, 200);
  expect((await callAsOperator("DELETE", `/api/v1/sboms/${id}?reason=law`)).status).toBe(204);
  expect(await json(`/api/v1/sboms/${id}`)).toMatchObject({ status: 410, withdrawnBy: "operator", reason: "law" });
});

test("a provider file says whose documents links lead to; two that contradict each other say nothing", async () => {
  const squatted = await publish("mallory", FORGED);
  const { id } = await publish("vendor", V1);
  expect(await linkTo(1)).toBe(`/sboms/${squatted.id}`);
  const provider = (name: string, account: string) => ({
    path: `providers/${name}.yaml`,
    kind: "provider",
    text: `provider: {id: ${name}, name: ${name}, sboms: [{serial_number: "urn:uuid:${SERIAL.toUpperCase()}", account: ${account}}]}
offerings: []
`,
  });
  await publishFiles([provider("quarry", "vendor")]);
  expect(await linkTo(1)).toBe(`/sboms/${id}`);
  await publishFiles([provider("quarry", "vendor"), provider("other", "mallory")]);
  expect(await linkTo(1)).toBe(`/sboms/${squatted.id}`);
});

test("the same serial number and version with other content is 409 that names both ways out, and nothing is stored", async () => {
  const { id } = await publish("vendor", V1);
  const refused = await send(FORGED, as("vendor"));
  expect(refused.status).toBe(409);
  const problem = await refused.json<{ detail: string; sbom: string }>();
  expect(problem.detail).toContain("Raise `version`");
  expect(problem.detail).toContain(`DELETE /api/v1/sboms/${id}`);
  expect(problem.sbom).toBe(`/api/v1/sboms/${id}`);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM sbom").first("n")).toBe(1);

  // Bytes that another account published are no way around it.
  await publish("mallory", FORGED);
  expect((await send(FORGED, as("vendor"))).status).toBe(409);
  await publish("vendor", FORGED.replace('"version":1', '"version":4'));
  expect(await withdraw("vendor", id)).toBe(204);
  await publish("vendor", FORGED, 200);
});

test("a document without version is version 1, and serial numbers differ by more than case", async () => {
  await publish("vendor", bom({ version: undefined, serialNumber: `urn:uuid:${SERIAL}` }));
  expect((await send(V1, as("vendor"))).status).toBe(409);
  const upper = await send(V1.replace(SERIAL, SERIAL.toUpperCase()), as("vendor"));
  expect([409, 422]).toContain(upper.status);
});

test("two accounts that send the same bytes at once own them both", async () => {
  const answers = await Promise.all(["vendor", "mallory", "third"].map((account) => send(V1, as(account))));
  expect(answers.map(({ status }) => status).filter((status) => status > 201)).toEqual([]);
  const [first] = await Promise.all(answers.map((answer) => answer.json<SbomAnswer>()));
  const { publishers } = await json<{ publishers: string[] }>(`/api/v1/sboms/${first?.id}`);
  expect(publishers.toSorted()).toEqual(["mallory", "third", "vendor"]);
});

test("of two contents under one name at once one account keeps one", async () => {
  const statuses = await Promise.all([V1, FORGED].map(async (body) => (await send(body, as("vendor"))).status));
  expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM sbom_owner").first("n")).toBe(1);
});

test("a withdrawal while others publish the same bytes takes them from nobody", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id, sha256 } = await publish("mallory", V1, round === 0 ? 201 : 200);
    const [withdrawn, published] = await Promise.all([withdraw("mallory", id), send(V1, as("vendor"))]);
    expect([withdrawn, published.status < 300]).toEqual([204, true]);
    expect(await json(`/api/v1/sboms/${id}`)).toMatchObject({ publishers: ["vendor"] });
    expect((await get(`/sboms/${id}/dependencies`)).status).toBe(200);
    await sweepBytes(env, new Date(Date.now() + 90_000_000));
    expect(await env.BLOBS.head(`blobs/${sha256}`)).not.toBeNull();
  }
});

test("rows of the time before get the owners that they had: who sent the bytes since they were last withdrawn", async () => {
  await reset();
  const before = env.TEST_MIGRATIONS.filter(({ name }) => name < "0050");
  await applyD1Migrations(env.DB, before);
  await addAccount("vendor");
  const insert = (id: string, version: number | null, by: string, at: string) =>
    env.DB.prepare(
      `INSERT INTO sbom (id, sha256, size_bytes, format, format_version, serial_number, version, subject, component_count, findings,
         finding_counts, uploaded_at, uploaded_by, demo, series)
       VALUES (?1, ?1, 1, 'CycloneDX', '1.6', 'urn:uuid:x', ?2, '{}', 0, '[]', '{"error":0,"warning":0,"note":0}', ?4, ?3, 0, 'urn:uuid:x')`,
    ).bind(id, version, by, at);
  const event = (id: string, kind: string, by: string, at: string) =>
    env.DB.prepare("INSERT INTO sbom_event (sbom_id, sha256, kind, account, at) VALUES (?1, ?1, ?2, ?3, ?4)").bind(
      id,
      kind,
      by,
      at,
    );
  await env.DB.batch([
    insert("a1", 1, "mallory", "2026-01-03"),
    insert("a2", null, "mallory", "2026-01-05"),
    insert("a3", 3, "gone", "2026-01-06"),
    event("a1", "published", "vendor", "2026-01-01"),
    event("a1", "withdrawn", "vendor", "2026-01-02"),
    event("a1", "published", "mallory", "2026-01-03"),
    event("a1", "sent again", "third", "2026-01-04"),
    event("a2", "published", "mallory", "2026-01-05"),
  ]);
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  const { results } = await env.DB.prepare(
    "SELECT sbom_id, account, link_version FROM sbom_owner ORDER BY sbom_id, account",
  ).all();
  expect(results).toEqual([
    { sbom_id: "a1", account: "mallory", link_version: null },
    { sbom_id: "a1", account: "third", link_version: 1 },
    { sbom_id: "a2", account: "mallory", link_version: 1 },
    { sbom_id: "a3", account: "gone", link_version: 3 },
  ]);
  const ranks = await env.DB.prepare("SELECT account FROM sbom_series ORDER BY number").all();
  expect(ranks.results.map(({ account }) => account)).toEqual(["mallory", "third", "gone"]);
});
