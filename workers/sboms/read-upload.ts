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
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") return failure(unsupportedEncoding(encoding));
  const body = await readBody(request);
  if (!body.ok) {
    return failure(bodyTooLarge(body.failure, "Check a larger SBOM on your own machine: `stele sbom check <file>`."));
  }
  const version = parameters.find((parameter) => parameter.startsWith("version="));
  return success({ bytes: body.value, announcedVersion: version?.slice("version=".length).replaceAll('"', "") });
}

function unsupportedMediaType(mediaType: string): Response {
  const detail = `The body is said to be \`${mediaType.slice(0, 100)}\`. Send CycloneDX or SPDX 2 JSON with \`Content-Type: ${ACCEPTED[0]}\`.`;
  return problemResponse(
    { status: 415, title: "Unsupported media type", detail, extensions: { accepted: ACCEPTED } },
    { "accept-post": ACCEPTED.join(", ") },
  );
}

function unsupportedEncoding(encoding: string): Response {
  const detail = `The body is said to be encoded as \`${encoding.slice(0, 40)}\`. Send it without Content-Encoding.`;
  return problemResponse(
    { status: 415, title: "Unsupported content encoding", detail },
    { "accept-encoding": "identity" },
  );
}
