import type { Context } from "hono";

import type { Result } from "#core/base/result.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { openIssuer, type Issuer } from "./issuer.ts";

/** The issuer of this Stele under the name of its site, or the problem that says what the operator has to do. */
export async function issuerOf(context: Context<WorkerEnv>): Promise<Result<Issuer, Response>> {
  const { site } = await currentSnapshot(context.env);
  return openIssuer(context.env, `${site.name}, ${site.community}`);
}

/** An answer that everybody may read from anywhere. */
export function publicAnswer(
  context: Context<WorkerEnv>,
  body: string,
  contentType: string,
  maxAgeSeconds: number,
): Promise<Response> {
  const headers = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };
  return cachedResponse(context.req.raw, { body, contentType, maxAgeSeconds, headers });
}

/** GZIP, in which status lists are packed. */
export async function compress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
