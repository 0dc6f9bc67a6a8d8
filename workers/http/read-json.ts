import { failure, success, type Result } from "#core/base/result.ts";
import type { SchemaValidator } from "#core/base/schema-error.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";

import { bodyTooLarge, readBody } from "./body.ts";
import { problemResponse } from "./problem.ts";

/** Bytes of a decision or remark with all its texts, and room to spare. */
const MAX_REQUEST_BYTES = 50_000;

/** Reads a JSON body that follows a schema, or the problem that says why not. `schema` is its file name. */
export async function readJson<Value>(
  request: Request,
  validate: SchemaValidator<Value>,
  schema: string,
): Promise<Result<Value, Response>> {
  const mediaType = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (mediaType !== "application/json") {
    return refuse(415, "Unsupported media type", "Send the body as application/json.");
  }
  const body = await readBody(request, MAX_REQUEST_BYTES);
  if (!body.ok) return failure(bodyTooLarge(body.failure, "Decisions and remarks need less."));
  const decoded = decodeUtf8(body.value);
  if (!decoded.ok) return refuse(400, "Bad request", `The byte at offset ${decoded.failure.byteOffset} is not UTF-8.`);
  let value: unknown;
  try {
    value = JSON.parse(decoded.value.text);
  } catch (error) {
    return refuse(400, "Bad request", `The body is not JSON: ${(error as SyntaxError).message}`);
  }
  if (validate(value)) return success(value);
  const error = validate.errors?.[0];
  const where = error?.instancePath === undefined || error.instancePath === "" ? "/" : error.instancePath;
  const detail = `\`${where}\` ${error?.message ?? "is not valid"}. The schema is ${schema}.`;
  return refuse(422, "Body does not follow the schema", detail);
}

function refuse(status: 400 | 415 | 422, title: string, detail: string) {
  return failure(problemResponse({ status, title, detail }));
}
