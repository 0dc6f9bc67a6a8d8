import type { CheckQuestion } from "#core/standards/changes/answer-check.ts";
import type { TreeFile } from "#core/standards/checking/check-files.ts";
import { beyondBudget, CHECK_BUDGET, costOf } from "#core/standards/checking/check-cost.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";
import { validate } from "#schemas/compiled/check-request.js";

import { readBody } from "../http/body.ts";
import type { Problem } from "../http/problem.ts";

/** Bytes that one request may send: the texts, and what JSON adds to them. */
const MAX_CHECK_BYTES = CHECK_BUDGET.bytes;

/** Reads one document as `text/markdown` (its name in `?path=`) or several as JSON. */
export async function readCheckRequest(request: Request): Promise<Result<CheckQuestion, Problem>> {
  const mediaType = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (!["text/markdown", "text/plain", "application/json"].includes(mediaType)) {
    return failure({
      status: 415,
      title: "Unsupported media type",
      detail: `The body is ${mediaType === "" ? "without a media type" : `\`${mediaType}\``}; send one document as text/markdown with ?path=<file name>, or several as application/json.`,
    });
  }
  const body = await readBody(request, MAX_CHECK_BYTES);
  if (!body.ok) {
    return failure({
      status: 413,
      title: "Body too large",
      detail: `This endpoint reads at most ${MAX_CHECK_BYTES.toLocaleString("en")} bytes. Check fewer documents at once, or run \`stele check\` on your machine.`,
      extensions: { limitBytes: MAX_CHECK_BYTES },
    });
  }
  const question =
    mediaType === "application/json" ? readJson(body.value) : readMarkdown(new URL(request.url), body.value);
  return question.ok ? withinBudget(question.value) : question;
}

/** Judged before anything is parsed: a request that costs too much costs as good as nothing. */
function withinBudget(question: CheckQuestion): Result<CheckQuestion, Problem> {
  const cost = costOf([...question.files, ...(question.change?.base ?? [])]);
  const part = beyondBudget(cost);
  if (part === undefined) return success(question);
  const [count, limit] = [cost[part].toLocaleString("en"), CHECK_BUDGET[part].toLocaleString("en")];
  return failure({
    status: 413,
    title: "Too much to check",
    detail: `The documents have ${count} ${part}; this endpoint checks at most ${limit} at once. Check fewer documents at once, or run \`stele check\` on your machine.`,
    extensions: { cost, budget: CHECK_BUDGET },
  });
}

function readMarkdown(url: URL, bytes: Uint8Array): Result<CheckQuestion, Problem> {
  const path = url.searchParams.get("path") ?? "";
  if (path === "" || path.length > 300) {
    return failure(badRequest("Name the document: ?path=scs-0100-v1-title.md. Rules about file names need it."));
  }
  const profile = url.searchParams.get("profile") ?? undefined;
  if (profile !== undefined && profile !== "strict" && profile !== "practical") {
    return failure(badRequest("The parameter `profile` is `strict` or `practical`."));
  }
  return success({ files: [{ path, bytes }], profile });
}

function readJson(bytes: Uint8Array): Result<CheckQuestion, Problem> {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    return failure(badRequest(`The byte at offset ${decoded.failure.byteOffset} is not UTF-8.`));
  }
  let value: unknown;
  try {
    value = JSON.parse(decoded.value.text);
  } catch (error) {
    return failure(badRequest(`The body is not JSON: ${(error as SyntaxError).message}`));
  }
  if (!validate(value)) {
    const error = validate.errors?.[0];
    const detail = `\`${error?.instancePath === "" ? "/" : (error?.instancePath ?? "/")}\` ${error?.message ?? "is not valid"}. The schema is check-request.schema.json.`;
    return failure({ status: 422, title: "Body does not follow the schema", detail });
  }
  const { base, unchanged = [], otherHeads = [], changeDescription: description = "" } = value;
  return success({
    files: value.documents.map(toFile),
    config: value.config,
    profile: value.profile,
    isComplete: value.complete ?? false,
    change: base === undefined ? undefined : { base: base.map(toFile), unchanged, otherHeads, description },
  });
}

function toFile({ path, text }: { readonly path: string; readonly text: string }): TreeFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

function badRequest(detail: string): Problem {
  return { status: 400, title: "Bad request", detail };
}
