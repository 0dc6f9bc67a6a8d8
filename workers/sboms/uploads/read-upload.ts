import { splitUpload } from "#core/compliance/results/split-upload.ts";
import { failure, success, type Result } from "#core/base/result.ts";

import { bodyTooLarge, MAX_BODY_BYTES, readBody } from "../../http/body.ts";
import { problemResponse } from "../../http/problem.ts";

/** Media types of a document as it is. */
const PLAIN = ["application/vnd.cyclonedx+json", "application/spdx+json", "application/json"] as const;
/** An armored signature, `&`, the document: as reports are sent. */
const SIGNED = "application/x-signed-json";
const FORM = "multipart/form-data";
/** Media types that an SBOM may come as. */
const ACCEPTED: readonly string[] = [...PLAIN, SIGNED, FORM];

/** Boundaries, headers of the parts, and a signature. */
const MAX_FORM_OVERHEAD_BYTES = 64_000;
/** Armor is at most 20,000 characters long (core/compliance/results/split-upload.ts). */
const MAX_SIGNATURE_BYTES = 21_000;

/** What was sent. */
export interface Upload {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The version that the media type announces. */
  readonly announcedVersion: string | undefined;
  /** Armored SSH signature over the bytes. */
  readonly signature: string | undefined;
  /** The sender wants every letter of the schema. */
  readonly isStrict: boolean;
}

/** Whether a request can carry a signature, which may stand in for a token. */
export function maySign(request: Request): boolean {
  return [SIGNED, FORM].includes(mediaTypeOf(request).mediaType);
}

/** Reads an uploaded SBOM, or says in a problem why it is not read. */
export async function readUpload(request: Request): Promise<Result<Upload, Response>> {
  const { mediaType, parameters } = mediaTypeOf(request);
  if (!ACCEPTED.includes(mediaType)) return failure(unsupportedMediaType(mediaType));
  const isStrict = new URL(request.url).searchParams.get("strict") === "1";
  const limit = mediaType === FORM ? MAX_BODY_BYTES + MAX_FORM_OVERHEAD_BYTES : MAX_BODY_BYTES;
  const body = await readDecoded(request, limit);
  if (!body.ok) return body;
  if (mediaType === FORM) return readForm(body.value, request, isStrict);
  if (mediaType === SIGNED) {
    const split = splitUpload(body.value);
    if (split === undefined) return failure(missingSignature());
    const { document: bytes, signature } = split;
    return success({ bytes, signature, announcedVersion: undefined, isStrict });
  }
  const version = parameters.find((parameter) => parameter.startsWith("version="));
  const announcedVersion = version?.slice("version=".length).replaceAll('"', "");
  return success({ bytes: body.value, announcedVersion, signature: undefined, isStrict });
}

function mediaTypeOf(request: Request): { readonly mediaType: string; readonly parameters: readonly string[] } {
  const contentType = request.headers.get("content-type") ?? "";
  const [mediaType = "", ...parameters] = contentType.split(";").map((part) => part.trim().toLowerCase());
  return { mediaType, parameters };
}

async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  request: Request,
  isStrict: boolean,
): Promise<Result<Upload, Response>> {
  const form = await parseForm(bytes, request);
  if (form === undefined)
    return failure(malformedForm("The body is no `multipart/form-data` with the boundary that its header names."));
  const document = (await partOf(form, "sbom", MAX_BODY_BYTES)) ?? (await partOf(form, "bom", MAX_BODY_BYTES));
  if (document === undefined)
    return failure(malformedForm("There is no part `sbom` with the document; send it with `-F sbom=@file`."));
  const signature = await partOf(form, "signature", MAX_SIGNATURE_BYTES);
  for (const part of [document, signature]) if (part instanceof Response) return failure(part);
  return success({
    bytes: document as Uint8Array<ArrayBuffer>,
    signature: signature === undefined ? undefined : new TextDecoder().decode(signature as Uint8Array<ArrayBuffer>),
    announcedVersion: undefined,
    isStrict: isStrict || form.get("strict") === "1",
  });
}

async function parseForm(bytes: Uint8Array<ArrayBuffer>, request: Request): Promise<FormData | undefined> {
  try {
    return await new Response(bytes, {
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    }).formData();
  } catch {
    return undefined; // the runtime says only that it is not
  }
}

/** The bytes of a part, as file or as text; a problem where it is too large. */
async function partOf(
  form: FormData,
  name: string,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | Response | undefined> {
  const part = form.get(name);
  if (part === null) return undefined;
  const bytes = new Uint8Array(await new Response(part).arrayBuffer());
  return bytes.byteLength > limitBytes ? bodyTooLarge({ limitBytes }, WAY_OUT) : bytes;
}

const WAY_OUT =
  "A larger SBOM can be checked and compared on your own machine: `stele sbom check <file>`. To publish it, split it by part of the product and link the parts by `externalReferences` of the type `bom`.";

/** The bytes without their Content-Encoding. The limit counts what comes out, while it comes: a bomb ends where it opens. */
async function readDecoded(request: Request, limitBytes: number): Promise<Result<Uint8Array<ArrayBuffer>, Response>> {
  const encoding = (request.headers.get("content-encoding") ?? "identity").trim().toLowerCase();
  if (encoding !== "identity" && encoding !== "gzip") return failure(unsupportedEncoding(encoding));
  try {
    const body = await readBody(encoding === "gzip" ? gunzip(request) : request, limitBytes);
    if (body.ok) return body;
    return failure(bodyTooLarge({ limitBytes: MAX_BODY_BYTES }, WAY_OUT));
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
  const detail = `The body is said to be \`${mediaType.slice(0, 100)}\`. Send CycloneDX or SPDX JSON with \`Content-Type: ${PLAIN[0]}\`.`;
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

function malformedForm(detail: string): Response {
  return problemResponse({ status: 400, title: "Malformed form", detail });
}

function missingSignature(): Response {
  const detail =
    "The body must begin with an armored SSH signature, then `&`, then the document: `ssh-keygen -Y sign -n sbom -f <key> <file>`, then `curl --data-binary @<file>.sig --data-binary @<file>`.";
  return problemResponse({ status: 400, title: "Missing signature", detail });
}
