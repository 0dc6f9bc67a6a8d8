import { expect, test } from "vitest";

import { cachedResponse, type Cacheable } from "../../../workers/http/caching.ts";

const TEXT: Cacheable = { body: "hello", contentType: "text/plain", maxAgeSeconds: 60 };
/** The first 32 digits of the SHA-256 of "hello". */
const TAG = '"2cf24dba5fb0a30e26e83b2ac5b9e29e"';

function ask(headers: Record<string, string> = {}, answer: Partial<Cacheable> = {}, method = "GET"): Promise<Response> {
  return cachedResponse(new Request("https://stele.example/", { method, headers }), { ...TEXT, ...answer });
}

test("the validator is the digest of the body unless the answer brings its own", async () => {
  expect((await ask()).headers.get("etag")).toBe(TAG);
  expect((await ask({}, { etag: "mine" })).headers.get("etag")).toBe('"mine"');
});

test.each([
  [60, "public, max-age=60"],
  [59.9, "public, max-age=59"],
  [0, "public, max-age=0"],
  [-1, "public, max-age=0"],
])("what is true for %d seconds is kept as long: %s", async (maxAgeSeconds, expected) => {
  expect((await ask({}, { maxAgeSeconds })).headers.get("cache-control")).toBe(expected);
});

test("what an answer says of itself is said", async () => {
  const response = await ask({}, { headers: { "cache-control": "no-store", "x-more": "1" }, status: 404 });
  expect(response.status).toBe(404);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("x-more")).toBe("1");
  expect(response.headers.get("content-type")).toBe("text/plain");
});

test.each([TAG, `W/${TAG}`, `"other", ${TAG}`, `"other" ,W/${TAG} , "third"`, "*", " * "])(
  "who has it already (%s) gets no body",
  async (ifNoneMatch) => {
    const response = await ask({ "if-none-match": ifNoneMatch });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe("");
    expect(response.headers.get("etag")).toBe(TAG);
    expect(response.headers.get("cache-control")).toBe("public, max-age=60");
    expect(response.headers.get("content-type")).toBeNull();
  },
);

test.each([TAG.slice(1, -1), '"other"', `${TAG}x`, `xW/${TAG}`, ""])(
  "who has something else (%s) gets all of it",
  async (other) => {
    const response = await ask({ "if-none-match": other });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("hello");
  },
);

test("an answer with a status of its own is never left out, although its bytes are known", async () => {
  const response = await ask({ "if-none-match": TAG }, { status: 404 });
  expect(response.status).toBe(404);
  expect(await response.text()).toBe("hello");
});

test("HEAD has the headers of GET and no body", async () => {
  const response = await ask({}, {}, "HEAD");
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
  expect(response.headers.get("etag")).toBe(TAG);
  expect(response.headers.get("content-type")).toBe("text/plain");
});
