/** How SBOMs come in: raw, as form, signed, packed, long; and how they go again. */
import { sweepBytes } from "../../../workers/state/kept-bytes.ts";
import { env } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";

import { createSigner, type TestSigner } from "../../core/trust/signatures/sign-with-webcrypto.ts";
import { runUploads } from "../../../workers/sboms/uploads/run-upload.ts";
import { sweepSbomUploads } from "../../../workers/sboms/uploads/upload-store.ts";
import { addAccount, bom, get, longBom, send, tokenOf, type SbomAnswer } from "./sbom-world.ts";

const NAMESPACE = { namespace: "sbom" };
let signer: TestSigner;

beforeEach(async () => {
  signer = await addAccount("alpha");
});

async function publish(body: string, headers: Record<string, string | undefined> = {}): Promise<SbomAnswer> {
  const response = await send(body, headers);
  expect([200, 201]).toContain(response.status);
  return response.json<SbomAnswer>();
}

function form(parts: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, text] of Object.entries(parts)) data.append(name, new Blob([text]), `${name}.json`);
  return data;
}

interface Progress {
  readonly state: string;
  readonly page?: string;
  readonly problem?: { readonly status: number; readonly title: string; readonly detail: string };
}

/** Asks as clients do until the check has ended. */
async function finished(location: string): Promise<Progress> {
  return await vi.waitFor(
    async () => {
      const progress = await (await get(location)).json<Progress>();
      expect(["done", "failed"]).toContain(progress.state);
      return progress;
    },
    { timeout: 600_000, interval: 50 },
  );
}

test.each(["sbom", "bom"])("a form with a part `%s` is read", async (name) => {
  const response = await send(form({ [name]: bom() }), { "content-type": undefined });
  expect(response.status).toBe(201);
});

test.each([
  ["a form without a document", form({ other: "x" }), undefined, "part `sbom`"],
  ["a form that is none", "no form", "multipart/form-data; boundary=x", "boundary"],
  ["a form without a boundary", "no form", "multipart/form-data", "boundary"],
])("%s is 400 with what is missing", async (_name, body, contentType, words) => {
  const response = await send(body, { "content-type": contentType });
  expect(response.status).toBe(400);
  expect((await response.json<{ detail: string }>()).detail).toContain(words);
});

test("a signature alone says who sends: armor, `&`, document, as reports are sent", async () => {
  const armored = await signer.sign(bom(), NAMESPACE);
  const response = await send(`${armored}&${bom()}`, {
    authorization: undefined,
    "content-type": "application/x-signed-json",
  });
  expect(response.status).toBe(201);
  const { id, uploadedBy } = await response.json<SbomAnswer>();
  expect(uploadedBy).toBe("alpha");
  expect(await (await get(`/sboms/${id}/signature`)).text()).toBe(armored);
  const { history } = await (await get(`/sboms/${id}.json`)).json<{ history: unknown[] }>();
  expect(history).toMatchObject([
    {
      kind: "published",
      account: "alpha",
      signature: { keyName: "laptop", keyFingerprint: expect.stringMatching(/^SHA256:/) },
    },
  ]);
  expect(await (await get(`/sboms/${id}`)).text()).toContain("Signed with the key <code>laptop</code>");
  // The bytes are those of the document, without the armor.
  expect(await (await get(`/sboms/${id}/raw`)).text()).toBe(bom());
});

test("a form takes the document and its signature as two files", async () => {
  const parts = form({ sbom: bom(), signature: await signer.sign(bom(), NAMESPACE) });
  const response = await send(parts, { authorization: undefined, "content-type": undefined });
  expect(response.status).toBe(201);
});

test.each([
  ["made for reports", async () => signer.sign(bom(), { namespace: "report" }), "-n sbom"],
  ["over other bytes", async () => signer.sign(`${bom()} `, NAMESPACE), "does not fit"],
  [
    "by a key that nobody registered",
    async () => (await createSigner("ssh-ed25519")).sign(bom(), NAMESPACE),
    "belongs to no account",
  ],
])("a signature %s is 401 with what to do, and nothing is stored", async (_name, sign, words) => {
  const response = await send(`${await sign()}&${bom()}`, {
    authorization: undefined,
    "content-type": "application/x-signed-json",
  });
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toContain("Basic");
  expect((await response.json<{ detail: string }>()).detail).toContain(words);
  expect((await env.BLOBS.list()).objects).toEqual([]);
});

test("a token does not excuse a wrong signature, nor one by the key of somebody else", async () => {
  const other = await addAccount("beta");
  for (const armored of [await signer.sign("x", NAMESPACE), await other.sign(bom(), NAMESPACE)]) {
    const response = await send(`${armored}&${bom()}`, { "content-type": "application/x-signed-json" });
    expect(response.status).toBe(401);
  }
});

test("a key of two accounts names neither, but serves beside a token", async () => {
  await addAccount("beta", signer);
  const body = `${await signer.sign(bom(), NAMESPACE)}&${bom()}`;
  const headers = { "content-type": "application/x-signed-json" };
  expect((await send(body, { ...headers, authorization: undefined })).status).toBe(401);
  expect((await send(body, headers)).status).toBe(201);
});

test("a signed body without armor is 400 that names the commands", async () => {
  const response = await send(bom(), { "content-type": "application/x-signed-json" });
  expect(response.status).toBe(400);
  expect((await response.json<{ detail: string }>()).detail).toContain("ssh-keygen -Y sign -n sbom");
});

test("without token and signature the body is not even read", async () => {
  const response = await send(bom(), { authorization: undefined });
  expect(response.status).toBe(401);
});

test("`?strict=1` refuses SPDX that leaves out what its schema requires", async () => {
  const spdx = JSON.stringify({
    spdxVersion: "SPDX-2.2",
    SPDXID: "SPDXRef-DOCUMENT",
    name: "d",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://x.test/d",
    creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: t-1"] },
    packages: [{ SPDXID: "SPDXRef-A", name: "a", downloadLocation: "NOASSERTION" }],
  });
  const headers = { "content-type": "application/spdx+json" };
  expect((await send(spdx, headers, "/api/v1/sboms?strict=1")).status).toBe(422);
  expect((await send(spdx, headers)).status).toBe(201);
});

test("over three megabytes the answer is 202, and the progress resource leads to the SBOM", async () => {
  const body = longBom(4_000, 700);
  expect(body.length).toBeGreaterThan(3_000_000);
  const response = await send(body);
  expect(response.status).toBe(202);
  expect(response.headers.get("retry-after")).toBe("1");
  const location = response.headers.get("location") ?? "";
  expect(location).toMatch(/^\/api\/v1\/sboms\/uploads\/[0-9a-f]{32}$/);
  expect(await response.json()).toMatchObject({ state: "waiting", sizeBytes: body.length });
  const { state, page = "" } = await finished(location);
  expect(state).toBe("done");
  expect((await get(page)).status).toBe(200);
  expect(await (await get(`${page}.json`)).json()).toMatchObject({ components: { total: 4_000 } });
  // What waited is kept once, under its hash.
  expect((await env.BLOBS.list({ prefix: "uploads/" })).objects).toEqual([]);
  // What is known is answered at once, however long it is.
  const again = await send(body);
  expect([again.status, (await again.json<{ page: string }>()).page]).toEqual([200, page]);
});

test("a long document with errors fails with the findings, and leaves nothing behind", async () => {
  const body = longBom(4_000, 700).replace('"name":"package-7"', '"name":7');
  const response = await send(body);
  expect(response.status).toBe(202);
  const progress = await finished(response.headers.get("location") ?? "");
  expect(progress).toMatchObject({
    state: "failed",
    problem: { status: 422, title: "Not a valid SBOM", findings: [{ place: { pointer: "/components/7/name" } }] },
  });
  expect((await env.BLOBS.list()).objects).toEqual([]);
});

test("an upload that no queue takes is 503, and nothing is stored", async () => {
  const fails = vi.spyOn(env.SBOM_QUEUE, "send").mockRejectedValueOnce(new Error("no queue"));
  const response = await send(longBom(4_000, 700));
  fails.mockRestore();
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("60");
  expect((await env.BLOBS.list()).objects).toEqual([]);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM sbom_upload").first("n")).toBe(0);
});

test("a message that comes again changes nothing; one for nothing is let go", async () => {
  const response = await send(longBom(4_000, 700));
  const location = response.headers.get("location") ?? "";
  const before = await finished(location);
  const outcomes: string[] = [];
  const message = (upload: string) => ({
    id: "1",
    timestamp: new Date(0),
    attempts: 1,
    body: { upload },
    ack: () => void outcomes.push("ack"),
    retry: () => void outcomes.push("retry"),
  });
  const messages = [message(location.split("/").at(-1) ?? ""), message("0".repeat(32))];
  await runUploads(env, { messages });
  expect(outcomes).toEqual(["ack", "ack"]);
  expect(await finished(location)).toEqual(before);
});

test("what no worker will end any more is ended by the clock, and forgotten after a day", async () => {
  const insert =
    "INSERT INTO sbom_upload (id, state, task, size_bytes, received_at, started_at) VALUES (?1, ?2, '{}', 1, ?3, ?3)";
  const start = "2026-01-01T00:00:00.000Z";
  const ids = ["a", "b"].map((letter) => letter.repeat(32));
  await env.DB.batch([
    env.DB.prepare(insert).bind(ids[0], "checking", start),
    env.DB.prepare(insert).bind(ids[1], "waiting", start),
  ]);
  await sweepSbomUploads(env, new Date("2026-01-01T00:20:00Z"));
  expect(await (await get(`/api/v1/sboms/uploads/${ids[0]}`)).json()).toMatchObject({
    state: "failed",
    problem: { status: 500 },
  });
  expect(await (await get(`/api/v1/sboms/uploads/${ids[1]}`)).json()).toMatchObject({ state: "waiting" });
  await sweepSbomUploads(env, new Date("2026-01-02T00:20:00Z"));
  for (const id of ids) expect((await get(`/api/v1/sboms/uploads/${id}`)).status).toBe(404);
});

test("the owner withdraws: 410 with reason and date everywhere, bytes and rows are gone", async () => {
  const { id, sha256 } = await publish(bom());
  const owner = { authorization: `Bearer ${tokenOf("alpha")}` };
  const withdraw = (reason: string, headers: Record<string, string>) =>
    get(`/api/v1/sboms/${id}?reason=${encodeURIComponent(reason)}`, { method: "DELETE", headers });
  await addAccount("beta");
  expect((await withdraw("mine", { authorization: `Bearer ${tokenOf("beta")}` })).status).toBe(403);
  expect((await withdraw("mine", {})).status).toBe(401);
  expect((await withdraw(" ", owner)).status).toBe(422);
  expect((await get(`/sboms/${id}`)).status).toBe(200);

  expect((await withdraw("Wrong <b>product</b>", owner)).status).toBe(204);
  const answer = await get(`/api/v1/sboms/${id}`);
  expect(answer.status).toBe(410);
  expect(await answer.json()).toMatchObject({
    reason: "Wrong <b>product</b>",
    withdrawnBy: "alpha",
    withdrawnAt: expect.any(String),
  });
  const page = await get(`/sboms/${id}`);
  expect(page.status).toBe(410);
  expect(await page.text()).toContain("Wrong &lt;b&gt;product&lt;/b&gt;");
  for (const path of [
    "/raw",
    "/source",
    "/dependencies",
    "/findings",
    "/components/0",
    ".json",
    "/profiles.json",
    "/dependencies.json",
  ]) {
    expect([path, (await get(`/sboms/${id}${path}`)).status]).toEqual([path, 410]);
  }
  const badge = await get(`/badges/sboms/${id}/cra.svg`);
  expect([badge.status, badge.headers.get("content-type")]).toEqual([410, "image/svg+xml"]);
  expect(await badge.text()).toContain("withdrawn");
  // The bytes are nobody's now; they go a day later, unless they are published again before.
  expect((await env.BLOBS.list()).objects).toHaveLength(1);
  await sweepBytes(env, new Date(Date.now() + 90_000_000));
  expect((await env.BLOBS.list()).objects).toEqual([]);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM component").first("n")).toBe(0);
  expect((await withdraw("again", owner)).status).toBe(410);

  // With a token the owner may publish the bytes again; whoever has only seen the signature may not.
  const replay = await send(`${await signer.sign(bom(), NAMESPACE)}&${bom()}`, {
    authorization: undefined,
    "content-type": "application/x-signed-json",
  });
  expect(replay.status).toBe(409);
  const republished = await publish(bom());
  expect([republished.id, republished.sha256]).toEqual([id, sha256]);
  const { history } = await (await get(`/sboms/${id}.json`)).json<{ history: { kind: string }[] }>();
  expect(history.map(({ kind }) => kind)).toEqual(["published", "withdrawn", "published"]);
});

test("bytes that a release names too stay when the SBOM is withdrawn", async () => {
  const { id, sha256 } = await publish(bom());
  await env.DB.batch([
    env.DB.prepare("INSERT INTO snapshot (id, created_at) VALUES ('s', '2026-01-01T00:00:00Z')"),
    env.DB.prepare(
      "INSERT INTO snapshot_file (snapshot_id, path, kind, sha256) VALUES ('s', 'r.cdx.json', 'sbom', ?1)",
    ).bind(sha256),
  ]);
  const headers = { authorization: `Bearer ${tokenOf("alpha")}` };
  expect((await get(`/api/v1/sboms/${id}?reason=old`, { method: "DELETE", headers })).status).toBe(204);
  expect(await env.BLOBS.head(`blobs/${sha256}`)).not.toBeNull();
});

test("the history tells every account and key once, however often the bytes come", async () => {
  await addAccount("beta");
  const { id } = await publish(bom());
  for (let night = 0; night < 3; night += 1) {
    await publish(bom(), { authorization: `Bearer ${tokenOf("beta")}` });
    await publish(bom());
  }
  const { history } = await (await get(`/sboms/${id}.json`)).json<{ history: { kind: string; account: string }[] }>();
  expect(history.map(({ kind, account }) => `${kind} ${account}`)).toEqual(["published alpha", "sent again beta"]);
});

test("whoever floods the door without a token is told to wait", async () => {
  const body = `${await signer.sign(bom(), NAMESPACE)}&${bom()}`;
  const headers = {
    authorization: undefined,
    "content-type": "application/x-signed-json",
    "cf-connecting-ip": "192.0.2.9",
  };
  const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await send(body, headers)).status));
  expect(statuses).toContain(429);
  expect((await send(bom(), { "cf-connecting-ip": "192.0.2.9" })).status).toBe(200);
});

test("bytes that are published again after a withdrawal stay, and bytes that went are healed by a repeat", async () => {
  const { id, sha256 } = await publish(bom());
  const headers = { authorization: `Bearer ${tokenOf("alpha")}` };
  expect((await get(`/api/v1/sboms/${id}?reason=old`, { method: "DELETE", headers })).status).toBe(204);
  await publish(bom());
  await sweepBytes(env, new Date(Date.now() + 90_000_000));
  expect(await env.BLOBS.head(`blobs/${sha256}`)).not.toBeNull();
  await env.BLOBS.delete(`blobs/${sha256}`);
  await publish(bom());
  expect(await env.BLOBS.head(`blobs/${sha256}`)).not.toBeNull();
});
