/** Publishing in tests of the worker: the requests of the command line, sent to the worker under test. */
import { env, exports } from "cloudflare:workers";
import { expect } from "vitest";

import { sha256Hex } from "../../workers/http/digest.ts";

const TOKEN = "the-operators-token";

/** A file to publish. */
export interface TestFile {
  readonly path: string;
  readonly kind: string;
  readonly text: string;
}

/** A document with front matter, whatever its body. */
export function testDocument(documentId: string, facts: Readonly<Record<string, string>>, body: string): TestFile {
  const frontMatter = Object.entries({ title: documentId, type: "Standard", track: "IaaS", ...facts });
  const text = `---\n${frontMatter.map(([name, value]) => `${name}: ${value}\n`).join("")}---\n\n${body}\n`;
  return { path: `documents/${documentId}.md`, kind: "document", text };
}

/** Calls the API with the operator's token. */
export async function callAsOperator(method: string, path: string, body?: BodyInit): Promise<Response> {
  Object.assign(env, { OPERATOR_TOKEN_SHA256: await sha256Hex(TOKEN) });
  const headers = { authorization: `Bearer ${TOKEN}` };
  return exports.default.fetch(new Request(`http://stele.test${path}`, { method, body: body ?? null, headers }));
}

/** Registers and sends a tree without making it current; answers the snapshot's id. */
export async function sendTree(files: readonly TestFile[]): Promise<string> {
  const manifest = await Promise.all(
    files.map(async ({ path, kind, text }) => ({ path, kind, sha256: await sha256Hex(text) })),
  );
  const response = await callAsOperator("POST", "/api/v1/snapshots", JSON.stringify({ files: manifest }));
  expect(response.status).toBe(201);
  const { snapshot, missing } = await response.json<{ snapshot: string; missing: string[] }>();
  for (const { path, text } of files.filter((file) => missing.includes(file.path))) {
    expect((await callAsOperator("PUT", `/api/v1/snapshots/${snapshot}/files/${path}`, text)).status).toBe(200);
  }
  return snapshot;
}

/** Activates a snapshot, now or at an instant of the past. */
export async function activate(snapshot: string, at?: string): Promise<Response> {
  const body = at === undefined ? undefined : JSON.stringify({ at });
  return callAsOperator("POST", `/api/v1/snapshots/${snapshot}/activate`, body);
}

/** Publishes a tree; answers the snapshot's id. */
export async function publishFiles(files: readonly TestFile[], at?: string): Promise<string> {
  const snapshot = await sendTree(files);
  expect((await activate(snapshot, at)).status).toBe(200);
  return snapshot;
}

/** Asks as a reader does; redirects are not followed. */
export async function getPage(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return exports.default.fetch(new Request(`http://stele.test${path}`, { headers, redirect: "manual" }));
}
