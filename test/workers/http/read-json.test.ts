import { expect, test } from "vitest";

import type { SchemaValidator } from "#core/base/schema-error.ts";

import { readJson } from "../../../workers/http/read-json.ts";

const validate = Object.assign((value: unknown): value is number => value === 1, {
  errors: [{ instancePath: "/a", message: "must be 1" }],
}) as unknown as SchemaValidator<number>;

async function send(body: string | Uint8Array<ArrayBuffer>, type = "application/json", check = validate) {
  const headers = { "content-type": type };
  return readJson(new Request("https://stele.example/", { method: "POST", headers, body }), check, "one.json");
}

async function refusal(...sent: Parameters<typeof send>): Promise<unknown> {
  const read = await send(...sent);
  if (read.ok) return "accepted";
  const { status, title, detail } = await read.failure.json<Record<string, unknown>>();
  return { status, title, detail };
}

test.each(["application/json", "Application/JSON; charset=utf-8", " application/json "])(
  "JSON that follows the schema is read from %s",
  async (type) => {
    expect(await send(" 1 ", type)).toEqual({ ok: true, value: 1 });
  },
);

test.each([
  "text/plain",
  "application/json5",
  "application/jsonx;application/json",
  "multipart/form-data; application/json",
])("%s is another media type", async (type) => {
  expect(await refusal("1", type)).toEqual({
    status: 415,
    title: "Unsupported media type",
    detail: "Send the body as application/json.",
  });
});

test("bytes that are no UTF-8 are refused with their place", async () => {
  expect(await refusal(Uint8Array.of(0x31, 0xff))).toEqual({
    status: 400,
    title: "Bad request",
    detail: "The byte at offset 1 is not UTF-8.",
  });
});

test("what is no JSON is refused", async () => {
  expect(await refusal("{")).toMatchObject({
    status: 400,
    title: "Bad request",
    detail: expect.stringMatching(/^The body is not JSON: ./),
  });
});

test("fifty thousand bytes are read, one more is not", async () => {
  expect(await send("1".padEnd(50_000))).toEqual({ ok: true, value: 1 });
  expect(await refusal("1".padEnd(50_001))).toEqual({
    status: 413,
    title: "Body too large",
    detail: "This endpoint reads at most 50,000 bytes. Decisions and remarks need less.",
  });
});

test("what breaks the schema is refused with the place, the root where it is none other", async () => {
  const title = "Body does not follow the schema";
  expect(await refusal("2")).toEqual({ status: 422, title, detail: "`/a` must be 1. The schema is one.json." });
  const failing = (errors: unknown) => Object.assign(() => false, { errors }) as unknown as typeof validate;
  const detail = "`/` is not valid. The schema is one.json.";
  expect(await refusal("2", undefined, failing(undefined))).toEqual({ status: 422, title, detail });
  expect(await refusal("2", undefined, failing([{ instancePath: "" }]))).toEqual({ status: 422, title, detail });
});
