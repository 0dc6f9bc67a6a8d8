import { failure, success, type Result } from "#core/result.ts";

import { bodyTooLarge, readBody } from "../http/body.ts";
import { problemResponse } from "../http/problem.ts";

/** Media types that an SBOM may come as. */
const ACCEPTED = ["application/vnd.cyclonedx+json", "application/spdx+json", "application/json"] as const;

/** The bytes of an upload. */
export interface Upload {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The version that the media type announces. */
  readonly announcedVersion: string | undefined;
}

/** Reads an uploaded SBOM, or says in a problem why it is not read. */
export async function readUpload(request: Request): Promise<Result<Upload, Response>> {
  const contentType = request.headers.get("content-type") ?? "";
  const [mediaType = "", ...parameters] = contentType.split(";").map((part) => part.trim().toLowerCase());
  if (!(ACCEPTED as readonly string[]).includes(mediaType)) return failure(unsupportedMediaType(mediaType));
  const body = await readDecoded(request);
  if (!body.ok) return body;
  const version = parameters.find((parameter) => parameter.startsWith("version="));
  return success({ bytes: body.value, announcedVersion: version?.slice("version=".length).replaceAll('"', "") });
}

/** The bytes without their Content-Encoding. The limit counts what comes out, while it comes: a bomb ends where it opens. */
async function readDecoded(request: Request): Promise<Result<Uint8Array<ArrayBuffer>, Response>> {
  const encoding = (request.headers.get("content-encoding") ?? "identity").trim().toLowerCase();
  if (encoding !== "identity" && encoding !== "gzip") return failure(unsupportedEncoding(encoding));
  try {
    const body = await readBody(encoding === "gzip" ? gunzip(request) : request);
    if (body.ok) return body;
    return failure(bodyTooLarge(body.failure, "Check a larger SBOM on your own machine: `stele sbom check <file>`."));
  } catch (error) {
    // The stream of a broken archive fails with a TypeError; so does one that the sender gave up.
    if (encoding !== "gzip" || !(error instanceof TypeError)) throw error;
    const detail = "The body is said to be gzip but cannot be unpacked; it is cut off or something else.";
    return failure(problemResponse({ status: 400, title: "Broken gzip", detail }));
  }
}

function gunzip({ url, body }: Request): Request {
  return new Request(url, { method: "POST", body: body?.pipeThrough(new DecompressionStream("gzip")) ?? null });
}

function unsupportedMediaType(mediaType: string): Response {
  const detail = `The body is said to be \`${mediaType.slice(0, 100)}\`. Send CycloneDX or SPDX JSON with \`Content-Type: ${ACCEPTED[0]}\`.`;
  return problemResponse(
    { status: 415, title: "Unsupported media type", detail, extensions: { accepted: ACCEPTED } },
    { "accept-post": ACCEPTED.join(", ") },
  );
}

function unsupportedEncoding(encoding: string): Response {
  const detail = `The body is said to be encoded as \`${encoding.slice(0, 40)}\`. Send it as gzip, or without Content-Encoding.`;
  return problemResponse(
    { status: 415, title: "Unsupported content encoding", detail },
    { "accept-encoding": "gzip, identity" },
  );
}
