import { createServer, type Server as HttpServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";

import { requestJson } from "../../../tooling/publishing/request-json.ts";

let server: HttpServer | undefined;

afterEach(() => server?.close());

async function ask(answer: (response: ServerResponse) => void): Promise<unknown> {
  const listening = createServer((_, response) => answer(response));
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port } = listening.address() as AddressInfo;
  return requestJson({ url: `http://127.0.0.1:${port}` }, { method: "GET", path: "/" });
}

test("an answer is read", async () => {
  expect(await ask((response) => response.end('{"a": 1}'))).toEqual({ a: 1 });
  expect(await ask((response) => response.end())).toBeUndefined();
});

test("a problem is told in the server's own words", async () => {
  const told = ask((response) => response.writeHead(409).end('{"detail": "It is there already."}'));
  await expect(told).rejects.toMatchObject({
    name: "RequestFailed",
    status: 409,
    message: expect.stringMatching(/It is there already\.$/),
  });
});

test("a connection that ends before or within the answer is a server that cannot be reached", async () => {
  await expect(ask((response) => response.destroy())).rejects.toThrow(/cannot be reached/);
  const cut = ask((response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write('{"a":', () => response.destroy());
  });
  await expect(cut).rejects.toMatchObject({
    name: "RequestFailed",
    message: expect.stringMatching(/cannot be reached/),
  });
});

test("what is not JSON is said to be no Stele", async () => {
  const page = ask((response) => response.end("<!doctype html>"));
  await expect(page).rejects.toMatchObject({
    name: "RequestFailed",
    message: expect.stringMatching(/not JSON\. Is it a Stele\?$/),
  });
});
