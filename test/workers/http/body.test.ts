import { expect, test } from "vitest";

import { bodyTooLarge, MAX_BODY_BYTES, readBody } from "../../../workers/http/body.ts";

const URL = "https://stele.example/";

/** A request whose body comes in these pieces, without a word about its length. */
function inPieces(...pieces: readonly string[]): { request: Request; pulled: () => number } {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[pulled];
        if (piece === undefined) return controller.close();
        pulled += 1;
        return controller.enqueue(new TextEncoder().encode(piece));
      },
    },
    { highWaterMark: 0 },
  );
  return { request: new Request(URL, { method: "POST", body }), pulled: () => pulled };
}

async function read(request: Request, limit: number): Promise<string | number> {
  const body = await readBody(request, limit);
  return body.ok ? new TextDecoder().decode(body.value) : body.failure.limitBytes;
}

test("a body of exactly the limit is read, its pieces in order; one byte more is too much", async () => {
  expect(await read(inPieces("ab", "", "cd", "e").request, 5)).toBe("abcde");
  expect(await read(inPieces("ab", "cd", "ef").request, 5)).toBe(5);
  expect(await read(new Request(URL, { method: "POST", body: "abcde" }), 5)).toBe("abcde");
  expect(await read(new Request(URL, { method: "POST", body: "abcdef" }), 5)).toBe(5);
});

test("reading stops where the limit is passed", async () => {
  const { request, pulled } = inPieces("ab", "cd", "ef", "gh", "ij", "kl");
  expect(await read(request, 3)).toBe(3);
  expect(pulled()).toBeLessThan(4);
});

test("what announces more than the limit is not read at all, what announces less is counted all the same", async () => {
  const announcing = (length: string, body: string): Request =>
    new Proxy(new Request(URL, { method: "POST", body }), {
      get: (request, name) =>
        name === "headers" ? new Headers({ "content-length": length }) : Reflect.get(request, name, request),
    });
  expect(await read(announcing("6", "abc"), 5)).toBe(5);
  expect(await read(announcing("5", "abc"), 5)).toBe("abc");
  expect(await read(announcing("1", "abcdef"), 5)).toBe(5);
});

test("no body is no bytes", async () => {
  expect(await read(new Request(URL), 5)).toBe("");
});

test("the limit is ten megabytes where none is named, and is told with the way out", async () => {
  expect(MAX_BODY_BYTES).toBe(10_000_000);
  const response = bodyTooLarge({ limitBytes: 10_000_000 }, "Split the file.");
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({
    type: "about:blank",
    title: "Body too large",
    status: 413,
    detail: "This endpoint reads at most 10,000,000 bytes. Split the file.",
    limitBytes: 10_000_000,
  });
});
