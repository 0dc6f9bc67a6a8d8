import { env, exports } from "cloudflare:workers";

import { sha256Hex } from "../../workers/http/digest.ts";
import { SAMPLE_SCOPE } from "../core/standards/scopes/scope-samples.ts";
import { createSigner, type TestSigner } from "../core/trust/signatures/sign-with-webcrypto.ts";

const worker = exports.default;
const OPERATOR_TOKEN = "the-operators-token";

/** UUID of the sample scope, which is published as `sample`. */
export const SCOPE_UUID = "11111111-2222-4333-8444-555555555555";

/** The sample scope with a timeline that holds whenever the tests run: v2 in force, v1 about to retire. */
export const SCOPE = SAMPLE_SCOPE.replace(
  /timeline:\n(?: {2}-.*\n)+/,
  "timeline:\n  - {date: 2020-01-01, versions: {v3: draft, v2: effective, v1: warn}}\n",
);

const PROVIDER = `provider: {id: alpha, name: Alpha Inc., demo: true}
offerings:
  - {name: Alpha Cloud, subjects: [alpha], scopes: [sample]}
`;

/** An account that can sign. */
export interface TestAccount {
  readonly subject: string;
  readonly token: string;
  readonly signer: TestSigner;
}

export type World = Record<"alpha" | "bravo" | "charlie" | "ci" | "board", TestAccount>;

/**
 * Accounts `alpha` (demo), `bravo` and `charlie` (the group `pair`), `ci` and `board`; `ci` is a delegate of `bravo` and may append for others, `board`
 * reads and approves.
 */
export async function createWorld(): Promise<World> {
  Object.assign(env, { OPERATOR_TOKEN_SHA256: await sha256Hex(OPERATOR_TOKEN) });
  const names = ["alpha", "bravo", "charlie", "ci", "board"];
  const [alpha, bravo, charlie, ci, board] = await Promise.all(names.map(createAccount));
  const world = { alpha, bravo, charlie, ci, board } as World;
  const traits = {
    alpha: ", demo: true",
    bravo: ", group: pair, delegates: [ci]",
    charlie: ", group: pair",
    ci: ", roles: [append_any]",
    board: ", roles: [read_any, approve]",
  };
  const accounts = await Promise.all(
    Object.values(world).map(async ({ subject, token, signer: { key } }) => {
      const keys = `[{public_key: "${key.blob}", public_key_type: ${key.type}, public_key_name: k}]`;
      const more = traits[subject as keyof typeof traits];
      return `  - {subject: ${subject}${more}, api_keys: ["sha256:${await sha256Hex(token)}"], keys: ${keys}}`;
    }),
  );
  await operate("PUT", "/api/v1/accounts", `accounts:\n${accounts.join("\n")}\n`);
  await publish({ "scopes/sample.yaml": SCOPE, "providers/alpha.yaml": PROVIDER });
  return world;
}

async function createAccount(subject: string): Promise<TestAccount> {
  return { subject, token: `token of ${subject}`, signer: await createSigner("ssh-ed25519", "k") };
}

/** Publishes a tree through the API. */
export async function publish(tree: Readonly<Record<string, string>>): Promise<void> {
  const kinds: Readonly<Record<string, string>> = {
    scopes: "scope",
    providers: "provider",
    "stele.config.yaml": "config",
  };
  const files = await Promise.all(
    Object.entries(tree).map(async ([path, text]) => ({
      path,
      kind: kinds[path.split("/")[0] ?? ""],
      sha256: await sha256Hex(text),
    })),
  );
  const { snapshot } = await (
    await operate("POST", "/api/v1/snapshots", JSON.stringify({ files }))
  ).json<{ snapshot: string }>();
  for (const [path, text] of Object.entries(tree))
    await operate("PUT", `/api/v1/snapshots/${snapshot}/files/${path}`, text);
  await operate("POST", `/api/v1/snapshots/${snapshot}/activate`, "");
}

async function operate(method: string, path: string, body: string): Promise<Response> {
  const headers = { authorization: `Bearer ${OPERATOR_TOKEN}` };
  const response = await worker.fetch(`http://stele.test${path}`, { method, body, headers });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** A report of today. */
export interface SampleReport {
  readonly subject: string;
  readonly results: Readonly<Record<string, number | null>>;
  readonly uuid?: string;
  /** As YAML writes it (default: a minute ago). */
  readonly checkedAt?: string;
  readonly scopeUuid?: string;
}

/** The report as YAML, in the shape of the SCS test suite. */
export function reportYaml({ subject, results, uuid, checkedAt, scopeUuid = SCOPE_UUID }: SampleReport): string {
  const time = checkedAt ?? new Date(Date.now() - 60_000).toISOString().replace("T", " ").replace("Z", "000");
  return `---
spec: {uuid: ${scopeUuid}, name: Sample cloud}
checked_at: ${time}
subject: ${subject}
run:
  uuid: ${uuid ?? crypto.randomUUID()}
  invocations: {one: {results: ${JSON.stringify(results)}, stdout: [], stderr: []}}
`;
}

/** Options of an upload that goes wrong. */
export interface UploadOptions {
  readonly contentType?: string | null;
  readonly authorization?: string | null;
  /** Replaces armor, `&` and document. */
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Signs and uploads as curl does. */
export async function upload(account: TestAccount, document: string, options: UploadOptions = {}): Promise<Response> {
  const headers = new Headers(options.headers);
  const authorization =
    options.authorization === undefined
      ? `Basic ${btoa(`${account.subject}:${account.token}`)}`
      : options.authorization;
  if (authorization !== null) headers.set("authorization", authorization);
  const contentType = options.contentType === undefined ? "application/x-signed-yaml" : options.contentType;
  if (contentType !== null) headers.set("content-type", contentType);
  const body = options.body ?? new TextEncoder().encode(`${await account.signer.sign(document)}&${document}`);
  return worker.fetch("http://stele.test/reports", { method: "POST", headers, body });
}

/** GET of a public address. */
export async function get(path: string, init: RequestInit = {}): Promise<Response> {
  return worker.fetch(`http://stele.test${path}`, init);
}

/** A request with the credentials of an account. */
export async function ask(account: TestAccount, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Basic ${btoa(`${account.subject}:${account.token}`)}`);
  return worker.fetch(`http://stele.test${path}`, { ...init, headers });
}

/** Rows of the tables and objects that reports leave behind. */
export async function storedCounts(): Promise<{ reports: number; latest: number; changes: number }> {
  const count = async (table: string) =>
    (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n ?? 0;
  return {
    reports: await count("report"),
    latest: await count("latest_result"),
    changes: await count("result_change"),
  };
}
