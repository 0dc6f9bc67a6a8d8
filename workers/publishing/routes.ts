import { Hono } from "hono";
import { createMiddleware } from "hono/factory";

import { linkFinding } from "#core/standards/checking/rule-page.ts";
import { findAddressConflicts } from "#core/standards/publishing/find-address-conflicts.ts";
import { isPublishablePath } from "#core/standards/publishing/manifest.ts";
import { renderFile } from "#core/standards/publishing/render-file.ts";
import { success, type Result } from "#core/base/result.ts";
import { validate, type Manifest } from "#schemas/compiled/manifest.js";

import type { Bindings, WorkerEnv } from "../state/bindings.ts";
import { isOperator } from "../sign-in/auth.ts";
import { bodyTooLarge, readBody } from "../http/body.ts";
import { sha256Hex } from "../http/digest.ts";
import { problemResponse, unauthorized } from "../http/problem.ts";
import {
  activateSnapshot,
  importSnapshot,
  type Activation,
  type ActivationStatements,
  type OutOfOrder,
} from "./activation-store.ts";
import { readActivation } from "./read-activation.ts";
import {
  createSnapshot,
  findSnapshotFile,
  listFiles,
  missingFiles,
  snapshotExists,
  snapshotFindings,
  storeRendition,
} from "./snapshot-store.ts";

const MAX_MANIFEST_BYTES = 2_000_000;

/** Publishing is the operator's alone. */
const operatorOnly = createMiddleware<WorkerEnv>(async (context, next) => {
  if (await isOperator(context.req.raw, context.env.OPERATOR_TOKEN_SHA256 ?? "")) return next();
  return unauthorized("Publishing needs the operator's token: `Authorization: Bearer <token>`.");
});

/**
 * What another slice makes ready of a complete snapshot before readers see it. Runs at every activation, so it must be
 * cheap when there is nothing to do and safe to repeat; when it throws, the old state stays.
 */
export type BeforeActivation = (env: Bindings, snapshotId: string) => Promise<void>;

/** What other slices do when a state is published; `workers/app/index.ts` connects them. */
export interface PublishingHooks {
  readonly beforeActivation?: readonly BeforeActivation[];
  /** Statements of other slices for the transaction that moves the pointer, after it moved. */
  readonly inActivation?: ActivationStatements;
}

/**
 * Publishing in three steps, each of which may be repeated: register a manifest, send the files that are missing, flip
 * the pointer. Readers see the old state whole until the flip and the new one whole after it.
 */
export function publishingRoutes({ beforeActivation = [], inActivation = () => [] }: PublishingHooks): Hono<WorkerEnv> {
  return new Hono<WorkerEnv>()
    .use("/api/v1/snapshots", operatorOnly)
    .use("/api/v1/snapshots/*", operatorOnly)
    .route("/", snapshotRoutes)
    .post("/api/v1/snapshots/:id/activate", async (context) => {
      const id = context.req.param("id");
      const now = new Date();
      const request = await readActivation(context.req.raw, now);
      if (!request.ok) return request.failure;
      const refused = await refuseActivation(context.env, id);
      if (refused !== undefined) return refused;
      for (const prepare of beforeActivation) await prepare(context.env, id);
      const { at } = request.value;
      const outcome: Result<Activation, OutOfOrder> =
        at === undefined
          ? success(await activateSnapshot(context.env, id, now, inActivation))
          : await importSnapshot(context.env, id, at, inActivation);
      return outcome.ok ? context.json(outcome.value) : outOfOrder(outcome.failure);
    });
}

const snapshotRoutes = new Hono<WorkerEnv>();

snapshotRoutes.post("/api/v1/snapshots", async (context) => {
  const body = await readBody(context.req.raw, MAX_MANIFEST_BYTES);
  if (!body.ok) return bodyTooLarge(body.failure, "Publish the tree in parts.");
  const manifest = parseManifest(body.value);
  if (typeof manifest === "string") {
    return problemResponse({ status: 422, title: "Not a manifest", detail: manifest });
  }
  const id = await createSnapshot(context.env, manifest.files, new Date());
  const missing = await missingFiles(context.env, id);
  return context.json({ snapshot: id, missing: missing.map((file) => file.path) }, 201);
});

snapshotRoutes.get("/api/v1/snapshots/:id", async (context) => {
  const id = context.req.param("id");
  if (!(await snapshotExists(context.env, id))) return unknownSnapshot(id);
  const missing = await missingFiles(context.env, id);
  const findings = await snapshotFindings(context.env, id);
  return context.json({ snapshot: id, missing: missing.map((file) => file.path), findings: findings.map(linkFinding) });
});

snapshotRoutes.put("/api/v1/snapshots/:id/files/:path{.+}", async (context) => {
  const { id, path } = context.req.param();
  const file = await findSnapshotFile(context.env, id, path);
  if (file === undefined) {
    const detail = `Snapshot \`${id}\` has no file \`${path}\` in its manifest. Register a manifest that lists it first.`;
    return problemResponse({ status: 404, title: "Not in the manifest", detail });
  }
  const body = await readBody(context.req.raw);
  if (!body.ok) return bodyTooLarge(body.failure, "Split the file.");
  const actual = await sha256Hex(body.value);
  if (actual !== file.sha256) {
    const detail = `The body has SHA-256 \`${actual}\`, the manifest says \`${file.sha256}\`. The file changed in between: publish again.`;
    return problemResponse({ status: 409, title: "Other content than announced", detail });
  }
  const rendered = renderFile(file.kind, path, body.value);
  if (!rendered.ok) {
    const { message } = rendered.failure;
    const extensions = { findings: [linkFinding(rendered.failure)] };
    return problemResponse({ status: 422, title: "Cannot be read", detail: `\`${path}\`: ${message}`, extensions });
  }
  await storeRendition(context.env, file, body.value, rendered.value);
  return context.json({ path, sha256: file.sha256, findings: rendered.value.findings.map(linkFinding) });
});

/** Why a snapshot cannot become the current one; undefined where it can. */
async function refuseActivation(env: Bindings, id: string): Promise<Response | undefined> {
  if (!(await snapshotExists(env, id))) return unknownSnapshot(id);
  const missing = await missingFiles(env, id);
  if (missing.length > 0) {
    const detail = `${missing.length} files of the snapshot were not sent yet. Send them, then activate again.`;
    const extensions = { missing: missing.map((file) => file.path) };
    return problemResponse({ status: 409, title: "Snapshot not complete", detail, extensions });
  }
  const conflicts = findAddressConflicts(await listFiles(env, id));
  if (conflicts.length > 0) {
    const detail = conflicts.map((finding) => finding.message).join(" ");
    return problemResponse({
      status: 409,
      title: "Two files, one page",
      detail,
      extensions: { findings: conflicts.map(linkFinding) },
    });
  }
  return undefined;
}

function outOfOrder({ lastImported, firstPublished }: OutOfOrder): Response {
  const limits = [
    ...(lastImported === undefined ? [] : [`after \`${lastImported}\`, the last imported one`]),
    ...(firstPublished === undefined ? [] : [`before \`${firstPublished}\`, the first one published here`]),
  ];
  const detail = `Past states are imported in order: the next one lies ${limits.join(", and ")}.`;
  const extensions = { lastImported: lastImported ?? null, firstPublished: firstPublished ?? null };
  return problemResponse({ status: 409, title: "Out of order", detail, extensions });
}

function unknownSnapshot(id: string): Response {
  const detail = `There is no snapshot \`${id}\`. Register its manifest with POST /api/v1/snapshots.`;
  return problemResponse({ status: 404, title: "Unknown snapshot", detail });
}

/** A manifest, or what is wrong with it. */
function parseManifest(bytes: Uint8Array): Manifest | string {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return "The body is not JSON.";
  }
  if (!validate(value)) {
    const [first] = validate.errors ?? [];
    return `\`${first?.instancePath || "/"}\` ${first?.message ?? "is not valid"}.`;
  }
  const unpublishable = value.files.find((file) => !isPublishablePath(file.path));
  if (unpublishable !== undefined) return `\`${unpublishable.path}\` is not a relative path with forward slashes.`;
  if (new Set(value.files.map((file) => file.path)).size < value.files.length) return "A path occurs twice.";
  return value;
}
