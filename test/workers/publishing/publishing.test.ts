import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { sha256Hex } from "../../../workers/http/digest.ts";

const TOKEN = "the-operators-token";
const worker = exports.default;

const FLAVORS = `---
title: Flavor naming
type: Standard
track: IaaS
status: Stable
stabilized_at: 2023-06-14
---

## Introduction

See [entropy](scs-0101-v1-entropy.md#motivation).
`;

interface File {
  readonly path: string;
  readonly kind: string;
  readonly text: string;
}

const flavors: File = { path: "documents/scs-0100-v3-flavor-naming.md", kind: "document", text: FLAVORS };

beforeEach(async () => {
  Object.assign(env, { OPERATOR_TOKEN_SHA256: await sha256Hex(TOKEN) });
});

async function call(method: string, path: string, body?: BodyInit, token = TOKEN): Promise<Response> {
  return worker.fetch(
    new Request(`http://stele.test${path}`, {
      method,
      body: body ?? null,
      headers: { authorization: `Bearer ${token}` },
    }),
  );
}

async function register(files: readonly File[]): Promise<{ snapshot: string; missing: string[] }> {
  const manifest = await Promise.all(
    files.map(async ({ path, kind, text }) => ({ path, kind, sha256: await sha256Hex(text) })),
  );
  const response = await call("POST", "/api/v1/snapshots", JSON.stringify({ files: manifest }));
  expect(response.status).toBe(201);
  return response.json();
}

async function send(snapshot: string, { path, text }: File): Promise<Response> {
  return call("PUT", `/api/v1/snapshots/${snapshot}/files/${path}`, text);
}

async function publish(files: readonly File[]): Promise<string> {
  const { snapshot, missing } = await register(files);
  for (const file of files.filter(({ path }) => missing.includes(path))) {
    expect((await send(snapshot, file)).status).toBe(200);
  }
  expect((await call("POST", `/api/v1/snapshots/${snapshot}/activate`)).status).toBe(200);
  return snapshot;
}

async function page(path: string): Promise<Response> {
  return worker.fetch(`http://stele.test${path}`);
}

test("a document is readable after register, send, activate, and not before the last step", async () => {
  const { snapshot, missing } = await register([flavors]);
  expect(missing).toEqual([flavors.path]);
  expect((await page("/standards/scs-0100-v3-flavor-naming")).status).toBe(404);
  await send(snapshot, flavors);
  expect((await page("/standards/scs-0100-v3-flavor-naming")).status).toBe(404);
  await call("POST", `/api/v1/snapshots/${snapshot}/activate`);
  const response = await page("/standards/scs-0100-v3-flavor-naming");
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<a href="/standards/scs-0101-v1-entropy#motivation">entropy</a>');
});

test("publishing the same tree again sends nothing and names the same snapshot", async () => {
  const snapshot = await publish([flavors]);
  expect(await register([flavors])).toEqual({ snapshot, missing: [] });
});

test("one changed document is the only one that is sent", async () => {
  const other = { ...flavors, path: "documents/scs-0101-v1-entropy.md" };
  await publish([flavors, other]);
  const changed = { ...other, text: other.text.replace("Flavor naming", "Entropy") };
  expect((await register([flavors, changed])).missing).toEqual([other.path]);
});

test("a snapshot that lacks a file is not activated, and the old state stays whole", async () => {
  await publish([flavors]);
  const changed = { ...flavors, text: FLAVORS.replace("Flavor naming", "Changed") };
  const { snapshot } = await register([changed]);
  const response = await call("POST", `/api/v1/snapshots/${snapshot}/activate`);
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ title: "Snapshot not complete", missing: [flavors.path] });
  expect(await (await page("/standards/scs-0100-v3-flavor-naming")).text()).toContain("Flavor naming");
});

test("two files that would be one page are refused at the last step", async () => {
  await publish([flavors]);
  const twin = { ...flavors, path: "Standards/scs-0100-v3-flavor-naming.md" };
  const { snapshot, missing } = await register([flavors, twin]);
  expect(missing).toEqual([twin.path]);
  await send(snapshot, twin);
  const response = await call("POST", `/api/v1/snapshots/${snapshot}/activate`);
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    title: "Two files, one page",
    findings: [{ ruleId: "address-taken", docs: "/docs/rules/published-file" }],
  });
});

test("killed between the bytes and the row, a file counts as missing and a repeat completes it", async () => {
  const { snapshot } = await register([flavors]);
  await env.BLOBS.put(`blobs/${await sha256Hex(FLAVORS)}`, FLAVORS);
  expect((await register([flavors])).missing).toEqual([flavors.path]);
  await send(snapshot, flavors);
  expect((await register([flavors])).missing).toEqual([]);
});

test("a document that left the tree is gone after the next publish", async () => {
  const other = { ...flavors, path: "documents/scs-0101-v1-entropy.md" };
  await publish([flavors, other]);
  await publish([flavors]);
  expect((await page("/standards/scs-0101-v1-entropy")).status).toBe(404);
  expect((await page("/standards/scs-0100-v3-flavor-naming")).status).toBe(200);
});

test("two publishers at once leave one of the two states, whole", async () => {
  const changed = { ...flavors, text: FLAVORS.replace("Flavor naming", "Changed title") };
  await Promise.all([publish([flavors]), publish([changed])]);
  const html = await (await page("/standards/scs-0100-v3-flavor-naming")).text();
  expect(html.includes("Flavor naming") !== html.includes("Changed title")).toBe(true);
});

test("faults of a document are listed, and the document is published all the same", async () => {
  const faulty = { ...flavors, text: FLAVORS.replace("track: IaaS", "track: Nowhere") };
  const { snapshot } = await register([faulty]);
  const response = await send(snapshot, faulty);
  const track = {
    ruleId: "known-track",
    message: expect.stringContaining("Nowhere"),
    place: expect.objectContaining({ path: flavors.path, start: { line: 4, column: 8 } }),
    docs: "/docs/rules/known-track",
  };
  expect(await response.json()).toMatchObject({ findings: expect.arrayContaining([expect.objectContaining(track)]) });
  const all = await (await call("GET", `/api/v1/snapshots/${snapshot}`)).json();
  expect(all).toMatchObject({ findings: expect.arrayContaining([expect.objectContaining({ docs: track.docs })]) });
});

test("a file that is not text cannot be published, and says so with its place", async () => {
  const broken = { ...flavors, text: "a\u0000b" };
  const { snapshot } = await register([broken]);
  const response = await send(snapshot, broken);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    title: "Cannot be read",
    findings: [{ place: { path: flavors.path }, docs: "/docs/rules/document-unreadable" }],
  });
});

test("other bytes than announced are refused", async () => {
  const { snapshot } = await register([flavors]);
  const response = await send(snapshot, { ...flavors, text: `${FLAVORS}x` });
  expect(response.status).toBe(409);
  expect((await register([flavors])).missing).toEqual([flavors.path]);
});

test.each([
  ["no JSON", "{"],
  ["no files", '{"files":[]}'],
  ["a path that leaves the tree", '{"files":[{"path":"../x.md","kind":"document","sha256":"' + "a".repeat(64) + '"}]}'],
  ["an unknown kind", '{"files":[{"path":"x.md","kind":"program","sha256":"' + "a".repeat(64) + '"}]}'],
  ["a digest that is none", '{"files":[{"path":"x.md","kind":"document","sha256":"abc"}]}'],
])("a manifest with %s is refused with a reason", async (_name, body) => {
  const response = await call("POST", "/api/v1/snapshots", body);
  expect(response.status).toBe(422);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
});

test.each([["wrong-token"], [""]])("nobody publishes with the token %j", async (token) => {
  const response = await call("POST", "/api/v1/snapshots", "{}", token);
  expect(response.status).toBe(401);
});

test("an unknown snapshot is a 404 that says how to make one", async () => {
  const response = await call("POST", "/api/v1/snapshots/abc/activate");
  expect(response.status).toBe(404);
  expect((await response.json<{ detail: string }>()).detail).toContain("POST /api/v1/snapshots");
});
