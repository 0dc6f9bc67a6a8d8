import { failure, success, type Result } from "#core/base/result.ts";

import { problemResponse } from "./problem.ts";

/** Largest request body that the worker reads: an isolate has 128 MB, and parsing needs about ten times the bytes. */
export const MAX_BODY_BYTES = 10_000_000;

/** A body beyond the limit. `wayOut` says what the sender can do instead. */
export interface BodyTooLarge {
  readonly limitBytes: number;
}

/**
 * Reads a request body up to a limit, without trusting Content-Length: a sender may omit or understate it (RFC 9110 §8.6),
 * so bytes are counted as they arrive and reading stops at the first byte over the limit.
 */
export async function readBody(
  request: Request,
  limitBytes: number = MAX_BODY_BYTES,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyTooLarge>> {
  const announced = Number(request.headers.get("content-length") ?? "0");
  if (announced > limitBytes) return failure({ limitBytes });
  if (request.body === null) return success(new Uint8Array());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limitBytes) return failure({ limitBytes });
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return success(bytes);
}

/** 413 that names the limit and the way that works. */
export function bodyTooLarge({ limitBytes }: BodyTooLarge, wayOut: string): Response {
  return problemResponse({
    status: 413,
    title: "Body too large",
    detail: `This endpoint reads at most ${limitBytes.toLocaleString("en")} bytes. ${wayOut}`,
    extensions: { limitBytes },
  });
}
